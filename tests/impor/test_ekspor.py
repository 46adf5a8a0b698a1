"""A small part of the benchmark of office exports: each is imported right, or refused with its places named."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.ekspor import ukur as pengukur
from benchmarks.ekspor.banding import angka, banding, banding_pesan
from benchmarks.ekspor.pembangkit import TATA, bangkitkan
from benchmarks.ekspor.ukur import (
    DITOLAK_KELIRU,
    DITOLAK_TEPAT,
    GALAT,
    KELIRU,
    LOLOS,
    TANPA_TEMPAT,
    TEPAT,
    Jalan,
    impor,
    proyek,
    putuskan,
    ukur,
)

BENIH, BANYAK = 2, 5
FIGURES = {"anggaran": ("pagu", "realisasi"), "kas": ("rencana", "realisasi"), "target": ("target",)}
FIGURES["realisasi"] = ("realisasi",)


@pytest.mark.parametrize("tata", TATA)
def test_files_of_a_layout_are_imported_right_or_refused_with_their_places(tata, tmp_path):
    hasil = ukur(bangkitkan(tmp_path, BENIH, tata, BANYAK))
    assert hasil.hitung[tata][TEPAT] > 0
    assert hasil.contoh == []
    assert hasil.jumlah(TEPAT, DITOLAK_TEPAT) == BANYAK


@pytest.mark.parametrize("tata", TATA)
def test_a_single_changed_figure_is_seen(tata, tmp_path):
    path, benar = whole(bangkitkan(tmp_path, BENIH, tata, BANYAK))
    with proyek() as akar:
        jalan = impor(akar, path.with_name(benar["berkas"]), benar, "dinas")
        assert putuskan(benar, jalan) == (TEPAT, [])
        changed = 0
        for tabel, columns in FIGURES.items():
            for column in columns if tabel in benar["tabel"] else ():
                changed += change(jalan, benar, tabel, column)
        assert changed > 0


def whole(paths: list[Path]) -> tuple[Path, dict]:
    """Return the first file to be taken, one with figures before one without."""
    semua = [(p, json.loads(p.read_text(encoding="utf-8"))) for p in paths]
    benar = [(p, k) for p, k in semua if k["hasil"] == "benar"]
    return next(((p, k) for p, k in benar if FIGURES.keys() & k["tabel"].keys()), benar[0])


def change(jalan: Jalan, benar: dict, tabel: str, column: str) -> int:
    """Add one to the last figure of a column that was written; the judge must name it, and only then."""
    path = jalan.folder / f"{tabel}.csv"
    asli = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    filled = [b for b in baris if angka(b.get(column)) is not None]
    if not filled:
        return 0
    filled[-1][column] = f"{angka(filled[-1][column]) + 1:.2f}".replace(".", ",")
    with path.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.DictWriter(berkas, list(baris[0]))
        tulis.writeheader()
        tulis.writerows(baris)
    putusan, beda = putuskan(benar, jalan)
    assert putusan == KELIRU, (tabel, column)
    assert column in beda[0]
    path.write_bytes(asli)
    assert banding(benar, jalan.folder) == []
    return 1


def test_every_other_outcome_is_told_apart(tmp_path):
    benar = {"hasil": "benar", "kesalahan": None, "tabel": {}}
    tolak = {"hasil": "tolak", "kesalahan": "rusak", "alasan": "angka rusak", "sebut": [["C7", "baris 7"]]}
    jalan = Jalan(2, "", "Kesalahan: a.xlsx, LRA!C7: tidak terbaca.", tmp_path)
    assert putuskan(tolak, jalan) == (DITOLAK_TEPAT, [])
    assert putuskan(tolak, replace(jalan, salah="Kesalahan: a.xlsx"))[0] == TANPA_TEMPAT
    assert putuskan(tolak, replace(jalan, kode=0))[0] == LOLOS
    assert putuskan(benar, jalan)[0] == DITOLAK_KELIRU
    assert putuskan(benar, replace(jalan, kode=1, salah="ValueError: x"))[0] == GALAT
    (tmp_path / "anggaran.csv").touch()
    assert putuskan(tolak, jalan)[0] == KELIRU
    setengah = {**tolak, "kesalahan": "periode", "boleh_catatan": True, "sebut": [["Juli"]]}
    kabar = replace(jalan, kode=0, keluar="Realisasi s.d. Juli tidak diambil.", salah="")
    (tmp_path / "anggaran.csv").write_text("kode,tingkat,pagu,realisasi\nA,program,10,\n")
    assert putuskan(setengah, kabar) == (TEPAT, [])
    (tmp_path / "anggaran.csv").write_text("kode,tingkat,pagu,realisasi\nA,program,10,7\n")
    assert putuskan(setengah, kabar)[0] == LOLOS


def test_a_traceback_of_the_command_is_an_outcome_and_not_the_end(tmp_path, monkeypatch):
    def gagal(_argv):
        raise KeyError("kode")

    monkeypatch.setattr(pengukur, "main", gagal)
    hasil = ukur(bangkitkan(tmp_path, BENIH, "rak", 1))
    assert hasil.jumlah(GALAT) == 1
    assert "KeyError: 'kode'" in hasil.contoh[0]


def test_a_message_must_hold_one_word_of_each_list():
    assert banding_pesan({"sebut": [["2023"], ["2024"]]}, "Judulnya menyebut 2023,\n bukan 2024.") == []
    assert len(banding_pesan({"sebut": [["2023"], ["2024"]]}, "Judulnya menyebut 2023.")) == 1

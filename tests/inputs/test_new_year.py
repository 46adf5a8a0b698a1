"""A new year: a workbook made from the declarations, filled as a person fills it, and last year rolled forward."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
import yaml

from lkip_lib import cli
from lkip_lib.buku.bahan import Bahan
from lkip_lib.inputs import new_params, new_year, reading, template
from lkip_lib.inputs.examples import contoh
from lkip_lib.inputs.grid import baca_kisi
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES
from lkip_lib.inputs.workbook import nama_lembar
from lkip_lib.params import Params
from lkip_lib.places import Tempat, tempat
from tests.agency import run
from tests.inputs.twin import to_workbook
from tests.project import AKAR, hashes

SHEETS = template.lembar_baru()


@pytest.fixture
def root(tmp_path, monkeypatch):
    for folder in ("data", "params"):
        (tmp_path / folder).mkdir()
    monkeypatch.setenv("LKIP_AKAR", str(tmp_path))
    return tmp_path


def copy(root: Path, instansi: str, tahun: int) -> Tempat:
    for folder in (f"data/{instansi}/{tahun}", f"params/{instansi}"):
        shutil.copytree(AKAR / folder, root / folder)
    return tempat(instansi, tahun, di=root)


def new(root, *args):
    return cli.main(["new", "2025", "--instansi=dinas-x", *args])


def test_the_necessary_sheets_come_first_and_examples_are_never_read(root, capsys):
    assert new(root) == 0
    place = tempat("dinas-x", 2025)
    sheets = list(baca_kisi(place.data / "lkip.xlsx"))
    assert sheets[:6] == ["Petunjuk", "indikator", "target", "realisasi", "anggaran", "analisis"]
    assert set(sheets[6:]) == {nama_lembar(n) for n, t in SHEETS.items() if not t.perlu}
    raw = baca_mentah(place.data, SHEETS)
    assert not any(len(f) for n, f in raw.tabel.items() if n in TABLES)
    told = [place for place, _ in raw.kabar]
    assert told[0].split(", ")[0] == "lembar kas"  # the optional ones together, each necessary one by its rows
    assert told[1:] == [f"lembar {n}, baris 4–{3 + len(contoh(n, 2025))}" for n, t in SHEETS.items() if t.perlu]
    assert "data/dinas-x/2025/lkip.xlsx" in capsys.readouterr().out
    assert cli.main(["check", "2025", "--instansi=dinas-x"]) == 2
    assert "indikator!A1: Belum ada satu indikator pun." in capsys.readouterr().err


def test_nothing_that_exists_is_overwritten(root, capsys):
    assert new(root) == 0
    before = hashes(root)
    assert new(root) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "data/dinas-x/2025 dan params/dinas-x/2025.yml sudah ada; tidak ada yang ditulis." in line
    assert hashes(root) == before


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["new", "2025"], "Instansi dan tahunnya belum disebut"),
        (["new", "--instansi=dinas-x"], "Instansi dan tahunnya belum disebut"),
        (["new", "25", "--instansi=dinas-x"], 'Tahun "25"'),
        (["new", "2025", "--instansi=Dinas Kesehatan"], "misalnya dinas-kesehatan."),
        (["new", "2025", "--instansi=aux"], "misalnya dinas-aux."),
        (["new", "2025", "--instansi=dinas-x", "--bentuk=xls"], 'Maksud Anda "xlsx"?'),
        (["new", "2025", "--instansi=dinas-x", "--dari=2024"], 'Instansi "dinas-x" tidak ada'),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(root, capsys, args, found):
    assert cli.main(args) == 2
    assert found in capsys.readouterr().err
    assert not hashes(root)


def test_the_same_year_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        template.tulis(tmp_path / name, "dinas-x", 2025)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_examples_make_a_report_once_they_are_no_examples(root):
    """Fill the sheets with the examples, their mark taken off, as an officer would overwrite them."""
    assert new(root) == 0
    place = tempat("dinas-x", 2025)
    rows = {
        n: pd.DataFrame(contoh(n, 2025)).map(lambda t: t.removeprefix("contoh-")) for n in SHEETS if contoh(n, 2025)
    }
    template.tulis(place.data / "lkip.xlsx", "dinas-x", 2025, rows)
    bahan = run(Bahan(place, Params()))
    assert not len(bahan.frames["buku_kerja"])
    indikator = bahan.frames["indikator"].set_index("kode")
    assert indikator.loc["IKM", "capaian_mentah_persen"] == pytest.approx(83.33 / 82.50 * 100)
    assert indikator.loc["STUNTING", "capaian_mentah_persen"] == pytest.approx((2 * 14.2 - 13.8) / 14.2 * 100)
    assert bahan.frames["anggaran"].set_index("kode").loc["0", "pagu_rp"] == 450_000_000
    assert bahan.analisis.indikator["STUNTING"].tindak_lanjut
    assert set(rows) == {n for n in SHEETS if n != "instansi"}


def test_rows_typed_below_the_examples_are_what_counts(root):
    """Write what a person would leave: the examples still there, own rows below, a column added, another order."""
    assert new(root) == 0
    place = tempat("dinas-x", 2025)
    kisi = baca_kisi(place.data / "lkip.xlsx")["sasaran"]
    with xlsxwriter.Workbook(place.data / "lkip.xlsx") as book:
        sheet = book.add_worksheet("sasaran")
        for r, row in enumerate([*kisi.baris, ("S1", "", "Meningkatnya mutu", "Renstra")]):
            sheet.write_row(r, 0, row)
    bacaan = baca_mentah(place.data, {"sasaran": TABLES["sasaran"]})
    assert bacaan.tabel["sasaran"]["kode"].tolist() == ["S1"]
    assert bacaan.asal["sasaran"].letak(bacaan.tabel["sasaran"]["_baris"][0], "kode")[2] == "sasaran!A6"


def test_every_choice_of_the_parameters_is_explained_and_holds_its_default():
    teks = new_params.kerangka("dinas-x", 2025)
    assert yaml.safe_load(teks) is None
    terbuka = "\n".join(b.removeprefix("# ") for b in teks.splitlines() if _kunci(b))
    assert Params.model_validate(yaml.safe_load(terbuka)) == Params()
    assert {b.removeprefix("# ").partition(":")[0] for b in teks.splitlines() if _kunci(b)} == set(Params.model_fields)


def _kunci(baris: str) -> bool:
    return baris.startswith("# ") and baris[2:].partition(":")[0] in Params.model_fields


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_a_year_rolls_forward_in_the_form_it_had(root, bentuk):
    lama = copy(root, "dinas-contoh", 2025)
    if bentuk == "xlsx":
        to_workbook(lama.data)
    before = hashes(root)
    ditulis, ditinggal = new_year.teruskan(Tempat(root, "dinas-contoh", 2026), lama)
    assert {n: h for n, h in hashes(root).items() if n in before} == before
    assert ((lama.akar / "data/dinas-contoh/2026/lkip.xlsx") in ditulis) == (bentuk == "xlsx")
    assert {"tercetak/hitungan", "rekomendasi"} <= set(ditinggal)
    kini, dahulu = reading.baca(tempat("dinas-contoh", 2026, di=root)), reading.baca(lama)
    assert kini.mentah["indikator"]["kode"].tolist() == dahulu.mentah["indikator"]["kode"].tolist()
    assert kini.mentah["sasaran"]["nama"].tolist() == dahulu.mentah["sasaran"]["nama"].tolist()
    target = kini.mentah["target"]
    assert set(target.loc[target["tahun"] >= "2026", "dokumen"]) == {"renstra"}
    assert set(target["periode"]) == {"tahunan"}
    realisasi = kini.mentah["realisasi"]
    assert max(realisasi["tahun"]) == "2025"
    assert set(realisasi["periode"]) == {"tahunan"}
    anggaran = kini.mentah["anggaran"]
    assert (anggaran[["pagu", "realisasi", "realisasi_fisik", "sumber"]] == "").all(axis=None)
    assert set(anggaran["kode"]) == set(dahulu.mentah["anggaran"]["kode"])
    assert kini.instansi == dahulu.instansi
    assert not kini.koreksi
    assert not any(kata for a in kini.analisis.indikator.values() for _, kata in a)
    assert not (root / "data/dinas-contoh/2026/jawaban.yml").exists()
    if bentuk == "csv":  # a list that YAML writes once and points to is no place to write in
        assert "&" not in (root / "data/dinas-contoh/2026/analisis.yml").read_text(encoding="utf-8")
    params = (root / "params/dinas-contoh/2026.yml").read_text(encoding="utf-8")
    assert "\ntanggal_laporan:" not in params
    bahan = run(Bahan(tempat("dinas-contoh", 2026, di=root), Params()))
    assert (bahan.frames["riwayat"]["tahun"] <= 2025).all()


def test_choices_of_an_indicator_left_behind_are_taken_out():
    given = (
        "# semua\ntanggal_laporan: 2025-02-28\nbatas: 120  # PK\n# skala\nskala_nilai: {OPINI: a, AKIP: b}\n\n"
        "# pilihan\npilihan_realisasi:\n- {indikator: OPINI, tahun: 2023, realisasi: WTP, alasan: LHP}\n"
        "rata_rata: sasaran\n"
    )
    made = new_params.teruskan(given, 2025, 2026, ["AKIP"])
    assert yaml.safe_load(made) == {"batas": 120, "skala_nilai": {"AKIP": "b"}, "rata_rata": "sasaran"}
    for kept in ("# semua", "batas: 120  # PK", "# skala", "# pilihan"):
        assert kept in made.splitlines()
    assert "# pilihan_realisasi tanpa OPINI: tidak berlaku lagi tahun 2026." in made


def test_choices_of_every_indicator_carried_are_left_as_written():
    given = "skala_nilai: {AKIP: b}  # LHE\n"
    assert new_params.teruskan(given, 2025, 2026, ["AKIP"]).endswith(f"\n{given}")


def test_a_corrected_figure_goes_along_as_corrected(root):
    lama = copy(root, "dinas-contoh", 2024)
    (lama.data / "koreksi.yml").write_text(
        yaml.safe_dump(
            {
                "koreksi": [
                    {
                        "berkas": "realisasi.csv",
                        "kunci": {"indikator": "SAMPAH", "tahun": "2024"},
                        "kolom": "realisasi",
                        "expect": _cell(lama, "SAMPAH"),
                        "become": "64,99",
                        "reason": "Angka tertukar dengan baris lain.",
                        "evidence": "Rekap timbangan tahun itu.",
                    }
                ]
            }
        ),
        encoding="utf-8",
    )
    new_year.teruskan(Tempat(root, "dinas-contoh", 2026), lama)
    rows = reading.baca(tempat("dinas-contoh", 2026, di=root)).mentah["realisasi"].query("indikator == 'SAMPAH'")
    assert rows.query("tahun == '2024'")["realisasi"].tolist() == ["64,99"]
    assert "dikoreksi: Angka tertukar" in rows.query("tahun == '2024'")["sumber"].iloc[0]


def _cell(place: Tempat, code: str) -> str:
    rows = reading.baca(place).mentah["realisasi"]
    milik = (rows["indikator"] == code) & (rows["tahun"] == "2024") & (rows["lingkup"] == "instansi")
    (cell,) = rows.loc[milik, "realisasi"]
    return str(cell)


def test_a_year_cannot_roll_onto_an_earlier_one(root, capsys):
    copy(root, "dinas-contoh", 2025)
    assert cli.main(["new", "2023", "--instansi=dinas-contoh", "--dari=2025"]) == 2
    assert "Tahun 2023 tidak sesudah 2025" in capsys.readouterr().err


def test_a_year_rolls_forward_only_with_choices_that_can_be_read(root, capsys):
    old = copy(root, "dinas-contoh", 2025)
    old.params.write_text("tanggal_laporan: 2025-02-29\n", encoding="utf-8")
    assert cli.main(["new", "2026", "--instansi=dinas-contoh", "--dari=2025"]) == 2
    assert 'params/dinas-contoh/2025.yml, baris 1: "2025-02-29" bukan tanggal.' in capsys.readouterr().err
    assert not (root / "data/dinas-contoh/2026").exists()

"""A map that a person corrected is what the next draft of the same office is read by."""

from __future__ import annotations

import pytest

from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.mapping import Peta, baca_peta, lengkapi, peta_berlaku, tulis_peta
from lkip_lib.draf.reading import baca_naskah
from lkip_lib.errors import MasukanSalah
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, UANG, UKUR, tulis


def _baca(tmp_path, peta, *isi):
    return baca_naskah(baca_draf(tulis(tmp_path / "d.docx", *isi)), 2024, peta.diketahui())


def test_a_map_says_what_was_recognised_and_is_read_back_as_it_was_written(tmp_path):
    peta, baru = lengkapi(Peta(), _baca(tmp_path, Peta(), JUDUL_UKUR, UKUR, JUDUL_UANG, UANG))
    assert peta.tabel == {"pengukuran kinerja tahun": "pengukuran", "realisasi anggaran tahun": "anggaran"}
    assert [n for n, *_ in peta.indikator.values()] == ["Indeks Layanan Warga", "Lama Antrean Rata-Rata Loket"]
    assert len(baru) == 6
    tulis_peta(peta, tmp_path / "peta.yml")
    assert baca_peta(tmp_path / "peta.yml") == peta


def test_names_and_kinds_of_the_map_hold_for_the_next_draft(tmp_path):
    peta = Peta(
        diperiksa_oleh="Ani",
        tabel={"realisasi anggaran tahun": "lain"},
        indikator={"ILW": ("Indeks Layanan Warga", "Survei Warga")},
    )
    lain = [["Indikator", "Realisasi 2023", "Realisasi 2024"], ["Survei Warga", "79", "84"]]
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.9 Perbandingan Realisasi", lain, "Tabel 3.7 Realisasi Anggaran Tahun 2025", UANG)
    bacaan = _baca(tmp_path, peta, *isi)
    assert [t.jenis for t in bacaan.tabel] == ["pengukuran", "perbandingan", "lain"]
    assert {a.kode for a in bacaan.angka if a.subjek == "Survei Warga"} == {"ILW"}
    assert lengkapi(peta, bacaan)[0].diperiksa_oleh == ""  # other names came with this draft


def test_a_map_that_nobody_looked_at_is_not_kept_to(tmp_path):
    tulis_peta(Peta(tabel={"pengukuran": "lain"}), tmp_path / "peta.yml")
    assert peta_berlaku(None, tmp_path) == Peta()
    tulis_peta(Peta(diperiksa_oleh="Ani", tabel={"pengukuran": "lain"}), tmp_path / "peta.yml")
    assert peta_berlaku(None, tmp_path).tabel == {"pengukuran": "lain"}


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ("tabel:\n  pengukuran: pengukuram\n", "jenis tabel"),
        ("indikator:\n  A: [Mutu]\n  B: [Mutu]\n", "dua kode"),
        ("indikatr: {}\n", "indikatr"),
    ],
)
def test_a_mistake_in_a_map_is_told(tmp_path, isi, sebab):
    (tmp_path / "peta.yml").write_text(isi, encoding="utf-8")
    with pytest.raises(MasukanSalah, match=sebab):
        baca_peta(tmp_path / "peta.yml")

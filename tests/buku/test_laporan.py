"""What an analyst opens: a year as one object, or one sentence that says why not."""

import re
import traceback
from pathlib import Path

import pytest

import lkip_lib
from lkip_lib.buku.laporan import buka
from lkip_lib.display.figure import TOMBOL
from lkip_lib.errors import MasukanSalah
from tests.recipe import change, copy_notebooks


def test_a_refused_cell_is_told_without_the_steps_of_the_library(instansi_kecil):
    change(copy_notebooks(instansi_kecil.akar), "02_capaian", "aturan", "mentah = 1 / 0")
    with pytest.raises(MasukanSalah, match="sel kode 4") as refused:
        buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    own = Path(lkip_lib.__file__).parent
    steps = [s for s in traceback.extract_tb(refused.tb) if own in Path(s.filename).parents]
    assert len(steps) == 1
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_what_is_supposed_goes_through_every_formula_and_is_written_nowhere(instansi_kecil):
    before = {p: p.read_bytes() for p in instansi_kecil.akar.rglob("*") if p.is_file()}
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    supposed = lk.ubah(AKIP=32.5)
    assert supposed.indikator.set_index("kode")["capaian_persen"]["AKIP"] == 50
    assert supposed.ubah(TPT="8,55").indikator["capaian_persen"].tolist() == [50, 100]
    assert "andaian" not in repr(lk)
    assert repr(supposed) == "Laporan('dinas-kecil', 2024, AKIP diandaikan 32,5)"
    trail = str(supposed.lacak("capaian", "AKIP"))
    assert "32,5 (lk.ubah, kolom realisasi)" in trail
    assert "64,17 (realisasi.csv, baris 2, kolom realisasi)" in trail
    assert {p: p.read_bytes() for p in instansi_kecil.akar.rglob("*") if p.is_file()} == before


def test_what_is_supposed_comes_before_a_correction_of_the_same_cell(instansi_kecil):
    instansi_kecil.write(
        "koreksi.yml",
        "koreksi: [{berkas: realisasi.csv, kunci: {indikator: AKIP}, kolom: realisasi, expect: '64,17', become: '65', "
        "reason: Salah ketik di tabel., evidence: Tabel 3.1 mencetak 65.}]\n",
    )
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert lk.indikator["realisasi"].tolist() == [65, 7.82]
    assert lk.ubah(AKIP=50).indikator["realisasi"].tolist() == [50, 7.82]


def test_a_code_without_a_realisasi_cannot_be_supposed(instansi_kecil):
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    with pytest.raises(MasukanSalah, match=r'untuk indikator "AKI" tidak ada.*Maksud Anda "AKIP"'):
        lk.ubah(AKI=90)


def test_tab_offers_results_inputs_tables_and_charts(instansi_kecil):
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert {"indikator", "target", "realisasi", "params", "ubah"} <= set(dir(lk))
    assert lk.target["target"].tolist() == [65, 8.55]
    assert lk.params.batas == "100"
    assert "pengukuran" in dir(lk.tabel)
    assert repr(lk.tabel.pengukuran) == repr(lk.tabel("pengukuran"))
    assert "tren" in dir(lk.bagan)
    assert callable(lk.bagan.tren)
    with pytest.raises(AttributeError, match=r'"pengukuram" tidak ada.*"pengukuran"'):
        lk.tabel.pengukuram  # noqa: B018


def test_a_table_shown_in_a_notebook_opens_its_trails_there(instansi_kecil):
    table = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel.pengukuran
    shown = table._repr_html_()
    asked = set(re.findall(TOMBOL, shown))
    assert asked
    assert asked == set(re.findall(r'<div popover id="([^"]+)"', shown))
    assert "popover id" not in table.__html__()


def test_the_help_of_buka_is_in_indonesian():
    assert lkip_lib.buka.__doc__.startswith("Hitung satu tahun di memori")

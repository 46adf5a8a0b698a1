"""A mean over some of its members says so wherever it is told, with the names of those left out."""

import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.narrative.document import kalimat_bab
from tests.recipe import cell, change, copy_notebooks


@pytest.fixture
def agency(instansi_kecil):
    copy_notebooks(instansi_kecil.akar)
    instansi_kecil.append("indikator.csv", "SURVEI,S1,Nilai survei & uji,Nilai,naik\n")
    instansi_kecil.append("target.csv", "SURVEI,2024,pk,80\n")
    instansi_kecil.append("realisasi.csv", "SURVEI,2024,72\n")
    return instansi_kecil


def without(agency, id, old, new):
    before = cell(agency.akar, "02_capaian", id)
    assert old in before
    change(agency.akar, "02_capaian", id, before.replace(old, new))
    return Laporan(rangkai(agency.tempat))


def test_a_mean_over_all_says_nothing(agency):
    assert Laporan(rangkai(agency.tempat, "03_efisiensi")).isi.bukan_anggota == {}


def test_an_indicator_left_out_of_its_sasaran_is_named(agency):
    report = without(agency, "sasaran", "ini, dokumen", 'ini[ini["target"] != 80], dokumen')
    said = "Rata-rata sasaran S1: 1 dari 2 indikator menjadi anggota; tidak termasuk Nilai survei & uji."
    assert report.isi.bukan_anggota == {"S1": said}
    assert report.tabel("capaian_sasaran").catatan == said
    for chapter in ("ikhtisar", "bab3"):
        assert said in " ".join(kalimat_bab(report.bab(chapter))), chapter


def test_an_indicator_left_out_of_the_agencys_mean_is_named(agency):
    report = without(agency, "ringkasan", "indikator=ini,", 'indikator=ini[ini["target"] != 80],')
    said = "Rata-rata instansi: 2 dari 3 indikator menjadi anggota; tidak termasuk Nilai survei & uji."
    assert report.isi.bukan_anggota == {"0": said}
    assert report.tabel("pengukuran").catatan.endswith(said)

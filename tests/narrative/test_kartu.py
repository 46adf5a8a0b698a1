"""The cards of the first screen: the agreement's mean leads, what differs stands beneath it with its range."""

import re

import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.narrative.kartu import kartu
from tests.project import computed


def shown(content):
    return [
        (k.warna, k.judul, *(re.sub(r"<[^>]+>", "", t) for t in (k.besar, "; ".join(k.keterangan))))
        for k in kartu(content)
    ]


@pytest.fixture(scope="module")
def bekasi():
    return computed("disnaker-kota-bekasi", 2024).isi


def test_the_agreements_mean_leads_and_every_mean_has_its_range(bekasi):
    assert shown(bekasi)[0] == (
        "kinerja",
        "Rata-rata capaian menurut Perjanjian Kinerja",
        "82,91%",
        "predikat belum dipastikan; 64,05% sampai 92,53% di antara semua bacaan; "
        "Menurut target LKIP: 99,68%; 80,82% sampai 99,68% di antara semua bacaan",
    )


def test_money_is_shown_with_what_it_is_a_share_of(bekasi):
    assert shown(bekasi)[1] == ("uang", "Anggaran terserap", "83,47%", "Rp15.450.065.461 dari Rp18.508.617.440")


def test_a_year_without_results_says_how_many_are_counted_and_what_to_enter(instansi_kecil):
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\n")
    instansi_kecil.write("anggaran.csv", "kode,tingkat,nama,dokumen,pagu,realisasi\n0,instansi,Dinas,dpa,,\n")
    kinerja, uang = shown(Laporan(instansi_kecil.run()).isi)
    assert kinerja[2:] == ("belum lengkap", "0 dari 2 indikator terhitung")
    assert uang[2:] == ("belum ada data", "Isi pagu dan realisasi di tabel anggaran.")


def test_a_quarter_counts_who_is_behind_and_marks_a_projection_as_one():
    kinerja, uang = shown(computed("dinas-contoh", 2025, 2).isi)
    assert re.search(r"\d dari \d indikator yang terukur tertinggal$", kinerja[3])
    assert "rencana" in uang[3]
    assert uang[3].endswith("(garis lurus, bukan realisasi)")

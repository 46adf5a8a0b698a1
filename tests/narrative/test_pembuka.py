"""The sentence before a table: what it comes to, and sums that do not meet what stands above them."""

import re

import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.narrative.document import susun
from lkip_lib.narrative.pembuka import PEMBUKA
from tests.project import computed


def said(content, name):
    return re.sub(r"<[^>]+>", "", str(PEMBUKA[name](content)))


@pytest.fixture(scope="module")
def bekasi():
    return computed("disnaker-kota-bekasi", 2024).isi


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "capaian",
            "Menurut Perjanjian Kinerja, nol sampai dua dari empat target tercapai dengan rata-rata 64,05% sampai "
            "92,53%; menurut target LKIP, dua sampai tiga dari empat target tercapai dengan rata-rata 80,82% sampai "
            "99,68%.",
        ),
        (
            "efisiensi",
            "Program pendukung menyerap paling sedikit 51,90% pada sasaran Memperbanyak Pelatihan kepada kerja lokal "
            "berbasis kolaborasi dan paling banyak 88,50% pada sasaran Meningkatnya akuntabilitas kinerja Instansi "
            "Pemerintah dan indeks kepuasan masyarakat.",
        ),
        ("pegawai", "Pegawai Disnaker berjumlah 41 ASN menurut jabatan dan golongan; "
                    "45 ASN dan 34 non-ASN menurut pendidikan tahun 2023."),
    ],
)  # fmt: skip
def test_a_table_is_led_by_what_it_comes_to(bekasi, name, sentence):
    assert said(bekasi, name) == sentence


def test_programs_that_add_up_to_another_sum_are_said_to(bekasi):
    assert said(bekasi, "rencana_anggaran").endswith(
        " Program-programnya berjumlah Rp18.724.617.449, lebih Rp216.000.009 dari angka itu."
    )
    assert "Program-programnya" not in said(computed("dinas-contoh", 2025).isi, "rencana_anggaran")


def test_nothing_is_said_of_what_is_not_there(instansi_kecil):
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\n")
    content = Laporan(instansi_kecil.run()).isi
    assert {n: said(content, n) for n in ("capaian", "perbandingan", "data_pendukung", "pegawai")} == {
        "capaian": "", "perbandingan": "", "data_pendukung": "", "pegawai": "",
    }  # fmt: skip


@pytest.mark.parametrize("chapter", ["bab1", "bab2", "bab3", "bab4"])
def test_no_table_stands_under_a_heading_alone(bekasi, chapter):
    assert "Rinciannya ada di" not in susun(bekasi, chapter).html

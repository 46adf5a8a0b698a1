"""The sentence before a table: what it comes to, and sums that do not meet what stands above them."""

import re

import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.narrative.document import susun
from lkip_lib.narrative.kalimat.pembuka import PEMBUKA
from lkip_lib.narrative.tables.results import TABEL
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


def test_targets_that_all_documents_share_are_a_sentence_and_no_table(bekasi):
    shared = computed("dinas-contoh", 2025).isi
    assert said(shared, "target_dokumen") == "Target sama dalam Renstra, RKT, Perjanjian Kinerja, dan LKIP."
    assert not TABEL["target_dokumen"](shared).baris
    assert not TABEL["per_dokumen"](shared).baris
    assert TABEL["target_dokumen"](bekasi).baris
    assert said(bekasi, "target_dokumen").startswith("Laporan ini mengukur kinerja terhadap target LKIP")


@pytest.mark.parametrize(
    ("quarter", "name", "sentence"),
    [
        (1, "perkembangan_triwulan", "Ini triwulan pertama; belum ada triwulan sebelumnya untuk dibandingkan."),
        (2, "perkembangan_triwulan", "Dari Triwulan I ke Triwulan II, dua indikator membaik dan satu indikator tetap."),
        (2, "kas_triwulan",
         "Dalam Triwulan II sendiri Dinas Contoh membelanjakan Rp1.561.200.000 dari rencana Rp1.632.500.000."),
        (2, "tertinggal_triwulan",
         "Satu indikator tertinggal dari target triwulannya dan tiga dari tiga bagian anggaran terserap kurang dari "
         "rencananya."),
    ],
)  # fmt: skip
def test_a_quarters_table_is_led_by_what_it_comes_to(quarter, name, sentence):
    assert said(computed("dinas-contoh", 2025, quarter).isi, name) == sentence


@pytest.mark.parametrize("quarter", [1, 2, 3, 4])
def test_no_table_of_a_quarter_stands_under_a_heading_alone(quarter):
    assert "Rinciannya ada di" not in "".join(b.html for b in computed("dinas-contoh", 2025, quarter).naskah)


@pytest.mark.parametrize("chapter", ["bab1", "bab2", "bab3", "bab4"])
def test_no_table_stands_under_a_heading_alone(bekasi, chapter):
    assert "Rinciannya ada di" not in susun(bekasi, chapter).html

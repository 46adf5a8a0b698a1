"""What a sentence states is told of its own subject and year, and in whole words."""

from __future__ import annotations

import pytest

from lkip_lib.draf.findings.notes import KESALAHAN, PERINGATAN
from lkip_lib.draf.run import periksa_draf
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, UANG, UKUR, tulis

BANDING = [["Indikator", "Realisasi 2023", "Realisasi 2024"], ["Indeks Layanan Warga", "79", "84"]]
PERSEN = (
    ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Meningkatnya mutu", "Persentase guru bersertifikat", "%", "62", "58,90", "95,00"],
    ["2", "Meningkatnya mutu", "Persentase murid yang lulus", "%", "98,50", "98,12", "99,61"],
)


def _hasil(tmp_path, *isi, tahun=2024):
    return periksa_draf(tulis(tmp_path / "d.docx", *isi), (), tahun, tmp_path / "hasil")


def _salah(hasil):
    return [t.angka.tercetak for t in hasil.temuan if t.tingkat in (KESALAHAN, PERINGATAN)]


@pytest.mark.parametrize(
    "kalimat",
    [
        "Persentase guru bersertifikat sebesar 58,90 persen dari target 62 persen (capaian 95,00 persen).",
        "Persentase murid yang lulus sebesar 98,12 persen, masih di bawah target 98,50 persen dan di atas rata-rata "
        "provinsi sebesar 97,64 persen.",
        "Persentase guru bersertifikat sebesar 58,90 persen, yakni 14 dari 20 sekolah.",
        "Persentase guru bersertifikat tahun 2024 sebesar 58,90, naik 1,30 poin dari 57,60 pada tahun 2023.",
    ],
)
def test_a_right_sentence_is_not_accused(tmp_path, kalimat):
    assert _salah(_hasil(tmp_path, JUDUL_UKUR, PERSEN, kalimat)) == []


@pytest.mark.parametrize(("naik", "salah"), [("5 menit", 0), ("7 menit", 1)])
def test_a_rise_in_the_unit_of_the_indicator_is_held_against_both_years(tmp_path, naik, salah):
    kalimat = f"Indeks Layanan Warga tahun 2024 adalah 84, meningkat {naik} dari tahun 2023 yaitu 79."
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.2 Perbandingan Realisasi", BANDING, kalimat)
    assert len(_salah(_hasil(tmp_path, *isi))) == salah


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Indeks Layanan Warga naik dari 79 pada tahun 2023 menjadi 84 pada tahun 2024.", []),
        ("Indeks Layanan Warga naik dari 79 pada tahun 2023 menjadi 48 pada tahun 2024.", ["48"]),
        ("Indeks Layanan Warga naik dari 97 nilai pada 2023 menjadi 84 nilai pada 2024.", ["97 nilai"]),
        ("Indeks Layanan Warga tahun 2024 sebanyak 48 dari target 80.", ["48"]),
    ],
)
def test_what_a_figure_rose_from_and_to_is_of_the_year_behind_it(tmp_path, kalimat, salah):
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.2 Perbandingan Realisasi", BANDING, kalimat)
    ada = {t.angka.tercetak for t in _hasil(tmp_path, *isi).temuan if t.angka.paragraf and t.tingkat != "informasi"}
    assert {a.split()[0] for a in ada} == {s.split()[0] for s in salah}


def test_a_quotation_cuts_no_word(tmp_path):
    kalimat = (
        "Pelayananperizinanterpadusatupintuyangmenyeluruh dan selalu terbuka itu membuat warga puas sekali, sehingga "
        "Indeks Layanan Warga terealisasi sebesar 84 dibandingkan dengan rencananya."
    )
    hasil = _hasil(tmp_path, JUDUL_UKUR, UKUR, kalimat)
    (baris,) = hasil.susunan.baris["tercetak/pernyataan"]
    assert set(baris["kutipan"].split()) <= set(kalimat.split())


def test_a_draft_without_captions_is_of_the_year_that_its_text_names(tmp_path):
    isi = ("Tahun 2024", UKUR, "Indeks Layanan Warga tahun 2024 sebesar 91.")
    assert "91" in _salah(_hasil(tmp_path, *isi, tahun=0))


def test_a_target_that_is_a_range_in_one_document_and_a_number_in_another_stops_no_check(tmp_path):
    ukur = [
        UKUR[0],
        ["1", "Meningkatnya mutu", "Hunian Tempat Tidur", "%", "60-85", "71,42", "100,00"],
        ["2", "Meningkatnya mutu", "Indeks Layanan Warga", "Nilai", "80", "84", "97,00"],
    ]
    banding = [
        ["Indikator", "Realisasi 2023", "Realisasi 2024", "Target Akhir Renstra 2026"],
        ["Hunian Tempat Tidur", "66,90", "71,42", "80"],
        ["Indeks Layanan Warga", "79", "84", "90"],
    ]
    hasil = _hasil(tmp_path, JUDUL_UKUR, ukur, "Tabel 3.2 Perbandingan Realisasi", banding)
    assert _salah(hasil) == ["97,00"]


def test_amounts_are_counted_as_the_caption_says(tmp_path):
    juta = [UANG[0], *([k, n, p[:-8], r[:-8], s] for k, n, p, r, s in UANG[1:])]
    judul = "Tabel 3.2 Realisasi Anggaran Tahun 2024 (dalam jutaan rupiah)"
    kalimat = "Pada tahun 2024 Inspektorat mengelola anggaran sebesar Rp{}."
    isi = (JUDUL_UKUR, UKUR, judul, juta)
    assert _salah(_hasil(tmp_path, *isi, kalimat.format("3.000.000.000"))) == []
    assert _salah(_hasil(tmp_path, *isi, kalimat.format("3.500.000.000"))) == ["Rp3.500.000.000"]
    assert _salah(_hasil(tmp_path, JUDUL_UKUR, UKUR, judul, UANG, kalimat.format("3.000.000.000"))) == []


def test_what_comes_in_is_no_line_of_the_budget(tmp_path):
    masuk = [
        ["Uraian", "Target", "Realisasi", "%"],
        ["Jasa layanan umum", "14.500.000.000", "13.980.450.000", "96,42"],
        ["Klaim asuransi", "62.000.000.000", "64.215.880.000", "103,57"],
        ["Jumlah", "76.500.000.000", "78.196.330.000", "102,22"],
    ]
    assert _salah(_hasil(tmp_path, JUDUL_UKUR, UKUR, "Tabel 3.3 Pendapatan BLUD", masuk, JUDUL_UANG, UANG)) == []


def test_a_draft_is_not_asked_for_what_only_a_card_says(tmp_path):
    tw = [
        ["Indikator", "Target TW I", "Target TW II", "Realisasi TW I", "Realisasi TW II"],
        ["Indeks Layanan Warga", "70", "80", "72", "84"],
    ]
    assert _salah(_hasil(tmp_path, JUDUL_UKUR, UKUR, "Tabel 3.3 Capaian per triwulan", tw)) == []


def test_a_percentage_in_words_is_a_percentage(tmp_path):
    pk = [["No", "Indikator Kinerja", "Target"], ["1", "Tingkat keselarasan rencana", "95 persen"]]
    assert _salah(_hasil(tmp_path, "Tabel 2.1 Perjanjian Kinerja Tahun 2024", pk)) == []


def test_an_efficiency_row_is_not_called_other_than_a_sasaran_that_no_table_names(tmp_path):
    ukur = [[b[0], *b[2:]] for b in UKUR]
    hemat = [
        ["No", "Sasaran", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"],
        ["1", "Meningkatnya mutu pengawasan", "103,66", "96,10", "7,56"],
    ]
    assert _salah(_hasil(tmp_path, JUDUL_UKUR, ukur, "Tabel 3.4 Efisiensi penggunaan sumber daya", hemat)) == []

"""Printed efficiency rows against the budget, the capaian and the rule."""

import pytest

from tests.agency import BERKAS
from tests.checks.notes import contoh, notes, one

TABLE = "LKIP 2025, Tabel 3.8, baris 1"
CAPAIAN = f'lkip,2025,"100,00%","{TABLE}, Capaian"'
SERAPAN = f'lkip,2025,"95,55%","{TABLE}, Serapan"'
KODE = ("EFI-01", "EFI-02", "EFI-03", "EFI-04", "EFI-05")


@pytest.fixture
def agency(tmp_path):
    return contoh(tmp_path)


def test_right_rows_are_left_alone(agency):
    assert notes(agency, *KODE).empty


def test_a_capaian_that_is_an_absorption(agency):
    agency.replace("tercetak/hitungan.csv", CAPAIAN, CAPAIAN.replace("100,00%", "95,55%"))
    note = one(agency, "EFI-01")
    assert (note["seharusnya"], note["kandidat"], note["tercetak"]) == ("", "100,00%", "95,55%")
    assert notes(agency, "CAP-01").empty


def test_an_absorption_that_is_not_the_sasarans(agency):
    agency.replace("tercetak/hitungan.csv", SERAPAN, SERAPAN.replace("95,55%", "90,02%"))
    note = one(agency, "EFI-02")
    assert note["kandidat"] == "95,55%"
    assert "program C" in note["penjelasan"]


def asing(agency, capaian, serapan, kelas, nama="Meningkatnya perlindungan pekerja"):
    for besaran, nilai in (("capaian_persen", capaian), ("serapan_persen", serapan), ("tingkat_efisiensi", kelas)):
        agency.append("tercetak/hitungan.csv", f'{besaran},sasaran,,{nama},lkip,2025,"{nilai}","Tabel 3.9, baris 1"\n')


def test_an_absorption_of_nothing(agency):
    asing(agency, "100", "95,56", "Efisien")
    assert "berbeda satu angka" in one(agency, "EFI-02")["penjelasan"]


def test_a_row_that_is_no_sasaran(agency):
    asing(agency, "100", "95,55", "Efisien")
    assert one(agency, "EFI-05")["tingkat"] == "peringatan"
    assert notes(agency, "EFI-02", "EFI-03").empty


@pytest.mark.parametrize(
    ("capaian", "serapan", "kelas", "found"),
    [
        ("100", "95,55", "Tidak efisien", 1),
        ("98", "95,55", "Efisien", 1),
        ("44,77", "95,55", "Tidak tercapai", 0),
        ("100", "100", "Efisien", 0),
        ("100", "95,55", "Sangat baik", 0),
    ],
)
def test_the_rule_on_the_printed_numbers(agency, capaian, serapan, kelas, found):
    asing(agency, capaian, serapan, kelas)
    assert len(notes(agency, "EFI-03")) == found


def test_efficient_on_an_unmet_target(agency):
    agency.replace("tercetak/hitungan.csv", "lkip,2025,Target belum tercapai", "lkip,2025,Efisien")
    note = one(agency, "EFI-04")
    assert note["seharusnya"] == "Target belum tercapai"
    assert "CEMAR 88,89%" in note["penjelasan"]
    assert notes(agency, "EFI-03").empty


def test_a_row_is_matched_by_its_name(agency):
    asing(agency, "100", "90,02", "Efisien", "Menurunnya pencemaran sungai")
    assert len(notes(agency, "EFI-04")) == 1


@pytest.mark.parametrize(("shares", "found"), [(("0,5", "0,5"), 0), (("0,75", "0,75"), 1), (("1", "1"), 1)])
def test_a_program_that_counts_more_than_once(instansi_kecil, shares, found):
    rows = "".join(f'S{i},A,"{b}"\n' for i, b in enumerate(shares, 1))
    instansi_kecil.write("pendukung.csv", f"sasaran,program,bobot\n{rows}")
    told = notes(instansi_kecil, "EFI-06")
    assert len(told) == found
    assert told["berkas"].tolist() == ["pendukung.csv"] * found


def test_programs_that_support_no_sasaran_are_told_once(instansi_kecil):
    assert notes(instansi_kecil, "EFI-07").empty
    budget = BERKAS["anggaran.csv"]
    instansi_kecil.write("anggaran.csv", budget.replace(",S1,", ",,").replace(",S2,", ",,"))
    note = one(instansi_kecil, "EFI-07")
    assert note["penjelasan"] == "2 program tidak disebut mendukung sasaran mana pun, jadi efisiensi tidak dinilai."
    assert (note["tingkat"], note["berkas"], note["kolom"]) == ("informasi", "anggaran.csv", "sasaran")

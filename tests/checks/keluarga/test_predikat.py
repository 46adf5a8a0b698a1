"""Printed classes against values, against each other, and the printed scale itself."""

import pytest

from tests.checks.notes import claimed, notes, one, printed

VALUE, CLASS = "capaian_persen,indikator,AKIP,AKIP,,2024", "predikat,indikator,AKIP,AKIP,,2024"


def test_a_class_that_the_recomputed_value_does_not_have(instansi_kecil):
    printed(instansi_kecil, f'{VALUE},"98,72",Tabel 3.1', f"{CLASS},Tinggi,Tabel 3.1")
    note = one(instansi_kecil, "PRE-01")
    assert (note["seharusnya"], note["tercetak"]) == ("Sangat Tinggi", "Tinggi")
    assert notes(instansi_kecil, "PRE-02").empty


def test_no_class_is_proposed_where_another_documents_target_bears_the_printed_one_out(instansi_kecil):
    printed(instansi_kecil, f'{VALUE},"98,72",Tabel 3.1', f"{CLASS},Tinggi,Tabel 3.1")
    instansi_kecil.append("target.csv", 'AKIP,2024,renstra,80\nTPT,2024,renstra,"8,55"\n')
    note = one(instansi_kecil, "PRE-01")
    assert (note["seharusnya"], note["kandidat"]) == ("", "Sangat Tinggi")
    assert note["penjelasan"].endswith("yang tercetak cocok dengan target Renstra.")


def test_no_class_is_proposed_where_the_rows_of_its_own_table_bear_the_printed_one_out(instansi_kecil):
    members = [f"capaian_persen,indikator,{k},,,2024,{v}%,Tabel 3.4" for k, v in (("AKIP", 75), ("TPT", 100))]
    printed(instansi_kecil, "predikat,instansi,0,,,2024,Tinggi,Tabel 3.4", *members)
    note = one(instansi_kecil, "PRE-01")
    assert (note["seharusnya"], note["kandidat"]) == ("", "Sangat Tinggi")
    assert "cocok dengan rata-rata 2 indikator yang tercetak (87,50%)" in note["penjelasan"]


def test_a_class_that_the_value_beside_it_does_not_have(instansi_kecil):
    printed(instansi_kecil, f'{VALUE},"78,82",Tabel 3.1', f"{CLASS},Sangat Tinggi,Tabel 3.1")
    assert "78,82" in one(instansi_kecil, "PRE-02")["penjelasan"]
    assert notes(instansi_kecil, "PRE-01").empty


@pytest.mark.parametrize("value", ['"98,72"', "98%"])
def test_a_right_class_beside_a_right_value(instansi_kecil, value):
    printed(instansi_kecil, f"{VALUE},{value},Tabel 3.1", f"{CLASS},Sangat Tinggi,Tabel 3.1")
    assert notes(instansi_kecil, "PRE-01", "PRE-02", "PRE-03", "PRE-04").empty


def test_a_value_of_another_table_is_not_beside_it(instansi_kecil):
    printed(instansi_kecil, f'{VALUE},"78,82",Tabel 3.1', f"{CLASS},Sangat Tinggi,Tabel 3.4")
    assert notes(instansi_kecil, "PRE-02").empty


CLAIM = "predikat,predikat,0,instansi,2024,"


def test_two_classes_of_one_mean(instansi_kecil):
    claimed(
        instansi_kecil,
        f"P1,{CLAIM},Memuaskan,,rata-rata dalam kategori Memuaskan,Bab III",
        f"P2,{CLAIM},Sangat Memuaskan,,rata-rata dikategorikan Sangat Memuaskan,Bab IV",
    )
    instansi_kecil.write("tercetak/skala.csv", "skala,kategori,nilai,interpretasi\nnilai,AA,> 90,Sangat Memuaskan\n"
                         "nilai,A,> 80,Memuaskan\n")  # fmt: skip
    assert "Bab IV" in one(instansi_kecil, "PRE-03")["penjelasan"]


def test_an_adverb_is_no_class(instansi_kecil):
    claimed(
        instansi_kecil,
        f"P1,{CLAIM},Tinggi,,semangat yang tinggi,Bab III",
        f"P2,{CLAIM},Sangat Tinggi,,dalam kategori Sangat Tinggi,Bab IV",
    )
    assert notes(instansi_kecil, "PRE-03").empty


@pytest.mark.parametrize(("realisasi", "found"), [("58,83", 1), ("58,50", 0)])
def test_a_capaian_in_a_gap_of_the_scale(instansi_kecil, realisasi, found):
    instansi_kecil.replace("realisasi.csv", "64,17", realisasi)  # 90,51 and 90,00
    semua = notes(instansi_kecil, "PRE-04")
    assert len(semua) == found
    assert set(semua["tingkat"]) <= {"informasi"}


SCALE = "skala,kategori,nilai,interpretasi\n"


@pytest.mark.parametrize(
    ("bounds", "level"),
    [
        (("80 - 90", "90 - 100"), "peringatan"),
        (("76 ≤ 90", "91 ≤ 100"), "informasi"),
        (("> 80 - 90", "> 90"), None),
        (("≤ 50", "> 50"), None),
        (("70 < x ≤ 80", "80 < x ≤ 90"), None),
        (("50 < nilai <= 60", "60 < nilai <= 70"), None),
        (("70 ≤ x ≤ 80", "80 ≤ x ≤ 90"), "peringatan"),
        (("> 80 - 90", "≥ 90"), "peringatan"),
        (("x < 50", "x > 50"), "informasi"),
        (("lebih dari 70 sampai 80", "> 85 - 90"), "informasi"),
    ],
)
def test_a_printed_scale(instansi_kecil, bounds, level):
    rows = f"capaian,Tinggi,{bounds[1]},\ncapaian,Rendah,{bounds[0]},\n"
    instansi_kecil.write("tercetak/skala.csv", SCALE + rows)
    assert notes(instansi_kecil, "PRE-05")["tingkat"].tolist() == ([level] if level else [])


def test_a_class_that_cannot_be_read_may_fill_the_gap(instansi_kecil):
    rows = "capaian,Tinggi,91 - 100,\ncapaian,Sedang,selebihnya,\ncapaian,Rendah,0 - 50,\n"
    instansi_kecil.write("tercetak/skala.csv", SCALE + rows)
    note = one(instansi_kecil, "PRE-05")
    assert (note["tingkat"], "tidak tertampung" in note["penjelasan"]) == ("informasi", False)


LAIN = "skala,kategori,nilai,interpretasi\nkategori,Istimewa,>95,\nkategori,Memadai,80 s/d <=95,\nkategori,Gagal,<80,\n"


def test_words_of_another_scale_are_told_once_and_accuse_no_row(instansi_kecil):
    tpt = CLASS.replace("AKIP", "TPT")
    printed(instansi_kecil, f"{CLASS},Istimewa,Tabel 3.1", f"{tpt},Istimewa,Tabel 3.1", f"{CLASS},Memadai,Tabel 3.4")
    assert "3 sel belum dapat diperiksa" in one(instansi_kecil, "PRE-06")["penjelasan"]
    assert notes(instansi_kecil, "PRE-01", "PRE-02").empty


@pytest.mark.parametrize(
    ("word", "code", "level"),
    [("B", None, None), ("Baik", None, None), ("A", "PRE-01", "kesalahan"), ("Sangat Tinggi", None, None)],
)
def test_the_class_of_a_score_is_held_against_the_scale_of_its_values(instansi_kecil, word, code, level):
    instansi_kecil.params("skala_nilai: {AKIP: permenpanrb-88-2021}\n")
    printed(instansi_kecil, f"{CLASS},{word},Tabel 3.4")
    found = notes(instansi_kecil, "PRE-01", "PRE-02", "PRE-06")
    assert list(zip(found["kode"], found["tingkat"], strict=True)) == ([(code, level)] if code else [])


@pytest.mark.parametrize(("indikator", "level"), [("AKIP", "informasi"), ("TPT", "peringatan")])
def test_the_word_of_a_score_may_be_of_a_scale_of_its_own(instansi_kecil, indikator, level):
    printed(instansi_kecil, f"{CLASS.replace('AKIP', indikator)},Istimewa,Tabel 3.4")
    assert one(instansi_kecil, "PRE-06")["tingkat"] == level


def test_they_are_held_against_the_scale_that_the_report_printed(instansi_kecil):
    instansi_kecil.write("tercetak/skala.csv", LAIN)
    printed(instansi_kecil, f"{CLASS},Istimewa,Tabel 3.1", f"{CLASS},Memadai,Tabel 3.4")
    assert "skala tercetak kategori" in one(instansi_kecil, "PRE-06")["penjelasan"]
    note = one(instansi_kecil, "PRE-01")
    assert (note["tercetak"], note["tingkat"]) == ("Memadai", "kesalahan")
    assert "kelas Istimewa menurut skala tercetak kategori" in note["penjelasan"]


def test_a_misspelt_class_is_still_one_of_the_scale_in_use(instansi_kecil):
    printed(instansi_kecil, f"{CLASS},Sangat Tingi,Tabel 3.1")
    assert one(instansi_kecil, "PRE-01")["kandidat"] == "Sangat Tinggi"
    assert notes(instansi_kecil, "PRE-06").empty


def test_a_printed_bound_that_cannot_be_read_is_said(instansi_kecil):
    instansi_kecil.write("tercetak/skala.csv", "skala,kategori,nilai\nA,Baik,95 s/d <70\nA,Kurang,<70\n")
    assert 'batas yang tidak terbaca: "Baik" (95 s/d <70)' in one(instansi_kecil, "PRE-05")["penjelasan"]

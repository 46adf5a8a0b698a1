"""Indicators that cannot be measured, and measures that cannot be."""

import pytest

from lkip_lib.buku.rangkaian import rangkai
from tests.checks.notes import contoh, notes, one
from tests.recipe import copy_notebooks, own_rule

KODE = ("CAP-06", "CAP-07")
TARGET = "indikator,tahun,periode,dokumen,jenis,target\n"
REALISASI = "indikator,tahun,realisasi\n"


def test_measured_agencies_have_nothing_to_say(instansi_kecil, tmp_path):
    assert notes(instansi_kecil, *KODE).empty
    assert notes(contoh(tmp_path / "salinan"), *KODE).empty


def test_no_target_in_the_document_in_use(instansi_kecil):
    instansi_kecil.write("target.csv", f'{TARGET}AKIP,2024,tahunan,pk,,65\nTPT,2024,tahunan,renstra,,"8,55"\n')
    note = one(instansi_kecil, "CAP-06")
    assert note["penjelasan"] == "TPT tidak punya target 2024 menurut PK; targetnya 8,55 menurut Renstra."
    assert (note["berkas"], note["kolom"], note["tercetak"]) == ("indikator.csv", "kode", "TPT")
    assert "TPT" not in " ".join(notes(instansi_kecil, "TAR-05")["penjelasan"])  # one cause is told once


def test_a_blank_target(instansi_kecil):
    instansi_kecil.write("target.csv", f"{TARGET}AKIP,2024,tahunan,pk,,65\nTPT,2024,tahunan,pk,,\n")
    note = one(instansi_kecil, "CAP-06")
    assert (note["berkas"], note["baris"], note["kolom"]) == ("target.csv", 3, "target")


def test_what_no_indicator_has_is_told_once(instansi_kecil):
    instansi_kecil.write("target.csv", f'{TARGET}AKIP,2024,tahunan,renstra,,65\nTPT,2024,tahunan,renstra,,"8,55"\n')
    instansi_kecil.write("realisasi.csv", f"{REALISASI}AKIP,2023,60\n")
    found = notes(instansi_kecil, "CAP-06").set_index("berkas")["penjelasan"].to_dict()
    assert found == {
        "target.csv": "Belum satu indikator pun punya target 2024 menurut PK.",
        "realisasi.csv": "Belum satu indikator pun punya realisasi 2024.",
    }


def test_quarters_without_the_years_own_row_are_told_apart_from_nothing(instansi_kecil):
    tahunan = REALISASI.replace("indikator,tahun,realisasi", "indikator,tahun,periode,realisasi")
    instansi_kecil.write("realisasi.csv", f"{tahunan}AKIP,2024,tw1,60\nAKIP,2024,tw2,61\nTPT,2024,tw1,8\n")
    note = one(instansi_kecil, "CAP-06")
    assert note["penjelasan"] == (
        "Belum satu indikator pun punya realisasi 2024. Yang ada realisasi triwulan 2 indikator: realisasi setahun "
        "ditulis di baris sendiri, misalnya AKIP, 2024, periode tahunan."
    )
    instansi_kecil.write("realisasi.csv", f"{tahunan}AKIP,2024,tahunan,60\nTPT,2024,tw1,8\n")
    note = one(instansi_kecil, "CAP-06")
    assert note["penjelasan"] == (
        "TPT tidak punya realisasi 2024; realisasi tw1 ada, tetapi baris berperiode tahunan belum."
    )


def test_a_realisasi_under_another_year(instansi_kecil):
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,"64,17"\nTPT,2042,"7,82"\n')
    note = one(instansi_kecil, "CAP-06")
    assert note["penjelasan"] == (
        "TPT tidak punya realisasi 2024; yang ada realisasi 2042. 2042 sesudah tahun laporan, mungkin salah ketik."
    )
    assert (note["berkas"], note["baris"], note["kolom"]) == ("realisasi.csv", 3, "realisasi")
    assert note["tingkat"] == "kesalahan"


def test_a_blank_realisasi(instansi_kecil):
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,"64,17"\nTPT,2024,belum rilis\n')
    note = one(instansi_kecil, "CAP-06")
    assert (note["berkas"], note["baris"], note["tercetak"]) == ("realisasi.csv", 3, "belum rilis")


@pytest.mark.parametrize(("realisasi", "level"), [("0", "kesalahan"), ("2", "informasi")])
def test_a_target_of_nothing(instansi_kecil, realisasi, level):
    instansi_kecil.write("target.csv", f"{TARGET}AKIP,2024,tahunan,pk,,0\nTPT,2024,tahunan,pk,,8\n")
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,{realisasi}\nTPT,2024,"7,82"\n')
    note = one(instansi_kecil, "CAP-06")
    assert ("nol_tercapai" in note["penjelasan"], note["tingkat"]) == (level == "kesalahan", level)


def test_a_change_without_last_year(instansi_kecil):
    instansi_kecil.write("target.csv", f'{TARGET}AKIP,2024,tahunan,pk,,65\nTPT,2024,tahunan,pk,perubahan,"-0,13"\n')
    assert "realisasi 2023 tidak ada" in one(instansi_kecil, "CAP-06")["penjelasan"]


@pytest.mark.parametrize(("realisasi", "found"), [("48,9", 0), ("782", 1), ("7,82", 0)])
def test_a_realisasi_of_another_kind(instansi_kecil, realisasi, found):
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,"64,17"\nTPT,2024,"{realisasi}"\n')
    assert len(notes(instansi_kecil, "CAP-07")) == found


def test_a_component_that_is_missing_is_where_the_realisasi_is_missed(instansi_kecil):
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,"64,17"\n')
    rows = "TPT,2024,pembilang,Penganggur,782,orang\nTPT,2024,penyebut,Angkatan kerja,,orang\n"
    instansi_kecil.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai,satuan\n{rows}")
    note = one(instansi_kecil, "CAP-06")
    assert (note["berkas"], note["baris"]) == ("komponen.csv", 3)
    assert "komponennya (Angkatan kerja) belum terbaca" in note["penjelasan"]


def test_what_a_rule_of_a_cell_does_not_cover_is_not_laid_to_the_data(instansi_kecil):
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,jenis,nol_tercapai\nAKIP,S1,Nilai AKIP,Nilai,naik,rentang,\n"
        "TPT,S2,Kasus,Kasus,turun,,ya\n",
    )
    instansi_kecil.write("target.csv", f"{TARGET}AKIP,2024,tahunan,pk,,60-70\nTPT,2024,tahunan,pk,,0\n")
    instansi_kecil.write("realisasi.csv", f'{REALISASI}AKIP,2024,"64,17"\nTPT,2024,0\n')
    rule = '''

@rumus("persen")
def mentah(target, realisasi):
    """Realisasi ÷ target × 100."""
    return realisasi / target * 100
'''
    own_rule(copy_notebooks(instansi_kecil.akar), rule)
    notes = rangkai(instansi_kecil.tempat, "04_pemeriksaan").frames["pemeriksaan"]
    said = notes[notes["kode"] == "CAP-06"].set_index("subjek")["penjelasan"]
    assert said["AKIP"].startswith(
        "Rumus di notebook (mentah) tidak mencakup AKIP: jenis rentang, target 60-70, realisasi 64,17. "
    )
    assert said["TPT"].startswith("Rumus di notebook (mentah) tidak mencakup TPT: jenis tingkat, nol_tercapai ya, ")
    assert said["TPT"].endswith("serahkan jenis itu kepada capaian.capaian_mentah, yang memberi 100,00%.")


def test_a_promised_indicator_always_applies(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', "n/a")
    note = one(instansi_kecil, "CAP-06")
    assert (note["tingkat"], note["berkas"], note["kolom"]) == ("kesalahan", "realisasi.csv", "realisasi")
    assert 'tertulis "n/a", padahal targetnya ada' in note["penjelasan"]


def test_what_is_not_promised_need_not_apply(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', "n/a")
    instansi_kecil.replace("target.csv", "AKIP,2024,pk,65", "AKIP,2024,pk,n/a")
    assert notes(instansi_kecil, "CAP-06").empty


KARTU = "kode,sasaran,nama,satuan,arah,berlaku_dari,berlaku_sampai\nAKIP,S1,Nilai AKIP,Nilai,naik,{}\n"


@pytest.mark.parametrize(("masa", "kolom"), [(",2022", "berlaku_sampai"), ("2026,", "berlaku_dari")])
def test_a_card_that_the_year_leaves_out_though_it_was_promised_and_measured(instansi_kecil, masa, kolom):
    kartu = KARTU.format(masa) + "TPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,,\n"
    instansi_kecil.write("indikator.csv", kartu)
    note = one(instansi_kecil, "CAP-08")
    assert (note["tingkat"], note["kolom"], note["baris"]) == ("kesalahan", kolom, 2)


def test_a_card_that_ended_and_is_measured_no_more(instansi_kecil):
    instansi_kecil.write("indikator.csv", KARTU.format(",2022") + "TPT,S2,Pengangguran,Persen,turun,,\n")
    instansi_kecil.replace("realisasi.csv", 'AKIP,2024,"64,17"\n', "")
    assert notes(instansi_kecil, "CAP-08").empty


@pytest.mark.parametrize(("realisasi", "found"), [("5,5", 1), ("6,5", 0), ("7,5", 0)])
def test_the_better_side_of_a_range_is_said_to_be_measured_as_the_worse(instansi_kecil, realisasi, found):
    instansi_kecil.replace("target.csv", '"8,55"', '"6 - 7"')
    instansi_kecil.replace("realisasi.csv", '"7,82"', f'"{realisasi}"')
    semua = notes(instansi_kecil, "CAP-09")
    assert semua["tingkat"].tolist() == ["informasi"] * found
    assert all("aturan rentang dua sisi (dua_sisi) capaiannya 91,67%" in p for p in semua["penjelasan"])


def test_a_range_left_for_the_better_by_the_policy_that_counts_it(instansi_kecil):
    instansi_kecil.params("rentang: permenpanrb-8-2021\nbatas: tanpa\n")
    instansi_kecil.replace("target.csv", '"8,55"', "7 – 8 bulan")
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Bulan,turun")
    instansi_kecil.replace("realisasi.csv", '"7,82"', '"6,5"')
    note = one(instansi_kecil, "CAP-09")
    assert note["penjelasan"].endswith(
        "menurut aturan sisi yang lebih baik melampaui target (permenpanrb-8-2021) capaiannya 107,14%."
    )
    baris = instansi_kecil.run().frames["indikator"].set_index("kode").loc["TPT"]
    assert (round(baris["capaian_persen"], 2), baris["rumus"]) == (107.14, "capaian_rentang_searah")


def test_a_range_that_alone_is_good_is_missed_on_both_sides_without_a_word(instansi_kecil):
    instansi_kecil.params("rentang: permenpanrb-8-2021\n")
    instansi_kecil.replace("target.csv", '"8,55"', '"6 - 7"')
    instansi_kecil.replace("realisasi.csv", '"7,82"', '"5,5"')
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Persen,dalam")
    assert notes(instansi_kecil, "CAP-09").empty
    baris = instansi_kecil.run().frames["indikator"].set_index("kode").loc["TPT"]
    assert (round(baris["capaian_persen"], 2), baris["tercapai"]) == (91.67, "tidak")


def test_a_card_that_aims_at_a_range_holds_no_other_kind_of_target(instansi_kecil):
    kartu = "kode,sasaran,nama,satuan,arah,jenis\nAKIP,S1,AKIP,Nilai,dalam,batas\nTPT,S2,TPT,Persen,turun,\n"
    instansi_kecil.write("indikator.csv", kartu)
    (masalah,) = instansi_kecil.refusals()
    assert masalah.temuan == "Arah dalam tidak berarti bagi target batas: targetnya suatu rentang."
    assert (masalah.berkas, masalah.baris, masalah.kolom) == ("indikator.csv", 2, "arah")

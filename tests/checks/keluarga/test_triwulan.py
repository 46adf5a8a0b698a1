"""Quarterly realisasi against the year's and its type; money by quarter against pagu, plan, year and children."""

from dataclasses import replace

import pandas as pd
import pytest

from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.checks.terminal import baris_perubahan
from lkip_lib.inputs.tables import PERIODE
from tests.agency import TAHAP
from tests.checks.notes import contoh, notes, one

CARD = "kode,sasaran,nama,satuan,arah,tipe_triwulan\nAKIP,S1,Nilai AKIP,Nilai,naik,{}\nTPT,S2,TPT,Persen,turun,\n"
HEAD = "indikator,tahun,periode,realisasi\n"
FAMILIES = [*(f"TRW-{i:02}" for i in range(1, 7)), *(f"KAS-{i:02}" for i in range(1, 10))]


@pytest.fixture
def agency(instansi_kecil):
    return instansi_kecil


def quarters(agency, tipe, *cells, year="64"):
    agency.write("indikator.csv", CARD.format(tipe))
    rows = [f"AKIP,2024,tw{n},{c}\n" for n, c in enumerate(cells, 1) if c != ""]
    agency.write("realisasi.csv", HEAD + "".join(rows) + f"AKIP,2024,tahunan,{year}\n" + 'TPT,2024,tahunan,"7,82"\n')


def cash(agency, *rows):
    agency.write("kas.csv", "kode,periode,rencana,realisasi,realisasi_fisik\n" + "".join(f"{r}\n" for r in rows))


def even(kode, plan, spent):
    return [f"{kode},tw{n},{p},{r}," for n, (p, r) in enumerate(zip(plan, spent, strict=True), 1)]


def test_a_consistent_agency_has_nothing_to_say(tmp_path):
    assert notes(contoh(tmp_path), *FAMILIES).empty


QUARTERS = [
    ("akumulatif", (10, 20, 20, 14), None),
    ("akumulatif", (10, 20, 20, 15), "berjumlah 65, setahun 64"),
    ("kumulatif", (10, 30, 50, 64), "Tampaknya ditulis sebagai jumlah sampai triwulan itu"),
    ("posisi_akhir", (10, 20, 20, 64), None),
    ("posisi_akhir", ("", "", "", 63), "triwulan IV 63, setahun 64"),
    ("pengulangan", (60, 66, 64, 62), None),
    ("berjalan", (16, 32, 48, 64), None),
    ("berjalan", (16, 32, 48, 60), "triwulan IV 60, setahun 64"),
    ("pengulangan", (60, 61, 62, 63), "60, 61, 62, 63, setahun 64"),
]


def test_quarters_against_the_year(agency):
    cards, rows, target = CARD.partition("AKIP")[0], HEAD, "indikator,tahun,dokumen,target\n"
    for n, (tipe, cells, _) in enumerate(QUARTERS):
        cards += f"I{n},S1,Nilai I{n},Nilai,naik,{tipe}\n"
        target += f"I{n},2024,pk,65\n"
        rows += "".join(f"I{n},2024,{p},{c}\n" for p, c in zip(PERIODE[1:], cells, strict=True) if c != "")
        rows += f"I{n},2024,tahunan,64\n"
    for name, content in (("indikator.csv", cards), ("target.csv", target), ("realisasi.csv", rows)):
        agency.write(name, content)
    found = notes(agency, "TRW-01").set_index("subjek")
    expected = {f"I{n}": said for n, (*_, said) in enumerate(QUARTERS) if said}
    assert sorted(found.index) == sorted(expected)
    assert [kode for kode, said in expected.items() if said not in found.at[kode, "penjelasan"]] == []
    assert found.index[found["tingkat"] == "kesalahan"].tolist() == ["I2"]  # "sampai triwulan itu"
    assert set(found["tingkat"]) == {"kesalahan", "peringatan"}


def test_a_rounded_quarter_agrees(agency):
    quarters(agency, "posisi_akhir", "", "", "", '"64,2"', year='"64,17"')
    assert notes(agency, "TRW-01").empty


def test_a_card_without_a_type(agency):
    quarters(agency, "", 60)
    assert "tipe_triwulan kartunya kosong" in one(agency, "TRW-02")["penjelasan"]


@pytest.mark.parametrize(("tipe", "found"), [("akumulatif", 1), ("posisi_akhir", 0)])
def test_a_quarter_left_out(agency, tipe, found):
    quarters(agency, tipe, 10, "", 20)
    assert len(notes(agency, "TRW-03")) == found


def test_a_total_that_falls(agency):
    quarters(agency, "akumulatif", 10, -3)
    assert "Triwulan II -3, kurang dari nol" in one(agency, "TRW-04")["penjelasan"]


def test_more_spent_than_there_is(agency):
    cash(agency, "A,tw1,,40.000.000,", "A,tw2,,21.000.000,")
    note = one(agency, "KAS-01")
    assert (note["dampak"], note["baris"]) == ("lebih Rp1.000.000", 3)
    assert "sampai Triwulan II berjumlah Rp61.000.000" in note["penjelasan"]


def test_a_plan_that_is_not_the_pagu(agency):
    quarter = "15.000.000"
    cash(agency, *even("A", [quarter] * 4, [""] * 4))
    assert notes(agency, "KAS-02").empty
    cash(agency, *even("A", [quarter] * 3 + ["16.000.000"], [""] * 4))
    assert "berjumlah Rp61.000.000, pagunya Rp60.000.000" in one(agency, "KAS-02")["penjelasan"]


@pytest.mark.parametrize(
    ("spent", "said"),
    [
        (("10.000.000", "10.000.000", "10.000.000", "20.000.000"), None),
        (("10.000.000", "10.000.000", "10.000.000", "10.000.000"), "Rp40.000.000, setahun Rp50.000.000"),
        (("1.000.000", "2.000.000", "3.000.000", "50.000.000"), "Tampaknya ditulis sebagai jumlah sampai"),
    ],
)
def test_money_of_the_quarters_against_the_year(agency, spent, said):
    cash(agency, *even("A", [""] * 4, spent))
    if said:
        note = one(agency, "KAS-03")
        assert said in note["penjelasan"]
        assert note["tingkat"] == ("kesalahan" if "sampai" in said else "peringatan")
    else:
        assert notes(agency, "KAS-03").empty


def test_a_parent_that_is_not_its_children(agency):
    children = ["A,tw1,,10.000.000,", "B,tw1,,5.000.000,"]
    cash(agency, *children, "0,tw1,,15.000.000,")
    assert notes(agency, "KAS-04").empty
    cash(agency, *children, "0,tw1,,16.000.000,")
    assert "Rp16.000.000, jumlah rinciannya Rp15.000.000" in one(agency, "KAS-04")["penjelasan"]
    cash(agency, children[0], "0,tw1,,16.000.000,")  # a child that says nothing proves nothing
    assert notes(agency, "KAS-04").empty


def test_a_total_to_the_end_of_a_quarter_against_its_quarters(agency):
    cash(agency, *even("A", [""] * 4, ["10.000.000"] * 2 + [""] * 2), "A,sd_tw2,,20.000.000,")
    assert notes(agency, "KAS-03", "KAS-04", "KAS-06", "KAS-07", "KAS-09").empty
    cash(agency, *even("A", [""] * 4, ["10.000.000"] * 2 + [""] * 2), "A,sd_tw2,,21.000.000,")
    note = one(agency, "KAS-09")
    assert "sampai Triwulan II Rp21.000.000, jumlah triwulannya Rp20.000.000" in note["penjelasan"]
    assert note["tingkat"] == "peringatan"


def test_a_total_stands_for_its_quarters_in_every_check_of_money(agency):
    cash(agency, "A,sd_tw3,,40.000.000,60", "A,tw4,,20.000.000,100")
    assert "Rp60.000.000, setahun Rp50.000.000" in one(agency, "KAS-03")["penjelasan"]
    assert notes(agency, "KAS-05", "KAS-06", "KAS-08").empty
    cash(agency, "A,sd_tw2,,61.000.000,")
    assert "sampai Triwulan II berjumlah Rp61.000.000" in one(agency, "KAS-01")["penjelasan"]
    assert "baru sampai Triwulan II" in one(agency, "KAS-08")["penjelasan"]
    cash(agency, "A,sd_tw2,,30.000.000,", "A,sd_tw3,,29.000.000,")
    assert "sampai Triwulan III Rp29.000.000, sampai Triwulan II Rp30.000.000" in one(agency, "KAS-07")["penjelasan"]


@pytest.mark.parametrize(("cells", "found"), [((20, 40), 0), ((40, 20), 1), ((40, 101), 1)])
def test_physical_progress(agency, cells, found):
    cash(agency, *(f"A,tw{n},,,{c}" for n, c in enumerate(cells, 1)))
    assert len(notes(agency, "KAS-05")) == found


def test_a_quarter_of_money_left_out_or_negative(agency):
    cash(agency, "A,tw1,,1.000.000,", "A,tw3,,-2.000.000,")
    assert "Triwulan II belum diisi, Triwulan III sudah" in one(agency, "KAS-06")["penjelasan"]
    assert "Triwulan III -Rp2.000.000" in one(agency, "KAS-07")["penjelasan"]


@pytest.mark.parametrize(
    ("tipe", "cells", "said"),
    [
        ("akumulatif", (10, 20), "sampai Triwulan II"),
        ("posisi_akhir", ("", "", 60), "sampai Triwulan III"),
        ("posisi_akhir", ("", "", "", 64), None),
        ("akumulatif", (10, 20, 20, 14), None),
        ("", (10, 20), None),  # what its quarters mean is asked first
    ],
)
def test_a_year_whose_last_quarters_are_not_stated(agency, tipe, cells, said):
    quarters(agency, tipe, *cells)
    if said:
        assert one(agency, "TRW-06")["penjelasan"].endswith(f"{said}, padahal realisasi setahun sudah ada: AKIP.")
    else:
        assert notes(agency, "TRW-06").empty


def test_the_report_of_a_quarter_does_not_wait_for_the_last_one(agency):
    quarters(agency, "akumulatif", 10, 20)
    cash(agency, "A,tw1,,1.000.000,")
    place = replace(agency.tempat, triwulan=2)
    semua = rangkai(place, "04_pemeriksaan").frames["pemeriksaan"]
    assert semua[semua["kode"].isin(["TRW-06", "KAS-08"])].empty


def test_money_whose_last_quarters_are_not_stated_is_told_once(agency):
    cash(agency, "A,tw1,,1.000.000,", "A,tw2,,1.000.000,", "B,tw1,,1.000.000,", "B,tw2,,1.000.000,")
    assert one(agency, "KAS-08")["penjelasan"].endswith("Triwulan II, padahal realisasi setahun sudah ada: A, B.")


def test_money_with_sen_adds_up_exactly(agency):
    sen = ('"10.000.000.000,10"', '"20.000.000.000,20"', '"30.000.000.000,30"', '"5.000.000.000,01"')
    year = '"65.000.000.000,61"'
    agency.replace("anggaran.csv", "100.000.000,80.000.000", f"{year},{year}")
    cash(agency, *even("0", sen, sen))
    assert notes(agency, "KAS-01", "KAS-02", "KAS-03").empty


def test_sen_that_were_rounded_are_no_difference(agency):
    quarter = '"15.000.000,10"'
    agency.replace("anggaran.csv", "60.000.000,50.000.000", "60.000.000,60.000.000")
    cash(agency, *even("A", [quarter] * 4, [quarter] * 4), "B,tw1,,1.000.000,", "0,tw1,,16.000.000,")
    assert notes(agency, "KAS-01", "KAS-02", "KAS-03", "KAS-04").empty


def test_what_a_quarter_cannot_measure_is_named_with_what_it_lacks(agency):
    quarters(agency, "posisi_akhir", 60, 61)
    place = replace(agency.tempat, triwulan=2)
    found = rangkai(place, "04_pemeriksaan").frames["pemeriksaan"]
    assert found.loc[found["kode"] == "TRW-05", "penjelasan"].tolist() == [
        "Belum terukur karena target sampai Triwulan II belum ada: AKIP.",
        "Belum terukur karena tipe_triwulan belum ada: TPT.",
    ]
    assert notes(agency, "TRW-05").empty  # in a whole year other notes tell


PART = "indikator,tahun,komponen,nama,nilai,satuan\nAKIP,2024,pembilang,Bagian,{},dokumen\n"
CALCULATED = PART + "AKIP,2024,penyebut,Semua,3,dokumen\n"


@pytest.mark.parametrize(("part", "said"), [(2, None), (1, "triwulan IV 66,67, setahun 33,3333 (dihitung dari")])
def test_quarters_against_a_year_that_is_computed_from_its_components(agency, part, said):
    quarters(agency, "posisi_akhir", 60, 61, 62, '"66,67"', year="")
    agency.replace("indikator.csv", "Nilai AKIP,Nilai", "Nilai AKIP,Persen")
    agency.write("komponen.csv", CALCULATED.format(part))
    if said:
        assert said in one(agency, "TRW-01")["penjelasan"]
    else:
        assert notes(agency, "TRW-01").empty


def test_a_changed_budget_that_a_quarter_leaves_aside_is_named_with_the_key_that_takes_it(agency):
    cash(agency, "A,tw1,,40.000.000,", "A,tw2,,21.000.000,")
    place = replace(agency.tempat, triwulan=2)
    assert baris_perubahan(place) == []
    agency.append("anggaran.csv", "0,,instansi,,dppa,110.000.000,\nA,0,program,S1,dppa,70.000.000,\n")
    (baris,) = baris_perubahan(place)
    assert "DPPA ada di tabel, tetapi belum dipakai triwulan ini; isi memakai_perubahan di params/" in baris
    semua = rangkai(place, "04_pemeriksaan").frames["pemeriksaan"]
    (kata,) = semua.loc[semua["kode"] == "KAS-01", "penjelasan"]
    assert "bila DPPA sudah berlaku, isi memakai_perubahan: ya di params." in kata
    agency.params("memakai_perubahan: tidak\n")  # as was chosen
    assert baris_perubahan(place) == []


def test_a_rate_that_runs_through_the_year_is_no_achievement_before_it_ends(agency):
    kartu = (
        "kode,sasaran,nama,satuan,arah,tipe_triwulan\nAKIP,S1,Angka kematian ibu,per 100.000 kelahiran,turun,berjalan\n"
    )
    agency.write("indikator.csv", f"{kartu}TPT,S2,TPT,Persen,turun,\n")
    cells = zip(("tw1", "tw2", "tw3", "tw4", "tahunan"), ("25,1", "48,9", "61,0", "77,2", "77,2"), strict=True)
    agency.write(
        "realisasi.csv", HEAD + "".join(f'AKIP,2024,{p},"{v}"\n' for p, v in cells) + 'TPT,2024,tahunan,"7,82"\n'
    )
    agency.write(
        "target.csv", 'indikator,tahun,periode,dokumen,target\nAKIP,2024,tahunan,pk,"76,0"\nTPT,2024,tahunan,pk,8\n'
    )
    tw1 = rangkai(replace(agency.tempat, triwulan=1), TAHAP[-1]).frames["triwulan"].set_index("kode").loc["AKIP"]
    assert pd.isna(tw1["capaian_tahun_persen"])
    assert round(tw1["proyeksi"], 1) == 100.4  # a straight line from the year's start
    semua = agency.run("02_capaian").frames["triwulan"]
    tw4 = semua[(semua["kode"] == "AKIP") & (semua["triwulan"] == 4)].iloc[0]
    assert round(tw4["capaian_tahun_persen"], 2) == 98.42
    assert notes(agency, "TRW-01", "TRW-02", "TAR-07").empty

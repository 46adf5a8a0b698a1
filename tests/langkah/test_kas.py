"""Money by quarter over the budget tree: a node's own figure, else its children's, and no sum with one missing."""

import pandas as pd
import pytest

from tests.agency import Agency

KAS = """\
kode,periode,rencana,realisasi
A,tw1,20.000.000,15.000.000
A,tw2,20.000.000,10.000.000
B,tw1,10.000.000,10.000.000
B,tw2,10.000.000,
"""


@pytest.fixture
def agency(instansi_kecil: Agency):
    instansi_kecil.write("kas.csv", KAS)
    return instansi_kecil


def row(agency, kode, n):
    return agency.run().frames["kas"].set_index(["kode", "triwulan"]).loc[(kode, n)]


def test_the_agency_is_the_sum_of_its_programs(agency):
    b = row(agency, "0", 1)
    assert (b["rencana_sampai_rp"], b["realisasi_sampai_rp"], b["pagu_rp"]) == (30_000_000, 25_000_000, 100_000_000)
    assert (b["rencana_persen"], b["serapan_persen"], b["deviasi_poin"]) == (30, 25, -5)
    assert (b["deviasi_rp"], b["proyeksi_rp"], b["proyeksi_persen"]) == (-5_000_000, 100_000_000, 100)


def test_a_program_to_date(agency):
    b = row(agency, "A", 2)
    assert (b["rencana_rp"], b["rencana_sampai_rp"]) == (20_000_000, 40_000_000)
    assert (b["realisasi_sampai_rp"], b["serapan_rencana_persen"], b["deviasi_rp"]) == (25_000_000, 62.5, -15_000_000)


def test_with_one_missing_there_is_no_sum(agency):
    b = row(agency, "0", 2)
    assert b["rencana_sampai_rp"] == 60_000_000
    assert b[["realisasi_rp", "realisasi_sampai_rp", "serapan_persen", "deviasi_rp", "proyeksi_rp"]].isna().all()


def test_a_stated_figure_of_the_agency_comes_first(agency):
    agency.append("kas.csv", "0,tw2,60.000.000,28.000.000\n0,tw1,40.000.000,26.000.000\n")
    b = row(agency, "0", 2)
    assert (b["realisasi_sampai_rp"], b["rencana_sampai_rp"]) == (54_000_000, 100_000_000)


def test_a_figure_can_be_followed_to_its_cells(agency):
    bahan = agency.run()
    asal = bahan.ledger.asal("kas.0.realisasi_sampai_rp.2024.tw1")
    assert [(b["berkas"], b["tercetak"]) for b in asal] == [("kas.csv", "15.000.000"), ("kas.csv", "10.000.000")]
    assert bahan.ledger["kas.A.proyeksi_rp.2024.tw2"]["rumus"] == "proyeksi_lurus"


def test_without_a_cash_plan_there_is_nothing(instansi_kecil):
    assert instansi_kecil.run().frames["kas"].empty


def test_a_code_that_the_budget_does_not_have(agency):
    agency.append("kas.csv", "Z,tw1,1.000,1.000\n")
    problem = agency.refusal()
    assert (problem.berkas, problem.baris, problem.kolom) == ("kas.csv", 6, "kode")
    assert '"Z" tidak ada di tabel anggaran' in problem.temuan


def test_a_total_to_the_end_of_a_quarter_stands_for_quarters_that_are_not_known(instansi_kecil):
    instansi_kecil.write(
        "kas.csv",
        "kode,periode,rencana,realisasi,realisasi_fisik\n"
        "A,tw1,20.000.000,,\nA,tw2,20.000.000,,\nA,s.d. Triwulan II,,25.000.000,40\nA,TW III,,5.000.000,\n",
    )
    bahan = instansi_kecil.run()
    kas = bahan.frames["kas"].set_index(["kode", "triwulan"])
    assert kas.loc[("A", 1), ["realisasi_sampai_rp", "serapan_persen"]].isna().all()
    b = kas.loc[("A", 2)]
    assert (b["rencana_sampai_rp"], b["realisasi_sampai_rp"], b["realisasi_fisik_persen"]) == (40e6, 25e6, 40)
    assert pd.isna(b["realisasi_rp"])
    assert kas.loc[("A", 3), "realisasi_sampai_rp"] == 30_000_000
    asal = bahan.ledger.asal("kas.A.realisasi_sampai_rp.2024.tw3")
    assert [(b["baris"], b["tercetak"]) for b in asal] == [(4, "25.000.000"), (5, "5.000.000")]


def test_quarters_that_are_all_known_are_summed_beside_a_total(agency):
    agency.append("kas.csv", "A,sd_tw2,,26.000.000\n")
    assert row(agency, "A", 2)["realisasi_sampai_rp"] == 25_000_000

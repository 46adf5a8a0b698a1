"""Notes of one cause are one job; notes that only stand near each other are not."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lkip_lib import checks
from lkip_lib.checks.registry import DAFTAR, Catatan, Pemeriksaan, Sifat
from tests.agency import Agency
from tests.checks.notes import claimed, notes, printed

KEPALA = "kode,induk,tingkat,nama,sasaran,dokumen,pagu,realisasi,lengkap,sumber\n"
POHON = """\
0,,instansi,Dinas Kecil,,lkip,2.000.000,1.800.000,ya,"Tabel 3.6, jumlah"
A,0,program,Program Satu,,lkip,1.250.000,1.125.000,ya,"Tabel 3.6, A"
A.1,A,kegiatan,Kegiatan Satu,,lkip,410.000,369.000,ya,"Tabel 3.6, A.1"
A.2,A,kegiatan,Kegiatan Dua,,lkip,840.000,756.000,ya,"Tabel 3.6, A.2"
B,0,program,Program Dua,,lkip,750.000,675.000,ya,"Tabel 3.6, B"
B.1,B,kegiatan,Kegiatan Tiga,,lkip,430.000,387.000,ya,"Tabel 3.6, B.1"
B.2,B,kegiatan,Kegiatan Empat,,lkip,320.000,288.000,ya,"Tabel 3.6, B.2"
"""
PERSEN = tuple(f"serapan_persen,anggaran,{k},,lkip,2024,90%," for k in ("A.1", "A.2", "B.1", "B.2"))


@pytest.fixture
def agency(instansi_kecil: Agency) -> Agency:
    instansi_kecil.write("anggaran.csv", KEPALA + POHON)
    printed(instansi_kecil, *PERSEN)
    return instansi_kecil


def jobs(agency: Agency) -> list[set[str]]:
    """Return the codes of each job of the budget and of what is printed, where it has two notes or more."""
    found = notes(agency)
    groups = found.groupby(found["akar"].where(found["akar"] != "", found["id"]))
    return sorted((set(m["kode"]) for _, m in groups if len(m) > 1), key=sorted)


def roots(agency: Agency, *kode: str) -> pd.DataFrame:
    found = notes(agency, *kode)
    return found.assign(kerja=found["akar"].where(found["akar"] != "", found["id"]))


def test_an_agency_without_contradictions_has_no_job(agency):
    assert jobs(agency) == []


def test_one_wrong_amount_takes_its_sum_its_percentage_and_its_bound_with_it(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "410.000,569.000")
    assert jobs(agency) == [{"ANG-01", "ANG-02", "ANG-03", "ANG-10"}]
    (root,) = roots(agency, "ANG-10").to_dict("records")
    assert (root["akar"], root["subjek"]) == ("", "A.1")


def test_two_wrong_amounts_under_one_total_are_two_jobs(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "410.000,396.000")
    agency.replace("anggaran.csv", "430.000,387.000", "430.000,378.000")
    found = roots(agency, "ANG-02")
    assert len(found) == found["kerja"].nunique() == 2
    assert set(found["subjek"]) == {"A", "B"}


def test_pagu_and_realisasi_of_one_row_that_are_wrong_apart_are_two_jobs(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "401.000,396.000")
    assert roots(agency, "ANG-02")["kerja"].nunique() == 2


def test_another_document_that_bears_out_the_sum_belongs_to_the_same_job(agency):
    agency.replace(
        "anggaran.csv", "A.1,A,kegiatan,Kegiatan Satu,,lkip,410.000", "A.1,A,kegiatan,Kegiatan Satu,,lkip,470.000"
    )
    agency.append(
        "anggaran.csv",
        "A,,program,Program Satu,,pk,1.250.000,,ya,PK\nA.1,A,kegiatan,Kegiatan Satu,,pk,410.000,,ya,PK\n",
    )
    assert {"ANG-02", "ANG-05"} <= next(j for j in jobs(agency) if "ANG-05" in j)


def test_pagu_and_realisasi_that_changed_places_are_one_job(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "369.000,410.000")
    assert roots(agency, "ANG-01", "ANG-02", "ANG-03")["kerja"].nunique() == 1


def test_percentages_that_slipped_by_a_row_are_one_job(agency):
    agency.write("anggaran.csv", KEPALA + POHON.replace("369.000", "333.300").replace("756.000", "791.700"))
    benar = ("81,29%", "94,25%", "90,00%", "90,00%")
    kode = ("A.1", "A.2", "B.1", "B.2")
    geser = (*benar[1:3], benar[0], benar[3])
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}",' for k, p in zip(kode, geser, strict=True)))
    found = roots(agency, "ANG-01")
    assert (len(found), found["kerja"].nunique()) == (3, 1)


def test_percentages_that_slipped_are_one_job_with_the_last_of_them_and_with_one_printed_short(agency):
    agency.write("anggaran.csv", KEPALA + POHON.replace("369.000", "333.300").replace("756.000", "791.700"))
    geser = {"A.1": "94%", "A.2": "87,15%", "B.1": "81,29%", "B.2": "90,00%"}  # A.1 has A.2's, A.2 a stranger
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}",' for k, p in geser.items()))
    found = roots(agency, "ANG-01").set_index("subjek")["kerja"]
    assert set(found.index) == {"A.1", "A.2", "B.1"}
    assert found["A.1"] == found["B.1"]


def test_percentages_computed_with_the_pagu_of_one_other_document_are_one_job(agency):
    lain = {"A.1": "450.000", "A.2": "800.000", "B.1": "500.000"}
    agency.append("anggaran.csv", "".join(f"{k},,kegiatan,Kegiatan,,pk,{v},,ya,PK\n" for k, v in lain.items()))
    persen = {"A.1": "82,00", "A.2": "94,50", "B.1": "77,40", "B.2": "97,00"}  # B.2 is wrong in its own way
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}%",' for k, p in persen.items()))
    found = roots(agency, "ANG-01")
    assert sorted(found.groupby("kerja").size()) == [1, 3]


def test_percentages_computed_with_another_documents_pagu_leave_out_the_row_whose_amount_is_wrong(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "41.000,369.000")
    lain = {"A.1": "410.000", "A.2": "800.000", "B.1": "500.000"}
    agency.append("anggaran.csv", "".join(f"{k},,kegiatan,Kegiatan,,pk,{v},,ya,PK\n" for k, v in lain.items()))
    persen = {"A.1": "90,00", "A.2": "94,50", "B.1": "77,40"}
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}%",' for k, p in persen.items()))
    found = roots(agency, "ANG-01", "ANG-02").set_index(["kode", "subjek"])["kerja"]
    assert found["ANG-01", "A.2"] == found["ANG-01", "B.1"] != found["ANG-01", "A.1"] == found["ANG-02", "A"]


@pytest.mark.parametrize(("salah", "pekerjaan"), [(4, [4]), (3, [1, 1, 1])])
def test_many_wrong_percentages_of_one_table_are_one_job_and_few_are_as_many(agency, salah, pekerjaan):
    cetak = dict(zip(("A.1", "A.2", "B.1", "B.2"), ("81,31", "83,47", "86,53", "97,02")[:salah], strict=False))
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}%","Tabel 3.6, {k}"' for k, p in cetak.items()))
    found = roots(agency, "ANG-01")
    assert sorted(found.groupby("kerja").size()) == pekerjaan


def test_the_counts_of_one_sentence_are_one_job(agency):
    claim = "P{0},jumlah,{1},0,instansi,2024,,{2},,kalimat,BAB III paragraf 1"
    claimed(agency, claim.format(1, "jumlah_sasaran", 5), claim.format(2, "jumlah_indikator", 7))
    assert sorted(roots(agency, "NAR-13").groupby("kerja").size()) == [2]


def test_a_note_that_tells_how_something_was_read_is_in_no_job_and_makes_none(agency):
    agency.replace("realisasi.csv", '"64,17"', "64.17")
    printed(agency, "capaian_persen,indikator,AKIP,AKIP,pk,2024,89.27,Tabel 3.1")
    dibaca = notes(agency, "AKA-02")
    assert len(dibaca) > 1
    assert set(dibaca["akar"]) == set(dibaca["pekerjaan"]) == {""}


def test_an_amount_that_every_row_above_took_over_is_one_job(agency):
    salah = POHON.replace("410.000,369.000", "410.000,469.000").replace("1.125.000", "1.225.000")
    agency.write("anggaran.csv", KEPALA + salah.replace("1.800.000", "1.900.000"))
    agency.write("belanja.csv", "kode,uraian,realisasi\npegawai,Pegawai,900.000\nmodal,Belanja Modal,900.000\n")
    printed(agency)
    assert {"ANG-03", "ANG-04"} in jobs(agency)


def test_a_total_short_of_a_row_is_one_job_for_both_amounts_and_the_sentences_on_them(agency):
    agency.replace("anggaran.csv", "lkip,2.000.000,1.800.000", "lkip,1.250.000,1.125.000")
    agency.write("belanja.csv", "kode,uraian,realisasi\npegawai,Pegawai,900.000\nmodal,Belanja Modal,900.000\n")
    claim = 'P{0},angka,{1},0,instansi,2024,,"{2}",,kalimat {0},BAB {0}'
    claimed(agency, claim.format(1, "pagu_rp", "Rp2.000.000"), claim.format(2, "realisasi_rp", "Rp1.800.000"))
    found = roots(agency, "ANG-04", "NAR-01")
    assert set(found["kode"]) == {"ANG-04", "NAR-01"}
    assert found["kerja"].nunique() == 1


def test_sentences_that_compare_with_a_figure_that_stands_in_no_table_are_one_job(agency):
    agency.append("realisasi.csv", 'AKIP,2023,"64,17"\n')
    claim = "P{0},{1},{2},AKIP,instansi,2024,2023,{3},,kalimat {0},BAB {0}"
    claimed(
        agency,
        claim.format(1, "arah", "realisasi", "turun"),
        claim.format(2, "angka", "selisih_poin", '"5,09"'),
    )
    assert {"NAR-05", "NAR-06"} in jobs(agency)


def test_what_follows_a_slipped_comma_is_one_job_with_it(agency):
    years = {2019: "61,20", 2020: "62,05", 2021: "62,90", 2022: "63,10", 2023: "6,364"}
    agency.append("realisasi.csv", "".join(f'AKIP,{t},"{v}"\n' for t, v in years.items()))
    claimed(agency, 'P1,angka,selisih_poin,AKIP,instansi,2024,2023,"0,53",,kalimat,BAB III')
    assert {"AKA-03", "NAR-05"} in jobs(agency)


def test_quarters_that_add_up_to_the_target_of_another_document_are_one_job_with_it(agency):
    rows = {"pk,tahunan": "68,79", "lkip,tahunan": "67,89"} | {f"pk,tw{n}": "16,97" for n in range(1, 5)}
    lines = "".join(f'AKIP,2024,{k},"{v}"\n' for k, v in rows.items())
    agency.write("target.csv", f'indikator,tahun,dokumen,periode,target\n{lines}TPT,2024,pk,tahunan,"8,55"\n')
    card = "kode,sasaran,nama,satuan,arah,tipe_triwulan\nAKIP,S1,Nilai AKIP,Nilai,naik,akumulatif\n"
    agency.write("indikator.csv", f"{card}TPT,S2,Tingkat Pengangguran,Persen,turun,\n")
    assert {"TAR-01", "TAR-07"} in jobs(agency)


def test_a_row_left_out_of_its_parent_is_one_job_for_both_amounts(agency):
    agency.replace("anggaran.csv", "1.250.000,1.125.000", "840.000,756.000")
    found = roots(agency, "ANG-06")
    assert (len(found), found["kerja"].nunique()) == (2, 1)


def test_a_row_left_out_of_a_total_is_another_job_than_what_changed_places_in_that_row(agency):
    agency.replace("anggaran.csv", "2.000.000,1.800.000", "750.000,675.000")
    agency.replace("anggaran.csv", "1.250.000,1.125.000", "1.125.000,1.250.000")
    found = roots(agency, "ANG-02", "ANG-03", "ANG-06").set_index(["kode", "kolom", "subjek"])["kerja"]
    assert found["ANG-03", "realisasi", "A"] not in set(found["ANG-06"])


def test_percentages_that_slipped_are_another_job_than_amounts_that_changed_places_in_the_row_where_they_end(agency):
    tertukar = (
        POHON.replace("369.000", "333.300").replace("756.000", "791.700").replace("320.000,288.000", "288.000,320.000")
    )
    agency.write("anggaran.csv", KEPALA + tertukar)
    geser = {"A.1": "94,25%", "A.2": "90,00%", "B.1": "85,55%", "B.2": "90,00%"}  # B.1 has a stranger, B.2 its own
    printed(agency, *(f'serapan_persen,anggaran,{k},,lkip,2024,"{p}",' for k, p in geser.items()))
    found = roots(agency, "ANG-01").set_index("subjek")["kerja"]
    assert found["A.2"] == found["B.1"] != found["B.2"]


def test_last_years_number_in_many_sentences_is_one_job(agency):
    year = "P{0},tahun,tahun_laporan,0,instansi,2023,,{1},,kalimat ke-{0},BAB {0}"
    claimed(agency, *(year.format(n, "2023") for n in range(1, 5)), year.format(5, "2021"))
    found = roots(agency, "NAR-19")
    assert sorted(found.groupby("kerja").size()) == [1, 4]


def test_one_wrong_value_stated_twice_is_one_job_and_another_value_a_second(agency):
    claim = "P{0},angka,realisasi,AKIP,instansi,2024,,{1},,kalimat {0},BAB {0}"
    claimed(agency, *(claim.format(n, f'"{v}"') for n, v in enumerate(("46,17", "46,17", "64,71"), 1)))
    assert sorted(roots(agency, "NAR-01").groupby("kerja").size()) == [1, 2]


def test_a_wrong_realisasi_is_the_root_of_what_disagrees_with_it(agency):
    agency.replace("realisasi.csv", "64,17", "46,17")
    printed(agency, 'capaian_persen,indikator,AKIP,AKIP,pk,2024,"98,72",Tabel 3.1')
    claimed(agency, 'P1,angka,realisasi,AKIP,instansi,2024,,"64,17",,kalimat,BAB III')
    assert {"CAP-01", "NAR-01"} in jobs(agency)


def test_a_wrong_capaian_and_a_wrong_sentence_that_need_different_figures_are_two_jobs(agency):
    printed(agency, 'capaian_persen,indikator,AKIP,AKIP,pk,2024,"89,27",Tabel 3.1')
    claimed(agency, 'P1,angka,realisasi,AKIP,instansi,2024,,"61,47",,kalimat,BAB III')
    assert roots(agency, "CAP-01", "NAR-01")["kerja"].nunique() == 2


def test_targets_of_two_documents_that_differ_for_most_indicators_are_one_job(agency):
    agency.append("target.csv", 'AKIP,2024,lkip,70\nTPT,2024,lkip,"8,15"\n')
    found = roots(agency, "TAR-01")
    assert (len(found), found["kerja"].nunique()) == (2, 1)


def test_the_note_that_the_others_rest_on_is_the_root_whatever_the_order_of_the_rows(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "410.000,569.000")
    first = roots(agency).set_index("id")["kerja"].to_dict()
    lines = (KEPALA + POHON.replace("410.000,369.000", "410.000,569.000")).splitlines(keepends=True)
    agency.write("anggaran.csv", "".join((lines[0], lines[1], *lines[5:], *lines[2:5])))
    assert roots(agency).set_index("id")["kerja"].to_dict() == first


def test_each_note_leads_with_the_place_in_the_agencys_document(agency):
    agency.replace("anggaran.csv", "410.000,369.000", "410.000,569.000")
    found = notes(agency, "ANG-10").iloc[0]
    assert (found["tempat"], found["berkas"], found["baris"]) == ("Tabel 3.6, A.1", "anggaran.csv", 4)
    assert set(notes(agency, "ANG-01")["tempat"]) == {"tabel tercetak/hitungan, A.1"}


@pytest.mark.parametrize(("sifat", "pekerjaan"), [((Sifat.SEKALIMAT,), 1), ((), 2)])
def test_a_new_check_is_grouped_by_the_traits_at_its_declaration(agency, monkeypatch, sifat, pekerjaan):
    def found(konteks):
        ids = [b["nilai_id"] for b in konteks.baris("ketik/tercetak/pernyataan")]
        yield from (Catatan(id, f"Kata ke-{n}.") for n, id in enumerate(ids))

    claimed(agency, *(f"P{n},jumlah,jumlah_program,0,instansi,2024,,{n},,kalimat,BAB III paragraf 1" for n in (1, 2)))
    monkeypatch.setitem(DAFTAR, "NAR-99", Pemeriksaan("NAR-99", "kesalahan", "", "", "", found, sifat))
    assert roots(agency, "NAR-99")["kerja"].nunique() == pekerjaan


def test_the_code_of_a_check_stands_only_where_it_is_declared():
    codes = re.compile("[\"'](" + "|".join(DAFTAR) + ")[\"']")
    texts = {p: p.read_text() for p in Path(checks.__file__).parent.rglob("*.py")}
    named = [(p.name, k) for p, text in texts.items() for k in codes.findall(text)]
    assert sorted(k for _, k in named) == sorted(DAFTAR)


def test_a_note_without_a_place_is_refused(agency, monkeypatch):
    def nowhere(konteks):
        yield Catatan("anggaran.A.1.pagu_rp.2024", "Dihitung, tidak tercetak di mana pun.")

    agency.run()
    monkeypatch.setitem(DAFTAR, "UJI-01", Pemeriksaan("UJI-01", "kesalahan", "", "", "", nowhere))
    with pytest.raises(Exception, match="UJI-01 tanpa tempat"):
        notes(agency)

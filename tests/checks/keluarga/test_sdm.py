"""Family sdm: each rule fires on one planted error and is silent on the tables without it."""

import pandas as pd
import pytest

from lkip_lib.buku.rangkaian import jalankan
from lkip_lib.checks.keluarga.sdm import PANGKAT
from tests.agency import Agency

SDM = """\
kelompok,nomor,uraian,golongan,asn,non_asn
jabatan,1,Kepala Dinas,,1,0
jabatan,2,Pelaksana,,4,2
golongan,1.,Pembina TK I,IV/b,1,
golongan,2.,Penata Muda Tingkat 1,III-b,3,
golongan,3.,Penata Muda,IIIa,1,
golongan,4.,PPPK,IX,,
pendidikan,,SMA,,2,2
pendidikan,,S1,,3,
"""
HITUNGAN = """\
besaran,jenis_subjek,subjek,nilai
jumlah_asn,sdm,jabatan,5
jumlah_asn,sdm,golongan,5
jumlah_asn,sdm,pendidikan,5
jumlah_non_asn,sdm,pendidikan,2
"""


@pytest.fixture
def agency(instansi_kecil: Agency) -> Agency:
    instansi_kecil.write("sdm.csv", SDM)
    instansi_kecil.write("tercetak/hitungan.csv", HITUNGAN)
    return instansi_kecil


def notes(agency: Agency) -> pd.DataFrame:
    found = jalankan("04_pemeriksaan", agency.run()).frames["pemeriksaan"]
    return found[found["keluarga"] == "sdm"]


def test_consistent_tables_are_silent(agency: Agency) -> None:
    assert notes(agency).empty


def test_group_that_counts_others_is_named_once(agency: Agency) -> None:
    agency.replace("sdm.csv", "pendidikan,,S1,,3,", "pendidikan,,S1,,4,")
    agency.replace("tercetak/hitungan.csv", "jumlah_asn,sdm,pendidikan,5", "jumlah_asn,sdm,pendidikan,6")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["subjek"], note["kandidat"]) == ("SDM-01", "pendidikan", "5")


def test_a_group_of_another_year_is_said_to_be_one(agency: Agency) -> None:
    old, *rows = SDM.replace("pendidikan,,S1,,3", "pendidikan,,S1,,4").splitlines()
    dated = [f"{row},{'2023' if row.startswith('pendidikan') else ''}" for row in rows]
    agency.write("sdm.csv", "\n".join([f"{old},tahun", *dated]))
    agency.replace("tercetak/hitungan.csv", "jumlah_asn,sdm,pendidikan,5", "jumlah_asn,sdm,pendidikan,6")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["tingkat"], note["kandidat"]) == ("SDM-01", "peringatan", "")
    assert note["penjelasan"].endswith("Tabel pendidikan menyebut tahun 2023, yang lain tahun 2024.")


def test_non_asn_is_compared_where_two_groups_state_it(agency: Agency) -> None:
    agency.replace("sdm.csv", "jabatan,2,Pelaksana,,4,2", "jabatan,2,Pelaksana,,4,3")
    (note,) = notes(agency).to_dict("records")
    assert note["kode"] == "SDM-01"
    assert note["kandidat"] == ""  # one table against another


def test_a_table_of_golongan_need_not_list_others_than_civil_servants(agency: Agency) -> None:
    rows = [r.rsplit(",", 1)[0] + ",0" if r.startswith("golongan") else r for r in SDM.splitlines()]
    agency.write("sdm.csv", "\n".join(rows))
    assert notes(agency).empty


def test_printed_total_against_its_rows_is_one_note(agency: Agency) -> None:
    agency.replace("tercetak/hitungan.csv", "golongan,5", "golongan,6")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["tercetak"], note["seharusnya"]) == ("SDM-02", "6", "5")


def test_rows_that_miss_the_right_total_are_not_the_repair(agency: Agency) -> None:
    agency.replace("sdm.csv", "III-b,3", "III-b,2")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["seharusnya"], note["kandidat"]) == ("SDM-02", "", "")


@pytest.mark.parametrize(("nomor", "words"), [("1.", "Nomor 1 berulang"), ("7.", "Sesudah nomor 1 langsung nomor 7")])
def test_numbering_repeats_or_skips(agency: Agency, nomor: str, words: str) -> None:
    agency.replace("sdm.csv", "golongan,2.", f"golongan,{nomor}")
    (note,) = notes(agency).to_dict("records")
    assert note["penjelasan"].startswith(words)
    assert (note["kode"], note["kolom"], note["tercetak"]) == ("SDM-03", "nomor", nomor)


def test_pangkat_must_go_with_its_golongan(agency: Agency) -> None:
    agency.replace("sdm.csv", "Penata Muda,IIIa", "Penata Muda,II/d")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["tercetak"], note["kandidat"]) == ("SDM-04", "II/d", "III/a")


def test_every_pangkat_is_known_as_it_is_printed(agency: Agency) -> None:
    rows = "".join(f"golongan,,{n.upper().replace('TINGKAT I', 'TK. I')},{g},1,\n" for g, n in PANGKAT.items())
    agency.write("sdm.csv", "kelompok,nomor,uraian,golongan,asn,non_asn\n" + rows)
    agency.write("tercetak/hitungan.csv", "besaran,jenis_subjek,subjek,nilai\n")
    assert notes(agency).empty


def test_row_out_of_order_is_information(agency: Agency) -> None:
    agency.write("sdm.csv", SDM.replace("Pembina TK I,IV/b", "Juru,I/c").replace("IX", "").replace("PPPK", "Penata"))
    agency.append("sdm.csv", "golongan,5.,Pengatur,II/c,,\ngolongan,6.,Pengatur Muda,II/a,,\n")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["tingkat"], note["tercetak"]) == ("SDM-05", "informasi", "III-b")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("60", ""),  # 5 people, 12 months
        ("65/org/bln", ""),
        ("70", ""),
        ("84", ""),  # 7 with those who are no civil servants
        ("63", ""),  # people come and go
        ("1.260", "105 orang selama 12 bulan; tabel pegawai memuat"),
    ],
)
def test_person_months_go_with_some_head_count(agency: Agency, target: str, said: str) -> None:
    agency.write(
        "rkt.csv",
        f"kode,tingkat,jenis,uraian,satuan,target\nA,sub_kegiatan,keluaran,Orang digaji,Orang/Bulan,{target}\n",
    )
    found = notes(agency)
    assert found["kode"].tolist() == ["SDM-06"] * bool(said)
    assert set(found["tingkat"]) <= {"informasi"}
    assert all(said in p for p in found["penjelasan"])

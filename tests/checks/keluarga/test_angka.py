"""Figures that cannot be read, or cannot be what their column says."""

import pytest

from tests.checks.notes import contoh, notes, one, printed


def test_a_damaged_figure_is_listed(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "60.000.000,50", "600.00.000,50")
    assert "kelompok ribuan" in one(instansi_kecil, "AKA-01")["penjelasan"]


def test_two_readings_of_a_copy_are_no_misprint(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "60.000.000,50", "60.000.000 | 68.000.000,50")
    note = one(instansi_kecil, "AKA-01")
    assert note["tingkat"] == "peringatan"
    assert note["penjelasan"].startswith("Tidak terbaca: salinan memuat 2 bacaan sel ini: 60.000.000 dan 68.000.000.")


def test_a_reading_that_the_unit_decided_is_information(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', "64.17")
    note = one(instansi_kecil, "AKA-02")
    assert (note["tingkat"], note["tercetak"]) == ("informasi", "64.17")


def test_every_place_that_was_read_the_same_way_is_listed(instansi_kecil):
    instansi_kecil.write(
        "realisasi.csv", "indikator,tahun,realisasi,sumber\nAKIP,2024,64.17,Tabel 3.1\nTPT,2024,7.82,Tabel 3.2\n"
    )
    note = one(instansi_kecil, "AKA-02")
    assert (note["tempat"], note["juga"]) == ("Tabel 3.1", "Tabel 3.2: 7.82")


def test_a_consistent_agency_has_nothing_to_say(instansi_kecil):
    assert notes(instansi_kecil, "AKA-01", "AKA-02", "AKA-03", "AKA-04", "AKA-05").empty


def test_a_figure_ten_times_its_series(tmp_path):
    agency = contoh(tmp_path)
    agency.replace("target.csv", 'CEMAR,2022,tahunan,pk,,"32,50"', 'CEMAR,2022,tahunan,pk,,"3,250"')
    assert notes(agency, "AKA-03")["kandidat"].tolist() in (["32,5"], [])  # 3,250 is itself refused or ten times off
    agency.replace("target.csv", '"3,250"', '"1,50"')
    note = one(agency, "AKA-03")
    assert (note["tercetak"], note["tingkat"]) == ("1,50", "peringatan")


def test_a_count_of_the_nation_is_no_outlier(instansi_kecil):
    instansi_kecil.replace("indikator.csv", "Nilai AKIP,Nilai", "Wisatawan,Orang")
    instansi_kecil.replace("target.csv", "2024,pk,65", "2024,pk,100.000")
    rows = "".join(f"AKIP,{2020 + i},instansi,{90 + 5 * i}.000\n" for i in range(5))
    own = f'indikator,tahun,lingkup,realisasi\n{rows}TPT,2024,instansi,"7,82"\n'
    instansi_kecil.write("realisasi.csv", f"{own}AKIP,2024,nasional,13.900.000\n")
    assert notes(instansi_kecil, "AKA-03").empty
    instansi_kecil.write("realisasi.csv", own.replace("90.000", "9.000"))
    assert one(instansi_kecil, "AKA-03")["tercetak"] == "9.000"


def test_a_count_that_falls_to_nothing_is_no_outlier(tmp_path):
    assert notes(contoh(tmp_path), "AKA-03").empty


def test_a_unit_in_the_cell_that_is_not_the_columns(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', '"64,17%"')
    assert "Nilai" in one(instansi_kecil, "AKA-04")["penjelasan"]


@pytest.mark.parametrize("cell", ['"7,82%"', '"7,82 persen"', '"7,82"'])
def test_a_percent_sign_where_the_unit_is_persen(instansi_kecil, cell):
    instansi_kecil.replace("realisasi.csv", '"7,82"', cell)
    assert notes(instansi_kecil, "AKA-04").empty


def test_two_units_in_one_row(instansi_kecil):
    head = "kode,sasaran,jenis,uraian,target,realisasi\n"
    instansi_kecil.write("keluaran.csv", head + "K1,S1,keluaran,Laporan,12 Dokumen,12 Orang\n")
    assert one(instansi_kecil, "AKA-04")["tercetak"] == "12 Orang"
    instansi_kecil.write("keluaran.csv", head + "K1,S1,keluaran,Laporan,12 Dokumen,12 Dok\n")
    assert notes(instansi_kecil, "AKA-04").empty


def test_a_capaian_in_a_realisasi_column(instansi_kecil):
    instansi_kecil.append("realisasi.csv", 'AKIP,2024,"64,17"\n')
    printed(instansi_kecil, "realisasi,indikator,AKIP,AKIP,,2024,98%,Tabel 3.2")
    note = one(instansi_kecil, "AKA-05")
    assert (note["tercetak"], note["seharusnya"]) == ("98%", "64,17")
    assert notes(instansi_kecil, "CAP-03").empty


def test_a_realisasi_stated_once_proves_nothing(instansi_kecil):
    printed(instansi_kecil, "realisasi,indikator,AKIP,AKIP,,2024,98%,Tabel 3.2")
    note = one(instansi_kecil, "AKA-05")
    assert (note["seharusnya"], note["kandidat"]) == ("", "64,17")


def test_a_realisasi_repeated_right(instansi_kecil):
    printed(instansi_kecil, 'realisasi,indikator,AKIP,AKIP,,2024,"64,17",Tabel 3.2')
    assert notes(instansi_kecil, "AKA-05", "CAP-03").empty


def scored(agency, third, ranged="0-100"):
    cards = f"AKIP,S1,Nilai AKIP,Nilai,naik,\nIKM,S2,Kepuasan,Indeks,naik,{ranged}\n"
    agency.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,rentang\n{cards}")
    agency.write("target.csv", "indikator,tahun,dokumen,target\nAKIP,2024,pk,65\nIKM,2024,pk,80\n")
    agency.write("realisasi.csv", 'indikator,tahun,realisasi\nAKIP,2024,"64,17"\n')
    rows = "".join(f'IKM,2024,unsur,U{i},"{third if i == 3 else "3,2"}"\n' for i in range(1, 10))
    agency.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai\n{rows}")


@pytest.mark.parametrize("cell", ["34", "5,21", "0,5"])
def test_a_service_element_is_scored_from_one_to_four(instansi_kecil, cell):
    scored(instansi_kecil, cell)
    note = one(instansi_kecil, "AKA-01")
    assert (note["berkas"], note["baris"], note["tercetak"]) == ("komponen.csv", 4, cell)


@pytest.mark.parametrize(("unit", "asked"), [("", True), ("orang", None), ("nilai", False)])
def test_a_count_of_two_readings_without_a_unit_asks_for_it(instansi_kecil, unit, asked):
    rows = f"TPT,2024,pembilang,Penganggur,171.000,{unit}\nTPT,2024,penyebut,Angkatan kerja,2.187.000,orang\n"
    instansi_kecil.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai,satuan\n{rows}")
    told = notes(instansi_kecil, "AKA-01")["penjelasan"].tolist()
    assert [t.endswith(" Isi satuannya, misalnya orang.") for t in told] == ([] if asked is None else [asked])


def test_elements_within_their_scale_are_no_note(instansi_kecil):
    scored(instansi_kecil, "3,4")
    assert notes(instansi_kecil, "AKA-01", "AKA-08").empty


def test_components_that_leave_the_range_of_their_card(instansi_kecil):
    scored(instansi_kecil, "3,4", "0-60")
    note = one(instansi_kecil, "AKA-08")
    assert "memberi 80,56, di luar kisaran 0-60" in note["penjelasan"]
    assert note["berkas"] == "komponen.csv"


def test_a_word_of_no_ladder_is_named_where_it_stands(instansi_kecil):
    instansi_kecil.write("indikator.csv", "kode,sasaran,nama,satuan,arah,jenis\nOPINI,S1,Opini,Opini,naik,ordinal\n")
    instansi_kecil.write("target.csv", "indikator,tahun,dokumen,target\nOPINI,2024,pk,WTP\n")
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\nOPINI,2024,WTP\nOPINI,2023,Wajar\n")
    note = one(instansi_kecil, "AKA-07")
    assert (note["tingkat"], note["berkas"], note["baris"]) == ("kesalahan", "realisasi.csv", 3)
    assert note["penjelasan"].startswith('"Wajar" tidak ada dalam jenjang opini-bpk')
    assert note["penjelasan"].endswith("WTP, WDP, TW, TMP.")


SERIES = [
    ("Orang", "440.000", ("360.202", "381.666", "41.687", "438.007"), "416.870"),  # a digit lost
    ("Persen", "65,00", ("60,80", "63,00", "6,55"), "65,5"),  # the comma slipped
    ("Persen", "65%", ("0,275",), "27,5"),  # a fraction among percentages
    ("Orang", "440.000", ("360.202", "381.666", "141.687", "438.007"), None),
    ("Persen", "65,00", ("20,80", "63,00", "6,55"), None),  # no series to speak of
    ("Persen", "0,9", ("0,275",), None),
    ("Persen", "65%", ("0,275%",), None),  # as the cell itself says
    ("Dokumen", "10", ("9", "11", "1"), None),  # of counts this small a tenth is no slip
]


def test_a_figure_that_a_power_of_ten_brings_back_to_its_series(instansi_kecil):
    for n, (satuan, target, series, _) in enumerate(SERIES):
        instansi_kecil.append("indikator.csv", f"I{n},S1,Nilai I{n},{satuan},naik\n")
        instansi_kecil.append("target.csv", f'I{n},2024,pk,"{target}"\n')
        rows = (f'I{n},{2024 - len(series) + i},"{v}"\n' for i, v in enumerate(series, 1))
        instansi_kecil.append("realisasi.csv", "".join(rows))
    found = notes(instansi_kecil, "AKA-03")
    assert found["subjek"].is_unique
    expected = {f"I{n}": kandidat for n, (*_, kandidat) in enumerate(SERIES) if kandidat}
    assert dict(zip(found["subjek"], found["kandidat"], strict=True)) == expected


@pytest.mark.parametrize(("satuan", "found"), [("per 1.000 penduduk", 1), ("orang per 1.000 penduduk", 0)])
def test_a_count_in_a_column_of_rates_names_both_units(instansi_kecil, satuan, found):
    instansi_kecil.replace("indikator.csv", "Nilai AKIP,Nilai", f"Angka kunjungan,{satuan}")
    instansi_kecil.replace("realisasi.csv", '"64,17"', '"1.101,97 orang"')
    assert notes(instansi_kecil, "AKA-01").empty
    said = notes(instansi_kecil, "AKA-04")["penjelasan"].tolist()
    assert said == ['Sel tercetak "1.101,97 orang", satuan kolomnya per 1.000 penduduk.'] * found

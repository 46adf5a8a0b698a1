"""What is not settled: each other reading is measured, the ends are found, and what was settled has none."""

import pytest

KARTU = "kode,sasaran,nama,satuan,arah\nAKIP,S1,Nilai AKIP,Nilai,naik\n"
SENGKETA = KARTU + "SENGKETA,S2,Persentase penanganan sengketa,Persen,naik\n"
PERUBAHAN = """\
indikator,tahun,dokumen,jenis,target,nama
AKIP,2024,pk,,65,
TPT,2024,pk,perubahan,"-0,13",
"""
PERKARA = """\
indikator,tahun,komponen,nama,nilai
SENGKETA,2024,penyebut,Perkara masuk,83
SENGKETA,2023,penyebut,Perkara masuk,110
"""
KALIMAT = """\
kode,jenis,besaran,subjek,lingkup,tahun,tahun_banding,nilai,satuan,kutipan,sumber
P1,angka,realisasi,TPT,kota,2023,,"10,68%",%,tahun sebelumnya yang mencapai 10,"BAB II, paragraf 3"
"""


def bacaan(agency, pk="pk"):
    frame = agency.run("02_capaian").frames["kemungkinan"]
    return frame[frame["dokumen"] == pk][["kode", "sebab", "dinyatakan", "capaian_persen", "tercapai"]].values.tolist()


def jangkauan(agency):
    j = agency.run("02_capaian").frames["jangkauan"]
    j = j[j["dokumen"] == "pk"].set_index("andaian")
    return {n: (round(j.loc[n, "rata_rata_persen"], 2), int(j.loc[n, "n_tercapai"])) for n in j.index}


@pytest.fixture
def berjanji(instansi_kecil):
    """Let the agreement promise a change of 0,13 points, from 7,90 last year: 61,54 % of it came about."""
    instansi_kecil.write("target.csv", PERUBAHAN)
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    return instansi_kecil


def test_a_settled_year_has_one_reading(instansi_kecil):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\nAKIP,2023,"61,64"\n')
    assert bacaan(instansi_kecil) == []
    semua = jangkauan(instansi_kecil)
    assert semua["terendah"] == semua["tertinggi"] == (99.36, 1)


def test_a_promised_change_may_start_from_another_value_of_last_year(berjanji):
    assert bacaan(berjanji) == []
    berjanji.write("tercetak/pernyataan.csv", KALIMAT)
    assert bacaan(berjanji) == [["TPT", "nilai_lalu", "10,68%", 100.0, "ya"]]
    semua = jangkauan(berjanji)
    assert semua == {"terendah": (80.13, 0), "tertinggi": (99.36, 1), "TPT.1": (99.36, 1)}


def test_values_that_the_tables_dispute_lead_to_ends_without_a_result_in_use(berjanji):
    berjanji.append("realisasi.csv", 'TPT,2023,"10,68"\n')
    assert [b[1:3] for b in bacaan(berjanji)] == [["nilai_lalu", "7,90"], ["nilai_lalu", "10,68"]]
    semua = jangkauan(berjanji)
    assert (semua["terendah"], semua["tertinggi"]) == ((80.13, 0), (99.36, 1))


def test_a_rounded_statement_is_no_other_reading(berjanji):
    berjanji.append("realisasi.csv", 'TPT,2023,"7,9"\n')
    assert bacaan(berjanji) == []


def test_a_chosen_value_is_settled(berjanji):
    berjanji.append("realisasi.csv", 'TPT,2023,"10,68"\n')
    berjanji.params(
        'pilihan_realisasi: [{indikator: TPT, tahun: 2023, realisasi: "7,90", alasan: "Rilis BPS yang terakhir"}]\n'
    )
    assert bacaan(berjanji) == []


def test_a_promised_change_may_start_from_the_target_of_last_year(berjanji):
    berjanji.append("target.csv", 'TPT,2023,pk,,"8,72",\n')
    assert bacaan(berjanji) == [["TPT", "dasar_perubahan", "8,72", 100.0, "ya"]]


def test_a_confirmed_reading_is_the_only_one(berjanji):
    berjanji.append("target.csv", 'TPT,2023,pk,,"8,72",\n')
    berjanji.params("bacaan_dipastikan: [{indikator: TPT, alasan: Dasarnya realisasi 2023}]\n")
    assert bacaan(berjanji) == []


def sengketa(agency, nama, jenis=""):
    agency.write("indikator.csv", SENGKETA)
    agency.write(
        "target.csv",
        f"indikator,tahun,dokumen,jenis,target,nama\nAKIP,2024,pk,,65,\nSENGKETA,2024,pk,{jenis},100,{nama}\n",
    )
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,65\nSENGKETA,2024,100\n")
    agency.write("komponen.csv", PERKARA)
    return agency


def test_a_name_that_speaks_of_a_fall_may_mean_the_fall(instansi_kecil):
    (satu,) = bacaan(sengketa(instansi_kecil, "Persentase penurunan sengketa"))
    assert satu[:3] == ["SENGKETA", "arti_nama", "Persentase penurunan sengketa"]
    assert (round(satu[3], 2), satu[4]) == (24.55, "tidak")
    assert jangkauan(instansi_kecil)["terendah"] == (62.27, 1)


@pytest.mark.parametrize("nama", ["Persentase penanganan sengketa", ""])
def test_a_name_of_a_level_means_the_level(instansi_kecil, nama):
    assert bacaan(sengketa(instansi_kecil, nama)) == []


def test_a_card_that_names_the_fall_itself_means_what_it_measures(instansi_kecil):
    agency = sengketa(instansi_kecil, "Persentase penurunan sisa sengketa")
    agency.write("indikator.csv", SENGKETA.replace("penanganan sengketa", "penurunan sisa sengketa"))
    assert bacaan(agency) == []


def test_of_several_components_none_is_what_the_name_speaks_of(instansi_kecil):
    agency = sengketa(instansi_kecil, "Persentase penurunan sengketa")
    agency.append("komponen.csv", "SENGKETA,2024,pembilang,Selesai,83\nSENGKETA,2023,pembilang,Selesai,100\n")
    assert bacaan(agency) == []


def test_the_ends_are_taken_over_sasaran_where_the_mean_is(berjanji):
    berjanji.write("tercetak/pernyataan.csv", KALIMAT)
    berjanji.params("rata_rata: sasaran\n")
    assert jangkauan(berjanji)["terendah"] == (80.13, 0)


@pytest.mark.parametrize(
    ("ubah", "sebutan"),
    [({}, ["Target belum tercapai", "Efisien"]), ({"lain": True}, ["Target belum tercapai", ""])],
    ids=["settled", "another reading misses"],
)
def test_efficient_is_claimed_only_where_every_reading_gives_it(instansi_kecil, ubah, sebutan):
    agency = sengketa(instansi_kecil, "Persentase penurunan sengketa" if ubah else "Persentase penanganan sengketa")
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,60\nSENGKETA,2024,100\n")
    efisiensi = agency.run().frames["efisiensi"]
    assert efisiensi["tingkat_efisiensi"].tolist() == ["Target belum tercapai", "Efisien"]
    assert efisiensi["sebutan"].tolist() == sebutan


@pytest.mark.parametrize(("pk", "sebutan"), [(7.9, "Efisien"), (7.5, ""), ("", "")], ids=["met", "missed", "not in it"])
def test_efficient_is_claimed_only_where_the_agreement_gives_it_too(instansi_kecil, pk, sebutan):
    instansi_kecil.write(
        "target.csv",
        f"indikator,tahun,dokumen,target\nAKIP,2024,pk,65\nTPT,2024,pk,{pk}\nAKIP,2024,lkip,65\nTPT,2024,lkip,8\n",
    )
    instansi_kecil.params("dokumen_target: lkip\n")
    efisiensi = instansi_kecil.run().frames["efisiensi"].set_index("sasaran")
    assert (efisiensi.loc["S2", "tingkat_efisiensi"], efisiensi.loc["S2", "sebutan"]) == ("Efisien", sebutan)

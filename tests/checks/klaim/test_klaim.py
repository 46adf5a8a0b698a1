"""Family narasi: each rule fires on one planted claim and is silent on its true neighbour."""

import csv
import io
from dataclasses import dataclass, fields, replace

import pandas as pd
import pytest

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import jalankan, rangkai
from lkip_lib.checks.registry import DAFTAR
from lkip_lib.places import tempat
from tests.agency import AKAR, TAHAP, Agency

BERKAS = {
    "realisasi.csv": """\
indikator,tahun,lingkup,realisasi
AKIP,2024,instansi,"64,17"
AKIP,2024,instansi,"64,2"
AKIP,2023,instansi,"61,64"
AKIP,2022,instansi,"64,22"
AKIP,2024,nasional,"65,36"
TPT,2024,instansi,"7,82"
TPT,2023,instansi,"7,90"
TPT,2022,instansi,"7,95"
""",
    "target.csv": """\
indikator,tahun,dokumen,target
AKIP,2024,pk,65
TPT,2024,pk,"8,55"
AKIP,2024,renstra,65
AKIP,2025,renstra,67
AKIP,2026,renstra,68
TPT,2024,renstra,"8,50"
""",
    "anggaran.csv": """\
kode,induk,tingkat,sasaran,dokumen,pagu,realisasi,sumber
0,,instansi,,dpa,100.000.000,80.000.000,"Tabel 3.6"
A,0,program,S1,dpa,60.000.000,50.000.000,"Tabel 3.6, A"
B,0,program,S2,dpa,40.000.000,30.000.000,"Tabel 3.6, B"
C,0,program,S2,dpa,0,0,"Tabel 3.6, C"
0,,instansi,,pk,100.000.000,,"Tabel 2.5"
A,0,program,S1,pk,60.000.000,,"Tabel 2.5, A"
""",
    "tujuan.csv": "kode,nama\nT1,Tenaga kerja yang sejahtera\n",
    "sasaran.csv": "kode,tujuan,nama\nS1,T1,Akuntabilitas meningkat\nS2,T1,Pengangguran menurun\n",
    "belanja.csv": "kode,uraian,pagu,realisasi\npegawai,Belanja Pegawai,100.000.000,80.000.000\n",
    "komponen.csv": """\
indikator,tahun,komponen,nama,nilai,satuan
TPT,2024,penyebut,Jumlah angkatan kerja,1.000,orang
TPT,2024,pembilang,Jumlah penganggur,78,orang
TPT,2023,pembilang,Jumlah penganggur,100,orang
""",
    "tercetak/hitungan.csv": """\
besaran,jenis_subjek,subjek,dokumen,tahun,nilai,sumber
rata_rata_capaian_persen,instansi,0,pk,2024,"78,82","Tabel 3.4"
predikat,instansi,0,pk,2024,Tinggi,"Tabel 3.4"
serapan_persen,anggaran,0,dpa,2024,"80,00","Tabel 3.6"
""",
    "analisis.yml": """\
indikator:
  AKIP:
    sebab: [Bukti belum lengkap.]
    upaya: [Bukti dilengkapi.]
""",
}


@dataclass(frozen=True)
class K:
    """One claim, with what most claims have."""

    jenis: str
    besaran: str
    subjek: str
    nilai: str
    lingkup: str = "instansi"
    tahun: str = "2024"
    tahun_banding: str = ""
    satuan: str = ""
    kutipan: str = ""
    sumber: str = "BAB III, paragraf 1"


def notes(agency: Agency, *claims: K) -> pd.DataFrame:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["kode", *(f.name for f in fields(K))])
    writer.writeheader()
    for n, k in enumerate(claims, 1):
        writer.writerow({"kode": f"P{n}", **vars(k)})
    agency.write("tercetak/pernyataan.csv", out.getvalue())
    found = jalankan("04_pemeriksaan", agency.run()).frames["pemeriksaan"]
    return found[found["keluarga"] == "narasi"]


@pytest.fixture
def agency(instansi_kecil: Agency) -> Agency:
    for name, content in BERKAS.items():
        instansi_kecil.write(name, content)
    instansi_kecil.params("skala_nilai: {AKIP: permenpanrb-88-2021}\ndokumen_anggaran: dpa\n")
    return instansi_kecil


def angka(besaran: str, subjek: str, nilai: str, **lain: str) -> K:
    return K("angka", besaran, subjek, nilai, **lain)


def arah(subjek: str, kata: str, **lain: str) -> K:
    return K("arah", lain.pop("besaran", "realisasi"), subjek, kata, **lain)


def tahun(besaran: str, nilai: str, **lain: str) -> K:
    return K("tahun", besaran, lain.pop("subjek", "0"), nilai, **lain)


PAGU, REALISASI = "Rp100.000.000", "Rp80.000.000"
DELAPAN_PULUH = "delapan puluh juta rupiah"
RENSTRA = [tahun("tahun_renstra", "2024-2026", tahun="")]
# Code, the claims of one sentence that are wrong, and those that are right.
KASUS: list[tuple[str, list[K], list[K]]] = [
    ("NAR-01", [angka("realisasi", "AKIP", "98")], [angka("realisasi", "AKIP", "64")]),
    ("NAR-01", [angka("realisasi", "AKIP", "63", tahun="2023")], [angka("realisasi", "AKIP", "61,6", tahun="2023")]),
    ("NAR-01", [angka("realisasi", "TPT", "7,80%", lingkup="kota")], [angka("realisasi", "TPT", "7,82%")]),
    ("NAR-01", [angka("realisasi", "AKIP", "66", lingkup="nasional")],
     [angka("realisasi", "TPT", "4", lingkup="nasional")]),
    ("NAR-01", [angka("capaian_persen", "AKIP", "97%")], [angka("capaian_persen", "AKIP", "98%")]),
    ("NAR-01", [angka("capaian_persen", "S1", "97%")], [angka("capaian_persen", "S1", "98,72%")]),
    ("NAR-01", [angka("target", "AKIP", "66")], [angka("target", "AKIP", "65")]),
    ("NAR-01", [angka("serapan_persen", "0", "81%")], [angka("serapan_persen", "0", "80,00%")]),
    ("NAR-01", [angka("pagu_rp", "0", "Rp101.000.000")], [angka("pagu_rp", "0", "Rp0,1 miliar")]),
    ("NAR-01", [angka("sisa_rp", "0", "Rp21.000.000")], [angka("sisa_rp", "0", "Rp20.000.000")]),
    ("NAR-01", [angka("belanja_rp", "pegawai", "Rp81.000.000")], [angka("belanja_rp", "pegawai", REALISASI)]),
    ("NAR-01", [K("jumlah", "angkatan_kerja_orang", "TPT", "1.001")], [K("jumlah", "angkatan_kerja", "TPT", "1.000")]),
    ("NAR-02", [angka("realisasi_rp", "0", PAGU), angka("pagu_rp", "0", REALISASI)],
     [angka("realisasi_rp", "0", REALISASI), angka("pagu_rp", "0", PAGU)]),
    ("NAR-02", [angka("realisasi", "AKIP", "61,64"), angka("realisasi", "AKIP", "64,17", tahun="2023")],
     [angka("realisasi", "AKIP", "64,17"), angka("realisasi", "AKIP", "61,64", tahun="2023")]),
    ("NAR-04", [angka("realisasi_rp", "0", REALISASI), K("terbilang", "realisasi_rp", "0", "delapan belas juta")],
     [angka("realisasi_rp", "0", REALISASI), K("terbilang", "realisasi_rp", "0", "Delapanpuluh Juta Rupiah")]),
    ("NAR-04", [K("terbilang", "pagu_rp", "0", DELAPAN_PULUH)], [K("terbilang", "realisasi_rp", "0", DELAPAN_PULUH)]),
    ("NAR-05", [angka("selisih_poin", "AKIP", "1,72", lingkup="nasional")],
     [angka("selisih_poin", "AKIP", "1,19", lingkup="nasional")]),
    ("NAR-05", [angka("perubahan_persen", "AKIP", "4,3%")], [angka("perubahan_persen", "AKIP", "4,1%")]),
    ("NAR-05", [angka("perubahan_persen", "TPT", "5%", tahun_banding="2023")],
     [angka("perubahan_persen", "TPT", "-1,01%", tahun_banding="2023")]),
    ("NAR-05", [angka("perubahan_persen", "TPT", "21%")], [angka("perubahan_persen", "TPT", "22%")]),
    ("NAR-05", [angka("terhadap_nasional_persen", "AKIP", "96%")], [angka("terhadap_nasional_persen", "AKIP", "98%")]),
    ("NAR-06", [arah("AKIP", "turun")], [arah("AKIP", "naik")]),
    ("NAR-06", [arah("AKIP", "naik", tahun_banding="2022")], [arah("AKIP", "turun", tahun_banding="2022")]),
    ("NAR-06", [arah("TPT", "tetap", tahun_banding="2023")], [arah("TPT", "turun", tahun_banding="2023")]),
    ("NAR-06", [arah("AKIP", "lebih_tinggi", lingkup="nasional")], [arah("AKIP", "lebih_rendah", lingkup="nasional")]),
    ("NAR-06", [arah("TPT", "naik", besaran="penganggur")], [arah("TPT", "turun", besaran="penganggur")]),
    ("NAR-07", [arah("AKIP", "sesuai_target")], [arah("TPT", "sesuai_target")]),
    ("NAR-07", [arah("AKIP", "melebihi")], [arah("TPT", "melebihi")]),
    ("NAR-07", [arah("AKIP", "melebihi", lingkup="nasional")], [arah("TPT", "melebihi", lingkup="nasional")]),
    ("NAR-08", [arah("TPT", "fluktuatif", tahun_banding="2022")], [arah("AKIP", "fluktuatif", tahun_banding="2022")]),
    ("NAR-09", [tahun("tahun_pembanding", "2022", tahun="2022")],
     [tahun("tahun_pembanding", "2022", tahun="2022"), arah("AKIP", "turun", tahun_banding="2022")]),
    ("NAR-10", [arah("AKIP", "tetap", tahun="", tahun_banding="2024")], [arah("AKIP", "naik", tahun="")]),
    ("NAR-11", [arah("AKIP", "naik", tahun_banding="2020")], [arah("AKIP", "naik", tahun_banding="2023")]),
    ("NAR-13", [K("jumlah", "jumlah_tujuan", "0", "2")], [K("jumlah", "jumlah_tujuan", "0", "1")]),
    ("NAR-13", [K("jumlah", "jumlah_sasaran", "0", "3")], [K("jumlah", "jumlah_sasaran", "0", "2")]),
    ("NAR-13", [K("jumlah", "jumlah_indikator", "S1", "2")], [K("jumlah", "jumlah_indikator", "S1", "1")]),
    ("NAR-13", [K("jumlah", "jumlah_indikator", "0", "1")], [K("jumlah", "jumlah_indikator", "", "1")]),
    ("NAR-13", [K("jumlah", "jumlah_indikator", "0", "3", kutipan="tiga indikator tercapai")],
     [K("jumlah", "jumlah_indikator", "0", "1", kutipan="satu dari dua indikator melampaui target")]),
    ("NAR-13", [K("jumlah", "jumlah_sasaran", "0", "1", kutipan="memiliki satu sasaran")],
     [K("jumlah", "jumlah_sasaran", "0", "1", kutipan="1 dari 2 (dua) sasaran")]),
    ("NAR-14", [K("jumlah", "jumlah_program", "0", "1", kutipan="didukung satu program")],
     [K("jumlah", "jumlah_program", "0", "1", kutipan="satu program dihentikan")]),
    ("NAR-14", [K("jumlah", "jumlah_program", "0", "4")], [K("jumlah", "jumlah_program", "0", "3")]),
    ("NAR-14", [K("jumlah", "jumlah_program", "0", "2", sumber="sesudah Tabel 2.5")],
     [K("jumlah", "jumlah_program", "0", "1", sumber="sesudah Tabel 2.5")]),
    ("NAR-14", [K("jumlah", "jumlah_program", "0", "4")], [K("jumlah", "jumlah_program", "0", "2")]),
    ("NAR-15", [K("predikat", "predikat", "AKIP", "Rendah")], [K("predikat", "predikat", "AKIP", "Sangat Tinggi")]),
    ("NAR-15", [K("predikat", "predikat", "AKIP", "Cukup Baik (memadai)", lingkup="nasional")],
     [K("predikat", "predikat", "AKIP", "Baik", lingkup="nasional")]),
    ("NAR-15", [K("predikat", "predikat", "TPT", "rendah", kutipan="dalam kategori rendah")],
     [K("predikat", "predikat", "TPT", "rendah", kutipan="dengan biaya rendah")]),
    ("NAR-15", [K("predikat", "predikat", "AKIP", "A", kutipan="predikat A")],
     [K("predikat", "predikat", "AKIP", "B", kutipan="predikat B")]),
    ("NAR-17", [K("jumlah", "jumlah_indikator_berpredikat", "0", "1", kutipan="1 (satu)"),
                K("predikat", "predikat", "", "Sangat Tinggi", kutipan="1 (satu)")],
     [K("jumlah", "jumlah_indikator_berpredikat", "0", "2", kutipan="2 (dua)"),
      K("predikat", "predikat", "", "Sangat Tinggi", kutipan="2 (dua)")]),
    ("NAR-17", [K("jumlah", "jumlah_indikator_berpredikat", "Sangat Tinggi", "1")],
     [K("jumlah", "jumlah_indikator_berpredikat", "Sangat Tinggi", "dua")]),
    ("NAR-17", [K("jumlah", "jumlah_indikator_berpredikat", "0", "satu", kutipan="satu indikator Sangat Tinggi")],
     [K("jumlah", "jumlah_indikator_berpredikat", "0", "dua", kutipan="dua indikator Sangat Tinggi")]),
    ("NAR-18", [K("predikat", "tingkat_efisiensi", "S1", "Efisien")],
     [K("predikat", "tingkat_efisiensi", "S2", "efisien")]),
    ("NAR-25", [K("predikat", "tingkat_efisiensi", "0", "ada efisiensi")],
     [K("predikat", "tingkat_efisiensi", "0", "tidak ada efisiensi")]),
    ("NAR-19", [tahun("tahun_laporan", "2023", tahun="2023")], [tahun("tahun_laporan", "2024")]),
    ("NAR-19", [tahun("tahun_laporan", "2023", tahun="2023", kutipan="Tahun 2023 dibandingkan tahun lalu")],
     [tahun("tahun_laporan", "2023", tahun="2023", kutipan="rekomendasi atas Laporan Kinerja Tahun 2023"),
      angka("serapan_persen", "0", "70%", tahun="2023")]),
    ("NAR-19", [tahun("tahun_anggaran", "2023", tahun="2023")],
     [tahun("tahun_laporan", "2023", tahun="2023", tahun_banding="2024")]),
    ("NAR-20", [*RENSTRA, tahun("tahun_renstra", "2018-2023", tahun="")], [*RENSTRA, tahun("tahun_renstra", "2025")]),
    ("NAR-20", [*RENSTRA, tahun("tahun_renstra", "2018-2023", tahun="", kutipan="dalam Renstra 2018-2023")],
     [*RENSTRA, tahun("tahun_renstra", "2018-2023", tahun="", kutipan="sesudah Renstra 2018-2023 berakhir")]),
    ("NAR-20", [*RENSTRA, tahun("tahun_renstra", "2024-2023", tahun="", kutipan="melanjutkan Renstra")],
     [*RENSTRA, tahun("tahun_renstra", "2018-2023", tahun="2022")]),
    ("NAR-20", [tahun("tahun_renstra", "2924-2026", tahun="")], RENSTRA),
    ("NAR-21", [tahun("tahun_tren", "2022-2023", subjek="AKIP")], [tahun("tahun_tren", "2022 sd 2024", subjek="AKIP")]),
    ("NAR-22", [tahun("tahun_pembanding", "2022", tahun="2022", kutipan="tahun sebelumnya"), arah("AKIP", "naik")],
     [tahun("tahun_pembanding", "2023", tahun="2023", kutipan="tahun sebelumnya"), arah("AKIP", "naik")]),
    ("NAR-23", [tahun("tahun_rencana", "2024")], [tahun("tahun_rencana", "2025", tahun="2025")]),
    ("NAR-24", [tahun("tahun_data", "2204", tahun="")], [tahun("tahun_data", "2020", tahun="2020")]),
]  # fmt: skip


def apart(agency: Agency, kasus: list[list[K]]) -> list[list[str]]:
    """Return what is noted of each sentence, every one in a paragraph of its own."""
    semua = [
        (n, replace(k, sumber=k.sumber.replace("paragraf 1", f"paragraf {n}"))) for n, c in enumerate(kasus) for k in c
    ]
    found = notes(agency, *(k for _, k in semua))
    assert set(found["berkas"]) <= {"tercetak/pernyataan.csv"}
    kode: list[list[str]] = [[] for _ in kasus]
    for k, baris in zip(found["kode"], found["baris"], strict=True):
        kode[semua[baris - 2][0]].append(k)
    return kode


def test_fires_on_every_wrong_claim_and_on_no_right_one(agency: Agency) -> None:
    assert apart(agency, [salah for _, salah, _ in KASUS]) == [[kode] for kode, _, _ in KASUS]
    assert apart(agency, [benar for _, _, benar in KASUS]) == [[] for _ in KASUS]


def test_a_period_with_this_year_in_it_is_right_unless_another_is_told(agency: Agency) -> None:
    assert notes(agency, tahun("tahun_renstra", "2023-2028", tahun="")).empty
    assert list(notes(agency, tahun("tahun_renstra", "2018-2023", tahun=""))["kode"]) == ["NAR-20"]


def test_a_claim_proves_nothing_against_a_figure_stated_once(agency: Agency) -> None:
    once = notes(agency, angka("realisasi", "TPT", "8,00")).iloc[0]
    twice = notes(agency, angka("realisasi", "AKIP", "98")).iloc[0]
    assert (once["seharusnya"], once["kandidat"]) == ("", "7,82%")
    assert (twice["seharusnya"], twice["kandidat"]) == ("64,17", "")
    assert "cocok dengan capaian AKIP" in twice["penjelasan"]


def test_a_word_of_direction_is_not_corrected_by_two_years_alike_to_the_last_digit(agency: Agency) -> None:
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,64\nAKIP,2023,64\nTPT,2024,8\nTPT,2023,9\n")
    note, other = notes(agency, arah("AKIP", "naik"), arah("TPT", "naik")).to_dict("records")
    assert (note["kode"], note["seharusnya"], note["kandidat"]) == ("NAR-06", "", "tetap")
    assert other["kandidat"] in ("", "turun")


def test_a_growth_is_not_corrected_by_two_years_alike_to_the_last_digit(agency: Agency) -> None:
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,64\nAKIP,2023,64\nTPT,2024,8\nTPT,2023,9\n")
    (note,) = notes(agency, angka("perubahan_persen", "AKIP", "4,1%")).to_dict("records")
    assert (note["kode"], note["seharusnya"], note["kandidat"]) == ("NAR-05", "", "0,00%")


def test_another_document_s_figure_is_information(agency: Agency) -> None:
    (note,) = notes(agency, angka("target", "TPT", "8,50")).to_dict("records")
    assert (note["tingkat"], note["kode"]) == ("informasi", "NAR-01")


@pytest.mark.parametrize(("claim", "found"), [("110%", []), ("95%", []), ("100%", ["NAR-01"])])
def test_the_unbounded_mean_of_a_sasaran_is_weighed(agency: Agency, claim: str, found: list[str]) -> None:
    cards = "AKIP,S1,Nilai AKIP,Nilai,naik,3\nTPT,S1,Kepuasan,Nilai,naik,1\n"
    agency.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,bobot\n{cards}")
    agency.write("target.csv", "indikator,tahun,dokumen,target\nAKIP,2024,pk,50\nTPT,2024,pk,50\n")
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,60\nTPT,2024,40\n")
    semua = notes(agency, angka("capaian_persen", "S1", claim))["kode"]
    assert semua[semua == "NAR-01"].tolist() == found


@pytest.mark.parametrize(("bound", "found"), [("120", ["NAR-01"]), ("100", [])])
def test_a_capaian_of_last_year_is_known_unless_it_stands_at_a_bound(
    agency: Agency, bound: str, found: list[str]
) -> None:
    agency.params(f"dokumen_anggaran: dpa\nbatas: '{bound}'\n")
    agency.append("target.csv", 'TPT,2023,pk,"8,90"\n')
    assert notes(agency, angka("capaian_persen", "TPT", "111,24%", tahun="2023")).empty
    assert notes(agency, angka("capaian_persen", "TPT", "105%", tahun="2023"))["kode"].tolist() == found


def test_a_rise_in_points_called_per_cent_is_a_warning(agency: Agency) -> None:
    (note,) = notes(agency, angka("perubahan_persen", "TPT", "0,08%")).to_dict("records")
    assert note["tingkat"] == "peringatan"
    assert "poin, bukan persen" in note["penjelasan"]


def test_swapped_pair_is_one_note_with_its_proof(agency: Agency) -> None:
    (note,) = notes(agency, angka("realisasi_rp", "0", PAGU), angka("pagu_rp", "0", REALISASI)).to_dict("records")
    assert note["seharusnya"] == REALISASI


def test_sentence_and_table_that_print_two_figures(agency: Agency) -> None:
    rata = angka("rata_rata_capaian_persen", "0", "99,36%")
    kelas = K("predikat", "predikat", "0", "Sangat Tinggi")
    assert list(notes(agency, rata, kelas)["kode"]) == ["NAR-03", "NAR-16"]
    agency.replace("tercetak/hitungan.csv", "78,82", "99,36")
    agency.replace("tercetak/hitungan.csv", "Tinggi", "Sangat Tinggi")
    assert notes(agency, rata, kelas).empty


@pytest.mark.parametrize(("claim", "found"), [("7,82%", []), ("8,01%", ["NAR-01"]), ("6,49%", ["NAR-01"])])
def test_a_sentence_may_be_more_exact_than_its_table(agency: Agency, claim: str, found: list[str]) -> None:
    agency.replace("realisasi.csv", 'TPT,2024,instansi,"7,82"', "TPT,2024,instansi,7")
    assert list(notes(agency, angka("realisasi", "TPT", claim))["kode"]) == found


@pytest.mark.parametrize(("word", "levels"), [("B", []), ("Sangat Baik", ["informasi"]), ("Rendah", ["kesalahan"])])
def test_a_score_without_a_scale_of_its_own_only_asks_which_one_its_word_is_of(
    agency: Agency, word: str, levels: list[str]
) -> None:
    agency.params("dokumen_anggaran: dpa\n")
    found = notes(agency, K("predikat", "predikat", "AKIP", word, kutipan=f"predikat {word}"))
    assert list(found["tingkat"]) == levels


@pytest.mark.parametrize(("table", "found"), [("100", []), ("109,34", ["NAR-03"])])
def test_a_table_may_print_a_capaian_within_its_bound(agency: Agency, table: str, found: list[str]) -> None:
    agency.params("skala_nilai: {AKIP: permenpanrb-88-2021}\ndokumen_anggaran: dpa\nbatas: '100'\n")
    agency.append("tercetak/hitungan.csv", f'capaian_persen,indikator,TPT,pk,2024,"{table}","Tabel 3.1"\n')
    assert list(notes(agency, angka("capaian_persen", "TPT", "108,5%"))["kode"]) == found


@pytest.mark.parametrize(
    ("claim", "quote", "found"),
    [
        ("15", "dalam Triwulan II sebanyak 15", []),
        ("25", "sampai dengan Juni sebanyak 25", []),
        ("26", "Semester I sebanyak 26", ["NAR-01"]),
        ("99", "Triwulan III sebanyak 99", []),  # what is not stated is no measure
        ("99", "Triwulan IV sebanyak 99", ["NAR-01"]),
        ("25", "sebanyak 25", ["NAR-01"]),
    ],
)
def test_part_of_the_year_is_held_against_its_quarters(
    agency: Agency, claim: str, quote: str, found: list[str]
) -> None:
    agency.write("indikator.csv", "kode,sasaran,nama,satuan,arah,tipe_triwulan\n"
                 "AKIP,S1,Nilai AKIP,Nilai,naik,\nTPT,S2,Kasus,Kasus,turun,akumulatif\n")  # fmt: skip
    agency.write("target.csv", "indikator,tahun,dokumen,target\nAKIP,2024,pk,65\nTPT,2024,pk,50\n")
    rows = ["AKIP,2024,tahunan,65", "TPT,2024,tahunan,40", "TPT,2024,tw1,10", "TPT,2024,tw2,15"]
    agency.write("realisasi.csv", "\n".join(["indikator,tahun,periode,realisasi", *rows]) + "\n")
    agency.append("tercetak/hitungan.csv", 'capaian_persen,indikator,TPT,pk,2024,"120,00","Tabel 3.1"\n')
    (agency.tempat.data / "komponen.csv").unlink()
    semua = notes(agency, angka("realisasi", "TPT", claim, kutipan=quote))["kode"]
    assert [k for k in semua if k == "NAR-01"] == found


def test_a_claim_against_the_last_target_of_the_plan_is_information(agency: Agency) -> None:
    (note,) = notes(agency, angka("capaian_persen", "AKIP", "94,37%")).to_dict("records")
    assert (note["tingkat"], note["kode"]) == ("informasi", "NAR-01")
    assert "angka menurut target 2026 Renstra" in note["penjelasan"]


def test_a_target_and_a_capaian_may_be_told_as_they_were_first_promised(agency: Agency) -> None:
    agency.append("target.csv", "AKIP,2024,pk_perubahan,60\n")
    agency.append("tercetak/hitungan.csv", 'capaian_persen,indikator,AKIP,pk,2024,"98,72","Tabel 3.1"\n')
    for besaran, nilai in (("target", "65"), ("capaian_persen", "98,72%")):
        (note,) = notes(agency, angka(besaran, "AKIP", nilai)).to_dict("records")
        assert (note["tingkat"], note["kode"]) == ("informasi", "NAR-01")
        assert "angka menurut PK sebelum diubah" in note["penjelasan"]
    agency.replace("tercetak/hitungan.csv", "98,72", "97,72")
    found = jalankan("04_pemeriksaan", agency.run()).frames["pemeriksaan"]
    assert "CAP-01" in set(found["kode"])


def test_count_of_another_document_is_a_warning_unless_the_place_names_one(agency: Agency) -> None:
    agency.append("anggaran.csv", 'D,0,program,S2,pk,1.000,,"Tabel 2.5, D"\nE,0,program,S2,pk,1.000,,"Tabel 2.5, E"\n')
    agency.append("anggaran.csv", 'F,0,program,S2,pk,1.000,,"Tabel 2.5, F"\n')
    tanpa, dengan = (
        notes(agency, K("jumlah", "jumlah_program", "0", n, sumber=s)).iloc[0]["tingkat"]
        for n, s in (("4", "BAB III"), ("3", "BAB II, sesudah Tabel 2.5"))
    )
    assert (tanpa, dengan) == ("peringatan", "kesalahan")


def test_count_of_a_sentence_that_calls_its_year_wrongly_is_held_against_this_report(agency: Agency) -> None:
    jumlah = K("jumlah", "jumlah_program", "0", "4", tahun="2023")
    assert notes(agency, jumlah).empty
    assert set(notes(agency, jumlah, tahun("tahun_laporan", "2023", tahun="2023"))["kode"]) == {"NAR-14", "NAR-19"}


def test_renstra_period_is_proved_by_its_target_years(agency: Agency) -> None:
    note = notes(agency, *RENSTRA, tahun("tahun_renstra", "2018-2023", tahun="")).iloc[0]
    assert note["seharusnya"] == "2024-2026"


def test_a_missed_target_of_nothing_needs_them_too(agency: Agency) -> None:
    agency.write("target.csv", "indikator,tahun,dokumen,target\nAKIP,2024,pk,60\nTPT,2024,pk,0\n")
    (note,) = (n for n in notes(agency).to_dict("records") if n["kode"] == "NAR-12")
    assert note["penjelasan"] == "Target TPT tidak tercapai; sebab dan upaya perbaikan belum ditulis."


@pytest.mark.parametrize("upaya", ["upaya", "tindak_lanjut"])
def test_missed_target_needs_a_cause_and_a_remedy(agency: Agency, upaya: str) -> None:
    agency.write("analisis.yml", f"indikator:\n  AKIP:\n    {upaya}: [Bukti dilengkapi.]\n")
    (note,) = notes(agency).to_dict("records")
    assert (note["kode"], note["berkas"], note["tercetak"]) == ("NAR-12", "analisis.yml", "")
    assert note["penjelasan"].endswith("sebab belum ditulis.")


def test_an_obstacle_is_a_cause(agency: Agency) -> None:
    agency.write("analisis.yml", "indikator:\n  AKIP:\n    hambatan: [Bukti hilang.]\n    upaya: [Bukti dicari.]\n")
    assert notes(agency).empty


def _catatan(bahan: Bahan) -> pd.DataFrame:
    found = jalankan("04_pemeriksaan", bahan).frames["pemeriksaan"]
    return found[found["keluarga"].isin(("narasi", "sdm"))]


def test_seed_is_called_to_account(bekasi: Bahan) -> None:
    found = _catatan(bekasi)
    pernyataan = bekasi.ketik("tercetak/pernyataan").set_index("_baris")["kode"]
    claims = found[found["berkas"] == "tercetak/pernyataan.csv"]
    seen: dict[str, str] = {}
    for kode, baris in zip(claims["kode"], claims["baris"], strict=True):
        seen[kode] = " ".join(filter(None, (seen.get(kode, ""), pernyataan[baris])))
    assert {k: " ".join(sorted(v.split())) for k, v in seen.items()} == {
        "NAR-01": "P014 P015 P057",  # TPT 7,80 and 10,68; AKIP 98
        "NAR-02": "P125",
        "NAR-03": "P043",  # mean 100 against the printed 78,82
        "NAR-05": "P064",
        "NAR-06": "P052",
        "NAR-09": "P128",
        "NAR-10": "P071",
        "NAR-11": "P061",
        "NAR-13": "P037 P038 P039 P042",
        "NAR-14": "P031",
        "NAR-15": "P063 P131",
        "NAR-17": "P132 P134",
        "NAR-19": "P010 P026 P027 P041 P055 P075 P093 P108 P116 P117 P129 P141",
        "NAR-20": "P005 P018 P020 P130",
        "NAR-21": "P085",
        "NAR-22": "P060 P062",
        "NAR-23": "P142",
        "NAR-25": "P139",  # one sasaran is not there yet
        "NAR-26": "P043",  # -412 among the members
    }
    assert sorted(found.loc[found["keluarga"] == "sdm", "kode"]) == ["SDM-01", "SDM-03", "SDM-04", "SDM-05", "SDM-06"]


@pytest.mark.parametrize("year", [2024, 2025])
def test_example_agency_is_silent(year: int) -> None:
    assert _catatan(rangkai(tempat("dinas-contoh", year, di=AKAR), TAHAP[-1])).empty


def test_every_rule_of_the_family_has_a_case() -> None:
    apart = {"NAR-03", "NAR-12", "NAR-16", "NAR-26", "NAR-27", "NAR-28"}
    assert {k for k in DAFTAR if k.startswith("NAR-")} == {k for k, _, _ in KASUS} | apart


@pytest.mark.parametrize(
    ("claim", "sumber", "found"),
    [
        ("100%", "paragraf sesudah Tabel 3.1", True),
        ("48,5%", "paragraf sesudah Tabel 3.1", False),  # as the bounded members give
        ("-158", "paragraf sesudah Tabel 3.1", False),  # as they stand
        ("100%", "BAB IV", False),  # follows no table
    ],
)
def test_a_claimed_mean_against_the_printed_members_of_its_table(
    agency: Agency, claim: str, sumber: str, found: bool
) -> None:
    rows = "".join(f"capaian_persen,indikator,{k},,,2024,{v}%,Tabel 3.1\n" for k, v in (("AKIP", 97), ("TPT", -412)))
    agency.write("tercetak/hitungan.csv", f"besaran,jenis_subjek,subjek,nama,dokumen,tahun,nilai,sumber\n{rows}")
    semua = notes(agency, K("angka", "rata_rata_capaian_persen", "0", claim, sumber=sumber))
    milik = semua[semua["kode"] == "NAR-26"]
    assert len(milik) == found
    assert all("2 indikator yang tercetak di Tabel 3.1 memberi 48,50%" in p for p in milik["penjelasan"])

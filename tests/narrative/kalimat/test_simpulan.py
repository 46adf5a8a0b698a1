"""The verdict of a year: by which document, beside the agreement's, and between which values if not settled."""

import re

import pytest
from python_calamine import CalamineWorkbook

from lkip_lib.buku.laporan import Laporan
from lkip_lib.narrative.brief import kabar
from lkip_lib.narrative.kalimat.hemat import kalimat_efisiensi, kalimat_program, kalimat_tingkat
from lkip_lib.narrative.kalimat.hemat import kalimat_sasaran as kalimat_hemat
from lkip_lib.narrative.kalimat.lampau import kalimat_nilai_lain, kalimat_target_lalu
from lkip_lib.narrative.kalimat.menurut import kalimat_lain, kalimat_sasaran
from lkip_lib.narrative.kalimat.ragu import yang_belum_pasti
from lkip_lib.narrative.kalimat.simpulan import asal_perjanjian, jangkauan, kalimat_simpulan, sebut_predikat, simpulan
from lkip_lib.publish.workbook.book import tulis
from tests.langkah.test_kemungkinan import KALIMAT, PERUBAHAN
from tests.project import computed

DUA = "indikator,tahun,dokumen,target,sumber\n"


def polos(kalimat):
    return re.sub(r"<[^>]+>", "", str(kalimat)).replace("&#34;", '"')


def isi(agency):
    return Laporan(agency.run()).isi


def simpul(agency, **gaya):
    content = isi(agency)
    return [polos(kalimat_simpulan(content, s, **gaya)) for s in simpulan(content)]


@pytest.fixture(scope="module")
def bekasi():
    return computed("disnaker-kota-bekasi", 2024).isi


def test_a_settled_verdict_names_its_document(instansi_kecil):
    (said,) = simpul(instansi_kecil)
    assert said == (
        "Menurut Perjanjian Kinerja, rata-rata capaiannya 99,36%, dengan predikat Sangat Tinggi. "
        "Target tercapai pada satu indikator dan belum tercapai pada Nilai AKIP."
    )


def dua_dokumen(agency, akip_pk):
    agency.write(
        "target.csv",
        f'{DUA}AKIP,2024,pk,{akip_pk},\nTPT,2024,pk,"8,55",\nAKIP,2024,lkip,65,\nTPT,2024,lkip,"8,55",\n',
    )
    agency.params("dokumen_target: lkip\n")
    return agency


def test_the_agreement_comes_first_where_it_differs(instansi_kecil):
    pk, lkip = simpul(dua_dokumen(instansi_kecil, 80))
    assert lkip.startswith("Menurut target LKIP, rata-rata capaiannya 99,36%")
    assert pk.startswith("Menurut Perjanjian Kinerja, rata-rata capaiannya 90,11%, dengan predikat Tinggi.")


def test_the_agreement_is_not_repeated_where_it_comes_to_the_same(instansi_kecil):
    (lkip,) = simpul(dua_dokumen(instansi_kecil, 65))
    assert lkip.startswith("Menurut target LKIP")


def test_an_agreement_without_any_target_of_the_year_is_not_concluded_by(instansi_kecil):
    agency = dua_dokumen(instansi_kecil, 65)
    agency.write("target.csv", f'{DUA}AKIP,2024,lkip,65,\nTPT,2024,lkip,"8,55",\n')
    assert len(simpul(agency)) == 1


@pytest.mark.parametrize(
    ("sumber", "said"),
    [
        ("Tabel 2.4", " yang tercetak (Tabel 2.4 LKIP)"),
        ("BAB II 2.4", " yang tercetak (BAB II 2.4 LKIP)"),
        ("Perjanjian Kinerja 2024", ""),
        ("Lampiran PK Nomor 800/12/2024 tanggal 5 Januari 2024", ""),
        ("", ""),
    ],
)
def test_an_agreement_known_from_the_report_alone_is_the_one_printed_there(instansi_kecil, sumber, said):
    instansi_kecil.write("target.csv", f'{DUA}AKIP,2024,pk,65,"{sumber}, baris 1"\nTPT,2024,pk,8,"{sumber}, baris 2"\n')
    assert asal_perjanjian(isi(instansi_kecil)) == said


def test_an_unsettled_verdict_gives_its_range(bekasi):
    pk, lkip = (polos(kalimat_simpulan(bekasi, s)) for s in simpulan(bekasi))
    assert pk.startswith("Menurut Perjanjian Kinerja yang tercetak (Tabel 2.4 LKIP), Nilai AKIP dan Indeks Kepuasan")
    assert pk.endswith(
        " belum mencapai target. Tingkat Pengangguran Terbuka dan Perselisihan pengusaha dengan pekerja belum dapat "
        "dipastikan: tercapai nol sampai dua dari empat target, rata-rata 64,05% sampai 92,53% (82,91% menurut bacaan "
        "yang dipakai); predikatnya Rendah sampai Sangat Tinggi."
    )
    assert "tercapai dua sampai tiga dari empat target, rata-rata 80,82% sampai 99,68% (99,68% menurut" in lkip
    assert polos(jangkauan(bekasi, "pk")) == "64,05% sampai 92,53% di antara semua bacaan"
    assert sebut_predikat(bekasi, "pk") == "predikat belum dipastikan"
    assert (jangkauan(bekasi, "renstra"), str(sebut_predikat(bekasi, "renstra"))) == ("", "Sangat Tinggi")


def test_the_conclusion_also_names_those_that_reached_their_target(bekasi):
    _, lkip = (polos(kalimat_simpulan(bekasi, s, rinci=True)) for s in simpulan(bekasi))
    assert "belum mencapai target. Indeks Kepuasan Masyarakat" in lkip
    assert " dan Tingkat Pengangguran Terbuka mencapai target. Perselisihan" in lkip


def test_what_is_not_settled_says_by_how_much_it_would_move(bekasi):
    nilai, dasar, nama = map(polos, yang_belum_pasti(bekasi))
    assert nilai.endswith(
        "dinyatakan 7,90% (LKIP, Tabel 3.2, baris TPT, Realisasi 2023) dan 10,68% (LKIP, BAB II 2.1, paragraf 3). "
        "Bila yang benar 10,68%, rata-rata capaian menjadi 92,53% menurut Perjanjian Kinerja."
    )
    assert dasar.endswith(
        "bila dari target tahun itu (8,72%), rata-rata capaian menjadi 92,53% menurut Perjanjian Kinerja."
    )
    assert nama.endswith("menjadi 64,05% menurut Perjanjian Kinerja dan 80,82% menurut LKIP.")


def test_nothing_is_said_of_what_is_settled(instansi_kecil):
    assert yang_belum_pasti(isi(instansi_kecil)) == []


def test_a_result_that_tables_dispute_has_a_range_and_no_value_in_use(instansi_kecil):
    instansi_kecil.write("target.csv", PERUBAHAN)
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\nTPT,2023,"10,68"\n')
    content = isi(instansi_kecil)
    (said,) = [polos(kalimat_simpulan(content, s)) for s in simpulan(content)]
    assert said.endswith("rata-rata 80,13% sampai 99,36%; predikatnya Tinggi sampai Sangat Tinggi.")
    assert len(yang_belum_pasti(content)) == 2


def test_of_one_indicator_the_agreement_and_other_readings_stand_beside_the_result(bekasi):
    assert polos(kalimat_lain(bekasi, "AKIP")) == (
        "Target Perjanjian Kinerja yang tercetak (Tabel 2.4 LKIP) adalah 80,00, sehingga 64,17 juga belum mencapainya "
        "(capaian 80,21%)."
    )
    assert polos(kalimat_lain(bekasi, "IKM")).startswith("Sebaliknya, target Perjanjian Kinerja yang tercetak")
    assert polos(kalimat_lain(bekasi, "TPT")).endswith(
        "yang terjadi −0,08 poin: belum tercapai (capaian 61,54%); menurut bacaan lain tercapai."
    )
    assert polos(kalimat_lain(bekasi, "PHI")).startswith("Menurut bacaan lain capaiannya 24,55%, belum tercapai.")


def test_nothing_stands_beside_a_result_that_all_agree_on(instansi_kecil):
    content = isi(dua_dokumen(instansi_kecil, 80))
    assert kalimat_lain(content, "TPT") == ""
    assert polos(kalimat_lain(content, "AKIP")) == (
        "Target Perjanjian Kinerja adalah 80,00, sehingga 64,17 juga belum mencapainya (capaian 80,21%)."
    )


def test_of_a_sasaran_too(bekasi):
    s1, s2, s3 = (polos(kalimat_sasaran(bekasi, s)) for s in bekasi.baris("sasaran"))
    assert "; menurut Perjanjian Kinerja 85,05% (Tinggi). Dibandingkan tahun 2023, Nilai AKIP membaik, sedangkan" in s1
    assert s1.endswith(" Indeks Kepuasan Masyarakat tetap.")
    assert s2.endswith("Perjanjian Kinerja 61,54% (Rendah), tetapi belum pasti (61,54% sampai 100,00%).")
    assert s3.startswith(
        "Sasaran ini mencapai 100,00% (Sangat Tinggi) menurut target LKIP dan Perjanjian Kinerja, tetapi"
    )


def test_efficiency_is_claimed_by_the_documents_that_agree(instansi_kecil):
    content = isi(dua_dokumen(instansi_kecil, 65))
    (said,) = map(polos, kalimat_efisiensi(content))
    assert said == "Sumber daya dipakai efisien menurut LKIP dan Perjanjian Kinerja pada sasaran S2."


def test_a_withheld_label_leaves_the_analysis_standing(bekasi):
    (said,) = map(polos, kalimat_efisiensi(bekasi))
    assert said.startswith("Efisiensi sasaran Memperbanyak")
    s2 = polos(kalimat_hemat(bekasi, bekasi.baris("efisiensi")[1]))
    assert s2.startswith(
        "Capaian 100,00% menurut target LKIP dihasilkan dengan menyerap 51,90% anggaran program pendukung; "
        "Rp1,13 miliar dari Rp2,34 miliar tidak terserap. Efisiensinya belum dapat disebut: menurut LKIP "
    )
    assert polos(kalimat_tingkat(bekasi)).endswith(
        "satu sasaran tidak disebut efisien karena targetnya belum tercapai dan dua sasaran efisiensinya belum "
        "dapat disebut."
    )


def test_last_year_stated_otherwise_is_said_beside_the_change(bekasi):
    assert polos(kalimat_nilai_lain(bekasi, "TPT")) == (
        "Angka tahun 2023 itu belum dipastikan; dinyatakan juga 10,68% (LKIP, BAB II 2.1, paragraf 3), "
        "dengan selisih −2,86 poin."
    )
    assert kalimat_nilai_lain(bekasi, "IKM") == ""


@pytest.mark.parametrize(
    ("lalu", "arah", "said"),
    [
        ("AKIP,2023,pk,80", "naik",
         "Target Perjanjian Kinerja diturunkan dari 80,00 pada 2023, ketika capaiannya 77,05%."),
        ("AKIP,2023,pk,60", "naik", ""),
        ("AKIP,2023,pk,65", "naik", ""),
        ("AKIP,2023,pk,60", "turun", "Target Perjanjian Kinerja dinaikkan dari 60,00 pada 2023, "),
    ],
    ids=["lowered", "raised", "kept", "raised where lower is better"],
)  # fmt: skip
def test_a_target_made_easier_is_said_beside_the_capaian_of_then(instansi_kecil, lalu, arah, said):
    instansi_kecil.replace("indikator.csv", "Nilai AKIP,Nilai,naik", f"Nilai AKIP,Nilai,{arah}")
    instansi_kecil.append("target.csv", f"{lalu}\n")
    instansi_kecil.append("realisasi.csv", 'AKIP,2023,"61,64"\n')
    found = polos(kalimat_target_lalu(isi(instansi_kecil), "AKIP"))
    assert found.startswith(said) if said else found == ""


def test_an_unsettled_value_of_a_level_is_said_too(instansi_kecil):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    instansi_kecil.write("tercetak/pernyataan.csv", KALIMAT)
    content = isi(instansi_kecil)
    assert "dinyatakan juga 10,68%" in polos(kalimat_nilai_lain(content, "TPT"))
    assert yang_belum_pasti(content) == []  # it moves no mean


def test_the_terminal_and_the_workbook_say_the_range_too(bekasi, tmp_path):
    assert any("82,91%, belum dipastikan: 64,05% sampai 92,53%" in baris for baris in kabar(bekasi))
    path = tmp_path / "lkip.xlsx"
    tulis(computed("disnaker-kota-bekasi", 2024), path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Ringkasan").to_python()
    assert any("64,05% sampai 92,53%" in str(r[-1]) for r in rows if r[0] == "Simpulan")


def test_a_program_without_a_name_is_called_by_its_code(instansi_kecil):
    assert polos(kalimat_program(isi(instansi_kecil), "S1")) == "Sasaran ini didukung Program A."

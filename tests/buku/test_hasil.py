"""What a notebook made: each formula once, by a name that readers can use, and the words of what really applies."""

import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.narrative.document import kalimat_bab
from lkip_lib.publish.workbook import policy as workbook_policy
from tests.recipe import BATAS_120, BIAYA, add_notebook, copy_notebooks, own_rule
from tests.recompute import differing

MENURUT_ARAH = '''

@rumus("persen", sumber="Keputusan Kepala Dinas")
def mentah(target, realisasi, *, arah):
    """Capaian menurut arahnya."""
    return target / realisasi * 100 if menurun(arah) else realisasi / target * 100
'''
SEBAGIAN = '''

@rumus("persen", sumber="Keputusan Kepala Dinas")
def mentah(
    target, realisasi, target_bawah, target_atas, *, jenis, arah, nol_tercapai, rumus_naik, rumus_turun, rentang
):
    """Rasio bagi yang makin rendah makin baik; nihil dihitung 100."""
    if menurun(arah):
        return np.where((target == 0) & (realisasi == 0), 100, target / realisasi * 100)
    return capaian.capaian_mentah(
        target, realisasi, target_bawah, target_atas, jenis=jenis, arah=arah, nol_tercapai=nol_tercapai,
        rumus_naik=rumus_naik, rumus_turun=rumus_turun, rentang=rentang,
    )
'''


@pytest.fixture
def agency(instansi_kecil):
    copy_notebooks(instansi_kecil.akar)
    return instansi_kecil


def with_rule(agency, rule, last="03_efisiensi"):
    own_rule(agency.akar, rule)
    return Laporan(rangkai(agency.tempat, last))


def explained(report, kode):
    first = report.lacak("capaian_mentah", kode).langkah[0]
    return first.rumus, first.dengan_angka


def test_of_a_rule_that_differs_by_direction_each_figure_is_told_its_own_branch(agency):
    report = with_rule(agency, MENURUT_ARAH)
    assert explained(report, "AKIP")[0] == "realisasi ÷ target × 100"
    assert explained(report, "TPT") == ("target ÷ realisasi × 100", "8,55 ÷ 7,82 × 100 = 109,335038")
    formulas = report.bahan.rumus.set_index("kode")["kalimat"]
    assert formulas[["mentah[naik]", "mentah[turun]"]].tolist() == [
        "realisasi ÷ target × 100", "target ÷ realisasi × 100",
    ]  # fmt: skip
    assert "mentah" not in formulas  # one name for both would be true of one only


def test_what_a_rule_leaves_to_another_formula_is_told_in_its_words(agency):
    agency.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,jenis,nol_tercapai\nAKIP,S1,Nilai AKIP,Nilai,naik,,\n"
        "HUNI,S1,Hunian,Persen,naik,rentang,\nKASUS,S2,Kasus,Kasus,turun,,ya\n",
    )
    agency.append("target.csv", "HUNI,2024,pk,80-90\nKASUS,2024,pk,0\n")
    agency.append("realisasi.csv", 'HUNI,2024,"85"\nKASUS,2024,0\n')
    agency.replace("target.csv", 'TPT,2024,pk,"8,55"\n', "")
    agency.replace("realisasi.csv", 'TPT,2024,"7,82"\n', "")
    report = with_rule(agency, SEBAGIAN, "04_pemeriksaan")
    assert explained(report, "AKIP") == ("realisasi ÷ target × 100", "64,17 ÷ 65 × 100 = 98,723077")
    assert explained(report, "HUNI")[0] == "di dalam rentang 100; di luar, dibandingkan dengan batas terdekat"
    assert explained(report, "KASUS")[1] == "target = 0 dan realisasi = 0, jadi 100"
    formulas = report.bahan.rumus.set_index("kode")
    left = formulas.loc["mentah[tingkat,naik,tidak]"]
    assert (left["kalimat"], left["sumber"]) == ("realisasi ÷ target × 100", "Praktik penyusunan LKIP")
    text = " ".join(kalimat_bab(report.bab("bab3")))
    assert "Indikator naik: realisasi ÷ target × 100" in text
    assert "Target yang berupa rentang atau batas: di dalam rentang 100" in text
    assert "Indikator turun: rasio bagi yang makin rendah makin baik; nihil dihitung 100" in text
    assert (text.count(", memenuhi target "), text.count(", sama dengan target ")) == (1, 1), text


def test_a_rule_for_some_of_a_direction_names_them_and_those_it_leaves(agency):
    agency.append("indikator.csv", "SURVEI,S1,Nilai survei,Nilai,naik\n")
    agency.append("target.csv", "SURVEI,2024,pk,80\n")
    agency.append("realisasi.csv", "SURVEI,2024,72\n")
    condition = "np.where(target >= 70, realisasi - target + 100, target / realisasi * 100 if menurun(arah) else "
    rule = MENURUT_ARAH.replace("target / realisasi * 100 if menurun(arah) else ", condition)
    rule = rule.replace("realisasi / target * 100\n", "capaian.capaian_keluaran(target, realisasi))\n")
    text = " ".join(kalimat_bab(with_rule(agency, rule, "04_pemeriksaan").bab("bab3")))
    assert "Indikator Nilai AKIP: realisasi ÷ target × 100" in text
    assert "Indikator Nilai survei: capaian menurut arahnya" in text
    assert "Indikator naik" not in text


def test_what_the_author_of_a_rule_says_stands_beside_its_arithmetic(agency):
    rule = '''

@rumus("persen", sumber="Keputusan Kepala Dinas")
def rata_batas(capaian_persen):
    """Rata-rata tanpa bobot."""
    return jumlah(capaian_persen) / banyak(capaian_persen)
'''
    report = with_rule(agency, "\nfrom lkip_lib.rumus.bahasa import banyak, jumlah\n" + rule)
    assert report.jejak("sasaran.S1.capaian_persen.2024").langkah[0].rumus == "rata-rata tanpa bobot"
    rule = rule.replace("jumlah(capaian_persen) / banyak(capaian_persen)", "jumlah(capaian_persen) / jumlah(bobot)")
    report = with_rule(agency, rule.replace("(capaian_persen):", "(capaian_persen, bobot):"))
    first = report.jejak("sasaran.S1.capaian_persen.2024").langkah[0]
    assert first.rumus == "jumlah (capaian) ÷ jumlah (bobot); rata-rata tanpa bobot"


def test_readers_see_a_cells_formula_by_its_name_and_once(agency):
    report = with_rule(agency, BATAS_120)
    assert not report.bahan.rumus["kode"].str.contains("*", regex=False).any()
    assert not report.bahan.rumus.duplicated().any()
    assert report.bahan.ledger["indikator.TPT.capaian_persen.pk.2024"]["ungkapan"] == "batas"
    assert (report.bahan.rumus["kode"] == "batas").sum() == 1
    assert differing(report.bahan) == {}


def test_a_choice_that_a_cells_rule_replaced_is_said_to_be_replaced(agency):
    report = with_rule(agency, BATAS_120, "05_narasi")
    note = report.tabel("kepekaan").catatan
    rule = "capaian dibatasi 0 sampai 120 (Keputusan Kepala Dinas)"
    assert f"Batas capaian tidak dicoba, karena diganti rumus di notebook: {rule}." in note
    assert "batas capaian" not in note
    sheet = {b[0].nilai: (b[1].nilai, b[4].nilai) for b in workbook_policy.kebijakan(report).baris}
    assert sheet["Batas atas"] == sheet["Batas bawah"] == (
        "diganti", f"Tidak dipakai; diganti rumus di notebook: {rule}",
    )  # fmt: skip
    assert sheet["Pembulatan"][1].endswith(f"yang lain memakai rumus di notebook: {rule}")
    assert sheet["Rumus turun"][0] == "selisih"


def test_two_formulas_of_one_name_are_numbered(agency):
    add_notebook(agency.akar, "06_biaya", "Biaya", *(s.replace("biaya_per_poin", "batas") for s in BIAYA))
    report = with_rule(agency, BATAS_120, "06_biaya")
    figures = ("indikator.TPT.capaian_persen.pk.2024", "biaya.S1.biaya_rp.2024")
    keys = [report.bahan.ledger[i]["ungkapan"] for i in figures]
    assert keys == ["batas", "batas-2"]
    assert report.jejak("biaya.S1.biaya_rp.2024").langkah[0].rumus == "realisasi ÷ capaian"
    assert differing(report.bahan) == {}

"""Worked cases: every formula with figures of real reports or a calculation by hand, and where they come from."""

import importlib
import pkgutil

import numpy as np
import pandas as pd
import pytest

from lkip_lib import rumus
from lkip_lib.errors import MasukanSalah
from lkip_lib.langkah.hitung import ke_atas
from lkip_lib.policies import bawaan
from lkip_lib.rumus import anggaran, capaian, efisiensi, kemungkinan, komponen, perbandingan, triwulan
from lkip_lib.rumus.deklarasi import Rumus
from tests.rumus.pilihan import DUA_SISI, NAN, P86, P88, SELISIH, TANPA_BULAT, batas, naik, turun_rasio, turun_selisih

BEKASI = "LKIP Dinas Tenaga Kerja Kota Bekasi 2024"
TANGAN = "hitungan tangan"
PMK = "PMK 22/2021, dengan pagu dan realisasi " + BEKASI
KARTU = {"jenis": "tingkat", "nol_tercapai": "tidak", **SELISIH, **DUA_SISI}
ATURAN = {n: {"efisiensi": a} for n, a in bawaan().efisiensi.items()}


def kelas(skala, celah="ambang_bawah"):
    return {"skala_capaian": skala, "pembacaan_celah": celah}


KASUS = [
    (naik, (65, 64.17), {}, 98.72, f"{BEKASI}, nilai AKIP"),
    (naik, (80, 80), {}, 100, f"{BEKASI}, IKM"),
    (naik, (100, 100), {}, 100, f"{BEKASI}, perselisihan hubungan industrial"),
    (naik, (80, 64.17), {}, 80.21, f"{BEKASI}, nilai AKIP terhadap target PK"),
    (naik, (89, 80), {}, 89.89, f"{BEKASI}, IKM terhadap target PK"),
    (naik, (2.5e12, 2.6125e12), {}, 104.5, TANGAN),
    (naik, (10, 166.7), {}, 1667, "capaian tanpa batas yang tercetak di laporan kementerian"),
    (turun_selisih, (8.55, 7.82), {}, 108.54, f"{BEKASI}, TPT; PermenPANRB 8/2021"),
    (turun_selisih, (8.55, 0), {}, 200, TANGAN),
    (turun_selisih, (8.55, 17.1), {}, 0, TANGAN),
    (turun_selisih, (8.55, 25.65), {}, -100, TANGAN),
    (turun_rasio, (8.55, 7.82), {}, 109.34, f"{BEKASI}, TPT"),
    (turun_rasio, (90, 100), {}, 90, TANGAN),
    (capaian.capaian_mentah, (65, 64.17, NAN, NAN), {"arah": "naik", **KARTU}, 98.72, f"{BEKASI}, nilai AKIP"),
    (capaian.capaian_mentah, (8.55, 7.82, NAN, NAN), {"arah": "turun", **KARTU}, 108.54, f"{BEKASI}, TPT"),
    (capaian.capaian_keluaran, (4, 3), {}, 75, TANGAN),
    (capaian.capaian_keluaran, (0.5, 0.25), {}, 50, TANGAN),
    (capaian.capaian_perubahan, (-0.13, -0.08), {}, 61.54, f"{BEKASI}, TPT terhadap target PK"),
    (kemungkinan.realisasi_bacaan, (83, 110), {"dari_perubahan": "tidak", "gerak": "penurunan"}, 24.55,
     f"{BEKASI}, perkara 110 menjadi 83"),
    (kemungkinan.realisasi_bacaan, (110, 83), {"dari_perubahan": "tidak", "gerak": "peningkatan"}, 32.53, TANGAN),
    (kemungkinan.realisasi_bacaan, (7.82, 10.68), {"dari_perubahan": "ya", "gerak": ""}, -2.86,
     f"{BEKASI}, TPT bila 2023 10,68"),
    (kemungkinan.banyak_tercapai, (["ya", "tidak", ""],), {}, 1, TANGAN),
    (capaian.capaian_perubahan, (2, 2.53), {}, 126.5, TANGAN),
    (capaian.capaian_perubahan_ditahan, (0.5, 0.3), {}, 140, TANGAN),
    (capaian.capaian_perubahan_ditahan, (-2, -3), {}, 50, TANGAN),
    (capaian.capaian_ordinal, (4, 3), {}, 75, "WDP terhadap target WTP, empat tingkat opini"),
    (capaian.capaian_rentang, (75, 60, 85), SELISIH, 100, "BOR rumah sakit, ideal 60–85"),
    (capaian.capaian_rentang, (88.4, 60, 85), SELISIH, 96, "BOR rumah sakit, (2×85 − 88,4) ÷ 85"),
    (capaian.capaian_rentang, (51, 60, 85), SELISIH, 85, "BOR rumah sakit, 51 ÷ 60"),
    (capaian.capaian_rentang, (92.15, 95, NAN), SELISIH, 97, "target ≥95"),
    (capaian.capaian_rentang, (60, NAN, 49), SELISIH, 77.55, "target kurang dari 49"),
    (capaian.capaian_rentang, (49, NAN, 49), SELISIH, 100, "tepat di batas"),
    (capaian.capaian_rentang_searah, (6.5, 7, 8), {"arah": "turun", **SELISIH}, 107.14, "PermenPANRB 8/2021"),
    (capaian.capaian_rentang_searah, (95, 80, 90), {"arah": "naik", **SELISIH}, 105.56, "95 ÷ 90"),
    (capaian.capaian_rentang, (0, 0, 85), SELISIH, 100, "tepat di batas bawah nol"),
    (capaian.capaian_rentang, (0, NAN, 0), SELISIH, 100, "tepat di batas atas nol"),
    (capaian.capaian_mentah, (0.5, 0.25, NAN, NAN), {**KARTU, "jenis": "perubahan", "arah": "naik"}, 50, TANGAN),
    (capaian.capaian_mentah, (0.5, 0.25, NAN, NAN), {**KARTU, "jenis": "perubahan", "arah": "turun"}, 150, TANGAN),
    (capaian.capaian_mentah, (5, 0, NAN, NAN), {**KARTU, "nol_tercapai": "ya", "arah": "naik"}, 0, TANGAN),
    (capaian.capaian_mentah, (5, 0, NAN, NAN), {**KARTU, "nol_tercapai": "ya", "arah": "turun"}, 200, TANGAN),
    (capaian.nol_tercapai_seratus, (0, 0), {}, 100, "nihil kasus"),
    (capaian.batas_capaian, (108.54,), batas("100"), 100, f"{BEKASI}, dibatasi 100"),
    (capaian.batas_capaian, (-412,), batas("100"), 0, f"{BEKASI}, capaian tercetak"),
    (capaian.batas_capaian, (243,), batas("120"), 120, "batas 120"),
    (capaian.batas_capaian, (660,), batas("tanpa"), 660, "tanpa batas atas"),
    (capaian.realisasi_diukur, (7.82, 7.90), {"dari_perubahan": "ya"}, -0.08, f"{BEKASI}, TPT terhadap 2023"),
    (capaian.selisih_tahun, (7.82, 7.90), {}, -0.08, f"{BEKASI}, TPT terhadap 2023"),
    (capaian.rata_rata_capaian, ([64.17 / 65 * 100, 100, 100, 100], 1), TANPA_BULAT, 99.68, f"{BEKASI}, dibatasi"),
    (capaian.rata_rata_mentah, ([64.17 / 65 * 100, 100, 108.538, 100], 1), {}, 101.82, f"{BEKASI}, tanpa batas"),
    (capaian.rata_rata_mentah, ([80.2125, 89.8876, 61.5385, 100], 1), {}, 82.91, f"{BEKASI}, terhadap target PK"),
    (capaian.rata_rata_mentah, ([80, 100], [3, 1]), {}, 85, TANGAN),
    (capaian.banyak_indikator, ([98.72, NAN, 100],), {}, 3, TANGAN),
    (capaian.banyak_terhitung, ([98.72, NAN, 100],), {}, 2, TANGAN),
    (anggaran.serapan, (18_508_617_440, 15_450_065_461), {}, 83.47, f"{BEKASI}, seluruh instansi"),
    (anggaran.sisa, (18_508_617_440, 15_450_065_461), {}, 3_058_551_979, f"{BEKASI}, seluruh instansi"),
    (anggaran.jumlah_rincian, ([10_468_617_440, 8_000_000_000],), {"lengkap": "ya"}, 18_468_617_440, TANGAN),
    (anggaran.dinyatakan_atau_rincian, (NAN, 18_468_617_440), {}, 18_468_617_440, TANGAN),
    (anggaran.dari_rincian, (18_468_617_440,), {}, 18_468_617_440, TANGAN),
    (anggaran.residu, (18_508_617_440, 18_468_617_440), {}, 40_000_000, f"{BEKASI}, Tabel 3.6"),
    (anggaran.residu, (100.004, 100), {}, 0, "kurang dari setengah sen"),
    (anggaran.residu, (100.01, 100), {}, 0.01, "satu sen"),
    (anggaran.jumlah_berbobot, ([100, 60], [1, 0.5]), {}, 130, TANGAN),
    (anggaran.bobot_dipakai, (NAN,), {}, 1, TANGAN),
    (anggaran.jumlah_belanja, ([60, 30],), {}, 90, TANGAN),
    (anggaran.jumlah_orang, ([12, NAN, 30],), {}, 42, TANGAN),
    (anggaran.jumlah_orang, ([12, NAN],), {}, 12, TANGAN),
    (anggaran.seperti_dinyatakan, (7.82,), {}, 7.82, f"{BEKASI}, TPT"),
    (efisiensi.ukuran_pmk, (99.68, 18_508_617_440, 15_450_065_461), {}, 16.26, PMK),
    (efisiensi.ukuran_pmk, (100, 100, 40), {}, 20, "dibatasi 20: laporan kementerian mencetak 235 karena lupa"),
    (efisiensi.ukuran_pmk, (0, 100, 1), {}, -20, "satu rupiah pun belanja tanpa hasil"),
    (efisiensi.ukuran_pmk_nilai, (99.68, 18_508_617_440, 15_450_065_461), {}, 90.64, PMK),
    (efisiensi.ukuran_pmk_nilai, (100, 100, 120), {}, 0, TANGAN),
    (efisiensi.ukuran_selisih, (99.36, 88.50), {}, 10.86, BEKASI),
    (efisiensi.ukuran_rasio, (99.36, 88.50), {}, 1.12, BEKASI),
    (efisiensi.ukuran_sisa, (100, 83.47), {}, 16.53, f"{BEKASI}, seluruh instansi"),
    (efisiensi.ukuran_efisiensi, (99.36, 88.50, NAN, NAN), ATURAN["selisih"], 10.86, BEKASI),
    (efisiensi.banyak_meleset, (["ya", "tidak", ""],), {}, 1, TANGAN),
    (perbandingan.selisih, (64.17, 65.36), {}, -1.19, f"{BEKASI}, AKIP terhadap nasional"),
    (perbandingan.selisih, (7.82, 7.90), {}, -0.08, f"{BEKASI}, TPT terhadap 2023"),
    (perbandingan.perubahan_persen, (64.17, 61.64), {}, 4.10, f"{BEKASI}, AKIP terhadap 2023"),
    (perbandingan.perubahan_pembanding, (64.17, 61.64), {"bentuk": "tingkat"}, 4.10, f"{BEKASI}, AKIP terhadap 2023"),
    (perbandingan.kemajuan, (68, 64.17, NAN, NAN),
     {"terhadap": "akhir_renstra", "bentuk": "tingkat", "arah": "naik", **SELISIH, **DUA_SISI}, 94.37,
     f"{BEKASI}, AKIP, 2026"),
    (perbandingan.sisa_per_tahun, (68, 64.17, 2, "belum tercapai"), {}, 1.92, f"{BEKASI}, AKIP sampai 2026"),
    (perbandingan.tahun_tersisa, (2026, 2024), {"terhadap": "akhir_renstra"}, 2, TANGAN),
    (perbandingan.jarak_rentang, (88, 60, 85), {}, 3, TANGAN),
    (perbandingan.jarak_rentang, (0, NAN, 85), {}, 0, "hanya batas atas"),
    (perbandingan.jarak_rentang, (0, 60, NAN), {}, 60, "hanya batas bawah"),
    (triwulan.jumlah_triwulan, ([25, 30, 20, 25],), {}, 100, "akumulatif: keempat triwulan berjumlah setahun"),
    (triwulan.jumlah_triwulan, ([25, 30],), {}, 55, "akumulatif sampai triwulan II"),
    (triwulan.deviasi_poin, (40.5, 45.25), {}, -4.75, TANGAN),
    (triwulan.deviasi_rp, (2_531_250_000, 2_828_125_000), {}, -296_875_000, TANGAN),
    (triwulan.proyeksi_lurus, (55,), {"periode": "tw2"}, 110, "55 ÷ 2 × 4"),
    (triwulan.proyeksi_tren, (66.1, 66.9), {"mulai": "tw1", "periode": "tw2"}, 68.5, "66,9 + 0,8 × 2"),
    (triwulan.proyeksi, (55, 30, NAN, NAN),
     {"jenis": "tingkat", "tipe_triwulan": "akumulatif", "mulai": "tw1", "periode": "tw2"}, 110, "55 ÷ 2 × 4"),
    (triwulan.persentase, (3849, 9181), {}, 41.92, "tercetak 41,92 (3.849/ 9.181)"),
    (triwulan.persentase, (83, 83), {}, 100, f"{BEKASI}, perkara selesai terhadap tercatat"),
    (perbandingan.selisih_target, (64.17, 65, NAN, NAN), {"jenis": "tingkat"}, -0.83, f"{BEKASI}, nilai AKIP"),
    (triwulan.diukur_setahun, (37.5,), {"arah": "naik", "tipe_triwulan": "akumulatif", "periode": "tw2"}, 37.5, TANGAN),
    (triwulan.realisasi_setahun, (247, 819), {"dari_perubahan_tahun": "ya"}, -572, TANGAN),
    (triwulan.proyeksi_setahun, (833, 819), {"dari_perubahan": "tidak", "dari_perubahan_tahun": "ya"}, 14, TANGAN),
    (komponen.bagian_utuh, (89, 3230, 1000), {}, 27.55, "NDR rumah sakit, permil"),
    (komponen.bagian_utuh, (93, 46_500, 100_000), {}, 200, "kematian ibu per 100.000 kelahiran hidup"),
    (komponen.bagian_berkurang, (120, 111, 120, 100), {}, 7.5, "penurunan sisa perkara pengadilan"),
    (komponen.realisasi_komponen, (3849, NAN, 9181, NAN, 100, NAN), {"bagian": "pembilang_penyebut"}, 41.92,
     "tercetak 41,92 (3.849/ 9.181)"),
    (komponen.jumlah_bagian, ([120, 30],), {}, 150, TANGAN),
    (komponen.rata_rata_unsur, ([4, 3, 3],), {}, 3.33, "PermenPANRB 14/2017; yang tidak menjawab tidak dihitung"),
    (komponen.ikm, ([3.2] * 9,), {}, 80, f"{BEKASI}, IKM 80; PermenPANRB 14/2017"),
    (komponen.ikm, ([3, 3, 3, 3, 3, 3, 3, 4, 3],), {}, 77.78, "PermenPANRB 14/2017, 28 ÷ 9 × 25"),
]  # fmt: skip
LABEL = [
    (capaian.predikat, ([64.17, 90, 90.01, 60, 30],), kelas(P88), ["B", "A", "AA", "CC", "D"], "PermenPANRB 88/2021"),
    (capaian.predikat, ([90.5, 91, 50],), kelas(P86), ["Tinggi", "Sangat Tinggi", "Sangat Rendah"],
     "Permendagri 86/2017"),
    (capaian.predikat, ([90.5, 90],), kelas(P86, "ambang_atas"), ["Sangat Tinggi", "Tinggi"], "Permendagri 86/2017"),
    (capaian.predikat_nilai, ([64.17],),
     {"skala": P88.nama, "skala_nilai": {"AKIP": P88}, "pembacaan_celah": "ambang_bawah"}, ["B"], f"{BEKASI}, AKIP"),
    (capaian.tercapai, ([98.72], [65], [64.17]), {"arah": "naik", "ambang_tercapai": 100}, ["tidak"], BEKASI),
    (capaian.tercapai, ([NAN] * 3, [0.5, 0, 0], [0, 0.5, 0]), {"arah": "turun", "ambang_tercapai": 100},
     ["ya", "tidak", ""], TANGAN),
    (capaian.tercapai, ([NAN] * 4, [0, 0, 0, 5], [-0.5, 0, 0.5, -1]), {"arah": "naik", "ambang_tercapai": 100},
     ["tidak", "", "", ""], TANGAN),
    (efisiensi.tingkat_efisiensi, ([10.86, 48.1, 0, -0.01], [1, 0, 0, 0]), ATURAN["banding"],
     ["Target belum tercapai", "Efisien", "Efisien", "Tidak efisien"], BEKASI),
    (efisiensi.tingkat_efisiensi, ([5.01, 5, -5.01], [0] * 3), ATURAN["selisih"],
     ["Efisien", "Cukup efisien", "Tidak efisien"], TANGAN),
    (efisiensi.tingkat_efisiensi, ([1, 0.9999], [0] * 2), ATURAN["rasio"], ["Efisien", "Tidak efisien"], TANGAN),
    (efisiensi.tingkat_efisiensi, ([0.01, 0, 16.53], [0, 0, 1]), ATURAN["sisa"],
     ["Efisien", "Tidak efisien", "Target belum tercapai"], TANGAN),
    (perbandingan.makna, ([7.82], [7.9], [-0.08], [NAN], [NAN], [NAN]),
     {"terhadap": "tahun_lalu", "bentuk": "tingkat", "arah": "turun", "berselisih": "tidak", **DUA_SISI}, ["membaik"],
     f"{BEKASI}, TPT terhadap 2023"),
    (perbandingan.makna, ([8], [7.5], [0.5], [NAN], [NAN], [NAN]),
     {"terhadap": "nasional", "bentuk": "tingkat", "arah": "turun", "berselisih": "tidak", **DUA_SISI},
     ["lebih buruk"], TANGAN),
    (perbandingan.makna, ([8], [8], [0], [NAN], [NAN], [NAN]),
     {"terhadap": "nasional", "bentuk": "tingkat", "arah": "turun", "berselisih": "tidak", **DUA_SISI},
     ["sama"], TANGAN),
    (perbandingan.makna, ([90, 88, 88, 50], [88, 90, 88, 95], [2, -2, 0, -45], [NAN] * 4, [60] * 4, [85] * 4),
     {"terhadap": "nasional", "bentuk": "rentang", "arah": "turun", "berselisih": "tidak", **DUA_SISI},
     ["lebih buruk", "lebih baik", "sama", "sama"], "jarak dari 60–85: 5 dan 3, 3 dan 5, 3 dan 3, 10 dan 10"),
]  # fmt: skip


def declared():
    """Return every formula that the modules of formulas declare."""
    modul = [importlib.import_module(f"{rumus.__name__}.{m.name}") for m in pkgutil.iter_modules(rumus.__path__)]
    return {id(v): v for m in modul for v in vars(m).values() if isinstance(v, Rumus)}


def _nama(v):
    return v.fungsi.__name__ if isinstance(v, Rumus) else v if isinstance(v, str) else ""


@pytest.mark.parametrize(("formula", "masukan", "pilihan", "hasil", "sumber"), KASUS, ids=_nama)
def test_a_worked_figure(formula, masukan, pilihan, hasil, sumber):
    assert sumber
    assert np.round(formula(*masukan, **pilihan), 2) == pytest.approx(hasil, abs=0.005)


@pytest.mark.parametrize(("formula", "masukan", "pilihan", "hasil", "sumber"), LABEL, ids=_nama)
def test_a_worked_label(formula, masukan, pilihan, hasil, sumber):
    assert sumber
    assert formula(*masukan, **pilihan).tolist() == hasil


def test_a_worked_tree():
    """40.000.000 of the agency's budget lies in no program: LKIP Dinas Tenaga Kerja Kota Bekasi 2024, Tabel 3.6."""
    akar = _pohon([18_508_617_440.0, 10_468_617_440.0, 8_000_000_000.0]).iloc[0]
    assert (akar["nilai"], akar["anak"]) == (18_508_617_440, 18_468_617_440)


def test_a_worked_sum():
    """The programs alone, where the agency's own figure is not readable: LKIP Dinas Tenaga Kerja Kota Bekasi 2024."""
    assert _pohon([NAN, 10_468_617_440.0, 8_000_000_000.0])["nilai"].iloc[0] == 18_468_617_440


def _pohon(nilai):
    pohon = {"kode": ["0", "A", "B"], "induk": ["", "0", "0"], "nilai": nilai, "lengkap": "ya"}
    return ke_atas(pd.DataFrame(pohon), "nilai", "anak")


def test_every_formula_has_a_worked_case():
    tertangani = {id(k[0]) for k in (*KASUS, *LABEL)}
    assert [r.fungsi.__name__ for i, r in declared().items() if i not in tertangani] == []


@pytest.mark.parametrize("formula", declared().values(), ids=_nama)
def test_a_formula_says_what_it_is_and_where_it_comes_from(formula):
    assert formula.kalimat_arti.endswith(".")
    assert formula.sumber
    assert len(formula.kalimat_arti) <= 120, "satu kalimat pendek: ia tampil di samping angkanya"


UNITS = {
    "persen": "serapan capaian_mentah capaian_perubahan capaian_perubahan_ditahan capaian_ordinal capaian_rentang "
    "capaian_rentang_searah "
    "nol_tercapai_seratus batas_capaian rata_rata_capaian rata_rata_mentah capaian_keluaran ukuran_sisa ukuran_pmk "
    "perubahan_persen perubahan_pembanding kemajuan persentase diukur_setahun",
    "rupiah": "sisa jumlah_rincian dinyatakan_atau_rincian dari_rincian residu jumlah_berbobot jumlah_belanja "
    "deviasi_rp",
    "poin": "ukuran_efisiensi ukuran_selisih deviasi_poin",
    "indikator": "banyak_indikator banyak_tercapai banyak_terhitung banyak_meleset",
    "orang": "jumlah_orang",
    "bagian": "bobot_dipakai",
    "nilai": "ikm",
    "tahun": "tahun_tersisa",
}
# What the ledger calls a figure where that is not the name of its function: one word for one way of reckoning.
CODES = {
    "jumlah": "jumlah_rincian dari_rincian jumlah_belanja jumlah_orang jumlah_bagian",
    "dinyatakan": "dinyatakan_atau_rincian seperti_dinyatakan realisasi_diukur realisasi_setahun",
    "selisih": "selisih_tahun selisih_target selisih",
    "predikat": "predikat predikat_nilai",
    "bagian": "bagian_utuh bagian_berkurang",
    "rata_rata": "rata_rata_mentah",
    "nol_tercapai": "nol_tercapai_seratus",
    "capaian_naik": "capaian_keluaran",
    "capaian_tahun": "diukur_setahun",
    "perubahan_persen": "perubahan_persen perubahan_pembanding",
    "ukuran_{efisiensi.ukuran}": "ukuran_efisiensi",
    "efisiensi_{efisiensi.nama}": "tingkat_efisiensi",
}


@pytest.mark.parametrize("formula", declared().values(), ids=_nama)
def test_a_figure_has_its_unit_and_its_code(formula):
    name = formula.fungsi.__name__
    assert formula.satuan == next((unit for unit, names in UNITS.items() if name in names.split()), "")
    assert formula.nama == next((code for code, names in CODES.items() if name in names.split()), name)


@pytest.mark.parametrize(("target", "realisasi"), [(0, 5), (5, 0), (5, 5), (0, NAN)])
def test_only_nothing_promised_and_nothing_happened_is_reached_in_full(target, realisasi):
    assert np.isnan(capaian.nol_tercapai_seratus(target, realisasi))


@pytest.mark.parametrize(("pagu", "realisasi"), [(0, 0), (100, 0)])
def test_without_money_spent_and_result_there_is_no_pmk_measure(pagu, realisasi):
    assert np.isnan(efisiensi.ukuran_pmk(0, pagu, realisasi))


def test_the_mean_of_an_agency_is_over_what_the_policy_says():
    assert [capaian.anggota_rata(cara, indikator=1, sasaran=2) for cara in ("indikator", "sasaran")] == [1, 2]
    with pytest.raises(MasukanSalah, match='Cara merata-ratakan "tujuan" tidak dikenal'):
        capaian.anggota_rata("tujuan", indikator=1, sasaran=2)

"""Worked cases: every formula with figures of real reports or a calculation by hand, and where they come from."""

import numpy as np
import pandas as pd
import pytest

from lkip_lib.formulas.katalog import susun
from lkip_lib.params import Params
from lkip_lib.policies import bawaan

NAMA = ("rumus_naik", "rumus_turun", "batas", "pembulatan", "skala_capaian")


def katalog():
    """Return every formula there is, under every built-in choice; what is rounded, not rounded."""
    nama = {k: getattr(Params(), k) for k in NAMA} | {"pembulatan": "tanpa"}
    pilihan = [
        bawaan().pilih({}, **nama | {"rumus_turun": t}, efisiensi=e)
        for t in ("rasio", "selisih")  # a range is measured by the default
        for e in bawaan().efisiensi
    ]
    return {n: r for p in pilihan for n, r in susun(p).items()}


KATALOG = katalog()
BEKASI = "LKIP Dinas Tenaga Kerja Kota Bekasi 2024"
TANGAN = "hitungan tangan"
PMK = "PMK 22/2021, dengan pagu dan realisasi " + BEKASI
P86 = {"bawah": [91, 76, 66, 51, None], "atas": [100, 90, 75, 65, 50], "nama": ["ST", "T", "S", "R", "SR"]}
P88 = {
    "bawah": [90, 80, 70, 60, 50, 30, None],
    "atas": [100, 90, 80, 70, 60, 50, 30],
    "nama": ["AA", "A", "BB", "B", "CC", "C", "D"],
}

KASUS = [
    ("capaian_naik", (65, 64.17), 98.72, f"{BEKASI}, nilai AKIP"),
    ("capaian_naik", (80, 80), 100, f"{BEKASI}, IKM"),
    ("capaian_naik", (100, 100), 100, f"{BEKASI}, perselisihan hubungan industrial"),
    ("capaian_naik", (80, 64.17), 80.21, f"{BEKASI}, nilai AKIP terhadap target PK"),
    ("capaian_naik", (89, 80), 89.89, f"{BEKASI}, IKM terhadap target PK"),
    ("capaian_naik", (2.5e12, 2.6125e12), 104.5, TANGAN),
    ("capaian_naik", (10, 166.7), 1667, "capaian tanpa batas yang tercetak di laporan kementerian"),
    ("capaian_turun_selisih", (8.55, 7.82), 108.54, f"{BEKASI}, TPT; PermenPANRB 8/2021"),
    ("capaian_turun_selisih", (8.55, 0), 200, TANGAN),
    ("capaian_turun_selisih", (8.55, 17.1), 0, TANGAN),
    ("capaian_turun_selisih", (8.55, 25.65), -100, TANGAN),
    ("capaian_turun_rasio", (8.55, 7.82), 109.34, f"{BEKASI}, TPT"),
    ("capaian_turun_rasio", (90, 100), 90, TANGAN),
    ("capaian_perubahan", (-0.13, -0.08), 61.54, f"{BEKASI}, TPT terhadap target PK"),
    ("capaian_perubahan", (2, 2.53), 126.5, TANGAN),
    ("capaian_perubahan_ditahan", (0.5, 0.3), 140, TANGAN),
    ("capaian_perubahan_ditahan", (-2, -3), 50, TANGAN),
    ("capaian_ordinal", (4, 3), 75, "WDP terhadap target WTP, empat tingkat opini"),
    ("capaian_rentang", (60, 85, 75), 100, "BOR rumah sakit, ideal 60–85"),
    ("capaian_rentang", (60, 85, 88.4), 96, "BOR rumah sakit, (2×85 − 88,4) ÷ 85"),
    ("capaian_rentang", (60, 85, 51), 85, "BOR rumah sakit, 51 ÷ 60"),
    ("capaian_rentang", (95, None, 92.15), 97, "target ≥95"),
    ("capaian_rentang", (None, 49, 60), 77.55, "target kurang dari 49"),
    ("capaian_rentang", (None, 49, 49), 100, "tepat di batas"),
    ("nol_tercapai", (np.nan, 0, 0, True), 100, "nihil kasus"),
    ("batas_capaian", (108.54, 0, 100), 100, f"{BEKASI}, dibatasi 100"),
    ("batas_capaian", (-412, 0, 100), 0, f"{BEKASI}, capaian tercetak"),
    ("batas_capaian", (243, 0, 120), 120, "batas 120"),
    ("batas_capaian", (660, 0, None), 660, "tanpa batas atas"),
    ("rata_rata", ([64.17 / 65 * 100, 100, 100, 100],), 99.68, f"{BEKASI}, dibatasi"),
    ("rata_rata", ([64.17 / 65 * 100, 100, 108.538, 100],), 101.82, f"{BEKASI}, tanpa batas"),
    ("rata_rata", ([80.2125, 89.8876, 61.5385, 100],), 82.91, f"{BEKASI}, terhadap target PK"),
    ("rata_rata", ([80, 100], [3, 1]), 85, TANGAN),
    ("serapan", (18_508_617_440, 15_450_065_461), 83.47, f"{BEKASI}, seluruh instansi"),
    ("sisa", (18_508_617_440, 15_450_065_461), 3_058_551_979, f"{BEKASI}, seluruh instansi"),
    ("ukuran_pmk", ([18_508_617_440], [15_450_065_461], [0.9968]), 16.26, PMK),
    ("ukuran_pmk", ([100], [40], [1]), 20, "dibatasi 20: laporan kementerian mencetak 235 karena lupa"),
    ("ukuran_pmk_nilai", (16.257,), 90.64, PMK),
    ("ukuran_pmk_nilai", (-20,), 0, TANGAN),
    ("ukuran_selisih", (99.36, 88.50), 10.86, BEKASI),
    ("ukuran_rasio", (99.36, 88.50), 1.12, BEKASI),
    ("ukuran_sisa", (83.47,), 16.53, f"{BEKASI}, seluruh instansi"),
    ("selisih", (64.17, 65.36), -1.19, f"{BEKASI}, AKIP terhadap nasional"),
    ("selisih", (7.82, 7.90), -0.08, f"{BEKASI}, TPT terhadap 2023"),
    ("perubahan_persen", (64.17, 61.64), 4.10, f"{BEKASI}, AKIP terhadap 2023"),
    ("sisa_per_tahun", (68, 64.17, 2), 1.92, f"{BEKASI}, AKIP sampai 2026"),
    ("jumlah_triwulan", ([25, 30, 20, 25],), 100, "akumulatif: keempat triwulan berjumlah setahun"),
    ("jumlah_triwulan", ([25, 30],), 55, "akumulatif sampai triwulan II"),
    ("deviasi_poin", (40.5, 45.25), -4.75, TANGAN),
    ("deviasi_rp", (2_531_250_000, 2_828_125_000), -296_875_000, TANGAN),
    ("proyeksi_lurus", (55, 2), 110, "55 ÷ 2 × 4"),
    ("proyeksi_tren", (66.1, 1, 66.9, 2), 68.5, "66,9 + 0,8 × 2"),
    ("persentase", (3849, 9181), 41.92, "tercetak 41,92 (3.849/ 9.181)"),
    ("persentase", (83, 83), 100, f"{BEKASI}, perkara selesai terhadap tercatat"),
    ("bagian", (89, 3230, 1000), 27.55, "NDR rumah sakit, permil"),
    ("bagian", (93, 46_500, 100_000), 200, "kematian ibu per 100.000 kelahiran hidup"),
    ("bagian", (120, 120, 100, 111), 7.5, "penurunan sisa perkara pengadilan"),
    ("rata_rata_unsur", ([4, 3, None, 3],), 3.33, "PermenPANRB 14/2017; yang tidak menjawab tidak dihitung"),
    ("ikm", ([3.2] * 9,), 80, f"{BEKASI}, IKM 80; PermenPANRB 14/2017"),
    ("ikm", ([3, 3, 3, 3, 3, 3, 3, 4, 3],), 77.78, "PermenPANRB 14/2017, 28 ÷ 9 × 25"),
]
LABEL = [
    ("predikat", ([64.17, 90, 90.01, 60, 30],), {**P88, "pembacaan": "kiri_terbuka"}, ["B", "A", "AA", "CC", "D"],
     "PermenPANRB 88/2021"),
    ("predikat", ([90.5, 91, 50],), {**P86, "pembacaan": "ambang_bawah"}, ["T", "ST", "SR"], "Permendagri 86/2017"),
    ("predikat", ([90.5, 90],), {**P86, "pembacaan": "ambang_atas"}, ["ST", "T"], "Permendagri 86/2017"),
    ("efisiensi_banding", ([10.86, 48.1, 0, -0.01], [False, True, True, True]), {},
     ["Target belum tercapai", "Efisien", "Efisien", "Tidak efisien"], BEKASI),
    ("efisiensi_selisih", ([5.01, 5, -5.01], [True] * 3), {}, ["Efisien", "Cukup efisien", "Tidak efisien"], TANGAN),
    ("efisiensi_rasio", ([1, 0.9999], [True] * 2), {}, ["Efisien", "Tidak efisien"], TANGAN),
    ("efisiensi_sisa", ([0.01, 0, 16.53], [True, True, False]), {},
     ["Efisien", "Tidak efisien", "Target belum tercapai"],
     TANGAN),
]  # fmt: skip
# Those that repeat a stated figure, name the class of a measure worked out above, or add up the tree tested below.
LAIN = {"dinyatakan", "koreksi", "jumlah", "residu", "rata_rata_capaian", "efisiensi_pmk", "efisiensi_pmk_nilai"}


@pytest.mark.parametrize(("nama", "masukan", "hasil", "sumber"), KASUS, ids=lambda v: v if isinstance(v, str) else "")
def test_a_worked_figure(nama, masukan, hasil, sumber):
    assert sumber
    dihitung = np.asarray(KATALOG[nama].fungsi(*masukan), dtype=float)
    assert dihitung.round(2).item() == pytest.approx(hasil, abs=0.005)


@pytest.mark.parametrize(("nama", "masukan", "pilihan", "hasil", "sumber"), LABEL)
def test_a_worked_label(nama, masukan, pilihan, hasil, sumber):
    assert sumber
    assert KATALOG[nama].fungsi(*masukan, **pilihan).tolist() == hasil


def test_a_worked_tree():
    """40.000.000 of the agency's budget lies in no program: LKIP Dinas Tenaga Kerja Kota Bekasi 2024, Tabel 3.6."""
    akar = _pohon([18_508_617_440.0, 10_468_617_440.0, 8_000_000_000.0]).iloc[0]
    assert (akar["nilai"], akar["anak"], akar["residu"]) == (18_508_617_440, 18_468_617_440, 40_000_000)


def test_a_worked_sum():
    """The programs alone, where the agency's own figure is not readable: LKIP Dinas Tenaga Kerja Kota Bekasi 2024."""
    akar = _pohon([np.nan, 10_468_617_440.0, 8_000_000_000.0]).iloc[0]
    assert (akar["nilai"], akar["dari_anak"]) == (18_468_617_440, True)


def _pohon(nilai):
    return KATALOG["residu"].fungsi(
        pd.Series(["0", "A", "B"]), pd.Series(["", "0", "0"]), pd.Series(nilai), pd.Series([True] * 3)
    )


def test_every_formula_has_a_worked_case():
    assert set(KATALOG) - LAIN == {k[0] for k in (*KASUS, *LABEL)}

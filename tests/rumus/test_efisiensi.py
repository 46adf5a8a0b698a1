"""Efficiency: no method calls an unmet target efficient by its leftover budget."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.errors import MasukanSalah
from lkip_lib.policies import bawaan
from lkip_lib.policies.aturan import UKURAN as DALAM_KEBIJAKAN
from lkip_lib.policies.aturan import AturanEfisiensi, KelasEfisiensi
from lkip_lib.rumus.efisiensi import (
    UKURAN,
    banyak_meleset,
    tingkat_efisiensi,
    ukuran_efisiensi,
    ukuran_pmk,
    ukuran_pmk_nilai,
)

PERSEN = st.floats(0, 300)
RUPIAH = st.floats(1, 1e12)
NAN = float("nan")


def menurut(aturan, capaian, serapan, tercapai=True):
    """Class a capaian against an absorption by a built-in rule that measures with these two."""
    a = bawaan().efisiensi[aturan]
    c, s = (NAN if v is None else v for v in (capaian, serapan))
    return tingkat_efisiensi(ukuran_efisiensi(c, s, NAN, NAN, efisiensi=a), 0 if tercapai else 1, efisiensi=a)


@pytest.mark.parametrize(
    ("capaian", "serapan", "tercapai", "tingkat"),
    [
        (99.36, 88.50, False, "Target belum tercapai"),
        (100, 51.90, True, "Efisien"),
        (100, 80.33, True, "Efisien"),
        (83.47, 83.47, True, "Efisien"),
        (0.27 / 0.3 * 100, 90, True, "Efisien"),
        (100, 100.01, True, "Tidak efisien"),
        (None, 90, True, ""),
        (100, None, True, ""),
    ],
)
def test_banding(capaian, serapan, tercapai, tingkat):
    assert menurut("banding", capaian, serapan, tercapai) == tingkat


@pytest.mark.parametrize("aturan", ["banding", "sisa"])
def test_an_unmet_target_is_said_even_where_the_absorption_is_unknown(aturan):
    assert menurut(aturan, 80, None, False) == "Target belum tercapai"


@pytest.mark.parametrize("aturan", ["banding", "sisa"])
@given(PERSEN, PERSEN)
def test_an_unmet_target_is_never_efficient(aturan, capaian, serapan):
    assert menurut(aturan, capaian, serapan, False) == "Target belum tercapai"


@pytest.mark.parametrize(
    ("aturan", "capaian", "serapan", "tingkat"),
    [
        ("selisih", 95.01, 90, "Efisien"),
        ("selisih", 95, 90, "Cukup efisien"),
        ("selisih", 85, 90, "Cukup efisien"),
        ("selisih", 84.99, 90, "Tidak efisien"),
        ("selisih", 100.3 - 5, 95.3 - 5, "Cukup efisien"),
        ("selisih", None, 90, ""),
        ("rasio", 90, 90, "Efisien"),
        ("rasio", 89.99, 90, "Tidak efisien"),
        ("rasio", 100, 0, ""),
        ("rasio", 100, None, ""),
        ("sisa", 100, 99.99, "Efisien"),
        ("sisa", 100, 100, "Tidak efisien"),
        ("sisa", 100, 100.01, "Tidak efisien"),
        ("sisa", None, 99.99, ""),
    ],
)
def test_rules_at_their_bounds(aturan, capaian, serapan, tingkat):
    assert menurut(aturan, capaian, serapan) == tingkat


@given(st.lists(st.floats(-300, 300), min_size=2), st.lists(st.floats(-50, 50), min_size=1, max_size=4, unique=True))
def test_a_higher_measure_never_has_a_lower_class(nilai, ambang):
    nama = [str(i) for i in range(len(ambang) + 1)]
    turun = sorted(ambang, reverse=True)
    kelas = [KelasEfisiensi(nama=n, sekurangnya=a) for n, a in zip(nama, turun, strict=False)]
    aturan = AturanEfisiensi(judul="x", sumber="x", ukuran="selisih", kelas=(*kelas, KelasEfisiensi(nama=nama[-1])))
    golongan = list(tingkat_efisiensi(sorted(nilai), [0.0] * len(nilai), efisiensi=aturan))
    assert golongan == sorted(golongan, reverse=True)


@pytest.mark.parametrize("ukuran", UKURAN)
def test_every_measure_that_a_policy_may_name_is_computed(ukuran):
    aturan = bawaan().efisiensi["banding"].model_copy(update={"ukuran": ukuran})
    assert not math.isnan(ukuran_efisiensi(90, 80, 100.0, 80.0, efisiensi=aturan))
    assert set(UKURAN) == set(DALAM_KEBIJAKAN)


def test_a_measure_that_no_case_knows_is_refused():
    aturan = bawaan().efisiensi["banding"].model_copy(update={"ukuran": "kuadrat"})
    with pytest.raises(MasukanSalah, match='Ukuran efisiensi "kuadrat" tidak dikenal'):
        ukuran_efisiensi(90, 80, 100.0, 80.0, efisiensi=aturan)


def test_only_what_is_known_to_be_missed_is_counted():
    assert banyak_meleset(["ya", "tidak", "", "tidak"]) == 2


def test_pmk_of_a_real_ministry_style_report():
    assert round(ukuran_pmk(99.68, 18_508_617_440, 15_450_065_461), 3) == 16.257
    assert round(ukuran_pmk_nilai(99.68, 18_508_617_440, 15_450_065_461), 2) == 90.64


@pytest.mark.parametrize(("realisasi", "nilai"), [(120, 0), (100, 50), (80, 100), (26, 100), (NAN, NAN)])
def test_pmk_score_stays_within_0_and_100(realisasi, nilai):
    np.testing.assert_equal(ukuran_pmk_nilai(100, 100, realisasi), nilai)


@given(RUPIAH, st.floats(0, 1e12), st.floats(1, 200))
def test_pmk_efficiency_stays_within_20(pagu, realisasi, capaian):
    assert abs(ukuran_pmk(capaian, pagu, realisasi)) <= 20


@pytest.mark.parametrize("capaian", [0, -6.25])
def test_pmk_of_money_for_nothing_is_at_the_lower_bound(capaian):
    assert ukuran_pmk(capaian, 100, 50) == -20
    assert math.isnan(ukuran_pmk(capaian, 100, 0))

"""Efficiency: no method calls an unmet target efficient by its leftover budget."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.formulas.efisiensi import golongkan, pmk_efisiensi, pmk_nilai, rasio, selisih, sisa
from lkip_lib.policies import bawaan

PERSEN = st.floats(0, 300)
RUPIAH = st.floats(1, 1e12)


def menurut(aturan, capaian, serapan, tercapai=True):
    """Class a capaian against an absorption by a built-in rule that measures with these two."""
    a = bawaan().efisiensi[aturan]
    ukuran = {"selisih": selisih, "rasio": rasio}.get(a.ukuran, lambda _, s: sisa(s))([capaian], [serapan])
    *berambang, _ = a.kelas
    kelas = {"ambang": [k.ambang for k in berambang], "tegas": [k.tegas for k in berambang]}
    return golongkan(ukuran, [tercapai], **kelas, nama=[k.nama for k in a.kelas], belum=a.belum_tercapai).item()


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
    ],
)
def test_rules_at_their_bounds(aturan, capaian, serapan, tingkat):
    assert menurut(aturan, capaian, serapan) == tingkat


@given(st.lists(st.floats(-300, 300), min_size=2), st.lists(st.floats(-50, 50), min_size=1, max_size=4, unique=True))
def test_a_higher_measure_never_has_a_lower_class(nilai, ambang):
    ambang = sorted(ambang, reverse=True)
    nama = [str(i) for i in range(len(ambang) + 1)]
    kelas = golongkan(sorted(nilai), [True] * len(nilai), ambang=ambang, tegas=[False] * len(ambang), nama=nama)
    assert list(kelas) == sorted(kelas, reverse=True)


def test_pmk_of_a_real_ministry_style_report():
    e = pmk_efisiensi([18_508_617_440], [15_450_065_461], [0.9968])
    assert e.round(3).item() == 16.257
    assert pmk_nilai(e).round(2).item() == 90.64


def test_pmk_adds_up_outputs_before_dividing():
    assert pmk_efisiensi([100, 100], [80, 100], [1, 1]).item() == pytest.approx(10)


@pytest.mark.parametrize(("e", "nilai"), [(-20, 0), (0, 50), (20, 100), (74, 100), (None, None)])
def test_pmk_score_stays_within_0_and_100(e, nilai):
    np.testing.assert_array_equal(pmk_nilai([e]), np.array([nilai], dtype=float))


@given(RUPIAH, st.floats(0, 1e12), st.floats(0.01, 2))
def test_pmk_efficiency_stays_within_20(pagu, realisasi, capaian):
    assert abs(pmk_efisiensi([pagu], [realisasi], [capaian])) <= 20


@pytest.mark.parametrize("capaian", [0, -0.0625])
def test_pmk_of_money_for_nothing_is_at_the_lower_bound(capaian):
    assert pmk_efisiensi([100], [50], [capaian]) == -20
    assert math.isnan(pmk_efisiensi([100], [0], [capaian]))

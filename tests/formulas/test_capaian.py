"""Capaian: figures of real reports, and the laws that every formula keeps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lkip_lib.formulas.angka import siap_banding
from lkip_lib.formulas.capaian import batasi, naik, nol_tercapai, perubahan, rentang, turun_rasio, turun_selisih

NAN = float("nan")
TARGET = st.floats(0.01, 1e9)
REALISASI = st.floats(0.01, 1e9)
BATAS = st.none() | st.floats(0, 200)


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "persen"),
    [
        (naik, 65, 64.17, 98.72),
        (naik, 80, 64.17, 80.21),
        (naik, 89, 80, 89.89),
        (naik, 65, 0, 0),
        (turun_selisih, 8.55, 7.82, 108.54),
        (turun_selisih, 8.55, 8.60, 99.42),
        (turun_selisih, 8.55, 20, -33.92),
        (turun_rasio, 8.55, 7.82, 109.34),
        (perubahan, -0.13, -0.08, 61.54),
        (perubahan, -0.13, 0.05, -38.46),
        (perubahan, 2, 2.53, 126.5),
    ],
)
def test_printed_figures(rumus, target, realisasi, persen):
    assert rumus(target, realisasi).round(2).item() == persen


def test_no_binary_dust_at_a_bound():
    assert siap_banding(naik(0.3, 0.27)).item() == 90


@given(TARGET, REALISASI, REALISASI)
def test_direction(target, first, second):
    low, high = sorted((first, second))
    assert naik(target, low) <= naik(target, high)
    for turun in (turun_selisih, turun_rasio):
        assert turun(target, low) >= turun(target, high)


@given(TARGET)
def test_on_target_is_exactly_100(target):
    for rumus in (naik, turun_selisih, turun_rasio, perubahan):
        assert rumus(target, target) == 100
    assert perubahan(-target, -target) == 100
    assert rentang(target, target, target) == 100


@given(TARGET, st.floats(0, 10))
def test_selisih_is_linear_from_200_at_zero_to_0_at_twice_the_target(target, share):
    assert turun_selisih(target, 0) == 200
    assert turun_selisih(target, 2 * target) == 0
    assert turun_selisih(target, share * target).item() == pytest.approx(200 - 100 * share, abs=1e-9)


@pytest.mark.parametrize("rumus", [naik, turun_selisih, turun_rasio, perubahan])
def test_missing_figures_are_never_zero(rumus):
    assert np.isnan(rumus([65, None, None], [None, 64.17, None])).all()


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi"),
    [
        (naik, 0, 5),
        (naik, -1, 5),
        (turun_selisih, 0, 5),
        (turun_selisih, -0.13, -0.08),
        (turun_rasio, 0, 0),
        (turun_rasio, 8.55, 0),
        (perubahan, 0, 1),
    ],
)
def test_what_cannot_be_computed_is_nan(rumus, target, realisasi):
    assert np.isnan(rumus(target, realisasi))


@pytest.mark.parametrize(
    ("bawah", "atas", "realisasi", "selisih", "rasio"),
    [
        (80, 90, 80, 100, 100),
        (80, 90, 90, 100, 100),
        (80, 90, 60, 75, 75),
        (80, 90, 99, 90, 90.91),
        (95, NAN, 120, 100, 100),
        (95, NAN, 80, 84.21, 84.21),
        (NAN, 49, 10, 100, 100),
        (NAN, 49, 60, 77.55, 81.67),
        (NAN, NAN, 60, NAN, NAN),
        (80, 90, NAN, NAN, NAN),
    ],
)
def test_rentang(bawah, atas, realisasi, selisih, rasio):
    assert rentang(bawah, atas, realisasi).round(2) == pytest.approx(selisih, nan_ok=True)
    assert rentang(bawah, atas, realisasi, di_atas=turun_rasio).round(2) == pytest.approx(rasio, nan_ok=True)


@pytest.mark.parametrize(
    ("target", "realisasi", "berlaku", "persen"),
    [(0, 0, True, 100), (0, 0, False, NAN), (0, 1, True, NAN), (NAN, NAN, True, NAN)],
)
def test_nol_tercapai_only_where_the_card_says_so(target, realisasi, berlaku, persen):
    assert nol_tercapai(NAN, target, realisasi, berlaku) == pytest.approx(persen, nan_ok=True)


@given(st.floats(-1e6, 1e6), BATAS, BATAS)
def test_batasi_stays_in_bounds_and_is_idempotent(capaian, bawah, atas):
    if bawah is not None and atas is not None and bawah > atas:
        bawah, atas = atas, bawah
    hasil = batasi(capaian, bawah, atas)
    assert (-math.inf if bawah is None else bawah) <= hasil <= (math.inf if atas is None else atas)
    assert batasi(hasil, bawah, atas) == hasil
    if hasil not in (bawah, atas):
        assert hasil == capaian


def test_batasi_keeps_the_missing():
    assert np.isnan(batasi(NAN))

"""Quarters: what a cell means by its type, deviations, and projections that are straight lines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.formulas.triwulan import (
    akumulatif,
    deviasi_poin,
    deviasi_rp,
    pengulangan,
    posisi_akhir,
    proyeksi_lurus,
    proyeksi_tren,
)

FIGURES = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [(akumulatif, [10, 30, 65, 100]), (posisi_akhir, [10, 20, 35, 35]), (pengulangan, [10, 20, 35, 35])],
)
def test_to_date_by_type(formula, expected):
    year = [10, 20, 35, 35]
    assert [formula([year[:n]]).item() for n in (1, 2, 3, 4)] == expected


def test_a_missing_quarter_is_never_zero():
    assert np.isnan(akumulatif([[10, None, 35]])).all()
    assert np.isnan(posisi_akhir([[10, 20, None]])).all()
    assert posisi_akhir([[None, None, 35]]).item() == 35


def test_decimal_dust_is_no_difference():
    assert akumulatif([[0.1, 0.2]]).item() == 0.3


@pytest.mark.parametrize(
    ("realisasi", "rencana", "pagu", "rupiah", "poin"),
    [
        (1_403_000_000, 1_385_000_000, 6_250_000_000, 18_000_000, 0.288),
        (150_000_000, 210_000_000, 900_000_000, -60_000_000, -6.666666667),
    ],
)
def test_deviation_in_rupiah_and_points(realisasi, rencana, pagu, rupiah, poin):
    assert deviasi_rp(realisasi, rencana).item() == rupiah
    assert deviasi_poin(realisasi / pagu * 100, rencana / pagu * 100).item() == poin


@pytest.mark.parametrize(("sampai", "n", "akhir"), [(30, 1, 120), (30, 2, 60), (75, 3, 100), (75, 4, 75)])
def test_a_running_total_goes_on_as_it_went(sampai, n, akhir):
    assert proyeksi_lurus(sampai, n).item() == akhir


@pytest.mark.parametrize(
    ("awal", "n_awal", "kini", "n", "akhir"),
    [(66.10, 1, 66.90, 2, 68.50), (66.10, 1, 67.40, 3, 68.05), (27.5, 1, 25, 3, 23.75), (66.1, 1, 68, 4, 68)],
)
def test_a_level_keeps_its_mean_change(awal, n_awal, kini, n, akhir):
    assert proyeksi_tren(awal, n_awal, kini, n).item() == akhir


def test_one_quarter_is_no_trend():
    assert np.isnan(proyeksi_tren(66.1, 1, 66.1, 1))


@given(st.lists(FIGURES, min_size=1, max_size=4))
def test_only_the_sum_looks_at_earlier_quarters(quarters):
    assert posisi_akhir([quarters]).item() == quarters[-1] == pengulangan([quarters]).item()
    assert akumulatif([quarters]).item() == pytest.approx(sum(quarters), abs=1e-3)


@given(FIGURES, st.integers(1, 4))
def test_an_even_year_is_projected_to_itself(figure, n):
    assert proyeksi_lurus(figure * n, n).item() == pytest.approx(4 * figure)


@given(FIGURES, st.integers(2, 4))
def test_a_level_that_stands_still_is_projected_to_itself(figure, n):
    assert proyeksi_tren(figure, 1, figure, n).item() == pytest.approx(figure, abs=1e-6)

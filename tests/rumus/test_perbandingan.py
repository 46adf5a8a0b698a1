"""Comparisons: the change, its percentage, and whether it is good."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.formulas.perbandingan import makna, perubahan_persen, selisih, sisa_per_tahun

LAWAN = {"membaik": "memburuk", "memburuk": "membaik", "tetap": "tetap"}


@pytest.mark.parametrize(
    ("kini", "lalu", "beda", "persen"),
    [
        (64.17, 61.64, 2.53, 4.1),
        (61.64, 64.22, -2.58, -4.02),
        (7.82, 7.90, -0.08, -1.01),
        (64.17, 65.36, -1.19, -1.82),
        (-1, -2, 1, 50),
        (0.1 + 0.2, 0.3, 0, 0),
    ],
)
def test_change(kini, lalu, beda, persen):
    assert selisih(kini, lalu).item() == beda
    assert perubahan_persen(kini, lalu).item() == pytest.approx(persen, abs=0.005)


@pytest.mark.parametrize(("kini", "lalu"), [(5, 0), (None, 5), (5, None)])
def test_no_percentage_of_nothing(kini, lalu):
    assert np.isnan(perubahan_persen([kini], [lalu])).all()


@given(st.floats(-1e6, 1e6))
def test_makna_flips_with_arah(beda):
    naik, turun = makna([beda, beda], ["naik", "turun"])
    assert LAWAN[naik] == turun


@pytest.mark.parametrize(
    ("beda", "arah", "kata"),
    [
        (-0.08, "turun", "membaik"),
        (2.53, "naik", "membaik"),
        (-2.58, "naik", "memburuk"),
        (0.1 + 0.2 - 0.3, "naik", "tetap"),
        (None, "naik", ""),
    ],
)
def test_makna(beda, arah, kata):
    assert makna([beda], [arah]).tolist() == [kata]


def test_sisa_per_tahun():
    assert sisa_per_tahun([68, 8.29, 68], [64.17, 7.82, 64.17], [2, 2, 0]).round(3).tolist() == pytest.approx(
        [1.915, 0.235, np.nan], nan_ok=True
    )

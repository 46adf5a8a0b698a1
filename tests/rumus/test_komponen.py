"""Indicators from their components."""

import numpy as np
import pytest

from lkip_lib.formulas.komponen import ikm, persentase


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "persen"),
    [(3849, 9181, 41.92), (83, 83, 100), (0, 83, 0), (83, 0, np.nan), (None, 83, np.nan)],
)
def test_persentase(pembilang, penyebut, persen):
    assert persentase([pembilang], [penyebut]).round(2).item() == pytest.approx(persen, nan_ok=True)


@pytest.mark.parametrize(
    ("unsur", "indeks"),
    [([1] * 9, 25), ([4] * 9, 100), ([3.2] * 9, 80), ([3, 3, 3, 3, 3, 3, 3, 3, 4], 77.777777778), ([3, None], np.nan)],
)
def test_ikm(unsur, indeks):
    assert ikm(unsur) == pytest.approx(indeks, nan_ok=True, rel=0)

"""Plain arrays follow the language: NaN is no figure and no condition, and members are all the rows."""

import numpy as np
import pytest

from lkip_lib.rumus.bahasa import TIDAK_ADA, TIDAK_BERLAKU, banyak, bersih, bulat, cadangan, jumlah, terisi
from lkip_lib.rumus.larik import Larik

NAN = float("nan")
A, B = Larik([2.0, 0.0, NAN]), Larik([3.0, -4.0, 5.0])
SEMUA = [
    (A + B, [5, -4, NAN]),
    (10 - A, [8, 10, NAN]),
    (-B, [-3, 4, -5]),
    (abs(B), [3, 4, 5]),
    (B / A, [1.5, NAN, NAN]),
    (1 / A, [0.5, NAN, NAN]),
    (A / 0, [NAN, NAN, NAN]),
    (A > 0, [1, 0, NAN]),
    (A >= 0, [1, 1, NAN]),
    (A < 2, [0, 1, NAN]),
    (A <= 2, [1, 1, NAN]),
    (A == 2, [1, 0, NAN]),
    (A != 2, [0, 1, NAN]),
    (Larik([0.1 + 0.2]) == 0.3, [1]),
    (Larik([0.1 + 0.2]) > 0.3, [0]),
    (A == "ya", [0, 0, NAN]),
    (A != "ya", [1, 1, NAN]),
    ((A > 0) & (B > 0), [1, 0, NAN]),
    ((A > 0) & (B > 9), [0, 0, NAN]),
    ((A > 0) | (B > 0), [1, 0, NAN]),
    ((A > 9) | (B > 0), [1, 0, NAN]),
    (np.logical_and(A > 0, B > 0), [1, 0, NAN]),
    (np.logical_or(A > 9, B > 0), [1, 0, NAN]),
    (~(A > 0), [0, 1, NAN]),
    (np.logical_not(A > 0), [0, 1, NAN]),
    (np.isnan(A), [0, 0, 1]),
    (np.minimum(A, B), [2, -4, NAN]),
    (np.maximum(A, 1), [2, 1, NAN]),
    (np.clip(B, -1, 4), [3, -1, 4]),
    (np.clip(B, None, 4), [3, -4, 4]),
    (np.where(A > 0, B, 7), [3, 7, NAN]),
    (np.where(A > 0, TIDAK_ADA, B), [NAN, -4, NAN]),
    (np.where(A > 0, B, TIDAK_BERLAKU), [3, NAN, NAN]),
    (B * TIDAK_ADA, [NAN, NAN, NAN]),
    (cadangan(A, 7), [2, 0, 7]),
    (cadangan(A, B), [2, 0, 5]),
    (bersih(Larik([0.1 + 0.2])), [0.3]),
    (bulat(Larik([0.125, -0.125]), 2), [0.13, -0.13]),
    (bulat(Larik([0.129]), 2, "potong"), [0.12]),
]


@pytest.mark.parametrize(("hasil", "harap"), SEMUA, ids=range(len(SEMUA)))
def test_each_operation_keeps_what_is_missing_missing(hasil, harap):
    assert isinstance(hasil, Larik)
    assert np.asarray(hasil, float).tolist() == pytest.approx(harap, nan_ok=True)


@pytest.mark.parametrize(
    ("hasil", "harap"), [(jumlah(B), 4), (jumlah(A), NAN), (banyak(A), 3), (terisi(A), 2), (terisi(B), 3)], ids=range(5)
)
def test_members_are_all_the_rows(hasil, harap):
    assert isinstance(hasil, Larik)
    assert float(hasil) == pytest.approx(harap, nan_ok=True)


@pytest.mark.parametrize(
    ("hasil", "harap"),
    [
        (np.where(A > 0, "ya", "tidak"), ["ya", "tidak", ""]),
        (np.where(A > 0, "ya", TIDAK_ADA), ["ya", "", ""]),
        (np.where(A > 0, 5, "tidak"), ["", "tidak", ""]),
        (np.where(A > 0, np.where(B > 9, "satu", "dua"), "tiga"), ["dua", "tiga", ""]),
    ],
    ids=range(4),
)
def test_of_texts_what_is_missing_has_no_letters(hasil, harap):
    assert hasil.dtype == object
    assert hasil.tolist() == harap

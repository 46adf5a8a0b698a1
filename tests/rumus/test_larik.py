"""Plain arrays follow the language: NaN is no figure and no condition, and members are all the rows."""

import numpy as np
import pytest

from lkip_lib.rumus.bahasa import TIDAK_ADA, TIDAK_BERLAKU, banyak, bersih, bulat, cadangan, jumlah, terisi
from lkip_lib.rumus.larik import Larik

NAN = float("nan")
A, B = Larik([2.0, 0.0, NAN]), Larik([3.0, -4.0, 5.0])
SEMUA = [
    (lambda: A + B, [5, -4, NAN]),
    (lambda: 10 - A, [8, 10, NAN]),
    (lambda: -B, [-3, 4, -5]),
    (lambda: abs(B), [3, 4, 5]),
    (lambda: B / A, [1.5, NAN, NAN]),
    (lambda: 1 / A, [0.5, NAN, NAN]),
    (lambda: A / 0, [NAN, NAN, NAN]),
    (lambda: A > 0, [1, 0, NAN]),
    (lambda: A >= 0, [1, 1, NAN]),
    (lambda: A < 2, [0, 1, NAN]),
    (lambda: A <= 2, [1, 1, NAN]),
    (lambda: A == 2, [1, 0, NAN]),
    (lambda: A != 2, [0, 1, NAN]),
    (lambda: Larik([0.1 + 0.2]) == 0.3, [1]),
    (lambda: Larik([0.1 + 0.2]) > 0.3, [0]),
    (lambda: A == "ya", [0, 0, NAN]),
    (lambda: A != "ya", [1, 1, NAN]),
    (lambda: (A > 0) & (B > 0), [1, 0, NAN]),
    (lambda: (A > 0) & (B > 9), [0, 0, NAN]),
    (lambda: (A > 0) | (B > 0), [1, 0, NAN]),
    (lambda: (A > 9) | (B > 0), [1, 0, NAN]),
    (lambda: np.logical_and(A > 0, B > 0), [1, 0, NAN]),
    (lambda: np.logical_or(A > 9, B > 0), [1, 0, NAN]),
    (lambda: ~(A > 0), [0, 1, NAN]),
    (lambda: np.logical_not(A > 0), [0, 1, NAN]),
    (lambda: np.isnan(A), [0, 0, 1]),
    (lambda: np.minimum(A, B), [2, -4, NAN]),
    (lambda: np.maximum(A, 1), [2, 1, NAN]),
    (lambda: np.clip(B, -1, 4), [3, -1, 4]),
    (lambda: np.clip(B, None, 4), [3, -4, 4]),
    (lambda: np.where(A > 0, B, 7), [3, 7, NAN]),
    (lambda: np.where(A > 0, TIDAK_ADA, B), [NAN, -4, NAN]),
    (lambda: np.where(A > 0, B, TIDAK_BERLAKU), [3, NAN, NAN]),
    (lambda: B * TIDAK_ADA, [NAN, NAN, NAN]),
    (lambda: cadangan(A, 7), [2, 0, 7]),
    (lambda: cadangan(A, B), [2, 0, 5]),
    (lambda: bersih(Larik([0.1 + 0.2])), [0.3]),
    (lambda: bulat(Larik([0.125, -0.125]), 2), [0.13, -0.13]),
    (lambda: bulat(Larik([0.129]), 2, "potong"), [0.12]),
]


@pytest.mark.parametrize(("hasil", "harap"), SEMUA, ids=range(len(SEMUA)))
def test_each_operation_keeps_what_is_missing_missing(hasil, harap):
    hasil = hasil()
    assert isinstance(hasil, Larik)
    assert np.asarray(hasil, float).tolist() == pytest.approx(harap, nan_ok=True)


@pytest.mark.parametrize(
    ("kata", "isi", "harap"),
    [(jumlah, B, 4), (jumlah, A, NAN), (banyak, A, 3), (terisi, A, 2), (terisi, B, 3)],
    ids=range(5),
)
def test_members_are_all_the_rows(kata, isi, harap):
    hasil = kata(isi)
    assert isinstance(hasil, Larik)
    assert float(hasil) == pytest.approx(harap, nan_ok=True)


@pytest.mark.parametrize(
    ("hasil", "harap"),
    [
        (lambda: np.where(A > 0, "ya", "tidak"), ["ya", "tidak", ""]),
        (lambda: np.where(A > 0, "ya", TIDAK_ADA), ["ya", "", ""]),
        (lambda: np.where(A > 0, 5, "tidak"), ["", "tidak", ""]),
        (lambda: np.where(A > 0, np.where(B > 9, "satu", "dua"), "tiga"), ["dua", "tiga", ""]),
        (lambda: np.where(A > 0, np.where(B > 9, 1, "dua"), np.where(B > 9, 3, "empat")), ["dua", "empat", ""]),
        (lambda: np.where(A > 0, 5, np.where(B > 9, "tiga", "empat")), ["", "empat", ""]),
    ],
    ids=range(6),
)
def test_of_texts_what_is_missing_has_no_letters(hasil, harap):
    assert hasil().dtype == object
    assert hasil().tolist() == harap


def test_dust_ends_at_the_ninth_decimal():
    assert bersih(Larik([1 + 4e-10, 1 + 6e-10])).tolist() == [1.0, 1.000000001]

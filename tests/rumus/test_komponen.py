"""Indicators from their components."""

import numpy as np
import pytest

from lkip_lib.rumus.komponen import bagian_berkurang, ikm, rata_rata_unsur, realisasi_komponen
from lkip_lib.rumus.triwulan import persentase
from tests.rumus.pilihan import NAN


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "persen"),
    [(3849, 9181, 41.92), (83, 83, 100), (0, 83, 0), (83, 0, NAN), (NAN, 83, NAN)],
)
def test_persentase(pembilang, penyebut, persen):
    assert round(persentase(pembilang, penyebut), 2) == pytest.approx(persen, nan_ok=True)


@pytest.mark.parametrize(
    ("unsur", "indeks"),
    [([1] * 9, 25), ([4] * 9, 100), ([3.2] * 9, 80), ([3, 3, 3, 3, 3, 3, 3, 3, 4], 77.777777778), ([3, NAN], NAN)],
)
def test_ikm(unsur, indeks):
    assert ikm(unsur) == pytest.approx(indeks, nan_ok=True, rel=0)


@pytest.mark.parametrize(
    ("bagian", "hasil"),
    [
        ("pembilang_penyebut", 7.5),
        ("pembilang_pengurang_penyebut", 5),
        ("pembilang_penyebut_pengali", 75),
        ("pembilang_pengurang_penyebut_pengali", 50),
        ("unsur", 81),
        ("", NAN),
    ],
)
def test_the_parts_that_there_are_say_how_an_indicator_is_computed(bagian, hasil):
    # Of 9 counted, 3 to take away, of 120; the card multiplies by 100, a component by 1.000; the elements give 81.
    isi = (9, 3, 120, 1000, 100, 81)
    assert realisasi_komponen(*isi, bagian=bagian) == pytest.approx(hasil, nan_ok=True)


def test_a_fall_in_pending_cases():
    assert bagian_berkurang(120, 90, 120, 100) == 25


def test_nobody_who_answers_gives_no_mean():
    assert round(rata_rata_unsur([4, 3, 3]), 3) == 3.333
    assert np.isnan(rata_rata_unsur([4, NAN]))  # who did not answer is left out before: langkah.komponen

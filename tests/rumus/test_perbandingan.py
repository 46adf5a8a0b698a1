"""Comparisons: the change, its percentage, and whether it is good."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.errors import MasukanSalah
from lkip_lib.rumus.perbandingan import (
    kemajuan,
    makna,
    perubahan_pembanding,
    perubahan_persen,
    selisih,
    sisa_per_tahun,
)
from tests.rumus.pilihan import DUA_SISI, NAN, SEARAH, SELISIH

LAWAN = {"membaik": "memburuk", "memburuk": "membaik", "tetap": "tetap"}


def kata(beda, arah, *, kini=NAN, lalu=NAN, capaian=NAN, bawah=NAN, atas=NAN, **lain):
    pilihan = {"terhadap": "tahun_lalu", "bentuk": "tingkat", "berselisih": "tidak", **DUA_SISI} | lain
    return makna(kini, lalu, beda, capaian, bawah, atas, arah=arah, **pilihan)


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
    assert selisih(kini, lalu) == beda
    assert perubahan_persen(kini, lalu) == pytest.approx(persen, abs=0.005)


@pytest.mark.parametrize(("kini", "lalu"), [(5, 0), (NAN, 5), (5, NAN)])
def test_no_percentage_of_nothing(kini, lalu):
    assert np.isnan(perubahan_persen(kini, lalu))


def test_between_rungs_of_a_ladder_there_is_no_percentage():
    assert np.isnan(perubahan_pembanding(4, 3, bentuk="ordinal"))


@given(st.floats(-1e6, 1e6))
def test_makna_flips_with_arah(beda):
    assert LAWAN[kata(beda, "naik")] == kata(beda, "turun")


@pytest.mark.parametrize(
    ("beda", "arah", "sebutan"),
    [
        (-0.08, "turun", "membaik"),
        (2.53, "naik", "membaik"),
        (-2.58, "naik", "memburuk"),
        (0.1 + 0.2 - 0.3, "naik", "tetap"),
        (NAN, "naik", ""),
    ],
)
def test_makna(beda, arah, sebutan):
    assert kata(beda, arah) == sebutan


@pytest.mark.parametrize(
    ("isi", "sebutan"),
    [
        ({"berselisih": "ya"}, "berselisih"),
        ({"terhadap": "nasional"}, "lebih baik"),
        ({"terhadap": "nasional", "beda": -1}, "lebih buruk"),
        ({"terhadap": "akhir_renstra", "beda": 0}, "sudah tercapai"),
        ({"terhadap": "akhir_renstra", "beda": -1}, "belum tercapai"),
        (
            {"bentuk": "rentang", "beda": -1, "kini": 6.5, "lalu": 7.5, "bawah": 7, "atas": 8, "arah": "turun"},
            "memburuk",
        ),
        (
            {
                "bentuk": "rentang",
                "beda": -1,
                "kini": 6.5,
                "lalu": 7.5,
                "bawah": 7,
                "atas": 8,
                "arah": "turun",
                **SEARAH,
            },
            "membaik",
        ),
        ({"bentuk": "ordinal", "arah": "turun"}, "membaik"),  # on a ladder up is better
        ({"bentuk": "rentang", "kini": 70, "lalu": 50, "bawah": 60, "atas": 85}, "membaik"),
        ({"bentuk": "rentang", "kini": 70, "lalu": 80, "bawah": 60, "atas": 85}, "tetap"),
        ({"bentuk": "batas", "terhadap": "akhir_renstra", "capaian": 100}, "sudah tercapai"),
        ({"bentuk": "rentang", "terhadap": "akhir_renstra", "capaian": 96}, "belum tercapai"),
    ],
)
def test_better_and_worse_are_called_by_what_one_compares_with(isi, sebutan):
    assert kata(**({"beda": 1, "arah": "naik"} | isi)) == sebutan


def test_a_third_arah_has_no_meaning():
    with pytest.raises(MasukanSalah, match='Arah "serong" tidak dikenal'):
        kata(1, "serong")


def test_progress_is_measured_only_towards_the_end_of_the_renstra():
    isi = {"bentuk": "tingkat", "arah": "naik", **SELISIH, **DUA_SISI}
    assert kemajuan(68, 64.17, NAN, NAN, terhadap="akhir_renstra", **isi) == pytest.approx(94.367647)
    assert np.isnan(kemajuan(68, 64.17, NAN, NAN, terhadap="tahun_lalu", **isi))


def test_what_each_remaining_year_must_add():
    belum = "belum tercapai"
    kini = sisa_per_tahun([68, 8.29, 68, 68], [64.17, 7.82, 64.17, 70], [2, 2, 0, 2], [belum] * 3 + ["sudah tercapai"])
    assert kini.round(3).tolist() == pytest.approx([1.915, 0.235, NAN, NAN], nan_ok=True)

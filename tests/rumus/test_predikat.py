"""Classes: right at every boundary of both national scales, and only the gaps depend on the reading."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.policies import bawaan
from lkip_lib.rumus.capaian import kelas, predikat_nilai, rata_rata_capaian, rata_rata_mentah
from tests.rumus.pilihan import NAN, P86, P88, TANPA_BULAT, naik

CAPAIAN = (
    [91, 76, 66, 51, None],
    [100, 90, 75, 65, 50],
    ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"],
)
AKIP = [90, 80, 70, 60, 50, 30, None], [100, 90, 80, 70, 60, 50, 30], ["AA", "A", "BB", "B", "CC", "C", "D"]
PEMBACAAN = ["ambang_bawah", "ambang_atas", "bulatkan"]
NILAI = st.floats(-1000, 1000) | st.integers(0, 200).map(lambda n: n / 2)


@pytest.mark.parametrize(("skala", "batas"), [(P86, CAPAIAN), (P88, AKIP)])
def test_these_are_the_built_in_scales(skala, batas):
    assert ([k.bawah for k in skala.kelas], [k.atas for k in skala.kelas], [k.nama for k in skala.kelas]) == batas


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        (110, "AA"),
        (100, "AA"),
        (90.00000001, "AA"),
        (90.0000000001, "A"),
        (90, "A"),
        (80.01, "A"),
        (80, "BB"),
        (70.01, "BB"),
        (70, "B"),
        (64.17, "B"),
        (60.01, "B"),
        (60, "CC"),
        (50.01, "CC"),
        (50, "C"),
        (30.01, "C"),
        (30, "D"),
        (0, "D"),
        (naik(0.3, 0.27), "A"),
        (None, ""),
    ],
)
@pytest.mark.parametrize("celah", PEMBACAAN)
def test_akip_scale_is_left_open_whatever_params_say_of_gaps(nilai, predikat, celah):
    assert kelas([nilai], P88, celah).tolist() == [predikat]


@pytest.mark.parametrize(
    ("nilai", "ambang_bawah", "ambang_atas", "bulatkan"),
    [
        (412, "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        (100.5, "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        (91, "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        (90.9999999999, "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        (90.5, "Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        (90.49, "Tinggi", "Sangat Tinggi", "Tinggi"),
        (90.0000000001, "Tinggi", "Tinggi", "Tinggi"),
        (90, "Tinggi", "Tinggi", "Tinggi"),
        (naik(0.3, 0.27), "Tinggi", "Tinggi", "Tinggi"),
        (80, "Tinggi", "Tinggi", "Tinggi"),
        (76, "Tinggi", "Tinggi", "Tinggi"),
        (75.5, "Sedang", "Tinggi", "Tinggi"),
        (75, "Sedang", "Sedang", "Sedang"),
        (66, "Sedang", "Sedang", "Sedang"),
        (65.5, "Rendah", "Sedang", "Sedang"),
        (65, "Rendah", "Rendah", "Rendah"),
        (51, "Rendah", "Rendah", "Rendah"),
        (50.5, "Sangat Rendah", "Rendah", "Rendah"),
        (50, "Sangat Rendah", "Sangat Rendah", "Sangat Rendah"),
        (-412, "Sangat Rendah", "Sangat Rendah", "Sangat Rendah"),
        (None, "", "", ""),
    ],
)
def test_capaian_scale_under_each_reading_of_its_gaps(nilai, ambang_bawah, ambang_atas, bulatkan):
    hasil = [kelas([nilai], P86, p)[0] for p in PEMBACAAN]
    assert hasil == [ambang_bawah, ambang_atas, bulatkan]


@pytest.mark.parametrize(("skala", "pembacaan"), [(P88, "ambang_bawah"), *itertools.product([P86], PEMBACAAN)])
@given(st.lists(NILAI, min_size=2))
def test_classes_cover_the_line_and_never_fall(skala, pembacaan, nilai):
    nama = [k.nama for k in skala.kelas]
    peringkat = [-nama.index(n) for n in kelas(sorted(nilai), skala, pembacaan)]
    assert peringkat == sorted(peringkat)


@given(NILAI)
def test_readings_differ_only_inside_a_gap(nilai):
    sebutan = {kelas([nilai], P86, p)[0] for p in PEMBACAAN}
    assert len(sebutan) == 1 or P86.letak_celah(nilai) >= 0


@pytest.mark.parametrize(
    ("nilai", "celah"), [(90, -1), (90.0000000001, -1), (90.5, 0), (91, -1), (50.5, 3), (101, -1), (-412, -1)]
)
def test_a_gap_lies_strictly_between_two_classes(nilai, celah):
    assert P86.letak_celah(nilai) == celah


def test_an_indicator_without_a_scale_of_values_has_no_class():
    milik = {"AKIP": P88}
    pilihan = {"skala_nilai": milik, "pembacaan_celah": "ambang_bawah"}
    assert predikat_nilai([64.17, NAN], skala=P88.nama, **pilihan).tolist() == ["B", ""]
    assert np.isnan(predikat_nilai(64.17, skala="", **pilihan))


@pytest.mark.parametrize(
    ("nilai", "bobot", "hasil"),
    [
        ([98.723077, 100, 100, 100], 1, 99.68),
        ([98.723077, 100, 108.538012, 100], 1, 101.82),
        ([80.2125, 89.88764, 61.538462, 100], 1, 82.91),
        ([80, 100], [3, 1], 85),
    ],
)
def test_rata_rata(nilai, bobot, hasil):
    assert round(rata_rata_mentah(nilai, bobot), 2) == round(rata_rata_capaian(nilai, bobot, **TANPA_BULAT), 2) == hasil


@pytest.mark.parametrize(("nilai", "bobot"), [([80, None], 1), ([80, 90], [0, 0]), ([80, 90], [1, None])])
def test_an_incomplete_average_is_none(nilai, bobot):
    assert np.isnan(rata_rata_mentah(nilai, bobot))


def test_a_mean_is_rounded_as_params_say():
    assert rata_rata_capaian([98.7, 98.76], 1, pembulatan=bawaan().pembulatan["satu_desimal"]) == 98.7

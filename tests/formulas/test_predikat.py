"""Classes: right at every boundary of both national scales, and only the gaps depend on the reading."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lkip_lib.formulas.capaian import naik
from lkip_lib.formulas.predikat import kelas, letak_celah, rata_rata

from lkip_lib.policies import bawaan

CAPAIAN = (
    [91, 76, 66, 51, None],
    [100, 90, 75, 65, 50],
    ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"],
)
AKIP = [90, 80, 70, 60, 50, 30, None], [100, 90, 80, 70, 60, 50, 30], ["AA", "A", "BB", "B", "CC", "C", "D"]
PEMBACAAN = ["ambang_bawah", "ambang_atas", "bulatkan"]
NILAI = st.floats(-1000, 1000) | st.integers(0, 200).map(lambda n: n / 2)


@pytest.mark.parametrize(("nama", "batas"), [("permendagri-86-2017", CAPAIAN), ("permenpanrb-88-2021", AKIP)])
def test_these_are_the_built_in_scales(nama, batas):
    kelas_bawaan = bawaan().skala[nama].kelas
    assert ([k.bawah for k in kelas_bawaan], [k.atas for k in kelas_bawaan], [k.nama for k in kelas_bawaan]) == batas


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
def test_akip_scale_is_left_open(nilai, predikat):
    assert kelas([nilai], *AKIP, pembacaan="kiri_terbuka").tolist() == [predikat]


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
    hasil = [kelas([nilai], *CAPAIAN, pembacaan=p)[0] for p in PEMBACAAN]
    assert hasil == [ambang_bawah, ambang_atas, bulatkan]


@pytest.mark.parametrize(("batas", "pembacaan"), [(AKIP, "kiri_terbuka"), *itertools.product([CAPAIAN], PEMBACAAN)])
@given(st.lists(NILAI, min_size=2))
def test_classes_cover_the_line_and_never_fall(batas, pembacaan, nilai):
    naik_terus = kelas(sorted(nilai), *batas, pembacaan=pembacaan)
    peringkat = [-batas[2].index(n) for n in naik_terus]
    assert peringkat == sorted(peringkat)


@given(NILAI)
def test_readings_differ_only_inside_a_gap(nilai):
    sebutan = {kelas([nilai], *CAPAIAN, pembacaan=p)[0] for p in PEMBACAAN}
    assert len(sebutan) == 1 or letak_celah([nilai], *CAPAIAN[:2]).item() >= 0


@pytest.mark.parametrize(
    ("nilai", "celah"), [(90, -1), (90.0000000001, -1), (90.5, 0), (91, -1), (50.5, 3), (None, -1)]
)
def test_a_gap_lies_strictly_between_two_classes(nilai, celah):
    assert letak_celah([nilai], *CAPAIAN[:2]).tolist() == [celah]


@pytest.mark.parametrize(
    ("nilai", "bobot", "hasil"),
    [
        ([98.723077, 100, 100, 100], None, 99.68),
        ([98.723077, 100, 108.538012, 100], None, 101.82),
        ([80.2125, 89.88764, 61.538462, 100], None, 82.91),
        ([80, 100], [3, 1], 85),
    ],
)
def test_rata_rata(nilai, bobot, hasil):
    assert round(rata_rata(nilai, bobot), 2) == hasil


@pytest.mark.parametrize(("nilai", "bobot"), [([80, None], None), ([], None), ([80, 90], [0, 0])])
def test_an_incomplete_average_is_none(nilai, bobot):
    assert np.isnan(rata_rata(nilai, bobot))

"""Capaian: figures of real reports, the laws that every formula keeps, and one dispatch that lets nothing through."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.errors import MasukanSalah
from lkip_lib.policies import Batas, bawaan
from lkip_lib.rumus.capaian import (
    anggota_rata,
    batas_capaian,
    capaian_keluaran,
    capaian_mentah,
    capaian_ordinal,
    capaian_perubahan,
    capaian_perubahan_ditahan,
    capaian_rentang,
    realisasi_diukur,
    tercapai,
)
from lkip_lib.rumus.jenis import ARAH, JENIS, menurun
from tests.rumus.pilihan import (
    DUA_SISI,
    NAN,
    RASIO,
    SEARAH,
    SELISIH,
    TANPA_BULAT,
    batas,
    naik,
    turun_rasio,
    turun_selisih,
)

TARGET = st.floats(0.01, 1e9)
REALISASI = st.floats(0.01, 1e9)
BATAS = st.none() | st.floats(0, 200)
KARTU = {"jenis": "tingkat", "arah": "naik", "nol_tercapai": "tidak"}


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
        (capaian_perubahan, -0.13, -0.08, 61.54),
        (capaian_perubahan, -0.13, 0.05, -38.46),
        (capaian_perubahan, 2, 2.53, 126.5),
    ],
)
def test_printed_figures(rumus, target, realisasi, persen):
    assert round(rumus(target, realisasi), 2) == persen


@given(TARGET, REALISASI, REALISASI)
def test_direction(target, first, second):
    low, high = sorted((first, second))
    assert naik(target, low) <= naik(target, high)
    for turun in (turun_selisih, turun_rasio):
        assert turun(target, low) >= turun(target, high)


@given(TARGET)
def test_on_target_is_exactly_100(target):
    for rumus in (naik, turun_selisih, turun_rasio, capaian_perubahan):
        assert rumus(target, target) == 100
    assert capaian_perubahan(-target, -target) == 100
    assert capaian_rentang(target, target, target, **SELISIH) == 100


@given(TARGET, st.floats(0, 10))
def test_selisih_is_linear_from_200_at_zero_to_0_at_twice_the_target(target, share):
    assert turun_selisih(target, 0) == 200
    assert turun_selisih(target, 2 * target) == 0
    assert turun_selisih(target, share * target) == pytest.approx(200 - 100 * share, abs=1e-9)


@pytest.mark.parametrize("rumus", [naik, turun_selisih, turun_rasio, capaian_perubahan, capaian_keluaran])
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
        (capaian_perubahan, 0, 1),
        (capaian_ordinal, 0, 1),
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
    for pilihan, persen in ((SELISIH, selisih), (RASIO, rasio)):
        assert round(capaian_rentang(realisasi, bawah, atas, **pilihan), 2) == pytest.approx(persen, nan_ok=True)


@pytest.mark.parametrize(
    ("target", "realisasi", "nol_tercapai", "persen"),
    [(0, 0, "ya", 100), (0, 0, "tidak", NAN), (0, 1, "ya", NAN), (NAN, NAN, "ya", NAN)],
)
def test_zero_for_zero_counts_only_where_the_card_says_so(target, realisasi, nol_tercapai, persen):
    kartu = KARTU | {"nol_tercapai": nol_tercapai}
    assert capaian_mentah(target, realisasi, NAN, NAN, **kartu, **SELISIH, **DUA_SISI) == pytest.approx(
        persen, nan_ok=True
    )


@given(st.floats(-1e6, 1e6), BATAS, BATAS)
def test_a_bounded_capaian_stays_in_its_bounds_and_bounding_it_again_changes_nothing(capaian, bawah, atas):
    if bawah is not None and atas is not None and bawah > atas:
        bawah, atas = atas, bawah
    pilihan = {"batas": Batas(judul="x", sumber="x", bawah=bawah, atas=atas), **TANPA_BULAT}
    hasil = batas_capaian(capaian, **pilihan)
    assert (-np.inf if bawah is None else bawah) <= hasil <= (np.inf if atas is None else atas)
    assert batas_capaian(hasil, **pilihan) == hasil
    if hasil not in (bawah, atas):
        assert hasil == capaian


def test_bounding_keeps_the_missing():
    assert np.isnan(batas_capaian(NAN, **batas()))


@pytest.mark.parametrize(
    ("pembulatan", "mentah", "capaian"),
    [
        ("tanpa", 98.729, 98.729),
        ("dua_desimal", 98.725, 98.73),
        ("dua_desimal", 98.7249999999, 98.73),  # nine decimals count
        ("dua_desimal_potong", 98.729, 98.72),
        ("bulat", 98.5, 99),
        ("bulat", 412.2, 100),
    ],
)
def test_a_capaian_is_bounded_and_then_rounded(pembulatan, mentah, capaian):
    pilihan = batas() | {"pembulatan": bawaan().pembulatan[pembulatan]}
    assert batas_capaian(mentah, **pilihan) == pytest.approx(capaian)


@pytest.mark.parametrize(
    ("jenis", "arah", "target", "realisasi", "persen"),
    [
        ("tingkat", "naik", 65, 64.17, 98.72),
        ("tingkat", "turun", 8.55, 7.82, 108.54),
        ("ordinal", "naik", 4, 3, 75),
        ("perubahan", "turun", -0.13, -0.08, 61.54),
        ("perubahan", "turun", 0.5, 0.3, 140),  # a rise that is held
        ("perubahan", "naik", -2, -1, 150),  # a fall that is held
        ("perubahan", "naik", 2, 2.53, 126.5),
    ],
)
def test_jenis_and_arah_choose_the_formula(jenis, arah, target, realisasi, persen):
    kartu = KARTU | {"jenis": jenis, "arah": arah}
    assert round(capaian_mentah(target, realisasi, NAN, NAN, **kartu, **SELISIH, **DUA_SISI), 2) == persen


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("arah", ARAH)
def test_every_jenis_under_every_arah_has_a_formula(jenis, arah):
    hasil = capaian_mentah(50, 50, 40, 60, **(KARTU | {"jenis": jenis, "arah": arah}), **SELISIH, **DUA_SISI)
    assert hasil == 100


@pytest.mark.parametrize(
    ("realisasi", "arah", "aturan", "persen"),
    [
        (6.5, "turun", DUA_SISI, 92.86),
        (6.5, "turun", SEARAH, 107.14),  # the example of PermenPANRB 8/2021
        (7.5, "turun", SEARAH, 100),
        (9, "turun", SEARAH, 87.5),
        (9, "naik", DUA_SISI, 87.5),
        (9, "naik", SEARAH, 112.5),
        (6.5, "naik", SEARAH, 92.86),
        (6.5, "dalam", SEARAH, 92.86),  # two-sided whatever params choose
        (9, "dalam", SEARAH, 87.5),
    ],
)
def test_a_range_left_for_the_better(realisasi, arah, aturan, persen):
    kartu = {"jenis": "rentang", "arah": arah, "nol_tercapai": "tidak"}
    assert round(float(capaian_mentah(NAN, realisasi, 7, 8, **kartu, **SELISIH, **aturan)), 2) == persen


def test_a_single_number_that_is_aimed_at_is_missed_on_both_sides():
    kartu = {"jenis": "tingkat", "arah": "dalam", "nol_tercapai": "tidak"}
    hasil = [float(capaian_mentah(50, r, NAN, NAN, **kartu, **SELISIH, **DUA_SISI)) for r in (45, 50, 55)]
    assert hasil == [90, 100, 90]


@pytest.mark.parametrize(("apa", "sebutan"), [("jenis", "Jenis target"), ("arah", "Arah")])
def test_a_third_jenis_or_arah_is_refused_and_never_falls_through(apa, sebutan):
    with pytest.raises(MasukanSalah, match=f'{sebutan} "serong" tidak dikenal'):
        capaian_mentah(50, 50, NAN, NAN, **(KARTU | {apa: "serong"}), **SELISIH, **DUA_SISI)


def test_a_third_arah_is_refused_by_everything_that_asks_for_it():
    with pytest.raises(MasukanSalah, match="serong"):
        menurun("serong")
    with pytest.raises(MasukanSalah, match="serong"):
        tercapai(98, 65, 64, arah="serong", ambang_tercapai=100)
    with pytest.raises(MasukanSalah, match="program"):
        anggota_rata("program", indikator=1, sasaran=2)


def test_whoever_asks_for_the_change_gets_it_clean_of_binary_dust():
    assert realisasi_diukur(7.82, 7.90, dari_perubahan="ya") == -0.08
    assert realisasi_diukur(7.82, NAN, dari_perubahan="tidak") == 7.82
    assert np.isnan(realisasi_diukur(7.82, NAN, dari_perubahan="ya"))


@pytest.mark.parametrize(
    ("arah", "capaian", "target", "realisasi", "kata"),
    [
        ("turun", NAN, 0, 2, "tidak"),  # a case too many against none
        ("turun", NAN, 0, 0, ""),
        ("turun", NAN, 5, 0, "ya"),  # no case at all has reached any other target
        ("naik", NAN, 0, -1, "tidak"),
        ("naik", NAN, 0, 1, ""),
        ("naik", NAN, NAN, 1, ""),
        ("naik", 100 - 1e-10, 5, 5, "ya"),
        ("naik", 99.99, 5, 4, "tidak"),
    ],
)
def test_a_target_may_be_reached_or_missed_without_a_percentage(arah, capaian, target, realisasi, kata):
    assert tercapai(capaian, target, realisasi, arah=arah, ambang_tercapai=100) == kata


@given(st.floats(0.01, 1e6), st.floats(-1e6, 1e6))
def test_a_change_that_is_held_mirrors_one_that_is_wanted(target, realisasi):
    wanted = capaian_perubahan(target, realisasi)
    held = capaian_perubahan_ditahan(target, realisasi)
    assert wanted + held == pytest.approx(200, rel=1e-9, abs=1e-6 + 1e-12 * abs(wanted))

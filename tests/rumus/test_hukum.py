"""The laws that the formulas keep whatever the figures: direction, exactness on target, bounds, scale."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lkip_lib.rumus.capaian import (
    batas_capaian,
    capaian_ordinal,
    capaian_perubahan,
    capaian_perubahan_ditahan,
    capaian_rentang,
    rata_rata_capaian,
    rata_rata_mentah,
)
from lkip_lib.rumus.efisiensi import ukuran_pmk, ukuran_pmk_nilai, ukuran_rasio, ukuran_selisih, ukuran_sisa
from lkip_lib.rumus.komponen import bagian_berkurang, bagian_utuh, ikm, rata_rata_unsur
from lkip_lib.rumus.perbandingan import jarak_rentang
from lkip_lib.rumus.triwulan import jumlah_triwulan, persentase
from tests.rumus.pilihan import SELISIH, TANPA_BULAT, batas, naik, turun_rasio, turun_selisih

POSITIF = st.floats(0.01, 1e6)
KALI = st.floats(0.001, 1000)
PERSEN = st.floats(0, 300)
DUA_TITIK = st.tuples(POSITIF, POSITIF).map(sorted)
TINGKAT = st.integers(1, 4)


def rentang(bawah, atas, realisasi):
    return capaian_rentang(realisasi, bawah, atas, **SELISIH)


@given(st.sampled_from([1, -1]), POSITIF, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_change_follows_its_direction_whatever_the_sign_of_its_target(arah, target, satu, dua):
    """arah 1 is naik: a larger change is never worse; with −1 never better."""
    buruk, baik = sorted((satu, dua), key=lambda r: r * arah)
    for t in (target * arah, -target * arah):
        rumus = capaian_perubahan if t * arah > 0 else capaian_perubahan_ditahan
        assert rumus(t, buruk) <= rumus(t, baik)
        assert rumus(t, t) == 100


@given(DUA_TITIK, POSITIF, POSITIF)
def test_a_range_is_100_inside_and_falls_with_the_distance_outside(ujung, satu, dua):
    bawah, atas = ujung
    dekat, jauh = sorted((satu, dua), key=lambda r: jarak_rentang(r, bawah, atas))
    for r in (dekat, jauh):
        assert (
            (rentang(bawah, atas, r) == 100) == (bawah <= r <= atas)
            or math.isclose(r, bawah)
            or (math.isclose(r, atas))
        )
    if (dekat < bawah and jauh < bawah) or (dekat > atas and jauh > atas):
        assert rentang(bawah, atas, jauh) <= rentang(bawah, atas, dekat) <= 100


@given(POSITIF, POSITIF, POSITIF)
def test_a_bound_never_punishes_the_better_side(batas, satu, dua):
    rendah, tinggi = sorted((satu, dua))
    assert rentang(batas, np.nan, rendah) <= rentang(batas, np.nan, tinggi) <= 100
    assert rentang(np.nan, batas, tinggi) <= rentang(np.nan, batas, rendah) <= 100
    assert rentang(batas, np.nan, batas) == rentang(np.nan, batas, batas) == 100


@given(TINGKAT, TINGKAT, TINGKAT)
def test_a_higher_rung_is_never_worse(target, satu, dua):
    rendah, tinggi = sorted((satu, dua))
    assert capaian_ordinal(target, rendah) <= capaian_ordinal(target, tinggi)
    assert capaian_ordinal(target, target) == 100


@pytest.mark.parametrize("rumus", [naik, turun_selisih, turun_rasio, capaian_perubahan, capaian_perubahan_ditahan])
@given(POSITIF, POSITIF, KALI)
def test_the_unit_of_measure_changes_nothing(rumus, target, realisasi, kali):
    assert rumus(target * kali, realisasi * kali) == pytest.approx(rumus(target, realisasi), rel=1e-9)


@given(DUA_TITIK, POSITIF, KALI)
def test_the_unit_of_a_range_changes_nothing(ujung, realisasi, kali):
    bawah, atas = ujung
    assume(not math.isclose(realisasi, bawah) and not math.isclose(realisasi, atas))
    hasil = rentang(bawah * kali, atas * kali, realisasi * kali)
    assert hasil == pytest.approx(rentang(bawah, atas, realisasi), rel=1e-9)


@given(st.lists(st.tuples(PERSEN, st.floats(0.1, 10)), min_size=1, max_size=12))
def test_an_average_lies_between_the_least_and_the_greatest(anggota):
    nilai, bobot = map(list, zip(*anggota, strict=True))
    for b in (1.0, bobot):
        rata = rata_rata_mentah(nilai, b)
        assert min(nilai) - 1e-9 <= rata <= max(nilai) + 1e-9
        assert rata == rata_rata_capaian(nilai, b, **TANPA_BULAT)
    assert rata_rata_mentah(nilai, [b * 7 for b in bobot]) == pytest.approx(rata_rata_mentah(nilai, bobot))


@given(st.lists(PERSEN, min_size=1, max_size=8), st.sampled_from(["100", "110", "120", "150", "200", "tanpa"]))
def test_bounding_before_averaging_never_raises_the_mean_over_the_cap(nilai, nama):
    pilihan = batas(nama)
    rata = rata_rata_mentah(batas_capaian(nilai, **pilihan), 1.0)
    atas = pilihan["batas"].atas
    assert rata <= (math.inf if atas is None else atas + 1e-9)
    assert rata <= rata_rata_mentah(nilai, 1.0) + 1e-9


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_share_of_a_whole_lies_between_0_and_100_and_parts_add_up(satu, lain, kurang):
    penyebut = satu + lain
    assert 0 <= persentase(satu, penyebut) <= 100
    assert persentase(satu, penyebut) + persentase(lain, penyebut) == pytest.approx(100)
    assert bagian_utuh(satu, penyebut, 1000) == pytest.approx(10 * persentase(satu, penyebut))
    beda = persentase(satu, penyebut) - persentase(kurang, penyebut)
    assert bagian_berkurang(satu, kurang, penyebut, 100) == pytest.approx(beda)


@given(st.lists(st.lists(TINGKAT, min_size=1, max_size=20), min_size=9, max_size=9))
def test_the_satisfaction_index_lies_between_25_and_100(jawaban):
    assert 25 <= ikm([rata_rata_unsur(j) for j in jawaban]) <= 100


@given(st.floats(1, 1e12), st.floats(0, 1e12), st.floats(0, 1e12), st.floats(1, 200), KALI)
def test_pmk_stays_in_bounds_falls_with_spending_and_knows_no_unit(pagu, satu, dua, capaian, kali):
    hemat, boros = sorted((satu, dua))
    e = [ukuran_pmk(capaian, pagu, r) for r in (hemat, boros)]
    nilai = [ukuran_pmk_nilai(capaian, pagu, r) for r in (hemat, boros)]
    assert -20 <= e[1] <= e[0] <= 20
    assert 0 <= nilai[1] <= nilai[0] <= 100
    assert ukuran_pmk(capaian, pagu * kali, hemat * kali) == pytest.approx(e[0], abs=1e-6)


@given(PERSEN, PERSEN, PERSEN)
def test_spending_more_for_the_same_result_is_never_more_efficient(capaian, satu, dua):
    hemat, boros = sorted((satu, dua))
    assume(hemat > 0.01)
    for rumus in (ukuran_selisih, ukuran_rasio, ukuran_sisa):
        assert rumus(capaian, boros) <= rumus(capaian, hemat)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=4))
def test_quarters_add_up_to_what_they_are(triwulan):
    assert jumlah_triwulan(triwulan) == pytest.approx(sum(triwulan), abs=1e-6)


@given(POSITIF, DUA_TITIK)
def test_the_distance_to_a_range_is_zero_only_inside(nilai, ujung):
    bawah, atas = ujung
    jarak = jarak_rentang(nilai, bawah, atas)
    assert jarak >= 0
    assert (jarak == 0) == (bawah - 1e-9 <= nilai <= atas + 1e-9)
    assert jarak_rentang(nilai, np.nan, np.nan) == 0  # without ends everything lies inside

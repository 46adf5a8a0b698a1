"""Quarters: sums to date, deviations, and projections that are straight lines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.errors import MasukanSalah
from lkip_lib.rumus.perbandingan import selisih_target
from lkip_lib.rumus.triwulan import (
    AKUMULATIF,
    PENGULANGAN,
    POSISI_AKHIR,
    TRIWULAN,
    dari_tahun_lalu,
    deviasi_poin,
    deviasi_rp,
    diukur_setahun,
    jumlah_triwulan,
    proyeksi,
    proyeksi_lurus,
    proyeksi_setahun,
    proyeksi_tren,
    realisasi_setahun,
)
from lkip_lib.rumus.tulis import dengan_angka
from tests.rumus.pilihan import NAN

FIGURES = st.floats(-1e9, 1e9)


def test_a_sum_to_date():
    year = [10, 20, 35, 35]
    assert [jumlah_triwulan(year[:n]) for n in (1, 2, 3, 4)] == [10, 30, 65, 100]


def test_a_missing_quarter_is_never_zero():
    assert np.isnan(jumlah_triwulan([10, NAN, 35]))


def test_decimal_dust_is_no_difference():
    assert jumlah_triwulan([0.1, 0.2]) == 0.3


@pytest.mark.parametrize(
    ("realisasi", "rencana", "pagu", "rupiah", "poin"),
    [
        (1_403_000_000, 1_385_000_000, 6_250_000_000, 18_000_000, 0.288),
        (150_000_000, 210_000_000, 900_000_000, -60_000_000, -6.666666667),
    ],
)
def test_deviation_in_rupiah_and_points(realisasi, rencana, pagu, rupiah, poin):
    assert deviasi_rp(realisasi, rencana) == rupiah
    assert deviasi_poin(realisasi / pagu * 100, rencana / pagu * 100) == poin


@pytest.mark.parametrize(("sampai", "periode", "akhir"), [(30, "tw1", 120), (30, "tw2", 60), (75, "tw3", 100)])
def test_a_running_total_goes_on_as_it_went(sampai, periode, akhir):
    assert proyeksi_lurus(sampai, periode=periode) == akhir


@pytest.mark.parametrize(
    ("awal", "mulai", "kini", "periode", "akhir"),
    [
        (66.10, "tw1", 66.90, "tw2", 68.50),
        (66.10, "tw1", 67.40, "tw3", 68.05),
        (27.5, "tw1", 25, "tw3", 23.75),
        (66.9, "tw2", 67.4, "tw3", 67.9),
    ],
)
def test_a_level_keeps_its_mean_change(awal, mulai, kini, periode, akhir):
    assert proyeksi_tren(awal, kini, mulai=mulai, periode=periode) == akhir


@pytest.mark.parametrize(
    ("mulai", "periode"),
    [
        (m, p)
        for m in ("", *TRIWULAN)
        for p in TRIWULAN
        if (m, p) not in {("tw1", "tw2"), ("tw1", "tw3"), ("tw2", "tw3")}
    ],
)
def test_one_quarter_is_no_trend_and_a_year_that_has_ended_leads_nowhere(mulai, periode):
    assert np.isnan(proyeksi_tren(66.1, 66.1, mulai=mulai, periode=periode))
    assert np.isnan(proyeksi_lurus(66.1, periode="tw4"))


@pytest.mark.parametrize(
    ("periode", "lurus", "tren"),
    [("tw1", "55 ÷ 1 × 4", None), ("tw2", "55 ÷ 2 × 4", "55 + (55 − 30) ÷ 1 × 2"),
     ("tw3", "55 ÷ 3 × 4", "55 + (55 − 30) ÷ 2 × 1")],
)  # fmt: skip
def test_a_projection_is_told_by_the_quarters_that_went_and_those_that_are_left(periode, lurus, tren):
    assert dengan_angka(proyeksi_lurus.pohon({"periode": periode}), {"sampai_kini": [55.0]}) == lurus
    if tren:
        pohon = proyeksi_tren.pohon({"mulai": "tw1", "periode": periode})
        assert dengan_angka(pohon, {"awal": [30.0], "kini": [55.0]}) == tren
    pohon = proyeksi_tren.pohon({"mulai": "tw2", "periode": "tw3"})
    assert dengan_angka(pohon, {"awal": [30.0], "kini": [55.0]}) == "55 + (55 − 30) ÷ 1 × 1"


def test_a_fifth_quarter_is_refused():
    with pytest.raises(MasukanSalah, match="tw5"):
        proyeksi_lurus(1, periode="tw5")
    with pytest.raises(MasukanSalah, match="tw5"):
        proyeksi_tren(1, 1, mulai="tw1", periode="tw5")


@pytest.mark.parametrize(
    ("jenis", "tipe", "kini", "bawah", "atas", "akhir"),
    [
        ("tingkat", "akumulatif", 30, NAN, NAN, 60),
        ("tingkat", "posisi_akhir", 62, 0, 100, 66),
        ("tingkat", "posisi_akhir", 90, 0, 100, NAN),  # leaves what the card says is possible
        ("perubahan", "akumulatif", -30, 0, 100, -60),  # what lies within 0 and 100 can fall by as much
        ("perubahan", "akumulatif", -60, 0, 100, NAN),
        ("tingkat", "pengulangan", 90, 0, 100, NAN),
        ("tingkat", "", 90, 0, 100, NAN),
        ("tingkat", "akumulatif", 50, 0, 100, 100),  # its ends are possible
        ("tingkat", "posisi_akhir", 40, 0, 100, 0),
        ("tingkat", "posisi_akhir", 90, 0, NAN, 150),
        ("perubahan", "akumulatif", -40, 20, 100, -80),
        ("perubahan", "akumulatif", -41, 20, 100, NAN),
        ("perubahan", "akumulatif", -60, NAN, 100, -120),
        ("perubahan", "akumulatif", -60, 20, NAN, -120),
        ("ordinal", "posisi_akhir", 3, NAN, NAN, NAN),
    ],
)
def test_a_line_is_drawn_by_type_and_within_the_range_of_the_card(jenis, tipe, kini, bawah, atas, akhir):
    hasil = proyeksi(kini, 60, bawah, atas, jenis=jenis, tipe_triwulan=tipe, mulai="tw1", periode="tw2")
    assert hasil == pytest.approx(akhir, nan_ok=True)


def test_every_type_of_quarter_is_known_and_no_other():
    pilihan = {"jenis": "tingkat", "mulai": "tw1", "periode": "tw2"}
    hasil = [
        proyeksi(62, 60, 0, 100, tipe_triwulan=tipe, **pilihan) for tipe in (AKUMULATIF, POSISI_AKHIR, PENGULANGAN)
    ]
    assert hasil == pytest.approx([NAN, 66, NAN], nan_ok=True)
    with pytest.raises(MasukanSalah, match='Tipe triwulan "bulanan" tidak dikenal'):
        proyeksi(62, 60, 0, 100, tipe_triwulan="bulanan", **pilihan)


@pytest.mark.parametrize(
    ("tipe", "arah", "periode", "persen"),
    [
        ("akumulatif", "turun", "tw2", NAN),
        ("akumulatif", "turun", "tw4", 150),
        ("akumulatif", "naik", "tw2", 150),
        ("posisi_akhir", "turun", "tw2", 150),
    ],
)
def test_few_cases_early_in_the_year_are_no_achievement_yet(tipe, arah, periode, persen):
    hasil = diukur_setahun(150, tipe_triwulan=tipe, arah=arah, periode=periode)
    assert hasil == pytest.approx(persen, nan_ok=True)


def test_against_a_yearly_change_the_change_is_measured():
    assert realisasi_setahun(247, 819, dari_perubahan_tahun="ya") == -572
    assert realisasi_setahun(247, 819, dari_perubahan_tahun="tidak") == 247


@pytest.mark.parametrize(
    ("dari", "dari_tahun", "akhir"),
    [("tidak", "ya", 14), ("ya", "tidak", 1652), ("ya", "ya", 833), ("tidak", "tidak", 833)],
)
def test_a_line_to_the_years_end_is_a_level_or_a_change_as_the_years_target_is(dari, dari_tahun, akhir):
    assert proyeksi_setahun(833, 819, dari_perubahan=dari, dari_perubahan_tahun=dari_tahun) == akhir


@pytest.mark.parametrize(
    ("jenis", "realisasi", "bawah", "atas", "beda"),
    [
        ("tingkat", 64.17, NAN, NAN, -0.83),
        ("rentang", 70, 60, 85, 0),
        ("rentang", 88, 60, 85, 3),
        ("rentang", 50, 60, 85, -10),
        ("batas", 90, 95, NAN, -5),
        ("batas", 90, NAN, 49, 41),
        ("ordinal", 3, NAN, NAN, NAN),
    ],
)
def test_what_separates_a_realisasi_from_its_target(jenis, realisasi, bawah, atas, beda):
    target = 65 if jenis == "tingkat" else NAN
    assert selisih_target(realisasi, target, bawah, atas, jenis=jenis) == pytest.approx(beda, nan_ok=True)


def test_quarterly_targets_of_a_change_that_all_count_from_last_year():
    assert dari_tahun_lalu([1, 2, 3, 4], 4)
    assert not dari_tahun_lalu([1, 1, 1, 1], 4)
    assert dari_tahun_lalu([0.1, 0.2, 0.3, 0.5 + 4e-10], 0.5)  # after the ninth decimal it is the same
    assert not dari_tahun_lalu([0.1, 0.2, 0.3, 0.5 + 6e-10], 0.5)


@given(st.lists(FIGURES, min_size=1, max_size=4))
def test_the_sum_looks_at_every_quarter(quarters):
    assert jumlah_triwulan(quarters) == pytest.approx(sum(quarters), abs=1e-3)


@given(FIGURES, st.integers(1, 3))
def test_an_even_year_is_projected_to_itself(figure, n):
    assert proyeksi_lurus(figure * n, periode=TRIWULAN[n - 1]) == pytest.approx(4 * figure)


@given(FIGURES, st.integers(2, 3))
def test_a_level_that_stands_still_is_projected_to_itself(figure, n):
    hasil = proyeksi_tren(figure, figure, mulai="tw1", periode=TRIWULAN[n - 1])
    assert hasil == pytest.approx(figure, abs=1e-6)

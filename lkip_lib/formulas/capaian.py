"""Capaian of an indicator: realisasi against target, by direction and kind of target."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, larik, persen, siap_banding

Rumus = Callable[[ArrayLike, ArrayLike], Larik]


def naik(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) where higher is better: R / T × 100.

    A target of zero or below gives NaN. Source: LKIP practice (progress positif).

    >>> naik([65, 80], [64.17, 80]).round(2).tolist()
    [98.72, 100.0]
    """
    return persen(realisasi, target, positif=True)


def turun_selisih(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) where lower is better: (T − (R − T)) / T × 100.

    A target of zero or below gives NaN. Source: PermenPANRB 8/2021, written there as 1 + (1 − R/T).

    >>> turun_selisih(8.55, 7.82).round(2).item()
    108.54
    """
    t, r = larik(target), larik(realisasi)
    return persen(t - (r - t), t, positif=True)


def turun_rasio(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) where lower is better: T / R × 100.

    A target of zero or below, or a realisasi of zero, gives NaN. Source: LKIP practice.

    >>> turun_rasio(8.55, 7.82).round(2).item()
    109.34
    """
    t = larik(target)
    hasil = persen(t, realisasi)
    np.copyto(hasil, np.nan, where=t <= 0)
    return hasil


def perubahan(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) of a change against a targeted change: R / T × 100, either sign.

    A target of zero gives NaN. Source: LKIP practice; a change never goes through `selisih`.

    >>> perubahan(-0.13, 7.82 - 7.90).round(2).item()
    61.54
    """
    return persen(realisasi, target)


def perubahan_ditahan(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) of a change that goes against `arah` and is to be held: (2T − R) / T × 100.

    A rise of at most 0,5 points allowed to an indicator that should fall, held at 0,3, is 140; a target of zero gives
    NaN. Source: LKIP practice, the rule of lower-is-better for the size of the change.

    >>> perubahan_ditahan([0.5, -2], [0.3, -3]).round(2).tolist()
    [140.0, 50.0]
    """
    t = larik(target)
    return persen(2 * t - larik(realisasi), t)


def menurut(ungkapan: Rumus, target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) by a formula of the policies, in T (target) and R (realisasi).

    A target of zero or below gives NaN, and so does dividing by zero. Source: each policy's own.

    >>> menurut(lambda t, r: (2 * t - r) / t * 100, [8.55, 0.0], [7.82, 1.0]).round(2).tolist()
    [108.54, nan]
    """
    t = larik(target)
    aman = np.where(t > 0, t, np.nan)
    return np.asarray(ungkapan(aman, larik(realisasi)))


def ordinal(target: ArrayLike, realisasi: ArrayLike) -> Larik:
    """Compute capaian (persen) on a ladder, where the lowest rung counts 1: rung reached / rung targeted × 100.

    WDP (3) against a targeted WTP (4) is 75. Source: LKIP practice; the ladder stands on the indicator's card.

    >>> ordinal([4, 4], [3, 4]).tolist()
    [75.0, 100.0]
    """
    return naik(target, realisasi)


def rentang(
    bawah: ArrayLike,
    atas: ArrayLike,
    realisasi: ArrayLike,
    *,
    di_bawah: Rumus = naik,
    di_atas: Rumus = turun_selisih,
) -> Larik:
    """Compute capaian (persen) against a range or a bound: inside 100, outside against the nearest bound.

    `di_bawah` measures what is below the lower bound, `di_atas` what is above the upper one.

    An open end is NaN (`≥95` is 95…NaN); with both ends missing the result is NaN. Source: LKIP practice.

    >>> rentang([80, 80, 80], [90, 90, 90], [85, 60, 99]).round(2).tolist()
    [100.0, 75.0, 90.0]
    """
    b, a, r = larik(bawah), larik(atas), larik(realisasi)
    dalam = ~(r < b) & ~(r > a)
    hasil = np.where(dalam, 100.0, np.where(r < b, di_bawah(b, r), di_atas(a, r)))
    return np.asarray(np.where(np.isnan(r) | (np.isnan(b) & np.isnan(a)), np.nan, hasil))


def nol_tercapai(capaian: ArrayLike, target: ArrayLike, realisasi: ArrayLike, berlaku: ArrayLike) -> Larik:
    """Count a realisasi of zero against a target of zero as 100 (persen) where the card says so.

    Source: LKIP practice for lower-is-better indicators ("nihil kasus").

    >>> nol_tercapai([float("nan")] * 2, [0, 0], [0, 0], [True, False]).tolist()
    [100.0, nan]
    """
    nihil = (larik(target) == 0) & (larik(realisasi) == 0) & np.asarray(berlaku, dtype=bool)
    return np.asarray(np.where(nihil, 100.0, larik(capaian)))


def tercapai(
    capaian: ArrayLike, target: ArrayLike, realisasi: ArrayLike, turun: ArrayLike, ambang: float = 100
) -> npt.NDArray[np.object_]:
    """Say of each target "ya", "tidak", or "" where it cannot be told.

    `capaian` (persen, before bounds) is held against `ambang`. Where there is no percentage, what should fall (`turun`)
    still tells: against a target of zero a case too many has missed it, and so has less than nothing where it should
    rise; no case at all has reached any other target. Source: params (ambang_tercapai).

    >>> tercapai([98.72, 0.3 / 0.3 * 100, float("nan")], [65, 0.3, 0], [64.17, 0.3, 2], [False, False, True]).tolist()
    ['tidak', 'ya', 'tidak']
    >>> tercapai(turun_rasio(5, 0), 5, 0, True).item()
    'ya'
    """
    c, t, r, lebih_rendah = siap_banding(capaian), larik(target), larik(realisasi), np.asarray(turun, dtype=bool)
    luput = np.isnan(c) & (t == 0) & np.where(lebih_rendah, r > 0, r < 0)
    nihil = np.isnan(c) & (t > 0) & lebih_rendah & (r == 0)
    hasil = np.select([luput, nihil, c >= ambang, c < ambang], ["tidak", "ya", "ya", "tidak"], default="")
    return np.asarray(hasil, dtype=object)


def batasi(capaian: ArrayLike, bawah: float | None = 0, atas: float | None = 100) -> Larik:
    """Bound a capaian (persen); None leaves an end open, NaN stays NaN. Source: each agency's own report.

    >>> batasi([108.54, -412, float("nan")]).tolist()
    [100.0, 0.0, nan]
    """
    return np.asarray(np.clip(larik(capaian), bawah, atas))

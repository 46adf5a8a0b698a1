"""Quarters: figures to date by their type, the deviation from the cash plan, and two projections that say they are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, bagi, larik, siap_banding

SETAHUN = 4


def akumulatif(triwulan: ArrayLike) -> Larik:
    """Add up the quarters to date, in the indicator's unit: each cell is what happened in that quarter alone.

    `triwulan` has one row a figure and one column a quarter, up to the one reported. A missing quarter gives NaN:
    missing is never zero. Source: LKIP practice ("akumulatif", also "kumulatif").

    >>> akumulatif([[30, 25], [30, None]]).tolist()
    [55.0, nan]
    """
    return np.asarray(siap_banding(np.sum(larik(triwulan), axis=-1)))


def posisi_akhir(triwulan: ArrayLike) -> Larik:
    """Take the last quarter to date: each cell is the level reached at the end of its quarter.

    Shapes as in `akumulatif`; earlier quarters may be missing. Source: LKIP practice ("posisi akhir", also "progres").

    >>> posisi_akhir([[66.1, 66.9], [None, 25.0]]).tolist()
    [66.9, 25.0]
    """
    return np.asarray(larik(triwulan)[..., -1])


def pengulangan(triwulan: ArrayLike) -> Larik:
    """Take the quarter itself: each cell stands for its own quarter and the same target returns in every one.

    Shapes as in `akumulatif`. The year is no sum of them. Source: LKIP practice ("pengulangan").

    >>> pengulangan([[82.1, 83.4]]).tolist()
    [83.4]
    """
    return posisi_akhir(triwulan)


def dari_tahun_lalu(triwulan: ArrayLike, setahun: ArrayLike) -> npt.NDArray[np.bool_]:
    """Tell whether quarterly targets of a change all count from last year, and not each from the quarter before.

    `triwulan` has four columns. The fourth is then the year's own target, and their sum is not. Source: LKIP practice.

    >>> dari_tahun_lalu([[-0.1, -0.2, -0.4, -0.5], [-0.1, -0.1, -0.2, -0.1]], [-0.5, -0.5]).tolist()
    [True, False]
    """
    t, s = larik(triwulan), siap_banding(setahun)
    return np.asarray((siap_banding(t[..., -1]) == s) & (siap_banding(t.sum(axis=-1)) != s), dtype=bool)


def deviasi_poin(serapan_persen: ArrayLike, rencana_persen: ArrayLike) -> Larik:
    """Compute how far absorption is from its plan (percentage points): serapan − rencana, both of the pagu.

    >>> deviasi_poin(40.5, 45.25).item()
    -4.75
    """
    return siap_banding(larik(serapan_persen) - larik(rencana_persen))


def deviasi_rp(realisasi_rp: ArrayLike, rencana_rp: ArrayLike) -> Larik:
    """Compute how far the money spent is from its plan (rupiah): realisasi − rencana, both to date.

    >>> deviasi_rp(2_531_250_000, 2_828_125_000).item()
    -296875000.0
    """
    return larik(realisasi_rp) - larik(rencana_rp)


def proyeksi_lurus(sampai_kini: ArrayLike, triwulan: ArrayLike) -> Larik:
    """Project a running total to the year's end by a straight line from zero: total ÷ quarters gone × 4.

    It knows no season and no contract: an arithmetical aid, not a forecast. Source: reporting practice.

    >>> proyeksi_lurus(2_531_250_000, 2).item()
    5062500000.0
    """
    return bagi(sampai_kini, triwulan) * SETAHUN


def proyeksi_tren(awal: ArrayLike, mulai: ArrayLike, kini: ArrayLike, triwulan: ArrayLike) -> Larik:
    """Project a level to the year's end by its mean change a quarter since the first quarter known.

    kini + (kini − awal) ÷ (triwulan − mulai) × (4 − triwulan), in the indicator's unit. A single quarter has
    no trend and gives NaN. Source: reporting practice.

    >>> proyeksi_tren([66.1, 66.1], [1, 1], [66.9, 66.1], [2, 1]).round(2).tolist()
    [68.5, nan]
    """
    lama = larik(triwulan) - larik(mulai)
    return siap_banding(larik(kini) + bagi(larik(kini) - larik(awal), lama) * (SETAHUN - larik(triwulan)))

"""Indicators that come from their components: a share of counts, and the satisfaction index."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, bagi, larik, persen


def persentase(pembilang: ArrayLike, penyebut: ArrayLike) -> Larik:
    """Compute a share (persen): pembilang / penyebut × 100, as for TPT (penganggur / angkatan kerja).

    >>> persentase(3849, 9181).round(2).item()
    41.92
    """
    return persen(pembilang, penyebut)


def bagian(pembilang: ArrayLike, penyebut: ArrayLike, pengali: ArrayLike = 100, pengurang: ArrayLike = 0) -> Larik:
    """Compute (pembilang − pengurang) / penyebut × pengali, in the unit that the multiplier gives.

    A rate of deaths per 1.000 has the multiplier 1000; a fall in pending cases from 120 to 90 is (120 − 90) / 120.
    Source: the indicator's card.

    >>> bagian(26, 3114, 1000).round(2).item(), bagian(120, 120, 100, 90).item()
    (8.35, 25.0)
    """
    return bagi(larik(pembilang) - larik(pengurang), penyebut) * larik(pengali)


def rata_rata_unsur(nilai: ArrayLike) -> float:
    """Compute the mean (1…4) of one service element over those who answered it; nobody gives NaN.

    Source: PermenPANRB 14/2017 (nilai rata-rata per unsur).

    >>> rata_rata_unsur([4, 3, float("nan"), 3]).__round__(3)
    3.333
    """
    v = larik(nilai)
    jawaban = v[~np.isnan(v)]
    return float(jawaban.mean()) if jawaban.size else float("nan")


def ikm(rata_rata_unsur: ArrayLike) -> float:
    """Compute the satisfaction index (25…100) from the means (1…4) of the service elements, equal weights.

    Source: PermenPANRB 14/2017 (nine elements).

    >>> ikm([3.2] * 9)
    80.0
    """
    return round(float(larik(rata_rata_unsur).mean()) * 25, 9)

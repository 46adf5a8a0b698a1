"""Indicators that come from their components: a share of two counts, and the satisfaction index."""

from __future__ import annotations

from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, larik, persen


def persentase(pembilang: ArrayLike, penyebut: ArrayLike) -> Larik:
    """Compute a share (persen): pembilang / penyebut × 100, as for TPT (penganggur / angkatan kerja).

    >>> persentase(3849, 9181).round(2).item()
    41.92
    """
    return persen(pembilang, penyebut)


def ikm(rata_rata_unsur: ArrayLike) -> float:
    """Compute the satisfaction index (25…100) from the means (1…4) of the service elements, equal weights.

    Source: PermenPANRB 14/2017 (nine elements).

    >>> ikm([3.2] * 9)
    80.0
    """
    return round(float(larik(rata_rata_unsur).mean()) * 25, 9)

"""Rounding as people do by hand: half away from zero, or cut off; right on decimal text, not on binary dust."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, siap_banding


def bulatkan(nilai: ArrayLike, desimal: int | None, cara: str = "setengah_ke_atas") -> Larik:
    """Round figures to `desimal` decimals, in their own unit; None leaves them as they are, NaN stays NaN.

    `cara`: `setengah_ke_atas` (2.675 → 2.68, −0.5 → −1) · `potong` (98.729 → 98.72). Source: LKIP practice; printed
    percentages are met both rounded and cut.

    >>> bulatkan([2.675, 98.729, float("nan")], 2).tolist()
    [2.68, 98.73, nan]
    >>> bulatkan([98.729, 0.27 / 0.3 * 100], 2, "potong").tolist()
    [98.72, 90.0]
    """
    v = siap_banding(nilai)
    if desimal is None:
        return np.asarray(nilai, dtype="float64")
    besar = siap_banding(np.abs(v) * 10**desimal)
    utuh = np.floor(besar) if cara == "potong" else np.floor(besar + 0.5)
    return np.asarray(np.sign(v) * utuh / 10**desimal)

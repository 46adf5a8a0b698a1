"""What every formula shares: arrays of floats where a missing figure is NaN, and exact comparison."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Larik = NDArray[np.float64]


def larik(nilai: ArrayLike | Any) -> Larik:
    """Return figures as a float array; a missing figure (None, pandas NA) becomes NaN.

    >>> larik([65, None]).tolist()
    [65.0, nan]
    """
    if hasattr(nilai, "to_numpy"):
        return np.asarray(nilai.to_numpy(dtype="float64", na_value=np.nan))
    return np.asarray(nilai, dtype="float64")


def siap_banding(nilai: ArrayLike) -> Larik:
    """Round to nine decimals, so that 0.27 / 0.3 × 100 compares as exactly 90.

    >>> float(siap_banding(0.27 / 0.3 * 100))
    90.0
    """
    return np.round(larik(nilai), 9)


def bagi(pembilang: ArrayLike, penyebut: ArrayLike) -> Larik:
    """Divide; by zero or a missing figure gives NaN, never infinity.

    >>> bagi([1, 1, 0], [4, 0, 0]).tolist()
    [0.25, nan, nan]
    """
    atas, bawah = larik(pembilang), larik(penyebut)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(bawah == 0, np.nan, atas / bawah))


def persen(pembilang: ArrayLike, penyebut: ArrayLike, *, positif: bool = False) -> Larik:
    """Return pembilang / penyebut × 100; NaN where the penyebut is zero, or with `positif` not above zero.

    >>> persen([1, 1], [4, 0]).tolist(), persen([1], [-4], positif=True).tolist()
    ([25.0, nan], [nan])
    """
    atas, bawah = larik(pembilang), larik(penyebut)
    with np.errstate(divide="ignore", invalid="ignore"):
        hasil = np.asarray(atas / bawah)
    hasil *= 100
    np.copyto(hasil, np.nan, where=bawah <= 0 if positif else bawah == 0)
    return hasil

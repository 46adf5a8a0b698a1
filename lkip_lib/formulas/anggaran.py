"""Budget: absorption, what is left, and a tree whose parents are held against their children."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, larik, persen


def serapan(pagu_rp: ArrayLike, realisasi_rp: ArrayLike) -> Larik:
    """Compute absorption (persen): realisasi_rp / pagu_rp × 100; a pagu of zero gives NaN.

    >>> serapan(18_508_617_440, 15_450_065_461).round(2).item()
    83.47
    """
    return persen(realisasi_rp, pagu_rp)


def sisa(pagu_rp: ArrayLike, realisasi_rp: ArrayLike) -> Larik:
    """Compute what is left (rupiah): pagu_rp − realisasi_rp.

    >>> sisa(18_508_617_440, 15_450_065_461).item()
    3058551979.0
    """
    return larik(pagu_rp) - larik(realisasi_rp)


def sama(satu_rp: float, lain_rp: float) -> bool:
    """Tell whether two amounts agree to the rupiah: less is how their sen were rounded.

    >>> sama(1000.37, 1000.0), sama(1000.0, 1001.0)
    (True, False)
    """
    return abs(satu_rp - lain_rp) < 1


def jumlah(nilai_rp: pd.Series, kelompok: pd.Series) -> pd.Series:
    """Sum figures (rupiah) by group; a group with a missing member has no sum, since missing is never zero.

    >>> jumlah(pd.Series([60.0, 30.0, None]), pd.Series(["0", "0", "A"])).tolist()
    [90.0, nan]
    """
    per = nilai_rp.groupby(kelompok.to_numpy())
    return per.sum().where(per.count() == per.size())


def kedalaman(kode: pd.Series, induk: pd.Series) -> pd.Series:
    """Count the steps from each node up to its root; a chain that never ends gives -1.

    >>> kedalaman(pd.Series(["0", "A", "A.1"]), pd.Series(["", "0", "A"])).tolist()
    [0, 1, 2]
    """
    atasan = _atasan(kode, induk)
    hasil, kini = np.zeros(len(kode), dtype=int), atasan
    for _ in range(len(kode)):
        jalan = kini >= 0
        if not jalan.any():
            break
        hasil += jalan
        kini = np.where(jalan, atasan[kini], -1)
    return pd.Series(np.where(kini < 0, hasil, -1), index=kode.index)


def _atasan(kode: pd.Series, induk: pd.Series) -> np.ndarray:
    """Return the position of each node's parent, -1 for a root."""
    posisi = {k: i for i, k in enumerate(kode) if k}
    return np.array([posisi.get(i, -1) for i in induk], dtype=int)


def pohon(kode: pd.Series, induk: pd.Series, nilai_rp: pd.Series, lengkap: pd.Series) -> pd.DataFrame:
    """Hold each node's own figure against the sum of its children (rupiah).

    Returns `nilai` (own figure; else the children's sum), `anak` (their sum; NaN without children, with a child
    unknown, or where `lengkap` is False), `residu` (own − anak) and `dari_anak` (the figure is the sum).
    A stated figure is authoritative: a budget document says it, a sum only confirms it.

    >>> p = pohon(pd.Series(["0", "A", "B"]), pd.Series(["", "0", "0"]),
    ...           pd.Series([100.0, 60.0, 30.0]), pd.Series([True] * 3))
    >>> p[["nilai", "anak", "residu"]].values.tolist()[0]
    [100.0, 90.0, 10.0]
    """
    atasan, tingkat = _atasan(kode, induk), kedalaman(kode, induk).to_numpy()
    dinyatakan, utuh = larik(nilai_rp), lengkap.to_numpy(dtype=bool)
    nilai, anak = dinyatakan, np.full(len(kode), np.nan)
    for dalam in range(tingkat.max(initial=0), 0, -1):
        baris = tingkat == dalam
        beranak = np.unique(atasan[baris])
        anak[beranak] = np.where(utuh[beranak], 0.0, np.nan)
        np.add.at(anak, atasan[baris], nilai[baris])  # a child unknown leaves no sum
        nilai = np.where(np.isnan(nilai), anak, nilai)
    return pd.DataFrame(
        {
            "nilai": nilai,
            "anak": anak,
            "residu": (dinyatakan - anak).round(2),  # to the sen, without binary dust
            "dari_anak": np.isnan(dinyatakan) & ~np.isnan(nilai),
        },
        index=kode.index,
    )

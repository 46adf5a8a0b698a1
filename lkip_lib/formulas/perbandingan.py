"""Comparisons: against earlier years, the end of the Renstra and a benchmark, with what a change means."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, bagi, larik, siap_banding


def selisih(kini: ArrayLike, pembanding: ArrayLike) -> Larik:
    """Compute the difference in the indicator's unit, clean of binary dust: kini − pembanding.

    >>> selisih(64.17, 65.36).item()
    -1.19
    """
    return siap_banding(larik(kini) - larik(pembanding))


def perubahan_persen(kini: ArrayLike, lalu: ArrayLike) -> Larik:
    """Compute growth (persen) against an earlier value: (kini − lalu) / |lalu| × 100.

    >>> perubahan_persen(64.17, 61.64).round(1).item()
    4.1
    """
    return bagi(selisih(kini, lalu), np.abs(larik(lalu))) * 100


def makna(selisih_nilai: ArrayLike, arah: ArrayLike) -> npt.NDArray[np.object_]:
    """Say what a difference means for an indicator: membaik, memburuk or tetap, following its direction.

    >>> makna([-0.08, 2.53, 0.0], ["turun", "naik", "naik"]).tolist()
    ['membaik', 'membaik', 'tetap']
    """
    d = siap_banding(selisih_nilai)
    baik = np.where(np.asarray(arah) == "turun", d < 0, d > 0)
    kata = np.where(d == 0, "tetap", np.where(baik, "membaik", "memburuk"))
    return np.asarray(np.where(np.isnan(d), "", kata), dtype=object)


def jarak_rentang(nilai: ArrayLike, bawah: ArrayLike, atas: ArrayLike) -> Larik:
    """Compute how far a value lies outside a range, in the indicator's unit; inside it is 0, an open end is NaN.

    >>> jarak_rentang([55, 70, 88], 60, 85).tolist()
    [5.0, 0.0, 3.0]
    """
    v = larik(nilai)
    luar = np.fmax(np.fmax(larik(bawah) - v, v - larik(atas)), 0.0)
    return siap_banding(np.where(np.isnan(v), np.nan, luar))


def sisa_per_tahun(target_akhir: ArrayLike, realisasi: ArrayLike, tahun_tersisa: ArrayLike) -> Larik:
    """Compute what each remaining year must add to reach the final target, in the indicator's unit.

    >>> sisa_per_tahun(68, 64.17, 2).round(3).item()
    1.915
    """
    return bagi(selisih(target_akhir, realisasi), tahun_tersisa)

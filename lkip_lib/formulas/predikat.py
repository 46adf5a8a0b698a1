"""Classes of a value on a scale, right at every exact boundary, and the gaps that whole bounds leave."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import larik, siap_banding
from lkip_lib.policies import Skala


def kelas(
    nilai: ArrayLike, bawah: ArrayLike, atas: ArrayLike, nama: ArrayLike, *, pembacaan: str, desimal: int = 0
) -> npt.NDArray[np.object_]:
    """Name the class of each value; a missing value has none ("").

    `bawah`, `atas` and `nama` describe the classes, highest first; above the highest bound is the top class.
    `pembacaan`: `kiri_terbuka` (60, 70] · `ambang_bawah` ≥ lower bound · `ambang_atas` > upper bound of the next
    class · `bulatkan` to the decimals of the bounds, `desimal` (half up), before `ambang_bawah`.
    Source: PermenPANRB 88/2021 (kiri_terbuka); Permendagri 86/2017 (whole bounds).

    >>> skala = dict(bawah=[91, 76, None], atas=[100, 90, 75], nama=["Sangat Tinggi", "Tinggi", "Sedang"])
    >>> kelas([91, 90.5, 90, 101], **skala, pembacaan="ambang_bawah").tolist()
    ['Sangat Tinggi', 'Tinggi', 'Tinggi', 'Sangat Tinggi']
    >>> kelas([90.5, 90], **skala, pembacaan="ambang_atas").tolist()
    ['Sangat Tinggi', 'Tinggi']
    """
    v = siap_banding(nilai)
    b, a, label = larik(bawah)[::-1], larik(atas)[::-1], np.asarray(nama, dtype=object)[::-1]
    if pembacaan == "bulatkan":
        v = np.floor(siap_banding(v * 10**desimal) + 0.5) / 10**desimal
    if pembacaan == "ambang_atas":
        urutan = np.searchsorted(a[:-1], v, side="left")
    elif pembacaan == "kiri_terbuka":
        urutan = np.searchsorted(b[1:], v, side="left")
    else:
        urutan = np.searchsorted(b[1:], v, side="right")
    return np.asarray(np.where(np.isnan(v), "", label[np.minimum(urutan, len(label) - 1)]), dtype=object)


def kelas_skala(nilai: ArrayLike, skala: Skala, celah: str) -> npt.NDArray[np.object_]:
    """Name the class of each value on a scale of the policies, its gaps read as params say (`celah`).

    >>> from lkip_lib.policies import bawaan
    >>> kelas_skala([90.5, 90], bawaan().skala["permendagri-86-2017"], "ambang_atas").tolist()
    ['Sangat Tinggi', 'Tinggi']
    """
    return kelas(nilai, **skala.batas, pembacaan=skala.pembacaan(celah))


def letak_celah(nilai: ArrayLike, bawah: ArrayLike, atas: ArrayLike) -> npt.NDArray[np.int_]:
    """Number the gap in which a value lies, in no class: 0 is below the highest class; −1 where it lies in none.

    >>> letak_celah([90.5, 90, 101, 75.5], [91, 76, 66], [100, 90, 75]).tolist()
    [0, -1, -1, 1]
    """
    v = siap_banding(nilai)
    b, a = larik(bawah), larik(atas)
    dalam = (v[..., None] > a[1:]) & (v[..., None] < b[:-1])
    return np.asarray(np.where(dalam.any(axis=-1), dalam.argmax(axis=-1), -1))


def rata_rata(nilai: ArrayLike, bobot: ArrayLike | None = None) -> float:
    """Average figures by weight; one missing member makes the average NaN ("belum lengkap").

    >>> round(rata_rata([98.72307692307692, 100, 100, 100]), 2)
    99.68
    """
    v = larik(nilai)
    w = np.ones_like(v) if bobot is None else larik(bobot)
    return float((v * w).sum() / w.sum()) if v.size and w.sum() else float("nan")

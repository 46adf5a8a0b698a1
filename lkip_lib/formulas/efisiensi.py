"""Efficiency of resources: what the capaian of a sasaran is measured against, and the class of that measure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, bagi, larik, siap_banding

Label = npt.NDArray[np.object_]


def selisih(capaian_persen: ArrayLike, serapan_persen: ArrayLike) -> Larik:
    """Compute capaian − serapan (points). Source: LKIP practice.

    >>> selisih([99.36, 100], [88.50, 51.90]).round(2).tolist()
    [10.86, 48.1]
    """
    return siap_banding(larik(capaian_persen) - larik(serapan_persen))


def rasio(capaian_persen: ArrayLike, serapan_persen: ArrayLike) -> Larik:
    """Compute capaian / serapan; a serapan of zero gives NaN. Source: LKIP practice.

    >>> rasio([99.36, 80], [88.50, 0]).round(3).tolist()
    [1.123, nan]
    """
    return bagi(capaian_persen, serapan_persen)


def sisa(serapan_persen: ArrayLike) -> Larik:
    """Compute the share of the budget that is left (persen): 100 − serapan. Source: LKIP practice.

    >>> sisa(83.47).round(2).item()
    16.53
    """
    return siap_banding(100 - larik(serapan_persen))


def pmk_efisiensi(pagu_rp: ArrayLike, realisasi_rp: ArrayLike, capaian_keluaran: ArrayLike) -> Larik:
    """Compute efficiency E (persen, within ±20) for one group: (Σ(AAK·CK) − ΣRA) / Σ(AAK·CK) × 100.

    `capaian_keluaran` is a fraction (0.9968). Money for which nothing was reached, or less than nothing, is at the
    lower bound. Source: PMK 22/2021, adopted; it binds ministries.

    >>> pmk_efisiensi([18_508_617_440], [15_450_065_461], [0.9968]).round(3).item()
    16.257
    >>> pmk_efisiensi([1_000_000_000], [980_000_000], [-0.0625]).item()
    -20.0
    """
    semestinya, dipakai = (larik(pagu_rp) * larik(capaian_keluaran)).sum(), larik(realisasi_rp).sum()
    hasil = np.clip(bagi(semestinya - dipakai, semestinya) * 100, -20, 20)
    return np.asarray(np.where(semestinya > 0, hasil, np.where((semestinya <= 0) & (dipakai > 0), -20.0, np.nan)))


def pmk_nilai(efisiensi_persen: ArrayLike) -> Larik:
    """Compute the efficiency score NE (0…100): 50 + E / 20 × 50. Source: PMK 22/2021, adopted.

    >>> pmk_nilai(16.25695).round(2).item()
    90.64
    """
    return np.clip(50 + larik(efisiensi_persen) / 20 * 50, 0, 100)


def golongkan(
    ukuran: ArrayLike,
    semua_tercapai: ArrayLike,
    *,
    ambang: Sequence[float],
    tegas: Sequence[bool],
    nama: Sequence[str],
    belum: str = "",
) -> Label:
    """Name the class of a measure of efficiency; a missing measure has none ("").

    `ambang` are the bounds of all classes but the last, best first; at a bound itself a class holds unless it is
    `tegas`. With `belum`, an unmet target is said first: low absorption then is no efficiency. Source: LKIP practice.

    >>> kelas = dict(ambang=[5, -5], tegas=[True, False], nama=["Efisien", "Cukup efisien", "Tidak efisien"])
    >>> golongkan([5.01, 5, -5, -5.01], [True] * 4, **kelas).tolist()
    ['Efisien', 'Cukup efisien', 'Cukup efisien', 'Tidak efisien']
    >>> golongkan([10.86], [False], ambang=[0], tegas=[False], nama=["Ya", "Tidak"], belum="Belum tercapai").tolist()
    ['Belum tercapai']
    """
    v = siap_banding(ukuran)
    syarat = [v > a if t else v >= a for a, t in zip(ambang, tegas, strict=True)]
    label = np.select(syarat, list(nama[:-1]), nama[-1]).astype(object)
    label = np.where(np.isnan(v), "", label)
    tercapai = np.asarray(semua_tercapai, dtype=bool)
    return np.asarray(np.where(tercapai, label, belum) if belum else label, dtype=object)

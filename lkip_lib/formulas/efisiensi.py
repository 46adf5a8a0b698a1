"""Efficiency of resources: the capaian of a sasaran against the absorption of its budget."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike

from lkip_lib.formulas.angka import Larik, bagi, larik, siap_banding

Label = npt.NDArray[np.object_]


def _kosong(label: ArrayLike, *nilai: Larik) -> Label:
    hilang = np.logical_or.reduce([np.isnan(n) for n in nilai])
    return np.asarray(np.where(hilang, "", label), dtype=object)


def banding(capaian_persen: ArrayLike, serapan_persen: ArrayLike, semua_tercapai: ArrayLike) -> Label:
    """Name the efficiency by comparison: unmet target first, then capaian ≥ serapan is Efisien.

    Low absorption with an unmet target is not efficiency. Source: LKIP practice; equality counts as efficient.

    >>> banding([99.36, 100], [88.50, 51.90], [False, True]).tolist()
    ['Target belum tercapai', 'Efisien']
    """
    c, s = siap_banding(capaian_persen), siap_banding(serapan_persen)
    label = np.where(c >= s, "Efisien", "Tidak efisien")
    tercapai = np.asarray(semua_tercapai, dtype=bool)
    return np.asarray(np.where(tercapai, _kosong(label, c, s), "Target belum tercapai"), dtype=object)


def selisih(capaian_persen: ArrayLike, serapan_persen: ArrayLike) -> Label:
    """Name the efficiency by difference (points): > 5 Efisien, within ±5 Cukup efisien, else Tidak efisien.

    >>> selisih([99.36, 90, 80], [88.50, 92, 90]).tolist()
    ['Efisien', 'Cukup efisien', 'Tidak efisien']
    """
    c, s = larik(capaian_persen), larik(serapan_persen)
    beda = siap_banding(c - s)
    return _kosong(np.where(beda > 5, "Efisien", np.where(beda >= -5, "Cukup efisien", "Tidak efisien")), c, s)


def rasio(capaian_persen: ArrayLike, serapan_persen: ArrayLike) -> Label:
    """Name the efficiency by ratio: capaian / serapan ≥ 1 is Efisien.

    >>> rasio([99.36, 80], [88.50, 92]).tolist()
    ['Efisien', 'Tidak efisien']
    """
    c, s = larik(capaian_persen), larik(serapan_persen)
    hasil = siap_banding(bagi(c, s))
    return _kosong(np.where(hasil >= 1, "Efisien", "Tidak efisien"), c, s, hasil)


def pmk_efisiensi(pagu_rp: ArrayLike, realisasi_rp: ArrayLike, capaian_keluaran: ArrayLike) -> Larik:
    """Compute efficiency E (persen, within ±20) for one group: (Σ(AAK·CK) − ΣRA) / Σ(AAK·CK) × 100.

    `capaian_keluaran` is a fraction (0.9968). Source: PMK 22/2021, adopted; it binds ministries.

    >>> pmk_efisiensi([18_508_617_440], [15_450_065_461], [0.9968]).round(3).item()
    16.257
    """
    semestinya = (larik(pagu_rp) * larik(capaian_keluaran)).sum()
    return np.clip(bagi(semestinya - larik(realisasi_rp).sum(), semestinya) * 100, -20, 20)


def pmk_nilai(efisiensi_persen: ArrayLike) -> Larik:
    """Compute the efficiency score NE (0…100): 50 + E / 20 × 50. Source: PMK 22/2021, adopted.

    >>> pmk_nilai(16.25695).round(2).item()
    90.64
    """
    return np.clip(50 + larik(efisiensi_persen) / 20 * 50, 0, 100)

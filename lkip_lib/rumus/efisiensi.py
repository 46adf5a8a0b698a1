"""Efficiency of resources: what the capaian of a sasaran is measured against, and the class of that measure."""

from __future__ import annotations

import numpy as np

from lkip_lib.errors import tidak_dikenal
from lkip_lib.rumus.bahasa import TIDAK_ADA, bersih, jumlah
from lkip_lib.rumus.deklarasi import rumus

PMK = "PMK 22/2021 (diadopsi)"
UKURAN = ("selisih", "rasio", "sisa", "pmk", "pmk_nilai")


@rumus("poin", nama="ukuran_{efisiensi.ukuran}")
def ukuran_efisiensi(capaian_persen, serapan_persen, pagu_rp, realisasi_rp, *, efisiensi):
    """Yang dikelaskan aturan efisiensi.

    Raises MasukanSalah for a measure that is not known. Source: params (efisiensi).
    """
    match efisiensi.ukuran:
        case "selisih":
            return ukuran_selisih(capaian_persen, serapan_persen)
        case "rasio":
            return ukuran_rasio(capaian_persen, serapan_persen)
        case "sisa":
            return ukuran_sisa(capaian_persen, serapan_persen)
        case "pmk":
            return ukuran_pmk(capaian_persen, pagu_rp, realisasi_rp)
        case "pmk_nilai":
            return ukuran_pmk_nilai(capaian_persen, pagu_rp, realisasi_rp)
    raise tidak_dikenal("Ukuran efisiensi", efisiensi.ukuran, UKURAN)


@rumus("poin")
def ukuran_selisih(capaian_persen, serapan_persen):
    """Capaian − serapan.

    >>> ukuran_selisih(99.36, 88.50)
    10.86
    """
    return bersih(capaian_persen - serapan_persen)


@rumus()
def ukuran_rasio(capaian_persen, serapan_persen):
    """Capaian ÷ serapan.

    >>> round(ukuran_rasio(99.36, 88.50), 3), ukuran_rasio(80, 0)
    (1.123, nan)
    """
    return capaian_persen / serapan_persen


@rumus("persen")
def ukuran_sisa(capaian_persen, serapan_persen):
    """100 − serapan; yang capaiannya belum diketahui tidak dinilai.

    >>> ukuran_sisa(100, 83.47)
    16.53
    """
    return np.where(np.isnan(capaian_persen), capaian_persen, bersih(100 - serapan_persen))


@rumus("persen", sumber=PMK)
def ukuran_pmk(capaian_persen, pagu_rp, realisasi_rp):
    """(Pagu × capaian − realisasi) ÷ (pagu × capaian) × 100, dibatasi −20 sampai 20.

    Money for which nothing was reached, or less than nothing, is at the lower bound. It binds ministries.

    >>> round(ukuran_pmk(99.68, 12_500_000_000, 10_400_000_000), 3), ukuran_pmk(-6.25, 1_000_000_000, 980_000_000)
    (16.533, -20.0)
    """
    semestinya = pagu_rp * (capaian_persen / 100)
    e = np.clip((semestinya - realisasi_rp) / semestinya * 100, -20, 20)
    return np.where(semestinya > 0, e, np.where(realisasi_rp > 0, -20, TIDAK_ADA))


@rumus(sumber=PMK)
def ukuran_pmk_nilai(capaian_persen, pagu_rp, realisasi_rp):
    """50 + E ÷ 20 × 50, dibatasi 0 sampai 100; E efisiensi menurut PMK 22/2021.

    >>> round(ukuran_pmk_nilai(99.68, 12_500_000_000, 10_400_000_000), 2)
    91.33
    """
    return np.clip(50 + ukuran_pmk(capaian_persen, pagu_rp, realisasi_rp) / 20 * 50, 0, 100)


@rumus("indikator")
def banyak_meleset(tercapai):
    """Banyak indikator yang targetnya belum tercapai; yang belum diketahui tidak dihitung.

    >>> banyak_meleset(["ya", "tidak", ""])
    1.0
    """
    return jumlah(np.where(np.isnan(tercapai), 0, np.where(tercapai == "tidak", 1, 0)))


@rumus(nama="efisiensi_{efisiensi.nama}")
def tingkat_efisiensi(ukuran_efisiensi, belum_tercapai, *, efisiensi):
    """Kelas menurut ukurannya; target yang belum tercapai disebut lebih dahulu.

    >>> from lkip_lib.policies import bawaan
    >>> tingkat_efisiensi([10.86, 48.1, -3.0], [1, 0, 0], efisiensi=bawaan().efisiensi["banding"]).tolist()
    ['Target belum tercapai', 'Efisien', 'Tidak efisien']
    """
    *berambang, akhir = efisiensi.kelas
    hasil = akhir.nama
    for k in reversed(berambang):
        hasil = np.where(ukuran_efisiensi > k.ambang if k.tegas else ukuran_efisiensi >= k.ambang, k.nama, hasil)
    return np.where(belum_tercapai > 0, efisiensi.belum_tercapai, hasil) if efisiensi.belum_tercapai else hasil

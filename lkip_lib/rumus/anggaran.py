"""Budget: absorption, what is left, sums of children, and what a stated figure differs from them."""

from __future__ import annotations

import numpy as np

from lkip_lib.rumus.bahasa import TIDAK_BERLAKU, bulat, cadangan, jumlah, terisi
from lkip_lib.rumus.deklarasi import rumus


def sama(satu_rp: float, lain_rp: float) -> bool:
    """Tell whether two amounts agree to the rupiah: less is how their sen were rounded.

    >>> sama(1000.37, 1000.0), sama(1000.0, 1001.0)
    (True, False)
    """
    return abs(satu_rp - lain_rp) < 1


@rumus("persen")
def serapan(pagu_rp, realisasi_rp):
    """Realisasi ÷ pagu × 100.

    >>> round(serapan(12_500_000_000, 10_400_000_000), 2), serapan(0, 5)
    (83.2, nan)
    """
    return realisasi_rp / pagu_rp * 100


@rumus("rupiah")
def sisa(pagu_rp, realisasi_rp):
    """Pagu − realisasi.

    >>> sisa(12_500_000_000, 10_400_000_000)
    2100000000.0
    """
    return pagu_rp - realisasi_rp


@rumus("rupiah", nama="jumlah")
def jumlah_rincian(nilai, *, lengkap):
    """Jumlah rincian di bawahnya; rincian yang tidak lengkap tidak dijumlahkan.

    >>> jumlah_rincian([60, 30], lengkap="ya"), jumlah_rincian([60, float("nan")], lengkap="ya")
    (90.0, nan)
    """
    return jumlah(nilai) if lengkap == "ya" else TIDAK_BERLAKU


@rumus("rupiah", nama="dinyatakan")
def dinyatakan_atau_rincian(dinyatakan, rincian):
    """Angka yang dinyatakan dokumennya; bila tidak ada, jumlah rincian di bawahnya.

    >>> dinyatakan_atau_rincian([100, float("nan")], [90, 30]).tolist()
    [100.0, 30.0]
    """
    return cadangan(seperti_dinyatakan(dinyatakan), dari_rincian(rincian))


@rumus("rupiah", nama="jumlah")
def dari_rincian(rincian):
    """Jumlah rincian di bawahnya, sebab dokumennya tidak menyatakan angkanya.

    >>> dari_rincian(90)
    90.0
    """
    return rincian


@rumus("rupiah")
def residu(dinyatakan, rincian):
    """Angka yang dinyatakan − jumlah rincian di bawahnya, sampai sen.

    >>> residu(100, 90), residu(0.3, 0.1 + 0.2)
    (10.0, 0.0)
    """
    return bulat(dinyatakan - rincian, 2)


@rumus("rupiah")
def jumlah_berbobot(nilai, bobot):
    """Jumlah (nilai × bagian yang dihitung untuk sasaran itu).

    >>> jumlah_berbobot([100, 60], [1, 0.5])
    130.0
    """
    return jumlah(nilai * bobot)


@rumus("bagian")
def bobot_dipakai(bobot_tertulis):
    """Bobot yang tertulis; bila tidak ditulis, 1.

    >>> bobot_dipakai([2, float("nan")]).tolist()
    [2.0, 1.0]
    """
    return np.where(np.isnan(bobot_tertulis), 1, bobot_tertulis)


@rumus("rupiah", nama="jumlah")
def jumlah_belanja(nilai):
    """Jumlah semua jenis belanja.

    >>> jumlah_belanja([60, 30])
    90.0
    """
    return jumlah(nilai)


@rumus("orang", nama="jumlah")
def jumlah_orang(orang):
    """Jumlah orang pada baris yang menyebutnya.

    >>> jumlah_orang([12, float("nan"), 30])
    42.0
    """
    return np.where(terisi(orang) > 0, jumlah(cadangan(orang, 0)), TIDAK_BERLAKU)


@rumus(nama="dinyatakan", sumber="Dokumen instansi")
def seperti_dinyatakan(dinyatakan):
    """Angka yang dinyatakan dokumennya.

    >>> seperti_dinyatakan(7.82)
    7.82
    """
    return dinyatakan

"""What another reading of what was stated gives: its realisasi, and how many targets are reached."""

from __future__ import annotations

import numpy as np

from lkip_lib.errors import tidak_dikenal
from lkip_lib.rumus.bahasa import bersih, jumlah
from lkip_lib.rumus.capaian import realisasi_diukur
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.jenis import PENINGKATAN, PENURUNAN


@rumus()
def realisasi_bacaan(realisasi_kini, realisasi_lalu, *, dari_perubahan, gerak):
    """Realisasi menurut satu bacaan; menurut nama yang menyebut perubahan, persentase perubahannya dari tahun lalu.

    >>> round(realisasi_bacaan(83, 110, dari_perubahan="tidak", gerak="penurunan"), 2)
    24.55
    >>> realisasi_bacaan(7.82, 10.68, dari_perubahan="ya", gerak="")
    -2.86
    """
    if gerak == "":
        return realisasi_diukur(realisasi_kini, realisasi_lalu, dari_perubahan=dari_perubahan)
    if gerak == PENURUNAN:
        return bersih(realisasi_lalu - realisasi_kini) / np.abs(realisasi_lalu) * 100
    if gerak == PENINGKATAN:
        return bersih(realisasi_kini - realisasi_lalu) / np.abs(realisasi_lalu) * 100
    raise tidak_dikenal("Perubahan yang disebut nama", gerak, (PENURUNAN, PENINGKATAN))


@rumus("indikator")
def banyak_tercapai(tercapai):
    """Banyak indikator yang targetnya tercapai; yang belum diketahui tidak dihitung.

    >>> banyak_tercapai(["ya", "tidak", ""])
    1.0
    """
    return jumlah(np.where(np.isnan(tercapai), 0, np.where(tercapai == "ya", 1, 0)))

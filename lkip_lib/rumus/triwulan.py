"""Quarters: figures to date by their type, the deviation from the cash plan, and two projections that say they are."""

from __future__ import annotations

import numpy as np

from lkip_lib.errors import tidak_dikenal
from lkip_lib.rumus.bahasa import TIDAK_BERLAKU, bersih, jumlah
from lkip_lib.rumus.capaian import realisasi_diukur
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.jenis import berjenjang, berubah, menurun

TIPE = AKUMULATIF, POSISI_AKHIR, PENGULANGAN, BERJALAN = ("akumulatif", "posisi_akhir", "pengulangan", "berjalan")
TRIWULAN = ("tw1", "tw2", "tw3", "tw4")


@rumus()
def jumlah_triwulan(nilai):
    """Jumlah semua triwulan sampai triwulan ini; satu triwulan kosong membuatnya kosong.

    Source: LKIP practice ("akumulatif", also "kumulatif").

    >>> jumlah_triwulan([30, 25])
    55.0
    """
    return bersih(jumlah(nilai))


@rumus("poin")
def deviasi_poin(serapan_persen, rencana_persen):
    """Serapan − rencana, keduanya terhadap pagu.

    >>> deviasi_poin(40.5, 45.25)
    -4.75
    """
    return bersih(serapan_persen - rencana_persen)


@rumus("rupiah")
def deviasi_rp(realisasi_sampai_rp, rencana_sampai_rp):
    """Realisasi − rencana, keduanya sampai akhir triwulan itu.

    >>> deviasi_rp(2_531_250_000, 2_828_125_000)
    -296875000.0
    """
    return realisasi_sampai_rp - rencana_sampai_rp


@rumus("persen")
def persentase(pembilang, penyebut):
    """Pembilang ÷ penyebut × 100.

    >>> round(persentase(3849, 9181), 2)
    41.92
    """
    return pembilang / penyebut * 100


@rumus()
def proyeksi_lurus(sampai_kini, *, periode):
    """Jumlah sampai triwulan ini ÷ triwulan yang lewat × 4; hitungan lurus, bukan ramalan.

    It knows no season and no contract. Source: reporting practice.

    >>> proyeksi_lurus(2_531_250_000, periode="tw2")
    5062500000.0
    """
    match periode:
        case "tw1":
            return sampai_kini / 1 * 4
        case "tw2":
            return sampai_kini / 2 * 4
        case "tw3":
            return sampai_kini / 3 * 4
        case "tw4":
            return TIDAK_BERLAKU
    raise tidak_dikenal("Triwulan", periode, TRIWULAN)


@rumus()
def proyeksi_tren(awal, kini, *, mulai, periode):
    """Nilai kini + perubahan rata-rata setiap triwulan × triwulan yang tersisa; hitungan lurus, bukan ramalan.

    A single quarter has no trend. Source: reporting practice.

    >>> round(proyeksi_tren(66.1, 66.9, mulai="tw1", periode="tw2"), 2)
    68.5
    """
    match mulai, periode:
        case "tw1", "tw2":
            return bersih(kini + (kini - awal) / 1 * 2)
        case "tw1", "tw3":
            return bersih(kini + (kini - awal) / 2 * 1)
        case "tw2", "tw3":
            return bersih(kini + (kini - awal) / 1 * 1)
        case (("" | "tw1" | "tw2" | "tw3" | "tw4"), ("tw1" | "tw2" | "tw3" | "tw4")):
            return TIDAK_BERLAKU
    raise tidak_dikenal("Triwulan", f"{mulai} {periode}", TRIWULAN)


def dari_tahun_lalu(triwulan: list[float], setahun: float) -> bool:
    """Tell whether quarterly targets of a change all count from last year, and not each from the quarter before.

    The fourth is then the year's own target, and their sum is not. Source: LKIP practice.

    >>> dari_tahun_lalu([-0.1, -0.2, -0.4, -0.5], -0.5), dari_tahun_lalu([-0.1, -0.1, -0.2, -0.1], -0.5)
    (True, False)
    """
    akhir, semua, tahun = (float(np.round(v, 9)) for v in (triwulan[-1], sum(triwulan), setahun))
    return akhir == tahun != semua


@rumus("persen", nama="capaian_tahun")
def diukur_setahun(setahun_persen, *, tipe_triwulan, arah, periode):
    """Capaian terhadap target setahun; yang harus tetap rendah baru diukur pada akhir tahun.

    Few cases early in the year are no achievement yet, nor is a rate that has only begun to run. Source: LKIP practice.

    >>> diukur_setahun(98.72, tipe_triwulan="posisi_akhir", arah="naik", periode="tw1")
    98.72
    >>> diukur_setahun(167.1, tipe_triwulan="berjalan", arah="turun", periode="tw1")
    nan
    """
    if menurun(arah) and tipe_triwulan in (AKUMULATIF, BERJALAN) and periode != TRIWULAN[-1]:
        return TIDAK_BERLAKU
    return setahun_persen


@rumus()
def proyeksi(realisasi, awal, rentang_bawah, rentang_atas, *, jenis, tipe_triwulan, mulai, periode):
    """Ke mana garis lurus membawa angkanya pada akhir tahun: hitungan, bukan ramalan.

    From zero for a running total, along the mean change for a level. A figure that stands for its own quarter has none,
    nor has a ladder, nor a line that leaves what the card says is possible.
    """
    if berjenjang(jenis):
        return TIDAK_BERLAKU
    match tipe_triwulan:
        case "akumulatif" | "berjalan":
            garis = proyeksi_lurus(realisasi, periode=periode)
        case "posisi_akhir":
            garis = proyeksi_tren(awal, realisasi, mulai=mulai, periode=periode)
        case "pengulangan" | "":
            return TIDAK_BERLAKU
        case _:
            raise tidak_dikenal("Tipe triwulan", tipe_triwulan, TIPE)
    if berubah(jenis):  # what lies within 0 and 100 can change by as much either way
        lebar = rentang_atas - rentang_bawah
        luar = ~np.isnan(rentang_atas) & ~np.isnan(rentang_bawah) & (np.abs(garis) > lebar)
    else:
        luar = (~np.isnan(rentang_bawah) & (garis < rentang_bawah)) | (~np.isnan(rentang_atas) & (garis > rentang_atas))
    return np.where(luar, TIDAK_BERLAKU, garis)


@rumus(nama="dinyatakan")
def realisasi_setahun(realisasi_kini, realisasi_lalu, *, dari_perubahan_tahun):
    """Realisasi yang diukur terhadap target setahun; bila targetnya perubahan, selisihnya dari tahun lalu.

    >>> realisasi_setahun(247, 819, dari_perubahan_tahun="ya")
    -572.0
    """
    return realisasi_diukur(realisasi_kini, realisasi_lalu, dari_perubahan=dari_perubahan_tahun)


@rumus()
def proyeksi_setahun(proyeksi, realisasi_lalu, *, dari_perubahan, dari_perubahan_tahun):
    """Perkiraan akhir tahun sebagaimana diukur terhadap target setahun: tingkatnya, atau perubahannya dari tahun lalu.

    >>> proyeksi_setahun(833, 819, dari_perubahan="tidak", dari_perubahan_tahun="ya")
    14.0
    """
    match dari_perubahan, dari_perubahan_tahun:
        case "tidak", "ya":
            return bersih(proyeksi - realisasi_lalu)
        case "ya", "tidak":
            return bersih(proyeksi + realisasi_lalu)
    return proyeksi

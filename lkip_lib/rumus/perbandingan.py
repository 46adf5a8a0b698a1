"""Comparisons: against earlier years, the end of the Renstra and a benchmark, with what a change means."""

from __future__ import annotations

import numpy as np

from lkip_lib.errors import tidak_dikenal
from lkip_lib.rumus.bahasa import TIDAK_BERLAKU, bersih
from lkip_lib.rumus.capaian import capaian_mentah
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.jenis import JENIS, berentang, berjenjang, berkisar, bertingkat, berubah, dua_sisi, menurun

TAHUN_LALU, AKHIR_RENSTRA, AKHIR_RPD = "tahun_lalu", "akhir_renstra", "akhir_rpd"
TAHUN_SEBELUMNYA, TARGET_BERIKUT = "tahun_sebelumnya", "target_berikut"
AKHIR = (AKHIR_RENSTRA, AKHIR_RPD)  # the last target of a plan, which is reached or not
NANTI = (TARGET_BERIKUT, *AKHIR)
# What better, worse and equal are called, by what one compares with.
_SEBUTAN = {
    **dict.fromkeys((TAHUN_LALU, TAHUN_SEBELUMNYA), ("membaik", "memburuk", "tetap")),
    **dict.fromkeys(NANTI, ("sudah tercapai", "belum tercapai", "sudah tercapai")),
}
_SEBUTAN_LAIN = ("lebih baik", "lebih buruk", "sama")


@rumus()
def selisih(kini, pembanding):
    """Nilai tahun ini − pembanding.

    >>> selisih(64.17, 65.36)
    -1.19
    """
    return bersih(kini - pembanding)


@rumus(nama="selisih")
def selisih_target(realisasi, target, target_bawah, target_atas, *, jenis):
    """Realisasi − target; terhadap rentang, dari batas yang terdekat; antara jenjang tidak ada artinya.

    >>> nan = float("nan")
    >>> selisih_target(64.17, 65, nan, nan, jenis="tingkat"), selisih_target(88, nan, 60, 85, jenis="rentang")
    (-0.83, 3.0)
    """
    if berjenjang(jenis):
        return TIDAK_BERLAKU
    if berkisar(jenis):
        atas = np.where(np.isnan(target_atas), realisasi, np.minimum(realisasi, target_atas))
        terdekat = np.where(np.isnan(target_bawah), atas, np.maximum(atas, target_bawah))
        return np.where(np.isnan(target_bawah) & np.isnan(target_atas), target, bersih(realisasi - terdekat))
    if bertingkat(jenis) or berubah(jenis):
        return bersih(realisasi - target)
    raise tidak_dikenal("Jenis target", jenis, JENIS)


@rumus("persen")
def perubahan_persen(kini, lalu):
    """(Nilai tahun ini − nilai sebelumnya) ÷ nilai sebelumnya × 100.

    >>> round(perubahan_persen(64.17, 61.64), 1)
    4.1
    """
    return bersih(kini - lalu) / np.abs(lalu) * 100


@rumus("persen", nama="perubahan_persen")
def perubahan_pembanding(kini, lalu, *, bentuk):
    """(Nilai tahun ini − nilai sebelumnya) ÷ nilai sebelumnya × 100; antara jenjang tidak ada artinya.

    >>> round(perubahan_pembanding(64.17, 61.64, bentuk="tingkat"), 1), perubahan_pembanding(4, 3, bentuk="ordinal")
    (4.1, nan)
    """
    return TIDAK_BERLAKU if berjenjang(bentuk) else perubahan_persen(kini, lalu)


@rumus("persen")
def kemajuan(target, realisasi, target_bawah, target_atas, *, terhadap, bentuk, arah, rumus_naik, rumus_turun, rentang):
    """Capaian terhadap target tahun yang akan datang; terhadap pembanding lain tidak dihitung."""
    if terhadap not in NANTI:
        return TIDAK_BERLAKU
    pilihan = {"rumus_naik": rumus_naik, "rumus_turun": rumus_turun, "rentang": rentang}
    return capaian_mentah(
        target, realisasi, target_bawah, target_atas, jenis=bentuk, arah=arah, nol_tercapai="tidak", **pilihan
    )


@rumus()
def sisa_per_tahun(target_akhir, realisasi, tahun_tersisa, makna):
    """(Target akhir − realisasi) ÷ tahun yang tersisa, selama belum tercapai.

    >>> round(sisa_per_tahun(68, 64.17, 2, "belum tercapai"), 3)
    1.915
    """
    sisa = bersih(target_akhir - realisasi) / tahun_tersisa
    return np.where(makna == "belum tercapai", sisa, TIDAK_BERLAKU)


@rumus("tahun")
def tahun_tersisa(tahun_akhir, tahun_kini, *, terhadap):
    """Tahun target itu − tahun laporan; terhadap pembanding lain tidak ada yang tersisa.

    >>> tahun_tersisa(2026, 2024, terhadap="akhir_renstra"), tahun_tersisa(2023, 2024, terhadap="tahun_lalu")
    (2.0, nan)
    """
    return tahun_akhir - tahun_kini if terhadap in NANTI else TIDAK_BERLAKU


@rumus()
def jarak_rentang(nilai, target_bawah, target_atas):
    """Seberapa jauh nilai di luar rentang; di dalamnya 0.

    >>> jarak_rentang([55, 70, 88], 60, 85).tolist()
    [5.0, 0.0, 3.0]
    """
    kurang = np.where(np.isnan(target_bawah), 0 * nilai, target_bawah - nilai)
    lebih = np.where(np.isnan(target_atas), 0 * nilai, nilai - target_atas)
    return bersih(np.maximum(np.maximum(kurang, lebih), 0))


@rumus()
def makna(
    realisasi,
    pembanding,
    selisih,
    capaian_persen,
    target_bawah,
    target_atas,
    *,
    terhadap,
    bentuk,
    arah,
    berselisih,
    rentang,
):
    """Arti selisihnya menurut arah indikator: lebih baik, lebih buruk, atau sama.

    On a ladder up is better, and of a range what lies nearer to it, unless it may be left for the better; a final
    target that is a range or a bound is reached inside of it.

    >>> from lkip_lib.policies import bawaan
    >>> nan, sama = float("nan"), dict(terhadap="tahun_lalu", bentuk="tingkat", berselisih="tidak")
    >>> sama["rentang"] = bawaan().rentang["dua_sisi"]
    >>> makna(7.82, 7.9, -0.08, nan, nan, nan, arah="turun", **sama)
    'membaik'
    """
    turun = menurun(arah)
    if berselisih == "ya":
        return "berselisih"
    baik, buruk, sama = _SEBUTAN.get(terhadap, _SEBUTAN_LAIN)
    if berkisar(bentuk) and terhadap in NANTI:
        return np.where(capaian_persen >= 100, baik, buruk)
    if dua_sisi(arah) or (berentang(bentuk) and not rentang.melampaui):
        jarak_lain = jarak_rentang(pembanding, target_bawah, target_atas)
        beda, turunkan = jarak_lain - jarak_rentang(realisasi, target_bawah, target_atas), False
    else:
        beda, turunkan = selisih, turun and not berjenjang(bentuk)
    lebih_baik = beda < 0 if turunkan else beda > 0
    return np.where(beda == 0, sama, np.where(lebih_baik, baik, buruk))

"""Family target, ambition: targets that ask for less than was reached, or than was asked before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.keluarga.arah import arah_terbalik
from lkip_lib.checks.keluarga.target import berlaku, tulis
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import RENCANA
from lkip_lib.inputs.typed import rentang_kartu
from lkip_lib.ledger import buat_id
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.jenis import bertingkat, berubah, lebih_baik, menurun, ujung_terbaik
from lkip_lib.rumus.perbandingan import AKHIR

Baris = dict[str, Any]
# How an analysis says why a target asks for less: "target diturunkan karena …", "penyesuaian target".
_TURUN = r"(?:di|pe)?(?:turunkan|nurunan|ringan(?:kan)?|rendah(?:kan)?|kurangi|ubah(?:an)?|koreksi|sesuaikan|nyesuaian)"
_DIPERINGAN = re.compile(rf"\btarget\w*\W+(?:\w+\W+){{0,3}}?{_TURUN}\b|\b{_TURUN}\s(?:\w+\s)?target", re.I)


def _beralasan(konteks: Konteks, kode: str) -> bool:
    """Tell whether the analysis says why the target of an indicator asks for less."""
    a = konteks.analisis.indikator.get(kode)
    kalimat = () if a is None else (*(s.isi for s in a.sebab), *a.hambatan, *a.upaya, *a.tindak_lanjut)
    return any(map(_DIPERINGAN.search, kalimat))


@periksa(
    "TAR-02",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Target lebih ringan dari realisasi tahun lalu",
    dasar="Target tahun berjalan tidak lebih mudah dari yang sudah tercapai",
    saran="Tulis alasannya di analisis.yml atau lembar analisis; periksa pula arah di kartunya. Target yang "
    "diperjanjikan tidak diubah sesudahnya.",
)
def target_lebih_ringan(konteks: Konteks) -> Iterator[Catatan]:
    """Find targets in use that last year's realisasi already met and passed."""
    riwayat = konteks.frames["riwayat"]
    milik_lalu = riwayat[(riwayat["tahun"] == konteks.tahun - 1) & (riwayat["lingkup"] == "instansi")]
    lalu = milik_lalu.set_index("kode")["realisasi"].dropna()
    for b in konteks.baris("indikator"):
        if mengukur_perubahan(b["rumus"]) or b["kode"] not in lalu.index or pd.isna(b["target"]):
            continue
        if b["kode"] in arah_terbalik(konteks):
            continue  # told once, at the card
        if _beralasan(konteks, b["kode"]):
            continue  # the reason that is asked for
        if lebih_baik(lalu[b["kode"]], b["target"], b["arah"]) and (id := _id_target(konteks, b)):
            target = buat_id("indikator", b["kode"], "target", dokumen=konteks.dokumen_target, tahun=konteks.tahun)
            realisasi = buat_id("riwayat", b["kode"], "realisasi", tahun=konteks.tahun - 1)
            yield Catatan(
                id,
                f"Target {b['kode']} {_sebut(konteks, target, b['target'])}, padahal realisasi {konteks.tahun - 1} "
                f"sudah {_sebut(konteks, realisasi, lalu[b['kode']])}.",
                bukti=konteks.dikenal(realisasi),
            )


def _sebut(konteks: Konteks, id: str, nilai: float) -> str:
    """Write a figure as a number, or as the rung of a ladder that its row in the ledger names."""
    return (str(konteks.ledger[id]["label"]) if id in konteks.ledger else "") or numerals.write(nilai, 4, trim=True)


def _id_target(konteks: Konteks, b: Baris) -> str:
    t = berlaku(konteks)
    milik = t[(t["indikator"] == b["kode"]) & (t["tahun"] == konteks.tahun) & (t["target"] == b["target"])]
    utama = milik[milik["dokumen"] == konteks.dokumen_target]
    milik = utama if len(utama) else milik
    return str(milik.iloc[0]["target_id"]) if len(milik) else ""


@periksa(
    "TAR-06",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.TERCAPAI),
    tingkat="peringatan",
    judul="Target akhir Renstra sudah tercapai",
    dasar="Target akhir masih menantang selama Renstra berjalan",
    saran="Perketat target tahun-tahun berikutnya saat Renstra direviu.",
)
def target_akhir_terlewati(konteks: Konteks) -> Iterator[Catatan]:
    """Find indicators whose realisasi already meets the last Renstra target, unless that cannot be bettered."""
    kartu = konteks.frames["ketik/indikator"].set_index("kode")
    banding = konteks.frames["perbandingan"]
    t = konteks.frames["ketik/target"]
    for b in catatan(banding[banding["jenis"].isin(AKHIR)]):
        k = kartu.loc[b["kode"]]
        if pd.isna(b["pembanding"]) or pd.isna(b["realisasi"]) or not bertingkat(k["jenis"]):
            continue
        ujung = ujung_terbaik(*(rentang_kartu(str(k["rentang"])) or (None, None)), k["arah"])
        # What cannot be bettered: the end of the card's range, and nothing at all of what should be little.
        terbaik = b["pembanding"] == ujung or (menurun(k["arah"]) and b["pembanding"] == 0)
        if terbaik or lebih_baik(b["pembanding"], b["realisasi"], k["arah"]) or b["kode"] in arah_terbalik(konteks):
            continue
        milik = t[(t["indikator"] == b["kode"]) & (t["tahun"] == b["tahun"]) & t["dokumen"].isin(RENCANA)]
        milik = milik[milik["target"] == b["pembanding"]]
        if len(milik):
            yield Catatan(
                str(milik.iloc[0]["target_id"]),
                f"Target {b['kode']} {b['tahun']} {numerals.write(b['pembanding'], 4, trim=True)}, padahal realisasi "
                f"{konteks.tahun} sudah {numerals.write(b['realisasi'], 4, trim=True)}.",
            )


@periksa(
    "TAR-09",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Target lebih ringan dari target tahun lalu",
    dasar="Target dalam dokumen yang sama tidak menjadi lebih mudah dari tahun ke tahun",
    saran="Jelaskan mengapa targetnya diturunkan.",
)
def target_diperingan(konteks: Konteks) -> Iterator[Catatan]:
    """Find targets of this year that one document sets easier than its own target of last year."""
    arah = dict(zip(konteks.frames["indikator"]["kode"], konteks.frames["indikator"]["arah"], strict=True))
    t = berlaku(konteks)
    t = t[t["target"].notna() & t["indikator"].isin(list(arah.keys() - arah_terbalik(konteks).keys()))]
    lalu = t[t["tahun"] == konteks.tahun - 1]
    kini = t[t["tahun"] == konteks.tahun]
    semula = {(b["indikator"], b["dokumen"], b["jenis"]): b for b in reversed(catatan(lalu))}
    sama = ["indikator", "dokumen", "jenis"]
    for b in catatan(kini.drop_duplicates(sama)) if semula else ():
        lama = semula.get(tuple(b[k] for k in sama))
        diperingan = lama and lebih_baik(lama["target"], b["target"], arah[b["indikator"]])
        if lama and diperingan and not berubah(b["jenis"]) and not _beralasan(konteks, b["indikator"]):
            yield Catatan(
                str(b["target_id"]),
                f"Target {b['indikator']} menurut {sebut_dokumen(b['dokumen'])}: {konteks.tahun - 1} {tulis(lama)}, "
                f"{konteks.tahun} {tulis(b)}.",
                bukti=(lama["target_id"],),
            )

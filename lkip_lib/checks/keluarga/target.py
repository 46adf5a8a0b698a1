"""Family target: the same indicator and year across Renstra, RKT, IKU, PK and LKIP: value, kind and presence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import bobot_rata
from lkip_lib.checks.cetak.nama import kemiripan, sebut_dokumen
from lkip_lib.checks.cetak.sel import satu_dokumen
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.frames import catatan, himpun
from lkip_lib.inputs import agreement
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN, RENCANA, TAHUNAN
from lkip_lib.ledger import ANGKA, BELUM_DIISI, TIDAK_BERLAKU, TIDAK_DAPAT_DIHITUNG, buat_id
from lkip_lib.numerals import sepadan, setara
from lkip_lib.rumus.capaian import mengukur_jenjang
from lkip_lib.rumus.jenis import berjenjang, bertingkat, berubah, disebut

Baris = dict[str, Any]
# A list of indicators, not of annual targets: its empty targets are no omission.
_TANPA_TARGET = ("iku",)
# How much of their words two names of one indicator share.
_SATU_NAMA = 0.8


def tulis(b: Baris) -> str:
    """Write a target as a number, or as printed when it is a range or a rung of a ladder."""
    tercetak = str(b["target_tercetak"])
    if pd.isna(b["target"]) or disebut(berjenjang, b["jenis"]) or not any(h.isdigit() for h in tercetak):
        return tercetak
    return numerals.bertanda(numerals.write(b["target"], 4, trim=True))


@lru_cache(maxsize=2)
def berlaku(konteks: Konteks) -> pd.DataFrame:
    """Return the annual targets in force, those of a changed agreement as the agreement's (`versi` names it).

    Where a document does not say what kind of target it sets, it is that of the indicator's card.
    """
    target = konteks.frames["ketik/target"]
    target = agreement.berlaku(target[target["periode"] == TAHUNAN])
    kartu = konteks.frames["ketik/indikator"].set_index("kode")["jenis"]
    jenis = target["jenis"].where(target["jenis"] != "", target["indikator"].map(kartu))
    target = target.assign(versi=target["dokumen"], jenis=jenis)
    return target.replace({"dokumen": {agreement.PERUBAHAN: agreement.PK}})


def sama(a: Baris, b: Baris) -> bool:
    """Tell whether two targets say the same, one of them perhaps rounded; a range by its ends."""
    if pd.isna(a["target"]) or pd.isna(b["target"]):
        ujung = ("target_bawah", "target_atas")
        if any(not pd.isna(x[k]) for x in (a, b) for k in (*ujung, "target")):
            return all(a[k] == b[k] or (pd.isna(a[k]) and pd.isna(b[k])) for k in (*ujung, "target"))
        return bool(a["target_tercetak"] == b["target_tercetak"])
    return sepadan(a["target"], a["target_desimal"], b["target"], b["target_desimal"])


def sesuai(a: Baris, b: Baris) -> bool:
    """Tell whether two targets agree in kind and in value."""
    return bool(a["jenis"] == b["jenis"]) and sama(a, b)


@periksa(
    "TAR-01",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.SAMA, Sifat.ANTARDOKUMEN),
    tingkat="kesalahan",
    judul="Target berbeda antara dokumen",
    dasar="LKIP mengukur terhadap target yang diperjanjikan (PK)",
    saran="Pakai target PK yang berlaku; bila PK diubah, masukkan PK perubahannya.",
)
def target_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each annual target with that of the document in use, in value and in kind.

    Documents are changed one after another: what a change may explain only asks.
    """
    berangka = (b for b in catatan(berlaku(konteks)) if b["target_status"] == ANGKA)
    milik = himpun(((str(b["indikator"]), int(b["tahun"])), b) for b in berangka)
    for (kode, tahun), baris in milik.items():
        baris = sorted(baris, key=lambda b: b["dokumen"] != konteks.dokumen_target)
        utama = baris[0]
        berganti = set(RENCANA) <= {b["dokumen"] for b in baris}  # the plan that follows has targets of its own
        berbeda: dict[tuple[str, str], Baris] = {}
        for b in baris[1:]:
            if not sesuai(b, utama):
                berbeda.setdefault((b["dokumen"], tulis(b)), b)
        for b in berbeda.values():
            dampak, bobot = _dampak(konteks, kode, b) if tahun == konteks.tahun else ("", 0.0)
            searti = _searti(konteks, utama, b)
            # What others promised for a year gone by was that year's report's to settle.
            lewat = tahun < konteks.tahun and not {b["dokumen"], utama["dokumen"]} & set(DOKUMEN_LAPORAN)
            tingkat: Tingkat = "kesalahan" if _menyangkal(konteks, b, utama) and not searti else "peringatan"
            diubah = utama["versi"] == agreement.PERUBAHAN and _semula(konteks, b)
            if lewat or diubah or (berganti and RENCANA[0] in (b["dokumen"], utama["dokumen"])):
                tingkat = "informasi"
            yield Catatan(
                str(b["target_id"]),
                f"Target {kode} {tahun} menurut {sebut_dokumen(b['versi'])} {tulis(b)}{_bentuk(b, utama)}, "
                f"menurut {_tempat(utama, b)} {tulis(utama)}{_bentuk(utama, b)}"
                f"{f'; dari realisasi {tahun - 1} keduanya sama' if searti else ''}.",
                tingkat=tingkat,
                dampak=dampak,
                bobot=bobot,
                bukti=(utama["target_id"],),
            )


def _semula(konteks: Konteks, b: Baris) -> bool:
    """Tell whether a plan's target is what the first agreement promised: what a changed one changed is known."""
    t = konteks.frames["ketik/target"]
    milik = t[(t["indikator"] == b["indikator"]) & (t["tahun"] == b["tahun"]) & (t["periode"] == TAHUNAN)]
    pertama = catatan(milik[milik["dokumen"] == agreement.PK])
    return b["dokumen"] not in DOKUMEN_LAPORAN and any(sama(b, p) for p in pertama)


def _menyangkal(konteks: Konteks, satu: Baris, dua: Baris) -> bool:
    """Tell whether no change between documents explains two targets.

    One document states both, one report prints both, or the report measures by another than the changed agreement.
    """
    versi = {satu["versi"], dua["versi"]}
    sedokumen = len(versi) == 1 or satu_dokumen(satu["sumber"], dua["sumber"], konteks.tahun)
    return sedokumen or (agreement.PERUBAHAN in versi and bool(versi & set(DOKUMEN_LAPORAN)))


def _searti(konteks: Konteks, satu: Baris, dua: Baris) -> bool:
    """Tell whether a level and a change ask for the same: last year's realisasi and the change give the level."""
    ubah, tingkat = (satu, dua) if berubah(satu["jenis"]) else (dua, satu)
    sepasang = berubah(ubah["jenis"]) and bertingkat(tingkat["jenis"])
    if not sepasang or pd.isna(ubah["target"] + tingkat["target"]):
        return False
    lalu = [
        float(b["realisasi"])
        for b in konteks.baris("riwayat")
        if (b["kode"], b["tahun"], b["lingkup"]) == (satu["indikator"], satu["tahun"] - 1, "instansi")
        and pd.notna(b["realisasi"])
    ]
    return bool(lalu) and setara(tingkat["target"], tingkat["target_desimal"], lalu[0] + ubah["target"])


def _tempat(b: Baris, lain: Baris) -> str:
    """Name where a target stands; what stands in the same document as the other by its place there."""
    dokumen = sebut_dokumen(b["versi"])
    return dokumen if b["dokumen"] != lain["dokumen"] else b["sumber"] or f"baris lain {dokumen}"


def _bentuk(b: Baris, lain: Baris) -> str:
    return "" if b["jenis"] == lain["jenis"] else f" (sebagai {b['jenis']})"


def _dampak(konteks: Konteks, kode: str, b: Baris) -> tuple[str, float]:
    """Say what the indicator's capaian would be under the other document."""
    semua = konteks.frames["per_dokumen"]
    capaian = semua[semua["kode"] == kode].drop_duplicates("dokumen").set_index("dokumen")["capaian_persen"]
    lain, kini = (capaian.get(d, float("nan")) for d in (b["dokumen"], konteks.dokumen_target))
    if pd.isna(lain) or pd.isna(kini) or lain == kini:
        return "", 0.0
    kalimat = (
        f"capaian {kode} {numerals.persen(kini)} menjadi {numerals.persen(lain)} menurut {sebut_dokumen(b['dokumen'])}"
    )
    return kalimat, bobot_rata(konteks, kini - lain)


def tak_terukur(konteks: Konteks) -> dict[str, Baris]:
    """Return the indicators whose capaian of the whole year is missing without a word why, by code.

    A figure that is there but cannot be read has its own note, and so has a ladder that nobody knows. What is not
    promised need not apply; a realisasi of what is promised does. In a quarter much is not yet to be measured.
    """
    if konteks.triwulan:
        return {}
    return {b["kode"]: b for b in konteks.baris("indikator") if _sebab_perlu_disebut(konteks, b)}


def _sebab_perlu_disebut(konteks: Konteks, b: Baris) -> bool:
    if b["status_nilai"] == TIDAK_DAPAT_DIHITUNG:
        return not mengukur_jenjang(b["rumus"])
    if b["status_nilai"] != TIDAK_BERLAKU:
        return bool(b["status_nilai"] == BELUM_DIISI)
    target = buat_id("indikator", b["kode"], "target", dokumen=konteks.dokumen_target, tahun=konteks.tahun)
    return target in konteks.ledger and konteks.ledger[target]["status_nilai"] == ANGKA


@periksa(
    "TAR-05",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.MENGUTIP_NAMA),
    tingkat="peringatan",
    judul="Indikator atau targetnya tidak ada dalam satu dokumen",
    dasar="Indikator yang sama mengalir dari Renstra ke RKT, IKU, PK dan LKIP",
    saran="Salin barisnya bila dokumen itu memang memuatnya; bila tidak, jelaskan mengapa indikatornya tidak dipakai.",
)
def indikator_hilang(konteks: Konteks) -> Iterator[Catatan]:
    """Find documents that lack an indicator or a target which others state for this year, and indicators of no card."""
    kini = berlaku(konteks)
    kini = kini[kini["tahun"] == konteks.tahun]
    kartu = [k for k in konteks.frames["indikator"]["kode"] if k in set(kini["indikator"])]
    berganti = set(RENCANA) <= set(kini["dokumen"])  # the plan that follows need not have what the other had
    for dokumen, milik in kini.groupby("dokumen", sort=False):
        if berganti and dokumen in RENCANA:
            continue
        # Where an indicator cannot be measured for want of this target, that is said once.
        disebut = tak_terukur(konteks) if dokumen == konteks.dokumen_target else {}
        for kode in kartu:
            if kode not in set(milik["indikator"]) and kode not in disebut:
                lain = kini[kini["indikator"] == kode]
                tempat = ", ".join(map(sebut_dokumen, dict.fromkeys(lain["dokumen"])))
                program = _indikator_program(konteks, kode) if dokumen == "rkt" else ""
                yield Catatan(
                    str(lain.iloc[0]["target_id"]),
                    f"Indikator {kode} ada dalam {tempat}, tetapi tidak dalam {sebut_dokumen(str(dokumen))} "
                    f"{konteks.tahun}{program}.",
                    tingkat="informasi" if program else None,
                )
        kosong = milik[(milik["target_status"] == BELUM_DIISI) & ~milik["dokumen"].isin(_TANPA_TARGET)]
        kosong = kosong[~kosong["indikator"].isin({*milik[milik["target_status"] == ANGKA]["indikator"], *disebut})]
        if len(kosong):
            daftar = ", ".join(dict.fromkeys(kosong["indikator"]))
            yield Catatan(
                str(kosong.iloc[0]["target_id"]),
                f"{sebut_dokumen(str(dokumen))} {konteks.tahun} menyebut {daftar} tanpa target.",
                bukti=tuple(kosong.iloc[1:]["target_id"]),
            )
    for b in konteks.baris("ketik/tercetak/hitungan"):
        if b["jenis_subjek"] == "indikator" and not b["subjek"] and b["nama"]:
            yield Catatan(
                str(b["nilai_id"]),
                f'"{b["nama"]}" tercetak dengan {b["besaran"].removesuffix("_persen").replace("_", " ")} '
                f"{b['nilai_tercetak']}, tetapi tidak ada di antara indikator yang direncanakan.",
            )


def _indikator_program(konteks: Konteks, kode: str) -> str:
    """Say where the RKT matrix holds an indicator of a sasaran as one of a program; "" where it does not."""
    kartu = dict(zip(konteks.frames["indikator"]["kode"], konteks.frames["indikator"]["nama"], strict=True))
    for b in konteks.baris("ketik/rkt"):
        if b["jenis"] == "indikator_program" and kemiripan(b["uraian"], kartu[kode]) >= _SATU_NAMA:
            return f" sebagai indikator sasaran; di sana ia indikator program {b['kode']}"
    return ""

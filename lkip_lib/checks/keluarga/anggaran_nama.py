"""Family anggaran, names: a row called what another code is called, and two rows called the same."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lkip_lib.checks.cetak.nama import beda_nama, sebut_dokumen, sepanjang
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN


@periksa(
    "ANG-09",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.NAMA_TERTUKAR),
    tingkat="peringatan",
    judul="Nama baris anggaran milik baris lain",
    dasar="Satu kode bernama sama di setiap dokumen, dan dua kode tidak bernama sama",
    saran="Periksa nama dan kodenya di kedua dokumen; pastikan angkanya milik nama itu sebelum ada yang diganti.",
)
def nama_tertukar(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows whose name is what another code is called elsewhere, or that share their name with a sibling."""
    baris = [b | {"inti": inti(b["nama"])} for b in konteks.baris("ketik/anggaran") if b["tingkat"] == "sub_kegiatan"]
    baris = [b for b in baris if b["inti"]]
    menurut_kode = himpun((b["kode"], b) for b in baris)
    for b in baris:
        sendiri = [o["inti"] for o in menurut_kode[b["kode"]] if o["dokumen"] != b["dokumen"]]
        # A row called as it is elsewhere has its own name, however alike another's may be.
        if not sendiri or b["inti"] in sendiri:
            continue
        saingan = {o["kode"]: _mirip(b["inti"], o["inti"]) for o in baris
                   if o["dokumen"] != b["dokumen"] and o["kode"] != b["kode"]}  # fmt: skip
        terdekat = max(saingan, key=lambda k: saingan[k], default="")
        if terdekat and saingan[terdekat] >= _SAMA:
            milik = max(_mirip(b["inti"], nama, 0) for nama in sendiri)
            if saingan[terdekat] >= milik + _LEBIH:
                penjelasan = f"{b['kode']} di dokumen {b['dokumen']} bernama “{b['nama']}”; "
                yield Catatan(b["pagu_rp_id"], f"{penjelasan}di dokumen lain itu nama {terdekat}.")
    pertama: dict[tuple[str, str, str], str] = {}
    for b in (b for b in baris if b["pagu_rp"] == b["pagu_rp"]):
        kembar = pertama.setdefault((b["dokumen"], b["induk"], b["inti"]), b["kode"])
        if kembar != b["kode"]:
            penjelasan = f"{b['kode']} dan {kembar} di dokumen {b['dokumen']} bernama sama: “{b['nama']}”."
            yield Catatan(b["pagu_rp_id"], penjelasan)


@periksa(
    "ANG-19",
    tingkat="peringatan",
    judul="Satu kode bernama dua dalam satu laporan",
    dasar="Tabel-tabel satu laporan menyebut satu kode dengan satu nama",
    saran="Periksa nama mana yang benar, dan apakah keduanya memang satu sub kegiatan.",
)
def nama_beda_satu_kata(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows of one code whose names in two tables of the report are the same but for one word."""
    pertama: dict[str, dict[str, Any]] = {}
    for b in konteks.baris("ketik/anggaran"):
        if b["dokumen"] not in DOKUMEN_LAPORAN or not b["nama"]:
            continue
        awal = pertama.setdefault(b["kode"], b)
        if _beda_satu_kata(inti(awal["nama"]).split(), inti(b["nama"]).split()):
            tempat = [o["sumber"] or sebut_dokumen(o["dokumen"]) for o in (awal, b)]
            kalimat = f'{b["kode"]} bernama "{awal["nama"]}" ({tempat[0]}) dan "{b["nama"]}" ({tempat[1]}).'
            sel = {**konteks.ledger[b["pagu_rp_id"]], "berkas": "anggaran.csv", "kolom": "nama", "tercetak": b["nama"]}
            yield Catatan(f"{b['pagu_rp_id']}.nama", kalimat, sel=sel)


def _beda_satu_kata(satu: list[str], dua: list[str]) -> bool:
    """Tell whether two names part in one word, alike but not one word spelled twice, shortened or damaged.

    >>> _beda_satu_kata(["rencana", "makro"], ["rencana", "mikro"])
    True
    >>> [_beda_satu_kata(["di", a], ["di", b]) for a, b in (("kab", "kabupaten"), ("5ogis", "logis"), ("izin", "ijin"))]
    [False, False, False]
    """
    beda = [(a, b) for a, b in zip(satu, dua, strict=False) if a != b]
    if len(satu) != len(dua) or len(beda) != 1:
        return False
    a, b = beda[0]
    beda_kata = beda_nama(a, b)
    sekata = (
        a.replace("j", "z") == b.replace("j", "z")
        or beda_kata is None
        or not beda_kata.nyata
        or a.startswith(b)
        or b.startswith(a)
    )
    return a.isalpha() and b.isalpha() and not sekata and _mirip(a, b, _SERUPA) >= _SERUPA


# Shares of common letters: from which two names are one, and by how much another's name must be nearer than one's own.
_SAMA, _LEBIH = 0.97, 0.01
_SERUPA = 0.6  # from which two words are alike


def inti(nama: str) -> str:
    """Reduce the name of a budget row to its letters and numbers."""
    return " ".join(re.findall(r"[a-z0-9]+", nama.casefold()))


@lru_cache(maxsize=65536)
def _mirip(satu: str, dua: str, cukup: float = _SAMA) -> float:
    """Tell how much of two names is common; 0 when a cheap upper bound says that it is less than `cukup`."""
    if not sepanjang(satu, dua, cukup):
        return 0.0
    banding = difflib.SequenceMatcher(None, satu, dua, autojunk=False)
    if banding.quick_ratio() < cukup:
        return 0.0
    return banding.ratio()

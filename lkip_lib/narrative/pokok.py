"""Choose the few things that a reader must know first: by rules over the figures, never by taste."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.quarter import kekurangan
from lkip_lib.narrative.words import terisi
from lkip_lib.rumus.perbandingan import AKHIR_RENSTRA, TAHUN_LALU

BANYAK = 3
# Absorption below this leaves money behind that a reader asks about.
_SERAPAN_RENDAH = 75.0


@dataclass(frozen=True, slots=True)
class Pokok:
    """Name one thing to know: the sentence of `templates/pokok.html.j2` that says it, and the row it is about."""

    jenis: str
    baris: dict[str, Any]
    rentang: str = ""  # what a figure that grew worse did to the range that it is held against


def pokok(isi: Isi) -> list[Pokok]:
    """Return the things to know, most important first, at most three."""
    return list(_urut(isi))[:BANYAK]


def _urut(isi: Isi) -> Iterator[Pokok]:
    if meleset := [b for b in isi.baris("indikator") if b["tercapai"] == "tidak"]:
        yield Pokok("meleset", min(meleset, key=kekurangan))
    yield from _menurut_dokumen(isi)
    lebih_buruk = [b for b in isi.baris("perbandingan") if b["makna"] == "lebih buruk"]
    if lebih_buruk:
        yield Pokok("pembanding", max(lebih_buruk, key=_jauh))
    yield from _anggaran(isi)
    memburuk = [b for b in isi.baris("perbandingan") if (b["makna"], b["jenis"]) == ("memburuk", TAHUN_LALU)]
    if memburuk:
        b = max(memburuk, key=_jauh)
        yield Pokok("memburuk", b, _terhadap_rentang(isi, b))
    if belum := [b for b in isi.baris("indikator") if not b["tercapai"]]:
        yield Pokok("belum_terukur", {"banyak": len(belum), "indikator": belum})
    tercapai = [b for b in isi.baris("perbandingan") if (b["makna"], b["jenis"]) == ("sudah tercapai", AKHIR_RENSTRA)]
    if tercapai:
        yield Pokok("renstra_tercapai", tercapai[0])


def _jauh(b: dict[str, Any]) -> float:
    """Tell how far apart two figures are; rungs of a ladder have no percentage."""
    persen = b["perubahan_persen"]
    return abs(persen) if persen == persen else 0.0


def _terhadap_rentang(isi: Isi, b: dict[str, Any]) -> str:
    """Say whether last year's figure still stood in this year's range; "" where the target is none."""
    target = isi.target_tahun(isi.params.dokumen_target).get(b["kode"], {})
    bawah, atas = target.get("target_bawah"), target.get("target_atas")
    if not (terisi(bawah) and terisi(atas)):
        return ""
    return "keluar dari rentang" if bawah <= b["pembanding"] <= atas else "menjauh dari rentang"


def _menurut_dokumen(isi: Isi) -> Iterator[Pokok]:
    """The result under another plan's targets, where it falls into another class; the agreement's is said above."""
    dipakai = isi.ringkas
    lain = [
        b
        for b in isi.baris("ringkasan")
        if b["dipakai"] != "ya"
        and b["dokumen"] != PK
        and b["n_terhitung"] == b["n_indikator"]
        and b["predikat"] != dipakai["predikat"]
    ]
    if lain and dipakai["predikat"]:
        yield Pokok("dokumen_lain", max(lain, key=lambda b: abs(b["rata_rata_persen"] - dipakai["rata_rata_persen"])))


def _anggaran(isi: Isi) -> Iterator[Pokok]:
    program = [b for b in isi.baris("anggaran") if b["tingkat"] == "program" and b["serapan_persen"] < _SERAPAN_RENDAH]
    if program:
        yield Pokok("serapan_rendah", max(program, key=lambda b: b["sisa_rp"]))

"""The first screen in words: what missed its target and why, what was left unspent and where, what to mend first."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.checks.terminal import TERBUKA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.simpulan import simpulan
from lkip_lib.narrative.quarter import tertinggal
from lkip_lib.narrative.words import awali, daftar, terisi

_PERTAMA = 3  # jobs that the first screen names
_BERARTI = 0.2  # the share of what was left unspent from which a program is named
_TERSINGKAT = 150  # letters of a note; what is longer ends with a sentence


def sebab_meleset(isi: Isi) -> list[Markup]:
    """Say of every indicator that surely fell short why, as the agency's own report says, or that it does not."""
    milik = tertinggal(isi) if isi.triwulan else [b for s in simpulan(isi) for b in s.meleset]
    meleset = dict.fromkeys(b["kode"] for b in milik)
    hasil, belum = [], []
    for kode in meleset:
        kata = isi.analisis.indikator.get(kode)
        sebab, hambatan = (kata.sebab_dari("target"), kata.hambatan) if kata else ((), ())
        if sebab or hambatan:
            isinya = awali(sebab[0]) if sebab else f"hambatannya, {awali(hambatan[0])}"
            hasil.append(Markup("{}: {}.").format(isi.sebutan[kode], isinya))
        else:
            belum.append(isi.sebutan[kode])
    if belum:
        hasil.append(Markup("Belum dijelaskan: {}.").format(daftar(belum)))
    return hasil


def tak_terserap(isi: Isi) -> Markup:
    """Say how much of the budget was left unspent, and in which programs most of it; empty where nothing is known."""
    akar = isi.akar
    if akar is None or not terisi(akar["sisa_rp"]) or akar["sisa_rp"] <= 0:
        return Markup("")
    program = [b for b in isi.baris("anggaran") if b["tingkat"] == "program" and terisi(b["sisa_rp"])]
    besar = [b for b in program if b["sisa_rp"] >= _BERARTI * akar["sisa_rp"]]
    bagian = [
        Markup("{} pada {}").format(_singkat(isi, b), b["nama"])
        for b in sorted(besar, key=lambda b: b["sisa_rp"], reverse=True)[:2]
    ]
    di = Markup(", di antaranya {}").format(daftar(bagian)) if bagian else ""
    return Markup("{} tidak terserap{}.").format(_singkat(isi, akar), di)


def _singkat(isi: Isi, b: Catatan) -> Markup:
    """Write what a row of the budget left, short, as the figure that opens its origin."""
    angka = isi.anggaran(b["kode"], "sisa_rp")
    return Markup(str(Markup(angka)).replace(str(angka), numerals.singkat_rupiah(b["sisa_rp"])))


def sama_semua(isi: Isi) -> Markup:
    """Say in one line that every document gives the same targets; empty where one differs or there is but one."""
    dokumen = [isi.dokumen[b["dokumen"]] for b in isi.baris("ringkasan")]
    if len(dokumen) < 2 or len(kelompok_dokumen(isi)) > 1:
        return Markup("")
    return Markup("Target sama dalam {}.").format(daftar(dokumen))


def kelompok_dokumen(isi: Isi) -> list[list[str]]:
    """Group the documents by what they make of the year, in the order of the verdicts."""
    per: dict[str, list[tuple[object, ...]]] = {}
    for b in isi.baris("antara/per_dokumen"):
        nilai = (b[k] if b[k] == b[k] else None for k in ("target", "target_bawah", "target_atas", "capaian_persen"))
        per.setdefault(b["dokumen"], []).append((b["kode"], *nilai))
    kelompok: list[list[str]] = []
    urut = [s.dokumen for s in simpulan(isi)]
    for dokumen in sorted(per, key=lambda d: urut.index(d) if d in urut else len(urut)):
        serupa = next((k for k in kelompok if per[k[0]] == per[dokumen]), None)
        if serupa is None:
            kelompok.append([dokumen])
        else:
            serupa.append(dokumen)
    return kelompok


@dataclass(frozen=True, slots=True)
class Pertama:
    """Hold a job that comes first: where it stands, what is the matter, what it would change."""

    id: str
    tempat: str
    apa: str
    dampak: str


def perbaiki_dulu(isi: Isi) -> list[Pertama]:
    """Return the open jobs that come first: the gravest, by what they would change."""
    semua = [b for b in isi.baris("pemeriksaan") if not b["akar"] and b["status"] == TERBUKA]
    berat = [b for b in semua if b["tingkat"] == TINGKAT[0] and b["dampak"]]
    return [Pertama(b["id"], b["tempat"], singkat(b["penjelasan"]), b["dampak"]) for b in berat[:_PERTAMA]]


def singkat(teks: str) -> str:
    """Return the first sentence of a note, whole words of it where even that is long.

    >>> singkat("Tercetak 90%, hitung ulang 95,50%. Periksa arahnya.")
    'Tercetak 90%, hitung ulang 95,50%.'
    """
    awal = teks.partition("; ")[0].partition(". ")[0].rstrip(".")
    if len(awal) <= _TERSINGKAT:
        return f"{awal}."
    return f"{awal[:_TERSINGKAT].rpartition(' ')[0]} …"

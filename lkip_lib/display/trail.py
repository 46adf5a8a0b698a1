"""The trail of a figure: formula in words and with its numbers, inputs with printed text and place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from lkip_lib import ledger as buku
from lkip_lib import numerals
from lkip_lib.display.figure import bertercetak, id_jejak, sebut_tercetak, tulis
from lkip_lib.display.sebutan import Sebutan, sebut
from lkip_lib.display.templating import lingkungan
from lkip_lib.errors import sebut_tempat
from lkip_lib.ledger import Ledger
from lkip_lib.numerals import units
from lkip_lib.rumus.tulis import dengan_angka as isi_rumus
from lkip_lib.rumus.tulis import syarat
from lkip_lib.rumus.ungkapan import baca, kode_dalam

_TANPA_NAMA = Sebutan()
# A mean of a thousand answers rests on as many figures: the sources page lists them all.
_TAMPIL = 40
_ASAL = {
    buku.MASUKAN: "dinyatakan dokumen",
    buku.TERCETAK: "tercetak di laporan",
    buku.KOREKSI: "dikoreksi",
    buku.HITUNG: "dihitung",
}


def jangkar(berkas: str, baris: Any, kolom: str = "") -> str:
    """Return the anchor of an input row on the sources page; `kolom` is an address when the file is a workbook.

    >>> jangkar("tercetak/hitungan.csv", 4), jangkar("lkip.xlsx", 17, "anggaran!F17")
    ('tercetak-hitungan-4', 'lembar-anggaran-17')
    """
    tempat = f"lembar-{kolom.rpartition('!')[0].strip(chr(39))}" if "!" in kolom else berkas.removesuffix(".csv")
    return re.sub(r"\W+", "-", f"{tempat}-{baris}")


def jangkar_sel(berkas: str, baris: Any, kolom: str) -> str:
    """Return the anchor of a cell on the sources page; without a column that of its row.

    >>> jangkar_sel("anggaran.csv", 2, "pagu"), jangkar_sel("lkip.xlsx", 17, "anggaran!F17")
    ('anggaran-2-pagu', 'lembar-anggaran-17-F')
    """
    sel = kolom.rpartition("!")[2].rstrip("0123456789") if "!" in kolom else re.sub(r"\W+", "-", kolom)
    return f"{jangkar(berkas, baris, kolom)}{'-' if sel else ''}{sel}"


@dataclass(frozen=True, slots=True)
class Langkah:
    """Hold one step of a trail, in words."""

    dalam: int
    apa: str
    teks: str
    asal: str
    rumus: str = ""
    sumber_rumus: str = ""
    dengan_angka: str = ""
    tercetak: str = ""
    tempat: str = ""
    tautan: str = ""
    alasan: str = ""

    @property
    def kata(self) -> str:
        """Say where the value is from, and what is printed there."""
        if self.asal == _ASAL[buku.KOREKSI]:
            return sebut_tercetak(self.tercetak, koreksi=True)
        return ", ".join(filter(None, (self.asal, sebut_tercetak(self.tercetak))))


@dataclass(frozen=True)
class Jejak:
    """Hold the trail of one figure, and the notes (id, text) that touch it; shows itself as an indented list."""

    id: str
    langkah: tuple[Langkah, ...]
    catatan: tuple[tuple[str, str], ...] = ()

    @property
    def html_id(self) -> str:
        return id_jejak(self.id)

    @cached_property
    def _html(self) -> str:
        return lingkungan().get_template("jejak.html.j2").render(j=self)

    def _repr_html_(self) -> str:
        return self._html

    def __repr__(self) -> str:
        return "\n".join(f"{'  ' * s.dalam}{s.apa}: {s.teks} ({s.tempat or s.rumus or s.asal})" for s in self.langkah)


def jejak(
    ledger: Ledger,
    id: str,
    alasan: Mapping[str, str],
    catatan: tuple[tuple[str, str], ...] = (),
    rumus: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    sebutan: Sebutan = _TANPA_NAMA,
) -> Jejak:
    """Build the trail of a figure; `alasan` gives the reason of each correction by its id, `rumus` the formulas."""
    langkah = (_langkah(ledger, s.dalam, s.baris, alasan, rumus, sebutan) for s in ledger.jejak(id, _TAMPIL))
    return Jejak(id, tuple(langkah), catatan)


def _langkah(
    ledger: Ledger,
    dalam: int,
    b: Mapping[str, Any],
    alasan: Mapping[str, str],
    rumus: Mapping[str, Mapping[str, Any]],
    sebutan: Sebutan,
) -> Langkah:
    dihitung = b["rumus"] not in ("", "koreksi", "dinyatakan")
    r = penjelas(b, rumus) if dihitung else None
    tercetak = bertercetak(ledger, b)
    return Langkah(
        dalam,
        sebutan.angka(b),
        tulis(tercetak, desimal_asal(tercetak)),
        _ASAL[str(b["asal"])] if b["rumus"] != "dinyatakan" else "dipakai seperti dinyatakan",
        str(r["kalimat"]) if r else "",
        str(r["sumber"]) if r else "",
        dengan_angka(ledger, b, rumus) if r else "",
        str(b["tercetak"]),
        sebut_tempat(b["berkas"], b["baris"], b["kolom"]) if b["berkas"] else "",
        f"sumber.html#{jangkar(b['berkas'], b['baris'], b['kolom'])}" if b["berkas"] else "",
        alasan.get(str(b["id"]), ""),
    )


def penjelas(b: Mapping[str, Any], rumus: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return what explains a figure: the formula that its row goes by, else its whole expression."""
    nama, kunci = str(b["rumus"]), str(b["ungkapan"])
    return rumus.get(kode_dalam(nama, kunci)) or rumus.get(nama) or rumus.get(kunci)


_SEMUA = (-1e15, 1e15)  # what is shown was read already


def desimal_asal(b: Mapping[str, Any]) -> int:
    """Show what was given as it was printed: a document's fourth decimal counts, a quotient's is of no use."""
    if b["nilai"] != b["nilai"]:
        return 2
    bacaan = numerals.read(str(b["tercetak"]), satuan=str(b["satuan"]), rentang=_SEMUA)
    if bacaan.value == b["nilai"]:
        return max(0, bacaan.decimals)
    desimal = numerals.desimal(b["nilai"])
    if not desimal and units.family(str(b["satuan"])) == "cacah":
        return 0
    return 2 if b["asal"] == buku.HITUNG and b["rumus"] != "dinyatakan" else max(2, desimal)


def dengan_angka(ledger: Ledger, b: Mapping[str, Any], rumus: Mapping[str, Mapping[str, Any]]) -> str:
    """Write the formula of a figure with the numbers that it was computed from; empty where one of them is none."""
    asal = [(peran, i) for peran, i in buku.induk(b["dari"]) if peran not in ("sama", "berselisih")]
    if len(asal) > _TAMPIL:
        return f"dari {numerals.write(len(asal), 0)} angka; {_TAMPIL} yang pertama tercantum di sini"
    if b["nilai"] != b["nilai"] or b["ungkapan"] not in rumus:
        return ""
    isi: dict[str, list[float | str]] = {}
    for peran, i in asal:
        nilai, label = float(ledger[i]["nilai"]), str(ledger[i]["label"])
        isi.setdefault(peran, []).append(label if nilai != nilai and label else nilai)
    pohon = baca(str(rumus[b["ungkapan"]]["ungkapan"]))
    hasil = numerals.bertanda(numerals.write(b["nilai"], 6, trim=True))
    if hitungan := isi_rumus(pohon, isi):
        return f"{hitungan} = {hasil}"
    return f"{sebab}, jadi {hasil}" if (sebab := syarat(pohon, isi, sebut)) else ""

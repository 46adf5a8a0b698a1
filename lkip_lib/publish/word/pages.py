"""Where a Word document turns its pages, by estimate: what its contents show until a word processor counts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Twips
from docx.text.paragraph import Paragraph

from lkip_lib.publish.columns import lebar_teks as lebar_em
from lkip_lib.publish.word.styles import SISI

_BARIS = 1.15  # the height of a line of single spacing, in the size of its letters
_SEMPIT = 0.93  # `lebar_em` tells widths on the wide side
_TEPI_SEL, _GARIS_SEL = 2.6, 0.75  # what a cell takes beside its text: millimetres across, points down
_MASUK_DAFTAR = 36.0  # how far a list stands in, in points, for each of its levels
_TERTINGGAL = 2  # lines of a paragraph that stay together


@dataclass(frozen=True, slots=True)
class Gaya:
    """Hold what a style says of the room that a paragraph takes, in points."""

    huruf: float
    jarak: float
    sebelum: float
    sesudah: float
    masuk: float
    lanjut: bool
    pisah: bool


@dataclass(slots=True)
class Balok:
    """Hold what stands on one page as a whole, or line by line: its measures in points, and what it is named by."""

    nama: list[str]
    tinggi: float
    sebelum: float = 0
    sesudah: float = 0
    baris: int = 1  # lines that may stand on the next page
    lanjut: bool = False  # stays with what follows
    pisah: bool = False  # begins a page
    kepala: float = 0  # the head of its table, repeated on a new page


@dataclass
class Halaman:
    """Lay out a document roughly; `nomor` tells the page on which each bookmark stands, counted from the main part."""

    dokumen: Any
    nomor: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        halaman = 0
        for ke, (sifat, isi) in enumerate(self._bagian()):
            halaman = 1 if ke <= 1 else halaman + 1
            ukuran = sifat.find(qn("w:pgSz"))
            lebar, tinggi = (Twips(int(ukuran.get(qn(f"w:{k}")))).pt - 2 * Mm(SISI).pt for k in "wh")
            halaman = self._susun(list(self._balok(isi, lebar)), tinggi, halaman)

    def _bagian(self) -> Iterator[tuple[Any, list[Any]]]:
        """Yield each section: its page, and what stands in it."""
        isi: list[Any] = []
        for e in self.dokumen.element.body:
            if e.tag == qn("w:sectPr"):
                yield e, isi
            else:
                isi.append(e)
                if (akhir := e.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")) is not None:
                    yield akhir, isi
                    isi = []

    def _susun(self, semua: list[Balok], tinggi: float, halaman: int) -> int:
        """Put blocks on pages of a height; return the last page."""
        y, dari = 0.0, 0
        while dari < len(semua):
            sampai = dari
            while semua[sampai].lanjut and sampai + 1 < len(semua):
                sampai += 1
            kelompok = semua[dari : sampai + 1]
            akhir = kelompok[-1]
            sedikit = akhir.tinggi * min(1, _TERTINGGAL / akhir.baris)
            perlu = sum(b.sebelum + b.tinggi + b.sesudah for b in kelompok[:-1]) + akhir.sebelum + sedikit
            if y and (kelompok[0].pisah or (y + perlu > tinggi and perlu <= tinggi)):
                halaman, y = halaman + 1, kelompok[0].kepala
            for b in kelompok:
                y += b.sebelum if y else 0
                satu = b.tinggi / b.baris
                if y + min(b.baris, _TERTINGGAL) * satu > tinggi and y:
                    halaman, y = halaman + 1, b.kepala
                self.nomor |= dict.fromkeys(b.nama, halaman)
                for _ in range(b.baris):
                    if y + satu > tinggi + 0.5 and y:
                        halaman, y = halaman + 1, b.kepala
                    y += satu
                y += b.sesudah
            dari = sampai + 1
        return halaman

    # ---- measures
    def _balok(self, isi: list[Any], lebar: float) -> Iterator[Balok]:
        """Yield the blocks of a section; a name that stands between them is that of the next."""
        nama: list[str] = []
        for e in isi:
            if e.tag == qn("w:bookmarkStart"):
                nama += _nama(e)
            for b in self._satu(e, lebar):
                b.nama, nama = [*nama, *b.nama], []
                yield b

    def _satu(self, e: Any, lebar: float) -> Iterator[Balok]:
        if e.tag == qn("w:p"):
            yield self._paragraf(e, lebar)
        elif e.tag == qn("w:tbl"):
            kepala = 0.0
            for tr in e.tr_lst:
                ada = tr.trPr is not None and tr.trPr.find(qn("w:tblHeader")) is not None
                sel = [self._sel(tc) for tc in tr.tc_lst]
                lanjut = ada or any(b.lanjut for s in sel for b in s)
                tinggi = max((sum(b.sebelum + b.tinggi + b.sesudah for b in s) for s in sel), default=0) + _GARIS_SEL
                yield Balok(_nama(tr), tinggi, lanjut=lanjut, kepala=0 if ada else kepala)
                kepala += tinggi if ada else 0

    def _sel(self, tc: Any) -> list[Balok]:
        lebar = Twips(int(tc.tcPr.find(qn("w:tcW")).get(qn("w:w")))).pt - Mm(_TEPI_SEL).pt
        return [self._paragraf(p, lebar) for p in tc.p_lst]

    def _paragraf(self, e: Any, lebar: float) -> Balok:
        p = Paragraph(e, self.dokumen)
        g = self._gaya[p.style.style_id if p.style is not None else ""]
        sifat, masuk = p.paragraph_format, g.masuk
        if e.pPr is not None and (urut := e.pPr.numPr) is not None:
            masuk += _MASUK_DAFTAR * (1 + (urut.ilvl.val if urut.ilvl is not None else 0))
        masuk += _titik(sifat.left_indent)
        gambar = [Emu(int(i.extent.cy)).pt for i in e.iter(qn("wp:inline"))]
        baris = sum(_baris(b, (lebar - masuk) / (g.huruf * _SEMPIT)) for b in p.text.split("\n"))
        tinggi = max(baris * g.huruf * _BARIS * g.jarak, *gambar, 0.0)
        return Balok(
            _nama(e),
            tinggi,
            _titik(sifat.space_before) if sifat.space_before is not None else g.sebelum,
            g.sesudah,
            1 if gambar else baris,
            g.lanjut if sifat.keep_with_next is None else bool(sifat.keep_with_next),
            g.pisah if sifat.page_break_before is None else bool(sifat.page_break_before),
        )

    @cached_property
    def _gaya(self) -> Mapping[str, Gaya]:
        hasil: dict[str, Gaya] = {}
        for g in self.dokumen.styles:
            b = getattr(g, "paragraph_format", None)
            if b is not None and g.font.size:
                hasil[g.style_id] = Gaya(
                    g.font.size.pt,
                    float(b.line_spacing or 1),
                    _titik(b.space_before),
                    _titik(b.space_after),
                    _titik(b.left_indent),
                    bool(b.keep_with_next),
                    bool(b.page_break_before),
                )
        return defaultdict(lambda: hasil["BodyText"], hasil)


def _titik(ukuran: Any) -> float:
    return float(ukuran.pt) if ukuran is not None else 0.0


def _nama(e: Any) -> list[str]:
    return [str(b.get(qn("w:name"))) for b in e.iter(qn("w:bookmarkStart"))]


def _baris(teks: str, lebar: float) -> int:
    """Count the lines that a text takes in a width, both in ems."""
    banyak, x = 1, 0.0
    for kata in teks.split():
        w = lebar_em(kata)
        if x and x + w > lebar:
            banyak, x = banyak + 1, 0.0
        x += w + 0.29
    return banyak

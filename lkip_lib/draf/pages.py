"""Read a draft that was pasted or saved as a web page, or as plain text whose tables are parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from lkip_lib.draf.document import Blok, Naskah, Paragraf, Tabel
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.sources import kisi_html
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.grid import Kisi

_BUKAN = ("script", "style", "head", "template", "noscript")
_BLOK = re.compile(r"^(?:p|h[1-6]|li|dt|dd|caption|figcaption|blockquote|pre|div|td)$")


def baca_halaman(nama: str, teks: str) -> Naskah:
    """Read a web page: its paragraphs and tables in order; what a browser would run or fetch is left out."""
    pohon = BeautifulSoup(teks, "lxml")
    for unsur in pohon(_BUKAN):
        unsur.decompose()
    blok: list[Blok] = []
    for isi in _urut(pohon.body or pohon):
        if isinstance(isi, Tag):
            _tabel(isi, blok, nama)
        elif isi[0].strip():
            blok.append(_paragraf(blok, isi[0], judul=isi[1]))
    return Naskah(nama, "html", tuple(blok))


def _tabel(tabel: Tag, blok: list[Blok], nama: str) -> None:
    """Add a table, and after it those that stand in its cells."""
    dalam = [t for t in tabel.find_all("table") if t.find_parent("table") is tabel]
    for t in dalam:
        t.extract()
    n = 1 + sum(isinstance(b, Tabel) for b in blok)
    if caption := tabel.find("caption"):
        blok.append(_paragraf(blok, caption.get_text(" ")))
    if (kisi := kisi_html(tabel, f"Tabel {n}")) is None:
        raise MasukanSalah(Masalah("Tabel di berkas ini terlalu luas.", "Simpan laporannya saja.", nama))
    if kisi.baris:
        blok.append(Tabel(n, kisi))
    for t in dalam:
        _tabel(t, blok, nama)


def _paragraf(blok: list[Blok], teks: str, *, judul: bool = False) -> Paragraf:
    return Paragraf(1 + sum(isinstance(b, Paragraf) for b in blok), rapi(" ".join(teks.split())), judul=judul)


def _urut(wadah: Tag) -> Iterator[Tag | tuple[str, bool]]:
    """Yield the tables and the texts of a page in order, a text for each block of it."""
    potong: list[str] = []
    for anak in wadah.children:
        if isinstance(anak, NavigableString):
            potong.append(str(anak))
        elif isinstance(anak, Tag) and (anak.name == "table" or _BLOK.match(anak.name) or anak.find("table")):
            yield " ".join(potong), False
            potong = []
            if anak.name == "table":
                yield anak
            elif anak.find(_BLOK) or anak.find("table"):
                yield from _urut(anak)
            else:
                yield anak.get_text(" "), bool(re.match(r"h[1-6]$", anak.name))
        elif isinstance(anak, Tag) and anak.find(_BLOK):
            yield " ".join(potong), False
            potong = []
            yield from _urut(anak)
        elif isinstance(anak, Tag):
            potong.append("\n" if anak.name == "br" else anak.get_text(" "))
    yield " ".join(potong), False


def baca_teks(nama: str, teks: str) -> Naskah:
    """Read plain text: lines with tabs that follow each other are a table, any other line is a paragraph."""
    blok: list[Blok] = []
    baris: list[list[str]] = []
    n_tabel = n_paragraf = 0
    for garis in [*teks.split("\n"), ""]:
        if "\t" in garis:
            baris.append([rapi(s) for s in garis.split("\t")])
            continue
        if baris:
            n_tabel += 1
            blok.append(Tabel(n_tabel, _kisi(f"Tabel {n_tabel}", baris)))
            baris = []
        if rapi(garis):
            n_paragraf += 1
            blok.append(Paragraf(n_paragraf, rapi(garis)))
    return Naskah(nama, "teks", tuple(blok))


def _kisi(nama: str, baris: list[list[str]]) -> Kisi:
    lebar = max(map(len, baris))
    isi = tuple(tuple(b + [""] * (lebar - len(b))) for b in baris)
    return Kisi(nama, isi, tuple(tuple("teks" if t else "" for t in b) for b in isi))

"""Read a draft that was pasted or saved as a web page, or as plain text whose tables are parted by tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from lkip_lib.draf.files.document import Blok, Naskah, Paragraf, Tabel
from lkip_lib.draf.files.text_rows import rapikan
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.sources import kisi_html
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.grid import Kisi

_BUKAN = ("script", "style", "head", "template", "noscript")
_TERDALAM = 150  # elements within one another; no office writes half as many
_BLOK = re.compile(r"^(?:p|h[1-6]|li|dt|dd|caption|figcaption|blockquote|pre|div|td)$")


def baca_halaman(nama: str, teks: str) -> Naskah:
    """Read a web page: its paragraphs and tables in order; what a browser would run or fetch is left out."""
    pohon = BeautifulSoup(teks, "lxml")
    if _kedalaman(pohon) > _TERDALAM:
        raise MasukanSalah(Masalah("Halaman ini bersarang terlalu dalam.", "Simpan laporannya sebagai Word.", nama))
    for unsur in pohon(_BUKAN):
        unsur.decompose()
    blok: list[Blok] = []
    for isi in _urut(pohon.body or pohon):
        if isinstance(isi, Tag):
            _tabel(isi, blok, nama)
        elif isi[0].strip():
            blok.append(_paragraf(isi[0], judul=isi[1]))
    return Naskah(nama, "html", tuple(_bernomor(blok)))


def _kedalaman(pohon: Tag) -> int:
    """Return how deep elements stand within one another."""
    dalam, sisa = 0, [(pohon, 0)]
    while sisa:
        unsur, n = sisa.pop()
        dalam = max(dalam, n)
        sisa += [(anak, n + 1) for anak in unsur.contents if isinstance(anak, Tag)]
    return dalam


def _tabel(tabel: Tag, blok: list[Blok], nama: str) -> None:
    """Add a table, and after it those that stand in its cells."""
    dalam = [t for t in tabel.find_all("table") if t.find_parent("table") is tabel]
    for t in dalam:
        t.extract()
    if caption := tabel.find("caption"):
        blok.append(_paragraf(caption.get_text(" ")))
    if (kisi := kisi_html(tabel, "")) is None:
        raise MasukanSalah(Masalah("Tabel di berkas ini terlalu luas.", "Simpan laporannya saja.", nama))
    if kisi.baris:
        blok.append(Tabel(0, kisi))
    for t in dalam:
        _tabel(t, blok, nama)


def _paragraf(teks: str, *, judul: bool = False) -> Paragraf:
    return Paragraf(0, rapi(" ".join(teks.split())), judul=judul)


def _bernomor(blok: list[Blok]) -> Iterator[Blok]:
    """Yield the blocks with their numbers: paragraphs and tables each by themselves."""
    paragraf = tabel = 0
    for b in blok:
        if isinstance(b, Tabel):
            tabel += 1
            yield replace(b, nomor=tabel, kisi=replace(b.kisi, nama=f"Tabel {tabel}"))
        else:
            paragraf += 1
            yield replace(b, nomor=paragraf)


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
    atas: list[list[str]] = []
    ada = Counter(re.sub(r"\D", "", t) for t in re.findall(r"\d[\d.,]*", teks))
    for garis in [*teks.split("\n"), ""]:
        if "\t" in garis:
            baris.append([rapi(s) for s in garis.split("\t")])
            continue
        if baris:
            bersih = rapikan(_selebar(baris), atas, ada)
            blok.append(Tabel(0, _kisi(bersih.baris), kembar=frozenset(bersih.kembar), tebakan=bersih.tebakan))
            baris, atas = [], baris
        if rapi(garis):
            blok.append(_paragraf(garis))
    return Naskah(nama, "teks", tuple(_bernomor(blok)))


def _selebar(baris: list[list[str]]) -> list[list[str]]:
    lebar = max(map(len, baris))
    return [b + [""] * (lebar - len(b)) for b in baris]


def _kisi(baris: list[list[str]]) -> Kisi:
    isi = tuple(map(tuple, baris))
    return Kisi("", isi, tuple(tuple("teks" if t else "" for t in b) for b in isi))

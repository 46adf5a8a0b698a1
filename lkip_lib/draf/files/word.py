"""Read a Word file as its reader would see it once every change is accepted: paragraphs, tables, boxes, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from lkip_lib.draf.files.document import Blok, Naskah, Paragraf, Tabel
from lkip_lib.draf.files.package import Paket
from lkip_lib.draf.files.word_looks import W, bentuk_nomor, bilangan, inden, menyala, nomor_otomatis, tebal
from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.sheet_marks import TERLUAS, Letak

UTAMA = "word/document.xml"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TERHAPUS = {f"{W}{n}" for n in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "tcPr", "trPr")}
_BUNGKUS = {f"{W}{n}" for n in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_TERLEBAR = 200  # columns of a table; Word allows 63
_GAMBAR = {"pic", "imagedata", "OLEObject"}
_JUDUL = re.compile(r"(?:heading|judul|title)", re.I)


@dataclass(slots=True)
class Unsur:
    """Join each block with the element that it was read from, and each cell with its own."""

    blok: Blok
    unsur: Any
    sel: dict[Letak, Any] = field(default_factory=dict)


def baca_word(path: Path) -> Naskah:
    """Read a Word file. Raises MasukanSalah for one that is none, damaged, or too large."""
    paket = Paket(path)
    try:
        pembaca = Pembaca(paket)
        blok = tuple(u.blok for u in pembaca.semua())
        gambar = [b.nomor for b in blok if isinstance(b, Paragraf) and b.gambar and b.bagian == "isi"]
        kabar = [*pembaca.kabar()]
        if gambar:
            kabar.append(
                f"{len(gambar)} gambar tidak dibaca (paragraf {sebut_baris(gambar, 6)}); tabel yang ditempel sebagai "
                "gambar perlu diperiksa sendiri."
            )
        return Naskah(path.name, "docx", blok, tuple(kabar))
    finally:
        paket.tutup()


class Pembaca:
    """Walk the parts of one Word file; tables are numbered as they begin, paragraphs of the body before all others."""

    def __init__(self, paket: Paket) -> None:
        self.paket = paket
        self.nama = paket.path.name
        akar = paket.xml(UTAMA)
        self.badan: Any = None if akar is None else akar.find(f"{W}body")
        if self.badan is None:
            raise MasukanSalah(Masalah("Ini bukan berkas Word (.docx).", "Simpan sebagai Word (.docx).", self.nama))
        self.judul = self._gaya_judul()
        self.bentuk = bentuk_nomor(paket.xml("word/numbering.xml"))
        self.tabel = self.luas = self.terhapus = self.tersembunyi = 0
        self.kotak: list[Any] = []
        self.lepas: list[tuple[str, str]] = []

    def semua(self) -> Iterator[Unsur]:
        """Yield every block; paragraphs of boxes, footnotes, heads and feet have the numbers after the body's."""
        nomor = 0
        for u in self._isi(self.badan, None):
            if isinstance(u.blok, Paragraf) and u.blok.bagian == "isi":
                nomor += 1
                u.blok = Paragraf(nomor, u.blok.teks, "isi", u.blok.judul, u.blok.gambar)
            elif isinstance(u.blok, Paragraf):
                self.lepas.append((u.blok.teks, u.blok.bagian))
                continue
            yield u
        for bagian in sorted(self.paket.nama):
            if re.fullmatch(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml", bagian):
                jenis = "kaki" if "notes" in bagian else "tepi"
                akar = self.paket.xml(bagian)
                for anak in akar.iter(f"{W}p") if akar is not None else ():
                    self.lepas.append((self._teks(anak), jenis))
        for teks, jenis in self.lepas:
            if teks:
                nomor += 1
                yield Unsur(Paragraf(nomor, teks, jenis), None)

    def kabar(self) -> Iterator[str]:
        """Tell what of the file was not read as it stands."""
        if self.terhapus:
            yield f"Perubahan terlacak dibaca sebagai sudah diterima; {self.terhapus} bagian yang dihapus tidak dibaca."
        if self.tersembunyi:
            yield f"{self.tersembunyi} potong teks tersembunyi tidak dibaca."
        if any(n.endswith("vbaProject.bin") for n in self.paket.nama):
            yield "Makro di berkas ini tidak dibaca dan tidak dijalankan."

    def _gaya_judul(self) -> set[str]:
        gaya = self.paket.xml("word/styles.xml")
        if gaya is None:
            return set()
        return {
            str(s.get(f"{W}styleId"))
            for s in gaya.findall(f"{W}style")
            if (n := s.find(f"{W}name")) is not None and _JUDUL.match(n.get(f"{W}val", ""))
        }

    def _isi(self, wadah: Any, induk: tuple[int, int, int] | None) -> Iterator[Unsur]:
        """Yield the blocks of a body or a text box in order."""
        for anak in wadah:
            if anak.tag == f"{W}p":
                gaya = anak.find(f"{W}pPr/{W}pStyle")
                judul = gaya is not None and gaya.get(f"{W}val") in self.judul
                kotak, self.kotak = self.kotak, []
                teks, gambar = self._teks(anak), self._bergambar(anak)
                milik, self.kotak = self.kotak, kotak
                yield Unsur(Paragraf(0, teks, "kotak" if induk else "isi", judul, gambar), anak)
                for k in milik:
                    yield from self._isi(k, induk or (0, 0, 0))
            elif anak.tag == f"{W}tbl":
                yield from self._tabel(anak, induk)
            elif anak.tag in _BUNGKUS:
                yield from self._isi(anak, induk)
            elif anak.tag == f"{_MC}AlternateContent" and (pilih := _pilihan(anak)) is not None:
                yield from self._isi(pilih, induk)

    def _tabel(self, tbl: Any, induk: tuple[int, int, int] | None) -> Iterator[Unsur]:
        self.tabel += 1
        ini, dalam = self.tabel, []
        teks: list[list[str]] = []
        sel: dict[Letak, Any] = {}
        jarak: dict[Letak, int] = {}
        berat: set[Letak] = set()
        otomatis: dict[Letak, str] = {}
        gabungan: list[tuple[Letak, Letak]] = []
        buka: dict[int, Letak] = {}  # column: the cell that is merged downwards
        ulang = 0
        for tr in _anak(tbl, "tr"):
            if tr.find(f"{W}trPr/{W}del") is not None:
                self.terhapus += 1
                continue
            b, k = len(teks), bilangan(tr.find(f"{W}trPr/{W}gridBefore"), 0)
            teks.append([])
            if ulang == b and tr.find(f"{W}trPr/{W}tblHeader") is not None:
                ulang = b + 1
            for tc in _anak(tr, "tc"):
                sifat = tc.find(f"{W}tcPr")
                lebar = max(1, min(bilangan(sifat.find(f"{W}gridSpan") if sifat is not None else None, 1), _TERLEBAR))
                turun = sifat.find(f"{W}vMerge") if sifat is not None else None
                if sifat is not None and sifat.find(f"{W}cellDel") is not None:
                    continue
                if k + lebar > _TERLEBAR:
                    break
                isi, tabel_dalam = self._sel(tc)
                teks[b] += [""] * (k + lebar - len(teks[b]))
                sel[b, k] = tc
                lanjut = turun is not None and turun.get(f"{W}val") != "restart" and k in buka
                if lanjut and not isi:
                    awal = buka[k]
                    gabungan[:] = [g for g in gabungan if g[0] != awal]
                    gabungan.append((awal, (b, k + lebar - 1)))
                else:
                    teks[b][k] = isi
                    if lebar > 1:
                        gabungan.append(((b, k), (b, k + lebar - 1)))
                    jarak[b, k] = inden(tc)
                    if nomor := nomor_otomatis(tc, self.bentuk):
                        otomatis[b, k] = nomor
                    if isi and tebal(tc):
                        berat.add((b, k))
                    if turun is not None:
                        buka[k] = (b, k)
                if turun is None:
                    buka.pop(k, None)
                dalam += [(t, (ini, b + 1, k + 1)) for t in tabel_dalam]
                k += lebar
            self.luas += len(teks[b])
            if self.luas > TERLUAS:
                raise MasukanSalah(Masalah("Tabel di berkas ini terlalu luas.", "Hapus baris kosongnya.", self.nama))
        lebar_tabel = max(map(len, teks), default=0)
        baris = tuple(tuple(t + [""] * (lebar_tabel - len(t))) for t in teks)
        jenis = tuple(tuple("teks" if t else "" for t in b) for b in baris)
        kisi = Kisi(f"Tabel {ini}", baris, jenis, tuple(gabungan))
        tabel = Tabel(ini, kisi, jarak, frozenset(berat), otomatis, ulang, induk if induk and induk[0] else None)
        yield Unsur(tabel, tbl, sel)
        for t, di in dalam:
            yield from self._tabel(t, di)

    def _sel(self, tc: Any) -> tuple[str, list[Any]]:
        """Return the text of a cell, a line for each paragraph, and the tables in it."""
        baris: list[str] = []
        tabel: list[Any] = []
        kotak, self.kotak = self.kotak, []

        def masuk(wadah: Any) -> None:
            for anak in wadah:
                if anak.tag == f"{W}p":
                    baris.append(self._teks(anak))
                elif anak.tag == f"{W}tbl":
                    tabel.append(anak)
                elif anak.tag in _BUNGKUS:
                    masuk(anak)

        masuk(tc)
        milik, self.kotak = self.kotak, kotak
        for k in milik:
            masuk(k)
        return "\n".join(filter(None, baris)), tabel

    def _teks(self, p: Any) -> str:
        potong: list[str] = []
        self._kumpul(p, potong)
        return rapi("".join(potong))

    def _kumpul(self, unsur: Any, potong: list[str]) -> None:
        for anak in unsur:
            tag = anak.tag
            if not isinstance(tag, str) or tag in _TERHAPUS:
                self.terhapus += tag in (f"{W}del", f"{W}moveFrom")
            elif tag in (f"{W}t", f"{_M}t"):
                potong.append(anak.text or "")
            elif tag == f"{W}tab":
                potong.append("\t")
            elif tag in (f"{W}br", f"{W}cr"):
                potong.append("\n")
            elif tag == f"{W}noBreakHyphen":
                potong.append("-")
            elif tag == f"{W}txbxContent":
                self.kotak.append(anak)
            elif tag == f"{_MC}AlternateContent":
                if (pilih := _pilihan(anak)) is not None:
                    self._kumpul(pilih, potong)
            elif tag == f"{W}r" and (v := anak.find(f"{W}rPr/{W}vanish")) is not None and menyala(v):
                self.tersembunyi += any((t.text or "").strip() for t in anak.iter(f"{W}t"))
            else:
                self._kumpul(anak, potong)

    def _bergambar(self, p: Any) -> bool:
        return any(etree.QName(u).localname in _GAMBAR for u in p.iter() if isinstance(u.tag, str))


def _pilihan(alternatif: Any) -> Any:
    """Return the one of several forms of the same content that Word shows."""
    pilih = alternatif.find(f"{_MC}Choice")
    return pilih if pilih is not None else alternatif.find(f"{_MC}Fallback")


def _anak(wadah: Any, nama: str) -> Iterator[Any]:
    for anak in wadah:
        if anak.tag == W + nama:
            yield anak
        elif anak.tag in _BUNGKUS:
            yield from _anak(anak, nama)

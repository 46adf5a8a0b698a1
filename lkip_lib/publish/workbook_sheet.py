"""One sheet of the workbook, one table: declared columns, cells with their role, and how it prints."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

KEPALA = 3  # the row of the column heads, counted from 0; above it stand the title and a note
_TERPANJANG = 32_767  # what a cell of Excel can hold

# What a cell is: words, a figure that nothing here computes, an input to change, a formula, a head, nothing at all.
TEKS, TETAP, MASUKAN, HITUNG, JUDUL, HAMPA = "teks", "tetap", "masukan", "hitung", "judul", "hampa"
_WARNA: dict[str, dict[str, Any]] = {
    TEKS: {},
    TETAP: {},
    JUDUL: {"bold": True, "bg_color": "#D6E0EA"},
    MASUKAN: {"font_color": "#0B3D91", "bg_color": "#FFF8DC"},
    HITUNG: {"bg_color": "#EEF2F5"},
}
BENTUK = {"rupiah": "#,##0", "bulat": "0", "persen": '#,##0.00"%"', "tanggal": "yyyy-mm-dd", "teks": "@"}


@dataclass(frozen=True, slots=True)
class Kolom:
    """Declare a column: its key, its head, its unit, how its figures look, its width, and what it means."""

    kunci: str
    judul: str
    satuan: str = ""
    bentuk: str = "teks"
    lebar: float = 14
    arti: str = ""

    @property
    def kepala(self) -> str:
        return f"{self.judul} ({self.satuan})" if self.satuan else self.judul


@dataclass(frozen=True, slots=True)
class Sel:
    """Hold one cell: its value, its role, the formula that gives the value, and a look other than its column's."""

    nilai: Any = None
    peran: str = TEKS
    rumus: str = ""
    bentuk: str = ""
    larik: bool = False  # whether the formula is one of arrays


def masukan(nilai: Any, bentuk: str = "") -> Sel:
    """Make an input cell."""
    return Sel(nilai, MASUKAN, bentuk=bentuk)


def tetap(nilai: Any, bentuk: str = "") -> Sel:
    """Make a cell with a figure that nothing in the workbook changes."""
    return Sel(nilai, TETAP, bentuk=bentuk)


def hitung(rumus: str, nilai: Any, bentuk: str = "", larik: bool = False) -> Sel:
    """Make a computed cell: its formula and the value that the pipeline computed."""
    return Sel(nilai, HITUNG, rumus if rumus.startswith("=") else f"={rumus}", bentuk, larik)


def desimal(banyak: int) -> str:
    """Return the number format with so many decimals.

    >>> desimal(2)
    '#,##0.00'
    """
    return "#,##0" + ("." + "0" * banyak if banyak else "")


def huruf(nomor: int) -> str:
    """Name a column, counted from 0.

    >>> huruf(0), huruf(27)
    ('A', 'AB')
    """
    sisa = chr(ord("A") + nomor % 26)
    return huruf(nomor // 26 - 1) + sisa if nomor >= 26 else sisa


def kata(kode: str) -> str:
    """Write a code of the pipeline as words.

    >>> kata("akhir_renstra")
    'akhir renstra'
    """
    return kode.replace("_", " ")


def kosong(nilai: Any) -> bool:
    """Tell whether there is nothing to show: None, NaN, pandas NA, no text."""
    return nilai == "" if isinstance(nilai, str) else bool(pd.isna(nilai))


@dataclass(frozen=True)
class Lembar:
    """Hold a sheet ready to be written: its columns, its rows (gone through once) and the row of the whole below."""

    nama: str
    judul: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Sel]] = ()
    jumlah: Sequence[Sel] = ()
    catatan: str = ""
    beku: int = 1
    saring: bool = True


class Letak:
    """Know where the cells of a sheet are: `l["target", 0]` within it, `l.luar("target", 0)` from another."""

    def __init__(self, nama: str, kolom: Iterable[Kolom], banyak: int) -> None:
        self.nama = nama
        self._huruf = {k.kunci: huruf(i) for i, k in enumerate(kolom)}
        self.banyak = banyak

    def __contains__(self, kunci: str) -> bool:
        return kunci in self._huruf

    def __getitem__(self, tempat: tuple[str, int]) -> str:
        kunci, baris = tempat
        return f"{self._huruf[kunci]}{KEPALA + 2 + baris}"

    def rentang(self, kunci: str, baris: Sequence[int], luar: bool) -> str:
        """Return the cells of some rows of a column as areas, neighbours in one: `F5:F7,F9`."""
        hasil: list[list[int]] = []
        for b in baris:
            if hasil and b == hasil[-1][-1] + 1:
                hasil[-1].append(b)
            else:
                hasil.append([b])
        ujung = [[b[0], b[-1]] if len(b) > 1 else [b[0]] for b in hasil]
        if not luar:
            return ",".join(":".join(self[kunci, b] for b in u) for u in ujung)
        return ",".join(":".join([self.luar(kunci, u[0]), *(self.luar(kunci, b).split("!")[1] for b in u[1:])])
                        for u in ujung)  # fmt: skip

    def luar(self, kunci: str, baris: int) -> str:
        """Return an absolute address for another sheet."""
        return f"{self.nama}!${self._huruf[kunci]}${KEPALA + 2 + baris}"

    def semua(self, kunci: str) -> str:
        """Return the whole column of the table, absolute; a table without rows has one empty row."""
        h = self._huruf[kunci]
        return f"{self.nama}!${h}${KEPALA + 2}:${h}${KEPALA + 1 + max(self.banyak, 1)}"


class Buku:
    """Write sheets into an XlsxWriter workbook, each look made once."""

    def __init__(self, buku: Any, kepala_halaman: str) -> None:
        self._buku = buku
        self._gaya: dict[tuple[str, str, bool], Any] = {}
        self._kepala_halaman = kepala_halaman.replace("&", "&&")[:200]

    def gaya(self, peran: str, bentuk: str, tebal: bool = False) -> Any:
        kunci = (peran, bentuk, tebal)
        if kunci not in self._gaya:
            rupa: dict[str, Any] = {"valign": "top", "border": 1, "border_color": "#C9CED3", "bold": tebal}
            rupa |= _WARNA[peran]
            rupa["num_format"] = BENTUK.get(bentuk, bentuk)
            if bentuk == "teks":
                rupa |= {"text_wrap": True, "align": "left", "indent": 1}
            if bentuk == "teks" and peran == HITUNG:
                rupa["num_format"] = "General"  # a formula edited in a cell of the text format turns into words
            self._gaya[kunci] = self._buku.add_format(rupa)
        return self._gaya[kunci]

    def tulis(self, lembar: Lembar) -> None:
        """Write one sheet."""
        w = self._buku.add_worksheet(lembar.nama)
        self._kepala(w, lembar)
        n = 0
        for n, baris in enumerate(lembar.baris, 1):
            self._baris(w, lembar, KEPALA + n, baris)
        if lembar.jumlah:
            self._baris(w, lembar, KEPALA + 1 + n, lembar.jumlah, tebal=True)
        if n and lembar.saring:
            w.autofilter(KEPALA, 0, KEPALA + n, len(lembar.kolom) - 1)
        self._cetak(w, lembar)

    def _kepala(self, w: Any, lembar: Lembar) -> None:
        w.write_string(0, 0, lembar.judul, self._buku.add_format({"bold": True, "font_size": 14}))
        w.write_string(1, 0, lembar.catatan, self._buku.add_format({"italic": True, "font_color": "#555555"}))
        rupa = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1}
        gaya = self._buku.add_format({**rupa, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        for i, k in enumerate(lembar.kolom):
            w.write_string(KEPALA, i, k.kepala, gaya)
            w.set_column(i, i, k.lebar)
        tinggi = max((math.ceil(len(k.kepala) / max(k.lebar - 2, 4)) for k in lembar.kolom), default=1)
        w.set_row(KEPALA, 16 * max(tinggi, 1) + 4)

    def _baris(self, w: Any, lembar: Lembar, r: int, baris: Sequence[Sel], tebal: bool = False) -> None:
        for i, (k, sel) in enumerate(zip(lembar.kolom, baris, strict=True)):
            self._sel(w, r, i, sel, sel.bentuk or k.bentuk, tebal)
        # Excel measures wrapped rows on opening, other programs do not.
        isi = [(str(s.nilai), k) for s, k in zip(baris, lembar.kolom, strict=True) if isinstance(s.nilai, str)]
        baris_teks = max((_banyak_baris(t, k.lebar) for t, k in isi), default=1)
        if baris_teks > 1:
            w.set_row(r, min(15 * baris_teks, 400))

    def _sel(self, w: Any, r: int, k: int, sel: Sel, bentuk: str, tebal: bool) -> None:
        if sel.peran == HAMPA:
            return
        gaya = self.gaya(sel.peran, bentuk, tebal)
        hampa = kosong(sel.nilai)
        if sel.larik:
            w.write_array_formula(r, k, r, k, f"{{{sel.rumus}}}", gaya, "" if hampa else _polos(sel.nilai))
        elif sel.rumus:
            w.write_formula(r, k, sel.rumus, gaya, "" if hampa else _polos(sel.nilai))
        elif hampa:
            w.write_blank(r, k, None, gaya)
        elif isinstance(sel.nilai, str):
            w.write_string(r, k, sel.nilai[:_TERPANJANG], gaya)  # never a formula, whatever it begins with
        else:
            w.write_number(r, k, _polos(sel.nilai), gaya)

    def _cetak(self, w: Any, lembar: Lembar) -> None:
        w.freeze_panes(KEPALA + 1, lembar.beku)
        w.set_paper(9)  # A4
        w.set_landscape()
        w.repeat_rows(KEPALA)
        w.fit_to_pages(1, 0)
        w.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.6)
        w.set_header(f"&L{self._kepala_halaman}&R&A")
        w.set_footer("&R&P dari &N")


def _banyak_baris(teks: str, lebar: float) -> int:
    """Estimate the lines a text takes in a column."""
    return sum(max(1, math.ceil(len(b) * 1.1 / lebar)) for b in teks.split("\n"))


def _polos(nilai: Any) -> Any:
    """Return a figure as Python's own type, whole ones as int, without the dust that would round it another way."""
    if isinstance(nilai, str):
        return nilai
    angka, bersih = float(nilai), round(float(nilai), 9)
    angka = bersih if math.isclose(angka, bersih, rel_tol=1e-13) else angka
    return int(angka) if angka.is_integer() and abs(angka) < 1e15 else angka

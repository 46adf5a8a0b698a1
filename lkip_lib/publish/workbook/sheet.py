"""One sheet of the workbook, one table: declared columns, cells with their role, and how it prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

KEPALA = 3  # the row of the column heads, counted from 0; above it stand the title and a note

# What a cell is: words, a figure that nothing here computes, an input to change, a formula, a head, nothing at all.
TEKS, TETAP, MASUKAN, HITUNG, JUDUL, HAMPA = "teks", "tetap", "masukan", "hitung", "judul", "hampa"
# The look of a figure in percent: Excel's own type, which holds a hundredth of it.
PERSEN = "persen"


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


@dataclass(frozen=True, slots=True)
class Saklar:
    """Declare a choice of the reader above the table of a sheet: the name formulas read it by, what it asks."""

    nama: str
    tanya: str
    pilihan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aturan:
    """Mark the cells of a column by a rule of Excel: a comparison and what is compared with."""

    kunci: str
    banding: str
    dengan: str


@dataclass(frozen=True, slots=True)
class Bagan:
    """Draw columns of figures over a column of names, of the rows of a sheet."""

    judul: str
    lembar: str
    nama: str
    angka: tuple[str, ...]
    sumbu: str


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
    saklar: Saklar | None = None
    aturan: tuple[Aturan, ...] = ()
    bagan: Bagan | None = None
    cetak: str = ""  # the last column that goes on paper


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

    def semua(self, kunci: str, banyak: int = 0) -> str:
        """Return the whole column of the table, absolute, or its first rows; one without rows has one empty row."""
        h = self._huruf[kunci]
        return f"{self.nama}!${h}${KEPALA + 2}:${h}${KEPALA + 1 + max(banyak or self.banyak, 1)}"

"""A draft as its parts: figures, cells, tables and sentences, and the places where they stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from benchmarks.pemeriksaan.model import bulat

Nilai = Fraction | tuple[Fraction, Fraction] | None


@dataclass(eq=False)
class Angka:
    """Hold one printed figure: what it is, its value and its text.

    `fakta` names what it states, equal wherever the same is stated again: (role, code, year).
    `rusak` says that the text is no number any more; `bebas` that its sentence does not tell whose figure it is.
    """

    jenis: str
    peran: str
    subjek: str
    kode: str
    tahun: int
    nilai: Nilai
    tulis: Callable[[Any], str]
    desimal: int = 0
    rusak: bool = False
    bebas: bool = False
    tercetak: str = ""

    def __post_init__(self) -> None:
        self.tercetak = self.tulis(self.nilai)

    @property
    def fakta(self) -> tuple[str, str, int]:
        return self.peran, self.kode, self.tahun

    def ubah(self, nilai: Nilai) -> None:
        """State another value in the same style, to the decimals that it prints."""
        self.nilai = bulat(nilai, self.desimal) if isinstance(nilai, Fraction) else nilai
        self.tercetak = self.tulis(self.nilai)


@dataclass(eq=False)
class Sel:
    """Hold one cell; `teks` is what is printed, with {} where the figure stands."""

    teks: str = ""
    angka: Angka | None = None
    lebar: int = 1
    tinggi: int = 1
    inden: int = 0
    tebal: bool = False
    kepala: bool = False
    dalam: Tabel | None = None
    hapus: str = ""  # what a tracked change took away before the text
    medan: bool = False  # the text is the result of a field

    @property
    def cetak(self) -> str:
        return self.teks.replace("{}", self.angka.tercetak) if self.angka else self.teks


def sel_angka(a: Angka, **lain: Any) -> Sel:
    """Make the cell of a figure."""
    return Sel("{}", a, **lain)


@dataclass(eq=False)
class Tabel:
    """Hold one table: its rows, in each only the cells that begin there, and how it is put into the file."""

    jenis: str
    judul: str
    baris: list[list[Sel]]
    banyak_kepala: int = 1
    wujud: str = "biasa"  # biasa, gambar, kotak
    letak_judul: str = "atas"  # atas, bawah, tanpa
    nomor_judul: str = ""
    polos: bool = False  # without rules

    def letak(self) -> Iterator[tuple[int, int, Sel]]:
        """Give each cell with its row and column in the grid, from 1."""
        terisi: set[tuple[int, int]] = set()
        for b, baris in enumerate(self.baris, 1):
            k = 1
            for sel in baris:
                while (b, k) in terisi:
                    k += 1
                terisi |= {(b + i, k + j) for i in range(sel.tinggi) for j in range(sel.lebar)}
                yield b, k, sel
                k += sel.lebar

    @property
    def lebar(self) -> int:
        return max(k + sel.lebar - 1 for _, k, sel in self.letak())


@dataclass(eq=False)
class Paragraf:
    """Hold one paragraph: texts and figures one after another."""

    isi: list[str | Angka]
    wujud: str = "biasa"  # biasa, judul, kaki (a footnote), kotak, kendali (a content control)
    hapus: dict[int, str] = field(default_factory=dict)  # what a tracked change took away before a part
    medan: set[int] = field(default_factory=set)  # parts that are results of fields

    @property
    def cetak(self) -> str:
        return "".join(b.tercetak if isinstance(b, Angka) else b for b in self.isi)

    @property
    def angka(self) -> list[Angka]:
        return [b for b in self.isi if isinstance(b, Angka)]


@dataclass(eq=False)
class Tanaman:
    """Describe one planted contradiction.

    A note on an `inti` figure finds it, on a `tepat` figure it stands where the mistake is; `pendamping` names the
    other file when the contradiction is with one.
    """

    jenis: str
    tepat: list[Angka]
    inti: list[Angka]
    semula: str
    menjadi: str
    pendamping: str = ""


@dataclass(eq=False)
class Naskah:
    """Hold one draft."""

    nama: str
    tahun: int
    tata: str
    isi: list[Paragraf | Tabel] = field(default_factory=list)
    tanaman: list[Tanaman] = field(default_factory=list)
    pendamping: dict[str, Any] = field(default_factory=dict)
    kepala_halaman: list[str] = field(default_factory=list)
    otomatis: bool = False

    def tabel(self) -> list[Tabel]:
        """List the tables that can be read, in the order of the file; one within another comes after it."""
        hasil: list[Tabel] = []
        for b in self.isi:
            if isinstance(b, Tabel) and b.wujud != "gambar":
                hasil.append(b)
                hasil += [s.dalam for _, _, s in b.letak() if s.dalam]
        return hasil

    def paragraf(self) -> list[Paragraf]:
        return [b for b in self.isi if isinstance(b, Paragraf)]

    def angka(self) -> list[Angka]:
        """List all figures of the file, tables first."""
        sel = [s.angka for t in self.tabel() for _, _, s in t.letak() if s.angka]
        return sel + [a for p in self.paragraf() for a in p.angka]

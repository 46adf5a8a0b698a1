"""What a draft is once it is read: paragraphs and tables in their order, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.sheet_marks import Letak

Bidang = tuple[int, float, float, float, float]  # a page of a PDF, and a box on it, measured from its top left


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Hold one paragraph: its number in the file, its text as it would be accepted, and where it stands.

    `bagian` is isi, kotak (a text box), kaki (a footnote), tepi (the head or foot of the pages), or lepas (a row of a
    table that could not be read as one). `garis` are the lines of a PDF: where in the text each begins, and its box.
    """

    nomor: int
    teks: str
    bagian: str = "isi"
    judul: bool = False
    gambar: bool = False
    halaman: int = 0
    garis: tuple[tuple[int, Bidang], ...] = ()


@dataclass(frozen=True, slots=True)
class Tabel:
    """Hold one table: its number in the file, its cells, and what their look tells of the rows.

    `inden` is how far the text of a cell stands from its left edge, `tebal` are the cells in bold letters; `induk` is
    the cell (table, row, column) that a table stands in.
    """

    nomor: int
    kisi: Kisi
    inden: Mapping[Letak, int] = field(default_factory=dict)
    tebal: frozenset[Letak] = frozenset()
    otomatis: Mapping[Letak, str] = field(default_factory=dict)  # how Word numbers a cell by itself: "upperRoman 0"
    judul_ulang: int = 0  # rows that Word prints again on each page
    induk: tuple[int, int, int] | None = None
    halaman: int = 0
    kembar: frozenset[int] = frozenset()  # rows that only repeat others, in other digits
    tebakan: Mapping[Letak, str] = field(default_factory=dict)  # cells of two readings, of which one was taken
    bidang: Mapping[Letak, Bidang] = field(default_factory=dict)  # where in a PDF the letters of a cell stand


Blok = Paragraf | Tabel


@dataclass(frozen=True, slots=True)
class Naskah:
    """Hold a whole draft; `kabar` is what to know of the file: what was left out of it, and why."""

    berkas: str
    bentuk: str
    blok: tuple[Blok, ...]
    kabar: tuple[str, ...] = ()

    @property
    def tabel(self) -> list[Tabel]:
        return [b for b in self.blok if isinstance(b, Tabel)]

    @property
    def paragraf(self) -> list[Paragraf]:
        return [b for b in self.blok if isinstance(b, Paragraf)]

    def teks(self) -> Iterator[str]:
        """Yield every text of the draft once: paragraphs, and cells."""
        for b in self.blok:
            if isinstance(b, Paragraf):
                yield b.teks
            else:
                yield from (t for baris in b.kisi.baris for t in baris if t)

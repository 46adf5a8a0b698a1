"""Hold what was cut from a sheet: its rows, the rows left out, what to tell, and the problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkip_lib.errors import Masalah, deret
from lkip_lib.inputs.grid import address

_DISEBUT = 6


@dataclass(frozen=True, slots=True)
class Baris:
    """Hold one row as the mapping sees it: its number in Excel, and text and own text (unfilled) of each column."""

    nomor: int
    isi: Mapping[str, str]
    sendiri: Mapping[str, str]
    teks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dibuang:
    """Name a row that is left out, and why."""

    nomor: int
    alasan: str


@dataclass(slots=True)
class Potongan:
    """Gather what was cut from a sheet: its rows, the rows left out, what to tell, and the problems.

    `berulang` are codes that stand twice, `beda` totals that their rows do not make: a person may say that they are so.
    """

    berkas: str
    lembar: str
    kolom: dict[str, tuple[int, ...]] = field(default_factory=dict)
    baris: list[Baris] = field(default_factory=list)
    dibuang: list[Dibuang] = field(default_factory=list)
    kabar: list[str] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    berulang: list[tuple[int, str]] = field(default_factory=list)
    beda: list[str] = field(default_factory=list)

    def salah(self, tempat: str, temuan: str, perbaikan: str, sejenis: int = 0) -> None:
        """Note a problem at a cell or row of the sheet, and how many others have the same cause."""
        temuan += f" Begitu juga {sejenis} baris lain." if sejenis else ""
        self.masalah.append(Masalah(temuan, perbaikan, f"{self.berkas}, {self.lembar}!{tempat}"))

    def sel_berisi(self, nama: str, teks: str) -> str:
        """Name the first cell of a column, in any of its repetitions, that has this text; or ""."""
        ada = ((n, b.nomor) for b in self.baris for n, t in b.isi.items() if t == teks and n.split(".")[-1] == nama)
        n, nomor = next(ada, ("", 0))
        return self.sel(n, [nomor])

    def sel(self, nama: str, baris: Iterable[int]) -> str:
        """Name the cells of a column in some rows, `F14`, `K2:M3` or `F8, F49`; "" for a column that is not there."""
        kolom, semua = self.kolom.get(nama, ()), sorted({b for b in baris if b})
        if not kolom or not semua:
            return ""
        utuh = semua[-1] - semua[0] == len(semua) - 1
        baris_sel = deret(semua) if utuh else [(b, b) for b in semua[:_DISEBUT]]
        sel = [(address(a - 1, kiri), address(z - 1, kanan)) for a, z in baris_sel for kiri, kanan in deret(kolom)]
        lebih = f", dan {len(semua) - _DISEBUT} lain" if not utuh and len(semua) > _DISEBUT else ""
        return ", ".join(a if a == z else f"{a}:{z}" for a, z in sel) + lebih

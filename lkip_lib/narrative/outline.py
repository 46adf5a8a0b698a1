"""The outline: which chapters and sections a report has, in which order, under which titles and numbers."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from pydantic import Field

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.strict_yaml import Ketat

TEMPLAT = Path(__file__).parent / "templates"
_BAWAAN = Path(__file__).parent / "sistematika.yml"
_BAWAAN_TRIWULAN = Path(__file__).parent / "sistematika-triwulan.yml"
_ROMAWI = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Bagian(Ketat):
    """Name one section: its template, and its title; without a title it has no heading."""

    kode: str
    judul: str = ""


class BabTersusun(Ketat):
    """Name one chapter and its sections; a numbered one is "Bab I", and its sections 1.1, 1.2, …"""

    kode: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    judul: str
    bernomor: bool = False
    bagian: tuple[Bagian, ...] = Field(min_length=1)


class Sistematika(Ketat):
    """Hold a whole outline."""

    bab: tuple[BabTersusun, ...] = Field(min_length=1, max_length=30)

    def nomor(self, kode: str) -> int:
        """Return the number of a chapter, 0 when it has none."""
        bernomor = [b.kode for b in self.bab if b.bernomor]
        return bernomor.index(kode) + 1 if kode in bernomor else 0

    def judul(self, bab: BabTersusun) -> str:
        """Return a chapter's title with its number: "Bab I Pendahuluan"."""
        nomor = self.nomor(bab.kode)
        return f"Bab {_ROMAWI[nomor]} {bab.judul}" if nomor else bab.judul

    def __getitem__(self, kode: str) -> BabTersusun:
        for bab in self.bab:
            if bab.kode == kode:
                return bab
        raise MasukanSalah(Masalah(f'Bab "{kode}" tidak ada.', terdekat(kode, [b.kode for b in self.bab])))


@cache
def bagian_tersedia() -> tuple[str, ...]:
    """Return the codes of all sections that can stand in an outline."""
    return tuple(sorted(p.name.removesuffix(".html.j2") for p in (TEMPLAT / "bagian").glob("*.html.j2")))


def sistematika(path: Path | None = None, *, triwulan: bool = False) -> Sistematika:
    """Read an agency's own outline, or the built-in one where it has none: of a year's report, or a quarter's.

    Raises MasukanSalah when a section is unknown or a chapter's code stands twice.
    """
    dipakai = path if path and path.exists() else _BAWAAN_TRIWULAN if triwulan else _BAWAAN
    nama = dipakai.name
    hasil = strict_yaml.cocokkan(Sistematika, strict_yaml.muat(dipakai, nama, "bab"), dipakai, nama)
    masalah = [
        Masalah(
            f'Bagian "{bagian.kode}" tidak dikenal.',
            terdekat(bagian.kode, bagian_tersedia()),
            nama,
            strict_yaml.baris_kunci(dipakai, ("bab", n, "bagian", m)),
        )
        for n, bab in enumerate(hasil.bab)
        for m, bagian in enumerate(bab.bagian)
        if bagian.kode not in bagian_tersedia()
    ]
    masalah += [
        Masalah(f'Kode bab "{kode}" dipakai {n} kali.', "Beri setiap bab kode sendiri.", nama)
        for kode, n in Counter(b.kode for b in hasil.bab).items()
        if n > 1
    ]
    if len([b for b in hasil.bab if b.bernomor]) >= len(_ROMAWI):
        masalah.append(Masalah("Bab bernomor terlalu banyak.", f"Paling banyak {len(_ROMAWI) - 1}.", nama))
    if masalah:
        raise MasukanSalah(masalah)
    return hasil

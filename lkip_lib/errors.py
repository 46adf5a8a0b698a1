"""The one way bad input is refused: problems with their place, shown together as plain Indonesian."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile


def sebut_tempat(berkas: str, baris: object = None, kolom: str = "") -> str:
    """Say where something stands; in a workbook `kolom` is the cell's address and says it all.

    >>> sebut_tempat("anggaran.csv", 17, "pagu"), sebut_tempat("lkip.xlsx", 17, "anggaran!F17")
    ('anggaran.csv, baris 17, kolom pagu', 'lkip.xlsx, anggaran!F17')
    """
    if "!" in kolom:
        return f"{berkas}, {kolom}"
    bagian = [berkas, "" if baris is None else f"baris {baris}", f"kolom {kolom}" if kolom else ""]
    return ", ".join(b for b in bagian if b)


def deret(nomor: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of numbers that follow one another.

    >>> deret([5, 8, 7])
    [(5, 5), (7, 8)]
    """
    hasil: list[tuple[int, int]] = []
    for n in sorted(set(nomor)):
        if hasil and hasil[-1][1] == n - 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil


def sebut_baris(baris: Iterable[int], terbanyak: int = 0) -> str:
    """Name rows, those that follow each other as a range; past `terbanyak` ranges only how many rows there are.

    >>> sebut_baris([4, 5, 6, 9]), sebut_baris([2, 4, 6, 7], 2)
    ('4–6, 9', '2, 4, … (4 baris)')
    """
    semua = deret(baris)
    disebut = semua[:terbanyak] if terbanyak else semua
    sebut = ", ".join(f"{a}" if a == z else f"{a}–{z}" for a, z in disebut)
    banyak = f"{sum(z - a + 1 for a, z in semua):,}".replace(",", ".")
    return sebut if len(disebut) == len(semua) else f"{sebut}, … ({banyak} baris)"


@dataclass(frozen=True, slots=True)
class Masalah:
    """Hold one problem: what was found, where, and how to mend it."""

    temuan: str
    perbaikan: str
    berkas: str = ""
    baris: int | None = None
    kolom: str = ""

    def __str__(self) -> str:
        awal = sebut_tempat(self.berkas, self.baris, self.kolom)
        return f"{awal + ': ' if awal else ''}{self.temuan} {self.perbaikan}".strip()


class MasukanSalah(Exception):
    """Refuse a run because of its inputs or parameters; carries every problem found."""

    def __init__(self, masalah: Masalah | Iterable[Masalah]) -> None:
        self.masalah = [masalah] if isinstance(masalah, Masalah) else list(masalah)
        super().__init__("\n".join(str(m) for m in self.masalah))

    def __reduce__(self) -> tuple[type[MasukanSalah], tuple[list[Masalah]]]:
        """Carry the problems to another process as they are."""
        return type(self), (self.masalah,)


def tolak(masalah: Iterable[Masalah]) -> None:
    """Refuse what has problems. Raises MasukanSalah with every one of them; where there is none, nothing happens."""
    if semua := list(masalah):
        raise MasukanSalah(semua)


def _mirip(satu: str, dua: str) -> float:
    return difflib.SequenceMatcher(None, dua, satu).ratio()


def _seawal(satu: str, dua: str) -> int:
    return sum(1 for _ in takewhile(lambda h: h[0] == h[1], zip(satu, dua, strict=False)))


def terdekat(kata: str, pilihan: Iterable[str]) -> str:
    """Suggest the valid choice nearest to a mistyped word, or list them all.

    >>> terdekat("naikk", ["naik", "turun"])
    'Maksud Anda "naik"?'
    >>> terdekat("AKl", ["KLB", "AKI"])
    'Maksud Anda "AKI"?'
    >>> terdekat("xyz", ["naik", "turun"])
    'Pilihan yang sah: naik, turun.'
    """
    semua = [str(p) for p in pilihan]
    huruf_kecil = {p.lower(): p for p in semua}
    kecil = str(kata).lower()
    dekat = difflib.get_close_matches(kecil, list(huruf_kecil), n=3, cutoff=0.6)
    if dekat:
        # Of two that share as many letters the one that begins alike is meant: AKI for AKl, not KLB.
        mirip = max(dekat, key=lambda p: (_mirip(kecil, p), _seawal(kecil, p)))
        return f'Maksud Anda "{huruf_kecil[mirip]}"?'
    return sebut_pilihan(semua)


def sebut_sebagian(semua: Sequence[str], terbanyak: int, pemisah: str = ", ") -> str:
    """List the first of many, and how many others there are.

    >>> sebut_sebagian(["A", "B", "C"], 3), sebut_sebagian(["A", "B", "C"], 2)
    ('A, B, C', 'A, B, dan 1 lain')
    """
    lain = len(semua) - terbanyak
    return pemisah.join(semua[:terbanyak]) + (f"{pemisah}dan {lain} lain" if lain > 0 else "")


def sebut_pilihan(pilihan: Iterable[str]) -> str:
    """List the valid choices."""
    semua = ", ".join(pilihan)
    return f"Pilihan yang sah: {semua}." if semua else "Tidak ada pilihan yang tersedia."


def tidak_dikenal(apa: str, nilai: object, boleh: Iterable[str]) -> MasukanSalah:
    """Make the refusal of a word that is none of those that there are."""
    return MasukanSalah(Masalah(f'{apa} "{nilai}" tidak dikenal.', terdekat(str(nilai), list(boleh))))

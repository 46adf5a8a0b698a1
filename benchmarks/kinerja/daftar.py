"""The list of measurements; a module of this folder enters its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hasil:
    """Hold one row of the table: what was measured, how long it took, and against what.

    `detik` is the median of the rounds, `banding` the ratio with its sense in words ("0,31 × rantai biasa"), `cpu` the
    processor time of the whole tree of processes, `memori_mb` its peak.
    """

    apa: str
    detik: float | None = None
    banding: str = ""
    cpu: float | None = None
    memori_mb: float | None = None
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Hold one measurement: it is given the number of rounds. One that is not `bawaan` runs only when named."""

    nama: str
    judul: str
    jalankan: Callable[[int], Iterable[Hasil]]
    bawaan: bool


# Modules of this folder that hold measurements, in the order of the table.
MODUL = ("satu", "banyak", "rumus", "rekap", "kernel", "mulai")
UKURAN: dict[str, Ukuran] = {}


def ukuran(
    nama: str, judul: str, *, bawaan: bool = True
) -> Callable[[Callable[[int], Iterable[Hasil]]], Callable[[int], Iterable[Hasil]]]:
    """Enter a measurement into the list under its name."""

    def daftarkan(fungsi: Callable[[int], Iterable[Hasil]]) -> Callable[[int], Iterable[Hasil]]:
        UKURAN[nama] = Ukuran(nama, judul, fungsi, bawaan)
        return fungsi

    return daftarkan

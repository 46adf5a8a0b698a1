"""What a case is, and how a number is printed; nothing here knows how the project reads or writes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

Rentang = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Kasus:
    """Hold a printed cell and what it says.

    `nilai` is the number, `ujung` the ends of a range or bound, `bagian` the two counts beside a share; with none of
    them the cell says no number. `ambigu`: a careful reader, knowing no more than the column, could not decide.
    """

    bentuk: str
    teks: str
    satuan: str
    rentang: Rentang | None = None
    nilai: float | None = None
    ujung: Rentang | None = None
    bagian: tuple[float, float] | None = None
    ambigu: bool = False


Pembuat = Callable[[random.Random], Kasus]
BENTUK: dict[str, Pembuat] = {}


def bentuk(fungsi: Callable[[random.Random], Iterator[Kasus] | Kasus]) -> Callable[[random.Random], Kasus]:
    """Enter a maker of cases under its own name, its underscores as spaces."""

    def buat(acak: random.Random) -> Kasus:
        hasil = fungsi(acak)
        return hasil if isinstance(hasil, Kasus) else next(hasil)

    BENTUK[fungsi.__name__.replace("_", " ")] = buat
    return buat


def cetak(nilai: Decimal | int, desimal: int = 0, ribuan: str = ".", koma: str = ",") -> str:
    """Print a number with separators of one's choice.

    >>> cetak(Decimal("1234.5"), 2), cetak(1234, 0, ",", ".")
    ('1.234,50', '1,234')
    """
    utuh, _, pecahan = f"{abs(Decimal(nilai)):.{desimal}f}".partition(".")
    kelompok = []
    while len(utuh) > 3 and ribuan:
        utuh, kelompok = utuh[:-3], [utuh[-3:], *kelompok]
    tanda = "-" if nilai < 0 else ""
    return tanda + ribuan.join([utuh, *kelompok]) + (koma + pecahan if desimal else "")


def pecahan(acak: random.Random, atas: int, desimal: int) -> Decimal:
    """Draw a number from 0 to `atas` with that many decimals."""
    return Decimal(acak.randint(0, atas * 10**desimal)).scaleb(-desimal)


def besar(acak: random.Random, angka: int = 12) -> int:
    """Draw a whole number whose length is drawn first, so that small ones are not rare."""
    return acak.randint(1, 10 ** acak.randint(1, angka))

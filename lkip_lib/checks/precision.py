"""Whether a printed figure can be a computed one: rounded or cut off at the decimals it was printed with."""

from __future__ import annotations

import math

from lkip_lib import numerals


def cocok(tercetak: float, desimal: int, dihitung: float) -> bool:
    """Tell whether a printed figure is the computed one, rounded or truncated at its printed decimals.

    >>> cocok(98.0, 0, 98.723), cocok(94.10, 2, 94.1005), cocok(83.47, 2, 88.4968)
    (True, True, False)
    """
    langkah = 10.0**-desimal
    bulat = abs(tercetak - dihitung) <= langkah / 2 + 1e-9
    potong = math.trunc(round(dihitung / langkah, 9)) * langkah
    return bulat or abs(potong - tercetak) < langkah * 1e-6


def desimal(tercetak: str, satuan: str) -> int:
    """Return the decimals with which a figure was printed."""
    return numerals.read(tercetak, satuan=satuan, rentang=(-1e15, 1e15) if satuan == "persen" else None).decimals

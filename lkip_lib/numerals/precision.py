"""How exact a figure is, and whether a printed one can be another: rounded or cut off at its decimals."""

from __future__ import annotations

import math
from decimal import Decimal


def desimal(nilai: float) -> int:
    """Count the decimals that a finite number is written with.

    >>> desimal(7.82), desimal(0.3925), desimal(8.0), desimal(1e-7)
    (2, 4, 0, 7)
    """
    return max(0, -int(Decimal(repr(float(nilai))).normalize().as_tuple().exponent))


def setara(tercetak: float, desimal: int, tepat: float) -> bool:
    """Tell whether a printed figure is the exact one, rounded or truncated at its printed decimals.

    >>> setara(98.0, 0, 98.723), setara(94.10, 2, 94.1005), setara(83.47, 2, 88.4968), setara(65.0, 0, 64.17)
    (True, True, False, False)
    """
    return terbulat(tercetak, desimal, tepat) or terpotong(tercetak, desimal, tepat)


def terbulat(tercetak: float, desimal: int, tepat: float) -> bool:
    """Tell whether a printed figure is the exact one, rounded at its printed decimals.

    >>> terbulat(98.73, 2, 98.729), terbulat(98.72, 2, 98.729)
    (True, False)
    """
    return abs(tercetak - tepat) <= 10.0**-desimal / 2 + 1e-9


def terpotong(tercetak: float, desimal: int, tepat: float) -> bool:
    """Tell whether a printed figure is the exact one, cut off at its printed decimals.

    >>> terpotong(98.73, 2, 98.729), terpotong(98.72, 2, 98.729)
    (False, True)
    """
    langkah = 10.0**-desimal
    return abs(math.trunc(round(tepat / langkah, 9)) * langkah - tercetak) < langkah * 1e-6


def sepadan(satu: float, desimal_satu: int, dua: float, desimal_dua: int) -> bool:
    """Tell whether two printed figures can be the same one, the coarser rounded or cut off.

    >>> sepadan(64.2, 1, 64.17, 2), sepadan(64.1, 1, 64.17, 2), sepadan(64.18, 2, 64.17, 2)
    (True, True, False)
    """
    if desimal_satu == desimal_dua:
        return abs(satu - dua) < 1e-9
    return setara(satu, desimal_satu, dua) if desimal_satu < desimal_dua else setara(dua, desimal_dua, satu)

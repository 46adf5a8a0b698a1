"""Whether a printed figure can be another one: rounded or cut off at the decimals it was printed with."""

from __future__ import annotations

import math


def setara(tercetak: float, desimal: int, tepat: float) -> bool:
    """Tell whether a printed figure is the exact one, rounded or truncated at its printed decimals.

    >>> setara(98.0, 0, 98.723), setara(94.10, 2, 94.1005), setara(83.47, 2, 88.4968), setara(65.0, 0, 64.17)
    (True, True, False, False)
    """
    langkah = 10.0**-desimal
    bulat = abs(tercetak - tepat) <= langkah / 2 + 1e-9
    potong = math.trunc(round(tepat / langkah, 9)) * langkah
    return bulat or abs(potong - tercetak) < langkah * 1e-6

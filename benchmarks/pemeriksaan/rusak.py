"""What a typist or a scanner does to a number."""

from __future__ import annotations

import random
import re
from fractions import Fraction

from benchmarks.pemeriksaan.cetak import angka


def salah_ketik(n: int, cara: str, acak: random.Random) -> int | None:
    """Mistype a whole number; None where that leaves it the same or too short."""
    d = str(n)
    if len(d) < 2:
        return None
    k = acak.randrange(len(d))
    match cara:
        case "hilang":
            baru = d[:k] + d[k + 1 :]
        case "sisip":
            baru = d[:k] + acak.choice("123456789") + d[k:]
        case "ganda":
            baru = d[:k] + d[k] + d[k:]
        case "nol":
            baru = d + "0" * acak.choice((1, 3)) if acak.random() < 0.5 or not d.endswith("0") else d[:-1]
        case "geser_satu":
            baru = d[:k] + str((int(d[k]) + acak.choice((1, 5))) % 10) + d[k + 1 :]
        case _:
            k = acak.randrange(len(d) - 1)
            baru = d[:k] + d[k + 1] + d[k] + d[k + 2 :]
    return None if baru == d or baru.startswith("0") else int(baru)


def rusakkan(x: Fraction, acak: random.Random) -> str | None:
    """Damage the groups of an amount so that it is no number any more; None where that does not succeed."""
    d = angka(x, 0)
    titik = [m.start() for m in re.finditer(r"\.", d)]
    if not titik:
        return None
    k = acak.choice(titik)
    baru = acak.choice(
        (
            d[:k] + d[k + 1 :] if len(titik) > 1 else d,  # 170804.700
            d[: k + 1] + d[k + 2 :],  # 649.20.624
            d[: k + 2] + acak.choice("0123456789") + d[k + 2 :],  # 35.000.0000
            d[:k] + "." + d[k:],  # 35..000
            d[: k + 2] + "." + d[k + 2 :],  # 2.9.55.000
        )
    )
    return None if baru == d or re.fullmatch(r"\d{1,3}(\.\d{3})*|\d+", baru) else baru

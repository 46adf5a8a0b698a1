"""Directions and kinds of target: their words, and the answer to every question asked of them, here and nowhere else.

Whoever declares another word answers each question below for it; a word without an answer is refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, Literal, get_args

import pandas as pd

from lkip_lib.errors import MasukanSalah, tidak_dikenal

Arah = Literal["naik", "turun"]
ArahKartu = Literal["naik", "turun", "dalam"]
Jenis = Literal["tingkat", "perubahan", "rentang", "batas", "ordinal"]
ARAH: tuple[str, ...] = get_args(Arah)
# A card may also aim at a range that is left on either side: for the worse on both.
ARAH_KARTU: tuple[str, ...] = get_args(ArahKartu)
JENIS: tuple[str, ...] = get_args(Jenis)
TINGKAT, PERUBAHAN, RENTANG, BATAS, ORDINAL = JENIS


def _arah_asing(arah: object) -> MasukanSalah:
    return tidak_dikenal("Arah", arah, ARAH_KARTU)


def _jenis_asing(jenis: object) -> MasukanSalah:
    return tidak_dikenal("Jenis target", jenis, JENIS)


# ---- of a direction
def menurun(arah: str) -> bool:
    """Tell whether lower is better. Raises MasukanSalah for a direction that is not known, as all of these do.

    >>> menurun("naik"), menurun("turun"), menurun("dalam")
    (False, True, False)
    """
    match arah:
        case "naik" | "dalam":
            return False
        case "turun":
            return True
        case _:
            raise _arah_asing(arah)


def dua_sisi(arah: str) -> bool:
    """Tell whether a card aims at a range, so that no figure is better than another for being higher or lower.

    >>> [a for a in ARAH_KARTU if dua_sisi(a)]
    ['dalam']
    """
    match arah:
        case "naik" | "turun":
            return False
        case "dalam":
            return True
        case _:
            raise _arah_asing(arah)


def lebih_baik(nilai: Any, dari: Any, arah: str) -> Any:
    """Tell whether one value is better than another; where only a range counts, none is.

    >>> lebih_baik(7.8, 8.5, "turun"), lebih_baik(7.8, 8.5, "naik"), lebih_baik(8.5, 7.8, "dalam")
    (True, False, False)
    """
    if dua_sisi(arah):
        return (nilai > dari) & (nilai < dari)
    return nilai < dari if menurun(arah) else nilai > dari


def ujung_terbaik(bawah: Any, atas: Any, arah: str) -> Any:
    """Return the end of a range that is its best value; NaN where neither is.

    >>> ujung_terbaik(0, 100, "naik"), ujung_terbaik(0, 100, "turun"), ujung_terbaik(0, 100, "dalam")
    (100, 0, nan)
    """
    if dua_sisi(arah):
        return math.nan
    return bawah if menurun(arah) else atas


def kata_baik(arah: str) -> str:
    """Return the word of the better figure.

    >>> kata_baik("naik"), kata_baik("turun")
    ('tinggi', 'rendah')
    """
    match arah:
        case "naik":
            return "tinggi"
        case "turun":
            return "rendah"
        case "dalam":
            return "dekat ke rentangnya"
        case _:
            raise _arah_asing(arah)


def makin_baik(arah: str, jenis: str, sisi_baik: bool = False) -> str:
    """Say which way an indicator is better; `sisi_baik` where a range may be left for the better.

    >>> makin_baik("turun", "tingkat"), makin_baik("naik", "rentang")
    ('makin rendah makin baik', 'makin dekat ke rentangnya makin baik')
    """
    kata = kata_baik(arah)
    dekat = berentang(jenis) and not sisi_baik
    return "makin dekat ke rentangnya makin baik" if dekat else f"makin {kata} makin baik"


def yang_lebih_baik(arah: str, jenis: str = TINGKAT, sisi_baik: bool = False) -> str:
    """Say which figure is the better one, as the reason of a verdict; `sisi_baik` as above.

    >>> yang_lebih_baik("turun"), yang_lebih_baik("turun", "rentang")
    ('angka yang lebih rendah lebih baik', 'yang makin dekat ke rentang targetnya makin baik')
    """
    kata = kata_baik(arah)
    if dua_sisi(arah) or (berentang(jenis) and not sisi_baik):
        return "yang makin dekat ke rentang targetnya makin baik"
    return f"angka yang lebih {kata} lebih baik"


# ---- of a kind of target
def bertingkat(jenis: str) -> bool:
    """Tell whether a target is one number, to be reached as it stands.

    >>> [j for j in JENIS if bertingkat(j)]
    ['tingkat']
    """
    match jenis:
        case "tingkat":
            return True
        case "perubahan" | "rentang" | "batas" | "ordinal":
            return False
        case _:
            raise _jenis_asing(jenis)


def berubah(jenis: str) -> bool:
    """Tell whether a target is a change since the year before.

    >>> [j for j in JENIS if berubah(j)]
    ['perubahan']
    """
    match jenis:
        case "perubahan":
            return True
        case "tingkat" | "rentang" | "batas" | "ordinal":
            return False
        case _:
            raise _jenis_asing(jenis)


def berkisar(jenis: str) -> bool:
    """Tell whether a target is met within an end or two.

    >>> [j for j in JENIS if berkisar(j)]
    ['rentang', 'batas']
    """
    return berentang(jenis) or berbatas(jenis)


def berentang(jenis: str) -> bool:
    """Tell whether a target is met between two ends, so that what lies above it has missed it too.

    >>> [j for j in JENIS if berentang(j)]
    ['rentang']
    """
    match jenis:
        case "rentang":
            return True
        case "tingkat" | "perubahan" | "batas" | "ordinal":
            return False
        case _:
            raise _jenis_asing(jenis)


def berbatas(jenis: str) -> bool:
    """Tell whether a target is met on one side of an end.

    >>> [j for j in JENIS if berbatas(j)]
    ['batas']
    """
    match jenis:
        case "batas":
            return True
        case "tingkat" | "perubahan" | "rentang" | "ordinal":
            return False
        case _:
            raise _jenis_asing(jenis)


def berjenjang(jenis: str) -> bool:
    """Tell whether a target is a rung of a ladder, on which up is better.

    >>> [j for j in JENIS if berjenjang(j)]
    ['ordinal']
    """
    match jenis:
        case "ordinal":
            return True
        case "tingkat" | "perubahan" | "rentang" | "batas":
            return False
        case _:
            raise _jenis_asing(jenis)


# ---- of the name that a document gives
PENURUNAN, PENINGKATAN = "penurunan", "peningkatan"
_KATA = {
    PENURUNAN: ("penurunan", "menurunnya", "menurun", "turunnya", "berkurangnya", "pengurangan"),
    PENINGKATAN: ("peningkatan", "meningkatnya", "meningkat", "kenaikan", "naiknya", "pertumbuhan", "bertambahnya",
                  "penambahan"),
}  # fmt: skip
_GERAK = {k: gerak for gerak, semua in _KATA.items() for k in semua}
KATA_PERUBAHAN = frozenset(_GERAK)


def gerak_disebut(nama: str) -> str:
    """Return the change that a name speaks of; "" for a name of a level.

    >>> gerak_disebut("Persentase penurunan perselisihan"), gerak_disebut("Angka kemiskinan")
    ('penurunan', '')
    """
    return next((_GERAK[k] for k in re.findall(r"[^\W\d_]+", nama.casefold()) if k in _GERAK), "")


# ---- of many, and of what may say nothing
def disebut(soal: Callable[[str], bool], jenis: object) -> bool:
    """Ask the kind that a document itself states of its target; where it states none, the answer is no.

    >>> disebut(berubah, "perubahan"), disebut(berubah, "")
    (True, False)
    """
    return jenis is not None and jenis != "" and soal(str(jenis))


def setiap(soal: Callable[[str], bool], kata: pd.Series) -> pd.Series:
    """Ask of every word of a column.

    >>> setiap(menurun, pd.Series(["naik", "turun", "naik"])).tolist()
    [False, True, False]
    """
    semua = kata.tolist()
    jawaban = {k: soal(k) for k in dict.fromkeys(semua)}
    return pd.Series([jawaban[k] for k in semua], kata.index, dtype=bool)

"""Numbers as Indonesian reports print them: read, write, spell out (terbilang)."""

from lkip_lib.numerals.number import Reading
from lkip_lib.numerals.precision import desimal, sepadan, setara, terbulat, terpotong
from lkip_lib.numerals.reading import read
from lkip_lib.numerals.units import Rentang, pengali
from lkip_lib.numerals.writing import persen, rupiah, singkat_rupiah, terbilang, write

__all__ = [
    "Reading",
    "Rentang",
    "desimal",
    "pengali",
    "persen",
    "read",
    "rupiah",
    "sepadan",
    "setara",
    "singkat_rupiah",
    "terbilang",
    "terbulat",
    "terpotong",
    "write",
]

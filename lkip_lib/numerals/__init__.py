"""Numbers as Indonesian reports print them: read, write, spell out (terbilang)."""

from lkip_lib.numerals.number import ANGKA, BELUM_DIISI, TIDAK_BERLAKU, TIDAK_TERBACA, Reading
from lkip_lib.numerals.precision import desimal, sepadan, setara, terbulat, terpotong
from lkip_lib.numerals.reading import read
from lkip_lib.numerals.units import Rentang, pengali
from lkip_lib.numerals.writing import MINUS, bertanda, persen, rupiah, singkat_rupiah, tanggal, terbilang, write

__all__ = [
    "ANGKA", "BELUM_DIISI", "MINUS", "TIDAK_BERLAKU", "TIDAK_TERBACA", "Reading", "Rentang", "bertanda", "desimal",
    "pengali", "persen", "read", "rupiah", "sepadan", "setara", "singkat_rupiah", "tanggal", "terbilang", "terbulat",
    "terpotong", "write",
]  # fmt: skip

"""Numbers as Indonesian reports print them: read, write, spell out (terbilang)."""

from lkip_lib.numerals.precision import setara
from lkip_lib.numerals.reading import Reading, Rentang, read
from lkip_lib.numerals.writing import persen, rupiah, singkat_rupiah, terbilang, write

__all__ = ["Reading", "Rentang", "persen", "read", "rupiah", "setara", "singkat_rupiah", "terbilang", "write"]

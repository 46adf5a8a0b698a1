"""The decimals with which a figure was printed, to compare within them."""

from __future__ import annotations

from lkip_lib.langkah.sebutan import desimal
from lkip_lib.numerals import setara

__all__ = ["desimal", "setara"]

"""The decimals with which a figure was printed, to compare within them."""

from __future__ import annotations

from lkip_lib import numerals
from lkip_lib.numerals import setara

__all__ = ["desimal", "setara"]


def desimal(tercetak: str, satuan: str) -> int:
    """Return the decimals with which a figure was printed."""
    return numerals.read(tercetak, satuan=satuan, rentang=(-1e15, 1e15) if satuan == "persen" else None).decimals

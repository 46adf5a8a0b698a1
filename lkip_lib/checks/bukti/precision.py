"""How a figure was printed: its reading once more, and its decimals, to compare within them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkip_lib import numerals
from lkip_lib.langkah.sebutan import desimal
from lkip_lib.numerals import setara

__all__ = ["cetakan", "desimal", "setara"]


def cetakan(b: Mapping[str, Any]) -> numerals.Reading:
    """Read what a row of the ledger prints once more, whatever range it lies in."""
    return numerals.read(str(b["tercetak"]), satuan=str(b["satuan"]), rentang=(-1e15, 1e15))

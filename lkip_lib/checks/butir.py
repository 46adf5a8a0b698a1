"""A note as far as its cause is sought: the cell that it stands at, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lkip_lib.checks.andaian import Sandaran

# Notes that hold several figures against each other, or are of no figure at all: they call none of them wrong.
_BERSAMA = re.compile(r"ANG-(0[234569]|11|13)|AKA-(02|09|10)|EFI-05|KAS|PRE-0[3-6]|RUN-03|SDM-0[135]|TAR-(0|10)|TRW")


@dataclass(frozen=True, eq=False)
class Butir:
    """Hold a note by its place in the list, its row, its cell, what it rests on, and its cell in the ledger."""

    urutan: int
    isi: dict[str, Any]
    sel: str
    sandaran: Sandaran
    figur: Mapping[str, Any]

    @property
    def kode(self) -> str:
        return str(self.isi["kode"])

    @property
    def menuduh(self) -> bool:
        """Tell whether it says of its own figure, and not of several together, that it is wrong."""
        return not _BERSAMA.match(self.kode)

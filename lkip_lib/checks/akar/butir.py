"""A note as far as its cause is sought: the cell that it stands at, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lkip_lib.checks.akar.andaian import Sandaran
from lkip_lib.checks.registry import DAFTAR, Sifat


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

    def ber(self, sifat: Sifat) -> bool:
        """Tell whether its check has a trait."""
        return sifat in DAFTAR[self.kode].sifat

    @property
    def menuduh(self) -> bool:
        """Tell whether it says of its own figure, and not of several together, that it is wrong."""
        return not self.ber(Sifat.MEMPERHADAPKAN)

    @property
    def tercetak(self) -> bool:
        """Tell whether it is of what is printed as a result or in a sentence, and not of a table's own figures."""
        return str(self.isi["tabel"]).startswith("tercetak/")

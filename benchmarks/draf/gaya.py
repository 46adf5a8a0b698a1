"""How one draft prints its numbers: separators, Rp, percent signs, decimals."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from benchmarks.draf.model import Nilai
from benchmarks.pemeriksaan.cetak import angka

BENTUK_RP = ("polos", "rp", "rp_spasi", "rp_strip", "sen", "deret", "koma")
NBSP = " "


@dataclass(frozen=True)
class Gaya:
    """Hold the habits of one draft."""

    rp: str
    persen: str  # what stands behind a percentage: "", "%", " %"
    titik: bool  # a decimal point
    desimal: int  # of percentages that were computed
    sela: str  # the space between Rp and the amount

    def uang(self, x: Fraction) -> str:
        """Write an amount."""
        polos = angka(x, 0)
        match self.rp:
            case "rp":
                return f"Rp{polos}"
            case "rp_spasi":
                return f"Rp.{self.sela}{polos}"
            case "rp_strip":
                return f"Rp{self.sela}{polos},-"
            case "sen":
                return f"{polos},00"
            case "deret":
                return str(int(x))
            case "koma":
                return polos.replace(".", ",")
        return polos

    def uang_kalimat(self, x: Fraction) -> str:
        """Write an amount inside a sentence, where Rp always stands."""
        polos = angka(x, 0)
        return {"rp": f"Rp{polos}", "rp_strip": f"Rp{self.sela}{polos},-"}.get(self.rp, f"Rp.{self.sela}{polos}")

    def biasa(self, x: Nilai, desimal: int) -> str:
        """Write a value of an indicator; a range with a dash."""
        if isinstance(x, tuple):
            return "-".join(angka(n, 0) for n in x)
        assert x is not None
        if self.titik:
            return angka(x, desimal, titik=True) if desimal and abs(x) < 1000 else _tanpa_ribuan(x, desimal)
        return angka(x, desimal)

    def nilai(self, desimal: int, persen: bool = False) -> Any:
        """Return the function that writes values with so many decimals."""
        tanda = self.persen if persen else ""
        return lambda x: self.biasa(x, desimal) + tanda

    def cacah(self) -> Any:
        """Return the function that writes a count."""
        return lambda x: _tanpa_ribuan(x, 0) if self.titik else angka(x, 0)


def _tanpa_ribuan(x: Fraction, desimal: int) -> str:
    return angka(x, desimal).replace(".", "").replace(",", ".")


def pilih(acak: random.Random, rp: str = "", titik: bool | None = None, nbsp: bool = False) -> Gaya:
    """Draw the habits of a draft."""
    return Gaya(
        rp or acak.choice(BENTUK_RP),
        acak.choice(("", "%", "%", " %")),
        acak.random() < 0.25 if titik is None else titik,
        acak.choice((2, 2, 1)),
        NBSP if nbsp else " ",
    )

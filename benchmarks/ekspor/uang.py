"""Money and shares as exports print them: one style for a file, and what it truly says."""

from __future__ import annotations

from typing import Any

from benchmarks.ekspor.lembar import NBSP, Sel


def titik(n: int) -> str:
    return f"{n:,}".replace(",", ".")


class Uang:
    """Write rupiah in the one style of a file."""

    def __init__(self, gaya: str, nol: str, ribuan: bool = False):
        self.gaya, self.nol, self.ribuan = gaya, nol, ribuan

    def __call__(self, x: float | int | None, tag: str | None = None, rumus: bool = False, kurung: bool = False) -> Any:
        if x is None:
            return None
        if x == 0 and not tag:
            if self.nol == "angka":
                return Sel(0, "#,##0") if self.gaya == "angka" else self._teks(0)
            return self.nol if self.nol != "kosong" else None
        if self.ribuan:
            assert round(x) % 1000 == 0, x
            x = round(x) // 1000
        if self.gaya == "angka":
            return Sel(x, "#,##0.00" if x != int(x) else "#,##0", tag, rumus)
        t = self._teks(abs(x))
        if x < 0:
            t = f"({t})" if kurung else f"-{t}"
        return Sel(t, None, tag)

    def _teks(self, x: float) -> str:
        sen = round(x * 100)
        utuh, pecah = divmod(sen, 100)
        g = self.gaya
        if g == "polos":
            return str(utuh) if not pecah else f"{utuh}.{pecah:02d}"
        if g == "polos_sen":
            return f"{utuh}.{pecah:02d}"
        if g == "en_sen":
            return f"{utuh:,}.{pecah:02d}"
        badan = titik(utuh)
        if g == "id":
            return badan if not pecah else f"{badan},{pecah:02d}"
        if g == "id_sen":
            return f"{badan},{pecah:02d}"
        if g == "rp_sen":
            return f"Rp {badan},{pecah:02d}"
        if g == "rp_nbsp":
            return f"Rp{NBSP}{badan},{pecah:02d}"
        if g == "rp_rapat":
            return f"Rp{badan}" if not pecah else f"Rp{badan},{pecah:02d}"
        if g == "rp_strip":
            return f"Rp. {badan},-" if not pecah else f"Rp. {badan},{pecah:02d}"
        raise ValueError(g)

    def benar(self, x: float | int | None) -> Any:
        """Return what it says: a zero printed as - or nothing may be read as zero or as not filled in."""
        if x is None:
            return None
        if x == 0 and self.nol != "angka":
            return [0, None]
        return int(x) if x == int(x) else round(x, 2)


def persen(a: float, b: float, gaya: str) -> Any:
    if not b:
        return "-" if gaya != "angka" else 0
    p = a / b * 100
    if gaya == "angka":
        return Sel(round(p, 2), "0.00")
    t = f"{p:.2f}".replace(".", ",")
    return t + "%" if gaya == "teks%" else t

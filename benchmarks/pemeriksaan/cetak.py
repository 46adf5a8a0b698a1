"""How a report prints: the legitimate shapes of numbers, each agency with its habits and its lapses."""

from __future__ import annotations

import random
from fractions import Fraction

from benchmarks.pemeriksaan.model import Baris, bulat, potong

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def angka(x: Fraction, desimal: int, titik: bool = False) -> str:
    """Write a number that has no more than these decimals; `titik` writes a decimal point, as spreadsheets do."""
    n = abs(x) * 10**desimal
    teks = str(int(n)).rjust(desimal + 1, "0")
    utuh, pecahan = (teks[:-desimal], teks[-desimal:]) if desimal else (teks, "")
    ribuan = f"{int(utuh):,}".replace(",", ".")
    return ("-" if x < 0 else "") + ribuan + (("." if titik else ",") + pecahan if pecahan else "")


def terbilang(n: int) -> str:
    """Spell a whole number out."""
    if n < 12:
        return _SATUAN[n]
    for batas, nama in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus")):
        if n >= batas:
            depan = "se" + nama if n // batas == 1 and batas <= 1000 else f"{terbilang(n // batas)} {nama}"
            return f"{depan} {terbilang(n % batas)}" if n % batas else depan
    if n < 20:
        return f"{terbilang(n - 10)} belas"
    return f"{terbilang(n // 10)} puluh" + (f" {terbilang(n % 10)}" if n % 10 else "")


class Gaya:
    """Hold one agency's habits of printing."""

    def __init__(self, acak: random.Random) -> None:
        self.acak = acak
        self.desimal_persen = acak.choices((2, 1, 0), (7, 2, 1))[0]
        self.memotong = acak.random() < 0.3
        self.bentuk_rp = acak.choice(("polos", "rp", "rp_spasi", "rp_titik", "deret", "sen"))
        self.bentuk_persen = acak.choice(("%", " %", "", "titik"))

    def _lain(self, biasa: str, pilihan: tuple[str, ...]) -> str:
        return self.acak.choice(pilihan) if self.acak.random() < 0.15 else biasa

    def teks_rp(self, x: Fraction) -> str:
        """Write an amount in one of the shapes of the trade."""
        polos = angka(x, 0)
        match self._lain(self.bentuk_rp, ("polos", "rp", "rp_spasi", "rp_titik", "deret", "sen")):
            case "rp":
                return f"Rp{polos}"
            case "rp_spasi":
                return f"Rp {polos},-"
            case "rp_titik":
                return f"Rp. {polos}"
            case "deret":
                return str(int(x))
            case "sen":
                return f"Rp{polos},00"
        return polos

    def rp(self, baris: Baris, kolom: str, x: Fraction | int) -> None:
        """Print an amount."""
        baris.isi(kolom, self.teks_rp(Fraction(x)), Fraction(x))

    def persen(self, baris: Baris, kolom: str, eksak: Fraction, desimal: int | None = None) -> None:
        """Print a percentage, rounded or cut off, with up to two decimals."""
        d = self.desimal_persen if desimal is None else desimal
        if desimal is None and self.acak.random() < 0.08:
            d = self.acak.choice((0, 1, 2))
        x = potong(eksak, d) if self.memotong else bulat(eksak, d)
        if x.denominator == 1 and self.acak.random() < 0.3:
            d = 0
        baris.isi(kolom, self.teks_persen(x, d), x, d)

    def teks_persen(self, x: Fraction, d: int) -> str:
        """Write a percentage, with its sign or without."""
        bentuk = self._lain(self.bentuk_persen, ("%", " %", "", "titik"))
        return angka(x, d, titik=bentuk == "titik" and abs(x) < 1000) + (bentuk if "%" in bentuk else "")

    def nilai(self, baris: Baris, kolom: str, x: Fraction, d: int, satuan: str) -> None:
        """Print a value of an indicator in its unit, sometimes without the zeros at its end."""
        if x.denominator == 1 and self.acak.random() < 0.2:
            d = 0
        teks = angka(x, d, titik=d > 0 and abs(x) < 1000 and self.acak.random() < 0.12)
        if d == 0 and self.acak.random() < 0.1:
            teks = str(int(x))
        if satuan == "Persen" and self.acak.random() < 0.2:
            teks += "%"
        baris.isi(kolom, teks, x, d)

    def singkat(self, x: Fraction) -> tuple[str, Fraction, int]:
        """Shorten an amount to miliar or juta with two decimals: text, value and decimals."""
        pangkat, nama = (9, "miliar") if x >= 10**9 else (6, "juta")
        d = 2 - pangkat
        nilai = potong(x, d) if self.memotong else bulat(x, d)
        return f"Rp{angka(nilai / 10**pangkat, 2)} {nama}", nilai, d

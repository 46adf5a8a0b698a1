"""Small words of the narrative: lists, counts, beginnings and ends of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from lkip_lib import numerals
from lkip_lib.numerals import units

# More names than these in one sentence are counted instead.
_DISEBUT = 5
_TANPA_SATUAN = ("persen", "permil", "skor", "uang")
_BUKAN_BENDA = ("rasio", "angka", "jumlah", "level", "kategori", "predikat", "opini", "indeks")


def sebut_indikator(baris: Sequence[Mapping[str, Any]], *, terendah: bool = True) -> Markup:
    """Name indicators, or count many of them and, of those that fell short, name the ones with the least capaian.

    >>> print(sebut_indikator([{"nama": "A"}, {"nama": "B"}]))
    A dan B
    >>> str(sebut_indikator([{"nama": f"I{i}", "capaian_mentah_persen": -i} for i in range(6)]))
    'enam indikator, dengan capaian terendah pada I5, I4, dan I3'
    """
    if len(baris) <= _DISEBUT:
        return daftar([b["nama"] for b in baris])
    jumlah = Markup(f"{banyak(len(baris))} indikator")
    if not terendah:
        return jumlah
    disebut = sorted(baris, key=lambda b: b["capaian_mentah_persen"])[:3]
    return jumlah + ", dengan capaian terendah pada " + daftar([b["nama"] for b in disebut])


def daftar(kata: Sequence[object]) -> Markup:
    """Join words as Indonesian prose does.

    >>> str(daftar(["satu"])), str(daftar(["A", "B"])), str(daftar(["A", "B", "C"]))
    ('satu', 'A dan B', 'A, B, dan C')
    """
    isi = [escape(k) for k in kata]
    if len(isi) <= 2:
        return Markup(" dan ").join(isi)
    return Markup(", ").join(isi[:-1]) + Markup(", dan ") + isi[-1]


def banyak(n: int) -> str:
    """Write a small count in words, a large one in figures.

    >>> banyak(4), banyak(24)
    ('empat', '24')
    """
    return numerals.terbilang(n) if n <= 10 else numerals.write(n, 0)


def berukuran(angka: Any, satuan: str) -> Markup:
    """Write a figure with the unit that stands beside it in prose; a percentage and a score have theirs or need none.

    >>> print(berukuran("1.312", "Orang"), berukuran("7", "Peringkat"), berukuran("64,17", "Nilai"))
    1.312 orang peringkat 7 64,17
    """
    kata = satuan.strip()
    if not str(angka)[-1:].isdigit():
        return Markup(escape(angka))
    if kata.casefold() == "peringkat":
        return Markup("peringkat ") + escape(angka)
    benda = units.family(kata) not in _TANPA_SATUAN and kata.casefold() not in _BUKAN_BENDA
    if not benda or not kata.replace(" ", "").isalpha():
        return Markup(escape(angka))
    return Markup(escape(angka)) + " " + (kata if any(h.isupper() for h in kata[1:]) else kata.lower())


def kalimat(teks: str) -> str:
    """Begin with a capital and end with a full stop, as written prose does.

    >>> kalimat("data belum lengkap")
    'Data belum lengkap.'
    """
    bersih = teks.strip()
    return bersih[:1].upper() + bersih[1:] + ("" if bersih.endswith((".", "!", "?")) else ".")


def awali(teks: str) -> str:
    """Begin with a small letter, to stand inside a sentence; an abbreviation keeps its capitals.

    >>> awali("Bukti belum lengkap."), awali("APBD belum cukup")
    ('bukti belum lengkap', 'APBD belum cukup')
    """
    bersih = teks.strip().rstrip(".")
    return bersih if bersih[:2].isupper() else bersih[:1].lower() + bersih[1:]


def terisi(nilai: Any) -> bool:
    """Tell whether there is a figure: not empty, not missing.

    >>> terisi(0.0), terisi(float("nan")), terisi(None)
    (True, False, False)
    """
    return nilai is not None and bool(pd.notna(nilai))

"""Small words of the narrative: lists, counts, beginnings and ends of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from lkip_lib import numerals

# More names than these in one sentence are counted instead.
_DISEBUT = 5


def sebut_indikator(baris: Sequence[Mapping[str, Any]]) -> Markup:
    """Name indicators, or count many of them and name those with the least capaian.

    >>> print(sebut_indikator([{"nama": "A"}, {"nama": "B"}]))
    A dan B
    >>> str(sebut_indikator([{"nama": f"I{i}", "capaian_mentah_persen": -i} for i in range(6)]))
    'enam indikator, dengan capaian terendah pada I5, I4, dan I3'
    """
    if len(baris) <= _DISEBUT:
        return daftar([b["nama"] for b in baris])
    terendah = sorted(baris, key=lambda b: b["capaian_mentah_persen"])[:3]
    jumlah = f"{banyak(len(baris))} indikator, dengan capaian terendah pada "
    return Markup(jumlah) + daftar([b["nama"] for b in terendah])


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

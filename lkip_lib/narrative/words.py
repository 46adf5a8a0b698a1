"""Small words of the narrative: lists, counts, beginnings and ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from lkip_lib import numerals
from lkip_lib.numerals import units

# More names than these in one sentence are counted instead.
_DISEBUT = 5
_TANPA_SATUAN = ("persen", "permil", "skor", "uang")
# "Rasio per 10.000 kendaraan" is so many per 10.000 kendaraan.
_PER = re.compile(r"^(?:rasio|angka|jumlah|indeks)\s+\(?(per\b[^()]*)\)?$", re.I)
_BUKAN_BENDA = ("rasio", "angka", "jumlah", "level", "kategori", "predikat", "opini", "indeks")


def sebut_indikator(baris: Sequence[Mapping[str, Any]], *lain: int, terendah: bool = True) -> Markup:
    """Name indicators, or count many of them and, of those that fell short, name the ones with the least capaian.

    `lain` are the other counts of the sentence, as in `banyak`.

    >>> print(sebut_indikator([{"nama": "A"}, {"nama": "B"}]))
    A dan B
    >>> str(sebut_indikator([{"nama": f"I{i}", "capaian_mentah_persen": -i} for i in range(6)]))
    'enam indikator, dengan capaian terendah pada I5, I4, dan I3'
    """
    if len(baris) <= _DISEBUT:
        return daftar([b["nama"] for b in baris])
    jumlah = Markup(f"{banyak(len(baris), *lain)} indikator")
    if not terendah:
        return jumlah
    disebut = sorted(baris, key=lambda b: b["capaian_mentah_persen"])[:3]
    return jumlah + ", dengan capaian terendah pada " + daftar([b["nama"] for b in disebut])


def sebut_banyak(nama: Sequence[str], semua: Sequence[object]) -> Markup:
    """Name a few, or count them where they are many or all.

    >>> print(sebut_banyak(["A", "B"], ["A", "B"]), sebut_banyak(["A"], ["A", "B"]))
    kedua indikator A
    """
    if len(nama) == len(semua) > 1:
        return Markup("kedua indikator" if len(nama) == 2 else "semua indikator")
    return daftar(nama) if len(nama) <= 3 else Markup(f"{banyak(len(nama))} indikator")


def daftar(kata: Sequence[object], pemisah: str = ",", penghubung: str = "dan") -> Markup:
    """Join words as Indonesian prose does; what holds commas itself is parted otherwise.

    >>> str(daftar(["satu"])), str(daftar(["A", "B"])), str(daftar(["A", "B", "C"]))
    ('satu', 'A dan B', 'A, B, dan C')
    >>> str(daftar(["A, B", "C", "D"], ";", "serta"))
    'A, B; C; serta D'
    """
    isi = [escape(k) for k in kata]
    if len(isi) <= 2:
        return Markup(f" {penghubung} ").join(isi)
    return Markup(f"{pemisah} ").join([*isi[:-1], Markup(f"{penghubung} ") + isi[-1]])


def banyak(n: int, *lain: int) -> str:
    """Write a small count in words, a large one in figures, and like the other counts of its sentence (`lain`).

    >>> banyak(4), banyak(24), banyak(4, 24)
    ('empat', '24', '4')
    """
    return numerals.terbilang(n) if max(n, *lain, 0) <= 10 else numerals.write(n, 0)


def berukuran(angka: Any, satuan: str) -> Markup:
    """Write a figure with the unit that stands beside it in prose; a percentage and a score have theirs or need none.

    >>> print(berukuran("1.312", "Orang"), berukuran("7", "Peringkat"), berukuran("64,17", "Nilai"))
    1.312 orang peringkat 7 64,17
    >>> print(berukuran("3,68", "Rasio per 100.000 penduduk"))
    3,68 per 100.000 penduduk
    """
    if satuan.strip().casefold() == "peringkat" and str(angka)[-1:].isdigit():
        return Markup("peringkat ") + escape(angka)
    return _bersatuan(angka, _kata(satuan))


def berbeda(angka: Any, satuan: str, *, jenjang: bool = False) -> Markup:
    """Write the difference of two figures with its unit; rungs of a ladder (`jenjang`) are counted.

    >>> print(berbeda("0,08", "Persen"), berbeda("17", "Kasus"), berbeda("Rp500", "Rupiah"))
    0,08 poin 17 kasus Rp500
    """
    beda = units.selisih(satuan)
    return _bersatuan(angka, "tingkat" if jenjang else beda if beda == "poin" else _kata(beda))


def berasio(angka: Any) -> bool:
    """Tell whether a figure is written as a ratio, whose difference is no figure that one can read.

    >>> berasio("1 : 17,9"), berasio("17,9")
    (True, False)
    """
    return str(angka).startswith("1 :")


def _bersatuan(angka: Any, kata: str) -> Markup:
    polos = Markup(escape(angka))
    return polos + " " + kata if kata and str(angka)[-1:].isdigit() else polos


def _kata(satuan: str) -> str:
    """Return a unit as it stands behind a figure, "" where the figure has it or needs none."""
    kata = _PER.sub(r"\1", satuan.strip())
    if units.family(kata) in _TANPA_SATUAN or kata.casefold() in _BUKAN_BENDA or not kata[:1].isalpha():
        return ""
    return kata if any(h.isupper() for h in kata[1:]) else kata.lower()


def kalimat(teks: str) -> str:
    """Begin with a capital and end with a full stop, as written prose does.

    >>> kalimat("data belum lengkap")
    'Data belum lengkap.'
    """
    bersih = teks.strip()
    return bersih[:1].upper() + bersih[1:] + ("" if bersih.endswith((".", "!", "?")) else ".")


def huruf_besar(teks: str) -> str:
    """Begin a sentence with a capital letter.

    >>> huruf_besar("dua dari empat")
    'Dua dari empat'
    """
    return teks[:1].upper() + teks[1:]


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


# What the templates may write with.
KATA = {f.__name__: f for f in (sebut_indikator, daftar, banyak, berukuran, berbeda, berasio, kalimat, awali, terisi)}

"""Find the headings of a draft's table: rows of words at its top, a row of column numbers under them, a title above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from lkip_lib.draf.files.document import Tabel
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.draf.tables.captions import nomor_tabel
from lkip_lib.draf.tables.roles import Kolom, kolom_judul
from lkip_lib.impor.headings import Judul, baku, judul_di
from lkip_lib.inputs.grid import Kisi

_TERTINGGI = 5  # rows that headings take
_NOMOR = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*=.*)?", re.I)


@dataclass(frozen=True, slots=True)
class Kepala:
    """Hold the headings of a table, its columns, the row (from 0) at which its data begin, and a title inside it."""

    judul: Judul
    kolom: tuple[Kolom, ...]
    mulai: int
    dalam: str = ""

    def peran(self, *nama: str) -> list[Kolom]:
        """Return the columns of some roles, from the left."""
        return [k for k in self.kolom if k.peran in nama]


def nomor_kolom(baris: tuple[str, ...]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3), 1 2 3, or 1 3 4 beside a merged one; or a b c.

    >>> nomor_kolom(("(1)", "(2)", "(4)", "(5)")), nomor_kolom(("1", "Nilai", "80")), nomor_kolom(("1", "65", "80"))
    (True, False, False)
    """
    terisi = [t for t in baris if t]
    cocok = [m[1] for t in terisi if (m := _NOMOR.fullmatch(t))]
    if len(cocok) != len(terisi) or len(terisi) < 3:
        return False
    if all(t.isdigit() for t in cocok):
        n = [int(t) for t in cocok]
        return n[0] <= 2 and all(1 <= b - a <= 2 for a, b in pairwise(n))
    return [t.lower() for t in cocok] == [chr(97 + i) for i in range(len(cocok))]


def kepala(tabel: Tabel) -> Kepala | None:
    """Return the headings of a table; None for one without."""
    kisi = tabel.kisi
    if len(kisi.baris) < 2:
        return None
    awal, dalam = 0, ""
    while awal < len(kisi.baris) - 1 and len({t for t in kisi.baris[awal] if t}) <= 1 and _berjudul(kisi, awal):
        dalam, awal = dalam or next((t for t in kisi.baris[awal] if t), ""), awal + 1
    batas = min(awal + _TERTINGGI, len(kisi.baris) - 1)
    bernomor = next((b for b in range(awal + 1, batas + 1) if nomor_kolom(kisi.baris[b])), 0)
    if bernomor:
        akhir, mulai = bernomor - 1, bernomor + 1
    else:
        akhir = _akhir(kisi, awal, batas, tabel.judul_ulang)
        mulai = akhir + 1
    judul = _disambung(judul_di(kisi, awal, akhir))
    kolom = tuple(k for n, t in enumerate(judul.teks) if (k := kolom_judul(n, t)))
    dikenal = {k.peran for k in kolom if k.peran not in ("nomor", "persen", "rupiah")}
    return Kepala(judul, kolom, mulai, dalam) if len(dikenal) >= 2 else None


def _berjudul(kisi: Kisi, b: int) -> bool:
    """Tell whether a row is a title: one cell that takes all of it, or a caption."""
    lebar = len(kisi.baris[b])
    selebar = any(b1 == b == b2 and k2 - k1 + 1 == lebar for (b1, k1), (b2, k2) in kisi.gabungan)
    return lebar > 1 and (selebar or bool(nomor_tabel(kisi.baris[b][0])))


def _akhir(kisi: Kisi, awal: int, batas: int, ulang: int) -> int:
    """Return the last row of headings that no row of numbers ends."""
    akhir = awal
    for (b1, _), (b2, _) in kisi.gabungan:
        if b1 == awal and b2 <= batas and _mungkin(kisi, b1):
            akhir = max(akhir, b2)
    akhir = max(akhir, min(ulang - 1, batas - 1))
    if akhir == awal < batas and _menaungi(kisi, awal):
        akhir += 1
    while akhir < batas and _lanjutan(kisi, akhir + 1):
        akhir += 1
    return akhir


def _menaungi(kisi: Kisi, b: int) -> bool:
    """Tell whether a row only stands over some of the columns that the row below it names."""
    atas, bawah = kisi.baris[b], kisi.baris[b + 1]
    terisi = [k for k, t in enumerate(bawah) if t]
    if len(terisi) < 4 or not _mungkin(kisi, b) or not _mungkin(kisi, b + 1):
        return False
    bebas = sum(not any(h.isalpha() for h in atas[k]) for k in terisi)
    dikenal = sum(bool(kolom_judul(k, (bawah[k],))) or len(baku(bawah[k])) < 2 for k in terisi)
    return bebas * 2 > len(terisi) and dikenal == len(terisi)


def _mungkin(kisi: Kisi, b: int) -> bool:
    """Tell whether a row may be one of headings: no number in it but years."""
    return not any(re.search(r"\d", re.sub(r"(?<!\d)20\d\d(?!\d)", "", t)) for t in kisi.baris[b] if len(t) < 40)


def _lanjutan(kisi: Kisi, b: int) -> bool:
    """Tell whether a row goes on with the headings above it: words of headings, years, units, and nothing else."""
    terisi = [t for t in kisi.baris[b] if t]
    if not terisi or not all(len(t) <= 60 for t in terisi):
        return False
    return all(_kata_judul(t) for t in terisi)


def _kata_judul(teks: str) -> bool:
    kecil = baku(lipat(teks))
    if re.fullmatch(
        r"(?:tahun |thn )?20\d\d(?: ?20\d\d)?|rp|rupiah|%|persen|(?:tw|triwulan) ?(?:i{1,3}|iv|[1-4])|i{1,3}|iv", kecil
    ):
        return True
    k = kolom_judul(0, (teks,))
    return k is not None and (k.berangka or k.peran == "persen") and len(kecil.split()) <= 5


def _disambung(judul: Judul) -> Judul:
    """Join a group's name that was cut over the two columns that it stands over: TAR | GET."""
    teks = list(judul.teks)
    for k in range(len(teks) - 1):
        kiri, kanan = teks[k], teks[k + 1]
        if len(kiri) < 2 or len(kanan) < 2:
            continue
        if re.fullmatch(r"(?i)tahun|thn", kiri[-2]) and re.fullmatch(r"20\d\d", kanan[-2]):  # Tahun | 2024
            teks[k] = (*kiri[:-2], kanan[-2], kiri[-1])
            continue
        if kolom_judul(k, kiri[:1]) or kolom_judul(k, kanan[:1]):
            continue
        if kolom_judul(k, (kiri[0] + kanan[0],)):
            satu = kiri[0] + kanan[0]
            teks[k], teks[k + 1] = (satu, *kiri[1:]), (satu, *kanan[1:])
    return Judul(judul.awal, judul.akhir, tuple(teks))

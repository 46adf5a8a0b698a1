"""Find the columns of a sheet by their headings, which may take several rows and be merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lkip_lib.errors import Masalah, terdekat, tolak
from lkip_lib.inputs.grid import Kisi, huruf_kolom

PISAH = " > "


def baku(teks: str) -> str:
    """Return a heading as it is compared: lower case, words only.

    >>> baku("Pagu\\nAnggaran (Rp)"), baku(" PAGU  ANGGARAN(Rp.) ")
    ('pagu anggaran rp', 'pagu anggaran rp')
    >>> baku("U R A I A N"), baku("T A")
    ('uraian', 't a')
    """
    kata = re.findall(r"[^\W_]+|%", teks.lower())
    return ("" if len(kata) > 3 and all(len(k) == 1 and k.isalpha() for k in kata) else " ").join(kata)


@dataclass(frozen=True, slots=True)
class Judul:
    """Hold the headings of a sheet: their rows (from 0) and, for each column, its texts from the top."""

    awal: int
    akhir: int
    teks: tuple[tuple[str, ...], ...]

    def nama(self, kolom: int) -> str:
        """Return a column's whole heading, `Anggaran > Pagu`."""
        return PISAH.join(self.teks[kolom]) if kolom < len(self.teks) else ""

    def kolom(self, disebut: str) -> list[int]:
        """Return the columns that a heading means: the whole one, else its last row, else the column's letters."""
        cari = [baku(bagian) for bagian in disebut.split(PISAH)]
        baku_semua = [[baku(t) for t in teks] for teks in self.teks]
        utuh = [k for k, teks in enumerate(baku_semua) if teks == cari]
        ujung = [k for k, teks in enumerate(baku_semua) if teks[-len(cari) :] == cari]
        huruf = [k for k in range(len(self.teks)) if huruf_kolom(k) == disebut.strip()]
        return utuh or ujung or huruf

    def sebutan(self, kolom: int) -> str:
        """Name a column as shortly as it can be found again: its last heading, the whole one, or its letters."""
        teks = self.teks[kolom]
        for nama in (teks[-1], self.nama(kolom)) if teks else ():
            if self.kolom(nama) == [kolom]:
                return nama
        return huruf_kolom(kolom)


def judul_di(kisi: Kisi, awal: int, akhir: int) -> Judul:
    """Read the headings in rows `awal` to `akhir` (from 0): a merged one stands over each column that it covers.

    So does a group's name whose cells to the right are blank above headings of their own, as a CSV has it.
    """
    lebar = len(kisi.baris[0]) if kisi.baris else 0
    isi = [list(kisi.baris[b]) if b < len(kisi.baris) else [""] * lebar for b in range(awal, akhir + 1)]
    for (b1, k1), (_, k2) in kisi.gabungan:
        if awal <= b1 <= akhir:
            for k in range(k1, min(k2, lebar - 1) + 1):
                isi[b1 - awal][k] = isi[b1 - awal][k1]
    for atas, bawah in pairwise(isi):
        for k in range(1, lebar):
            if not atas[k] and atas[k - 1] and bawah[k] and bawah[k - 1]:
                atas[k] = atas[k - 1]
    teks = (tuple(baris[k] for baris in isi if baris[k]) for k in range(lebar))
    return Judul(awal, akhir, tuple(teks))


def temukan_judul(kisi: Kisi, awal: int, akhir: int, disebut: Iterable[str]) -> Judul:
    """Return the headings at the rows a mapping names or, when they are not there, at the one place where all are."""
    semua = list(disebut)

    def lengkap(judul: Judul) -> bool:
        return all(judul.kolom(nama) for nama in semua) and any(
            baku(nama.split(PISAH)[-1]) in map(baku, teks) for nama in semua for teks in judul.teks
        )

    tertulis = judul_di(kisi, awal, akhir)
    if lengkap(tertulis):
        return tertulis
    lain = (judul_di(kisi, b, b + akhir - awal) for b in range(min(len(kisi.baris), 60)))
    cocok = [judul for judul in lain if lengkap(judul)]
    return cocok[0] if len(cocok) == 1 else tertulis


def cari_kolom(judul: Judul, disebut: Mapping[str, Iterable[str]], berkas: str) -> dict[str, tuple[int, ...]]:
    """Return the column numbers of each name. Raises MasukanSalah for headings that are missing or stand twice."""
    hasil: dict[str, tuple[int, ...]] = {}
    masalah = []
    ada = [judul.nama(k) for k in range(len(judul.teks)) if judul.teks[k]]
    for nama, semua in disebut.items():
        nomor: list[int] = []
        for satu in semua:
            kolom = judul.kolom(satu)
            if len(kolom) == 1:
                nomor += kolom
            elif kolom:
                di = ", ".join(f"{huruf_kolom(k)} ({judul.nama(k)})" for k in kolom)
                perbaikan = "Sebut judulnya lengkap dengan judul di atasnya, atau huruf kolomnya."
                masalah.append(Masalah(f'Judul "{satu}" ada di beberapa kolom: {di}.', perbaikan, berkas, kolom=nama))
            else:
                temuan = f'Judul "{satu}" tidak ada di baris {judul.awal + 1}–{judul.akhir + 1}.'
                masalah.append(Masalah(temuan, terdekat(satu, ada), berkas, kolom=nama))
        hasil[nama] = tuple(nomor)
    tolak(masalah)
    return hasil

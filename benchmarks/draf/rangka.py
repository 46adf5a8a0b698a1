"""The frame that tables share: heads in one row or two, a number row, words cut by narrow columns, a split table."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.draf.model import Sel, Tabel
from benchmarks.draf.tata import Tata


@dataclass(frozen=True)
class Kepala:
    """Hold the head of one column, and of the group of columns it stands under."""

    teks: str
    grup: str = ""


def kepala(kolom: list[Kepala], tata: Tata, acak: random.Random) -> list[list[Sel]]:
    """Write the head rows of a table."""
    besar = acak.random() < 0.5

    def tulis(teks: str, **lain: int) -> Sel:
        teks = teks.upper() if besar else teks
        return Sel(_sempit(teks, acak) if tata.kepala == "sempit" else teks, kepala=True, tebal=True, **lain)

    if tata.kepala == "dua" and any(k.grup for k in kolom):
        atas: list[Sel] = []
        bawah: list[Sel] = []
        for n, k in enumerate(kolom):
            if not k.grup:
                atas.append(tulis(k.teks, tinggi=2))
                continue
            if n == 0 or kolom[n - 1].grup != k.grup:
                lebar = sum(1 for _ in _berturut(kolom, n))
                atas.append(tulis(k.grup, lebar=lebar))
            bawah.append(tulis(k.teks))
        baris = [atas, bawah]
    else:
        baris = [[tulis(f"{k.teks} {k.grup}" if k.grup and k.grup[-4:].isdigit() else k.teks) for k in kolom]]
    if tata.kepala == "nomor":
        bentuk = acak.choice(("({})", "{}"))
        baris.append([Sel(bentuk.format(n), kepala=True) for n in range(1, len(kolom) + 1)])
    return baris


def _berturut(kolom: list[Kepala], n: int) -> list[Kepala]:
    hasil = []
    for k in kolom[n:]:
        if k.grup != kolom[n].grup:
            break
        hasil.append(k)
    return hasil


def _sempit(teks: str, acak: random.Random) -> str:
    """Cut the long words as a narrow column does."""
    kata = []
    for k in teks.split(" "):
        if len(k) > 6 and k.isalpha():
            potong = acak.randint(3, len(k) - 3)
            k = k[:potong] + acak.choice(("-\n", "\n")) + k[potong:]
        kata.append(k)
    return " ".join(kata)


def ulangi(baris: list[list[Sel]], banyak: int) -> list[list[Sel]]:
    """Print the head once more in the middle, where a page ended and someone typed it again."""
    isi = len(baris) - banyak
    tengah = banyak + isi // 2
    if isi < 4 or any(s.tinggi > 1 for b in baris[banyak:] for s in b):
        return baris
    lagi = [[Sel(s.teks, lebar=s.lebar, tinggi=s.tinggi, kepala=True, tebal=True) for s in b] for b in baris[:banyak]]
    return baris[:tengah] + lagi + baris[tengah:]


def belah(t: Tabel, berkepala: bool) -> list[Tabel]:
    """Make two tables of a long one where no merged cell is cut; the second may come without heads."""
    n = t.banyak_kepala
    batas = {b for b, _, s in t.letak() for b in range(b + 1, b + s.tinggi)}
    mungkin = [b for b in range(n + 3, len(t.baris) - 1) if b + 1 not in batas]
    if not mungkin:
        return [t]
    di = mungkin[len(mungkin) // 2]
    ulang = [[Sel(s.teks, lebar=s.lebar, tinggi=s.tinggi, kepala=True, tebal=True) for s in b] for b in t.baris[:n]]
    kedua = (ulang if berkepala else []) + t.baris[di:]
    awal = Tabel(t.jenis, t.judul, t.baris[:di], n, t.wujud, t.letak_judul, t.nomor_judul, t.polos)
    lanjut = Tabel(t.jenis, "", kedua, n if berkepala else 0, t.wujud, "tanpa", "", t.polos)
    return [awal, lanjut]

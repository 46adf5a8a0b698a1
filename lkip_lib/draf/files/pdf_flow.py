"""Put the pages of a PDF together: heads and feet told apart, tables that go on over a page joined, all numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lkip_lib.draf.files.document import Bidang, Blok, Paragraf, Tabel
from lkip_lib.draf.files.pdf_grid import Petak, sambung, selaraskan
from lkip_lib.draf.tables.roles import kolom_judul
from lkip_lib.inputs.grid import Kisi

_BERULANG = 3  # pages on which a line stands that runs along


@dataclass(slots=True)
class Baris:
    """Hold a text of a page with its lines; one that is `lepas` is a row of a table without rules."""

    teks: str
    garis: tuple[tuple[int, Bidang], ...] = ()
    lepas: bool = False
    tepi: bool = False


@dataclass(slots=True)
class Bagian:
    """Hold a table of a page."""

    petak: Petak


Unsur = Baris | Bagian


def satukan(halaman: Sequence[Sequence[Unsur]]) -> list[Blok]:
    """Return the blocks of all pages in order."""
    _tandai_tepi(halaman)
    blok: list[Blok] = []
    terbuka: tuple[int, Petak] | None = None  # the table that the next page may go on with: where, and its grid
    n_paragraf = n_tabel = 0
    for nomor, isi in enumerate(halaman, start=1):
        for u in isi:
            if isinstance(u, Baris):
                n_paragraf += 1
                bagian = "tepi" if u.tepi else "lepas" if u.lepas else "isi"
                blok.append(Paragraf(n_paragraf, u.teks, bagian, halaman=nomor, garis=u.garis))
                terbuka = terbuka if u.tepi else None
                continue
            di, petak = (len(blok), u.petak)
            if terbuka and (lagi := _lanjutan(terbuka[1], u.petak)):
                di, petak = terbuka[0], lagi
                lama = blok[di]
                assert isinstance(lama, Tabel)
                blok[di] = _tabel(petak, lama.nomor, lama.halaman)
            else:
                n_tabel += 1
                blok.append(_tabel(petak, n_tabel, nomor))
            terbuka = None if u is not _terakhir(isi) else (di, petak)
    return blok


def _terakhir(isi: Sequence[Unsur]) -> Unsur | None:
    """Return what stands last on a page but for its foot."""
    return next((u for u in reversed(isi) if not (isinstance(u, Baris) and u.tepi)), None)


def _tandai_tepi(halaman: Sequence[Sequence[Unsur]]) -> None:
    """Mark the numbers of pages, and the lines at the ends of pages that come again on others."""
    ujung = [_ujung(isi) for isi in halaman]
    hitung = Counter(kunci for satu in ujung for kunci in {_kunci(b.teks) for b in satu})
    for satu in ujung:
        for b in satu:
            b.tepi = _nomor_halaman(b.teks) or (hitung[_kunci(b.teks)] >= _BERULANG and not b.lepas)


def _ujung(isi: Sequence[Unsur]) -> list[Baris]:
    """Return the lines that stand before and behind all else on a page, two at most on each side."""
    return [b for sisi in (isi[:2], isi[-2:]) for b in sisi if isinstance(b, Baris)]


def _kunci(teks: str) -> str:
    return re.sub(r"\W*\d+\W*", " ", teks).strip()


def _nomor_halaman(teks: str) -> bool:
    return bool(re.fullmatch(r"(?i)(?:hal(?:aman)?\.?\s*)?\W*(?:\d{1,4}|[ivxl]{1,6})\W*", teks)) or len(teks) < 3


def _lanjutan(atas: Petak, bawah: Petak) -> Petak | None:
    """Return a table with what goes on with it at the top of the next page; None where that is another."""
    if _belum_berisi(atas, bawah) and (kepala := selaraskan(atas, bawah.sisi)):
        return sambung(kepala, bawah, 0)
    bagian = selaraskan(bawah, atas.sisi)
    if bagian is None or _berjudul_lain(bagian, atas):
        return None
    judul = 0
    while judul < min(len(bagian.baris), len(atas.baris)) and bagian.baris[judul] == atas.baris[judul]:
        judul += 1
    return sambung(atas, bagian, judul)


def _belum_berisi(atas: Petak, bawah: Petak) -> bool:
    """Tell whether a page ends within the headings of a table, whose next row names the columns of a group."""
    berkelompok = len(atas.sisi) < len(bawah.sisi) or any(g[1][1] > g[0][1] for g in atas.gabungan)
    if len(atas.baris) > 1 or not berkelompok or all(bawah.baris[0]):
        return False
    return all(kolom_judul(0, (t,)) for b in (atas.baris[0], bawah.baris[0]) for t in b if t)


def _berjudul_lain(bawah: Petak, atas: Petak) -> bool:
    """Tell whether a table begins with the headings of another than the one above."""
    terisi = [t for t in bawah.baris[0] if t]
    dikenal = sum(kolom_judul(0, (t,)) is not None for t in terisi)
    tanpa_angka = not any(h.isdigit() for t in terisi for h in re.sub(r"20\d\d", "", t))
    return bawah.baris[0] != atas.baris[0] and len(terisi) > 1 and tanpa_angka and dikenal * 2 > len(terisi)


def _tabel(petak: Petak, nomor: int, halaman: int) -> Tabel:
    baris = tuple(petak.baris)
    jenis = tuple(tuple("teks" if t else "" for t in b) for b in baris)
    kisi = Kisi(f"Tabel {nomor}", baris, jenis, tuple(petak.gabungan))
    return Tabel(nomor, kisi, halaman=halaman, bidang=petak.bidang)

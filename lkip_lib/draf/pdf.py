"""Read a PDF that was made by a program: ruled tables, joined over pages, and the lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from lkip_lib.draf.document import Blok, Naskah, Paragraf, Tabel
from lkip_lib.draf.roles import kolom_judul
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.sheet_marks import TERLUAS, Letak

_TERBANYAK = 1500  # pages
_TERBESAR = 100_000_000  # bytes
_GARIS = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4}


def baca_pdf(path: Path) -> Naskah:
    """Read a PDF. Raises MasukanSalah for one that is locked, damaged, too large, or without text."""
    try:
        import pdfplumber
    except ImportError as salah:
        perbaikan = 'Pasang dengan: pip install "lkip[draf]"; atau simpan drafnya sebagai Word.'
        raise MasukanSalah(Masalah("Pembaca PDF belum terpasang.", perbaikan, path.name)) from salah
    if path.stat().st_size > _TERBESAR:
        raise MasukanSalah(Masalah("Isi berkas ini terlalu besar untuk dibaca.", "Pisahkan lampirannya.", path.name))
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > _TERBANYAK:
                temuan = f"Berkas ini lebih dari {_TERBANYAK} halaman."
                raise MasukanSalah(Masalah(temuan, "Pisahkan laporannya dari lampiran.", path.name))
            return _Pembaca(path.name).baca(pdf)
    except MasukanSalah:
        raise
    except Exception as salah:  # pdfminer raises whatever a damaged file makes it stumble over
        temuan = "Berkas PDF ini rusak atau dikunci kata sandi."
        raise MasukanSalah(
            Masalah(temuan, "Buka, lalu cetak ke PDF baru; atau simpan sebagai Word.", path.name)
        ) from salah


class _Pembaca:
    """Gather the blocks of a file page by page; a table that goes on at the top of the next page is one."""

    def __init__(self, nama: str) -> None:
        self.nama = nama
        self.blok: list[Blok] = []
        self.gambar: list[int] = []
        self.n_tabel = self.n_paragraf = self.luas = 0
        self.sisi: tuple[float, ...] = ()

    def baca(self, pdf: Any) -> Naskah:
        for halaman in pdf.pages:
            self._halaman(halaman)
            halaman.close()
        if not self.blok:
            temuan = "Halaman berkas ini gambar, tanpa teks yang dapat dibaca."
            raise MasukanSalah(Masalah(temuan, "Minta berkas Word-nya, atau PDF yang bukan hasil pindai.", self.nama))
        kabar = []
        if self.gambar:
            sebut = ", ".join(map(str, self.gambar[:8])) + (", …" if len(self.gambar) > 8 else "")
            kabar.append(f"Halaman {sebut} berupa gambar dan tidak dibaca.")
        return Naskah(self.nama, "pdf", tuple(self.blok), tuple(kabar))

    def _halaman(self, halaman: Any) -> None:
        nomor = halaman.page_number
        tabel = [t for t in halaman.find_tables(_GARIS) if len(t.rows) > 1 or len(t.rows[0].cells) > 2]
        baris = list(_baris(halaman, [t.bbox for t in tabel]))
        if not tabel and not baris:
            self.gambar.append(nomor)
            return
        isi = sorted([*((t.bbox[1], 0, t) for t in tabel), *((y, 1, teks) for y, teks in baris)], key=lambda x: x[:2])
        pertama = True
        for _, jenis, unsur in isi:
            if jenis:
                if pertama and _nomor_halaman(unsur):
                    continue
                self._paragraf(unsur, nomor)
            else:
                self._tabel(unsur, nomor, lanjut=pertama)
            pertama = False

    def _paragraf(self, teks: str, halaman: int) -> None:
        self.n_paragraf += 1
        self.blok.append(Paragraf(self.n_paragraf, teks, halaman=halaman))

    def _tabel(self, tabel: Any, halaman: int, *, lanjut: bool) -> None:
        baris, gabungan, sisi = _kisi(tabel)
        lama = next((b for b in reversed(self.blok) if not (isinstance(b, Paragraf) and _nomor_halaman(b.teks))), None)
        sama = isinstance(lama, Tabel) and sisi == self.sisi and len(baris[0]) == len(lama.kisi.baris[0])
        if lanjut and sama and isinstance(lama, Tabel) and not _berjudul_lain(baris[0], lama.kisi.baris[0]):
            awal = list(lama.kisi.baris)
            buang = (
                next((n for n in range(len(baris)) if baris[n] != awal[n]), len(baris)) if baris[0] == awal[0] else 0
            )
            tambah = baris[buang:]
            geser = len(awal) - buang
            lagi = [((a + geser, b), (c + geser, d)) for (a, b), (c, d) in gabungan if a >= buang]
            baru = Tabel(
                lama.nomor, _jadi(lama.kisi.nama, [*awal, *tambah], [*lama.kisi.gabungan, *lagi]), halaman=lama.halaman
            )
            self.blok[self.blok.index(lama)] = baru
            self._batasi(len(tambah) * len(baris[0]))
            return
        self.sisi = sisi
        self.n_tabel += 1
        self._batasi(len(baris) * len(baris[0]))
        self.blok.append(Tabel(self.n_tabel, _jadi(f"Tabel {self.n_tabel}", baris, gabungan), halaman=halaman))

    def _batasi(self, sel: int) -> None:
        self.luas += sel
        if self.luas > TERLUAS:
            raise MasukanSalah(Masalah("Tabel di berkas ini terlalu luas.", "Pisahkan lampirannya.", self.nama))


def _berjudul_lain(atas: tuple[str, ...], judul: tuple[str, ...]) -> bool:
    """Tell whether a row is the headings of another table than the one with these."""
    terisi = [t for t in atas if t]
    dikenal = sum(kolom_judul(0, (t,)) is not None for t in terisi)
    tanpa_angka = not any(h.isdigit() for t in terisi for h in re.sub(r"20\d\d", "", t))
    return atas != judul and len(terisi) > 2 and tanpa_angka and dikenal * 2 > len(terisi)


def _jadi(nama: str, baris: list[tuple[str, ...]], gabungan: list[tuple[Letak, Letak]]) -> Kisi:
    return Kisi(nama, tuple(baris), tuple(tuple("teks" if t else "" for t in b) for b in baris), tuple(gabungan))


def _kisi(tabel: Any) -> tuple[list[tuple[str, ...]], list[tuple[Letak, Letak]], tuple[float, ...]]:
    """Return the cells of a table on the grid of all its rules, and those that take several of them."""
    kotak = [c for c in tabel.cells if c]
    xs, ys = (_tepi([c[i] for c in kotak] + [c[i + 2] for c in kotak]) for i in (0, 1))
    isi = [[""] * max(1, len(xs) - 1) for _ in range(max(1, len(ys) - 1))]
    gabungan: list[tuple[Letak, Letak]] = []
    for x0, y0, x1, y1 in kotak:
        k1, k2, b1, b2 = _di(xs, x0), _di(xs, x1) - 1, _di(ys, y0), _di(ys, y1) - 1
        teks = tabel.page.crop((x0, y0, x1, y1), strict=False).extract_text(x_tolerance=1.5) or ""
        isi[b1][k1] = rapi(teks)
        if (b2, k2) != (b1, k1):
            gabungan.append(((b1, k1), (b2, k2)))
    return [tuple(b) for b in isi], gabungan, tuple(round(x) for x in xs)


def _tepi(semua: list[float]) -> list[float]:
    urut = sorted(semua)
    return [urut[0], *(b for a, b in pairwise(urut) if b - a > 2)]


def _di(tepi: list[float], nilai: float) -> int:
    return min(range(len(tepi)), key=lambda i: abs(tepi[i] - nilai))


def _baris(halaman: Any, kotak: list[tuple[float, float, float, float]]) -> Iterator[tuple[float, str]]:
    """Yield the lines of text outside the tables, those of one paragraph joined, with their height on the page."""
    di_luar = halaman.filter(lambda o: not any(_dalam(o, k) for k in kotak))
    potong: list[str] = []
    awal, bawah = 0.0, 0.0
    for garis in di_luar.extract_text_lines(x_tolerance=1.5, return_chars=False):
        teks = rapi(garis["text"])
        if not teks:
            continue
        if potong and (garis["top"] - bawah > 6 or re.match(r"(?i)(?:tabel|gambar|bab)\b|\d+(?:\.\d+)*[.)]?\s", teks)):
            yield awal, " ".join(potong)
            potong = []
        awal = awal if potong else garis["top"]
        potong.append(teks)
        bawah = garis["bottom"]
    if potong:
        yield awal, " ".join(potong)


def _dalam(unsur: dict[str, Any], kotak: tuple[float, float, float, float]) -> bool:
    x, y = (unsur["x0"] + unsur["x1"]) / 2, (unsur["top"] + unsur["bottom"]) / 2
    return bool(kotak[0] <= x <= kotak[2] and kotak[1] <= y <= kotak[3])


def _nomor_halaman(teks: str) -> bool:
    return bool(re.fullmatch(r"(?i)(?:hal(?:aman)?\.?\s*)?\W*(?:\d{1,4}|[ivxl]{1,6})\W*", teks)) or len(teks) < 3

"""Read a year's CSV files as text, each row with the line it stands on."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, tolak
from lkip_lib.numerals import write
from lkip_lib.texts import KENDALI, baca_teks

BARIS = "_baris"
# Spaces that look like a space, and characters that show nothing.
_SAMA = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
}
_PEMISAH_LAIN = {";": "titik koma", "\t": "tab"}
TERBANYAK = 50_000  # rows: ten times what a large agency has
_TERLEBAR = 1_000  # columns
SEL_KENDALI = ("Sel ini memuat karakter kendali.", "Ketik ulang isinya.")


def baca_csv(path: Path, nama: str) -> pd.DataFrame:
    """Read one CSV file: every cell as text, stripped at its ends, with the column `_baris`.

    Blank rows are left out. Raises MasukanSalah for a wrong encoding, separator, header, row length or character, and
    for more rows or columns than any table has.
    """
    teks = baca_teks(path, nama, 'Simpan ulang sebagai "CSV UTF-8".')
    try:
        semua = list(islice(_baris_isi(teks), TERBANYAK + 2))  # what is more is refused, unread
    except _KutipTerbuka as salah:
        saran = "Tutup dengan satu tanda kutip lagi; tanda kutip yang menjadi isi sel ditulis dua kali."
        raise MasukanSalah(Masalah("Tanda kutip di baris ini tidak ditutup.", saran, nama, salah.baris)) from salah
    if not semua:
        saran = "Tulis judul kolom di baris pertama; kolom setiap tabel ada di docs/masukan.md."
        raise MasukanSalah(Masalah("Berkas ini kosong.", saran, nama))
    judul, *baris = semua
    kepala = judul[1]
    periksa_luas(len(baris), len(kepala), nama)
    pemisah = next((sebut for p, sebut in _PEMISAH_LAIN.items() if p in kepala[0]), "") if len(kepala) == 1 else ""
    if pemisah:
        saran = 'Simpan ulang dengan pemisah koma ("CSV UTF-8, comma").'
        raise MasukanSalah(Masalah(f"Kolom dipisah {pemisah}.", saran, nama, judul[0]))
    ganda = {k for k in kepala if kepala.count(k) > 1}
    if ganda:
        raise MasukanSalah(Masalah(f"Kolom {', '.join(sorted(ganda))} dobel.", "Sisakan satu.", nama, 1))
    salah_panjang = [
        Masalah(
            f"Baris berisi {len(isi)} sel, judul kolomnya {len(kepala)}.",
            "Sel yang memuat koma harus diapit tanda kutip.",
            nama,
            nomor,
        )
        for nomor, isi in baris
        if len(isi) != len(kepala)
    ]
    tolak(salah_panjang)
    berkendali = [
        Masalah(*SEL_KENDALI, nama, nomor, kolom)
        for nomor, isi in (judul, *baris)
        for kolom, sel in zip(kepala, isi, strict=True)
        if KENDALI.search(sel)
    ]
    tolak(berkendali)
    frame = pd.DataFrame([isi for _, isi in baris], columns=kepala, dtype=object)
    frame[BARIS] = pd.Series([nomor for nomor, _ in baris], dtype="int64")
    return frame


def periksa_luas(baris: int, kolom: int, nama: str) -> None:
    """Refuse a table with more rows or columns than any has. Raises MasukanSalah."""
    for banyak, terbanyak, apa in ((baris, TERBANYAK, "baris"), (kolom, _TERLEBAR, "kolom")):
        if banyak > terbanyak:
            temuan = f"Tabel ini berisi lebih dari {write(terbanyak, 0)} {apa}."
            raise MasukanSalah(Masalah(temuan, "Sisakan isi satu instansi dan satu tahun.", nama))


class _KutipTerbuka(Exception):
    """Tell the line whose quote is never closed."""

    def __init__(self, baris: int) -> None:
        super().__init__(baris)
        self.baris = baris


def _baris_isi(teks: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, each with the line it starts on. Raises _KutipTerbuka."""
    baris = list(io.StringIO(teks, newline=""))
    pembaca = csv.reader(baris)
    mulai = 1
    try:
        for isi in pembaca:
            akhir = pembaca.line_num
            if (akhir > mulai or akhir == len(baris)) and _terbuka(baris[mulai - 1 : akhir]):
                raise _KutipTerbuka(mulai)
            if any(sel.strip() for sel in isi):
                yield mulai, [rapi(sel) for sel in isi]
            mulai = akhir + 1
    except csv.Error as salah:  # a cell larger than any may be
        raise _KutipTerbuka(mulai) from salah


def _terbuka(baris: list[str]) -> bool:
    """Tell whether a row opens a quote that it does not close: it ran into the next ones, or to the end."""
    try:
        deque(csv.reader(baris, strict=True), maxlen=0)
    except csv.Error as salah:
        return len(baris) > 1 or "end of data" in str(salah)
    return False


def rapi(sel: str) -> str:
    """Strip a cell: no character without width stays, any space is a plain one, every line end is the same.

    >>> rapi(" 2.07\xa0 "), rapi("Dinas\u202fKerja")
    ('2.07', 'Dinas Kerja')
    """
    return (sel if sel.isascii() else sel.translate(_SAMA)).replace("\r\n", "\n").replace("\r", "\n").strip()

"""Read a year's CSV files as text, each row with the line it stands on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.texts import KENDALI, baca_teks

BARIS = "_baris"
# Spaces that look like a space, and characters that show nothing.
_SAMA = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
}
SEL_KENDALI = ("Sel ini memuat karakter kendali.", "Ketik ulang isinya.")


def daftar_csv(folder: Path) -> dict[str, Path]:
    """List the CSV files of a year by table name (`target`, `tercetak/hitungan`, `data_dukung/bursa_kerja`)."""
    return {p.relative_to(folder).with_suffix("").as_posix(): p for p in sorted(folder.rglob("*.csv"))}


def baca_csv(path: Path, nama: str) -> pd.DataFrame:
    """Read one CSV file: every cell as text, stripped at its ends, with the column `_baris`.

    Blank rows are left out. Raises MasukanSalah for a wrong encoding, separator, header, row length or character.
    """
    teks = baca_teks(path, nama, 'Simpan ulang sebagai "CSV UTF-8".')
    judul, *baris = list(_baris_isi(teks)) or [(1, [])]
    kepala = [k.strip() for k in judul[1]]
    if len(kepala) == 1 and ";" in kepala[0]:
        raise MasukanSalah(
            Masalah("Kolom dipisah titik koma.", 'Simpan ulang dengan pemisah koma ("CSV UTF-8, comma").', nama, 1)
        )
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
    if salah_panjang:
        raise MasukanSalah(salah_panjang)
    berkendali = [
        Masalah(*SEL_KENDALI, nama, nomor, kolom)
        for nomor, isi in (judul, *baris)
        for kolom, sel in zip(kepala, isi, strict=True)
        if KENDALI.search(sel)
    ]
    if berkendali:
        raise MasukanSalah(berkendali)
    frame = pd.DataFrame([isi for _, isi in baris], columns=kepala, dtype=object)
    frame[BARIS] = pd.Series([nomor for nomor, _ in baris], dtype="int64")
    return frame


def _baris_isi(teks: str) -> Iterator[tuple[int, list[str]]]:
    pembaca = csv.reader(io.StringIO(teks, newline=""))
    mulai = 1
    for isi in pembaca:
        if any(sel.strip() for sel in isi):
            yield mulai, [rapi(sel) for sel in isi]
        mulai = pembaca.line_num + 1


def rapi(sel: str) -> str:
    """Strip a cell: no character without width stays, any space is a plain one, every line end is the same.

    >>> rapi(" 2.07\xa0 "), rapi("Dinas\u202fKerja")
    ('2.07', 'Dinas Kerja')
    """
    return sel.translate(_SAMA).replace("\r\n", "\n").replace("\r", "\n").strip()

"""Read a text file as an input is, UTF-8 whatever its line ends, or as another program wrote it."""

from __future__ import annotations

import re
from pathlib import Path

from lkip_lib.errors import Masalah, MasukanSalah

# Control characters, but for the tab and the ends of lines: Word and XML have no place for them.
KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


TERBESAR = 20_000_000  # bytes: a hundred times what an agency writes in a year


def baca_teks(path: Path, nama: str, simpan: str = "Simpan ulang sebagai UTF-8.", *, terbesar: int = TERBESAR) -> str:
    """Return the text of a file, each line ended by a newline.

    `nama` is what messages call the file, `simpan` how to save it right. Raises MasukanSalah when it is larger than
    any year's, or no UTF-8, with the first line that is not.
    """
    if path.stat().st_size > terbesar:
        raise MasukanSalah(Masalah("Isi berkas ini terlalu besar untuk dibaca.", "Sisakan isi satu tahun.", nama))
    try:
        teks = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        baris = salah.object.count(b"\n", 0, salah.start) + 1  # the first with a byte that is none of UTF-8
        raise MasukanSalah(Masalah("Berkas tidak tersimpan sebagai UTF-8.", simpan, nama, baris)) from salah
    return teks.replace("\r\n", "\n").replace("\r", "\n")


def baca_asing(path: Path, simpan: str) -> str:
    """Return the text of a file that another program wrote: UTF-8, UTF-16, or the letters of older Windows.

    Raises MasukanSalah for one that is none of these; `simpan` is how to save it right.
    """
    isi = path.read_bytes()
    for sandi in ("utf-16",) if isi.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return isi.decode(sandi).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise MasukanSalah(Masalah("Huruf di berkas ini tidak terbaca.", simpan, path.name))

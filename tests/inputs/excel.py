"""Write small Excel files for the tests, and patch what XlsxWriter would not write."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter


def tulis(path: Path, baris: Sequence[Sequence[Any]], *, lembar: str = "Lembar1") -> Path:
    """Write rows from A1; a cell is a value, a pair (value, number format), or a function of sheet, row and column."""
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet(lembar)
        format_ = {}
        for b, sel in enumerate(baris):
            for k, nilai in enumerate(sel):
                if callable(nilai):
                    nilai(isi, b, k)
                elif isinstance(nilai, tuple):
                    kode = nilai[1]
                    format_[kode] = format_.get(kode) or buku.add_format({"num_format": kode})
                    isi.write(b, k, nilai[0], format_[kode])
                elif isinstance(nilai, str):
                    isi.write_string(b, k, nilai)
                elif nilai is not None:
                    isi.write(b, k, nilai)
    return path


def rumus(kode: str, hasil: Any) -> Callable[..., None]:
    """Return a cell that holds a formula and its kept value; None leaves it uncomputed."""
    return lambda isi, b, k: isi.write_formula(b, k, kode, None, "" if hasil is None else hasil)


def tambal(path: Path, bagian: str, ganti: Callable[[str], str]) -> Path:
    """Rewrite one part of the archive."""
    with zipfile.ZipFile(path) as lama:
        isi = {nama: lama.read(nama) for nama in lama.namelist()}
    isi[bagian] = ganti(isi[bagian].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama, teks in isi.items():
            baru.writestr(nama, teks)
    return path

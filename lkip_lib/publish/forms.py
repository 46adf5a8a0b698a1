"""The forms of a report: pages, PDF, Word, Excel and open data; each written by its own module when asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

if TYPE_CHECKING:
    from lkip_lib.buku.laporan import Laporan

# A form, its file and the module that writes it; what is not asked for is never loaded.
_PENULIS = {
    "pdf": ("lkip.pdf", "lkip_lib.publish.pdf"),
    "docx": ("lkip.docx", "lkip_lib.publish.word.document"),
    "xlsx": ("lkip.xlsx", "lkip_lib.publish.workbook.book"),
}
BENTUK = ("html", *_PENULIS)
SEMUA = "semua"


def baca_bentuk(teks: str) -> tuple[str, ...]:
    """Read which forms are asked for: `html,pdf`, or `semua`. Raises MasukanSalah with the nearest form.

    >>> baca_bentuk("html, pdf"), baca_bentuk("semua")
    (('html', 'pdf'), ('html', 'pdf', 'docx', 'xlsx'))
    """
    diminta = [b.strip().casefold() for b in teks.split(",") if b.strip()]
    for b in diminta:
        if b not in (*BENTUK, SEMUA):
            raise MasukanSalah(Masalah(f'Bentuk "{b}" tidak dikenal.', terdekat(b, (*BENTUK, SEMUA))))
    if not diminta:
        raise MasukanSalah(Masalah("Bentuk laporan belum disebut.", f"Pilihan: {', '.join(BENTUK)}, atau {SEMUA}."))
    return BENTUK if SEMUA in diminta else tuple(b for b in BENTUK if b in diminta)


def terbitkan(laporan: Laporan, folder: Path, bentuk: Sequence[str], lapor: Callable[[str], None]) -> list[str]:
    """Write the report into its folder in each form, and its open data. Returns the files, the first to open first."""
    from lkip_lib.publish import html, opendata

    lapor("Menerbitkan " + ", ".join(bentuk))
    berkas = []
    for b in bentuk:
        if b in _PENULIS:
            nama, modul = _PENULIS[b]
            import_module(modul).tulis(laporan, folder / nama)
            berkas.append(nama)
    halaman = html.terbitkan(laporan, folder, berkas) if "html" in bentuk else []
    if laporan.edisi == "terbit":
        _sisihkan(folder, html.DATA_KERJA)
    opendata.tulis(laporan, folder)
    return [*halaman, *berkas]


def _sisihkan(folder: Path, tabel: Sequence[str]) -> None:
    """Leave out of what the public gets how it was worked on: the notebooks and the notes of the checks."""
    shutil.rmtree(folder / "notebooks")
    for nama in tabel:
        (folder / "data" / f"{nama}.csv").unlink()

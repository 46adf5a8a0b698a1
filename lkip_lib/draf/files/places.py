"""Where the results of a draft go, and which files were named beside it."""

from __future__ import annotations

from pathlib import Path

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import akar, usul_berkas


def folder_hasil(berkas: Path) -> Path:
    """Return the folder of a draft's results: `outputs/draf/<nama>` of the project, or of the current folder."""
    try:
        return akar() / "outputs" / "draf" / usul_berkas(berkas.stem)
    except MasukanSalah:
        return Path("outputs") / "draf" / usul_berkas(berkas.stem)


def pisah_pendamping(disebut: str) -> list[Path]:
    """Return the files that were named, parted by commas, or by spaces where no comma is.

    Raises MasukanSalah for one that is not there.
    """
    pisah = "," if "," in disebut or Path(disebut).is_file() else " "
    semua = [Path(p.strip()) for p in disebut.split(pisah) if p.strip()]
    if tiada := [p for p in semua if not p.is_file()]:
        raise MasukanSalah(Masalah(f'Berkas "{tiada[0]}" tidak ada.', "Periksa nama dan letaknya."))
    return semua

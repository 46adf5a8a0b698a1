"""Evidence of what the report tells: the pictures and signed documents in the folder `bukti/` that are named."""

from __future__ import annotations

import base64
from pathlib import Path

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.documents import Bukti
from lkip_lib.inputs.emblem import AWAL
from lkip_lib.inputs.listing import BUKTI, GAMBAR


def periksa(folder: Path, bukti: tuple[Bukti, ...]) -> None:
    """Refuse a picture that is not what its name says; one that is not there is a note of the checks."""
    for b in bukti:
        path = folder / BUKTI / b.berkas
        if path.suffix in AWAL and path.is_file() and not path.read_bytes().startswith(AWAL[path.suffix]):
            jenis = path.suffix[1:].upper()
            nama = f"{BUKTI}/{b.berkas}"
            raise MasukanSalah(Masalah(f"Isi berkas ini bukan gambar {jenis}.", f"Simpan ulang sebagai {jenis}.", nama))


def hilang(folder: Path, bukti: tuple[Bukti, ...]) -> tuple[Bukti, ...]:
    """Return the evidence that is named and whose file is not there."""
    return tuple(b for b in bukti if not (folder / BUKTI / b.berkas).is_file())


def gambar(folder: Path, b: Bukti) -> str:
    """Return a picture as a data URI; "" where there is none, or the file is no picture."""
    path = folder / BUKTI / b.berkas
    if path.suffix not in AWAL or not path.is_file():
        return ""
    return f"data:{GAMBAR[path.suffix]};base64,{base64.b64encode(path.read_bytes()).decode()}"

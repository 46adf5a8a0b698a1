"""Folders as bytes: a year's inputs on their way to a worker, its report on the way back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path


def bungkus(akar: Path, isi: Iterable[Path]) -> bytes:
    """Pack files, and all files of folders, under their paths inside `akar`; what does not exist is left out."""
    berkas: list[Path] = []
    for path in isi:
        berkas += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    wadah = io.BytesIO()
    # Not compressed: on one machine that would only cost time, and a cluster compresses what it sends.
    with zipfile.ZipFile(wadah, "w") as arsip:
        for path in berkas:
            if path.exists():
                arsip.writestr(zipfile.ZipInfo(path.relative_to(akar).as_posix()), path.read_bytes())
    return wadah.getvalue()


def buka(bungkusan: bytes, ke: Path) -> None:
    """Unpack into a folder."""
    with zipfile.ZipFile(io.BytesIO(bungkusan)) as arsip:
        arsip.extractall(ke)

"""The hashes of a run's inputs, told apart without reading them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkip_lib.places import Tempat

# Hidden files, and what Excel keeps beside a workbook that is open.
_SAMPINGAN = (".", "~$")


def berkas_data(tempat: Tempat) -> list[Path]:
    """List the files of a year's data folder, in order."""
    return sorted(p for p in tempat.data.rglob("*") if p.is_file() and not p.name.startswith(_SAMPINGAN))


def sidik(tempat: Tempat) -> dict[str, str]:
    """Return the sha256 of every input file of a run, by its path inside the project."""
    berkas = berkas_data(tempat)
    pilihan = (tempat.params_pemda, tempat.params, *tempat.kebijakan, tempat.sistematika)
    berkas += [p for p in pilihan if p.exists()]
    return {p.relative_to(tempat.akar).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(berkas)}

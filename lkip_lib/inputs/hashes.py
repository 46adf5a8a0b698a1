"""The hashes of a run's inputs, told apart without reading them."""

from __future__ import annotations

import hashlib

from lkip_lib.places import Tempat


def sidik(tempat: Tempat) -> dict[str, str]:
    """Return the sha256 of every input file of a run, by its path inside the project."""
    berkas = [p for p in tempat.data.rglob("*") if p.is_file() and not p.name.startswith(".")]
    pilihan = (tempat.params_pemda, tempat.params, *tempat.kebijakan, tempat.sistematika)
    berkas += [p for p in pilihan if p.exists()]
    return {p.relative_to(tempat.akar).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(berkas)}

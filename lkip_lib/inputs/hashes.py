"""The hashes of a run's inputs: its data files and the files of its choices."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from lkip_lib.inputs.listing import daftar_berkas
from lkip_lib.places import Tempat


def berkas_data(tempat: Tempat) -> list[Path]:
    """List the files that a run reads from its data folder, in order."""
    return daftar_berkas(tempat.data)


def sidik(tempat: Tempat) -> dict[str, str]:
    """Return the sha256 of every input file that a run reads, by its path inside the project.

    The inputs of a quarter stand beside its report: `masukan/target.csv`.
    """
    if tempat.triwulan:
        return _sidik(_bernama(tempat, tempat.data, PurePosixPath("masukan")))
    return sidik_asal(tempat)


def sidik_asal(tempat: Tempat) -> dict[str, str]:
    """Return the sha256 of every file that the agency keeps for a run; a quarter's inputs are taken from the year's."""
    return _sidik(berkas_asal(tempat))


def berkas_asal(tempat: Tempat) -> dict[str, Path]:
    """Return those files by their path inside the project."""
    folder = tempat.data_tahun
    return _bernama(tempat, folder, PurePosixPath(folder.relative_to(tempat.akar).as_posix()))


def _bernama(tempat: Tempat, folder: Path, awal: PurePosixPath) -> dict[str, Path]:
    pilihan = (tempat.params_pemda, tempat.params, tempat.params_triwulan, *tempat.kebijakan, tempat.sistematika)
    berkas = {(awal / p.relative_to(folder).as_posix()).as_posix(): p for p in daftar_berkas(folder)}
    return berkas | {p.relative_to(tempat.akar).as_posix(): p for p in pilihan if p and p.exists()}


def _sidik(berkas: dict[str, Path]) -> dict[str, str]:
    return {nama: hashlib.sha256(berkas[nama].read_bytes()).hexdigest() for nama in sorted(berkas)}

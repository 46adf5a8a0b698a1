"""Run the checks on one synthetic agency, in memory but for its small files, and give back what they say."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pemeriksaan.model import Instansi
from lkip_lib import params
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import jalankan
from lkip_lib.errors import MasukanSalah
from lkip_lib.places import Tempat

# The narrative reads the notes but makes none.
TAHAP = ("01_ingesti", "02_capaian", "03_efisiensi", "04_pemeriksaan")


@dataclass(frozen=True)
class Temuan:
    """Hold one note as far as the benchmark looks at it."""

    id: str
    kode: str
    keluarga: str
    tingkat: str
    berkas: str
    baris: int
    kolom: str
    subjek: str
    tercetak: str
    seharusnya: str
    kandidat: str
    akar: str
    penjelasan: str


def periksa(instansi: Instansi, akar: Path) -> tuple[list[Temuan], str]:
    """Write an agency under a root, run it, and return its notes, with what went wrong when it could not be run."""
    try:
        return temuan(bahan_periksa(instansi, akar)), ""
    except MasukanSalah as salah:
        return [], f"MasukanSalah: {salah}"
    except Exception as salah:
        return [], f"{type(salah).__name__}: {salah}"


def bahan_periksa(instansi: Instansi, akar: Path) -> Bahan:
    """Write an agency under a root and run it; what cannot be read or computed raises."""
    instansi.tulis(akar)
    letak = Tempat(akar, instansi.kode, instansi.tahun)
    bahan = Bahan(letak, params.baca(letak))
    for tahap in TAHAP:
        bahan = bahan.dengan(jalankan(tahap, bahan))
    return bahan


def temuan(bahan: Bahan) -> list[Temuan]:
    """Return the notes of a run."""
    nama = list(Temuan.__dataclass_fields__)
    return [_temuan(b) for b in bahan.frames["pemeriksaan"][nama].to_dict("records")]


def _temuan(b: dict[str, Any]) -> Temuan:
    return Temuan(**{k: int(v) if k == "baris" else "" if v is None else str(v) for k, v in b.items()})


def bersihkan(instansi: Instansi, akar: Path) -> None:
    """Remove an agency's files."""
    for folder in ("data", "params"):
        shutil.rmtree(akar / folder / instansi.kode, ignore_errors=True)

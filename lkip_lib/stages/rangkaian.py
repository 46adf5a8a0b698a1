"""The order of the stages, each loaded when it is run."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from lkip_lib.places import Tempat
from lkip_lib.stages.bahan import Bahan, Hasil, siapkan_bahan

# A notebook and its stage; what only checks the figures never loads what draws and writes them.
TAHAP = {
    "01_ingesti": "ingesti",
    "02_capaian": "capaian",
    "03_efisiensi": "efisiensi",
    "04_pemeriksaan": "pemeriksaan",
    "05_narasi": "narasi",
}


def muat(tahap: str) -> ModuleType:
    """Load the module of one stage."""
    return import_module(f"lkip_lib.stages.{TAHAP[tahap]}")


def jalankan(tahap: str, bahan: Bahan) -> Hasil:
    """Run one stage on what the stages before it made."""
    hasil: Hasil = muat(tahap).jalankan(bahan)
    return hasil


def sampai(tahap: str) -> Iterator[str]:
    """Name the stages up to one, that one included."""
    for nama in TAHAP:
        yield nama
        if nama == tahap:
            return


def rangkai(letak: Tempat, tahap: str = "05_narasi") -> Bahan:
    """Run every stage up to one, in memory."""
    bahan = siapkan_bahan(letak)
    for nama in sampai(tahap):
        bahan = bahan.dengan(jalankan(nama, bahan))
    return bahan

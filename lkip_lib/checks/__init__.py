"""The checks: what was stated against what else was stated, and against what is recomputed."""

from importlib import import_module
from pkgutil import iter_modules

from lkip_lib.checks import keluarga
from lkip_lib.checks.akar.kelompok import kelompokkan_akar
from lkip_lib.checks.akar.tahan import tahan_usul
from lkip_lib.checks.cetak.replikasi import replikasi
from lkip_lib.checks.keluarga.arah import tanpa_akibat_arah
from lkip_lib.checks.registry import (
    DAFTAR,
    DIJELASKAN,
    Catatan,
    Konteks,
    Pemeriksaan,
    banding,
    tandai_jawaban,
    urutkan,
)

__all__ = [
    "DAFTAR", "DIJELASKAN", "Catatan", "Konteks", "Pemeriksaan", "banding", "kelompokkan_akar", "replikasi",
    "tahan_usul", "tandai_jawaban", "tanpa_akibat_arah", "urutkan",
]  # fmt: skip

# Each module enters its checks into the registry when it is imported.
for _modul in iter_modules(keluarga.__path__):
    import_module(f"{keluarga.__name__}.{_modul.name}")

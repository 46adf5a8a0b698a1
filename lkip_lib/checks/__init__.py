"""The checks: what was stated against what else was stated, and against what is recomputed."""

from importlib import import_module
from pkgutil import iter_modules

from lkip_lib.checks.akar import kelompokkan_akar
from lkip_lib.checks.arah import tanpa_akibat_arah
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
from lkip_lib.checks.replikasi import replikasi
from lkip_lib.checks.tahan import tahan_usul

__all__ = [
    "DAFTAR", "DIJELASKAN", "Catatan", "Konteks", "Pemeriksaan", "banding", "kelompokkan_akar", "replikasi",
    "tahan_usul", "tandai_jawaban", "tanpa_akibat_arah", "urutkan",
]  # fmt: skip

# Each module enters its checks into the registry when it is imported.
for _modul in iter_modules(__path__):
    import_module(f"{__name__}.{_modul.name}")

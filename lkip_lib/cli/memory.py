"""Compute a year in memory for the commands that only tell: no kernel, nothing drawn."""

from __future__ import annotations

import atexit
import gc
from typing import TYPE_CHECKING

from lkip_lib.places import Tempat

if TYPE_CHECKING:  # what computes is loaded where nothing looks for garbage
    from lkip_lib.buku.bahan import Bahan


def periksa(letak: Tempat) -> Bahan:
    """Run the notebooks up to the checks."""
    # A run of one second keeps most of what it loads and makes: looking for garbage would cost a sixth of it.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        from lkip_lib.buku.rangkaian import rangkai

        return rangkai(letak, "04_pemeriksaan")
    finally:
        gc.enable()

"""Compute a year in memory for the commands that only tell: no kernel, nothing drawn."""

from __future__ import annotations

import atexit
import gc

from lkip_lib.places import Tempat
from lkip_lib.stages.bahan import Bahan


def periksa(letak: Tempat) -> Bahan:
    """Run the stages up to the checks."""
    # A run of one second keeps most of what it makes: looking for garbage would cost a sixth of it, at its end too.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        from lkip_lib.stages.rangkaian import rangkai

        return rangkai(letak, "04_pemeriksaan")
    finally:
        gc.enable()

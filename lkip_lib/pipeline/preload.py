"""What the warm server imports before it forks: all that a notebook of the chain needs, and nothing that has begun."""

from __future__ import annotations

import gc

from lkip_lib.pipeline import cells, store
from lkip_lib.stages.rangkaian import TAHAP, muat

__all__ = ["cells", "store"]

for _tahap in TAHAP:
    muat(_tahap)
# What is here stays in memory that all notebooks share: a collection would touch, and so copy, every page of it.
gc.collect()
gc.freeze()

"""What the warm server imports before it forks: all that a notebook of the chain needs, and nothing that has begun."""

from __future__ import annotations

import gc

from lkip_lib.display.chart import kanvas, simpan
from lkip_lib.display.templating import lingkungan
from lkip_lib.narrative.outline import TEMPLAT
from lkip_lib.pipeline import cells, store
from lkip_lib.stages.rangkaian import TAHAP, muat

__all__ = ["cells", "store"]

for _tahap in TAHAP:
    muat(_tahap)
# What the first chart and the first chapter build for all later ones: fonts, the writer, compiled templates.
with kanvas() as (_gambar, _sumbu):
    _sumbu.set_title("1")
    simpan(_gambar, "", "")
for _muka in (lingkungan(), lingkungan(TEMPLAT)):
    for _templat in _muka.list_templates():
        _muka.get_template(_templat)
store.sidik_pustaka()
# What is here stays in memory that all notebooks share: a collection would touch, and so copy, every page of it.
gc.collect()
gc.freeze()

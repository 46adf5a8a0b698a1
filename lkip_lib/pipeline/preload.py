"""What the warm server imports before it forks: all that a notebook of the chain needs, and nothing that has begun."""

from __future__ import annotations

import gc
import re
from contextlib import suppress
from importlib import import_module

import bs4
import matplotlib
import pandas as pd

from lkip_lib import policies
from lkip_lib.buku import jalan, rangkaian, store
from lkip_lib.display.chart import lukis
from lkip_lib.display.templating import lingkungan
from lkip_lib.errors import MasukanSalah
from lkip_lib.narrative.outline import TEMPLAT
from lkip_lib.pipeline import cells
from lkip_lib.places import akar

__all__ = ["bs4", "cells", "store"]

for _buku in rangkaian.BAWAAN.glob("*.ipynb"):  # what their cells import
    for _modul in re.findall(r"from (lkip_lib[\w.]*) import", _buku.read_text(encoding="utf-8")):
        import_module(_modul)
# What the first chart and the first chapter build for all later ones: fonts, the writer, compiled templates.
lukis(lambda sumbu, _: sumbu.set_title("1"))
for _muka in (lingkungan(), lingkungan(TEMPLAT)):
    for _templat in _muka.list_templates():
        _muka.get_template(_templat)
store.sidik_pustaka()
policies.bawaan()
with suppress(MasukanSalah):  # a notebook that cannot be read is told by whoever runs it
    for _buku in rangkaian.folder(akar()).glob("*.ipynb"):
        jalan.baca(_buku)
# What others load only when it is first used, in every notebook anew.
matplotlib.rcParams["backend"] = cells.INLINE  # looks through the entry points of every installed package
pd.DataFrame({"": [""]}).to_csv()
pd.DataFrame({"": [""]}).to_dict("records")
for _modul in ("application", "completer", "completerlib", "crashhandler", "logger", "oinspect"):
    with suppress(ImportError):  # where one of them has moved, a notebook loads it itself
        import_module(f"IPython.core.{_modul}")
# What is here stays in memory that all notebooks share: a collection would touch, and so copy, every page of it. What a
# report makes is soon let go of, hardly any of it in circles: these need not be looked for often.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)

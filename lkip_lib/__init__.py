"""LKIP: a yearly performance report that cannot contradict itself."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lkip_lib.buku.laporan import buka as buka
    from lkip_lib.buku.mulai import mulai as mulai

# jsonschema takes a second for an optional parser that validates no notebook: it is told here, before anything of
# Jupyter is loaded, that there is none.
_modul: dict[str, Any] = sys.modules
_modul.setdefault("rfc3987_syntax", None)

# No other package's plugin decides what a year's files may hold, and looking for one opens every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__all__ = ["buka", "draf", "mulai"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Loaded on first use, so that importing a single formula stays light.
    if name == "buka":
        from lkip_lib.buku.laporan import buka

        return buka
    if name == "mulai":
        from lkip_lib.buku.mulai import mulai

        return mulai
    if name == "draf":
        return import_module("lkip_lib.draf")
    raise AttributeError(name)

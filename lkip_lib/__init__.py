"""LKIP: a yearly performance report that cannot contradict itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkip_lib.laporan import buka as buka

__all__ = ["buka"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Loaded on first use, so that importing a single formula stays light.
    if name == "buka":
        from lkip_lib.laporan import buka

        return buka
    raise AttributeError(name)

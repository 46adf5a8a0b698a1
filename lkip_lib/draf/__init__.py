"""Read the report that an office has already written, where it stands, and hold its figures against each other."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkip_lib.draf.notebook import Draf


class _Ruang(ModuleType):
    """Let the room be called as what an analyst asks of it: `draf("draf.docx")`."""

    def __call__(
        self, berkas: str | Path, dengan: str = "", tahun: int = 0, keluar: str | Path = "", peta: str | Path = ""
    ) -> Draf:
        """Read a draft with the files that belong to it, and return what was found."""
        from lkip_lib.draf.notebook import buka_draf

        return buka_draf(berkas, dengan, tahun, keluar, peta)


sys.modules[__name__].__class__ = _Ruang

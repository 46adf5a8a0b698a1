"""Run the whole of it for one draft: read, recognise, check, and write what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.draf.figures import DIBACA, DITEBAK
from lkip_lib.draf.reading import Bacaan, baca_naskah
from lkip_lib.draf.results import tulis_angka
from lkip_lib.draf.sources import baca_draf


@dataclass(slots=True)
class Hasil:
    """Hold what a run found: the reading, and the lines for a terminal."""

    bacaan: Bacaan
    baris: list[str]

    @property
    def terbaca(self) -> bool:
        """Tell whether any figure of the draft was read."""
        return any(a.nilai is not None and a.ember in (DIBACA, DITEBAK) for a in self.bacaan.angka)


def periksa_draf(berkas: Path, pendamping: Sequence[Path], tahun: int, keluar: Path) -> Hasil:
    """Read a draft with the files that belong to it, and write what was found into a folder."""
    bacaan = baca_naskah(baca_draf(berkas), tahun)
    baris = [bacaan.liputan(), *bacaan.naskah.kabar]
    tulis_angka(bacaan.angka, berkas.name, keluar / "angka.csv")
    baris.append(f"Hasil: {keluar}")
    return Hasil(bacaan, baris)

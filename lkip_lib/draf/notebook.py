"""A checked draft as plain tables, for a notebook: its figures, its notes, and the tables of a year made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkip_lib.draf.files.places import folder_hasil, pisah_pendamping
from lkip_lib.draf.run import Hasil, periksa_draf


@dataclass(frozen=True)
class Draf:
    """Hold one checked draft. `angka` are its numbers, `catatan` its notes, `tabel` the tables of a year by name."""

    hasil: Hasil
    folder: Path

    @property
    def angka(self) -> pd.DataFrame:
        return pd.read_csv(self.folder / "angka.csv", dtype={"tercetak": str, "kode": str}, keep_default_na=False)

    @property
    def catatan(self) -> pd.DataFrame:
        return pd.read_csv(self.folder / "catatan.csv", dtype=str, keep_default_na=False)

    @property
    def tabel(self) -> dict[str, pd.DataFrame]:
        return {nama: pd.DataFrame(baris) for nama, baris in self.hasil.susunan.baris.items()}

    def __repr__(self) -> str:
        return "\n".join(self.hasil.baris)


def buka_draf(
    berkas: str | Path, dengan: str = "", tahun: int = 0, keluar: str | Path = "", peta: str | Path = ""
) -> Draf:
    """Read and check a draft; `dengan` names the files that belong to it, parted by commas, `peta` its map."""
    path = Path(berkas)
    folder = Path(keluar) if keluar else folder_hasil(path)
    hasil = periksa_draf(path, pisah_pendamping(dengan), tahun, folder, Path(peta) if peta else None)
    return Draf(hasil, folder)

"""Run the checks on an agency and read what they say."""

import shutil
from pathlib import Path

import pandas as pd

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import jalankan, rangkai
from lkip_lib.checks.registry import DAFTAR
from lkip_lib.places import tempat
from tests.agency import AKAR, Agency, once

OURS = frozenset(DAFTAR)
HITUNGAN = "besaran,jenis_subjek,subjek,nama,dokumen,tahun,nilai,sumber\n"
PERNYATAAN = "kode,jenis,besaran,subjek,lingkup,tahun,tahun_banding,nilai,satuan,kutipan,sumber\n"


class Contoh(Agency):
    """A copy of dinas-contoh 2025, consistent as it stands."""

    @property
    def tempat(self):
        return tempat("dinas-contoh", 2025, di=self.akar)

    def write(self, name: str, content: str | bytes) -> None:
        path = self.tempat.data / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def contoh(folder: Path) -> Contoh:
    for part in ("data", "params"):
        shutil.copytree(AKAR / part / "dinas-contoh", folder / part / "dinas-contoh")
    return Contoh(folder)


def checked(bahan: Bahan) -> Bahan:
    return bahan.dengan(jalankan("04_pemeriksaan", bahan))


def seen(instansi: str, tahun: int) -> Bahan:
    return rangkai(tempat(instansi, tahun, di=AKAR), "04_pemeriksaan")


def notes(agency: Agency, *kode: str) -> pd.DataFrame:
    """Return the notes of some checks, all when none is named."""
    check = once if DAFTAR.keys() == OURS else jalankan  # a test may have put in a check of its own
    semua = check("04_pemeriksaan", agency.run()).frames["pemeriksaan"]
    return semua[semua["kode"].isin(kode)] if kode else semua


def one(agency: Agency, kode: str) -> pd.Series:
    """Return the only note of a check."""
    milik = notes(agency, kode)
    assert len(milik) == 1, milik[["kode", "penjelasan"]].to_string()
    return milik.iloc[0]


def printed(agency: Agency, *rows: str) -> None:
    agency.write("tercetak/hitungan.csv", HITUNGAN + "".join(f"{r}\n" for r in rows))


def claimed(agency: Agency, *rows: str) -> None:
    agency.write("tercetak/pernyataan.csv", PERNYATAAN + "".join(f"{r}\n" for r in rows))

"""The work folder: notebooks write their frames and ledger there, and read those of earlier ones."""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from pathlib import Path

import pandas as pd

from lkip_lib.buku import fingerprint
from lkip_lib.buku.bahan import Bahan, siapkan_bahan
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.mulai import Buku
from lkip_lib.buku.rangkaian import jalankan, sampai, tahap
from lkip_lib.buku.seal import buka_segel, segel
from lkip_lib.display import Bagan, failure
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.frames import tanpa_rumus
from lkip_lib.inputs import hashes
from lkip_lib.places import Tempat, tempat

SIMPANAN = "tahap"
_AKHIRAN = ".segel"


def buka_buku(nama: str, instansi: str, tahun: int, triwulan: int = 0) -> Buku:
    """Begin a notebook on what earlier ones left in the work folder; what it saves is written there.

    An earlier result that is missing, or was made from something else, is computed in memory. Raises MasukanSalah when
    the inputs or parameters cannot be used.
    """
    failure.pasang()
    letak = tempat(instansi, tahun, triwulan)
    if nama not in (semua := tahap(letak.akar)):
        raise MasukanSalah(Masalah(f'Notebook "{nama}" tidak ada di folder notebooks.', terdekat(nama, semua)))
    bahan = siapkan_bahan(letak)
    for lebih_dulu in sampai(nama, letak.akar):
        if lebih_dulu != nama:
            ada = muat(letak.kerja, lebih_dulu, sidik(letak, lebih_dulu))
            bahan = bahan.dengan(ada or jalankan(lebih_dulu, bahan))
    ini, akhir = sidik(letak, nama), sidik(letak, "")

    def terbit(bahan: Bahan, hasil: Hasil) -> Laporan:
        simpan(letak.kerja, nama, ini, hasil)
        return Laporan(bahan.dengan(hasil), Lukisan(letak.kerja, akhir), berjejak="LKIP_KERJA" not in os.environ)

    buku = Buku(nama, bahan, terbit)
    buku.bekal = muat(letak.kerja, nama, ini)
    return buku


class Lukisan(dict[tuple[str, ...], Bagan | None]):
    """Hold the charts of a report, and keep them in its work folder: what one notebook drew, no other draws again."""

    def __init__(self, folder: Path, sidik: str) -> None:
        self._folder, self._sidik = folder / SIMPANAN / "bagan", sidik
        super().__init__(
            b for p in sorted(self._folder.glob(f"*{_AKHIRAN}")) if isinstance(b := _baca(p, sidik), tuple)
        )

    def __setitem__(self, kunci: tuple[str, ...], bagan: Bagan | None) -> None:
        super().__setitem__(kunci, bagan)
        if bagan is not None:  # where there is nothing to draw yet, a later notebook may bring it
            nama = hashlib.sha256(repr(kunci).encode()).hexdigest()[:16]
            _catat(self._folder / f"{nama}{_AKHIRAN}", self._sidik, (kunci, bagan))


def sidik(letak: Tempat, nama: str) -> str:
    """Return one hash over all that a notebook's result rests on; without a name, that of the whole chain.

    That is the inputs and parameters, the library and what it is built on, and the computing cells up to that notebook.
    """
    isi = [letak.edisi, hashes.sidik(letak), *sidik_pustaka(), *fingerprint.sel(letak.akar, nama)]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


@cache
def sidik_pustaka() -> tuple[str, ...]:
    """Return the hashes of the library and the versions it is built on, once a process: what is loaded computes."""
    return (*fingerprint.pustaka(), *fingerprint.versi())


def simpan(folder: Path, tahap: str, sidik: str, hasil: Hasil) -> None:
    """Write a notebook's frames and its part of the ledger as CSV, and beside them what the next one reads.

    That is the same once more, sealed with the hash of what it was made from: reading the CSVs back, five times a
    report, would be a seventh of its time.
    """
    data = folder / "data"
    for nama, frame in hasil.frames.items():
        if nama.startswith("antara/"):
            continue
        tulis_csv(frame, data / f"{nama}.csv")
    tulis_csv(hasil.ledger, data / "ledger" / f"{tahap}.csv")
    titip(folder, tahap, sidik, hasil)


def titip(folder: Path, tahap: str, sidik: str, hasil: Hasil) -> None:
    """Leave a notebook's result for whoever runs or reads it next."""
    _catat(folder / SIMPANAN / f"{tahap}{_AKHIRAN}", sidik, hasil)


def muat(folder: Path, tahap: str, sidik: str) -> Hasil | None:
    """Read back what a notebook wrote; None when it is missing, damaged, or was made from something else."""
    hasil = _baca(folder / SIMPANAN / f"{tahap}{_AKHIRAN}", sidik)
    return hasil if isinstance(hasil, Hasil) else None


def _catat(path: Path, sidik: str, isi: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(segel(isi, sidik))


def _baca(path: Path, sidik: str) -> object:
    try:
        return buka_segel(path.read_bytes(), sidik)
    except FileNotFoundError:
        return None


def tulis_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame as the published CSV, in which no spreadsheet finds a formula."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tanpa_rumus(frame).to_csv(path, index=False, lineterminator="\n", encoding="utf-8")

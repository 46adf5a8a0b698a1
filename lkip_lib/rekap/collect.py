"""Collect every agency of a year in parts: a worker computes a part and writes it; what is unchanged is kept."""

from __future__ import annotations

import gc
import hashlib
import json
import math
import multiprocessing as mp
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib import params
from lkip_lib.buku import fingerprint
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.frames import himpun
from lkip_lib.inputs import hashes
from lkip_lib.places import Tempat
from lkip_lib.rekap import agency, parquet
from lkip_lib.rekap.columns import CATATAN, LEDGER, SIDIK, TERKUMPUL

_PENENTU = ("duckdb", "numpy", "pandas", "pydantic", "python-calamine", "pyyaml")
_TABEL = {"ledger": LEDGER, "catatan": CATATAN}
_INSTANSI = TERKUMPUL | SIDIK
_SEDIKIT = 8  # agencies that one process computes as fast as two would


@dataclass(frozen=True, slots=True)
class Bagian:
    """Name a part: some agencies of a year, and the folder that holds what was found out about them."""

    akar: Path
    tahun: int
    folder: Path
    instansi: tuple[str, ...]
    pustaka: str


@dataclass(frozen=True, slots=True)
class Kabar:
    """Tell what came of a part: how many agencies it holds, and how many had to be computed."""

    instansi: int
    dihitung: int


def kumpulkan(
    akar: Path,
    tahun: int,
    instansi: Sequence[str],
    folder: Path,
    pekerja: int = 1,
    lapor: Callable[[Kabar], None] = lambda _: None,
) -> Kabar:
    """Bring the parts of some agencies' year in `folder` up to date with `data/`, and return the whole count.

    `pekerja` processes work at once; each part is written whole or not at all, so that an interrupted
    collection goes on where it stopped. Raises MasukanSalah when `params/_pemda.yml` is wrong or a worker was killed.
    """
    params.bersama(akar)
    bagian = _bagi(akar, tahun, instansi, folder)
    _buang_sisa(folder, {b.folder for b in bagian})
    jumlah = Kabar(0, 0)
    # A process is worth its start only for some agencies.
    banyak = min(pekerja, math.ceil(len(instansi) / _SEDIKIT))
    for kabar in _jalankan(bagian, banyak):
        lapor(kabar)
        jumlah = Kabar(jumlah.instansi + kabar.instansi, jumlah.dihitung + kabar.dihitung)
    return jumlah


def _bagi(akar: Path, tahun: int, instansi: Sequence[str], folder: Path) -> list[Bagian]:
    """Share the agencies out by a hash of their names, so that one agency more changes one part only."""
    milik = himpun((hashlib.sha256(nama.encode()).hexdigest()[:2], nama) for nama in sorted(instansi))
    sidik = sidik_pustaka(akar)
    return [Bagian(akar, tahun, folder / f"bagian-{k}", tuple(m), sidik) for k, m in sorted(milik.items())]


def _buang_sisa(folder: Path, dipakai: set[Path]) -> None:
    """Remove the parts of agencies that are no more, and what an interrupted worker left."""
    for path in folder.glob("*bagian-*"):
        if path not in dipakai:
            shutil.rmtree(path)


def _jalankan(bagian: Sequence[Bagian], pekerja: int) -> Iterator[Kabar]:
    if pekerja <= 1:
        yield from map(kerjakan, bagian)
        return
    cara = mp.get_context("forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn")
    cara.set_forkserver_preload([__name__, "lkip_lib.buku.ingesti", "lkip_lib.checks", "lkip_lib.ledger.daftar"])
    with ProcessPoolExecutor(pekerja, cara) as kolam:
        try:
            for selesai in as_completed([kolam.submit(kerjakan, b) for b in bagian]):
                yield selesai.result()
        except BrokenProcessPool as galat:
            raise MasukanSalah(
                Masalah(
                    "Proses penghitung dihentikan sistem, mungkin karena memori habis.",
                    "Jalankan lagi dengan PEKERJA=1; yang sudah selesai tidak dihitung ulang.",
                )
            ) from galat
        except BaseException:
            kolam.shutdown(wait=False, cancel_futures=True)
            raise


def kerjakan(bagian: Bagian) -> Kabar:
    """Compute what changed in a part and write it."""
    letak = {nama: Tempat(bagian.akar, nama, bagian.tahun) for nama in bagian.instansi}
    masukan = {nama: hashes.sidik(t) for nama, t in letak.items()}
    sidik = {nama: _sidik(m, bagian.pustaka) for nama, m in masukan.items()}
    tertulis = _tertulis(bagian)
    # What was not sent or went wrong is looked at again.
    lama = {n: b for n, b in tertulis.items() if b["keadaan"] in ("terbaca", "masukan_ditolak", "notebook_gagal")}
    tetap = [n for n in bagian.instansi if n in lama and lama[n].get("sidik") == sidik[n]]
    bersama = params.bersama(bagian.akar)
    gc.disable()  # most of what an agency makes is thrown away with it; looking for garbage costs a sixth of the time
    try:
        hasil = {n: agency.kumpulkan(letak[n], bersama) for n in bagian.instansi if n not in set(tetap)}
    finally:
        gc.enable()
    baris = {n: lama[n] for n in tetap}
    baris |= {n: {"instansi": n, "sidik": sidik[n], **agency.kenali(letak[n]), **h.baris} for n, h in hasil.items()}
    isi = [baris[n] | agency.terbitan(letak[n], masukan[n]) for n in bagian.instansi]
    isi = [{k: b.get(k) for k in _INSTANSI} for b in isi]
    if isi != list(tertulis.values()) or any(len(h.ledger) for h in hasil.values()):
        _tulis(bagian, isi, hasil, tetap)
    return Kabar(len(isi), sum(b["keadaan"] != "belum_kirim" for b in (baris[n] for n in hasil)))


def _sidik(masukan: dict[str, str], pustaka: str) -> str:
    return hashlib.sha256(json.dumps([masukan, pustaka], sort_keys=True).encode()).hexdigest()


@cache
def sidik_pustaka(akar: Path) -> str:
    """Return one hash over the library, the notebooks that are run and the packages on which a figure depends."""
    isi = [
        *fingerprint.pustaka(),
        *fingerprint.sel(akar, agency.SAMPAI),
        *(f"{n} {metadata.version(n)}" for n in _PENENTU),
    ]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


def _tertulis(bagian: Bagian) -> dict[str, dict[str, Any]]:
    """Return the rows of a part as they were written, by agency."""
    path = bagian.folder / "instansi.parquet"
    return {b["instansi"]: b for b in (parquet.baris(path) if path.exists() else [])}


def _tulis(bagian: Bagian, isi: list[dict[str, Any]], hasil: dict[str, agency.Terkumpul], tetap: Sequence[str]) -> None:
    """Write a part beside the old one and put it in its place; its bytes do not tell what was kept from before."""
    baru = bagian.folder.with_name(f".{bagian.folder.name}")
    shutil.rmtree(baru, ignore_errors=True)
    baru.mkdir(parents=True)
    parquet.tulis([pd.DataFrame(isi)], baru / "instansi.parquet", _INSTANSI)
    for nama, kolom in _TABEL.items():
        frames = {n: getattr(h, nama).assign(instansi=n) for n, h in hasil.items()}
        if tetap:
            lama = parquet.baca(bagian.folder / f"{nama}.parquet", tetap)
            frames |= {str(n): milik for n, milik in lama.groupby("instansi")}
        parquet.tulis([frames[n] for n in bagian.instansi if n in frames], baru / f"{nama}.parquet", kolom)
    shutil.rmtree(bagian.folder, ignore_errors=True)
    baru.rename(bagian.folder)

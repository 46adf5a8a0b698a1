"""A copy of the project in a temporary folder, and reports published in it once for all test processes."""

import hashlib
import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from lkip_lib.buku.laporan import Laporan, buka
from lkip_lib.narrative.tables import TABEL
from lkip_lib.pipeline import chain
from lkip_lib.places import Tempat, tempat

AKAR = Path(__file__).parents[1]


def copy_project(root: Path) -> Path:
    for folder in ("data", "params", "notebooks"):
        shutil.copytree(AKAR / folder, root / folder)
    return root


def hashes(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


@cache
def computed(instansi: str, tahun: int, triwulan: int = 0) -> Laporan:
    """Compute a year or quarter of the project in memory, once a test process; nothing in it can be changed."""
    return buka(instansi, tahun, triwulan, di=AKAR)


# What the tests publish: agency, year, and the name of the project copy it is made in.
PUBLISHED = (
    ("disnaker-kota-bekasi", 2024, "proyek"),
    ("dinas-contoh", 2025, "proyek"),
    ("disnaker-kota-bekasi", 2025, "proyek"),
    ("dinas-contoh", 2025, "folder lain, lebih dalam"),
)


def published(factory: pytest.TempPathFactory, instansi: str, tahun: int, folder: str = "proyek") -> Tempat:
    """Publish a report once for all test processes; while another one is at it, publish the next."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    wanted = (instansi, tahun, folder)
    for run in (wanted, *PUBLISHED):
        if _publish(base, run, wait=False) and run == wanted:
            break
    else:
        _publish(base, wanted, wait=True)
    return Tempat(_root(base, wanted), instansi, tahun)


def _root(base: Path, run: tuple[str, int, str]) -> Path:
    return base / f"terbit-{run[0]}-{run[1]}" / run[2]


def _publish(base: Path, run: tuple[str, int, str], *, wait: bool) -> bool:
    root = _root(base, run)
    root.parent.mkdir(exist_ok=True)
    try:
        with FileLock(root.with_suffix(".lock"), blocking=wait), pytest.MonkeyPatch.context() as env:
            env.delenv("LKIP_KERJA", raising=False)
            if not root.exists():
                copy_project(root)
            if not Tempat(root, *run[:2]).keluaran.exists():
                chain.jalankan(tempat(*run[:2], di=root))
    except Timeout:
        return False
    return True


def as_edition(report: Laporan, edition: str) -> Laporan:
    """Return the same year made for other readers."""
    place = replace(report.bahan.tempat, edisi=edition)
    return Laporan(replace(report.bahan, tempat=place))


def tables(report):
    """Return every table of a report: those about one thing, once for each thing there is."""
    about = {
        "pegawai": report.pegawai["kode"],
        "keluaran": report.sasaran["kode"],
        "data_dukung": report.isi.instansi.data_dukung,
    }
    return [
        report.tabel(name, *of) for name in TABEL for of in ([(t,) for t in about[name]] if name in about else [()])
    ]

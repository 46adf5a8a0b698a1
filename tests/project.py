"""A copy of the project in a temporary folder, and reports published in it once for all test processes."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

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


def published(factory: pytest.TempPathFactory, instansi: str, tahun: int, folder: str = "proyek") -> Tempat:
    """Publish a report in a project copy of its own, unless another test process already did."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    root = base / f"terbit-{instansi}-{tahun}" / folder
    root.parent.mkdir(exist_ok=True)
    with FileLock(root.with_suffix(".lock")):
        if not root.exists():
            copy_project(root)
        place = tempat(instansi, tahun, di=root)
        if not place.keluaran.exists():
            with pytest.MonkeyPatch.context() as env:
                env.delenv("LKIP_KERJA", raising=False)
                chain.jalankan(place)
    return place

"""The maintainer's tasks, `lkip test` and the like: each only calls its tools, so that none needs make or a shell."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.cli.parser import Pengurai
from lkip_lib.places import akar

_BERSIH = """
import pathlib, shutil
tetap = "build", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis", ".import_linter_cache"
pola = "*.egg-info", "**/__pycache__", "**/.ipynb_checkpoints"
for folder in [*map(pathlib.Path, tetap), *(f for p in pola for f in [*pathlib.Path().glob(p)])]:
    shutil.rmtree(folder, ignore_errors=True)
"""


@dataclass(frozen=True, slots=True)
class Tugas:
    """Hold what a task is for and the modules or scripts that it runs, one after another, until one fails."""

    guna: str
    langkah: Callable[[Path], Sequence[Sequence[str]]]


def _lint(proyek: Path) -> list[list[str]]:
    notebook = [str(p.relative_to(proyek)) for f in ("docs", "notebooks") for p in sorted((proyek / f).glob("*.ipynb"))]
    return [
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "mypy"],
        ["tools/sel.py"],
        ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
        ["-m", "nbstripout", "--verify", "--keep-id", *notebook],
        ["tools/kunci.py", "--periksa"],
    ]


TUGAS = {
    "lab": Tugas(
        "membuka notebook di JupyterLab",
        lambda _: [["-m", "jupyterlab", "--LabApp.default_url=/lab/tree/docs/tutorial.ipynb"]],
    ),
    "test": Tugas("menjalankan semua uji", lambda _: [["-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"]]),
    "bench": Tugas("mengukur kecepatannya", lambda _: [["-m", "benchmarks.kinerja"]]),
    "lint": Tugas("memeriksa gaya, tipe, arah impor, notebook, dan berkas kunci", _lint),
    "lock": Tugas("memperbarui requirements*.lock dan environment.yml", lambda _: [["tools/kunci.py"]]),
    "wheelhouse": Tugas("mengumpulkan semua wheel untuk kantor tanpa internet", lambda _: [["tools/wheelhouse.py"]]),
    "clean": Tugas("menghapus berkas sementara; outputs/ tidak disentuh", lambda _: [["-c", _BERSIH]]),
}


def daftarkan(perintah: argparse._SubParsersAction[Pengurai]) -> None:
    """Let the help list the tasks beside the other commands."""
    for nama, tugas in TUGAS.items():
        perintah.add_parser(nama, help=tugas.guna)


def jalankan(nama: str, sisa: Sequence[str]) -> int:
    """Run a task in the project's folder; `sisa` goes to its last tool. Returns a failed tool's exit code, else 0."""
    import subprocess  # only here is another program run

    proyek = akar()
    *awal, akhir = TUGAS[nama].langkah(proyek)
    for langkah in (*awal, [*akhir, *sisa]):
        lingkungan = {**os.environ, "LKIP_AKAR": str(proyek)}
        if kode := subprocess.run([sys.executable, *langkah], cwd=proyek, env=lingkungan, check=False).returncode:
            return kode
    return 0

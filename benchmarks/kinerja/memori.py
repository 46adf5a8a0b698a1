"""Peak memory of everything that a measurement starts: shared pages are counted once (Linux)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_JEDA = 1.0  # seconds between two looks


@dataclass
class Puncak:
    """Hold the peak in megabytes; None where the system does not tell."""

    mb: float | None = None


@contextmanager
def puncak_mb() -> Iterator[Puncak]:
    """Watch the processes that are started below this one, and remember the largest sum of their memory."""
    hasil, selesai = Puncak(), threading.Event()

    def lihat() -> None:
        while not selesai.wait(_JEDA):
            kini = sum(map(_pss_kb, _keturunan(os.getpid()))) / 1024
            if kini:
                hasil.mb = max(hasil.mb or 0, kini)

    pengamat = threading.Thread(target=lihat, daemon=True)
    pengamat.start()
    try:
        yield hasil
    finally:
        selesai.set()
        pengamat.join()


def _keturunan(pid: int) -> set[int]:
    """Return the children of a process and theirs."""
    induk: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            induk[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
    hasil: set[int] = set()
    lapis = {pid}
    while lapis := {p for p, i in induk.items() if i in lapis} - hasil:
        hasil |= lapis
    return hasil


def _pss_kb(pid: int) -> int:
    try:
        isi = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(b.split()[1]) for b in isi.splitlines() if b.startswith("Pss:")), 0)

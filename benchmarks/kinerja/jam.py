"""Clocks: things timed against each other in rounds, and commands with the whole tree of processes they start."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_ANGKAT_ANAK = 36  # PR_SET_CHILD_SUBREAPER


@dataclass(frozen=True, slots=True)
class Waktu:
    """Hold how long something took on the wall and, where it is known, on the processors."""

    detik: float
    cpu: float | None = None


def bertanding(peserta: Mapping[str, Callable[[], Waktu | None]], kali: int) -> dict[str, list[Waktu]]:
    """Time the participants in rounds, in turn and the other way about, so that a busy machine slows them alike.

    A participant that returns nothing is timed here.
    """
    hasil: dict[str, list[Waktu]] = {n: [] for n in peserta}
    for putaran in range(kali):
        for nama in list(peserta)[:: -1 if putaran % 2 else 1]:
            mulai = time.perf_counter()
            waktu = peserta[nama]()
            hasil[nama].append(waktu or Waktu(time.perf_counter() - mulai))
    return hasil


def tengah(waktu: Sequence[Waktu]) -> Waktu:
    """Return the medians."""
    cpu = [w.cpu for w in waktu if w.cpu is not None]
    return Waktu(median(w.detik for w in waktu), median(cpu) if cpu else None)


def rasio(a: Sequence[Waktu], b: Sequence[Waktu], *, cpu: bool = False) -> float:
    """Return the median of the ratios of each round: what slows one round down slows both sides of its ratio."""

    def lama(w: Waktu) -> float:
        return (w.cpu if cpu else w.detik) or 0.0

    return median(lama(x) / lama(y) for x, y in zip(a, b, strict=True))


def perintah(argv: Sequence[str | Path], *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Waktu:
    """Run a command and time it, with the processor time of all that it starts (on Linux also of what outlives it).

    Raises RuntimeError with what the command said when it fails.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ANGKAT_ANAK, 1, 0, 0, 0)
    awal = _cpu_anak()
    with tempfile.TemporaryFile() as kata:
        mulai = time.perf_counter()
        # A group of its own, so that what outlives the command can be told from what else this process started.
        with subprocess.Popen(
            [str(a) for a in argv], env={**os.environ, **(env or {})}, cwd=cwd, stdout=kata, stderr=kata,
            start_new_session=True,
        ) as proses:  # fmt: skip
            kode = proses.wait()
        detik = time.perf_counter() - mulai
        if kode:
            kata.seek(0)
            raise RuntimeError(f"{' '.join(map(str, argv))}: kode {kode}\n{kata.read().decode(errors='replace')}")
    while sys.platform == "linux":
        try:
            os.waitpid(-proses.pid, 0)
        except ChildProcessError:
            break
    return Waktu(detik, _cpu_anak() - awal)


def _cpu_anak() -> float:
    pakai = resource.getrusage(resource.RUSAGE_CHILDREN)
    return pakai.ru_utime + pakai.ru_stime

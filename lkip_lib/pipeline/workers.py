"""Where many reports are made: in this machine's own processes, or on a Dask cluster, behind one kind of executor."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import threading
import warnings
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Protocol

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.pipeline.warm import hangatkan, konteks

# What one worker, its warm server and its notebook take together, with room to spare.
_MEMORI_PEKERJA = 700 << 20
# More processes Windows does not wait for.
_PALING_BANYAK = 61 if sys.platform == "win32" else 9999
_SAMBUNG_DETIK = 10
_SARAN_TLS = "Isi DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT, dan …__CLIENT__KEY; lihat docs/banyak.md."
# Reports sent to a cluster at once: enough for one that grows by what is waiting, few enough to be held in memory.
_KIRIM = 256


class Regu(Protocol):
    """Make executors; `sekali` reports may be under way in one. `mati` says for good that a report kills workers."""

    sekali: int
    mati: tuple[type[Exception], ...]

    def buka(self, *, sendiri: bool = False) -> Executor:
        """Open an executor, of one worker when a report is to be made alone."""

    def hentikan(self, pelaksana: Executor) -> None:
        """End at once what an executor is doing."""

    def tutup(self) -> None:
        """Let go of what outlives the executors."""


class Setempat:
    """This machine's own worker processes: each imports once and makes many reports."""

    mati: tuple[type[Exception], ...] = ()

    def __init__(self, pekerja: int) -> None:
        self.pekerja, self.sekali = pekerja, pekerja + pekerja // 4

    def buka(self, *, sendiri: bool = False) -> Executor:
        hangatkan()
        return ProcessPoolExecutor(1 if sendiri else self.pekerja, konteks(), _siap, (tempfile.gettempdir(),))

    def hentikan(self, pelaksana: Executor) -> None:
        for proses in multiprocessing.active_children():
            proses.terminate()
            proses.join()
        pelaksana.shutdown(wait=False, cancel_futures=True)

    def tutup(self) -> None:
        """Leave what workers unpacked to whoever made the folder that it is in."""


class Kluster:
    """The workers of a Dask scheduler."""

    def __init__(self, alamat: str) -> None:
        from distributed import Client, KilledWorker

        _periksa_tls(alamat)
        self.sekali = _KIRIM
        self.mati: tuple[type[Exception], ...] = (KilledWorker,)
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what happened is told report by report
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a worker of another version refuses its reports itself
                self._klien = Client(alamat, timeout=_SAMBUNG_DETIK, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as salah:
            raise MasukanSalah(
                Masalah(
                    f"Penjadwal Dask di {alamat} tidak menjawab.",
                    "Periksa alamatnya, dan bahwa `dask scheduler` sedang berjalan.",
                )
            ) from salah
        self.pekerja = len(self._klien.scheduler_info(n_workers=-1)["workers"])

    def buka(self, *, sendiri: bool = False) -> Executor:
        hasil: Executor = self._klien.get_executor(pure=False)
        return hasil

    def hentikan(self, pelaksana: Executor) -> None:
        pelaksana.shutdown(wait=False)

    def tutup(self) -> None:
        self._klien.close()


def _periksa_tls(alamat: str) -> None:
    """Refuse an address by TLS where no certificate is named: a client that began without one cannot be let go of."""
    from distributed.security import Security

    try:
        siap = Security().get_connection_args("client")["ssl_context"] is not None
    except OSError as salah:
        raise MasukanSalah(Masalah("Sertifikat TLS tidak terbaca.", _SARAN_TLS)) from salah
    if alamat.startswith("tls:") and not siap:
        raise MasukanSalah(Masalah("Alamat tls:// memerlukan sertifikat.", _SARAN_TLS))


def buka_regu(pekerja: str, penjadwal: str) -> Setempat | Kluster:
    """Choose where reports are made: on the cluster of a scheduler when one is named, else here.

    Raises MasukanSalah for a number of workers or an address that cannot be.
    """
    banyak = baca_pekerja(pekerja)
    if not penjadwal:
        return Setempat(banyak)
    if pekerja:
        raise MasukanSalah(
            Masalah("PEKERJA dan SCHEDULER disebut bersama.", "Banyak pekerja ditentukan klusternya; hapus PEKERJA.")
        )
    if not re.fullmatch(r"[a-z]+://[^\s/]+(:\d+)?/?", penjadwal):
        raise MasukanSalah(
            Masalah(f'Alamat penjadwal "{penjadwal}" tidak dikenal.', "Contoh: SCHEDULER=tcp://10.0.0.5:8786.")
        )
    return Kluster(penjadwal)


def baca_pekerja(teks: str) -> int:
    """Return how many processes are to work at once: as many as were asked for, else as many as this machine bears.

    Raises MasukanSalah for what is no such number.
    """
    if teks and not re.fullmatch(r"[1-9]\d{0,3}", teks):
        raise MasukanSalah(Masalah(f'Banyak pekerja "{teks}" tidak dikenal.', "Tulis angka, misalnya PEKERJA=4."))
    return min(int(teks) if teks else pekerja_bawaan(), _PALING_BANYAK)


def pekerja_bawaan() -> int:
    """Return how many workers this machine bears: one a core, as far as memory is free."""
    inti = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    bebas = _memori_bebas()
    return inti if bebas is None else max(1, min(inti, bebas // _MEMORI_PEKERJA))


def _memori_bebas() -> int | None:
    """Return the bytes that are free, or that a container may still take; None where that is not told."""
    bebas: list[int] = []
    if sys.platform == "linux":
        meminfo, cgroup = Path("/proc/meminfo"), Path("/sys/fs/cgroup")
        with contextlib.suppress(OSError):
            if baris := re.search(r"MemAvailable:\s+(\d+) kB", meminfo.read_text(encoding="ascii")):
                bebas.append(int(baris[1]) << 10)
            if (paling := (cgroup / "memory.max").read_text(encoding="ascii").strip()).isdecimal():
                bebas.append(int(paling) - int((cgroup / "memory.current").read_text(encoding="ascii")))
    return max(0, min(bebas)) if bebas else None


def _siap(sementara: str) -> None:
    """Prepare a worker: Ctrl-C is for the process that leads, and all that a report needs is loaded once.

    It writes where the leading process does: what one that is ended at once leaves there goes with it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = sementara
    from lkip_lib.pipeline import chain

    assert chain
    hangatkan()
    threading.Thread(target=_ikut_berakhir, daemon=True).start()


def _ikut_berakhir() -> None:
    """End when the process that leads was killed: it can no longer tell its workers to."""
    if pemimpin := multiprocessing.parent_process():
        pemimpin.join()
        os._exit(1)

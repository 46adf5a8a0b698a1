"""Run in a process of its own what an agency wrote itself: nothing that it changes outlives it, and it ends in time."""

from __future__ import annotations

import multiprocessing as mp
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from lkip_lib.errors import Masalah, MasukanSalah

BATAS_DETIK = 1800  # how long one notebook may run
# A copy of this process is safe to go on from only here; elsewhere the notebook runs in this one.
BISA = sys.platform == "linux"

T = TypeVar("T")


def terpisah(kerja: Callable[[], T], nama: str) -> T:
    """Return what `kerja` returns, or raise what it raises, from a copy of this process.

    Raises MasukanSalah naming the notebook when the copy ends before it is done, or takes longer than BATAS_DETIK.
    """
    if sys.platform == "linux" and BISA:
        terima, kirim = mp.Pipe(duplex=False)
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if not pid:
            _di_anak(kerja, kirim)
        kirim.close()
        try:
            if not terima.poll(BATAS_DETIK):
                raise _berhenti(nama, f"berjalan lebih dari {BATAS_DETIK // 60:.0f} menit")
            berhasil, isi = pickle.loads(terima.recv_bytes())  # of the copy of this very process
        except EOFError:
            raise _berhenti(nama, "mengakhiri prosesnya sebelum selesai") from None
        finally:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            terima.close()
        if not berhasil:
            raise isi
        hasil: T = isi
        return hasil
    return kerja()


def _di_anak(kerja: Callable[[], object], kirim: mp.connection.Connection) -> None:
    """Do the work and send what came of it; this copy of the process never returns."""
    try:
        try:
            isi = True, kerja()
        except BaseException as salah:
            isi = False, salah
        kirim.send_bytes(pickle.dumps(isi))
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(0)


def _berhenti(nama: str, sebab: str) -> MasukanSalah:
    return MasukanSalah(Masalah(f"Notebook ini {sebab}.", "Periksa sel-selnya, lalu jalankan lagi.", nama))

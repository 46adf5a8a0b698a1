"""Keep all that a command writes for itself alone in one folder, and sweep away those of commands that were killed."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from multiprocessing.process import current_process
from pathlib import Path

from filelock import FileLock, Timeout

from lkip_lib.buku.seal import milik_sendiri

_AWALAN, _KUNCI, _ISI = "lkip-", "kunci", "isi"
_MUDA_DETIK = 60  # one that another command has just made may not be locked yet


@contextmanager
def folder_sementara() -> Iterator[Path]:
    """Give a folder that is gone at the end; where the process was killed before, the next command removes it."""
    sapu()
    with tempfile.TemporaryDirectory(prefix=_AWALAN, ignore_cleanup_errors=True) as nama:
        folder = Path(nama).resolve()
        with FileLock(folder / _KUNCI):
            isi = folder / _ISI
            isi.mkdir()
            yield isi


@cache
def pakai_sementara() -> None:
    """Let this process, and those that it starts, put their temporary files in one such folder until it ends."""
    tumpuk = ExitStack()
    atexit.register(tumpuk.close)
    folder = str(tumpuk.enter_context(folder_sementara()))
    os.environ["TMPDIR"], tempfile.tempdir = folder, folder
    # Its own folder, which sockets are in, a killed process would leave behind.
    pengaturan: dict[str, object] = current_process()._config  # type: ignore[attr-defined]
    pengaturan["tempdir"] = folder


def sapu() -> None:
    """Remove the folders of commands that are no more: nobody holds their lock."""
    for kunci in Path(tempfile.gettempdir()).glob(f"{_AWALAN}*/{_KUNCI}"):
        with suppress(OSError, Timeout):
            # Others too may write where temporary files are, and a link would lead elsewhere.
            if milik_sendiri(kunci.parent.lstat()) and time.time() - kunci.lstat().st_mtime > _MUDA_DETIK:
                with FileLock(kunci, blocking=False):
                    shutil.rmtree(kunci.parent / _ISI)
                shutil.rmtree(kunci.parent)

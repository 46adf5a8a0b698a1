"""Put a new output folder in the place of the old one; a failed or killed run leaves the last good report whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from lkip_lib.errors import Masalah, MasukanSalah

_DARI_SINI, _SALING = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


@contextmanager
def folder_baru(tujuan: Path) -> Iterator[Path]:
    """Give an empty folder beside the target; at a clean end it takes the target's place.

    One run at a time works on a target. Raises MasukanSalah when another run does, or when the old one cannot be moved.
    """
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    baru, lama = (tujuan.parent / f".{tujuan.name}.{n}" for n in ("baru", "lama"))
    kunci = FileLock(tujuan.parent / f".{tujuan.name}.lock")
    try:
        kunci.acquire(timeout=0)
    except Timeout as salah:
        raise MasukanSalah(
            Masalah(
                f"Laporan {tujuan.parent.name} {tujuan.name} sedang dibuat oleh proses lain.", "Tunggu sampai selesai."
            )
        ) from salah
    try:
        _pulihkan(tujuan, lama)
        shutil.rmtree(baru, ignore_errors=True)
        baru.mkdir()
        yield baru
        if tujuan.exists() and _tukar(baru, tujuan):
            return
        # os.replace cannot replace a folder that is not empty.
        if tujuan.exists():
            _singkirkan(tujuan, lama)
        try:
            baru.rename(tujuan)
        except OSError:
            _pulihkan(tujuan, lama)
            raise
        shutil.rmtree(lama, ignore_errors=True)
    finally:
        shutil.rmtree(baru, ignore_errors=True)
        kunci.release()


def _tukar(satu: Path, dua: Path) -> bool:
    """Exchange two folders at one stroke, where the system can; a kill then never finds the place empty."""
    if sys.platform != "linux":
        return False
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        gagal = libc.renameat2(_DARI_SINI, os.fsencode(satu), _DARI_SINI, os.fsencode(dua), _SALING)
    except (AttributeError, OSError):  # a C library without it
        return False
    return bool(gagal == 0)


def _singkirkan(tujuan: Path, lama: Path) -> None:
    try:
        tujuan.rename(lama)
    except PermissionError as salah:  # on Windows also while one of its files is open
        raise MasukanSalah(
            Masalah(
                f"Laporan {tujuan.parent.name} {tujuan.name} tidak dapat diganti; laporan lama masih utuh.",
                "Tutup berkasnya di Excel, Word, atau pembaca PDF, lalu jalankan lagi.",
            )
        ) from salah


def _pulihkan(tujuan: Path, lama: Path) -> None:
    """Bring back the last report when a run was killed between the two renames."""
    if lama.exists():
        if tujuan.exists():
            shutil.rmtree(lama)
        else:
            lama.rename(tujuan)

"""Seal what one process leaves for the next: only what this user's own runs wrote is ever taken up again.

A pickle runs code when it is read, and a work folder may be on a shared disk or come in a parcel. So it is read only
behind a hash that needs a key which nobody else has.
"""

from __future__ import annotations

import hmac
import os
import pickle
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path

LINGKUNGAN = "LKIP_SEGEL"  # the key, for the processes that a run starts
_BERKAS = Path(".cache", "lkip", "segel")  # in the user's own folder, for notebooks opened one after another
_PANJANG = 32


def segel(isi: object, konteks: str) -> bytes:
    """Return something as bytes behind its seal; `konteks` is what it was made from."""
    badan = pickle.dumps(isi, pickle.HIGHEST_PROTOCOL)
    return _tanda(badan, konteks) + badan


def buka_segel(berkas: bytes, konteks: str) -> object:
    """Return what was sealed; None when another user, or none, sealed it, or it was made from something else."""
    badan = memoryview(berkas)[_PANJANG:]
    if not hmac.compare_digest(_tanda(badan, konteks), berkas[:_PANJANG]):
        return None
    hasil: object = pickle.loads(badan)
    return hasil


def _tanda(badan: bytes | memoryview, konteks: str) -> bytes:
    hitung = hmac.new(kunci(), konteks.encode() + b"\0", "sha256")
    hitung.update(badan)
    return hitung.digest()


def kunci() -> bytes:
    """Return the key: that of the run, else this user's own, else one that ends with this process."""
    if tertulis := os.environ.get(LINGKUNGAN):
        return tertulis.encode()
    return _kunci_pengguna()


@cache
def _kunci_pengguna() -> bytes:
    baru = secrets.token_hex(_PANJANG).encode()
    with suppress(OSError, RuntimeError):  # without a home, or none that may be written
        path = Path.home() / _BERKAS
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError), open(path, "xb", opener=_hanya_pemilik) as f:
            f.write(baru)
        lama = path.read_bytes()
        if len(lama) == len(baru) and milik_sendiri(path.stat()):
            return lama
    return baru


def _hanya_pemilik(path: str, cara: int) -> int:
    return os.open(path, cara, 0o600)


def milik_sendiri(ada: os.stat_result) -> bool:
    """Tell whether something is this user's own and closed to others, where the system tells."""
    return os.name != "posix" or (ada.st_uid == getattr(os, "getuid", lambda: 0)() and not ada.st_mode & 0o077)

"""The code by which a job is called: it follows from the id of its root alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from lkip_lib.checks.registry import TINGKAT

_HURUF = "23456789BCDFGHJKLMNPQRSTVWXZ"  # no vowels: a code spells no word, and none looks like a digit
_PANJANG = 5


def kode_pekerjaan(akar: str) -> str:
    """Return the code of the job of a root: other jobs come and go, and it stays.

    >>> kode_pekerjaan("CAP-01-058ff4e2")
    'P-R9KW2'
    """
    angka = int.from_bytes(hashlib.sha256(akar.encode()).digest())
    return "P-" + "".join(_HURUF[angka // len(_HURUF) ** n % len(_HURUF)] for n in range(_PANJANG))


def beri_kode(catatan: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the code of the job that each note belongs to; "" where its job holds nothing but informasi."""
    semua = [(b["akar"] or b["id"], b["tingkat"]) for b in catatan]
    bekerja = {akar for akar, tingkat in semua if tingkat != TINGKAT[-1]}
    return [kode_pekerjaan(akar) if akar in bekerja else "" for akar, _ in semua]

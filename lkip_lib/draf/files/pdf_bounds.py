"""Keep what a PDF unpacks to within bounds: its parts are told to be small and may be anything once they are open."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from lkip_lib.errors import Masalah, MasukanSalah

_TERURAI = 32_000_000  # bytes of all parts of a file; a report of a hundred pages has a fifth of it
_POTONG = 65_536


class _Pengurai:
    """Stand in the place of zlib where pdfminer unpacks; a damaged part ends where the damage is."""

    error = zlib.error

    def __init__(self) -> None:
        self.sisa = _TERURAI

    def decompress(self, data: bytes) -> bytes:
        d, hasil = zlib.decompressobj(), []
        for awal in range(0, len(data), _POTONG):
            potong = data[awal : awal + _POTONG]
            while potong:
                try:
                    hasil.append(d.decompress(potong, max(1, self.sisa + 1)))
                except zlib.error:
                    return b"".join(hasil)
                self.sisa -= len(hasil[-1])
                if self.sisa < 0:
                    raise MemoryError
                potong = d.unconsumed_tail
        return b"".join(hasil)


@contextmanager
def terbatas(nama: str) -> Iterator[None]:
    """Let a file unpack to no more than any report does. Raises MasukanSalah for one that would."""
    modul: Any = import_module("pdfminer.pdftypes")
    semula, pengurai = modul.zlib, _Pengurai()
    modul.zlib = pengurai
    try:
        yield
    finally:
        modul.zlib = semula
        if pengurai.sisa < 0:
            temuan = "Isi berkas ini terlalu besar untuk dibaca."
            raise MasukanSalah(Masalah(temuan, "Pisahkan lampirannya.", nama))

"""What the verbs know of the year at hand: its policies by name, and which formula each column was computed by."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from itertools import count
from typing import Any

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.ledger.terapan import TANDA, Terapan

_TABEL = "tabel"


class Pilihan:
    """Give the choices of a year by their names, whether params or policies hold them."""

    def __init__(self, *dari: Any) -> None:
        self._dari = dari

    def __getattr__(self, nama: str) -> Any:
        for d in self.__dict__.get("_dari", ()):
            if hasattr(d, nama):
                return getattr(d, nama)
        raise MasukanSalah(
            Masalah(f'Pilihan "{nama}" tidak ada di params tahun ini.', "Periksa nama sesudah * pada rumusnya.")
        )


class Sesi:
    """Hold one year at work."""

    def __init__(self, pilihan: Pilihan) -> None:
        self.pilihan = pilihan
        self._terapan: dict[str, Mapping[str, Terapan]] = {}
        self._nomor = count(1)

    def catat(self, frame: pd.DataFrame, baru: Mapping[str, Terapan], tabel: str = "") -> pd.DataFrame:
        """Remember by which formulas columns of a frame were computed."""
        kunci = f"r{next(self._nomor)}"
        self._terapan[kunci] = {**self._terapan.get(frame.attrs.get(TANDA, ""), {}), **baru}
        frame.attrs = {**frame.attrs, TANDA: kunci, **({_TABEL: tabel} if tabel else {})}
        return frame

    def semua(self, frame: pd.DataFrame) -> Mapping[str, Terapan]:
        """Return the formulas by which columns of a frame were computed; none that a cell, or pandas, left out."""
        semua = self._terapan.get(frame.attrs.get(TANDA, ""), {})
        return {k: semua[k] for k in frame.columns.tolist() if k in semua} if semua else {}


_KINI = threading.local()


def mulai_sesi(sesi: Sesi) -> Sesi:
    """Let the verbs work on this year from now on."""
    _KINI.sesi = sesi
    return sesi


def kini() -> Sesi:
    """Return the year at work. Raises MasukanSalah before any was begun."""
    sesi: Sesi | None = getattr(_KINI, "sesi", None)
    if sesi is None:
        raise MasukanSalah(Masalah("Belum ada tahun yang dibuka.", "Mulai dengan lk = mulai(nama, instansi, tahun)."))
    return sesi


def bertabel(frame: pd.DataFrame, tabel: str) -> pd.DataFrame:
    """Say of which table the rows of a frame are."""
    frame.attrs = {**frame.attrs, _TABEL: tabel}
    return frame


def tabel_dari(frame: pd.DataFrame) -> str:
    return str(frame.attrs.get(_TABEL, ""))

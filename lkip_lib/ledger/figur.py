"""What is known of figures while tables are saved: their columns, and value and state by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lkip_lib import ledger
from lkip_lib.ledger.terapan import Pada
from lkip_lib.rumus.nilai import BELUM_DIISI, KEADAAN, Nilai

Ids = NDArray[np.object_]


@dataclass(eq=False)
class Figur:
    """Hold one column of figures: the id, the value and the state of each row."""

    id: Ids
    nilai: Nilai
    pada: Pada | None = None  # the formula by which it is computed
    sumber: Mapping[str, Figur] | None = None
    dari: Any = None  # of what is stated: what states it, the one with the value first, each with its role
    serta: Any = None  # of what is recorded: others that state the same

    @property
    def berjejak(self) -> bool:
        """Tell whether every row with a value can be followed."""
        return bool(np.all((self.id != "") | (self.keadaan > 0)))

    @property
    def keadaan(self) -> NDArray[np.int8]:
        k = self.nilai.keadaan
        return np.zeros(len(self.id), np.int8) if k is None else k


class Catatan:
    """Look up what is known of a figure by its id: value (or word) and state."""

    def __init__(self, lama: ledger.Ledger) -> None:
        self._lama, self._baru = lama, dict[str, tuple[Any, int]]()
        self._tersimpan: dict[str, tuple[Any, int]] = {}
        self.sebutan: dict[str, str] = {}  # the name of the formula that a figure took, where a table says it
        self._pemilik: dict[str, int] = {}  # the frame that gave a figure its row

    def tutup(self) -> None:
        """Keep what was saved: from now on it stands."""
        self._tersimpan |= self._baru
        self._baru, self._pemilik = {}, {}

    def catat(self, f: Figur, pemilik: int) -> None:
        self._pemilik.update(dict.fromkeys(f.id.tolist(), pemilik))
        self._baru.update(zip(f.id.tolist(), zip(f.nilai.isi.tolist(), f.keadaan.tolist(), strict=True), strict=True))

    def __call__(self, id: str) -> tuple[Any, int]:
        for milik in (self._baru, self._tersimpan):
            if id in milik:
                return milik[id]
        if id not in self._lama:
            return np.nan, BELUM_DIISI
        b = self._lama[id]
        nilai = b["label"] if b["nilai"] != b["nilai"] and b["asal"] == ledger.HITUNG else b["nilai"]
        return nilai, KEADAAN.index(b["status_nilai"])

    def kenal(self, id: str) -> bool:
        return id in self._baru or id in self._tersimpan or id in self._lama

    def milik_lain(self, id: str, pemilik: int) -> bool:
        """Tell whether another table gave a figure its row already."""
        return self.kenal(id) and self._pemilik.get(id) != pemilik


def berbatas(frame: pd.DataFrame, kolom: str, i: int) -> bool:
    """Tell whether what is stated is read as the bound of a range: it then stands beside, not in the column."""
    return any(frame[k].notna().iat[i] for k in (f"{kolom}_bawah", f"{kolom}_atas") if k in frame)

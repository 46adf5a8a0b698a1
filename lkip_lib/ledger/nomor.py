"""Build the id of each row's figure from the key columns of its table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib.frames import larik
from lkip_lib.ledger.deklarasi import Tabel
from lkip_lib.ledger.figur import Ids

TANPA = Tabel("", {}, kode=())


class Nomor:
    """Know the ids of the figures of tables, each built once."""

    def __init__(self, tabel: Mapping[str, Tabel], tahun: int) -> None:
        self._tabel, self._tahun = tabel, tahun
        self._ids: dict[tuple[int, str, str, tuple[str, ...]], Ids] = {}
        self._bagian: dict[tuple[int, str], tuple[list[str], list[str], list[str], list[str]]] = {}

    def id(self, tabel: str, frame: pd.DataFrame, kolom: str, kunci: tuple[str, ...] = ()) -> Ids:
        """Build the id of each row's figure in a column, once."""
        ingat = (id(frame), tabel, kolom, kunci)
        if ingat not in self._ids:
            self._ids[ingat] = self._susun(tabel, frame, kolom, kunci)
        return self._ids[ingat]

    def _susun(self, tabel: str, frame: pd.DataFrame, kolom: str, kunci: tuple[str, ...]) -> Ids:
        if not len(frame):
            return np.empty(0, object)
        kode, dokumen, tahun, periode = self.bagian(tabel, frame, kunci)
        nama = self._tabel.get(tabel, TANPA).nama
        hasil = [
            ".".join(b for b in (nama, k, kolom, d, t, p) if b).replace(" ", "_")
            for k, d, t, p in zip(kode, dokumen, tahun, periode, strict=True)
        ]
        return np.array(hasil, object)

    def bagian(self, tabel: str, frame: pd.DataFrame, kunci: tuple[str, ...] = ()) -> Any:
        """Return the parts of each row's id: code, document, year and period."""
        ingat = (id(frame), tabel + "/".join(kunci))
        if ingat not in self._bagian:
            t, n = self._tabel.get(tabel, TANPA), len(frame)
            dari = kunci[: len(t.kode)] or t.kode
            lain = kunci[len(t.kode) :]
            kode = [
                ".".join(str(v) for v in b if v not in ("", "instansi"))
                for b in (zip(*(larik(frame, k).tolist() for k in dari), strict=True) if dari else [()] * n)
            ]

            def milik(nama: str, bawaan: str) -> list[str]:
                return [_teks(v) for v in larik(frame, nama).tolist()] if nama else [bawaan] * n

            dokumen = lain[0] if lain else t.dokumen
            periode = lain[1] if len(lain) > 1 else t.periode
            self._bagian[ingat] = kode, milik(dokumen, ""), milik(t.tahun, str(self._tahun)), milik(periode, "")
        return self._bagian[ingat]

    def sebut(self, tabel: str, frame: pd.DataFrame, i: int) -> str:
        """Name a row in a message."""
        kode, dokumen, *_ = self.bagian(tabel, frame)
        return " ".join(b for b in (kode[i], dokumen[i]) if b)


def _teks(v: Any) -> str:
    return "" if v is None or v is pd.NA or v != v else str(int(v)) if isinstance(v, float) else str(v)

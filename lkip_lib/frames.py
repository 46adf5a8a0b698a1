"""Small frames: make one of columns of declared types, give its rows, gather them by key, and keep texts texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from pandas.api.internals import create_dataframe_from_blocks  # type: ignore[import-not-found]

K = TypeVar("K")
V = TypeVar("V")


def susun(isi: Mapping[str, Sequence[Any] | np.ndarray], dtype: Mapping[str, str]) -> pd.DataFrame:
    """Make a frame of columns of declared types.

    Text stays as it is, and columns of one type stand in one block: letting pandas guess the types, or putting in one
    column after another, costs five times that, and the small frames of a report are made by the dozen.
    """
    n, letak = len(next(iter(isi.values()))), dict[str, list[int]]()
    for i, k in enumerate(isi):
        letak.setdefault(dtype[k], []).append(i)
    kolom = [*isi.values()]
    blok: list[tuple[Any, np.ndarray]] = [(_bulat(kolom[i]), np.array([i])) for i in letak.pop("Int64", [])]
    for jenis, milik in letak.items():
        larik = np.empty((len(milik), n), dtype=jenis)
        for baris, i in zip(larik, milik, strict=True) if n else ():
            baris[:] = kolom[i] if jenis == "object" else np.asarray(kolom[i], dtype=jenis)
        blok.append((larik, np.array(milik)))
    hasil: pd.DataFrame = create_dataframe_from_blocks(blok, pd.RangeIndex(n), _nama(tuple(isi)))
    return hasil


def _bulat(isi: Sequence[Any] | np.ndarray) -> pd.arrays.IntegerArray:
    """Do what `pd.array` does, in a third of its time. Raises TypeError for what is no whole number."""
    larik = np.array(isi, dtype=object)
    kosong = pd.isna(larik)
    larik[kosong] = 0
    bulat = larik.astype("int64")
    if (bulat != larik).any():
        raise TypeError(f"bukan bilangan bulat: {larik[bulat != larik][0]}")
    return pd.arrays.IntegerArray(bulat, kosong)


@lru_cache(maxsize=256)
def _nama(kolom: tuple[str, ...]) -> pd.Index:
    return pd.Index(kolom)


def catatan(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as dicts; a missing whole number is None, as `to_dict` has it, which is slower.

    >>> catatan(susun({"kode": ["AKIP"], "tahun": [None]}, {"kode": "object", "tahun": "Int64"}))
    [{'kode': 'AKIP', 'tahun': None}]
    """
    if frame.empty:  # of which there are many: of each agency most tables have no rows
        return []
    nama = frame.columns.tolist()
    baris = zip(*map(_isi, frame._iter_column_arrays()), strict=True)  # type: ignore[operator]
    return [dict(zip(nama, b, strict=True)) for b in baris]


def himpun(pasangan: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Gather what has the same key, keys in order of appearance.

    >>> himpun([("B", 1), ("A", 2), ("B", 3)])
    {'B': [1, 3], 'A': [2]}
    """
    hasil: dict[K, list[V]] = {}
    for k, v in pasangan:
        hasil.setdefault(k, []).append(v)
    return hasil


def larik(frame: pd.DataFrame, kolom: str) -> Any:
    """Return a column as the array that it is, to be looked at only: as a Series it would take five times as long.

    >>> larik(susun({"kode": ["AKIP", "TPT"]}, {"kode": "object"}), "kode").tolist()
    ['AKIP', 'TPT']
    """
    return frame._get_column_array(frame.columns.get_loc(kolom))  # type: ignore[operator]


def _isi(kolom: Any) -> list[Any]:
    isi: list[Any] = kolom.tolist()
    return [None if v is pd.NA else v for v in isi] if isinstance(kolom.dtype, pd.Int64Dtype) else isi


_AWAL_RUMUS = frozenset("=+-@\t\r'")
# What stands behind any number of apostrophes and could be a formula; a number, or a dash alone, is none.
_RUMUS = re.compile(r"'+[=+@\t\r-]|[=+@\t\r]|-(?=.)(?![\d.,]+ ?%?$)", re.DOTALL)


def tanpa_rumus(frame: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before every text that a spreadsheet could take for a formula; taking one off gives it back.

    >>> tanpa_rumus(pd.DataFrame({"nama": ["=1+1", "- belum", "-0,5 %", "-", "'=1", "x"]}))["nama"].tolist()
    ["'=1+1", "'- belum", '-0,5 %', '-', "''=1", 'x']
    """
    ganti = {str(k): v for k in frame if (v := _teks_aman(frame[k])) is not None}
    return frame.assign(**ganti).rename(columns=_aman) if ganti else frame.rename(columns=_aman)


def _teks_aman(kolom: pd.Series) -> list[Any] | None:
    """Return a column with its texts kept texts; None when nothing in it could be a formula."""
    if kolom.dtype.kind != "O":
        return None
    isi = kolom.tolist()
    aman = [_aman(v) if type(v) is str and v[:1] in _AWAL_RUMUS else v for v in isi]
    return aman if aman != isi else None


def _aman(teks: str) -> str:
    return f"'{teks}" if _RUMUS.match(teks) else teks

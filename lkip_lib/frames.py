"""Small frames: make one of columns of declared types, and give the rows of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd


def susun(isi: Mapping[str, Sequence[Any] | np.ndarray], dtype: Mapping[str, str]) -> pd.DataFrame:
    """Make a frame of columns of declared types.

    Text stays as it is and stands in one block: letting pandas guess the types, or making a Series of each column,
    costs three times that, and the small frames of a report are made by the dozen.
    """
    n = len(next(iter(isi.values())))
    teks = [k for k in isi if dtype[k] == "object"]
    blok = np.empty((len(teks), n), dtype=object)
    for i, k in enumerate(teks):
        blok[i] = isi[k]
    hasil = pd.DataFrame(blok.T, columns=teks, dtype=object, copy=False)
    for i, (k, nilai) in enumerate(isi.items()):
        if dtype[k] == "Int64":
            hasil.insert(i, k, pd.Series(pd.array(nilai, dtype="Int64")))
        elif dtype[k] != "object":
            hasil.insert(i, k, np.asarray(nilai, dtype=dtype[k]))
    return hasil


def catatan(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as dicts; a missing whole number is None, as `to_dict` has it, which is slower.

    >>> catatan(susun({"kode": ["AKIP"], "tahun": [None]}, {"kode": "object", "tahun": "Int64"}))
    [{'kode': 'AKIP', 'tahun': None}]
    """
    nama = [str(k) for k in frame]
    baris = frame.to_numpy(dtype=object).tolist()
    if any(isinstance(t, pd.Int64Dtype) for t in frame.dtypes):
        baris = [[None if v is pd.NA else v for v in b] for b in baris]
    return [dict(zip(nama, b, strict=True)) for b in baris]

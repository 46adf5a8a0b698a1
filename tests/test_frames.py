"""Small frames keep what was put in: order, types, and what is missing."""

from __future__ import annotations

import pandas as pd

from lkip_lib.frames import catatan, susun

_DTYPE = {"kode": "object", "tahun": "Int64", "target": "float64", "_baris": "int64"}


def test_columns_keep_their_order_and_declared_types_even_without_rows() -> None:
    for isi in ({"kode": ["A"], "tahun": [None], "target": [None], "_baris": [2]}, {k: [] for k in _DTYPE}):
        frame = susun(isi, _DTYPE)
        assert list(frame) == list(_DTYPE)
        assert {k: str(t) for k, t in frame.dtypes.items()} == _DTYPE


def test_rows_are_what_to_dict_gives() -> None:
    isi = {"kode": ["A", ""], "tahun": [2024, None], "target": [64.17, 0.0], "_baris": [2, 3]}
    frame = susun(isi, _DTYPE)
    assert catatan(frame) == [
        {k: None if v is pd.NA else v for k, v in b.items()} for b in frame.to_dict(orient="records")
    ]
    assert catatan(frame[:0]) == []

"""A table of a notebook's own: every column that holds figures opens their trails."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.display.table import Baris, Kolom, Tabel
from lkip_lib.frames import catatan
from lkip_lib.ledger import buat_id
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.narrative.isi import Isi

TANPA_JEJAK = "tanpa jejak"


def tabel_sendiri(isi: Isi, nama: str, judul: str, kolom: Sequence[str] = ()) -> Tabel:
    """Show a saved frame; a column of numbers without ledger rows says in its head that they have no trail."""
    frame = isi.frames[nama]
    dipakai = [k for k in (kolom or map(str, frame)) if k in frame]
    ids = {k: _ids(isi, nama, frame, k) for k in dipakai}
    angka = {k: pd.api.types.is_numeric_dtype(frame[k]) for k in dipakai}
    berjejak = {k: any(i in isi.ledger for i in ids[k]) for k in dipakai}
    kepala = [
        Kolom(_sebut(k) + (f" ({TANPA_JEJAK})" if angka[k] and not berjejak[k] else ""), angka=angka[k] or berjejak[k])
        for k in dipakai
    ]
    baris = [
        Baris([isi.penyaji.angka(ids[k][n]) if ids[k][n] in isi.ledger else _polos(v) for k, v in b.items()])
        for n, b in enumerate(catatan(frame[dipakai]))
    ]
    return Tabel(judul, kepala, baris)


def _ids(isi: Isi, nama: str, frame: pd.DataFrame, kolom: str) -> list[str]:
    """Name the figures of a column: the table's own, else those of the table that it was taken over from."""
    semua: list[tuple[str, tuple[str, ...]]] = [(nama, (k,)) for k in ("kode", "sasaran", "indikator") if k in frame]
    semua += [(t.nama, t.kode) for t in TABEL.values() if kolom in t.angka and all(k in frame for k in t.kode)]
    for tabel, kunci in semua:
        pasangan = zip(*(frame[k] for k in kunci), strict=True)
        ids = [buat_id(tabel, ".".join(map(str, p)), kolom, tahun=isi.tahun) for p in pasangan]
        if any(i in isi.ledger for i in ids) and all(_sama(isi, i, v) for i, v in zip(ids, frame[kolom], strict=True)):
            return ids
    return [""] * len(frame)


def _sama(isi: Isi, id: str, nilai: Any) -> bool:
    if id not in isi.ledger:
        return bool(pd.isna(nilai))
    b = isi.ledger[id]
    return bool(b["label"] == nilai) if isinstance(nilai, str) else bool(pd.isna(nilai) or isclose(b["nilai"], nilai))


def _sebut(kolom: str) -> str:
    return kolom.removesuffix("_persen").removesuffix("_rp").replace("_", " ").capitalize()


def _polos(v: Any) -> str:
    if isinstance(v, str):
        return v
    return "–" if pd.isna(v) else numerals.write(float(v), 2, trim=True)

"""A table of a notebook's own: every column that holds figures opens their trails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.display.table import Baris, Kolom, Tabel
from lkip_lib.frames import catatan
from lkip_lib.ledger import buat_id
from lkip_lib.narrative.isi import Isi

TANPA_JEJAK = "tanpa jejak"


def tabel_sendiri(isi: Isi, nama: str, judul: str, kolom: Sequence[str] = ()) -> Tabel:
    """Show a saved frame; a column of numbers without ledger rows says in its head that they have no trail."""
    frame = isi.frames[nama]
    dipakai = [k for k in (kolom or map(str, frame)) if k in frame]
    kode = next((k for k in ("kode", "sasaran", "indikator") if k in frame), dipakai[0])
    ids = {k: [buat_id(nama, str(v), k, tahun=isi.tahun) for v in frame[kode]] for k in dipakai}
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


def _sebut(kolom: str) -> str:
    return kolom.removesuffix("_persen").removesuffix("_rp").replace("_", " ").capitalize()


def _polos(v: Any) -> str:
    if isinstance(v, str):
        return v
    return "–" if pd.isna(v) else numerals.write(float(v), 2, trim=True)

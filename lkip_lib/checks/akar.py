"""Put the notes of one cause under one root: mended first, it takes the others with it."""

from __future__ import annotations

import pandas as pd

from lkip_lib.checks.registry import Konteks
from lkip_lib.ledger import Ledger


def kelompokkan_akar(catatan: pd.DataFrame, konteks: Konteks) -> pd.DataFrame:
    """Name for each note the root that it follows from (`akar`): mended first, it takes the others with it."""
    return catatan.assign(akar=_akar(catatan, konteks.ledger))


def _akar(hasil: pd.DataFrame, ledger: Ledger) -> pd.Series:
    """Name for each note the root it follows from: a proved or unreadable figure that its own evidence rests on."""
    pokok = hasil[(hasil["seharusnya"] != "") | (hasil["keluarga"] == "angka")]
    pokok = pokok[(pokok["tingkat"] == "kesalahan") & ~pokok["tabel"].str.startswith("tercetak/")]
    akar = dict(zip(pokok["_id_ledger"], pokok["id"], strict=True))

    def cari(id: str, bukti: tuple[str, ...], id_ledger: str) -> str:
        if id in akar.values():
            return ""
        bersandar = (b["id"] for i in (id_ledger, *bukti) if i in ledger for b in ledger.asal(i))
        return next((akar[b] for b in bersandar if b in akar), "")

    kolom = zip(hasil["id"], hasil["_bukti"], hasil["_id_ledger"], strict=True)
    return pd.Series([cari(*k) for k in kolom], index=hasil.index)

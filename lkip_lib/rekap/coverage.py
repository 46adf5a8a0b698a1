"""How much of an agency could be looked at: the tables that it gave, and the checks that these let run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lkip_lib.checks import DAFTAR

_MASUKAN = "ketik/"
_TAMBAHAN = "data_dukung/"  # tables of an agency's own, which no check of ours reads
# What a family of checks needs: the rows of one of these tables. The others live of target and realisasi.
_PERLU = {
    "anggaran": ("ketik/anggaran",),
    "efisiensi": ("efisiensi",),
    "kas": ("ketik/kas",),
    "narasi": ("ketik/tercetak/pernyataan",),
    "predikat": ("ketik/tercetak/hitungan", "ketik/tercetak/skala"),
    "sdm": ("ketik/sdm",),
    "triwulan": ("triwulan",),
}


def cakupan(frames: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """Return the tables given, by name, and how many checks could run over them.

    Two agencies are alike when they gave the same tables: who types less has less that can contradict itself.
    """
    tabel = sorted(
        n.removeprefix(_MASUKAN)
        for n, f in frames.items()
        if n.startswith(_MASUKAN) and len(f) and not n.startswith(f"{_MASUKAN}{_TAMBAHAN}")
    )
    berjalan = sum(_berjalan(p.keluarga, frames) for p in DAFTAR.values())
    return {"tabel": " ".join(tabel), "n_tabel": len(tabel), "n_pemeriksaan": berjalan}


def _berjalan(keluarga: str, frames: Mapping[str, pd.DataFrame]) -> bool:
    return any(len(frames.get(n, ())) for n in _PERLU.get(keluarga, ("ketik/target", "ketik/realisasi")))

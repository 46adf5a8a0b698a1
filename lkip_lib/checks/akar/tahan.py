"""Withhold the correction of a statement where the figure that it would take over is itself called in question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lkip_lib.checks.registry import TINGKAT, Konteks
from lkip_lib.frames import catatan as baris
from lkip_lib.ledger import TERCETAK


def tahan_usul(catatan: pd.DataFrame, konteks: Konteks) -> pd.DataFrame:
    """Leave a candidate of what a sentence or a printed result should be, where it rests on a figure in question.

    A table is in question where a note above informasi says so of it: the sentence may be what is right. A correction
    of the tables themselves is proved by what stands around it, and stays.
    """
    semua = baris(catatan)
    diragukan = {i for b in semua if b["tingkat"] != TINGKAT[-1] and not _pernyataan(b) for i in _bersengketa(b)}
    ditahan = [
        bool(b["seharusnya"]) and _pernyataan(b) and not diragukan.isdisjoint(_sandaran(b, konteks)) for b in semua
    ]
    return jadikan_kandidat(catatan, ditahan)


def jadikan_kandidat(catatan: pd.DataFrame, ditahan: Sequence[bool]) -> pd.DataFrame:
    """Call what some notes propose possible, not proved."""
    dua = [(b["kandidat"] or b["seharusnya"], "") if t else (b["kandidat"], b["seharusnya"])
           for b, t in zip(baris(catatan), ditahan, strict=True)]  # fmt: skip
    return catatan.assign(kandidat=[k for k, _ in dua], seharusnya=[s for _, s in dua])


def _pernyataan(b: dict[str, Any]) -> bool:
    return str(b["tabel"]).startswith("tercetak/")


def _bersengketa(b: dict[str, Any]) -> tuple[str, ...]:
    """Return the figures of which a note says that one is wrong; where it proves which, that one alone."""
    return (b["_id_ledger"],) if b["seharusnya"] else (b["_id_ledger"], *b["_bukti"])


def _sandaran(b: dict[str, Any], konteks: Konteks) -> set[str]:
    """Return the cells of the tables that the evidence of a note rests on."""
    asal = (a for i in b["_bukti"] if i in konteks.ledger for a in konteks.ledger.asal(i))
    return {str(a["id"]) for a in asal if a["asal"] != TERCETAK}

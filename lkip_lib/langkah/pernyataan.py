"""Settle what was stated: which target and which realisasi count, where several places state the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.frames import catatan, susun
from lkip_lib.inputs.agreement import menurut
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.numerals import sepadan
from lkip_lib.params import Params


def satukan(frame: pd.DataFrame, kunci: Sequence[str], kolom: str) -> pd.DataFrame:
    """Make one row a key of rows that state the same figure.

    The first statement with a number counts, and the most precise of those that agree with it within their printed
    precision; the printed texts that disagree stand in `berselisih`, the ids of those that agree in `dari`.
    """
    kelompok: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for b in catatan(frame):
        kelompok.setdefault(tuple(b[k] for k in kunci), []).append(b)
    hasil = []
    for milik in kelompok.values():
        terbaca = [b for b in milik if b[f"{kolom}_status"] == ledger.ANGKA]
        pertama = (terbaca or milik)[0]
        setuju = [b for b in terbaca if _setuju(b, pertama, kolom)]
        teliti = max(setuju, key=lambda b: b[f"{kolom}_desimal"], default=pertama)
        lain = sorted({b[f"{kolom}_tercetak"] for b in terbaca if not _setuju(b, pertama, kolom)})
        dari = [teliti[f"{kolom}_id"], *(b[f"{kolom}_id"] for b in setuju if b is not teliti)]
        hasil.append(teliti | {"dari": " ".join(dari), "berselisih": "; ".join(lain)})
    dtype = {str(k): str(t) for k, t in frame.dtypes.items()} | {"dari": "object", "berselisih": "object"}
    return susun({k: [b[k] for b in hasil] for k in dtype}, dtype)


def _setuju(satu: Mapping[str, Any], dua: Mapping[str, Any], kolom: str) -> bool:
    """Tell whether two statements are the same figure, one of them perhaps rounded or cut off."""
    if np.isnan(satu[kolom]) or np.isnan(dua[kolom]):
        return bool((satu[f"{kolom}_bawah"], satu[f"{kolom}_atas"]) == (dua[f"{kolom}_bawah"], dua[f"{kolom}_atas"]))
    return sepadan(satu[kolom], satu[f"{kolom}_desimal"], dua[kolom], dua[f"{kolom}_desimal"])


def target_tahunan(target: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Return the annual targets of one document, one row an indicator and year; `pk` is the version in force."""
    milik = menurut(target[target["periode"] == TAHUNAN], dokumen)
    terisi = milik[milik["target_status"] != ledger.BELUM_DIISI]
    return satukan(terisi.reset_index(drop=True), ["indikator", "tahun"], "target")


def realisasi_tahunan(realisasi: pd.DataFrame, params: Params, tahun: int) -> pd.DataFrame:
    """Return the annual realisasi, one row an indicator, year and scope, after the choices made in params.

    A past year stated differently in two places, with no choice in params, has no value; `berselisih` then lists all
    that was printed. In the year of the report itself the first statement counts.
    """
    milik = realisasi[realisasi["periode"] == TAHUNAN]
    for pilihan in params.pilihan_realisasi:
        tempat = (
            (milik["indikator"] == pilihan.indikator)
            & (milik["tahun"] == pilihan.tahun)
            & (milik["lingkup"] == pilihan.lingkup)
        )
        milik = milik[~tempat | (milik["realisasi_tercetak"] == pilihan.realisasi)]
    hasil = satukan(milik.reset_index(drop=True), ["indikator", "tahun", "lingkup"], "realisasi")
    ragu = (hasil["berselisih"] != "") & (hasil["tahun"] < tahun)
    if not ragu.any():  # of most agencies nothing is disputed
        return hasil.assign(berselisih=pd.Series("", index=hasil.index, dtype=object))
    hasil["berselisih"] = (hasil["realisasi_tercetak"] + "; " + hasil["berselisih"]).where(ragu, "")
    hasil["realisasi"] = hasil["realisasi"].where(~ragu)
    hasil["realisasi_status"] = hasil["realisasi_status"].where(~ragu, ledger.TIDAK_TERBACA)
    # What contradicts itself states no figure, and is still what the blank rests on.
    ragukan = [
        " ".join(f"berselisih={i}" for i in d.split()) if r else d for d, r in zip(hasil["dari"], ragu, strict=True)
    ]
    hasil["dari"] = pd.Series(ragukan, index=hasil.index, dtype=object)
    return hasil

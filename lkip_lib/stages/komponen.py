"""Realisasi that comes from components: shares of two counts, and the index of service elements."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import komponen as rumus
from lkip_lib.inputs.tables import TAHUNAN


def dari_komponen(komponen: pd.DataFrame, kartu: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the realisasi of each indicator and year whose components are all there.

    Returns rows shaped like the typed `realisasi` table (`realisasi_id` names the computed figure), and their ledger.
    """
    satuan = dict(zip(kartu["kode"], kartu["satuan"], strict=True))
    baris: list[dict[str, Any]] = []
    jejak: list[dict[str, Any]] = []
    for (kode, tahun), milik in komponen.groupby(["indikator", "tahun"], sort=False):
        nilai, nama = _hitung(milik)
        if np.isnan(nilai):
            continue
        id = ledger.buat_id("komponen", str(kode), "realisasi", tahun=tahun)
        baris.append(
            {
                "indikator": kode,
                "tahun": tahun,
                "periode": TAHUNAN,
                "lingkup": "instansi",
                "realisasi": nilai,
                "realisasi_status": ledger.ANGKA,
                "realisasi_tercetak": "",
                "realisasi_desimal": 9,
                "realisasi_id": id,
            }
        )
        jejak.append(
            {
                "id": id,
                "asal": ledger.HITUNG,
                "besaran": "realisasi",
                "subjek": kode,
                "tahun": tahun,
                "lingkup": "instansi",
                "nilai": nilai,
                "satuan": satuan.get(str(kode), ""),
                "status_nilai": ledger.ANGKA,
                "rumus": nama,
                "dari": " ".join(milik["nilai_id"]),
            }
        )
    return pd.DataFrame(baris), ledger.tabel(jejak)


def _hitung(milik: pd.DataFrame) -> tuple[float, str]:
    unsur = milik.loc[milik["komponen"] == "unsur", "nilai"]
    if len(unsur):
        return rumus.ikm(unsur), "ikm"
    dua = [milik.loc[milik["komponen"] == k, "nilai"] for k in ("pembilang", "penyebut")]
    if not all(len(d) for d in dua):
        return float("nan"), ""
    return float(rumus.persentase(dua[0].iloc[0], dua[1].iloc[0])), "persentase"


def lengkapi(realisasi: pd.DataFrame, dihitung: pd.DataFrame) -> pd.DataFrame:
    """Add the computed realisasi where none was stated; a stated one stays what counts."""
    if dihitung.empty:
        return realisasi
    kunci = ["indikator", "tahun", "periode", "lingkup"]
    ada = realisasi.loc[realisasi["realisasi_status"] == ledger.ANGKA, kunci]
    baru = dihitung.merge(ada.drop_duplicates(), "left", on=kunci, indicator=True)
    baru = baru[baru["_merge"] == "left_only"].drop(columns="_merge")
    return pd.concat([realisasi, baru], ignore_index=True) if len(baru) else realisasi

"""Realisasi that comes from components: shares of counts, the index of service elements, and their raw answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger, numerals
from lkip_lib.formulas import komponen as rumus
from lkip_lib.inputs.tables import TAHUNAN, UNSUR

Unsur = dict[tuple[str, int], dict[str, tuple[float, str]]]


def dari_komponen(
    komponen: pd.DataFrame, survei: pd.DataFrame, kartu: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the realisasi of each indicator and year whose components are all there.

    Answers of a survey come first, then the components stated. Returns rows shaped like the typed `realisasi` table
    (`realisasi_id` names the computed figure), and their ledger.
    """
    satuan = dict(zip(kartu["kode"], kartu["satuan"], strict=True))
    unsur, jejak_unsur = _unsur(survei)
    baris: list[dict[str, Any]] = []
    jejak: list[dict[str, Any]] = []
    for (kode, tahun), (nilai, nama, dari) in _hasil(komponen, unsur, satuan):
        if np.isnan(nilai):
            continue
        id = ledger.buat_id("komponen", kode, "realisasi", tahun=tahun)
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
        jejak.append(_baris(id, kode, tahun, "realisasi", nilai, satuan.get(kode, ""), nama, dari))
    return pd.DataFrame(baris), ledger.tabel([*jejak_unsur, *jejak])


def _hasil(
    komponen: pd.DataFrame, unsur: Unsur, satuan: dict[str, str]
) -> Iterator[tuple[tuple[str, int], tuple[float, str, str]]]:
    """Yield value, formula and origins of each indicator and year."""
    for kunci, jawaban in unsur.items():
        yield kunci, (rumus.ikm([v for v, _ in jawaban.values()]), "ikm", " ".join(i for _, i in jawaban.values()))
    for (kode, tahun), milik in komponen.groupby(["indikator", "tahun"], sort=False):
        kunci = (str(kode), int(str(tahun)))
        if kunci not in unsur:
            yield kunci, _dari_bagian(milik, satuan.get(kunci[0], ""))


def _dari_bagian(milik: pd.DataFrame, satuan: str) -> tuple[float, str, str]:
    """Apply the formula that the components make up; several rows of one part add up, a missing one leaves nothing."""
    dari = " ".join(milik["nilai_id"])
    # The same part stated twice counts once; service elements without a name are each their own.
    tersendiri = milik[(milik["nama"] == "") | ~milik.duplicated(["komponen", "nama"])]
    nilai = {str(k): b["nilai"] for k, b in tersendiri.groupby("komponen", sort=False)}
    if "unsur" in nilai:
        return rumus.ikm(nilai["unsur"]), "ikm", dari
    if not {"pembilang", "penyebut"} <= nilai.keys():
        return float("nan"), "", ""
    jumlah = {k: float(v.sum(skipna=False)) for k, v in nilai.items()}
    kali = jumlah.get("pengali", numerals.pengali(satuan) if satuan else 100.0)
    hasil = float(rumus.bagian(jumlah["pembilang"], jumlah["penyebut"], kali, jumlah.get("pengurang", 0.0)))
    sederhana = kali == 100 and "pengali" not in nilai and "pengurang" not in nilai
    return hasil, "persentase" if sederhana else "bagian", dari


def _unsur(survei: pd.DataFrame) -> tuple[Unsur, list[dict[str, Any]]]:
    """Compute the mean of every service element that was asked; a damaged answer leaves its element without one."""
    hasil: Unsur = {}
    jejak = []
    for (kode, tahun), milik in survei.groupby(["indikator", "tahun"], sort=False):
        for u in UNSUR:
            ada = milik[milik[f"{u}_status"] != ledger.BELUM_DIISI]
            if ada.empty:
                continue
            rusak = ada[u].isna().any()
            nilai = float("nan") if rusak else rumus.rata_rata_unsur(ada[u])
            id = ledger.buat_id("survei", str(kode), f"rata_rata_{u}", tahun=tahun)
            hasil.setdefault((str(kode), int(str(tahun))), {})[u] = (nilai, id)
            jejak.append(
                _baris(id, str(kode), tahun, f"rata_rata_{u}", nilai, "", "rata_rata_unsur", " ".join(ada[f"{u}_id"]))
            )
    return hasil, jejak


def _baris(
    id: str, kode: str, tahun: Any, besaran: str, nilai: float, satuan: str, rumus_nama: str, dari: str
) -> dict[str, Any]:
    return {
        "id": id,
        "asal": ledger.HITUNG,
        "besaran": besaran,
        "subjek": kode,
        "tahun": tahun,
        "lingkup": "instansi",
        "nilai": nilai,
        "satuan": satuan,
        "status_nilai": ledger.TIDAK_TERBACA if np.isnan(nilai) else ledger.ANGKA,
        "rumus": rumus_nama,
        "dari": dari,
    }


def lengkapi(realisasi: pd.DataFrame, dihitung: pd.DataFrame) -> pd.DataFrame:
    """Add the computed realisasi where none was stated; a stated one stays what counts."""
    if dihitung.empty:
        return realisasi
    kunci = ["indikator", "tahun", "periode", "lingkup"]
    ada = realisasi.loc[realisasi["realisasi_status"] == ledger.ANGKA, kunci]
    baru = dihitung.merge(ada.drop_duplicates(), "left", on=kunci, indicator=True)
    baru = baru[baru["_merge"] == "left_only"].drop(columns="_merge")
    return pd.concat([realisasi, baru], ignore_index=True) if len(baru) else realisasi

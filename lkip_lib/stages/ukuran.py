"""Measure rows of target and realisasi: capaian, state and class, by the policies in force."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from lkip_lib import ledger
from lkip_lib.formulas import capaian as rumus
from lkip_lib.formulas import predikat
from lkip_lib.formulas.angka import larik
from lkip_lib.params import Params
from lkip_lib.policies import Skala


def kartu_berlaku(indikator: pd.DataFrame, tahun: int) -> pd.DataFrame:
    """Return the cards in force in a year."""
    mulai = indikator["berlaku_dari"].fillna(0) <= tahun
    return indikator[mulai & (indikator["berlaku_sampai"].fillna(9999) >= tahun)].reset_index(drop=True)


def mentah(hasil: pd.DataFrame, rumus_turun: str) -> tuple[np.ndarray, np.ndarray]:
    """Compute unbounded capaian (persen) by jenis and arah, and name the formula of each row."""
    t, r = larik(hasil["target"]), larik(hasil["realisasi"])
    turun = rumus.turun_rasio if rumus_turun == "rasio" else rumus.turun_selisih
    syarat = [
        hasil["jenis"].isin(("rentang", "batas")).to_numpy(),
        (hasil["jenis"] == "perubahan").to_numpy(),
        (hasil["jenis"] == "ordinal").to_numpy(),
        (hasil["arah"] == "turun").to_numpy(),
    ]
    bawah, atas = hasil["target_bawah"], hasil["target_atas"]
    nilai = np.select(
        syarat,
        [
            rumus.rentang(bawah, atas, r, rumus_turun=rumus_turun),
            rumus.perubahan(t, r),
            np.full(len(hasil), np.nan),
            turun(t, r),
        ],
        rumus.naik(t, r),
    )
    nama = np.select(
        syarat, ["capaian_rentang", "capaian_perubahan", "", f"capaian_turun_{rumus_turun}"], "capaian_naik"
    ).astype(object)
    nihil = (hasil["nol_tercapai"] == "ya").to_numpy() & (t == 0) & (r == 0)
    return rumus.nol_tercapai(nilai, t, r, nihil), np.where(nihil, "nol_tercapai", nama)


def status(hasil: pd.DataFrame) -> pd.Series:
    """Say why a capaian is not a number: a damaged figure first, then a missing one, else not computable."""
    dua = hasil[["target_status", "realisasi_status"]].fillna(ledger.BELUM_DIISI)
    status = pd.Series(ledger.TIDAK_DAPAT_DIHITUNG, index=hasil.index).where(
        hasil["capaian_persen"].isna(), ledger.ANGKA
    )
    for keadaan in (ledger.BELUM_DIISI, ledger.TIDAK_BERLAKU, ledger.TIDAK_TERBACA):
        status = status.where(~(dua == keadaan).any(axis=1), keadaan)
    return status


def kelas(nilai: ArrayLike, skala: Skala, pembacaan: str) -> np.ndarray:
    """Class values on a scale, its gaps read as params say."""
    batas: Any = {
        "bawah": [k.bawah for k in skala.kelas],
        "atas": [k.atas for k in skala.kelas],
        "nama": [k.nama for k in skala.kelas],
    }
    return predikat.kelas(nilai, **batas, pembacaan=pembacaan if skala.tepi == "bercelah" else skala.tepi)


def sebut_skala(params: Params) -> str:
    """Name the scale in use and how its gaps are read."""
    return f"{params.skala_capaian} ({params.pembacaan_celah})"

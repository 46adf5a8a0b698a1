"""Measure and class the efficiency of every sasaran, by the rule in force."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lkip_lib.formulas import efisiensi as rumus
from lkip_lib.formulas.angka import Larik, larik
from lkip_lib.stages.bahan import Bahan


def nilai_efisiensi(sasaran: pd.DataFrame, indikator: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Return what the rule measures and the class it gives, one row a sasaran.

    `sasaran` has capaian_persen, serapan_persen, and the pagu_rp and realisasi_rp of the supporting programs.
    """
    aturan = bahan.kebijakan.efisiensi
    meleset = indikator["tercapai"].eq("tidak").groupby(indikator["sasaran"]).any()
    ukuran = _ukuran(sasaran, aturan.ukuran)
    golongkan = bahan.katalog[f"efisiensi_{aturan.nama}"].fungsi
    return pd.DataFrame(
        {
            "kode": sasaran["kode"],
            "sasaran": sasaran["kode"],
            "capaian_persen": sasaran["capaian_persen"],
            "serapan_persen": sasaran["serapan_persen"],
            "tingkat_efisiensi": golongkan(ukuran, ~sasaran["kode"].map(meleset).astype(bool)),
            "metode": aturan.nama,
            "ukuran_efisiensi": ukuran,
        }
    )


def _ukuran(sasaran: pd.DataFrame, ukuran: str) -> Larik:
    c, s = sasaran["capaian_persen"], sasaran["serapan_persen"]
    match ukuran:
        case "selisih":
            return rumus.selisih(c, s)
        case "rasio":
            return rumus.rasio(c, s)
        case "sisa":
            return np.where(np.isnan(larik(c)), np.nan, rumus.sisa(s))  # a target not measured is not known to be met
    baris = zip(sasaran["pagu_rp"], sasaran["realisasi_rp"], larik(c) / 100, strict=True)
    e = larik([float(rumus.pmk_efisiensi([p], [r], [k])) for p, r, k in baris])
    return rumus.pmk_nilai(e) if ukuran == "pmk_nilai" else e

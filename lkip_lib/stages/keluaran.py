"""Measure what stands behind each sasaran: its inputs, outputs and outcomes against their targets."""

from __future__ import annotations

import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import capaian
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.stages.ukuran import status


def ukur_keluaran(bahan: Bahan) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compute the capaian of every masukan, keluaran and hasil. Returns the frame and its ledger."""
    hasil = bahan.ketik("keluaran").copy()
    hasil["capaian_persen"] = capaian.naik(hasil["target"], hasil["realisasi"])
    hasil["status_nilai"] = status(hasil)
    jejak = ledger.hitung(
        hasil,
        "keluaran",
        "capaian_persen",
        tahun=bahan.tahun,
        rumus="capaian_naik",
        satuan="persen",
        status_nilai=hasil["status_nilai"],
        dari=hasil["target_id"] + " " + hasil["realisasi_id"],
    )
    return bentuk("keluaran", hasil), jejak

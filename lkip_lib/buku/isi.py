"""Gather what the narrative is written from: one object that tables, charts and sentences look things up in."""

from __future__ import annotations

from functools import partial

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.kepekaan import kepekaan
from lkip_lib.inputs.documents import tabel_dukung
from lkip_lib.inputs.tables import TABLES
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.outline import sistematika


def isi_laporan(bahan: Bahan) -> Isi:
    """Gather what the narrative is written from."""
    return Isi(
        bahan.frames,
        {**TABLES, **tabel_dukung(bahan.instansi)},
        bahan.ledger,
        bahan.tahun,
        bahan.params,
        bahan.instansi,
        bahan.analisis,
        bahan.kebijakan,
        bahan.rumus,
        bahan.ganti,
        partial(kepekaan, bahan),
        bahan.tempat.edisi,
        sistematika(bahan.tempat.sistematika, triwulan=bool(bahan.tempat.triwulan)),
        bahan.tempat.triwulan,
        bahan.tempat.data_tahun,
    )

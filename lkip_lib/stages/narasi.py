"""Stage 5: write the report, chapter by chapter."""

from __future__ import annotations

from functools import partial

import pandas as pd

from lkip_lib import ledger
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.kepekaan import kepekaan
from lkip_lib.inputs.documents import tabel_dukung
from lkip_lib.inputs.tables import TABLES
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.narrative.document import kalimat_bab, susun
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.outline import sistematika
from lkip_lib.stages.bahan import Bahan


def jalankan(bahan: Bahan) -> Hasil:
    """Write every chapter. Returns `narasi` (each paragraph as plain text, in order); adds no figure."""
    isi = isi_laporan(bahan)
    baris = [
        {"bab": bab.kode, "urut": urut, "kalimat": kalimat}
        for bab in isi.sistematika.bab
        for urut, kalimat in enumerate(kalimat_bab(susun(isi, bab.kode, bergambar=False)), 1)
    ]
    return Hasil({"narasi": bentuk("narasi", pd.DataFrame(baris))}, ledger.tabel([]))


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
        partial(kepekaan, bahan),
        bahan.tempat.edisi,
        sistematika(bahan.tempat.sistematika, triwulan=bool(bahan.tempat.triwulan)),
        bahan.tempat.triwulan,
    )

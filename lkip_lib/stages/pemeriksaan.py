"""Stage 4: hold everything stated against everything else."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lkip_lib import checks, ledger
from lkip_lib.buku.hasil import Hasil
from lkip_lib.checks.replikasi import replikasi
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.stages.bahan import Bahan
from lkip_lib.langkah.anggaran import dokumen_anggaran

# An answered note stays listed; when its figures change it gets a new id, and is open again.
DIJELASKAN = "dijelaskan"


def jalankan(bahan: Bahan) -> Hasil:
    """Run the checks.

    Returns `pemeriksaan` (one row a note) and `replikasi` (each printed derived cell with its verdict); adds no figure.
    """
    konteks = checks.Konteks(
        bahan.frames,
        bahan.ledger,
        bahan.tahun,
        bahan.params.dokumen_target,
        dokumen_anggaran(bahan.ketik("anggaran"), bahan.params.dokumen_anggaran),
        bahan.kebijakan,
        bahan.analisis,
        bahan.params,
        bahan.tempat.triwulan,
    )
    ulang = bentuk("replikasi", replikasi(konteks))
    konteks = replace(konteks, frames={**bahan.frames, "replikasi": ulang})
    catatan = bentuk("pemeriksaan", pd.DataFrame(checks.jalankan_semua(konteks)))
    dijawab = {t.id for t in bahan.tanggapan}
    catatan["status"] = catatan["status"].where(~catatan["id"].isin(dijawab), DIJELASKAN)
    return Hasil({"replikasi": ulang, "pemeriksaan": catatan}, ledger.tabel([]))

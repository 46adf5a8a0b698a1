"""What a capaian is kept at: by the bound that params choose, or by the rule that a cell put in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Konteks
from lkip_lib.langkah.sesi import Pilihan
from lkip_lib.ledger.terapan import ikat
from lkip_lib.rumus.capaian import batas_capaian
from lkip_lib.rumus.sifat import KATEGORI

_MENTAH = "capaian_mentah_persen"


def dibatasi(konteks: Konteks, nilai: Sequence[float], kode: str = "", dokumen: str = "") -> list[float]:
    """Return what capaian of an indicator are kept at; as they are where the rule needs to know whose they are."""
    g = konteks.ganti.get(("per_dokumen", "capaian_persen"))
    rumus, kolom = (g.rumus, g.kolom) if g else (batas_capaian, {})
    semua = konteks.frames["antara/per_dokumen"]
    milik = semua[(semua["kode"] == kode) & (semua["dokumen"] == (dokumen or konteks.dokumen_target))].head(1)
    frame = pd.concat([milik] * len(nilai), ignore_index=True) if len(milik) else pd.DataFrame(index=range(len(nilai)))
    frame[kolom.get(_MENTAH, _MENTAH)] = list(nilai)
    dibaca = [kolom.get(n, n) for n in (*rumus.angka, *(s for s in rumus.sifat if s in KATEGORI))]
    if not set(dibaca) <= set(frame):
        return list(nilai)
    t = ikat(rumus, frame, Pilihan(konteks.kebijakan, konteks.params), kolom)
    return [float(v) for v in t.pada(frame).hitung().isi]


def di_luar_batas(konteks: Konteks, nilai: float, kode: str = "", dokumen: str = "") -> str:
    """Say that a printed capaian is none that the report keeps; "" for one that it does."""
    if g := konteks.ganti.get(("per_dokumen", "capaian_persen")):
        (batas,) = dibatasi(konteks, [nilai], kode, dokumen)
        return f"di luar batas capaian yang dipakai laporan ({g.rumus.sebutan})" if abs(batas - nilai) > 1e-9 else ""
    bawah, atas = konteks.kebijakan.batas.bawah, konteks.kebijakan.batas.atas
    if (bawah is None or nilai >= bawah) and (atas is None or nilai <= atas):
        return ""
    ujung = [
        f"{kata} {numerals.write(b, 2, trim=True)}" for kata, b in (("dari", bawah), ("sampai", atas)) if b is not None
    ]
    return f"di luar batas capaian yang dipakai laporan ({' '.join(ujung)})"


def terpangkas(konteks: Konteks, b: Mapping[str, Any]) -> bool:
    """Tell whether the capaian of a year may have been another before it was kept within bounds."""
    if ("riwayat", "capaian_persen") not in konteks.ganti:
        return konteks.kebijakan.batas.terpangkas(b["capaian_persen"])
    semua = konteks.frames["antara/riwayat"]
    milik = semua[(semua[["kode", "tahun", "lingkup"]] == [b["kode"], b["tahun"], b["lingkup"]]).all(axis=1)]
    return bool((milik[_MENTAH] != milik["capaian_persen"]).any())

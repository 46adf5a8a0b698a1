"""What proves a recomputed figure: it rests on figures that were stated more than once, or confirmed by another."""

from __future__ import annotations

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.replikasi import COCOK
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara


def dasar_capaian(konteks: Konteks, kode: str, dokumen: str = "") -> tuple[str, ...]:
    """Return the ids of the target and realisasi from which an indicator's capaian is computed."""
    dokumen = dokumen or konteks.dokumen_target
    ids = [buat_id("indikator", kode, k, dokumen=dokumen, tahun=konteks.tahun) for k in ("target", "realisasi")]
    return tuple(i for i in ids if i in konteks.ledger)


def realisasi_terbukti(konteks: Konteks, kode: str) -> bool:
    """Tell whether this year's realisasi was stated twice, or once and confirmed by its components."""
    id = buat_id("riwayat", kode, "realisasi", tahun=konteks.tahun)
    if id not in konteks.ledger:
        return False
    b = konteks.ledger[id]
    dari = str(b["dari"]).split()
    komponen = buat_id("komponen", kode, "realisasi", tahun=konteks.tahun)
    if komponen in konteks.ledger and dari:
        asal = konteks.ledger[dari[0]]
        bacaan = numerals.read(str(asal["tercetak"]), satuan=str(asal["satuan"]), rentang=(-1e15, 1e15))
        return komponen in dari or setara(float(b["nilai"]), bacaan.decimals, float(konteks.ledger[komponen]["nilai"]))
    return len(dari) > 1


def terbukti(konteks: Konteks, kode: str, dokumen: str = "") -> bool:
    """Tell whether an indicator's recomputed capaian is proved.

    Either its target and realisasi were both stated more than once, or another printed capaian confirms them.
    """
    dokumen = dokumen or konteks.dokumen_target
    r = konteks.frames["replikasi"]
    milik = r[(r["besaran"] == "capaian_persen") & (r["jenis_subjek"] == "indikator") & (r["subjek"] == kode)]
    if (milik["verdik"] == COCOK).any():
        return True
    id = buat_id("indikator", kode, "target", dokumen=dokumen, tahun=konteks.tahun)
    if id not in konteks.ledger:
        return False
    target = konteks.ledger[id]
    lain = konteks.frames["per_dokumen"]
    lain = lain[(lain["kode"] == kode) & (lain["dokumen"] != dokumen)]
    dua = len(str(target["dari"]).split()) > 1 or bool((lain["target"] == target["nilai"]).any())
    return dua and realisasi_terbukti(konteks, kode)


def semua_terbukti(konteks: Konteks, sasaran: str = "") -> bool:
    """Tell whether the capaian of every indicator, or of those of one sasaran, is proved."""
    kartu = konteks.frames["indikator"]
    kode = kartu[kartu["sasaran"] == sasaran]["kode"] if sasaran else kartu["kode"]
    return bool(len(kode)) and all(terbukti(konteks, str(k)) for k in kode)


def bobot_rata(konteks: Konteks, poin: float) -> float:
    """Return what a change of one indicator's capaian (points) does to the mean."""
    n = len(konteks.frames["indikator"])
    return 0.0 if pd.isna(poin) or not n else abs(poin) / n

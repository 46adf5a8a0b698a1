"""What proves a recomputed figure: it rests on figures that were stated more than once, or confirmed by another."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.replikasi import COCOK
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara

# A figure printed to fewer decimals agrees with too many others to confirm one of them.
_TELITI = 2


def dasar_capaian(konteks: Konteks, kode: str, dokumen: str = "") -> tuple[str, ...]:
    """Return the ids of the target and realisasi from which an indicator's capaian is computed."""
    dokumen = dokumen or konteks.dokumen_target
    ids = [buat_id("indikator", kode, k, dokumen=dokumen, tahun=konteks.tahun) for k in ("target", "realisasi")]
    return tuple(i for i in ids if i in konteks.ledger)


def realisasi_terbukti(konteks: Konteks, kode: str, tahun: int | None = None) -> bool:
    """Tell whether a year's realisasi was stated twice, equally precise, or once and confirmed by its components."""
    tahun = tahun or konteks.tahun
    id = buat_id("riwayat", kode, "realisasi", tahun=tahun)
    if id not in konteks.ledger:
        return False
    b = konteks.ledger[id]
    komponen = buat_id("komponen", kode, "realisasi", tahun=tahun)
    dari = str(b["dari"]).split()
    teliti = [_desimal(konteks, i) for i in dari if i != komponen]
    if komponen in konteks.ledger and dari:
        sama = setara(float(b["nilai"]), max(teliti, default=0), float(konteks.ledger[komponen]["nilai"]))
        return komponen in dari or sama
    return teliti.count(max(teliti, default=0)) > 1


def _desimal(konteks: Konteks, id: str) -> int:
    asal = konteks.ledger[id]
    return numerals.read(str(asal["tercetak"]), satuan=str(asal["satuan"]), rentang=(-1e15, 1e15)).decimals


def terbukti(konteks: Konteks, kode: str, dokumen: str = "") -> bool:
    """Tell whether an indicator's recomputed capaian is proved.

    More documents give it than give another; and either two of them do and the realisasi was stated twice, or a printed
    capaian that no bound has cut confirms it to the second decimal.
    """
    dokumen = dokumen or konteks.dokumen_target
    semua = konteks.frames["per_dokumen"]
    semua = semua[(semua["kode"] == kode) & semua["capaian_mentah_persen"].notna()]
    sendiri = semua[semua["dokumen"] == dokumen]
    if not len(sendiri):
        return False
    mentah = sendiri["capaian_mentah_persen"].iloc[0]
    setuju = semua[np.isclose(semua["capaian_mentah_persen"], mentah)]
    if 2 * len(setuju) <= len(semua):
        return False
    r = konteks.frames["replikasi"]
    r = r[(r["besaran"] == "capaian_persen") & (r["jenis_subjek"] == "indikator") & (r["subjek"] == kode)]
    r = r[(r["verdik"] == COCOK) & r["dokumen"].replace("", konteks.dokumen_target).isin(setuju["dokumen"])]
    utuh = np.isclose(sendiri["capaian_persen"].iloc[0], mentah)
    dikukuhkan = utuh and any(_desimal(konteks, i) >= _TELITI for i in r["id"])
    return dikukuhkan or (len(setuju) > 1 and realisasi_terbukti(konteks, kode))


def semua_terbukti(konteks: Konteks, sasaran: str = "") -> bool:
    """Tell whether the capaian of every indicator, or of those of one sasaran, is proved."""
    kartu = konteks.frames["indikator"]
    kode = kartu[kartu["sasaran"] == sasaran]["kode"] if sasaran else kartu["kode"]
    return bool(len(kode)) and all(terbukti(konteks, str(k)) for k in kode)


def satu_jawaban(jawaban: Iterable[float], desimal: int) -> bool:
    """Tell whether all that a printed figure may be is one figure at its decimals: else none of them is proved."""
    return len({round(j + 1e-9, desimal) for j in jawaban}) == 1


def bobot_rata(konteks: Konteks, poin: float) -> float:
    """Return what a change of one indicator's capaian (points) does to the mean."""
    n = len(konteks.frames["indikator"])
    return 0.0 if pd.isna(poin) or not n else abs(poin) / n

"""What proves a recomputed figure: it rests on figures that were stated more than once, or confirmed by another."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.replikasi import COCOK
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara

# A figure printed to fewer decimals agrees with too many others to confirm one of them.
_TELITI = 2
# Formulas that give 100 for many realisasi.
_TETAP_100 = ("capaian_rentang", "nol_tercapai")


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
    capaian confirms it to the second decimal: one that no bound has cut, and that another realisasi would change.
    """
    setuju = sepakat(konteks, kode, dokumen)
    if setuju.empty:
        return False
    r = konteks.frames["replikasi"]
    r = r[(r["besaran"] == "capaian_persen") & (r["jenis_subjek"] == "indikator") & (r["subjek"] == kode)]
    r = r[(r["verdik"] == COCOK) & r["dokumen"].replace("", konteks.dokumen_target).isin(setuju["dokumen"])]
    utuh = np.isclose(setuju["capaian_persen"], setuju["capaian_mentah_persen"]).all()
    peka = not (setuju["rumus"].isin(_TETAP_100) & (setuju["capaian_mentah_persen"] == 100)).any()
    dikukuhkan = utuh and peka and any(_desimal(konteks, i) >= _TELITI for i in r["id"])
    return bool(dikukuhkan) or (len(setuju) > 1 and realisasi_terbukti(konteks, kode))


def sepakat(konteks: Konteks, kode: str, dokumen: str = "") -> pd.DataFrame:
    """Return the documents that give an indicator the capaian that one of them gives; none when fewer do than not."""
    semua = konteks.frames["per_dokumen"]
    semua = semua[(semua["kode"] == kode) & semua["capaian_mentah_persen"].notna()]
    sendiri = semua.loc[semua["dokumen"] == (dokumen or konteks.dokumen_target), "capaian_mentah_persen"]
    setuju = semua[np.isclose(semua["capaian_mentah_persen"], sendiri.iloc[0])] if len(sendiri) else semua[:0]
    return setuju if 2 * len(setuju) > len(semua) else semua[:0]


def semua_terbukti(konteks: Konteks, sasaran: str = "") -> bool:
    """Tell whether the capaian of every indicator, or of those of one sasaran, is proved."""
    kartu = konteks.frames["indikator"]
    kode = kartu[kartu["sasaran"] == sasaran]["kode"] if sasaran else kartu["kode"]
    return bool(len(kode)) and all(terbukti(konteks, str(k)) for k in kode)


def satu_jawaban(jawaban: Iterable[float], desimal: int) -> bool:
    """Tell whether all that a printed figure may be is one figure at its decimals: else none of them is proved."""
    return len({round(j + 1e-9, desimal) for j in jawaban}) == 1


@lru_cache(maxsize=2)
def memotong(konteks: Konteks) -> bool | None:
    """Tell whether the report cuts decimals off instead of rounding: None where its printed cells do both, or neither.

    Only cells that agree one way and not the other tell.
    """
    cara = set()
    for b in konteks.baris("replikasi"):
        if b["verdik"] != COCOK or b["dihitung"] != b["dihitung"]:
            continue
        bacaan = numerals.read(str(b["tercetak"]), satuan="persen", rentang=(-1e15, 1e15))
        if bacaan.value is not None:
            langkah = 10.0**-bacaan.decimals
            bulat = abs(bacaan.value - b["dihitung"]) <= langkah / 2 + 1e-9
            potong = abs(_potong(b["dihitung"], bacaan.decimals) - bacaan.value) < langkah * 1e-6
            if bulat != potong:
                cara.add(potong)
    return next(iter(cara)) if len(cara) == 1 else None


def _potong(nilai: float, desimal: int) -> float:
    langkah = 10.0**desimal
    return math.trunc(round(nilai * langkah, 6)) / langkah


def usul_persen(konteks: Konteks, nilai: float) -> str:
    """Write a percentage to propose: cut off where the report cuts all of its own off, else rounded."""
    return numerals.persen(_potong(nilai, _TELITI) if memotong(konteks) else nilai)


def bobot_rata(konteks: Konteks, poin: float) -> float:
    """Return what a change of one indicator's capaian (points) does to the mean."""
    n = len(konteks.frames["indikator"])
    return 0.0 if pd.isna(poin) or not n else abs(poin) / n

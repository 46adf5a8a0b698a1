"""What proves a recomputed figure: it rests on figures that were stated more than once, or confirmed by another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import cetakan
from lkip_lib.checks.cetak.replikasi import COCOK
from lkip_lib.checks.keluarga.arah import arah_terbalik
from lkip_lib.checks.registry import Konteks
from lkip_lib.ledger import buat_id, id_induk
from lkip_lib.numerals import setara, terbulat, terpotong
from lkip_lib.rumus.capaian import capaian_rentang, capaian_rentang_searah, nol_tercapai_seratus
from lkip_lib.rumus.nilai import bulatkan

# A figure printed to fewer decimals agrees with too many others to confirm one of them.
_TELITI = 2
# Formulas that give 100 for many realisasi.
_TETAP_100 = (capaian_rentang.nama, capaian_rentang_searah.nama, nol_tercapai_seratus.nama)


def dasar_capaian(konteks: Konteks, kode: str, dokumen: str = "") -> tuple[str, ...]:
    """Return the ids of the target and realisasi from which an indicator's capaian is computed."""
    dokumen = dokumen or konteks.dokumen_target
    ids = (buat_id("indikator", kode, k, dokumen=dokumen, tahun=konteks.tahun) for k in ("target", "realisasi"))
    return konteks.dikenal(*ids)


def realisasi_terbukti(konteks: Konteks, kode: str, tahun: int | None = None) -> bool:
    """Tell whether a year's realisasi was stated twice, equally precise, or once and confirmed by its components."""
    tahun = tahun or konteks.tahun
    id = buat_id("riwayat", kode, "realisasi", tahun=tahun)
    if id not in konteks.ledger:
        return False
    b = konteks.ledger[id]
    komponen = buat_id("komponen", kode, "realisasi", tahun=tahun)
    dari = id_induk(b["dari"])
    teliti = [_desimal(konteks, i) for i in dari if i != komponen]
    if komponen in konteks.ledger and dari:
        sama = setara(float(b["nilai"]), max(teliti, default=0), float(konteks.ledger[komponen]["nilai"]))
        return komponen in dari or sama
    return teliti.count(max(teliti, default=0)) > 1


def _desimal(konteks: Konteks, id: str) -> int:
    return cetakan(konteks.ledger[id]).decimals


def terbukti(konteks: Konteks, kode: str, dokumen: str = "") -> bool:
    """Tell whether an indicator's recomputed capaian is proved.

    More documents give it than give another; and either two of them do and the realisasi was stated twice, or a printed
    capaian confirms it to the second decimal: one that no bound has cut, and that another realisasi would change.
    A card that may have the wrong direction proves nothing.
    """
    setuju = sepakat(konteks, kode, dokumen)
    if not setuju or kode in arah_terbalik(konteks):
        return False
    utuh = all(_sama(b["capaian_persen"], b["capaian_mentah_persen"]) for b in setuju)
    peka = not any(b["rumus"] in _TETAP_100 and b["capaian_mentah_persen"] == 100 for b in setuju)
    dikukuhkan = utuh and peka and _dikukuhkan(konteks, kode, {b["dokumen"] for b in setuju})
    return dikukuhkan or (len(setuju) > 1 and realisasi_terbukti(konteks, kode))


def _dikukuhkan(konteks: Konteks, kode: str, dokumen: Set[str]) -> bool:
    """Tell whether a capaian printed for an indicator, under one of the documents, agrees to the second decimal."""
    return any(
        _desimal(konteks, str(b["id"])) >= _TELITI
        for b in konteks.baris("replikasi")
        if (b["besaran"], b["jenis_subjek"], b["subjek"]) == ("capaian_persen", "indikator", kode)
        and b["verdik"] == COCOK
        and (b["dokumen"] or konteks.dokumen_target) in dokumen
    )


def sepakat(konteks: Konteks, kode: str, dokumen: str = "") -> list[dict[str, Any]]:
    """Return the rows of the documents that give the capaian that one of them gives; none when fewer do than not."""
    semua = [b for b in konteks.baris("per_dokumen") if b["kode"] == kode and pd.notna(b["capaian_mentah_persen"])]
    sendiri = [b["capaian_mentah_persen"] for b in semua if b["dokumen"] == (dokumen or konteks.dokumen_target)]
    setuju = [b for b in semua if _sama(b["capaian_mentah_persen"], sendiri[0])] if sendiri else []
    return setuju if 2 * len(setuju) > len(semua) else []


def _sama(satu: float, dua: float) -> bool:
    return math.isclose(satu, dua, rel_tol=1e-5, abs_tol=1e-8)


def semua_terbukti(konteks: Konteks, sasaran: str = "") -> bool:
    """Tell whether the capaian of every indicator, or of those of one sasaran, is proved."""
    kode = [str(b["kode"]) for b in konteks.baris("indikator") if sasaran in ("", b["sasaran"])]
    return bool(kode) and all(terbukti(konteks, k) for k in kode)


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
            bulat, potong = (f(bacaan.value, bacaan.decimals, b["dihitung"]) for f in (terbulat, terpotong))
            if bulat != potong:
                cara.add(potong)
    return next(iter(cara)) if len(cara) == 1 else None


def usul_persen(konteks: Konteks, nilai: float) -> str:
    """Write a percentage to propose: cut off where the report cuts all of its own off, else rounded."""
    return numerals.persen(float(bulatkan(nilai, _TELITI, "potong")) if memotong(konteks) else nilai)


def bobot_rata(konteks: Konteks, poin: float) -> float:
    """Return what a change of one indicator's capaian (points) does to the mean."""
    n = len(konteks.frames["indikator"])
    return 0.0 if pd.isna(poin) or not n else abs(poin) / n

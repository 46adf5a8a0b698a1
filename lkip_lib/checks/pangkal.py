"""What rests on last year's value: the capaian of a promised change, and the mean, under each reading of it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from lkip_lib import numerals
from lkip_lib.checks.nama import sebut_dokumen
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.terbatas import dibatasi
from lkip_lib.rumus.capaian import rata_rata_mentah


def dampak_pangkal(
    konteks: Konteks, kode: str, tahun: int, lingkup: str, dipakai: float, lain: Iterable[float]
) -> tuple[str, float]:
    """Say what the mean under each document would be with another value of last year, and how far it moves.

    Only a target that is a change rests on last year: its realisasi is this year's level less last year's.
    """
    if (tahun, lingkup) != (konteks.tahun - 1, "instansi"):
        return "", 0.0
    kini = [
        float(b["realisasi"])
        for b in konteks.baris("riwayat")
        if (b["kode"], b["tahun"], b["lingkup"]) == (kode, konteks.tahun, "instansi")
    ]
    kalimat, terjauh = [], 0.0
    for b in konteks.baris("per_dokumen") if kini else ():
        # The change in use must be the one from this value: a card may count from another base.
        if b["kode"] != kode or not math.isclose(kini[0] - dipakai, b["realisasi"], abs_tol=1e-9) or not b["target"]:
            continue
        for nilai in dict.fromkeys(lain):
            (capaian,) = dibatasi(konteks, [(kini[0] - nilai) / b["target"] * 100], kode, b["dokumen"])
            lama, baru = _rata(konteks, b["dokumen"], {}), _rata(konteks, b["dokumen"], {kode: capaian})
            if lama == lama and baru == baru and abs(baru - lama) > 1e-9:
                terjauh = max(terjauh, abs(baru - lama))
                kalimat.append(
                    f"rata-rata menurut {sebut_dokumen(b['dokumen'])} {numerals.persen(lama)} menjadi "
                    f"{numerals.persen(baru)} bila {numerals.write(nilai, 4, trim=True)} yang benar"
                )
    return "; ".join(kalimat), terjauh


def _rata(konteks: Konteks, dokumen: str, ganti: dict[str, float]) -> float:
    """Average the capaian under a document, some of them replaced; NaN where one is missing."""
    bobot = {i["kode"]: i["bobot"] for i in konteks.baris("indikator")}
    milik = [b for b in konteks.baris("per_dokumen") if b["dokumen"] == dokumen and b["kode"] in bobot]
    nilai = [ganti.get(b["kode"], b["capaian_persen"]) for b in milik]
    return float(rata_rata_mentah(nilai, [bobot[b["kode"]] for b in milik])) if nilai else math.nan

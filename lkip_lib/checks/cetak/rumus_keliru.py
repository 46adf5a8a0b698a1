"""A wrong formula recognised by its result: R/T where lower is better, a lost "× 100", another document's target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.registry import Konteks
from lkip_lib.numerals import setara
from lkip_lib.rumus.jenis import menurun


@dataclass(frozen=True, slots=True)
class Keliru:
    """Hold the formula whose result was printed, and whether the print is exact enough to convict it."""

    kalimat: str
    pasti: bool


def kenali(konteks: Konteks, b: dict[str, Any]) -> Keliru | None:
    """Name the wrong formula that gives the printed capaian of an indicator; None when none does."""
    angka = re.sub(r"\D", "", str(b["nilai_tercetak"])).lstrip("0")
    if len(angka) < 2 or not konteks.setahun(b):
        return None
    milik = [m for m in konteks.baris("per_dokumen") if m["kode"] == b["subjek"]]
    dokumen = b["dokumen"] or konteks.dokumen_target
    dua = ([m for m in milik if m["dokumen"] == d] for d in (dokumen, konteks.dokumen_target))
    utama = next(filter(None, dua), [])
    kartu = konteks.frames["indikator"].set_index("kode")
    for m in utama[:1]:
        for nilai, kalimat in rumus(m["target"], m["realisasi"], str(kartu.at[b["subjek"], "arah"])):
            if setara(b["nilai"], b["desimal"], nilai):
                return Keliru(kalimat, len(angka) > 2 and m["dokumen"] == dokumen and not _lazim(b["nilai"]))
    for m in milik:
        for kolom in ("capaian_mentah_persen", "capaian_persen"):
            if m not in utama and not pd.isna(m[kolom]) and setara(b["nilai"], b["desimal"], m[kolom]):
                return Keliru(f"capaian menurut target {sebut_dokumen(m['dokumen'])}", False)
    return None


def _lazim(nilai: float) -> bool:
    """Near 100 right and wrong formulas mirror each other, and 0 says nothing: such a figure convicts none of them."""
    return nilai == 0 or 95 <= nilai <= 105


def rumus(t: float, r: float, arah: str) -> Iterator[tuple[float, str]]:
    """Yield what wrong formulas give for a target and a realisasi, each with its name.

    >>> [round(v, 2) for v, _ in rumus(8.55, 7.82, "turun")][:2]
    [91.46, 109.34]
    """
    if pd.isna(t) or pd.isna(r) or t == 0:
        return
    bagi = r / t * 100
    if menurun(arah):
        yield bagi, "R ÷ T × 100: arahnya terbalik"
        if r:
            yield t / r * 100, "T ÷ R × 100, rumus lain dari yang dipakai laporan"
        yield 200 - bagi, "(T − (R − T)) ÷ T × 100, rumus lain dari yang dipakai laporan"
    else:
        if r:
            yield t / r * 100, "T ÷ R × 100: arahnya terbalik"
        yield 200 - bagi, "(T − (R − T)) ÷ T × 100, rumus indikator turun: arahnya terbalik"
    yield 101 - bagi, "1 + (1 − R ÷ T) × 100: angka 1 tidak ikut dikalikan 100"
    yield 100 - bagi, "(T − R) ÷ T × 100: selisih terhadap target, bukan capaian"
    yield bagi - 100, "(R − T) ÷ T × 100: selisih terhadap target, bukan capaian"
    yield bagi / 100, "R ÷ T yang belum dikalikan 100"
    yield r, "realisasinya sendiri"
    yield t, "targetnya sendiri"
    yield r - t, "R − T: selisih, bukan persentase"

"""Choose what a quarter's report is about: what is behind, by how much, and what money a quarter knows."""

from __future__ import annotations

from typing import Any

from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.words import terisi

Baris = dict[str, Any]
# The smallest part of the budget that a report names first, when there is money at that level.
_TINGKAT = ("instansi", "program")


def indikator_kini(isi: Isi) -> list[Baris]:
    """Return the indicators as they stand at the end of the quarter, each with its unit."""
    satuan = {b["kode"]: b["satuan"] for b in isi.baris("indikator")}
    return [{**b, "satuan": satuan[b["kode"]]} for b in isi.baris("triwulan") if b["triwulan"] == isi.triwulan]


def tertinggal(isi: Isi) -> list[Baris]:
    """Return the indicators below the quarter's target, the farthest behind first."""
    return sorted((b for b in indikator_kini(isi) if b["tercapai"] == "tidak"), key=kekurangan)


def kekurangan(b: Baris) -> float:
    """Order what missed its target: first what cannot even be put as a percentage, then the lowest capaian."""
    capaian = float(b["capaian_mentah_persen"])
    return capaian if terisi(capaian) else float("-inf")


def kas_kini(isi: Isi) -> list[Baris]:
    """Return the money to the end of the quarter: of the agency and its programs, of all levels where these have none.

    The agency itself comes first, the rest in the order of the budget.
    """
    semua = [b for b in isi.baris("kas") if b["triwulan"] == isi.triwulan]
    return [b for b in semua if b["tingkat"] in _TINGKAT] or semua


def kas_instansi(isi: Isi) -> Baris | None:
    """Return the money of the whole agency to the end of the quarter, when it is known."""
    akar = isi.akar["kode"] if isi.akar else ""
    return next((b for b in kas_kini(isi) if b["kode"] == akar), None)


def kas_tertinggal(isi: Isi) -> list[Baris]:
    """Return the parts of the budget that spent less than planned, the most rupiah first; the agency is their sum."""
    milik = [b for b in kas_kini(isi) if b["tingkat"] != "instansi" and (b["deviasi_rp"] or 0) < 0]
    return sorted(milik, key=lambda b: b["deviasi_rp"])

"""The tables of a run as claims ask for them, and what a claimed figure is held against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lkip_lib.checks.bukti.dukungan import satu_jawaban, terbukti
from lkip_lib.checks.bukti.perbaikan import perbaikan
from lkip_lib.checks.bukti.precision import desimal
from lkip_lib.checks.registry import Konteks
from lkip_lib.inputs.agreement import menurut
from lkip_lib.inputs.tables import TAHUNAN

Baris = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Acuan:
    """Hold the figures that a claim agrees with if it equals any of them.

    `pasti`: nothing else was stated for it, and another place bears it out. `menurut` are the same quantity under
    other documents. `pinjam`: the figure is of another scope. `menyangkal` tells of a claimed figure whether something
    printed rules it out. `tercetak` is the printed cell that bears it out: the sentence should say what the table says.
    """

    nama: str
    nilai: tuple[float, ...]
    bukti: tuple[str, ...]
    pasti: bool = True
    menurut: tuple[tuple[str, float], ...] = ()
    pinjam: bool = False
    menyangkal: Callable[[float], bool] | None = None
    tercetak: str = ""

    def terbukti(self, klaim: float) -> bool:
        """Tell whether it is proved against a claim."""
        return self.pasti or (self.menyangkal is not None and self.menyangkal(klaim))


class Isi:
    """Hold the tables of a run, each read once, and how a printed cell bears a figure out."""

    def __init__(self, konteks: Konteks) -> None:
        self.k, self.baris, self._bukti = konteks, konteks.baris, konteks.dikenal
        self.riwayat = {(b["kode"], b["lingkup"], int(b["tahun"])): b for b in self.baris("riwayat")}
        self.indikator = {b["kode"]: b for b in self.baris("indikator")}
        self.anggaran = {b["kode"]: b for b in self.baris("anggaran")}
        self.target = [b for b in self.baris("ketik/target") if b["periode"] == TAHUNAN and ada(b["target"])]
        self.target_dipakai = set(menurut(konteks.frames["ketik/target"], konteks.dokumen_target)["target_id"])
        self.realisasi = [b for b in self.baris("ketik/realisasi") if b["periode"] == TAHUNAN]
        self.terbukti = {
            (b["besaran"], b["subjek"]): str(b["tercetak"])
            for b in reversed(self.baris("replikasi"))
            if b["verdik"] == "cocok" and (b["dihitung"] != b["dihitung"] or desimal(b["tercetak"], "persen") >= 2)
        }
        self.jaring = perbaikan(konteks)[0]
        self.sel_anggaran = {
            (b["kode"], k): str(b[f"{k}_id"])
            for b in self.baris("ketik/anggaran")
            for k in ("pagu_rp", "realisasi_rp")
            if b["dokumen"] == konteks.dokumen_anggaran
        }
        self.anggaran_lain = [b for b in self.baris("ketik/anggaran") if b["dokumen"] != konteks.dokumen_anggaran]

    def _dengan_cetak(self, acuan: Acuan, besaran: str, subjek: str) -> Acuan:
        """Call it proved where there is one answer and a printed cell bears it out: one table alone proves nothing."""
        tercetak = self.terbukti.get((besaran, subjek), "")
        pasti = bool(tercetak) and satu_jawaban(acuan.nilai, 2)
        if besaran == "capaian_persen" and subjek in self.indikator:
            pasti = pasti and terbukti(self.k, subjek)
        return replace(acuan, pasti=pasti, tercetak=tercetak if pasti else "")


def ada(nilai: Any) -> bool:
    """Tell whether a cell of a frame holds anything."""
    return nilai is not None and nilai == nilai and str(nilai) not in ("", "<NA>")

"""Gather every statement of one realisasi: what the tables state, and what the sentences of a report say of it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import Ledger

TETAP = "tetap"  # what a realisasi is where its row says nothing
# A dinas of a town reports the town's own rate: its sentences say "kota" where its tables say "instansi".
_SETEMPAT = ("kota", "kabupaten")


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Hold one statement of a realisasi: where, what was printed, how exactly, and which version of it."""

    id: str
    nilai: float
    tercetak: str
    desimal: int
    sumber: str
    kalimat: bool = False
    versi: str = TETAP

    def setuju(self, lain: Sebutan) -> bool:
        """Tell whether two statements can be the same figure, one of them rounded or cut off."""
        return numerals.sepadan(self.nilai, self.desimal, lain.nilai, lain.desimal)

    @property
    def tempat(self) -> str:
        tanda = ", ".join(t for t in (self.sumber, "" if self.versi == TETAP else self.versi) if t)
        return f"{self.tercetak} ({tanda})" if tanda else self.tercetak


Kunci = tuple[str, int, str]


def kumpulkan_sebutan(
    realisasi: pd.DataFrame, hitungan: pd.DataFrame, pernyataan: pd.DataFrame, ledger: Ledger, tahun: int,
    bukan: Container[str] = (),
) -> dict[Kunci, list[Sebutan]]:  # fmt: skip
    """Return every statement of an annual realisasi, by indicator, year and scope: tables first, then sentences.

    `bukan` are the ids of cells that turned out to state something else.
    """
    hasil: dict[Kunci, list[Sebutan]] = {}
    for b in catatan(realisasi[(realisasi["periode"] == TAHUNAN) & realisasi["realisasi"].notna()]):
        if b["realisasi_id"] not in bukan:
            cetakan = (b["realisasi"], b["realisasi_tercetak"], b["realisasi_desimal"], b["sumber"])
            isi = Sebutan(b["realisasi_id"], *cetakan, versi=b["sifat"])
            hasil.setdefault((b["indikator"], int(b["tahun"]), b["lingkup"]), []).append(isi)
    for b in catatan(hitungan):
        lampau = not pd.isna(b["tahun"]) and int(b["tahun"]) != tahun  # this year's are replicated
        if b["besaran"] == "realisasi" and b["subjek"] and lampau and not pd.isna(b["nilai"]):
            hasil.setdefault((b["subjek"], int(b["tahun"]), "instansi"), []).append(_isi(b, ledger))
    for b in catatan(pernyataan):
        disebut = re.fullmatch(r"\d{4}", str(b["tahun"]))
        berangka = b["jenis"] == "angka" and not pd.isna(b["nilai"])
        if berangka and b["besaran"] == "realisasi" and b["subjek"] and disebut:
            kunci = (b["subjek"], int(disebut[0]), b["lingkup"] or "instansi")
            if kunci not in hasil and kunci[2] in _SETEMPAT:
                kunci = (kunci[0], kunci[1], "instansi")
            if kunci[1] == tahun and kunci in hasil:
                continue  # what a sentence says of this year's tables is the family narasi's
            hasil.setdefault(kunci, []).append(_isi(b, ledger, kalimat=True))
    return hasil


def _isi(b: dict[str, Any], ledger: Ledger, *, kalimat: bool = False) -> Sebutan:
    id, tercetak = str(b["nilai_id"]), str(b["nilai_tercetak"])
    return Sebutan(id, b["nilai"], tercetak, desimal(tercetak, str(ledger[id]["satuan"])), b["sumber"], kalimat)


def desimal(tercetak: str, satuan: str) -> int:
    """Return the decimals with which a figure was printed."""
    bacaan = numerals.read(tercetak, satuan=satuan, rentang=(-1e15, 1e15) if satuan == "persen" else None)
    if bacaan.value is None and len(bacaan.candidates) > 1:  # read one way by the range of a card: "3,215"
        return sum(c.isdigit() for c in tercetak.rpartition(",")[2]) if "," in tercetak else 0
    return bacaan.decimals

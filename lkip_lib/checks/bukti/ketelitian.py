"""How far a recomputed figure may lie from what it is, where its inputs were printed rounded or cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from lkip_lib.checks.bukti.precision import cetakan
from lkip_lib.checks.registry import Konteks
from lkip_lib.ledger import HITUNG, induk
from lkip_lib.numerals.units import family
from lkip_lib.rumus.bahasa import Simpul, beranggota, kolom_dibaca
from lkip_lib.rumus.nilai import BELUM_DIISI, KEADAAN, Kelompok, Nilai, hitung
from lkip_lib.rumus.ungkapan import baca

Ujung = tuple[float, float]
BUKAN_MASUKAN = ("sama", "berselisih")  # others that state the same, or contradict it
_TERBANYAK = 200  # inputs of one figure that are moved; those of a longer sum hardly move it
# Printed whole these may have been rounded; a target is chosen, and what is counted is whole.
_TERUKUR = ("persen", "permil", "skor")


class Jangkauan:
    """Find the least and the greatest that a figure of the ledger may be, each figure once."""

    def __init__(self, konteks: Konteks) -> None:
        self._ledger, self._rumus = konteks.ledger, konteks.ungkapan()
        self._isi: dict[str, Ujung] = {}

    def dari(self, id: str) -> Ujung:
        """Return both ends of a figure, twice its value where its inputs are exact."""
        if id not in self._isi:
            b = self._ledger[id]
            if b["asal"] == HITUNG and b["ungkapan"] in self._rumus and b["nilai"] == b["nilai"]:
                self._isi[id] = self._dihitung(b)
            else:
                self._isi[id] = (b["nilai"],) * 2 if f"koreksi.{id}" in self._ledger else ujung_tercetak(b)
        return self._isi[id]

    def memuat(self, id: str, tercetak: float, desimal: int) -> bool:
        """Tell whether a printed figure, rounded or cut off, is one that the figure may be."""
        bawah, atas = self.dari(id)
        satu = 10.0**-desimal
        return bawah < atas and bawah < tercetak + satu - 1e-9 and atas > tercetak - satu / 2 + 1e-9

    def _dihitung(self, b: Mapping[str, Any]) -> Ujung:
        """Move one input at a time to its ends, and add up what each does to the figure."""
        pohon = baca(self._rumus[b["ungkapan"]])
        dibaca = [(p, i) for p, i in induk(b["dari"]) if p not in BUKAN_MASUKAN]
        gerak = [(n, u) for n, (_, i) in enumerate(dibaca[:_TERBANYAK]) for u in self.dari(i)
                 if u == u and u != self._ledger[i]["nilai"]]  # fmt: skip
        if not gerak:
            return b["nilai"], b["nilai"]
        beda = hitung_ulang(pohon, [(p, self._ledger[i]) for p, i in dibaca], gerak) - b["nilai"]
        per = [[d for (n, _), d in zip(gerak, beda, strict=True) if n == m and d == d] for m in {n for n, _ in gerak}]
        return (
            b["nilai"] + sum(min(0.0, *d) for d in per if d),
            b["nilai"] + sum(max(0.0, *d) for d in per if d),
        )


@lru_cache(maxsize=2)
def jangkauan(konteks: Konteks) -> Jangkauan:
    """Return what knows how far the figures of a run reach."""
    return Jangkauan(konteks)


def kelonggaran(konteks: Konteks, ids: Iterable[str]) -> float:
    """Return how far amounts taken together may lie from what was printed of them: "8,07 triliun" by 10 miliar.

    Amounts printed to the rupiah, or with sen, are what they are.
    """
    ujung = ((konteks.ledger[i]["nilai"], ujung_tercetak(konteks.ledger[i])) for i in ids if i in konteks.ledger)
    lebar = (max(atas - nilai, nilai - bawah) for nilai, (bawah, atas) in ujung)
    return sum((d for d in lebar if d >= 1), 0.0)


def ujung_tercetak(b: Mapping[str, Any]) -> Ujung:
    """Return what a stated figure may have been before it was rounded or cut off; itself where it is exact.

    >>> b = {"besaran": "realisasi", "satuan": "Persen", "tercetak": "0,34", "nilai": 0.34}
    >>> [round(v, 3) for v in ujung_tercetak(b)]
    [0.335, 0.35]
    >>> ujung_tercetak(b | {"satuan": "orang", "tercetak": "12", "nilai": 12.0})
    (12.0, 12.0)
    """
    v, satuan = float(b["nilai"]), str(b["satuan"])
    bacaan = cetakan(b)
    kira = (family(satuan) or family(bacaan.unit)) in _TERUKUR and b["besaran"] != "target"
    if bacaan.value != v or not (bacaan.decimals or kira):
        return v, v
    satu = 10.0**-bacaan.decimals
    return (v - satu / 2, v + satu) if v >= 0 else (v - satu, v + satu / 2)


def hitung_ulang(
    pohon: Simpul, dibaca: Sequence[tuple[str, Mapping[str, Any]]], gerak: Sequence[tuple[int, float]]
) -> Any:
    """Compute a tree once for each move: the place of an input, and what it is then."""
    banyak = len(gerak)
    kolom: dict[str, list[tuple[Any, int]]] = {}
    letak: list[tuple[str, int]] = []
    for peran, b in dibaca:
        milik = kolom.setdefault(peran, [])
        letak.append((peran, len(milik)))
        kata = b["nilai"] != b["nilai"] and b["label"] != ""
        milik.append((b["label"] if kata else b["nilai"], KEADAAN.index(b["status_nilai"])))
    himpunan = beranggota(pohon)
    n = max(map(len, kolom.values())) if himpunan else 1
    isi = {}
    for nama in kolom_dibaca(pohon):
        milik = kolom.get(nama, [(np.nan, BELUM_DIISI)])[:n]
        kata = any(isinstance(v, str) for v, _ in milik)
        nilai = np.array([[v if not kata or isinstance(v, str) else "" for v, _ in milik]] * banyak,
                         object if kata else "float64")  # fmt: skip
        for baris, (masukan, ujung) in enumerate(gerak):
            if letak[masukan][0] == nama and letak[masukan][1] < n:
                nilai[baris, letak[masukan][1]] = ujung
        isi[nama] = Nilai(nilai.ravel(), np.array([k for _, k in milik] * banyak, np.int8))
    kelompok = Kelompok(np.repeat(np.arange(banyak), n), banyak) if himpunan else None
    return hitung(pohon, isi, banyak * n, kelompok).isi

"""Budget figures that changed places: swapped between two cells of a row or a column, or slipped by a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from lkip_lib.checks.kendala import JUMLAH, Jaringan, jaringan
from lkip_lib.checks.precision import desimal, setara
from lkip_lib.checks.registry import Konteks
from lkip_lib.ledger import polos

_JAUH = 4  # rows over which a figure may have slipped
_PANJANG = 5  # cells of one slip
_PERSEN = "serapan_persen"

Isi = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Sel:
    """Hold where a cell stands and what is printed there; `desimal` is None for an amount."""

    tabel: str
    baris: int
    kolom: str
    nilai: float
    desimal: int | None = None

    def dekat(self, lain: _Sel) -> bool:
        """Tell whether two cells stand in one row, or in one column a few rows apart."""
        jauh = abs(self.baris - lain.baris)
        return self.tabel == lain.tabel and (jauh <= _JAUH if self.kolom == lain.kolom else not jauh)

    def memuat(self, ingin: float) -> bool:
        """Tell whether what is printed is what another cell should hold."""
        return self.nilai == ingin if self.desimal is None else setara(self.nilai, self.desimal, ingin)


def lingkaran(konteks: Konteks, ingin: Mapping[str, Set[float]]) -> Iterator[Isi]:
    """Yield the cells, with what they should hold, of which each should hold what the next one holds, and so round.

    `ingin` names for each disputed cell what it might hold instead.
    """
    sel = {s: c for s, c in _sel(konteks).items() if s in ingin}
    tunggal = _anak_tunggal(jaringan(konteks))
    arah = {
        s: [t for t, d in sel.items() if c.dekat(d) and not c.memuat(d.nilai) and any(map(d.memuat, ingin[s]))
            and d.nilai and frozenset((s, t)) not in tunggal]
        for s, c in sel.items()
    }  # fmt: skip
    for awal in sel:
        for r in _putar(awal, [awal], arah):
            yield [(s, next(v for v in ingin[s] if sel[t].memuat(v))) for s, t in zip(r, [*r[1:], awal], strict=True)]


def _putar(awal: str, jalan: list[str], arah: Mapping[str, list[str]]) -> Iterator[list[str]]:
    for t in arah[jalan[-1]]:
        if t == awal:
            yield jalan
        elif t > awal and t not in jalan and len(jalan) < _PANJANG:  # a round is told once, from its first cell
            yield from _putar(awal, [*jalan, t], arah)


def _sel(konteks: Konteks) -> dict[str, _Sel]:
    angka = jaringan(konteks).nilai
    hasil = {}
    for n, b in enumerate(konteks.baris("ketik/anggaran")):
        for k in ("pagu_rp", "realisasi_rp"):
            hasil[polos(b[f"{k}_id"])] = _Sel(b["dokumen"], n, k, angka[b[f"{k}_id"]])
    for n, b in enumerate(konteks.baris("ketik/tercetak/hitungan")):
        if b["besaran"] == _PERSEN and b["nilai"] == b["nilai"]:
            teliti = desimal(b["nilai_tercetak"], "persen")
            hasil[polos(b["nilai_id"])] = _Sel(_PERSEN, n, _PERSEN, b["nilai"], teliti)
    return hasil


def _anak_tunggal(jaring: Jaringan) -> set[frozenset[str]]:
    """Pair each only child with its parent, whose figure it rightly repeats."""
    return {frozenset(map(polos, k.sel)) for k in jaring.kendala if k.jenis == JUMLAH and len(k.sel) == 2}

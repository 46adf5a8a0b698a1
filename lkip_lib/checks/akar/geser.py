"""Budget figures that changed places: swapped between two cells of a row or a column, or slipped by a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lkip_lib.checks.bukti.jaringan import jaringan
from lkip_lib.checks.bukti.kendala import JUMLAH, PERSEN, Jaringan, Kendala
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.registry import Konteks
from lkip_lib.ledger import polos

_JAUH = 12  # rows over which a figure may have slipped, the way round included
_PANJANG = 12  # cells of one slip
_TELITI = 2  # decimals with which a percentage hardly agrees with another row by chance
_PERSEN = "serapan_persen"

Cocok = Callable[[str, float], bool]


@dataclass(frozen=True, slots=True)
class _Sel:
    """Hold where a cell stands, what is printed there, with how many decimals, and of what it is a percentage."""

    tabel: str
    baris: int
    kolom: str
    nilai: float
    desimal: int = 0
    persen: Kendala | None = None

    def dekat(self, lain: _Sel) -> bool:
        """Tell whether two cells stand in one row, or in one column a few rows apart."""
        jauh = abs(self.baris - lain.baris)
        return self.tabel == lain.tabel and (jauh <= _JAUH if self.kolom == lain.kolom else not jauh)


def rantai_geser(konteks: Konteks, dicurigai: Iterable[str], cocok: Cocok) -> Iterator[tuple[dict[str, float], str]]:
    """Yield cells, with what they should hold, of which each should hold what the next one holds: a round, or a slip.

    `dicurigai` are the disputed cells; `cocok` tells of one of them whether another figure would set it right. The last
    cell of a slip comes beside them: what it should hold itself stands in none of the others; "" where there is none.
    """
    semua, jaring = _sel(konteks), jaringan(konteks)
    sel = {s: semua[s] for s in dict.fromkeys(dicurigai) if s in semua}
    tunggal = _anak_tunggal(jaring)

    def isi(s: str, d: _Sel) -> float | None:
        """Return what a cell should hold where that is what another one holds, as exactly as it is printed there."""
        if persen := sel[s].persen:
            return next((v for v in persen.memberi(persen.sel[0], jaring.nilai) if setara(d.nilai, d.desimal, v)), None)
        return d.nilai if cocok(s, d.nilai) else None

    arah = {
        s: {t: v for t, d in sel.items() if c.dekat(d) and d.nilai and d.nilai != c.nilai
            and frozenset((s, t)) not in tunggal and (v := isi(s, d)) is not None}
        for s, c in sel.items()
    }  # fmt: skip
    for rantai in (r for awal in sel for r in _ikuti([awal], arah)):
        putaran = rantai[0] == rantai[-1]
        pasangan = [(s, t) for s, t in pairwise(rantai) if putaran or sel[s].kolom == sel[t].kolom]
        if putaran or len(pasangan) > 1 or any(sel[t].desimal >= _TELITI for _, t in pasangan):
            ujung = "" if putaran or not pasangan else pasangan[-1][1]
            yield {s: arah[s][t] for s, t in pasangan}, ujung


def _ikuti(jalan: list[str], arah: Mapping[str, Mapping[str, float]]) -> Iterator[list[str]]:
    """Follow the cells from one to that of which it should hold the figure, till there is none or the round is made."""
    lanjut = [t for t in arah[jalan[-1]] if t == jalan[0] or t not in jalan] if len(jalan) <= _PANJANG else []
    for t in lanjut:
        yield from [[*jalan, t]] if t == jalan[0] else _ikuti([*jalan, t], arah)
    if not lanjut and len(jalan) > 1:
        yield jalan


def _sel(konteks: Konteks) -> dict[str, _Sel]:
    jaring = jaringan(konteks)
    hasil = {}
    for n, b in enumerate(konteks.baris("ketik/anggaran")):
        for k in ("pagu_rp", "realisasi_rp"):
            hasil[polos(b[f"{k}_id"])] = _Sel(b["dokumen"], n, k, jaring.nilai[b[f"{k}_id"]])
    for n, b in enumerate(konteks.baris("ketik/tercetak/hitungan")):
        if b["besaran"] == _PERSEN and b["nilai"] == b["nilai"]:
            teliti, id = desimal(b["nilai_tercetak"], "persen"), b["nilai_id"]
            milik = next((k for k in jaring.pada.get(id, ()) if k.jenis == PERSEN), None)
            hasil[polos(id)] = _Sel(b["jenis_subjek"], n, _PERSEN, b["nilai"], teliti, milik)
    return hasil


def _anak_tunggal(jaring: Jaringan) -> set[frozenset[str]]:
    """Pair each only child with those above it whose figure it rightly repeats, and their percentages."""
    induk = {k.sel[1]: k.sel[0] for k in jaring.kendala if k.jenis == JUMLAH and len(k.sel) == 2}
    persen = {k.sel[1]: k.sel[0] for k in jaring.kendala if k.jenis == PERSEN}
    hasil = set()
    for anak in induk:
        atas = anak
        while atas := induk.get(atas, ""):
            hasil |= {
                frozenset(map(polos, dua)) for dua in ((anak, atas), (persen.get(anak, ""), persen.get(atas, "")))
            }
    return hasil

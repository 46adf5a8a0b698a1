"""Lay a ruled table of a PDF's page out as a grid: its cells by their rules, its letters by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lkip_lib.draf.files.document import Bidang
from lkip_lib.draf.files.pdf_rules import Kotak
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.sheet_marks import Letak

_DEKAT = 4  # points by which one rule may be drawn apart, or its crossings be put together


@dataclass(slots=True)
class Petak:
    """Hold one table of one page: its rows, merged cells, the edges of its columns, and what no rule closes.

    `bebas` are places without a cell of their own. A cell that goes on over the end of a page has no rule there.
    `bidang` is where the letters of each cell stand.
    """

    baris: list[tuple[str, ...]]
    gabungan: list[tuple[Letak, Letak]]
    sisi: tuple[float, ...]
    bebas: set[Letak] = field(default_factory=set)
    bidang: dict[Letak, Bidang] = field(default_factory=dict)


def susun_petak(kotak: Sequence[Kotak], huruf: Sequence[dict[str, Any]], baca: Any) -> Petak:
    """Put the letters of a table into its cells; `baca` makes a text of letters."""
    xs, ys = (_tepi([c[i] for c in kotak] + [c[i + 2] for c in kotak]) for i in (0, 1))
    banyak = max(1, len(ys) - 1), max(1, len(xs) - 1)
    pemilik: dict[Letak, Letak] = {}
    gabungan: list[tuple[Letak, Letak]] = []
    for x0, y0, x1, y1 in kotak:
        awal, akhir = (_di(ys, y0), _di(xs, x0)), (_di(ys, y1) - 1, _di(xs, x1) - 1)
        for b in range(awal[0], akhir[0] + 1):
            for k in range(awal[1], akhir[1] + 1):
                pemilik.setdefault((b, k), awal)
        if akhir != awal:
            gabungan.append((awal, akhir))
    isi: dict[Letak, list[dict[str, Any]]] = {}
    for h in huruf:
        di = _ruas(ys, (h["top"] + h["bottom"]) / 2), _ruas(xs, (h["x0"] + h["x1"]) / 2)
        isi.setdefault(pemilik.get(di, di), []).append(h)
    teks = {di: rapi(baca(milik)) for di, milik in isi.items()}
    baris = [tuple(teks.get((b, k), "") for k in range(banyak[1])) for b in range(banyak[0])]
    bebas = {(b, k) for b in range(banyak[0]) for k in range(banyak[1])} - pemilik.keys()
    return Petak(baris, gabungan, tuple(xs), bebas, {di: bidang(milik) for di, milik in isi.items()})


def bidang(unsur: Sequence[dict[str, Any]]) -> Bidang:
    """Return where letters or words of one page stand."""
    x0, atas = min(u["x0"] for u in unsur), min(u["top"] for u in unsur)
    x1, bawah = max(u["x1"] for u in unsur), max(u["bottom"] for u in unsur)
    return int(unsur[0]["page_number"]), float(x0), float(atas), float(x1), float(bawah)


def selaraskan(petak: Petak, sisi: tuple[float, ...]) -> Petak | None:
    """Return a table on the columns of another that it may go on with; None where they are not the same.

    A part of a table need not have all of its rules: a total takes several columns, a merged cell has none of its own.
    """
    if not all(_dekat(sisi, x) for x in petak.sisi) or not _dekat(petak.sisi, sisi[-1]) or len(petak.sisi) < 2:
        return None
    ke = [_di(sisi, x) for x in petak.sisi]
    ada = {k: n for n, k in enumerate(ke[:-1])}
    baris = [tuple(b[ada[k]] if k in ada else "" for k in range(len(sisi) - 1)) for b in petak.baris]
    gabungan = [((a, ke[b]), (c, ke[d + 1] - 1)) for (a, b), (c, d) in petak.gabungan]
    awal = {g[0] for g in gabungan}
    for b in range(len(baris)):
        for k, n in ada.items():
            if ke[n + 1] - 1 > k and (b, k) not in awal and (b, n) not in petak.bebas:
                gabungan.append(((b, k), (b, ke[n + 1] - 1)))
    bebas = {(b, k) for b, n in petak.bebas for k in range(ke[n], ke[n + 1])}
    bebas |= {(b, k) for b in range(len(baris)) for k in range(ke[0])}
    return Petak(baris, gabungan, sisi, bebas, {(b, ke[k]): di for (b, k), di in petak.bidang.items()})


def sambung(atas: Petak, bawah: Petak, judul: int) -> Petak:
    """Return a table with its part of the next page, of which the first `judul` rows are the headings again.

    Cells that no rule closed at the end of one page go on with the place that has none, or is blank, on the next.
    """
    awal = len(atas.baris)
    geser = awal - judul
    gabungan = [*atas.gabungan]
    lagi = [((a + geser, b), (c + geser, d)) for (a, b), (c, d) in bawah.gabungan if a >= judul]
    for k in range(len(bawah.sisi) - 1):
        n = judul
        while n < len(bawah.baris) and (n, k) in bawah.bebas and not bawah.baris[n][k]:
            n += 1
        akhir = n + geser - 1
        if n == judul and (awal - 1, k) in atas.bebas and n < len(bawah.baris) and not bawah.baris[n][k]:
            akhir = next((c for (a, b), (c, _) in lagi if (a, b) == (awal, k)), awal)
            lagi = [g for g in lagi if g[0] != (awal, k)]
        if akhir >= awal:
            milik = next((g for g in gabungan if g[0][1] <= k <= g[1][1] and g[1][0] == awal - 1), None)
            if milik:
                gabungan.remove(milik)
            mulai, ujung = milik or (_terbuka(atas, k), (awal - 1, k))
            gabungan.append((mulai, (akhir, ujung[1])))
    bebas = {(b + geser, k) for b, k in bawah.bebas if b >= judul}
    di = atas.bidang | {(b + geser, k): di for (b, k), di in bawah.bidang.items() if b >= judul}
    return Petak([*atas.baris, *bawah.baris[judul:]], [*gabungan, *lagi], atas.sisi, bebas, di)


def _terbuka(atas: Petak, k: int) -> Letak:
    """Return where a cell begins that no rule closes at the end of a page."""
    b = len(atas.baris) - 1
    while b and (b, k) in atas.bebas and (b - 1, k) in atas.bebas and not atas.baris[b][k]:
        b -= 1
    return b, k


def _tepi(semua: list[float]) -> list[float]:
    urut = sorted(semua)
    return [urut[0], *(b for a, b in pairwise(urut) if b - a > 2)]


def _dekat(tepi: Sequence[float], nilai: float) -> bool:
    return any(abs(t - nilai) < _DEKAT for t in tepi)


def _di(tepi: Sequence[float], nilai: float) -> int:
    return min(range(len(tepi)), key=lambda i: abs(tepi[i] - nilai))


def _ruas(tepi: Sequence[float], nilai: float) -> int:
    """Return the interval that a place is in; one beside the edges is in the nearest."""
    return min(max(sum(t <= nilai for t in tepi) - 1, 0), max(len(tepi) - 2, 0))

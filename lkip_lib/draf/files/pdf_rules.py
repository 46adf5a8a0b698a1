"""Find the cells of the tables on a page of a PDF by their rules: all around, or across with a piece for each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Kotak = tuple[float, float, float, float]
_GARIS = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4}
_TEBAL = 2.0  # points: a thicker rectangle is no rule
_DEKAT = 3.0  # points by which two rules may be drawn apart
_SEBAGIAN = 0.8  # of a table: what is ruled all around is but a part of it
_RAPAT = 0.4  # of the height of letters: blanks within one text are narrower
_LUAR = re.compile(r"(?i)(?:tabel|gambar|sumber|catatan)\b")  # what stands between two tables


def kotak_tabel(halaman: Any) -> list[list[Kotak]]:
    """Return the cells of each table of a page; a table inside another comes before it."""
    semua = [
        [c for c in t.cells if c]
        for t in halaman.find_tables(_GARIS)
        if len(t.rows) > 1 or len(t.rows[0].cells) > 2
    ]  # fmt: skip
    for datar in _bergaris_datar(halaman):
        # Coloured headings alone look like a table that is ruled all around.
        bertemu = [k for k in semua if _bertemu(batas(k), batas(datar))]
        if sum(map(_luas, bertemu)) < _SEBAGIAN * _luas(datar):
            semua = [k for k in semua if k not in bertemu] + [datar]
    return sorted(semua, key=_luas)


def _luas(kotak: list[Kotak]) -> float:
    x0, y0, x1, y1 = batas(kotak)
    return (x1 - x0) * (y1 - y0)


def batas(kotak: list[Kotak]) -> Kotak:
    """Return the box around all cells."""
    x0, y0, x1, y1 = zip(*kotak, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _bertemu(satu: Kotak, dua: Kotak) -> bool:
    return satu[0] < dua[2] and dua[0] < satu[2] and satu[1] < dua[3] and dua[1] < satu[3]


def _bergaris_datar(halaman: Any) -> Iterator[list[Kotak]]:
    """Yield the cells of tables that have no rules between their columns.

    Their rules across are drawn a piece a cell, so that the ends of the pieces show the columns; where a piece is
    missing a cell goes on downwards, and where a text goes over an end it is one cell.
    """
    if not (jalur := _jalur(halaman)):
        return
    kata = [(k["x0"], k["top"], k["x1"], k["bottom"], k["text"]) for k in halaman.extract_words(x_tolerance=1.5)]
    tepi: list[float] = []
    kelompok: list[tuple[float, list[tuple[float, float]]]] = []
    for y, ruas in [*jalur, (float("inf"), [])]:
        ujung = sorted({x for r in ruas for x in r})
        lanjut = bool(ruas) and bool(kelompok) and all(any(abs(x - t) < _DEKAT for t in tepi) for x in ujung)
        if lanjut and not any(_LUAR.match(k[4]) and kelompok[-1][0] < k[3] <= y and _pertama(k, kata) for k in kata):
            kelompok.append((y, ruas))
            continue
        if len(kelompok) > 2:
            yield _digabung(_sel(tepi, kelompok), kata)
        kelompok, tepi = ([(y, ruas)], _tunggal(ujung)) if len(ruas) > 1 else ([], [])


def _jalur(halaman: Any) -> list[tuple[float, list[tuple[float, float]]]]:
    """Return the rules across a page from its top, each with its pieces from the left."""
    garis = [g for g in (*halaman.lines, *halaman.rects) if g["bottom"] - g["top"] < _TEBAL and g["x1"] - g["x0"] > 4]
    hasil: list[tuple[float, list[tuple[float, float]]]] = []
    for g in sorted(garis, key=lambda g: (g["top"], g["x0"])):
        ruas = (float(g["x0"]), float(g["x1"]))
        if hasil and g["top"] - hasil[-1][0] < _DEKAT:
            if ruas not in hasil[-1][1]:
                hasil[-1][1].append(ruas)
        else:
            hasil.append((float(g["top"]), [ruas]))
    return [(y, sorted(ruas)) for y, ruas in hasil]


def _tunggal(ujung: list[float]) -> list[float]:
    return [ujung[0], *(b for a, b in pairwise(ujung) if b - a > _DEKAT)]


def _pertama(kata: tuple[Any, ...], semua: list[tuple[Any, ...]]) -> bool:
    """Tell whether a word is the first of its line."""
    return not any(k[2] <= kata[0] and abs(k[3] - kata[3]) < _DEKAT for k in semua)


def _sel(tepi: list[float], jalur: list[tuple[float, list[tuple[float, float]]]]) -> list[Kotak]:
    """Return the cells between rules, column by column."""
    hasil = []
    for kiri, kanan in pairwise(tepi):
        tengah = (kiri + kanan) / 2
        ys = [y for y, ruas in jalur if any(a <= tengah <= z for a, z in ruas)]
        hasil += [(kiri, a, kanan, b) for a, b in pairwise(ys)]
    return hasil


def _digabung(sel: list[Kotak], kata: list[tuple[Any, ...]]) -> list[Kotak]:
    """Return the cells, those that a text goes over as one."""
    hasil: list[Kotak] = []
    for x0, y0, x1, y1 in sorted(sel, key=lambda s: (s[1], s[3], s[0])):
        kiri = hasil[-1] if hasil else None
        if kiri and (kiri[1], kiri[3]) == (y0, y1) and abs(kiri[2] - x0) < 0.1 and _melintas(x0, y0, y1, kata):
            hasil[-1] = (kiri[0], y0, x1, y1)
        else:
            hasil.append((x0, y0, x1, y1))
    return hasil


def _melintas(x: float, y0: float, y1: float, kata: list[tuple[Any, ...]]) -> bool:
    """Tell whether a text goes over the edge between two columns."""
    sebaris = [k for k in kata if y0 < (k[1] + k[3]) / 2 < y1]
    if any(k[0] < x - 1 and k[2] > x + 1 for k in sebaris):
        return True
    for k in (k for k in sebaris if k[2] <= x + 1):
        kanan = [z[0] for z in sebaris if abs(z[3] - k[3]) < 1 and z[0] >= x - 1]
        if kanan and min(kanan) - k[2] < _RAPAT * (k[3] - k[1]):
            return True
    return False

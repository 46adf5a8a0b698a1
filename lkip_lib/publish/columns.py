"""Widths of a table's columns on paper: no figure is cut, and the page is filled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

TEGAK, LANSKAP = 160.0, 247.0  # text width of A4 with 25 mm margins, in millimetres
# Font sizes to try, in points, by the class of the table.
UKURAN = {"": 8.5, "padat": 7.5, "rapat": 6.5}
_MM = 25.4 / 72
_SISI = 2.6  # padding of a cell, left and right together, in millimetres
# As wide as in Arial, the wider of the fonts that the report is set in.
_EM = {"sempit": 0.29, "biasa": 0.557, "lebar": 0.72, "sangat": 0.9}


@dataclass(frozen=True, slots=True)
class Ukuran:
    """Hold how a table stands on paper: its class of size, its page, and each column's width in percent."""

    kelas: str
    lanskap: bool
    lebar: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sel:
    """Hold a cell with the column it starts in and how many it spans."""

    tag: Tag
    kolom: int
    rentang: int


def kisi(tabel: Tag) -> list[list[Sel]]:
    """Place the cells of every row in the columns, counting what spans rows and columns."""
    sisa: dict[int, int] = {}
    hasil = []
    for tr in tabel.select("tr"):
        kolom, baris = 0, []
        terisi = {k for k, n in sisa.items() if n}
        sisa = {k: n - 1 for k, n in sisa.items() if n}
        for tag in tr.find_all(["th", "td"], recursive=False):
            while kolom in terisi:
                kolom += 1
            rentang = int(str(tag.get("colspan", "1")))
            baris.append(Sel(tag, kolom, rentang))
            if (turun := int(str(tag.get("rowspan", "1")))) > 1:
                sisa |= dict.fromkeys(range(kolom, kolom + rentang), turun - 1)
            kolom += rentang
        hasil.append(baris)
    return hasil


def ukur(tabel: Tag, *, lanskap: bool, padat: bool) -> Ukuran:
    """Choose size, page and widths, so that no word or figure is wider than its column.

    Widths of the `<colgroup>` are kept as far as the figures allow; smaller print comes before a turned page.
    """
    baris = kisi(tabel)
    banyak = max((s.kolom + s.rentang for b in baris for s in b), default=0)
    terkecil, wajar = _isi(baris, banyak)
    minta = _diminta(tabel, banyak)
    kelas = list(UKURAN)[1 if padat else 0 :]
    # A page is turned only for what does not stand upright on single lines.
    lanskap = lanskap and sum(w * UKURAN[kelas[0]] * _MM + _SISI for w in wajar) > TEGAK
    pilihan = [(k, lanskap) for k in kelas] + ([] if lanskap else [(k, True) for k in kelas])
    for nama, mendatar in pilihan:
        halaman = LANSKAP if mendatar else TEGAK
        titik = UKURAN[nama] * _MM
        sempit = [m * titik + _SISI for m in terkecil]
        if sum(sempit) <= halaman or (nama, mendatar) == pilihan[-1]:
            penuh = [w * titik + _SISI for w in wajar]
            lebar = _bagi(sempit, penuh, [p * halaman / 100 for p in minta], halaman)
            return Ukuran(nama, mendatar, tuple(round(100 * x / sum(lebar), 2) for x in lebar))
    raise AssertionError("there is always a last choice")


def _diminta(tabel: Tag, banyak: int) -> list[float]:
    kolom = [re.search(r"width:\s*([\d.]+)%", str(c.get("style", ""))) for c in tabel.select("colgroup > col")]
    angka = [float(m[1]) if m else 0.0 for m in kolom]
    return (angka + [0.0] * banyak)[:banyak]


def _isi(baris: list[list[Sel]], banyak: int) -> tuple[list[float], list[float]]:
    """Return, for every column in ems, what cannot be broken and what a single line would take."""
    sempit, wajar = [1.0] * banyak, [1.0] * banyak
    for sel in (s for b in baris for s in b if s.rentang == 1):
        teks = " ".join(sel.tag.get_text(" ").split())
        tebal = 1.07 if sel.tag.find_parent("thead") else 1.0
        utuh = [" ".join(a.get_text().split()) for a in sel.tag.select(".angka") if len(a.get_text()) <= 24]
        kata = [*re.split(r"\s|(?<=[-/–·])(?!\d)", teks), *utuh]
        menjorok = {"t1": 1.2, "t2": 2.4, "t3": 3.6}.get((sel.tag.get_attribute_list("class") or [""])[0] or "", 0.0)
        k = sel.kolom
        sempit[k] = max(sempit[k], max(map(lebar_teks, kata), default=0) * tebal + menjorok)
        wajar[k] = max(wajar[k], lebar_teks(teks) * tebal + menjorok)
    return sempit, wajar


def lebar_teks(teks: str) -> float:
    """Estimate the width of a text in ems, on the wide side.

    >>> round(lebar_teks("12.345.678.900"), 2)
    7.0
    """
    return sum(
        _EM["sempit"]
        if c in " .,:;'|ijlIft()[]-"
        else _EM["sangat"]
        if c in "mwMW%@—"
        else _EM["lebar"]
        if c.isupper()
        else _EM["biasa"]
        for c in teks
    )


def _bagi(sempit: list[float], penuh: list[float], minta: list[float], halaman: float) -> list[float]:
    """Share a page: asked widths first, the rest by need, and never less than the smallest."""
    tanpa = [i for i, m in enumerate(minta) if not m]
    sisa = max(halaman - sum(minta), 0.0)
    # A long text grows downwards: beyond a third of the page its length says nothing about its width.
    perlu = {i: min(max(penuh[i], sempit[i]), halaman / 3) for i in tanpa}
    lebar = [m or sisa * perlu[i] / sum(perlu.values()) for i, m in enumerate(minta)]
    faktor = halaman / sum(lebar)
    lebar = [x * faktor for x in lebar]
    kurang = sum(max(s - x, 0.0) for s, x in zip(sempit, lebar, strict=True))
    longgar = sum(max(x - s, 0.0) for s, x in zip(sempit, lebar, strict=True))
    ambil = min(kurang / longgar, 1.0) if longgar else 0.0
    return [s if x < s else x - (x - s) * ambil for s, x in zip(sempit, lebar, strict=True)]

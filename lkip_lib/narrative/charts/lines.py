"""What charts of an indicator share: its targets, how its values are written, its line and its axis."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lkip_lib import numerals
from lkip_lib.display.chart import ACUAN, GARIS, KECIL, KINERJA, TINTA, sumbu
from lkip_lib.narrative.charts.results import angka
from lkip_lib.narrative.isi import Isi
from lkip_lib.numerals.units import family

# A legend in one line, on a telephone, too.
JARAK: Any = {"borderpad": 0, "handlelength": 1.2, "handletextpad": 0.5, "columnspacing": 1.2}


@dataclass(frozen=True, slots=True)
class Tulisan:
    """Hold how the values of an indicator are written: with decimals, as short amounts, or as rungs of a ladder."""

    desimal: int
    uang: bool = False
    jenjang: Mapping[float, str] = field(default_factory=dict)

    def __call__(self, nilai: float, *, ringkas: bool = False) -> str:
        """Write a value; `ringkas` drops zeros at the end of the decimals."""
        if self.uang:
            return numerals.singkat_rupiah(nilai)
        return self.jenjang.get(nilai) or numerals.write(nilai, self.desimal, trim=ringkas)


def tulisan(isi: Isi, kode: str, desimal: int | None = None) -> Tulisan:
    """Tell how the values of an indicator are written; the rungs of a ladder as its documents print them."""
    jenjang = {
        float(b[kolom]): str(b[f"{kolom}_tercetak"])
        for kolom in ("target", "realisasi")
        for b in isi.baris(f"ketik/{kolom}")
        if b["indikator"] == kode and kode in isi.ordinal and angka(b[kolom]) is not None
    }
    return Tulisan(isi.desimal[kode] if desimal is None else desimal, family(isi.satuan[kode]) == "uang", jenjang)


def lambang(isi: Isi, kode: str) -> str:
    """Return the sign behind the values of an indicator in a sentence."""
    return "%" if family(isi.satuan[kode]) == "persen" else ""


class Target(NamedTuple):
    """Hold a target as it is drawn: a value, the one bound that there is, or the bounds of a range."""

    bawah: float
    atas: float
    tercetak: str = ""  # of a bound: its number alone does not say on which side it lies

    def tulis(self, tulisan: Tulisan) -> str:
        """Write it, a range with both bounds."""
        if self.tercetak:
            return self.tercetak
        if self.bawah == self.atas:
            return tulisan(self.bawah)
        return "–".join(tulisan(v, ringkas=True) for v in (self.bawah, self.atas))


def target(b: Mapping[Any, Any]) -> Target | None:
    """Return the target of a typed row; None without one."""
    v, bawah, atas = (angka(b[k]) for k in ("target", "target_bawah", "target_atas"))
    if v is not None:
        return Target(v, v)
    if bawah is not None and atas is not None:
        return Target(bawah, atas)
    batas = atas if bawah is None else bawah
    return None if batas is None else Target(batas, batas, str(b["target_tercetak"]))


def lukis_tahun(
    ax: Axes, x: list[float], nilai: Sequence[float | None], target: Sequence[Target | None], tulisan: Tulisan
) -> None:
    """Draw realisasi as a line that breaks where there is none, targets as short black bars, each with its number."""
    lebar = 0.32
    for p, t in zip(x, target, strict=True):
        if t and t.bawah == t.atas:
            ax.plot([p - lebar, p + lebar], [t.bawah, t.bawah], color=TINTA, linewidth=2, zorder=2)
        elif t:
            ax.bar(p, t.atas - t.bawah, 2 * lebar, t.bawah, color=GARIS, edgecolor=TINTA, zorder=1.5)
    kosong = [math.nan if v is None else v for v in nilai]
    if any(v is not None for v in nilai):
        ax.plot(x, kosong, color=KINERJA, marker="o", linewidth=2, zorder=3)
    for p, v, batas in zip(x, nilai, target, strict=True):
        di_atas = v is None or batas is None or v >= (batas.bawah + batas.atas) / 2
        if v is not None:
            _angka(ax, p, v, tulisan(v), di_atas, KINERJA)
        if batas:
            # A range keeps its number outside of itself, where the line cannot run through it.
            naik = v is not None and not di_atas
            _angka(ax, p, batas.atas if naik else batas.bawah, batas.tulis(tulisan), naik, TINTA)
    semua = [v for v in (*nilai, *(b for t in target if t for b in (t.bawah, t.atas))) if v is not None]
    ruang = 0.28 * (max(semua) - min(semua)) or max(1.0 if tulisan.desimal == 0 else 0.0, 0.05 * abs(semua[0])) or 1.0
    ax.set_ylim(min(semua) - ruang, max(semua) + ruang)
    ax.grid(axis="x", visible=False)


def legenda(ax: Axes, *, bertarget: bool, terukur: bool, pembanding: bool = False) -> None:
    """Name the marks where there are two kinds of them or more, above the drawing."""
    tanda = []
    if terukur:
        tanda.append(Line2D([], [], color=KINERJA, marker="o", label="realisasi"))
    if bertarget:
        tanda.append(Line2D([], [], color=TINTA, linewidth=2, label="target"))
    if pembanding:
        gaya: Any = {"linestyle": "", "marker": "D", "markerfacecolor": "none", "color": ACUAN}
        tanda.append(Line2D([], [], label="pembanding", **gaya))
    if len(tanda) > 1:
        ax.legend(handles=tanda, frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(-0.02, 1.0), **JARAK)


def awal_sumbu(ax: Axes, tulisan: Tulisan) -> str:
    """Say where the axis begins, unless it begins at zero or has rungs instead of numbers."""
    tanda = [t for t in ax.get_yticks() if ax.get_ylim()[0] <= t <= ax.get_ylim()[1]]
    if tulisan.jenjang or not tanda or min(tanda) == 0:
        return ""
    return f"; sumbu mulai dari {tulisan(min(tanda), ringkas=True)}"


def _angka(ax: Axes, x: float, y: float, teks: str, di_atas: bool, warna: str) -> None:
    letak: Any = {"ha": "center", "va": "bottom" if di_atas else "top", "textcoords": "offset points"}
    ax.annotate(teks, (x, y), (0, 6 if di_atas else -6), color=warna, fontsize=KECIL, zorder=5, **letak)


def sumbu_tegak(ax: Axes, tulisan: Tulisan) -> None:
    """Put ticks on the axis: whole ones for what is counted, none below zero where nothing is."""
    bawah, atas = ax.get_ylim()
    if tulisan.jenjang:
        tingkat = {v: nama for v, nama in sorted(tulisan.jenjang.items()) if bawah <= v <= atas}
        ax.set_yticks([*tingkat], [*tingkat.values()])
        return
    tanda = [
        t
        for t in MaxNLocator(6, integer=tulisan.desimal == 0, steps=[1, 2, 5, 10]).tick_values(bawah, atas)
        if bawah <= t <= atas
    ]
    if not any(float(v) < 0 for garis in ax.get_lines() for v in np.asarray(garis.get_ydata(), dtype=float)):
        tanda = [t for t in tanda if t >= 0]
    jarak = min((b - a for a, b in pairwise(tanda)), default=1.0)
    ax.set_yticks(tanda)
    if tulisan.uang:
        ax.yaxis.set_major_formatter(FuncFormatter(lambda nilai, _: tulisan(nilai)))
        return
    ax.yaxis.set_major_formatter(sumbu(next((d for d in range(5) if abs(round(jarak, d) - jarak) < 1e-9), 4)))

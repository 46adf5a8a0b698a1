"""Charts of an indicator through time: its years with targets and benchmarks, and the quarters of this year."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, HIJAU, JINGGA, MERAH, kanvas, simpan, sumbu
from lkip_lib.display.chart_sheet import renggang
from lkip_lib.inputs.agreement import PK, menurut, versi
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.isi import DOKUMEN, Isi
from lkip_lib.places import TRIWULAN

_PEMBANDING = {
    "kabupaten": ("Kabupaten", "#6A51A3", "s"),
    "kota": ("Kota", "#8C6D31", "v"),
    "provinsi": ("Provinsi", MERAH, "^"),
    "nasional": ("Nasional", HIJAU, "D"),
}
_TRIWULAN = dict(zip(PERIODE[1:], TRIWULAN[1:], strict=True))
_HALO = [withStroke(linewidth=3, foreground="white")]


class Target(NamedTuple):
    """Hold a target as it is drawn: a value, or the bounds of a range."""

    bawah: float
    atas: float

    def tulis(self, desimal: int) -> str:
        """Write it, a range with both bounds."""
        if self.bawah == self.atas:
            return numerals.write(self.bawah, desimal)
        return "–".join(numerals.write(v, desimal, trim=True) for v in (self.bawah, self.atas))


@bagan
def tren(isi: Isi, kode: str | None = None) -> Bagan | None:
    """Draw the years of an indicator (the one with the longest history), its targets and its benchmarks."""
    semua = isi.frames["riwayat"]
    sendiri = semua[(semua["lingkup"] == "instansi") & semua["realisasi"].notna()]
    if kode is None:
        kode = str(sendiri["kode"].value_counts(sort=True).index[0]) if len(sendiri) else ""
    nilai = _nilai(semua, kode, "instansi")
    if len(nilai) < 2 or kode not in isi.nama_indikator or kode in isi.ordinal:
        return None  # a ladder has no axis of numbers: the table says it better
    target = _target_tahun(isi, kode)
    tahun = list(range(min({*nilai, *target}), max({*nilai, *target}) + 1))
    banding = {k: v for k in _PEMBANDING if (v := _nilai(semua, kode, k))}
    desimal = isi.desimal[kode]
    with kanvas(tinggi=2.9) as (gambar, ax):
        _lukis(ax, [*map(float, tahun)], [nilai.get(t) for t in tahun], [target.get(t) for t in tahun], desimal)
        _pembanding(ax, banding, desimal, tahun, nilai)
        beda = _selisih(semua, kode)
        ax.set_xticks(tahun, [f"{t}\nberselisih" if t in beda else str(t) for t in tahun])
        ax.set_xlim(tahun[0] - 0.5, tahun[-1] + (1.0 * max(1, len(tahun) / 5) if banding else 0.5))
        _sumbu_tegak(ax, desimal)
        ax.legend(frameon=False, ncols=4, loc="lower left", bbox_to_anchor=(-0.02, 1.0))
        ucap = [f"realisasi {_deret(nilai, desimal)}"]
        ucap += ["target " + ", ".join(f"{t} {v.tulis(desimal)}" for t, v in sorted(target.items()))] if target else []
        ucap += [f"{k} {_deret(v, desimal)}" for k, v in banding.items()]
        ucap += [f"tahun {t} dinyatakan berselisih" for t in sorted(beda)]
        judul = f"{isi.nama_indikator[kode]}, {tahun[0]}–{tahun[-1]}"
        return simpan(gambar, judul, f"Diagram garis: {'; '.join(ucap)}.")


def _deret(nilai: dict[int, float], desimal: int) -> str:
    return ", ".join(f"{t} {numerals.write(v, desimal)}" for t, v in sorted(nilai.items()))


def _nilai(semua: pd.DataFrame, kode: str, lingkup: str) -> dict[int, float]:
    """Return the years that have one value; a year with two different ones has none."""
    milik = semua[(semua["kode"] == kode) & (semua["lingkup"] == lingkup) & semua["realisasi"].notna()]
    per_tahun = milik.groupby("tahun")["realisasi"].agg(["nunique", "first"])
    return {int(t): float(v) for t, n, v in per_tahun.itertuples() if n == 1}


def _selisih(semua: pd.DataFrame, kode: str) -> set[int]:
    """Return the years whose realisasi is stated with different values and so has none."""
    milik = semua[(semua["kode"] == kode) & (semua["lingkup"] == "instansi")]
    ganda = milik.groupby("tahun")["realisasi"].nunique() > 1
    kosong = milik[milik["realisasi"].isna() & (milik["berselisih"].fillna("").astype(str) != "")]
    return {int(t) for t in [*ganda.index[ganda], *kosong["tahun"]]}


def _target_tahun(isi: Isi, kode: str) -> dict[int, Target]:
    """Return the targets in use: those of the history, and the ranges, which have no single number there."""
    milik = isi.frames["riwayat"]
    milik = milik[(milik["kode"] == kode) & (milik["lingkup"] == "instansi")]
    hasil = {int(t): Target(v, v) for t, v in zip(milik["tahun"], milik["target"], strict=True) if v == v}
    semua = isi.frames["ketik/target"]
    pakai = (semua["indikator"] == kode) & (semua["periode"] == "tahunan")
    for b in menurut(semua[pakai], isi.params.dokumen_target).to_dict("records"):
        if b["jenis"] == "perubahan":  # a change is not on the same axis as the value
            hasil.pop(int(b["tahun"]), None)
        elif (r := _sasaran(b)) and r.bawah != r.atas and int(b["tahun"]) in set(milik["tahun"]):
            hasil[int(b["tahun"])] = r
    return hasil


def _sasaran(b: dict[Any, Any]) -> Target | None:
    v, bawah, atas = (angka(b[k]) for k in ("target", "target_bawah", "target_atas"))
    if v is not None:
        return Target(v, v)
    return Target(bawah, atas) if bawah is not None and atas is not None else None


def _lukis(
    ax: Axes, x: list[float], nilai: Sequence[float | None], target: Sequence[Target | None], desimal: int
) -> None:
    """Draw realisasi as a line that breaks where there is none, targets as bars, each with its number."""
    lebar = 0.32
    ada = [(p, t) for p, t in zip(x, target, strict=True) if t]
    for i, (p, t) in enumerate(ada):
        nama = "Target" if i == 0 else "_"
        if t.bawah == t.atas:
            ax.plot([p - lebar, p + lebar], [t.bawah, t.bawah], color=JINGGA, linewidth=3, label=nama, zorder=2)
        else:
            ax.bar(p, t.atas - t.bawah, 2 * lebar, t.bawah, color="#FBE7BF", edgecolor=JINGGA, label=nama, zorder=1.5)
    kosong = [math.nan if v is None else v for v in nilai]
    if any(v is not None for v in nilai):
        ax.plot(x, kosong, color=BIRU, marker="o", linewidth=2, label="Realisasi", zorder=3)
    for p, v, batas in zip(x, nilai, target, strict=True):
        di_atas = v is None or batas is None or v >= (batas.bawah + batas.atas) / 2
        if v is not None:
            _angka(ax, p, v, numerals.write(v, desimal), di_atas, BIRU)
        if batas:
            # A range keeps its number outside of itself, where the line cannot run through it.
            naik = v is not None and not di_atas
            _angka(ax, p, batas.atas if naik else batas.bawah, batas.tulis(desimal), naik, "#8A5F00")
    semua = [v for v in (*nilai, *(b for t in target if t for b in t)) if v is not None]
    ruang = 0.28 * (max(semua) - min(semua)) or max(1.0 if desimal == 0 else 0.0, 0.05 * abs(semua[0])) or 1.0
    ax.set_ylim(min(semua) - ruang, max(semua) + ruang)
    ax.grid(axis="x", visible=False)


def _angka(ax: Axes, x: float, y: float, teks: str, di_atas: bool, warna: str) -> None:
    letak: Any = {"ha": "center", "va": "bottom" if di_atas else "top", "textcoords": "offset points"}
    ax.annotate(teks, (x, y), (0, 6 if di_atas else -6), color=warna, fontsize=8, path_effects=_HALO, zorder=5, **letak)


def _pembanding(
    ax: Axes, banding: dict[str, dict[int, float]], desimal: int, tahun: list[int], nilai: dict[int, float]
) -> None:
    """Draw the benchmarks; the last of each is named at the right edge, beyond everything else."""
    akhir = [(k, max(v), v[max(v)]) for k, v in banding.items()]
    for k, v in banding.items():
        nama, warna, tanda = _PEMBANDING[k]
        titik = sorted(v.items())
        # Moved aside, so that it does not lie on realisasi.
        ax.plot([t + 0.42 * (len(titik) == 1) for t, _ in titik], [y for _, y in titik], tanda, color=warna, label=nama)
    if not akhir:
        return
    bawah, atas = _rentang(ax, [*nilai.values(), *(y for _, _, y in akhir)])
    ax.set_ylim(bawah, atas)
    letak = renggang([y for _, _, y in akhir], (atas - bawah) * 0.075, bawah, atas)
    for (k, t, y), ke in zip(akhir, letak, strict=True):
        nama, warna, _ = _PEMBANDING[k]
        keterangan = f"{nama} {numerals.write(y, desimal)}" + (f" ({t})" if t != tahun[-1] else "")
        ax.annotate(
            keterangan, (t + 0.42, ke), (7, 0), textcoords="offset points", va="center", fontsize=8, path_effects=_HALO
        )


def _rentang(ax: Axes, nilai: list[float]) -> tuple[float, float]:
    bawah, atas = ax.get_ylim()
    ruang = 0.06 * (max(atas, *nilai) - min(bawah, *nilai))
    return min(bawah, min(nilai) - ruang), max(atas, max(nilai) + ruang)


def _sumbu_tegak(ax: Axes, desimal: int) -> None:
    """Put ticks on the axis: whole ones for what is counted, none below zero where nothing is."""
    bawah, atas = ax.get_ylim()
    tanda = [
        t
        for t in MaxNLocator(6, integer=desimal == 0, steps=[1, 2, 5, 10]).tick_values(bawah, atas)
        if bawah <= t <= atas
    ]
    if not any(float(v) < 0 for garis in ax.get_lines() for v in np.asarray(garis.get_ydata(), dtype=float)):
        tanda = [t for t in tanda if t >= 0]
    jarak = min((b - a for a, b in pairwise(tanda)), default=1.0)
    ax.set_yticks(tanda)
    ax.yaxis.set_major_formatter(sumbu(next((d for d in range(5) if abs(round(jarak, d) - jarak) < 1e-9), 4)))


@bagan
def langkah_triwulan(isi: Isi, kode: str = "") -> Bagan | None:
    """Draw the quarterly targets of an indicator (the first that has them) as steps, with the quarterly realisasi."""
    kode = kode or next((k for k in isi.nama_indikator if _langkah(isi, k)[1]), "")
    dokumen, target, perubahan = _langkah(isi, kode)
    if not target or kode not in isi.nama_indikator:
        return None
    semua = isi.frames["ketik/realisasi"]
    milik = semua[(semua["indikator"] == kode) & (semua["tahun"] == isi.tahun) & (semua["lingkup"] == "instansi")]
    per = {p: milik[milik["periode"] == p]["realisasi"].dropna().unique() for p in _TRIWULAN}
    nilai = {p: float(v[0]) for p, v in per.items() if len(v) == 1}
    if not nilai and len({(t.bawah, t.atas) for t in target.values()}) == 1:
        return None  # the same in every quarter: the table says it better
    # The smallest figures of a target tell how many decimals it needs; trimmed where they are zero.
    desimal = max(isi.desimal[kode], 4 if perubahan else 0)
    with kanvas(tinggi=2.6) as (gambar, ax):
        _lukis(ax, [0.0, 1.0, 2.0, 3.0], [nilai.get(p) for p in _TRIWULAN], [target.get(p) for p in _TRIWULAN], desimal)
        _tangga(ax, [target.get(p) for p in _TRIWULAN])
        ax.set_xticks(range(4), list(_TRIWULAN.values()))
        ax.set_xlim(-0.5, 3.5)
        _sumbu_tegak(ax, desimal)
        ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(-0.02, 1.0))
        ucap = "; ".join(
            f"{nama} target {target[p].tulis(desimal) if p in target else 'belum diisi'}"
            + (f", realisasi {numerals.write(nilai[p], desimal)}" if p in nilai else "")
            for p, nama in _TRIWULAN.items()
        )
        jenis = "Target perubahan" if perubahan else "Target"
        bersama = " dan realisasi" if nilai else ""
        return simpan(
            gambar,
            f"{jenis}{bersama} setiap triwulan tahun {isi.tahun} menurut {DOKUMEN.get(dokumen, dokumen)}: "
            f"{isi.nama_indikator[kode]}",
            f"Diagram langkah: {ucap}.",
        )


def _tangga(ax: Axes, target: list[Target | None]) -> None:
    """Join the targets of neighbouring quarters into steps."""
    for i, (a, b) in enumerate(pairwise(target)):
        if a and b and a.bawah == a.atas and b.bawah == b.atas:
            ax.plot(
                [i + 0.32, i + 0.5, i + 0.5, i + 0.68], [a.atas, a.atas, b.atas, b.atas], color=JINGGA, linewidth=1.2
            )


def _langkah(isi: Isi, kode: str) -> tuple[str, dict[str, Target], bool]:
    """Return the document whose quarterly targets are drawn, the targets, and whether they are changes."""
    semua = isi.frames["ketik/target"]
    milik = semua[(semua["indikator"] == kode) & (semua["tahun"] == isi.tahun) & semua["periode"].isin(list(_TRIWULAN))]
    for dokumen in dict.fromkeys((isi.params.dokumen_target, PK)):
        baris = menurut(milik, dokumen).to_dict("records")
        per = {p: {t for b in baris if b["periode"] == p and (t := _sasaran(b))} for p in _TRIWULAN}
        if target := {p: next(iter(t)) for p, t in per.items() if len(t) == 1}:
            dokumen = versi(b["dokumen"] for b in baris) if dokumen == PK else dokumen
            return dokumen, target, any(b["jenis"] == "perubahan" for b in baris)
    return "", {}, False

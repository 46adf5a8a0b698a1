"""Chart of an indicator through its years, with its targets and benchmarks."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkip_lib.display import Bagan
from lkip_lib.display.chart import ACUAN, KECIL, lukis
from lkip_lib.inputs.agreement import menurut
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.narrative.charts.lines import (
    Target,
    Tulisan,
    awal_sumbu,
    lambang,
    legenda,
    lukis_tahun,
    sumbu_tegak,
    target,
    tulisan,
)
from lkip_lib.narrative.charts.results import bagan, layak, sumber
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import temuan
from lkip_lib.rumus.jenis import berubah, disebut, menurun

_PEMBANDING = {"kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "nasional": "Nasional"}

_RUANG = {False: 0.14, True: 0.38}  # the share of the years' width that the name of a benchmark takes


@bagan
def tren(isi: Isi, kode: str | None = None) -> Bagan | None:
    """Draw the years of an indicator (the one with the longest history), its targets and its benchmarks."""
    semua = isi.frames["riwayat"]
    sendiri = semua[(semua["lingkup"] == "instansi") & semua["realisasi"].notna()]
    if kode is None:
        kode = str(sendiri["kode"].value_counts(sort=True).index[0]) if len(sendiri) else ""
    nilai = _nilai(semua, kode, "instansi")
    if not layak(nilai.values()) or kode not in isi.nama_indikator or kode in isi.ordinal:
        return None  # a ladder has no axis of numbers: the table says it better
    sasaran = _target_tahun(isi, kode)
    tahun = list(range(min({*nilai, *sasaran}), max({*nilai, *sasaran}) + 1))
    banding = {k: v for k in _PEMBANDING if (v := _nilai(semua, kode, k))}
    tulis, beda, mulai, persen = tulisan(isi, kode), _selisih(semua, kode), "", lambang(isi, kode)

    def melukis(ax: Axes, sempit: bool) -> None:
        nonlocal mulai
        lukis_tahun(ax, [*map(float, tahun)], [nilai.get(t) for t in tahun], [sasaran.get(t) for t in tahun], tulis)
        _pembanding(ax, banding, tulis)
        langkah = 2 if sempit and len(tahun) > 6 else 1
        tampil = tahun[::-langkah][::-1]
        ax.set_xticks(tampil, [f"{t}\nberselisih" if t in beda else str(t) for t in tampil])
        panjang = (len(tahun) + 0.1) * (_RUANG[sempit] if banding else 0)  # for the names of the benchmarks
        ax.set_xlim(tahun[0] - 0.5, tahun[-1] + 0.6 + panjang)
        sumbu_tegak(ax, tulis)
        legenda(ax, bertarget=bool(sasaran), terukur=True, pembanding=bool(banding))
        mulai = awal_sumbu(ax, tulis)

    svg, kecil = lukis(melukis, 2.9)
    ucap = [f"realisasi {_deret(nilai, tulis)}"]
    ucap += ["target " + ", ".join(f"{t} {v.tulis(tulis)}" for t, v in sorted(sasaran.items()))] if sasaran else []
    ucap += [f"{k} {_deret(v, tulis)}" for k, v in banding.items()]
    ucap += [f"tahun {t} dinyatakan berselisih" for t in sorted(beda)]
    return Bagan(
        temuan.gerak(isi.nama_indikator[kode], nilai, lambda v: tulis(v) + persen, _tercapai(isi, kode, nilai)),
        f"Diagram garis: {'; '.join(ucap)}.",
        svg,
        kecil,
        satuan=f"{isi.satuan[kode]}, {tahun[0]}–{tahun[-1]}{_arah(isi, kode)}{mulai}",
        sumber=sumber(
            b
            for b in isi.baris("ketik/realisasi")
            if (b["indikator"], b["periode"]) == (kode, TAHUNAN) and b["tahun"] in tahun
        ),
    )


def _tercapai(isi: Isi, kode: str, nilai: dict[int, float]) -> str:
    """Tell whether this year's target was met; "" where that is not settled or not known."""
    pasti = max(nilai) == isi.tahun and kode not in isi.goyah.get(isi.params.dokumen_target, set())
    milik = next(b for b in isi.baris("indikator") if b["kode"] == kode)
    return str(milik["tercapai"] or "") if pasti else ""


def _arah(isi: Isi, kode: str) -> str:
    kartu = next(b for b in isi.baris("ketik/indikator") if b["kode"] == kode)
    return "; makin rendah makin baik" if menurun(kartu["arah"]) else ""


def _deret(nilai: dict[int, float], tulis: Tulisan) -> str:
    return ", ".join(f"{t} {tulis(v)}" for t, v in sorted(nilai.items()))


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
    """Return the targets in use: those of the history, and the ranges and bounds, which have no single number there."""
    milik = isi.frames["riwayat"]
    milik = milik[(milik["kode"] == kode) & (milik["lingkup"] == "instansi")]
    hasil = {int(t): Target(v, v) for t, v in zip(milik["tahun"], milik["target"], strict=True) if v == v}
    semua = isi.frames["ketik/target"]
    pakai = (semua["indikator"] == kode) & (semua["periode"] == "tahunan")
    for b in menurut(semua[pakai], isi.params.dokumen_target).to_dict("records"):
        if disebut(berubah, b["jenis"]):  # a change is not on the same axis as the value
            hasil.pop(int(b["tahun"]), None)
        elif (r := target(b)) and (r.tercetak or r.bawah != r.atas) and int(b["tahun"]) in set(milik["tahun"]):
            hasil[int(b["tahun"])] = r
    return hasil


def _pembanding(ax: Axes, banding: dict[str, dict[int, float]], tulis: Tulisan) -> None:
    """Draw the benchmarks as open diamonds in their years; the last of each is named beside it."""
    for k, v in banding.items():
        titik = sorted(v.items())
        ax.plot([t for t, _ in titik], [y for _, y in titik], "D", color=ACUAN, markerfacecolor="none", zorder=2)
        t, y = titik[-1]
        keterangan = f"{_PEMBANDING[k]} {tulis(y)}"
        letak: Any = {"textcoords": "offset points", "ha": "left", "va": "center"}
        ax.annotate(keterangan, (t + 0.36, y), (2, 0), color=ACUAN, fontsize=KECIL, zorder=5, **letak)
    semua = [y for v in banding.values() for y in v.values()]
    if semua:
        bawah, atas = ax.get_ylim()
        ruang = 0.1 * (max(atas, *semua) - min(bawah, *semua))
        ax.set_ylim(min(bawah, min(semua) - ruang), max(atas, max(semua) + ruang))

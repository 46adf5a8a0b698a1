"""Chart of an indicator through its years, with its targets and benchmarks."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkip_lib.display import Bagan
from lkip_lib.display.chart import HIJAU, MERAH, kanvas, simpan
from lkip_lib.display.chart_sheet import renggang
from lkip_lib.inputs.agreement import menurut
from lkip_lib.narrative.charts import bagan
from lkip_lib.narrative.charts_lines import HALO, Target, Tulisan, lukis, sumbu_tegak, target, tulisan
from lkip_lib.narrative.isi import Isi
from lkip_lib.rumus.jenis import berubah, disebut

_PEMBANDING = {
    "kabupaten": ("Kabupaten", "#6A51A3", "s"),
    "kota": ("Kota", "#8C6D31", "v"),
    "provinsi": ("Provinsi", MERAH, "^"),
    "nasional": ("Nasional", HIJAU, "D"),
}


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
    sasaran = _target_tahun(isi, kode)
    tahun = list(range(min({*nilai, *sasaran}), max({*nilai, *sasaran}) + 1))
    banding = {k: v for k in _PEMBANDING if (v := _nilai(semua, kode, k))}
    tulis = tulisan(isi, kode)
    with kanvas(tinggi=2.9) as (gambar, ax):
        lukis(ax, [*map(float, tahun)], [nilai.get(t) for t in tahun], [sasaran.get(t) for t in tahun], tulis)
        _pembanding(ax, banding, tulis, tahun, nilai)
        beda = _selisih(semua, kode)
        ax.set_xticks(tahun, [f"{t}\nberselisih" if t in beda else str(t) for t in tahun])
        ax.set_xlim(tahun[0] - 0.5, tahun[-1] + (1.0 * max(1, len(tahun) / 5) if banding else 0.5))
        sumbu_tegak(ax, tulis)
        ax.legend(frameon=False, ncols=4, loc="lower left", bbox_to_anchor=(-0.02, 1.0))
        ucap = [f"realisasi {_deret(nilai, tulis)}"]
        ucap += ["target " + ", ".join(f"{t} {v.tulis(tulis)}" for t, v in sorted(sasaran.items()))] if sasaran else []
        ucap += [f"{k} {_deret(v, tulis)}" for k, v in banding.items()]
        ucap += [f"tahun {t} dinyatakan berselisih" for t in sorted(beda)]
        judul = f"{isi.nama_indikator[kode]}, {tahun[0]}–{tahun[-1]}"
        return simpan(gambar, judul, f"Diagram garis: {'; '.join(ucap)}.")


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


def _pembanding(
    ax: Axes, banding: dict[str, dict[int, float]], tulis: Tulisan, tahun: list[int], nilai: dict[int, float]
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
        keterangan = f"{nama} {tulis(y)}" + (f" ({t})" if t != tahun[-1] else "")
        ax.annotate(
            keterangan, (t + 0.42, ke), (7, 0), textcoords="offset points", va="center", fontsize=8, path_effects=HALO
        )


def _rentang(ax: Axes, nilai: list[float]) -> tuple[float, float]:
    bawah, atas = ax.get_ylim()
    ruang = 0.06 * (max(atas, *nilai) - min(bawah, *nilai))
    return min(bawah, min(nilai) - ruang), max(atas, max(nilai) + ruang)

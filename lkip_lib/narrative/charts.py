"""The charts of the report, one function each; each says in words what it shows."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import ABU, BIRU, HIJAU, JINGGA, MERAH, TINTA, kanvas, simpan, sumbu
from lkip_lib.narrative.isi import Isi

# A chart without anything to show is not drawn.
BAGAN: dict[str, Callable[[Isi], Bagan | None]] = {}


def bagan(fungsi: Callable[[Isi], Bagan | None]) -> Callable[[Isi], Bagan | None]:
    """Enter a chart into the list by the name of its function."""
    BAGAN[fungsi.__name__] = fungsi
    return fungsi


def _lipat(teks: str, lebar: int = 34) -> str:
    return textwrap.fill(teks, lebar)


@bagan
def capaian_indikator(isi: Isi) -> Bagan | None:
    """Draw the unbounded capaian of every indicator against 100 %."""
    baris = [b for b in isi.baris("indikator") if b["capaian_mentah_persen"] == b["capaian_mentah_persen"]][::-1]
    if not baris:
        return None
    nilai = [b["capaian_mentah_persen"] for b in baris]
    ambang = isi.params.ambang_tercapai
    with kanvas(tinggi=1.1 + 0.55 * len(baris)) as (gambar, ax):
        warna = [BIRU if round(v, 9) >= ambang else MERAH for v in nilai]
        ax.barh(range(len(baris)), nilai, color=warna, height=0.55)
        ax.axvline(ambang, color=TINTA, linewidth=1.2)
        ax.text(ambang, len(baris) - 0.42, "target", ha="center", va="bottom", fontsize=8)
        for i, v in enumerate(nilai):
            banding = f"{_tulis(isi, baris[i], 'realisasi')} dari {_tulis(isi, baris[i], 'target')}"
            ax.text(max(v, ambang) + 2, i, f"{numerals.persen(v)}\n{banding}", va="center", fontsize=8)
        ax.set_yticks(range(len(baris)), [_lipat(b["nama"]) for b in baris])
        ax.set_xlim(min(0, *nilai), max(ambang, *nilai) * 1.3)
        ax.xaxis.set_major_formatter(sumbu(0, "%"))
        ax.grid(axis="y", visible=False)
        ucap = "; ".join(
            f"{b['nama']} {numerals.persen(b['capaian_mentah_persen'])} "
            f"(realisasi {_tulis(isi, b, 'realisasi')}, target {_tulis(isi, b, 'target')})"
            for b in baris[::-1]
        )
        return simpan(
            gambar,
            f"Realisasi terhadap target tahun {isi.tahun}, capaian sebelum dibatasi",
            f"Diagram batang capaian terhadap garis {numerals.write(ambang, 0)} persen: {ucap}.",
        )


def _tulis(isi: Isi, b: dict[str, Any], kolom: str) -> str:
    return str(isi.indikator(b["kode"], kolom, desimal=isi.desimal[b["kode"]], ringkas=True))


@bagan
def tren(isi: Isi) -> Bagan | None:
    """Draw the years of the indicator with the longest history, its targets and the national value."""
    semua = isi.frames["riwayat"]
    sendiri = semua[(semua["lingkup"] == "instansi") & semua["realisasi"].notna()]
    if not len(sendiri) or sendiri["kode"].value_counts().iloc[0] < 3:
        return None
    kode = sendiri["kode"].value_counts(sort=True).index[0]
    milik = sendiri[sendiri["kode"] == kode]
    nasional = semua[(semua["kode"] == kode) & (semua["lingkup"] == "nasional") & semua["realisasi"].notna()]
    nama = isi.nama_indikator[kode]
    with kanvas() as (gambar, ax):
        tahun = milik["tahun"].astype(int).tolist()
        ax.plot(tahun, milik["realisasi"], color=BIRU, marker="o", linewidth=2, label="Realisasi")
        for t, v in zip(tahun, milik["realisasi"], strict=True):
            ax.annotate(numerals.write(v, isi.desimal[kode]), (t, v), (0, 8), textcoords="offset points", ha="center")
        target = milik[milik["target"].notna()]
        if len(target):
            ax.plot(target["tahun"].astype(int), target["target"], "s", color=JINGGA, label="Target")
        if len(nasional):
            ax.plot(nasional["tahun"].astype(int), nasional["realisasi"], "D", color=HIJAU, label="Nasional")
        ax.set_xticks(tahun)
        ax.margins(x=0.08, y=0.25)
        ax.yaxis.set_major_formatter(sumbu(0))
        ax.legend(frameon=False, ncols=3, loc="upper left", bbox_to_anchor=(0, -0.1))
        ucap = "; ".join(f"{t} {numerals.write(v, 2)}" for t, v in zip(tahun, milik["realisasi"], strict=True))
        banding = "".join(
            f"; nasional {t} {numerals.write(v, 2)}"
            for t, v in zip(nasional["tahun"], nasional["realisasi"], strict=True)
        )
        return simpan(gambar, f"{nama}, {tahun[0]}–{tahun[-1]}", f"Garis realisasi: {ucap}{banding}.")


@bagan
def serapan_program(isi: Isi) -> Bagan | None:
    """Draw pagu and realisasi of every program, and what the programs leave unexplained."""
    baris = [b for b in isi.baris("anggaran") if b["tingkat"] == "program" and not _kosong(b)][::-1]
    if not baris:
        return None
    pagu = np.array([float(b["pagu_rp"]) for b in baris]) / 1e9
    realisasi = np.array([float(b["realisasi_rp"]) for b in baris]) / 1e9
    with kanvas(tinggi=1.2 + 0.55 * len(baris)) as (gambar, ax):
        ax.barh(range(len(baris)), pagu, color="#DDE3EA", height=0.6, label="Pagu")
        ax.barh(range(len(baris)), realisasi, color=BIRU, height=0.32, label="Realisasi")
        for i, b in enumerate(baris):
            ax.text(pagu[i] + pagu.max() * 0.01, i, numerals.persen(b["serapan_persen"]), va="center")
        ax.set_yticks(range(len(baris)), [_lipat(f"{b['kode']}. {b['nama']}") for b in baris])
        ax.set_xlim(0, pagu.max() * 1.14)
        ax.set_xlabel("miliar rupiah")
        ax.xaxis.set_major_formatter(sumbu(0))
        ax.grid(axis="y", visible=False)
        ax.legend(frameon=False, ncols=2, loc="lower right")
        ucap = "; ".join(f"{b['kode']} {numerals.persen(b['serapan_persen'])}" for b in baris[::-1])
        sisa = _residu(isi)
        if sisa:
            ax.text(0, -0.3, sisa.strip(), transform=ax.transAxes, fontsize=8)
        return simpan(gambar, f"Pagu dan realisasi program tahun {isi.tahun}", f"Serapan setiap program: {ucap}.{sisa}")


def _residu(isi: Isi) -> str:
    """Say what the programs leave unexplained of the agency's figures."""
    akar = isi.akar or {}
    beda = [(n, akar.get(f"residu_{n}_rp")) for n in ("pagu", "realisasi")]
    sebut = [f"{n} {numerals.rupiah(r)}" for n, r in beda if r is not None and r == r and r != 0]
    return f" Belum terurai dalam program: {' dan '.join(sebut)}." if sebut else ""


def _kosong(b: dict[str, object]) -> bool:
    pagu, realisasi = b["pagu_rp"], b["realisasi_rp"]
    return not (isinstance(pagu, int | float) and isinstance(realisasi, int | float) and pagu > 0)


@bagan
def capaian_serapan(isi: Isi) -> Bagan | None:
    """Draw capaian against absorption of every sasaran."""
    baris = [
        b
        for b in isi.baris("efisiensi")
        if b["capaian_persen"] * b["serapan_persen"] == b["capaian_persen"] * b["serapan_persen"]
    ]
    if not baris:
        return None
    with kanvas(lebar=5.4, tinggi=3.8) as (gambar, ax):
        for b in baris:
            warna = HIJAU if b["tingkat_efisiensi"] == "Efisien" else MERAH
            ax.plot(b["serapan_persen"], b["capaian_persen"], "o", color=warna, markersize=9)
            ax.annotate(b["sasaran"], (b["serapan_persen"], b["capaian_persen"]), (8, -3), textcoords="offset points")
        atas = max(105.0, *(b["capaian_persen"] for b in baris), *(b["serapan_persen"] for b in baris)) + 3
        ax.plot([0, atas], [0, atas], color=ABU, linestyle="--", linewidth=1)
        ax.text(atas * 0.52, atas * 0.46, "capaian = serapan", color=TINTA, fontsize=8, rotation=38)
        ax.set(xlim=(0, atas), ylim=(0, atas), xlabel="Serapan anggaran", ylabel="Capaian kinerja")
        ax.xaxis.set_major_formatter(sumbu(0, "%"))
        ax.yaxis.set_major_formatter(sumbu(0, "%"))
        ucap = "; ".join(
            f"{b['sasaran']} capaian {numerals.persen(b['capaian_persen'])}, "
            f"serapan {numerals.persen(b['serapan_persen'])}, {b['tingkat_efisiensi']}"
            for b in baris
        )
        return simpan(gambar, f"Capaian dan serapan setiap sasaran tahun {isi.tahun}", f"Diagram titik: {ucap}.")

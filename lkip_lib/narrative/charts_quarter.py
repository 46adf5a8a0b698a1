"""Charts of a year's quarters: an indicator's targets and realisasi, and the money planned and spent."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.axes import Axes

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, JINGGA, kanvas, simpan, sumbu
from lkip_lib.inputs.agreement import PK, menurut, versi
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.charts_lines import Target, lukis, sumbu_tegak, target, tulisan
from lkip_lib.narrative.isi import DOKUMEN, Isi
from lkip_lib.places import TRIWULAN
from lkip_lib.rumus.jenis import berubah, disebut

_TRIWULAN = dict(zip(PERIODE[1:], TRIWULAN[1:], strict=True))


@bagan
def serapan_triwulan(isi: Isi) -> Bagan | None:
    """Draw the agency's absorption to the end of each quarter beside its plan."""
    akar = isi.akar["kode"] if isi.akar else ""
    milik = {b["triwulan"]: b for b in isi.baris("kas") if b["kode"] == akar}
    garis = {
        nama: {n: v for n, b in milik.items() if (v := angka(b[kolom])) is not None}
        for nama, kolom in (("Rencana", "rencana_persen"), ("Realisasi", "serapan_persen"))
    }
    if not garis["Realisasi"]:
        return None
    with kanvas(tinggi=2.6) as (gambar, ax):
        for (nama, isinya), warna, gaya, geser in zip(
            garis.items(), (JINGGA, BIRU), ("--s", "-o"), (1, -1), strict=True
        ):
            ax.plot([*isinya], [*isinya.values()], gaya, color=warna, label=nama, linewidth=1.8, markersize=5)
            for n, v in isinya.items():
                # The higher of two labels stands above its point, the lower below, so that they never meet.
                lain = garis["Realisasi" if nama == "Rencana" else "Rencana"].get(n)
                arah = geser if lain is None or lain == v else (1 if v > lain else -1)
                ax.annotate(
                    numerals.persen(v), (n, v), (0, 7 * arah), textcoords="offset points", ha="center",
                    va="bottom" if arah > 0 else "top", fontsize=8, color=warna if nama == "Realisasi" else "#8A5A00",
                )  # fmt: skip
        ax.set_xticks(range(1, 5), TRIWULAN[1:])
        ax.set_xlim(0.6, 4.4)
        ax.set_ylim(0, max(100.0, *(v * 1.12 for isinya in garis.values() for v in isinya.values())))
        ax.yaxis.set_major_formatter(sumbu(0))
        ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(-0.02, 1.0))
        ucap = "; ".join(
            f"{TRIWULAN[n]} "
            + ", ".join(f"{nama.lower()} {numerals.persen(v[n])}" for nama, v in garis.items() if n in v)
            for n in milik
        )
        return simpan(
            gambar,
            f"Serapan anggaran sampai setiap triwulan tahun {isi.tahun} terhadap rencana (persen pagu)",
            f"Diagram garis: {ucap}.",
        )


@bagan
def langkah_triwulan(isi: Isi, kode: str = "") -> Bagan | None:
    """Draw the quarterly targets of an indicator (the first that has them) as steps, with the quarterly realisasi."""
    kode = kode or next((k for k in isi.nama_indikator if _langkah(isi, k)[1]), "")
    dokumen, sasaran, perubahan = _langkah(isi, kode)
    if not sasaran or kode not in isi.nama_indikator:
        return None
    semua = isi.frames["ketik/realisasi"]
    milik = semua[(semua["indikator"] == kode) & (semua["tahun"] == isi.tahun) & (semua["lingkup"] == "instansi")]
    per = {p: milik[milik["periode"] == p]["realisasi"].dropna().unique() for p in _TRIWULAN}
    nilai = {p: float(v[0]) for p, v in per.items() if len(v) == 1}
    if not nilai and len({(t.bawah, t.atas) for t in sasaran.values()}) == 1:
        return None  # the same in every quarter: the table says it better
    # The smallest figures of a target tell how many decimals it needs; trimmed where they are zero.
    tulis = tulisan(isi, kode, max(isi.desimal[kode], 4 if perubahan else 0))
    with kanvas(tinggi=2.6) as (gambar, ax):
        lukis(ax, [0.0, 1.0, 2.0, 3.0], [nilai.get(p) for p in _TRIWULAN], [sasaran.get(p) for p in _TRIWULAN], tulis)
        _tangga(ax, [sasaran.get(p) for p in _TRIWULAN])
        ax.set_xticks(range(4), list(_TRIWULAN.values()))
        ax.set_xlim(-0.5, 3.5)
        sumbu_tegak(ax, tulis)
        ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(-0.02, 1.0))
        ucap = "; ".join(
            f"{nama} target {sasaran[p].tulis(tulis) if p in sasaran else 'belum diisi'}"
            + (f", realisasi {tulis(nilai[p])}" if p in nilai else "")
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


def _tangga(ax: Axes, sasaran: list[Target | None]) -> None:
    """Join the targets of neighbouring quarters into steps."""
    for i, (a, b) in enumerate(pairwise(sasaran)):
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
        per = {p: {t for b in baris if b["periode"] == p and (t := target(b))} for p in _TRIWULAN}
        if sasaran := {p: next(iter(t)) for p, t in per.items() if len(t) == 1}:
            dokumen = versi(b["dokumen"] for b in baris) if dokumen == PK else dokumen
            return dokumen, sasaran, any(disebut(berubah, b["jenis"]) for b in baris)
    return "", {}, False

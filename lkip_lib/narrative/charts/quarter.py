"""Charts of a year's quarters: an indicator's targets and realisasi, and the money planned and spent."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.axes import Axes

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import KECIL, TINTA, UANG, lukis, sumbu
from lkip_lib.inputs.agreement import PK, menurut, versi
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.narrative.charts.lines import (
    JARAK,
    Target,
    awal_sumbu,
    lambang,
    legenda,
    lukis_tahun,
    sumbu_tegak,
    target,
    tulisan,
)
from lkip_lib.narrative.charts.results import angka, bagan, layak, sumber
from lkip_lib.narrative.isi import DOKUMEN, Isi
from lkip_lib.narrative.kalimat import temuan
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
    if not garis["Realisasi"] or not layak(v for isinya in garis.values() for v in isinya.values()):
        return None

    def melukis(ax: Axes, sempit: bool) -> None:
        for (nama, isinya), warna, gaya in zip(garis.items(), (TINTA, UANG), ("--s", "-o"), strict=True):
            ax.plot([*isinya], [*isinya.values()], gaya, color=warna, label=nama.lower(), linewidth=1.8, markersize=5)
            for n, v in isinya.items():
                # The higher of two labels stands above its point, the lower below, so that they never meet.
                lain = garis["Realisasi" if nama == "Rencana" else "Rencana"].get(n)
                arah = (1 if nama == "Rencana" else -1) if lain is None or lain == v else (1 if v > lain else -1)
                ax.annotate(
                    numerals.persen(v, 1 if sempit else 2), (n, v), (0, 7 * arah), textcoords="offset points",
                    ha="center", va="bottom" if arah > 0 else "top", fontsize=KECIL, color=warna,
                )  # fmt: skip
        nama_triwulan = [t.removeprefix("Triwulan ") if sempit else t for t in TRIWULAN[1:]]
        ax.set_xticks(range(1, 5), nama_triwulan)
        ax.set_xlim(0.5, 4.5)
        ax.set_ylim(0, max(100.0, *(v * 1.12 for isinya in garis.values() for v in isinya.values())))
        ax.yaxis.set_major_formatter(sumbu(0))
        ax.grid(axis="x", visible=False)
        if garis["Rencana"]:
            ax.legend(frameon=False, ncols=2, loc="lower left", bbox_to_anchor=(-0.02, 1.0), **JARAK)

    svg, kecil = lukis(melukis, 2.7)
    ucap = "; ".join(
        f"{TRIWULAN[n]} " + ", ".join(f"{nama.lower()} {numerals.persen(v[n])}" for nama, v in garis.items() if n in v)
        for n in milik
    )
    akhir = max(garis["Realisasi"])
    return Bagan(
        temuan.terhadap_rencana(TRIWULAN[akhir], garis["Realisasi"][akhir], garis["Rencana"].get(akhir)),
        f"Diagram garis: {ucap}.",
        svg,
        kecil,
        satuan=f"Serapan anggaran sampai setiap triwulan tahun {isi.tahun}, persen dari pagu",
        sumber=sumber(b for b in isi.baris("ketik/kas") if b.get("kode") == akar),
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
    deret_nilai, deret_target = [nilai.get(p) for p in _TRIWULAN], [sasaran.get(p) for p in _TRIWULAN]
    if not layak(v for v in (*deret_nilai, *(t and t.atas for t in deret_target)) if v is not None):
        return None
    mulai = ""

    def melukis(ax: Axes, sempit: bool) -> None:
        nonlocal mulai
        lukis_tahun(ax, [0.0, 1.0, 2.0, 3.0], deret_nilai, deret_target, tulis)
        _tangga(ax, deret_target)
        ax.set_xticks(range(4), [n.removeprefix("Triwulan ") if sempit else n for n in _TRIWULAN.values()])
        ax.set_xlim(-0.5, 3.5)
        sumbu_tegak(ax, tulis)
        legenda(ax, bertarget=True, terukur=bool(nilai))
        mulai = awal_sumbu(ax, tulis)

    svg, kecil = lukis(melukis, 2.7)
    ucap = "; ".join(
        f"{nama} target {sasaran[p].tulis(tulis) if p in sasaran else 'belum diisi'}"
        + (f", realisasi {tulis(nilai[p])}" if p in nilai else "")
        for p, nama in _TRIWULAN.items()
    )
    jenis = "Target perubahan" if perubahan else "Target"
    bersama = " dan realisasi" if nilai else ""
    persen = "" if perubahan else lambang(isi, kode)
    tertulis = {_TRIWULAN[p]: sasaran[p].tulis(tulis).removesuffix("%") + persen for p in sorted(sasaran)}
    return Bagan(
        temuan.setiap_triwulan(isi.nama_indikator[kode], _tercapai(isi, kode) if nilai else {}, tertulis),
        f"Diagram langkah: {ucap}.",
        svg,
        kecil,
        satuan=f"{jenis}{bersama} setiap triwulan tahun {isi.tahun} menurut {DOKUMEN.get(dokumen, dokumen)}, "
        f"{isi.satuan[kode]}{mulai}",
    )


def _tercapai(isi: Isi, kode: str) -> dict[str, bool]:
    """Tell of each quarter that is measured whether its target was met."""
    milik = (b for b in isi.baris("triwulan") if b["kode"] == kode and b["tercapai"])
    return {TRIWULAN[b["triwulan"]]: b["tercapai"] == "ya" for b in milik}


def _tangga(ax: Axes, sasaran: list[Target | None]) -> None:
    """Join the targets of neighbouring quarters into steps."""
    for i, (a, b) in enumerate(pairwise(sasaran)):
        if a and b and a.bawah == a.atas and b.bawah == b.atas:
            ax.plot(
                [i + 0.32, i + 0.5, i + 0.5, i + 0.68], [a.atas, a.atas, b.atas, b.atas], color=TINTA, linewidth=0.8
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

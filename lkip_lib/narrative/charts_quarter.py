"""Chart of a year's money by quarter: what was planned and what was spent, as parts of the pagu."""

from __future__ import annotations

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, JINGGA, kanvas, simpan, sumbu
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.isi import Isi
from lkip_lib.places import TRIWULAN


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

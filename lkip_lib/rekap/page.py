"""The page of the roll-up: cards, readiness, everyone under one policy, a chart, and movements since last year."""

from __future__ import annotations

from pathlib import Path

from lkip_lib import numerals
from lkip_lib.display.templating import lingkungan
from lkip_lib.publish.shell import pasang
from lkip_lib.rekap import chart, tables
from lkip_lib.rekap.query import Rekap
from lkip_lib.rekap.words import SATU_KEBIJAKAN, bulat

_TEMPLAT = Path(__file__).parent / "templates"
# More agencies than this are shown as groups; the workbook holds them all.
SEBANYAK = 300


def halaman(rekap: Rekap) -> str:
    """Write the page. The same parts give the same bytes."""
    banyak = rekap.seluruh["n_instansi"] > SEBANYAK
    isi = (
        lingkungan(_TEMPLAT)
        .get_template("rekap.html.j2")
        .render(
            r=rekap,
            bulat=bulat,
            persen=numerals.persen,
            singkat=numerals.singkat_rupiah,
            s=rekap.seluruh,
            siap=sum(rekap.seluruh[k] for k in ("siap", "direviu", "terbit")),
            pemerintah=_pemerintah(rekap),
            satu_kebijakan=SATU_KEBIJAKAN,
            kebijakan=tables.kebijakan(rekap),
            kesiapan=tables.kesiapan(rekap.seluruh),
            belum_siap=tables.belum_siap(rekap),
            perbandingan=tables.kelompok(rekap) if banyak else [tables.instansi(rekap)],
            bagan=chart.kuadran(rekap),
            kelas=tables.kelas(rekap),
            perubahan=None if banyak else tables.perubahan(rekap),
        )
    )
    return pasang(
        isi,
        judul="Rekap kinerja",
        milik=str(rekap.tahun),
        berkas="index.html",
        kaki=f"Rekap kinerja instansi tahun {rekap.tahun}. Jumlah dihitung dari pagu, realisasi, dan indikator setiap "
        "instansi, tidak dari rata-rata persentasenya.",
        skrip=(_TEMPLAT / "rekap.js").read_text(encoding="utf-8"),
    )


def _pemerintah(rekap: Rekap) -> str:
    bernama = [b["nama"] for b in rekap.kelompok("pemerintah") if b["nama"]]
    return bernama[0] if len(bernama) == 1 else f"{bulat(len(bernama))} pemerintah" if bernama else ""

"""The chart of the roll-up: capaian against absorption of every agency, in four quadrants."""

from __future__ import annotations

import math

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart_sheet import SPASI, Lembar
from lkip_lib.display.quadrants import Kuadran, Titik
from lkip_lib.rekap.columns import KUADRAN
from lkip_lib.rekap.query import Rekap
from lkip_lib.rekap.words import bulat

_BERNAMA = 40  # points that carry a number
_KOTAK = 2.0  # the width of the squares that many points are gathered in, in percentage points
_TERBESAR = 0.13  # the radius of the fullest square, in inches


def kuadran(rekap: Rekap) -> Bagan | None:
    """Draw where the agencies stand; many are gathered in squares, the fuller the larger the dot."""
    banyak = sum(rekap.kuadran().values())
    if banyak < 2:  # nothing to compare
        return None
    bernama = banyak <= _BERNAMA
    isi = rekap.titik(0 if bernama else _KOTAK)
    terbanyak = max(b["n"] for b in isi)
    ambang = rekap.bersama.ambang_tercapai
    titik = [
        Titik(
            str(b["nomor"]) if bernama else "",
            b["serapan_persen"],
            b["rata_rata_persen"],
            b["rata_rata_persen"] >= ambang,
            0.065 if bernama else max(0.02, _TERBESAR * math.sqrt(b["n"] / terbanyak)),
        )
        for b in isi
    ]
    lembar = Lembar()
    serapan = rekap.seluruh["serapan_persen"]
    Kuadran(titik, ambang, serapan, "serapan seluruh instansi").lukis(lembar)
    y = 0.3
    for k in KUADRAN:
        lembar.teks(4.5, y, k.capitalize(), tebal=True)
        y = lembar.teks(4.5, y + SPASI, f"{bulat(rekap.kuadran().get(k, 0))} instansi") + 0.12
    arti = (
        "Angka pada titik: nomor dalam tabel."
        if bernama
        else f"Makin banyak instansi dalam {_KOTAK:g} poin, makin besar titiknya."
    )
    lembar.teks(4.5, y + 0.1, arti)
    ucap = "; ".join(f"{k}: {bulat(n)} instansi" for k in KUADRAN if (n := rekap.kuadran().get(k, 0)))
    return lembar.simpan(
        f"Capaian dan serapan {bulat(banyak)} instansi tahun {rekap.tahun}, menurut kebijakan bersama",
        f"Diagram titik dalam empat kuadran: {ucap}. Serapan seluruh instansi {numerals.persen(serapan)}.",
    )

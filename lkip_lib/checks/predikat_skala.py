"""Family predikat: the printed scale itself, whose classes may share a value or leave some in none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.frames import catatan
from lkip_lib.numerals import Reading, read


@periksa(
    "PRE-05",
    keluarga="predikat",
    tingkat="peringatan",
    judul="Skala tercetak tumpang tindih atau bercelah",
    dasar="Setiap nilai berada di tepat satu kelas",
    saran="Cetak batas yang bersambung, misalnya lebih dari 80 sampai 90.",
)
def skala_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Find printed scales whose classes share a value (a warning), or leave values in none (information)."""
    frame = konteks.frames["ketik/tercetak/skala"]
    for nama, milik in frame.groupby("skala", sort=False):
        semua = catatan(milik)
        terbaca = [(b, k) for b in semua if (k := _batas(str(b["nilai"])))]
        terbaca.sort(key=lambda x: -math.inf if x[1].low is None else x[1].low)
        tumpang, celah = [], []  # a class that cannot be read may fill a gap
        for (rendah, bawah), (tinggi, atas) in pairwise(terbaca):
            if bawah.high is None or atas.low is None:
                continue
            pasangan = f'"{rendah["kategori"]}" ({rendah["nilai"]}) dan "{tinggi["kategori"]}" ({tinggi["nilai"]})'
            tanpa_ujung = bawah.strict_high + atas.strict_low
            if bawah.high > atas.low or (bawah.high == atas.low and not tanpa_ujung):
                tumpang.append(pasangan)
            elif len(terbaca) == len(semua) and (bawah.high < atas.low or tanpa_ujung == 2):
                celah.append(pasangan)
        if tumpang or celah:
            kalimat = [f"kelas berbagi batas: {', '.join(tumpang)}"] if tumpang else []
            kalimat += [f"nilai di antara kelas tidak tertampung: {', '.join(celah)}"] if celah else []
            pertama = semua[0]
            isi = "; ".join(str(b["nilai"]) for b in semua)
            sel = {"berkas": "tercetak/skala.csv", "baris": pertama["_baris"], "kolom": "nilai"}
            yield Catatan(
                f"skala.{nama}",
                f"Skala {nama}: {'; '.join(kalimat)}.",
                tingkat=None if tumpang else "informasi",
                sel=sel | {"tercetak": isi, "subjek": nama},
            )


def _batas(teks: str) -> Reading | None:
    """Read the printed bounds of a class, "76 ≤ 90" for 76 to 90 too; None when they cannot be read.

    >>> [(b.low, b.high) for t in ("91 ≤ 100", "<50", "x > 90", "80 - 90") if (b := _batas(t))]
    [(91.0, 100.0), (None, 50.0), (90.0, None), (80.0, 90.0)]
    """
    tanpa_nama = re.sub(r"^[^\W\d_]+\s*(?=[<≤>≥=])", "", teks)
    dua = re.fullmatch(r"(\d[^<≤>≥=]*)([<≤>≥]=?)\s*(\d.*)", tanpa_nama)
    bacaan = read(f"{dua[1]} - {dua[3]}" if dua else tanpa_nama)
    if bacaan.low is None and bacaan.high is None:
        return None
    return replace(bacaan, strict_high=True) if dua and dua[2] == "<" else bacaan

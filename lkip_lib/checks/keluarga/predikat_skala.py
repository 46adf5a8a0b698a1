"""Family predikat: the printed scale itself, whose classes may share a value or leave some in none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.numerals import ANGKA, Reading, read


@periksa(
    "PRE-05",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Skala tercetak tumpang tindih atau bercelah",
    dasar="Setiap nilai berada di tepat satu kelas",
    saran="Cetak batas yang bersambung, misalnya lebih dari 80 sampai 90.",
)
def skala_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Find printed scales whose classes share a value (a warning), leave values in none, or cannot be read."""
    frame = konteks.frames["ketik/tercetak/skala"]
    for nama, milik in frame.groupby("skala", sort=False):
        semua = catatan(milik)
        terbaca = [(b, k) for b in semua if (k := batas_kelas(str(b["nilai"])))]
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
        buta = (b for b in semua if b["nilai"] and not batas_kelas(str(b["nilai"])))
        gelap = [f'"{b["kategori"]}" ({b["nilai"]})' for b in buta]
        if tumpang or celah or gelap:
            kalimat = [f"kelas berbagi batas: {', '.join(tumpang)}"] if tumpang else []
            kalimat += [f"nilai di antara kelas tidak tertampung: {', '.join(celah)}"] if celah else []
            kalimat += [f"batas yang tidak terbaca: {', '.join(gelap)}"] if gelap else []
            pertama = semua[0]
            isi = "; ".join(str(b["nilai"]) for b in semua)
            sel = {"berkas": "tercetak/skala.csv", "baris": pertama["_baris"], "kolom": "nilai"}
            yield Catatan(
                f"skala.{nama}",
                f"Skala {nama}: {'; '.join(kalimat)}.",
                tingkat=None if tumpang else "informasi",
                sel=sel | {"tercetak": isi, "subjek": nama},
            )


def batas_kelas(teks: str) -> Reading | None:
    """Read the printed bounds of a class, "76 ≤ 90" for 76 to 90 too; None when they cannot be read.

    >>> [(b.low, b.high) for t in ("91 ≤ 100", "<50", "x > 90", "80 - 90", "= 100") if (b := batas_kelas(t))]
    [(91.0, 100.0), (None, 50.0), (90.0, None), (80.0, 90.0), (100.0, 100.0)]
    >>> [(b.low, b.high, b.strict_high) for t in ("91-<=100", "71 s/d <85") if (b := batas_kelas(t))]
    [(91.0, 100.0, False), (71.0, 85.0, True)]
    """
    tanpa_nama = re.sub(r"^[^\W\d_]+(?: [^\W\d_]+)*\s*(?=[<≤>≥=])", "", teks)
    bacaan = read(tanpa_nama)
    if bacaan.status != ANGKA and (dua := re.fullmatch(r"(\d[^<≤>≥=]*)([<≤>≥]=?)\s*(\d.*)", tanpa_nama)):
        bacaan = replace(read(f"{dua[1]} - {dua[3]}"), strict_high=dua[2] == "<")
    if bacaan.value is not None:
        return replace(bacaan, low=bacaan.value, high=bacaan.value)
    return bacaan if bacaan.status == ANGKA else None


def memuat(batas: Reading, nilai: float) -> bool:
    """Tell whether a value lies within the printed bounds of a class.

    >>> memuat(batas_kelas("71 s/d <85"), 85), memuat(batas_kelas("> 100"), 101), memuat(batas_kelas("≤50"), 50)
    (False, True, True)
    """
    v = round(nilai, 9)
    bawah = batas.low is None or v > batas.low or (v == batas.low and not batas.strict_low)
    return bawah and (batas.high is None or v < batas.high or (v == batas.high and not batas.strict_high))

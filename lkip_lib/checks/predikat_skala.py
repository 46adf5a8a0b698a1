"""Family predikat: the printed scale itself, whose classes may share a value or leave some in none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.frames import catatan
from lkip_lib.numerals import read


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
        batas = [(b, *_batas(str(b["nilai"]))) for b in catatan(milik)]
        terbaca = sorted((x for x in batas if x[1] is not None or x[2] is not None), key=lambda x: x[1] or -1e9)
        tumpang, celah = [], []
        for rendah, tinggi in pairwise(terbaca):
            atas, bawah = rendah[2], tinggi[1]
            if atas is None or bawah is None:
                continue
            pasangan = (
                f'"{rendah[0]["kategori"]}" ({rendah[0]["nilai"]}) dan "{tinggi[0]["kategori"]}" ({tinggi[0]["nilai"]})'
            )
            if atas > bawah or (atas == bawah and not rendah[3] and not tinggi[3]):
                tumpang.append(pasangan)
            elif atas < bawah:
                celah.append(pasangan)
        if tumpang or celah:
            kalimat = [f"kelas berbagi batas: {', '.join(tumpang)}"] if tumpang else []
            kalimat += [f"nilai di antara kelas tidak tertampung: {', '.join(celah)}"] if celah else []
            pertama = batas[0][0]
            isi = "; ".join(str(x[0]["nilai"]) for x in batas)
            sel = {"berkas": "tercetak/skala.csv", "baris": pertama["_baris"], "kolom": "nilai"}
            yield Catatan(
                f"skala.{nama}",
                f"Skala {nama}: {'; '.join(kalimat)}.",
                tingkat=None if tumpang else "informasi",
                sel=sel | {"tercetak": isi, "subjek": nama},
            )


def _batas(teks: str) -> tuple[float | None, float | None, bool]:
    """Read the printed bounds of a class: low, high, and whether an end is left out.

    >>> _batas("91 ≤ 100"), _batas("<50"), _batas("80 - 90")
    ((91.0, 100.0, False), (None, 50.0, True), (80.0, 90.0, False))
    """
    bacaan = read(teks)
    if bacaan.low is not None or bacaan.high is not None:
        return bacaan.low, bacaan.high, bacaan.strict
    ujung = [read(t).value for t in re.split(r"\s*[≤<>≥=x]+\s*", teks) if t]
    if len(ujung) == 2 and None not in ujung:
        bawah, atas = sorted(u for u in ujung if u is not None)
        return bawah, atas, "<" in teks and "≤" not in teks
    return None, None, False

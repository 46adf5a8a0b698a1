"""Indicators with targets and results of the quarters, and how their values are printed."""

from __future__ import annotations

from benchmarks.ekspor.katalog import INDIKATOR
from benchmarks.ekspor.lembar import Sel
from benchmarks.ekspor.uang import titik


class Nilai:
    def __init__(self, gaya):
        self.gaya = gaya

    def __call__(self, x, satuan, tag=None):
        if x is None:
            return None
        if self.gaya == "angka":
            return Sel(x, None, tag)
        if self.gaya == "persen_format" and satuan in ("Persen", "%"):
            return Sel(round(x / 100, 6), "0.00%", tag)
        if self.gaya == "persen_format":
            return Sel(x, None, tag)
        if float(x) == int(x) and abs(x) >= 1000:
            return Sel(titik(int(x)) if self.gaya != "titik" else str(int(x)), None, tag)
        t = f"{x:.2f}" if float(x) != int(x) else str(int(x))
        if self.gaya in ("koma", "persen"):
            t = t.replace(".", ",")
        if self.gaya == "persen" and satuan in ("Persen", "%"):
            t += "%"
        return Sel(t, None, tag)


def nilai_acak(rng, jenis, arah):
    if jenis == "p":
        return round(rng.uniform(4, 12) if arah == "turun" else rng.uniform(45, 96), 2)
    if jenis == "i":
        return round(rng.uniform(55, 92), 2)
    if jenis == "d":
        return round(rng.uniform(1.8, 4.2), 2)
    if jenis == "k":
        return rng.randrange(2, 40)
    return rng.randrange(6, 90) * 40


def baris_indikator(rng, unit):
    out = []
    for s, ind in INDIKATOR[unit]:
        for nama, sat, arah, jenis in ind:
            t = nilai_acak(rng, jenis, arah)
            if jenis in "nk":
                if jenis == "k":
                    t = max(t, 8)
                q = [t // 4] * 3
                q.append(t - sum(q))
                r = [max(0, x + rng.randrange(-max(1, x // 5), max(2, x // 5))) for x in q]
            else:
                q = [round(t * f, 2) for f in ((1.1, 1.06, 1.03, 1) if arah == "turun" else (0.9, 0.94, 0.97, 1))]
                r = [round(x * rng.uniform(0.9, 1.06), 2) for x in q]
            out.append(
                {"sasaran": s, "nama": nama, "satuan": sat, "arah": arah, "jenis": jenis, "t": t, "q": q, "r": r}
            )
    return out

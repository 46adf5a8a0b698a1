"""The formulas of a performance report, once more and exactly: the benchmark does not borrow those it measures."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

Nilai = Fraction | None
SKALA = (
    ("Sangat Tinggi", 91, 100),
    ("Tinggi", 76, 90),
    ("Sedang", 66, 75),
    ("Rendah", 51, 65),
    ("Sangat Rendah", 0, 50),
)


def turun(target: Fraction, realisasi: Fraction, cara: str) -> Nilai:
    """Measure where lower is better."""
    if target <= 0 or (cara == "rasio" and realisasi == 0):
        return None
    return (target / realisasi if cara == "rasio" else (2 * target - realisasi) / target) * 100


def mentah(jenis: str, target: Any, realisasi: Nilai, cara: str) -> Nilai:
    """Measure one indicator without bounds; `jenis` is naik, turun, rentang, perubahan or nol."""
    if target is None or realisasi is None:
        return None
    if jenis == "rentang":
        bawah, atas = target
        if realisasi < bawah:
            return realisasi / bawah * 100
        return Fraction(100) if realisasi <= atas else turun(atas, realisasi, cara)
    if jenis == "nol" and target == 0:
        return Fraction(100) if realisasi == 0 else None
    if jenis == "perubahan":
        return realisasi / target * 100 if target else None
    if jenis == "naik":
        return realisasi / target * 100 if target > 0 else None
    return turun(target, realisasi, cara)


def batasi(x: Nilai, batas: str) -> Nilai:
    """Bound a capaian between zero and the named bound, or not at all."""
    if x is None or batas == "tanpa":
        return x
    return min(max(x, Fraction(0)), Fraction(batas))


def rata(nilai: list[Nilai], bobot: list[int]) -> Nilai:
    """Average by weight; a missing member leaves no average."""
    ada = [n for n in nilai if n is not None]
    if not ada or len(ada) < len(nilai):
        return None
    return sum((n * b for n, b in zip(ada, bobot, strict=True)), Fraction(0)) / sum(bobot)


def kelas(x: Nilai, baca: str) -> str | None:
    """Class a capaian, the gaps between whole bounds read in one of three ways."""
    if x is None:
        return None
    if baca == "bulatkan":
        x = Fraction((x + Fraction(1, 2)).__floor__())
    for i, (nama, bawah, _) in enumerate(SKALA[:-1]):
        if x > SKALA[i + 1][2] if baca == "ambang_atas" else x >= bawah:
            return nama
    return SKALA[-1][0]


def persen(bagian: Nilai, seluruh: Nilai) -> Nilai:
    """Take a share; of nothing it is nothing when nothing was spent."""
    if bagian is None or seluruh is None:
        return None
    if seluruh == 0:
        return Fraction(0) if bagian == 0 else None
    return bagian / seluruh * 100


def efisiensi(cara: str, capaian: Nilai, serapan: Nilai, tercapai: bool) -> str | None:
    """Name the efficiency of a sasaran."""
    if capaian is None or serapan is None:
        return None
    if cara == "selisih":
        beda = capaian - serapan
        return "Efisien" if beda > 5 else "Cukup efisien" if beda >= -5 else "Tidak efisien"
    if cara == "banding" and not tercapai:
        return "Target belum tercapai"
    return "Efisien" if capaian >= serapan else "Tidak efisien"

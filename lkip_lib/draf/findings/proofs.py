"""Prove what was read by arithmetic: a capaian by its formula, an absorption by its amounts."""

from __future__ import annotations

from lkip_lib.numerals import Reading, setara
from lkip_lib.policies import bawaan
from lkip_lib.rumus.jenis import ARAH

_BATAS = (100.0, 110.0, 120.0, 150.0, 200.0)


def rumus_capaian(target: float, realisasi: float) -> dict[str, float]:
    """Return what each known formula makes of a target and a realisasi, by its name."""
    if not target:
        return {}
    b = bawaan()
    hasil = {"persentase": float(b.rumus["persentase"].rumus(target, realisasi))}
    hasil["selisih"] = float(b.rumus["selisih"].rumus(target, realisasi))
    if realisasi:
        hasil["rasio"] = float(b.rumus["rasio"].rumus(target, realisasi))
    return hasil


def cocok_rumus(target: float, realisasi: float, capaian: Reading) -> list[str]:
    """Name the formulas that give a printed capaian, bounded or not."""
    if capaian.value is None:
        return []
    c, d = capaian.value, max(capaian.decimals, 0)
    cocok = []
    for nama, nilai in rumus_capaian(target, realisasi).items():
        terbatas = [nilai, *(min(nilai, b) for b in _BATAS), max(nilai, 0.0)]
        if any(setara(c, d, n) for n in terbatas) or (c <= 2 and d >= 2 and setara(c, d, nilai / 100)):
            cocok.append(nama)
    return cocok


def arah_dari(cocok: list[str]) -> str:
    """Return the direction that the formulas which fit show; "" where both or none do.

    >>> arah_dari(["persentase"]), arah_dari(["selisih"]), arah_dari(["persentase", "rasio"])
    ('naik', 'turun', '')
    """
    naik, turun = "persentase" in cocok, bool({"selisih", "rasio"} & set(cocok))
    return "" if naik == turun else ARAH[int(turun)]


def serapan_cocok(pagu: float, realisasi: float, serapan: Reading) -> bool:
    """Tell whether a printed absorption is that of two amounts."""
    if serapan.value is None or not pagu:
        return False
    nilai, d = realisasi / pagu * 100, max(serapan.decimals, 0)
    return setara(serapan.value, d, nilai) or (
        serapan.value <= 1.5 and d >= 2 and setara(serapan.value, d, nilai / 100)
    )

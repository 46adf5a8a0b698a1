"""Tell how a cell of a Word file looks: moved in, in bold letters, numbered by Word itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def inden(tc: Any) -> int:
    """Return how far the first text of a cell is moved in: by its indent, its list's level, or the spaces before it."""
    for p in tc.iter(f"{W}p"):
        teks = "".join(t.text or "" for t in p.iter(f"{W}t"))
        if not teks.strip():
            continue
        ind, tingkat = p.find(f"{W}pPr/{W}ind"), p.find(f"{W}pPr/{W}numPr/{W}ilvl")
        kiri = (ind.get(f"{W}left") or ind.get(f"{W}start") or "0") if ind is not None else "0"
        jarak = int(kiri) if kiri.isdigit() and len(kiri) < 6 else 0
        return jarak + 360 * bilangan(tingkat, 0) + 60 * (len(teks) - len(teks.lstrip()))
    return 0


def tebal(tc: Any) -> bool:
    """Tell whether every text of a cell is in bold letters."""
    runs = [r for r in tc.iter(f"{W}r") if any((t.text or "").strip() for t in r.iter(f"{W}t"))]
    return bool(runs) and all((t := r.find(f"{W}rPr/{W}b")) is not None and menyala(t) for r in runs)


def nomor_otomatis(tc: Any, bentuk: Mapping[tuple[str, int], str]) -> str:
    """Return how Word numbers the first paragraph of a cell by itself: the form of the number, and its level."""
    sifat = tc.find(f"{W}p/{W}pPr/{W}numPr")
    nomor = sifat.find(f"{W}numId") if sifat is not None else None
    if nomor is None:
        return ""
    tingkat = bilangan(sifat.find(f"{W}ilvl"), 0)
    return f"{bentuk.get((nomor.get(f'{W}val', ''), tingkat), '')} {tingkat}"


def bentuk_nomor(akar: Any) -> dict[tuple[str, int], str]:
    """Return the form of each level of the lists of a file, by its list; `akar` is the part that tells them."""
    if akar is None:
        return {}
    abstrak = {a.get(f"{W}abstractNumId"): a for a in akar.findall(f"{W}abstractNum")}
    hasil = {}
    for num in akar.findall(f"{W}num"):
        rujuk = num.find(f"{W}abstractNumId")
        milik = abstrak.get(rujuk.get(f"{W}val")) if rujuk is not None else None
        for lvl in milik.findall(f"{W}lvl") if milik is not None else ():
            bentuk = lvl.find(f"{W}numFmt")
            if bentuk is not None and (ilvl := lvl.get(f"{W}ilvl", "")).isdigit():
                hasil[str(num.get(f"{W}numId")), int(ilvl)] = bentuk.get(f"{W}val", "")
    return hasil


def bilangan(unsur: Any, bawaan: int) -> int:
    isi = unsur.get(f"{W}val", "") if unsur is not None else ""
    return int(isi) if isi.isdigit() and len(isi) < 6 else bawaan


def menyala(unsur: Any) -> bool:
    return unsur.get(f"{W}val", "true") not in ("0", "false", "off")

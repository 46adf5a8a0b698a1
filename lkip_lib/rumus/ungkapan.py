"""Publish a tree as text that a stranger's script can compute: Python arithmetic and a few named functions."""

from __future__ import annotations

from lkip_lib.rumus.bahasa import BANDING, HITUNG, Simpul, anak


def terbit(s: Simpul) -> str:
    """Write a tree as an expression.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> terbit(Kolom("realisasi_rp") / Kolom("pagu_rp") * 100)
    '((realisasi_rp / pagu_rp) * 100)'
    """
    a = s.isi
    match s.op:
        case "angka":
            return f"{a[0]:.15g}"
        case "teks":
            return repr(a[0])
        case "benar":
            return str(a[0])
        case "tanpa":
            return a[0]
        case "kolom":
            return a[0]
        case "rumus":
            return terbit(a[1])
        case "neg":
            return f"(-{terbit(a[0])})"
        case "bulat":
            return f"bulat({terbit(a[0])}, {a[1]}, {a[2]!r})"
    if s.op in HITUNG:
        return f"({terbit(a[0])} {s.op} {terbit(a[1])})"
    if s.op in BANDING:
        return f"banding({terbit(a[0])}, {s.op!r}, {terbit(a[1])})"
    return f"{s.op}({', '.join(terbit(x) for x in anak(s))})"


def angka_dalam(s: Simpul) -> set[float]:
    """Return the numbers that stand in a tree as they are."""
    if s.op == "angka":
        return {s.isi[0]}
    if s.op == "bulat":
        return angka_dalam(s.isi[0]) | {float(s.isi[1])}
    return {v for a in anak(s) for v in angka_dalam(a)}

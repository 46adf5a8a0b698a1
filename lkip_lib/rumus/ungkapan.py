"""Publish a tree as text that a stranger's script can compute: Python arithmetic and a few named functions."""

from __future__ import annotations

import ast
from functools import lru_cache

from lkip_lib.rumus.bahasa import BANDING, HITUNG, TIDAK_ADA, TIDAK_BERLAKU, Simpul, anak, simpul

_TANPA: dict[str, Simpul] = {str(s.isi[0]): s for s in (TIDAK_ADA, TIDAK_BERLAKU)}


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
            return str(a[0])
        case "kolom":
            return str(a[0])
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


def kode_dalam(nama: str, kunci: str) -> str:
    """Build the code of what a name means within one expression, where elsewhere it means something else.

    >>> kode_dalam("rasio", "mentah[turun]")
    'rasio dalam mentah[turun]'
    """
    return f"{nama} dalam {kunci}"


def angka_dalam(s: Simpul) -> set[float]:
    """Return the numbers that stand in a tree as they are."""
    if s.op == "angka":
        return {s.isi[0]}
    if s.op == "bulat":
        return angka_dalam(s.isi[0]) | {float(s.isi[1])}
    return {v for a in anak(s) for v in angka_dalam(a)}


@lru_cache(maxsize=512)
def baca(teks: str) -> Simpul:
    """Read back the tree of a published expression.

    >>> terbit(baca("jika(banding(target, '>', 0), ((realisasi / target) * 100), tidak_dapat_dihitung)"))
    "jika(banding(target, '>', 0), ((realisasi / target) * 100), tidak_dapat_dihitung)"
    """
    return _pohon(ast.parse(teks, mode="eval").body)


def _pohon(n: ast.AST) -> Simpul:
    match n:
        case ast.Constant(value=v):
            return simpul(v)
        case ast.Name(id=nama) if nama in _TANPA:
            return _TANPA[nama]
        case ast.Name(id=nama):
            return Simpul("kolom", nama)
        case ast.UnaryOp(op=ast.USub(), operand=a):
            isi = _pohon(a)
            return Simpul("angka", -isi.isi[0]) if isi.op == "angka" else Simpul("neg", isi)
        case ast.BinOp(left=a, op=op, right=b):
            return Simpul(_TANDA[type(op)], _pohon(a), _pohon(b))
        case ast.Call(func=ast.Name(id="banding"), args=[a, ast.Constant(value=tanda), b]):
            return Simpul(str(tanda), _pohon(a), _pohon(b))
        case ast.Call(func=ast.Name(id="bulat"), args=[a, ast.Constant(value=desimal), ast.Constant(value=cara)]):
            return Simpul("bulat", _pohon(a), desimal, cara)
        case ast.Call(func=ast.Name(id=nama), args=isi):
            return Simpul(nama, *map(_pohon, isi))
    raise ValueError(ast.dump(n))


_TANDA: dict[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}

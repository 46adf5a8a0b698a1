"""A capaian formula as an agency writes it, `(2*T - R) / T * 100`: plain arithmetic on T and R, nothing else."""

from __future__ import annotations

import ast
import operator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

_PANJANG = 200
_NAMA = ("T", "R")
_FUNGSI = {"min": 2, "max": 2, "abs": 1, "jika": 3}
_HITUNG: dict[type[ast.AST], Any] = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
                                     ast.Div: operator.truediv}  # fmt: skip
_BANDING: dict[type[ast.AST], Any] = {ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt,
                                      ast.LtE: operator.le}  # fmt: skip
_BOLEH = "Yang boleh: T (target), R (realisasi), angka, + - * / ( ), min(a, b), max(a, b), abs(a), jika(a >= b, c, d)."


@dataclass(frozen=True, slots=True)
class Ungkapan:
    """Hold one checked expression, which computes on whatever it is given: arrays, or nodes of a tree."""

    pohon: ast.expr

    def __call__(self, target: Any, realisasi: Any) -> Any:
        return _nilai(self.pohon, {"T": target, "R": realisasi})

    @property
    def angka_tetap(self) -> frozenset[float]:
        """Return the numbers that the expression itself holds."""
        isi = {
            float(n.value)
            for n in ast.walk(self.pohon)
            if isinstance(n, ast.Constant) and isinstance(n.value, int | float)
        }
        return frozenset(isi | {-v for v in isi})


@lru_cache(maxsize=256)
def baca(teks: str) -> Ungkapan:
    """Read an expression. Raises ValueError, in Indonesian, for anything but arithmetic on T and R."""
    if len(teks) > _PANJANG:
        raise ValueError(f"Ungkapan lebih panjang dari {_PANJANG} huruf.")
    try:
        pohon = ast.parse(teks.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f'Ungkapan "{teks}" tidak terbaca. {_BOLEH}') from None
    _periksa(pohon)
    if not {n.id for n in ast.walk(pohon) if isinstance(n, ast.Name)} & set(_NAMA):
        raise ValueError("Ungkapan tidak memakai T maupun R.")
    return Ungkapan(pohon)


def _periksa(n: ast.AST, *, syarat: bool = False) -> None:
    """Refuse whatever is not in the little language; a comparison only stands as the condition of `jika`."""
    match n:
        case ast.Compare(left=kiri, ops=[op], comparators=[kanan]) if syarat and type(op) in _BANDING:
            anak: list[ast.expr] = [kiri, kanan]
        case _ if syarat:
            raise ValueError(f'Syarat jika harus satu perbandingan, misalnya R >= T, bukan "{ast.unparse(n)}".')
        case ast.BinOp(left=kiri, op=op, right=kanan) if type(op) in _HITUNG:
            anak = [kiri, kanan]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=isi):
            anak = [isi]
        case ast.Constant(value=int() | float() as nilai) if type(nilai) is not bool and abs(nilai) < 1e12:
            anak = []
        case ast.Name(id=nama) if nama in _NAMA:
            anak = []
        case ast.Call(func=ast.Name(id=nama), args=isian, keywords=[]) if len(isian) == _FUNGSI.get(nama):
            anak = isian
            if nama == "jika":
                _periksa(isian[0], syarat=True)
                anak = isian[1:]
        case ast.Tuple():
            raise ValueError(f'"{ast.unparse(n)}" bukan angka; angka desimal dalam ungkapan ditulis dengan titik.')
        case _:
            raise ValueError(f'"{ast.unparse(n)}" tidak boleh ada dalam ungkapan. {_BOLEH}')
    for a in anak:
        _periksa(a)


def _nilai(n: ast.AST, isi: Mapping[str, Any]) -> Any:
    match n:
        case ast.Constant(value=int() | float() as v):
            return v
        case ast.Name(id=nama):
            return isi[nama]
        case ast.UnaryOp(op=op, operand=a):
            return -_nilai(a, isi) if isinstance(op, ast.USub) else _nilai(a, isi)
        case ast.BinOp(left=a, op=op, right=b):
            return _HITUNG[type(op)](_nilai(a, isi), _nilai(b, isi))
        case ast.Compare(left=a, ops=[op], comparators=[b]):
            return _BANDING[type(op)](_nilai(a, isi), _nilai(b, isi))
        case ast.Call(func=ast.Name(id=nama), args=isian):
            fungsi: Any = {"min": np.minimum, "max": np.maximum, "abs": np.abs, "jika": np.where}[nama]
            return fungsi(*(_nilai(a, isi) for a in isian))
    raise AssertionError(ast.dump(n))

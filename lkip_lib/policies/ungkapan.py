"""A capaian formula as an agency writes it, `(2*T - R) / T * 100`: plain arithmetic on T and R, nothing else."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Larik = NDArray[np.float64]
_PANJANG = 200
_NAMA = {"T": "target", "R": "realisasi"}
_FUNGSI = {"min": 2, "max": 2, "abs": 1, "jika": 3}
_HITUNG: dict[type[ast.AST], Any] = {ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply}
_BANDING: dict[type[ast.AST], Any] = {
    ast.Gt: np.greater,
    ast.GtE: np.greater_equal,
    ast.Lt: np.less,
    ast.LtE: np.less_equal,
}
_BOLEH = "Yang boleh: T (target), R (realisasi), angka, + - * / ( ), min(a, b), max(a, b), abs(a), jika(a >= b, c, d)."


@dataclass(frozen=True, slots=True)
class Ungkapan:
    """Hold one checked expression; it computes on arrays, and writes itself for Excel and in words."""

    pohon: ast.expr

    def __call__(self, target: ArrayLike, realisasi: ArrayLike) -> Larik:
        """Compute it; dividing by zero, and a missing figure, give NaN."""
        nilai = {"T": np.asarray(target, dtype="float64"), "R": np.asarray(realisasi, dtype="float64")}
        with np.errstate(all="ignore"):
            hasil = np.asarray(_nilai(self.pohon, nilai) + 0 * (nilai["T"] + nilai["R"]), dtype="float64")
        return np.where(np.isfinite(hasil), hasil, np.nan)

    @property
    def excel(self) -> str:
        """Write it as an Excel formula whose inputs are {target} and {realisasi}.

        >>> baca("(2*T - R) / T * 100").excel
        '(2*{target}-{realisasi})/{target}*100'
        >>> baca("jika(R >= T, 100, min(R / T * 100, 90))").excel
        'IF(ROUND({realisasi}-{target},9)>=0,100,MIN({realisasi}/{target}*100,90))'
        """
        teks = ast.unparse(_Excel().visit(ast.parse(ast.unparse(self.pohon), mode="eval").body)).replace(" ", "")
        for huruf, nama in _NAMA.items():
            teks = teks.replace(f"__{huruf}__", f"{{{nama}}}")
        return teks

    @property
    def kalimat(self) -> str:
        """Write it in words.

        >>> baca("T / R * 100").kalimat
        'target ÷ realisasi × 100'
        """
        teks = ast.unparse(_Kata().visit(ast.parse(ast.unparse(self.pohon), mode="eval").body))
        for tanda, cetak in (("*", "×"), ("/", "÷"), ("-", "−"), (">=", "≥"), ("<=", "≤")):
            teks = teks.replace(tanda, cetak)
        return teks


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
        case ast.BinOp(left=kiri, op=op, right=kanan) if type(op) in _HITUNG or isinstance(op, ast.Div):
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


def _nilai(n: ast.AST, isi: dict[str, Larik]) -> Any:
    match n:
        case ast.Constant(value=int() | float() as v):
            return np.float64(v)
        case ast.Name(id=nama):
            return isi[nama]
        case ast.UnaryOp(op=op, operand=a):
            return -_nilai(a, isi) if isinstance(op, ast.USub) else _nilai(a, isi)
        case ast.BinOp(left=a, op=ast.Div(), right=b):
            atas, bawah = _nilai(a, isi), _nilai(b, isi)
            return np.where(bawah == 0, np.nan, np.divide(atas, bawah))
        case ast.BinOp(left=a, op=op, right=b):
            return _HITUNG[type(op)](_nilai(a, isi), _nilai(b, isi))
        case ast.Call(func=ast.Name(id="jika"), args=[ast.Compare(left=a, ops=[op], comparators=[b]), ya, tidak]):
            beda = np.round(_nilai(a, isi) - _nilai(b, isi), 9)
            hasil = np.where(_BANDING[type(op)](beda, 0), _nilai(ya, isi), _nilai(tidak, isi))
            return np.where(np.isnan(beda), np.nan, hasil)
        case ast.Call(func=ast.Name(id=nama), args=isian):
            return {"min": np.minimum, "max": np.maximum, "abs": np.abs}[nama](*(_nilai(a, isi) for a in isian))
    raise AssertionError(ast.dump(n))


class _Kata(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(_NAMA.get(node.id, node.id), node.ctx)


class _Excel(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"__{node.id}__" if node.id in _NAMA else node.id, node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        assert isinstance(node.func, ast.Name)
        nama = {"jika": "IF"}.get(node.func.id, node.func.id.upper())
        return ast.Call(ast.Name(nama, ast.Load()), node.args, [])

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Compare as the pipeline does, with nine decimals."""
        self.generic_visit(node)
        beda = ast.BinOp(node.left, ast.Sub(), node.comparators[0])
        bulat = ast.Call(ast.Name("ROUND", ast.Load()), [beda, ast.Constant(9)], [])
        return ast.Compare(bulat, node.ops, [ast.Constant(0)])

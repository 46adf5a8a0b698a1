"""Plant one small fault at a time in a module: operators, conditions, numbers, texts, and the parts of patterns."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import CodeType
from typing import Any

_TUKAR: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.Mult,
    ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.And: ast.Or, ast.Or: ast.And,
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_NAMA = {"min": "max", "max": "min", "all": "any", "any": "all", "minimum": "maximum", "maximum": "minimum",
         "floor": "ceil", "lstrip": "rstrip", "rstrip": "lstrip", "lower": "upper", "partition": "rpartition",
         "rpartition": "partition", "fullmatch": "match", "match": "fullmatch", "search": "match",
         "startswith": "endswith"}  # fmt: skip
# Words for people are no behaviour: what these calls and keywords say is not mutated, nor these tables.
_KATA = {"Masalah", "Refused", "DiLuarBahasa", "ValueError", "AssertionError", "joined", "tolak", "tidak_dikenal"}
_KETERANGAN = {"note", "sumber", "why", "hint", "sebab", "unit_note", "PRAKTIK", "INSTANSI", "PMK", "KARTU", "BOLEH",
               "__all__"}  # fmt: skip
_TABEL = {"KATA", "KATEGORI", "KEBIJAKAN"}
_POLA = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?[:=!]|\(\?<[=!]|\(\?P<\w+>|[?*+]\??|\{[0-9,]+\}|.", re.S)


@dataclass
class Mutan:
    """Hold one fault: below the last of `jalur`, `bidang` (of a list the one at `letak`) becomes `jadi`."""

    berkas: Path
    jalur: tuple[ast.AST, ...]  # from the module down
    bidang: str
    letak: int | None
    jadi: Any

    def _pasang(self, isi: Any) -> Any:
        tempat: Any = self.jalur[-1]
        if self.letak is None:
            lama = getattr(tempat, self.bidang)
            setattr(tempat, self.bidang, isi)
        else:
            daftar = getattr(tempat, self.bidang)
            lama, daftar[self.letak] = daftar[self.letak], isi
        return lama

    @property
    def _rantai(self) -> list[Any]:
        lama = self._pasang(None)
        self._pasang(lama)
        return [*self.jalur, lama]

    @property
    def rentang(self) -> range:
        """Return the lines of the statement, without the body that it may have."""
        n = next(n for n in reversed(self._rantai) if isinstance(n, ast.stmt | ast.match_case | ast.Module))
        awal = n.pattern.lineno if isinstance(n, ast.match_case) else getattr(n, "lineno", 1)
        isi = getattr(n, "body", None)
        return range(awal, max(awal, isi[0].lineno - 1 if isi else getattr(n, "end_lineno", awal)) + 1)

    @property
    def nama(self) -> frozenset[str]:
        """Name what the statement of a module gives a value."""
        s = self._rantai[1]
        sasaran = s.targets if isinstance(s, ast.Assign) else [s.target] if isinstance(s, ast.AnnAssign) else []
        return frozenset(a.id for t in sasaran for a in ast.walk(t) if isinstance(a, ast.Name))

    @property
    def dalam_fungsi(self) -> bool:
        """Tell whether the fault lies in the body of a function, so that its code alone is another."""
        return any(
            (isinstance(a, ast.FunctionDef) and b in a.body) or (isinstance(a, ast.Lambda) and b is a.body)
            for a, b in pairwise(self._rantai)
        )

    def kode(self) -> CodeType:
        lama = self._pasang(self.jadi)
        try:
            return compile(ast.fix_missing_locations(self.jalur[0]), str(self.berkas), "exec")
        finally:
            self._pasang(lama)

    def __str__(self) -> str:
        """Say what becomes what, in the name of its function; the same as long as that text stays."""
        nama = ".".join(n.name for n in self.jalur if isinstance(n, ast.FunctionDef | ast.ClassDef))
        node = self.jalur[-1]
        for n in reversed(self.jalur[1:]):
            if isinstance(n, ast.FunctionDef | ast.ClassDef) or (len(ast.unparse(n)) > 110 and n is not node):
                break
            node = n
        asal = ast.unparse(node)
        lama = self._pasang(self.jadi)
        jadi = ast.unparse(node)
        self._pasang(lama)
        awal = next((i for i, (a, b) in enumerate(zip(asal, jadi, strict=False)) if a != b), 0)
        potong = max(0, awal - 60)
        return " ".join(f"{nama or 'modul'}: {asal[potong : awal + 60]} => {jadi[potong : awal + 60]}".split())


def daftar(berkas: Path) -> Iterator[Mutan]:
    """List every fault of a module."""
    pohon = ast.parse(berkas.read_text(encoding="utf-8"))
    yield from (Mutan(berkas, *m) for m in _telusuri(pohon, (), ""))


def _telusuri(n: ast.AST, atas: tuple[ast.AST, ...], kata: str) -> Iterator[Any]:
    if isinstance(n, ast.Import | ast.ImportFrom | ast.arg) or "overload" in map(ast.unparse, _penghias(n)):
        return
    jalur = (*atas, n)
    kata = kata or _untuk_orang(n)
    yield from ((jalur, *m) for m in _satu(n, kata))
    for bidang, isi in ast.iter_fields(n):
        if bidang in ("annotation", "returns", "ctx", "op", "ops"):
            continue
        for i, a in enumerate(isi if isinstance(isi, list) else [isi]):
            letak = i if isinstance(isi, list) else None
            if bidang == "decorator_list" and not ast.unparse(a).startswith("rumus"):
                continue  # caches and dataclasses: speed and form
            if not isinstance(a, ast.AST) or (isinstance(a, ast.Expr) and isinstance(a.value, ast.Constant)):
                continue  # docstrings
            if isinstance(a, ast.Constant):
                polanya = any(isinstance(x, ast.Call) and ast.unparse(x.func).startswith("re.") for x in jalur)
                polanya = polanya or (isinstance(a.value, str) and bool(re.search(r"\(\?|\]\?|\|", a.value)))
                huruf = isinstance(n, ast.Compare) and isinstance(n.ops[0], ast.In | ast.NotIn) and a in n.comparators
                baru = _huruf(a.value) if huruf and isinstance(a.value, str) else _tetapan(a.value, kata, polanya)
                yield from ((jalur, bidang, letak, ast.Constant(v)) for v in baru)
            elif isinstance(a, ast.Expr | ast.Raise | ast.AugAssign | ast.Continue):
                yield jalur, bidang, letak, ast.Pass()
            yield from _telusuri(a, jalur, kata)


def _penghias(n: ast.AST) -> list[ast.expr]:
    return getattr(n, "decorator_list", [])


def _satu(n: ast.AST, kata: str) -> Iterator[tuple[str, int | None, Any]]:
    match n:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) | ast.BoolOp(op=op) if not kata or not isinstance(op, ast.Add):
            yield "op", None, _TUKAR[type(op)]()
        case ast.Compare(ops=ops):
            yield from (("ops", i, _TUKAR[type(op)]()) for i, op in enumerate(ops))
        case ast.UnaryOp(op=op, operand=isi):
            yield "operand", None, ast.UnaryOp(op, isi)
        case ast.If(test=syarat) | ast.IfExp(test=syarat) if not isinstance(syarat, ast.Compare | ast.UnaryOp):
            yield "test", None, ast.UnaryOp(ast.Not(), syarat)
        case ast.comprehension(ifs=ifs):
            yield from (("ifs", i, ast.UnaryOp(ast.Not(), s)) for i, s in enumerate(ifs))
        case ast.Return(value=ast.expr() as v) if ast.unparse(v) != "None":
            yield "value", None, ast.Constant(None)
        case ast.Name(id=nama) if nama in _NAMA:
            yield "id", None, _NAMA[nama]
        case ast.Attribute(attr=nama) if nama in _NAMA:
            yield "attr", None, _NAMA[nama]


def _untuk_orang(n: ast.AST) -> str:
    match n:
        case ast.Call(func=ast.Name(id=nama)) | ast.Call(func=ast.Attribute(attr=nama)) if nama in _KATA:
            return "kalimat"
        case ast.keyword(arg=nama) if nama in _KETERANGAN:
            return "kalimat"
        case ast.Assign(targets=[sasaran]):
            nama = {a.id for a in ast.walk(sasaran) if isinstance(a, ast.Name)}
            return "tabel" if nama & _TABEL else "kalimat" if nama & _KETERANGAN else ""
    return ""


def _tetapan(v: Any, kata: str, berpola: bool) -> Iterator[Any]:
    match v:
        case bool():
            yield not v
        case int() | float():
            yield v + 1
        case str() if kata == "kalimat" or (kata == "tabel" and " " in v):
            return
        case str() if berpola:
            yield from _pola(v)
        case str():
            yield f"XX{v}XX" if v else "XX"


def _huruf(teks: str) -> set[str]:
    """Take an end off what another text is looked for in."""
    return {teks[1:], teks[:-1]}


def _pola(teks: str) -> Iterator[str]:
    """Take a quantifier or a word's edge out of a pattern, or one of its alternatives."""
    awal, buka, mulai = 0, list[list[int]]([[0]]), set[int]()
    for m in _POLA.finditer(teks):
        if (m[0][0] in "?*+{" and awal) or m[0] == r"\b":
            yield teks[: m.start()] + teks[m.end() :]
        elif m[0][0] == "(":
            buka.append([m.end()])
        elif m[0] == "|":
            buka[-1].append(m.end())
            mulai |= {*buka[-1]}
        elif m[0] == ")" and len(buka) > 1:
            buka.pop()
        awal = m.end()
    yield from (f"{teks[:i]}(?!){teks[i:]}" for i in sorted(mulai))

"""The closed language of formulas: operators and a few words, which leave a tree when a formula is called with columns.

`f(Kolom("realisasi_rp"), Kolom("pagu_rp"))` runs the very function that an analyst reads. From the one tree follow the
value (`nilai`), the words and the numbers (`tulis`), the live Excel form (`excel`) and the published text (`ungkapan`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

HITUNG = {"+": 1, "-": 1, "*": 2, "/": 2}  # with how strongly each binds its sides
BANDING = ("<", "<=", ">", ">=", "=", "<>")
BERANGGOTA = ("jumlah", "banyak", "terisi")  # what is over the members of a group
# What may be called in a formula, with what it means; docs/rumus.md lists them from here.
KATA = {
    "np.where(syarat, ya, tidak)": "pilihan menurut syarat; syarat tanpa angka membuat hasilnya tanpa angka",
    "np.clip(a, bawah, atas)": "a, paling rendah bawah dan paling tinggi atas; None membiarkan ujung itu terbuka",
    "np.minimum(a, b), np.maximum(a, b)": "yang terkecil, yang terbesar; salah satu kosong membuatnya kosong",
    "np.abs(a)": "besarnya tanpa tanda",
    "np.isnan(a)": "benar bila a tidak ada angkanya",
    "cadangan(a, b)": "a; bila a tidak ada angkanya, b",
    "jumlah(a)": "jumlah a seluruh anggota; satu anggota kosong membuatnya kosong",
    "banyak(a)": "banyak anggota",
    "terisi(a)": "banyak anggota yang a-nya ada angkanya",
    "bersih(a)": "a dibulatkan sembilan desimal, tanpa debu biner",
    "bulat(a, desimal, cara)": "a dibulatkan: setengah_ke_atas atau potong; desimal None membiarkannya",
    "TIDAK_ADA, TIDAK_BERLAKU": "tanpa angka: tidak dapat dihitung, atau memang tidak berlaku",
}
BOLEH = "Yang boleh: + - * / ( ), perbandingan, & | ~, " + ", ".join(k.split("(")[0] for k in KATA) + "."


class DiLuarBahasa(TypeError):
    """Tell that a formula does what the language does not know; the sentence says what to write instead."""


class Simpul:
    """One node of a tree: an operation and what it works on; operators and words make new nodes of it."""

    __slots__ = ("isi", "op")
    __hash__ = object.__hash__

    def __init__(self, op: str, *isi: Any) -> None:
        self.op, self.isi = op, isi

    def __bool__(self) -> bool:
        raise DiLuarBahasa(
            "Syarat atas angka ditulis np.where(syarat, ya, tidak), digabung dengan & | ~, dan min atau max ditulis "
            "np.minimum atau np.maximum; if, and, or, dan match hanya untuk sifat yang ditulis sesudah *."
        )

    def __getattr__(self, nama: str) -> Any:
        if nama.startswith("__"):
            raise AttributeError(nama)
        apa = "Fungsi pandas" if nama.startswith("_") else f".{nama}"
        raise DiLuarBahasa(f"{apa} tidak dikenal dalam rumus. {BOLEH}")

    def __iter__(self, *_: Any) -> Iterator[Any]:
        raise DiLuarBahasa(f"Angka dalam rumus tidak dapat diurai satu per satu. {BOLEH}")

    __len__ = __float__ = __int__ = __index__ = __getitem__ = __iter__

    def __add__(self, b: Any) -> Simpul:
        return Simpul("+", self, simpul(b))

    def __radd__(self, b: Any) -> Simpul:
        return Simpul("+", simpul(b), self)

    def __sub__(self, b: Any) -> Simpul:
        return Simpul("-", self, simpul(b))

    def __rsub__(self, b: Any) -> Simpul:
        return Simpul("-", simpul(b), self)

    def __mul__(self, b: Any) -> Simpul:
        return Simpul("*", self, simpul(b))

    def __rmul__(self, b: Any) -> Simpul:
        return Simpul("*", simpul(b), self)

    def __truediv__(self, b: Any) -> Simpul:
        return Simpul("/", self, simpul(b))

    def __rtruediv__(self, b: Any) -> Simpul:
        return Simpul("/", simpul(b), self)

    def __neg__(self) -> Simpul:
        return Simpul("neg", self)

    def __pos__(self) -> Simpul:
        return self

    def __abs__(self) -> Simpul:
        return Simpul("abs", self)

    def __lt__(self, b: Any) -> Simpul:
        return Simpul("<", self, simpul(b))

    def __le__(self, b: Any) -> Simpul:
        return Simpul("<=", self, simpul(b))

    def __gt__(self, b: Any) -> Simpul:
        return Simpul(">", self, simpul(b))

    def __ge__(self, b: Any) -> Simpul:
        return Simpul(">=", self, simpul(b))

    def __eq__(self, b: object) -> Simpul:  # type: ignore[override]
        return Simpul("=", self, simpul(b))

    def __ne__(self, b: object) -> Simpul:  # type: ignore[override]
        return Simpul("<>", self, simpul(b))

    def __and__(self, b: Any) -> Simpul:
        return Simpul("dan", self, simpul(b))

    def __rand__(self, b: Any) -> Simpul:
        return Simpul("dan", simpul(b), self)

    def __or__(self, b: Any) -> Simpul:
        return Simpul("atau", self, simpul(b))

    def __ror__(self, b: Any) -> Simpul:
        return Simpul("atau", simpul(b), self)

    def __invert__(self) -> Simpul:
        return Simpul("bukan", self)

    def __array_ufunc__(self, f: Any, cara: str, *isi: Any, **_: Any) -> Simpul:
        if cara != "__call__" or f.__name__ not in _UFUNC:
            raise DiLuarBahasa(f"np.{f.__name__} tidak dikenal dalam rumus. {BOLEH}")
        return Simpul(_UFUNC[f.__name__], *map(simpul, isi))

    def __array_function__(self, f: Any, _: Any, isi: tuple[Any, ...], kw: Mapping[str, Any]) -> Any:
        if f is np.where and len(isi) == 3 and not kw:
            return Simpul("jika", *map(simpul, isi))
        if f is np.clip and len(isi) == 3 and not kw:
            return batasi(*isi)
        raise DiLuarBahasa(f"np.{f.__name__} tidak dikenal dalam rumus, atau ditulis lain di sini. {BOLEH}")


_UFUNC = {"minimum": "min", "maximum": "max", "absolute": "abs", "isnan": "kosong", "negative": "neg",
          "add": "+", "subtract": "-", "multiply": "*", "divide": "/", "greater": ">", "less": "<",
          "greater_equal": ">=", "less_equal": "<=", "equal": "=", "not_equal": "<>",
          "bitwise_and": "dan", "logical_and": "dan", "bitwise_or": "atau", "logical_or": "atau",
          "invert": "bukan", "logical_not": "bukan"}  # fmt: skip

# No figure, and why: what cannot be computed, and what does not apply.
TIDAK_ADA: Any = Simpul("tanpa", "tidak_dapat_dihitung")
TIDAK_BERLAKU: Any = Simpul("tanpa", "tidak_berlaku")


def simpul(x: Any) -> Simpul:
    """Make a node of what stands in a formula: a number, a text, or a node already."""
    match x:
        case Simpul():
            return x
        case bool() | np.bool_():
            return Simpul("benar", bool(x))
        case str():
            return Simpul("teks", str(x))
        case int() | float() | np.integer() | np.floating():
            return Simpul("angka", float(x)) if x == x else TIDAK_ADA
        case np.ndarray() if not x.ndim:
            return simpul(x.item())
    raise DiLuarBahasa(f"{type(x).__name__} tidak dapat berdiri dalam rumus. {BOLEH}")


def Kolom(nama: str) -> Simpul:
    """Make the node of a figure that a formula reads."""
    return Simpul("kolom", nama)


def batasi(x: Any, bawah: Any, atas: Any) -> Any:
    x = x if bawah is None else Simpul("max", simpul(x), simpul(bawah))
    return x if atas is None else Simpul("min", simpul(x), simpul(atas))


def _kata(op: str) -> Callable[..., Any]:
    def kata(*isi: Any) -> Any:
        for a in isi:  # a plain array says for itself what the word does with it
            if (milik := getattr(type(a), "kata", None)) is not None:
                return milik(op, *isi)
        return Simpul(op, *map(simpul, isi))

    kata.__name__ = op
    return kata


cadangan, jumlah, banyak, terisi, bersih = map(_kata, ("cadangan", "jumlah", "banyak", "terisi", "bersih"))


def bulat(x: Any, desimal: int | None, cara: str = "setengah_ke_atas") -> Any:
    """Round as a policy says; None leaves the figure as it is."""
    if desimal is None:
        return x
    milik = getattr(type(x), "kata", None)
    return milik("bulat", x, desimal, cara) if milik else Simpul("bulat", simpul(x), int(desimal), cara)


def anak(s: Simpul) -> tuple[Simpul, ...]:
    """Return the nodes right below one; of a named formula its body."""
    return tuple(a for a in s.isi if isinstance(a, Simpul))


def semua(s: Simpul) -> Iterator[Simpul]:
    """Walk a tree, each shared node once."""
    dilihat, antre = set(), [s]
    while antre:
        kini = antre.pop()
        if id(kini) not in dilihat:
            dilihat.add(id(kini))
            yield kini
            antre += anak(kini)


def beranggota(s: Simpul) -> bool:
    """Tell whether a tree is over the members of a group."""
    return any(n.op in BERANGGOTA for n in semua(s))


def kolom_dibaca(s: Simpul) -> list[str]:
    """Name the figures that a tree reads on any path, in order of appearance.

    >>> kolom_dibaca(Kolom("realisasi_rp") / Kolom("pagu_rp") * 100)
    ['realisasi_rp', 'pagu_rp']
    """
    hasil: dict[str, None] = {}

    def jalan(s: Simpul) -> None:
        if s.op == "kolom":
            hasil[s.isi[0]] = None
        for a in anak(s):
            jalan(a)

    jalan(s)
    return list(hasil)

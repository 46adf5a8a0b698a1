"""Plain arrays that follow the language's own rules, on which a formula is tried beside its tree."""

from __future__ import annotations

from typing import Any

import numpy as np

from lkip_lib.rumus.nilai import banding, bulatkan

_TANDA = {"greater": ">", "less": "<", "greater_equal": ">=", "less_equal": "<=", "equal": "=", "not_equal": "<>"}


class Larik(np.ndarray):
    """An array of floats in which NaN is no figure and no condition, in dividing, comparing and choosing."""

    def __new__(cls, isi: Any) -> Larik:
        return np.asarray(isi, "float64").view(cls)

    def __array_ufunc__(self, ufunc: Any, method: Any, *inputs: Any, **kwargs: Any) -> Any:
        a = [_polos(x) for x in inputs]
        nama = ufunc.__name__
        with np.errstate(all="ignore"):
            if nama == "divide":
                hasil = np.where(a[1] == 0, np.nan, np.divide(*a))
            elif nama in _TANDA and any(x.dtype.kind in "OU" for x in a):
                satu, dua = (x.astype(object) for x in a)
                sama = satu == dua if nama == "equal" else satu != dua
                hasil = np.where((satu != satu) | (dua != dua), np.nan, np.asarray(sama, "float64"))
            elif nama in _TANDA:
                hasil = np.where(np.isnan(a[0] - a[1]), np.nan, banding(a[0], _TANDA[nama], a[1]))
            elif nama in ("bitwise_and", "logical_and"):
                hasil = pilih(a[0], a[1], 0.0)
            elif nama in ("bitwise_or", "logical_or"):
                hasil = pilih(a[0], 1.0, a[1])
            elif nama in ("invert", "logical_not"):
                hasil = 1.0 - a[0]
            else:
                hasil = getattr(ufunc, method)(*a, **kwargs)
        return Larik(hasil) if np.asarray(hasil).dtype.kind in "fb" else hasil

    def __array_function__(self, f: Any, _: Any, isi: Any, kw: Any) -> Any:
        polos = [np.asarray(x) if isinstance(x, Larik) else x for x in isi]
        hasil = pilih(*polos) if f is np.where and len(polos) == 3 else f(*polos, **kw)
        return Larik(hasil) if getattr(hasil, "dtype", np.dtype(object)).kind in "fb" else hasil

    @staticmethod
    def kata(op: str, *isi: Any) -> Any:
        """Do what a word of the language does; the members of a group are all the rows."""
        a, *lain = (np.asarray(x) for x in isi[:2]) if op == "cadangan" else (np.asarray(isi[0]), *isi[1:])
        match op:
            case "cadangan":
                return Larik(np.where(np.isnan(a), lain[0], a))
            case "bersih":
                return Larik(np.round(a, 9))
            case "bulat":
                return Larik(bulatkan(a, *lain))
            case "jumlah":
                return Larik(a.sum())
            case "banyak":
                return Larik(a.size)
        return Larik(np.count_nonzero(~np.isnan(a)))


def pilih(syarat: Any, ya: Any, tidak: Any) -> Any:
    """Choose by a condition; where it is NaN there is nothing: NaN, of texts ""."""
    ya, tidak = (_polos(x) for x in (ya, tidak))
    kosong = np.isnan(np.asarray(syarat, "float64"))
    if ya.dtype.kind in "OU" or tidak.dtype.kind in "OU":
        ya, tidak = (x.astype(object) if x.dtype.kind in "OU" else np.asarray("", object) for x in (ya, tidak))
        return np.where(kosong, "", np.where(np.asarray(syarat) == 1, ya, tidak))
    return np.where(kosong, np.nan, np.where(np.asarray(syarat) == 1, ya, tidak))


def _polos(x: Any) -> Any:
    return np.asarray(np.nan if getattr(x, "op", "") == "tanpa" else x)

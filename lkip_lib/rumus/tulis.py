"""Write a tree for people: in words, and with the numbers of one figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

import numpy as np

from lkip_lib import numerals
from lkip_lib.rumus.bahasa import BANDING, HITUNG, Simpul, anak, beranggota, kolom_dibaca, semua
from lkip_lib.rumus.nilai import BELUM_DIISI, Nilai, cabang, hitung

_CETAK = {"*": "×", "/": "÷", "-": "−", ">=": "≥", "<=": "≤", "<>": "≠"}
_TANPA = {"tidak_dapat_dihitung": "tidak dapat dihitung", "tidak_berlaku": "tidak berlaku"}


def kalimat(s: Simpul, arti: str, sebut: Callable[[str], str]) -> str:
    """Say what a formula does: its arithmetic where a line can hold it, else its meaning; `sebut` names a figure.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> kalimat(Kolom("realisasi") / Kolom("pagu") * 100, "Serapan.", str)
    'realisasi ÷ pagu × 100'
    """
    rumit = any(n.op in ("jika", "min", "max", "cadangan", "bersih", "bulat", "banyak", "terisi") for n in semua(s))
    return awal_kecil(arti).rstrip(".") if rumit and arti else _tulis(s, sebut)


def dengan_angka(s: Simpul, isi: Mapping[str, Sequence[float | str]]) -> str:
    """Write a tree with the numbers of one figure, or of the members of a group; "" where one is missing.

    Only what the figure took is written: words, and what is not there, decide branches and no more.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> turun = (Kolom("target") - (Kolom("realisasi") - Kolom("target"))) / Kolom("target") * 100
    >>> dengan_angka(turun, {"target": [8.55], "realisasi": [7.82]})
    '(8,55 − (7,82 − 8,55)) ÷ 8,55 × 100'
    """
    angka = {k: [v for v in milik if not isinstance(v, str) and v == v] for k, milik in isi.items()}
    if beranggota(s):
        if any(len(angka.get(k, ())) < len(isi.get(k, (0,))) for k in kolom_dibaca(s)):
            return ""
        pohon = _urai_anggota(s, angka, 0)
    else:
        pohon = cabang(s, {k: _nilai(isi.get(k, ())) for k in kolom_dibaca(s)}, 1)[0][0]
        if not all(angka.get(k) for k in kolom_dibaca(pohon)):
            return ""
    if any(n.op in ("jika", "tanpa", "teks") for n in semua(pohon)) or pohon.op in ("kolom", "angka"):
        return ""
    return _tulis(pohon, lambda k: _angka(angka[k][0]))


def syarat(s: Simpul, isi: Mapping[str, Sequence[float | str]], sebut: Callable[[str], str]) -> str:
    """Say by which conditions a figure is a number that its formula holds; "" where it was computed, or met none.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> nihil = Simpul("jika", Kolom("target") == 0, Simpul("angka", 100.0), Kolom("target"))
    >>> syarat(nihil, {"target": [0]}, str), syarat(nihil, {"target": [1]}, str)
    ('target = 0', '')
    """
    if beranggota(s):
        return ""
    kolom, dipenuhi = {k: _nilai(isi.get(k, ())) for k in kolom_dibaca(s)}, []
    while s.op in ("jika", "rumus"):
        if s.op == "rumus":
            s = s.isi[1]
        elif hitung(s.isi[0], kolom, 1).isi[0] == 1:
            dipenuhi.append(_tulis(s.isi[0], sebut))
            s = s.isi[1]
        else:
            s = s.isi[2]
    return " dan ".join(dipenuhi) if s.op == "angka" else ""


def _nilai(isi: Sequence[float | str]) -> Nilai:
    v = isi[0] if isi else float("nan")
    kosong = v == "" or v != v
    return Nilai(np.array([v], object if isinstance(v, str) else "float64"), np.array([BELUM_DIISI * kosong], np.int8))


def _angka(v: float) -> str:
    teks = numerals.bertanda(numerals.write(v, 9, trim=True))
    return f"({teks})" if v < 0 else teks


def _urai_anggota(s: Simpul, isi: Mapping[str, Sequence[float]], i: int) -> Simpul:
    """Write sums over members out, one term a member; a weight of one is not told."""
    n = max(map(len, isi.values()))
    match s.op:
        case "kolom":
            return Simpul("angka", isi[s.isi[0]][i])
        case "banyak" | "terisi":
            return Simpul("angka", float(n))
        case "jumlah":
            suku = [_urai_anggota(s.isi[0], isi, j) for j in range(n)]
            if all(t.op == "angka" and t.isi[0] == 1 for t in suku):
                return Simpul("angka", float(n))
            return reduce(lambda a, b: Simpul("+", a, b), suku)
        case "*":
            a, b = (_urai_anggota(x, isi, i) for x in anak(s))
            for satu, lain in ((a, b), (b, a)):
                if satu.op == "angka" and satu.isi[0] == 1:
                    return lain
            return Simpul("*", a, b)
    return Simpul(s.op, *(_urai_anggota(x, isi, i) if isinstance(x, Simpul) else x for x in s.isi))


def awal_kecil(teks: str) -> str:
    """Begin a sentence small, so that it can stand within another; a name keeps its capitals."""
    kata = teks.split(" ", 1)[0]
    return teks if kata[1:] != kata[1:].lower() else teks[:1].lower() + teks[1:]


def _tulis(s: Simpul, sebut: Callable[[str], str]) -> str:
    def t(s: Simpul, atas: int = 0) -> str:
        a = s.isi
        match s.op:
            case "angka":
                return _angka(a[0]) if atas else numerals.write(a[0], 9, trim=True)
            case "teks":
                return a[0] or "tanpa sebutan"
            case "benar":
                return "ya" if a[0] else "tidak"
            case "tanpa":
                return _TANPA[a[0]]
            case "kolom":
                return sebut(a[0])
            case "rumus":
                return t(a[1], atas)
            case "neg":
                return f"−{t(a[0], 3)}"
            case "jika":
                teks = f"bila {t(a[0])}: {t(a[1])}; selain itu {t(a[2])}"
                return f"({teks})" if atas else teks
            case "bulat":
                return f"{t(a[0])}, {'dipotong' if a[2] == 'potong' else 'dibulatkan'} {a[1]} desimal"
            case "bersih":
                return t(a[0], atas)
            case "jumlah":
                return f"jumlah ({t(a[0])})"
            case "banyak":
                return "banyak anggota"
            case "terisi":
                return f"banyak anggota yang ada {t(a[0])}-nya"
            case "cadangan":
                return f"{t(a[0])}, bila tidak ada {t(a[1])}"
            case "kosong":
                return f"{t(a[0], 1)} tidak ada"
            case "max" | "min":
                satu, dua = ("paling rendah", "terbesar") if s.op == "max" else ("paling tinggi", "terkecil")
                if a[1].op == "angka":
                    return f"{satu} {t(a[1])} ({t(a[0])})"
                return f"yang {dua} dari ({t(a[0])}) dan ({t(a[1])})"
            case "abs":
                return f"besarnya ({t(a[0])})"
            case "dan" | "atau":
                return f"{t(a[0], 1)} {s.op} {t(a[1], 1)}"
            case "bukan":
                return f"bukan ({t(a[0])})"
        if s.op in HITUNG:
            k = HITUNG[s.op]
            teks = f"{t(a[0], k)} {_CETAK.get(s.op, s.op)} {t(a[1], k + (s.op in '-/'))}"
            return f"({teks})" if k < atas else teks
        assert s.op in BANDING, s.op
        return f"{t(a[0], 1)} {_CETAK.get(s.op, s.op)} {t(a[1], 1)}"

    return t(s)

"""Write a tree for people: in words, and with the numbers of one figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lkip_lib import numerals
from lkip_lib.rumus.bahasa import BANDING, HITUNG, Simpul, anak, semua

_KUAT = {"+": 1, "-": 1, "*": 2, "/": 2}
_CETAK = {"*": "×", "/": "÷", "-": "−", ">=": "≥", "<=": "≤", "<>": "≠"}
_TANPA = {"tidak_dapat_dihitung": "tidak dapat dihitung", "tidak_berlaku": "tidak berlaku"}


def kalimat(s: Simpul, arti: str, sebut: Callable[[str], str]) -> str:
    """Say what a formula does: its arithmetic where a line can hold it, else its meaning; `sebut` names a figure.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> kalimat(Kolom("realisasi") / Kolom("pagu") * 100, "Serapan.", str)
    'realisasi ÷ pagu × 100'
    """
    rumit = any(n.op in ("jika", "min", "max", "cadangan", "bersih", "bulat", "banyak", "terisi") for n in semua(s))
    return _awal_kecil(arti).rstrip(".") if rumit and arti else _tulis(s, sebut)


def dengan_angka(s: Simpul, angka: Mapping[str, str]) -> str:
    """Write a tree whose conditions are decided with its numbers, or "" where one of them has none."""
    return "" if any(n.op in ("jika", "tanpa") for n in semua(s)) else _tulis(s, lambda k: angka[k])


def _awal_kecil(teks: str) -> str:
    kata = teks.split(" ", 1)[0]
    return teks if kata[1:] != kata[1:].lower() else teks[:1].lower() + teks[1:]


def _tulis(s: Simpul, sebut: Callable[[str], str]) -> str:
    def t(s: Simpul, atas: int = 0) -> str:
        a = s.isi
        match s.op:
            case "angka":
                return numerals.write(a[0], 9, trim=True)
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
            k = _KUAT[s.op]
            teks = f"{t(a[0], k)} {_CETAK.get(s.op, s.op)} {t(a[1], k + (s.op in '-/'))}"
            return f"({teks})" if k < atas else teks
        assert s.op in BANDING, s.op
        return f"{t(a[0], 1)} {_CETAK.get(s.op, s.op)} {t(a[1], 1)}"

    return t(s)


def jumlah_anggota(s: Simpul) -> list[Simpul]:
    """Return the sums of a tree over members, outermost first."""
    return [s] if s.op == "jumlah" else [j for a in anak(s) for j in jumlah_anggota(a)]

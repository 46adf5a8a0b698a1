"""Write a tree as a live Excel formula that stays blank where the figure has no value."""

from __future__ import annotations

from collections.abc import Mapping

from lkip_lib.rumus.bahasa import BANDING, HITUNG, Simpul, anak, semua

_KUAT = {"+": 1, "-": 1, "*": 2, "/": 2}
_FUNGSI = {"min": "MIN", "max": "MAX", "abs": "ABS", "bukan": "NOT"}


def rumus(s: Simpul, alamat: Mapping[str, str]) -> str:
    """Write the formula, given the cell of each figure, or the range of those that members have.

    A blank cell is 0 to Excel: what is always read is counted first, and what only some rows read becomes an error
    where it is blank; both end in a blank.

    >>> from lkip_lib.rumus.bahasa import Kolom
    >>> rumus(Kolom("realisasi_rp") / Kolom("pagu_rp") * 100, {"realisasi_rp": "F5", "pagu_rp": "E5"})
    '=IF(COUNT(F5,E5)<2,"",IFERROR(F5/E5*100,""))'
    """
    pasti = _pasti(s)
    rentang = [k for k in pasti if ":" in alamat[k]]
    satu = [alamat[k] for k in pasti if k not in rentang]
    isi = tulis(s, alamat, set(pasti))
    rapuh = any(n.op in ("/", "tanpa", "kolom") and (n.op != "kolom" or n.isi[0] not in pasti) for n in semua(s))
    badan = f'IFERROR({isi},"")' if rapuh else isi
    syarat = [f"COUNT({','.join(satu)})<{len(satu)}"] if satu else []
    syarat += [f"COUNT({alamat[k]})<ROWS({alamat[k]})" for k in rentang]
    if not syarat:
        return f"={badan}"
    return f'=IF({syarat[0] if len(syarat) == 1 else "OR(" + ",".join(syarat) + ")"},"",{badan})'


def _pasti(s: Simpul) -> list[str]:
    """Name the figures without which there is never a value: those read on every path."""
    match s.op:
        case "kolom":
            return [s.isi[0]]
        case "kosong" | "banyak" | "terisi":
            return []
        case "jika":
            awal = _pasti(s.isi[0])
            dua = [_pasti(a) for a in s.isi[1:]]
            return list(dict.fromkeys([*awal, *(k for k in dua[0] if k in dua[1])]))
        case "dan" | "atau" | "cadangan":
            return _pasti(s.isi[0]) if s.op != "cadangan" else []
    return list(dict.fromkeys(k for a in anak(s) for k in _pasti(a)))


def tulis(s: Simpul, alamat: Mapping[str, str], pasti: set[str]) -> str:
    """Write a tree without what guards its blanks; `pasti` are the figures that are known to be there."""

    def t(s: Simpul, atas: int = 0) -> str:
        a = s.isi
        match s.op:
            case "angka":
                return f"{a[0]:.15g}" if a[0] >= 0 or not atas else f"({a[0]:.15g})"
            case "teks":
                return '"' + str(a[0]).replace('"', '""') + '"'
            case "benar":
                return "TRUE" if a[0] else "FALSE"
            case "tanpa":
                return "NA()"
            case "kolom":
                sel = alamat[a[0]]
                return sel if a[0] in pasti or ":" in sel else f'IF({sel}="",NA(),{sel})'
            case "rumus":
                return t(a[1], atas)
            case "neg":
                return f"-{t(a[0], 3)}"
            case "jika":
                return f"IF({t(a[0])},{t(a[1])},{t(a[2])})"
            case "dan":
                return f"IF({t(a[0])},{t(a[1])},FALSE)"
            case "atau":
                return f"IF({t(a[0])},TRUE,{t(a[1])})"
            case "cadangan":
                return f"IF({_hampa(a[0], alamat)},{t(a[1])},{t(a[0])})"
            case "kosong":
                return _hampa(a[0], alamat)
            case "bulat":
                return f"{'TRUNC' if a[2] == 'potong' else 'ROUND'}(ROUND({t(a[0])},9),{a[1]})"
            case "bersih":
                return f"ROUND({t(a[0])},9)"
            case "jumlah":
                return f"SUMPRODUCT({t(a[0])})"
            case "banyak":
                return f"ROWS({t(a[0])})"
            case "terisi":
                return f"COUNT({t(a[0])})"
        if s.op in HITUNG:
            k = _KUAT[s.op]
            teks = f"{t(a[0], k)}{s.op}{t(a[1], k + (s.op in '-/'))}"
            return f"({teks})" if k < atas else teks
        if s.op in BANDING:
            if "teks" in (a[0].op, a[1].op):
                return f"{t(a[0], 1)}{s.op}{t(a[1], 1)}"
            return f"ROUND({t(a[0], 1)}-{t(a[1], 2)},9){s.op}0"
        return f"{_FUNGSI[s.op]}({','.join(t(x) for x in anak(s))})"

    return t(s)


def _hampa(s: Simpul, alamat: Mapping[str, str]) -> str:
    """Ask of a figure whether its cell is blank; of what is computed, whether it fails."""
    if s.op == "kolom":
        return f'{alamat[s.isi[0]]}=""'
    return f"ISERROR({tulis(s, alamat, set())})"

"""Write a tree as a live Excel formula that stays blank where the figure has no value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lkip_lib.rumus.bahasa import BANDING, BERANGGOTA, HITUNG, Simpul, anak, kolom_dibaca, semua

_FUNGSI = {"min": "MIN", "max": "MAX", "abs": "ABS", "bukan": "NOT"}
_ARGUMEN = 200  # Excel reads at most 255 arguments in one function
TIADA = '""'  # the address of a figure that no cell shows
_KALI = HITUNG["*"]
_FAKTOR = {-1: "/100", 0: "", 1: "*100"}  # from a plain cell to one of the percent type, among equals, and back


class Pecahan(str):
    """The address of cells of the percent type: they hold 0.8347 where the figure is 83.47 percent."""


def rumus(s: Simpul, alamat: Mapping[str, str], pecahan: bool = False) -> str:
    """Write the formula, given the cell of each figure, or the areas of those that members have (`F5:F7,F9`).

    `pecahan`: the cell itself is of the percent type.

    A blank cell is 0 to Excel: what is always read is asked for first, and what only some rows read becomes an error
    where it is blank; both end in a blank.

    >>> from lkip_lib.rumus.bahasa import Kolom, jumlah
    >>> rumus(Kolom("realisasi_rp") / Kolom("pagu_rp") * 100, {"realisasi_rp": "F5", "pagu_rp": "E5"})
    '=IF(COUNT(F5,E5)<2,"",IFERROR(F5/E5*100,""))'
    >>> rumus(jumlah(Kolom("nilai")), {"nilai": "E6:E7,E9"})
    '=IF(COUNT(E6:E7,E9)<ROWS(E6:E7)+1,"",SUM(E6:E7,E9))'
    >>> rumus(jumlah(Kolom("nilai") * Kolom("bobot")), {"nilai": "E6:E7", "bobot": "D6:D7"})
    '=IF(COUNT(E6:E7,D6:D7)<ROWS(E6:E7)+ROWS(D6:D7),"",SUMPRODUCT(E6:E7*D6:D7))'
    >>> rumus(Kolom("pagu_rp"), {"pagu_rp": "Anggaran!$E$5"})
    '=IF(Anggaran!$E$5="","",Anggaran!$E$5)'

    A cell of the percent type holds a hundredth of the figure:

    >>> rumus(Kolom("realisasi_rp") / Kolom("pagu_rp") * 100, {"realisasi_rp": "F5", "pagu_rp": "E5"}, pecahan=True)
    '=IF(COUNT(F5,E5)<2,"",IFERROR(F5/E5,""))'
    >>> rumus(Kolom("capaian_persen") - 50, {"capaian_persen": Pecahan("F5")})
    '=IF(COUNT(F5)<1,"",F5*100-50)'
    >>> rumus(Kolom("capaian_persen"), {"capaian_persen": Pecahan("F5")}, pecahan=True)
    '=IF(F5="","",F5)'

    A word is no number to count:

    >>> import numpy as np
    >>> from lkip_lib.rumus.bahasa import TIDAK_BERLAKU
    >>> rumus(np.where(Kolom("makna") == "belum", Kolom("sisa"), TIDAK_BERLAKU), {"makna": "I5", "sisa": "K5"})
    '=IF(OR(COUNT(K5)<1,I5=""),"",IFERROR(IF(I5="belum",K5,NA()),""))'
    """
    if s.op == "kolom":
        sel = alamat[s.isi[0]]
        return f'=IF({sel}="","",{sel}{_FAKTOR[isinstance(sel, Pecahan) - pecahan]})'
    perlu, kata = pasti(s), _kata(s)
    hitung = [a for k in perlu if k not in kata for a in areal(alamat[k])]
    syarat = [f"COUNT({_argumen(hitung)})<{_banyak(hitung)}"] if hitung else []
    syarat += [f'{a}=""' if ":" not in a else f'SUMPRODUCT(--({a}=""))>0'
               for k in perlu if k in kata for a in areal(alamat[k])]  # fmt: skip
    penulis = _Penulis(alamat, set(perlu))
    isi = penulis.pecahan(s) if pecahan else penulis.tulis(s)
    badan = f'IFERROR({isi},"")' if "NA()" in isi or any(n.op == "/" for n in semua(s)) else isi
    if not syarat:
        return f"={badan}"
    return f'=IF({syarat[0] if len(syarat) == 1 else "OR(" + ",".join(syarat) + ")"},"",{badan})'


def berlarik(s: Simpul) -> bool:
    """Tell whether a formula must be entered as one of arrays: it chooses among its members.

    >>> from lkip_lib.rumus.efisiensi import banyak_meleset
    >>> berlarik(banyak_meleset.pohon())
    True
    """
    milik = (n.op for j in semua(s) if j.op in BERANGGOTA for n in semua(j.isi[0]))
    return any(op not in (*HITUNG, "kolom", "angka", "neg") for op in milik)


def pasti(s: Simpul) -> list[str]:
    """Name the figures without which there is never a value: those read on every path that ends in one.

    >>> import numpy as np
    >>> from lkip_lib.rumus.bahasa import TIDAK_ADA, Kolom, cadangan
    >>> pasti(np.where(Kolom("a") > 0, Kolom("b"), Kolom("b") + Kolom("c"))), pasti(cadangan(Kolom("a"), Kolom("b")))
    (['a', 'b'], [])
    >>> pasti(np.where(Kolom("a") > 0, Kolom("b"), TIDAK_ADA))
    ['a', 'b']
    """
    match s.op:
        case "kolom":
            return [s.isi[0]]
        case "kosong" | "banyak" | "terisi" | "cadangan":
            return []
        case "jika":
            dua = [pasti(a) for a in s.isi[1:] if bernilai(a)] or [[]]
            return list(dict.fromkeys([*pasti(s.isi[0]), *(k for k in dua[0] if k in dua[-1])]))
        case "dan" | "atau":
            return pasti(s.isi[0])
    return list(dict.fromkeys(k for a in anak(s) for k in pasti(a)))


def bernilai(s: Simpul) -> bool:
    """Tell whether a tree ever has a value.

    >>> from lkip_lib.rumus.bahasa import TIDAK_ADA, Kolom
    >>> bernilai(Kolom("a") / TIDAK_ADA)
    False
    """
    match s.op:
        case "tanpa":
            return False
        case "jika":
            return bernilai(s.isi[0]) and any(map(bernilai, s.isi[1:]))
        case "cadangan":
            return any(map(bernilai, s.isi))
    return s.op == "kosong" or all(map(bernilai, anak(s)))


def areal(alamat: str) -> list[str]:
    """Part an address into its areas.

    >>> areal("F5:F7,F9")
    ['F5:F7', 'F9']
    """
    return [type(alamat)(a) for a in alamat.split(",")]


def _kata(s: Simpul) -> set[str]:
    """Name the figures that are words: they are compared with one."""
    pasangan = (n.isi for n in semua(s) if n.op in BANDING and any(a.op == "teks" for a in n.isi))
    return {a.isi[0] for dua in pasangan for a in dua if a.op == "kolom"}


def _argumen(isi: Sequence[str]) -> str:
    """List areas for a function; a list too long for one is unions."""
    if len(isi) <= _ARGUMEN:
        return ",".join(isi)
    return ",".join(f"({','.join(isi[i : i + _ARGUMEN])})" for i in range(0, len(isi), _ARGUMEN))


def _banyak(isi: Iterable[str]) -> str:
    """Count cells, those of ranges by what they hold now: rows may be put between."""
    semua_ = list(isi)
    satu = sum(":" not in a for a in semua_)
    return "+".join([f"ROWS({a})" for a in semua_ if ":" in a] + ([str(satu)] if satu else []))


def _seratus(teks: str, sel: str, atas: int = 0) -> str:
    """Write a value as its formula reads it: that of percent cells hundredfold."""
    if not isinstance(sel, Pecahan):
        return teks
    return f"({teks}*100)" if atas > _KALI else f"{teks}*100"


class _Penulis:
    """Write nodes; `pasti` are the figures that are known to be there, `larik` that they are those of many members."""

    def __init__(self, alamat: Mapping[str, str], pasti: set[str], larik: bool = False) -> None:
        self._alamat, self._pasti, self._larik = alamat, pasti, larik

    def pecahan(self, s: Simpul) -> str:
        """Write a hundredth of what a tree gives: without a factor where it ends in one."""
        while s.op == "rumus":
            s = s.isi[1]
        if s.op == "*" and s.isi[1].op == "angka" and s.isi[1].isi[0] == 100:
            return self.tulis(s.isi[0])
        return f"{self.tulis(s, _KALI)}/100"

    def tulis(self, s: Simpul, atas: int = 0) -> str:
        a, t = s.isi, self.tulis
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
                sel = self._alamat[a[0]]
                return _seratus(sel, sel, atas) if a[0] in self._pasti else f'IF({sel}="",NA(),{_seratus(sel, sel)})'
            case "rumus":
                return t(a[1], atas)
            case "neg":
                return f"-{t(a[0], 3)}"
            case "jika":
                lain = self._tahu({a[0].isi[0].isi[0]}) if a[0].op == "kosong" and a[0].isi[0].op == "kolom" else self
                return f"IF({t(a[0])},{self._sesudah(a[0]).tulis(a[1])},{lain._sesudah(a[0]).tulis(a[2])})"
            case "dan":
                return f"IF({t(a[0])},{self._sesudah(a[0]).tulis(a[1])},FALSE)"
            case "atau":
                return f"IF({t(a[0])},TRUE,{self._sesudah(a[0]).tulis(a[1])})"
            case "cadangan":
                milik = {a[0].isi[0]} if a[0].op == "kolom" else set()
                return f"IF({self._hampa(a[0])},{t(a[1])},{self._tahu(milik).tulis(a[0])})"
            case "kosong":
                return self._hampa(a[0])
            case "bulat":
                return f"{'TRUNC' if a[2] == 'potong' else 'ROUND'}(ROUND({t(a[0])},9),{a[1]})"
            case "bersih":
                return f"ROUND({t(a[0])},9)"
            case "jumlah" | "banyak" | "terisi":
                return self._anggota(s.op, a[0], atas)
            case "min" | "max" if self._larik:  # of arrays MIN would be that of them all
                return f"IF({t(a[0])}{'<' if s.op == 'min' else '>'}{t(a[1])},{t(a[0])},{t(a[1])})"
        if s.op in HITUNG and not bernilai(s):
            return "NA()"
        if s.op in HITUNG:
            k = HITUNG[s.op]
            teks = f"{t(a[0], k)}{s.op}{t(a[1], k + (s.op in '-/'))}"
            return f"({teks})" if k < atas else teks
        if s.op in BANDING:
            if "teks" in (a[0].op, a[1].op):
                return f"{t(a[0])}{s.op}{t(a[1])}"
            beda = t(a[0]) if a[1].op == "angka" and not a[1].isi[0] else f"{t(a[0], 1)}-{t(a[1], 2)}"
            return f"ROUND({beda},9){s.op}0"
        return f"{_FUNGSI[s.op]}({','.join(t(x) for x in anak(s))})"

    def _anggota(self, op: str, s: Simpul, atas: int) -> str:
        """Write what is done with all members; where they stand apart, area by area."""
        bagian = {k: areal(self._alamat[k]) for k in kolom_dibaca(s)}
        satu = next(iter(bagian.values()))
        if op == "banyak":
            return f"({_banyak(satu)})" if atas and len(satu) > 1 else _banyak(satu)
        if s.op == "kolom":
            return f"COUNT({_argumen(satu)})" if op == "terisi" else _seratus(f"SUM({_argumen(satu)})", satu[0], atas)
        fungsi = "SUMPRODUCT" if op == "jumlah" else "COUNT"
        isi = [
            f"{fungsi}({_Penulis({k: v[i] for k, v in bagian.items()}, self._pasti, larik=True).tulis(s)})"
            for i in range(len(satu))
        ]
        return f"({'+'.join(isi)})" if atas and len(isi) > 1 else "+".join(isi)

    def _sesudah(self, syarat: Simpul) -> _Penulis:
        """Write on where a condition was decided: what it rests on is there."""
        return self._tahu(set(pasti(syarat)))

    def _tahu(self, ada: set[str]) -> _Penulis:
        return _Penulis(self._alamat, self._pasti | ada, self._larik)

    def _hampa(self, s: Simpul) -> str:
        """Ask of a figure whether its cell is blank; of what is computed, whether it fails."""
        if s.op == "kolom":
            return f'{self._alamat[s.isi[0]]}=""'
        return f"ISERROR({_Penulis(self._alamat, set(), self._larik).tulis(s)})"

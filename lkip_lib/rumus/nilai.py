"""Compute a tree on arrays: for each row a value, and where there is none the state that says why.

One rule for every formula (docs/rumus.md, "Lima keadaan"): of what a row reads the strongest state counts: damaged,
then not applicable, then missing, then not computable. A division by zero is not computable at the
division. Comparisons are made of values rounded to nine decimals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lkip_lib import numerals
from lkip_lib.rumus.bahasa import BANDING, HITUNG, TIDAK_ADA, Simpul, anak

# In order of strength: the place in this row is the number by which arrays of states count.
KEADAAN = (
    numerals.ANGKA,
    str(TIDAK_ADA.isi[0]),
    numerals.BELUM_DIISI,
    numerals.TIDAK_BERLAKU,
    numerals.TIDAK_TERBACA,
)
TIDAK_DAPAT_DIHITUNG, BELUM_DIISI, TIDAK_BERLAKU, TIDAK_TERBACA = 1, 2, 3, 4
Keadaan = NDArray[np.int8]
_DESIMAL = 9
_MEMILIH = ("jika", "cadangan")  # what takes one of its last two as it is
TOLERANSI = 1e-9  # absolute, and of what it should be


@dataclass(frozen=True, slots=True)
class Nilai:
    """Hold values with their states, 0 where there is a value; a state of None says that every row has one."""

    isi: Any
    keadaan: Keadaan | None = None

    @property
    def kosong(self) -> NDArray[np.bool_]:
        """Tell for each row whether there is no value."""
        return np.zeros(np.shape(self.isi), bool) if self.keadaan is None else self.keadaan > 0


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Say to which group each member belongs, and how many groups there are."""

    letak: NDArray[np.intp]
    banyak: int


def hitung(s: Simpul, kolom: Mapping[str, Nilai], n: int, kelompok: Kelompok | None = None) -> Nilai:
    """Compute a tree on `n` rows, or for each group of members. Texts give "" where there is no value, numbers NaN."""
    with np.errstate(all="ignore"):
        hasil = _Hitungan(kolom, kelompok).dari(s)
    n = kelompok.banyak if kelompok else n
    isi, keadaan = _sepanjang(n, hasil.isi), _sepanjang(n, np.int8(0) if hasil.keadaan is None else hasil.keadaan)
    if isi.dtype.kind in "OU":
        isi = isi.astype(object)
        isi[keadaan > 0] = ""
    else:
        isi = isi.astype("float64")
        keadaan = np.where((keadaan == 0) & ~np.isfinite(isi), np.int8(TIDAK_DAPAT_DIHITUNG), keadaan)
        isi[keadaan > 0] = np.nan
    return Nilai(isi, keadaan)


def _sepanjang(n: int, isi: Any) -> NDArray[Any]:
    """Return what stands in each of `n` rows, where one value may stand for all of them."""
    larik = np.asarray(isi)
    return larik if larik.shape == (n,) else np.full(n, larik)


def terkuat(*keadaan: Keadaan | None) -> Keadaan | None:
    """Return for each row the strongest of several states."""
    ada = [k for k in keadaan if k is not None]
    if len(ada) < 2:
        return ada[0] if ada else None
    hasil = ada[0]
    for k in ada[1:]:
        hasil = np.maximum(hasil, k)
    return hasil


def bulatkan(nilai: Any, desimal: int, cara: str) -> Any:
    """Round half away from zero, or cut off; right on decimal text, not on binary dust."""
    v = np.round(nilai, _DESIMAL)
    besar = np.round(np.abs(v) * 10**desimal, _DESIMAL)
    return np.sign(v) * (np.floor(besar) if cara == "potong" else np.floor(besar + 0.5)) / 10**desimal


def banding(a: Any, tanda: str, b: Any) -> Any:
    """Compare as a person does: what differs after the ninth decimal is the same."""
    if isinstance(a, str) or isinstance(b, str) or np.asarray(a).dtype.kind == "O":
        sama = np.asarray(np.asarray(a, object) == np.asarray(b, object), bool)
        return sama if tanda == "=" else ~sama
    beda = np.round(np.asarray(a, "float64") - b, _DESIMAL)
    return _TANDA[tanda](beda, 0)


def sama(a: Any, b: Any) -> NDArray[np.bool_]:
    """Tell for each row whether two results agree within what floats can tell; what is missing in both agrees.

    >>> sama(np.array([1.0, 0.1 + 0.2, np.nan, 2.0]), np.array([1.0, 0.3, np.nan, np.nan])).tolist()
    [True, True, True, False]
    """
    with np.errstate(invalid="ignore"):
        hasil: NDArray[np.bool_] = (np.abs(a - b) <= TOLERANSI * (1 + np.abs(b))) | (np.isnan(a) & np.isnan(b))
    return hasil


_TANDA = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "=": np.equal,
          "<>": np.not_equal}  # fmt: skip
_DUA = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "min": np.minimum, "max": np.maximum}


class _Hitungan:
    """Compute nodes, each shared one once."""

    def __init__(self, kolom: Mapping[str, Nilai], kelompok: Kelompok | None) -> None:
        self._kolom, self._kelompok, self._ingat = kolom, kelompok, dict[int, Nilai]()

    def dari(self, s: Simpul) -> Nilai:
        if id(s) not in self._ingat:
            self._ingat[id(s)] = self._satu(s)
        return self._ingat[id(s)]

    def _satu(self, s: Simpul) -> Nilai:
        match s.op:
            case "angka" | "teks" | "benar":
                return Nilai(s.isi[0])
            case "tanpa":
                return Nilai(np.nan, np.array(KEADAAN.index(s.isi[0]), np.int8))
            case "kolom":
                return self._kolom[s.isi[0]]
            case "rumus":
                return self.dari(s.isi[1])
            case "jika":
                syarat, ya, tidak = anak(s)
                return self._pilih(self.dari(syarat), ya, tidak)
            case "dan" | "atau":
                kiri, kanan = anak(s)
                return self._pilih(self.dari(kiri), *((kanan, False) if s.op == "dan" else (True, kanan)))
            case "cadangan":
                return self._cadangan(*map(self.dari, anak(s)))
            case "jumlah" | "banyak" | "terisi":
                return self._anggota(s.op, self.dari(s.isi[0]))
        a, *lain = [self.dari(x) for x in anak(s)]
        keadaan = terkuat(a.keadaan, *(b.keadaan for b in lain))
        if s.op in HITUNG or s.op in ("min", "max"):
            b = lain[0].isi
            if s.op == "/":
                nol = np.asarray(b) == 0
                if nol.any():
                    keadaan = terkuat(keadaan, np.where(nol, np.int8(TIDAK_DAPAT_DIHITUNG), np.int8(0)))
            return Nilai(_DUA[s.op](a.isi, b), keadaan)
        if s.op in BANDING:
            return Nilai(banding(a.isi, s.op, lain[0].isi), keadaan)
        match s.op:
            case "neg":
                return Nilai(np.negative(a.isi), keadaan)
            case "abs":
                return Nilai(np.abs(a.isi), keadaan)
            case "bersih":
                return Nilai(np.round(a.isi, _DESIMAL), keadaan)
            case "bulat":
                return Nilai(bulatkan(a.isi, s.isi[1], s.isi[2]), keadaan)
            case "bukan":
                return Nilai(np.logical_not(a.isi), keadaan)
            case "kosong":
                return Nilai(False if a.keadaan is None else a.keadaan > 0)
        raise AssertionError(s.op)

    def _pilih(self, syarat: Nilai, ya: Simpul | bool, tidak: Simpul | bool) -> Nilai:
        """Take of each row the branch that its condition chooses, value and state; without a condition, neither."""
        a, b = (Nilai(x) if isinstance(x, bool) else self.dari(x) for x in (ya, tidak))
        isi_a, isi_b = a.isi, b.isi
        if _teks(isi_a) or _teks(isi_b):  # beside a text, what has no value is one without letters
            isi_a, isi_b = (x if _teks(x) else "" for x in (isi_a, isi_b))
            isi_a, isi_b = np.asarray(isi_a, object), np.asarray(isi_b, object)
        keadaan: Any = None
        if a.keadaan is not None or b.keadaan is not None:
            nol = np.int8(0)
            keadaan = np.where(syarat.isi, nol if a.keadaan is None else a.keadaan,
                               nol if b.keadaan is None else b.keadaan)  # fmt: skip
        if syarat.keadaan is not None:
            # Undecided, either might have been taken: what is damaged or missing in them counts too.
            lain = [x.keadaan for x, s in ((a, ya), (b, tidak)) if not isinstance(s, bool) and s.op != "tanpa"]
            belum: Any = terkuat(syarat.keadaan, *lain)
            keadaan = np.where(syarat.keadaan > 0, belum, np.int8(0) if keadaan is None else keadaan)
        return Nilai(np.where(syarat.isi, isi_a, isi_b), keadaan)

    def _cadangan(self, a: Nilai, b: Nilai) -> Nilai:
        """Let `b` stand in where `a` is not there; where neither is, a stand-in that does not apply says nothing."""
        if a.keadaan is None:
            return a
        kosong = a.keadaan > 0
        lain = np.int8(0) if b.keadaan is None else b.keadaan
        kurang = np.maximum(a.keadaan, np.where(lain == TIDAK_BERLAKU, np.int8(0), lain))
        return Nilai(np.where(kosong, b.isi, a.isi), np.where(kosong & (lain > 0), kurang, np.int8(0)))

    def _anggota(self, op: str, a: Nilai) -> Nilai:
        assert self._kelompok is not None, op
        letak, n = self._kelompok.letak, self._kelompok.banyak
        kosong = np.zeros(len(letak), np.int8) if a.keadaan is None else np.broadcast_to(a.keadaan, letak.shape)
        anggota = np.bincount(letak, minlength=n)
        if op == "banyak":
            return Nilai(anggota.astype("float64"))
        if op == "terisi":
            return Nilai(np.bincount(letak[kosong == 0], minlength=n).astype("float64"))
        urut = np.argsort(letak, kind="stable")
        per = np.split(np.broadcast_to(np.asarray(a.isi, "float64"), letak.shape)[urut], np.cumsum(anggota)[:-1])
        hasil = np.array([v.sum() for v in per])
        keadaan = np.where(anggota == 0, np.int8(TIDAK_BERLAKU), np.int8(0))
        np.maximum.at(keadaan, letak, kosong)
        return Nilai(hasil, keadaan)


def _teks(x: Any) -> bool:
    return isinstance(x, str) or getattr(getattr(x, "dtype", None), "kind", "") == "O"


def cabang(s: Simpul, kolom: Mapping[str, Nilai], n: int) -> list[tuple[Simpul, Sequence[bool]]]:
    """Split `n` rows by the branches that they take: each with the tree that is left when its conditions are decided.

    A row whose condition cannot be decided keeps the choice whole: it says for itself what is missing.
    """
    return _urai(s, kolom, n, np.ones(n, bool))


def _urai(s: Simpul, kolom: Mapping[str, Nilai], n: int, di: Any) -> list[tuple[Simpul, Any]]:
    if s.op in _MEMILIH:
        if s.op == "jika":
            syarat = hitung(s.isi[0], kolom, n)
            ya, tidak = (di & ~syarat.kosong & (syarat.isi == v) for v in (1, 0))
        else:
            ada, lain = (hitung(a, kolom, n).keadaan == 0 for a in s.isi)
            ya, tidak = di & ada, di & ~ada & lain
        sisa = di & ~ya & ~tidak
        hasil = [p for cab, baris in zip(s.isi[-2:], (ya, tidak), strict=True) if baris.any()
                 for p in _urai(cab, kolom, n, baris)]  # fmt: skip
        return [*hasil, (s, sisa)] if sisa.any() else hasil
    if s.op == "rumus":
        return [(Simpul("rumus", s.isi[0], p), b) for p, b in _urai(s.isi[1], kolom, n, di)]
    return [(s, di)]


def pilihan(s: Simpul) -> Simpul:
    """Return a tree in which a formula that only chooses among others has given way to what it chooses from."""
    match s.op:
        case "rumus":
            dalam = pilihan(s.isi[1])
            return dalam if hanya_memilih(dalam) else s
        case "jika":
            return Simpul("jika", s.isi[0], *map(pilihan, s.isi[1:]))
        case "cadangan":
            return Simpul("cadangan", *map(pilihan, s.isi))
    return s


def hanya_memilih(s: Simpul) -> bool:
    """Tell whether a tree computes nothing itself: whatever is chosen is a named formula."""
    return s.op == "rumus" or (s.op in _MEMILIH and all(map(hanya_memilih, s.isi[-2:])))


def berkata(s: Simpul) -> bool:
    """Tell whether what a tree gives is a word."""
    match s.op:
        case "teks":
            return True
        case "rumus":
            return berkata(s.isi[1])
        case "jika" | "cadangan":
            return any(map(berkata, s.isi[-2:]))
    return False


def penentu(s: Simpul) -> Iterator[Simpul]:
    """Yield the formulas within a tree that a row may go by: those that its choices come down to."""
    s = pilihan(s)
    if s.op == "rumus":
        yield s
    elif s.op in _MEMILIH:
        for cab in s.isi[-2:]:
            yield from penentu(cab)


def dibaca(s: Simpul, kolom: Mapping[str, Nilai], n: int) -> dict[str, NDArray[np.bool_]]:
    """Tell for each figure which rows read it: a branch not taken is not read; a condition always is."""
    hasil: dict[str, NDArray[np.bool_]] = {}

    def jalan(s: Simpul, di: NDArray[np.bool_]) -> None:
        if not di.any():
            return
        match s.op:
            case "kolom":
                hasil[s.isi[0]] = hasil.get(s.isi[0], np.zeros(n, bool)) | di
            case "jika" | "dan" | "atau":
                jalan(s.isi[0], di)
                syarat = hitung(s.isi[0], kolom, n)
                benar, ada = syarat.isi == 1, ~syarat.kosong
                ya, tidak = {"jika": s.isi[1:], "dan": (s.isi[1], None), "atau": (None, s.isi[1])}[s.op]
                for cab, baris in ((ya, di & ada & benar), (tidak, di & ada & ~benar)):
                    if cab is not None:
                        jalan(cab, baris)
            case "cadangan":
                jalan(s.isi[0], di)
                jalan(s.isi[1], di & hitung(s.isi[0], kolom, n).kosong)
            case _:
                for a in anak(s):
                    jalan(a, di)

    jalan(s, np.ones(n, bool))
    return hasil

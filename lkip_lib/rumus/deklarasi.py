"""One declaration a formula: a plain function. Names before `*` are figures it reads, names after `*` what it is told.

    @rumus("persen", sumber="Praktik penyusunan LKIP")
    def serapan(realisasi_rp, pagu_rp):
        "Realisasi terhadap pagu."
        return realisasi_rp / pagu_rp * 100

Called with numbers or columns it computes; called with nodes it leaves its tree. What it is told is plain Python while
it is traced, so `match arah` with `case _: raise` decides once for every kind of row.
"""

from __future__ import annotations

import inspect
import math
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from importlib import import_module
from types import CodeType, FunctionType, MappingProxyType, ModuleType
from typing import Any, overload

import numpy as np
import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.rumus import nilai as N
from lkip_lib.rumus.bahasa import BOLEH, DiLuarBahasa, Kolom, Simpul, beranggota, simpul
from lkip_lib.rumus.jenis import ARAH_KARTU, JENIS
from lkip_lib.rumus.larik import Larik
from lkip_lib.rumus.nilai import Kelompok, Nilai, hitung
from lkip_lib.rumus.sifat import KATEGORI, KEBIJAKAN
from lkip_lib.rumus.tulis import awal_kecil
from lkip_lib.rumus.ungkapan import angka_dalam

PRAKTIK = "Praktik penyusunan LKIP"
# What a category may say, where that is a closed list.
_ISI = {"arah": ARAH_KARTU, "jenis": JENIS}
# Every formula is tried on these beside its tree: what is missing, nothing, less than nothing, halves, and the usual.
_COBA = (np.nan, 0.0, -1.0, -0.5, 0.5, 1.0, 2.5, 8.55, 64.17, 65.0, 100.0, 412.0)


class RumusDitolak(MasukanSalah):
    """Refuse a formula that the language does not hold; names the formula, its cell and its line."""


@dataclass(frozen=True, eq=False)
class Rumus:
    """Hold one declared formula."""

    nama: str
    fungsi: Callable[..., Any]
    satuan: str
    arti: str
    sumber: str
    angka: tuple[str, ...]
    sifat: tuple[str, ...]
    _jejak: dict[Any, tuple[Any, Simpul, Any]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        # So that it is looked at as the function that it stands for: its help, its module, its doctest.
        for nama, isi in (("__wrapped__", self.fungsi), ("__module__", self.fungsi.__module__), ("__doc__", self.arti)):
            object.__setattr__(self, nama, isi)

    def __reduce__(self) -> Any:
        """Carry a formula to another process: by name where the library has it, else with its own code."""
        modul = self.fungsi.__module__
        if modul.startswith("lkip_lib.") and getattr(sys.modules[modul], self.fungsi.__name__, None) is self:
            return _bernama, (self.fungsi.__module__, self.fungsi.__name__)
        import cloudpickle

        isi = (self.nama, self.satuan, self.arti, self.sumber, self.angka, self.sifat)
        return _muat, (cloudpickle.dumps(self.fungsi), *isi)

    @property
    def kalimat_arti(self) -> str:
        """Return the meaning in one sentence."""
        return " ".join(self.arti.split("\n\n")[0].split())

    @property
    def sebutan(self) -> str:
        """Return the meaning as it stands within a sentence; without a meaning the name."""
        return awal_kecil(self.kalimat_arti).rstrip(".") or self.nama

    @property
    def dari_sel(self) -> bool:
        """Tell whether the formula is one of a cell."""
        return not self.fungsi.__module__.startswith("lkip_lib.")

    @property
    def sebutan_bersumber(self) -> str:
        """Return the meaning with its source, where it has one."""
        return f"{self.sebutan} ({self.sumber})" if self.sumber else self.sebutan

    def pohon(self, sifat: Mapping[str, Any] = MappingProxyType({})) -> Simpul:
        """Trace the formula for what it is told. A trace is used again only while nothing it was made of has changed.

        Raises RumusDitolak for what is outside the language, and for a tree that computes other than the function.
        """
        kunci = tuple(_kunci(sifat[k]) for k in self.sifat)
        sidik = sidik_fungsi(self.fungsi)
        ada = self._jejak.get(kunci)
        if ada is None or ada[0] != sidik:
            # What is told stays alive: its id is the key.
            ada = self._jejak[kunci] = (sidik, self._telusuri(sifat), dict(sifat))
        return ada[1]

    def _telusuri(self, sifat: Mapping[str, Any]) -> Simpul:
        isi = {k: _Kata(k, sifat[k]) if k in _ISI else sifat[k] for k in self.sifat}
        try:
            hasil = simpul(self.fungsi(*map(Kolom, self.angka), **isi))
            luar = angka_dalam(hasil) - _tetapan(self.fungsi.__code__)
            if luar and (luar := luar.difference(*self._angka_sah(isi).values())):
                sebut = ", ".join(f"{v:.15g}".replace(".", ",") for v in sorted(luar))
                raise DiLuarBahasa(
                    f"Angka {sebut} tidak tertulis dalam rumusnya dan bukan milik kebijakan. "
                    "Tulis angkanya di dalam rumus, atau baca sebagai kolom."
                )
            self._cocokkan(hasil, isi)
        except MasukanSalah:
            raise
        except Exception as salah:
            raise self._tolak(salah) from None
        return hasil

    def _angka_sah(self, sifat: Mapping[str, Any]) -> dict[str, set[float]]:
        """Return the numbers that may stand in the tree by where they are from: its own text, and each policy."""
        milik = {f"{k} {getattr(s, 'nama', '')}".strip(): _angka_kebijakan(s) for k, s in sifat.items()}
        return {"rumus": _angka_teks(self.fungsi), **milik}

    def asal_angka(self, sifat: Mapping[str, Any], pohon: Simpul) -> dict[float, str]:
        """Say of each number of a tree where it is from: `rumus`, or the policy by its name (`batas 100`)."""
        sah = self._angka_sah({k: sifat[k] for k in self.sifat})
        return {v: ", ".join(asal for asal, milik in sah.items() if v in milik) for v in sorted(angka_dalam(pohon))}

    def _tolak(self, salah: Exception) -> RumusDitolak:
        berkas = self.fungsi.__code__.co_filename
        baris = [f.lineno for f in traceback.extract_tb(salah.__traceback__) if f.filename == berkas]
        sebab = str(salah) if isinstance(salah, DiLuarBahasa) else f"{type(salah).__name__}: {salah}."
        if not isinstance(salah, DiLuarBahasa | NameError | LookupError) and " argument" not in str(salah):
            sebab += f" {BOLEH}"  # of a name or an argument that is not there the language is not the cause
        tempat = berkas.rpartition("/")[2] if " sel " in berkas else "" if "ipykernel" in berkas else berkas
        return RumusDitolak(
            Masalah(f"Rumus {self.nama} tidak dapat dipakai.", sebab, tempat, baris[-1] if baris else None)
        )

    def _sebut_isian(self, kurang: Iterable[str]) -> str:
        """Say what a call leaves out, with the whole of what is to be written, to be copied."""
        nama, bintang = self.fungsi.__name__, ["*"] if self.sifat else []
        panggil = ", ".join([*self.angka, *(f"{k}={k}" for k in self.sifat)])
        return (
            f"{nama} belum diberi {', '.join(kurang)}. Panggil {nama}({panggil}), dan sebut nama yang sama pada rumus "
            f"yang memanggilnya: ({', '.join([*self.angka, *bintang, *self.sifat])})."
        )

    def _cocokkan(self, pohon: Simpul, sifat: Mapping[str, Any]) -> None:
        """Hold the tree against the function itself on plain arrays: a trace must not silently be another formula."""
        himpunan = beranggota(pohon)
        contoh = _contoh(len(self.angka))  # of members each is a group; else every row stands for itself
        for nilai in contoh if himpunan else (np.concatenate(contoh, axis=1),):
            n = 1 if himpunan else nilai.shape[1]
            polos = self.fungsi(*(Larik(v) for v in nilai), **sifat)
            kolom = {k: Nilai(v, np.isnan(v).astype(np.int8)) for k, v in zip(self.angka, nilai, strict=True)}
            kelompok = Kelompok(np.zeros(nilai.shape[1], np.intp), 1) if himpunan else None
            dari_pohon = hitung(pohon, kolom, n, kelompok).isi
            if not _sama(np.broadcast_to(_bersihkan(polos), (n,)), dari_pohon):
                raise DiLuarBahasa(
                    "Rumus ini menghitung lain bila dijalankan langsung daripada bila ditelusuri: ada langkah yang "
                    f"tidak terlihat oleh penelusuran. {BOLEH}"
                )

    def atas(self, **kolom: str) -> Atas:
        """Say which columns its names stand for: `rata_rata.atas(nilai="capaian_persen")`."""
        if asing := set(kolom) - set(self.angka) - set(KATEGORI):
            raise RumusDitolak(Masalah(f"Rumus {self.nama} tidak membaca {asing.pop()}.", terdekat("", self.angka)))
        return Atas(self, kolom)

    def __call__(self, *angka: Any, **lain: Any) -> Any:
        """Compute on numbers, arrays or columns; under a trace leave a named node."""
        isi = dict(zip(self.angka, angka, strict=False)) | {k: lain[k] for k in self.angka if k in lain}
        if kurang := [k for k in (*self.angka, *self.sifat) if k not in isi and k not in lain]:
            raise DiLuarBahasa(self._sebut_isian(kurang))
        sifat = {k: v for k, v in lain.items() if k not in self.angka}
        nilai = [isi[k] for k in self.angka]
        if any(isinstance(a, Simpul) for a in nilai):
            return Simpul("rumus", self, simpul(self.fungsi(*nilai, **sifat)))
        if any(isinstance(a, Larik) for a in nilai):
            hasil = self.fungsi(*nilai, **sifat)
            return Larik(np.full(np.shape(nilai[0]), np.nan)) if isinstance(hasil, Simpul) else hasil
        pohon = self.pohon(sifat)
        larik = [np.atleast_1d(polos(a)) for a in nilai]
        himpunan = beranggota(pohon)
        bentuk = np.broadcast_shapes(*{a.shape for a in larik})
        n = math.prod(bentuk)
        kolom = {
            k: Nilai(v, (v == "").astype(np.int8) if v.dtype == object else np.isnan(v).astype(np.int8))
            for k, v in zip(self.angka, (_selebar(a, bentuk).ravel() for a in larik), strict=True)
        }
        kelompok = Kelompok(np.zeros(n, np.intp), 1) if himpunan else None
        hasil = hitung(pohon, kolom, n, kelompok).isi
        if himpunan or all(np.ndim(a) == 0 for a in nilai):
            return hasil[0] if hasil.dtype == object else float(hasil[0])
        seri = next((a for a in nilai if isinstance(a, pd.Series)), None)
        return pd.Series(hasil, index=seri.index) if seri is not None else hasil.reshape(bentuk)


class _Kata(str):
    """A word of a category as a formula sees it: compared with one that there is not, it refuses."""

    sifat: str

    def __new__(cls, sifat: str, isi: str) -> _Kata:
        kata = super().__new__(cls, isi)
        kata.sifat = sifat
        return kata

    __hash__ = str.__hash__

    def __eq__(self, lain: object) -> bool:
        if isinstance(lain, str) and str(lain) not in ("", *_ISI[self.sifat]):
            raise DiLuarBahasa(f'{self.sifat} "{lain}" tidak ada. {terdekat(lain, _ISI[self.sifat])}')
        return str.__eq__(self, lain)

    def __ne__(self, lain: object) -> bool:
        return not self == lain


def _bernama(modul: str, nama: str) -> Rumus:
    hasil: Rumus = getattr(import_module(modul), nama)
    return hasil


def _muat(kode: bytes, nama: str, satuan: str, arti: str, sumber: str, angka: Any, sifat: Any) -> Rumus:
    import cloudpickle

    return Rumus(nama, cloudpickle.loads(kode), satuan, arti, sumber, angka, sifat)


@dataclass(frozen=True)
class Atas:
    """Hold a formula with the columns that its names stand for."""

    rumus: Rumus
    kolom: Mapping[str, str]


def _selebar(a: np.ndarray, bentuk: tuple[int, ...]) -> np.ndarray:
    return a if a.shape == bentuk else np.broadcast_to(a, bentuk)


def polos(nilai: Any) -> Any:
    """Return what a column holds as an array: numbers as floats, NaN where missing; texts as they are, or ""."""
    if hasattr(nilai, "to_numpy"):
        if nilai.dtype.kind == "f" and isinstance(nilai.dtype, np.dtype):
            return nilai.to_numpy("float64")
        if nilai.dtype.kind != "O":
            return nilai.to_numpy(dtype="float64", na_value=np.nan)
        nilai = nilai.to_numpy(dtype=object)
    isi = np.asarray(nilai)
    if isi.dtype.kind in "OU" and any(isinstance(v, str) for v in isi.ravel()):
        return np.where(pd.isna(isi), "", isi).astype(object)
    return isi.astype("float64")


@overload
def rumus(satuan: Callable[..., Any]) -> Rumus: ...
@overload
def rumus(satuan: str = "", *, sumber: str = "", nama: str = "") -> Callable[[Callable[..., Any]], Rumus]: ...
def rumus(satuan: Any = "", *, sumber: str = "", nama: str = "") -> Any:
    """Declare a formula: `@rumus("persen", sumber="PermenPANRB 8/2021")`, over a function with a docstring.

    One of the library without a source is common practice; one of a cell is the analyst's own, and names none.
    `nama` may hold a fact in braces (`efisiensi_{efisiensi.nama}`). Raises RumusDitolak for a name after `*` that is
    neither a category nor a policy, for defaults and for `*args`.
    """

    def bungkus(f: Callable[..., Any]) -> Rumus:
        p = inspect.signature(f).parameters.values()
        sebutan = nama or f.__name__
        tempat = f.__code__.co_filename.rpartition("/")[2] if " sel " in f.__code__.co_filename else ""

        def tolak(temuan: str, saran: str) -> RumusDitolak:
            return RumusDitolak(Masalah(f"Rumus {sebutan}: {temuan}", saran, tempat, f.__code__.co_firstlineno))

        for k in p:
            if k.kind in (k.VAR_POSITIONAL, k.VAR_KEYWORD) or k.default is not k.empty:
                raise tolak(f'"{k}" bukan nama kolom.', "Tulis nama kolom satu per satu, tanpa nilai bawaan.")
            if k.kind is k.KEYWORD_ONLY and k.name not in KATEGORI and k.name not in KEBIJAKAN:
                raise tolak(
                    f'"{k.name}" tidak dapat ditulis sesudah *; yang dapat hanya kategori dan kebijakan.',
                    f"{terdekat(k.name, [*KATEGORI, *KEBIJAKAN])} Angka ditulis sebelum *.",
                )
        asal = sumber or (PRAKTIK if (f.__module__ or "").startswith("lkip_lib.") else "")
        return Rumus(sebutan, f, "" if callable(satuan) else satuan, inspect.getdoc(f) or "", asal,
                     tuple(k.name for k in p if k.kind is not k.KEYWORD_ONLY),
                     tuple(k.name for k in p if k.kind is k.KEYWORD_ONLY))  # fmt: skip

    return bungkus(satuan) if callable(satuan) else bungkus


# ---- what a trace rests on
def _kunci(sifat: Any) -> Any:
    return sifat if isinstance(sifat, str | int | float | bool | None.__class__) else id(sifat)


def sidik_fungsi(f: Callable[..., Any]) -> tuple[Any, ...]:
    """Return what a function's result can depend on: its code, and all that it takes from around it."""
    return tuple(_sidik(f, set()))


def _sidik(f: Any, dilihat: set[int]) -> Iterable[Any]:
    if id(f) in dilihat:
        return
    dilihat.add(id(f))
    yield f.__code__
    for nama, isi in _dari_luar(f):
        if isinstance(isi, Rumus):
            yield nama, id(isi)
            yield from _sidik(isi.fungsi, dilihat)
        elif isinstance(isi, FunctionType):
            yield nama, id(isi)
            if not (isi.__module__ or "").startswith(("numpy", "pandas", "lkip_lib.rumus.bahasa")):
                yield from _sidik(isi, dilihat)
        elif not isinstance(isi, ModuleType | type):
            teks = repr(isi)
            yield nama, teks if len(teks) < 2000 else id(isi)


def _dari_luar(f: Any) -> Iterable[tuple[str, Any]]:
    """Yield the names that a function takes from its module, its cell or the function around it."""
    semua_nama = _nama(f.__code__)
    for nama in semua_nama:
        if nama in f.__globals__:
            isi = f.__globals__[nama]
            if isinstance(isi, ModuleType):  # capaian.capaian_mentah(...)
                yield from ((k, v) for k in semua_nama if isinstance(v := vars(isi).get(k), Rumus))
            yield nama, isi
    for nama, sel in zip(f.__code__.co_freevars, f.__closure__ or (), strict=True):
        try:
            yield nama, sel.cell_contents
        except ValueError:
            continue


@cache
def _nama(kode: CodeType) -> tuple[str, ...]:
    dalam = [k for k in kode.co_consts if isinstance(k, CodeType)]
    return tuple(sorted({*kode.co_names}.union(*map(_nama, dalam))))


@cache
def _tetapan(kode: CodeType) -> frozenset[float]:
    hasil: set[float] = set()
    for k in kode.co_consts:
        if isinstance(k, CodeType):
            hasil |= _tetapan(k)
        for v in k if isinstance(k, tuple) else (k,):
            if isinstance(v, int | float) and not isinstance(v, bool):
                hasil |= {float(v), -float(v)}
    return frozenset(hasil)


def _angka_teks(f: Any) -> set[float]:
    """Return the numbers of a formula's own text, and of the functions and formulas that it calls."""
    hasil: set[float] = set()
    dilihat: set[int] = set()

    def dari(f: Any) -> None:
        if id(f) in dilihat:
            return
        dilihat.add(id(f))
        hasil.update(_tetapan(f.__code__))
        for _, isi in _dari_luar(f):
            if isinstance(isi, Simpul):
                continue
            if isinstance(isi, Rumus):
                dari(isi.fungsi)
            elif hasattr(isi, "angka_tetap"):
                hasil.update(isi.angka_tetap)
            elif isinstance(isi, FunctionType) and not (isi.__module__ or "").startswith(("numpy", "pandas")):
                dari(isi)

    dari(f)
    return hasil


def _angka_kebijakan(isi: Any) -> set[float]:
    match isi:
        case bool() | None | str():
            return set()
        case int() | float():
            return {float(isi), -float(isi)}
        case Mapping():
            return {v for a in isi.values() for v in _angka_kebijakan(a)}
        case tuple() | list():
            return {v for a in isi for v in _angka_kebijakan(a)}
    if hasattr(isi, "angka_tetap"):  # a policy that is itself a formula, or counts the decimals of its bounds
        return set(isi.angka_tetap) | _isi_model(isi)
    return _isi_model(isi)


def _isi_model(isi: Any) -> set[float]:
    nama = list(getattr(type(isi), "model_fields", {})) or ([f.name for f in fields(isi)] if is_dataclass(isi) else [])
    return {v for n in nama for v in _angka_kebijakan(getattr(isi, n))}


# ---- the trial beside plain arrays
@cache
def _contoh(n: int) -> tuple[np.ndarray, ...]:
    acak = np.random.default_rng(20)
    penuh = np.array(_COBA[1:])
    return acak.choice(np.array(_COBA), (n, 64)), acak.choice(penuh, (n, 48)), acak.choice(penuh, (n, 3))


def _bersihkan(hasil: Any) -> Any:
    if isinstance(hasil, Simpul):
        hasil = np.nan if hasil.op == "tanpa" else hasil.isi[0]
    isi = np.asarray(hasil)
    if isi.dtype.kind in "OU":
        return isi.astype(object)
    isi = isi.astype("float64")
    return np.where(np.isfinite(isi), isi, np.nan)


def _sama(a: Any, b: Any) -> bool:
    if a.dtype == object or b.dtype == object:
        return a.dtype == b.dtype and bool((a == b).all())
    return bool(N.sama(a, b).all())

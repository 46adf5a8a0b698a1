"""A formula as it was applied: with what it was told, the columns or the members that it read, and their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.frames import himpun, larik
from lkip_lib.rumus.bahasa import Simpul
from lkip_lib.rumus.deklarasi import Atas, Rumus, polos
from lkip_lib.rumus.nilai import BELUM_DIISI, Kelompok, Nilai, berkata, hitung
from lkip_lib.rumus.sifat import KATEGORI
from lkip_lib.rumus.ungkapan import terbit

# Frames carry the key of what was applied to them, and no more: pandas copies it at every step.
TANDA = "terapan"

Letak = tuple[NDArray[np.intp], Kelompok]  # the members that belong to a row, and to which


@dataclass(frozen=True, eq=False)
class Anggota:
    """Hold the rows that a group's figure is made of, and which column of theirs finds the row of the group.

    `tempat` is the cell that grouped them, and its line, where it is known.
    """

    frame: pd.DataFrame
    tabel: str
    per: tuple[tuple[str, str], ...]
    tempat: tuple[str, int | None] = ("", None)

    def milik(self, tersimpan: Mapping[str, pd.DataFrame], bawaan: str) -> str:
        """Name the saved table whose rows these are, all of them or some; what is declared where none can be told."""
        tanda = self.frame.attrs.get(TANDA)
        sama = [n for n, f in tersimpan.items() if f is self.frame]
        turunan = [n for n, f in tersimpan.items() if tanda and f.attrs.get(TANDA) == tanda]
        return next(iter(sama), "") or self.tabel or next(iter(turunan), "") or bawaan

    def kelompok(self, frame: pd.DataFrame) -> Letak:
        """Return which members belong to a row of `frame`, and to which."""
        if self.frame.empty or frame.empty:
            return np.empty(0, np.intp), Kelompok(np.empty(0, np.intp), len(frame))
        letak = {k: i for i, k in enumerate(zip(*(larik(frame, b).tolist() for _, b in self.per), strict=True))}
        milik = [letak.get(k, -1) for k in zip(*(larik(self.frame, a).tolist() for a, _ in self.per), strict=True)]
        semua = np.array(milik if self.per else [0] * len(self.frame), dtype=np.intp)
        ikut = np.flatnonzero(semua >= 0)
        return ikut, Kelompok(semua[ikut], len(frame))


@dataclass(frozen=True, eq=False)
class Terapan:
    """Hold one formula bound to the columns of a table."""

    rumus: Rumus
    tetap: Mapping[str, Any]
    kolom: Mapping[str, str] = field(default_factory=dict)
    anggota: Anggota | None = None
    _pohon: dict[tuple[Any, ...], Simpul] = field(default_factory=dict, repr=False)

    @cached_property
    def nama(self) -> str:
        return self.rumus.nama.format(**self.tetap) if "{" in self.rumus.nama else self.rumus.nama

    @cached_property
    def sifat_baris(self) -> tuple[str, ...]:
        return tuple(k for k in self.rumus.sifat if k not in self.tetap)

    def baca(self, nama: str) -> str:
        """Return the column that a name of the formula stands for."""
        return self.kolom.get(nama, nama)

    def kunci(self, sifat: tuple[Any, ...]) -> str:
        """Name the expression of the rows that have these categories in common.

        Two cells may call different formulas the same: one of a cell is told apart by a star and a mark of its tree.
        """
        nama = self.rumus.fungsi.__name__
        if self.rumus.dari_sel:
            nama += f"*{crc32(terbit(self.pohon(sifat)).encode()):08x}"
        return f"{nama}[{','.join(map(str, sifat))}]" if sifat else nama

    def pohon(self, sifat: tuple[Any, ...]) -> Simpul:
        """Return the tree for the categories of a row; what was traced when the formula was applied is kept."""
        if sifat not in self._pohon:
            self._pohon[sifat] = self.rumus.pohon(self.sifat(sifat))
        return self._pohon[sifat]

    def sifat(self, baris: tuple[Any, ...]) -> dict[str, Any]:
        """Return all that the formula is told, the categories of a row among it."""
        milik = dict(zip(self.sifat_baris, baris, strict=True))
        return {k: milik[k] if k in milik else self.tetap[k] for k in self.rumus.sifat}

    def terpakai(self) -> Mapping[tuple[Any, ...], Simpul]:
        """Return the trees that were traced, by the categories of their rows."""
        return self._pohon

    def pada(self, frame: pd.DataFrame, letak: Letak | None = None) -> Pada:
        """Return the formula on the rows of a frame; `letak` where it is known already which members are whose."""
        return Pada(self, frame, letak or (self.anggota.kelompok(frame) if self.anggota else None))


@dataclass(frozen=True, eq=False)
class Pada:
    """Hold a formula on the rows of one frame; `letak` says which members belong to which row, where it has members."""

    terapan: Terapan
    frame: pd.DataFrame
    letak: Letak | None

    @cached_property
    def bagian(self) -> list[tuple[tuple[Any, ...], Simpul, NDArray[np.intp]]]:
        """Return each set of categories that rows have in common, with its tree and these rows."""
        t = self.terapan
        if not t.sifat_baris:
            return [((), t.pohon(()), np.arange(len(self.frame)))]
        sifat = zip(*(larik(self.frame, t.baca(s)).tolist() for s in t.sifat_baris), strict=True)
        per = himpun((k, i) for i, k in enumerate(sifat))
        return [(sifat, t.pohon(sifat), np.array(baris, dtype=np.intp)) for sifat, baris in per.items()]

    def hitung(self, baca: Mapping[str, Nilai] | None = None) -> Nilai:
        """Compute every row from the values (and states) of the figures, by the formula's own names.

        Where they are not given they are read from the frame or its members; an empty cell counts as not filled in.
        """
        n = len(self.frame)
        if not n:  # of which there are many: of each agency most tables have no rows
            return self._tanpa_baris()
        baca = self._baca_frame() if baca is None else baca
        isi: Any = None
        keadaan: Any = np.zeros(n, np.int8)
        for _, pohon, baris in self.bagian:
            if self.letak:
                ikut, kelompok = self.letak
                hasil = hitung(pohon, {k: _pilih(v, ikut) for k, v in baca.items()}, n, kelompok)
                hasil = _pilih(hasil, baris)
            else:
                milik = baca if len(baris) == n else {k: _pilih(v, baris) for k, v in baca.items()}
                hasil = hitung(pohon, milik, len(baris))
            if isi is None:
                isi = np.full(n, "", object) if hasil.isi.dtype == object else np.full(n, np.nan)
            elif hasil.isi.dtype == object and isi.dtype != object:
                isi = np.where(np.isnan(isi), "", isi).astype(object)
            kata = isi.dtype == object and hasil.isi.dtype != object  # beside words, no value is no letters
            isi[baris], keadaan[baris] = "" if kata else hasil.isi, hasil.keadaan
        return Nilai(np.full(n, np.nan) if isi is None else isi, keadaan)

    @property
    def _sumber(self) -> pd.DataFrame:
        return self.terapan.anggota.frame if self.terapan.anggota else self.frame

    def _baca_frame(self) -> dict[str, Nilai]:
        t, sumber = self.terapan, self._sumber
        return {k: nilai_kolom(sumber, t.baca(k), t.rumus.nama) for k in t.rumus.angka}

    def _tanpa_baris(self) -> Nilai:
        t, sumber = self.terapan, self._sumber
        for k in t.rumus.angka:
            periksa_ada(sumber, t.baca(k), t.rumus.nama)
        kata = any(berkata(pohon) for _, pohon, _ in self.bagian)
        return Nilai(np.empty(0, object if kata else "float64"), np.zeros(0, np.int8))


def periksa_ada(frame: pd.DataFrame, kolom: str, untuk: str) -> None:
    """Raise MasukanSalah when a frame has no column of that name."""
    if kolom not in frame:
        raise MasukanSalah(
            Masalah(f"Kolom {kolom}, yang dibaca rumus {untuk}, tidak ada.", terdekat(kolom, map(str, frame)))
        )


def nilai_kolom(frame: pd.DataFrame, kolom: str, untuk: str) -> Nilai:
    """Read a column. Raises MasukanSalah when the frame has none of that name."""
    periksa_ada(frame, kolom, untuk)
    isi = polos(larik(frame, kolom))
    kosong = (isi == "") if isi.dtype == object else np.isnan(isi)
    return Nilai(isi, np.where(kosong, np.int8(BELUM_DIISI), np.int8(0)) if kosong.any() else None)


def ikat(
    rumus: Rumus | Atas, frame: pd.DataFrame, pilihan: Any, kolom: Mapping[str, str] | None = None,
    anggota: Anggota | None = None,
) -> Terapan:  # fmt: skip
    """Bind a formula: its categories are columns of the frame, its policies choices of the year.

    Raises MasukanSalah for a category that is no column and a policy that params do not know.
    """
    kolom = kolom or {}
    if isinstance(rumus, Atas):
        kolom, rumus = {**kolom, **rumus.kolom}, rumus.rumus
    tetap: dict[str, Any] = {}
    for k in rumus.sifat:
        if k in KATEGORI:
            if kolom.get(k, k) not in frame:
                raise MasukanSalah(Masalah(f"Rumus {rumus.nama} memerlukan kolom {k}.", terdekat(k, map(str, frame))))
        else:
            tetap[k] = getattr(pilihan, k)
    return Terapan(rumus, tetap, kolom, anggota)


def _pilih(v: Nilai, baris: Any) -> Nilai:
    isi = v.isi[baris] if np.ndim(v.isi) else v.isi
    return Nilai(isi, None if v.keadaan is None else v.keadaan[baris] if np.ndim(v.keadaan) else v.keadaan)

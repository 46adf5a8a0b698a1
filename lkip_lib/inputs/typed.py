"""Type a text table: every figure read by its unit and declared range, its state and place kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.errors import Masalah
from lkip_lib.frames import catatan, susun
from lkip_lib.inputs.corrections import SelTerkoreksi
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.ordinal import baca_tingkat
from lkip_lib.inputs.tables import Column, Table
from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG
from lkip_lib.numerals import Rentang
from lkip_lib.policies.jenjang import Jenjang
from lkip_lib.rumus.jenis import ARAH_KARTU, TINGKAT, berentang, bertingkat, berubah, disebut, dua_sisi, setiap

# A printed figure may lie anywhere, −412 too; no range may talk it away.
_SEMUA = (-100_000.0, 100_000.0)
# What a printed or claimed figure may be that is a word, not a number.
BESARAN_KATA = frozenset({"predikat", "tingkat_efisiensi"})
JENIS_KATA = frozenset({"arah", "predikat", "tahun", "terbilang"})


@dataclass(frozen=True, slots=True)
class Sel:
    """Hold one figure cell: where it stands, how it reads, and its correction, if any."""

    tabel: str
    posisi: int
    kolom: Column
    baris: int
    bacaan: numerals.Reading
    satuan: str
    kata: bool = False
    koreksi: SelTerkoreksi | None = None
    bacaan_koreksi: numerals.Reading | None = None

    @property
    def berkas(self) -> str:
        return f"{self.tabel}.csv"

    @property
    def berlaku(self) -> numerals.Reading:
        """Return the reading that counts: the correction's, when there is one."""
        return self.bacaan_koreksi or self.bacaan


@dataclass(frozen=True, slots=True)
class Satuan:
    """Know the unit and range of every figure: fixed, the row's own, or its indicator's card."""

    kartu: Mapping[str, tuple[str, Rentang | None]]
    ordinal: Mapping[str, Jenjang | None] = field(default_factory=dict)

    def untuk(self, column: Column, baris: Mapping[str, object]) -> tuple[str, Rentang | None]:
        """Return unit and range of a cell in a row."""
        match column.satuan:
            case "@satuan":
                # A service element is scored from 1 to 4 (PermenPANRB 14/2017).
                return str(baris.get("satuan", "")), (1, 4) if baris.get("komponen") == "unsur" else None
            case "@indikator" if baris.get("indikator") in self.ordinal:
                return "kata", None
            case "@indikator":
                satuan, rentang = self.kartu.get(str(baris.get("indikator", "")), ("", None))
                if disebut(berubah, baris.get("jenis")):
                    rentang = _rentang_perubahan(rentang)
                return str(baris.get("satuan") or satuan), rentang
            case "@besaran":
                return self._besaran(baris)
            case "tingkat":
                return "tingkat", (1, 4)
            case tetap:
                return tetap, None

    def kartu_sebutan(self, column: Column, baris: Mapping[str, object]) -> Rentang | None:
        """Return the card's range of a level that a report prints; it only chooses between two readings."""
        bertingkat = column.satuan == "@besaran" and baris.get("besaran") in ("realisasi", "target")
        return self.kartu.get(str(baris.get("subjek", "")), ("", None))[1] if bertingkat else None

    def _besaran(self, baris: Mapping[str, object]) -> tuple[str, Rentang | None]:
        besaran = str(baris["besaran"])
        if besaran in BESARAN_KATA or baris.get("jenis") in JENIS_KATA:
            return "kata", None
        if besaran in ("realisasi", "target") and baris["subjek"] in self.ordinal:
            return "kata", None
        if besaran in ("realisasi", "target"):
            return self.kartu.get(str(baris["subjek"]), (str(baris.get("satuan", "")), None))[0], _SEMUA
        if besaran == "ukuran_efisiensi":  # points, a ratio or a value, by the rule in force
            return "", (-1000.0, 1000.0)
        if besaran == "selisih":
            return self.kartu.get(str(baris["subjek"]), (str(baris.get("satuan", "")), None))[0], _SEMUA
        for akhiran, satuan in (("_persen", "persen"), ("_rp", "rupiah"), ("_poin", "poin")):
            if besaran.endswith(akhiran):
                return satuan, None if satuan == "rupiah" else _SEMUA
        if "jenis_subjek" in baris and besaran not in DIHITUNG_ULANG:
            return "kata", None  # read as nothing else: what it counts is not known
        return (str(baris.get("satuan") or "buah")), None


def rentang_kartu(teks: str, jenis: str = TINGKAT) -> Rentang | None:
    """Read a card's declared range, of a level; what is measured as a change may be as far below zero.

    >>> rentang_kartu("0-100"), rentang_kartu("0-100", "perubahan"), rentang_kartu("")
    ((0.0, 100.0), (-100.0, 100.0), None)
    """
    bacaan = numerals.read(teks)
    rentang = (bacaan.low, bacaan.high) if bacaan.low is not None or bacaan.high is not None else None
    return _rentang_perubahan(rentang) if berubah(jenis) else rentang


def masalah_rentang(kartu: pd.DataFrame) -> list[Masalah]:
    """List the cards whose range is none, so that it could settle nothing."""
    return [
        Masalah(f'"{r}" bukan kisaran.', "Tulis misalnya 0-100 atau ≥0.", "indikator.csv", int(baris), "rentang")
        for r, baris in zip(kartu["rentang"], kartu[BARIS], strict=True)
        if r and rentang_kartu(r) is None
    ]


def masalah_bobot(kartu: pd.DataFrame) -> list[Masalah]:
    """List the sasaran whose indicators all weigh nothing, so that they have no mean."""
    nol = pd.to_numeric(kartu["bobot"].str.replace(",", "."), errors="coerce").eq(0)
    temuan, perbaikan = "Semua indikator sasaran {} berbobot nol.", "Beri bobot sekurangnya satu indikatornya."
    return [
        Masalah(temuan.format(sasaran), perbaikan, "indikator.csv", int(milik[BARIS].iloc[0]), "bobot")
        for sasaran, milik in kartu.groupby("sasaran", sort=False)
        if nol[milik.index].all()
    ]


def masalah_arah(kartu: pd.DataFrame) -> list[Masalah]:
    """List the cards that aim at a range and hold a kind of target that has none."""
    dua = kartu[kartu["arah"].isin([a for a in ARAH_KARTU if dua_sisi(a)])]
    asing = dua[~setiap(lambda j: bertingkat(j) or berentang(j), dua["jenis"])]
    return [
        Masalah(
            f"Arah {arah} tidak berarti bagi target {jenis}: targetnya suatu rentang.",
            "Pilih arah naik atau turun, atau jenis rentang.",
            "indikator.csv",
            int(baris),
            "arah",
        )
        for arah, jenis, baris in zip(asing["arah"], asing["jenis"], asing[BARIS], strict=True)
    ]


def _rentang_perubahan(rentang: Rentang | None) -> Rentang | None:
    """A value within 0…100 can change by −100…100."""
    if rentang is None or rentang[0] is None or rentang[1] is None:
        return None
    lebar = rentang[1] - rentang[0]
    return -lebar, lebar


def ketik(
    frame: pd.DataFrame, table: Table, satuan: Satuan, koreksi: Sequence[SelTerkoreksi]
) -> tuple[pd.DataFrame, list[Sel]]:
    """Type one table.

    Returns the typed frame (text columns; `tahun` as Int64; each figure as float, with its ends for a range under
    `<nama>_bawah` and `<nama>_atas`, and its state under `<nama>_status`) and the figure cells, in order.
    """
    di_sel = {(k.posisi, k.koreksi.kolom): k for k in koreksi if k.tabel == table.nama}
    per_baris = [
        [_baca_sel(table.nama, posisi, c, baris, satuan, di_sel.get((posisi, c.name))) for c in table.angka]
        for posisi, baris in enumerate(catatan(frame))
    ]
    isi: dict[str, Sequence[Any]] = {}
    dtype: dict[str, str] = {}
    for c in (c for c in table.columns if c not in table.angka):
        isi[c.name], dtype[c.name] = _teks(frame[c.name].tolist(), c)
    isi[BARIS], dtype[BARIS] = frame[BARIS].tolist(), "int64"
    for i, c in enumerate(table.angka):
        milik = [sel[i].berlaku for sel in per_baris]
        nama, berkisar = c.nama_ketik, c.satuan == "@indikator"
        isi[nama] = [b.value for b in milik]
        isi[f"{nama}_status"] = [b.status for b in milik]
        isi[f"{nama}_tercetak"] = [b.text for b in milik]
        dtype |= {nama: "float64", f"{nama}_status": "object", f"{nama}_tercetak": "object"}
        if berkisar:
            isi[f"{nama}_bawah"] = [b.low for b in milik]
            isi[f"{nama}_atas"] = [b.high for b in milik]
            isi[f"{nama}_desimal"] = [b.decimals for b in milik]
            dtype |= {f"{nama}_bawah": "float64", f"{nama}_atas": "float64", f"{nama}_desimal": "int64"}
    return susun(isi, dtype), [s for sel in per_baris for s in sel]


def _teks(isi: list[str], column: Column) -> tuple[list[Any], str]:
    """Type a column that holds no figure; returns its cells and their dtype."""
    if column.kind == "tahun":
        return [int(t) if t else None for t in isi], "Int64"
    if column.kind == "bulat":
        return [_bilangan(t) for t in isi], "float64"
    return isi, "object"


def _bilangan(teks: str) -> float:
    return float(teks.replace(",", ".")) if teks else float("nan")


def _baca_sel(
    tabel: str,
    posisi: int,
    column: Column,
    baris: Mapping[str, object],
    satuan: Satuan,
    koreksi: SelTerkoreksi | None,
) -> Sel:
    unit, rentang = satuan.untuk(column, baris)
    kata = unit == "kata"
    berjenjang = kata and column.satuan == "@indikator"

    def baca(teks: str) -> numerals.Reading:
        if berjenjang:
            return baca_tingkat(teks, satuan.ordinal[str(baris["indikator"])])
        if kata:
            return numerals.Reading(teks, None, numerals.ANGKA if teks else numerals.BELUM_DIISI)
        bacaan = numerals.read(teks, satuan=unit, rentang=rentang)
        kartu = satuan.kartu_sebutan(column, baris) if bacaan.candidates and bacaan.value is None else None
        satu = numerals.read(teks, satuan=unit, rentang=kartu) if kartu else bacaan
        return bacaan if satu.value is None else satu

    return Sel(
        tabel,
        posisi,
        column,
        int(str(baris[BARIS])),
        baca(str(baris[column.name])),
        "" if kata else unit,
        kata,
        koreksi,
        baca(koreksi.koreksi.become) if koreksi else None,
    )


def _masalah_sel(s: Sel) -> Masalah:
    temuan = f'"{s.berlaku.text}" bukan angka.'
    if s.kata:
        temuan = s.berlaku.note.removeprefix("Tidak terbaca: ")
    if s.koreksi:
        return Masalah(temuan, "Tulis angkanya di become, atau kosongkan.", *s.koreksi.letak)
    if s.kata:
        return Masalah(
            temuan,
            "Pakai salah satu tingkat itu, atau isi kolom jenjang di tabel indikator.",
            s.berkas,
            s.baris,
            s.kolom.name,
        )
    contoh = "927.012.320" if numerals.units.family(s.satuan) == "uang" else "64,17"
    perbaikan = f'Tulis angkanya seperti tercetak, misalnya "{contoh}", atau kosongkan bila belum ada.'
    return Masalah(temuan, perbaikan, s.berkas, s.baris, s.kolom.name)


def masalah_sel(sel: Sequence[Sel]) -> list[Masalah]:
    """List the cells that hold no number at all: a typing error to mend, not a damaged figure to report.

    A printed figure that is only damaged ("35.000.0000") is evidence and stays, as `tidak_terbaca`.
    """
    return [
        _masalah_sel(s)
        for s in sel
        if s.berlaku.status == numerals.TIDAK_TERBACA
        and not s.tabel.startswith("tercetak/")
        and _bukan_angka(s.berlaku.text)
    ]


def _bukan_angka(teks: str) -> bool:
    inti = re.sub(r"^\s*\D?\W?(rp|idr|νρ)\.?\s*", "", teks, flags=re.I)
    inti = re.sub(r"\s+[A-Za-z%/ ]+$", "", inti)
    return not re.search(r"\d", inti) or bool(re.search(r"[^\W\d_]", inti))

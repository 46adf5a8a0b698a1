"""Correct cells without touching the data: `koreksi.yml`, each correction guarded by what it expects to find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from pydantic import Field

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, sebut_tempat, terdekat, tolak
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.headings import pilihan_untuk
from lkip_lib.inputs.origin import Asal, asal_tabel
from lkip_lib.inputs.tables import Table
from lkip_lib.strict_yaml import Ketat

BERKAS = "koreksi.yml"


class Koreksi(Ketat):
    """Declare one correction. An empty `become` withdraws the printed figure without putting another there."""

    berkas: str
    kunci: dict[str, str] = Field(min_length=1)
    kolom: str
    expect: str
    become: str
    reason: str = Field(min_length=10)
    evidence: str = Field(min_length=10)
    by: str = ""
    date: dt.date | None = None


class _Berkas(Ketat):
    koreksi: tuple[Koreksi, ...] = ()


@dataclass(frozen=True, slots=True)
class Tertulis:
    """Hold a correction and where it stands: file, line, and in a workbook the address of its cell."""

    isi: Koreksi
    letak: tuple[str, int | None, str]


@dataclass(frozen=True, slots=True)
class SelTerkoreksi:
    """Hold a correction with the cell it found: table and position of the row; `letak` is where the correction is."""

    koreksi: Koreksi
    tabel: str
    posisi: int
    letak: tuple[str, int | None, str]


def daftar(folder: Path) -> list[Tertulis]:
    """Read `koreksi.yml` as it is written. Raises MasukanSalah for a correction that cannot be used."""
    path = folder / BERKAS
    if not path.exists():
        return []
    isi = strict_yaml.cocokkan(_Berkas, strict_yaml.muat(path, BERKAS, "koreksi"), path, BERKAS).koreksi
    return [Tertulis(k, (BERKAS, strict_yaml.baris_kunci(path, ("koreksi", i)), "")) for i, k in enumerate(isi)]


def temukan(
    daftar: Sequence[Tertulis],
    tabel: Mapping[str, pd.DataFrame],
    deklarasi: Mapping[str, Table],
    asal: Mapping[str, Asal],
) -> list[SelTerkoreksi]:
    """Find the cell of each correction; `asal` tells where the tables were read.

    Raises MasukanSalah when a table, row or column is unknown, a cell is corrected twice, or the cell no longer
    holds what the correction expects.
    """
    hasil: list[SelTerkoreksi] = []
    masalah: list[Masalah] = []
    terpakai: set[tuple[str, int, str]] = set()
    for tertulis in daftar:
        koreksi = tertulis.isi
        ditemukan = _cari(koreksi, tabel, deklarasi, asal)
        if isinstance(ditemukan, Masalah):
            masalah.append(Masalah(ditemukan.temuan, ditemukan.perbaikan, *tertulis.letak))
            continue
        nama, posisi = ditemukan
        if (nama, posisi, koreksi.kolom) in terpakai:
            masalah.append(Masalah("Sel yang sama dikoreksi dua kali.", "Sisakan satu koreksi.", *tertulis.letak))
        terpakai.add((nama, posisi, koreksi.kolom))
        hasil.append(SelTerkoreksi(koreksi, nama, posisi, tertulis.letak))
    tolak(masalah)
    return hasil


def baris_kunci(frame: pd.DataFrame, table: Table, kunci: Mapping[str, str]) -> pd.Series:
    """Tell which rows a correction's key means; its choices may be written as in the table."""
    cocok = np.ones(len(frame), bool)
    for kolom, isi in kunci.items():
        dicari = pilihan_untuk(table[kolom], isi)
        cocok &= [str(v) == dicari for v in frame[kolom]] if kolom in frame else False
    return pd.Series(cocok, frame.index)


def _cari(
    koreksi: Koreksi,
    tabel: Mapping[str, pd.DataFrame],
    deklarasi: Mapping[str, Table],
    asal: Mapping[str, Asal],
) -> tuple[str, int] | Masalah:
    nama = koreksi.berkas.removesuffix(".csv")
    if nama not in tabel:
        return Masalah(f'Tabel "{koreksi.berkas}" tidak ada.', terdekat(nama, tabel))
    frame = tabel[nama]
    dikenal = [c.name for c in deklarasi[nama].columns]
    for kolom in (*koreksi.kunci, koreksi.kolom):
        if kolom not in dikenal:
            return Masalah(f'Kolom "{kolom}" tidak ada.', terdekat(kolom, dikenal))
    angka = [c.name for c in deklarasi[nama].angka]
    if koreksi.kolom not in angka:
        return Masalah(
            f'Kolom "{koreksi.kolom}" tidak berisi angka.',
            f"Yang dapat dikoreksi: {', '.join(angka) or 'tidak ada'}; teks diperbaiki di tabelnya.",
        )
    cocok = baris_kunci(frame, deklarasi[nama], koreksi.kunci)
    sebut = ", ".join(f"{k} = {v}" for k, v in koreksi.kunci.items())
    if cocok.sum() != 1:
        return Masalah(
            f"Kunci {sebut} menunjuk {int(cocok.sum())} baris di {koreksi.berkas}.",
            "Kunci koreksi harus menunjuk tepat satu baris.",
        )
    posisi = frame.index[cocok][0]
    ada = str(frame[koreksi.kolom][posisi])
    if ada != koreksi.expect:
        tempat = sebut_tempat(*asal_tabel(asal, nama).letak(int(frame[BARIS][posisi]), koreksi.kolom))
        return Masalah(
            f'Koreksi mengharapkan "{koreksi.expect}" di {tempat}, tetapi selnya berisi "{ada}".',
            "Periksa apakah datanya sudah diperbaiki; bila ya, hapus koreksi ini.",
        )
    return nama, int(posisi)

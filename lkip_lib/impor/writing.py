"""Write imported rows as the tables of a year: new, added to a table, or in its place; all of them or none."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import yaml

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.mapping import TABEL
from lkip_lib.impor.reading import Impor
from lkip_lib.inputs import documents
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.origin import asal_tabel
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES, TAHUNAN
from lkip_lib.inputs.words import ANALISIS

_SUDAH = "Pakai --ganti untuk menggantinya, atau --tambah untuk menambah barisnya."


def berkas_tabel(tabel: str, periode: str = TAHUNAN) -> str:
    """Return the file that a table is written to.

    >>> berkas_tabel("kas"), berkas_tabel("analisis", "tw2")
    ('kas.csv', 'analisis-tw2.yml')
    """
    if tabel != ANALISIS.nama:
        return f"{tabel}.csv"
    return f"{tabel}.yml" if periode == TAHUNAN else f"{tabel}-{periode}.yml"


def tulis(semua: Sequence[Impor], folder: Path, *, ganti: bool = False, tambah: bool = False) -> list[Path]:
    """Write the tables into a year's folder and return the paths of those that are not as they were.

    A table that already has rows is refused unless it says the same, or is to be replaced (`ganti`) or added to
    (`tambah`; a key that is there with something else is refused); one on a sheet of the year's workbook always is.
    Every file is written beside its place first. Raises MasukanSalah.
    """
    baru = _gabung(semua)
    kata = baru.pop(ANALISIS.nama, None)
    ada = baca_mentah(folder, {nama: TABLES[nama] for nama in baru})
    masalah = [] if ganti else [*ada.masalah]
    isi: dict[Path, str] = {}
    for nama, frame in baru.items():
        lama, asal = ada.tabel.get(nama, pd.DataFrame()), asal_tabel(ada.asal, nama)
        dipakai = frame
        if not lama.empty:
            temuan = f"Tabel {nama} sudah berisi {len(lama)} baris."
            sama, bentrok = _bandingkan(nama, lama, frame)
            if sama.all():
                continue
            if asal.lembar:
                perbaikan = "Kosongkan lembarnya lebih dahulu; impor menulis berkas CSV."
                masalah.append(Masalah(temuan, perbaikan, asal.berkas, kolom=asal.letak(None)[2]))
            elif tambah:
                masalah += bentrok
                dipakai = pd.concat([lama, frame[~sama]], ignore_index=True).fillna("")
            elif not ganti:
                masalah.append(Masalah(temuan, _SUDAH, asal.berkas))
        isi[folder / berkas_tabel(nama)] = _csv(nama, dipakai)
    if kata is not None:
        isi |= dict(_analisis(kata, folder, masalah, ganti=ganti, tambah=tambah))
    if masalah:
        raise MasukanSalah(masalah)
    return _tukar(isi)


def _gabung(semua: Sequence[Impor]) -> dict[str, pd.DataFrame]:
    """Join parts that fill the same table."""
    hasil: dict[str, pd.DataFrame] = {}
    for satu in semua:
        lama = hasil.get(satu.tabel)
        hasil[satu.tabel] = satu.frame if lama is None else pd.concat([lama, satu.frame], ignore_index=True).fillna("")
    return hasil


def _bandingkan(nama: str, lama: pd.DataFrame, baru: pd.DataFrame) -> tuple[pd.Series, list[Masalah]]:
    """Tell which rows a table has already, as they are, and which it has with something else."""
    tabel = TABEL[nama]
    kolom = [c.name for c in tabel.columns if c.name in baru.columns and c.name != "sumber"]
    bawaan = {c.name: c.bawaan for c in tabel.columns}

    def isi(frame: pd.DataFrame, dari: Sequence[str]) -> list[tuple[str, ...]]:
        penuh = pd.DataFrame({k: frame.get(k, "") for k in dari}, index=frame.index, dtype=object)
        return [tuple(v or bawaan[k] for k, v in zip(dari, b, strict=True)) for b in penuh.itertuples(index=False)]

    dikenal = set(isi(lama, kolom))
    sama = pd.Series([b in dikenal for b in isi(baru, kolom)], index=baru.index)
    ada = dict(zip(isi(lama, tabel.kunci), lama[BARIS], strict=True))
    return sama, [
        Masalah(f"Baris {', '.join(k)} sudah ada.", "Hapus yang lama, atau pakai --ganti.", f"{nama}.csv", int(ada[k]))
        for k in dict.fromkeys(isi(baru[~sama], tabel.kunci))
        if k in ada
    ]


def _analisis(
    kata: pd.DataFrame, folder: Path, masalah: list[Masalah], *, ganti: bool, tambah: bool
) -> Iterator[tuple[Path, str]]:
    """Yield the files of the analyst's words, one for each period; words that stand there are not lost."""
    for periode, milik in kata.groupby("periode", sort=False):
        nama = berkas_tabel(ANALISIS.nama, str(periode))
        baru: dict[str, dict[str, list[str]]] = {}
        for kode, jenis, teks in zip(milik["indikator"], milik["jenis"], milik["teks"], strict=True):
            if teks and teks not in (daftar := baru.setdefault(kode, {}).setdefault(jenis, [])):
                daftar.append(teks)
        lama = documents.analisis(folder, nama).model_dump(mode="json", exclude_defaults=True)
        tertulis = {k: v for k, v in lama.get("indikator", {}).items() if v}
        if all(tertulis.get(k) == v for k, v in baru.items()):
            continue
        if tertulis and not (ganti or tambah):
            masalah.append(Masalah(f"{nama} sudah berisi {len(tertulis)} indikator.", _SUDAH, nama))
        for kode in baru.keys() & tertulis.keys() if tambah else ():
            if tertulis[kode] != baru[kode]:
                masalah.append(Masalah(f"Analisis {kode} sudah ada.", "Hapus yang lama, atau pakai --ganti.", nama))
        semua = {**lama, "indikator": {**({} if ganti else tertulis), **baru}}
        yield folder / nama, yaml.safe_dump(semua, allow_unicode=True, sort_keys=False, width=110)


def _csv(nama: str, frame: pd.DataFrame) -> str:
    kolom = [c.name for c in TABLES[nama].columns if c.name in frame.columns]
    teks = io.StringIO()
    penulis = csv.writer(teks, lineterminator="\n")
    penulis.writerow(kolom)
    penulis.writerows(frame[kolom].itertuples(index=False))
    return teks.getvalue()


def _tukar(isi: dict[Path, str]) -> list[Path]:
    sementara = {path: path.with_name(f".{path.name}.impor") for path in isi}
    try:
        for path, teks in isi.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            sementara[path].write_text(teks, encoding="utf-8", newline="")
        for path, baru in sementara.items():
            os.replace(baru, path)
    finally:
        for baru in sementara.values():
            baru.unlink(missing_ok=True)
    return list(isi)

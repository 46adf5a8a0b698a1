"""Write imported rows as the tables of a year: new, added to a table, or in its place; all of them or none."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import yaml

from lkip_lib.errors import Masalah, sebut_sebagian, tolak
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
    (`tambah`: blank cells are filled, what says something else is refused); one on a sheet of the year's workbook
    always is.
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
            sama = _bandingkan(nama, lama, frame)
            if sama.all():
                continue
            if asal.lembar:
                perbaikan = "Kosongkan lembarnya lebih dahulu; impor menulis berkas CSV."
                masalah.append(Masalah(temuan, perbaikan, asal.berkas, kolom=asal.letak(None)[2]))
            elif tambah:
                dipakai, bentrok = _tambahkan(nama, lama, frame[~sama])
                masalah += bentrok
            elif not ganti:
                masalah.append(Masalah(temuan, _SUDAH, asal.berkas))
        isi[folder / berkas_tabel(nama)] = _csv(nama, dipakai)
    if kata is not None:
        isi |= dict(_analisis(kata, folder, masalah, ganti=ganti, tambah=tambah))
    tolak(masalah)
    return _tukar(isi)


def _gabung(semua: Sequence[Impor]) -> dict[str, pd.DataFrame]:
    """Join parts that fill the same table."""
    hasil: dict[str, pd.DataFrame] = {}
    for satu in semua:
        lama = hasil.get(satu.tabel)
        hasil[satu.tabel] = satu.frame if lama is None else pd.concat([lama, satu.frame], ignore_index=True).fillna("")
    return hasil


def _bandingkan(nama: str, lama: pd.DataFrame, baru: pd.DataFrame) -> pd.Series:
    """Tell which rows a table has already, as they are."""
    kolom = [c.name for c in TABEL[nama].columns if c.name in baru.columns and c.name != "sumber"]
    dikenal = set(_isi(nama, lama, kolom))
    return pd.Series([b in dikenal for b in _isi(nama, baru, kolom)], index=baru.index)


def _isi(nama: str, frame: pd.DataFrame, kolom: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the rows of some columns, defaults filled in."""
    bawaan = {c.name: c.bawaan for c in TABEL[nama].columns}
    penuh = pd.DataFrame({k: frame.get(k, "") for k in kolom}, index=frame.index, dtype=object)
    return [tuple(v or bawaan[k] for k, v in zip(kolom, b, strict=True)) for b in penuh.itertuples(index=False)]


def _tambahkan(nama: str, lama: pd.DataFrame, baru: pd.DataFrame) -> tuple[pd.DataFrame, list[Masalah]]:
    """Return a table with rows added, and blank cells of its own filled; what says something else is a problem."""
    tabel = TABEL[nama]
    hasil = lama.reindex(columns=[*lama.columns, *(k for k in baru.columns if k not in lama)]).astype(object).fillna("")
    letak = {k: i for i, k in enumerate(_isi(nama, lama, tabel.kunci))}
    tambahan, masalah = [], []
    angka = {c.name for c in tabel.angka}
    for kunci, b in zip(_isi(nama, baru, tabel.kunci), baru.to_dict("records"), strict=True):
        i = letak.get(kunci, -1)
        ada = {k: str(hasil[k].iloc[i]) for k in baru.columns if k != BARIS} if i >= 0 else {}
        beda = [
            k for k, isi in ada.items() if k != "sumber" and isi.strip(" -") and str(b[k]).strip(" -") and isi != b[k]
        ]
        if i < 0 or (tabel.berulang and angka.intersection(beda)):
            tambahan.append(b)
            continue
        hasil.loc[hasil.index[i], [*ada]] = [b[k] if k == "sumber" or not _berisi(ada[k]) else ada[k] for k in ada]
        masalah += [
            Masalah(
                f'{k} {", ".join(kunci)} sudah berisi "{ada[k]}"; di ekspor "{b[k]}".',
                "Hapus yang lama, atau pakai --ganti.",
                f"{nama}.csv",
                int(lama[BARIS].iloc[i]),
            )
            for k in beda
        ]
    return pd.concat([hasil, pd.DataFrame(tambahan, columns=baru.columns)], ignore_index=True).fillna(""), masalah


def _berisi(teks: str) -> bool:
    return bool(teks.strip(" -"))


def hilang(semua: Sequence[Impor], folder: Path) -> list[str]:
    """Name the rows that a replacement would take away: those whose key the new table has not."""
    kabar = []
    for nama, baru in _gabung(semua).items():
        lama = baca_mentah(folder, {nama: TABLES[nama]}).tabel.get(nama) if nama in TABLES else None
        if lama is None:
            continue
        ada = set(_isi(nama, baru, TABEL[nama].kunci))
        sisa = [k for k in _isi(nama, lama, TABEL[nama].kunci) if k not in ada]
        if sisa:
            sebut = sebut_sebagian([" ".join(k) for k in sisa], 5, "; ")
            kabar.append(f"--ganti menghapus {len(sisa)} baris {nama}.csv yang tidak ada di ekspor: {sebut}.")
    return kabar


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

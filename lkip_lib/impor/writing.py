"""Write imported rows as the CSV tables of a year: new, added to a table, or in its place; all of them or none."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.reading import Impor
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.origin import asal_tabel
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES


def tulis(semua: Sequence[Impor], folder: Path, *, ganti: bool = False, tambah: bool = False) -> list[Path]:
    """Write the tables into a year's folder and return their paths.

    A table that already has rows is refused unless it is to be replaced (`ganti`) or added to (`tambah`; a key that
    is there already is refused); one on a sheet of the year's workbook always is. Every file is written beside its
    place first. Raises MasukanSalah.
    """
    baru = _gabung(semua)
    ada = baca_mentah(folder, {nama: TABLES[nama] for nama in baru})
    masalah = [] if ganti else [*ada.masalah]
    for nama, frame in baru.items():
        lama, asal = ada.tabel.get(nama, pd.DataFrame()), asal_tabel(ada.asal, nama)
        if lama.empty:
            continue
        temuan = f"Tabel {nama} sudah berisi {len(lama)} baris."
        if asal.lembar:
            perbaikan = "Kosongkan lembarnya lebih dahulu; impor menulis berkas CSV."
            masalah.append(Masalah(temuan, perbaikan, asal.berkas, kolom=asal.letak(None)[2]))
        elif tambah:
            masalah += _kunci_dobel(nama, lama, frame)
            baru[nama] = pd.concat([lama, frame], ignore_index=True).fillna("")
        elif not ganti:
            perbaikan = "Pakai --ganti untuk menggantinya, atau --tambah untuk menambah barisnya."
            masalah.append(Masalah(temuan, perbaikan, asal.berkas))
    if masalah:
        raise MasukanSalah(masalah)
    return _tukar({folder / f"{nama}.csv": _csv(nama, frame) for nama, frame in baru.items()})


def _gabung(semua: Sequence[Impor]) -> dict[str, pd.DataFrame]:
    """Join parts that fill the same table."""
    hasil: dict[str, pd.DataFrame] = {}
    for satu in semua:
        lama = hasil.get(satu.tabel)
        hasil[satu.tabel] = satu.frame if lama is None else pd.concat([lama, satu.frame], ignore_index=True).fillna("")
    return hasil


def _kunci_dobel(nama: str, lama: pd.DataFrame, baru: pd.DataFrame) -> list[Masalah]:
    tabel = TABLES[nama]
    bawaan = {k: tabel[k].bawaan for k in tabel.kunci}

    def kunci(frame: pd.DataFrame) -> list[tuple[str, ...]]:
        isi = frame.reindex(columns=list(tabel.kunci)).fillna("")
        return [tuple(v or bawaan[k] for k, v in zip(tabel.kunci, b, strict=True)) for b in isi.itertuples(index=False)]

    ada = dict(zip(kunci(lama), lama[BARIS], strict=True))
    return [
        Masalah(f"Baris {', '.join(k)} sudah ada.", "Hapus yang lama, atau pakai --ganti.", f"{nama}.csv", int(ada[k]))
        for k in dict.fromkeys(kunci(baru))
        if k in ada
    ]


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

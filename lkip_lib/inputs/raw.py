"""Read the tables of a year as text, wherever they stand: CSV files or sheets of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs import workbook
from lkip_lib.inputs.files import baca_csv
from lkip_lib.inputs.listing import cari_buku, daftar_csv
from lkip_lib.inputs.origin import Asal
from lkip_lib.inputs.sheet import baca_lembar
from lkip_lib.inputs.tables import Table


@dataclass(slots=True)
class Mentah:
    """Hold raw tables with their places, problems, and what a reader should know of a workbook (place, what).

    `disebut` are the tables that have a file or a sheet, readable or not.
    """

    disebut: set[str] = field(default_factory=set)
    tabel: dict[str, pd.DataFrame] = field(default_factory=dict)
    asal: dict[str, Asal] = field(default_factory=dict)
    masalah: list[Masalah] = field(default_factory=list)
    kabar: list[tuple[str, str]] = field(default_factory=list)


def baca_mentah(folder: Path, deklarasi: Mapping[str, Table]) -> Mentah:
    """Read every declared table of a folder, in the order of the declarations.

    A sheet without rows is an absent table, unless the table is necessary. Raises nothing: what cannot be read is in
    `masalah`.
    """
    hasil = Mentah()
    csv = {nama: path for nama, path in daftar_csv(folder).items() if nama in deklarasi}
    hasil.disebut |= csv.keys()
    if path := cari_buku(folder):
        try:
            _baca_buku(path, deklarasi, csv, hasil)
        except MasukanSalah as salah:
            hasil.masalah += salah.masalah
            hasil.disebut |= deklarasi.keys()
    for nama, berkas in csv.items():
        try:
            hasil.tabel[nama] = baca_csv(berkas, f"{nama}.csv")
            hasil.asal[nama] = Asal(f"{nama}.csv")
        except MasukanSalah as salah:
            hasil.masalah += salah.masalah
    hasil.tabel = {nama: hasil.tabel[nama] for nama in deklarasi if nama in hasil.tabel}
    return hasil


def _baca_buku(path: Path, deklarasi: Mapping[str, Table], csv: Mapping[str, Path], hasil: Mentah) -> None:
    semua = workbook.kisi(path)
    pasangan, masalah, kabar = workbook.pasangkan(semua, deklarasi, path.name)
    hasil.masalah += masalah
    hasil.kabar += kabar
    hasil.disebut |= pasangan.keys()
    hanya_contoh: list[str] = []
    for nama, nama_lembar in pasangan.items():
        lembar = baca_lembar(semua[nama_lembar], deklarasi[nama], path.name)
        kosong = lembar.frame is not None and lembar.frame.empty
        if kosong and (nama in csv or not deklarasi[nama].perlu):
            hanya_contoh += [nama_lembar] if lembar.kabar else []
            continue
        if nama in csv:
            temuan = f"Tabel {nama} ada di {path.name} (lembar {nama_lembar}) dan di {nama}.csv."
            hasil.masalah.append(Masalah(temuan, "Sisakan satu: kosongkan lembarnya, atau pindahkan berkas CSV-nya."))
        hasil.masalah += lembar.masalah
        hasil.kabar += lembar.kabar
        if lembar.frame is not None:
            hasil.tabel[nama] = lembar.frame
            hasil.asal[nama] = lembar.asal
    if hanya_contoh:
        hasil.kabar.insert(len(kabar), (f"lembar {', '.join(hanya_contoh)}", "Tidak berisi data; dianggap kosong."))

"""Parse a command line: help and mistakes in Indonesian, and the agency and year that most commands ask for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.places import EDISI, Tempat, tempat

_INSTANSI = "disnaker-kota-bekasi"
# The names under which the Makefile takes a value; a mistyped one is handed on as it is and refused here.
_VARIABEL = (
    *("YEAR", "INSTANSI", "FROM", "BENTUK", "TRIWULAN", "FORMATS", "EDISI", "GAGAL_PADA", "MESIN", "PAKSA"),
    *("FILE", "FOLDER", "DENGAN", "KELUAR", "TULIS", "PETA", "YA", "GANTI", "TAMBAH", "PEKERJA", "YEARS", "SCHEDULER"),
)
_JUDUL_BANTUAN = (("usage:", "Pemakaian:"), ("positional arguments:", "Isian:"), ("options:", "Pilihan:"))


class Pengurai(argparse.ArgumentParser):
    """Parse the command line; help and mistakes are told in Indonesian, a mistake with the nearest option."""

    def __init__(self, **isi: Any) -> None:
        super().__init__(**isi, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_help(self) -> str:
        teks = super().format_help()
        for inggris, indonesia in _JUDUL_BANTUAN:
            teks = teks.replace(inggris, indonesia)
        return teks

    def error(self, message: str) -> NoReturn:
        if perintah := re.search(r"invalid choice: '(\S*)' \(choose from (.*)\)", message):
            sah = [p.strip(" '") for p in perintah[2].split(",")]
            raise MasukanSalah(Masalah(f'Perintah "{perintah[1]}" tidak dikenal.', terdekat(perintah[1], sah)))
        raise MasukanSalah(Masalah("Perintah belum lengkap.", "Lihat: lkip --help"))


def minta_tempat(
    pengurai: argparse.ArgumentParser, isian: str = "TAHUN", bantuan: str = "tahun laporan, misalnya 2024"
) -> None:
    """Let a command be told an agency and a year; `isian` is what it takes without a name."""
    pengurai.add_argument("isian", nargs="*", metavar=isian, help=bantuan)
    pengurai.add_argument("--tahun", help="tahun laporan")
    pengurai.add_argument("--instansi", default=_INSTANSI, help=f"nama folder di data/ (bawaan: {_INSTANSI})")
    pengurai.add_argument("--triwulan", default="0", help="1 sampai 4; kosong untuk setahun")


def tolak_asing(isian: Sequence[str]) -> None:
    """Refuse a variable that the Makefile does not know and hands on. Raises MasukanSalah with the nearest one."""
    asing = [i for i in isian if "=" in i]
    if asing:
        nama = asing[0].split("=")[0]
        raise MasukanSalah(Masalah(f'Parameter "{nama}" tidak dikenal.', terdekat(nama, _VARIABEL)))


def tahun_disebut(pilihan: argparse.Namespace) -> str:
    """Return the year that a command was told, as typed. Raises MasukanSalah for anything else beside it."""
    tolak_asing(pilihan.isian)
    if len(pilihan.isian) > 1:
        raise MasukanSalah(Masalah(f'"{pilihan.isian[1]}" tidak dimengerti.', "Sebutkan satu tahun saja."))
    return str(pilihan.tahun or (pilihan.isian[0] if pilihan.isian else ""))


def baca_tempat(pilihan: argparse.Namespace) -> Tempat:
    """Return the folders of the agency and year that a command was told. Raises MasukanSalah when there are none."""
    tahun = tahun_disebut(pilihan)
    return tempat(pilihan.instansi, tahun, pilihan.triwulan, edisi=getattr(pilihan, "edisi", EDISI[0]))

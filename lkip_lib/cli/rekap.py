"""`lkip rekap`: roll up every agency of a year."""

from __future__ import annotations

import argparse

from lkip_lib.cli.parser import tahun_disebut
from lkip_lib.places import akar

GUNA = "merekap semua instansi satu tahun"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    pengurai.add_argument("isian", nargs="*", metavar="TAHUN", help="tahun laporan, misalnya 2024")
    pengurai.add_argument("--tahun", help="tahun laporan")
    pengurai.add_argument("--pekerja", default="", help="banyak proses (bawaan: sebanyak inti komputer)")


def jalankan(diminta: argparse.Namespace) -> int:
    """Make the roll-up, telling how far it is."""
    tahun = tahun_disebut(diminta)
    from lkip_lib.pipeline.scratch import pakai_sementara
    from lkip_lib.pipeline.workers import baca_pekerja

    pekerja = baca_pekerja(diminta.pekerja)
    pakai_sementara()
    from rich.console import Console

    from lkip_lib.rekap import run
    from lkip_lib.rekap.words import kabar

    konsol = Console(highlight=False, soft_wrap=True)
    folder = akar()
    with konsol.status("Mulai") as status:
        hasil = run.jalankan(folder, tahun, pekerja, status.update)
    for baris in kabar(hasil.seluruh, hasil.dihitung):
        konsol.print(baris, markup=False)
    for berkas in ("index.html", "rekap.xlsx"):
        konsol.print(str((hasil.folder / berkas).relative_to(folder)), markup=False)
    return 0

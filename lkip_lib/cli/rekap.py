"""`lkip rekap`: roll up every agency of a year."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from lkip_lib.cli.parser import tahun_disebut
from lkip_lib.places import akar

_JEDA_DETIK = 5
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
    konsol.print(f"Merekap tahun {tahun}, {pekerja} pekerja")
    with konsol.status("Mulai") as status:
        lapor = status.update if konsol.is_terminal else _berkala(lambda baris: konsol.print(baris, markup=False))
        hasil = run.jalankan(folder, tahun, pekerja, lapor)
    for baris in kabar(hasil.seluruh, hasil.dihitung):
        konsol.print(baris, markup=False)
    for berkas in ("index.html", "rekap.xlsx"):
        konsol.print(str((hasil.folder / berkas).relative_to(folder)), markup=False)
    return 0


def _berkala(tulis: Callable[[str], None]) -> Callable[[str], None]:
    """Write a step as a line, for where no line can be written over: not more often than every few seconds."""
    berikutnya = 0.0

    def lapor(langkah: str) -> None:
        nonlocal berikutnya
        if time.monotonic() >= berikutnya:
            tulis(langkah)
            berikutnya = time.monotonic() + _JEDA_DETIK

    return lapor

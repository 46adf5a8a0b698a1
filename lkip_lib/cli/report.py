"""`lkip report`: make the report of one agency and year."""

from __future__ import annotations

import argparse
import os
import sys

from lkip_lib.cli.parser import baca_tempat, minta_tempat
from lkip_lib.places import EDISI

GUNA = "menyusun laporan satu tahun"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai)
    pengurai.add_argument("--format", default="html", help="html, pdf, docx, xlsx, atau semua (bawaan: html)")
    pengurai.add_argument("--edisi", default=EDISI[0], help="kerja, reviu, atau terbit (bawaan: kerja)")
    pengurai.add_argument("--mesin", default="", help="hangat, atau kernel untuk kernel Jupyter biasa (bawaan: hangat)")


def jalankan(diminta: argparse.Namespace) -> int:
    """Make it, telling each step. Returns 1 when a notebook stopped."""
    letak = baca_tempat(diminta)
    from lkip_lib.pipeline.warm import baca_mesin, hangatkan

    mesin = baca_mesin(diminta.mesin or os.environ.get("MESIN", ""))
    if mesin == "hangat":
        hangatkan()  # it imports while this process does
    from rich.console import Console

    from lkip_lib.narrative.brief import kabar
    from lkip_lib.pipeline import chain
    from lkip_lib.pipeline.executor import NotebookGagal
    from lkip_lib.publish.forms import baca_bentuk

    bentuk = baca_bentuk(diminta.format)
    konsol = Console(highlight=False, soft_wrap=True)

    def pendek(path: object) -> str:
        return str(path).removeprefix(f"{letak.akar}/")

    try:
        with konsol.status("Mulai") as status:

            def lapor(langkah: str) -> None:
                status.update(langkah)
                konsol.print(f"[dim]{langkah}[/dim]")

            ringkasan = chain.jalankan(letak, lapor, bentuk, mesin)
    except NotebookGagal as gagal:
        print(f"Kesalahan: {gagal}. Salinannya disimpan: {pendek(gagal.salinan)}", file=sys.stderr)
        return 1
    for baris in (*kabar(ringkasan.laporan.isi), *map(pendek, ringkasan.halaman)):
        konsol.print(baris, markup=False)
    return 0

"""`lkip report`: make the report of one agency and year."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from lkip_lib.cli.parser import baca_tempat, minta_tempat
from lkip_lib.places import EDISI, Tempat

GUNA = "menyusun laporan satu tahun"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai)
    pengurai.add_argument("--format", default="html", help="html, pdf, docx, xlsx, atau semua (bawaan: html)")
    pengurai.add_argument("--edisi", default=EDISI[0], help="kerja, reviu, atau terbit (bawaan: kerja)")
    pengurai.add_argument("--mesin", default="", help="hangat, atau kernel untuk kernel Jupyter biasa (bawaan: hangat)")
    pengurai.add_argument("--paksa", action="store_true", help="susun lagi walaupun tidak ada yang berubah")


def jalankan(diminta: argparse.Namespace) -> int:
    """Make it, telling each step, unless nothing has changed. Returns 2 when a notebook stopped."""
    letak = baca_tempat(diminta)
    # Until it is known that something has changed, nothing is loaded that takes time.
    from lkip_lib.buku import fingerprint
    from lkip_lib.pipeline.choice import baca_mesin
    from lkip_lib.publish.forms import baca_bentuk

    bentuk, mesin = baca_bentuk(diminta.format), baca_mesin(diminta.mesin or os.environ.get("MESIN", ""))
    if not diminta.paksa and (lama := fingerprint.ingat(letak, fingerprint.sidik(letak, bentuk))):
        print("Tidak ada yang berubah sejak laporan ini disusun. Menyusunnya lagi: --paksa, atau make ... PAKSA=1")
        for baris in (*lama.kabar, *(_pendek(letak, letak.keluaran / h) for h in lama.halaman)):
            print(baris)
        return 0
    from lkip_lib.pipeline.scratch import pakai_sementara

    pakai_sementara()
    if mesin == "hangat":
        from lkip_lib.pipeline.warm import hangatkan

        hangatkan()  # it imports while this process does
    return _susun(letak, bentuk, mesin)


def _susun(letak: Tempat, bentuk: tuple[str, ...], mesin: str) -> int:
    from rich.console import Console

    from lkip_lib.checks.terminal import baris_perubahan
    from lkip_lib.pipeline import chain
    from lkip_lib.pipeline.executor import NotebookGagal

    konsol = Console(highlight=False, soft_wrap=True)
    try:
        with konsol.status("Mulai") as status:

            def lapor(langkah: str) -> None:
                status.update(langkah)
                konsol.print(f"[dim]{langkah}[/dim]")

            ringkasan = chain.jalankan(letak, lapor, bentuk, mesin)
    except NotebookGagal as gagal:
        print(f"Kesalahan: {gagal}. Salinannya disimpan: {_pendek(letak, gagal.salinan)}", file=sys.stderr)
        return 2
    for baris in (*ringkasan.kabar, *baris_perubahan(letak), *(_pendek(letak, h) for h in ringkasan.halaman)):
        konsol.print(baris, markup=False)
    return 0


def _pendek(letak: Tempat, path: Path) -> str:
    return path.relative_to(letak.akar).as_posix() if path.is_relative_to(letak.akar) else str(path)

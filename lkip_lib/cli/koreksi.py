"""`lkip koreksi --usul`: propose the corrections that other figures prove."""

from __future__ import annotations

import argparse

from lkip_lib.cli.parser import baca_tempat, minta_tempat

GUNA = "mengusulkan koreksi yang terbukti"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai)
    pengurai.add_argument("--usul", action="store_true", required=True, help="tulis usul untuk koreksi.yml")


def jalankan(diminta: argparse.Namespace) -> int:
    """Print the proposals as a block for `koreksi.yml`."""
    letak = baca_tempat(diminta)
    from lkip_lib.checks.bukti.usul import usul_koreksi
    from lkip_lib.cli.memory import periksa
    from lkip_lib.inputs.origin import dari_frame

    bahan = periksa(letak)
    tabel = {n.removeprefix("ketik/"): f for n, f in bahan.frames.items() if n.startswith("ketik/")}
    usul = usul_koreksi(bahan.frames["pemeriksaan"], tabel, dari_frame(bahan.frames["asal_kolom"]))
    print(usul or "Tidak ada angka yang terbukti salah; tidak ada yang diusulkan.")
    return 0

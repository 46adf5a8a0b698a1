"""`lkip draf`: read a report that was already written, and tell where its figures contradict each other."""

from __future__ import annotations

import argparse
from pathlib import Path

from lkip_lib.cli.parser import tolak_asing
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import akar

GUNA = "memeriksa draf laporan yang sudah ditulis (Word, HTML, teks, PDF)"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    pengurai.add_argument("isian", nargs="*", metavar="BERKAS", help="draf laporan")
    pengurai.add_argument("--tahun", default="", help="tahun laporan; tanpa ini dari judul-judulnya")
    pengurai.add_argument("--dengan", default="", help="berkas pendamping (PK, LRA, Renstra, LKIP lalu), dipisah koma")
    pengurai.add_argument("--keluar", default="", help="folder hasil; bawaan outputs/draf/<nama berkas>")


def jalankan(diminta: argparse.Namespace) -> int:
    """Read the draft and write what was found. Returns 2 when nothing of it could be read."""
    from lkip_lib.draf.run import periksa_draf

    tolak_asing([i for i in diminta.isian if not Path(i).exists()])
    if len(diminta.isian) != 1:
        raise MasukanSalah(Masalah("Sebutkan satu berkas.", "Contoh: lkip draf draf-lkip.docx"))
    if diminta.tahun and not (diminta.tahun.isdigit() and len(diminta.tahun) == 4):
        raise MasukanSalah(Masalah(f'Tahun "{diminta.tahun}" bukan tahun laporan.', "Contoh: --tahun 2024"))
    berkas = Path(diminta.isian[0])
    pendamping = [Path(p.strip()) for p in diminta.dengan.replace(" ", ",").split(",") if p.strip()]
    pendamping = pendamping if all(map(Path.is_file, pendamping)) else [
        Path(p.strip()) for p in diminta.dengan.split(",") if p.strip()
    ]  # fmt: skip
    for path in (berkas, *pendamping):
        if not path.is_file():
            raise MasukanSalah(Masalah(f'Berkas "{path}" tidak ada.', "Periksa nama dan letaknya."))
    keluar = Path(diminta.keluar) if diminta.keluar else _folder() / berkas.stem
    hasil = periksa_draf(berkas, pendamping, int(diminta.tahun or 0), keluar)
    for baris in hasil.baris:
        print(baris)
    return 0 if hasil.terbaca else 2


def _folder() -> Path:
    try:
        return akar() / "outputs" / "draf"
    except MasukanSalah:
        return Path("outputs") / "draf"

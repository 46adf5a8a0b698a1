"""`lkip check`: check a year's data without making the report."""

from __future__ import annotations

import argparse

from lkip_lib.cli.parser import baca_tempat, minta_tempat
from lkip_lib.errors import Masalah, MasukanSalah, terdekat

GUNA = "memeriksa data tanpa menyusun laporan"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai)
    pengurai.add_argument("--gagal-pada", default="", help="kode keluar 1 bila ada kesalahan atau peringatan terbuka")


def jalankan(diminta: argparse.Namespace) -> int:
    """Print every note of the checks. Returns 1 when one of the level asked for is open."""
    sah = ("", "kesalahan", "peringatan")
    if diminta.gagal_pada not in sah:
        raise MasukanSalah(
            Masalah(f'Tingkat "{diminta.gagal_pada}" tidak dikenal.', terdekat(diminta.gagal_pada, sah[1:]))
        )
    letak = baca_tempat(diminta)
    from lkip_lib.cli.memory import periksa

    bahan = periksa(letak)
    from lkip_lib.checks import terminal
    from lkip_lib.inputs.answers import kabar_pindah
    from lkip_lib.inputs.quarter import sebut_asal

    pemeriksaan = sebut_asal(bahan.frames["pemeriksaan"], letak, perubahan=bahan.params.memakai_perubahan == "ya")
    for baris in terminal.baris_buku_kerja(bahan.frames["buku_kerja"]):
        print(baris)
    for baris in (*terminal.baris_perubahan(letak), *terminal.baris_catatan(pemeriksaan)):
        print(baris)
    for baris in terminal.baris_tanggapan(pemeriksaan, (t.id for t in bahan.tanggapan)):
        print(baris)
    jumlah = f"{terminal.hitung(pemeriksaan)}; menurut sebabnya {terminal.hitung_pekerjaan(pemeriksaan)}"
    print(f"{len(pemeriksaan)} catatan; terbuka: {jumlah}.")
    if pindah := kabar_pindah(letak.data_tahun):
        print(pindah)
    print(terminal.perubahan(pemeriksaan, letak.kerja / "catatan-terakhir.json"))
    return int(terminal.melewati(pemeriksaan, diminta.gagal_pada))

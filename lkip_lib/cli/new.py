"""`lkip new`: make the folder of a new year, empty or rolled forward from an earlier one."""

from __future__ import annotations

import argparse

from lkip_lib.cli.parser import tahun_disebut
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import perintah, tempat, tempat_baru

GUNA = "menyiapkan tahun baru: buku kerja Excel dan pilihannya"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    pengurai.add_argument("isian", nargs="*", metavar="TAHUN", help="tahun laporan, misalnya 2025")
    pengurai.add_argument("--tahun", help="tahun laporan")
    pengurai.add_argument("--instansi", default="", help="nama folder di data/, misalnya dinas-pendidikan-x")
    pengurai.add_argument("--dari", default="", help="tahun yang diteruskan; kosong berarti mulai dari nol")
    pengurai.add_argument(
        "--bentuk", default="", help="xlsx atau csv (bawaan: xlsx, atau seperti tahun yang diteruskan)"
    )


def jalankan(diminta: argparse.Namespace) -> int:
    """Make it and tell what was written and what to do next."""
    tahun = tahun_disebut(diminta)
    if not diminta.instansi or not tahun:
        contoh = "Contoh: lkip new 2025 --instansi=dinas-pendidikan-x."
        raise MasukanSalah(Masalah("Instansi dan tahunnya belum disebut.", contoh))
    letak = tempat_baru(diminta.instansi, tahun)
    lama = tempat(diminta.instansi, diminta.dari, di=letak.akar) if diminta.dari else None
    from lkip_lib.inputs import new_year

    if lama:
        ditulis, ditinggal = new_year.teruskan(letak, lama, diminta.bentuk)
    else:
        ditulis, ditinggal = new_year.baru(letak, diminta.bentuk), ()
    print("Ditulis:", *(f"  {p.relative_to(letak.akar).as_posix()}" for p in ditulis), sep="\n")
    if lama:
        print(f"Diteruskan dari {lama.tahun}; tahun itu tidak berubah. Angka tahun {letak.tahun} masih kosong.")
        print("Tidak diteruskan: " + ", ".join((*ditinggal, "analisis, koreksi, dan tanggapan tahun lalu")) + ".")
    print(f"Sesudah diisi: {perintah('check', letak.instansi, letak.tahun)}")
    return 0

"""`lkip draf`: read a report that was already written, and tell where its figures contradict each other."""

from __future__ import annotations

import argparse
from pathlib import Path

from lkip_lib.cli.parser import tolak_asing
from lkip_lib.errors import Masalah, MasukanSalah

GUNA = "memeriksa draf laporan yang sudah ditulis (Word, HTML, teks, PDF)"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    pengurai.add_argument("isian", nargs="*", metavar="BERKAS", help="draf laporan, atau folder berisi draf")
    pengurai.add_argument("--tahun", default="", help="tahun laporan; tanpa ini dari judul-judulnya")
    pengurai.add_argument("--dengan", default="", help="berkas pendamping (PK, LRA, Renstra, LKIP lalu), dipisah koma")
    pengurai.add_argument("--peta", default="", help="peta.yml yang sudah diperiksa: jenis tabel dan nama indikator")
    pengurai.add_argument("--keluar", default="", help="folder hasil; bawaan outputs/draf/<nama berkas>")
    pengurai.add_argument("--tulis", action="store_true", help="tulis tabelnya ke data/, bila tahun itu belum ada")
    pengurai.add_argument("--instansi", default="", help="nama folder di data/, untuk --tulis")


def jalankan(diminta: argparse.Namespace) -> int:
    """Read the draft and write what was found. Returns 2 when nothing of it could be read."""
    from lkip_lib.draf.files.places import folder_hasil, pisah_pendamping
    from lkip_lib.draf.folder import periksa_folder
    from lkip_lib.draf.run import periksa_draf

    tolak_asing([i for i in diminta.isian if not Path(i).exists()])
    if len(diminta.isian) != 1:
        raise MasukanSalah(Masalah("Sebutkan satu berkas.", "Contoh: lkip draf draf-lkip.docx"))
    if diminta.tahun and not (diminta.tahun.isdigit() and len(diminta.tahun) == 4):
        raise MasukanSalah(Masalah(f'Tahun "{diminta.tahun}" bukan tahun laporan.', "Contoh: --tahun 2024"))
    berkas, tahun = Path(diminta.isian[0]), int(diminta.tahun or 0)
    if not berkas.exists():
        raise MasukanSalah(Masalah(f'Berkas "{berkas}" tidak ada.', "Periksa nama dan letaknya."))
    keluar = Path(diminta.keluar) if diminta.keluar else folder_hasil(berkas)
    pendamping = pisah_pendamping(diminta.dengan)
    peta = Path(diminta.peta) if diminta.peta else None
    if peta and not peta.is_file():
        raise MasukanSalah(Masalah(f'Peta "{peta}" tidak ada.', "Periksa nama dan letaknya."))
    if berkas.is_dir():
        semua, baris = periksa_folder(berkas, pendamping, tahun, keluar, peta)
        print(*baris, f"Hasil: {keluar}", sep="\n")
        return 0 if any(s.hasil for s in semua) else 2
    hasil = periksa_draf(berkas, pendamping, tahun, keluar, peta)
    print(*hasil.baris, sep="\n")
    if diminta.tulis:
        from lkip_lib.draf.year.writing import tulis_data

        for path in tulis_data(hasil, diminta.instansi, keluar):
            print(f"Ditulis: {path}")
    return 0 if hasil.terbaca else 2

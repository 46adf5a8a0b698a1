"""`lkip impor`: take an export of another system into the tables of a year, after a preview."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lkip_lib.cli.parser import minta_tempat, tahun_disebut
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import Tempat, perintah, tempat

GUNA = "mengambil ekspor sistem lain ke tabel masukan"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai, "BERKAS", "berkas Excel (.xlsx) hasil ekspor")
    pengurai.add_argument("--peta", default="", help="peta yang disimpan; tanpa ini peta diusulkan")
    pengurai.add_argument("--usul", default="", help="tempat menulis usul peta (bawaan: peta.yml)")
    pengurai.add_argument("--lembar", default="", help="lembar yang dipetakan usul")
    pengurai.add_argument("--tabel", default="", help="tabel yang diisi usul, misalnya anggaran")
    pengurai.add_argument("--dokumen", default="", help="dokumen yang menyatakan angkanya, misalnya dpa")
    pengurai.add_argument("--ya", action="store_true", help="tulis sesudah pratinjau tanpa bertanya")
    pengurai.add_argument("--ganti", action="store_true", help="ganti tabel yang sudah berisi")
    pengurai.add_argument("--tambah", action="store_true", help="tambahkan barisnya ke tabel yang sudah berisi")


def jalankan(diminta: argparse.Namespace) -> int:
    """Preview, and write when told so; without a mapping, propose one. Returns 0."""
    berkas, letak = _berkas_dan_tempat(diminta)
    if diminta.ganti and diminta.tambah:
        raise MasukanSalah(Masalah("--ganti dan --tambah tidak dapat bersama.", "Pilih satu."))
    from lkip_lib.impor.mapping import baca_peta
    from lkip_lib.impor.names import rujukan
    from lkip_lib.impor.preview import pratinjau
    from lkip_lib.impor.reading import impor
    from lkip_lib.impor.writing import tulis

    if not diminta.peta:
        return _usulkan(diminta, berkas, letak)
    peta = _ada(Path(diminta.peta), "Peta")
    hasil = impor(berkas, baca_peta(peta), letak.tahun, rujukan(letak.data))
    for baris in pratinjau(hasil):
        print(baris)
    if not (diminta.ya or _tanya("Tulis ke folder data?")):
        print("Belum ada yang ditulis. Bila pratinjau benar, ulangi dengan --ya.")
        return 0
    for path in tulis(hasil, letak.data, ganti=diminta.ganti, tambah=diminta.tambah):
        print(f"Ditulis: {path.relative_to(letak.akar).as_posix()}")
    print(f"Periksa: {perintah('check', letak.instansi, letak.tahun)}")
    return 0


def _usulkan(diminta: argparse.Namespace, berkas: Path, letak: Tempat) -> int:
    from lkip_lib.impor.names import rujukan
    from lkip_lib.impor.preview import pratinjau
    from lkip_lib.impor.proposal import tulis_usul, usulkan
    from lkip_lib.impor.reading import impor

    tujuan = Path(diminta.usul or "peta.yml")
    if tujuan.exists() and not diminta.ganti:
        raise MasukanSalah(
            Masalah("Peta ini sudah ada.", "Pakai --peta, --usul dengan nama lain, atau --ganti.", tujuan.name)
        )
    usul = usulkan(berkas, lembar=diminta.lembar, tabel=diminta.tabel, dokumen=diminta.dokumen, tanya=_pilih)
    tulis_usul(usul, tujuan, berkas.name)
    for kabar in usul.kabar:
        print(kabar)
    ulang = f'lkip impor "{berkas}" --peta "{tujuan}" --tahun {letak.tahun} --instansi {letak.instansi}'
    print(f"Usul peta ditulis ke {tujuan}. Baca dan sunting, lalu: {ulang}\n")
    try:
        for baris in pratinjau(impor(berkas, usul.peta, letak.tahun, rujukan(letak.data))):
            print(baris)
    except MasukanSalah as salah:
        print("Dengan usul ini berkasnya belum dapat diambil:")
        for masalah in salah.masalah:
            print(f"  {masalah}")
    return 0


def _berkas_dan_tempat(diminta: argparse.Namespace) -> tuple[Path, Tempat]:
    """Tell the file from the year among what was said without a name."""
    tahun = [i for i in diminta.isian if i.isdigit()]
    lain = [i for i in diminta.isian if i and not i.isdigit()]
    if asing := [i for i in lain if "=" in i and not Path(i).exists()]:
        tahun_disebut(argparse.Namespace(isian=asing, tahun=""))
    if len(lain) != 1 or len(tahun) > 1:
        raise MasukanSalah(
            Masalah("Sebutkan satu berkas Excel.", "Contoh: lkip impor ekspor.xlsx --peta peta.yml --tahun 2025")
        )
    return _ada(Path(lain[0]), "Berkas"), tempat(diminta.instansi, diminta.tahun or (tahun or [""])[0])


def _ada(path: Path, sebutan: str) -> Path:
    if not path.is_file():
        raise MasukanSalah(Masalah(f'{sebutan} "{path}" tidak ada.', "Periksa nama dan letaknya."))
    return path


def _tanya(pertanyaan: str) -> bool:
    """Ask at a terminal; elsewhere the answer is no, and the flag says so."""
    return sys.stdin.isatty() and _jawaban(f"{pertanyaan} [y/T] ").lower() in ("y", "ya")


def _pilih(pertanyaan: str, calon: list[str], bawaan: str, bendera: str) -> str:
    """Let a person at a terminal choose; elsewhere take what was found, and name the flag that says otherwise."""
    if sys.stdin.isatty():
        jawab = _jawaban(f"{pertanyaan} ({', '.join(calon)}) [{bawaan}]: ")
        return jawab if jawab in calon else bawaan
    print(f"{pertanyaan} {bawaan} (lainnya: {bendera})")
    return bawaan


def _jawaban(pertanyaan: str) -> str:
    """Return what is typed; Ctrl-D is no answer."""
    try:
        return input(pertanyaan).strip()
    except EOFError:
        print()
        return ""

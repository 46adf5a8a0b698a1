"""`lkip impor`: take an export of another system into the tables of a year, after a preview."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lkip_lib.cli.parser import minta_tempat, tahun_disebut
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import Tempat, perintah, tempat

if TYPE_CHECKING:
    from lkip_lib.impor.names import Rujukan
    from lkip_lib.impor.proposal import Usul
    from lkip_lib.inputs.grid import Kisi

GUNA = "mengambil ekspor sistem lain ke tabel masukan"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    minta_tempat(pengurai, "BERKAS", "berkas hasil ekspor: .xlsx, .xls, .ods, atau .csv")
    pengurai.add_argument("--peta", default="", help="peta yang disimpan; tanpa ini susunannya dikenali sendiri")
    pengurai.add_argument("--usul", default="", help="tulis peta yang dikenali ke berkas ini, untuk disunting")
    pengurai.add_argument("--lembar", default="", help="lembar yang diambil")
    pengurai.add_argument("--tabel", default="", help="tabel yang diisi, misalnya anggaran")
    pengurai.add_argument("--dokumen", default="", help="dokumen yang menyatakan angkanya, misalnya dpa")
    pengurai.add_argument("--jumlahkan", action="store_true", help="kode yang berulang dijumlahkan (sub unit)")
    pengurai.add_argument("--tetap", action="store_true", help="ambil walaupun tahun atau jumlahnya berbeda")
    pengurai.add_argument("--ya", action="store_true", help="tulis sesudah pratinjau tanpa bertanya")
    pengurai.add_argument("--ganti", action="store_true", help="ganti tabel yang sudah berisi")
    pengurai.add_argument("--tambah", action="store_true", help="tambahkan barisnya ke tabel yang sudah berisi")


def jalankan(diminta: argparse.Namespace) -> int:
    """Preview, and write when told so. Returns 0; what cannot be taken raises."""
    berkas, letak = _berkas_dan_tempat(diminta)
    if diminta.ganti and diminta.tambah:
        raise MasukanSalah(Masalah("--ganti dan --tambah tidak dapat bersama.", "Pilih satu."))
    from lkip_lib.impor.mapping import baca_peta
    from lkip_lib.impor.names import rujukan
    from lkip_lib.impor.preview import pratinjau
    from lkip_lib.impor.reading import susun
    from lkip_lib.impor.sources import baca_berkas
    from lkip_lib.impor.writing import hilang, tulis

    semua, dikenal = baca_berkas(berkas), rujukan(letak.data_tahun)
    beda: tuple[str, ...] = ()
    if diminta.peta:
        peta = baca_peta(_ada(Path(diminta.peta), "Peta"))
    else:
        usul = _usul(diminta, berkas, semua, letak, dikenal)
        peta, beda = usul.peta, usul.beda
    hasil = susun(semua, peta, berkas.name, letak.tahun, dikenal)
    for baris in pratinjau(hasil):
        print(baris)
    if (beda := (*beda, *(b for satu in hasil for b in satu.beda))) and not diminta.tetap:
        perbaikan = "Periksa baris yang tidak ikut, atau ulangi dengan --tetap bila memang tercetak begitu."
        raise MasukanSalah(Masalah(b, perbaikan, berkas.name) for b in beda)
    for kabar in hilang(hasil, letak.data_tahun) if diminta.ganti else ():
        print(kabar)
    if not (diminta.ya or _tanya("Tulis ke folder data?")):
        print("Belum ada yang ditulis. Bila pratinjau benar, ulangi dengan --ya.")
        return 0
    ditulis = tulis(hasil, letak.data_tahun, ganti=diminta.ganti, tambah=diminta.tambah)
    for path in ditulis:
        print(f"Ditulis: {path.relative_to(letak.akar).as_posix()}")
    if not ditulis:
        print("Isi tabelnya sudah sama; tidak ada yang berubah.")
    print(f"Periksa: {perintah('check', letak.instansi, letak.tahun, letak.triwulan)}")
    return 0


def _usul(diminta: argparse.Namespace, berkas: Path, semua: dict[str, Kisi], letak: Tempat, dikenal: Rujukan) -> Usul:
    """Recognise the layout; the mapping is written where it is asked for."""
    from lkip_lib.impor.proposal import tulis_usul, usulkan
    from lkip_lib.impor.questions import Diminta

    tujuan = Path(diminta.usul) if diminta.usul else None
    if tujuan and tujuan.exists() and not diminta.ganti:
        perbaikan = "Pakai --peta, --usul dengan nama lain, atau --ganti."
        raise MasukanSalah(Masalah("Peta ini sudah ada.", perbaikan, tujuan.name))
    minta = Diminta(
        letak.tahun, _pilih, letak.triwulan, diminta.lembar, diminta.tabel, diminta.dokumen,
        jumlahkan=diminta.jumlahkan, tetap=diminta.tetap,
    )  # fmt: skip
    usul = usulkan(semua, berkas.name, minta, [tabel for tabel, kode in dikenal.items() if kode])
    for kabar in usul.kabar:
        print(kabar)
    if tujuan:
        tulis_usul(usul, tujuan, berkas.name)
        ulang = f'lkip impor "{berkas}" --peta "{tujuan}" --tahun {letak.tahun} --instansi {letak.instansi}'
        print(f"Peta ditulis ke {tujuan}. Sesudah disunting: {ulang}\n")
    return usul


def _berkas_dan_tempat(diminta: argparse.Namespace) -> tuple[Path, Tempat]:
    """Tell the file from the year among what was said without a name."""
    tahun = [i for i in diminta.isian if i.isdigit()]
    lain = [i for i in diminta.isian if i and not i.isdigit()]
    if asing := [i for i in lain if "=" in i and not Path(i).exists()]:
        tahun_disebut(argparse.Namespace(isian=asing, tahun=""))
    if len(lain) != 1 or len(tahun) > 1:
        raise MasukanSalah(Masalah("Sebutkan satu berkas.", "Contoh: lkip impor ekspor.xlsx --tahun 2025"))
    if not (diminta.tahun or tahun):
        raise MasukanSalah(Masalah("Tahun laporannya belum disebut.", f'Contoh: lkip impor "{lain[0]}" --tahun 2025'))
    di = tempat(diminta.instansi, diminta.tahun or (tahun or [""])[0], diminta.triwulan)
    return _ada(Path(lain[0]), "Berkas"), di


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

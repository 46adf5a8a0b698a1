"""The commands: `lkip report 2024` and the few others; the Makefile only wraps them."""

from __future__ import annotations

import argparse
import gc
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.places import EDISI, Tempat, tempat

if TYPE_CHECKING:
    from lkip_lib.laporan import Laporan
    from lkip_lib.stages.bahan import Bahan

_INSTANSI = "disnaker-kota-bekasi"
_VARIABEL = ("YEAR", "INSTANSI", "TRIWULAN", "FORMATS", "EDISI", "GAGAL_PADA")
_PERINTAH = (
    ("report", "menyusun laporan satu tahun"),
    ("check", "memeriksa data tanpa menyusun laporan"),
    ("koreksi", "mengusulkan koreksi yang terbukti"),
)
_JUDUL_BANTUAN = (("usage:", "Pemakaian:"), ("positional arguments:", "Isian:"), ("options:", "Pilihan:"))


class _Pengurai(argparse.ArgumentParser):
    """Parse the command line; help and mistakes are told in Indonesian, a mistake with the nearest option."""

    def __init__(self, **isi: Any) -> None:
        super().__init__(**isi, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_help(self) -> str:
        teks = super().format_help()
        for inggris, indonesia in _JUDUL_BANTUAN:
            teks = teks.replace(inggris, indonesia)
        return teks

    def error(self, message: str) -> NoReturn:
        if perintah := re.search(r"invalid choice: '(\S*)' \(choose from (.*)\)", message):
            sah = [p.strip(" '") for p in perintah[2].split(",")]
            raise MasukanSalah(Masalah(f'Perintah "{perintah[1]}" tidak dikenal.', terdekat(perintah[1], sah)))
        raise MasukanSalah(Masalah("Perintah belum lengkap.", "Lihat: lkip --help"))


def _pengurai() -> _Pengurai:
    utama = _Pengurai(prog="lkip", description="Menyusun dan memeriksa laporan kinerja instansi pemerintah.")
    perintah = utama.add_subparsers(dest="perintah", required=True, metavar="PERINTAH", parser_class=_Pengurai)
    for nama, guna in _PERINTAH:
        p = perintah.add_parser(nama, help=guna, description=guna.capitalize())
        p.add_argument("isian", nargs="*", metavar="TAHUN", help="tahun laporan, misalnya 2024")
        p.add_argument("--tahun", help="tahun laporan")
        p.add_argument("--instansi", default=_INSTANSI, help=f"nama folder di data/ (bawaan: {_INSTANSI})")
        p.add_argument("--triwulan", default="0", help="1 sampai 4; kosong untuk setahun")
        if nama == "check":
            p.add_argument("--gagal-pada", default="", help="kode keluar 1 bila ada kesalahan atau peringatan terbuka")
        if nama == "koreksi":
            p.add_argument("--usul", action="store_true", required=True, help="tulis usul untuk koreksi.yml")
        if nama == "report":
            p.add_argument("--format", default="html", help="html, pdf, docx, xlsx, atau semua (bawaan: html)")
            p.add_argument("--edisi", default=EDISI[0], help="kerja, reviu, atau terbit (bawaan: kerja)")
    return utama


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 when it is done, 2 when it was refused, 1 when a notebook stopped."""
    try:
        pilihan, asing = _pengurai().parse_known_args(argv)
        if asing:
            saran = terdekat(
                asing[0].split("=")[0],
                [f"--{n.replace('_', '-')}" for n in vars(pilihan) if n not in ("perintah", "isian")],
            )
            raise MasukanSalah(Masalah(f'Pilihan "{asing[0]}" tidak dikenal.', saran))
        letak = _letak(pilihan)
        if pilihan.perintah == "report":
            return _report(letak, pilihan.format)
        return _koreksi(letak) if pilihan.perintah == "koreksi" else _check(letak, pilihan.gagal_pada)
    except MasukanSalah as salah:
        for masalah in salah.masalah:
            print(f"Kesalahan: {masalah}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Dihentikan; laporan sebelumnya tidak berubah.", file=sys.stderr)
        return 130


def _letak(pilihan: argparse.Namespace) -> Tempat:
    asing = [i for i in pilihan.isian if "=" in i]
    if asing:
        nama = asing[0].split("=")[0]
        raise MasukanSalah(Masalah(f'Parameter "{nama}" tidak dikenal.', terdekat(nama, _VARIABEL)))
    if len(pilihan.isian) > 1:
        raise MasukanSalah(Masalah(f'"{pilihan.isian[1]}" tidak dimengerti.', "Sebutkan satu tahun saja."))
    gagal_pada, sah = getattr(pilihan, "gagal_pada", ""), ("", "kesalahan", "peringatan")
    if gagal_pada not in sah:
        raise MasukanSalah(Masalah(f'Tingkat "{gagal_pada}" tidak dikenal.', terdekat(gagal_pada, sah)))
    tahun = pilihan.tahun or (pilihan.isian[0] if pilihan.isian else "")
    letak = tempat(pilihan.instansi, tahun, pilihan.triwulan, edisi=getattr(pilihan, "edisi", EDISI[0]))
    if letak.triwulan:
        raise MasukanSalah(Masalah("Laporan triwulan belum tersedia.", "Kosongkan TRIWULAN untuk laporan setahun."))
    return letak


def _report(letak: Tempat, bentuk: str) -> int:
    from rich.console import Console

    from lkip_lib.pipeline import chain
    from lkip_lib.pipeline.executor import NotebookGagal
    from lkip_lib.publish.forms import baca_bentuk

    diminta = baca_bentuk(bentuk)
    konsol = Console(highlight=False, soft_wrap=True)
    try:
        with konsol.status("Mulai") as status:

            def lapor(langkah: str) -> None:
                status.update(langkah)
                konsol.print(f"[dim]{langkah}[/dim]")

            ringkasan = chain.jalankan(letak, lapor, diminta)
    except NotebookGagal as gagal:
        print(f"Kesalahan: {gagal}. Salinannya disimpan: {_pendek(letak, gagal.salinan)}", file=sys.stderr)
        return 1
    for baris in _kabar(ringkasan.laporan):
        konsol.print(baris, markup=False)
    for halaman in ringkasan.halaman:
        konsol.print(_pendek(letak, halaman), markup=False)
    return 0


def _pendek(letak: Tempat, path: object) -> str:
    return str(path).removeprefix(f"{letak.akar}/")


def _kabar(laporan: Laporan) -> list[str]:
    from lkip_lib.narrative.brief import kabar

    return kabar(laporan.isi)


def _check(letak: Tempat, gagal_pada: str) -> int:
    from lkip_lib.checks import terminal

    pemeriksaan = _periksa(letak).frames["pemeriksaan"]
    for baris in terminal.baris_catatan(pemeriksaan):
        print(baris)
    print(f"{len(pemeriksaan)} catatan; terbuka: {terminal.hitung(pemeriksaan)}.")
    print(terminal.perubahan(pemeriksaan, letak.kerja / "catatan-terakhir.json"))
    return int(terminal.melewati(pemeriksaan, gagal_pada))


def _koreksi(letak: Tempat) -> int:
    from lkip_lib.checks.usul import usul_koreksi

    bahan = _periksa(letak)
    tabel = {n.removeprefix("ketik/"): f for n, f in bahan.frames.items() if n.startswith("ketik/")}
    usul = usul_koreksi(bahan.frames["pemeriksaan"], tabel)
    print(usul or "Tidak ada angka yang terbukti salah; tidak ada yang diusulkan.")
    return 0


def _periksa(letak: Tempat) -> Bahan:
    """Run the stages up to the checks: no kernel, nothing drawn."""
    gc.disable()  # a run of one second keeps most of what it makes; looking for garbage would cost a sixth of it
    try:
        from lkip_lib.stages.rangkaian import rangkai

        return rangkai(letak, "04_pemeriksaan")
    finally:
        gc.enable()

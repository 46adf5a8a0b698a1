"""`lkip batch`: make the reports of many agencies and years."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lkip_lib.cli.parser import tolak_asing
from lkip_lib.places import EDISI, Tempat, akar, perintah

if TYPE_CHECKING:
    from lkip_lib.pipeline.batch import Kemajuan

GUNA = "menyusun laporan banyak instansi dan tahun"


def pilihan(pengurai: argparse.ArgumentParser) -> None:
    """Declare what the command can be told."""
    pengurai.add_argument("isian", nargs="*", metavar="TAHUN", help="satu tahun atau lebih, misalnya 2023 2024")
    pengurai.add_argument("--tahun", default="", help='satu tahun atau lebih, misalnya "2023 2024"')
    pengurai.add_argument("--instansi", default="semua", help="semua, atau nama-nama folder di data/ dengan koma")
    pengurai.add_argument("--triwulan", default="0", help="1 sampai 4; kosong untuk setahun")
    pengurai.add_argument("--format", default="html", help="html, pdf, docx, xlsx, atau semua (bawaan: html)")
    pengurai.add_argument("--edisi", default=EDISI[0], help="kerja, reviu, atau terbit (bawaan: kerja)")
    pengurai.add_argument("--mesin", default="", help="hangat, atau kernel untuk kernel Jupyter biasa (bawaan: hangat)")
    pengurai.add_argument("--paksa", action="store_true", help="susun lagi walaupun tidak ada yang berubah")
    pengurai.add_argument("--pekerja", default="", help="banyak proses pekerja (bawaan: sebanyak inti prosesor)")
    pengurai.add_argument("--penjadwal", default="", help="alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786")


def jalankan(diminta: argparse.Namespace) -> int:
    """Make them, telling each. Returns 1 when any failed, 130 when stopped before all were made."""
    tolak_asing(diminta.isian)
    os.environ.pop("LKIP_KERJA", None)  # one work folder cannot be that of many reports
    from lkip_lib.pipeline import batch, workers
    from lkip_lib.pipeline.choice import baca_mesin
    from lkip_lib.pipeline.scratch import pakai_sementara
    from lkip_lib.publish.forms import baca_bentuk

    mesin = baca_mesin(diminta.mesin or os.environ.get("MESIN", ""))
    bentuk = baca_bentuk(diminta.format)
    tahun = [*diminta.isian, *diminta.tahun.replace(",", " ").split()]
    daftar, ditolak = batch.matriks(akar(), tahun, diminta.instansi, diminta.triwulan, diminta.edisi)
    penjadwal = diminta.penjadwal or os.environ.get("SCHEDULER") or os.environ.get("DASK_SCHEDULER_ADDRESS", "")
    pakai_sementara()
    regu = workers.buka_regu(diminta.pekerja, penjadwal)
    tampilan = Tampilan(
        len(daftar) + len(ditolak), f"{len(daftar)} laporan, {regu.pekerja} pekerja{penjadwal and ' Dask'}"
    )
    try:
        with tampilan:
            kerja = batch.Batch(daftar, regu, bentuk, mesin, tampilan.lapor, paksa=diminta.paksa, ditolak=ditolak)
            hasil = kerja.jalankan(tampilan.berhenti)
    finally:
        regu.tutup()
    beda = {k: v for k, v in (("format", diminta.format), ("edisi", diminta.edisi)) if v not in ("html", EDISI[0])}
    tampilan.tutup(hasil, beda)
    if hasil.selesai < hasil.banyak:
        print(
            f"Dihentikan: {hasil.banyak - hasil.selesai} laporan belum disusun. "
            "Ulangi perintah yang sama untuk melanjutkan.",
            file=sys.stderr,
        )
        return 130
    return 1 if hasil.gagal else 0


def _lama(detik: float) -> str:
    menit, sisa = divmod(round(detik), 60)
    jam, menit = divmod(menit, 60)
    return f"{jam}:{menit:02}:{sisa:02}" if jam else f"{menit}:{sisa:02}"


class Tampilan:
    """Show how far a batch is: a bar on a terminal, a line a report elsewhere, and at the end what failed."""

    def __init__(self, banyak: int, judul: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        self._konsol = Console(highlight=False, soft_wrap=True)
        self._bar = Progress(
            TextColumn("{task.completed:>{task.fields[lebar]}.0f}/{task.total:.0f}"),
            BarColumn(),
            TextColumn("{task.fields[laju]}"),
            console=self._konsol,
            transient=True,
            disable=not self._konsol.is_terminal,
        )
        self._judul, self._mulai = judul, time.monotonic()
        self._tugas = self._bar.add_task("", total=banyak, lebar=len(str(banyak)), laju="")

    def __enter__(self) -> Tampilan:
        self._konsol.print(self._judul, markup=False)
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def lapor(self, k: Kemajuan, letak: Tempat, kabar: str) -> None:
        """Tell what came of one report, the rate of those made, and the time that is left."""
        detik = max(time.monotonic() - self._mulai, 1e-9)
        dikerjakan = len(k.jadi) + len(k.gagal)
        laju = f"{dikerjakan / detik * 60:.0f} laporan/menit".replace(".", ",")
        sisa = f"sisa {_lama((k.banyak - k.selesai) * detik / k.selesai)}"
        gagal = f"gagal {len(k.gagal)}, " if k.gagal else ""
        self._bar.update(self._tugas, completed=k.selesai, laju=f"{gagal}{laju}, {sisa}")
        if letak in k.gagal or not self._konsol.is_terminal:
            urutan = f"[{k.selesai:>{len(str(k.banyak))}}/{k.banyak}]"
            baris = f"{urutan} {letak.instansi} {letak.label}: {kabar}"
            self._konsol.print(baris if letak in k.gagal else f"{baris}; {laju}, {sisa}", markup=False)

    def berhenti(self) -> None:
        """Answer the wish to stop."""
        self._konsol.print("Menyelesaikan yang sedang disusun; Ctrl-C sekali lagi untuk berhenti seketika.")

    def tutup(self, k: Kemajuan, pilihan: Mapping[str, str]) -> None:
        """Tell what came of all, and how each that failed is made again as the batch made it."""
        hitung = f"{len(k.jadi)} disusun, {len(k.tetap)} tidak berubah, {len(k.gagal)} gagal"
        self._konsol.print(f"{hitung}; {_lama(time.monotonic() - self._mulai)}.")
        for letak, sebab in k.gagal.items():
            ulang = perintah("report", letak.instansi, letak.tahun, letak.triwulan, **pilihan)
            print(f"Gagal: {letak.instansi} {letak.label}: {sebab}", file=sys.stderr)
            print(f"  Ulangi: {ulang}", file=sys.stderr)

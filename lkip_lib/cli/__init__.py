"""The commands: `lkip report 2024` and the few others, a module each; the Makefile only wraps them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from lkip_lib.cli import tasks
from lkip_lib.cli.parser import Pengurai
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.places import akar
from lkip_lib.system import masalah_sistem

# Each is a module here with GUNA, `pilihan` (what it can be told) and `jalankan`; what one needs it imports itself.
_PERINTAH = ("new", "report", "batch", "check", "koreksi", "impor", "draf", "rekap")
_SIGPIPE = 141  # what a shell reports of a command whose reader went away


def _pengurai() -> Pengurai:
    utama = Pengurai(prog="lkip", description="Menyusun dan memeriksa laporan kinerja instansi pemerintah.")
    perintah = utama.add_subparsers(dest="perintah", required=True, metavar="PERINTAH", parser_class=Pengurai)
    for nama in _PERINTAH:
        modul = import_module(f"{__name__}.{nama}")
        p = perintah.add_parser(nama, help=modul.GUNA, description=modul.GUNA.capitalize())
        modul.pilihan(p)
        p.set_defaults(jalankan=modul.jalankan)
    tasks.daftarkan(perintah)
    return utama


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 when it is done, 2 when it was refused or a notebook stopped.

    1 says that some of many failed, or that `check` found what it was told to fail at.
    """
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, TextIOWrapper):
            aliran.reconfigure(errors="replace")  # a pipe on Windows may have no ≤
    try:
        with _berhenti_rapi():
            return _jalankan(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        if not _tanpa_pembaca():
            raise
        return _SIGPIPE


@contextmanager
def _berhenti_rapi() -> Iterator[None]:
    """Let the wish of the system to end, or a terminal that closes, end a command as Ctrl-C does."""
    sinyal = [s for n in ("SIGTERM", "SIGHUP") if (s := getattr(signal, n, None))]
    try:
        semula = {
            s: signal.signal(s, signal.default_int_handler) for s in sinyal if signal.getsignal(s) == signal.SIG_DFL
        }
    except ValueError:  # only the main thread hears of signals
        semula = {}
    try:
        yield
    finally:
        for s, lama in semula.items():
            signal.signal(s, lama)


def _tanpa_pembaca() -> bool:
    """Tell whether whoever read what is printed is gone, as `head` is when it has enough; the rest is then let go."""
    with suppress(BrokenPipeError):
        print(flush=True)
        return False
    _lepas_keluaran()
    return True


def _lepas_keluaran() -> None:
    """Let go of what is still to be printed and cannot be."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _pendek(berkas: str) -> str:
    path = Path(berkas).absolute()
    return path.relative_to(akar()).as_posix() if path.is_relative_to(akar()) else berkas


def _jalankan(kata: list[str]) -> int:
    try:
        try:
            return _perintah(kata)
        finally:
            sys.stdout.flush()
    except MasukanSalah as salah:
        return _tolak(salah.masalah)
    except BrokenPipeError:
        raise
    except Exception as salah:
        masalah = masalah_sistem(salah)
        if masalah is None:
            raise
        _lepas_keluaran()
        with suppress(MasukanSalah):  # where there is no project, a file keeps its whole path
            masalah = replace(masalah, berkas=masalah.berkas and _pendek(masalah.berkas))
        return _tolak([masalah])
    except KeyboardInterrupt:
        print("Dihentikan; laporan sebelumnya tidak berubah.", file=sys.stderr)
        return 130


def _tolak(semua: Sequence[Masalah]) -> int:
    for masalah in semua:
        print(f"Kesalahan: {masalah}", file=sys.stderr)
    return 2


def _perintah(kata: list[str]) -> int:
    if kata and kata[0] in tasks.TUGAS:
        return tasks.jalankan(kata[0], kata[1:])
    diminta, asing = _pengurai().parse_known_args(kata)
    if asing:
        sah = [f"--{n.replace('_', '-')}" for n in vars(diminta) if n not in ("perintah", "isian", "jalankan")]
        raise MasukanSalah(Masalah(f'Pilihan "{asing[0]}" tidak dikenal.', terdekat(asing[0].split("=")[0], sah)))
    return int(diminta.jalankan(diminta))

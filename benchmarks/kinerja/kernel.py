"""Many starts of the stock kernel at once: on private sockets none may fail; `python -m benchmarks.kinerja.kernel`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from benchmarks.kinerja.daftar import Hasil, ukuran
from lkip_lib.numerals import write
from lkip_lib.pipeline import executor

BANYAK, SEKALIGUS = 2000, 32


def mulai(banyak: int, sekaligus: int) -> tuple[float, list[str]]:
    """Run a notebook of one cell so many times by the stock engine. Returns the seconds and what failed."""
    with tempfile.TemporaryDirectory() as sementara:
        folder = Path(sementara)
        notebook = folder / "satu.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("6 * 7", id="satu")]), notebook)

        def satu(ke: int) -> str:
            hasil = folder / f"{ke}.ipynb"
            try:
                executor.jalankan(notebook, hasil, {}, akar=folder, env={}, mesin="kernel")
            except Exception as salah:
                return f"{ke}: {salah!r}"
            keluaran = nbformat.read(hasil, as_version=4).cells[0].outputs
            hasil.unlink()
            return "" if [k.data["text/plain"] for k in keluaran] == ["42"] else f"{ke}: keluaran {keluaran}"

        awal = time.perf_counter()
        with ThreadPoolExecutor(sekaligus) as kolam:
            gagal = [g for g in kolam.map(satu, range(banyak)) if g]
        return time.perf_counter() - awal, gagal


@ukuran("kernel", f"{write(BANYAK, 0)} kernel biasa, {SEKALIGUS} sekaligus", bawaan=False)
def kernel(kali: int) -> Iterator[Hasil]:
    """Start them all once, whatever the number of rounds."""
    detik, gagal = mulai(BANYAK, SEKALIGUS)
    yield Hasil("mulai, satu sel, berhenti", detik, f"{write(detik / BANYAK, 2)} detik satu", catatan=_sebut(gagal))


def _sebut(gagal: list[str]) -> str:
    return f"{len(gagal)} gagal" + (f": {'; '.join(gagal[:3])}" if gagal else "")


def main(argv: list[str] | None = None) -> int:
    """Run it from the command line. Returns 1 when a start failed."""
    a = argparse.ArgumentParser(
        prog="python -m benchmarks.kinerja.kernel", description="Mulai banyak kernel sekaligus."
    )
    a.add_argument("--banyak", type=int, default=BANYAK)
    a.add_argument("--sekaligus", type=int, default=SEKALIGUS)
    p = a.parse_args(argv)
    detik, gagal = mulai(p.banyak, p.sekaligus)
    print(f"{p.banyak} kernel, {p.sekaligus} sekaligus: {write(detik, 1)} detik, {_sebut(gagal)}")
    return int(bool(gagal))


if __name__ == "__main__":
    sys.exit(main())

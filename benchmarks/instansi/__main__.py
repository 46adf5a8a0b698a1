"""Write fictional agencies into a project folder."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.instansi.nama import PALING_BANYAK
from benchmarks.instansi.pembangkit import PALING_LAMA, bangun

_SEKALI = 25  # agencies a task


def tulis(nomor: range, benih: int, tahun: tuple[int, ...], ke: Path) -> int:
    """Write the agencies of some numbers; return how many folders that were."""
    semua = [i for n in nomor for i in bangun(benih, n, tahun)]
    for instansi in semua:
        instansi.tulis(ke)
    return len(semua)


def main(argv: list[str] | None = None) -> int:
    """Run the generator from the command line."""
    a = argparse.ArgumentParser(prog="python -m benchmarks.instansi", description="Buat instansi rekaan.")
    a.add_argument("--jumlah", type=int, default=200, help=f"banyak instansi, paling banyak {PALING_BANYAK}")
    a.add_argument("--benih", type=int, default=7)
    a.add_argument("--tahun", default="2023 2024", help="tahun berurutan (bawaan: 2023 2024)")
    a.add_argument("--ke", type=Path, required=True, help="folder proyek yang diisi data/ dan params/-nya")
    a.add_argument("--pekerja", type=int, default=os.cpu_count() or 1)
    p = a.parse_args(argv)
    tahun = tuple(sorted({int(t) for t in p.tahun.replace(",", " ").split()}))
    if not tahun or tahun[-1] - tahun[0] != len(tahun) - 1 or len(tahun) > PALING_LAMA:
        a.error(f"--tahun: satu sampai {PALING_LAMA} tahun berurutan")
    if not 0 < p.jumlah <= PALING_BANYAK:
        a.error(f"--jumlah: 1 sampai {PALING_BANYAK}")
    mulai = time.perf_counter()
    bagian = [range(n, min(n + _SEKALI, p.jumlah)) for n in range(0, p.jumlah, _SEKALI)]
    tugas = partial(tulis, benih=p.benih, tahun=tahun, ke=p.ke)
    if p.pekerja == 1 or len(bagian) == 1:
        banyak = sum(map(tugas, bagian))
    else:
        with ProcessPoolExecutor(p.pekerja) as kolam:
            banyak = sum(kolam.map(tugas, bagian))
    print(f"{p.jumlah} instansi, {banyak} folder tahun, {time.perf_counter() - mulai:.1f} detik: {p.ke}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

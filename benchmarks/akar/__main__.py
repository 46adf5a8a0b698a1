"""Measure the roots: `python -m benchmarks.akar --benih 1 --banyak 200`."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.akar.hakim import Hasil
from benchmarks.akar.ukur import tulis, ukur

_SEKALI = 4  # agencies a task


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark from the command line."""
    a = argparse.ArgumentParser(prog="python -m benchmarks.akar", description="Ukur akar catatan.")
    a.add_argument("--banyak", type=int, default=200, help="banyak instansi (bawaan: 200)")
    a.add_argument("--benih", type=int, default=1)
    a.add_argument("--proses", type=int, default=2)
    a.add_argument("--simpan", type=Path, help="simpan berkas setiap instansi di folder ini")
    a.add_argument("--json", type=Path, help="tulis sebab, selnya, dan catatannya ke berkas ini")
    p = a.parse_args(argv)
    os.nice(10)
    mulai, ram = time.perf_counter(), Path("/dev/shm")
    bagian = [range(n, min(n + _SEKALI, p.banyak)) for n in range(0, p.banyak, _SEKALI)]
    with tempfile.TemporaryDirectory(dir=ram if ram.is_dir() else None) as sementara:
        tugas = partial(ukur, benih=p.benih, akar=p.simpan or Path(sementara), simpan=p.simpan is not None)
        hasil = Hasil()
        with multiprocessing.get_context("forkserver").Pool(p.proses) as kolam:
            for satu in kolam.imap(tugas, bagian):
                hasil.tambah(satu)
                print(f"{hasil.hitung['instansi']} instansi", file=sys.stderr, flush=True)
    print(f"Benih {p.benih}, {time.perf_counter() - mulai:.0f} detik.\n\n{tulis(hasil)}")
    if p.json:
        p.json.write_text(json.dumps(hasil.rincian, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Run the measurements and print one table of all of them, with the environment they were made in."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module, metadata
from importlib.util import find_spec

from benchmarks.kinerja.daftar import MODUL, UKURAN, Hasil
from lkip_lib.numerals import write

_PAKET = ("pandas", "numpy", "matplotlib", "papermill", "nbconvert", "ipykernel")


def lingkungan() -> str:
    """Tell on what the measurements were made."""
    beban = f", beban {write(os.getloadavg()[0], 1)}" if hasattr(os, "getloadavg") else ""
    paket = ", ".join(f"{n} {metadata.version(n)}" for n in _PAKET)
    lab = "dengan" if find_spec("jupyterlab") else "tanpa"
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} inti{beban}, Python {platform.python_version()}, "
        f"{paket}, {lab} jupyterlab"
    )


def baris(h: Hasil) -> str:
    """Write one row of the table."""
    sel = [h.apa, _angka(h.detik), h.banding, _angka(h.cpu), _angka(h.memori_mb, 0), h.catatan]
    return f"| {' | '.join(sel)} |"


def _angka(nilai: float | None, desimal: int = 2) -> str:
    if nilai is None:
        return ""
    return write(nilai, desimal if nilai >= 0.1 else 4)


def main(argv: list[str] | None = None) -> int:
    """Run the benchmarks from the command line."""
    for modul in MODUL:
        import_module(f"benchmarks.kinerja.{modul}")
    a = argparse.ArgumentParser(prog="python -m benchmarks.kinerja", description="Ukur kecepatan.")
    a.add_argument("nama", nargs="*", metavar="UKURAN", help=f"yang diukur: {', '.join(UKURAN)} (bawaan: yang singkat)")
    a.add_argument("--kali", type=int, default=5, help="banyak putaran (bawaan: 5)")
    p = a.parse_args(argv)
    if asing := [n for n in p.nama if n not in UKURAN]:
        a.error(f"ukuran tidak dikenal: {', '.join(asing)}. Yang ada: {', '.join(UKURAN)}")
    print(f"{lingkungan()}; median {p.kali} putaran\n")
    print("| ukuran | detik | banding | CPU detik | memori MB | catatan |")
    print("|---|--:|---|--:|--:|---|")
    for u in UKURAN.values():
        if u.nama in p.nama or (u.bawaan and not p.nama):
            print(f"| **{u.judul}** | | | | | |", flush=True)
            for hasil in u.jalankan(p.kali):
                print(baris(hasil), flush=True)
        elif not p.nama:
            print(f"| **{u.judul}** | | | | | tidak dijalankan; make bench UKURAN={u.nama} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

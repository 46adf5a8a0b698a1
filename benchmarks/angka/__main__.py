"""Measure the reading of numbers: `python -m benchmarks.angka --banyak 2000 --benih 1`. Exit code 1 for one misread."""

from __future__ import annotations

import argparse
import sys

from benchmarks.angka.ukur import tabel, ukur


def main() -> int:
    """Print the table, and what was read wrong or not read though it could be."""
    pilihan = argparse.ArgumentParser(prog="python -m benchmarks.angka", description=__doc__)
    pilihan.add_argument("--banyak", type=int, default=2000, help="kasus setiap bentuk")
    pilihan.add_argument("--benih", type=int, default=1)
    isi = pilihan.parse_args()
    hasil = ukur(isi.banyak, isi.benih)
    print(tabel(hasil))
    for judul, daftar in (("salah", hasil.salah), ("dapat dibaca, tetapi tidak", hasil.luput)):
        print(f"\n{judul}: {len(daftar)}")
        for kasus, bacaan in daftar[:40]:
            print(f"  {kasus.bentuk}: {kasus.teks!r} ({kasus.satuan or 'tanpa satuan'}) {bacaan.value} {bacaan.note}")
    return 1 if hasil.salah else 0


if __name__ == "__main__":
    sys.exit(main())

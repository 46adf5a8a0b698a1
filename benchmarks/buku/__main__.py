"""`python -m benchmarks.buku --berkas 500 --benih 1`: exit code 1 when a cell is read wrong."""

from __future__ import annotations

import argparse

from benchmarks.buku.ukur import KELIRU, laporan, ukur


def main() -> int:
    pengurai = argparse.ArgumentParser(description="Mengukur pembacaan buku kerja Excel.")
    pengurai.add_argument("--berkas", type=int, default=500)
    pengurai.add_argument("--benih", type=int, default=1)
    diminta = pengurai.parse_args()
    hasil = ukur(diminta.berkas, diminta.benih)
    print(laporan(hasil))
    return int(hasil.jumlah(KELIRU) > 0)


if __name__ == "__main__":
    raise SystemExit(main())

"""Measure the reading of Excel files and exports; exit code 1 when a cell or an export is read wrong.

`python -m benchmarks.buku --berkas 600 --ekspor 1000 --benih 1`
"""

from __future__ import annotations

import argparse

from benchmarks.buku.ekspor import ukur_ekspor
from benchmarks.buku.ukur import KELIRU, laporan, ukur


def main() -> int:
    """Print both results, with the first of what was read wrong or refused."""
    pengurai = argparse.ArgumentParser(description="Mengukur pembacaan buku kerja Excel dan ekspor sistem lain.")
    pengurai.add_argument("--berkas", type=int, default=600, help="buku kerja dengan keanehan Excel")
    pengurai.add_argument("--ekspor", type=int, default=1000, help="ekspor anggaran dengan susunan acak")
    pengurai.add_argument("--benih", type=int, default=1)
    diminta = pengurai.parse_args()
    sel, ekspor = ukur(diminta.berkas, diminta.benih), ukur_ekspor(diminta.ekspor, diminta.benih)
    print(laporan(sel))
    print(f"{diminta.ekspor} ekspor:", ", ".join(f"{k} {n}" for k, n in sorted(ekspor.hitungan.items())))
    print(*ekspor.contoh[:20], sep="\n")
    return int(sel.jumlah(KELIRU) > 0 or ekspor.hitungan[KELIRU] > 0)


if __name__ == "__main__":
    raise SystemExit(main())

"""Measure the reading of Excel files and exports; exit code 1 when a cell or an export is read wrong.

`python -m benchmarks.buku --berkas 600 --ekspor 1000 --kembar 500 --benih 1`
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.buku.ekspor import ukur_ekspor
from benchmarks.buku.kembar import ukur_kembar
from benchmarks.buku.ukur import KELIRU, laporan, ukur

AKAR = Path(__file__).parents[2]


def main() -> int:
    """Print both results, with the first of what was read wrong or refused."""
    pengurai = argparse.ArgumentParser(description="Mengukur pembacaan buku kerja Excel dan ekspor sistem lain.")
    pengurai.add_argument("--berkas", type=int, default=600, help="buku kerja dengan keanehan Excel")
    pengurai.add_argument("--ekspor", type=int, default=1000, help="ekspor anggaran dengan susunan acak")
    pengurai.add_argument("--kembar", type=int, default=500, help="buku kerja kembar dari CSV setahun")
    pengurai.add_argument("--benih", type=int, default=1)
    diminta = pengurai.parse_args()
    sel = ukur(diminta.berkas, diminta.benih)
    ekspor = ukur_ekspor(diminta.ekspor, diminta.benih)
    kembar = ukur_kembar(AKAR, "dinas-contoh", 2025, diminta.kembar, diminta.benih)
    print(laporan(sel))
    for sebutan, hasil in (("ekspor", ekspor), ("buku kembar", kembar)):
        print(f"{sebutan}:", ", ".join(f"{k} {n}" for k, n in sorted(hasil.hitungan.items())))
        print(*hasil.contoh[:20], sep="\n")
    return int(sel.jumlah(KELIRU) > 0 or ekspor.hitungan[KELIRU] > 0 or kembar.hitungan[KELIRU] > 0)


if __name__ == "__main__":
    raise SystemExit(main())

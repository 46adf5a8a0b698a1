"""Measure the importing of office exports; exit code 1 when a table is wrong, or a broken file was taken.

`python -m benchmarks.ekspor --benih 5`; `python -m benchmarks.ekspor besar` for files of some 4,500 rows.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.ekspor.besar import bangkitkan_besar
from benchmarks.ekspor.pembangkit import RAGAM, TATA, bangkitkan
from benchmarks.ekspor.ukur import GAGAL, TEPAT, impor, proyek, putuskan, tabel, ukur


def main() -> int:
    """Write the files, import them, and print the table and what is not right."""
    pengurai = argparse.ArgumentParser(prog="python -m benchmarks.ekspor", description=__doc__)
    pengurai.add_argument("ukuran", nargs="?", choices=("besar",), help="besar: dua tata letak, 4.500 baris")
    pengurai.add_argument("--benih", type=int, default=1)
    pengurai.add_argument("--keluar", default="", help="folder berkasnya (bawaan: sementara)")
    pengurai.add_argument("--hanya", default="", help=f"tata letak, dipisah koma: {', '.join(TATA)}")
    pengurai.add_argument("--banyak", type=int, default=RAGAM, help=f"berkas setiap tata letak, paling banyak {RAGAM}")
    pengurai.add_argument("--soffice", action="store_true", help="sebagian menjadi .xls dan .ods, lewat soffice")
    isi = pengurai.parse_args()
    hanya = isi.hanya.split(",") if isi.hanya else list(TATA)
    if asing := [nama for nama in hanya if nama not in TATA]:
        pengurai.error(f"tata letak tidak dikenal: {', '.join(asing)}")
    with tempfile.TemporaryDirectory(prefix="lkip-berkas-") as sementara:
        keluar = Path(isi.keluar or sementara)
        if isi.ukuran == "besar":
            return _besar(keluar, isi.benih)
        semua = [p for t in hanya for p in bangkitkan(keluar, isi.benih, t, isi.banyak, soffice=isi.soffice)]
        hasil = ukur(semua)
    print(tabel(hasil))
    print(f"\ntidak tepat: {len(hasil.contoh)}")
    for satu in hasil.contoh:
        print(f"  {satu}")
    return int(hasil.jumlah(*GAGAL) > 0)


def _besar(keluar: Path, benih: int) -> int:
    salah = 0
    print("| berkas | baris | pagu | detik | putusan |\n|---|---:|---:|---:|---|")
    with proyek() as akar:
        for n, path in enumerate(bangkitkan_besar(keluar, benih)):
            benar = json.loads(path.read_text(encoding="utf-8"))
            mulai = time.perf_counter()
            jalan = impor(akar, path.with_name(benar["berkas"]), benar, f"instansi-{n}")
            detik = time.perf_counter() - mulai
            putusan, sebab = putuskan(benar, jalan)
            pagu = benar["total"]["pagu_rp"]
            print(f"| {benar['berkas']} | {benar['baris']} | {pagu} | {detik:.1f} | {putusan} |", *sebab[:3], sep="\n")
            salah += putusan != TEPAT
    return int(salah > 0)


if __name__ == "__main__":
    sys.exit(main())

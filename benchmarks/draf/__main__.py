"""Write drafts, read each with `lkip draf`, and judge what came of it; exit code 1 when the reader does not hold.

`python -m benchmarks.draf --benih 1 --jumlah 16`; `--buat` writes the drafts only; `--jahat` tries hostile files.
Seeds 1 to 3 are for building a reader; those from 100 on are kept to measure it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.draf.pembangkit import BENTUK, bangkitkan
from benchmarks.draf.tata import TATA
from benchmarks.draf.ukur import jalankan, lulus, tabel, tersulit


def main(argv: list[str] | None = None) -> int:
    """Run from the command line."""
    a = argparse.ArgumentParser(prog="python -m benchmarks.draf", description=__doc__)
    a.add_argument("--benih", type=int, default=1)
    a.add_argument("--jumlah", type=int, default=len(TATA), help="banyak draf; tata letak bergiliran")
    a.add_argument("--format", dest="bentuk", choices=BENTUK, default="docx")
    a.add_argument("--tata", choices=TATA, default="", help="satu tata letak saja")
    a.add_argument("--simpan", type=Path, help="folder draf dan hasilnya (bawaan: sementara)")
    a.add_argument("--buat", action="store_true", help="tulis draf dan kebenarannya saja")
    a.add_argument("--jahat", action="store_true", help="berkas jahat saja")
    a.add_argument("--contoh", type=int, default=40, help="paling banyak baris yang menerangkan kesalahan")
    p = a.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="lkip-draf-") as sementara:
        folder = p.simpan or Path(sementara)
        if p.jahat:
            return _jahat(folder)
        kebenaran = [bangkitkan(p.benih, n, p.bentuk, folder, p.tata) for n in range(p.jumlah)]
        if p.buat:
            print(f"{len(kebenaran)} draf {p.bentuk}: {folder}")
            return 0
        hasil = [jalankan(k) for k in kebenaran]
    print(tabel(hasil))
    print(f"tersulit: {', '.join(tersulit(hasil)) or '-'}")
    contoh = [c for h in hasil for c in h.contoh]
    print(f"\nyang tidak tepat: {len(contoh)}", *contoh[: p.contoh], sep="\n  ")
    return int(not lulus(hasil, p.bentuk))


def _jahat(folder: Path) -> int:
    from benchmarks.draf.jahat import JAHAT, coba  # bounds its processes: not on Windows

    gagal = 0
    print("| berkas | terbatas | akibat |\n|---|---|---|")
    for nama in JAHAT:
        baik, kata = coba(nama, folder)
        gagal += not baik
        print(f"| {nama} | {'ya' if baik else 'TIDAK'} | {kata} |")
    return int(gagal > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Attack: `python -m benchmarks.serangan instansi|bacaan|bunuh|lingkungan`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.serangan import anak, bunuh, lingkungan
from benchmarks.serangan.kasus import Pangkalan, periksa


def main(argv: list[str] | None = None) -> int:
    """Run one attack; the exit code tells whether anything went through."""
    a = argparse.ArgumentParser(prog="python -m benchmarks.serangan", description=__doc__)
    a.add_argument("serangan", choices=("instansi", "bacaan", "bunuh", "lingkungan"))
    a.add_argument("--banyak", type=int, default=0, help="bawaan: 2000 instansi, 20000 bacaan, 100 bunuh")
    a.add_argument("--mulai", type=int, default=0, help="nomor kasus pertama; kasus yang sama selalu sama")
    a.add_argument("--benih", type=int, default=7)
    a.add_argument("--pekerja", type=int, default=os.cpu_count() or 1)
    p = a.parse_args(argv)
    if p.serangan == "lingkungan":
        return lingkungan.coba()
    if p.serangan == "bunuh":
        return bunuh.coba(p.banyak or 100, p.benih)
    return fuzz(p.serangan, range(p.mulai, p.mulai + (p.banyak or 2000 * (10 if p.serangan == "bacaan" else 1))), p)


def fuzz(serangan: str, nomor: range, p: argparse.Namespace) -> int:
    """Damage inputs at random, and count what came of them by layer."""
    mulai = time.monotonic()
    hitung: Counter[tuple[str, str]] = Counter()
    buruk = 0
    with tempfile.TemporaryDirectory(prefix="serangan-") as folder:
        pangkalan = Pangkalan(Path(folder), p.benih)
        periksa_contoh(pangkalan)
        kerja = getattr(pangkalan, serangan)
        for n, putusan in enumerate(anak.semua(nomor, kerja, 1 if serangan == "instansi" else 50, p.pekerja), 1):
            hitung[putusan.lapis, putusan.akhir] += 1
            if putusan.akhir in (*anak.BURUK, anak.TANPA_TEMPAT):
                buruk += putusan.akhir in anak.BURUK
                print(f"{putusan.nomor} {putusan.lapis} {putusan.akhir}: {putusan.pesan}", flush=True)
            if n % max(1, len(nomor) // 20) == 0:
                print(f"[{n}/{len(nomor)}] {time.monotonic() - mulai:.0f} detik", file=sys.stderr, flush=True)
    akhir = (anak.DITERIMA, anak.DITOLAK, anak.TANPA_TEMPAT, *anak.BURUK)
    print(f"{'lapis':8}", *(f"{k:>22}" for k in akhir))
    for lapis in sorted({k for k, _ in hitung}):
        print(f"{lapis:8}", *(f"{hitung[lapis, k]:>22}" for k in akhir))
    print(f"{hitung.total()} kasus, {time.monotonic() - mulai:.0f} detik, {p.pekerja} pekerja, {buruk} buruk")
    return 1 if buruk else 0


def periksa_contoh(pangkalan: Pangkalan) -> None:
    """Hold that an undamaged year is accepted and right; this also loads all that the copies then have."""
    with pangkalan.salinan(pangkalan.acak(-1)) as letak:
        salah = periksa(letak)
    assert not salah, salah


if __name__ == "__main__":
    sys.exit(main())

"""Measure what the tests notice: `python -m benchmarks.mutasi --sampel 200`. Exit code 1 below 95 percent."""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.mutasi.jalan import HIDUP, WAKTU, Uji
from benchmarks.mutasi.mutan import Mutan, daftar

AKAR = Path(__file__).parents[2]
KAMAR = ("lkip_lib/rumus", "lkip_lib/numerals")
UJI = (*KAMAR, "tests/rumus", "tests/test_numerals.py", "tests/test_dokumentasi.py::test_pages_follow_the_code")
# LibreOffice is started anew for each fault: its tests come on top of what is measured here.
PILIHAN = ("-q", "-k", "not excel_computes", "-p", "no:cacheprovider", "-p", "no:warnings")
SETARA = Path(__file__).with_name("setara.csv")  # faults that change nothing anyone can see, each with its reason
CUKUP = 95.0


def main() -> int:
    """Try the faults that are not yet known to be noticed, and print what became of all."""
    pilihan = argparse.ArgumentParser(prog="python -m benchmarks.mutasi", description=__doc__)
    pilihan.add_argument("berkas", nargs="*", type=Path, help="modul; bawaannya semua modul rumus dan numerals")
    pilihan.add_argument("--sampel", type=int, default=0, help="banyak kesalahan yang diundi; 0 berarti semua")
    pilihan.add_argument("--benih", type=int, default=1)
    pilihan.add_argument("--proses", type=int, default=2)
    pilihan.add_argument("--batas", type=float, default=1.0, help="detik prosesor setiap kesalahan")
    pilihan.add_argument("--catat", type=Path, help="berkas hasil; yang terbunuh di sana tidak dicoba lagi")
    isi = pilihan.parse_args()
    modul = [b.resolve() for b in isi.berkas] or [p for k in KAMAR for p in sorted((AKAR / k).glob("*.py"))]
    mutan = [m for p in modul for m in daftar(p)]
    if isi.sampel:
        mutan = random.Random(isi.benih).sample(mutan, min(isi.sampel, len(mutan)))
    hasil: dict[str, str] = {}
    if isi.catat and isi.catat.exists():
        hasil = dict(json.loads(b) for b in isi.catat.read_text(encoding="utf-8").splitlines())
    kunci = _kunci(mutan)

    def catat(m: Mutan, apa: str) -> None:
        hasil[kunci[id(m)]] = apa
        print(f"\r{sum(k in hasil for k in kunci.values())} dari {len(mutan)}", end="", file=sys.stderr, flush=True)
        if isi.catat:
            with isi.catat.open("a", encoding="utf-8") as f:
                f.write(json.dumps([kunci[id(m)], apa]) + "\n")

    sisa = [m for m in mutan if hasil.get(kunci[id(m)], HIDUP) == HIDUP]
    pytest.main([*PILIHAN, *UJI], plugins=[Uji(sisa, isi.proses, isi.batas, catat)])
    return laporan([(m, kunci[id(m)], hasil[kunci[id(m)]]) for m in mutan])


def _kunci(mutan: list[Mutan]) -> dict[int, str]:
    """Name each fault; of those that read alike by their number."""
    ulang: Counter[str] = Counter()
    kunci = {}
    for m in mutan:
        teks = f"{m.berkas.parent.name}/{m.berkas.name} {m}"
        ulang[teks] += 1
        kunci[id(m)] = f"{teks} #{ulang[teks]}"
    return kunci


def laporan(hasil: list[tuple[Mutan, str, str]]) -> int:
    """Print every fault that nobody noticed, and the counts by module."""
    with SETARA.open(encoding="utf-8", newline="") as f:
        setara = {b["kesalahan"] for b in csv.DictReader(f)}
    hitung: dict[str, Counter[str]] = {}
    for m, kunci, h in hasil:
        apa = h if h == WAKTU else "terbunuh" if h != HIDUP else "setara" if kunci in setara else HIDUP
        hitung.setdefault(kunci.split()[0], Counter())[apa] += 1
        if apa == HIDUP:
            print(f"{m.rentang.start}: {kunci}")
    hitung["semua"] = sum(hitung.values(), Counter())
    print("\n| modul | kesalahan | terbunuh | waktu | setara | hidup | skor |\n|---|---:|---:|---:|---:|---:|---:|")
    for nama, c in hitung.items():
        skor = 100 * (c["terbunuh"] + c[WAKTU]) / max(1, c.total() - c["setara"])
        isi = (nama, c.total(), c["terbunuh"], c[WAKTU], c["setara"], c[HIDUP], f"{skor:.2f}".replace(".", ","))
        print(f"| {' | '.join(map(str, isi))} |")
    return 0 if skor >= CUKUP else 1


if __name__ == "__main__":
    sys.exit(main())

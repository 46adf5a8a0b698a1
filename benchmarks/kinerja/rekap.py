"""`lkip check`, the ledgers and the roll-up by the number of agencies: time and memory must not outgrow it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.instansi.kecil import tulis_kecil
from benchmarks.kinerja.daftar import Hasil, ukuran
from benchmarks.kinerja.jam import perintah
from benchmarks.kinerja.memori import puncak_mb
from lkip_lib.numerals import write

TAHUN = 2024
_LKIP = (Path(sys.executable).with_name("lkip"),)


@ukuran("rekap", "Rekap menurut banyak instansi kecil", bawaan=False)
def rekap(kali: int) -> Iterator[Hasil]:
    """Roll up 1, 40 and 600 small agencies."""
    yield from _menurut_banyak((1, 40, 600))


@ukuran("rekap-negara", "Rekap 20.000 instansi kecil", bawaan=False)
def rekap_negara(kali: int) -> Iterator[Hasil]:
    """Roll up as many agencies as a country has."""
    yield from _menurut_banyak((600, 20_000))


def _menurut_banyak(semua: Sequence[int]) -> Iterator[Hasil]:
    """Make each roll-up anew and once more with nothing changed; the smallest is what the larger are held against."""
    dasar: float | None = None
    for banyak in semua:
        with tempfile.TemporaryDirectory() as sementara:
            akar = Path(sementara)
            tulis_kecil(banyak, TAHUN, akar)
            instansi = sorted(p.name for p in (akar / "data").iterdir())[0]
            periksa = perintah([*_LKIP, "check", str(TAHUN), "--instansi", instansi], cwd=akar)
            judul = f"{write(banyak, 0)} instansi"
            yield Hasil(f"{judul}: lkip check satu instansi", periksa.detik, cpu=periksa.cpu)
            with puncak_mb() as puncak:
                pertama = perintah([*_LKIP, "rekap", str(TAHUN)], cwd=akar)
            per_instansi = pertama.detik / banyak
            dasar = dasar or per_instansi
            ukuran_ledger = sum(p.stat().st_size for p in (akar / "outputs").glob("_rekap/*/ledger/*")) / 1e6
            yield Hasil(
                f"{judul}: rekap dari awal",
                pertama.detik,
                f"{write(per_instansi / dasar, 2)} × per instansi",
                pertama.cpu,
                puncak.mb,
                f"{write(per_instansi, 3)} detik per instansi; ledger {write(ukuran_ledger, 1)} MB",
            )
            with puncak_mb() as puncak:
                lagi = perintah([*_LKIP, "rekap", str(TAHUN)], cwd=akar)
            yield Hasil(
                f"{judul}: tidak ada yang berubah",
                lagi.detik,
                f"1/{write(pertama.detik / lagi.detik, 1)} dari awal",
                lagi.cpu,
                puncak.mb,
            )
            shutil.rmtree(akar / "data")

"""Many reports on one machine: against the floor, against a pool of stock papermill, and against Dask."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import mean

from benchmarks.instansi.pembangkit import bangun
from benchmarks.kinerja.daftar import Hasil, ukuran
from benchmarks.kinerja.jam import Waktu, bertanding, perintah, rasio, tengah
from benchmarks.kinerja.memori import puncak_mb
from benchmarks.kinerja.satu import LKIP, TAHUN, jalankan_lantai, lingkungan, siapkan
from lkip_lib.numerals import write
from lkip_lib.pipeline.workers import pekerja_bawaan

_BENIH = 7
_LANTAI = 10  # agencies of a lot of which the floor is the mean


@ukuran("banyak", "20 laporan di satu mesin", bawaan=False)
def banyak(kali: int) -> Iterator[Hasil]:
    """Make 20 reports in rounds, also in a process pool of stock papermill."""
    yield from _banyak(20, 1, kali, kolam=True)


@ukuran("banyak-200", "200 laporan di satu mesin, lima kelompok", bawaan=False)
def banyak_200(kali: int) -> Iterator[Hasil]:
    """Make 200 reports, each once, in five lots: a machine is not equally fast all the while that they take."""
    yield from _banyak(200, 5, 5, kolam=False)


def _banyak(jumlah: int, kelompok: int, kali: int, *, kolam: bool) -> Iterator[Hasil]:
    """Make the reports of the next lot each round, beside the floor of some of them."""
    pekerja = pekerja_bawaan()
    with _proyek(jumlah) as (proyek, instansi):
        lot = [instansi[n::kelompok] for n in range(kelompok)]
        selot = jumlah // kelompok
        lantai: list[Waktu] = []
        giliran = {nama: cycle(lot) for nama in ("lantai", "lkip", "kolam")}
        peserta: dict[str, Callable[[], Waktu | None]] = {
            "lantai": lambda: lantai.append(_lantai(proyek, next(giliran["lantai"])[:: -(-selot // _LANTAI)])),
            "lkip": lambda: _batch(proyek, f"--instansi={','.join(next(giliran['lkip']))}"),
        }
        if kolam:
            peserta["kolam"] = lambda: _kolam(proyek, next(giliran["kolam"]), pekerja)
        memori: dict[str, float | None] = {}
        waktu = bertanding({n: _berpuncak(n, f, memori) for n, f in peserta.items()}, kali)
    yield Hasil("lantai hangat, satu laporan", tengah(lantai).detik, cpu=tengah(lantai).cpu)
    per = {n: [Waktu(w.detik / selot, w.cpu and w.cpu / selot) for w in waktu[n]] for n in waktu if n != "lantai"}
    sejajar = [Waktu(w.detik / pekerja, w.cpu) for w in lantai]
    for nama, judul in {"lkip": "lkip batch", "kolam": "kolam papermill biasa"}.items():
        if nama in per:
            t = tengah(per[nama])
            banding = f"{write(rasio(per[nama], sejajar), 2)} × lantai hangat ÷ {pekerja} proses"
            banding += f" (CPU {write(rasio(per[nama], sejajar, cpu=True), 2)})"
            if nama == "lkip" and kolam:
                banding += f"; {write(rasio(per[nama], per['kolam']), 3)} × kolam"
            yield Hasil(f"{judul}, per laporan", t.detik, banding, t.cpu, memori[nama])


@ukuran("dask", "Dask melawan pekerja sendiri, 20 laporan", bawaan=False)
def dask(kali: int) -> Iterator[Hasil]:
    """Make 20 reports by 1, 2 and 4 workers of each kind, in rounds."""
    from distributed import LocalCluster

    jumlah = 20
    with _proyek(jumlah) as (proyek, _):
        for pekerja in (1, 2, 4):
            with LocalCluster(n_workers=pekerja, threads_per_worker=1, dashboard_address=None) as kluster:
                alamat = kluster.scheduler_address
                waktu = bertanding(
                    {
                        "sendiri": lambda n=pekerja: _batch(proyek, f"--pekerja={n}"),
                        "dask": lambda a=alamat: _batch(proyek, f"--penjadwal={a}"),
                    },
                    kali,
                )
            for nama, banding in (("sendiri", ""), ("dask", f"{write(rasio(waktu['dask'], waktu['sendiri']), 2)} ×")):
                judul = f"{pekerja} pekerja {'Dask' if nama == 'dask' else 'sendiri'}, per laporan"
                # Dask's workers are not this command's children, so their processor time is not known here.
                yield Hasil(judul, tengah(waktu[nama]).detik / jumlah, banding and f"{banding} pekerja sendiri")


@contextmanager
def _proyek(jumlah: int) -> Iterator[tuple[Path, list[str]]]:
    """Make a project of some fictional agencies of one year."""
    with tempfile.TemporaryDirectory() as sementara:
        proyek = siapkan(Path(sementara) / "proyek", data=False)
        for nomor in range(jumlah):
            for instansi in bangun(_BENIH, nomor, (int(TAHUN),)):
                instansi.tulis(proyek)
        yield proyek, sorted(p.name for p in (proyek / "data").iterdir())


def _perintah(proyek: Path, *argv: str | Path) -> Waktu:
    return perintah(argv, env=lingkungan(proyek), cwd=proyek)


def _batch(proyek: Path, *pilihan: str) -> Waktu:
    return _perintah(proyek, *LKIP, "batch", TAHUN, "--paksa", *pilihan)


def _kolam(proyek: Path, instansi: Sequence[str], pekerja: int) -> Waktu:
    argv = ("-m", "benchmarks.kinerja.kolam", ",".join(instansi), TAHUN, proyek, pekerja)
    return _perintah(proyek, sys.executable, *map(str, argv))


def _lantai(proyek: Path, instansi: Sequence[str]) -> Waktu:
    """Return the mean of some agencies' reports made in one process, after one that warms it."""
    _, (_, *hangat) = jalankan_lantai(proyek, [instansi[0], *instansi])
    return Waktu(mean(w.detik for w in hangat), mean(w.cpu or 0 for w in hangat))


def _berpuncak(
    nama: str, jalan: Callable[[], Waktu | None], memori: dict[str, float | None]
) -> Callable[[], Waktu | None]:
    """Remember the peak of memory of a participant beside its time."""

    def ukur() -> Waktu | None:
        with puncak_mb() as puncak:
            waktu = jalan()
        memori[nama] = max(memori.get(nama) or 0, puncak.mb or 0) or None
        return waktu

    return ukur

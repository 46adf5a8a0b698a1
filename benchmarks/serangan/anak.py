"""Try one thing after another, each in a copy of this process, and tell what came of it: also a hang, also a death."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lkip_lib.errors import MasukanSalah
from lkip_lib.system import masalah_sistem

DITERIMA, DITOLAK, TANPA_TEMPAT = "diterima", "ditolak dengan tempat", "ditolak tanpa tempat"
KELIRU, GALAT, MACET = "keliru diam-diam", "traceback", "macet"
BURUK = (KELIRU, GALAT, MACET)
_DETIK, _MEMORI = 120, 4 << 30  # of computing, for one thing; and what it may hold


@dataclass(frozen=True, slots=True)
class Putusan:
    """Hold what came of one case: its layer, the outcome, and what was said or went wrong."""

    nomor: int
    lapis: str
    akhir: str
    pesan: str


def coba(nomor: int, kerja: Callable[[int], tuple[str, list[str]]]) -> Putusan:
    """Do one thing here. `kerja` returns the damaged layer and what is silently wrong."""
    try:
        lapis, salah = kerja(nomor)
        return Putusan(nomor, lapis, KELIRU if salah else DITERIMA, "; ".join(salah[:3]))
    except Rusak as rusak:
        galat: BaseException = rusak.__cause__ or rusak
        if isinstance(galat, MasukanSalah):
            tanpa = [m for m in galat.masalah if not m.berkas]
            return Putusan(nomor, rusak.lapis, TANPA_TEMPAT if tanpa else DITOLAK, str((tanpa or galat.masalah)[0]))
        if isinstance(galat, OSError | MemoryError) and (masalah := masalah_sistem(galat)):
            return Putusan(nomor, rusak.lapis, DITOLAK if masalah.berkas else TANPA_TEMPAT, str(masalah))
        return Putusan(nomor, rusak.lapis, GALAT, _jejak(galat))
    except Exception as salah:  # of what looks for mistakes, not of what is looked at
        return Putusan(nomor, "?", GALAT, _jejak(salah))


def _jejak(galat: BaseException) -> str:
    return "".join(traceback.format_exception(galat))[-1500:]


class Rusak(Exception):
    """Carry what stopped a case together with the layer at which it was damaged."""

    def __init__(self, lapis: str) -> None:
        self.lapis = lapis
        super().__init__(lapis)


def semua(
    nomor: Iterable[int], kerja: Callable[[int], tuple[str, list[str]]], sekali: int, pekerja: int
) -> Iterator[Putusan]:
    """Do things by number, `sekali` of them in one copy of this process, and as many copies at once as `pekerja`.

    One that takes too long, or ends its process, is told as such and those after it are done by another copy.
    """
    antrean = list(nomor)[::-1]
    jalan: dict[int, tuple[int, list[int], float]] = {}
    sisa: dict[int, bytes] = {}
    while antrean or jalan:
        while antrean and len(jalan) < pekerja:
            bagian = [antrean.pop() for _ in range(min(sekali, len(antrean)))]
            baca, pid = _cabang(bagian, kerja)
            jalan[baca], sisa[baca] = (pid, bagian, time.monotonic()), b""
        siap, _, _ = select.select(list(jalan), [], [], 5.0)
        for ujung in siap:
            pid, bagian, _ = jalan[ujung]
            isi = os.read(ujung, 1 << 16)
            *baris, sisa[ujung] = (sisa[ujung] + isi).split(b"\n")
            for b in baris:
                putusan = Putusan(*json.loads(b))
                bagian.remove(putusan.nomor)
                yield putusan
            if not isi:
                _, keadaan = os.waitpid(pid, 0)
                os.close(ujung)
                del jalan[ujung], sisa[ujung]
                if bagian:
                    lama = os.WIFSIGNALED(keadaan) and os.WTERMSIG(keadaan) == signal.SIGXCPU
                    yield Putusan(bagian[0], "?", MACET if lama else GALAT, f"prosesnya berakhir: {keadaan}")
                    antrean += bagian[:0:-1]


def _cabang(bagian: list[int], kerja: Callable[[int], tuple[str, list[str]]]) -> tuple[int, int]:
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid:
        os.close(tulis)
        return baca, pid
    try:
        os.close(baca)
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORI, _MEMORI))
        kosong = os.open(os.devnull, os.O_WRONLY)
        os.dup2(kosong, 1)
        os.dup2(kosong, 2)
        for n in bagian:
            dipakai = int(time.process_time())
            resource.setrlimit(resource.RLIMIT_CPU, (dipakai + _DETIK, resource.RLIM_INFINITY))
            p = coba(n, kerja)
            os.write(tulis, json.dumps([p.nomor, p.lapis, p.akhir, p.pesan]).encode() + b"\n")
    finally:
        os._exit(0)

"""Try faults on forks of one state of all collected tests: plant one, run the tests that touch it until one fails."""

from __future__ import annotations

import ast
import gc
import os
import pickle
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import _lru_cache_wrapper, cache
from graphlib import TopologicalSorter
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, is_hypothesis_test, settings

from benchmarks.mutasi.mutan import Mutan

HIDUP, WAKTU = "hidup", "waktu"
CONTOH = 10  # of a property: fewer than in the tests themselves, so that the score is rather too low
_POLOS = (str, int, float, tuple, list, dict, set, frozenset, re.Pattern)
_KAMAR = ("lkip_lib.rumus.", "lkip_lib.numerals.")


def di_cabang(kerja: Callable[[Any], Any], tugas: Iterable[Any], proses: int) -> Iterator[tuple[Any, Any]]:
    """Do each piece of work in a fork of its own and give what comes back, None where it was killed for its time."""
    jalan: dict[int, tuple[Any, str]] = {}

    def tunggu() -> tuple[Any, Any]:
        pid, akhir = os.wait()
        isi, nama = jalan.pop(pid)
        teks = Path(nama).read_bytes()
        os.unlink(nama)
        if not teks and os.WTERMSIG(akhir) != signal.SIGPROF:
            raise SystemExit(f"{isi} tidak dapat dicoba")
        return isi, pickle.loads(teks) if teks else None

    for isi in tugas:
        if len(jalan) >= proses:
            yield tunggu()
        nama = tempfile.mkstemp(prefix="mutasi-")[1]
        if not (pid := os.fork()):
            gc.disable()  # what is not looked at is not copied
            for n in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), n)
            try:
                Path(nama).write_bytes(pickle.dumps(kerja(isi)))
            finally:
                os._exit(0)
        jalan[pid] = isi, nama
    while jalan:
        yield tunggu()


class Uji:
    """Take the place of pytest's loop: map the lines that each test runs, then try the faults."""

    def __init__(self, mutan: list[Mutan], proses: int, batas: float, catat: Callable[[Mutan, str], None]) -> None:
        self.mutan, self.proses, self.batas, self.catat = mutan, proses, batas, catat
        self.berkas = {str(m.berkas) for m in mutan}
        self.peta: dict[str, tuple[float, set[tuple[str, int]]]] = {}
        self.kena: dict[str, dict[str, set[int]]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {i.nodeid: i for i in session.items}
        for f in filter(is_hypothesis_test, (getattr(i, "obj", None) for i in session.items)):
            # The same cases each time, and no search for a smaller one where a case fails.
            lama, fase = f._hypothesis_internal_use_settings, (Phase.explicit, Phase.generate)
            f._hypothesis_internal_use_settings = settings(
                lama, database=None, derandomize=True, phases=fase, max_examples=min(lama.max_examples, CONTOH)
            )
        benda = gc.get_objects()
        self.fungsi = [f for f in benda if isinstance(f, FunctionType) and f.__code__.co_filename in self.berkas]
        self.lupa = [x.cache_clear for x in benda if isinstance(x, _lru_cache_wrapper) and "lkip_lib" in x.__module__]
        self.lupa += [x._jejak.clear for x in benda if type(x).__name__ == "Rumus"]
        del benda
        gc.freeze()
        nama = list(self.items)
        for _, isi in di_cabang(lambda i: self._petakan(nama[i::20]), range(20), self.proses):
            self.peta |= isi
        for n, (_, baris) in self.peta.items():
            for b, k in baris:
                self.kena.setdefault(b, {}).setdefault(n, set()).add(k)
        for lupa in self.lupa:
            lupa()
        for m, isi in di_cabang(self._coba, self.mutan, self.proses):
            self.catat(m, isi or WAKTU)
        return True

    def _petakan(self, nama: list[str]) -> dict[str, Any]:
        """Tell of each test how long it takes and which lines it runs; nothing is remembered from the one before."""
        hasil, baris = {}, set[tuple[str, int]]()

        def di_dalam(bingkai: Any, *_: Any) -> Any:
            baris.add((bingkai.f_code.co_filename, bingkai.f_lineno))
            return di_dalam

        for n in nama:
            for lupa in self.lupa:
                lupa()
            baris.clear()
            mulai = time.process_time()
            sys.settrace(lambda b, *_: di_dalam(b) if b.f_code.co_filename in self.berkas else None)
            runtestprotocol(self.items[n], log=False)
            sys.settrace(None)
            hasil[n] = time.process_time() - mulai, set(baris)
        return hasil

    def _urut(self, m: Mutan) -> list[str]:
        """Name the tests of a fault, those that run least besides first; of a module's own text all that touch it."""
        milik = self.kena.get(str(m.berkas), {})
        if m.dalam_fungsi:
            kena = [n for n, baris in milik.items() if not baris.isdisjoint(m.rentang)]
        elif m.nama:
            dibaca = pembaca(m.nama)
            kena = [n for n, (_, baris) in self.peta.items() if not baris.isdisjoint(dibaca)]
        else:  # what a function declares may be asked for without running a line of it
            kena = [n for n, (_, baris) in self.peta.items() if n in milik or not baris]
        return sorted(kena, key=lambda n: (len(self.peta[n][1]), self.peta[n][0]))

    def _coba(self, m: Mutan) -> str:
        nama, mulai = self._urut(m), time.process_time()
        # Of the processor: a busy machine kills nothing.
        signal.setitimer(signal.ITIMER_PROF, 10 + 5 * sum(self.peta[n][0] for n in nama))
        if m.dalam_fungsi:
            self._ganti_kode(m)
        elif galat := _ganti_isi(m):
            return galat
        for n, berikut in zip(nama, [*nama[1:], ""], strict=True):
            if any(r.failed for r in runtestprotocol(self.items[n], log=False, nextitem=self.items.get(berikut))):
                return n
            if time.process_time() - mulai > self.batas:
                break
        return HIDUP

    def _ganti_kode(self, m: Mutan) -> None:
        """Give the functions of a module their faulty code where they stand."""
        baru = {(k.co_qualname, k.co_firstlineno): k for k in _di_dalam(m.kode())}
        for f in self.fungsi:
            if f.__code__.co_filename == str(m.berkas):
                kode = baru[f.__code__.co_qualname, f.__code__.co_firstlineno]
                if len(kode.co_freevars) == len(f.__code__.co_freevars):
                    f.__code__ = kode


@cache
def pembaca(nama: frozenset[str]) -> set[tuple[str, int]]:
    """Find the lines of functions that read a name, or one that is made of it."""
    berkas = [v.__file__ for n, v in sys.modules.items() if n.startswith(_KAMAR)]
    pohon = {b: ast.parse(Path(b).read_text(encoding="utf-8")) for b in berkas}
    baru = nama
    for s in (s for p in pohon.values() for s in p.body if isinstance(s, ast.Assign | ast.AnnAssign)):
        semua = {a.id: isinstance(a.ctx, ast.Store) for a in ast.walk(s) if isinstance(a, ast.Name)}
        if any(k in nama and not tulis for k, tulis in semua.items()):
            baru |= {k for k, tulis in semua.items() if tulis}
    if baru != nama:
        return pembaca(baru)
    return {(b, a.lineno) for b, p in pohon.items() for a in ast.walk(p) if isinstance(a, ast.Name) and a.id in nama}


def _di_dalam(kode: CodeType) -> Iterator[CodeType]:
    yield kode
    for k in kode.co_consts:
        if isinstance(k, CodeType):
            yield from _di_dalam(k)


def _ganti_isi(m: Mutan) -> str:
    """Give a module, and those that rest on it, the texts, tables and patterns of its faulty text; or why it fails."""
    kamar = {n: v for n, v in sys.modules.items() if n.startswith(_KAMAR)}
    teks = {n: Path(v.__file__).read_text(encoding="utf-8") for n, v in kamar.items()}
    impor = {n: {*re.findall(r"from (lkip_lib\S+) import", t)} & {*kamar} for n, t in teks.items()}
    kena = set[str]()
    for nama in TopologicalSorter(impor).static_order():
        milik, lama = kamar[nama], dict(kamar[nama].__dict__)
        if milik.__file__ != str(m.berkas) and kena.isdisjoint(impor[nama]):
            continue
        kode = m.kode() if milik.__file__ == str(m.berkas) else compile(teks[nama], milik.__file__, "exec")
        kena.add(nama)
        isi = dict(lama)
        try:
            exec(kode, isi)
        except Exception as salah:
            return f"tidak dapat diimpor: {salah!r}"
        for k, baru in isi.items():
            semula = lama.get(k)
            if type(semula).__name__ == "Rumus" and type(baru).__name__ == "Rumus":
                semula.__dict__.update({a: getattr(baru, a) for a in ("nama", "satuan", "sumber")})
            elif type(semula).__name__ == "Simpul":
                semula.op, semula.isi = baru.op, baru.isi
            elif isinstance(semula, FunctionType) and not semula.__closure__:
                semula.__defaults__, semula.__kwdefaults__ = baru.__defaults__, baru.__kwdefaults__
            elif isinstance(baru, FunctionType) or (isinstance(baru, _POLOS) and baru != semula):
                for lain in list(sys.modules.values()):
                    if getattr(lain, "__dict__", {}).get(k) is semula:
                        lain.__dict__[k] = baru
    return ""

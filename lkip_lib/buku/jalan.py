"""Run the computing cells of a notebook in this process: compiled once, without a kernel."""

from __future__ import annotations

import ast
import builtins
import json
import linecache
import signal
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.mulai import Buku, dengan_bahan
from lkip_lib.errors import Masalah, MasukanSalah

BATAS_DETIK = 600  # how long one cell may run
TAMPIL, PARAMETER = "tampil", "parameters"
# What changes a frame in place, which a cell that only shows may not do.
_MENGUBAH = frozenset({"insert", "pop", "update", "popitem", "clear", "setdefault", "append", "extend", "simpan"})


class SelGagal(MasukanSalah):
    """Tell which cell of which notebook stopped, at which line, and why."""


@dataclass(frozen=True, slots=True)
class Sel:
    """Hold one code cell: how it is called in messages, its source, and whether it only shows."""

    nama: str
    teks: str
    tampil: bool
    parameter: bool


@dataclass(frozen=True, slots=True)
class BukuKerja:
    """Hold a notebook as it was read: its first heading, and its computing cells, compiled."""

    judul: str
    kode: tuple[tuple[Sel, CodeType], ...]


def baca(path: Path) -> BukuKerja:
    """Read a notebook and hold its cells against the rules of the chain.

    Raises SelGagal for a cell that is no plain Python (a magic), and for one that only shows but changes a frame or
    binds a name that another cell reads.
    """
    ada = path.stat()
    return _baca(path, ada.st_mtime_ns, ada.st_size)


@lru_cache(maxsize=64)
def _baca(path: Path, waktu: int, ukuran: int) -> BukuKerja:
    try:
        isi = json.loads(path.read_text(encoding="utf-8"))
        semua = isi["cells"]
        sel = [_sel(path, sebut_sel(semua, i), c) for i, c in enumerate(semua) if c["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError) as salah:
        raise SelGagal(
            Masalah("Berkasnya bukan notebook yang utuh.", "Simpan lagi dari JupyterLab.", path.name)
        ) from salah
    pohon = {s.nama: _urai(s) for s in sel}
    _periksa_tampil(sel, pohon)
    kode = []
    for s in sel:
        if not (s.tampil or s.parameter):
            linecache.cache[s.nama] = (len(s.teks), None, [b + "\n" for b in s.teks.split("\n")], s.nama)
            kode.append((s, compile(pohon[s.nama], s.nama, "exec")))
    teks = ["".join(c["source"]) for c in isi["cells"] if c["cell_type"] == "markdown"]
    judul = next((b.removeprefix("# ").strip() for t in teks for b in t.splitlines() if b.startswith("# ")), path.stem)
    return BukuKerja(judul, tuple(kode))


def sebut_sel(sel: Sequence[Mapping[str, Any]], letak: int) -> str:
    """Name a code cell as one finds it by hand: its number among the code cells, and the heading that it stands under.

    >>> sebut_sel([{"cell_type": "markdown", "source": "# Capaian"}, {"cell_type": "code", "source": "1"}], 1)
    'sel kode 1 "Capaian"'
    """
    disisipkan = "injected-parameters"  # of a run, not of the notebook
    sampai = [c for c in sel[: letak + 1] if disisipkan not in c.get("metadata", {}).get("tags", [])]
    baris = [b for c in sampai if c["cell_type"] == "markdown" for b in "".join(c["source"]).splitlines()]
    judul = [b.lstrip("#").strip() for b in baris if b.startswith("#")]
    nomor = sum(c["cell_type"] == "code" for c in sampai)
    return f"sel kode {nomor}" + (f' "{judul[-1]}"' if judul else "")


def _sel(path: Path, sebutan: str, c: dict[str, Any]) -> Sel:
    tanda = c.get("metadata", {}).get("tags", [])
    return Sel(f"{path.name} {sebutan}", "".join(c["source"]), TAMPIL in tanda, PARAMETER in tanda)


def _urai(s: Sel) -> ast.Module:
    try:
        return ast.parse(s.teks, s.nama)
    except SyntaxError as salah:
        apa = (salah.text or "").strip()[:40]
        sebab = f'"{apa}" bukan Python biasa.'
        saran = "Sel rantai berisi Python saja; perintah yang berawal % atau ! tidak dapat ikut."
        raise SelGagal(Masalah(sebab, saran, s.nama, salah.lineno)) from None


def _periksa_tampil(sel: list[Sel], pohon: dict[str, ast.Module]) -> None:
    """Hold that a cell which only shows leaves nothing behind that another cell could see."""
    dibaca = {s.nama: {n.id for n in ast.walk(pohon[s.nama]) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
              for s in sel}  # fmt: skip
    for s in (s for s in sel if s.tampil):
        mengikat = dict(_nama_baru(pohon[s.nama]))
        lain = {n for t, milik in dibaca.items() if t != s.nama for n in milik}
        saran = f'Hapus tanda "{TAMPIL}" dari sel itu, atau pindahkan langkahnya ke sel yang menghitung.'
        if bocor := sorted(mengikat.keys() & lain):
            temuan = f'Sel bertanda "{TAMPIL}" mengisi {bocor[0]}, yang dibaca sel lain.'
            raise SelGagal(Masalah(temuan, saran, s.nama, mengikat[bocor[0]]))
        sendiri = mengikat.keys() - _nama_lain(pohon[s.nama])
        for n in ast.walk(pohon[s.nama]):
            if baris := _mengubah(n, sendiri):
                raise SelGagal(Masalah(f'Sel bertanda "{TAMPIL}" mengubah tabel.', saran, s.nama, baris))


def _nama_baru(pohon: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the names that a cell gives something to, with the line: by assigning, importing or defining."""
    for n in ast.walk(pohon):
        match n:
            case ast.Name() if not isinstance(n.ctx, ast.Load):
                yield n.id, n.lineno
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield n.name, n.lineno
            case ast.Import() | ast.ImportFrom():
                yield from ((a.asname or a.name.partition(".")[0], n.lineno) for a in n.names)


def _nama_lain(pohon: ast.AST) -> set[str]:
    """Return the names that are only another name for what stood before: `tabel = ukur` makes nothing new."""
    hasil: set[str] = set()
    for n in ast.walk(pohon):
        match n:
            case ast.Assign(targets=ke, value=ast.Name()):
                hasil |= {t.id for t in ke if isinstance(t, ast.Name)}
            case ast.NamedExpr(target=ast.Name(id=nama), value=ast.Name()):
                hasil.add(nama)
            case ast.AnnAssign(target=ast.Name(id=nama), value=ast.Name()):
                hasil.add(nama)
    return hasil


def _mengubah(n: ast.AST, sendiri: set[str]) -> int:
    """Return the line at which a node changes something that it did not make itself, 0 when it does not."""

    def dasar(x: ast.AST) -> str:
        while isinstance(x, ast.Attribute | ast.Subscript):
            x = x.value
        return x.id if isinstance(x, ast.Name) else ""

    match n:
        case ast.Subscript() | ast.Attribute() if not isinstance(n.ctx, ast.Load):
            return n.lineno if dasar(n) not in sendiri else 0
        case ast.Call(func=ast.Attribute(attr=nama) as f) if nama in _MENGUBAH and dasar(f) and dasar(f) not in sendiri:
            return n.lineno
        case ast.keyword(arg="inplace", value=ast.Constant(value=True)):
            return n.value.lineno
        case ast.Global() | ast.Nonlocal():
            return n.lineno
    return 0


def jalankan(path: Path, bahan: Bahan) -> Hasil:
    """Run the computing cells of a notebook on what earlier ones made, and return what it saved.

    Raises SelGagal naming notebook and cell when one stops, ends the process, or when nothing was saved;
    MasukanSalah of the cells goes through, placed at its cell where it has no place of its own.
    """
    buku, daftar = baca(path), list[Buku]()
    t = bahan.tempat
    ruang: dict[str, Any] = {
        "__name__": "__main__", "__builtins__": builtins, "instansi": t.instansi, "tahun": t.tahun,
        "triwulan": t.triwulan or 0,
    }  # fmt: skip
    selesai = dengan_bahan(path.stem, bahan, daftar)
    try:
        for s, kode in buku.kode:
            try:
                with _paling_lama(s):
                    exec(kode, ruang)
            except MasukanSalah as salah:
                raise _bernama(s, salah) from salah.__cause__
            except (KeyboardInterrupt, MemoryError):
                raise
            except BaseException as salah:
                if isinstance(salah, OSError) and salah.filename:  # what cannot be opened is named by its own path
                    raise
                raise _gagal(s, salah) from salah
    finally:
        selesai()
    hasil = [b.tersimpan for b in daftar if b.tersimpan is not None]
    if not hasil:
        raise SelGagal(
            Masalah("Notebook ini tidak menyimpan apa pun.", "Akhiri dengan lk.simpan(nama=tabel).", path.name)
        )
    return hasil[-1]


@contextmanager
def _paling_lama(s: Sel) -> Iterator[None]:
    """Stop a cell that takes too long, where the system can: in the main thread of a POSIX process."""

    def habis(*_: object) -> None:
        temuan = f"Sel ini berjalan lebih dari {BATAS_DETIK // 60} menit."
        raise SelGagal(Masalah(temuan, "Periksa perulangannya, lalu jalankan lagi.", s.nama))

    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        lama = signal.signal(signal.SIGALRM, habis)
        signal.setitimer(signal.ITIMER_REAL, BATAS_DETIK)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, lama)
    else:
        yield


def _bernama(s: Sel, salah: MasukanSalah) -> MasukanSalah:
    """Name the cell in problems that have no place of their own."""
    baris = [f.lineno for f in traceback.extract_tb(salah.__traceback__) if f.filename == s.nama]
    for n, m in enumerate(salah.masalah):
        if not m.berkas:
            salah.masalah[n] = replace(m, berkas=s.nama, baris=baris[-1] if baris else None)
    salah.args = ("\n".join(map(str, salah.masalah)),)
    return salah


def _gagal(s: Sel, salah: BaseException) -> SelGagal:
    baris = [f for f in traceback.extract_tb(salah.__traceback__) if f.filename == s.nama]
    if isinstance(salah, SystemExit):
        temuan, saran = "Sel ini mengakhiri prosesnya (exit).", "Hapus exit dari sel itu."
    else:
        temuan, saran = f"{type(salah).__name__}: {salah}.", f"Baris itu: {baris[-1].line}" if baris else ""
    return SelGagal(Masalah(temuan, saran, s.nama, baris[-1].lineno if baris else None))

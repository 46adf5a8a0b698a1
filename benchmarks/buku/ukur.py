"""Measure the reading of workbooks: each cell is read right, named with its place, or read wrong."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.buku.berkas import Maksud, tulis_berkas
from benchmarks.buku.sel import BEBAS, DISEBUT, TEPAT
from lkip_lib import numerals
from lkip_lib.inputs.cell_kinds import keberatan
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.grid import Kisi, address, baca_kisi

KELIRU, DITOLAK = "keliru", "ditolak tanpa perlu"


@dataclass
class Hasil:
    """Gather what came of the cells, way by way, and describe the wrong ones."""

    berkas: int = 0
    hitungan: Counter[tuple[str, str]] = field(default_factory=Counter)
    contoh: list[str] = field(default_factory=list)

    def jumlah(self, putusan: str) -> int:
        return sum(n for (_, p), n in self.hitungan.items() if p == putusan)


def baca_sel(kisi: Kisi, m: Maksud) -> tuple[str, object]:
    """Read one cell as the project does; return the verdict and what was read."""
    ada = m.baris < len(kisi.baris) and m.kolom < len(kisi.baris[0])
    teks, jenis = (kisi.baris[m.baris][m.kolom], kisi.jenis[m.baris][m.kolom]) if ada else ("", "")
    if keberatan(jenis, teks, m.niat.kind, m.niat.satuan):
        return DISEBUT, teks
    if m.niat.kind != "angka":
        return (TEPAT if teks == rapi(m.niat.benar or "") else KELIRU), teks
    bacaan = numerals.read(teks, satuan=m.niat.satuan)
    if bacaan.status == "tidak_terbaca":
        return DISEBUT, teks
    benar = None if m.niat.benar is None else float(m.niat.benar)
    return (TEPAT if bacaan.value == benar else KELIRU), teks


def putuskan(didapat: str, harap: str) -> str:
    """Say what a verdict is worth: a cell that must be read right is not to be refused, and the other way round."""
    if didapat == KELIRU or (harap == DISEBUT and didapat != DISEBUT):
        return KELIRU
    return DITOLAK if harap == TEPAT and didapat == DISEBUT else didapat


def ukur(berkas: int, benih: int) -> Hasil:
    """Write and read so many workbooks."""
    hasil = Hasil()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "buku.xlsx"
        for n in range(berkas):
            maksud = tulis_berkas(path, random.Random(f"{benih}/{n}"))
            kisi = baca_kisi(path)["Data 1"]
            hasil.berkas += 1
            for m in maksud:
                didapat, teks = baca_sel(kisi, m)
                putusan = putuskan(didapat, m.harap)
                hasil.hitungan[m.cara, putusan] += 1
                if putusan in (KELIRU, DITOLAK):
                    di = f"berkas {n}, {address(m.baris, m.kolom)}"
                    hasil.contoh.append(f"{putusan}: {di}, {m.cara}: {m.niat} dibaca {teks!r}")
    return hasil


def laporan(hasil: Hasil) -> str:
    """Write the result as a table, a line for each way of writing."""
    kepala = (TEPAT, DISEBUT, DITOLAK, KELIRU)
    baris = [f"{hasil.berkas} berkas, {sum(hasil.hitungan.values())} sel", ""]
    baris += [f"| cara menulis | {' | '.join(kepala)} |", "|---|" + "---:|" * len(kepala)]
    for cara in sorted({c for c, _ in hasil.hitungan}):
        baris.append(f"| {cara} | {' | '.join(str(hasil.hitungan[cara, p]) for p in kepala)} |")
    baris.append(f"| semua | {' | '.join(str(hasil.jumlah(p)) for p in kepala)} |")
    return "\n".join([*baris, "", *hasil.contoh[:20]])


__all__ = ["BEBAS", "DITOLAK", "KELIRU", "Hasil", "laporan", "ukur"]

"""Hold the tables of a year as a draft states them, with the cell of the draft that each of theirs comes from."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU, Angka
from lkip_lib.draf.sentences.digits import potong_angka
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.inputs.grid import teks_angka
from lkip_lib.inputs.tables import TABLES

Baris = dict[str, str]
PERCAYA = (DIBACA, DITEBAK)


@dataclass(slots=True)
class Susunan:
    """Hold the tables of a year as a draft states them; `letak` names the figure of the draft behind each cell."""

    baris: dict[str, list[Baris]] = field(default_factory=dict)
    letak: dict[tuple[str, int, str], Angka] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    kebijakan: dict[str, Any] = field(default_factory=dict)  # of the draft's own, as params/<instansi>/kebijakan.yml
    arah_ditebak: set[str] = field(default_factory=set)
    ganda: list[tuple[Angka, Angka]] = field(default_factory=list)

    def tambah(self, tabel: str, baris: Baris, **angka: Angka | None) -> None:
        """Add a row; its cells of figures come from the draft."""
        semua = self.baris.setdefault(tabel, [])
        nomor = len(semua) + 2  # the line of the CSV file
        for kolom, a in angka.items():
            if a is not None:
                baris[kolom] = teks(a, baris.get("satuan", ""))
                self.letak[tabel, nomor, kolom] = a
        semua.append({k: " ".join(v.split()) for k, v in baris.items()})


def teks(a: Angka, satuan: str = "") -> str:
    """Return the text of a figure as the tables hold it: as printed, unless only the draft tells how to read it."""
    baca = numerals.read(lipat(a.tercetak), satuan=a.satuan or satuan)
    if a.ember == RAGU and baca.value is not None:
        return f"{a.tercetak}?"  # in doubt here: no check may take it for a number
    if a.ember == RAGU and re.search(r"[^\W\d_](?!\w*$)", re.sub(r"(?i)^\W*rp\b", "", a.tercetak)):
        return " | ".join(potong.teks for potong in potong_angka(a.tercetak)) + "?"  # no words in a cell of figures
    if a.nilai is not None and a.nilai % 1:
        baca = numerals.read(lipat(a.tercetak))  # a printed value has no unit beside it to tell 3,254 by
    if a.nilai is not None and baca.value != a.nilai:
        return teks_angka(a.nilai)
    return a.tercetak


def tulis_tabel(susunan: Susunan, folder: Path, tanpa: Collection[str] = ()) -> list[Path]:
    """Write the tables as CSV files; those that a year needs are there, if only as their headings."""
    ditulis = []
    for nama in sorted({*susunan.baris, *(n for n, t in TABLES.items() if t.perlu)} - set(tanpa)):
        kolom = [c.name for c in TABLES[nama].columns]
        path = folder / f"{nama}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as berkas:
            penulis = csv.writer(berkas, lineterminator="\n")
            penulis.writerow(kolom)
            penulis.writerows([b.get(k, "") for k in kolom] for b in susunan.baris.get(nama, ()))
        ditulis.append(path)
    return ditulis

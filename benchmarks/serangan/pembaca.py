"""Read what was published with nothing of ours: every figure cell of the inputs must stand in the ledger as printed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

# Where figures stand: the tables and columns that docs/masukan.md tells of.
ANGKA = {
    "target.csv": ("target",),
    "realisasi.csv": ("realisasi",),
    "anggaran.csv": ("pagu", "realisasi"),
    "kas.csv": ("realisasi",),
    "belanja.csv": ("pagu", "realisasi"),
}


def baca_csv(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a CSV file, each with the line on which it starts; blank ones are left out."""
    with path.open(encoding="utf-8-sig", newline="") as f:
        teks = f.read().replace("\r\n", "\n").replace("\r", "\n")
    pembaca = csv.reader(re.findall(r"[^\n]*\n|[^\n]+", teks))
    judul: list[str] = []
    mulai = 1
    for isi in pembaca:
        rapi = [
            re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", re.sub(r"[\u200b-\u200d\u2060\ufeff\u00ad]", "", v)) for v in isi
        ]
        rapi = [v.strip() for v in rapi]
        if any(rapi):
            if judul:
                yield mulai, dict(zip(judul, rapi, strict=True))
            judul = judul or rapi
        mulai = pembaca.line_num + 1


def hilang(folder: Path) -> list[str]:
    """Name every figure cell of `masukan/` that the ledger does not hold, or holds with another text."""
    buku: dict[tuple[str, str, str], set[str]] = {}
    for path in sorted(folder.glob("data/ledger/*.csv")):
        with path.open(encoding="utf-8", newline="") as f:
            for b in csv.DictReader(f):
                teks = re.sub(r"^'(?='*[=+@\t\r-])", "", b["tercetak"])
                buku.setdefault((b["berkas"], b["baris"], b["kolom"]), set()).add(teks)
    salah = []
    for nama, kolom in ANGKA.items():
        path = folder / "masukan" / nama
        for nomor, isi in baca_csv(path) if path.exists() else ():
            for k in kolom:
                teks = isi.get(k, "")
                if teks and teks not in buku.get((nama, str(nomor), k), set()):
                    ada = buku.get((nama, str(nomor), k), set())
                    salah.append(f"{nama} baris {nomor} {k}: {teks[:40]!r}, di ledger {sorted(ada)[:2]}")
    return salah

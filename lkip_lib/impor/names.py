"""Know the codes of a year's cards by their names, for exports that write the name where a table wants the code."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lkip_lib.impor.headings import baku
from lkip_lib.inputs.files import baca_csv


def rujukan(folder: Path) -> dict[str, dict[str, str]]:
    """Return for indikator and sasaran the code of each name that only one card bears."""
    hasil = {}
    for tabel in ("indikator", "sasaran"):
        path = folder / f"{tabel}.csv"
        if path.exists():
            frame = baca_csv(path, path.name)
            if {"kode", "nama"} <= set(frame.columns):
                nama = frame["nama"].map(baku)
                sekali = Counter(nama)
                hasil[tabel] = {n: k for n, k in zip(nama, frame["kode"], strict=True) if n and sekali[n] == 1}
    return hasil

"""Know the codes of a year's cards by their names, for exports that write the name where a table wants the code."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lkip_lib.impor.headings import baku
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES


def rujukan(folder: Path) -> dict[str, dict[str, str]]:
    """Return for indikator and sasaran the code of each name that only one card bears."""
    hasil = {}
    for tabel in ("indikator", "sasaran"):
        frame = baca_mentah(folder, {tabel: TABLES[tabel]}).tabel.get(tabel)
        if frame is not None and {"kode", "nama"} <= set(frame.columns):
            nama = frame["nama"].map(baku)
            sekali = Counter(nama)
            hasil[tabel] = {n: k for n, k in zip(nama, frame["kode"], strict=True) if n and sekali[n] == 1}
    return hasil

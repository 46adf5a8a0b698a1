"""Know the codes of a year's cards by their names, and give new cards a code, where an export writes only names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from lkip_lib.impor.headings import baku
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import TABLES

_SAMBUNG = {"dan", "di", "dari", "ke", "yang", "pada", "atas", "untuk", "per", "oleh", "dengan", "terhadap", "dalam"}
_TERPANJANG = 6

# The code of each name that only one card bears: {"indikator": {"nilai akip": "AKIP"}}.
Rujukan = dict[str, dict[str, str]]


def rujukan(folder: Path) -> Rujukan:
    """Return the codes by name of a year's indikator, sasaran and anggaran; a code is its own name too."""
    hasil: Rujukan = {}
    for tabel in ("indikator", "sasaran", "anggaran"):
        frame = baca_mentah(folder, {tabel: TABLES[tabel]}).tabel.get(tabel)
        hasil[tabel] = {}
        if frame is not None and {"kode", "nama"} <= set(frame.columns):
            nama = frame["nama"].map(baku)
            sekali = Counter(nama) if tabel != "anggaran" else Counter()
            hasil[tabel] = {n: k for n, k in zip(nama, frame["kode"], strict=True) if n and sekali[n] == 1}
            hasil[tabel] |= {k: k for k in frame["kode"] if k}
    return hasil


def kode_baru(nama: str, terpakai: Collection[str]) -> str:
    """Make a short code of a name that no other one has: its initials, with a number where they are taken.

    >>> kode_baru("Indeks Kualitas Air (IKA)", ()), kode_baru("Nilai AKIP", ["NAKIP"])
    ('IKA', 'NAKIP2')
    """
    if cocok := re.search(r"\(([A-Z][A-Z0-9]{1,7})\)\s*$", nama):
        awal = cocok[1]
    else:
        kata = [k for k in re.findall(r"[^\W_]+", nama) if k.lower() not in _SAMBUNG] or ["X"]
        awal = "".join(k if k.isupper() and len(k) > 1 else k[0].upper() for k in kata)[:_TERPANJANG]
    n = 1
    while (kode := f"{awal}{n if n > 1 else ''}") in terpakai:
        n += 1
    return kode

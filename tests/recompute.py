"""Recompute the figures of a ledger from its rows alone: by the expression and from the parents that each names."""

from functools import cache

import numpy as np

from lkip_lib.ledger import HITUNG, induk
from lkip_lib.rumus.bahasa import beranggota, kolom_dibaca
from lkip_lib.rumus.nilai import BELUM_DIISI, KEADAAN, Kelompok, Nilai, hitung
from lkip_lib.rumus.ungkapan import baca

_tree = cache(baca)  # of few expressions, each that of many rows
# What tells how far the result is settled; these alone look at what the sentences of a report state otherwise.
RAGU = ("kemungkinan", "andaian_sasaran", "jangkauan", "efisiensi_andaian")
BUKAN_MASUKAN = ("sama", "berselisih")  # others that state the same, and those that contradict each other


def _arrays(values):
    words = any(isinstance(v, str) for v, _ in values)
    held = [v if not words or isinstance(v, str) else "" for v, _ in values]
    return Nilai(np.array(held, object if words else "float64"), np.array([s for _, s in values], np.int8))


def _known(row):
    word = row["nilai"] != row["nilai"] and row["label"] != ""
    return (row["label"] if word else row["nilai"]), KEADAAN.index(row["status_nilai"])


def recompute(row, rows, expressions):
    """Return what a row's expression makes of its parents: a number or a word, and its state."""
    tree = _tree(expressions[row["ungkapan"]])
    read = {}
    for role, parent in induk(row["dari"]):
        if role not in BUKAN_MASUKAN:
            read.setdefault(role, []).append(_known(rows[parent]))
    if beranggota(tree):
        n = max(map(len, read.values()), default=0)
        columns = {k: _arrays(read.get(k, [])) for k in kolom_dibaca(tree)}
        result = hitung(tree, columns, 1, Kelompok(np.zeros(n, np.intp), 1))
    else:
        columns = {k: _arrays(read.get(k, [(np.nan, BELUM_DIISI)])[:1]) for k in kolom_dibaca(tree)}
        result = hitung(tree, columns, 1)
    return result.isi[0], KEADAAN[result.keadaan[0]]


def _range(row, rows):
    """Tell whether a row states a range: a figure, though none of its two ends is its value."""
    first = rows[induk(row["dari"])[0][1]] if row["dari"] else row
    stated = row["rumus"] == "dinyatakan" and row["nilai"] != row["nilai"]
    return stated and first["status_nilai"] == row["status_nilai"]


def differing(bahan):
    """Name every computed figure that its own row does not give: id, what the ledger says, what comes out."""
    rows = {str(r["id"]): r for r in bahan.ledger.frame.to_dict("records")}
    expressions = dict(zip(bahan.rumus["kode"], bahan.rumus["ungkapan"], strict=True))
    found = {}
    for row in rows.values():
        if row["asal"] == HITUNG:
            value, state = recompute(row, rows, expressions)
            said = row["label"] if isinstance(value, str) else row["nilai"]
            same = value == said if isinstance(value, str) else np.isclose(value, said, rtol=1e-9, equal_nan=True)
            if not (same and state == row["status_nilai"]) and not _range(row, rows):
                found[row["id"]] = (said, row["status_nilai"], value, state)
    return found

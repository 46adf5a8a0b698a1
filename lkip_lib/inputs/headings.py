"""Find the column that a heading means: its name however it is typed, or a word that agencies use for it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lkip_lib.inputs.tables import Column, Table

# How a heading may write the unit of its column.
_TULISAN_SATUAN = {"rupiah": ("rp", "rupiah"), "persen": ("persen",), "orang": ("orang",)}
_MIRIP = 0.8


def rapikan(teks: str) -> str:
    """Write a heading as the declarations write names.

    >>> rapikan(" Realisasi  Fisik (%)"), rapikan("Sub-Kegiatan *"), rapikan("Pagu (Rp.)")
    ('realisasi_fisik_persen', 'sub_kegiatan', 'pagu_rp')
    """
    return re.sub(r"\W+", "_", teks.lower().replace("%", " persen ")).strip("_")


def kolom_untuk(table: Table, judul: str) -> Column | None:
    """Return the column that a heading means, None when it is none of the table's.

    A heading that names another unit than its column's is another column: realisasi (%) is no realisasi in rupiah.
    """
    return _kamus(table).get(rapikan(judul))


def pilihan_untuk(column: Column, teks: str) -> str:
    """Return the choice of a column that a text means, whatever its capitals and what parts its words.

    The text itself when it is none.

    >>> tingkat = Column("tingkat", "pilihan", "Tingkat", pilihan=("program", "sub_kegiatan"))
    >>> [pilihan_untuk(tingkat, t) for t in (" Sub  Kegiatan", "PROGRAM", "Sub Giat", "program?")]
    ['sub_kegiatan', 'program', 'Sub Giat', 'program?']
    """
    return _kamus_pilihan(column).get(_rapikan_pilihan(teks), teks)


def salah_ketik(judul: str, belum: Iterable[Column]) -> Column | None:
    """Return the column, of those not found yet, that an unknown heading seems to mean."""
    kata = rapikan(judul)
    nama = {n: c for c in belum for n in _nama(c)}
    if dekat := difflib.get_close_matches(kata, list(nama), n=1, cutoff=_MIRIP):
        return nama[dekat[0]]
    return next((c for n, c in nama.items() if c.kind == "angka" and n in kata.split("_")), None)


@lru_cache(maxsize=64)
def _kamus(table: Table) -> dict[str, Column]:
    """Map every way to write a heading to its column; a column's own name goes before another's synonym."""
    pokok = {c.name: c for c in table.columns}
    lain = {n: c for c in table.columns for n in (*_nama(c), f"{c.name}_{table.nama}") if n not in pokok}
    return pokok | lain


@lru_cache(maxsize=128)
def _kamus_pilihan(column: Column) -> dict[str, str]:
    sebutan = (*column.padanan, *((p, p) for p in column.pilihan))
    return {_rapikan_pilihan(teks): p for teks, p in sebutan}


def _rapikan_pilihan(teks: str) -> str:
    return re.sub(r"[\s_-]+", "_", teks.strip().lower())


def _nama(column: Column) -> Iterator[str]:
    """Yield a column's name and synonyms, each also with its unit."""
    for nama in (column.name, *map(rapikan, column.sinonim)):
        yield nama
        yield from (f"{nama}_{s}" for s in _TULISAN_SATUAN.get(column.satuan, ()))

"""Where a note stands in the agency's own document: what the row's `sumber` says of the column."""

from __future__ import annotations

import re

from lkip_lib.ledger import sebut_subjek

_BERKOLOM = re.compile(r"\s*([\w ,]+?):\s+(.+)")


def letak_dokumen(sumber: str, kolom: str, tabel: str, subjek: str) -> str:
    """Return the place that a source names for a column; without a source, our table and what the row is about.

    >>> letak_dokumen("Tabel 3.6, A.5.3", "pagu", "anggaran", "A.5.3")
    'Tabel 3.6, A.5.3'
    >>> letak_dokumen("pagu: Tabel 2.5; realisasi dan persen: BAB IV 4.1, paragraf 3", "realisasi", "anggaran", "0")
    'BAB IV 4.1, paragraf 3'
    >>> letak_dokumen("", "pagu", "anggaran", "A.1")
    'tabel anggaran, A.1'
    """
    for bagian in sumber.split(";"):
        if (m := _BERKOLOM.fullmatch(bagian)) and kolom in re.split(r"\s*,\s*|\s+dan\s+", m[1]):
            return m[2].strip()
    return sumber.strip() or ", ".join(filter(None, (f"tabel {tabel}", sebut_subjek(subjek))))

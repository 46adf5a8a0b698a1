"""Rows of an office's table that are no data: totals, and the numbers of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_AWAL = r"(?:(?:grand|sub)[\s-]*)?(?:total|jumlah)"
_BERAWAL = re.compile(rf"{_AWAL}\b", re.I)
_SAJA = re.compile(
    rf"(?:{_AWAL}(?:\s+(?:total|keseluruhan|seluruhnya|umum|besar))?|rata[\s-]*rata)[\s:.]*",
    re.I,
)
_DARI = re.compile(
    rf"{_AWAL}(?:\s+(?:semua|umum|belanja|anggaran|pagu|program|kegiatan|sub|(?-i:[A-Z0-9.]{{1,8}})))*[\s:.]*",
    re.I,
)
_NOMOR = re.compile(r"\(?(\d{1,2})\)?(?:\s?=.*)?")


def rapat(teks: str) -> str:
    """Join letters that were spread out over a cell.

    >>> rapat("J U M L A H"), rapat("Jumlah A B")
    ('JUMLAH', 'Jumlah A B')
    """
    return teks.replace(" ", "") if re.fullmatch(r"(?:[^\W\d] ){3,}[^\W\d]", teks) else teks


def berawal_jumlah(teks: str) -> bool:
    """Tell whether a cell begins as that of a total does.

    >>> berawal_jumlah("Jumlah Belanja Dinas"), berawal_jumlah("Jumlahnya")
    (True, False)
    """
    return bool(_BERAWAL.match(rapat(teks)))


def jumlah(teks: str) -> bool:
    """Tell whether a cell says no more than that its row is a total or a mean.

    >>> jumlah("Grand Total"), jumlah("Rata-rata:"), jumlah("Jumlah penduduk")
    (True, True, False)
    """
    return bool(_SAJA.fullmatch(rapat(teks)))


def jumlah_dari(teks: str) -> bool:
    """Tell whether a cell says that its row is a total, perhaps also of what.

    >>> jumlah_dari("Jumlah Belanja"), jumlah_dari("TOTAL 2.07"), jumlah_dari("Jumlah penduduk")
    (True, True, False)
    """
    return jumlah(teks) or bool(_DARI.fullmatch(teks))


def nomor_kolom(teks: Iterable[str]) -> bool:
    """Tell whether the filled cells of a row only number the columns.

    >>> nomor_kolom(["(1)", "(2)", "", "(3)=(2)/(1)"]), nomor_kolom(["1", "3", "4"])
    (True, False)
    """
    terisi = [t for t in teks if t]
    cocok = [m for t in terisi if (m := _NOMOR.fullmatch(t))]
    return len(cocok) == len(terisi) > 2 and all(int(b[1]) - int(a[1]) == 1 for a, b in pairwise(cocok))

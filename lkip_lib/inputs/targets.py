"""Give each target the kind that its cell shows: a printed bound under a level, a plain number that is a bound."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lkip_lib.rumus.jenis import BATAS, RENTANG, berbatas, berkisar, bertingkat, dua_sisi, menurun, setiap


def sesuaikan_jenis(target: pd.DataFrame, kartu: pd.DataFrame) -> pd.DataFrame:
    """Return the typed targets with `jenis` and ends as they must be measured.

    "≥95" and "60-85" under the card's `tingkat` are a bound and a range; a single number under `batas` or `rentang` is
    the bound that `arah` gives: at least (naik), at most (turun). Of a range under `batas` only that end binds: an
    unemployment of 5,5 to 6,0 per cent is missed above it, not below. Where `arah` is `dalam`, a single number is
    both ends.
    """
    hasil = target.copy()
    kartu = kartu.set_index("kode")
    milik = hasil["indikator"].map(kartu["jenis"])
    jenis = hasil["jenis"].where(hasil["jenis"] != "", milik)
    bawah, atas = hasil["target_bawah"].notna(), hasil["target_atas"].notna()
    tingkat = setiap(bertingkat, jenis)
    arah = hasil["indikator"].map(kartu["arah"])
    turun, dua = setiap(menurun, arah), setiap(dua_sisi, arah)
    if tingkat.all() and not (bawah | atas | dua).any():  # plain numbers under levels, as most are
        return hasil
    hasil["jenis"] = hasil["jenis"].mask(tingkat & (bawah & atas), RENTANG)
    hasil["jenis"] = hasil["jenis"].mask(tingkat & (bawah ^ atas), BATAS)
    hasil["jenis"] = hasil["jenis"].mask(tingkat & dua, RENTANG)
    tunggal = (setiap(berkisar, jenis) | (tingkat & dua)) & hasil["target"].notna()
    for ujung, ya in (("target_bawah", tunggal & (~turun | dua)), ("target_atas", tunggal & (turun | dua))):
        hasil[ujung] = hasil[ujung].where(~ya, hasil["target"])
    hasil["target"] = hasil["target"].where(~tunggal, np.nan)
    longgar = setiap(berbatas, jenis) & bawah & atas
    hasil["target_bawah"] = hasil["target_bawah"].where(~(longgar & turun), np.nan)
    hasil["target_atas"] = hasil["target_atas"].where(~(longgar & ~turun), np.nan)
    return hasil

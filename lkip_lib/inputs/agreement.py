"""The Perjanjian Kinerja in force: where a changed agreement states a target, it replaces the first one's."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lkip_lib.numerals import BELUM_DIISI

PK, PERUBAHAN = "pk", "pk_perubahan"


def berlaku(target: pd.DataFrame) -> pd.DataFrame:
    """Return typed targets without those of an agreement that its other version replaces.

    A changed agreement replaces the first by indicator, year and period, and not where it leaves the target blank.
    """
    ubah = (target["dokumen"] == PERUBAHAN).to_numpy()
    if not ubah.any():
        return target
    semula = (target["dokumen"] == PK).to_numpy()
    terisi = (target["target_status"] != BELUM_DIISI).to_numpy()
    kunci = pd.MultiIndex.from_frame(target[["indikator", "tahun", "periode"]])
    diganti = semula & kunci.isin(kunci[ubah & terisi])
    kosong = ubah & ~terisi & kunci.isin(kunci[semula])
    return target[~(diganti | kosong)]


def menurut(target: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Return the typed targets that a document states; `pk` is the version in force."""
    if dokumen == PK:
        target = berlaku(target)
        return target[target["dokumen"].isin((PK, PERUBAHAN))]
    return target[target["dokumen"] == dokumen]


def versi(dokumen: Iterable[str]) -> str:
    """Name the agreement to which targets in force belong: the changed one where one of them does."""
    return PERUBAHAN if PERUBAHAN in set(dokumen) else PK

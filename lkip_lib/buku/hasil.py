"""What a notebook made: its tables by name, its part of the ledger and the formulas that it used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.ledger import Ledger
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.ledger.turunan import Turunan
from lkip_lib.rumus.deklarasi import Rumus
from lkip_lib.rumus.tulis import kalimat
from lkip_lib.rumus.ungkapan import terbit

KOLOM_RUMUS = tuple(KELUARAN["rumus"])


@dataclass(frozen=True)
class Ganti:
    """Hold what a cell put in the place of a declared formula: another one, or only some members (their codes)."""

    rumus: Rumus
    kolom: Mapping[str, str]
    anggota: frozenset[str] | None


@dataclass
class Hasil:
    """Hold what one notebook made. Ledger and formulas are written when they are first asked for."""

    frames: Mapping[str, pd.DataFrame]
    baris: pd.DataFrame | None = None
    turunan: tuple[Turunan, ...] = ()
    ganti: Mapping[tuple[str, str], Ganti] = field(default_factory=dict)

    @cached_property
    def ledger(self) -> pd.DataFrame:
        if self.baris is not None:
            return self.baris
        return ledger.tabel(b for t in self.turunan for b in t.baris())

    @cached_property
    def buku(self) -> Ledger:
        """Return its part of the ledger to look figures up in, made once for all notebooks behind it."""
        return Ledger(self.ledger)

    @cached_property
    def rumus(self) -> pd.DataFrame:
        """Return the formulas that the figures were computed by: as an expression, in words, with their source.

        `angka` tells of each number that stands in the expression where it is from: `0 = batas 100; 100 = rumus`.
        """
        semua = [t.ungkapan() for t in self.turunan]
        milik = {k: v for urutan in (1, 0) for u in semua for k, v in u[urutan].items()}  # a key goes before a name
        baris = [
            (
                k,
                terbit(pohon),
                kalimat(pohon, r.kalimat_arti, sebut),
                r.kalimat_arti,
                r.satuan,
                r.sumber,
                "; ".join(f"{v:.15g} = {dari}" for v, dari in asal.items()),
            )
            for k, (r, pohon, asal) in milik.items()
        ]
        return pd.DataFrame(baris, columns=[*KOLOM_RUMUS], dtype=object)

    def ditambah(self, baru: Hasil) -> Hasil:
        """Join what was saved before with what is saved now."""
        return Hasil(
            {**self.frames, **baru.frames}, turunan=(*self.turunan, *baru.turunan), ganti={**self.ganti, **baru.ganti}
        )

    def __getstate__(self) -> dict[str, Any]:
        """Carry over what was made, not how: the formulas of a notebook's cells live in its process."""
        return {
            "frames": dict(self.frames),
            "baris": self.ledger,
            "turunan": (),
            "ganti": self.ganti,
            "rumus": self.rumus,
        }


def sebut(kolom: str) -> str:
    """Name a figure in plain words.

    >>> sebut("capaian_persen"), sebut("pagu_rp")
    ('capaian', 'pagu')
    """
    return kolom.removesuffix("_persen").removesuffix("_rp").removesuffix("_orang").replace("_", " ")


def satukan_rumus(bagian: Iterable[Hasil]) -> pd.DataFrame:
    """Join the formulas of several notebooks, each once, by their keys.

    What figures were computed by goes before a formula within it that is only called the same.
    """
    ada = [h.rumus.assign(disebut=~h.rumus["kode"].isin(set(h.ledger["ungkapan"]))) for h in bagian if len(h.rumus)]
    if not ada:
        return pd.DataFrame(columns=[*KOLOM_RUMUS], dtype=object)
    semua = pd.concat(ada, ignore_index=True).sort_values("disebut", kind="stable")
    return semua.drop_duplicates("kode").sort_values("kode", ignore_index=True)[[*KOLOM_RUMUS]]

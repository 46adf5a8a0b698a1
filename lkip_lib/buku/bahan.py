"""What a notebook is given: the run, its parameters, and all that earlier notebooks made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import pandas as pd

from lkip_lib import ledger
from lkip_lib.buku.hasil import Ganti, Hasil, satukan_rumus
from lkip_lib.inputs import answers, documents, quarter, words
from lkip_lib.params import BERNAMA, Params
from lkip_lib.places import Tempat
from lkip_lib.policies import Daftar, Kebijakan, daftar


@dataclass(frozen=True)
class Bahan:
    """Hold what a notebook works with: the run, its parameters, and all that earlier ones made."""

    tempat: Tempat
    params: Params
    frames: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    bagian: tuple[Hasil, ...] = ()
    andaian: Mapping[str, str] = field(default_factory=dict)  # realisasi by indicator, in place of what is stated

    def dengan(self, hasil: Hasil) -> Bahan:
        """Add the result of a notebook."""
        return replace(self, frames={**self.frames, **hasil.frames}, bagian=(*self.bagian, hasil))

    def ketik(self, nama: str) -> pd.DataFrame:
        """Return a typed input table, without rows when the agency does not have it."""
        return self.frames[f"ketik/{nama}"]

    @property
    def tahun(self) -> int:
        return self.tempat.tahun

    @cached_property
    def ledger(self) -> ledger.Ledger:
        return ledger.Ledger(*(h.buku for h in self.bagian))

    @property
    def ganti(self) -> Mapping[tuple[str, str], Ganti]:
        """Return what cells put in the place of declared formulas."""
        return {k: g for h in self.bagian for k, g in h.ganti.items()}

    @cached_property
    def rumus(self) -> pd.DataFrame:
        """Return every formula that figures were computed by, once."""
        return satukan_rumus(self.bagian)

    @cached_property
    def instansi(self) -> documents.Instansi:
        return words.instansi(self.tempat.data, self.tempat.instansi)

    @cached_property
    def analisis(self) -> documents.Analisis:
        return words.analisis(self.tempat.data)

    @cached_property
    def sumber(self) -> tuple[documents.Sumber, ...]:
        return documents.sumber(self.tempat.data)

    @cached_property
    def rujukan(self) -> tuple[documents.Rujukan, ...]:
        return documents.rujukan(self.tempat.data)

    @cached_property
    def tanggapan(self) -> tuple[documents.Tanggapan, ...]:
        folder = self.tempat.data
        return (*documents.tanggapan(folder), *answers.penjelasan(answers.baca(folder)))

    @cached_property
    def daftar_kebijakan(self) -> Daftar:
        """Return the policies that this agency may choose from."""
        return daftar(self.tempat.kebijakan, self.tempat.akar)

    @cached_property
    def kebijakan(self) -> Kebijakan:
        """Return the policies that params choose."""
        p = self.params
        return self.daftar_kebijakan.pilih(p.skala_nilai, **{k: getattr(p, k) for k in BERNAMA})


def siapkan_bahan(tempat: Tempat, andaian: Mapping[str, str] = MappingProxyType({})) -> Bahan:
    """Read the parameters of a run, and for a quarter lay out the inputs that were known by then.

    `andaian` holds the realisasi to suppose, by the code of its indicator.

    Raises MasukanSalah when the parameters, or for a quarter the inputs, cannot be used.
    """
    pilihan = answers.baca_params(tempat)
    quarter.siapkan(tempat, perubahan=pilihan.memakai_perubahan == "ya")
    return Bahan(tempat, pilihan, andaian=andaian)

"""The scale that a report's own class words belong to, where it is not the one in use: as the report printed it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Any

from lkip_lib.checks.keluarga.predikat_skala import batas_kelas, memuat
from lkip_lib.checks.registry import Konteks
from lkip_lib.frames import himpun
from lkip_lib.policies import Skala
from lkip_lib.rumus.capaian import kelas as kelas_skala

_SALAH_EJA = 0.85


def _kata(skala: Skala) -> set[str]:
    return {kata.casefold() for k in skala.kelas for kata in (k.nama, k.arti) if kata}


class SkalaLain:
    """Know which printed class words are none of the scale in use, and what the printed scale says of a value."""

    def __init__(self, konteks: Konteks) -> None:
        self._k = konteks
        self._capaian = _kata(konteks.skala)
        self._nilai = {kode: _kata(s) for kode, s in konteks.kebijakan.skala_nilai.items()}
        self._semua = self._capaian.union(*self._nilai.values())

    def _dikenali(self, kata: str, b: Mapping[str, Any]) -> bool:
        """Tell whether a word is of a scale in use: for an indicator of the capaian's, or of that of its own values."""
        indikator = b["jenis_subjek"] == "indikator"
        dikenal = self._capaian | self._nilai.get(b["subjek"], set()) if indikator else self._semua
        return bool(get_close_matches(kata, dikenal, 1, _SALAH_EJA))

    def kelas_nilai(self, b: Mapping[str, Any], nilai: float) -> str:
        """Name the class of an indicator's value, where the printed word is of the scale of its values alone."""
        kata = str(b["nilai_tercetak"]).casefold()
        if b["jenis_subjek"] != "indikator" or kata in self._capaian or kata not in self._nilai.get(b["subjek"], ()):
            return ""
        skala = self._k.kebijakan.skala_nilai[b["subjek"]]
        nama = str(kelas_skala([nilai], skala, self._k.params.pembacaan_celah)[0])
        arti = next((k.arti for k in skala.kelas if k.nama == nama), "")
        return arti if kata == arti.casefold() else nama

    @cached_property
    def asing(self) -> dict[str, list[str]]:
        """Return the cells of each printed class word that no scale in use has, nor one much like it."""
        semua = (b for b in self._k.baris("ketik/tercetak/hitungan") if b["besaran"] == "predikat")
        kata = ((str(b["nilai_tercetak"]).casefold(), b) for b in semua if self._k.setahun(b))
        return himpun((k, str(b["nilai_id"])) for k, b in kata if k and not self._dikenali(k, b))

    @cached_property
    def tercetak(self) -> tuple[str, dict[str, str]]:
        """Return the printed scale that has the most of these words, and the bounds of its classes by their name."""
        semua: dict[str, dict[str, str]] = {}
        for b in self._k.baris("ketik/tercetak/skala"):
            semua.setdefault(str(b["skala"]), {})[str(b["kategori"]).casefold()] = str(b["nilai"])
        terbanyak = max(semua, key=lambda s: len(semua[s].keys() & self.asing.keys()), default="")
        ada = terbanyak and semua[terbanyak].keys() & self.asing.keys()
        return (terbanyak, semua[terbanyak]) if ada else ("", {})

    def memakai(self, kata: str, b: Mapping[str, Any]) -> bool:
        """Tell whether a printed class word is to be held against another scale than the one in use."""
        return kata.casefold() in self.tercetak[1] or not self._dikenali(kata.casefold(), b)

    def kelas(self, nilai: float) -> str:
        """Name the class of the printed scale that holds a value, as it is printed; "" where none is found."""
        for b in self._k.baris("ketik/tercetak/skala"):
            batas = batas_kelas(str(b["nilai"])) if b["skala"] == self.tercetak[0] else None
            if batas and memuat(batas, nilai):
                return str(b["kategori"])
        return ""


@lru_cache(maxsize=2)
def skala_lain(konteks: Konteks) -> SkalaLain:
    """Return what is known of the class words that a report printed."""
    return SkalaLain(konteks)

"""The scale that a report's own class words belong to, where it is not the one in use: as the report printed it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cached_property, lru_cache

from lkip_lib.checks.predikat_skala import batas_kelas, memuat
from lkip_lib.checks.registry import Konteks
from lkip_lib.frames import himpun

_SALAH_EJA = 0.85


class SkalaLain:
    """Know which printed class words are none of the scale in use, and what the printed scale says of a value."""

    def __init__(self, konteks: Konteks) -> None:
        self._k = konteks
        milik = [konteks.skala, *konteks.kebijakan.skala_nilai.values()]
        self._dikenal = {kata.casefold() for s in milik for k in s.kelas for kata in (k.nama, k.arti) if kata}

    def _dikenali(self, kata: str) -> bool:
        return bool(get_close_matches(kata, self._dikenal, 1, _SALAH_EJA))

    @cached_property
    def asing(self) -> dict[str, list[str]]:
        """Return the cells of each printed class word that no scale in use has, nor one much like it."""
        semua = (b for b in self._k.baris("ketik/tercetak/hitungan") if b["besaran"] == "predikat")
        kata = ((str(b["nilai_tercetak"]).casefold(), str(b["nilai_id"])) for b in semua if self._k.setahun(b))
        return himpun((k, id) for k, id in kata if k and not self._dikenali(k))

    @cached_property
    def tercetak(self) -> tuple[str, dict[str, str]]:
        """Return the printed scale that has the most of these words, and the bounds of its classes by their name."""
        semua: dict[str, dict[str, str]] = {}
        for b in self._k.baris("ketik/tercetak/skala"):
            semua.setdefault(str(b["skala"]), {})[str(b["kategori"]).casefold()] = str(b["nilai"])
        terbanyak = max(semua, key=lambda s: len(semua[s].keys() & self.asing.keys()), default="")
        ada = terbanyak and semua[terbanyak].keys() & self.asing.keys()
        return (terbanyak, semua[terbanyak]) if ada else ("", {})

    def memakai(self, kata: str) -> bool:
        """Tell whether a printed class word is to be held against another scale than the one in use."""
        return kata.casefold() in self.asing or kata.casefold() in self.tercetak[1]

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

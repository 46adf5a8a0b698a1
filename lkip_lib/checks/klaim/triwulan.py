"""What a claim on part of the year is held against: the quarters that its sentence names, each and up to each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkip_lib.checks.klaim.buku import Isi, ada
from lkip_lib.checks.klaim.klaim import Klaim
from lkip_lib.inputs.tables.declaration import PERIODE

_TRIWULAN = PERIODE[1:]
_SEBUTAN = re.compile(
    r"\b(?:triwulan|tw|kuartal)\W{0,2}(?:ke\W?)?(?P<triwulan>iv|i{1,3}|[1-4])\b"
    r"|\bsemester\W(?P<semester>i{1,2}|[12])\b"
    r"|\b(?:s\.?d\.?|sampai(?: dengan)?|hingga|akhir|per)\s(?:bulan\s|3[01]\s)?(?P<bulan>maret|juni|september)\b",
    re.I,
)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BULAN = {"maret": 1, "juni": 2, "september": 3}


def triwulan_disebut(teks: str) -> list[int]:
    """Return the quarters that a sentence names; a semester and the end of a month by their last.

    >>> triwulan_disebut("sampai Triwulan III sebanyak 174"), triwulan_disebut("TW 1 dan TW 2")
    ([3], [1, 2])
    >>> triwulan_disebut("Semester I"), triwulan_disebut("s.d. Juni 2024"), triwulan_disebut("bulan Juni 2024")
    ([2], [2], [])
    """
    hasil = []
    for m in _SEBUTAN.finditer(teks):
        if bulan := m["bulan"]:
            hasil.append(_BULAN[bulan.lower()])
        else:
            angka = (m["triwulan"] or m["semester"]).lower()
            hasil.append((_ROMAWI.get(angka) or int(angka)) * (2 if m["semester"] else 1))
    return hasil


class AcuanTriwulan(Isi):
    """Look up what the tables say of the quarters of an indicator or of the budget."""

    def sebagian(self, k: Klaim) -> tuple[float, ...] | None:
        """Return what the tables say of the part of the year that a claim names; None where it names none."""
        disebut = triwulan_disebut(k.kutipan)
        if not disebut or k.besaran not in ("realisasi", "target", "realisasi_rp", "capaian_persen", "serapan_persen"):
            return None
        if k.besaran == "capaian_persen":
            milik = [b for b in self.baris("triwulan") if b["kode"] == k.subjek and b["triwulan"] in disebut]
            kolom = ("capaian_persen", "capaian_mentah_persen", "capaian_tahun_persen")
            return tuple(float(b[n]) for b in milik for n in kolom if ada(b[n]))
        nilai = tuple(v for deret in self._deret(k) for i in disebut for v in self._sampai(deret, i))
        if k.besaran != "serapan_persen":
            return nilai
        pagu = self.anggaran.get(k.subjek, {}).get("pagu_rp")
        return tuple(v / float(pagu) * 100 for v in nilai) if ada(pagu) and pagu else ()

    def _sampai(self, deret: dict[str, float], triwulan: int) -> Iterator[float]:
        """Yield what a quarter has, what all up to it have, and what is stated up to it."""
        lewat = [deret[p] for p in _TRIWULAN[:triwulan] if p in deret]
        yield from (deret[p] for p in (_TRIWULAN[triwulan - 1], f"sd_{_TRIWULAN[triwulan - 1]}") if p in deret)
        if len(lewat) == triwulan:
            yield sum(lewat)

    def _deret(self, k: Klaim) -> Iterator[dict[str, float]]:
        """Yield each series of quarters that is stated: one a document for targets."""
        if k.besaran in ("realisasi_rp", "serapan_persen"):
            milik = [("", b["periode"], b["realisasi_rp"]) for b in self.baris("ketik/kas") if b["kode"] == k.subjek]
        else:
            semua = [
                b
                for b in self.baris(f"ketik/{k.besaran}")
                if b["indikator"] == k.subjek and b["tahun"] in k.tersirat and b.get("lingkup", k.lingkup) == k.lingkup
            ]
            milik = [(b.get("dokumen", ""), b["periode"], b[k.besaran]) for b in semua if b["periode"] in _TRIWULAN]
        for dokumen in dict.fromkeys(d for d, _, _ in milik):
            yield {p: float(v) for d, p, v in milik if d == dokumen and ada(v)}

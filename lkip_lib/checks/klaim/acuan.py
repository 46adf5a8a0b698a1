"""What a claimed figure may be held against: the figure of the same quantity, subject, scope and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lkip_lib.checks.klaim.buku import Acuan
from lkip_lib.checks.klaim.kinerja import CAPAIAN, AcuanKinerja
from lkip_lib.checks.klaim.klaim import Klaim
from lkip_lib.checks.klaim.sumber_daya import AcuanSumberDaya
from lkip_lib.checks.klaim.triwulan import AcuanTriwulan, triwulan_disebut
from lkip_lib.checks.registry import Konteks

_ANGGARAN = ("pagu_rp", "realisasi_rp", "sisa_rp", "serapan_persen")
_SDM = {"jumlah_asn": "asn_orang", "jumlah_non_asn": "non_asn_orang"}


class Buku(AcuanKinerja, AcuanSumberDaya, AcuanTriwulan):
    """Look up what the tables say of a quantity."""

    def untuk(self, k: Klaim) -> Acuan | None:
        """Return what a claim is held against: of the year it names, else of the report's own."""
        ada = [a for t in k.tersirat if (a := self.cari(k.besaran, k.subjek, t, k.lingkup))]
        setahun = next((a for a in ada if k.setuju(a.nilai)), ada[0] if ada else None)
        bagian = self.sebagian(k)
        if setahun is None or bagian is None or k.setuju(setahun.nilai):
            return setahun
        if not bagian:  # the year's figure is no measure of a part of it, and the last quarter's is the year's
            return setahun if set(triwulan_disebut(k.kutipan)) == {4} else None
        nama = f"{setahun.nama} dalam triwulan yang disebut atau sampai triwulan itu"
        return replace(setahun, nama=nama, nilai=bagian, pasti=False, menurut=(), menyangkal=None)

    def cari(self, besaran: str, subjek: str, tahun: int, lingkup: str = "instansi") -> Acuan | None:
        """Return the figures of one quantity, None where nothing is stated."""
        if besaran == "realisasi":
            return self._realisasi(subjek, tahun, lingkup)
        if besaran == "target":
            return self._target(subjek, tahun)
        if besaran in CAPAIAN:
            return self._capaian(subjek, tahun)
        if besaran in _ANGGARAN:
            return self._anggaran(besaran, subjek) if tahun == self.k.tahun else None
        if besaran == "belanja_rp":
            return self._belanja(subjek) if tahun == self.k.tahun else None
        if besaran in _SDM:
            return self._sdm(_SDM[besaran], tahun)
        return self._dukung(besaran, subjek, tahun) or self._komponen(besaran, subjek, tahun)

    def kemiripan(self, k: Klaim) -> Iterator[str]:
        """Name other figures of the same indicator that a wrong claim equals."""
        if k.subjek not in self.indikator:
            return
        for besaran in ("realisasi", "target", "capaian_persen"):
            for tahun in (self.k.tahun, self.k.tahun - 1):
                for lingkup in ("instansi", "nasional") if besaran == "realisasi" else ("instansi",):
                    if (besaran, tahun, lingkup) == (k.besaran, k.tersirat[0], k.lingkup):
                        continue
                    a = self.cari(besaran, k.subjek, tahun, lingkup)
                    if a and k.setuju(a.nilai):
                        yield a.nama


@lru_cache(maxsize=1)
def buka_buku(konteks: Konteks) -> Buku:
    """Open the book of a run; every check shares it."""
    return Buku(konteks)

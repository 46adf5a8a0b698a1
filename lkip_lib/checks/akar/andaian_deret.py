"""What becomes of a note on quarters, or on two figures that a sentence compares, when one of them is another."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.keluarga.narasi_arah import TANDA, arah_selisih
from lkip_lib.checks.keluarga.narasi_banding import hitung_banding
from lkip_lib.checks.klaim.klaim import arah_baku
from lkip_lib.checks.registry import Sifat
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import Ledger

Ganti = Mapping[str, float]
Isi = Callable[[str, Ganti], Any]
Uji = Callable[[Ganti], bool]
Usul = tuple[tuple[str, float], ...]
_RASIO = "terhadap_"
_SAMA = 1e-9


def berasio(sifat: Collection[Sifat], id: str, ledger: Ledger) -> bool:
    """Tell whether a note is of a ratio."""
    return Sifat.RASIO in sifat and str(ledger[id]["besaran"]).startswith(_RASIO)


def uji_deret(
    sifat: Collection[Sifat], id: str, bukti: Sequence[str], ledger: Ledger, isi: Isi
) -> tuple[Uji, Usul] | None:
    """Return the test of such a note, and what its year might be; None for one of another kind."""
    if Sifat.TRIWULAN in sifat:
        return _triwulan((id, *bukti), ledger, isi)
    dua = Sifat.DUA in sifat or Sifat.ARAH in sifat or berasio(sifat, id, ledger)
    if dua and len(bukti) == 2:
        return _dua(Sifat.ARAH in sifat, id, bukti, ledger, isi), _usul_dua(id, bukti, ledger)
    return None


def _triwulan(ids: Sequence[str], ledger: Ledger, isi: Isi) -> tuple[Uji, Usul] | None:
    setahun = [i for i in ids if ledger[i]["periode"] == TAHUNAN]
    bagian = sorted((i for i in ids if i not in setahun), key=lambda i: str(ledger[i]["periode"]))
    if len(setahun) != 1 or not bagian:
        return None

    def mungkin(ganti: Ganti) -> tuple[float, float]:
        semua = [float(isi(i, ganti)) for i in bagian]
        return semua[-1], sum(semua)

    bulat = sum(0.5 * 10.0 ** -desimal(str(ledger[i]["tercetak"]), "") for i in bagian)  # of four rounded quarters

    def uji(ganti: Ganti) -> bool:
        akhir, jumlah = (abs(float(isi(setahun[0], ganti)) - v) for v in mungkin(ganti))
        return akhir <= _SAMA or jumlah <= bulat + _SAMA

    return uji, tuple((setahun[0], v) for v in mungkin({}))


def _dua(berarah: bool, id: str, bukti: Sequence[str], ledger: Ledger, isi: Isi) -> Uji:
    b = ledger[id]
    tercetak, besaran = str(b["tercetak"]), str(b["besaran"])

    def uji(ganti: Ganti) -> bool:
        kini, lain = (float(isi(i, ganti)) for i in bukti)
        if berarah:
            return TANDA.get(arah_baku(tercetak)) == arah_selisih(kini, lain)
        teliti = desimal(tercetak, str(b["satuan"]))
        return any(setara(abs(b["nilai"]), teliti, v) for v in hitung_banding(besaran, kini, lain))

    return uji


def _usul_dua(id: str, bukti: Sequence[str], ledger: Ledger) -> Usul:
    """Return what either of two figures might be for a sentence to be right of them."""
    disebut, besaran = abs(float(ledger[id]["nilai"])), str(ledger[id]["besaran"])
    kini, lain = (float(ledger[i]["nilai"]) for i in bukti)
    if math.isnan(disebut + kini + lain):
        return ()

    def benar(a: float, b: float) -> bool:
        return any(math.isclose(h, disebut, abs_tol=1e-6) for h in hitung_banding(besaran, a, b))

    satu = ((bukti[0], v) for v in _mungkin(lain, disebut) if benar(v, lain))
    return (*satu, *((bukti[1], v) for v in _mungkin(kini, disebut) if benar(kini, v)))


def _mungkin(tetap: float, disebut: float) -> Iterator[float]:
    """Yield the figures that a difference, a change or a ratio may lead to from one that stays."""
    for kali in (1 + disebut / 100, 1 - disebut / 100, disebut / 100):
        yield tetap * kali
        if kali:
            yield tetap / kali
    yield from (tetap + disebut, tetap - disebut)

"""Proof and repair: which figure a damaged or disproved budget cell should hold, and what proves it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lkip_lib import numerals
from lkip_lib.checks.kendala import BATAS, BELANJA, JUMLAH, PERSEN, TEPAT, Jaringan, Kendala, jaringan
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.tipografi import angka_dalam, selisih_ketik, suntingan_dekat


@dataclass(frozen=True)
class Usul:
    """Hold a possible figure for a cell: what it meets, what it breaks, and where it came from."""

    nilai: float
    dipenuhi: tuple[Kendala, ...]
    dilanggar: tuple[Kendala, ...]
    suntingan: str = ""
    wajar: bool = True
    teguh: bool = True

    @property
    def tepat(self) -> int:
        """Count the exact constraints (sums, equal figures) that it meets."""
        return sum(k.jenis in TEPAT for k in self.dipenuhi)

    @property
    def terbukti(self) -> bool:
        """Tell whether it is proved.

        Either two exact constraints meet in it, and no more than a percentage, computed from the wrong figure, does not
        follow; or everything around it holds, an exact constraint and a percentage say so, the percentage rules out
        what would follow if the exact one were wrong (`teguh`), and one can see how it came to be printed otherwise
        (`wajar`).
        """
        langgar_tepat = any(k.jenis != PERSEN for k in self.dilanggar)
        saksi = sum(k.jenis in (*TEPAT, PERSEN) for k in self.dipenuhi)
        if self.suntingan and not self.dilanggar and saksi >= 1:
            return True
        return not langgar_tepat and (
            self.tepat >= 2 or (not self.dilanggar and self.tepat >= 1 and saksi >= 2 and self.wajar and self.teguh)
        )


@dataclass(frozen=True)
class Perbaikan:
    """Hold what can be said of one suspect cell."""

    sel: str
    usul: tuple[Usul, ...] = field(default_factory=tuple)

    @property
    def terbukti(self) -> Usul | None:
        """Return the one proved figure; None when there is none, or more than one."""
        terbukti = [u for u in self.usul if u.terbukti]
        return terbukti[0] if len(terbukti) == 1 else None


@lru_cache(maxsize=2)
def perbaikan(konteks: Konteks) -> tuple[Jaringan, dict[str, Perbaikan]]:
    """Find the suspect budget cells of a report and what each should be.

    What is proved in one round is evidence in the next. Returns the network as mended, and what was found.
    """
    kini = jaringan(konteks)
    terkumpul: dict[str, Perbaikan] = {}
    while True:
        temuan = cari(kini)
        baru = {s: p for s, p in temuan.items() if p.terbukti}
        terkumpul = {**temuan, **terkumpul, **baru}
        if not baru:
            return kini, terkumpul
        kini = replace(kini, nilai=kini.nilai | {s: p.terbukti.nilai for s, p in baru.items() if p.terbukti})


def cari(jaring: Jaringan) -> dict[str, Perbaikan]:
    """Find the suspect cells of a network and what each could be.

    A cell is suspect when it has printed text but no number, or stands in something that does not hold. Where two cells
    could each mend the same contradiction, neither is proved.
    """
    dilanggar = list(jaring.dilanggar())
    rusak = [s for s, n in jaring.nilai.items() if math.isnan(n) and jaring.tercetak[s]]
    dicurigai = dict.fromkeys([*rusak, *(s for k in dilanggar for s in k.sel)])
    hasil = {s: Perbaikan(s, tuple(_usul(jaring, s))) for s in dicurigai if s not in jaring.persen}
    terbukti = {s for s, p in hasil.items() if p.terbukti}
    for k in dilanggar:
        bersaing = [s for s in k.sel if s in terbukti]
        if len(bersaing) > 1:
            for s in bersaing:
                hasil[s] = Perbaikan(s, ())
    return hasil


def _usul(jaring: Jaringan, sel: str) -> Iterator[Usul]:
    asal = jaring.nilai[sel]
    sekitar = jaring.pada.get(sel, ())
    tercetak = jaring.tercetak[sel]
    sunting = suntingan_dekat(tercetak) if math.isnan(asal) else {}
    mungkin: dict[float, str] = {}
    for k in sekitar:
        nilai = k.memberi(sel, jaring.nilai) if k.jenis in TEPAT else None
        if nilai is not None and nilai >= 0:
            mungkin.setdefault(nilai, "")
    for t in jaring.tetangga.get(sel, ()):
        if not math.isnan(jaring.nilai[t]):
            mungkin.setdefault(jaring.nilai[t], "")
    for nilai, cara in sunting.items():
        mungkin.setdefault(nilai, cara)
    for nilai, cara in mungkin.items():
        if nilai != asal:
            coba = {**jaring.nilai, sel: nilai}
            hasil = [(k, k.periksa(coba)) for k in sekitar]
            lain = _tanpa_bukti(tercetak, asal, nilai)
            baik = tuple(k for k, h in hasil if h and _peka(k, sel, coba, lain) and _bersih(k, sel, coba, jaring))
            # A slip of the pen is only a proof by itself where no exact constraint can be asked.
            saksi_tepat = any(k.jenis in TEPAT and h is not None for k, h in hasil)
            geser = nilai in (jaring.nilai[t] for t in jaring.tetangga.get(sel, ()))
            wajar = geser or bool(cara or selisih_ketik(tercetak, nilai))
            teguh = any(_teguh(k, sel, coba, baik, jaring) for k in baik if k.jenis in TEPAT)
            yield Usul(nilai, baik, tuple(k for k, h in hasil if h is False), "" if saksi_tepat else cara, wajar, teguh)


def _tanpa_bukti(tercetak: str, asal: float, nilai: float) -> float:
    """Return what one would take a cell for without proof: its figure, or the digits of a damaged one."""
    angka = angka_dalam(tercetak)
    polos = float(angka) if angka and math.isnan(asal) else asal
    return nilai * 2 + 1 if math.isnan(polos) or polos == nilai else polos


def _peka(k: Kendala, sel: str, coba: Mapping[str, float], lain: float) -> bool:
    """Tell whether a percentage speaks for a figure: 0 of any pagu is 0 %, and what fits another figure proves none."""
    return k.jenis != PERSEN or not k.dipenuhi({**coba, sel: lain})


def _bersih(k: Kendala, sel: str, coba: Mapping[str, float], jaring: Jaringan) -> bool:
    """Tell whether an exact witness rests on no amount that its own details, or its own pagu, contradict.

    Rows shifted across two parents change both their sums by the same amount; two sums then meet in a wrong figure.
    """
    sangkalan = (
        a
        for s in k.sel
        if s != sel
        for a in jaring.pada.get(s, ())
        if a.jenis == BATAS or (a.jenis in (JUMLAH, BELANJA) and a.sel[0] == s)
    )
    return k.jenis not in TEPAT or not any(a.periksa(coba) is False for a in sangkalan if a is not k)


def _teguh(saksi: Kendala, sel: str, coba: Mapping[str, float], baik: tuple[Kendala, ...], jaring: Jaringan) -> bool:
    """Tell whether the percentages rule out every figure that would follow if an exact witness were wrong."""
    persen = [k for k in baik if k.jenis == PERSEN]
    return all(any(not p.dipenuhi({**coba, sel: lain}) for p in persen) for lain in jaring.saingan(sel, saksi, coba))


def sebut_bukti(jaring: Jaringan, sel: str, usul: Usul) -> str:
    """Say what proves a figure, with its numbers."""
    coba = {**jaring.nilai, sel: usul.nilai}
    bukti = [k.sebut(coba) for k in usul.dipenuhi if k.jenis in (*TEPAT, PERSEN)]
    slip = usul.suntingan or selisih_ketik(jaring.tercetak[sel], usul.nilai)
    return "; ".join([*bukti, *([slip] if slip else [])]) + "."


def sebut_kandidat(jaring: Jaringan, perbaikan: Perbaikan) -> str:
    """Name the figures that remain possible, with what speaks for and against each."""
    urut = sorted(
        (u for u in perbaikan.usul if u.dipenuhi), key=lambda u: (-u.tepat, -len(u.dipenuhi), len(u.dilanggar))
    )
    return "; ".join(_satu_kandidat(jaring, perbaikan.sel, u) for u in urut[:3] if u.tepat or u.suntingan)


def _satu_kandidat(jaring: Jaringan, sel: str, usul: Usul) -> str:
    cocok = " dan ".join(dict.fromkeys(_ringkas(k) for k in usul.dipenuhi if k.jenis in (*TEPAT, PERSEN)))
    lawan = " dan ".join(dict.fromkeys(_ringkas(k) for k in usul.dilanggar))
    slip = usul.suntingan or selisih_ketik(jaring.tercetak[sel], usul.nilai)
    isi = [f"cocok dengan {cocok}" if cocok else "", f"tidak dengan {lawan}" if lawan else "", slip]
    return f"{numerals.rupiah(usul.nilai)} ({', '.join(i for i in isi if i)})"


def _ringkas(k: Kendala) -> str:
    return {
        "jumlah": "jumlah rincian",
        "sama": "tabel lain",
        "belanja": "jenis belanja",
        "persen": "persentase tercetak",
        "batas": "pagunya",
    }[k.jenis]

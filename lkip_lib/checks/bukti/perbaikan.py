"""Proof and repair: which figure a damaged or disproved budget cell should hold, or that it holds another's."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lkip_lib import numerals
from lkip_lib.checks.bukti.jaringan import jaringan
from lkip_lib.checks.bukti.kendala import BATAS, BELANJA, JUMLAH, LAIN, PERSEN, SAKSI, TEPAT, Jaringan, Kendala
from lkip_lib.checks.bukti.tipografi import angka_dalam, selisih_ketik, suntingan_dekat, terpotong
from lkip_lib.checks.registry import Konteks

_DISEBUT = 4  # figures that one note names


@dataclass(frozen=True)
class Usul:
    """Hold a possible figure for a cell: what it meets, what it breaks, and where it came from."""

    nilai: float
    dipenuhi: tuple[Kendala, ...]
    dilanggar: tuple[Kendala, ...]
    suntingan: str = ""
    wajar: bool = True
    teguh: bool = True
    bersandar: tuple[str, ...] = ()  # why all else in a sum stands
    sendirian: bool = False  # nothing exact can be asked, so a slip of the pen may be a proof

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
        (`wajar`); or everything around it holds, and of a sum each other amount stands by itself (`bersandar`).
        """
        langgar_tepat = any(k.jenis != PERSEN for k in self.dilanggar)
        saksi = sum(k.jenis in (*TEPAT, PERSEN) for k in self.dipenuhi)
        if self.suntingan and self.sendirian and not self.dilanggar and saksi >= 1:
            return True
        dua = self.tepat >= 1 and saksi >= 2 and self.wajar and self.teguh
        return not langgar_tepat and (self.tepat >= 2 or (not self.dilanggar and (dua or bool(self.bersandar))))


@dataclass(frozen=True)
class Perbaikan:
    """Hold what can be said of one suspect cell."""

    sel: str
    usul: tuple[Usul, ...] = field(default_factory=tuple)
    bersaing: bool = False  # another cell could mend the same contradiction as well
    ditarik: str = ""  # what proves that another's figure stands here: the cell's own is not known

    @property
    def terbukti(self) -> Usul | None:
        """Return the one proved figure; None when there is none, or more than one."""
        terbukti = [] if self.bersaing or self.ditarik else [u for u in self.usul if u.terbukti]
        return terbukti[0] if len(terbukti) == 1 else None

    def lalu(self, lama: Perbaikan | None) -> Perbaikan:
        """Add what was possible before other cells were mended: mending one erases nothing that another may be."""
        ada = {u.nilai for u in self.usul}
        return replace(self, usul=(*self.usul, *(u for u in (lama.usul if lama else ()) if u.nilai not in ada)))


@lru_cache(maxsize=2)
def perbaikan(konteks: Konteks) -> tuple[Jaringan, dict[str, Perbaikan]]:
    """Find the suspect budget cells of a report and what each should be.

    What is proved in one round is evidence in the next. Returns the network as mended, and what was found.
    """
    kini = jaringan(konteks)
    terkumpul: dict[str, Perbaikan] = {}
    while True:
        pasti = {s for s, p in terkumpul.items() if p.terbukti or p.ditarik}
        temuan = {s: p for s, p in cari(kini).items() if s not in pasti}
        terbukti = {s for s, p in temuan.items() if p.terbukti}
        temuan |= {
            s: Perbaikan(s, ditarik=sebab) for s, sebab in keseluruhan(kini).items() if s not in pasti | terbukti
        }
        terkumpul |= {s: p if p.ditarik else p.lalu(terkumpul.get(s)) for s, p in temuan.items()}
        baru = {s: p for s in temuan if (p := terkumpul[s]).terbukti or p.ditarik}
        if not baru:
            return kini, terkumpul
        kini = replace(
            kini, nilai=kini.nilai | {s: p.terbukti.nilai if p.terbukti else math.nan for s, p in baru.items()}
        )


def keseluruhan(jaring: Jaringan) -> dict[str, str]:
    """Find the parts that hold the figure of their whole, or its first digits, with what confirms the whole.

    Another table or document states the whole, and a sibling is the sum of its own details: the part is less than it.
    """
    hasil = {}
    for induk, *anak in (k.sel for k in jaring.kendala if k.jenis == JUMLAH):
        total, berisi = jaring.nilai[induk], [a for a in anak if jaring.nilai[a] > 0]
        for s in berisi:
            sama = jaring.nilai[s] == total or terpotong(jaring.nilai[s], total)
            saudara = sama and any(jaring.dikuatkan_rincian(a) for a in berisi if a != s)
            if saudara and (sebab := jaring.dinyatakan_lagi(induk)):
                hasil[s] = sebab
    return hasil


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
                hasil[s] = replace(hasil[s], bersaing=True)
    return hasil


def _usul(jaring: Jaringan, sel: str) -> Iterator[Usul]:
    asal = jaring.nilai[sel]
    sekitar = jaring.pada.get(sel, ())
    tercetak = jaring.tercetak[sel]
    sunting = suntingan_dekat(tercetak) if math.isnan(asal) else {}
    mungkin: dict[float, str] = {}
    for k in sekitar:
        if k.jenis in TEPAT or (k.jenis == LAIN and math.isnan(asal)):
            for nilai in k.memberi(sel, jaring.nilai):
                if nilai >= 0:
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
            geser = nilai in (jaring.nilai[t] for t in jaring.tetangga.get(sel, ())) or jaring.disalin(sel)
            wajar = geser or bool(cara or selisih_ketik(tercetak, nilai))
            tepat = [k for k in baik if k.jenis in TEPAT]
            teguh = any(_teguh(k, sel, coba, baik, jaring) for k in tepat)
            terbaca = bool(selisih_ketik(tercetak, nilai)) if asal == asal else True
            topang = (jaring.penopang(k, sel) for k in tepat if terbaca and k.jenis == JUMLAH)
            bersandar = next((t for t in topang if t), ())
            langgar = tuple(k for k, h in hasil if h is False and k.jenis != LAIN)
            yield Usul(nilai, baik, langgar, cara, wajar, teguh, bersandar, sendirian=not saksi_tepat)


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
    bukti = [k.sebut(coba) for k in usul.dipenuhi if k.jenis in SAKSI]
    slip = usul.suntingan or selisih_ketik(jaring.tercetak[sel], usul.nilai)
    return "; ".join(dict.fromkeys(b for b in (*bukti, *usul.bersandar, slip) if b)) + "."


def sebut_kandidat(jaring: Jaringan, perbaikan: Perbaikan) -> str:
    """Name the figures that remain possible, with what speaks for and against each."""
    urut = sorted(_mungkin(jaring, perbaikan), key=lambda u: (-u.tepat, -len(u.dipenuhi), len(u.dilanggar)))
    return "; ".join(_satu_kandidat(jaring, perbaikan.sel, u) for u in urut[:_DISEBUT])


def _mungkin(jaring: Jaringan, perbaikan: Perbaikan) -> list[Usul]:
    """Return the figures for which something speaks, a shifted percentage too; else those of a slip within the pagu."""
    slip = [u for u in perbaikan.usul if u.suntingan and u.dipenuhi]
    ada = [u for u in perbaikan.usul if any(k.jenis in SAKSI for k in u.dipenuhi) or _geser(jaring, perbaikan.sel, u)]
    return ada or slip


def _geser(jaring: Jaringan, sel: str, usul: Usul) -> str:
    baris, persen = jaring.bergeser(sel, {**jaring.nilai, sel: usul.nilai})
    return f"cocok dengan persentase {persen} di baris {baris}" if baris and usul.dipenuhi else ""


def tak_berpersentase(jaring: Jaringan, perbaikan: Perbaikan) -> str:
    """Name the printed percentage beside a cell that fits none of the figures it may hold; "" where one fits."""
    for k in jaring.pada.get(perbaikan.sel, ()):
        hasil = [k.periksa({**jaring.nilai, perbaikan.sel: u.nilai}) for u in _mungkin(jaring, perbaikan)]
        if k.jenis == PERSEN and hasil and all(h is False for h in hasil):
            return jaring.tercetak[k.sel[0]]
    return ""


def _satu_kandidat(jaring: Jaringan, sel: str, usul: Usul) -> str:
    cocok = " dan ".join(dict.fromkeys(_ringkas(k) for k in usul.dipenuhi if k.jenis in SAKSI))
    lawan = " dan ".join(dict.fromkeys(_ringkas(k) for k in usul.dilanggar))
    slip = usul.suntingan or selisih_ketik(jaring.tercetak[sel], usul.nilai)
    isi = [f"cocok dengan {cocok}" if cocok else "", f"tidak dengan {lawan}" if lawan else "", slip]
    isi.append(_geser(jaring, sel, usul))
    return f"{numerals.rupiah(usul.nilai)} ({', '.join(i for i in isi if i)})"


def _ringkas(k: Kendala) -> str:
    return {
        "jumlah": "jumlah rincian",
        "sama": "tabel lain",
        "belanja": "jenis belanja",
        "lain": "dokumen lain",
        "persen": "persentase tercetak",
        "batas": "pagunya",
    }[k.jenis]

"""What binds figures of a budget, and what the network of it all says of one cell: confirmed, contradicted, shifted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import desimal

Nilai = Mapping[str, float]
JUMLAH, SAMA, BELANJA, LAIN, PERSEN, BATAS = "jumlah", "sama", "belanja", "lain", "persen", "batas"
TEPAT = (JUMLAH, SAMA, BELANJA)  # one of them that does not hold is an error; another document (LAIN) may differ
SAKSI = (*TEPAT, LAIN, PERSEN)
_BERARTI = 6  # significant digits from which the same amount in two tables is no chance


@dataclass(frozen=True, slots=True)
class Kendala:
    """Bind some cells. `memberi` tells what one cell may be, given the others (nothing where they do not tell)."""

    jenis: str
    sel: tuple[str, ...]
    dipenuhi: Callable[[Nilai], bool]
    memberi: Callable[[str, Nilai], tuple[float, ...]]
    sebut: Callable[[Nilai], str]

    def periksa(self, nilai: Nilai) -> bool | None:
        """Tell whether it holds; None while a cell it binds has no number."""
        if any(math.isnan(nilai.get(s, math.nan)) for s in self.sel):
            return None
        return self.dipenuhi(nilai)


@dataclass(frozen=True)
class Jaringan:
    """Hold the budget's cells, what binds them, and what is known of each cell."""

    nilai: dict[str, float]
    kendala: tuple[Kendala, ...]
    pada: dict[str, tuple[Kendala, ...]]
    nama: dict[str, str]
    tercetak: dict[str, str]
    tetangga: dict[str, tuple[str, ...]]
    persen: frozenset[str]
    belanja: frozenset[float]

    def dilanggar(self) -> Iterator[Kendala]:
        """Yield what does not hold."""
        return (k for k in self.kendala if k.jenis != LAIN and k.periksa(self.nilai) is False)

    def dikuatkan(self, sel: str) -> bool:
        """Tell whether an exact constraint confirms an amount, and none contradicts it."""
        disangkal = any(k.periksa(self.nilai) is False for k in self.pada.get(sel, ()) if k.jenis in TEPAT)
        return self.disaksikan(sel) and not disangkal

    def disaksikan(self, sel: str) -> bool:
        """Tell whether an exact constraint confirms an amount, whatever others say."""
        return any(k.periksa(self.nilai) is True for k in self.pada.get(sel, ()) if k.jenis in TEPAT)

    def saingan(self, sel: str, saksi: Kendala, nilai: Nilai) -> Iterator[float]:
        """Yield what an amount would be if not its witness were right, but what contradicts the witness.

        A misprinted sum bears out whatever is taken from it; so do two amounts that are misprinted alike.
        """
        for s in saksi.sel:
            for k in self.pada.get(s, ()) if s != sel else ():
                if k.jenis in TEPAT and k is not saksi and k.periksa(nilai) is False:
                    for lain in k.memberi(s, nilai):
                        yield from (ini for ini in saksi.memberi(sel, {**nilai, s: lain}) if ini >= 0)

    def dinyatakan_lagi(self, sel: str) -> str:
        """Say which other table or document states an amount as it stands; "" where none does."""
        ada = (k for k in self.pada[sel] if k.jenis in (BELANJA, LAIN) and k.periksa(self.nilai))
        return next((k.sebut(self.nilai) for k in ada), "")

    def dikuatkan_rincian(self, sel: str) -> bool:
        """Tell whether an amount is the sum of its own details."""
        return any(k.jenis == JUMLAH and k.sel[0] == sel and k.periksa(self.nilai) for k in self.pada[sel])

    def disalin(self, sel: str) -> bool:
        """Tell whether an amount stands, as it is printed, in the table of belanja too."""
        return self.nilai[sel] in self.belanja

    def penopang(self, saksi: Kendala, sel: str) -> tuple[str, ...]:
        """Say why every other amount of a sum stands by itself, so that only this one can be wrong; () if one does not.

        One stands that another table repeats, that another sum confirms, or that would have to be less than nothing or
        more than its pagu. Another document bears one out only beside a damaged figure: a readable one may have been
        revised since.
        """
        tepat = (*TEPAT, LAIN) if math.isnan(self.nilai[sel]) else TEPAT
        alasan = [self._berdiri(s, saksi, tepat) for s in saksi.sel if s != sel]
        return tuple(alasan) if all(alasan) else ()

    def _berdiri(self, sel: str, saksi: Kendala, tepat: tuple[str, ...]) -> str:
        nilai, nama = self.nilai[sel], self.nama[sel]
        if math.isnan(nilai):
            return ""
        lain = [k for k in self.pada[sel] if k is not saksi]
        if nilai in self.belanja and len(f"{nilai:.0f}".rstrip("0")) >= _BERARTI:
            return f"{nama} sama dengan satu jenis belanja, {numerals.write(nilai, 0)}"
        if sebut := next((k.sebut(self.nilai) for k in lain if k.jenis in tepat and k.periksa(self.nilai)), ""):
            return sebut
        mungkin = [v for v in saksi.memberi(sel, self.nilai) if v != nilai]
        batas = [k for k in lain if k.jenis == BATAS]
        mustahil = (v < 0 or any(k.periksa({**self.nilai, sel: v}) is False for k in batas) for v in mungkin)
        return f"{nama} tidak mungkin selain {numerals.write(nilai, 0)}" if mungkin and all(mustahil) else ""

    def bergeser(self, sel: str, nilai: Nilai) -> tuple[str, str]:
        """Name the row beside this one whose printed percentage is this one's, and that percentage; "" where none is.

        Only a percentage with two decimals, which does not go with the amounts of its own row, has been shifted.
        """
        for milik in (k for k in self.pada.get(sel, ()) if k.jenis == PERSEN):
            for t in self.tetangga.get(sel, ()):
                for lain in (k for k in self.pada[t] if k.jenis == PERSEN and k.periksa(nilai) is not True):
                    persen = self.tercetak[lain.sel[0]]
                    if desimal(persen, "persen") >= 2 and milik.periksa({**nilai, milik.sel[0]: nilai[lain.sel[0]]}):
                        return self.nama[t], persen
        return "", ""

    def tertukar(self, persen: Kendala) -> bool:
        """Tell whether a percentage would hold if one of its amounts changed places with another of the same sum.

        A sum stays the same when its parts change places, so it confirms none of them then.
        """
        for s in persen.sel[1:]:
            sejumlah = {o for k in self.pada[s] if k.jenis in TEPAT for o in k.sel} - {s}
            if any(persen.periksa({**self.nilai, s: self.nilai[o]}) for o in sejumlah):
                return True
        return False

"""Ladders of ordinal indicators (opini BPK, accreditation): the national ones built in, others on the card itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field

from lkip_lib import strict_yaml
from lkip_lib.strict_yaml import Ketat

_BAWAAN = Path(__file__).parent / "jenjang.yml"


class Tingkat(Ketat):
    """Name one rung of a ladder; without a value of its own it counts from the lowest, which is 1."""

    nama: str
    lain: tuple[str, ...] = ()
    nilai: float | None = None


class Jenjang(Ketat):
    """Hold a ladder, best first."""

    judul: str
    sumber: str = "Kartu indikator"
    tingkat: tuple[Tingkat, ...] = Field(min_length=1)

    def nilai(self, teks: str) -> float | None:
        """Return the value of a printed rung, None when it is none of this ladder.

        >>> daftar_jenjang()["opini-bpk"].nilai("Wajar dengan pengecualian")
        3.0
        """
        for i, t in enumerate(self.tingkat):
            if _baku(teks) in map(_baku, (t.nama, *t.lain)):
                return float(len(self.tingkat) - i) if t.nilai is None else t.nilai
        return None

    @property
    def sebutan(self) -> str:
        """Name the rungs, best first."""
        return ", ".join(t.nama for t in self.tingkat)


def _baku(teks: str) -> str:
    """Fold case and punctuation, but for the signs that make rungs of their own (A+, A-)."""
    bertanda = re.sub(r"(?<=\w)([+-])(?=\s|$)", lambda m: " plus" if m[1] == "+" else " minus", teks)
    return re.sub(r"[\W_]+", " ", bertanda).strip().casefold()


@cache
def daftar_jenjang() -> dict[str, Jenjang]:
    """Read the built-in ladders."""
    isi = strict_yaml.muat(_BAWAAN, _BAWAAN.name)
    return {n: strict_yaml.cocokkan(Jenjang, j, _BAWAAN, _BAWAAN.name, awal=(n,)) for n, j in isi.items()}


def jenjang(teks: str) -> Jenjang:
    """Return the ladder that a card names, or spells out best first: "WTP > WDP > TW" or "Utama=100 > Madya=80".

    Raises ValueError for an unknown name or a ladder that does not descend.

    >>> jenjang("Mandiri > Berkembang > Rintisan").nilai("berkembang"), jenjang("Utama=100 > Madya=80").nilai("Madya")
    (2.0, 80.0)
    """
    if teks in daftar_jenjang():
        return daftar_jenjang()[teks]
    bagian = [b.strip() for b in teks.split(">")]
    if len(bagian) < 2 or not all(bagian):
        raise ValueError(f'Jenjang "{teks}" tidak dikenal.')
    tingkat = []
    for b in bagian:
        nama, _, nilai = b.partition("=")
        if nilai and not re.fullmatch(r"\s*\d+([.,]\d+)?\s*", nilai):
            raise ValueError(f'Nilai jenjang "{b}" bukan bilangan.')
        tingkat.append(Tingkat(nama=nama.strip(), nilai=float(nilai.replace(",", ".")) if nilai else None))
    hasil = Jenjang(judul=teks, tingkat=tuple(tingkat))
    urut = [hasil.nilai(t.nama) or 0.0 for t in tingkat]
    if len(set(map(_baku, (t.nama for t in tingkat)))) < len(tingkat) or urut != sorted(set(urut), reverse=True):
        raise ValueError(f'Jenjang "{teks}" tidak menurun dari yang terbaik.')
    return hasil


def kenali(nilai: Iterable[str]) -> Jenjang | None:
    """Return the only built-in ladder that has all these words; one word alone is a ladder of one rung.

    >>> kenali(["WTP", "WDP"]).judul, kenali(["A", "B"]), kenali(["Mandiri"]).nilai("Mandiri")
    ('Opini BPK atas laporan keuangan', None, 1.0)
    """
    semua = list(dict.fromkeys(n for n in nilai if n))
    cocok = [j for j in daftar_jenjang().values() if semua and all(j.nilai(n) is not None for n in semua)]
    if len(cocok) == 1:
        return cocok[0]
    if len(set(map(_baku, semua))) == 1:
        return Jenjang(judul=semua[0], tingkat=(Tingkat(nama=semua[0]),))
    return None


def hampir(nilai: Iterable[str]) -> tuple[str, Jenjang] | None:
    """Return the built-in ladder, and its name, that has the most of these words; None when none or several have.

    >>> hampir(["WTP", "Wajar"])[0], hampir(["Mandiri"])
    ('opini-bpk', None)
    """
    kata = set(nilai)
    dikenal = {n: sum(j.nilai(k) is not None for k in kata) for n, j in daftar_jenjang().items()}
    terbanyak = max(dikenal.values())
    nama = [n for n, banyak in dikenal.items() if banyak == terbanyak]
    return (nama[0], daftar_jenjang()[nama[0]]) if terbanyak and len(nama) == 1 else None

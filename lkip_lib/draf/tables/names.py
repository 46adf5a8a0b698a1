"""Know which indicator, sasaran or line of the budget a name means, though two tables write it differently."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lkip_lib.draf.sentences.folding import nama_baku
from lkip_lib.draf.tables.units import dalam_kurung
from lkip_lib.impor.names import kode_baru

_SAMBUNG = (
    "dan di dari ke yang pada atas untuk per oleh dengan terhadap dalam nya kota kabupaten dinas badan "
    "persentase tingkat jumlah nilai indeks angka "
)
_RINGAN = frozenset(_SAMBUNG.split())  # words by which no two names differ
_COCOK = 0.7  # of the words of two names
_JARAK = 0.12  # by which the best must lead


@dataclass(slots=True)
class Nama:
    """Hold one thing that a draft names: its code, its first name, and all the ways it is written."""

    kode: str
    nama: str
    sebutan: set[str]


@dataclass(slots=True)
class Kamus:
    """Hold the names of one family of things. The first table to name one gives it its name and code."""

    awalan: str = ""
    isi: list[Nama] = field(default_factory=list)
    tebakan: set[tuple[str, str]] = field(default_factory=set)

    def kode(self, nama: str, terpakai: Collection[str] = (), sendiri: str = "") -> str:
        """Return the code of a name, a new one for a name never met. `terpakai` are codes that it cannot mean."""
        baku = nama_baku(nama)
        if not baku:
            return ""
        if satuan := dalam_kurung(nama):
            # A unit behind a name is no part of it.
            return self.kode(nama[: nama.rindex("(")], terpakai, sendiri) if nama_baku(satuan) != baku else ""
        for n in self.isi:
            if baku in n.sebutan and n.kode not in terpakai:
                return n.kode
        if mirip := self._mirip(baku, terpakai):
            mirip.sebutan.add(baku)
            self.tebakan.add((mirip.kode, baku))
            return mirip.kode
        dikenal = [n.kode for n in self.isi]
        nomor = next(n for n in range(len(dikenal) + 1, 2 * len(dikenal) + 2) if f"{self.awalan}{n}" not in dikenal)
        kode = sendiri or (f"{self.awalan}{nomor}" if self.awalan else kode_baru(_bersih(nama), dikenal))
        self.isi.append(Nama(kode, " ".join(nama.split()), {baku}))
        return kode

    def catat(self, nama: str, kode: str) -> None:
        """Let a name be known by the code that is printed for it."""
        ada = next((n for n in self.isi if n.kode == kode), None)
        if ada is None:
            self.isi.append(Nama(kode, " ".join(nama.split()), {nama_baku(nama)}))
        else:
            ada.sebutan.add(nama_baku(nama))

    def pasti(self, nama: str) -> bool:
        """Tell whether a name is written as the one that it was taken for."""
        return not any(baku == nama_baku(nama) for _, baku in self.tebakan)

    def nama(self, kode: str) -> str:
        return next((n.nama for n in self.isi if n.kode == kode), "")

    def _mirip(self, baku: str, terpakai: Collection[str]) -> Nama | None:
        nilai = sorted(
            ((max(serupa(baku, s) for s in n.sebutan), i) for i, n in enumerate(self.isi) if n.kode not in terpakai),
            reverse=True,
        )
        if not nilai or nilai[0][0] < _COCOK or (len(nilai) > 1 and nilai[0][0] - nilai[1][0] < _JARAK):
            return None
        return self.isi[nilai[0][1]]


def _bersih(nama: str) -> str:
    return re.sub(r"[^\w\s()]", " ", nama)


def serupa(satu: str, dua: str) -> float:
    """Return how alike two names are, 0 to 1; names that differ in a number are never alike.

    >>> serupa("nilai akip dinas", "nilai akuntabilitas kinerja instansi pemerintah") > 0.7
    True
    >>> serupa("angka kematian ibu", "angka kematian bayi") > 0.7, serupa("jalan 1", "jalan 2") > 0.7
    (False, False)
    """
    a, b = satu.split(), dua.split()
    a, b = _singkat(a, b), _singkat(b, a)
    if {k for k in a if k.isdigit()} != {k for k in b if k.isdigit()}:
        return 0.0
    sa, sb = ({k for k in x if k not in _RINGAN} or set(x) for x in (a, b))
    sama = sa & sb
    for k in sa - sama:  # a word with a letter amiss is the same word
        if len(k) > 4 and (dekat := difflib.get_close_matches(k, sb - sama, 1, 0.84)):
            sama = sama | {k}
            sb = (sb - {dekat[0]}) | {k}
    if not sama:
        return 0.0
    if sa == sb:
        return 1.0
    kecil = min(len(sa), len(sb))
    if len(sama) == kecil and (kecil >= 2 or any(len(k) >= 3 for k in sama)):
        return 0.75 + 0.2 * len(sama) / len(sa | sb)
    return len(sama) / len(sa | sb)


def _singkat(kata: list[str], lain: list[str]) -> list[str]:
    """Write the words that another name has as an acronym as that acronym: akuntabilitas kinerja … as akip."""
    for akronim in lain:
        n = len(akronim)
        if 3 <= n <= 6 and akronim not in kata:
            for i in range(len(kata) - n + 1):
                if "".join(k[0] for k in kata[i : i + n]) == akronim:
                    return [*kata[:i], akronim, *kata[i + n :]]
    return kata

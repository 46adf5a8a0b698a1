"""Where a figure comes from, as a page shows it: how it was reckoned, and each ingredient with its printed place.

One panel holds the steps of one figure; an ingredient that was reckoned itself opens its own panel, so that nothing is
said twice on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lkip_lib import ledger as buku
from lkip_lib.display.figure import Angka, bertercetak, id_jejak, sebut_tercetak, tulis
from lkip_lib.display.sebutan import Sebutan
from lkip_lib.display.templating import lingkungan
from lkip_lib.display.trail import dengan_angka, desimal_asal, jangkar, jangkar_sel, penjelas
from lkip_lib.ledger import Ledger

_LANGKAH = 3  # reckonings that one panel shows one after another
_BAHAN = 40  # ingredients that are listed: a mean of a thousand answers rests on as many
_TEMPAT = 4  # places that state the same
_SERUPA = ("sama", "berselisih")
_BUKAN_HITUNGAN = ("", "koreksi", "dinyatakan")


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Hold one reckoning: what it gives, its formula in words and with its numbers."""

    apa: str
    rumus: str
    sumber: str
    dengan_angka: str


@dataclass(frozen=True, slots=True)
class Letak:
    """Hold one place where a figure is stated: as printed, where in the agency's document, and its cell."""

    tercetak: str
    dokumen: str
    sel: str
    tautan: str
    alasan: str = ""
    koreksi: bool = False

    @property
    def kata(self) -> str:
        """Say what stands there; of a correction, which is no print, what it makes of the cell."""
        return sebut_tercetak(self.tercetak, koreksi=self.koreksi)


@dataclass(frozen=True, slots=True)
class Bahan:
    """Hold what a figure was reckoned from: a stated figure with its places, or one that has a panel of its own."""

    apa: str
    angka: Angka | str
    letak: tuple[Letak, ...] = ()
    lain: int = 0  # places that are not listed


@dataclass(frozen=True)
class Panel:
    """Hold the origin of one figure, and the notes (id, text) that touch it."""

    id: str
    judul: str
    teks: str
    langkah: tuple[Hitungan, ...]
    bahan: tuple[Bahan, ...]
    lain: int = 0
    catatan: tuple[tuple[str, str], ...] = ()

    @property
    def html_id(self) -> str:
        return id_jejak(self.id)

    @property
    def lanjutan(self) -> list[str]:
        """Return the figures whose panels this one opens."""
        return [b.angka.id for b in self.bahan if isinstance(b.angka, Angka) and b.angka.ada]

    def _repr_html_(self) -> str:
        return lingkungan().get_template("panel.html.j2").render(j=self)


@dataclass(frozen=True)
class Penjejak:
    """Build panels from one ledger; `alasan` gives the reason of each correction by its id, `rumus` the formulas."""

    ledger: Ledger
    sebutan: Sebutan
    alasan: Mapping[str, str]
    rumus: Mapping[str, Mapping[str, Any]]

    def panel(self, id: str, catatan: tuple[tuple[str, str], ...] = ()) -> Panel:
        """Show where a figure comes from."""
        tentang = self.ledger[id]
        awal, sama = self._pokok(id)
        langkah, dinyatakan, dihitung = [], dict[str, list[str]](), list[str]()
        if _terhitung(awal):
            kini: Mapping[str, Any] | None = awal
            while kini is not None:
                langkah.append(kini)
                dihitung = []
                for bahan, setara in map(self._pokok, self._berarti(kini)):
                    if _terhitung(bahan):
                        dihitung += [str(bahan["id"])] * (str(bahan["id"]) not in dihitung)
                    else:
                        dinyatakan.setdefault(str(bahan["id"]), setara)
                # One thing leads to the next as long as it is the only one that was reckoned.
                lanjut = len(dihitung) == 1 and len(langkah) < _LANGKAH
                kini = self.ledger[dihitung[0]] if lanjut else None
        else:
            dinyatakan[str(awal["id"])] = sama
        semua = [*(self._terhitung(i, tentang) for i in dihitung[:_BAHAN]),
                 *(self._dinyatakan(i, dinyatakan[i], tentang) for i in [*dinyatakan][:_BAHAN])]  # fmt: skip
        return Panel(
            id,
            self.sebutan.angka(tentang),
            self._teks(tentang),
            tuple(self._hitungan(b, tentang) for b in reversed(langkah)),
            tuple(semua),
            len(dihitung) + len(dinyatakan) - len(semua),
            catatan,
        )

    def _berarti(self, b: Mapping[str, Any]) -> list[str]:
        """Return what a figure was reckoned from, but weights that are all one: they change nothing."""
        bobot = [i for peran, i in buku.induk(b["dari"]) if peran == "bobot"]
        sama = all(self.ledger[i]["nilai"] == 1 for i in bobot)
        return [i for i in _induk(b) if not (sama and i in bobot)]

    def _pokok(self, id: str) -> tuple[Mapping[str, Any], list[str]]:
        """Return what a figure that is used as stated states, and the ids that state the same."""
        b, sama = self.ledger[id], list[str]()
        while b["rumus"] == "dinyatakan" and (dari := _induk(b)):
            sama += [i for peran, i in buku.induk(b["dari"]) if peran in _SERUPA]
            sama += dari[1:]
            b = self.ledger[dari[0]]
        return b, sama

    def _teks(self, b: Mapping[str, Any]) -> str:
        tercetak = bertercetak(self.ledger, b)
        return tulis(tercetak, desimal_asal(tercetak))

    def _hitungan(self, b: Mapping[str, Any], tentang: Mapping[str, Any]) -> Hitungan:
        r = penjelas(b, self.rumus) or {}
        isi = dengan_angka(self.ledger, b, self.rumus) if r else ""
        return Hitungan(self.sebutan.angka(b, tentang), str(r.get("kalimat", "")), str(r.get("sumber", "")), isi)

    def _terhitung(self, id: str, tentang: Mapping[str, Any]) -> Bahan:
        b = self.ledger[id]
        return Bahan(self.sebutan.angka(b, tentang), Angka(id, self._teks(b), ada=b["status_nilai"] == buku.ANGKA))

    def _dinyatakan(self, id: str, sama: list[str], tentang: Mapping[str, Any]) -> Bahan:
        letak = [x for i in dict.fromkeys((id, *sama)) for x in self._letak(i)]
        apa, lain = self.sebutan.angka(self.ledger[id], tentang), max(0, len(letak) - _TEMPAT)
        return Bahan(apa, self._teks(self.ledger[id]), tuple(letak[:_TEMPAT]), lain)

    def _letak(self, id: str) -> Iterator[Letak]:
        """Yield the places of a stated figure; a corrected one has that of its correction, and the cell it corrects."""
        for s in self.ledger.jejak(id):
            b = s.baris
            if not b["berkas"]:
                continue
            berkas, baris, kolom, tercetak = b["berkas"], b["baris"], str(b["kolom"]), str(b["tercetak"])
            bersel = tercetak and not berkas.endswith(".yml")
            ke = jangkar_sel(berkas, baris, kolom) if bersel else jangkar(berkas, baris, kolom)
            dokumen = self.sebutan.tempat.get(str(b["id"]), "")
            sel = self.sebutan.letak(berkas, baris, kolom)
            alasan = self.alasan.get(str(b["id"]), "")
            yield Letak(tercetak, dokumen, sel, f"sumber.html#{ke}", alasan, b["asal"] == buku.KOREKSI)


def _terhitung(b: Mapping[str, Any]) -> bool:
    return b["rumus"] not in _BUKAN_HITUNGAN and bool(b["dari"])


def _induk(b: Mapping[str, Any]) -> list[str]:
    """Return the ids that a figure was reckoned from, without those that only state the same."""
    return list(dict.fromkeys(i for peran, i in buku.induk(b["dari"]) if peran not in _SERUPA))

"""What becomes of a note when one cell holds another figure: the test of whether that cell is its cause."""

from __future__ import annotations

import math
import re
from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lkip_lib.checks.akar.andaian_deret import berasio, uji_deret
from lkip_lib.checks.bukti.dukungan import dasar_capaian
from lkip_lib.checks.bukti.jaringan import jaringan
from lkip_lib.checks.bukti.kendala import BATAS, BELANJA, JUMLAH, LAIN, PERSEN, TEPAT, Kendala
from lkip_lib.checks.bukti.ketelitian import BUKAN_MASUKAN, hitung_ulang
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.cetak.replikasi import BENAR, letak_hitungan
from lkip_lib.checks.keluarga.narasi_angka import mengeja
from lkip_lib.checks.registry import DAFTAR, Konteks, Sifat
from lkip_lib.ledger import ANGKA, HITUNG, buat_id, induk, polos
from lkip_lib.rumus.ungkapan import baca

DINYATAKAN = "dinyatakan"
# Which constraint of the budget a note reports.
_KENDALA = {Sifat.PERSEN: PERSEN, Sifat.JUMLAH: JUMLAH, Sifat.BATAS: BATAS, Sifat.BELANJA: BELANJA,
            Sifat.TERLEWAT: JUMLAH}  # fmt: skip
# A mean or a capaian after the bounds.
_BERBATAS = re.compile(r"(capaian|rata_rata)_persen")
_TERBANYAK = 12  # cells of one computed figure for which a figure is sought that would bear the printed one out

Ganti = Mapping[str, float]
Uji = Callable[[Ganti], bool]


@dataclass(frozen=True, slots=True)
class Sandaran:
    """Hold what a note rests on: figures and cells, whether it goes when some of them change, and to what one might.

    `luas` counts the cells alone; `selisih` is the amount by which two sides of the budget differ, 0 where none do.
    """

    sel: frozenset[str]
    luas: int
    uji: Uji | None = None
    usul: tuple[tuple[str, float], ...] = ()
    selisih: float = 0.0


class Andaian:
    """Ask of the notes of one run what other figures would make of them."""

    def __init__(self, konteks: Konteks) -> None:
        self._k, self.ledger = konteks, konteks.ledger
        self.jaring = jaringan(konteks)
        self._asli = {polos(s): s for s in self.jaring.nilai}
        self._milik: dict[str, frozenset[str]] = {}
        self._jalur: dict[str, frozenset[str]] = {}
        self._isi: dict[tuple[Any, ...], Any] = {}
        self._kendala = {(k.jenis, k.sel[0]): k for k in self.jaring.kendala}
        self._hitungan = {b["nilai_id"]: b for b in konteks.baris("ketik/tercetak/hitungan")}

    def sandaran(self, kode: str, id: str, bukti: Sequence[str]) -> Sandaran:
        """Tell what a note of a check, on a figure and its evidence, rests on."""
        sifat = DAFTAR[kode].sifat
        jenis = next((_KENDALA[s] for s in sifat if s in _KENDALA), "")
        dikenal = [i for i in bukti if i in self.ledger]
        if Sifat.TERCAPAI in sifat and id in self.ledger:  # a target to come that this year's realisasi has reached
            dikenal += dasar_capaian(self._k, str(self.ledger[id]["subjek"]))[1:]
        if berasio(sifat, id, self.ledger):
            kini = buat_id("riwayat", str(self.ledger[id]["subjek"]), "realisasi", tahun=self._k.tahun)
            dikenal = [i for i in (kini, *dikenal) if i in self.ledger]
        if kendala := self._kendala.get((jenis, dikenal[0] if Sifat.TERLEWAT in sifat else id)):
            return self._terlewat(kendala, id) if Sifat.TERLEWAT in sifat else self._anggaran(kendala, id)
        sel = frozenset({polos(id)}).union(*map(self.jalur, dikenal))
        luas = len(frozenset({polos(id)}).union(*map(self.milik, dikenal)))
        if id not in self.ledger:
            return Sandaran(sel, luas)
        if Sifat.MENGULANG in sifat and (jumlah := self._diulang(id)):
            # Another figure of the part's own, or one of the whole that is the sum of its parts.
            sel, beda = sel | {polos(jumlah.sel[0])}, self._selisih(jumlah)
            return Sandaran(sel, luas, lambda g: polos(id) in g or self._genap(jumlah, g), (), beda)
        if Sifat.BATAS in sifat and dikenal:
            return Sandaran(sel, luas, lambda g: bool(self.isi(id, g) <= self.isi(dikenal[0], g)))
        if Sifat.TERBILANG in sifat and dikenal:
            return Sandaran(sel, luas, lambda g: mengeja(str(self.ledger[id]["tercetak"]), self.isi(dikenal[0], g)))
        if deret := uji_deret(sifat, id, dikenal, self.ledger, self.isi):
            return Sandaran(sel, luas, deret[0], tuple(self._di_sel(deret[1])))
        lawan = self._lawan(sifat, id, dikenal)
        if not lawan:
            return Sandaran(sel, luas)
        sel = sel.union(*(self.jalur(i) for pilihan in lawan for i in pilihan))
        usul, beda = tuple(self._usul(id, lawan)), 0.0
        if polos(id) in self._asli and len(dikenal) == 1:
            beda = abs(float(self.ledger[id]["nilai"]) - float(self.ledger[dikenal[0]]["nilai"]))
        return Sandaran(sel, luas, lambda g: all(any(self._sepakat(id, i, g) for i in p) for p in lawan), usul, beda)

    def merusak(self, ganti: Ganti, *, tercetak: bool = True) -> int:
        """Count what holds now and would not if some cells held other figures, printed ones too unless told."""
        kini, nanti = self.jaring.nilai, self._dengan(ganti)
        anggaran = (k for s in ganti for k in self.jaring.pada.get(self._asli.get(s, s), ()) if k.jenis != LAIN)
        rusak = sum(k.periksa(kini) is True and k.periksa(nanti) is False for k in anggaran)
        cetak = ((p, i) for p, i in (self._cocok if tercetak else ()) if not self.jalur(i).isdisjoint(ganti))
        return rusak + sum(not self._sepakat(p, i, ganti) for p, i in cetak)

    def setarget(self, s: str) -> tuple[str, ...]:
        """Return the cells of other documents that print the same target as one does, that cell first."""
        b = self._target.get(s)
        sama = (t for t, lain in self._target.items() if t != s and b and lain == b)
        return (s, *sama)

    @cached_property
    def _target(self) -> dict[str, tuple[Any, ...]]:
        kunci = ("indikator", "tahun", "periode", "target")
        return {polos(b["target_id"]): tuple(b[k] for k in kunci) for b in self._k.baris("ketik/target")}

    def lapis(self, selisih: Iterable[float]) -> Iterator[tuple[tuple[str, float], ...]]:
        """Yield the cells from a total down to one row, all moved by an amount by which something differs.

        No sum on the way fails as it is printed, and none would then: the rows above took the row's figure over.
        """
        jumlah = {k.sel[0]: k for k in self.jaring.kendala if k.jenis == JUMLAH}
        bawah = {a for k in jumlah.values() for a in k.sel[1:]}
        for beda in dict.fromkeys(d for v in selisih for d in (v, -v)):
            for puncak in (s for s in jumlah if s not in bawah):
                yield from self._turun(puncak, beda, jumlah)

    def _turun(self, s: str, beda: float, jumlah: Mapping[str, Kendala]) -> Iterator[tuple[tuple[str, float], ...]]:
        nilai = self.jaring.nilai[s] + beda
        k = jumlah.get(s)
        if nilai < 0 or (k and k.periksa(self.jaring.nilai) is False):
            return
        if not k:
            yield ((polos(s), nilai),)
        for anak in k.sel[1:] if k else ():
            yield from (((polos(s), nilai), *lain) for lain in self._turun(anak, beda, jumlah))

    def milik(self, id: str) -> frozenset[str]:
        """Return the cells that a figure rests on, those left out that only state the same or are overruled."""
        if id not in self._milik:
            self._milik[id] = frozenset()  # a figure met again on the way adds nothing
            dari = self._dibaca(id)
            self._milik[id] = frozenset({polos(id)} if not dari else ()).union(*(self.milik(i) for _, i in dari))
        return self._milik[id]

    def jalur(self, id: str) -> frozenset[str]:
        """Return the figures that lie between one and its cells, both ends included."""
        if id not in self._jalur:
            self._jalur[id] = frozenset()
            self._jalur[id] = frozenset({self._nama(id)}).union(*(self.jalur(i) for _, i in self._dibaca(id)))
        return self._jalur[id]

    def _nama(self, id: str) -> str:
        """Name a cell, or what is computed of an indicator whatever the document of its target."""
        b = self.ledger[id]
        return id.replace(f".{b['dokumen']}.", ".") if b["asal"] == HITUNG and b["dokumen"] else polos(id)

    def isi(self, id: str, ganti: Ganti) -> Any:
        """Return a figure of the ledger, or its class, as it would be if some cells held other figures."""
        b = self.ledger[id]
        if self._nama(id) in ganti:
            return ganti[self._nama(id)]
        if self.jalur(id).isdisjoint(ganti):
            return b["label"] if b["label"] and b["nilai"] != b["nilai"] else float(b["nilai"])
        kunci = (id, *ganti.items())
        if kunci not in self._isi:  # many notes ask after the same figure
            self._isi[kunci] = self._hitung(b, ganti)
        return self._isi[kunci]

    def _hitung(self, b: Mapping[str, Any], ganti: Ganti) -> Any:
        dibaca = [(p, self.ledger[i], self.isi(i, ganti)) for p, i in self._dibaca(b["id"])]
        if b["ungkapan"] not in self._rumus:
            return dibaca[0][2] if len(dibaca) == 1 else math.nan
        baris = [(p, _berisi(sel, isi)) for p, sel, isi in dibaca]
        awal = next((n for n, (_, sel) in enumerate(baris) if sel["nilai"] == sel["nilai"]), 0)
        return hitung_ulang(baca(self._rumus[b["ungkapan"]]), baris, [(awal, baris[awal][1]["nilai"])])[0]

    def _dibaca(self, id: str) -> list[tuple[str, str]]:
        b = self.ledger[id]
        dari = [(p, i) for p, i in induk(b["dari"]) if p not in BUKAN_MASUKAN and i in self.ledger]
        sendiri = [(p, i) for p, i in dari if p == DINYATAKAN and self.ledger[i]["status_nilai"] == ANGKA]
        return [] if polos(id) != id else sendiri or dari

    def _dengan(self, ganti: Ganti) -> Mapping[str, float]:
        return ChainMap({self._asli[s]: v for s, v in ganti.items() if s in self._asli}, self.jaring.nilai)

    def _anggaran(self, k: Kendala, id: str) -> Sandaran:
        if k.jenis == PERSEN:
            usul = list(self._menurut_persen(k).items())
        else:
            usul = [(s, v) for s in k.sel for v in k.memberi(s, self.jaring.nilai)]
        return Sandaran(
            frozenset(map(polos, (id, *k.sel))),
            len(k.sel),
            lambda g: self._genap(k, g),
            tuple((polos(s), v) for s, v in usul if v > 0),
            self._selisih(k),
        )

    def _terlewat(self, k: Kendala, id: str) -> Sandaran:
        """Let only another figure of the sum undo that it left a row out: one of a row would hide by how much."""
        s = polos(k.sel[0])
        usul = tuple((s, v) for v in k.memberi(k.sel[0], self.jaring.nilai) if v > 0)
        sel = frozenset({polos(id), s})
        return Sandaran(sel, len(k.sel), lambda g: s in g and self._genap(k, g), usul, self._selisih(k))

    def _selisih(self, k: Kendala) -> float:
        lain = k.memberi(k.sel[0], self.jaring.nilai) if k.jenis in TEPAT else ()
        return abs(lain[0] - self.jaring.nilai[k.sel[0]]) if lain else 0.0

    def _diulang(self, id: str) -> Kendala | None:
        """Return the sum of which a cell is a part and whose figure it repeats."""
        pada = (k for k in self.jaring.pada.get(id, ()) if k.jenis == JUMLAH and k.sel[0] != id)
        return next((k for k in pada if self.jaring.nilai[k.sel[0]] == self.jaring.nilai[id]), None)

    def _genap(self, k: Kendala, ganti: Ganti) -> bool:
        return k.periksa(self._dengan(ganti)) is True

    def _menurut_persen(self, k: Kendala) -> dict[str, float]:
        """Return what each cell of a percentage would be by the two others: an amount as near as that tells."""
        persen, pagu, realisasi = (self.jaring.nilai[s] for s in k.sel)
        if not persen * pagu * realisasi > 0:
            return {}
        dapat = (realisasi / pagu * 100, float(round(realisasi / persen * 100)), float(round(pagu * persen / 100)))
        return dict(zip(k.sel, dapat, strict=True))

    def _lawan(self, sifat: Collection[Sifat], id: str, bukti: Sequence[str]) -> list[list[str]]:
        """Return the figures that a note's own must equal, each with the ways in which it may be told."""
        if Sifat.SAMA_SEMUA in sifat or Sifat.SAMA in sifat:
            lawan = list(bukti) if Sifat.SAMA_SEMUA in sifat else list(bukti[:1])
        else:
            lawan = letak_hitungan(self._k, self._hitungan[id]) if id in self._hitungan else []
        return [[i, *self._batas(i)] for i in lawan]

    def _batas(self, id: str) -> Iterator[str]:
        """Return the same capaian or mean before or after the bounds."""
        mentah = "_mentah_persen" in id
        lain = id.replace("_mentah_persen", "_persen") if mentah else _BERBATAS.sub(r"\1_mentah_persen", id)
        if lain != id and lain in self.ledger:
            yield lain

    def _usul(self, id: str, lawan: Sequence[Sequence[str]]) -> Iterator[tuple[str, float]]:
        sendiri = float(self.ledger[id]["nilai"])
        for i in (p for pilihan in lawan for p in pilihan):
            sel, nilai = self.milik(i), float(self.ledger[i]["nilai"])
            if self.ledger[i]["label"] and nilai != nilai:
                continue
            if id in self._hitungan and polos(i) not in sel:
                # What was printed in its place, from which other printed figures may follow.
                yield self._nama(i), sendiri
            if len(sel) == 1:
                yield next(iter(sel)), sendiri
            elif len(sel) <= _TERBANYAK:
                yield from ((s, v) for s in sorted(sel) for v in self._balik(i, s, sendiri))
            if id not in self._hitungan:
                yield from ((polos(id), v) for v in {nilai: 0, **dict.fromkeys(self._seteliti(id, nilai), 0)})

    def _balik(self, id: str, s: str, ingin: float) -> Iterator[float]:
        """Seek what a cell must hold for a figure to be another, where the figure follows it along a line."""
        if s not in self.ledger or ingin != ingin:
            return
        awal, kini = float(self.ledger[s]["nilai"]), float(self.ledger[id]["nilai"])
        langkah = abs(awal) * 0.01 or 1.0
        lain = self.isi(id, {s: awal + langkah})
        if not math.isnan(awal + kini + lain) and lain != kini:
            yield from self._seteliti(s, awal + (ingin - kini) / (lain - kini) * langkah)

    def _seteliti(self, s: str, nilai: float) -> Iterable[float]:
        """Return a figure as exactly as its cell is printed, and with two decimals."""
        return dict.fromkeys(round(nilai, n) for n in (desimal(str(self.ledger[s]["tercetak"]), ""), 2))

    def _di_sel(self, usul: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
        """Yield figures at the one cell that each rests on."""
        for id, v in usul:
            if len(self.milik(id)) == 1:
                (s,) = self.milik(id)
                yield from ((s, n) for n in self._seteliti(s, v))

    def _sepakat(self, satu: str, dua: str, ganti: Ganti) -> bool:
        a, b = self.isi(satu, ganti), self.isi(dua, ganti)
        if isinstance(a, str) or isinstance(b, str):
            return str(self.ledger[satu]["tercetak"]).casefold() == str(b).casefold()
        return not math.isnan(a + b) and setara(a, self._teliti(satu, ganti), b)

    def _teliti(self, id: str, ganti: Ganti) -> int:
        """Return the decimals of a figure as printed; another in its place may have fewer, not below two."""
        b = self.ledger[id]
        tercetak = desimal(str(b["tercetak"]), str(b["satuan"])) if b["tercetak"] else 2
        nilai = ganti.get(self._nama(id), math.nan)
        return 2 if tercetak > 2 and round(nilai, 2) == nilai else tercetak

    @cached_property
    def _rumus(self) -> Mapping[str, str]:
        return self._k.ungkapan()

    @cached_property
    def _cocok(self) -> list[tuple[str, str]]:
        """Pair the printed cells that are right with the figures that they repeat."""
        r = (b["id"] for b in self._k.baris("replikasi") if b["verdik"] in BENAR)
        semua = ((p, i) for p in r for i in letak_hitungan(self._k, self._hitungan[p]))
        return [(p, i) for p, i in semua if self._sepakat(p, i, {})]


def _berisi(b: Mapping[str, Any], isi: Any) -> Mapping[str, Any]:
    if isinstance(isi, str) or isi != isi or isi == b["nilai"]:
        return b if not isinstance(isi, str) else {**b, "label": isi}
    return {**b, "nilai": isi, "status_nilai": ANGKA}

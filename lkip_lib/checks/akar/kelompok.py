"""Put the notes of one cause under one root, a job: mended first, it takes the others with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import pandas as pd

from lkip_lib.checks.akar.andaian import Andaian, Ganti
from lkip_lib.checks.akar.butir import Butir
from lkip_lib.checks.akar.geser import rantai_geser
from lkip_lib.checks.akar.pekerjaan import beri_kode
from lkip_lib.checks.akar.sepola import baris_hilang, kunci_pagu_lain, kunci_sepola, kunci_target, nama_serupa, sekolom
from lkip_lib.checks.akar.tahan import jadikan_kandidat
from lkip_lib.checks.bukti.precision import setara
from lkip_lib.checks.registry import DAFTAR, TINGKAT, Konteks, Sifat
from lkip_lib.frames import catatan
from lkip_lib.ledger import HITUNG, TERCETAK, polos
from lkip_lib.rumus.capaian import rata_rata_mentah

_LUAS = 6  # cells from which on evidence is too wide to tell which of them is to blame

Angka = tuple[tuple[str, float], ...]  # cells and what they would hold


def kelompokkan_akar(semua: pd.DataFrame, konteks: Konteks) -> pd.DataFrame:
    """Name for each note the root that it follows from (`akar`), "" for a root itself, and the code of its job.

    Notes are one job when other figures in the same cells would make them all go; when they say of one cell that it is
    wrong, or rest on such a cell; when they are the same mistake in several places. Where printed figures agree on
    another figure of a table, none of them is proved wrong by that table.
    """
    pekerjaan = _Pekerjaan(semua, konteks)
    berakar = semua.assign(akar=pekerjaan.akar() if len(semua) else "")
    berakar = jadikan_kandidat(berakar, [n in pekerjaan.sepakat for n in range(len(berakar))])
    return berakar.assign(pekerjaan=beri_kode(catatan(berakar)))


class _Pekerjaan:
    """Join the notes of a run, rule by rule."""

    def __init__(self, semua: pd.DataFrame, konteks: Konteks) -> None:
        self.k, self.andaian = konteks, Andaian(konteks)
        self.butir = [
            self._butir(n, b) for n, b in enumerate(catatan(semua)) if Sifat.CARA_BACA not in DAFTAR[b["kode"]].sifat
        ]
        self._atas = list(range(len(semua)))
        self.sepakat: set[int] = set()  # notes of printed figures that agree on another figure of a table
        self.sebab: dict[str, tuple[float, Butir]] = {}  # cells found to be a cause, what they should hold, and a note

    def _butir(self, n: int, b: dict[str, Any]) -> Butir:
        id, ledger = str(b["_id_ledger"]), self.andaian.ledger
        angka = id in ledger and ledger[id]["kolom"] == b["kolom"]  # else it is of a name or a word in that row
        sel = polos(id) if angka else f"{b['tabel']} {b['baris']} {b['kolom']}"
        sandaran = self.andaian.sandaran(b["kode"], id, b["_bukti"])
        return Butir(n, b, sel, sandaran, ledger[sel] if angka else {})

    def akar(self) -> list[str]:
        """Return the root of each note."""
        self._satu_angka()
        self._terlewat()
        self._tertukar()
        self._satu_sel()
        self._bersama()
        self._bersandar()
        self._sepola()
        kelompok: dict[int, list[Butir]] = {}
        for b in self.butir:
            kelompok.setdefault(self._puncak(b), []).append(b)
        hasil = [""] * len(self._atas)
        for milik in kelompok.values():
            utama = min(milik, key=lambda b: self._peringkat(b, milik))
            for b in milik:
                hasil[b.urutan] = "" if b is utama else str(utama.isi["id"])
        return hasil

    def _peringkat(self, b: Butir, milik: Sequence[Butir]) -> tuple[Any, ...]:
        """Order the notes of a job: the cell found to be its cause first, then what most of the others rest on."""
        dirujuk = sum(b.sel in lain.sandaran.sel for lain in milik if lain is not b)
        tingkat = TINGKAT.index(b.isi["tingkat"])
        return (not (b.menuduh and b.sel in self.sebab), not b.menuduh, tingkat, -dirujuk, -b.isi["_bobot"], b.urutan)

    def _puncak(self, b: Butir) -> int:
        n = b.urutan
        while self._atas[n] != n:
            n = self._atas[n]
        return n

    def _bersebab(self) -> set[int]:
        """Return the jobs of which the cause is found."""
        return {self._puncak(b) for _, b in self.sebab.values()}

    def _gabung(self, milik: Iterable[Butir]) -> None:
        puncak = sorted({self._puncak(b) for b in milik})
        for n in puncak[1:]:
            self._atas[n] = puncak[0]

    def _menurut(self, kunci: Callable[[Butir], Any]) -> None:
        """Join the notes of which something is the same; where it is None, nothing is said."""
        kelompok: dict[Any, list[Butir]] = {}
        for b in self.butir:
            if (k := kunci(b)) is not None:
                kelompok.setdefault(k, []).append(b)
        for milik in kelompok.values():
            self._gabung(milik)

    def _satu_angka(self) -> None:
        """Find the cells of which one other figure would make two notes or more go, those with most first.

        An amount that every row above it takes over is one figure too; so is a target that two documents print.
        """
        satu = dict.fromkeys((s, round(v, 4)) for b in self.butir for s, v in b.sandaran.usul if not math.isnan(v))
        usul = [tuple((t, v) for t in semua) for s, v in satu for semua in {(s,), self.andaian.setarget(s)}]
        lapis = dict.fromkeys(self.andaian.lapis(b.sandaran.selisih for b in self.butir if b.sandaran.selisih))
        hilang = {k: {b for b in self.butir if self._hilang(b, dict(k))} for k in (*usul, *lapis)}
        rusak = {k: 0 if k in lapis else self._rusak(k, h) for k, h in hilang.items() if len(h) > 1}
        self.sepakat |= {b.urutan for k, h in hilang.items() if len(h) > 1 for b in self._sepakat(k, h)}
        while mungkin := {k: len(hilang[k]) - n for k, n in rusak.items() if len(hilang[k]) > max(1, n)}:
            k = max(mungkin, key=lambda k: (mungkin[k], len(hilang[k]), any(b.sel == k[0][0] for b in hilang[k]), k))
            milik = hilang[k]
            self._gabung(milik)
            for s, v in k:
                self.sebab.setdefault(s, (v, min(milik, key=lambda b: b.urutan)))
            hilang = {k: h - milik for k, h in hilang.items()}

    def _rusak(self, k: Angka, milik: Iterable[Butir]) -> int:
        """Count what another figure would break; sentences alone may all follow one that stands in no table.

        Where a note says of the cell itself that it is wrong, what is printed after it is as wrong as the cell.
        """
        sekalimat = all(b.isi["tabel"] == "tercetak/pernyataan" for b in milik)
        dituduh = any(b.menuduh and b.sel == k[0][0] for b in milik)
        return 0 if sekalimat else self.andaian.merusak(dict(k), tercetak=not dituduh)

    def _sepakat(self, k: Angka, milik: Collection[Butir]) -> Iterable[Butir]:
        """Return the printed figures that another figure of a table would make right, where more speaks for it.

        A note of the tables does, what a table and a sentence both print in its place, or as many different printed
        figures as would be wrong then.
        """
        sel, ledger = k[0][0], self.andaian.ledger
        cetak = [b for b in milik if b.tercetak]
        if sel not in ledger or ledger[sel]["asal"] in (HITUNG, TERCETAK) or not cetak:
            return ()
        lagi = {b.isi["tabel"] for b in cetak if b.figur.get("besaran") == ledger[sel]["besaran"]}
        beda = {(b.figur.get("besaran"), b.isi["tercetak"]) for b in cetak}
        lain = len(cetak) < len(milik) or len(lagi) > 1
        return cetak if lain or (len(beda) > 1 and self.andaian.merusak(dict(k)) <= len(beda)) else ()

    def _hilang(self, b: Butir, ganti: Ganti) -> bool:
        if b.sandaran.sel.isdisjoint(ganti):
            return False
        return b.sandaran.uji(ganti) if b.sandaran.uji else b.sel in ganti and b.menuduh and len(ganti) == 1

    def _terlewat(self) -> None:
        """Join the pagu and the realisasi of a total that are both short of the same row."""
        baris = self.k.baris("ketik/anggaran")
        for induk in baris:
            dua = [(k, polos(induk[f"{k}_id"])) for k in ("pagu_rp", "realisasi_rp")]
            if all(s in self.sebab for _, s in dua):
                kurang = [round(self.sebab[s][0] - induk[k], 2) for k, s in dua]
                if any(b["dokumen"] == induk["dokumen"] and [b[k] for k, _ in dua] == kurang for b in baris):
                    self._gabung(self.sebab[s][1] for _, s in dua)

    def _tertukar(self) -> None:
        """Join the cells of which each should hold what another of them holds: they changed places, or slipped."""
        di: dict[str, list[Butir]] = {}
        for b in (b for b in self.butir if b.sandaran.uji and not (b.ber(Sifat.BATAS) or b.ber(Sifat.MENGULANG))):
            for s in b.sandaran.sel:
                di.setdefault(s, []).append(b)

        def hilang(s: str, v: float) -> list[Butir]:
            return [b for b in di[s] if b.sandaran.uji and b.sandaran.uji({s: v})]

        semua_rantai = list(rantai_geser(self.k, di, lambda s, v: bool(hilang(s, v))))
        for putaran in (True, False):  # a round tells more than a slip
            for rantai, ujung in (r for r in semua_rantai if (r[1] == "") is putaran):
                milik = {s: (v, hilang(s, v)) for s, v in rantai.items()}
                tersebab = self._bersebab()
                akhir = [b for b in self.butir if b.sel == ujung and self._puncak(b) not in tersebab]
                self._gabung([*akhir, *(b for _, semua in milik.values() for b in semua)])
                self.sebab = {s: (v, semua[0]) for s, (v, semua) in milik.items() if semua} | self.sebab
            self._bersama()

    def _bersama(self) -> None:
        """Let the notes follow that go when all the cells of one cause are changed together."""
        ganti: dict[int, dict[str, float]] = {}
        for s, (v, b) in self.sebab.items():
            ganti.setdefault(self._puncak(b), {})[s] = v
        for b in self.butir:
            uji, sel = b.sandaran.uji, b.sandaran.sel
            sebab = [n for n, g in ganti.items() if uji and not sel.isdisjoint(g) and uji(g)]
            if len(sebab) == 1:
                self._gabung(c for c in self.butir if c is b or c.urutan == sebab[0])

    def _satu_sel(self) -> None:
        """Join what is said of one cell, of the pagu and the realisasi of one row, and of a figure stated twice."""
        self._menurut(lambda b: b.sel if b.menuduh or b.ber(Sifat.BATAS) or not b.figur else None)
        self._menurut(lambda b: (b.kode, b.isi["tabel"], b.isi["baris"]) if b.ber(Sifat.SEBARIS) else None)
        self._menurut(lambda b: b.sel if b.ber(Sifat.SEBARIS) else None)
        for b in self.butir:
            tertuduh = [s for s in self.andaian.setarget(b.sel) if s in self.sebab]
            if tertuduh and b.isi["keluarga"] == "target" and not b.sandaran.uji:
                self._gabung([b, self.sebab[tertuduh[0]][1]])
            if b.ber(Sifat.SETARA):
                sel = {b.sel, *(polos(i) for i in b.isi["_bukti"])}
                self._gabung([b, *(c for c in self.butir if c.sel in sel and c.menuduh)])

    def _satu_target(self, b: Butir) -> None:
        """Join what is said of a target to the one job in which it differs from another document's."""
        sel = self.andaian.setarget(b.sel)
        lain = [c for c in self.butir if c.ber(Sifat.ANTARDOKUMEN) and not c.sandaran.sel.isdisjoint(sel)]
        if len({self._puncak(c) for c in lain}) == 1:
            self._gabung([b, lain[0]])

    def _sepola(self) -> None:
        """Join one mistake made in several places."""
        for kunci in kunci_sepola():
            self._menurut(kunci)
        pagu_lain = kunci_pagu_lain(self.k)
        tak_sejumlah = {self._puncak(b) for b in self.butir if b.ber(Sifat.JUMLAH)}  # there the amounts are wrong
        self._menurut(lambda b: None if self._puncak(b) in tak_sejumlah else pagu_lain(b))
        tersebab, target = self._bersebab(), kunci_target(self.k)
        self._menurut(lambda b: None if self._puncak(b) in tersebab else target(b))
        self._gabung_pasangan(nama_serupa(self.butir))
        tunggal = [b for b in self.butir if sum(self._puncak(c) == self._puncak(b) for c in self.butir) == 1]
        self._gabung_pasangan(baris_hilang(tunggal))
        for b in tunggal:
            if b.isi["keluarga"] == "target" and b.figur and not b.sandaran.uji:
                self._satu_target(b)
        for milik in sekolom(b for b in self.butir if self._puncak(b) not in tersebab):
            self._gabung(milik)

    def _gabung_pasangan(self, pasangan: Iterable[tuple[Butir, Butir]]) -> None:
        for dua in pasangan:
            self._gabung(dua)

    def _bersandar(self) -> None:
        """Let a note follow the one cell among its evidence that is to blame."""
        tuduh = {s: b for s, (_, b) in self.sebab.items()}
        for b in self.butir:
            if b.menuduh:
                tuduh.setdefault(b.sel, b)
        for b in (b for b in self.butir if not b.ber(Sifat.MANDIRI) and not (b.menuduh and b.sel in self.sebab)):
            bukti = {polos(i) for i in b.isi["_bukti"]}
            sel = [s for s in sorted(bukti | b.sandaran.sel) if s != b.sel and s in tuduh]
            sempit = b.sandaran.luas <= _LUAS and len(bukti) <= _LUAS
            ikut = [tuduh[s] for s in sel if self._ikut(b, s, tuduh[s], sempit)]
            if len({self._puncak(c) for c in ikut}) == 1:
                self._gabung([b, ikut[0]])

    def _ikut(self, b: Butir, s: str, sebab: Butir, sempit: bool) -> bool:
        """Tell whether a note follows from a cell: it would go, or nothing can be asked and it has little else."""
        if s not in self.andaian.ledger or math.isnan(float(self.andaian.ledger[s]["nilai"])):
            return sempit or s in b.sandaran.sel
        if b.sandaran.uji and s in b.sandaran.sel:
            benar = [self.sebab[s][0]] if s in self.sebab else [v for t, v in sebab.sandaran.usul if t == s]
            return any(b.sandaran.uji({s: v}) for v in benar)
        return sempit or self._menurut_cetak(b, s)

    def _menurut_cetak(self, b: Butir, s: str) -> bool:
        """Tell whether a printed mean or word follows the printed figures that its note cites."""
        ledger = self.andaian.ledger
        if b.ber(Sifat.SEBARIS_CETAK):
            return bool(ledger[s]["berkas"] == b.isi["berkas"])
        if not b.ber(Sifat.RATA_RATA) or b.sel not in ledger:
            return False
        anggota = [float(ledger[i]["nilai"]) for i in b.isi["_bukti"] if i in ledger and ledger[i]["tercetak"]]
        return len(anggota) > 1 and setara(float(ledger[b.sel]["nilai"]), 2, float(rata_rata_mentah(anggota, 1)))

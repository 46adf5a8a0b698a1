"""The hand that slips: it plants one cause with all that follows from it, and can take it out again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from benchmarks.akar.lembar import Lembar, Turunan
from benchmarks.pemeriksaan.anggaran import Simpul
from benchmarks.pemeriksaan.kesalahan import Penanam, Ubahan
from benchmarks.pemeriksaan.kinerja import Indikator
from benchmarks.pemeriksaan.model import LANGGAR, UTUH, Baris, Instansi, Sel, banding_sel, bulat

_DEKAT = 0.6  # how often the next slip is looked for beside an earlier one


@dataclass(eq=False)
class Sebab:
    """Hold one planted cause.

    `ubahan` are the cells that print something else than was meant, the slip itself and what was copied or computed
    from it; `terkait` are the further cells that contradict them, by the constraints of the generator.
    """

    jenis: str
    ubahan: tuple[Ubahan, ...]
    cetak: tuple[tuple[str, Any, int], ...]
    terkait: frozenset[Sel] = field(default=frozenset())

    @property
    def sel(self) -> frozenset[Sel]:
        return frozenset(u.sel for u in self.ubahan)

    def pasang(self) -> None:
        """Print the slip."""
        for u, isi in zip(self.ubahan, self.cetak, strict=True):
            _isi(u.sel, *isi)

    def cabut(self) -> None:
        """Print what was meant."""
        for u in self.ubahan:
            _isi(u.sel, u.teks_benar, u.benar, u.desimal_benar)


def _isi(sel: Sel, teks: str, nilai: Any, desimal: int) -> None:
    if sel.kolom in sel.baris.nilai:
        sel.baris.isi(sel.kolom, teks, nilai, desimal)
    else:
        sel.baris.teks[sel.kolom] = teks
    if sel.baris.tabel == "tercetak/pernyataan" and sel.kolom == "nilai":
        sel.baris.teks["kutipan"] = f"tercatat {teks} dalam laporan"


class Pelaku(Penanam):
    """Plant causes in one clean agency, each on the report as it was meant, none on a cell of another."""

    def __init__(self, instansi: Instansi, acak: random.Random) -> None:
        super().__init__(instansi, acak)
        self.lembar = Lembar(instansi)
        self.sebab: list[Sebab] = []
        self.subjek: set[str] = set()
        # What a slip contradicts though no constraint says so: a card, a name.
        self.melawan: set[Sel] = set()

    def coba(self, jenis: str, fungsi: Callable[[Pelaku], bool]) -> Sebab | None:
        """Plant one cause of a kind and leave it in; None where there is no place for it, or nothing contradicts it."""
        for s in self.sebab:
            s.cabut()
        self._baru, self.melawan = [], set()
        jadi = fungsi(self)
        sebab = Sebab(jenis, tuple(self._baru), tuple((u.sel.teks, u.sel.nilai, u.sel.desimal) for u in self._baru))
        langgar = [k for k, hasil in self.i.dilanggar().items() if hasil == LANGGAR] if jadi else []
        sebab.terkait = frozenset(s for k in langgar for s in k.inti) | self.melawan - sebab.sel
        sebab.cabut()
        rusak = any(teks and nilai is None and u.sel.kolom in u.sel.baris.nilai
                    for u, (teks, nilai, _) in zip(sebab.ubahan, sebab.cetak, strict=True))  # fmt: skip
        diterima = bool(jadi and sebab.ubahan and (sebab.terkait or rusak)) and not sebab.sel & self.terpakai
        if diterima:
            self.sebab.append(sebab)
            self.terpakai |= sebab.sel
            self.subjek |= {subjek(u.sel.baris) for u in sebab.ubahan}
        for s in self.sebab:
            s.pasang()
        return sebab if diterima else None

    def ubah(self, sel: Sel, teks: str, nilai: Any, desimal: int = 0) -> bool:
        """Print something else in a cell; what was meant is remembered once."""
        if any(u.sel == sel for u in self._baru):
            sel.baris.isi(sel.kolom, teks, nilai, desimal)
            return True
        return super().ubah(sel, teks, nilai, desimal)

    def salin(self, sel: Iterable[Sel], nilai: Fraction, desimal: int) -> bool:
        """Print one number in several places."""
        return sum([self.ganti_angka(s, nilai, desimal) for s in sel]) > 0

    def ikut(self, *lapis: str) -> bool:
        """Compute anew what follows from the changed cells by some steps; always True, to end a slip with."""
        berubah = {u.sel for u in self._baru}
        for t in self.lembar.isi:
            if t.lapis in lapis and t.sel not in berubah and t.dari & berubah and self._tulis(t):
                berubah.add(t.sel)
        return True

    def _tulis(self, t: Turunan) -> bool:
        x = t.hitung()
        if x is None or banding_sel(t.sel, x) == UTUH:
            return False
        if isinstance(x, Fraction):
            return self.ganti_angka(t.sel, bulat(x, max(t.sel.desimal, 0)))
        return self.ubah(t.sel, str(x), x)

    def pilih_indikator(self, syarat: Callable[[Indikator], object]) -> Indikator | None:
        """Choose an indicator, often one that an earlier slip touched, or its neighbour under one sasaran."""
        calon = [k for k in self.indikator if syarat(k)]
        sasaran = {k.sasaran for k in self.indikator if k.kode in self.subjek}
        return self._dekat(calon, [k for k in calon if k.sasaran in sasaran])

    def pilih_simpul(self, syarat: Callable[[Simpul], object]) -> Simpul | None:
        """Choose a budget node, often a sibling, the parent or a child of one that an earlier slip touched."""
        calon = [n for n in self.simpul if syarat(n)]
        kena = [n for n in self.simpul if n.kode in self.subjek]
        tetangga = {id(m) for n in kena for m in (n, *n.anak, n.induk, *(n.induk.anak if n.induk else ()))}
        return self._dekat(calon, [n for n in calon if id(n) in tetangga])

    def _dekat(self, calon: list[Any], dekat: list[Any]) -> Any:
        milik = dekat if dekat and self.acak.random() < _DEKAT else calon
        return self.acak.choice(milik) if milik else None

    def tentang(self, kode: str, jenis: str, *besaran: str) -> list[Sel]:
        """List the claims about one subject of this year."""
        return [s for s in self.klaim(jenis, *besaran) if s.baris.teks["subjek"] == kode
                and s.baris.teks["lingkup"] == "instansi" and s.baris.teks["tahun"] == str(self.i.tahun)]  # fmt: skip


def subjek(baris: Baris) -> str:
    """Name what a row is about."""
    return next((baris.teks[k] for k in ("indikator", "subjek", "anggaran", "kode") if baris.teks.get(k)), "")

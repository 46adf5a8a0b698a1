"""Where figures stand in the workbook: which figure a cell shows, how it was made, and which cell is its home."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkip_lib.buku.bahan import Bahan
from lkip_lib.langkah.sesi import Pilihan
from lkip_lib.ledger import induk
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.ledger.deklarasi import Angka, Hitung, Salinan, Tercatat
from lkip_lib.ledger.nomor import Nomor
from lkip_lib.ledger.terapan import ikat
from lkip_lib.publish.workbook.sheet import PERSEN, Kolom, Letak, kosong
from lkip_lib.rumus.bahasa import Simpul
from lkip_lib.rumus.excel import Pecahan
from lkip_lib.rumus.ungkapan import baca

Peran = Mapping[str, Sequence[str]]


@dataclass(eq=False, frozen=True)
class Bagian:
    """Hold rows of declared tables on a sheet: where they begin, which figures stand in columns called otherwise."""

    lembar: str
    tabel: tuple[str, ...]
    frame: pd.DataFrame
    awal: int = 0
    sebagai: Mapping[str, str] | None = None
    tambahan: tuple[str, ...] = ()  # figures that a cell of the notebooks added

    def figur(self, kunci: str) -> str:
        """Name the figure that stands in a column, "" where these rows have none."""
        f = kunci if self.sebagai is None else self.sebagai.get(kunci, "")
        return f if f and self.dikenal(f) else ""

    def dikenal(self, figur: str) -> bool:
        return bool(self.asal(figur)[0]) or figur in self.tambahan or f"{figur}_id" in self.frame

    def asal(self, figur: str) -> tuple[str, Angka]:
        """Return the table that declares a figure, one that makes it first; what none declares is as it stands."""
        milik = [(t, TABEL[t].angka[figur]) for t in self.tabel if figur in TABEL[t].angka]
        return next((m for m in milik if not isinstance(m[1], Salinan)), (milik or [("", Tercatat())])[0])


@dataclass(frozen=True, slots=True)
class Tempat:
    """Say where a cell stands."""

    lembar: str
    kunci: str
    baris: int


class Denah:
    """Know the figures of the ledger and the cells that show them.

    A figure is at home in the first cell that shows it, that of the table which computes it before others; one that
    only repeats another is that one.
    """

    def __init__(self, bahan: Bahan, kolom: dict[str, list[Kolom]], bagian: Sequence[Bagian]) -> None:
        self.kolom, self.bagian, self.ledger = kolom, bagian, bahan.ledger
        self.bantu: dict[tuple[str, str], set[int]] = {}  # columns that were added, with the rows that need them
        self._pilihan = Pilihan(bahan.kebijakan, bahan.params)
        self._nomor = Nomor(TABEL, bahan.tahun)
        self._ungkapan = dict(zip(bahan.rumus["kode"], bahan.rumus["ungkapan"], strict=True))
        self._ingat: dict[Any, Any] = {}
        self.susun()

    def susun(self) -> None:
        """Find the cells of all figures anew."""
        banyak = {n: max(b.awal + len(b.frame) for b in self.bagian if b.lembar == n) for n in self.kolom}
        self.letak = {n: Letak(n, k, banyak[n]) for n, k in self.kolom.items()}
        semua = []
        for b, kunci, f in self.kolom_angka():
            dihitung = isinstance(b.asal(f)[1], Hitung)
            for i, (akar, id) in enumerate(zip(self.akar(b, f), self.id(b, f), strict=True)):
                if akar and self.perlu(b, kunci, i):
                    semua.append((not (dihitung and akar == id), akar, Tempat(b.lembar, kunci, b.awal + i)))
        self.tempat: dict[str, list[Tempat]] = {}
        for _, akar, tempat in sorted(semua, key=lambda s: s[0]):
            self.tempat.setdefault(akar, []).append(tempat)

    def kolom_angka(self) -> Iterator[tuple[Bagian, str, str]]:
        """Yield every column of figures: the rows, the column, the figure."""
        for b in self.bagian:
            for k in self.kolom[b.lembar]:
                if f := b.figur(k.kunci):
                    yield b, k.kunci, f

    def perlu(self, b: Bagian, kunci: str, i: int) -> bool:
        """Tell whether a cell is shown: one of a column that was added only where something reads it."""
        return (b.lembar, kunci) not in self.bantu or b.awal + i in self.bantu[b.lembar, kunci]

    def di_rumah(self, b: Bagian, kunci: str, figur: str, i: int) -> bool:
        semua = self.tempat.get(self.akar(b, figur)[i])
        return not semua or semua[0] == Tempat(b.lembar, kunci, b.awal + i)

    def di_dekat(self, id: str, lembar: str, baris: int) -> Tempat | None:
        """Find the cell of a figure: that of the same row, else its home."""
        semua = self.tempat.get(id, [])
        return next((t for t in semua if (t.lembar, t.baris) == (lembar, baris)), semua[0] if semua else None)

    def alamat(self, t: Tempat, dari: str) -> str:
        """Return the address of a cell, as another sheet or its own calls it."""
        letak = self.letak[t.lembar]
        alamat = letak[t.kunci, t.baris] if t.lembar == dari else letak.luar(t.kunci, t.baris)
        return Pecahan(alamat) if self.berpersen(t.lembar, t.kunci) else alamat

    def areal(self, lembar: str, kunci: str, baris: Sequence[int], dari: str) -> str:
        """Return the areas of some rows of a column, as another sheet or its own calls them."""
        alamat = self.letak[lembar].rentang(kunci, baris, lembar != dari)
        return Pecahan(alamat) if self.berpersen(lembar, kunci) else alamat

    def berpersen(self, lembar: str, kunci: str) -> bool:
        """Tell whether the cells of a column are of the percent type."""
        return any(k.kunci == kunci and k.bentuk == PERSEN for k in self.kolom[lembar])

    # ---- figures
    def id(self, b: Bagian, figur: str) -> list[str]:
        """Return the ids of a column of figures, "" where there is none."""
        kunci = ("id", b, figur)
        if kunci not in self._ingat:
            self._ingat[kunci] = self._id(b, figur)
        hasil: list[str] = self._ingat[kunci]
        return hasil

    def _id(self, b: Bagian, figur: str) -> list[str]:
        tabel, asal = b.asal(figur)
        match asal:
            case Tercatat() if figur in b.tambahan:
                return [i if i in self.ledger else "" for i in self._nomor.id(b.tabel[0], b.frame, figur)]
            case Tercatat():
                nama = asal.id or f"{figur}_id"
                teks = [v.split() if isinstance(v, str) else [] for v in b.frame.get(nama, [""] * len(b.frame))]
                return [t[0] if t and "=" not in t[0] else "" for t in teks]
            case Salinan():
                return list(self._nomor.id(asal.tabel, b.frame, asal.kolom or figur, asal.kunci))
        return list(self._nomor.id(tabel, b.frame, figur))

    def akar(self, b: Bagian, figur: str) -> list[str]:
        """Return the figures that a column of figures shows, each by the id of the one that it repeats."""
        kunci = ("akar", b, figur)
        if kunci not in self._ingat:
            self._ingat[kunci] = [self._satu_akar(b, figur, i, id) for i, id in enumerate(self.id(b, figur))]
        hasil: list[str] = self._ingat[kunci]
        return hasil

    def _satu_akar(self, b: Bagian, figur: str, i: int, id: str) -> str:
        if id in self.ledger or (s := self.menurut_deklarasi(b, figur, i)) is None or s.op != "kolom":
            return self.asal(id)
        k = self.bernama(b, figur, s.isi[0])
        return (self.akar(b, k)[i] if k in b.frame or b.asal(k)[0] else "") or id

    def asal(self, id: str) -> str:
        """Follow a figure that only repeats another to that one."""
        while (s := self.pohon(id)) is not None and s.op == "kolom" and (lain := self.dari(id).get(s.isi[0])):
            id = lain[0]
        return id

    def nilai(self, b: Bagian, figur: str, i: int) -> Any:
        return b.frame[figur].iloc[i] if figur in b.frame else self.nilai_id(self.id(b, figur)[i])

    def nilai_id(self, id: str) -> Any:
        """Return the value of a figure, or its word; None when there is none."""
        if id not in self.ledger:
            return None
        return self.ledger[id]["label"] if kosong(self.ledger[id]["nilai"]) else self.ledger[id]["nilai"]

    # ---- how they were made
    def pohon(self, id: str) -> Simpul | None:
        """Return the tree that a figure was computed by."""
        kode = str(self.ledger[id]["ungkapan"]) if id in self.ledger else ""
        return baca(self._ungkapan[kode]) if kode in self._ungkapan else None

    def dari(self, id: str) -> Peran:
        """Return what a figure was computed from: its parents by their role."""
        hasil: dict[str, list[str]] = {}
        for peran, i in induk(str(self.ledger[id]["dari"])) if id in self.ledger else []:
            hasil.setdefault(peran, []).append(i)
        return hasil

    def menurut_deklarasi(self, b: Bagian, figur: str, i: int) -> Simpul | None:
        """Return the tree by which a row's figure is declared to be computed."""
        kunci = ("deklarasi", b, figur)
        if kunci not in self._ingat:
            hasil: list[Simpul | None] = [None] * len(b.frame)
            asal = b.asal(figur)[1]
            if isinstance(asal, Hitung):
                for _, pohon, baris in ikat(asal.rumus, b.frame, self._pilihan, asal.kolom).pada(b.frame).bagian:
                    while pohon.op == "rumus":
                        pohon = pohon.isi[1]
                    for j in baris.tolist():
                        hasil[j] = pohon
            self._ingat[kunci] = hasil
        s: Simpul | None = self._ingat[kunci][i]
        return s

    def dibaca(self, b: Bagian, i: int, figur: str, peran: str) -> str:
        """Name the column of the same row that the formula of a cell reads under a name, "" when there is none."""
        id = self.akar(b, figur)[i]
        k = self.bernama(b, self._pemilik(b).get(id, ""), peran) if id in self.ledger else self.bernama(b, figur, peran)
        return k if k in b.frame or b.asal(k)[0] else ""

    def bernama(self, b: Bagian, figur: str, peran: str) -> str:
        """Name the column that a name of a formula stands for by its declaration."""
        asal = b.asal(figur)[1]
        return asal.kolom.get(peran, peran) if isinstance(asal, Hitung) else peran if figur in b.tambahan else ""

    def _pemilik(self, b: Bagian) -> Mapping[str, str]:
        """Map the figures that these tables compute to their columns."""
        if ("pemilik", b) not in self._ingat:
            angka = [f for t in b.tabel for f in TABEL[t].angka if isinstance(b.asal(f)[1], Hitung)]
            self._ingat["pemilik", b] = {i: f for f in (*b.tambahan, *angka) for i in self.id(b, f) if i}
        hasil: Mapping[str, str] = self._ingat["pemilik", b]
        return hasil

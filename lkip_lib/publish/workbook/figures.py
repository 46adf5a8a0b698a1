"""The cells of figures: an input, the formula of the tree that it was computed by, or another cell repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import sebut
from lkip_lib.ledger.deklarasi import Hitung
from lkip_lib.publish.workbook.places import Bagian, Denah, Peran, Tempat
from lkip_lib.publish.workbook.sheet import PERSEN, Kolom, Sel, hitung, kata, kosong, masukan, tetap
from lkip_lib.rumus import bahasa, excel
from lkip_lib.rumus.bahasa import Simpul, beranggota, kolom_dibaca
from lkip_lib.rumus.nilai import BELUM_DIISI, Nilai, cabang
from lkip_lib.rumus.tulis import kalimat

_TERPANJANG = 8000  # Excel holds 8,192 characters of a formula
_INI = bahasa.Kolom("ini")
Kurang = tuple[str, str, str, int]


class Papan(Denah):
    """Make the cells of figures.

    What a formula reads beside other figures and no sheet shows gets a column beside it (`bantu` declares it); a figure
    of which nothing that it was made of is shown is an input.
    """

    def __init__(
        self, bahan: Bahan, kolom: dict[str, list[Kolom]], bagian: Sequence[Bagian], bantu: Callable[[str, str], Kolom]
    ) -> None:
        super().__init__(bahan, kolom, bagian)
        while kurang := list(self._kurang()):
            for lembar, pembaca, figur, baris in kurang:
                milik = [k.kunci for k in self.kolom[lembar]]
                if figur not in milik:
                    letak = self._letak_bantu(lembar, milik, pembaca, figur)
                    self.kolom[lembar].insert(letak, bantu(lembar, figur))
                    self.bantu[lembar, figur] = set()
                self.bantu[lembar, figur].add(baris)
            self.susun()

    def _letak_bantu(self, lembar: str, milik: list[str], pembaca: str, figur: str) -> int:
        """Say where a column goes: after the one of which it tells more (as `target_bawah`), else before its reader."""
        pokok = figur.rpartition("_")[0]
        sudah = sum((lembar, k) in self.bantu and k.rpartition("_")[0] == pokok for k in milik)
        return milik.index(pokok) + 1 + sudah if pokok in milik else milik.index(pembaca)

    # ---- cells
    def sel(self, b: Bagian, kunci: str, i: int, bentuk: str = "") -> Sel:
        """Make a cell of a column of figures."""
        figur, bentuk = b.figur(kunci), bentuk or (PERSEN if self.berpersen(b.lembar, kunci) else "")
        nilai, id = self.nilai(b, figur, i), self.akar(b, figur)[i]
        if not self.perlu(b, kunci, i):
            return Sel()
        if not self.di_rumah(b, kunci, figur, i):
            return self.ulang(id, b.lembar, bentuk, nilai)
        s, alamat = self._resep(b, figur, i)
        if s is None:
            return masukan(nilai, bentuk) if id in self.ledger else tetap(nilai, bentuk)
        return self._sel(s, alamat, id, nilai, bentuk)

    def ulang(self, id: str, lembar: str, bentuk: str = "", nilai: Any = None) -> Sel:
        """Repeat the cell of a figure on another sheet; the figure of a group that has none is computed there."""
        nilai = self.nilai_id(id) if nilai is None else nilai
        asal = self.asal(id)
        if asal in self.tempat:
            sana = self.alamat(self.tempat[asal][0], lembar)
            return hitung(excel.rumus(_INI, {"ini": sana}, bentuk == PERSEN), nilai, bentuk)
        s = self.pohon(asal)
        if s is None or not beranggota(s):
            return tetap(nilai, bentuk)
        return self._sel(s, self._anggota(s, self.dari(asal), lembar), asal, nilai, bentuk)

    def _sel(self, s: Simpul, alamat: Mapping[str, str], id: str, nilai: Any, bentuk: str) -> Sel:
        tanpa_anggota = beranggota(s) and not any(alamat.values()) and not self.dari(id)
        if not alamat or tanpa_anggota or not excel.bernilai(s):
            return tetap(nilai, bentuk)
        tampak = any(alamat.values())
        if not tampak or not all(alamat[k] for k in excel.pasti(s)):
            return masukan(nilai, bentuk) if id in self.ledger and not (tampak and kosong(nilai)) else Sel()
        rumus = excel.rumus(s, {k: a or excel.TIADA for k, a in alamat.items()}, bentuk == PERSEN)
        return hitung(rumus, nilai, bentuk, excel.berlarik(s)) if len(rumus) < _TERPANJANG else tetap(nilai, bentuk)

    def sebutan(self, b: Bagian, figur: str, i: int) -> str:
        """Say in words the formula that a row took."""
        id = self.akar(b, figur)[i]
        s = self.pohon(id)
        if s is None:
            return ""
        isi = {p: self.nilai_id(self.dari(id)[p][0]) if p in self.dari(id) else None for p in kolom_dibaca(s)}
        larik = {p: Nilai(np.array([np.nan if kosong(v) else v]), np.array([BELUM_DIISI * kosong(v)], np.int8))
                 for p, v in isi.items()}  # fmt: skip
        pohon, _ = cabang(s, larik, 1)[0]
        teks, nama = kalimat(pohon, "", sebut), kata(str(self.ledger[id]["rumus"]))
        if kolom_dibaca(pohon) and pohon.op != "jika":
            return teks
        return f"{nama}: {teks}" if pohon.op == "angka" else nama

    # ---- what a cell reads
    def _resep(self, b: Bagian, figur: str, i: int) -> tuple[Simpul | None, dict[str, str]]:
        """Return the tree of a cell, with the addresses of what it reads, "" of what stands nowhere.

        A figure without a value may have no row in the ledger: then its declaration tells.
        """
        id = self.akar(b, figur)[i]
        ada = id in self.ledger
        s = self.pohon(id) if ada or not kosong(self.nilai(b, figur, i)) else self.menurut_deklarasi(b, figur, i)
        if s is None:
            return None, {}
        if beranggota(s):
            return s, self._anggota(s, self.dari(id) if ada else self._anggota_deklarasi(b, figur, i), b.lembar)
        hasil = {}
        for peran in kolom_dibaca(s):
            ids, k = self.dari(id).get(peran, ()), self.dibaca(b, i, figur, peran)
            sendiri = self.akar(b, k)[i] if k else ""
            tempat = self.di_dekat(self.asal(ids[0]) if ids else sendiri, b.lembar, b.awal + i)
            if tempat is None and k and ada and (not ids or self.asal(ids[0]) == sendiri):
                tampak = (t.kunci for t in self.kolom[b.lembar] if b.figur(t.kunci) == k)
                tempat = next((Tempat(b.lembar, t, b.awal + i) for t in tampak), None)
            dapat = tempat and (ada or not k or self._dapat(b, k, i))
            hasil[peran] = self.alamat(tempat, b.lembar) if tempat and dapat else ""
        return s, hasil

    def _dapat(self, b: Bagian, figur: str, i: int) -> bool:
        """Tell whether a figure is known, or may come to be by its declaration."""
        if self.akar(b, figur)[i] in self.ledger:
            return True
        s = self.menurut_deklarasi(b, figur, i)
        if s is None or not excel.bernilai(s):
            return False
        if beranggota(s):
            return any(self._anggota_deklarasi(b, figur, i).values())
        return all((k := self.dibaca(b, i, figur, p)) and self._dapat(b, k, i) for p in excel.pasti(s))

    def _anggota(self, s: Simpul, dari: Peran, lembar: str) -> dict[str, str]:
        """Return the areas in which the members of a group stand, a row a member; nothing when they do not."""
        peran = kolom_dibaca(s)
        ids = [[self.asal(i) for i in dari.get(p, ())] for p in peran]
        if not ids[0] or len({len(i) for i in ids}) > 1:
            return dict.fromkeys(peran, "")
        for nama in dict.fromkeys(t.lembar for t in self.tempat.get(ids[0][0], [])):
            baris: list[int] = []
            kunci = [""] * len(peran)
            for anggota in zip(*ids, strict=True):
                di = [{t.baris: t.kunci for t in self.tempat.get(i, []) if t.lembar == nama} for i in anggota]
                bersama = sorted(set.intersection(*map(set, di)) - set(baris))
                if not bersama:
                    break
                baris.append(bersama[0])
                kunci = [d[bersama[0]] for d in di]
            else:
                return {p: self.areal(nama, k, baris, lembar) for p, k in zip(peran, kunci, strict=True)}
        return dict.fromkeys(peran, "")

    def _anggota_deklarasi(self, b: Bagian, figur: str, i: int) -> Peran:
        """Name the members that a group has by its declaration."""
        asal = b.asal(figur)[1]
        assert isinstance(asal, Hitung)
        milik = next((m for m in self.bagian if asal.anggota in m.tabel), None)
        if milik is None:
            return {}
        ikut = np.ones(len(milik.frame), bool)
        for anggota, kelompok in asal.per:
            ikut &= (milik.frame[anggota] == b.frame[kelompok].iloc[i]).to_numpy()
        semua = {p: self.id(milik, self.bernama(b, figur, p)) for p in asal.rumus.angka}
        return {p: [ids[j] for j in np.flatnonzero(ikut)] for p, ids in semua.items()}

    # ---- what is read and not shown
    def _kurang(self) -> Iterator[Kurang]:
        """Yield what formulas read beside other figures and no sheet shows: sheet, column that reads, figure, row."""
        for b, kunci, f in self.kolom_angka():
            for i in range(len(b.frame)):
                s, alamat = self._resep(b, f, i) if self.di_rumah(b, kunci, f, i) else (None, {})
                if s is None or all(alamat.values()):
                    continue
                if beranggota(s):
                    yield from self._kurang_anggota(b, i, f, s)
                elif b.sebagai is None and self._dapat(b, f, i):
                    yield from self._kurang_sebaris(b, i, f, kunci, alamat)

    def _kurang_sebaris(self, b: Bagian, i: int, f: str, kunci: str, alamat: Mapping[str, str]) -> Iterator[Kurang]:
        for peran in (p for p, a in alamat.items() if not a):
            k, ids = self.dibaca(b, i, f, peran), self.dari(self.akar(b, f)[i]).get(peran, ())
            if not k or not self._dapat(b, k, i) or (ids and self.asal(ids[0]) != self.akar(b, k)[i]):
                continue
            if any(alamat.values()) or isinstance(b.asal(k)[1], Hitung):
                yield b.lembar, kunci, k, b.awal + i

    def _kurang_anggota(self, b: Bagian, i: int, f: str, s: Simpul) -> Iterator[Kurang]:
        """Yield what a group reads of its members beside what is shown of them."""
        dari = self.dari(self.akar(b, f)[i])
        ids = {p: [self.asal(j) for j in dari.get(p, ())] for p in kolom_dibaca(s)}
        tampak = next((v for v in ids.values() if v and all(j in self.tempat for j in v)), [])
        for p in (p for p, v in ids.items() if tampak and len(v) == len(tampak) and v[0] not in self.tempat):
            k = self.bernama(b, f, p)
            for satu, dua in zip(tampak, ids[p], strict=True):
                t = self.tempat[satu][0]
                m = next(m for m in self.bagian if m.lembar == t.lembar)
                if k and m.dikenal(k) and t.baris < len(m.frame) and self.akar(m, k)[t.baris] == dua:
                    yield t.lembar, t.kunci, k, t.baris

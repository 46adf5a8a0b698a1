"""What a synthetic agency prints though it can be recomputed: capaian, classes, means, percentages, efficiency."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import BagianAnggaran, Simpul
from benchmarks.pemeriksaan.cetak import Gaya, angka
from benchmarks.pemeriksaan.kinerja import BagianKinerja, Indikator
from benchmarks.pemeriksaan.model import ABU, UTUH, Instansi, Sel, banding_sel

_CAPAIAN = "capaian angka"


def pantau_sel(sel: Sel, ukur: Callable[[], Any]) -> Callable[[], int]:
    """Watch a cell against what it may say: one answer, or several of which each is right.

    It is LANGGAR when no answer fits any more, ABU when one that fitted at first does not, or cannot be computed.
    """
    semula: list[bool] = []

    def kini() -> int:
        eksak = ukur()
        pilihan = eksak if isinstance(eksak, list) else [eksak]
        hasil = [ABU if e is None else banding_sel(sel, e) for e in pilihan]
        if not semula:
            semula.extend(h == UTUH for h in hasil)
        if min(hasil) != UTUH:
            return min((h for h, e in zip(hasil, pilihan, strict=True) if e is not None), default=ABU)
        return ABU if any(s and h != UTUH for s, h in zip(semula, hasil, strict=True)) else UTUH

    kini()
    return kini


class BagianTurunan:
    """Print derived cells, each with the constraint that it follows from its sources."""

    def __init__(
        self, instansi: Instansi, acak: random.Random, gaya: Gaya, kinerja: BagianKinerja, anggaran: BagianAnggaran
    ) -> None:
        self.i, self.acak, self.gaya, self.k, self.a = instansi, acak, gaya, kinerja, anggaran
        self.p = instansi.params
        self.mentah = self.p["batas"] == "tanpa" or acak.random() < 0.2  # prints unbounded capaian
        self.sel: dict[tuple[str, str, str], Sel] = {}
        ada = acak.random()
        semua = ("capaian", "predikat", "rata", "sasaran", "banding", "keluaran", "serapan", "efisiensi", "realisasi")
        self.tingkat: dict[str, Callable[[], str | None]] = {}
        self.cetak = set(semua) if ada < 0.5 else {n for n in semua if acak.random() < 0.6} if ada < 0.9 else set()

    def buat(self) -> None:
        """Print the sections that this report has."""
        dokumen = str(self.p["dokumen_target"])
        for k in self.k.indikator.values():
            self._indikator(k, "lkip" if self.acak.random() < 0.5 else dokumen)
        if "rata" in self.cetak:
            self._rata()
        if "sasaran" in self.cetak:
            for s in self.k.sasaran:
                self._sasaran(s)
        if "keluaran" in self.cetak:
            self._keluaran()
        if "serapan" in self.cetak:
            for s in self.a.simpul:
                self._serapan(s)
        if "efisiensi" in self.cetak:
            for s in self.k.sasaran:
                self._efisiensi(s)
        self.i.catatan["hitungan"] = self.sel

    def _cetak(self, besaran: str, jenis: str, subjek: str, dokumen: str, hasil: Any, keluarga: str,
               inti: Iterable[Sel], ukur: Callable[[], Any], luas: Iterable[Sel] = (), tempat: str = "",
               tambahan: Callable[[Sel], int] | None = None) -> Sel | None:  # fmt: skip
        """Print one cell when it has a value; `ukur` computes it again from the cells as they stand."""
        if hasil is None:
            return None
        b = self.i.tambah("tercetak/hitungan", besaran=besaran, jenis_subjek=jenis, subjek=subjek,
                          nama=self._nama(jenis, subjek),
                          dokumen=dokumen, tahun=self.i.tahun, nilai="",
                          sumber=f"LKIP {self.i.tahun}, {tempat or besaran}, {subjek}")  # fmt: skip
        sel = Sel(b, "nilai")
        if isinstance(hasil, str):
            b.isi("nilai", hasil, hasil)
        else:
            self.gaya.persen(b, "nilai", hasil)

        pantau = pantau_sel(sel, ukur)

        def bandingkan() -> int:
            if sel.nilai is None:
                return UTUH
            # What was printed elsewhere may contradict this cell too, though the true sources do not.
            return max(pantau(), tambahan(sel) if tambahan else UTUH)

        self.i.wajib(f"{besaran} {jenis} {subjek}", keluarga, [sel, *inti], bandingkan, luas)
        self.sel.setdefault((besaran, jenis, subjek), sel)
        return sel

    def _nama(self, jenis: str, kode: str) -> str:
        tabel = {"indikator": "indikator", "sasaran": "sasaran", "anggaran": "anggaran"}.get(jenis, "")
        if jenis == "keluaran":
            return next(b.teks["uraian"] for b in self.i.tabel["keluaran"] if b.teks["kode"] == kode)
        return next((b.teks["nama"] for b in self.i.tabel.get(tabel, []) if b.teks["kode"] == kode), "Rata-rata")

    # Everything below is recomputed from the cells as they stand, so that a planted error changes what follows.
    def _target(self, k: Indikator, dokumen: str) -> Any:
        sel = k.sel_target[dokumen]
        return None if sel.baris.teks["jenis"] else sel.nilai

    def _mentah(self, k: Indikator, dokumen: str) -> Fraction | None:
        nyata = k.sel_realisasi[self.i.tahun][0].nilai
        return rumus.mentah(k.jenis, self._target(k, dokumen), nyata, str(self.p["rumus_turun"]))

    def _batas(self, x: Fraction | None) -> Fraction | None:
        return rumus.batasi(x, str(self.p["batas"]))

    def _sumber(self, k: Indikator, dokumen: str) -> list[Sel]:
        return [k.sel_target[dokumen], k.sel_realisasi[self.i.tahun][0]]

    def _indikator(self, k: Indikator, dokumen: str) -> None:
        sumber, mentah = self._sumber(k, dokumen), self._mentah(k, dokumen)
        tampil = mentah if self.mentah else self._batas(mentah)
        sel = None
        if "capaian" in self.cetak:
            sel = self._cetak("capaian_persen", "indikator", k.kode, dokumen, tampil, _CAPAIAN, sumber,
                              lambda: self._dua(self._mentah(k, dokumen)))  # fmt: skip
        utama = str(self.p["dokumen_target"])
        if "predikat" in self.cetak:
            self._kelas("indikator", k.kode, dokumen, lambda: self._batas(self._mentah(k, utama)), sel,
                        self._sumber(k, utama))  # fmt: skip
        nyata = k.sel_realisasi[self.i.tahun][0]
        if "realisasi" in self.cetak and self.acak.random() < 0.6:
            h = self._cetak("realisasi", "indikator", k.kode, "lkip", nyata.nilai, "capaian angka runtun", [nyata],
                            lambda: nyata.nilai, tempat="Tabel 3.2")  # fmt: skip
            if h:
                self.gaya.nilai(h.baris, "nilai", k.realisasi[self.i.tahun], k.desimal, k.satuan)
        if "banding" in self.cetak:
            self._banding(k, nyata)

    def _dua(self, mentah: Fraction | None) -> list[Fraction] | None:
        """A printed capaian is right bounded or not."""
        terbatas = self._batas(mentah)
        return None if mentah is None or terbatas is None else [mentah, terbatas]

    def _banding(self, k: Indikator, nyata: Sel) -> None:
        lalu = k.sel_realisasi.get(self.i.tahun - 1)
        if lalu and k.rumpun != "perubahan":

            def ubah() -> Fraction | None:
                a, b = nyata.nilai, lalu[0].nilai
                return None if a is None or not b else (a - b) / abs(b) * 100

            self._cetak("perubahan_persen", "indikator", k.kode, "lkip", ubah(), "runtun capaian angka narasi",
                        [nyata, *lalu], ubah)  # fmt: skip
        if "nasional" in k.sel_pembanding:
            acuan = k.sel_pembanding["nasional"]
            self._cetak("terhadap_nasional_persen", "indikator", k.kode, "lkip",
                        rumus.persen(nyata.nilai, acuan.nilai), "runtun capaian angka narasi", [nyata, acuan],
                        lambda: rumus.persen(nyata.nilai, acuan.nilai))  # fmt: skip

    def _kelas(self, jenis: str, subjek: str, dokumen: str, ukur: Callable[[], Fraction | None], sel: Sel | None,
               sumber: list[Sel]) -> None:  # fmt: skip
        baca = str(self.p["pembacaan_celah"])
        hasil = rumus.kelas(ukur(), baca)
        # Rounded to 91,00 but computed as 90,996: reports class either, so neither is printed here.
        if sel and hasil != rumus.kelas(sel.nilai, baca):
            return
        milik = ([sel] if sel else []) + (sumber if jenis == "indikator" else [])
        self._cetak("predikat", jenis, subjek, dokumen, hasil, "predikat capaian", milik,
                    lambda: rumus.kelas(ukur(), baca), sumber,
                    tambahan=lambda s: ABU if sel and sel.nilai is not None and rumus.kelas(sel.nilai, baca) != s.nilai
                    else UTUH)  # fmt: skip

    def _rata_dari(self, kode: list[str], dokumen: str, terbatas: bool) -> Fraction | None:
        milik = [self.k.indikator[n] for n in kode]
        nilai = [self._mentah(k, dokumen) for k in milik]
        return rumus.rata([self._batas(n) if terbatas else n for n in nilai], [k.bobot for k in milik])

    def _rata_mungkin(self, kode: list[str], dokumen: str) -> list[Fraction | None]:
        """Return all that the mean of a sasaran may rightly be printed as."""
        return [self._rata_dari(kode, dokumen, True), self._rata_dari(kode, dokumen, False), self._dari_baris(kode)]

    def _rata_semua(self, dokumen: str, terbatas: bool) -> Fraction | None:
        if self.p["rata_rata"] == "indikator":
            return self._rata_dari(list(self.k.indikator), dokumen, terbatas)
        per = [self._rata_dari(self._milik(s), dokumen, terbatas) for s in self.k.sasaran]
        return rumus.rata(per, [1] * len(per))

    def _milik(self, sasaran: str) -> list[str]:
        return [n for n, k in self.k.indikator.items() if k.sasaran == sasaran]

    def _tercetak(self, kode: list[str]) -> list[Sel]:
        return [s for n in kode if (s := self.sel.get(("capaian_persen", "indikator", n)))]

    def _dari_baris(self, kode: list[str]) -> Fraction | None:
        """Average the capaian as printed: many reports do just that."""
        cetak = self._tercetak(kode)
        if len(cetak) != len(kode) or any(s.nilai is None for s in cetak) or self.p["rata_rata"] == "sasaran":
            return None
        return rumus.rata([s.nilai for s in cetak], [self.k.indikator[n].bobot for n in kode])

    def _baris_salah(self, cetak: list[Sel]) -> int:
        """A mean can follow rows of which one is contradicted by its own sources: then it may be faulted or not."""
        for s in cetak:
            k = self.k.indikator[str(s.baris.teks["subjek"])]
            benar = self._dua(self._mentah(k, str(s.baris.teks["dokumen"]))) or []
            if all(banding_sel(s, x) for x in benar):
                return ABU
        return UTUH

    def _rata(self) -> None:
        dokumen, semua = str(self.p["dokumen_target"]), list(self.k.indikator)
        sumber = [s for k in self.k.indikator.values() for s in self._sumber(k, dokumen)]
        cetak = self._tercetak(semua)
        dari_baris = self.acak.random() < 0.15

        def mungkin() -> list[Fraction | None]:
            return [self._rata_semua(dokumen, True), self._rata_semua(dokumen, False), self._dari_baris(semua)]

        hasil = self._rata_semua(dokumen, not self.mentah)
        if dari_baris and hasil is not None:
            hasil = self._dari_baris(semua) or hasil
        sel = self._cetak("rata_rata_capaian_persen", "instansi", "0", dokumen, hasil, "capaian predikat angka",
                          cetak, mungkin, sumber, tambahan=lambda s: self._baris_salah(cetak))  # fmt: skip
        if sel and "predikat" in self.cetak:
            self._kelas("instansi", "0", dokumen, lambda: self._rata_semua(dokumen, True), sel, sumber)

    def _sasaran(self, kode: str) -> None:
        dokumen, milik = str(self.p["dokumen_target"]), self._milik(kode)
        sumber = [s for n in milik for s in self._sumber(self.k.indikator[n], dokumen)]

        def mungkin() -> list[Fraction | None]:
            return self._rata_mungkin(milik, dokumen)

        cetak = self._tercetak(milik)
        sel = self._cetak("capaian_persen", "sasaran", kode, "lkip", self._rata_dari(milik, dokumen, True), _CAPAIAN,
                          cetak, mungkin, sumber, "Tabel 3.2", lambda s: self._baris_salah(cetak))  # fmt: skip
        if sel and "predikat" in self.cetak:
            self._kelas("sasaran", kode, "lkip", lambda: self._rata_dari(milik, dokumen, True), sel, sumber)

    def _serapan(self, s: Simpul) -> None:
        p, r = s.sel("pagu"), s.sel("realisasi")
        self._cetak("serapan_persen", "anggaran", s.kode, "lkip", rumus.persen(r.nilai, p.nilai), "anggaran angka",
                    [p, r], lambda: rumus.persen(r.nilai, p.nilai), tempat="Tabel 3.6")  # fmt: skip

    def _program(self, sasaran: str) -> list[Simpul]:
        return [s for s in self.a.akar.anak if s.sasaran == sasaran]

    def _serapan_sasaran(self, sasaran: str) -> Fraction | None:
        dua = [[s.sel(k).nilai for s in self._program(sasaran)] for k in ("realisasi", "pagu")]
        if not dua[0] or any(n is None for d in dua for n in d):
            return None
        return rumus.persen(*(sum(d, Fraction(0)) for d in dua)) if sum(dua[1]) else None

    def _efisiensi(self, kode: str) -> None:
        dokumen, milik = str(self.p["dokumen_target"]), self._milik(kode)
        sumber = [s for n in milik for s in self._sumber(self.k.indikator[n], dokumen)]
        biaya = [s.sel(k) for s in self._program(kode) for k in ("pagu", "realisasi")]
        awal = [s for s in self.sel.values() if s.baris.teks["subjek"] == kode]

        def capaian() -> list[Fraction | None]:
            return self._rata_mungkin(milik, dokumen)

        def tingkat() -> str | None:
            tercapai = all((m := self._mentah(self.k.indikator[n], dokumen)) is not None and m >= 100 for n in milik)
            return rumus.efisiensi(str(self.p["efisiensi"]), self._rata_dari(milik, dokumen, True),
                                   self._serapan_sasaran(kode), tercapai)  # fmt: skip

        def dari_cetak(sel: Sel) -> int:
            if not c or not s or c.nilai is None or s.nilai is None:
                return UTUH
            # Only a figure that changed since it was printed right can be to blame.
            berubah = banding_sel(c, self._rata_dari(milik, dokumen, True)) or banding_sel(
                s, self._serapan_sasaran(kode)
            )
            return ABU if berubah else UTUH

        hasil = tingkat()
        # By `selisih` or `rasio` an unmet target can come out efficient; reviewers fault it, so nobody prints it here.
        belum = any((m := self._mentah(self.k.indikator[n], dokumen)) is None or m < 100 for n in milik)
        if hasil is None or (belum and hasil != "Target belum tercapai"):
            return
        c = self._cetak("capaian_persen", "sasaran", kode, "lkip", self._rata_dari(milik, dokumen, True),
                        "capaian efisiensi angka", [*self._tercetak(milik), *awal], capaian, sumber,
                        "Tabel 3.8")  # fmt: skip
        s = self._cetak("serapan_persen", "sasaran", kode, "lkip", self._serapan_sasaran(kode),
                        "anggaran efisiensi angka", biaya, lambda: self._serapan_sasaran(kode),
                        tempat="Tabel 3.8")  # fmt: skip
        e = self._cetak("tingkat_efisiensi", "sasaran", kode, "lkip", hasil, "efisiensi predikat",
                        [x for x in (c, s) if x], tingkat, [*sumber, *biaya], "Tabel 3.8", dari_cetak)  # fmt: skip
        self.tingkat[kode] = tingkat
        self.i.catatan.setdefault("efisiensi", []).append((c, s, e))

    def _keluaran(self) -> None:
        for sasaran in self.k.sasaran:
            for n, s in enumerate(self._program(sasaran), 1):
                self._baris_keluaran(sasaran, s, n)

    def _baris_keluaran(self, sasaran: str, s: Simpul, n: int) -> None:
        i, acak, sumber = self.i, self.acak, f"LKIP {self.i.tahun}, Tabel 3.5"
        dana = i.tambah("keluaran", kode=f"{sasaran}.masukan.{n}", sasaran=sasaran, anggaran=s.kode, jenis="masukan",
                        nomor=n, uraian=f"Dana {s.nama}", satuan="Rupiah", target="", realisasi="",
                        sumber=sumber)  # fmt: skip
        self.gaya.rp(dana, "target", s.pagu)
        self.gaya.rp(dana, "realisasi", s.realisasi)
        for kolom, asal in (("target", "pagu"), ("realisasi", "realisasi")):
            dua = Sel(dana, kolom), s.sel(asal)
            i.wajib(f"dana {s.kode} {kolom}", "anggaran capaian narasi angka", dua,
                    lambda d=dua: banding_sel(d[0], d[1].nilai))  # fmt: skip
        baris = [dana]
        for jenis in ("keluaran", "hasil"):
            if acak.random() < 0.8:
                satuan = "Persen" if jenis == "hasil" else acak.choice(("Orang", "Dokumen", "Laporan"))
                b = i.tambah("keluaran", kode=f"{sasaran}.{jenis}.{n}", sasaran=sasaran, anggaran=s.kode, jenis=jenis,
                             nomor=n, uraian=f"Ukuran {jenis} {s.nama}", satuan=satuan, target="", realisasi="",
                             sumber=sumber)  # fmt: skip
                t = acak.randint(10, 90)
                r = t if acak.random() < 0.5 else acak.randint(t * 8 // 10, t + 3)
                for kolom, x in (("target", t), ("realisasi", r)):
                    b.isi(kolom, angka(Fraction(x), 0), Fraction(x))
                baris.append(b)
        for b in baris:
            t, r = Sel(b, "target"), Sel(b, "realisasi")
            self._cetak("capaian_persen", "keluaran", b.teks["kode"], "lkip",
                        rumus.persen(r.nilai, t.nilai) if t.nilai else None, "capaian anggaran angka", [t, r],
                        lambda t=t, r=r: rumus.persen(r.nilai, t.nilai))  # fmt: skip

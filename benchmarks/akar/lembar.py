"""What follows from what in a report kept in a spreadsheet: each printed figure that is computed from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import Simpul
from benchmarks.pemeriksaan.cetak import terbilang
from benchmarks.pemeriksaan.kinerja import Indikator
from benchmarks.pemeriksaan.model import UTUH, Instansi, Sel, banding_sel


@dataclass(frozen=True)
class Turunan:
    """Hold one cell that follows from others; `lapis` names the kind of step, so that a slip can stop before it."""

    lapis: str
    sel: Sel
    dari: frozenset[Sel]
    hitung: Callable[[], Any]


class Lembar:
    """List the derived cells of a clean report, sources first."""

    def __init__(self, instansi: Instansi) -> None:
        self.i, self.tahun = instansi, instansi.tahun
        self.dokumen = str(instansi.params["dokumen_target"])
        self.indikator: dict[str, Indikator] = instansi.catatan["indikator"]
        self.simpul: list[Simpul] = instansi.catatan["simpul"]
        self.cetak: dict[tuple[str, str, str], Sel] = instansi.catatan["hitungan"]
        self.isi: list[Turunan] = []
        for k in self.indikator.values():
            self._capaian(k)
        for s in instansi.catatan["sasaran"]:
            self._rata(("capaian_persen", "sasaran", s), [k for k in self.indikator.values() if k.sasaran == s])
        self._rata(("rata_rata_capaian_persen", "instansi", "0"), list(self.indikator.values()))
        self._jumlah()
        for n in self.simpul:
            self._serapan(n)
        self._masukan()
        self._efisiensi()
        for sel in instansi.catatan.get("klaim", []):
            self._kalimat(sel)

    def _tambah(self, lapis: str, sel: Sel | None, dari: Iterable[Sel], *pilihan: Callable[[], Any]) -> None:
        """Add a cell; of several ways to compute it the one that it was printed by."""
        if sel is None or sel.nilai is None:
            return
        hasil = [(f, x) for f in pilihan if (x := f()) is not None]
        if isinstance(sel.nilai, Fraction):
            hasil.sort(key=lambda fx: abs(fx[1] - sel.nilai))
        if hasil:
            self.isi.append(Turunan(lapis, sel, frozenset(dari), hasil[0][0]))

    @staticmethod
    def _terpakai(sel: Sel | None, *eksak: Fraction | None) -> Fraction | None:
        """Return the exact figure, or the printed one where somebody would go on from another figure."""
        if sel is None or not isinstance(sel.nilai, Fraction) or any(banding_sel(sel, x) == UTUH for x in eksak if x):
            return eksak[0]
        return Fraction(sel.nilai)

    def mentah(self, k: Indikator, dokumen: str) -> Fraction | None:
        """Measure an indicator from the cells as they stand."""
        cara = str(self.i.params["rumus_turun"])
        return rumus.mentah(k.jenis, k.sel_target[dokumen].nilai, k.sel_realisasi[self.tahun][0].nilai, cara)

    def batas(self, x: Fraction | None) -> Fraction | None:
        return rumus.batasi(x, str(self.i.params["batas"]))

    def kelas(self, x: Fraction | None) -> str | None:
        return rumus.kelas(self.batas(x), str(self.i.params["pembacaan_celah"]))

    def capaian(self, k: Indikator) -> Fraction | None:
        """Return the capaian that the rest of the report goes on from."""
        x = self.mentah(k, self.dokumen)
        return self._terpakai(self.cetak.get(("capaian_persen", "indikator", k.kode)), x, self.batas(x))

    def sumber(self, k: Indikator) -> list[Sel]:
        """List the cells that an indicator's capaian rests on, with its own."""
        milik = [k.sel_target[self.dokumen], k.sel_realisasi[self.tahun][0]]
        sel = self.cetak.get(("capaian_persen", "indikator", k.kode))
        return [*milik, k.sel_target[sel.baris.teks["dokumen"]], sel] if sel else milik

    def rata(self, milik: list[Indikator], terbatas: bool) -> Fraction | None:
        """Average the capaian of some indicators."""
        nilai = [self.capaian(k) for k in milik]
        return rumus.rata([self.batas(n) if terbatas else n for n in nilai], [k.bobot for k in milik])

    def rata_semua(self, terbatas: bool) -> Fraction | None:
        """Average over the agency as its policy says."""
        semua = list(self.indikator.values())
        if self.i.params["rata_rata"] == "indikator":
            return self.rata(semua, terbatas)
        per = [self.rata([k for k in semua if k.sasaran == s], terbatas) for s in self.i.catatan["sasaran"]]
        return rumus.rata(per, [1] * len(per))

    def _capaian(self, k: Indikator) -> None:
        sel = self.cetak.get(("capaian_persen", "indikator", k.kode))
        nyata = k.sel_realisasi[self.tahun][0]
        if sel:
            dokumen = sel.baris.teks["dokumen"]
            self._tambah("capaian", sel, [k.sel_target[dokumen], nyata], lambda: self.mentah(k, dokumen),
                         lambda: self.batas(self.mentah(k, dokumen)))  # fmt: skip
        self._tambah("kelas", self.cetak.get(("predikat", "indikator", k.kode)), self.sumber(k),
                     lambda: self.kelas(self.capaian(k)))  # fmt: skip
        self._tambah("salin", self.cetak.get(("realisasi", "indikator", k.kode)), [nyata], lambda: nyata.nilai)
        acuan, lalu = k.sel_pembanding.get("nasional"), k.sel_realisasi.get(self.tahun - 1)
        if lalu:
            self._tambah("banding", self.cetak.get(("perubahan_persen", "indikator", k.kode)), [nyata, lalu[0]],
                         lambda: perubahan(nyata, lalu[0]))  # fmt: skip
        if acuan:
            self._tambah("banding", self.cetak.get(("terhadap_nasional_persen", "indikator", k.kode)),
                         [nyata, acuan], lambda: rumus.persen(nyata.nilai, acuan.nilai))  # fmt: skip

    def _rata(self, kunci: tuple[str, str, str], milik: list[Indikator]) -> None:
        def dari(terbatas: bool) -> Fraction | None:
            return self.rata_semua(terbatas) if kunci[1] == "instansi" else self.rata(milik, terbatas)

        sumber = [s for k in milik for s in self.sumber(k)]
        sel = self.cetak.get(kunci)
        self._tambah("rata", sel, sumber, lambda: dari(True), lambda: dari(False))
        self._tambah("kelas", self.cetak.get(("predikat", *kunci[1:])), [*sumber, *([sel] if sel else [])],
                     lambda: self.kelas(self._terpakai(sel, dari(True), dari(False))))  # fmt: skip

    def _jumlah(self) -> None:
        for n in reversed(self.simpul):
            anak = [a for a in n.anak if a.tercetak]
            for kolom in ("pagu", "realisasi") if n.lengkap and anak else ():
                milik = [a.sel(kolom) for a in anak]
                self._tambah("jumlah", n.sel(kolom), milik, lambda m=milik: total(m))

    def _serapan(self, n: Simpul) -> None:
        p, r = n.sel("pagu"), n.sel("realisasi")
        self._tambah("serapan", self.cetak.get(("serapan_persen", "anggaran", n.kode)), [p, r],
                     lambda: rumus.persen(r.nilai, p.nilai))  # fmt: skip

    def _masukan(self) -> None:
        simpul = {n.kode: n for n in self.simpul}
        for b in self.i.tabel.get("keluaran", []):
            n = simpul.get(b.teks["anggaran"])
            t, r = Sel(b, "target"), Sel(b, "realisasi")
            if b.teks["jenis"] == "masukan" and n:
                for sel, asal in ((t, n.sel("pagu")), (r, n.sel("realisasi"))):
                    self._tambah("masukan", sel, [asal], lambda a=asal: a.nilai)
            self._tambah("masukan", self.cetak.get(("capaian_persen", "keluaran", b.teks["kode"])), [t, r],
                         lambda t=t, r=r: rumus.persen(r.nilai, t.nilai))  # fmt: skip

    def _efisiensi(self) -> None:
        for c, s, e in self.i.catatan.get("efisiensi", []):
            ada = next((x for x in (c, s, e) if x), None)
            if ada is None:
                continue
            kode = ada.baris.teks["subjek"]
            milik = [k for k in self.indikator.values() if k.sasaran == kode]
            program = [n for n in self.simpul if n.dalam == 1 and n.sasaran == kode]
            biaya = [n.sel(kolom) for kolom in ("realisasi", "pagu") for n in program]
            sumber = [x for k in milik for x in self.sumber(k)]

            def capaian(milik: list[Indikator] = milik, kode: str = kode) -> Fraction | None:
                sel = self.cetak.get(("capaian_persen", "sasaran", kode))
                return self._terpakai(sel, self.rata(milik, True), self.rata(milik, False))

            def serapan(program: list[Simpul] = program) -> Fraction | None:
                r, p = (total([n.sel(kolom) for n in program]) for kolom in ("realisasi", "pagu"))
                return rumus.persen(r, p)

            def tingkat(
                milik: list[Indikator] = milik,
                c: Sel | None = c,
                s: Sel | None = s,
                dua: tuple[Callable[[], Fraction | None], ...] = (capaian, serapan),
            ) -> str | None:
                tercapai = all((m := self.capaian(k)) is not None and m >= 100 for k in milik)
                x, y = (self._terpakai(sel, f()) for sel, f in zip((c, s), dua, strict=True))
                return rumus.efisiensi(str(self.i.params["efisiensi"]), x, y, tercapai)

            self._tambah("efisiensi", c, sumber, capaian)
            self._tambah("serapan", s, biaya, serapan)
            self._tambah("efisiensi", e, [*sumber, *biaya, *(x for x in (c, s) if x)], tingkat)

    def _kalimat(self, sel: Sel) -> None:
        b = sel.baris.teks
        if b["lingkup"] == "instansi" and str(b["tahun"]) == str(self.tahun):
            if b["subjek"] in self.indikator:
                self._kalimat_indikator(sel, self.indikator[b["subjek"]])
            elif b["subjek"] == "0":
                self._kalimat_instansi(sel)
            elif b["besaran"] == "tingkat_efisiensi":
                tabel = [e for _, _, e in self.i.catatan["efisiensi"] if e and e.baris.teks["subjek"] == b["subjek"]]
                self._salin("kalimat", sel, *tabel)
        if b["besaran"] == "belanja_rp":
            self._salin("salin", sel, *(Sel(x, "realisasi") for x in self.i.tabel["belanja"]
                                        if x.teks["kode"] == b["subjek"]))  # fmt: skip
        acuan = self.indikator[b["subjek"]].sel_pembanding.get(b["lingkup"]) if b["subjek"] in self.indikator else None
        if b["besaran"] == "selisih_poin" and acuan:
            nyata = self.indikator[b["subjek"]].sel_realisasi[self.tahun][0]
            self._tambah("banding", sel, [nyata, acuan], lambda: selisih(nyata, acuan))

    def _salin(self, lapis: str, sel: Sel, *asal: Sel) -> None:
        if asal:
            self._tambah(lapis, sel, asal[:1], lambda: asal[0].nilai)

    def _kalimat_indikator(self, sel: Sel, k: Indikator) -> None:
        nyata, lalu = k.sel_realisasi[self.tahun][0], k.sel_realisasi.get(self.tahun - 1)
        match sel.baris.teks["jenis"], sel.baris.teks["besaran"]:
            case "angka", "realisasi":
                self._salin("salin", sel, nyata)
            case "angka", "target":
                self._salin("salin", sel, k.sel_target[self.dokumen])
            case "angka", "capaian_persen":
                self._tambah("kalimat", sel, self.sumber(k), lambda: self.capaian(k),
                             lambda: self.batas(self.capaian(k)))  # fmt: skip
            case "predikat", "predikat":
                self._salin("kalimat", sel, *filter(None, [self.cetak.get(("predikat", "indikator", k.kode))]))
            case "angka", "perubahan_persen" if lalu:
                self._tambah("banding", sel, [nyata, lalu[0]], lambda: perubahan(nyata, lalu[0]),
                             lambda: None if (x := perubahan(nyata, lalu[0])) is None else abs(x))  # fmt: skip

    def _kalimat_instansi(self, sel: Sel) -> None:
        akar: Simpul = self.i.catatan["akar"]
        p, r = akar.sel("pagu"), akar.sel("realisasi")
        match sel.baris.teks["jenis"], sel.baris.teks["besaran"]:
            case "angka", "rata_rata_capaian_persen":
                self._salin("kalimat", sel, self.cetak[("rata_rata_capaian_persen", "instansi", "0")])
            case "predikat", "predikat":
                self._salin("kalimat", sel, self.cetak[("predikat", "instansi", "0")])
            case "angka", "pagu_rp":
                self._salin("salin", sel, p)
            case "angka", "realisasi_rp":
                self._salin("salin", sel, r)
            case "angka", "serapan_persen":
                self._tambah("kalimat_uang", sel, [p, r], lambda: rumus.persen(r.nilai, p.nilai))
            case "terbilang", besaran:
                asal = p if besaran == "pagu_rp" else r
                self._tambah("salin", sel, [asal], lambda: asal.nilai and f"{terbilang(int(asal.nilai))} rupiah")


def total(sel: Iterable[Sel]) -> Fraction | None:
    """Add cells up; an unreadable one leaves no sum."""
    nilai = [s.nilai for s in sel]
    return None if not nilai or None in nilai else sum(nilai, Fraction(0))


def perubahan(kini: Sel, lalu: Sel) -> Fraction | None:
    """Take the change against last year as a share of it."""
    return None if kini.nilai is None or not lalu.nilai else (kini.nilai - lalu.nilai) / abs(lalu.nilai) * 100


def selisih(kini: Sel, acuan: Sel) -> Fraction | None:
    """Take the distance from a benchmark."""
    return None if None in (kini.nilai, acuan.nilai) else abs(kini.nilai - acuan.nilai)

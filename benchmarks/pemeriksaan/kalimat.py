"""The sentences of a synthetic agency, as the transcriber writes them down: figures, counts, directions, years."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import BagianAnggaran
from benchmarks.pemeriksaan.cetak import Gaya, terbilang
from benchmarks.pemeriksaan.kinerja import BagianKinerja, Indikator
from benchmarks.pemeriksaan.model import ABU, UTUH, Instansi, Sel, sama
from benchmarks.pemeriksaan.turunan import BagianTurunan, pantau_sel

_SATUAN = {"Persen": "%", "Nilai": "Nilai", "Orang": "orang", "Kasus": "kasus"}


class BagianKalimat:
    """Claim what is true, each claim with its constraint."""

    def __init__(self, instansi: Instansi, acak: random.Random, gaya: Gaya, kinerja: BagianKinerja,
                 anggaran: BagianAnggaran, turunan: BagianTurunan) -> None:  # fmt: skip
        self.i, self.acak, self.gaya, self.k, self.a, self.t = instansi, acak, gaya, kinerja, anggaran, turunan
        self.tahun = instansi.tahun
        self.n = 0

    def buat(self) -> None:
        """Write the sentences of each chapter."""
        self._tahun()
        self._jumlah()
        self._uang()
        for k in self.k.indikator.values():
            if self.acak.random() < 0.7:
                self._indikator(k)
        self._rata()
        for (besaran, _, subjek), sel in list(self.t.sel.items()):
            if besaran == "tingkat_efisiensi" and self.acak.random() < 0.7:
                self._klaim("predikat", besaran, subjek, sel.nilai, "narasi efisiensi predikat", [sel],
                            lambda s=sel, t=self.t.tingkat[subjek]: [s.nilai, t()], luas=self._luas(sel))  # fmt: skip
        for klaim in self.i.catatan.get("klaim", []):
            self._antartempat(klaim)

    def _antartempat(self, klaim: Sel) -> None:
        """Let a sentence say what the table prints, where both state the same quantity."""
        b = klaim.baris.teks
        cetak = [s for s in self._cetak_sama(b["besaran"], b["subjek"]) if sama([s, klaim]) == UTUH]
        if b["jenis"] in ("angka", "predikat") and b["lingkup"] == "instansi" and str(b["tahun"]) == str(self.tahun):
            keluarga = "narasi capaian predikat anggaran efisiensi runtun angka"
            for s in cetak:
                # A sentence that repeats a faulted cell is faulted with it, or left to its cell.
                asal = [k for k in self.i.kendala if s in k.inti and klaim not in k.inti]
                self.i.wajib(f"kalimat dan tabel {b['kode']}", keluarga, [s, klaim], lambda s=s, asal=asal: max(
                    sama([s, klaim]), ABU if any(k.ukur() != UTUH for k in asal) else UTUH))  # fmt: skip

    def _cetak_sama(self, besaran: str, subjek: str) -> list[Sel]:
        return [Sel(b, "nilai") for b in self.i.tabel.get("tercetak/hitungan", [])
                if (b.teks["besaran"], b.teks["subjek"]) == (besaran, subjek)]  # fmt: skip

    def _luas(self, sel: Sel) -> set[Sel]:
        return {s for k in self.i.kendala if sel in k.inti for s in k.luas}

    def _klaim(self, jenis: str, besaran: str, subjek: str, nilai: Any, keluarga: str, inti: Iterable[Sel],
               ukur: Callable[[], Any], teks: str = "", desimal: int = 0, lingkup: str = "instansi",
               tahun: object = None, banding: object = "", satuan: str = "",
               luas: Iterable[Sel] = ()) -> Sel:  # fmt: skip
        """Write one claim; `ukur` tells what it should say as the cells stand."""
        self.n += 1
        tulis = teks or str(nilai)
        b = self.i.tambah("tercetak/pernyataan", kode=f"P{self.n:03d}", jenis=jenis, besaran=besaran, subjek=subjek,
                          lingkup=lingkup, tahun=self.tahun if tahun is None else tahun, tahun_banding=banding,
                          nilai="", satuan=satuan, kutipan=f"tercatat {tulis} dalam laporan",
                          sumber=f"LKIP {self.tahun}, BAB III, paragraf {self.n}")  # fmt: skip
        b.isi("nilai", tulis, nilai, desimal)
        sel = Sel(b, "nilai")

        pantau: list[Callable[[], int]] = []

        def bandingkan() -> int:
            if not pantau:  # the final shape of the cell is printed after this call
                pantau.append(pantau_sel(sel, ukur))
            return pantau[0]()

        self.i.wajib(f"pernyataan {b.teks['kode']} {besaran} {subjek}", keluarga, [sel, *inti], bandingkan, luas)
        self.i.catatan.setdefault("klaim", []).append(sel)
        return sel

    def _tahun(self) -> None:
        t = self.tahun
        for besaran, nilai in (("tahun_laporan", t), ("tahun_laporan", t), ("tahun_anggaran", t)):
            self._klaim("tahun", besaran, "0", str(nilai), "narasi", [], lambda n=nilai: str(n), tahun=nilai)
        if self.acak.random() < 0.5:
            self._klaim("tahun", "tahun_rencana", "0", str(t + 1), "narasi", [], lambda: str(t + 1), tahun=t + 1)
        tahun = [int(b.teks["tahun"]) for b in self.i.tabel["target"] if b.teks["dokumen"] == "renstra"]
        renstra = f"{min(tahun)}-{max(tahun)}"
        for _ in range(self.acak.randint(1, 2)):
            self._klaim("tahun", "tahun_renstra", "0", renstra, "narasi", [], lambda: renstra, tahun="")

    def _jumlah(self) -> None:
        semua = self.a.akar.semua()
        isi = [("jumlah_tujuan", "0", len(self.i.tabel["tujuan"])), ("jumlah_sasaran", "0", len(self.k.sasaran)),
               ("jumlah_indikator", "0", len(self.k.indikator))]  # fmt: skip
        for dalam, tingkat in enumerate(("program", "kegiatan", "sub_kegiatan"), 1):
            n = sum(s.dalam == dalam for s in semua)
            if n and all(s.tercetak for s in semua if s.dalam == dalam) and self.acak.random() < 0.7:
                self._klaim("jumlah", f"jumlah_{tingkat}", "0", Fraction(n), "narasi anggaran", [],
                            lambda t=tingkat, n=n: [Fraction(n)] if self._banyak(t) == n else None, str(n),
                            satuan=tingkat.replace("_", " "))  # fmt: skip
        isi += [("jumlah_indikator", s, sum(k.sasaran == s for k in self.k.indikator.values())) for s in self.k.sasaran]
        for besaran, subjek, n in isi:
            if self.acak.random() < 0.7:
                satuan = besaran.removeprefix("jumlah_").replace("_", " ")
                self._klaim("jumlah", besaran, subjek, Fraction(n), "narasi", [], lambda n=n: Fraction(n), str(n),
                            tahun="" if subjek != "0" else None, satuan=satuan)  # fmt: skip

    def _banyak(self, tingkat: str) -> int:
        """Count the rows of a level as the report lists them now."""
        return sum(b.teks["tingkat"] == tingkat and b.teks["dokumen"] == "lkip" for b in self.i.tabel["anggaran"])

    def _uang(self) -> None:
        akar = self.a.akar
        for besaran, kolom in (("pagu_rp", "pagu"), ("realisasi_rp", "realisasi")):
            sel = akar.sel(kolom)
            if self.acak.random() < 0.8:
                teks, nilai, d = self.gaya.teks_rp(sel.nilai), sel.nilai, 0
                if self.acak.random() < 0.2:
                    teks, nilai, d = self.gaya.singkat(sel.nilai)
                self._klaim("angka", besaran, "0", nilai, "narasi anggaran angka", [sel], lambda s=sel: s.nilai, teks,
                            d, satuan="Rp")  # fmt: skip
            if self.acak.random() < 0.4:
                kata = f"{terbilang(int(sel.nilai))} rupiah"
                self._klaim("terbilang", besaran, "0", kata, "narasi anggaran angka", [sel],
                            lambda s=sel: None if s.nilai is None else f"{terbilang(int(s.nilai))} rupiah",
                            satuan="Rp")  # fmt: skip
        p, r = akar.sel("pagu"), akar.sel("realisasi")
        if p.nilai and self.acak.random() < 0.7:
            self._persen("serapan_persen", "0", rumus.persen(r.nilai, p.nilai), "narasi anggaran angka", [p, r],
                         lambda: rumus.persen(r.nilai, p.nilai))  # fmt: skip
        for b in self.i.catatan.get("belanja", []):
            if self.acak.random() < 0.5:
                sel = Sel(b, "realisasi")
                self._klaim("angka", "belanja_rp", b.teks["kode"], sel.nilai, "narasi anggaran angka", [sel],
                            lambda s=sel: s.nilai, self.gaya.teks_rp(sel.nilai), satuan="Rp")  # fmt: skip

    def _persen(self, besaran: str, subjek: str, eksak: Fraction, keluarga: str, inti: Iterable[Sel],
                ukur: Callable[[], Any], banding: object = "", luas: Iterable[Sel] = ()) -> Sel:  # fmt: skip
        sel = self._klaim("angka", besaran, subjek, eksak, keluarga, inti, ukur, satuan="%", banding=banding, luas=luas)
        self.gaya.persen(sel.baris, "nilai", eksak)
        sel.baris.teks["kutipan"] = f"tercatat {sel.teks} dalam laporan"
        return sel

    def _angka(self, besaran: str, k: Indikator, x: Fraction, d: int, keluarga: str, inti: Iterable[Sel],
               ukur: Callable[[], Any], **lain: Any) -> Sel:  # fmt: skip
        sel = self._klaim("angka", besaran, k.kode, x, keluarga, inti, ukur,
                          satuan=lain.pop("satuan", _SATUAN[k.satuan]), **lain)  # fmt: skip
        self.gaya.nilai(sel.baris, "nilai", x, d, "")
        sel.baris.teks["kutipan"] = f"tercatat {sel.teks} dalam laporan"
        return sel

    def _indikator(self, k: Indikator) -> None:
        acak, t = self.acak, self.tahun
        kini, lalu = k.sel_realisasi[t][0], k.sel_realisasi.get(t - 1, [])
        utama = k.sel_target[str(self.i.params["dokumen_target"])]
        if acak.random() < 0.7:
            self._angka("realisasi", k, kini.nilai, k.desimal, "narasi angka capaian", [kini], lambda: kini.nilai)
        if k.jenis != "rentang" and acak.random() < 0.4:
            self._angka("target", k, utama.nilai, k.desimal, "narasi angka target", [utama], lambda: utama.nilai)
        if k.capaian is not None and acak.random() < 0.4:
            tampil = k.mentah if self.t.mentah else k.capaian
            self._persen("capaian_persen", k.kode, tampil, "narasi capaian angka", [utama, kini],
                         lambda: self.t._dua(self.t._mentah(k, str(self.i.params["dokumen_target"]))))  # fmt: skip
        if k.capaian is not None and acak.random() < 0.3:
            baca = str(self.i.params["pembacaan_celah"])

            def ukur() -> str:
                return rumus.kelas(self.t._batas(self.t._mentah(k, str(self.i.params["dokumen_target"]))), baca)

            kelas = self.t.sel.get(("predikat", "indikator", k.kode))
            if kelas:
                self._klaim("predikat", "predikat", k.kode, ukur(), "narasi predikat capaian", [kelas, utama, kini],
                            ukur)  # fmt: skip
        if lalu and k.rumpun != "perubahan":
            self._gerak(k, kini, lalu)
        for lingkup, acuan in k.sel_pembanding.items():
            if acak.random() < 0.6:
                self._klaim("arah", "realisasi", k.kode, _letak(kini, acuan), "narasi runtun", [kini, acuan],
                            lambda a=acuan: _letak(kini, a), lingkup=lingkup)  # fmt: skip
            if acak.random() < 0.4:
                self._angka("realisasi", k, acuan.nilai, k.desimal, "narasi angka runtun", [acuan],
                            lambda a=acuan: a.nilai, lingkup=lingkup)  # fmt: skip
            if acak.random() < 0.3 and lingkup == "nasional":
                self._angka("selisih_poin", k, abs(kini.nilai - acuan.nilai), k.desimal, "narasi angka runtun",
                            [kini, acuan],
                            lambda a=acuan: None if None in (kini.nilai, a.nilai) else abs(kini.nilai - a.nilai),
                            lingkup=lingkup, satuan="poin")  # fmt: skip
        if k.jenis in ("naik", "turun") and acak.random() < 0.4 and (kata := self._banding_target(k, kini, utama)):
            self._klaim("arah", "realisasi", k.kode, kata, "narasi target capaian", [kini, utama],
                        lambda: self._banding_target(k, kini, utama) or "belum")  # fmt: skip

    def _banding_target(self, k: Indikator, kini: Sel, target: Sel) -> str | None:
        if None in (kini.nilai, target.nilai) or target.baris.teks["jenis"]:
            return None
        beda = (kini.nilai - target.nilai) * (1 if k.arah == "naik" else -1)
        return "melebihi" if beda > 0 else "sesuai_target" if beda == 0 else None

    def _gerak(self, k: Indikator, kini: Sel, lalu: list[Sel]) -> None:
        acak, t = self.acak, self.tahun
        if acak.random() < 0.6:
            self._klaim("arah", "realisasi", k.kode, _arah(kini, lalu[0]), "narasi runtun", [kini, *lalu],
                        lambda: _arah(kini, lalu[0]), banding=t - 1)  # fmt: skip
        if acak.random() < 0.4:
            self._angka("realisasi", k, lalu[0].nilai, k.desimal, "narasi angka runtun", lalu,
                        lambda: lalu[0].nilai, tahun=t - 1)  # fmt: skip
        if lalu[0].nilai and acak.random() < 0.3:

            def ubah() -> list[float] | None:
                if None in (kini.nilai, lalu[0].nilai) or not lalu[0].nilai:
                    return None
                persen = (kini.nilai - lalu[0].nilai) / lalu[0].nilai * 100
                return [persen, abs(persen)]

            hasil = ubah()
            if hasil and abs(hasil[0]) < 900:
                # "turun 3,82%" drops the sign.
                self._persen("perubahan_persen", k.kode, hasil[acak.randint(0, 1)], "narasi angka runtun",
                             [kini, *lalu], ubah, t - 1)  # fmt: skip

    def _rata(self) -> None:
        dokumen = str(self.i.params["dokumen_target"])
        sumber = [s for k in self.k.indikator.values() for s in self.t._sumber(k, dokumen)]
        cetak = self.t.sel.get(("rata_rata_capaian_persen", "instansi", "0"))
        eksak = self.t._rata_semua(dokumen, True)
        if cetak is None or eksak is None or self.acak.random() < 0.4:
            return

        def mungkin() -> list[Fraction | None]:
            dari_baris = self.t._dari_baris(list(self.k.indikator))
            return [self.t._rata_semua(dokumen, True), self.t._rata_semua(dokumen, False), dari_baris]

        sel = self._persen("rata_rata_capaian_persen", "0", cetak.nilai, "narasi capaian predikat angka",
                           [cetak, *self.t._tercetak(list(self.k.indikator))], mungkin,
                           luas=sumber)  # fmt: skip
        sel.baris.isi("nilai", cetak.teks, cetak.nilai, cetak.desimal)
        kelas = self.t.sel.get(("predikat", "instansi", "0"))
        if kelas:
            self._klaim("predikat", "predikat", "0", kelas.nilai, "narasi predikat capaian", [kelas, cetak],
                        lambda: rumus.kelas(self.t._rata_semua(dokumen, True), str(self.i.params["pembacaan_celah"])),
                        luas=sumber)  # fmt: skip


def _arah(kini: Sel, lalu: Sel) -> str | None:
    if None in (kini.nilai, lalu.nilai):
        return None
    return "naik" if kini.nilai > lalu.nilai else "turun" if kini.nilai < lalu.nilai else "tetap"


def _letak(kini: Sel, acuan: Sel) -> str | None:
    if None in (kini.nilai, acuan.nilai):
        return None
    return "lebih_tinggi" if kini.nilai > acuan.nilai else "lebih_rendah" if kini.nilai < acuan.nilai else "sama"

"""The budget tree of a synthetic agency under each document, and its belanja types."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction

from benchmarks.pemeriksaan.cetak import Gaya
from benchmarks.pemeriksaan.model import ABU, LANGGAR, UTUH, Baris, Instansi, Sel

_TINGKAT = ("instansi", "program", "kegiatan", "sub_kegiatan")
_JENIS = (("pegawai", "Belanja Pegawai"), ("barang_jasa", "Belanja Barang dan Jasa"), ("modal", "Belanja Modal"))
_KERJA = "Penyediaan,Penyusunan,Pemeliharaan,Pembinaan,Pengawasan,Pengelolaan,Peningkatan,Pendataan,Pelayanan,Penataan"
_BENDA = (
    "air bersih,arsip daerah,aset tetap,bangunan kantor,bahan logistik,drainase,gaji pegawai,guru honorer,hutan kota,"
)
_BENDA += (
    "irigasi,jalan lingkungan,jasa listrik,kendaraan dinas,koperasi,laporan keuangan,lahan pertanian,pasar rakyat,"
)
_BENDA += (
    "pelaku usaha,perizinan,peta wilayah,pohon pelindung,puskesmas,rumah susun,sarana olahraga,sekolah dasar,taman"
)
_NAMA = [f"{kerja} {benda}" for kerja in _KERJA.split(",") for benda in _BENDA.split(",")]


@dataclass(eq=False)
class Simpul:
    """Hold one node: its hidden figures, its children, and its row in each document."""

    kode: str
    dalam: int
    nama: str
    sasaran: str = ""
    anak: list[Simpul] = field(default_factory=list)
    induk: Simpul | None = None
    pagu: int = 0
    murni: int = 0
    realisasi: int = 0
    lengkap: bool = True
    tercetak: bool = True
    baris: dict[str, Baris] = field(default_factory=dict)

    def semua(self) -> list[Simpul]:
        """List this node and those below it, in order."""
        return [self, *(s for a in self.anak for s in a.semua())]

    def sel(self, kolom: str, dokumen: str = "lkip") -> Sel:
        return Sel(self.baris[dokumen], kolom)


class BagianAnggaran:
    """Make the budget half of an agency."""

    def __init__(
        self, instansi: Instansi, acak: random.Random, gaya: Gaya, sasaran: list[str], nama: str = "Dinas Uji"
    ) -> None:
        self.i, self.acak, self.gaya, self.sasaran = instansi, acak, gaya, sasaran
        self.berubah = acak.random() < 0.15  # the budget was revised during the year
        self.sen = acak.random() < 0.3  # amounts to the last rupiah
        self.akar = Simpul("0", 0, nama)

    def buat(self) -> None:
        """Make the tree, its documents, the belanja types and what must hold between them."""
        self._pohon()
        murni = "murni" if self.berubah else "pagu"
        for dokumen, peluang, kolom, dalam in (
            ("rkt", 0.3, "rkt", self.acak.choice((1, 3))),
            ("pk", 0.8, murni, self.acak.choice((1, 1, 3))),
            ("dpa", 0.5 if not self.berubah else 0.9, murni, 3),
            ("dppa", 1.0 if self.berubah else 0.0, "pagu", 3),
            ("lkip", 1.0, "pagu", 3),
        ):
            if self.acak.random() < peluang:
                self._tulis(dokumen, kolom, dalam)
        self.simpul = [s for s in self.akar.semua() if s.tercetak]
        self._kendala()
        if self.acak.random() < 0.7:
            self._belanja()
        if self.acak.random() < 0.7:
            for s in self.akar.anak:
                self.i.tambah("pendukung", sasaran=s.sasaran, program=s.kode, bobot=1, sumber="LKIP, Tabel 3.5")
        self.i.catatan |= {"akar": self.akar, "simpul": self.simpul}

    def _pohon(self) -> None:
        acak = self.acak
        nama = acak.sample(_NAMA, len(_NAMA))
        for p in range(acak.choices(range(1, 7), (4, 4, 3, 2, 1, 1))[0]):
            program = self._cabang(self.akar, chr(65 + p), f"Program {nama.pop()}")
            program.sasaran = self.sasaran[p % len(self.sasaran)]
            tanpa_sub = acak.random() < 0.15  # as a BLUD prints it
            for k in range(acak.choices(range(1, 5), (4, 3, 2, 1))[0]):
                kegiatan = self._cabang(program, f"{program.kode}.{k + 1}", nama.pop())
                for s in range(0 if tanpa_sub else acak.choices(range(1, 5), (4, 3, 2, 1))[0]):
                    self._cabang(kegiatan, f"{kegiatan.kode}.{s + 1}", nama.pop())
        for s in self.akar.semua():
            if not s.anak:
                self._isi(s)
        for s in reversed(self.akar.semua()):
            if s.anak:
                for kolom in ("pagu", "murni", "realisasi"):
                    setattr(s, kolom, sum(getattr(a, kolom) for a in s.anak))
        if acak.random() < 0.2:
            self._kurangi()

    def _cabang(self, induk: Simpul, kode: str, nama: str) -> Simpul:
        s = Simpul(kode, induk.dalam + 1, nama, induk=induk)
        induk.anak.append(s)
        return s

    def _isi(self, s: Simpul) -> None:
        acak = self.acak
        if acak.random() < 0.02:
            return
        s.pagu = acak.randint(2_000_000, 900_000_000) if self.sen else acak.randint(20, 9000) * 100_000
        s.murni = s.pagu * acak.choice((8, 9, 10, 10, 11)) // 10
        s.realisasi = s.pagu if acak.random() < 0.08 else s.pagu * acak.randint(550, 999) // 1000
        if not self.sen:
            s.realisasi -= s.realisasi % 500

    def _kurangi(self) -> None:
        """Leave children unprinted under some parents, which then say that they are not complete."""
        for s in self.akar.semua():
            if s.dalam and len(s.anak) > 1 and s.tercetak and self.acak.random() < 0.4:
                s.lengkap = False
                for hilang in self.acak.choice(s.anak).semua():
                    hilang.tercetak = False

    def _tulis(self, dokumen: str, kolom: str, dalam: int) -> None:
        faktor = {s.kode: self.acak.choice((9, 10, 11)) for s in self.akar.semua() if not s.anak}

        def nilai(s: Simpul) -> int:
            if kolom != "rkt":
                return int(getattr(s, kolom))
            # A work plan may differ from the budget that was passed, but adds up in itself.
            return sum(map(nilai, s.anak)) if s.anak else s.pagu * faktor[s.kode] // 10

        for s in self.akar.semua():
            if s.dalam > dalam or not s.tercetak:
                continue
            b = self.i.tambah("anggaran", kode=s.kode, induk=s.induk.kode if s.induk else "", tingkat=_TINGKAT[s.dalam],
                              nama=s.nama, sasaran=s.sasaran, dokumen=dokumen, pagu="", realisasi="",
                              lengkap="ya" if s.lengkap else "tidak",
                              sumber=f"{dokumen.upper()} {self.i.tahun}, Tabel anggaran, {s.kode}")  # fmt: skip
            self.gaya.rp(b, "pagu", nilai(s))
            if dokumen == "lkip":
                self.gaya.rp(b, "realisasi", s.realisasi)
            s.baris[dokumen] = b

    def _kendala(self) -> None:
        i = self.i
        for s in self.simpul:
            for dokumen in s.baris:
                anak = [a for a in s.anak if dokumen in a.baris]
                if not anak or not s.lengkap:
                    continue
                for kolom in ("pagu", "realisasi") if dokumen == "lkip" else ("pagu",):
                    induk, milik = s.sel(kolom, dokumen), [a.sel(kolom, dokumen) for a in anak]
                    i.wajib(f"jumlah rincian {s.kode} {dokumen} {kolom}", "anggaran angka",
                            [induk, *milik], lambda s=induk, m=milik, a=anak: max(
                                self._jumlah(s.nilai, m), self._jumlah_wakil(s, a)))  # fmt: skip
            if "lkip" in s.baris:
                pagu, nyata = s.sel("pagu"), s.sel("realisasi")
                i.wajib(f"realisasi melebihi pagu {s.kode}", "anggaran angka", [pagu, nyata],
                        lambda p=pagu, r=nyata: LANGGAR if None not in (p.nilai, r.nilai) and r.nilai > p.nilai
                        else UTUH)  # fmt: skip
            for versi in (("pk", "dpa"), ("dppa", "lkip")) if self.berubah else (("pk", "dpa", "lkip"),):
                milik = [s.sel("pagu", d) for d in versi if d in s.baris]
                if len(milik) > 1:
                    i.wajib(f"pagu antardokumen {s.kode}", "anggaran angka", milik, lambda m=milik: self._sama(m))

    @staticmethod
    def _jumlah(induk: Fraction | None, anak: list[Sel]) -> int:
        if induk is None or any(a.nilai is None for a in anak):
            return UTUH
        return UTUH if induk == sum((a.nilai for a in anak), Fraction(0)) else LANGGAR

    def _jumlah_wakil(self, induk: Sel, anak: list[Simpul]) -> int:
        """Let the sum of its own children stand in for a child that cannot be read: what differs then follows."""
        dokumen = induk.baris.teks["dokumen"]
        isi = [self._wakil(a, induk.kolom, dokumen) for a in anak]
        if induk.nilai is None or any(n is None for n in isi):
            return UTUH
        return UTUH if induk.nilai == sum(isi, Fraction(0)) else ABU

    def _wakil(self, s: Simpul, kolom: str, dokumen: str) -> Fraction | None:
        x: Fraction | None = s.sel(kolom, dokumen).nilai
        anak = [a for a in s.anak if dokumen in a.baris]
        if x is not None or not anak or not s.lengkap:
            return x
        isi = [self._wakil(a, kolom, dokumen) for a in anak]
        return None if any(n is None for n in isi) else sum(isi, Fraction(0))

    @staticmethod
    def _sama(sel: list[Sel]) -> int:
        return LANGGAR if len({s.nilai for s in sel if s.nilai is not None}) > 1 else UTUH

    def _belanja(self) -> None:
        """Split the agency's total by type; some reports print the realisasi alone."""
        bagian = self.acak.choices((0.4, 0.3, 0.2, 0.1), k=2)
        berpagu = self.acak.random() < 0.6
        jumlah: dict[str, list[Sel]] = {"pagu": [], "realisasi": []}
        sisa = {"pagu": self.akar.pagu, "realisasi": self.akar.realisasi}
        for n, (kode, uraian) in enumerate(_JENIS):
            b = self.i.tambah("belanja", kode=kode, uraian=uraian, pagu="", realisasi="", sumber=f"Tabel 3.7, {n + 1}")
            for kolom in ("pagu", "realisasi") if berpagu else ("realisasi",):
                x = sisa[kolom] if n == 2 else int(getattr(self.akar, kolom) * bagian[n])
                sisa[kolom] -= x
                self.gaya.rp(b, kolom, x)
                jumlah[kolom].append(Sel(b, kolom))
        for kolom, milik in jumlah.items():
            if milik:
                total = self.akar.sel(kolom)
                self.i.wajib(f"jumlah belanja {kolom}", "anggaran angka", [total, *milik],
                             lambda t=total, m=milik: self._jumlah(t.nilai, m) or min(
                                 ABU, self._jumlah(self._wakil(self.akar, t.kolom, "lkip"), m)))  # fmt: skip
        for b in self.i.tabel["belanja"]:
            if berpagu:
                p, r = Sel(b, "pagu"), Sel(b, "realisasi")
                self.i.wajib(f"belanja melebihi pagu {b.teks['kode']}", "anggaran angka", [p, r],
                             lambda p=p, r=r: LANGGAR if None not in (p.nilai, r.nilai) and r.nilai > p.nilai
                             else UTUH)  # fmt: skip
        self.i.catatan["belanja"] = self.i.tabel["belanja"]

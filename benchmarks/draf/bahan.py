"""What a draft is written from: the hidden figures of one fictional agency, each printed as the draft prints."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

from benchmarks.draf.gaya import Gaya, pilih
from benchmarks.draf.model import Angka
from benchmarks.draf.tata import Tata
from benchmarks.instansi.pembangkit import bangun
from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import Simpul
from benchmarks.pemeriksaan.kinerja import Indikator
from benchmarks.pemeriksaan.model import bulat

TAHUN = 2024
BELANJA = (("pegawai", "Belanja Pegawai"), ("barang_jasa", "Belanja Barang dan Jasa"), ("modal", "Belanja Modal"))
_BERNAMA_LAIN = ("perbandingan", "iku", "nasional")
_TERKECIL = 10**6  # rupiah of the smallest budget line that a draft prints


def nama_lain(nama: str) -> str:
    """Write a name as another hand would."""
    lain = nama.replace("Persentase", "Prosentase").replace(
        "Indeks kepuasan masyarakat", "Indeks Kepuasan Masyarakat (IKM)"
    )
    return lain if lain != nama else nama.title().replace(" Dan ", " dan ").replace(" Yang ", "  yang ")


class Bahan:
    """Hold the figures of one agency and print each as a new occurrence."""

    def __init__(self, benih: int, nomor: int, tata: Tata) -> None:
        self.acak = random.Random(f"{benih} draf {nomor} {tata.nama}")
        self.tata, self.tahun = tata, TAHUN
        urutan = nomor
        while not self._ambil(benih, urutan):
            urutan += 997
        self.gaya: Gaya = pilih(self.acak, tata.rp, tata.titik, nbsp=tata.samar)
        self.persen_nilai = self.acak.random() < 0.4
        self.berhuruf_kecil = self.acak.random() < 0.5  # A, 1, a instead of A, I, 1
        self.bernama_lain = self.acak.random() < 0.4
        self.uraian = {s.kode: self._keluaran(s) for s in self.daun()}
        self.sdm = self._pegawai()

    def _ambil(self, benih: int, nomor: int) -> bool:
        """Take an agency that has three indicators which every table can print."""
        i = bangun(benih, nomor, (TAHUN,))[0]
        self.cara, self.batas = str(i.params["rumus_turun"]), str(i.params["batas"])
        semua: dict[str, Indikator] = i.catatan["indikator"]
        self.indikator = [k for k in semua.values() if k.rumpun != "perubahan" and k.mentah is not None]
        nama = {b.teks["kode"]: b.teks["nama"] for b in i.tabel["sasaran"]}
        self.sasaran = {s: nama[s] for s in nama if any(k.sasaran == s for k in self.indikator)}
        self.akar: Simpul = i.catatan["akar"]
        self.nama = self.akar.nama
        if not 3 <= len(self.indikator) <= 12:
            return False
        return all(s.pagu >= _TERKECIL for s in self.akar.semua())

    def milik(self, sasaran: str) -> list[Indikator]:
        return [k for k in self.indikator if k.sasaran == sasaran]

    def nama_cetak(self, k: Indikator, jenis: str) -> str:
        """Name an indicator as a table does: in some drafts two tables do not name it alike."""
        return nama_lain(k.nama) if self.bernama_lain and jenis in _BERNAMA_LAIN else k.nama

    def daun(self) -> list[Simpul]:
        return [s for s in self.akar.semua() if not s.anak]

    def _nilai(self, jenis: str, peran: str, k: Indikator, tahun: int, x: object) -> Angka:
        tulis = self.gaya.nilai(k.desimal, self.persen_nilai and k.satuan == "Persen")
        return Angka(jenis, peran, k.nama, k.kode, tahun, x, tulis, k.desimal)  # type: ignore[arg-type]

    def target(self, jenis: str, k: Indikator, tahun: int = TAHUN, peran: str = "target") -> Angka:
        return self._nilai(jenis, peran, k, tahun, k.target[tahun])

    def realisasi(self, jenis: str, k: Indikator, tahun: int = TAHUN) -> Angka:
        return self._nilai(jenis, "realisasi", k, tahun, k.realisasi[tahun])

    def ukur(self, k: Indikator, tahun: int = TAHUN) -> Fraction | None:
        """Compute a capaian within the bounds of the agency."""
        x = rumus.mentah(k.jenis, k.target[tahun], k.realisasi[tahun], self.cara)
        return rumus.batasi(x, self.batas)

    def capaian(self, jenis: str, k: Indikator, tahun: int = TAHUN) -> Angka | None:
        x = self.ukur(k, tahun)
        return None if x is None else self.persen(jenis, "capaian", k.nama, k.kode, x, tahun)

    def rata(self, sasaran: str = "") -> Fraction:
        milik = [self.ukur(k) for k in (self.milik(sasaran) if sasaran else self.indikator)]
        return sum((x for x in milik if x is not None), Fraction(0)) / len(milik)

    def nasional(self, k: Indikator) -> Angka | None:
        x = k.pembanding.get("nasional")
        return None if x is None else self._nilai("nasional", "realisasi_nasional", k, TAHUN, x)

    def triwulan(self, k: Indikator) -> list[Angka]:
        """Split the year's target over the quarters: parts of a count, steps of a level."""
        t = k.target[TAHUN]
        if isinstance(t, tuple):
            bagian: list[object] = [t] * 4
        elif k.tipe == "akumulatif":
            seperempat = Fraction(int(t) // 4)
            bagian = [seperempat] * 3 + [t - 3 * seperempat]
        else:
            bagian = [t] * 4
        return [self._nilai("triwulan", f"target_tw{n}", k, TAHUN, x) for n, x in enumerate(bagian, 1)]

    def persen(self, jenis: str, peran: str, nama: str, kode: str, x: Fraction, tahun: int = TAHUN) -> Angka:
        """Print a percentage that was computed."""
        d = self.gaya.desimal
        return Angka(jenis, peran, nama, kode, tahun, bulat(x, d), self.gaya.nilai(d, persen=True), d)

    def uang(self, jenis: str, peran: str, nama: str, kode: str, x: int, kalimat: bool = False) -> Angka:
        tulis = self.gaya.uang_kalimat if kalimat else self.gaya.uang
        return Angka(jenis, peran, nama, kode, TAHUN, Fraction(x), tulis)

    def pagu(self, jenis: str, s: Simpul, kalimat: bool = False) -> Angka:
        return self.uang(jenis, "pagu", s.nama, s.kode, s.pagu, kalimat)

    def belanja(self, jenis: str, s: Simpul, kalimat: bool = False) -> Angka:
        return self.uang(jenis, "realisasi_rp", s.nama, s.kode, s.realisasi, kalimat)

    def serapan(self, jenis: str, s: Simpul) -> Angka:
        return self.persen(jenis, "serapan", s.nama, s.kode, Fraction(s.realisasi * 100, s.pagu))

    def cacah(self, jenis: str, peran: str, nama: str, kode: str, n: int) -> Angka:
        return Angka(jenis, peran, nama, kode, TAHUN, Fraction(n), self.gaya.cacah())

    def _keluaran(self, s: Simpul) -> tuple[str, str, int, int]:
        satuan = self.acak.choice(("Dokumen", "Laporan", "Paket", "Orang", "Unit"))
        target = self.acak.randint(2, 60)
        r = self.acak.choice((target, target, max(1, target - self.acak.randint(1, 5))))
        return f"Jumlah {satuan.lower()} {s.nama[0].lower()}{s.nama[1:]}", satuan, target, r

    def _pegawai(self) -> dict[str, list[tuple[str, int, int]]]:
        """Count the staff in two ways that agree."""
        asn, non = self.acak.randint(20, 120), self.acak.randint(3, 30)
        cara = {
            "jabatan": ("Kepala", "Sekretaris", "Kepala Bidang", "Kepala Subbagian", "Fungsional Umum"),
            "pendidikan": ("SMA/SMK", "Diploma", "Sarjana", "Magister"),
        }
        return {j: list(zip(n, self._bagi(asn, len(n)), self._bagi(non, len(n)), strict=True)) for j, n in cara.items()}

    def _bagi(self, jumlah: int, n: int) -> list[int]:
        ujung = [0, *sorted(self.acak.randint(0, jumlah) for _ in range(n - 1)), jumlah]
        return [b - a for a, b in pairwise(ujung)]

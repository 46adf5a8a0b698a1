"""Make one fictional agency over several years: one hidden series of figures, a folder a year that agrees with it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.instansi.kata import KATA
from benchmarks.instansi.nama import Jatidiri, jatidiri
from benchmarks.pemeriksaan.anggaran import BagianAnggaran, Simpul
from benchmarks.pemeriksaan.cetak import Gaya
from benchmarks.pemeriksaan.kalimat import BagianKalimat
from benchmarks.pemeriksaan.kesalahan import JENIS, Penanam
from benchmarks.pemeriksaan.kinerja import BagianKinerja, Indikator
from benchmarks.pemeriksaan.model import Instansi
from benchmarks.pemeriksaan.pegawai import buat_pegawai
from benchmarks.pemeriksaan.pembangkit import pilihan, tulis_analisis
from benchmarks.pemeriksaan.turunan import BagianTurunan

PALING_LAMA = 4  # years that one hidden series reaches back
_BERSALAH = 0.5  # agencies in whose latest report something was mistyped


class KinerjaLalu(BagianKinerja):
    """Make the performance half of the year before: the same indicators and the same hidden series, seen earlier."""

    def __init__(self, instansi: Instansi, acak: random.Random, gaya: Gaya, kelak: BagianKinerja) -> None:
        super().__init__(instansi, acak, gaya)
        self.kelak = kelak

    def _susun(self) -> None:
        self.sasaran = list(self.kelak.sasaran)
        for tabel in ("tujuan", "sasaran"):
            for b in self.kelak.i.tabel[tabel]:
                self.i.tambah(tabel, **b.teks)
        for kode, k in self.kelak.indikator.items():
            lalu = {th: r for th, r in k.realisasi.items() if th <= self.tahun}
            self.indikator[kode] = replace(
                k, realisasi=lalu, pembanding={}, sel_target={}, sel_realisasi={}, sel_pembanding={}, sel_triwulan=[]
            )
        awal = min(min(k.target) for k in self.indikator.values())
        self.awal = max(awal, min(self.kelak.awal, self.tahun))
        self.mulai = max(awal, self.tahun - 3)

    def _komponen(self, k: Indikator) -> None:
        """Leave the series alone: a count would round it anew."""


class AnggaranTahunan(BagianAnggaran):
    """Make the budget of one of several years: the same tree, larger each year, spent differently."""

    umur = 0

    def _isi(self, s: Simpul) -> None:
        super()._isi(s)
        if not s.pagu or not self.umur:
            return
        acak = random.Random(f"{self.i.kode} {self.i.tahun} {s.kode}")
        s.pagu = s.pagu * (100 - acak.randint(2, 7) * self.umur) // 100
        s.pagu -= s.pagu % 1000
        s.murni = s.pagu
        s.realisasi = s.pagu * acak.randint(550, 999) // 1000


def bangun(benih: int, nomor: int, tahun: Sequence[int] = (2024,)) -> list[Instansi]:
    """Make the agency of a number, one item a year, earliest first; the same arguments give the same agency.

    `tahun` are consecutive years, at most PALING_LAMA. AssertionError when the generator contradicts itself.
    """
    diri = jatidiri(benih, nomor)
    hasil: list[Instansi] = []
    kelak: BagianKinerja | None = None
    for umur, th in enumerate(sorted(tahun, reverse=True)):
        instansi, kelak = _setahun(benih, diri, th, umur, kelak)
        hasil.append(instansi)
    acak = random.Random(f"{benih} {diri.kode} salah")
    if acak.random() < _BERSALAH:
        penanam = Penanam(hasil[0], acak)
        for jenis in acak.sample(list(JENIS), acak.randint(1, 4)):
            penanam.tanam(jenis)
    return hasil[::-1]


def _setahun(
    benih: int, diri: Jatidiri, tahun: int, umur: int, kelak: BagianKinerja | None
) -> tuple[Instansi, BagianKinerja]:
    def acak(bagian: str) -> random.Random:
        return random.Random(f"{benih} {diri.kode} {bagian}")

    instansi = Instansi(diri.kode, tahun)
    gaya = Gaya(acak("gaya"))
    instansi.params = pilihan(acak("pilihan")) | {"tanggal_laporan": f"{tahun + 1}-02-16"}
    kinerja = (
        BagianKinerja(instansi, acak("kinerja"), gaya, kata=KATA[diri.bentuk])
        if kelak is None
        else KinerjaLalu(instansi, acak(f"kinerja {tahun}"), gaya, kelak)
    )
    kinerja.buat()
    anggaran = AnggaranTahunan(instansi, acak("anggaran"), gaya, kinerja.sasaran, diri.nama)
    anggaran.umur = umur
    anggaran.buat()
    turunan = BagianTurunan(instansi, acak(f"turunan {tahun}"), gaya, kinerja, anggaran)
    turunan.buat()
    lain = acak(f"lain {tahun}")
    if lain.random() < 0.8:
        buat_pegawai(instansi, lain)
    if lain.random() < 0.7:
        BagianKalimat(instansi, lain, gaya, kinerja, anggaran, turunan).buat()
    tulis_analisis(instansi, kinerja)
    instansi.berkas["instansi.yml"] = _profil(diri)
    salah = [k.nama for k in instansi.dilanggar()]
    assert not salah, (diri.kode, tahun, salah)
    return instansi, kinerja


def _profil(diri: Jatidiri) -> str:
    return f"""\
# Instansi rekaan: wilayah, nama, NIP, dan semua angkanya tidak nyata.
nama: {diri.nama}
nama_singkat: {diri.nama.rsplit(" ", 2)[0]}
pemerintah: {diri.pemerintah}
kepala:
  nama: Pejabat Rekaan
  jabatan: {diri.jabatan}
  pangkat: Pembina Utama Muda, IV/c
  nip: 00000000 000000 0 000
tugas:
  - {diri.nama} adalah instansi rekaan untuk mengukur kecepatan program.
isu_strategis:
  - Kebutuhan layanan bertambah, sedangkan petugas terbatas.
"""

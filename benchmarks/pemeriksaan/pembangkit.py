"""Make complete, consistent synthetic agencies: everything they print follows from one hidden truth."""

from __future__ import annotations

import random
from fractions import Fraction

from benchmarks.pemeriksaan.anggaran import BagianAnggaran
from benchmarks.pemeriksaan.cetak import Gaya
from benchmarks.pemeriksaan.kalimat import BagianKalimat
from benchmarks.pemeriksaan.kinerja import BagianKinerja
from benchmarks.pemeriksaan.model import Instansi
from benchmarks.pemeriksaan.pegawai import buat_pegawai
from benchmarks.pemeriksaan.turunan import BagianTurunan


def bangun(benih: int, *, mudah: bool = False) -> Instansi:
    """Make one agency from a seed; with `mudah` one target is easier than last year's realisasi.

    Every constraint holds then, but for the easier target; AssertionError when the generator contradicts itself.
    """
    acak = random.Random(benih)
    instansi = Instansi(f"uji-{benih}", acak.randint(2021, 2025))
    gaya = Gaya(acak)
    instansi.params = pilihan(acak)
    kinerja = BagianKinerja(instansi, acak, gaya, mudah)
    kinerja.buat()
    anggaran = BagianAnggaran(instansi, acak, gaya, kinerja.sasaran)
    anggaran.buat()
    turunan = BagianTurunan(instansi, acak, gaya, kinerja, anggaran)
    turunan.buat()
    if acak.random() < 0.8:
        buat_pegawai(instansi, acak)
    if acak.random() < 0.85:
        BagianKalimat(instansi, acak, gaya, kinerja, anggaran, turunan).buat()
    instansi.berkas["instansi.yml"] = "nama: Dinas Uji Kota Uji\nnama_singkat: Dinas Uji\npemerintah: Kota Uji\n"
    tulis_analisis(instansi, kinerja)
    salah = [k.nama for k in instansi.dilanggar() if not (mudah and k.nama.startswith("target lebih ringan"))]
    assert not salah, (benih, salah)
    return instansi


def pilihan(acak: random.Random) -> dict[str, object]:
    """Choose the parameters of a run."""
    batas = acak.choices(("100", "120", "tanpa"), (7, 1, 2))[0]
    return {
        "tanggal_laporan": "2026-02-16",
        "dokumen_target": acak.choices(("pk", "lkip", "renstra"), (7, 2, 1))[0],
        "dokumen_anggaran": acak.choice(("lkip", None)),
        "rumus_turun": acak.choices(("selisih", "rasio"), (7, 3))[0],
        "batas": batas,
        "rata_rata": acak.choices(("indikator", "sasaran"), (8, 2))[0],
        "pembacaan_celah": acak.choices(("ambang_bawah", "ambang_atas", "bulatkan"), (7, 2, 1))[0],
        "efisiensi": acak.choices(("banding", "selisih", "rasio"), (8, 1, 1))[0],
    }


def tulis_analisis(instansi: Instansi, kinerja: BagianKinerja) -> None:
    """Write the analyst's words."""
    baris = ["indikator:"]
    for kode, i in kinerja.indikator.items():
        baris += [f"  {kode}:", "    sebab:", "      - Pelaksanaan kegiatan berjalan menurut jadwal."]
        if i.capaian is None or i.capaian < Fraction(100):
            baris += ["    hambatan:", "      - Petugas lapangan belum cukup."]
            baris += ["    upaya:", "      - Jadwal petugas diatur ulang."]
        baris += ["    tindak_lanjut:", "      - Kegiatan dipantau setiap bulan."]
    instansi.berkas["analisis.yml"] = "\n".join(baris) + "\n"

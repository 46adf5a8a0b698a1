"""The tables of performance: measurement, comparisons, the Renstra matrix, PK, quarters, the IKU card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.draf.bahan import TAHUN, Bahan
from benchmarks.draf.model import Angka, Sel, Tabel, sel_angka
from benchmarks.draf.rangka import Kepala, kepala, ulangi
from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.kinerja import Indikator

Isi = Callable[[Indikator], Angka | Sel | str | None]


@dataclass(frozen=True)
class Kolom:
    """Hold one column of figures and what stands in it for an indicator."""

    kepala: Kepala
    isi: Isi


def _indikator(b: Bahan, jenis: str, judul: str, kolom: list[Kolom], akhir: list[list[Sel]] | None = None) -> Tabel:
    """Write a table with a row an indicator; `akhir` are rows at its end."""
    t = b.tata
    bersatuan = t.satuan == "kolom"
    bersasaran = t.sasaran not in ("baris", "tanpa")
    depan = [Kepala(b.acak.choice(("No", "No.", "NO")))]
    if bersasaran:
        depan.append(Kepala(b.acak.choice(("Sasaran", "Sasaran Strategis"))))
    depan.append(Kepala(b.acak.choice(("Indikator Kinerja", "Indikator Sasaran", "Indikator"))))
    if bersatuan:
        depan.append(Kepala("Satuan"))
    atas = kepala([*depan, *(k.kepala for k in kolom)], t, b.acak)
    baris: list[list[Sel]] = []
    nomor = 0
    for s, (kode, nama) in enumerate(b.sasaran.items(), 1):
        milik = b.milik(kode)
        if t.sasaran == "baris":
            teks = b.acak.choice((f"Sasaran Strategis {s}: {nama}", f"Sasaran {s} : {nama}", nama))
            baris.append([Sel(teks, lebar=len(depan) + len(kolom), tebal=True)])
        for n, k in enumerate(milik):
            nomor += 1
            muka: list[Sel] = []
            if t.sasaran == "gabung":
                muka = [Sel(str(s), tinggi=len(milik)), Sel(nama, tinggi=len(milik))] if n == 0 else []
            elif bersasaran:
                tampak = n == 0 or t.sasaran == "ulang"
                muka = [Sel(str(s) if tampak else ""), Sel(nama if tampak else "")]
            else:
                muka = [Sel(str(nomor))]
            tulis = b.nama_cetak(k, jenis) + (f" ({k.satuan})" if t.satuan == "nama" else "")
            pecah = _pecah(tulis) if t.nama_pecah else [tulis]
            isi = [_sel(b, k, kol.isi(k)) for kol in kolom]
            baris.append([*muka, Sel(pecah[0]), *([Sel(k.satuan)] if bersatuan else []), *isi])
            for sisa in pecah[1:]:
                kosong = [Sel() for _ in range(len(kolom) + bersatuan)]
                baris.append([*(Sel() for _ in range(len(depan) - 1 - bersatuan)), Sel(sisa), *kosong])
    semua = [*atas, *baris]
    if t.kepala == "ulang":
        semua = ulangi(semua, len(atas))
    for satu in akhir or []:
        lebar = len(depan) + len(kolom) - sum(x.lebar for x in satu[1:])
        semua.append([Sel(satu[0].teks, lebar=lebar, tebal=True), *satu[1:]])
    return Tabel(jenis, judul, semua, len(atas))


def _sel(b: Bahan, k: Indikator, isi: Angka | Sel | str | None) -> Sel:
    if isinstance(isi, Sel):
        return isi
    if not isinstance(isi, Angka):
        return Sel(isi or "-")
    if b.tata.satuan == "sel" and k.satuan != "Persen" and isi.peran in ("target", "realisasi"):
        return Sel("{} " + k.satuan.lower(), isi)
    return sel_angka(isi)


def _pecah(nama: str) -> list[str]:
    kata = nama.split(" ")
    return [" ".join(kata[:3]), " ".join(kata[3:])] if len(kata) > 3 else [nama]


def pengukuran(b: Bahan) -> Tabel:
    """Target, realisasi and capaian of the year; the mean in a last row of some."""
    j, grup = "pengukuran", f"Tahun {TAHUN}"
    kolom = [
        Kolom(Kepala("Target", grup), lambda k: b.target(j, k)),
        Kolom(Kepala("Realisasi", grup), lambda k: b.realisasi(j, k)),
        Kolom(Kepala(b.acak.choice(("Capaian", "% Capaian", "Capaian (%)")), grup), lambda k: b.capaian(j, k)),
    ]
    if b.tata.capaian_dulu:
        kolom.insert(0, kolom.pop())
    if b.acak.random() < 0.4:
        kolom.append(Kolom(Kepala("Predikat"), lambda k: rumus.kelas(b.ukur(k), "ambang_bawah")))
    akhir = []
    if b.acak.random() < 0.5 and not b.tata.capaian_dulu and len(kolom) == 3:
        rata = b.persen(j, "rata_rata", "Rata-rata capaian", "0", b.rata())
        akhir = [[Sel("Rata-rata capaian"), sel_angka(rata, tebal=True)]]
    return _indikator(b, j, f"Pengukuran Kinerja Tahun {TAHUN}", kolom, akhir)


def perbandingan(b: Bahan) -> Tabel:
    """The year beside one or two years before."""
    j = "perbandingan"
    tahun = range(TAHUN - b.acak.choice((1, 1, 2)), TAHUN + 1)
    kolom = []
    if b.acak.random() < 0.5:
        kolom += [Kolom(Kepala(f"{th}", "Target"), lambda k, th=th: b.target(j, k, th)) for th in tahun]
    kolom += [Kolom(Kepala(f"{th}", "Realisasi"), lambda k, th=th: b.realisasi(j, k, th)) for th in tahun]
    if b.acak.random() < 0.4:
        kolom += [Kolom(Kepala(f"{th}", "Capaian"), lambda k, th=th: b.capaian(j, k, th)) for th in tahun]
    if b.tata.kepala != "dua":
        kolom = [Kolom(Kepala(f"{k.kepala.grup} {k.kepala.teks}"), k.isi) for k in kolom]
    return _indikator(b, j, f"Perbandingan Kinerja Tahun {TAHUN} dengan Tahun Sebelumnya", kolom)


def nasional(b: Bahan) -> Tabel | None:
    """The year beside the nation, where it is known."""
    if not any("nasional" in k.pembanding for k in b.indikator):
        return None
    j = "nasional"
    kolom = [
        Kolom(Kepala(f"Realisasi {TAHUN}"), lambda k: b.realisasi(j, k)),
        Kolom(Kepala("Realisasi Nasional"), b.nasional),
        Kolom(Kepala("Keterangan"), lambda k: "" if "nasional" in k.pembanding else "Belum ada data nasional"),
    ]
    return _indikator(b, j, "Perbandingan Realisasi Kinerja dengan Realisasi Nasional", kolom)


def renstra(b: Bahan) -> Tabel:
    """The matrix of Renstra targets, with the realisasi so far in some."""
    j = "renstra"
    tahun = range(TAHUN - 1, TAHUN + 3)
    kolom = [Kolom(Kepala(f"{th}", "Target"), lambda k, th=th: b.target(j, k, th)) for th in tahun]
    if b.acak.random() < 0.5:
        kolom.append(Kolom(Kepala(f"Realisasi {TAHUN}"), lambda k: b.realisasi(j, k)))
    if b.tata.kepala != "dua":
        kolom = [Kolom(Kepala(f"{k.kepala.grup} {k.kepala.teks}".strip()), k.isi) for k in kolom]
    return _indikator(b, j, f"Matriks Target Rencana Strategis Tahun {tahun[0]}-{tahun[-1]}", kolom)


def perjanjian(b: Bahan) -> list[Tabel]:
    """The PK: targets, and the budget of the programs below or in a table of its own."""
    j = "pk"
    kolom = [Kolom(Kepala(b.acak.choice(("Target", f"Target {TAHUN}"))), lambda k: b.target(j, k))]
    atas = _indikator(b, j, f"Perjanjian Kinerja Tahun {TAHUN}", kolom)
    susun = [[Sel("No", kepala=True), Sel("Program", kepala=True), Sel("Anggaran", kepala=True)]]
    susun += [[Sel(f"{n}"), Sel(s.nama), sel_angka(b.pagu(j, s))] for n, s in enumerate(b.akar.anak, 1)]
    susun.append([Sel("Jumlah", lebar=2, tebal=True), sel_angka(b.pagu(j, b.akar), medan=b.tata.medan)])
    if b.acak.random() < 0.5 or atas.lebar < 4:
        return [atas, Tabel(j, f"Anggaran Program Tahun {TAHUN}", susun)]
    for satu in susun:
        satu[-2].lebar += atas.lebar - 3
    atas.baris += susun
    return [atas]


def triwulan(b: Bahan) -> Tabel:
    """The targets of the quarters, as columns or, as the PK form has it, as rows."""
    j = "triwulan"
    if b.acak.random() < 0.6 or b.tata.sasaran != "gabung":
        kolom = [Kolom(Kepala(b.acak.choice(("Target", "Target Tahunan"))), lambda k: b.target(j, k))]
        kolom += [
            Kolom(Kepala(f"TW {r}", "Target Triwulan"), lambda k, n=n: b.triwulan(k)[n])
            for n, r in enumerate(("I", "II", "III", "IV"))
        ]
        return _indikator(b, j, f"Target Kinerja Triwulanan Tahun {TAHUN}", kolom)
    baris = [[Sel(x, kepala=True) for x in ("No", "Indikator Kinerja", "Target Tahunan", "Triwulan", "Target")]]
    for n, k in enumerate(b.indikator, 1):
        for q, a in enumerate(b.triwulan(k)):
            muka = [Sel(str(n), tinggi=4), Sel(k.nama, tinggi=4), sel_angka(b.target(j, k), tinggi=4)] if q == 0 else []
            baris.append([*muka, Sel(f"Triwulan {('I', 'II', 'III', 'IV')[q]}"), sel_angka(a)])
    return Tabel(j, f"Target Kinerja per Triwulan Tahun {TAHUN}", baris)


def iku(b: Bahan) -> Tabel:
    """The card of the indicators: words mostly, with numbers in its formulas that are no figures."""
    cara = (
        "Jumlah yang memenuhi dibagi jumlah seluruhnya dikali 100%",
        "(R / T) x 100",
        "Hasil survei terhadap paling sedikit 150 responden",
    )
    kolom = [
        Kolom(Kepala("Formulasi Perhitungan"), lambda k: Sel(b.acak.choice(cara))),
        Kolom(Kepala("Penanggung Jawab"), lambda k: Sel(b.acak.choice(("Sekretariat", "Bidang 1", "Bidang 2")))),
    ]
    if b.acak.random() < 0.4:
        kolom.insert(0, Kolom(Kepala(f"Target {TAHUN}"), lambda k: b.target("iku", k)))
    return _indikator(b, "iku", "Indikator Kinerja Utama", kolom)


def satu_indikator(b: Bahan, k: Indikator) -> Tabel:
    """A small table of one indicator, the years as rows."""
    j = "perbandingan"
    baris = [[Sel(x, kepala=True) for x in ("Tahun", "Target", "Realisasi", "Capaian")]]
    for th in range(TAHUN - 2, TAHUN + 1):
        c = b.capaian(j, k, th)
        isi = [sel_angka(b.target(j, k, th)), sel_angka(b.realisasi(j, k, th)), sel_angka(c) if c else Sel("-")]
        baris.append([Sel(str(th)), *isi])
    return Tabel(j, f"Perkembangan {k.nama} Tahun {TAHUN - 2}-{TAHUN}", baris)


def ikhtisar(b: Bahan) -> Tabel:
    """Figures and money in one table: each sasaran with the budget of its programs."""
    j, baris = "ikhtisar", []
    kolom = [Kepala("No"), Kepala("Sasaran"), Kepala("Indikator Kinerja"), Kepala("Target", "Kinerja"),
             Kepala("Realisasi", "Kinerja"), Kepala("Capaian", "Kinerja"), Kepala("Pagu", "Anggaran"),
             Kepala("Realisasi", "Anggaran"), Kepala("%", "Anggaran")]  # fmt: skip
    for n, (kode, nama) in enumerate(b.sasaran.items(), 1):
        milik = b.milik(kode)
        program = [s for s in b.akar.anak if s.sasaran == kode]
        pagu, nyata = sum(s.pagu for s in program), sum(s.realisasi for s in program)
        uang = [Sel("-", tinggi=len(milik)) for _ in range(3)]
        if pagu:
            uang = [
                sel_angka(b.uang(j, "pagu", nama, kode, pagu), tinggi=len(milik)),
                sel_angka(b.uang(j, "realisasi_rp", nama, kode, nyata), tinggi=len(milik)),
                sel_angka(b.persen(j, "serapan", nama, kode, Fraction(nyata * 100, pagu)), tinggi=len(milik)),
            ]
        for m, k in enumerate(milik):
            muka = [Sel(str(n), tinggi=len(milik)), Sel(nama, tinggi=len(milik))] if m == 0 else []
            c = b.capaian(j, k)
            isi = [sel_angka(b.target(j, k)), sel_angka(b.realisasi(j, k)), sel_angka(c) if c else Sel("-")]
            baris.append([*muka, Sel(k.nama), *isi, *(uang if m == 0 else [])])
    atas = kepala(kolom, b.tata, b.acak)
    return Tabel(j, f"Ikhtisar Capaian Kinerja dan Anggaran Tahun {TAHUN}", [*atas, *baris], len(atas))

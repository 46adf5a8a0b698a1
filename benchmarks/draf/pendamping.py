"""Write the files that come with a draft: the signed PK as typed rows, and the report of the year before."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import xlsxwriter

from benchmarks.draf import word
from benchmarks.draf.bahan import TAHUN, Bahan
from benchmarks.draf.model import Naskah, Paragraf, Sel, Tabel, sel_angka
from benchmarks.pemeriksaan import rumus


def tulis(naskah: Naskah, b: Bahan, folder: Path) -> list[str]:
    """Write both files; what was planted in them replaces what the draft says. Return their names."""
    pk, lalu = "pk.xlsx", f"lkip-{TAHUN - 1}.docx"
    _pk(b, naskah.pendamping.get("pk.xlsx", {}), folder / pk)
    word.tulis(_lalu(b, naskah.pendamping.get(lalu, {})), folder / lalu)
    return [pk, lalu]


def _pk(b: Bahan, ganti: dict[str, Fraction], ke: Path) -> None:
    with xlsxwriter.Workbook(str(ke)) as buku:
        lembar = buku.add_worksheet("PK")
        lembar.write_row(0, 0, [f"Perjanjian Kinerja {b.nama} Tahun {TAHUN}"])
        lembar.write_row(2, 0, ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target"])
        baris = 3
        for n, k in enumerate(b.indikator, 1):
            a = b.target("pk", k)
            if k.kode in ganti:
                a.ubah(ganti[k.kode])
            lembar.write_row(baris, 0, [n, b.sasaran[k.sasaran], k.nama, k.satuan, a.tercetak])
            baris += 1
        lembar.write_row(baris + 1, 0, ["No", "Program", "", "", "Anggaran"])
        for n, s in enumerate(b.akar.anak, 1):
            pagu = int(ganti.get(s.kode, Fraction(s.pagu)))
            lembar.write_row(baris + 1 + n, 0, [n, s.nama, "", "", pagu])


def _lalu(b: Bahan, ganti: dict[str, Fraction]) -> Naskah:
    th = TAHUN - 1
    baris = [[Sel(x, kepala=True) for x in
              ("No", "Sasaran", "Indikator Kinerja", f"Target {th}", f"Realisasi {th}", "Capaian")]]  # fmt: skip
    for n, k in enumerate(b.indikator, 1):
        r = b.realisasi("pengukuran", k, th)
        if k.kode in ganti:
            r.ubah(ganti[k.kode])
        assert isinstance(r.nilai, Fraction)
        x = rumus.batasi(rumus.mentah(k.jenis, k.target[th], r.nilai, b.cara), b.batas)
        c = Sel("-") if x is None else sel_angka(b.persen("pengukuran", "capaian", k.nama, k.kode, x, th))
        isi = [sel_angka(b.target("pengukuran", k, th)), sel_angka(r), c]
        baris.append([Sel(str(n)), Sel(b.sasaran[k.sasaran]), Sel(k.nama), *isi])
    judul = [
        Paragraf([f"Laporan Kinerja {b.nama} Tahun {th}"], "bab"),
        Paragraf([f"Tabel 3.1 Pengukuran Kinerja {th}"]),
    ]
    return Naskah(f"lalu-{b.nama}", th, "lalu", [*judul, Tabel("pengukuran", "", baris)])

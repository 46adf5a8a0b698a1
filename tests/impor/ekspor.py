"""Exports as other systems write them, generated: titles, several header rows, merged groups, totals, account lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

# Program → kegiatan → sub kegiatan → account lines, with pagu and realisasi; the budget of a small agency.
POHON = {
    ("2.07.01", "Program Penunjang Urusan Pemerintahan Daerah"): {
        ("2.07.01.2.01", "Perencanaan dan Evaluasi Kinerja"): {
            ("2.07.01.2.01.0001", "Penyusunan Dokumen Perencanaan"): [
                ("5.1.02.01.01.0024", "Belanja Alat Tulis Kantor", 12_500_000, 12_000_000),
                ("5.1.02.02.01.0003", "Honorarium Narasumber", 25_000_000, 24_750_500),
            ],
            ("2.07.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah"): [
                ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat", 15_000_000, 14_980_000),
            ],
        },
        ("2.07.01.2.02", "Administrasi Keuangan"): {
            ("2.07.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN"): [
                ("5.1.01.01.01.0001", "Belanja Gaji Pokok PNS", 9_800_000_000, 9_650_123_456),
            ],
        },
    },
    ("2.07.03", "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja"): {
        ("2.07.03.2.01", "Pelatihan Berdasarkan Unit Kompetensi"): {
            ("2.07.03.2.01.0001", "Proses Pelaksanaan Pendidikan dan Pelatihan"): [
                ("5.1.02.02.01.0013", "Jasa Tenaga Ahli", 1_260_000, 1_000_000),
                ("5.2.02.05.01.0005", "Belanja Modal Alat Kantor", 640_000_000, 612_340_000),
            ],
        },
    },
}


def simpul() -> list[tuple[str, str, str, int, int]]:
    """Return every line above the accounts, in order: code, level, name, pagu, realisasi."""
    hasil = []

    def jumlah(isi: Any, kolom: int) -> int:
        return sum(r[kolom] for r in isi) if isinstance(isi, list) else sum(jumlah(v, kolom) for v in isi.values())

    def telusuri(isi: dict, tingkat: tuple[str, ...]) -> None:
        for (kode, nama), rinci in isi.items():
            hasil.append((kode, tingkat[0], nama, jumlah(rinci, 2), jumlah(rinci, 3)))
            if isinstance(rinci, dict):
                telusuri(rinci, tingkat[1:])

    telusuri(POHON, ("program", "kegiatan", "sub_kegiatan"))
    return hasil


def anggaran() -> list[tuple[str, str, str, int, int]]:
    """Return what `anggaran.csv` must say of it: code, parent, level, pagu, realisasi of each row but the root."""
    semua = simpul()
    kode = {k for k, *_ in semua}

    def induk(k: str) -> str:
        bagian = k.split(".")
        return next((i for n in range(len(bagian) - 1, 0, -1) if (i := ".".join(bagian[:n])) in kode), "0")

    return [(k, induk(k), t, p, r) for k, t, _, p, r in semua]


def rekening_dari(kode: str) -> list[tuple[str, str, int, int]]:
    for kegiatan in POHON.values():
        for sub in kegiatan.values():
            for (k, _), isi in sub.items():
                if k == kode:
                    return isi
    return []


def _rp(angka: int) -> str:
    return f"Rp {angka:,}".replace(",", ".") + ",00"


def sipd_rekening(path: Path, judul: int = 3) -> Path:
    """Write a SIPD-like list: title rows, column numbers, levels above program, account lines, amounts as Rp texts."""
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Laporan Realisasi")
        isi.merge_range("A1:D1", "PEMERINTAH KOTA CONTOH")
        isi.merge_range("A2:D2", "LAPORAN REALISASI ANGGARAN TAHUN 2025")
        for k, teks in enumerate(("Kode Rekening", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)")):
            isi.write(judul, k, teks)
            isi.write(judul + 1, k, k + 1)
        total = [sum(s[i] for s in simpul() if s[1] == "program") for i in (3, 4)]
        baris = [
            ("2", "URUSAN WAJIB NON PELAYANAN DASAR", *total),
            ("2.07", "BIDANG TENAGA KERJA", *total),
        ]
        for kode, _, nama, pagu, realisasi in simpul():
            baris.append((kode, nama, pagu, realisasi))
            baris += rekening_dari(kode)
        baris.append(("", "JUMLAH", *total))
        for b, (kode, nama, pagu, realisasi) in enumerate(baris, start=judul + 2):
            isi.write_string(b, 0, f"{kode}\u00a0")
            isi.write_string(b, 1, f"  {nama}")
            isi.write_string(b, 2, _rp(pagu))
            isi.write_string(b, 3, _rp(realisasi))
        isi.write(b + 2, 1, "Kota Contoh, 31 Desember 2025")
        isi.write(b + 3, 1, "Kepala Dinas")
    return path


def sipd_gabungan(path: Path) -> Path:
    """Write a SIPD-like matrix: two header rows, program and kegiatan merged beside their details, two documents."""
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Matriks")
        isi.write(0, 0, "Rekapitulasi Belanja Perangkat Daerah")
        for k, judul in enumerate(("Program", "Kegiatan", "Sub Kegiatan")):
            isi.merge_range(2, 2 * k, 2, 2 * k + 1, judul)
            isi.write(3, 2 * k, "Kode")
            isi.write(3, 2 * k + 1, "Nama")
        isi.merge_range(2, 6, 2, 7, "Pagu")
        isi.write(3, 6, "DPA")
        isi.write(3, 7, "DPPA")
        isi.merge_range(2, 8, 3, 8, "Realisasi")
        b = 4
        for (kp, np), kegiatan in POHON.items():
            awal_p = b
            for (kk, nk), sub in kegiatan.items():
                awal_k = b
                for (ks, ns), rinci in sub.items():
                    isi.write_row(b, 4, [ks, ns])
                    pagu, realisasi = sum(r[2] for r in rinci), sum(r[3] for r in rinci)
                    isi.write_row(b, 6, [pagu, pagu + 1_000_000, realisasi])
                    b += 1
                _gabung(isi, awal_k, b - 1, 2, kk, nk)
            _gabung(isi, awal_p, b - 1, 0, kp, np)
            isi.write(b, 1, f"Jumlah {np}")
            milik = [r for sub in kegiatan.values() for rinci in sub.values() for r in rinci]
            jumlah = sum(r[2] for r in milik)
            n = sum(len(sub) for sub in kegiatan.values())
            isi.write_row(b, 6, [jumlah, jumlah + n * 1_000_000, sum(r[3] for r in milik)])
            b += 1
    return path


def _gabung(isi: Any, awal: int, akhir: int, kolom: int, *teks: str) -> None:
    for k, t in enumerate(teks, start=kolom):
        if akhir > awal:
            isi.merge_range(awal, k, akhir, k, t)
        else:
            isi.write(awal, k, t)


def esakip(path: Path) -> Path:
    """Write an e-SAKIP-like table: sasaran merged, target and realisasi of each quarter under two header rows."""
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Pengukuran")
        persen = buku.add_format({"num_format": "0.00%"})
        isi.write(0, 0, "PENGUKURAN KINERJA TRIWULAN")
        for k, judul in enumerate(("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan")):
            isi.merge_range(3, k, 4, k, judul)
        for n, judul in enumerate(("Target", "Realisasi")):
            awal = 4 + 5 * n
            isi.merge_range(3, awal, 3, awal + 4, judul)
            isi.write_row(4, awal, ["TW I", "TW II", "TW III", "TW IV", "Tahunan"])
        isi.write(5, 0, 1)
        isi.merge_range(5, 1, 6, 1, "Meningkatnya kualitas tenaga kerja")
        isi.write_row(5, 2, ["Tingkat Pengangguran Terbuka", "Persen"])
        isi.write_row(5, 4, [9, 8.9, 8.7, 8.55, 8.55])
        isi.write_row(5, 9, [8.8, "8,60", "8.10", 7.82, 7.82])
        isi.write(6, 0, 2)
        isi.write_row(6, 2, ["Persentase Perselisihan yang Diselesaikan", "%"])
        isi.write_row(6, 4, [0.25, 0.5, 0.75, 1, 1], persen)
        isi.write_row(6, 9, [0.2, 0.55, "-", 1, 1], persen)
        isi.write(7, 0, 3)
        isi.write_row(7, 1, ["Meningkatnya akuntabilitas", "Nilai AKIP", "Nilai"])
        isi.write_row(7, 8, [65])
        isi.write_row(7, 13, [64.17])
    return path


def daftar(path: Path) -> Path:
    """Write a plain list: level in a column of its own, code over several columns, amounts in thousands."""
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Sheet1")
        isi.write_row(0, 0, ["Kd Program", "Kd Kegiatan", "Kd Sub", "Nama", "Pagu (ribu)", "Serapan (ribu)", "PPTK"])
        for b, (kode, _, nama, pagu, realisasi) in enumerate(simpul(), start=1):
            bagian = kode.split(".")
            letak = {3: 0, 5: 1, 6: 2}[len(bagian)]
            potong = {0: ".".join(bagian), 1: ".".join(bagian[3:]), 2: bagian[-1]}[letak]
            isi.write_string(b, letak, potong)
            isi.write_row(b, 3, [nama, pagu / 1000, realisasi / 1000, "Budi"])
    return path

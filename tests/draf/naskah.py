"""Make small drafts in Word: captions, tables of rows, paragraphs, and raw parts where python-docx has no word."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx

from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.sentences.digits import banyak_angka

UKUR = (
    ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Meningkatnya mutu layanan", "Indeks Layanan Warga", "Nilai", "80", "84", "105,00"],
    ["2", "Menurunnya antrean", "Lama Antrean Rata-Rata Loket", "Menit", "10", "8", "120,00"],
)
UANG = (
    ["Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"],
    ["A", "Program Layanan", "3.000.000.000", "2.700.000.000", "90,00"],
    ["A.1", "Kegiatan Loket", "1.000.000.000", "900.000.000", "90,00"],
    ["A.2", "Kegiatan Antrean", "2.000.000.000", "1.800.000.000", "90,00"],
    ["", "Jumlah", "3.000.000.000", "2.700.000.000", "90,00"],
)
SKALA = (
    ["No", "Interval Nilai Realisasi Kinerja", "Kriteria"],
    ["1", "91 ≤ 100", "Baik Sekali"],
    ["2", "76 ≤ 90", "Baik"],
    ["3", "≤ 75", "Belum Baik"],
)
JUDUL_UKUR = "Tabel 3.1 Pengukuran Kinerja Tahun 2024"
JUDUL_UANG = "Tabel 3.2 Realisasi Anggaran Tahun 2024"
Isi = str | Sequence[Sequence[str]]


def tulis(path: Path, *isi: Isi) -> Path:
    """Write a draft: a text is a paragraph, rows are a table."""
    dokumen = docx.Document()
    for satu in isi:
        if isinstance(satu, str):
            dokumen.add_paragraph(satu)
            continue
        tabel = dokumen.add_table(len(satu), max(map(len, satu)))
        for b, baris in enumerate(satu):
            for k, teks in enumerate(baris):
                tabel.cell(b, k).text = teks
    dokumen.save(str(path))
    return path


def draf(path: Path) -> Path:
    """Write a draft whose figures agree."""
    return tulis(
        path, "LAPORAN KINERJA TAHUN 2024", JUDUL_UKUR, UKUR, "Indeks Layanan Warga mencapai 84.", JUDUL_UANG, UANG
    )


def ubah(path: Path, bagian: str, cara: Callable[[str], str]) -> Path:
    """Change one part of the file as text."""
    baru = path.with_suffix(".baru")
    with zipfile.ZipFile(path) as lama, zipfile.ZipFile(baru, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for anggota in lama.infolist():
            isi = lama.read(anggota)
            tujuan.writestr(anggota, cara(isi.decode()).encode() if anggota.filename == bagian else isi)
    shutil.move(baru, path)
    return path


def angka_kekal(bacaan: Bacaan) -> tuple[int, int]:
    """Return how many numbers the draft has and how many the buckets hold; they must always be the same."""
    return sum(banyak_angka(t) for t in bacaan.naskah.teks()), sum(banyak_angka(a.tercetak) for a in bacaan.angka)

"""The sheets of what was corrected and found: corrections, the reviewer's working paper, and recomputation."""

from __future__ import annotations

from typing import Any

from lkip_lib.buku.laporan import Laporan
from lkip_lib.errors import sebut_tempat
from lkip_lib.frames import catatan
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.publish.workbook.sheet import Kolom, Lembar, Sel, kata, masukan, tetap


def kolom(frame: str, kunci: str, judul: str, bentuk: str = "teks", lebar: float = 14) -> Kolom:
    """Declare a column whose meaning is that of the pipeline's own table."""
    return Kolom(kunci, judul, "", bentuk, lebar, kata(KELUARAN[frame][kunci][1]))


KOLOM_KOREKSI = (
    kolom("koreksi", "berkas", "Berkas", lebar=24),
    kolom("koreksi", "baris", "Baris", bentuk="bulat", lebar=8),
    kolom("koreksi", "kolom", "Kolom", lebar=12),
    kolom("koreksi", "expect", "Tercetak", lebar=18),
    kolom("koreksi", "become", "Menjadi", lebar=18),
    kolom("koreksi", "reason", "Sebab", lebar=50),
    kolom("koreksi", "evidence", "Bukti", lebar=50),
)
KOLOM_REVIU = (
    kolom("pemeriksaan", "id", "Id", lebar=26),
    kolom("pemeriksaan", "tingkat", "Tingkat", lebar=12),
    kolom("pemeriksaan", "status", "Status", lebar=11),
    kolom("pemeriksaan", "pekerjaan", "Pekerjaan", lebar=12),
    kolom("pemeriksaan", "akar", "Akar", lebar=26),
    kolom("pemeriksaan", "tempat", "Tempat", lebar=26),
    Kolom("sel", "Sel data", lebar=26, arti="Berkas, baris, dan kolom"),
    kolom("pemeriksaan", "tercetak", "Tercetak", lebar=18),
    kolom("pemeriksaan", "seharusnya", "Seharusnya", lebar=18),
    kolom("pemeriksaan", "penjelasan", "Penjelasan", lebar=52),
    kolom("pemeriksaan", "juga", "Begitu pula", lebar=30),
    kolom("pemeriksaan", "saran", "Saran", lebar=44),
    Kolom("tanggapan", "Tanggapan", lebar=36, arti="Diisi penanggung jawab data"),
    Kolom("oleh", "Oleh", lebar=16, arti="Yang menanggapi"),
    Kolom("tanggal", "Tanggal", lebar=13, arti="Tanggal tanggapan"),
)
KOLOM_REPLIKASI = (
    kolom("replikasi", "berkas", "Berkas", lebar=24),
    kolom("replikasi", "baris", "Baris", bentuk="bulat", lebar=8),
    kolom("replikasi", "besaran", "Besaran", lebar=22),
    kolom("replikasi", "jenis_subjek", "Jenis subjek", lebar=13),
    kolom("replikasi", "subjek", "Subjek", lebar=14),
    kolom("replikasi", "dokumen", "Dokumen", lebar=12),
    kolom("replikasi", "tercetak", "Tercetak", lebar=22),
    kolom("replikasi", "dihitung", "Hitung ulang", bentuk="#,##0.00", lebar=20),
    kolom("replikasi", "dihitung_label", "Hitung ulang (kata)", lebar=20),
    kolom("replikasi", "verdik", "Hasil", lebar=22),
)


def koreksi(laporan: Laporan) -> Lembar:
    """List the printed figures that were corrected, with reason and proof."""
    return Lembar("Koreksi", "Angka tercetak yang diperbaiki", KOLOM_KOREKSI, _salin(laporan, "koreksi", KOLOM_KOREKSI))


def replikasi(laporan: Laporan) -> Lembar:
    """Hold what the report printed against what its own figures give."""
    judul = "Hitungan tercetak dan hitung ulang"
    return Lembar("Replikasi", judul, KOLOM_REPLIKASI, _salin(laporan, "replikasi", KOLOM_REPLIKASI))


def reviu(laporan: Laporan) -> Lembar:
    """Write the working paper: every note of the checks, and room for an answer."""
    jawaban = {t.id: (t.reason, t.by, t.date.isoformat()) for t in laporan.bahan.tanggapan}
    baris = []
    for b in catatan(laporan.bahan.frames["pemeriksaan"]):
        isi = {**b, "sel": sebut_tempat(b["berkas"], b["baris"], b["kolom"])}
        sel = [Sel(isi[k.kunci]) for k in KOLOM_REVIU[:-3]]
        baris.append([*sel, *(masukan(t) for t in jawaban.get(b["id"], ("", "", "")))])
    petunjuk = (
        "Isi kolom Tanggapan, Oleh, dan Tanggal; tanggapan yang disetujui disalin ke jawaban.yml atau lembar jawaban."
    )
    return Lembar("Kertas kerja reviu", "Kertas kerja reviu", KOLOM_REVIU, baris, (), petunjuk)


# Columns of codes, shown as words.
_BERKODE = ("besaran", "jenis_subjek", "verdik")


def _salin(laporan: Laporan, frame: str, milik: tuple[Kolom, ...]) -> list[list[Sel]]:
    def sel(kunci: str, nilai: Any) -> Sel:
        if not isinstance(nilai, str):
            return tetap(nilai)
        return Sel(kata(nilai) if kunci in _BERKODE else nilai)

    return [[sel(k.kunci, b[k.kunci]) for k in milik] for b in catatan(laporan.bahan.frames[frame])]

"""Where everything stands in the workbook: the columns of its sheets, their rows, and the names for readers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from lkip_lib.buku.laporan import Laporan
from lkip_lib.frames import catatan
from lkip_lib.langkah.anggaran import dokumen_anggaran
from lkip_lib.langkah.pernyataan import target_tahunan
from lkip_lib.ledger import buat_id
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.publish.workbook_sheet import Kolom, Letak, desimal, kata, kosong
from lkip_lib.stages.capaian import siapkan

Baris = dict[str, Any]

# The names by which formulas call whole columns: sheet and column.
NAMA_KOLOM = {
    "Indikator_Sasaran": ("Indikator", "sasaran"),
    "Indikator_Bobot": ("Indikator", "bobot"),
    "Indikator_Mentah": ("Indikator", "capaian_mentah_persen"),
    "Indikator_Capaian": ("Indikator", "capaian_persen"),
    "Indikator_Tercapai": ("Indikator", "tercapai"),
    "Sasaran_Mentah": ("Sasaran", "capaian_mentah_persen"),
    "Sasaran_Capaian": ("Sasaran", "capaian_persen"),
    "Pendukung_Sasaran": ("Pendukung", "sasaran"),
    "Pendukung_Bobot": ("Pendukung", "bobot"),
    "Pendukung_Pagu": ("Pendukung", "pagu_rp"),
    "Pendukung_Realisasi": ("Pendukung", "realisasi_rp"),
}
_RENTANG = (
    Kolom("target_bawah", "Batas bawah target", "satuan indikator", "#,##0.00", 11, "Ujung bawah target rentang"),
    Kolom("target_atas", "Batas atas target", "satuan indikator", "#,##0.00", 11, "Ujung atas target rentang"),
)


def kolom(frame: str, kunci: str, judul: str, satuan: str = "", bentuk: str = "teks", lebar: float = 14) -> Kolom:
    """Declare a column whose meaning is that of the pipeline's own table."""
    return Kolom(kunci, judul, satuan, bentuk, lebar, kata(KELUARAN[frame][kunci][1]))


def persen(frame: str, kunci: str, judul: str) -> Kolom:
    """Declare a column of percentages: 98.72, not 0.9872."""
    return kolom(frame, kunci, judul, "persen", "persen", 11)


def rupiah(frame: str, kunci: str, judul: str) -> Kolom:
    """Declare a column of rupiah."""
    return kolom(frame, kunci, judul, "rupiah", "rupiah", 18)


class Susunan:
    """Hold a report as the sheets need it: rows, places of cells, and what a figure was computed by."""

    def __init__(self, laporan: Laporan) -> None:
        self.bahan = laporan.bahan
        self.isi = laporan.isi
        self.params = self.bahan.params
        self.edisi = laporan.edisi
        self._baris: dict[str, list[Baris]] = {}
        self.kartu: Mapping[str, Baris] = {b["kode"]: b for b in catatan(self.bahan.ketik("indikator"))}
        self.letak = {
            nama: Letak(nama, milik, len(self.baris(frame)))
            for nama, frame, milik in (
                ("Indikator", "indikator", self.kolom_indikator),
                ("Sasaran", "sasaran", KOLOM_SASARAN),
                ("Anggaran", "anggaran", KOLOM_ANGGARAN),
                ("Riwayat", "riwayat", self.kolom_riwayat),
            )
        }
        self.letak["Pendukung"] = Letak("Pendukung", KOLOM_PENDUKUNG, len(self.pendukung))

    def baris(self, frame: str) -> list[Baris]:
        """Return the rows of a frame; one that the run does not have is empty."""
        if frame not in self._baris:
            self._baris[frame] = catatan(self.bahan.frames[frame]) if frame in self.bahan.frames else []
        return self._baris[frame]

    def rumus(self, *bagian: str, tahun: Any = None, dokumen: str = "") -> str:
        """Name the formula by which a figure was made, "" when it was not."""
        id = buat_id(*bagian, dokumen=dokumen, tahun=self.bahan.tahun if tahun is None else tahun)
        return str(self.bahan.ledger[id]["rumus"]) if id in self.bahan.ledger else ""

    def nilai(self, *bagian: str, tahun: Any = None) -> Any:
        """Return a figure of the ledger, None when there is none."""
        id = buat_id(*bagian, tahun=self.bahan.tahun if tahun is None else tahun)
        return self.bahan.ledger[id]["nilai"] if id in self.bahan.ledger else None

    def bentuk(self, kode: str) -> str:
        """Return the number format of an indicator's own figures."""
        return desimal(self.isi.desimal.get(kode, 2))

    @cached_property
    def target(self) -> Mapping[tuple[str, int], Baris]:
        """Map indicator and year to the target measured against, with its kind and the ends of its range."""
        _, target, _ = siapkan(self.bahan)  # in a quarter that to its end
        milik = target_tahunan(target, self.params.dokumen_target)
        return {(b["indikator"], b["tahun"]): b for b in catatan(milik)}

    def jenis(self, kode: str, tahun: int) -> str:
        """Say what kind of target an indicator has in a year: the document's own word first."""
        return str(self.target.get((kode, tahun), {}).get("jenis") or self.kartu.get(kode, {}).get("jenis", ""))

    def berentang(self, kode: str, tahun: int) -> bool:
        return self.jenis(kode, tahun) in ("rentang", "batas")

    def dari_perubahan(self, kode: str, tahun: int) -> bool:
        """Tell whether a year is measured by the change of a level, since its document targets a change."""
        return self.jenis(kode, tahun) == "perubahan" != self.kartu.get(kode, {}).get("jenis")

    @cached_property
    def kolom_indikator(self) -> tuple[Kolom, ...]:
        ada = any(self.berentang(b["kode"], self.bahan.tahun) for b in self.baris("indikator"))
        return (
            kolom("indikator", "kode", "Kode", lebar=12),
            kolom("indikator", "sasaran", "Sasaran", lebar=9),
            kolom("indikator", "nama", "Indikator", lebar=38),
            kolom("indikator", "satuan", "Satuan", lebar=10),
            kolom("indikator", "arah", "Arah", lebar=8),
            kolom("indikator", "bobot", "Bobot", bentuk="General", lebar=8),
            kolom("indikator", "target", "Target", "satuan indikator", "#,##0.00", 11),
            *(_RENTANG if ada else ()),
            kolom("indikator", "realisasi", "Realisasi", "satuan indikator", "#,##0.00", 11),
            persen("indikator", "capaian_mentah_persen", "Capaian mentah"),
            persen("indikator", "capaian_persen", "Capaian"),
            kolom("indikator", "predikat", "Predikat", lebar=15),
            Kolom("tercapai", "Tercapai", lebar=10, arti="ya bila capaian mentah sekurangnya Ambang_Tercapai"),
            kolom("indikator", "status_nilai", "Status", lebar=14),
            kolom("indikator", "rumus", "Rumus", lebar=34),
        )

    @cached_property
    def kolom_riwayat(self) -> tuple[Kolom, ...]:
        ada = any(self.berentang(b["kode"], b["tahun"]) for b in self.baris("riwayat"))
        return (
            kolom("riwayat", "kode", "Kode", lebar=12),
            Kolom("nama", "Indikator", lebar=38, arti="Nama indikator"),
            kolom("riwayat", "tahun", "Tahun", bentuk="bulat", lebar=8),
            kolom("riwayat", "lingkup", "Lingkup", lebar=11),
            kolom("riwayat", "target", "Target", "satuan indikator", "#,##0.00", 11),
            *(_RENTANG if ada else ()),
            kolom("riwayat", "realisasi", "Realisasi", "satuan indikator", "#,##0.00", 11),
            Kolom("capaian_mentah_persen", "Capaian mentah", "persen", "persen", 11, "Capaian sebelum dibatasi"),
            persen("riwayat", "capaian_persen", "Capaian"),
            kolom("riwayat", "predikat_nilai", "Predikat nilai", lebar=11),
            kolom("riwayat", "berselisih", "Nilai lain", lebar=16),
        )

    @cached_property
    def pendukung(self) -> list[Baris]:
        """Return the programs behind the absorption of each sasaran, with their weight and money."""
        anggaran = {b["kode"]: b for b in self.baris("anggaran")}
        return [b | _uang(anggaran[b["program"]]) for b in self.baris("pendukung") if b["program"] in anggaran]

    def berbobot(self, program: list[Baris], kunci: str) -> Any:
        """Add up the money of supporting programs; with one missing there is no sum."""
        if not program or any(kosong(p[kunci]) for p in program):
            return None
        return sum(p[kunci] * p["bobot"] for p in program)

    @cached_property
    def dokumen_anggaran(self) -> str:
        return dokumen_anggaran(self.bahan.ketik("anggaran"), self.params.dokumen_anggaran)

    def tempat(self, lembar: str, **kunci: Any) -> int | None:
        """Find the row of a table by its values, None when there is none."""
        semua = self.baris(lembar.lower())
        return next((i for i, b in enumerate(semua) if all(b[k] == v for k, v in kunci.items())), None)


def _uang(b: Baris) -> Baris:
    return {k: b[k] for k in ("nama", "pagu_rp", "realisasi_rp")}


KOLOM_SASARAN = (
    kolom("sasaran", "kode", "Kode", lebar=9),
    kolom("sasaran", "nama", "Sasaran", lebar=44),
    Kolom("capaian_mentah_persen", "Capaian mentah", "persen", "persen", 11, "Rata-rata capaian sebelum dibatasi"),
    persen("sasaran", "capaian_persen", "Capaian"),
    kolom("sasaran", "predikat", "Predikat", lebar=15),
    kolom("sasaran", "n_indikator", "Banyak indikator", bentuk="bulat", lebar=10),
    kolom("sasaran", "n_terhitung", "Terhitung", bentuk="bulat", lebar=10),
    Kolom("pagu_rp", "Pagu pendukung", "rupiah", "rupiah", 18, "Pagu program pendukung menurut bobotnya"),
    Kolom("realisasi_rp", "Realisasi pendukung", "rupiah", "rupiah", 18, "Realisasi program pendukung"),
    persen("sasaran", "serapan_persen", "Serapan"),
)
KOLOM_PENDUKUNG = (
    Kolom("sasaran", "Sasaran", lebar=10, arti="Kode sasaran"),
    Kolom("program", "Program", lebar=14, arti="Kode program dalam lembar Anggaran"),
    Kolom("nama", "Nama program", lebar=50, arti="Nama program"),
    Kolom("bobot", "Bobot", bentuk="General", lebar=9, arti="Bagian program yang mendukung sasaran itu"),
    rupiah("anggaran", "pagu_rp", "Pagu"),
    rupiah("anggaran", "realisasi_rp", "Realisasi"),
)
KOLOM_ANGGARAN = (
    kolom("anggaran", "kode", "Kode", lebar=14),
    kolom("anggaran", "induk", "Induk", lebar=11),
    kolom("anggaran", "tingkat", "Tingkat", lebar=13),
    kolom("anggaran", "nama", "Nama", lebar=44),
    rupiah("anggaran", "pagu_rp", "Pagu"),
    rupiah("anggaran", "realisasi_rp", "Realisasi"),
    persen("anggaran", "serapan_persen", "Serapan"),
    rupiah("anggaran", "sisa_rp", "Sisa"),
    rupiah("anggaran", "pagu_anak_rp", "Jumlah pagu rincian"),
    rupiah("anggaran", "realisasi_anak_rp", "Jumlah realisasi rincian"),
    rupiah("anggaran", "residu_pagu_rp", "Selisih pagu"),
    rupiah("anggaran", "residu_realisasi_rp", "Selisih realisasi"),
    kolom("anggaran", "asal", "Asal", lebar=15),
)

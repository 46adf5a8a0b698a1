"""Names of fictional agencies: plausible in shape, of places that do not exist."""

from __future__ import annotations

import random
from dataclasses import dataclass

_AWAL = "Arga Banyu Candra Dwipa Giri Indra Jala Kerta Loka Mandala Nawa Padma Ratna Samudra Tirta Wana "
_AWAL += "Bayu Surya Puspa Rimba"
_AKHIR = "rekana anta fiksi maya rupaka semua nirwana khayal bayang cerita angan mimpi dongeng kelana purba"
WILAYAH = tuple(f"{a}{b}" for b in _AKHIR.split() for a in _AWAL.split())

_URUSAN = (
    "Kesehatan,Pendidikan,Perhubungan,Sosial,Pertanian,Perikanan,Lingkungan Hidup,Perpustakaan,Pariwisata,Pemuda,"
    "Perdagangan,Perindustrian,Tenaga Kerja,Kependudukan,Komunikasi,Koperasi,Pekerjaan Umum,Perumahan"
)
_KECAMATAN = "Lor,Kidul,Wetan,Kulon,Tengah,Hilir,Hulu,Lereng,Muara,Pesisir"
# What one city or district has: kind, name, and the head of it.
_SUSUNAN = (
    *(("dinas", f"Dinas {u}", f"Kepala Dinas {u}") for u in _URUSAN.split(",")),
    ("dinas", "Badan Perencanaan Pembangunan", "Kepala Badan Perencanaan Pembangunan"),
    ("dinas", "Badan Keuangan", "Kepala Badan Keuangan"),
    ("dinas", "Badan Kepegawaian", "Kepala Badan Kepegawaian"),
    ("dinas", "Badan Penanggulangan Bencana", "Kepala Pelaksana Badan Penanggulangan Bencana"),
    ("dinas", "Satuan Polisi Pamong Praja", "Kepala Satuan Polisi Pamong Praja"),
    ("dinas", "Inspektorat", "Inspektur"),
    ("dinas", "Sekretariat Daerah", "Sekretaris Daerah"),
    ("dinas", "Sekretariat DPRD", "Sekretaris DPRD"),
    ("rumah_sakit", "Rumah Sakit Umum Melati", "Direktur"),
    ("rumah_sakit", "Rumah Sakit Ibu dan Anak Kenanga", "Direktur"),
    *(("kecamatan", f"Kecamatan {k}", "Camat") for k in _KECAMATAN.split(",")),
    ("pengadilan", "Pengadilan Negeri", "Ketua"),
    ("pengadilan", "Pengadilan Agama", "Ketua"),
)


@dataclass(frozen=True, slots=True)
class Jatidiri:
    """Hold who an agency is."""

    kode: str
    nama: str
    pemerintah: str
    jabatan: str
    bentuk: str


PALING_BANYAK = len(_SUSUNAN) * len(WILAYAH) * 2


def jatidiri(benih: int, nomor: int) -> Jatidiri:
    """Name the agency of a number, 0 onwards; the seed decides in which order a region's agencies come."""
    kelompok, urutan = divmod(nomor, len(_SUSUNAN))
    putaran, letak = divmod(kelompok, len(WILAYAH))
    wilayah = f"{('Kota', 'Kabupaten')[putaran]} {WILAYAH[letak]}"
    susunan = random.Random(f"{benih} susunan {kelompok}").sample(_SUSUNAN, len(_SUSUNAN))
    bentuk, nama, jabatan = susunan[urutan]
    lengkap = f"{nama} {wilayah}"
    return Jatidiri(lengkap.lower().replace(" ", "-"), lengkap, f"Pemerintah {wilayah}", jabatan, bentuk)

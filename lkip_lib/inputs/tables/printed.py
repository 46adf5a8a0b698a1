"""The tables of what the published report printed: derived figures, sentences, and its scale."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import SUMBER, Column, Table

HITUNGAN = Table(
    "tercetak/hitungan",
    "Hitungan tercetak",
    "Angka turunan yang dicetak laporan: capaian, persentase, rata-rata, kelas, efisiensi, jumlah",
    ("besaran", "subjek", "dokumen", "tahun"),
    (
        Column("besaran", "kode", "Apa yang dicetak", wajib=True),
        Column("jenis_subjek", "kode", "Jenis subjek", wajib=True),
        Column("subjek", "kode", "Kode subjek"),
        Column("nama", "teks", "Nama seperti tercetak"),
        Column("dokumen", "kode", "Dokumen"),
        Column("tahun", "tahun", "Tahun angka itu"),
        Column("nilai", "angka", "Seperti tercetak; boleh kata (kelas)", satuan="@besaran"),
        SUMBER,
    ),
    berulang=True,
    subjek="subjek",
)

PERNYATAAN = Table(
    "tercetak/pernyataan",
    "Pernyataan dalam kalimat",
    "Angka, jumlah, kelas, tahun dan kata arah yang dinyatakan dalam kalimat laporan",
    ("kode",),
    (
        Column("kode", "kode", "Kode pernyataan", wajib=True),
        Column(
            "jenis",
            "pilihan",
            "Jenis",
            wajib=True,
            pilihan=("angka", "jumlah", "arah", "predikat", "tahun", "terbilang"),
        ),
        Column("besaran", "kode", "Apa yang dinyatakan", wajib=True),
        Column("subjek", "kode", "Kode subjek"),
        Column("lingkup", "teks", "Milik siapa angkanya"),
        Column("tahun", "teks", "Tahun menurut kalimat"),
        Column("tahun_banding", "teks", "Tahun pembanding menurut kalimat"),
        Column("nilai", "angka", "Seperti tercetak; boleh kata", satuan="@besaran"),
        Column("satuan", "teks", "Satuan"),
        Column("kutipan", "teks", "Sepuluh kata di sekitarnya"),
        SUMBER,
    ),
    subjek="kode",
)

SKALA_TERCETAK = Table(
    "tercetak/skala",
    "Skala tercetak",
    "Skala predikat seperti dicetak laporan",
    ("skala", "kategori"),
    (
        Column("skala", "kode", "Skala", wajib=True),
        Column("kategori", "teks", "Kategori", wajib=True),
        Column("nilai", "teks", "Batas seperti tercetak"),
        Column("interpretasi", "teks", "Arti"),
        SUMBER,
    ),
)

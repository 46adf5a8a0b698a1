"""The tables of what the published report printed: derived figures, sentences, and its scale."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import SUMBER, Column, Table

# Printed quantities that are recomputed, each with the kinds of subject that it may be of.
DIHITUNG_ULANG = {
    "realisasi": ("indikator",),
    "capaian_persen": ("indikator", "sasaran", "instansi", "masukan", "keluaran", "hasil"),
    "rata_rata_capaian_persen": ("sasaran", "instansi"),
    "predikat": ("indikator", "sasaran", "instansi"),
    "serapan_persen": ("sasaran", "anggaran", "instansi", "belanja"),
    "tingkat_efisiensi": ("sasaran",),
    "ukuran_efisiensi": ("sasaran",),
    "sisa_rp": ("anggaran", "instansi"),
    "pagu_rp": ("sasaran",),
    "realisasi_rp": ("sasaran",),
    "capaian_mentah_persen": ("indikator", "sasaran"),
    "n_indikator": ("sasaran", "instansi"),
    "selisih": ("indikator",),
    "bagian_persen": ("belanja",),
    "perubahan_persen": ("indikator",),
    "terhadap_nasional_persen": ("indikator",),
    "jumlah_asn": ("sdm",),
    "jumlah_non_asn": ("sdm",),
}
# Quantities in sentences that are held against the tables, by kind of claim.
DIPERIKSA = {
    "angka": (
        *("realisasi", "target", "capaian_persen", "rata_rata_capaian_persen", "pagu_rp", "realisasi_rp", "belanja_rp"),
        *("sisa_rp", "serapan_persen", "perubahan_persen", "selisih_poin", "selisih"),
        *(f"terhadap_{k}_persen" for k in ("nasional", "provinsi", "kabupaten", "kota")),
    ),
    "jumlah": (
        *(f"jumlah_{k}" for k in ("tujuan", "sasaran", "indikator", "indikator_berpredikat", "program", "kegiatan")),
        *("jumlah_sub_kegiatan", "jumlah_asn", "jumlah_non_asn"),
    ),
    "arah": ("realisasi", "target", "capaian_persen"),
    "predikat": ("predikat", "tingkat_efisiensi"),
    "tahun": (
        *("tahun_laporan", "tahun_anggaran", "tahun_renstra", "tahun_rencana", "tahun_tren", "tahun_pembanding"),
    ),
    "terbilang": ("pagu_rp", "realisasi_rp", "belanja_rp"),
}
# Words of direction, each with what sentences say for it.
KATA_ARAH = {
    "naik": ("meningkat", "bertambah"),
    "turun": ("menurun", "berkurang"),
    "tetap": ("stabil", "stagnan"),
    "sama": (),
    "lebih_tinggi": (),
    "lebih_rendah": (),
    "sesuai_target": ("mencapai_target", "memenuhi_target"),
    "melebihi": ("melebihi_target", "melampaui", "melampaui_target"),
    "fluktuatif": (),
}

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
        Column(
            "dokumen", "kode", "Dokumen; atau lingkup (nasional, provinsi) yang realisasinya dipakai sebagai target"
        ),
        Column("tahun", "tahun", "Tahun angka itu; capaian terhadap target akhir Renstra: tahun target itu"),
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

NAMA_TERCETAK = Table(
    "tercetak/nama",
    "Nama tercetak",
    "Nama tujuan, sasaran, indikator dan program seperti dicetak setiap tabel laporan",
    ("jenis", "subjek"),
    (
        Column(
            "jenis",
            "pilihan",
            "Nama apa",
            wajib=True,
            pilihan=("tujuan", "indikator_tujuan", "sasaran", "indikator", "program"),
        ),
        Column("subjek", "kode", "Kode menurut rencana; kosong bila rencana tidak memuatnya"),
        Column("nama", "teks", "Nama seperti tercetak", wajib=True),
        SUMBER,
    ),
    berulang=True,
    subjek="subjek",
)

"""The tables of what the published report printed: derived figures, sentences, and its scale."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import SUMBER, Table, angka, kode, pilihan, tahun, teks

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
        kode("besaran", "Apa yang dicetak", wajib=True),
        kode("jenis_subjek", "Jenis subjek", wajib=True),
        kode("subjek", "Kode subjek"),
        teks("nama", "Nama seperti tercetak"),
        kode("dokumen", "Dokumen; atau lingkup (nasional, provinsi) yang realisasinya dipakai sebagai target"),
        tahun("tahun", "Tahun angka itu; capaian terhadap target akhir Renstra: tahun target itu"),
        angka("nilai", "Seperti tercetak; boleh kata (kelas)", satuan="@besaran"),
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
        kode("kode", "Kode pernyataan", wajib=True),
        pilihan("jenis", "Jenis", wajib=True, pilihan=("angka", "jumlah", "arah", "predikat", "tahun", "terbilang")),
        kode("besaran", "Apa yang dinyatakan", wajib=True),
        kode("subjek", "Kode subjek"),
        teks("lingkup", "Milik siapa angkanya"),
        teks("tahun", "Tahun menurut kalimat"),
        teks("tahun_banding", "Tahun pembanding menurut kalimat"),
        angka("nilai", "Seperti tercetak; boleh kata", satuan="@besaran"),
        teks("satuan", "Satuan"),
        teks("kutipan", "Sepuluh kata di sekitarnya"),
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
        kode("skala", "Skala", wajib=True),
        teks("kategori", "Kategori", wajib=True),
        teks("nilai", "Batas seperti tercetak"),
        teks("interpretasi", "Arti"),
        SUMBER,
    ),
)

NAMA_TERCETAK = Table(
    "tercetak/nama",
    "Nama tercetak",
    "Nama tujuan, sasaran, indikator dan program seperti dicetak setiap tabel laporan",
    ("jenis", "subjek"),
    (
        pilihan(
            "jenis", "Nama apa", wajib=True, pilihan=("tujuan", "indikator_tujuan", "sasaran", "indikator", "program")
        ),
        kode("subjek", "Kode menurut rencana; kosong bila rencana tidak memuatnya"),
        teks("nama", "Nama seperti tercetak", wajib=True),
        SUMBER,
    ),
    berulang=True,
    subjek="subjek",
)

"""The tables of means: budget, cash, what it supports and yields, kinds of belanja, staff, and last year's advice."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import (
    DOKUMEN_ANGGARAN,
    PADANAN_DPPA,
    PADANAN_PERIODE,
    PADANAN_SAMPAI,
    PERIODE,
    SAMPAI,
    SUMBER,
    TINGKAT,
    YA_TIDAK,
    Table,
    angka,
    bersatuan,
    bulat,
    kode,
    pilihan,
    tahun,
    teks,
)

ANGGARAN = Table(
    "anggaran",
    "Anggaran",
    "Pagu dan realisasi setiap program, kegiatan dan sub kegiatan menurut setiap dokumen",
    ("kode", "dokumen"),
    (
        kode(
            "kode",
            "Kode anggaran; 0 untuk seluruh instansi",
            "kode rekening",
            "kode program",
            "kode anggaran",
            wajib=True,
        ),
        kode(
            "induk",
            "Kode induknya; boleh kosong bila kodenya melanjutkan kode induknya (A.1 di bawah A), dan untuk program",
            "kode induk",
        ),
        pilihan("tingkat", "Tingkat dalam pohon anggaran", "jenjang", "level", wajib=True, pilihan=TINGKAT),
        teks(
            "nama",
            "Nama seperti tercetak",
            "uraian",
            "program kegiatan",
            "program kegiatan sub kegiatan",
            "nomenklatur",
        ),
        kode("sasaran", "Sasaran yang didukung (baris program)", "kode sasaran", rujukan="sasaran"),
        pilihan(
            "dokumen",
            "Dokumen yang menyatakan",
            "dokumen sumber",
            "jenis dokumen",
            wajib=True,
            pilihan=DOKUMEN_ANGGARAN,
            padanan=PADANAN_DPPA,
        ),
        bersatuan("pagu", "rupiah", "Pagu (rupiah)", "pagu anggaran", "anggaran", "alokasi", "alokasi anggaran"),
        bersatuan("realisasi", "rupiah", "Realisasi (rupiah)", "realisasi anggaran", "realisasi keuangan"),
        bersatuan("realisasi_fisik", "persen", "Realisasi fisik (persen)", "fisik"),
        teks("sumber_dana", "Sumber dana"),
        pilihan("lengkap", "Apakah semua rinciannya tercantum", pilihan=YA_TIDAK, bawaan="ya"),
        SUMBER,
    ),
    perlu=True,
)

KAS = Table(
    "kas",
    "Anggaran kas triwulan",
    "Rencana dan realisasi anggaran setiap triwulan, pada tingkat mana pun yang tersedia (instansi, program, …)",
    ("kode", "periode"),
    (
        kode("kode", "Kode anggaran; 0 untuk seluruh instansi", wajib=True, rujukan="anggaran"),
        pilihan(
            "periode",
            "Triwulan; sd_tw2, sd_tw3, sd_tw4 untuk jumlah dari awal tahun sampai akhir triwulan itu",
            wajib=True,
            pilihan=(*PERIODE[1:], *SAMPAI.values()),
            padanan=(*PADANAN_PERIODE, *PADANAN_SAMPAI),
        ),
        bersatuan(
            "rencana", "rupiah", "Rencana penarikan dalam triwulan itu saja, bukan jumlah sampai triwulan itu (rupiah)"
        ),
        bersatuan(
            "realisasi", "rupiah", "Realisasi dalam triwulan itu saja, bukan jumlah sampai triwulan itu (rupiah)"
        ),
        bersatuan("realisasi_fisik", "persen", "Realisasi fisik sampai akhir triwulan itu (persen)"),
        SUMBER,
    ),
)

PENDUKUNG = Table(
    "pendukung",
    "Program pendukung",
    "Program yang mendukung setiap sasaran",
    ("sasaran", "program"),
    (
        kode("sasaran", "Kode sasaran", wajib=True, rujukan="sasaran"),
        kode("program", "Kode anggaran program", "kode program", wajib=True, rujukan="anggaran"),
        bulat("bobot", "Bagian program untuk sasaran itu: pagu dan realisasinya dikalikan bobot ini", bawaan="1"),
        SUMBER,
    ),
    subjek="sasaran",
)

RKT = Table(
    "rkt",
    "Rencana Kinerja Tahunan",
    "Matriks RKT: masukan, keluaran dan hasil setiap sub kegiatan, dan indikator program",
    ("kode", "jenis", "uraian"),
    (
        kode("kode", "Kode anggaran", wajib=True),
        pilihan("tingkat", "Tingkat", pilihan=TINGKAT),
        teks("nama", "Nama program atau sub kegiatan"),
        pilihan("jenis", "Jenis ukuran", wajib=True, pilihan=("masukan", "keluaran", "hasil", "indikator_program")),
        teks("uraian", "Uraian ukuran"),
        teks("satuan", "Satuan"),
        angka("target", "Target seperti tercetak", satuan="@satuan"),
        SUMBER,
    ),
    berulang=True,
)

KELUARAN = Table(
    "keluaran",
    "Masukan, keluaran dan hasil",
    "Target dan realisasi masukan, keluaran dan hasil pendukung sasaran",
    ("kode",),
    (
        kode("kode", "Kode baris", wajib=True),
        kode("sasaran", "Kode sasaran", wajib=True, rujukan="sasaran"),
        kode("anggaran", "Kode anggaran sub kegiatan"),
        pilihan("jenis", "Jenis ukuran", wajib=True, pilihan=("masukan", "keluaran", "hasil")),
        teks("nomor", "Nomor tercetak"),
        teks("uraian", "Uraian", wajib=True),
        teks("satuan", "Satuan, bila tidak tertulis dalam sel"),
        angka("target", "Target seperti tercetak", satuan="@satuan"),
        angka("realisasi", "Realisasi seperti tercetak", satuan="@satuan"),
        SUMBER,
    ),
)

BELANJA = Table(
    "belanja",
    "Jenis belanja",
    "Pagu dan realisasi menurut jenis belanja",
    ("kode", "dokumen"),
    (
        kode("kode", "Kode jenis belanja", wajib=True),
        teks("uraian", "Jenis belanja", "jenis belanja", wajib=True),
        pilihan(
            "dokumen",
            "Dokumen anggaran yang menyatakan; kosong: dokumen yang dipakai laporan",
            pilihan=DOKUMEN_ANGGARAN,
            padanan=PADANAN_DPPA,
        ),
        bersatuan("pagu", "rupiah", "Pagu (rupiah)", "anggaran", "pagu anggaran"),
        bersatuan("realisasi", "rupiah", "Realisasi (rupiah)", "realisasi anggaran"),
        SUMBER,
    ),
)

SDM = Table(
    "sdm",
    "Sumber daya manusia",
    "Jumlah pegawai menurut jabatan, golongan, pendidikan atau kelompok lain",
    ("kelompok", "uraian"),
    (
        kode("kelompok", "Kelompok tabel (jabatan, golongan, pendidikan)", wajib=True),
        tahun("tahun", "Tahun yang disebut tabelnya, bila bukan tahun laporan"),
        teks("nomor", "Nomor tercetak"),
        teks("uraian", "Uraian", wajib=True),
        teks("golongan", "Golongan ruang"),
        bersatuan("asn", "orang", "Jumlah ASN", "jumlah asn", "pns"),
        bersatuan("non_asn", "orang", "Jumlah non-ASN", "jumlah non asn"),
        SUMBER,
    ),
    subjek="kelompok",
)

REKOMENDASI = Table(
    "rekomendasi",
    "Rekomendasi evaluasi",
    "Rekomendasi evaluasi AKIP tahun lalu dan tindak lanjutnya",
    ("kode",),
    (
        kode("kode", "Kode rekomendasi", wajib=True),
        teks("rekomendasi", "Rekomendasi", wajib=True),
        teks("tindak_lanjut", "Yang sudah dilakukan"),
        pilihan("status", "Keadaannya", pilihan=("selesai", "proses", "belum"), bawaan="belum"),
        teks("bukti", "Bukti dukung"),
        SUMBER,
    ),
)

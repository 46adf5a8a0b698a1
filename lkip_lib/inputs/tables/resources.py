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
    Column,
    Table,
)

ANGGARAN = Table(
    "anggaran",
    "Anggaran",
    "Pagu dan realisasi setiap program, kegiatan dan sub kegiatan menurut setiap dokumen",
    ("kode", "dokumen"),
    (
        Column(
            "kode",
            "kode",
            "Kode anggaran; 0 untuk seluruh instansi",
            wajib=True,
            sinonim=("kode rekening", "kode program", "kode anggaran"),
        ),
        Column(
            "induk",
            "kode",
            "Kode induknya; boleh kosong bila kodenya melanjutkan kode induknya (A.1 di bawah A), dan untuk program",
            sinonim=("kode induk",),
        ),
        Column(
            "tingkat",
            "pilihan",
            "Tingkat dalam pohon anggaran",
            wajib=True,
            pilihan=TINGKAT,
            sinonim=("jenjang", "level"),
        ),
        Column(
            "nama",
            "teks",
            "Nama seperti tercetak",
            sinonim=("uraian", "program kegiatan", "program kegiatan sub kegiatan", "nomenklatur"),
        ),
        Column(
            "sasaran", "kode", "Sasaran yang didukung (baris program)", rujukan="sasaran", sinonim=("kode sasaran",)
        ),
        Column(
            "dokumen",
            "pilihan",
            "Dokumen yang menyatakan",
            wajib=True,
            pilihan=DOKUMEN_ANGGARAN,
            padanan=PADANAN_DPPA,
            sinonim=("dokumen sumber", "jenis dokumen"),
        ),
        Column(
            "pagu",
            "angka",
            "Pagu (rupiah)",
            satuan="rupiah",
            typed="pagu_rp",
            sinonim=("pagu anggaran", "anggaran", "alokasi", "alokasi anggaran"),
        ),
        Column(
            "realisasi",
            "angka",
            "Realisasi (rupiah)",
            satuan="rupiah",
            typed="realisasi_rp",
            sinonim=("realisasi anggaran", "realisasi keuangan"),
        ),
        Column(
            "realisasi_fisik",
            "angka",
            "Realisasi fisik (persen)",
            satuan="persen",
            typed="realisasi_fisik_persen",
            sinonim=("fisik",),
        ),
        Column("sumber_dana", "teks", "Sumber dana"),
        Column("lengkap", "pilihan", "Apakah semua rinciannya tercantum", pilihan=YA_TIDAK, bawaan="ya"),
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
        Column("kode", "kode", "Kode anggaran; 0 untuk seluruh instansi", wajib=True, rujukan="anggaran"),
        Column(
            "periode",
            "pilihan",
            "Triwulan; sd_tw2, sd_tw3, sd_tw4 untuk jumlah dari awal tahun sampai akhir triwulan itu",
            wajib=True,
            pilihan=(*PERIODE[1:], *SAMPAI.values()),
            padanan=(*PADANAN_PERIODE, *PADANAN_SAMPAI),
        ),
        Column(
            "rencana",
            "angka",
            "Rencana penarikan dalam triwulan itu saja, bukan jumlah sampai triwulan itu (rupiah)",
            satuan="rupiah",
            typed="rencana_rp",
        ),
        Column(
            "realisasi",
            "angka",
            "Realisasi dalam triwulan itu saja, bukan jumlah sampai triwulan itu (rupiah)",
            satuan="rupiah",
            typed="realisasi_rp",
        ),
        Column(
            "realisasi_fisik",
            "angka",
            "Realisasi fisik sampai akhir triwulan itu (persen)",
            satuan="persen",
            typed="realisasi_fisik_persen",
        ),
        SUMBER,
    ),
)

PENDUKUNG = Table(
    "pendukung",
    "Program pendukung",
    "Program yang mendukung setiap sasaran",
    ("sasaran", "program"),
    (
        Column("sasaran", "kode", "Kode sasaran", wajib=True, rujukan="sasaran"),
        Column("program", "kode", "Kode anggaran program", wajib=True, rujukan="anggaran", sinonim=("kode program",)),
        Column(
            "bobot", "bulat", "Bagian program untuk sasaran itu: pagu dan realisasinya dikalikan bobot ini", bawaan="1"
        ),
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
        Column("kode", "kode", "Kode anggaran", wajib=True),
        Column("tingkat", "pilihan", "Tingkat", pilihan=TINGKAT),
        Column("nama", "teks", "Nama program atau sub kegiatan"),
        Column(
            "jenis",
            "pilihan",
            "Jenis ukuran",
            wajib=True,
            pilihan=("masukan", "keluaran", "hasil", "indikator_program"),
        ),
        Column("uraian", "teks", "Uraian ukuran"),
        Column("satuan", "teks", "Satuan"),
        Column("target", "angka", "Target seperti tercetak", satuan="@satuan"),
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
        Column("kode", "kode", "Kode baris", wajib=True),
        Column("sasaran", "kode", "Kode sasaran", wajib=True, rujukan="sasaran"),
        Column("anggaran", "kode", "Kode anggaran sub kegiatan"),
        Column("jenis", "pilihan", "Jenis ukuran", wajib=True, pilihan=("masukan", "keluaran", "hasil")),
        Column("nomor", "teks", "Nomor tercetak"),
        Column("uraian", "teks", "Uraian", wajib=True),
        Column("satuan", "teks", "Satuan, bila tidak tertulis dalam sel"),
        Column("target", "angka", "Target seperti tercetak", satuan="@satuan"),
        Column("realisasi", "angka", "Realisasi seperti tercetak", satuan="@satuan"),
        SUMBER,
    ),
)

BELANJA = Table(
    "belanja",
    "Jenis belanja",
    "Pagu dan realisasi menurut jenis belanja",
    ("kode", "dokumen"),
    (
        Column("kode", "kode", "Kode jenis belanja", wajib=True),
        Column("uraian", "teks", "Jenis belanja", wajib=True, sinonim=("jenis belanja",)),
        Column(
            "dokumen",
            "pilihan",
            "Dokumen anggaran yang menyatakan; kosong: dokumen yang dipakai laporan",
            pilihan=DOKUMEN_ANGGARAN,
            padanan=PADANAN_DPPA,
        ),
        Column(
            "pagu", "angka", "Pagu (rupiah)", satuan="rupiah", typed="pagu_rp", sinonim=("anggaran", "pagu anggaran")
        ),
        Column(
            "realisasi",
            "angka",
            "Realisasi (rupiah)",
            satuan="rupiah",
            typed="realisasi_rp",
            sinonim=("realisasi anggaran",),
        ),
        SUMBER,
    ),
)

SDM = Table(
    "sdm",
    "Sumber daya manusia",
    "Jumlah pegawai menurut jabatan, golongan, pendidikan atau kelompok lain",
    ("kelompok", "uraian"),
    (
        Column("kelompok", "kode", "Kelompok tabel (jabatan, golongan, pendidikan)", wajib=True),
        Column("tahun", "tahun", "Tahun yang disebut tabelnya, bila bukan tahun laporan"),
        Column("nomor", "teks", "Nomor tercetak"),
        Column("uraian", "teks", "Uraian", wajib=True),
        Column("golongan", "teks", "Golongan ruang"),
        Column("asn", "angka", "Jumlah ASN", satuan="orang", typed="asn_orang", sinonim=("jumlah asn", "pns")),
        Column(
            "non_asn", "angka", "Jumlah non-ASN", satuan="orang", typed="non_asn_orang", sinonim=("jumlah non asn",)
        ),
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
        Column("kode", "kode", "Kode rekomendasi", wajib=True),
        Column("rekomendasi", "teks", "Rekomendasi", wajib=True),
        Column("tindak_lanjut", "teks", "Yang sudah dilakukan"),
        Column("status", "pilihan", "Keadaannya", pilihan=("selesai", "proses", "belum"), bawaan="belum"),
        Column("bukti", "teks", "Bukti dukung"),
        SUMBER,
    ),
)

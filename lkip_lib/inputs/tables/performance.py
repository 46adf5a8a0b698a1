"""The tables of performance: goals, indicator cards, targets, realisasi, and what a realisasi is computed from."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import (
    ARAH_KARTU,
    ASAL_KARTU,
    DOKUMEN_TARGET,
    JENIS,
    KODE_INDIKATOR,
    LINGKUP,
    PADANAN_PK,
    PERIODENYA,
    SUMBER,
    TAHUN,
    TIPE_TRIWULAN,
    YA_TIDAK,
    Table,
    angka,
    bulat,
    kode,
    pilihan,
    tahun,
    teks,
)

TUJUAN = Table(
    "tujuan",
    "Tujuan",
    "Tujuan Renstra",
    ("kode",),
    (
        kode("kode", "Kode tujuan", "kode tujuan", wajib=True),
        teks("nama", "Nama tujuan", "tujuan", "nama tujuan", wajib=True),
        teks("indikator", "Indikator tujuan"),
        SUMBER,
    ),
)

SASARAN = Table(
    "sasaran",
    "Sasaran",
    "Sasaran Renstra",
    ("kode",),
    (
        kode("kode", "Kode sasaran", "kode sasaran", wajib=True),
        kode("tujuan", "Kode tujuan", "kode tujuan", rujukan="tujuan"),
        teks("nama", "Nama sasaran", "sasaran", "nama sasaran", "sasaran strategis", wajib=True),
        SUMBER,
    ),
)

PENDAHULU = Table(
    "pendahulu",
    "Pendahulu",
    "Indikator atau sasaran yang berakhir, berganti nama, dipecah, atau digabung, dan instansi yang dilanjutkan; satu "
    "baris setiap pendahulu",
    ("kode", "jenis", "asal", "nama_asal"),
    (
        pilihan("jenis", "Yang berubah", wajib=True, pilihan=("indikator", "sasaran", "instansi")),
        kode(
            "kode",
            "Kode yang sekarang; untuk yang berakhir kodenya sendiri; untuk instansi 0",
            "kode sekarang",
            wajib=True,
        ),
        pilihan(
            "peristiwa", "Apa yang terjadi", wajib=True, pilihan=("berakhir", "berganti_nama", "dipecah", "digabung")
        ),
        tahun("sejak", "Tahun pertama susunan yang sekarang", "sejak tahun", "mulai", wajib=True),
        kode("asal", "Kode pendahulunya, bila kartunya ada", "kode asal", "kode pendahulu"),
        teks("nama_asal", "Namanya yang dahulu; kosong: menurut kartu pendahulunya", "nama dahulu"),
        teks("alasan", "Mengapa berubah, sebagai kalimat utuh", "sebab", wajib=True),
        SUMBER,
    ),
)

INDIKATOR = Table(
    "indikator",
    "Kartu indikator",
    "Setiap indikator kinerja sasaran: arti, satuan, arah, dan cara menghitungnya",
    ("kode",),
    (
        kode("kode", "Kode tetap indikator", "kode indikator", "id indikator", wajib=True),
        kode("sasaran", "Kode sasaran", "kode sasaran", "sasaran strategis", wajib=True, rujukan="sasaran"),
        teks("nama", "Nama indikator", "nama indikator", "indikator", "indikator kinerja", "uraian", wajib=True),
        teks(
            "nama_singkat",
            "Nama pendek untuk simpulan, bagan, dan daftar; kosong: kodenya, dalam kalimat namanya",
            "nama singkat",
            "nama pendek",
            "singkatan",
        ),
        teks("satuan", "Satuan (Persen, Nilai, Orang, …)", "unit", "satuan indikator", wajib=True),
        pilihan(
            "arah",
            "naik: makin tinggi makin baik; turun: sebaliknya; dalam: makin dekat ke rentang targetnya makin baik, ke "
            "sisi mana pun di luarnya buruk",
            "arah indikator",
            "polaritas",
            wajib=True,
            pilihan=ARAH_KARTU,
        ),
        pilihan("jenis", "Bentuk targetnya", "jenis target", "bentuk target", pilihan=JENIS, bawaan="tingkat"),
        teks("jenjang", "Untuk jenis ordinal: nama jenjang bawaan, atau tingkatnya dari yang terbaik (A > B > C)"),
        pilihan(
            "tipe_triwulan",
            "akumulatif: angka setiap triwulan adalah yang terjadi dalam triwulan itu saja, dan keempatnya berjumlah "
            "setahun; posisi_akhir: keadaan pada akhir triwulan, triwulan IV sama dengan setahun; pengulangan: "
            "setiap triwulan berdiri sendiri dengan target setahun; berjalan: laju yang dihitung sejak awal tahun "
            "(seperti kematian per 100.000 kelahiran), triwulan IV sama dengan setahun",
            "jenis triwulan",
            "sifat triwulan",
            pilihan=TIPE_TRIWULAN,
            padanan=(("kumulatif", "akumulatif"), ("progres", "posisi_akhir"), ("nonkumulatif", "posisi_akhir")),
        ),
        bulat("bobot", "Bobot dalam rata-rata", bawaan="1"),
        bulat(
            "desimal",
            "Banyak desimal saat ditulis; kosong: 0 untuk yang dihitung (orang, kasus), selain itu sebanyak "
            "yang tercetak di target dan realisasinya",
        ),
        pilihan("nol_tercapai", "Target 0 dan realisasi 0 dihitung tercapai", pilihan=YA_TIDAK, bawaan="tidak"),
        teks("rentang", "Kisaran nilai yang mungkin, misalnya 0-100"),
        teks("definisi", "Arti indikator menurut dokumennya"),
        teks("formulasi", "Rumus indikator menurut kartunya", "rumus", "formula", "cara menghitung"),
        teks("alasan", "Alasan pemilihan", "alasan pemilihan"),
        teks("penanggung_jawab", "Unit penanggung jawab", "pj", "unit penanggung jawab"),
        teks("sumber_data", "Asal data", "asal data"),
        tahun("berlaku_dari", "Tahun pertama dipakai"),
        tahun("berlaku_sampai", "Tahun terakhir dipakai"),
        pilihan(
            "asal",
            "penyusun: yang tidak tercetak dari nama, arah dan kisaran kartu ini ditetapkan penyusun data",
            pilihan=ASAL_KARTU,
            bawaan=ASAL_KARTU[0],
        ),
        SUMBER,
    ),
    perlu=True,
)

TARGET = Table(
    "target",
    "Target",
    "Target setiap indikator menurut setiap dokumen",
    ("indikator", "tahun", "periode", "dokumen"),
    (
        KODE_INDIKATOR,
        TAHUN,
        PERIODENYA,
        pilihan(
            "dokumen",
            "Dokumen yang menyatakan",
            "dokumen sumber",
            "jenis dokumen",
            wajib=True,
            pilihan=DOKUMEN_TARGET,
            padanan=PADANAN_PK,
        ),
        pilihan("jenis", "Diisi bila dokumen menyatakannya lain dari kartu", pilihan=JENIS),
        angka(
            "target",
            "Target seperti tercetak; arti baris triwulan menurut tipe_triwulan kartunya",
            "nilai target",
            "target kinerja",
            satuan="@indikator",
        ),
        teks("nama", "Nama indikator menurut dokumen itu", "nama indikator"),
        teks("satuan", "Satuan menurut dokumen itu"),
        SUMBER,
    ),
    perlu=True,
    berulang=True,
    subjek="indikator",
)

REALISASI = Table(
    "realisasi",
    "Realisasi",
    "Realisasi tahun ini, tahun-tahun lalu, dan pembanding",
    ("indikator", "tahun", "periode", "lingkup"),
    (
        KODE_INDIKATOR,
        TAHUN,
        PERIODENYA,
        pilihan("lingkup", "Milik siapa angkanya", pilihan=LINGKUP, bawaan="instansi"),
        angka(
            "realisasi",
            "Realisasi seperti tercetak; arti baris triwulan menurut tipe_triwulan kartunya",
            "nilai realisasi",
            "realisasi kinerja",
            satuan="@indikator",
        ),
        pilihan("sifat", "Mutu angka", pilihan=("tetap", "sementara", "proksi"), bawaan="tetap"),
        tahun("tahun_data", "Tahun data, bila bukan tahun itu"),
        teks("bukti", "Bukti dukung", "bukti dukung", "data dukung"),
        teks("keterangan", "Keterangan yang tercetak di samping angkanya", "ket"),
        SUMBER,
    ),
    perlu=True,
    berulang=True,
    subjek="indikator",
)

KOMPONEN = Table(
    "komponen",
    "Komponen indikator",
    "Pembilang dan penyebut indikator, atau rata-rata setiap unsur layanan untuk IKM",
    ("indikator", "tahun", "komponen", "nama"),
    (
        KODE_INDIKATOR,
        TAHUN,
        pilihan(
            "komponen",
            "(pembilang − pengurang) ÷ penyebut × pengali, masing-masing dijumlah; atau unsur layanan",
            wajib=True,
            pilihan=("pembilang", "pengurang", "penyebut", "pengali", "unsur"),
        ),
        teks("nama", "Nama komponen"),
        angka("nilai", "Nilai seperti tercetak", satuan="@satuan"),
        teks("satuan", "Satuan komponen"),
        SUMBER,
    ),
    berulang=True,
    subjek="indikator",
)

UNSUR = ("u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9")

SURVEI = Table(
    "survei",
    "Jawaban survei kepuasan",
    "Jawaban setiap responden untuk unsur-unsur layanan; IKM dihitung darinya",
    ("indikator", "tahun", "responden"),
    (
        KODE_INDIKATOR,
        TAHUN,
        kode("responden", "Nomor responden", wajib=True),
        *(angka(u, f"Nilai unsur {u[1]}, 1–4; kosong bila tidak dijawab", satuan="tingkat") for u in UNSUR),
        SUMBER,
    ),
    subjek="indikator",
)

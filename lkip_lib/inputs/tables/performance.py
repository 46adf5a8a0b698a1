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
    Column,
    Table,
)

TUJUAN = Table(
    "tujuan",
    "Tujuan",
    "Tujuan Renstra",
    ("kode",),
    (
        Column("kode", "kode", "Kode tujuan", wajib=True, sinonim=("kode tujuan",)),
        Column("nama", "teks", "Nama tujuan", wajib=True, sinonim=("tujuan", "nama tujuan")),
        Column("indikator", "teks", "Indikator tujuan"),
        SUMBER,
    ),
)

SASARAN = Table(
    "sasaran",
    "Sasaran",
    "Sasaran Renstra",
    ("kode",),
    (
        Column("kode", "kode", "Kode sasaran", wajib=True, sinonim=("kode sasaran",)),
        Column("tujuan", "kode", "Kode tujuan", rujukan="tujuan", sinonim=("kode tujuan",)),
        Column("nama", "teks", "Nama sasaran", wajib=True, sinonim=("sasaran", "nama sasaran", "sasaran strategis")),
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
        Column("jenis", "pilihan", "Yang berubah", wajib=True, pilihan=("indikator", "sasaran", "instansi")),
        Column(
            "kode",
            "kode",
            "Kode yang sekarang; untuk yang berakhir kodenya sendiri; untuk instansi 0",
            wajib=True,
            sinonim=("kode sekarang",),
        ),
        Column(
            "peristiwa",
            "pilihan",
            "Apa yang terjadi",
            wajib=True,
            pilihan=("berakhir", "berganti_nama", "dipecah", "digabung"),
        ),
        Column("sejak", "tahun", "Tahun pertama susunan yang sekarang", wajib=True, sinonim=("sejak tahun", "mulai")),
        Column("asal", "kode", "Kode pendahulunya, bila kartunya ada", sinonim=("kode asal", "kode pendahulu")),
        Column(
            "nama_asal", "teks", "Namanya yang dahulu; kosong: menurut kartu pendahulunya", sinonim=("nama dahulu",)
        ),
        Column("alasan", "teks", "Mengapa berubah, sebagai kalimat utuh", wajib=True, sinonim=("sebab",)),
        SUMBER,
    ),
)

INDIKATOR = Table(
    "indikator",
    "Kartu indikator",
    "Setiap indikator kinerja sasaran: arti, satuan, arah, dan cara menghitungnya",
    ("kode",),
    (
        Column("kode", "kode", "Kode tetap indikator", wajib=True, sinonim=("kode indikator", "id indikator")),
        Column(
            "sasaran",
            "kode",
            "Kode sasaran",
            wajib=True,
            rujukan="sasaran",
            sinonim=("kode sasaran", "sasaran strategis"),
        ),
        Column(
            "nama",
            "teks",
            "Nama indikator",
            wajib=True,
            sinonim=("nama indikator", "indikator", "indikator kinerja", "uraian"),
        ),
        Column(
            "nama_singkat",
            "teks",
            "Nama pendek untuk simpulan, bagan, dan daftar; kosong: kodenya, dalam kalimat namanya",
            sinonim=("nama singkat", "nama pendek", "singkatan"),
        ),
        Column("satuan", "teks", "Satuan (Persen, Nilai, Orang, …)", wajib=True, sinonim=("unit", "satuan indikator")),
        Column(
            "arah",
            "pilihan",
            "naik: makin tinggi makin baik; turun: sebaliknya; dalam: makin dekat ke rentang targetnya makin baik, ke "
            "sisi mana pun di luarnya buruk",
            wajib=True,
            pilihan=ARAH_KARTU,
            sinonim=("arah indikator", "polaritas"),
        ),
        Column(
            "jenis",
            "pilihan",
            "Bentuk targetnya",
            pilihan=JENIS,
            bawaan="tingkat",
            sinonim=("jenis target", "bentuk target"),
        ),
        Column(
            "jenjang", "teks", "Untuk jenis ordinal: nama jenjang bawaan, atau tingkatnya dari yang terbaik (A > B > C)"
        ),
        Column(
            "tipe_triwulan",
            "pilihan",
            "akumulatif: angka setiap triwulan adalah yang terjadi dalam triwulan itu saja, dan keempatnya berjumlah "
            "setahun; posisi_akhir: keadaan pada akhir triwulan, triwulan IV sama dengan setahun; pengulangan: "
            "setiap triwulan berdiri sendiri dengan target setahun; berjalan: laju yang dihitung sejak awal tahun "
            "(seperti kematian per 100.000 kelahiran), triwulan IV sama dengan setahun",
            pilihan=TIPE_TRIWULAN,
            sinonim=("jenis triwulan", "sifat triwulan"),
            padanan=(("kumulatif", "akumulatif"), ("progres", "posisi_akhir"), ("nonkumulatif", "posisi_akhir")),
        ),
        Column("bobot", "bulat", "Bobot dalam rata-rata", bawaan="1"),
        Column(
            "desimal",
            "bulat",
            "Banyak desimal saat ditulis; kosong: 0 untuk yang dihitung (orang, kasus), selain itu sebanyak "
            "yang tercetak di target dan realisasinya",
        ),
        Column(
            "nol_tercapai", "pilihan", "Target 0 dan realisasi 0 dihitung tercapai", pilihan=YA_TIDAK, bawaan="tidak"
        ),
        Column("rentang", "teks", "Kisaran nilai yang mungkin, misalnya 0-100"),
        Column("definisi", "teks", "Arti indikator menurut dokumennya"),
        Column(
            "formulasi", "teks", "Rumus indikator menurut kartunya", sinonim=("rumus", "formula", "cara menghitung")
        ),
        Column("alasan", "teks", "Alasan pemilihan", sinonim=("alasan pemilihan",)),
        Column("penanggung_jawab", "teks", "Unit penanggung jawab", sinonim=("pj", "unit penanggung jawab")),
        Column("sumber_data", "teks", "Asal data", sinonim=("asal data",)),
        Column("berlaku_dari", "tahun", "Tahun pertama dipakai"),
        Column("berlaku_sampai", "tahun", "Tahun terakhir dipakai"),
        Column(
            "asal",
            "pilihan",
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
        Column(
            "dokumen",
            "pilihan",
            "Dokumen yang menyatakan",
            wajib=True,
            pilihan=DOKUMEN_TARGET,
            padanan=PADANAN_PK,
            sinonim=("dokumen sumber", "jenis dokumen"),
        ),
        Column("jenis", "pilihan", "Diisi bila dokumen menyatakannya lain dari kartu", pilihan=JENIS),
        Column(
            "target",
            "angka",
            "Target seperti tercetak; arti baris triwulan menurut tipe_triwulan kartunya",
            satuan="@indikator",
            sinonim=("nilai target", "target kinerja"),
        ),
        Column("nama", "teks", "Nama indikator menurut dokumen itu", sinonim=("nama indikator",)),
        Column("satuan", "teks", "Satuan menurut dokumen itu"),
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
        Column("lingkup", "pilihan", "Milik siapa angkanya", pilihan=LINGKUP, bawaan="instansi"),
        Column(
            "realisasi",
            "angka",
            "Realisasi seperti tercetak; arti baris triwulan menurut tipe_triwulan kartunya",
            satuan="@indikator",
            sinonim=("nilai realisasi", "realisasi kinerja"),
        ),
        Column("sifat", "pilihan", "Mutu angka", pilihan=("tetap", "sementara", "proksi"), bawaan="tetap"),
        Column("tahun_data", "tahun", "Tahun data, bila bukan tahun itu"),
        Column("bukti", "teks", "Bukti dukung", sinonim=("bukti dukung", "data dukung")),
        Column("keterangan", "teks", "Keterangan yang tercetak di samping angkanya", sinonim=("ket",)),
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
        Column(
            "komponen",
            "pilihan",
            "(pembilang − pengurang) ÷ penyebut × pengali, masing-masing dijumlah; atau unsur layanan",
            wajib=True,
            pilihan=("pembilang", "pengurang", "penyebut", "pengali", "unsur"),
        ),
        Column("nama", "teks", "Nama komponen"),
        Column("nilai", "angka", "Nilai seperti tercetak", satuan="@satuan"),
        Column("satuan", "teks", "Satuan komponen"),
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
        Column("responden", "kode", "Nomor responden", wajib=True),
        *(Column(u, "angka", f"Nilai unsur {u[1]}, 1–4; kosong bila tidak dijawab", satuan="tingkat") for u in UNSUR),
        SUMBER,
    ),
    subjek="indikator",
)

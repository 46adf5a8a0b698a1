"""ONE declaration a table: its columns, keys and units serve validation, typing, the ledger and the docs."""

from __future__ import annotations

from dataclasses import dataclass

TAHUNAN = "tahunan"
PERIODE = (TAHUNAN, "tw1", "tw2", "tw3", "tw4")
DOKUMEN_TARGET = ("renstra", "rkt", "iku", "pk", "pk_perubahan", "lkip")
DOKUMEN_ANGGARAN = ("rkt", "pk", "dpa", "dppa", "lkip", "lkip_pendukung")
# How agencies write the changed documents, which no nearness of letters would tell from the first ones.
_PK_PERUBAHAN = tuple((f(k), "pk_perubahan") for k in ("PK Perubahan", "PK-P", "PKP") for f in (str, str.lower))
_DPPA = tuple((f(k), "dppa") for k in ("DPA Perubahan", "DPA-P", "DPAP") for f in (str, str.lower))
# The tables of one report: what they say of the same line must be the same.
DOKUMEN_LAPORAN = ("lkip", "lkip_pendukung")
LINGKUP = ("instansi", "kabupaten", "kota", "provinsi", "nasional")
TINGKAT = ("instansi", "program", "kegiatan", "sub_kegiatan")
ARAH = ("naik", "turun")
JENIS = ("tingkat", "perubahan", "rentang", "batas", "ordinal")
YA_TIDAK = ("ya", "tidak")


@dataclass(frozen=True, slots=True)
class Column:
    """Declare one column.

    `kind`: kode | teks | pilihan | tahun | bulat | angka. An `angka` column is a stated figure and gets a ledger row;
    its `satuan` is fixed ("rupiah") or looked up ("@satuan": the row's own; "@indikator": the indicator's card;
    "@besaran": by the quantity), and `typed` names it where the unit belongs in the name. `sinonim` are
    other headings that agencies give the column in a workbook, `padanan` other words for its choices.
    """

    name: str
    kind: str
    keterangan: str
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    bawaan: str = ""
    rujukan: str = ""
    satuan: str = ""
    typed: str = ""
    sinonim: tuple[str, ...] = ()
    padanan: tuple[tuple[str, str], ...] = ()

    @property
    def nama_ketik(self) -> str:
        return self.typed or self.name


@dataclass(frozen=True, slots=True)
class Table:
    """Declare one table. `kunci` finds a row; `berulang` lets several rows state the same thing."""

    nama: str
    judul: str
    guna: str
    kunci: tuple[str, ...]
    columns: tuple[Column, ...]
    perlu: bool = False
    berulang: bool = False
    subjek: str = "kode"

    @property
    def angka(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.kind == "angka")

    def __getitem__(self, nama: str) -> Column:
        return next(c for c in self.columns if c.name == nama)


_SUMBER = Column("sumber", "teks", "Tempat angka itu berdiri: dokumen, tabel, baris")
_INDIKATOR = Column("indikator", "kode", "Kode indikator", wajib=True, rujukan="indikator", sinonim=("kode indikator",))
_TAHUN = Column("tahun", "tahun", "Tahun angka itu", wajib=True, sinonim=("thn",))
_PERIODE = Column("periode", "pilihan", "Setahun atau triwulan", pilihan=PERIODE, bawaan=TAHUNAN)

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
        Column("satuan", "teks", "Satuan (Persen, Nilai, Orang, …)", wajib=True, sinonim=("unit", "satuan indikator")),
        Column(
            "arah",
            "pilihan",
            "naik: makin tinggi makin baik; turun: sebaliknya",
            wajib=True,
            pilihan=ARAH,
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
            "setiap triwulan berdiri sendiri dengan target setahun",
            pilihan=("akumulatif", "posisi_akhir", "pengulangan"),
            sinonim=("jenis triwulan", "sifat triwulan"),
            padanan=(("kumulatif", "akumulatif"), ("progres", "posisi_akhir"), ("nonkumulatif", "posisi_akhir")),
        ),
        Column("bobot", "bulat", "Bobot dalam rata-rata", bawaan="1"),
        Column("desimal", "bulat", "Banyak desimal saat ditulis", bawaan="2"),
        Column(
            "nol_tercapai", "pilihan", "Target 0 dan realisasi 0 dihitung tercapai", pilihan=YA_TIDAK, bawaan="tidak"
        ),
        Column("rentang", "teks", "Kisaran nilai yang mungkin, misalnya 0-100"),
        Column(
            "formulasi", "teks", "Rumus indikator menurut kartunya", sinonim=("rumus", "formula", "cara menghitung")
        ),
        Column("alasan", "teks", "Alasan pemilihan", sinonim=("alasan pemilihan",)),
        Column("penanggung_jawab", "teks", "Unit penanggung jawab", sinonim=("pj", "unit penanggung jawab")),
        Column("sumber_data", "teks", "Asal data", sinonim=("asal data",)),
        Column("berlaku_dari", "tahun", "Tahun pertama dipakai"),
        Column("berlaku_sampai", "tahun", "Tahun terakhir dipakai"),
        _SUMBER,
    ),
    perlu=True,
)

TARGET = Table(
    "target",
    "Target",
    "Target setiap indikator menurut setiap dokumen",
    ("indikator", "tahun", "periode", "dokumen"),
    (
        _INDIKATOR,
        _TAHUN,
        _PERIODE,
        Column(
            "dokumen",
            "pilihan",
            "Dokumen yang menyatakan",
            wajib=True,
            pilihan=DOKUMEN_TARGET,
            padanan=_PK_PERUBAHAN,
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
        _SUMBER,
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
        _INDIKATOR,
        _TAHUN,
        _PERIODE,
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
        _SUMBER,
    ),
    perlu=True,
    berulang=True,
    subjek="indikator",
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
        Column("induk", "kode", "Kode induknya; kosong untuk instansi", sinonim=("kode induk",)),
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
            padanan=_DPPA,
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
        _SUMBER,
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
        Column("periode", "pilihan", "Triwulan", wajib=True, pilihan=PERIODE[1:]),
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
        _SUMBER,
    ),
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
        _SUMBER,
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
        _SUMBER,
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
        Column("bobot", "bulat", "Bagian program untuk sasaran itu", bawaan="1"),
        _SUMBER,
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
        _SUMBER,
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
        _SUMBER,
    ),
)

BELANJA = Table(
    "belanja",
    "Jenis belanja",
    "Pagu dan realisasi menurut jenis belanja",
    ("kode",),
    (
        Column("kode", "kode", "Kode jenis belanja", wajib=True),
        Column("uraian", "teks", "Jenis belanja", wajib=True, sinonim=("jenis belanja",)),
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
        _SUMBER,
    ),
)

SDM = Table(
    "sdm",
    "Sumber daya manusia",
    "Jumlah pegawai menurut jabatan, golongan, pendidikan atau kelompok lain",
    ("kelompok", "uraian"),
    (
        Column("kelompok", "kode", "Kelompok tabel (jabatan, golongan, pendidikan)", wajib=True),
        Column("nomor", "teks", "Nomor tercetak"),
        Column("uraian", "teks", "Uraian", wajib=True),
        Column("golongan", "teks", "Golongan ruang"),
        Column("asn", "angka", "Jumlah ASN", satuan="orang", typed="asn_orang", sinonim=("jumlah asn", "pns")),
        Column(
            "non_asn", "angka", "Jumlah non-ASN", satuan="orang", typed="non_asn_orang", sinonim=("jumlah non asn",)
        ),
        _SUMBER,
    ),
    subjek="kelompok",
)

KOMPONEN = Table(
    "komponen",
    "Komponen indikator",
    "Pembilang dan penyebut indikator, atau rata-rata setiap unsur layanan untuk IKM",
    ("indikator", "tahun", "komponen", "nama"),
    (
        _INDIKATOR,
        _TAHUN,
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
        _SUMBER,
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
        _INDIKATOR,
        _TAHUN,
        Column("responden", "kode", "Nomor responden", wajib=True),
        *(Column(u, "angka", f"Nilai unsur {u[1]}, 1–4; kosong bila tidak dijawab", satuan="tingkat") for u in UNSUR),
        _SUMBER,
    ),
    subjek="indikator",
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
        _SUMBER,
    ),
)

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
        _SUMBER,
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
        _SUMBER,
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
        _SUMBER,
    ),
)

TABLES: dict[str, Table] = {
    t.nama: t
    for t in (
        INDIKATOR,
        TARGET,
        REALISASI,
        ANGGARAN,
        KAS,
        TUJUAN,
        SASARAN,
        PENDUKUNG,
        RKT,
        KELUARAN,
        BELANJA,
        SDM,
        KOMPONEN,
        SURVEI,
        REKOMENDASI,
        HITUNGAN,
        PERNYATAAN,
        SKALA_TERCETAK,
    )
}

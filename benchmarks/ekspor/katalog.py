"""The names and codes that real exports carry: programs, accounts, indicators, and the words around them."""

from __future__ import annotations

ROMAWI = ("I", "II", "III", "IV")
TW = ("tw1", "tw2", "tw3", "tw4")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip

PENUNJANG = (
    "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
    [
        (
            "2.01",
            "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
            [
                ("0001", "Penyusunan Dokumen Perencanaan Perangkat Daerah"),
                ("0006", "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD"),
                ("0007", "Evaluasi Kinerja Perangkat Daerah"),
            ],
        ),
        (
            "2.02",
            "Administrasi Keuangan Perangkat Daerah",
            [
                ("0001", "Penyediaan Gaji dan Tunjangan ASN"),
                ("0005", "Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun SKPD"),
            ],
        ),
        (
            "2.06",
            "Administrasi Umum Perangkat Daerah",
            [
                ("0002", "Penyediaan Peralatan dan Perlengkapan Kantor"),
                ("0004", "Penyediaan Bahan Logistik Kantor"),
                ("0009", "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD"),
            ],
        ),
        (
            "2.08",
            "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
            [
                ("0002", "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik"),
                ("0004", "Penyediaan Jasa Pelayanan Umum Kantor"),
            ],
        ),
        (
            "2.09",
            "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
            [
                (
                    "0002",
                    "Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, Pajak dan Perizinan Kendaraan Dinas Operasional",
                ),
                ("0009", "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya"),
            ],
        ),
    ],
)

BIDANG = {
    "1.02": (
        "URUSAN PEMERINTAHAN BIDANG KESEHATAN",
        "Dinas Kesehatan",
        "UPTD Puskesmas",
        [
            (
                "02",
                "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN UPAYA KESEHATAN MASYARAKAT",
                [
                    (
                        "2.01",
                        "Penyediaan Fasilitas Pelayanan Kesehatan untuk UKM dan UKP Kewenangan Daerah Kabupaten/Kota",
                        [
                            ("0003", "Pembangunan Fasilitas Kesehatan Lainnya"),
                            ("0014", "Pengadaan Alat Kesehatan/Alat Penunjang Medik Fasilitas Pelayanan Kesehatan"),
                        ],
                    ),
                    (
                        "2.02",
                        "Penyediaan Layanan Kesehatan untuk UKM dan UKP Rujukan Tingkat Daerah Kabupaten/Kota",
                        [
                            ("0001", "Pengelolaan Pelayanan Kesehatan Ibu Hamil"),
                            ("0005", "Pengelolaan Pelayanan Kesehatan pada Usia Pendidikan Dasar"),
                            ("0033", "Operasional Pelayanan Puskesmas"),
                            ("0032", "Operasional Pelayanan Rumah Sakit"),
                        ],
                    ),
                ],
            ),
            (
                "03",
                "PROGRAM PENINGKATAN KAPASITAS SUMBER DAYA MANUSIA KESEHATAN",
                [
                    (
                        "2.03",
                        "Pengembangan Mutu dan Peningkatan Kompetensi Teknis Sumber Daya Manusia Kesehatan",
                        [
                            (
                                "0001",
                                "Pengembangan Mutu dan Peningkatan Kompetensi Teknis Sumber Daya Manusia Kesehatan "
                                "Tingkat Daerah Kabupaten/Kota",
                            )
                        ],
                    )
                ],
            ),
        ],
    ),
    "2.07": (
        "URUSAN PEMERINTAHAN BIDANG TENAGA KERJA",
        "Dinas Tenaga Kerja",
        "UPTD Balai Latihan Kerja",
        [
            (
                "03",
                "PROGRAM PELATIHAN KERJA DAN PRODUKTIVITAS TENAGA KERJA",
                [
                    (
                        "2.01",
                        "Pelaksanaan Pelatihan berdasarkan Unit Kompetensi",
                        [
                            (
                                "0001",
                                "Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja "
                                "berdasarkan Klaster Kompetensi",
                            ),
                            ("0004", "Pengadaan Sarana Pelatihan Kerja Kabupaten/Kota"),
                        ],
                    ),
                    (
                        "2.02",
                        "Pembinaan Lembaga Pelatihan Kerja Swasta",
                        [("0001", "Pembinaan Lembaga Pelatihan Kerja Swasta")],
                    ),
                ],
            ),
            (
                "04",
                "PROGRAM PENEMPATAN TENAGA KERJA",
                [
                    (
                        "2.01",
                        "Pelayanan Antarkerja di Daerah Kabupaten/Kota",
                        [
                            ("0003", "Penyuluhan dan Bimbingan Jabatan bagi Pencari Kerja"),
                            ("0005", "Perluasan Kesempatan Kerja"),
                        ],
                    ),
                    ("2.03", "Pengelolaan Informasi Pasar Kerja", [("0002", "Job Fair/Bursa Kerja")]),
                ],
            ),
            (
                "05",
                "PROGRAM HUBUNGAN INDUSTRIAL",
                [
                    (
                        "2.02",
                        "Pencegahan dan Penyelesaian Perselisihan Hubungan Industrial, Mogok Kerja dan Penutupan "
                        "Perusahaan di Daerah Kabupaten/Kota",
                        [
                            (
                                "0001",
                                "Pencegahan Perselisihan Hubungan Industrial, Mogok Kerja, dan Penutupan Perusahaan",
                            ),
                            (
                                "0002",
                                "Penyelesaian Perselisihan Hubungan Industrial, Mogok Kerja, dan Penutupan Perusahaan",
                            ),
                        ],
                    )
                ],
            ),
        ],
    ),
    "2.11": (
        "URUSAN PEMERINTAHAN BIDANG LINGKUNGAN HIDUP",
        "Dinas Lingkungan Hidup",
        "UPTD Laboratorium Lingkungan",
        [
            (
                "03",
                "PROGRAM PENGENDALIAN PENCEMARAN DAN/ATAU KERUSAKAN LINGKUNGAN HIDUP",
                [
                    (
                        "2.01",
                        "Pencegahan Pencemaran dan/atau Kerusakan Lingkungan Hidup Kabupaten/Kota",
                        [
                            (
                                "0001",
                                "Koordinasi, Sinkronisasi, dan Pelaksanaan Pencegahan Pencemaran Lingkungan Hidup "
                                "Dilaksanakan terhadap Media Tanah, Air, Udara, dan Laut",
                            ),
                            ("0003", "Pengelolaan Laboratorium Lingkungan Hidup Kabupaten/Kota"),
                        ],
                    )
                ],
            ),
            (
                "11",
                "PROGRAM PENGELOLAAN PERSAMPAHAN",
                [
                    (
                        "2.01",
                        "Pengelolaan Sampah",
                        [
                            ("0002", "Peningkatan Peran serta Masyarakat dalam Pengelolaan Persampahan"),
                            (
                                "0003",
                                "Penyediaan Sarana dan Prasarana Pengelolaan Persampahan di TPA/TPST/SPA "
                                "Kabupaten/Kota",
                            ),
                            ("0007", "Penanganan Sampah melalui Pengangkutan"),
                        ],
                    )
                ],
            ),
        ],
    ),
    "1.01": (
        "URUSAN PEMERINTAHAN BIDANG PENDIDIKAN",
        "Dinas Pendidikan",
        "UPTD SPNF SKB",
        [
            (
                "02",
                "PROGRAM PENGELOLAAN PENDIDIKAN",
                [
                    (
                        "2.01",
                        "Pengelolaan Pendidikan Sekolah Dasar",
                        [
                            ("0009", "Rehabilitasi Sedang/Berat Ruang Kelas Sekolah"),
                            ("0022", "Pengelolaan Dana BOS Sekolah Dasar"),
                            ("0018", "Penyediaan Biaya Personil Peserta Didik Sekolah Dasar"),
                        ],
                    ),
                    (
                        "2.04",
                        "Pengelolaan Pendidikan Nonformal/Kesetaraan",
                        [("0012", "Penyelenggaraan Proses Belajar Nonformal/Kesetaraan")],
                    ),
                ],
            ),
            (
                "04",
                "PROGRAM PENDIDIK DAN TENAGA KEPENDIDIKAN",
                [
                    (
                        "2.01",
                        "Pemerataan Kuantitas dan Kualitas Pendidik dan Tenaga Kependidikan bagi Satuan "
                        "Pendidikan Dasar, PAUD, dan Pendidikan Nonformal/Kesetaraan",
                        [("0001", "Perhitungan dan Pemetaan Pendidik dan Tenaga Kependidikan Satuan Pendidikan Dasar")],
                    )
                ],
            ),
        ],
    ),
    "2.16": (
        "URUSAN PEMERINTAHAN BIDANG KOMUNIKASI DAN INFORMATIKA",
        "Dinas Komunikasi dan Informatika",
        "UPTD Radio Daerah",
        [
            (
                "02",
                "PROGRAM INFORMASI DAN KOMUNIKASI PUBLIK",
                [
                    (
                        "2.01",
                        "Pengelolaan Informasi dan Komunikasi Publik Pemerintah Daerah Kabupaten/Kota",
                        [("0005", "Pengelolaan Media Komunikasi Publik"), ("0006", "Pelayanan Informasi Publik")],
                    )
                ],
            ),
            (
                "03",
                "PROGRAM APLIKASI INFORMATIKA",
                [
                    (
                        "2.02",
                        "Pengelolaan e-Government di Lingkup Pemerintah Daerah Kabupaten/Kota",
                        [
                            ("0008", "Pengembangan Aplikasi dan Proses Bisnis Pemerintahan Berbasis Elektronik"),
                            ("0011", "Penyelenggaraan Sistem Jaringan Intra Pemerintah Daerah"),
                        ],
                    )
                ],
            ),
        ],
    ),
}

REKENING = {
    "5": "BELANJA DAERAH",
    "5.1": "BELANJA OPERASI",
    "5.1.01": "Belanja Pegawai",
    "5.1.01.01": "Belanja Gaji dan Tunjangan ASN",
    "5.1.01.01.01": "Belanja Gaji Pokok ASN",
    "5.1.01.01.01.0001": "Belanja Gaji Pokok PNS",
    "5.1.01.01.02": "Belanja Tunjangan Keluarga ASN",
    "5.1.01.01.02.0001": "Belanja Tunjangan Keluarga PNS",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.02.01": "Belanja Barang",
    "5.1.02.01.01": "Belanja Barang Pakai Habis",
    "5.1.02.01.01.0024": "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor",
    "5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat",
    "5.1.02.02": "Belanja Jasa",
    "5.1.02.02.01": "Belanja Jasa Kantor",
    "5.1.02.02.01.0003": "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia",
    "5.1.02.02.01.0061": "Belanja Tagihan Listrik",
    "5.1.02.04": "Belanja Perjalanan Dinas",
    "5.1.02.04.01": "Belanja Perjalanan Dinas Dalam Negeri",
    "5.1.02.04.01.0001": "Belanja Perjalanan Dinas Biasa",
    "5.1.05": "Belanja Hibah",
    "5.1.05.05": "Belanja Hibah kepada Badan dan Lembaga",
    "5.1.05.05.01": "Belanja Hibah Uang",
    "5.1.05.05.01.0001": "Belanja Hibah Uang kepada Badan dan Lembaga yang Bersifat Nirlaba",
    "5.2": "BELANJA MODAL",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.02.05": "Belanja Modal Alat Kantor dan Rumah Tangga",
    "5.2.02.05.02": "Belanja Modal Alat Rumah Tangga",
    "5.2.02.05.02.0001": "Belanja Modal Mebel",
    "5.2.02.10": "Belanja Modal Komputer",
    "5.2.02.10.01": "Belanja Modal Komputer Unit",
    "5.2.02.10.01.0002": "Belanja Modal Personal Computer",
    "5.2.03": "Belanja Modal Gedung dan Bangunan",
    "5.2.03.01": "Belanja Modal Bangunan Gedung",
    "5.2.03.01.01": "Belanja Modal Bangunan Gedung Tempat Kerja",
    "5.2.03.01.01.0001": "Belanja Modal Bangunan Gedung Kantor",
    "5.3": "BELANJA TIDAK TERDUGA",
    "5.3.01": "Belanja Tidak Terduga",
    "5.3.01.01": "Belanja Tidak Terduga",
    "5.3.01.01.01": "Belanja Tidak Terduga",
    "5.3.01.01.01.0001": "Belanja Tidak Terduga",
    "5.4": "BELANJA TRANSFER",
    "5.4.02": "Belanja Bantuan Keuangan",
    "5.4.02.05": "Belanja Bantuan Keuangan Daerah Provinsi atau Kabupaten/Kota kepada Desa",
    "5.4.02.05.02": "Belanja Bantuan Keuangan Khusus Daerah Kabupaten/Kota kepada Desa",
    "5.4.02.05.02.0001": "Belanja Bantuan Keuangan Khusus Daerah Kabupaten/Kota kepada Desa",
}
DAUN_OPERASI = [
    "5.1.02.01.01.0024",
    "5.1.02.01.01.0052",
    "5.1.02.02.01.0003",
    "5.1.02.02.01.0061",
    "5.1.02.04.01.0001",
    "5.1.05.05.01.0001",
]
DAUN_GAJI = ["5.1.01.01.01.0001", "5.1.01.01.02.0001"]
DAUN_MODAL = ["5.2.02.05.02.0001", "5.2.02.10.01.0002", "5.2.03.01.01.0001"]

PEMDA = [
    "PEMERINTAH KABUPATEN CONTOH",
    "PEMERINTAH KOTA CONTOH",
    "KAB. MISAL",
    "PEMERINTAH KABUPATEN MISAL",
    "KOTA UMPAMA",
]
JUMLAH = [
    "JUMLAH",
    "Jumlah",
    "Total",
    "Grand Total",
    "TOTAL BELANJA DAERAH",
    "JUMLAH BELANJA",
    "Jumlah Seluruhnya",
    "J U M L A H",
]
NAMA_PEJABAT = [
    "Drs. H. SUPARDI CONTOH, M.Si",
    "Ir. RATNA MISAL, M.M.",
    "dr. BUDI UMPAMA, M.Kes",
    "SITI CONTOH, S.E., M.Ak.",
]

INDIKATOR = {
    "Dinas Tenaga Kerja": [
        (
            "Menurunnya tingkat pengangguran",
            [
                ("Tingkat Pengangguran Terbuka (TPT)", "Persen", "turun", "p"),
                ("Persentase pencari kerja yang ditempatkan", "Persen", "naik", "p"),
            ],
        ),
        (
            "Meningkatnya kualitas tenaga kerja",
            [
                ("Jumlah tenaga kerja yang dilatih", "Orang", "naik", "n"),
                ("Persentase lulusan pelatihan yang bersertifikat kompetensi", "Persen", "naik", "p"),
            ],
        ),
        (
            "Terwujudnya hubungan industrial yang harmonis",
            [("Persentase perselisihan hubungan industrial yang diselesaikan", "Persen", "naik", "p")],
        ),
        (
            "Meningkatnya akuntabilitas kinerja perangkat daerah",
            [("Nilai AKIP Dinas Tenaga Kerja", "Nilai", "naik", "i")],
        ),
    ],
    "Dinas Kesehatan": [
        (
            "Meningkatnya derajat kesehatan masyarakat",
            [
                ("Angka Kematian Ibu", "per 100.000 kelahiran hidup", "turun", "i"),
                ("Prevalensi balita stunting", "%", "turun", "p"),
                ("Persentase ibu hamil mendapat pelayanan sesuai standar", "%", "naik", "p"),
            ],
        ),
        (
            "Meningkatnya mutu layanan kesehatan",
            [
                ("Indeks Kepuasan Masyarakat", "Indeks", "naik", "i"),
                ("Jumlah puskesmas terakreditasi paripurna", "Puskesmas", "naik", "k"),
            ],
        ),
        ("Meningkatnya akuntabilitas kinerja", [("Nilai SAKIP Dinas Kesehatan", "Poin", "naik", "i")]),
    ],
    "Dinas Lingkungan Hidup": [
        (
            "Meningkatnya kualitas lingkungan hidup",
            [
                ("Indeks Kualitas Lingkungan Hidup (IKLH)", "Indeks", "naik", "i"),
                ("Persentase titik pantau sungai yang tercemar", "Persen", "turun", "p"),
            ],
        ),
        (
            "Meningkatnya pengelolaan persampahan",
            [
                ("Persentase sampah yang terkelola", "Persen", "naik", "p"),
                ("Timbulan sampah yang dikurangi di sumbernya", "Ton", "naik", "n"),
                ("Jumlah bank sampah aktif", "Unit", "naik", "k"),
            ],
        ),
    ],
    "Dinas Komunikasi dan Informatika": [
        (
            "Meningkatnya penerapan SPBE",
            [
                ("Indeks SPBE", "Indeks", "naik", "d"),
                ("Persentase layanan publik berbasis elektronik", "Persen", "naik", "p"),
            ],
        ),
        (
            "Meningkatnya keterbukaan informasi",
            [
                ("Nilai keterbukaan informasi publik", "Nilai", "naik", "i"),
                ("Jumlah pengaduan yang belum ditindaklanjuti", "Pengaduan", "turun", "k"),
            ],
        ),
    ],
}
KENDALA = [
    "Jumlah petugas lapangan belum sebanding dengan luas wilayah",
    "Data dari kecamatan terlambat diterima",
    "Anggaran perubahan baru tersedia pada bulan September",
    "Sebagian peserta mengundurkan diri sebelum pelatihan selesai",
    "Alat uji mutu air rusak dan menunggu perbaikan",
    "Mitra belum menyampaikan laporan bulanan",
]
SOLUSI = [
    "Menambah jadwal kunjungan dan melibatkan kader",
    "Membuat grup pelaporan mingguan dengan kecamatan",
    "Mendahulukan kegiatan yang tidak memerlukan pengadaan",
    "Menyeleksi ulang peserta dan menyiapkan cadangan",
    "Meminjam alat dari laboratorium provinsi",
    "Menyurati mitra dan menetapkan tenggat laporan",
]
TINDAK = [
    "Menyusun peta beban kerja petugas",
    "Menetapkan format laporan bersama",
    "Mengusulkan pergeseran anggaran pada triwulan berikutnya",
    "Melaksanakan pelatihan gelombang kedua",
    "Mengajukan pengadaan alat uji cadangan",
    "Mengadakan rapat evaluasi setiap bulan",
]
PJ = [
    "Kepala Bidang Perencanaan",
    "Sekretaris Dinas",
    "Kepala Bidang Pengendalian",
    "Subkoordinator Program",
    "Kepala UPTD",
]
FORMULASI = [
    "Jumlah yang tercapai dibagi jumlah seluruhnya dikali 100%",
    "(Jumlah A / Jumlah B) x 100%",
    "Nilai hasil evaluasi Inspektorat",
    "Hasil survei kepuasan masyarakat menurut PermenPANRB 14/2017",
    "Jumlah kumulatif sampai akhir tahun",
    "Rata-rata nilai unsur dikali bobot",
]
SUMBER = [
    "BPS",
    "Laporan bidang",
    "Hasil evaluasi Inspektorat",
    "Aplikasi SIPD",
    "Hasil survei tahunan",
    "Laboratorium",
]

APBN = [
    (
        "026.13.DI",
        "Program Pendidikan dan Pelatihan Vokasi",
        [
            (
                "2156",
                "Peningkatan Kompetensi Tenaga Kerja dan Produktivitas",
                [
                    (
                        "SCJ",
                        "Pelatihan Bidang Industri",
                        [("001", "Pelatihan Vokasi bagi Tenaga Kerja"), ("002", "Sertifikasi Kompetensi")],
                    ),
                    ("BDB", "Fasilitasi dan Pembinaan Lembaga", [("001", "Lembaga Pelatihan yang Dibina")]),
                ],
            ),
            (
                "4453",
                "Pengembangan Sistem Pelatihan Vokasi",
                [("ABR", "Kebijakan Bidang Ketenagakerjaan", [("002", "Rekomendasi Kebijakan Pelatihan")])],
            ),
        ],
    ),
    (
        "026.01.WA",
        "Program Dukungan Manajemen",
        [
            (
                "2146",
                "Pengelolaan Keuangan, Umum dan Kepegawaian",
                [
                    (
                        "EBA",
                        "Layanan Dukungan Manajemen Internal",
                        [("956", "Layanan BMN"), ("962", "Layanan Umum"), ("994", "Layanan Perkantoran")],
                    ),
                    ("EBB", "Layanan Sarana dan Prasarana Internal", [("951", "Layanan Sarana Internal")]),
                    (
                        "EBD",
                        "Layanan Manajemen Kinerja Internal",
                        [("952", "Layanan Perencanaan dan Penganggaran"), ("955", "Layanan Manajemen Keuangan")],
                    ),
                ],
            )
        ],
    ),
    (
        "026.05.DK",
        "Program Pembinaan Ketenagakerjaan",
        [
            (
                "2158",
                "Pembinaan Pengawasan Norma Ketenagakerjaan",
                [
                    ("BCE", "Penanganan Perkara", [("001", "Perkara Norma yang Diselesaikan")]),
                    ("BAH", "Pelayanan Publik Lainnya", [("003", "Pemeriksaan Perusahaan")]),
                ],
            )
        ],
    ),
]
KOMPONEN = [
    ("001", "Gaji dan Tunjangan"),
    ("002", "Operasional dan Pemeliharaan Kantor"),
    ("051", "Persiapan"),
    ("052", "Pelaksanaan"),
    ("053", "Pelaporan"),
]
AKUN = [
    ("521211", "Belanja Bahan"),
    ("522151", "Belanja Jasa Profesi"),
    ("524111", "Belanja Perjalanan Dinas Biasa"),
    ("521111", "Belanja Keperluan Perkantoran"),
    ("523111", "Belanja Pemeliharaan Gedung dan Bangunan"),
    ("532111", "Belanja Modal Peralatan dan Mesin"),
]
AKUN_GAJI = [
    ("511111", "Belanja Gaji Pokok PNS"),
    ("511119", "Belanja Pembulatan Gaji PNS"),
    ("512211", "Belanja Uang Lembur"),
]

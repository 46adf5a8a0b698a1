"""ONE declaration of the tables of the roll-up: columns in order, with type and meaning."""

from __future__ import annotations

from lkip_lib import ledger
from lkip_lib.checks import DAFTAR

# How far an agency is, from nothing to a published report.
KEADAAN = {
    "belum_kirim": "Belum kirim",
    "masukan_ditolak": "Masukan ditolak",
    "notebook_gagal": "Notebook gagal",
    "gagal_dihitung": "Gagal dihitung",
    "kesalahan_terbuka": "Kesalahan terbuka",
    "siap": "Siap",
    "direviu": "Direviu",
    "terbit": "Terbit",
}
# Those whose figures there are.
TERHITUNG = ("kesalahan_terbuka", "siap", "direviu", "terbit")

KUADRAN = ("tercapai, serapan rendah", "tercapai, serapan tinggi",
            "belum tercapai, serapan rendah", "belum tercapai, serapan tinggi")  # fmt: skip

SQL = {"teks": "VARCHAR", "angka": "DOUBLE", "rupiah": "BIGINT", "bulat": "BIGINT"}

# What a worker finds out about an agency and year. Figures are under the common policy, except `…_sendiri`.
TERKUMPUL: dict[str, tuple[str, str]] = {
    "instansi": ("teks", "Nama folder instansi di data/"),
    "nama": ("teks", "Nama instansi"),
    "kelompok": ("teks", "Kelompok instansi: menurut instansi.yml, atau kata pertama namanya"),
    "pemerintah": ("teks", "Pemerintah daerah atau kementerian induknya"),
    "rekaan": ("teks", "ya bila instansinya contoh, bukan instansi sungguhan"),
    "keadaan": ("teks", ", ".join(KEADAAN)),
    "sebab": ("teks", "Sebab masukan ditolak atau gagal dihitung"),
    "edisi": ("teks", "Edisi laporan yang ada di outputs/; kosong bila belum ada"),
    "usang": ("teks", "ya bila data berubah sesudah laporan itu disusun"),
    "rata_rata_persen": ("angka", "Rata-rata capaian menurut kebijakan bersama; kosong bila belum lengkap"),
    "predikat": ("teks", "Kelas rata-rata menurut kebijakan bersama"),
    "n_indikator": ("bulat", "Banyak indikator"),
    "n_terhitung": ("bulat", "Banyak indikator yang terhitung menurut kebijakan bersama"),
    "n_tercapai": ("bulat", "Banyak indikator yang tercapai menurut kebijakan bersama"),
    "pagu_rp": ("rupiah", "Pagu seluruh instansi"),
    "realisasi_rp": ("rupiah", "Realisasi seluruh instansi"),
    "serapan_persen": ("angka", "Realisasi terhadap pagu"),
    "n_sasaran": ("bulat", "Banyak sasaran"),
    "n_efisien": (
        "bulat",
        "Banyak sasaran yang efisien menurut kebijakan bersama dan PK; kosong selama ada kesalahan yang terbuka",
    ),
    "tabel": ("teks", "Tabel masukan yang diisi"),
    "n_tabel": ("bulat", "Banyak tabel masukan yang diisi"),
    "n_pemeriksaan": ("bulat", f"Banyak pemeriksaan yang dapat berjalan dari tabel itu, di antara {len(DAFTAR)}"),
    "kesalahan": ("bulat", "Banyak catatan kesalahan yang terbuka"),
    "peringatan": ("bulat", "Banyak catatan peringatan yang terbuka"),
    "informasi": ("bulat", "Banyak catatan informasi yang terbuka"),
    "pekerjaan": ("bulat", "Banyak pekerjaan yang terbuka: catatan kesalahan dan peringatan menurut sebabnya"),
    "dijelaskan": ("bulat", "Banyak catatan yang sudah dijawab"),
    "rata_rata_sendiri_persen": ("angka", "Rata-rata capaian menurut kebijakan instansi sendiri"),
    "predikat_sendiri": ("teks", "Kelas rata-rata menurut kebijakan instansi sendiri"),
    "serapan_sendiri_persen": ("angka", "Serapan menurut dokumen anggaran pilihan instansi sendiri"),
    "kebijakan_sendiri": ("teks", "Kebijakan instansi yang berbeda dari kebijakan bersama"),
    "rumus_sendiri": ("teks", "Pilihan yang diganti rumus di notebook, dan rumusnya"),
}
SIDIK = {"sidik": ("teks", "Sidik masukan, params, dan pustaka")}

# What the roll-up adds when it holds the agencies beside each other, and each beside its own last year.
DIBANDINGKAN: dict[str, tuple[str, str]] = {
    "nomor": ("bulat", "Nomor urut dalam tabel dan bagan"),
    "peringkat": (
        "bulat",
        "Urutan rata-rata menurut kebijakan bersama di antara instansi satu pemerintah yang lengkap, tanpa kesalahan "
        "terbuka, dan mengisi tabel yang sama",
    ),
    "n_setara": ("bulat", "Banyak instansi yang diperingkat bersamanya"),
    "kuadran": ("teks", "Capaian terhadap batas tercapai, dan serapan terhadap serapan seluruh instansi"),
    "rata_rata_lalu_persen": ("angka", "Rata-rata tahun lalu menurut kebijakan bersama"),
    "rata_rata_selisih_persen": ("angka", "Rata-rata − rata-rata tahun lalu (poin)"),
    "predikat_lalu": ("teks", "Kelas tahun lalu menurut kebijakan bersama"),
    "serapan_lalu_persen": ("angka", "Serapan tahun lalu"),
    "serapan_selisih_persen": ("angka", "Serapan − serapan tahun lalu (poin)"),
    "kesalahan_lalu": ("bulat", "Kesalahan terbuka tahun lalu"),
    "peringatan_lalu": ("bulat", "Peringatan terbuka tahun lalu"),
}
INSTANSI = TERKUMPUL | DIBANDINGKAN

KELOMPOK: dict[str, tuple[str, str]] = {
    "menurut": ("teks", "kelompok atau pemerintah"),
    "nama": ("teks", "Nama kelompok atau pemerintah"),
    "n_instansi": ("bulat", "Banyak instansi"),
    **{k: ("bulat", f"Banyak instansi: {arti.lower()}") for k, arti in KEADAAN.items()},
    "n_lengkap": ("bulat", "Banyak instansi yang semua indikatornya terhitung"),
    "n_indikator": ("bulat", "Jumlah indikator"),
    "n_terhitung": ("bulat", "Jumlah indikator yang terhitung"),
    "n_tercapai": ("bulat", "Jumlah indikator yang tercapai"),
    "tercapai_persen": ("angka", "Indikator tercapai terhadap yang terhitung"),
    "n_beranggaran": ("bulat", "Banyak instansi tanpa kesalahan terbuka yang pagu dan realisasinya ada"),
    "pagu_rp": ("rupiah", "Jumlah pagu instansi itu"),
    "realisasi_rp": ("rupiah", "Jumlah realisasi instansi itu"),
    "n_berkesalahan": ("bulat", "Banyak instansi dengan kesalahan terbuka yang pagu dan realisasinya ada"),
    "pagu_berkesalahan_rp": ("rupiah", "Jumlah pagu instansi dengan kesalahan terbuka"),
    "realisasi_berkesalahan_rp": ("rupiah", "Jumlah realisasi instansi dengan kesalahan terbuka"),
    "serapan_persen": ("angka", "Jumlah realisasi terhadap jumlah pagu"),
    "catatan_kesalahan": ("bulat", "Jumlah catatan kesalahan yang terbuka"),
    "catatan_peringatan": ("bulat", "Jumlah catatan peringatan yang terbuka"),
    "catatan_informasi": ("bulat", "Jumlah catatan informasi yang terbuka"),
    "pekerjaan": ("bulat", "Jumlah pekerjaan yang terbuka"),
}

CATATAN: dict[str, tuple[str, str]] = {
    "instansi": ("teks", "Nama folder instansi di data/"),
    "id": ("teks", "Id tetap catatan"),
    "kode": ("teks", "Kode pemeriksaan"),
    "tingkat": ("teks", "kesalahan, peringatan atau informasi"),
    "status": ("teks", "terbuka atau dijelaskan"),
    "akar": ("teks", "Id catatan yang menjadi akarnya; kosong bila ia sendiri akarnya"),
    "tempat": ("teks", "Tempat dalam dokumen instansi"),
    "berkas": ("teks", "Berkas"),
    "baris": ("bulat", "Baris"),
    "kolom": ("teks", "Kolom"),
    "tercetak": ("teks", "Seperti tercetak"),
    "penjelasan": ("teks", "Apa yang bertentangan"),
    "saran": ("teks", "Yang sebaiknya dilakukan"),
}

_JENIS_LEDGER = {"nilai": "angka", "tahun": "bulat", "baris": "bulat"}
LEDGER = {"instansi": ("teks", "Nama folder instansi di data/")} | {
    k: (_JENIS_LEDGER.get(k, "teks"), "Kolom ledger") for k in ledger.KOLOM
}

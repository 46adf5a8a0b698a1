"""ONE declaration of every table that the notebooks publish: columns in order, with type and meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lkip_lib.frames import larik, susun

DTYPE = {"teks": "object", "angka": "float64", "rupiah": "Int64", "bulat": "Int64"}

_STATUS = {"status_nilai": ("teks", "angka, belum_diisi, tidak_terbaca, tidak_dapat_dihitung atau tidak_berlaku")}

KELUARAN: dict[str, dict[str, tuple[str, str]]] = {
    "indikator": {
        "kode": ("teks", "Kode indikator"),
        "sasaran": ("teks", "Kode sasaran"),
        "nama": ("teks", "Nama indikator"),
        "satuan": ("teks", "Satuan"),
        "arah": ("teks", "naik atau turun"),
        "bobot": ("angka", "Bobot dalam rata-rata"),
        "dokumen_target": ("teks", "Dokumen yang targetnya dipakai"),
        "target": ("angka", "Target; kosong bila berupa rentang"),
        "realisasi": ("angka", "Realisasi; untuk target perubahan, perubahan yang terjadi"),
        "capaian_mentah_persen": ("angka", "Capaian sebelum dibatasi"),
        "capaian_persen": ("angka", "Capaian sesudah dibatasi"),
        "tercapai": ("teks", "ya atau tidak menurut ambang_tercapai; kosong bila tidak dapat disebut"),
        **_STATUS,
        "predikat": ("teks", "Kelas capaian"),
        "skala": ("teks", "Skala predikat dan cara membaca celahnya"),
        "rumus": ("teks", "Nama rumus yang dipakai"),
    },
    "per_dokumen": {
        "dokumen": ("teks", "Dokumen target"),
        "kode": ("teks", "Kode indikator"),
        "target": ("angka", "Target menurut dokumen itu"),
        "realisasi": ("angka", "Realisasi, atau perubahan bila targetnya perubahan"),
        "capaian_mentah_persen": ("angka", "Capaian sebelum dibatasi"),
        "capaian_persen": ("angka", "Capaian sesudah dibatasi"),
        **_STATUS,
        "predikat": ("teks", "Kelas capaian"),
        "rumus": ("teks", "Nama rumus yang dipakai"),
    },
    "ringkasan": {
        "dokumen": ("teks", "Dokumen target"),
        "rata_rata_persen": ("angka", "Rata-rata capaian yang sudah dibatasi"),
        "rata_rata_mentah_persen": ("angka", "Rata-rata capaian sebelum dibatasi"),
        "predikat": ("teks", "Kelas rata-rata; kosong bila belum lengkap"),
        "n_indikator": ("bulat", "Banyak indikator"),
        "n_terhitung": ("bulat", "Banyak indikator yang terhitung"),
        "dipakai": ("teks", "ya bila dokumen ini dipakai mengukur"),
    },
    "kemungkinan": {
        "dokumen": ("teks", "Dokumen target"),
        "kode": ("teks", "Kode indikator"),
        "kemungkinan": ("teks", "Nomor bacaan lain indikator itu"),
        "sebab": ("teks", "nilai_lalu, dasar_perubahan, atau arti_nama"),
        "dinyatakan": ("teks", "Yang dinyatakan lain, seperti tercetak"),
        "tempat": ("teks", "Tempatnya dalam dokumen instansi"),
        "target": ("angka", "Target menurut dokumen itu"),
        "realisasi": ("angka", "Realisasi menurut bacaan itu"),
        "capaian_mentah_persen": ("angka", "Capaian sebelum dibatasi"),
        "capaian_persen": ("angka", "Capaian sesudah dibatasi"),
        "tercapai": ("teks", "ya atau tidak menurut ambang_tercapai; kosong bila tidak dapat disebut"),
    },
    "jangkauan": {
        "dokumen": ("teks", "Dokumen target"),
        "andaian": (
            "teks",
            "terendah atau tertinggi di antara semua bacaan, atau satu bacaan saja (kode dan nomornya)",
        ),
        "rata_rata_persen": ("angka", "Rata-rata capaian yang sudah dibatasi"),
        "predikat": ("teks", "Kelas rata-rata itu"),
        "n_tercapai": ("bulat", "Banyak indikator yang targetnya tercapai"),
    },
    "sasaran": {
        "kode": ("teks", "Kode sasaran"),
        "nama": ("teks", "Nama sasaran"),
        "capaian_persen": ("angka", "Rata-rata capaian indikatornya"),
        "predikat": ("teks", "Kelas; kosong bila belum lengkap"),
        "skala": ("teks", "Skala predikat"),
        "serapan_persen": ("angka", "Serapan program pendukung"),
        "sisa_rp": ("rupiah", "Pagu − realisasi program pendukung"),
        "n_indikator": ("bulat", "Banyak indikator"),
        "n_terhitung": ("bulat", "Banyak indikator yang terhitung"),
    },
    "triwulan": {
        "kode": ("teks", "Kode indikator"),
        "triwulan": ("bulat", "Triwulan, 1 sampai 4"),
        "tipe_triwulan": ("teks", "akumulatif, posisi_akhir, pengulangan atau berjalan"),
        "dokumen_target": ("teks", "Dokumen yang targetnya dipakai"),
        "target": ("angka", "Target sampai akhir triwulan itu; kosong bila berupa rentang"),
        "realisasi": ("angka", "Realisasi sampai akhir triwulan itu"),
        "capaian_mentah_persen": ("angka", "Capaian terhadap target triwulan sebelum dibatasi"),
        "capaian_persen": ("angka", "Capaian terhadap target triwulan sesudah dibatasi"),
        "tercapai": (
            "teks",
            "ya atau tidak, terhadap target triwulan itu; kosong bila tidak dapat disebut",
        ),
        **_STATUS,
        "predikat": ("teks", "Kelas capaian"),
        "selisih": ("angka", "Realisasi − target; untuk rentang, terhadap batas terdekat"),
        "target_tahun": ("angka", "Target setahun; kosong bila berupa rentang"),
        "capaian_tahun_persen": ("angka", "Capaian terhadap target setahun sesudah dibatasi"),
        "proyeksi": ("angka", "Perkiraan garis lurus pada akhir tahun, bukan realisasi"),
        "capaian_proyeksi_persen": ("angka", "Perkiraan itu terhadap target setahun"),
        "cara_proyeksi": ("teks", "proyeksi_lurus atau proyeksi_tren; kosong bila tidak diperkirakan"),
        "rumus": ("teks", "Nama rumus yang dipakai"),
    },
    "riwayat": {
        "kode": ("teks", "Kode indikator"),
        "tahun": ("bulat", "Tahun"),
        "lingkup": ("teks", "Milik siapa angkanya"),
        "target": ("angka", "Target tahun itu"),
        "realisasi": ("angka", "Realisasi tahun itu"),
        "capaian_persen": ("angka", "Capaian tahun itu"),
        "predikat_nilai": ("teks", "Kelas nilai realisasi pada skalanya sendiri"),
        **_STATUS,
        "berselisih": ("teks", "Nilai lain yang dinyatakan untuk tahun yang sama"),
    },
    "perbandingan": {
        "kode": ("teks", "Kode indikator"),
        "jenis": (
            "teks",
            "tahun_lalu, tahun_sebelumnya, target_berikut, akhir_renstra, akhir_rpd, atau lingkup pembanding",
        ),
        "tahun": ("bulat", "Tahun pembanding"),
        "realisasi": ("angka", "Realisasi tahun laporan"),
        "pembanding": ("angka", "Nilai pembanding"),
        "selisih": ("angka", "Realisasi − pembanding"),
        "perubahan_persen": ("angka", "Selisih terhadap pembanding"),
        "capaian_persen": ("angka", "Kemajuan terhadap target yang akan datang"),
        "sisa_per_tahun": ("angka", "Yang masih harus ditambah setiap tahun"),
        "makna": ("teks", "membaik, memburuk, tetap; atau berselisih"),
        **_STATUS,
    },
    "anggaran": {
        "kode": ("teks", "Kode anggaran; 0 untuk seluruh instansi"),
        "induk": ("teks", "Kode induk"),
        "tingkat": ("teks", "instansi, program, kegiatan atau sub_kegiatan"),
        "nama": ("teks", "Nama"),
        "pagu_rp": ("rupiah", "Pagu"),
        "realisasi_rp": ("rupiah", "Realisasi"),
        "serapan_persen": ("angka", "Realisasi terhadap pagu"),
        "sisa_rp": ("rupiah", "Pagu − realisasi"),
        "pagu_anak_rp": ("rupiah", "Jumlah pagu rincian di bawahnya"),
        "realisasi_anak_rp": ("rupiah", "Jumlah realisasi rincian di bawahnya"),
        "residu_pagu_rp": ("rupiah", "Pagu yang dinyatakan − jumlah rincian"),
        "residu_realisasi_rp": ("rupiah", "Realisasi yang dinyatakan − jumlah rincian"),
        "asal": ("teks", "dinyatakan, koreksi, atau jumlah_rincian"),
        **_STATUS,
    },
    "kas": {
        "kode": ("teks", "Kode anggaran; 0 untuk seluruh instansi"),
        "triwulan": ("bulat", "Triwulan, 1 sampai 4"),
        "tingkat": ("teks", "instansi, program, kegiatan atau sub_kegiatan"),
        "nama": ("teks", "Nama"),
        "pagu_rp": ("rupiah", "Pagu"),
        "rencana_rp": ("rupiah", "Rencana penarikan dalam triwulan itu saja"),
        "realisasi_rp": ("rupiah", "Realisasi dalam triwulan itu saja"),
        "rencana_sampai_rp": ("rupiah", "Rencana penarikan sampai akhir triwulan itu"),
        "realisasi_sampai_rp": ("rupiah", "Realisasi sampai akhir triwulan itu"),
        "rencana_persen": ("angka", "Rencana sampai akhir triwulan itu terhadap pagu"),
        "serapan_persen": ("angka", "Realisasi sampai akhir triwulan itu terhadap pagu"),
        "serapan_rencana_persen": ("angka", "Realisasi terhadap rencana, keduanya sampai akhir triwulan itu"),
        "deviasi_poin": ("angka", "Serapan − rencana, dalam poin persen pagu"),
        "deviasi_rp": ("rupiah", "Realisasi − rencana, keduanya sampai akhir triwulan itu"),
        "realisasi_fisik_persen": ("angka", "Realisasi fisik sampai akhir triwulan itu"),
        "proyeksi_rp": ("rupiah", "Perkiraan garis lurus pada akhir tahun, bukan realisasi"),
        "proyeksi_persen": ("angka", "Perkiraan itu terhadap pagu"),
    },
    "pendukung": {
        "sasaran": ("teks", "Kode sasaran"),
        "program": ("teks", "Kode program yang mendukungnya"),
        "bobot": ("angka", "Bagian program yang dihitung untuk sasaran itu"),
    },
    "efisiensi": {
        "sasaran": ("teks", "Kode sasaran"),
        "capaian_persen": ("angka", "Capaian sasaran"),
        "serapan_persen": ("angka", "Serapan program pendukung"),
        "tingkat_efisiensi": ("teks", "Tingkat efisiensi menurut target dokumen yang dipakai"),
        "sebutan": (
            "teks",
            "Tingkat yang sama menurut PK dan dokumen yang dipakai, pada setiap bacaan; kosong bila tidak",
        ),
        "metode": ("teks", "Aturan yang dipakai"),
        "ukuran_efisiensi": (
            "angka",
            "Angka yang dikelaskan aturan itu, misalnya capaian − serapan",
        ),
    },
    "belanja": {
        "kode": ("teks", "Kode jenis belanja"),
        "uraian": ("teks", "Jenis belanja"),
        "pagu_rp": ("rupiah", "Pagu"),
        "realisasi_rp": ("rupiah", "Realisasi"),
        "serapan_persen": ("angka", "Realisasi terhadap pagu"),
        "bagian_persen": ("angka", "Bagian dari seluruh realisasi"),
    },
    "keluaran": {
        "kode": ("teks", "Kode baris"),
        "sasaran": ("teks", "Kode sasaran"),
        "anggaran": ("teks", "Kode anggaran sub kegiatan"),
        "jenis": ("teks", "masukan, keluaran atau hasil"),
        "uraian": ("teks", "Uraian"),
        "target": ("angka", "Target"),
        "realisasi": ("angka", "Realisasi"),
        "capaian_persen": ("angka", "Realisasi terhadap target"),
        **_STATUS,
    },
    "pegawai": {
        "kode": ("teks", "Kelompok pegawai"),
        "asn_orang": ("bulat", "Jumlah ASN"),
        "non_asn_orang": ("bulat", "Jumlah non-ASN"),
    },
    "dukungan": {
        "kode": ("teks", "Tabel dan kolomnya"),
        "tabel": ("teks", "Tabel tambahan instansi"),
        "kolom": ("teks", "Kolom"),
        "tahun": ("bulat", "Tahun"),
        "kini": ("angka", "Nilai tahun itu"),
        "lalu": ("angka", "Nilai tahun sebelumnya"),
        "selisih": ("angka", "Nilai tahun itu − tahun sebelumnya"),
        "perubahan_persen": ("angka", "Selisih terhadap tahun sebelumnya"),
    },
    "bacaan": {
        "id": ("teks", "Id dalam ledger"),
        "berkas": ("teks", "Berkas"),
        "baris": ("bulat", "Baris"),
        "kolom": ("teks", "Kolom"),
        "tercetak": ("teks", "Seperti tercetak"),
        "nilai": ("angka", "Yang terbaca"),
        "satuan": ("teks", "Satuan kolom"),
        **_STATUS,
        "catatan": ("teks", "Cara membacanya, atau sebab tidak terbaca"),
    },
    "koreksi": {
        "id": ("teks", "Id dalam ledger"),
        "berkas": ("teks", "Berkas"),
        "baris": ("bulat", "Baris"),
        "kolom": ("teks", "Kolom"),
        "expect": ("teks", "Seperti tercetak"),
        "become": ("teks", "Menjadi; kosong berarti ditarik"),
        "reason": ("teks", "Sebab"),
        "evidence": ("teks", "Bukti"),
        "by": ("teks", "Siapa yang mengoreksi"),
        "date": ("teks", "Kapan"),
        "berkas_koreksi": ("teks", "Berkas tempat koreksi itu ditulis"),
        "baris_koreksi": ("bulat", "Baris dalam berkas itu"),
    },
    "asal_kolom": {
        "tabel": ("teks", "Tabel"),
        "kolom": ("teks", "Kolom"),
        "berkas": ("teks", "Buku kerja tempat tabel itu dibaca"),
        "lembar": ("teks", "Lembar"),
        "huruf": ("teks", "Huruf kolom pada lembar itu"),
    },
    "buku_kerja": {
        "tempat": ("teks", "Lembar, baris atau kolom buku kerja"),
        "keterangan": ("teks", "Yang tidak dibaca beserta sebabnya, atau yang dibaca walaupun tersembunyi"),
    },
    "pemeriksaan": {
        "id": ("teks", "Id tetap catatan"),
        "kode": ("teks", "Kode pemeriksaan"),
        "keluarga": ("teks", "Keluarga pemeriksaan"),
        "tingkat": ("teks", "kesalahan, peringatan atau informasi"),
        "status": ("teks", "terbuka atau dijelaskan"),
        "akar": ("teks", "Id catatan yang menjadi akarnya, diperbaiki lebih dahulu; kosong bila ia sendiri akarnya"),
        "pekerjaan": ("teks", "Kode pekerjaannya, dari id akarnya saja; kosong bila hanya menerangkan"),
        "tempat": ("teks", "Tempat dalam dokumen instansi, menurut sumber baris itu"),
        "tabel": ("teks", "Tabel"),
        "subjek": ("teks", "Subjek"),
        "berkas": ("teks", "Berkas"),
        "baris": ("bulat", "Baris"),
        "kolom": ("teks", "Kolom"),
        "tercetak": ("teks", "Seperti tercetak"),
        "seharusnya": ("teks", "Hanya bila terbukti"),
        "kandidat": ("teks", "Nilai lain yang mungkin"),
        "dasar": ("teks", "Aturan yang dipakai"),
        "dampak": ("teks", "Pengaruhnya"),
        "penjelasan": ("teks", "Apa yang bertentangan"),
        "juga": ("teks", "Semua tempat lain yang sama halnya"),
        "saran": ("teks", "Yang sebaiknya dilakukan"),
    },
    "replikasi": {
        "id": ("teks", "Id sel tercetak dalam ledger"),
        "berkas": ("teks", "Berkas"),
        "baris": ("bulat", "Baris"),
        "besaran": ("teks", "Apa yang dicetak"),
        "jenis_subjek": ("teks", "Jenis subjek"),
        "subjek": ("teks", "Subjek"),
        "dokumen": ("teks", "Dokumen"),
        "tercetak": ("teks", "Seperti tercetak"),
        "dihitung": ("angka", "Hasil hitung ulang"),
        "dihitung_label": ("teks", "Hasil hitung ulang berupa kata"),
        "verdik": ("teks", "cocok, cocok_bila_utuh (masukannya tercetak dibulatkan), beda, atau tidak_dapat_dihitung"),
    },
    "rumus": {
        "kode": (
            "teks",
            "Kunci yang disebut kolom ungkapan ledger, atau nama di kolom rumusnya (nama dalam kunci, bila "
            "di ungkapan lain berarti lain)",
        ),
        "ungkapan": ("teks", "Rumusnya sebagai hitungan atas nama-nama perannya, untuk dihitung ulang"),
        "kalimat": ("teks", "Rumusnya dalam kata"),
        "arti": ("teks", "Apa yang dihitungnya"),
        "satuan": ("teks", "Satuan hasilnya, bila selalu sama"),
        "sumber": ("teks", "Peraturan atau praktik asalnya"),
        "angka": ("teks", "Setiap angka dalam ungkapan dan asalnya: teks rumus, atau kebijakan menurut namanya"),
    },
    "narasi": {
        "bab": ("teks", "Kode bab"),
        "urut": ("bulat", "Urutan dalam bab"),
        "kalimat": ("teks", "Paragraf sebagai teks biasa"),
    },
}


def bentuk(nama: str, frame: pd.DataFrame, tambahan: Sequence[str] = ()) -> pd.DataFrame:
    """Give a frame the declared columns, order and types of its table; what is missing is empty.

    `tambahan` are columns that a notebook added to it: they stand at the end, as they are.
    """
    kolom = KELUARAN[nama]
    isi = {k: _isi(frame, k, jenis) if len(frame) else () for k, (jenis, _) in kolom.items()}
    hasil = susun(isi, {k: DTYPE[jenis] for k, (jenis, _) in kolom.items()})
    for k in tambahan:
        hasil[k] = frame[k].to_numpy()
    return hasil


def _isi(frame: pd.DataFrame, kolom: str, jenis: str) -> np.ndarray:
    if kolom not in frame:
        return np.full(len(frame), "" if jenis == "teks" else np.nan, dtype=object if jenis == "teks" else float)
    isi = larik(frame, kolom)
    if jenis == "teks":
        isi = np.asarray(isi, dtype=object)
        hampa = pd.isna(isi)
        return np.where(hampa, "", isi) if hampa.any() else isi
    if isi.dtype != "float64":
        isi = pd.Series(isi).to_numpy(dtype="float64", na_value=np.nan)
    angka: np.ndarray = isi if jenis == "angka" else isi.round()
    return angka

"""What a formula may be told after `*`: categories that a row carries, and policies that params choose."""

from __future__ import annotations

# Columns that sort rows into a few kinds, each with what it says; never a key, a name or a number.
KATEGORI = {
    "jenis": "bentuk target: tingkat, perubahan, rentang, batas, atau ordinal",
    "arah": "naik, turun, atau dalam",
    "nol_tercapai": "ya bila target 0 dan realisasi 0 dihitung tercapai",
    "dari_perubahan": "ya bila realisasinya dihitung sebagai perubahan dari tahun lalu",
    "gerak": "perubahan yang disebut nama indikator: penurunan, peningkatan, atau kosong",
    "dari_perubahan_tahun": "ya bila target setahunnya perubahan, sedangkan kartunya tingkat",
    "tipe_triwulan": "akumulatif, posisi_akhir, pengulangan, atau berjalan",
    "periode": "tahunan, tw1 sampai tw4",
    "mulai": "triwulan pertama yang diketahui: tw1 sampai tw4",
    "lengkap": "ya bila rincian di bawahnya lengkap",
    "terhadap": "pembandingnya: tahun_lalu, akhir_renstra, akhir_rpd, atau lingkup lain",
    "berselisih": "ya bila nilai pembandingnya dinyatakan berbeda-beda",
    "bentuk": "bentuk target pembandingnya",
    "bagian": "bagian komponen yang ada",
    "skala": "skala nilai indikator itu",
    "lingkup": "milik siapa angkanya",
}
KEBIJAKAN = {
    "rumus_naik": "rumus capaian indikator naik",
    "rumus_turun": "rumus capaian indikator turun",
    "rentang": "aturan di luar rentang target",
    "batas": "batas capaian",
    "pembulatan": "pembulatan capaian",
    "skala_capaian": "skala predikat capaian",
    "skala_nilai": "skala nilai setiap indikator",
    "pembacaan_celah": "cara membaca celah skala",
    "efisiensi": "aturan efisiensi",
    "ambang_tercapai": "capaian yang disebut tercapai",
    "dokumen_target": "dokumen yang targetnya dipakai",
}

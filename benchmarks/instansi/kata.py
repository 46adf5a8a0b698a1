"""The words of each kind of agency: its sasaran and the names of its indicators, by family."""

from __future__ import annotations

from benchmarks.pemeriksaan.kinerja import Kata

_RUMPUN = (
    "naik_persen",
    "naik_nilai",
    "naik_jumlah",
    "turun_persen",
    "turun_jumlah",
    "rentang",
    "perubahan",
    "nol",
)


def _kata(sasaran: str, *nama: str) -> Kata:
    """Read words written one after another; names come in the order of the families."""
    return Kata(tuple(sasaran.split(", ")), {r: tuple(n.split(", ")) for r, n in zip(_RUMPUN, nama, strict=True)})


KATA = {
    "dinas": _kata(
        "Meningkatnya mutu layanan publik, Meningkatnya kesejahteraan warga, Menurunnya kerawanan wilayah, "
        "Terjaganya lingkungan hidup, Meningkatnya daya saing daerah, Terwujudnya tata kelola yang baik",
        "Persentase permohonan yang selesai tepat waktu, Cakupan layanan dasar, Persentase sarana dalam kondisi baik, "
        "Persentase data yang mutakhir, Persentase usulan warga yang ditindaklanjuti",
        "Indeks kepuasan masyarakat, Nilai akuntabilitas kinerja, Indeks layanan publik, Indeks inovasi daerah",
        "Jumlah peserta pelatihan, Jumlah pelaku usaha yang dibina, Jumlah penerima bantuan",
        "Persentase aduan yang berulang, Tingkat kerusakan sarana, Tingkat kehilangan air, Prevalensi tengkes",
        "Jumlah titik banjir, Jumlah sengketa lahan, Jumlah pelanggaran perizinan",
        "Persentase pemakaian kapasitas sarana, Tingkat keterisian ruang layanan",
        "Penurunan angka kemiskinan, Pertumbuhan nilai tambah usaha kecil, Peningkatan produktivitas padi",
        "Jumlah temuan yang berulang, Jumlah kecelakaan kerja petugas, Jumlah kasus kebocoran data",
    ),
    "rumah_sakit": _kata(
        "Meningkatnya mutu layanan rumah sakit, Meningkatnya keselamatan pasien, Meningkatnya layanan rujukan, "
        "Terpenuhinya tenaga kesehatan, Meningkatnya kemandirian keuangan, Terwujudnya tata kelola yang baik",
        "Persentase pasien gawat darurat yang ditangani tepat waktu, Persentase rekam medis yang lengkap, "
        "Persentase resep sesuai formularium, Kepatuhan kebersihan tangan, Persentase alat medis yang terkalibrasi",
        "Indeks kepuasan pasien, Nilai akreditasi, Nilai akuntabilitas kinerja, Indeks budaya keselamatan",
        "Jumlah pasien rujukan yang dilayani, Jumlah tenaga kesehatan yang dilatih, Jumlah peserta penyuluhan",
        "Angka kematian bersih, Angka infeksi luka operasi, Persentase operasi yang ditunda, "
        "Persentase keluhan berulang",
        "Jumlah pasien jatuh, Jumlah kesalahan pemberian obat, Jumlah keluhan tertulis",
        "Tingkat keterisian tempat tidur, Persentase pemakaian kamar operasi",
        "Pertumbuhan pendapatan layanan, Penurunan waktu tunggu rawat jalan, Peningkatan kunjungan poliklinik",
        "Jumlah kejadian sentinel, Jumlah kecelakaan kerja petugas, Jumlah kasus kebocoran data",
    ),
    "kecamatan": _kata(
        "Meningkatnya mutu layanan kecamatan, Meningkatnya peran serta warga, Terjaganya ketenteraman wilayah, "
        "Meningkatnya pembangunan kelurahan, Meningkatnya kebersihan lingkungan, Terwujudnya tata kelola yang baik",
        "Persentase surat yang selesai tepat waktu, Persentase usulan musrenbang yang diakomodasi, "
        "Persentase RT yang aktif, Persentase posyandu yang aktif, Persentase pelunasan PBB",
        "Indeks kepuasan masyarakat, Nilai akuntabilitas kinerja, Nilai evaluasi kelurahan, Indeks layanan publik",
        "Jumlah warga yang mengikuti pembinaan, Jumlah kader yang dilatih, Jumlah penerima layanan keliling",
        "Persentase aduan yang berulang, Persentase rumah tidak layak huni, Persentase lampu jalan yang padam",
        "Jumlah gangguan ketertiban, Jumlah titik genangan, Jumlah tempat pembuangan liar",
        "Tingkat pemakaian balai warga, Persentase pemakaian kendaraan layanan",
        "Penurunan keluarga prasejahtera, Pertumbuhan usaha warga, Peningkatan swadaya masyarakat",
        "Jumlah konflik sosial, Jumlah temuan yang berulang, Jumlah kecelakaan kerja petugas",
    ),
    "pengadilan": _kata(
        "Terwujudnya peradilan yang pasti dan transparan, Meningkatnya penyelesaian perkara, "
        "Meningkatnya akses warga ke peradilan, Meningkatnya kepatuhan pada putusan, "
        "Meningkatnya kepercayaan publik, Terwujudnya tata kelola yang baik",
        "Persentase perkara yang diselesaikan tepat waktu, Persentase putusan yang diunggah, "
        "Persentase perkara yang tidak diajukan banding, Persentase salinan putusan yang dikirim tepat waktu, "
        "Persentase perkara yang diajukan secara elektronik",
        "Indeks persepsi pencari keadilan, Nilai akuntabilitas kinerja, Indeks persepsi antikorupsi, "
        "Indeks layanan publik",
        "Jumlah pencari keadilan golongan tertentu yang dilayani, Jumlah aparatur yang dilatih, "
        "Jumlah penerima bantuan hukum",
        "Persentase sisa perkara, Persentase perkara yang melewati lima bulan, Persentase pengaduan yang terbukti",
        "Jumlah eksekusi yang tertunda, Jumlah pengaduan layanan, Jumlah perkara yang dibatalkan",
        "Tingkat keterisian ruang sidang, Persentase pemakaian ruang mediasi",
        "Peningkatan keberhasilan mediasi, Pertumbuhan perkara elektronik, Penurunan lama penyelesaian perkara",
        "Jumlah pelanggaran kode etik, Jumlah temuan yang berulang, Jumlah kasus kebocoran data",
    ),
}

"""Example rows for the blank workbook: one small coherent agency whose keys all begin with `contoh-`."""

from __future__ import annotations

import csv

# `{kini}` is the year of the workbook, `{lalu}` the year before. Everything left out of a row is empty.
_TEKS = {
    "indikator": """\
kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan,rentang,formulasi,penanggung_jawab
contoh-IKM,contoh-S1,Indeks Kepuasan Masyarakat,Indeks,naik,tingkat,pengulangan,0-100,Rata-rata unsur x 25,Sekretariat
contoh-STUNTING,contoh-S2,Prevalensi balita pendek,Persen,turun,tingkat,posisi_akhir,0-100,Pendek / diukur x 100,Bidang
contoh-OPINI,contoh-S1,Opini atas laporan keuangan,Opini,naik,ordinal,posisi_akhir,,,Sekretariat
""",
    "target": """\
indikator,tahun,periode,dokumen,target,sumber
contoh-IKM,{kini},tahunan,renstra,"83,00","Renstra, Tabel 4.1, baris 1"
contoh-IKM,{kini},tahunan,pk,"82,50","Perjanjian Kinerja {kini}, baris 1"
contoh-STUNTING,{kini},tahunan,pk,"14,20","Perjanjian Kinerja {kini}, baris 2"
contoh-OPINI,{kini},tahunan,pk,WTP,"Perjanjian Kinerja {kini}, baris 3"
""",
    "realisasi": """\
indikator,tahun,periode,lingkup,realisasi,bukti,sumber
contoh-IKM,{kini},tahunan,instansi,"83,33",Laporan survei,"Laporan survei {kini}, halaman 12"
contoh-IKM,{lalu},tahunan,instansi,"81,90",Laporan survei,"LKIP {lalu}, Tabel 3.2"
contoh-STUNTING,{kini},tahunan,instansi,"13,80",Rekap aplikasi gizi,"Rekap {kini}"
contoh-STUNTING,{kini},tahunan,nasional,"19,80",,"Survei nasional {kini}"
contoh-OPINI,{kini},tahunan,instansi,WTP,Laporan hasil pemeriksaan,"Laporan hasil pemeriksaan {kini}"
""",
    "anggaran": """\
kode,induk,tingkat,nama,sasaran,dokumen,pagu,realisasi,sumber
contoh-0,,instansi,Seluruh instansi (kode sebenarnya: 0),,dpa,450000000,441500000,"DPA {kini}"
contoh-1.02.02,contoh-0,program,Program A,contoh-S2,dpa,300000000,294000000,"DPA {kini}"
contoh-1.02.02.2.01,contoh-1.02.02,kegiatan,Kegiatan A.1,,dpa,300000000,294000000,"DPA {kini}"
contoh-1.02.02.2.01.0001,contoh-1.02.02.2.01,sub_kegiatan,Sub kegiatan A.1.1,,dpa,300000000,294000000,"DPA {kini}"
contoh-1.02.01,contoh-0,program,Program penunjang,contoh-S1,dpa,150000000,147500000,"DPA {kini}"
""",
    "kas": """\
kode,periode,rencana,realisasi,realisasi_fisik,sumber
contoh-1.02.02,tw1,75000000,70500000,22,"Anggaran kas DPA {kini} dan register SP2D"
contoh-1.02.02,tw2,80000000,78250000,49,"Anggaran kas DPA {kini} dan register SP2D"
""",
    "analisis": """\
indikator,jenis,teks
contoh-IKM,sebab,Loket layanan ditambah dari tiga menjadi lima sehingga waktu tunggu turun.
contoh-STUNTING,hambatan,Tiga kecamatan belum mempunyai alat ukur yang baku.
contoh-STUNTING,tindak_lanjut,Alat ukur dibeli pada triwulan pertama tahun berikutnya.
""",
    "jawaban": """\
jenis,id,berkas,kunci,kolom,expect,become,reason,evidence,by,date
koreksi,contoh-1,anggaran,kode=0,realisasi,441500000,441.500.000,Sebabnya apa.,Buktinya apa.,Umum,{kini}-12-31
penjelasan,contoh-ANG-06-669655ac,,,,,,Dianggarkan sesudah perubahan.,,Perencanaan,{kini}-12-31
pilihan,contoh-bacaan_dipastikan,,indikator=IKM,,,,Artinya nilai tahun itu.,,Bidang,{kini}-12-31
""",
    "tujuan": """\
kode,nama,indikator,sumber
contoh-T1,Meningkatnya derajat kesehatan warga,Usia harapan hidup,"Renstra, Tabel 4.1"
""",
    "sasaran": """\
kode,tujuan,nama,sumber
contoh-S1,contoh-T1,Meningkatnya mutu layanan,"Renstra, Tabel 4.1"
contoh-S2,contoh-T1,Menurunnya balita pendek,"Renstra, Tabel 4.1"
""",
    "pendahulu": """\
jenis,kode,peristiwa,sejak,asal,nama_asal,alasan,sumber
indikator,contoh-IKM,berganti_nama,{kini},,Indeks Kepuasan Pelanggan,Disamakan dengan PermenPANRB 14/2017.,"Renstra, IV"
""",
    "pendukung": """\
sasaran,program,bobot,sumber
contoh-S2,contoh-1.02.02,1,"Renstra, Tabel 6.1"
contoh-S1,contoh-1.02.01,1,"Renstra, Tabel 6.1"
""",
    "rkt": """\
kode,tingkat,nama,jenis,uraian,satuan,target,sumber
contoh-1.02.02.2.01.0001,sub_kegiatan,Sub kegiatan A.1.1,keluaran,Balita yang diukur,Orang,12.500,"RKT {kini}, Tabel 3"
""",
    "keluaran": """\
kode,sasaran,anggaran,jenis,nomor,uraian,satuan,target,realisasi,sumber
contoh-S2.1,contoh-S2,contoh-1.02.02.2.01.0001,keluaran,1,Balita yang diukur,Orang,12.500,12.310,"Rekap {kini}"
""",
    "belanja": """\
kode,uraian,pagu,realisasi,sumber
contoh-barang_jasa,Belanja Barang dan Jasa,450000000,441500000,"DPA {kini}"
""",
    "sdm": """\
kelompok,nomor,uraian,golongan,asn,non_asn,sumber
contoh-jabatan,1,Kepala Dinas,,1,0,"Daftar pegawai {kini}"
""",
    "komponen": """\
indikator,tahun,komponen,nama,nilai,satuan,sumber
contoh-STUNTING,{kini},pembilang,Balita pendek,1.699,Orang,"Rekap {kini}"
contoh-STUNTING,{kini},penyebut,Balita diukur,12.310,Orang,"Rekap {kini}"
""",
    "survei": """\
indikator,tahun,responden,u1,u2,u3,u4,u5,u6,u7,u8,u9,sumber
contoh-IKM,{kini},R001,4,3,3,4,4,3,3,4,3,Kuesioner
contoh-IKM,{kini},R002,3,3,4,3,3,4,3,3,3,Kuesioner
""",
    "rekomendasi": """\
kode,rekomendasi,tindak_lanjut,status,bukti,sumber
contoh-R1,Menyajikan pembanding,Laporan {kini} memuat pembanding,selesai,LKIP {kini},"Hasil evaluasi AKIP {lalu}"
""",
}


def contoh(tabel: str, tahun: int) -> list[dict[str, str]]:
    """Return the example rows of a table, none when it has no example.

    >>> contoh("sasaran", 2025)[0]["kode"], contoh("tercetak/skala", 2025)
    ('contoh-S1', [])
    """
    teks = _TEKS.get(tabel, "").replace("{kini}", str(tahun)).replace("{lalu}", str(tahun - 1))
    return list(csv.DictReader(teks.splitlines()))

"""Write the pages of docs/ that follow the code, or check that they still do.

python tools/dokumentasi.py            write docs/masukan.md, params.md, kebijakan.md, pemeriksaan.md and keluaran.md
python tools/dokumentasi.py --periksa  write nothing; exit 1 when a page differs from what the code says
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lkip_lib import ledger
from lkip_lib.checks import DAFTAR
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.inputs.tables import TABLES, Column, Table
from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG, DIPERIKSA, KATA_ARAH
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.params import BERNAMA, BacaanDipastikan, Naskah, Params, PilihanRealisasi
from lkip_lib.policies import Entri, Skala, bawaan
from lkip_lib.policies.aturan import UKURAN
from lkip_lib.policies.entri import KEYAKINAN
from lkip_lib.publish.html import HALAMAN
from lkip_lib.publish.workbook_tables import SUSUNAN

AKAR = Path(__file__).resolve().parent.parent
KEPALA = "<!-- Dibuat dari kode oleh `python tools/dokumentasi.py`; jangan disunting. -->\n\n"

PEMBUKA_MASUKAN = """\
# Mengisi tabel masukan

Satu tahun laporan adalah satu folder, `data/<instansi>/<tahun>/`. Folder itu memuat semua yang dipakai laporan tahun
itu, juga angka tahun-tahun lalu dan pembanding, sehingga perubahan di satu tahun tidak mengubah laporan tahun lain.

## Bentuk berkas

- Semua tabel boleh berdiri dalam satu buku kerja Excel, `lkip.xlsx`, satu lembar setiap tabel, juga lembar `analisis`
  dan `instansi` sebagai ganti YAML-nya: [buku-kerja.md](buku-kerja.md). Halaman ini menerangkan bentuk CSV; arti
  kolomnya sama. Satu tabel hanya boleh di satu tempat.
- Tabel adalah CSV: UTF-8, dipisah koma, baris pertama judul kolom. Di Excel: Simpan Sebagai, "CSV UTF-8". Sel yang
  memuat koma diapit tanda kutip (`"64,17"`). Excel berbahasa Indonesia dapat menulis titik koma; berkas seperti itu,
  dan yang dipisah tab, ditolak dengan pesan.
- Setiap berkas berdiri di folder tahunnya sendiri; tautan ke luar folder itu ditolak, tidak diikuti.
- Urutan kolom bebas. Kolom yang tidak wajib boleh tidak ada. Kolom yang tidak dikenal di CSV ditolak; di buku kerja ia
  disebut dan dilewati, kecuali yang tampak salah ketik.
- Pilihan boleh ditulis dengan huruf besar dan spasi: `PK` dan `Sub Kegiatan` dibaca `pk` dan `sub_kegiatan`.
- Angka ditulis seperti tercetak di dokumennya: `18.508.617.440`, `Rp 18.508.617.440,-`, `64,17`, `64.17`, `100%`,
  `≥95`, `80 - 90%`. Yang rusak (`35.000.0000`) juga ditulis apa adanya: ia menjadi catatan dan tidak ditebak. Yang
  sama sekali bukan angka ditolak.
- Salinan laporan (hasil pindai, teks dari PDF) kadang memuat dua bacaan satu sel. Tulis keduanya, dipisah `|`
  (`87.4 | 67.4`): angkanya tidak terbaca, dan catatannya menyebut salinannya yang rusak, bukan salah cetak instansi.
- Titik dan koma dibaca menurut satuan kolom dan kisaran pada kartu indikator (kolom `rentang`). Bila dua bacaan
  sama-sama mungkin, angkanya disebut tidak terbaca.
- Ribu, juta, miliar, dan triliun dikalikan, juga yang dieja `milyard` atau `trilyun`. Kata lain yang tidak dikenal di
  sel rupiah (`1,65 trilun`) bukan satuan: angkanya tidak terbaca, dan kata terdekatnya disebut.
- Sel kosong, `-`, dan `--` berarti belum diisi, tidak pernah nol; begitu pula kata tentang yang belum tiba: `belum
  diukur`, `Diukur di TW IV`, `dalam proses`. `n/a` berarti tidak berlaku.
- Tabel tanpa kolom `tahun` (anggaran, belanja, keluaran, rkt) selalu dibaca sebagai milik tahun foldernya; begitu pula
  baris `sdm` yang tahunnya kosong.
- `kode` adalah kunci tetap; nama boleh berubah, kode tidak.
- Realisasi yang belum dinyatakan dihitung dari `komponen.csv` bila komponennya lengkap; yang dinyatakan tetap
  dipakai.
- `sumber` menyebut tempat angka itu berdiri: dokumen, tabel, baris. Kolom ini tidak wajib, tetapi tanpa itu jejak
  angka berhenti di tabel ini.

## Lima berkas yang perlu

{perlu}
- `analisis.yml`: kata-kata analis, boleh kosong

Laporan selama tahun berjalan memakai tabel yang sama, dengan baris triwulan: [triwulan.md](triwulan.md).

Contoh paling pendek ada di `data/dinas-contoh/2024`, contoh yang lengkap di `data/dinas-contoh/2025`. Berkas lain
menambah isi laporan bila ada. Sebelum menyusun laporan, `make check YEAR=…` membaca semuanya dan menyebut setiap
kesalahan dengan berkas, baris, dan kolomnya.

## Berkas YAML

`analisis.yml`: sebab, hambatan, upaya, dan tindak lanjut setiap indikator, lalu permasalahan dan rekomendasi untuk
penutup. Sebab dicetak di bawah akibat yang dijelaskannya: tercapai tidaknya target, kecuali `menjelaskan` menyebut
`tahun_lalu`, `akhir_renstra`, `nasional`, `provinsi`, `kabupaten`, atau `kota`.

```yaml
# analisis.yml
indikator:
  TPT:
    sebab:
      - Lapangan kerja baru bertambah di sektor jasa.
      - isi: Pencari kerja dari luar daerah banyak yang datang.
        menjelaskan: nasional
    hambatan: []
    upaya:
      - Bursa kerja diadakan dua kali setahun.
    tindak_lanjut:
      - Pelatihan disesuaikan dengan lowongan yang tersedia.
permasalahan:
  - Keterampilan pencari kerja belum sesuai kebutuhan perusahaan.
rekomendasi:
  - Menambah pelatihan yang bersertifikat.
kutipan:  # boleh kosong: kalimat dokumen yang menjadi dasarnya, huruf demi huruf
  - indikator: TPT  # boleh kosong
    tempat: BAB III 3.3
    tercetak: Lowongan di sektor jasa bertambah.
```

Kutipan tampil di halaman Data sumber, dan disebut catatan yang menyangkutnya. Di buku kerja: baris berjenis `kutipan`
di lembar `analisis`, tempatnya di kolom `tempat`.

`instansi.yml`: nama, pemerintah daerah, kepala, kata pengantarnya, perjanjian kinerja, pernyataan reviu, latar
belakang dan maksud laporan, dasar hukum, tugas, fungsi, isu
strategis, organisasi, dan tabel tambahan. Semua kuncinya boleh dilewati; tanpa `nama`, nama folder yang dipakai.

```yaml
# instansi.yml
nama: Dinas Contoh Kota Contoh
nama_singkat: Dinas Contoh
pemerintah: Pemerintah Kota Contoh
kelompok: Dinas  # untuk rekap banyak instansi; boleh kosong
rekaan: tidak  # ya bila instansinya contoh; ia tidak ikut rekap instansi sungguhan
kepala: {{nama: Kepala Contoh, jabatan: Kepala Dinas Contoh, pangkat: "Pembina Utama Muda, IV/c", nip: "0"}}
kata_pengantar:  # kata kepala sendiri; bila kosong, laporan tidak memuat halamannya
  - Laporan ini kami buka supaya setiap angkanya dapat diperiksa.
perjanjian:  # nomor, tanggal, dan para pihak Perjanjian Kinerja; yang kosong tidak dikarang
  nomor: 800/001/2025
  tanggal: 2025-01-31
  pihak_pertama: {{nama: Kepala Contoh, jabatan: Kepala Dinas Contoh}}
  pihak_kedua: {{nama: Wali Kota Contoh, jabatan: Wali Kota Contoh}}
reviu:  # hanya seperti diberikan pereviu; selama kosong, edisi reviu memuat formulir kosong
  nomor: 700/001/2026
  tanggal: 2026-02-20
  pereviu: {{nama: Inspektur Contoh, jabatan: Inspektur}}
  isi: [Kata-kata pereviu sendiri.]
bukti:  # berkas di folder bukti/: png atau jpg dicetak, pdf disebut; untuk perjanjian: PK yang ditandatangani
  - {{berkas: pelatihan.jpg, keterangan: Pelatihan kerja di aula dinas}}
  - {{berkas: pk.pdf, keterangan: Perjanjian Kinerja yang ditandatangani, untuk: perjanjian}}
latar_belakang:
  - Laporan kinerja mempertanggungjawabkan pelaksanaan tugas instansi pemerintah.
maksud:
  - Laporan ini menjadi bahan evaluasi kinerja Dinas Contoh.
dasar_hukum:
  - Peraturan Presiden Nomor 29 Tahun 2014
tugas:
  - Dinas Contoh menjalankan urusan lingkungan hidup.
fungsi:
  - Perumusan kebijakan lingkungan hidup.
isu_strategis:
  - Timbulan sampah bertambah setiap tahun.
organisasi:
  nama: Kepala Dinas
  anak:
    - nama: Sekretariat
data_dukung:
  sampah_triwulan:
    judul: Sampah terkelola setiap triwulan
    kolom:
      triwulan: {{judul: Triwulan}}
      terkelola: {{judul: Sampah terkelola, satuan: ton}}
```

Setiap tabel di bawah `data_dukung` harus punya berkas `data_dukung/<nama>.csv` dengan kolom `kode`, kolom yang
disebut, dan `sumber`. Kolom yang bersatuan dibaca sebagai angka. Nama tabelnya menjadi nama berkas: huruf kecil, angka,
garis bawah, dan tanda hubung, paling panjang 60.

`sumber.yml`: dokumen asal angka, ditampilkan di halaman Data sumber.

```yaml
# sumber.yml
dokumen:
  - judul: Perjanjian Kinerja Dinas Contoh Tahun 2025
    penerbit: Dinas Contoh Kota Contoh
    tahun: 2025
    halaman: 4
    diterima: "2025-01-31"
    sha256: ""
    keterangan: Target tahunan dan anggaran.
    jenis: pk  # renstra, rkt, iku, pk, pk_perubahan, dpa, dppa, atau lkip; boleh tidak ada
    nomor: 000.8/12/DC
    tanggal: 2025-01-20
    daftar_tabel:  # daftar tabel dokumen itu, seperti tercetak; boleh tidak ada
      - Tabel 1 Target dan anggaran, halaman 3
    judul_tabel:  # judul di atas tabelnya, dicocokkan dengan daftar itu; boleh tidak ada
      - Tabel 1 Target dan anggaran
    keterangan_gambar:  # tulisan pada foto dan gambarnya; boleh tidak ada
      - Penandatanganan perjanjian kinerja
rujukan:  # angka terbitan umum; menerangkan angka yang berselisih, tidak mengganti apa pun
  - lembaga: BPS Kota Contoh
    judul: Berita Resmi Statistik Keadaan Ketenagakerjaan
    tanggal: 2024-12-05
    indikator: TPT
    tahun: 2024
    nilai: "6,12"
```

## Menjawab: `jawaban.yml`

Yang dijawab orang berdiri di satu tempat: koreksi sel, penjelasan catatan, dan pilihan laporan, masing-masing dengan
sebab, siapa, dan kapan. Tempatnya `jawaban.yml`, atau lembar `jawaban` dengan kolom yang sama; di lembar, `kunci`
ditulis `kode=C.1; dokumen=lkip`. Yang dijawab dua kali ditolak.

```yaml
# jawaban.yml
jawaban:
  - jenis: koreksi  # Tabel 3.6 mencetak 649.20.624, dan tiga angka lain membuktikan 649.202.624
    berkas: anggaran.csv
    kunci: {{kode: C.1, dokumen: lkip}}
    kolom: realisasi
    expect: "649.20.624"
    become: "649.202.624"
    reason: Satu angka hilang; kelompok ribuan tidak utuh.
    evidence: >-
      Program C 889.432.624 − 19.138.000 − 65.577.000 − 155.515.000 = 649.202.624; Tabel 3.5 mencetak 649.202.624.
    by: Subbagian Keuangan
    date: 2025-02-20
  - jenis: penjelasan
    id: ANG-06-669655ac
    reason: Baris ini dianggarkan sesudah perubahan dan belum dimuat dalam kegiatannya.
    by: Subbagian Perencanaan
    date: 2025-02-20
  - jenis: pilihan
    id: bacaan_dipastikan
    kunci: {{indikator: TPT}}
    reason: Dasar perubahan yang diperjanjikan adalah realisasi 2023.
    by: Bidang Penempatan
    date: 2025-02-21
```

- **koreksi**. Angka tercetak yang terbukti salah tidak diubah di tabelnya. `kunci` menunjuk tepat satu baris; `kolom`
  adalah kolom angka. `expect` adalah teks sel sekarang, persis: bila selnya sudah berubah, laporan tidak disusun dan
  pesannya menyebut sel itu. `become` kosong berarti angkanya ditarik tanpa pengganti; induk yang ditarik lalu dijumlah
  dari rinciannya. `reason` dan `evidence` sekurangnya sepuluh huruf; keduanya, dengan siapa dan kapan, tampil dalam
  jejak angka itu. Dua nilai masih mungkin? Jangan dikoreksi. Biarkan menjadi catatan.
- **penjelasan**. Catatan yang dapat dijelaskan dijawab dengan id-nya. Catatan itu tetap tercantum sebagai *dijelaskan*;
  bila angkanya berubah, id-nya berubah dan catatannya terbuka lagi.
- **pilihan**. `id` adalah kunci params ([docs/params.md](params.md)), `become` nilainya. `pilihan_realisasi`,
  `bacaan_dipastikan`, dan `skala_nilai` menyebut indikatornya dalam `kunci`; untuk `naskah`, `become` berisi
  pasangannya, misalnya `kertas=F4; ukuran=11`. Kunci yang sudah dipilih di params tahun itu ditolak: sisakan satu.
- Jawaban untuk laporan triwulan diberi `periode: tw2`.

`koreksi.yml` (daftar `koreksi`) dan `tanggapan.yml` (daftar `tanggapan`, triwulan: `tanggapan-tw2.yml`) yang sudah ada
masih dibaca, dengan kunci yang sama tanpa `jenis`; isinya dapat dipindahkan apa adanya.

## Memeriksa laporan yang sudah dicetak: `tercetak/`

Folder ini diisi bila ada laporan tercetak yang hendak diuji. `tercetak/hitungan.csv` memuat angka turunan yang
dicetaknya, yang lalu dihitung ulang satu per satu. `tercetak/pernyataan.csv` mencatat angka, jumlah, kelas, tahun dan
kata arah dalam kalimat, `tercetak/skala.csv` skala yang dicetak, dan `tercetak/nama.csv` nama menurut setiap
tabelnya; semuanya disandingkan dengan tabel. Isi folder ini hanya bahan periksa: tidak satu pun angka laporan diambil
dari sana.

Yang dihitung ulang dari `tercetak/hitungan.csv`, dan `jenis_subjek`-nya (kode instansi: `0`):

{dihitung}
Yang disandingkan dari `tercetak/pernyataan.csv`, menurut `jenis`; besaran lain dicari di data dukung dan komponen:

{diperiksa}
Kata arah ditulis di `nilai`: {arah}. Salah eja, dan kode yang tidak ada di tabel, menjadi catatan AKA-09.

## Tabel

Pada kolom Isi: *kode* adalah kunci tanpa arti angka, *angka* ditulis seperti tercetak, *pilihan* hanya salah satu
yang disebut. Rujukan ke tabel lain diperiksa bila tabel itu ada.
"""

PEMBUKA_PARAMS = """\
# Pilihan laporan: params

`params/<instansi>/<tahun>.yml` memuat pilihan satu laporan. Semua kunci boleh dilewati; yang dilewati memakai
bawaannya. Berkasnya sendiri pun boleh tidak ada. `params/_pemda.yml`, bila ada, berlaku lebih dahulu untuk semua
instansi. Kunci atau pilihan yang tidak dikenal ditolak sebelum laporan mulai disusun. Contoh dengan semua kunci:
`params/dinas-contoh/2025.yml`.

## Kunci
"""

PEMBUKA_NASKAH = """\
## Isi `naskah`

Bentuk PDF dan Word menurut tata naskah kantor. Satu baris cukup: `naskah: {kertas: F4, ukuran: 11}`.
"""

PEMBUKA_PILIHAN = """\
## Setiap butir `pilihan_realisasi`

Dipakai bila realisasi yang sama dinyatakan berbeda di dua tempat. Tanpa pilihan, angka tahun lalu itu disebut
berselisih dan tidak dipakai membandingkan.
"""

PEMBUKA_BACAAN = """\
## Setiap butir `bacaan_dipastikan`

Hasil yang bergantung pada lebih dari satu bacaan disebut dengan jangkauannya: terhadap target perubahan, realisasi atau
target tahun lalu sebagai dasarnya; terhadap nama yang menyebut penurunan atau peningkatan, tingkatnya atau perubahan
komponennya. Bila bacaan yang dipakai sudah dipastikan, tulis indikatornya di sini beserta alasannya.
"""

PENUTUP_PARAMS = """\
Arti setiap kebijakan, sumbernya, dan cara menambah milik sendiri: [kebijakan.md](kebijakan.md).
"""

CONTOH_KEBIJAKAN = """\
rumus:
  dua-sisi:
    judul: Selisih, paling tinggi 150
    sumber: Keputusan Kepala Dinas 12/2025
    untuk: turun
    ungkapan: min((2*T - R) / T * 100, 150)
rentang:
  searah: {judul: Lebih baik dari rentang di atas 100, sumber: Keputusan Kepala Dinas 12/2025, melampaui: true}
batas:
  sampai-130: {judul: Nol sampai 130, sumber: Keputusan Kepala Dinas 12/2025, bawah: 0, atas: 130}
skala:
  kategori-dinas:
    judul: Kategori capaian dinas
    sumber: Keputusan Kepala Dinas 12/2025
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Melampaui target, bawah: 100}
      - {nama: Sangat Baik, bawah: 90, atas: 100}
      - {nama: Baik, bawah: 75, atas: 90}
      - {nama: Kurang, atas: 75}
efisiensi:
  kehematan:
    judul: Tingkat kehematan
    sumber: Keputusan Kepala Dinas 12/2025
    ukuran: selisih
    belum_tercapai: Target belum tercapai
    kelas:
      - {nama: Sangat hemat, lebih_dari: 10}
      - {nama: Hemat, sekurangnya: 0}
      - {nama: Boros}
pembulatan:
  tiga-desimal: {judul: Tiga desimal, sumber: Keputusan Kepala Dinas 12/2025, desimal: 3}
"""

PEMBUKA_KEBIJAKAN = f"""\
# Kebijakan pengukuran

Cara mengukur adalah data, bukan kode: rumus capaian, aturan rentang, batas, pembulatan, skala, dan aturan efisiensi
punya nama, kalimat, dan sumber. Params memilih namanya; laporan, jejak angka, Word, dan Excel menulis kalimatnya di
tempat ia dipakai.

```yaml
# params/<instansi>/<tahun>.yml
batas: 120
skala_capaian: permendagri-86-2017
efisiensi: selisih
```

## Menambah kebijakan sendiri

Tulis di `params/<instansi>/kebijakan.yml`; yang berlaku bagi semua instansi di `params/_kebijakan.yml`. Bentuknya sama
dengan `lkip_lib/policies/kebijakan.yml`. Nama yang sudah ada tidak dapat dipakai lagi, agar satu nama berarti satu hal
di semua laporan. Contoh lengkap:

```yaml
# params/<instansi>/kebijakan.yml
{CONTOH_KEBIJAKAN}```

Lalu pilih di params: `rumus_turun: dua-sisi`, `rentang: searah`, `batas: sampai-130`, `skala_capaian: kategori-dinas`,
`efisiensi: kehematan`, `pembulatan: tiga-desimal`.

- **Setiap butir** wajib punya `judul` dan `sumber`. `kalimat` boleh kosong: ia disusun dari isinya. `keyakinan`
  ({", ".join(f"`{k}`" for k in KEYAKINAN)}) menyebut seberapa pasti sumbernya; bawaannya `dokumen`.
- **Rumus**: `untuk: naik` atau `turun`, dan `ungkapan` dari T (target), R (realisasi), angka bertitik desimal,
  `+ - * / ( )`, `min(a, b)`, `max(a, b)`, `abs(a)`, `jika(a >= b, c, d)`. Ditolak bila bukan itu, bila tidak memberi
  100 pada R = T, atau bila arahnya terbalik. Lembar Excel memakai ungkapan yang sama sebagai rumus hidup. Target nol
  atau di bawahnya tetap tidak dapat dihitung; target perubahan dan ordinal punya rumusnya sendiri
  ([indikator.md](indikator.md)).
- **Rentang**: `melampaui: true` bila sisi yang lebih baik dihitung lebih dari 100.
- **Batas**: `bawah` dan `atas` dalam persen; ujung yang tidak ditulis berarti terbuka. Capaian mentah tetap disimpan.
- **Skala**: kelas terbaik ditulis lebih dahulu. `tepi: kiri_terbuka` (60 masuk kelas di bawahnya), `kanan_terbuka`
  (60 masuk kelas di atasnya), atau `bercelah` (91–100 lalu 76–90; celahnya dibaca menurut `pembacaan_celah` dalam
  params). Ujung tanpa `bawah` atau `atas` terbuka, sehingga kelas di atas 100 boleh ada. `arah: turun` bila nilai
  rendah yang terbaik. Tumpang tindih, celah yang tidak dinyatakan, dan urutan terbalik ditolak dengan barisnya.
- **Efisiensi**: `ukuran` yang dikelaskan dan kelasnya, terbaik lebih dahulu, masing-masing dengan `sekurangnya` atau
  `lebih_dari`; kelas terakhir menampung selebihnya. Ukuran:
  {"; ".join(f"`{k}` = {s}" + (f" ({u})" if u else "") for k, (s, u) in UKURAN.items())}. Dengan
  `belum_tercapai`, sasaran yang punya indikator di bawah `ambang_tercapai` disebut demikian lebih dahulu.
- **Pembulatan**: `desimal`, dan `cara: setengah_ke_atas` atau `potong`; berlaku pada capaian dan rata-ratanya sebelum
  dikelaskan.

## Mengganti satu langkah di notebook

Yang tidak dapat dinyatakan sebagai kebijakan ditulis di notebook: `notebooks/02_capaian.ipynb`, sel di
bawah judul "Rumus yang dipakai". Rumus yang dipasang di sel itu dipakai semua tabel capaian di bawahnya, oleh
`make check`, `buka`, `make rekap`, dan laporan.
Jejaknya menyebut rumus itu. Ia berlaku untuk setiap instansi yang memakai notebook yang sama; params hanya untuk satu
instansi. Contohnya: [README](../README.md), bagian Bekerja di Jupyter.

## Membandingkan kebijakan

Di Jupyter, `lk.bandingkan()` menghitung ulang tahun itu di memori dengan setiap pilihan lain, satu per satu;
laporannya tidak berubah. Rumus yang diganti di sebuah sel tetap dipakai; pilihan yang tidak dibaca lagi tidak
dicoba, dan laporan, Excel, serta rekap menyebut rumus yang menggantikannya.

```python
lk.bandingkan()  # setiap kebijakan bawaan dan setiap dokumen target, satu per satu
lk.bandingkan({{"batas": "tanpa", "rumus_turun": "rasio"}})  # satu gabungan
lk.bandingkan({{"batas": ["tanpa", "100", "120"], "dokumen_target": ["pk", "lkip"]}})  # semua gabungannya
lk.bandingkan("semua")  # setiap dokumen target dengan setiap batas dan setiap skala
```

Hasilnya DataFrame: rata-rata sebelum dan sesudah dibatasi, predikat, tingkat efisiensi setiap sasaran, dan kelas yang
berubah terhadap laporan. Pada edisi `kerja` dan `reviu`, halaman Anggaran dan efisiensi memuat tabelnya
(`lk.tabel("kepekaan")`): hanya pilihan yang mengubah suatu kelas.

## Kebijakan bawaan

Keyakinan: {"; ".join(f"*{k}*, {arti}" for k, arti in KEYAKINAN.items())}.
"""

PEMBUKA_PEMERIKSAAN = """\
# Pemeriksaan

Setiap angka yang dinyatakan disandingkan dengan angka lain yang dinyatakan dan dengan hasil hitung ulang. Yang
bertentangan menjadi catatan: di halaman Pemeriksaan, di `data/pemeriksaan.csv`, dan dengan `make check YEAR=…` di
terminal.

- kesalahan: hitungan yang tidak cocok, atau dua pernyataan bertentangan dalam satu dokumen, dari satu sumber dan satu
  versi; harus diperbaiki atau dijelaskan
- peringatan: sebaiknya ditinjau; juga yang dapat dijelaskan oleh deret yang direvisi, audit, perubahan anggaran, atau
  nama yang berganti, dan karena itu bertanya
- informasi: menerangkan cara membaca

Id catatan, misalnya `ANG-02-1a2b3c4d`, terdiri atas kode pemeriksaan dan sidik angka yang bertentangan; ia tetap
selama angka-angka itu tetap, walaupun barisnya berpindah. Catatan diurutkan menurut tingkat, lalu pengaruhnya, dan
didahului tempatnya dalam dokumen instansi menurut `sumber` barisnya. Perbandingan memakai ketelitian angka yang
tercetak: dibulatkan atau dipotong dianggap sama. Suatu catatan dapat bertingkat lebih rendah dari pemeriksaannya, bila
sebabnya wajar. Catatan hilang bila datanya diperbaiki atau selnya dikoreksi dengan bukti.

## Pekerjaan

Catatan yang bersebab sama adalah satu pekerjaan. Akarnya catatan yang diperbaiki lebih dahulu, lalu yang lain ikut
hilang. Kolom `akar` menyebut idnya; pada akar sendiri ia kosong. Kolom `pekerjaan` memuat kode pekerjaannya, misalnya
`P-7K2MD`: ia turun dari id akarnya saja, jadi tetap selama sebabnya tetap, apa pun yang terjadi pada pekerjaan lain.
Yang hanya menerangkan cara membaca bukan pekerjaan. Catatan menjadi satu pekerjaan bila:

- satu angka lain menghilangkan semuanya, tanpa merusak yang sudah cocok: ini dicoba, dengan rumus dan jumlah yang sama
  seperti dalam laporan. Satu angka pun bila baris di atasnya sudah memuatnya, atau bila dua dokumen mencetaknya;
- angkanya tertukar tempat atau bergeser baris, sehingga setiap sel seharusnya berisi angka sel yang lain;
- pagu dan realisasi satu jumlah sama-sama kurang sebesar satu baris;
- keduanya menyebut sel yang sama salah, atau yang satu bersandar pada sel yang disebut salah oleh yang lain;
- kesalahannya sama di beberapa tempat: satu angka salah untuk besaran, subjek dan tahun yang sama (misalnya tahun lalu
  di banyak kalimat), satu nama, satu kolom yang berisi besaran lain, satu dokumen yang targetnya berlainan, persentase
  yang dihitung dengan pagu dokumen lain, cacah dalam satu kalimat, atau paling sedikit empat baris satu kolom tabel.

Sekadar bertemu pada satu induk atau pada angka seluruh instansi tidak menjadikannya satu pekerjaan.

## Daftar
"""

PEMBUKA_KELUARAN = """\
# Keluaran

Laporan berdiri di `outputs/<instansi>/<tahun>/`. Ia baru menggantikan yang lama setelah semuanya selesai; bila gagal,
laporan terakhir tetap utuh. Yang digantikan seluruh folder, termasuk bentuk dan edisi yang sebelumnya: salin dahulu
yang perlu disimpan. Masukan, params, dan notebook yang sama memberi isi yang sama. Tidak ada halaman yang memerlukan
internet.

## Berkas
"""

PEMBUKA_LEMBAR = """\

## Lembar `lkip.xlsx`

Sel kuning adalah masukan dan boleh diubah; sel abu-abu menghitung dengan rumus yang sama dengan laporan, dari pohon
rumus yang tercatat di ledger. Selama masukannya belum diubah, hasilnya sama dengan laporan; yang tidak ada angkanya
tetap kosong. Angka yang berdiri di beberapa lembar hanya diisi di satu tempat, sel lainnya mengulanginya. Yang dibaca
suatu rumus dan tidak ada di lembar lain mendapat kolom sendiri di sampingnya, misalnya batas target rentang. Angka yang
bahannya tidak ikut di buku kerja (komponen, jawaban survei, triwulan yang dijumlah) menjadi masukan. Batas, ambang, dan
skala sudah tertulis dalam rumusnya; lembar Kebijakan menerangkannya.

Di atas tabel lembar Anggaran ada pilihan "Pakai jumlah rincian". Dengan `ya`, induk yang dinyatakan dokumen diganti
jumlah rinciannya, sehingga sub kegiatan yang diubah menggerakkan kegiatan, program, dan serapannya. Target yang belum
tercapai, serapan di atas 100%, dan selisih induk dengan rinciannya berhuruf jingga tebal menurut aturan Excel; lembar
Ringkasan menggambar capaian setiap indikator.

"""

LEMBAR_LAIN = {
    "Ringkasan": "Yang terpenting, diambil dari lembar lain",
    "Koreksi": "Angka tercetak yang diperbaiki, dengan sebab dan buktinya",
    "Kebijakan": "Pilihan, skala, dan rumus yang dipakai",
    "Kamus": "Arti setiap kolom",
    "Kertas kerja reviu, Replikasi": "Catatan pemeriksaan dengan tempat menjawab, dan hitung ulang; edisi `reviu` saja",
}

BERKAS_LAIN = (
    ("06_….html", "satu halaman setiap notebook yang ditambahkan di `notebooks/`, berjudul judul pertamanya"),
    (
        "reviu.html",
        "perkiraan komponen Pelaporan; hanya edisi `reviu`. Edisi `terbit` hanya memuat tiga halaman: "
        "Ringkasan, Laporan, dan Data sumber",
    ),
    ("lkip.pdf, lkip.docx, lkip.xlsx", "laporan yang sama untuk kertas, Word, dan Excel; hanya bila diminta `FORMATS`"),
    ("datapackage.json", "arti setiap kolom tabel di bawah ini menurut Data Package, dengan sumber dan lisensinya"),
    ("masukan/", "salinan masukan yang dibaca; berkas lain di folder data tidak ikut diterbitkan"),
    (
        "data/",
        "tabel hasil di bawah ini: CSV UTF-8, desimal titik, rupiah bilangan bulat, kosong bila tidak ada angka. Teks "
        "yang dapat dibaca Excel sebagai rumus (berawal `=`, `+`, `@`, atau `-` yang bukan bilangan) diberi satu petik "
        "tunggal di depannya; membuangnya mengembalikan teksnya. `masukan/` tetap salinan apa adanya",
    ),
    (
        "data/<tabel>.csv",
        "tabel yang disimpan notebook sendiri. Kolom yang dihitung dengan rumus punya baris ledger; kolom pandas biasa "
        "tanpa jejak. Kolom berumus yang ditambahkan pada tabel di bawah ini berdiri di ujungnya",
    ),
    ("data/ketik/", "tabel masukan sesudah dibaca: setiap angka dengan keadaan, teks tercetak, dan id ledgernya"),
    (
        "sebuah triwulan",
        "berdiri di `outputs/<instansi>/<tahun>-tw2/`, berkasnya sama; `masukan/` hanya memuat yang diketahui sampai "
        "triwulan itu",
    ),
    (
        "data/ledger/",
        "satu baris setiap angka, satu berkas setiap notebook; dengan `data/rumus.csv` dan `masukan/` setiap angka "
        "dapat dibuktikan siapa pun: [bukti.md](bukti.md)",
    ),
    ("notebooks/", "notebook yang sudah dijalankan; tidak ada dalam edisi `terbit`"),
    ("run.json", "sha256 setiap masukan dan versi pustaka yang menentukan isi laporan"),
)

KOLOM_LEDGER = {
    "id": "tabel.kode.kolom[.dokumen][.tahun][.periode]; `~2` untuk pernyataan kedua",
    "asal": "masukan, tercetak, koreksi, atau hitung",
    "besaran": "yang diukur, dengan satuannya",
    "subjek": "kode indikator, sasaran, atau anggaran",
    "tahun": "tahun angka itu",
    "periode": "tahunan atau triwulan",
    "lingkup": "milik siapa angkanya",
    "dokumen": "dokumen yang menyatakan, atau yang targetnya dipakai",
    "nilai": "angkanya",
    "label": "isinya bila berupa kata",
    "satuan": "satuan",
    "tercetak": "teks seperti tercetak",
    "status_nilai": "keadaan angka",
    "berkas": "berkas asal",
    "baris": "baris asal",
    "kolom": "kolom asal",
    "rumus": "nama rumus yang dipakai",
    "ungkapan": "kunci ungkapannya di `data/rumus.csv`, misalnya `capaian_mentah[tingkat,turun,tidak]`; kosong bila "
    "bukan hitungan",
    "dari": "yang dibaca ungkapannya, dipisah spasi: `peran=id`; `peran=` bila angka itu tidak ada; `anggota:3=` bila "
    "setiap peran menyebut tiga anggota; `sama=id` dan `berselisih=id` pernyataan lain yang tidak dibaca",
}

_JENIS_KOLOM = {"kode": "kode", "teks": "teks", "tahun": "tahun, empat angka", "bulat": "bilangan"}
_SATUAN = {
    "@indikator": "satuan menurut kartu indikator",
    "@satuan": "satuan menurut baris itu",
    "@besaran": "satuan menurut besarannya",
}
_JENIS_KELUARAN = {"teks": "teks", "angka": "angka", "rupiah": "rupiah bulat", "bulat": "bilangan bulat"}


def tabel(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    semua = [kepala, ["---"] * len(kepala), *([s.replace("|", "\\|") for s in b] for b in baris)]
    return "\n".join(f"| {' | '.join(b)} |" for b in semua) + "\n"


def kode(nilai: Iterable[object]) -> str:
    return ", ".join(f"`{n}`" for n in nilai)


def sebut_isi(c: Column) -> str:
    """Say in words what stands in a column of an input table."""
    if c.kind == "pilihan":
        return f"pilihan: {kode(c.pilihan)}"
    if c.kind == "angka":
        return f"angka, {_SATUAN.get(c.satuan, c.satuan)}"
    return _JENIS_KOLOM[c.kind] + (f" di `{c.rujukan}.csv`" if c.rujukan else "")


def bagian_masukan(t: Table) -> str:
    kunci = f"Kunci: {kode(t.kunci)}." + (" Beberapa baris boleh menyatakan hal yang sama." if t.berulang else "")
    baris = [
        [f"`{c.name}`", sebut_isi(c), "ya" if c.wajib else "", f"`{c.bawaan}`" if c.bawaan else "", c.keterangan]
        for c in t.columns
    ]
    perlu = "Perlu." if t.perlu else "Boleh tidak ada."
    return f"\n### `{t.nama}.csv`: {t.judul}\n\n{t.guna}.\n\n{perlu} {kunci}\n\n" + tabel(
        ("Kolom", "Isi", "Wajib", "Bawaan", "Keterangan"), baris
    )


def masukan() -> str:
    """Write how to fill the tables, from their declarations."""
    perlu = "\n".join(f"- `{t.nama}.csv`: {t.guna[0].lower()}{t.guna[1:]}" for t in TABLES.values() if t.perlu)
    dihitung = tabel(("`besaran`", "`jenis_subjek`"), ((f"`{b}`", kode(k)) for b, k in DIHITUNG_ULANG.items()))
    diperiksa = tabel(("`jenis`", "`besaran`"), ((f"`{j}`", kode(b)) for j, b in DIPERIKSA.items()))
    arah = "; ".join(kode([k, *sinonim]) for k, sinonim in KATA_ARAH.items())
    pembuka = PEMBUKA_MASUKAN.format(perlu=perlu, dihitung=dihitung, diperiksa=diperiksa, arah=arah)
    return pembuka + "".join(bagian_masukan(t) for t in TABLES.values())


def sebut_jenis(jenis: Any) -> str:
    """Say in words what a parameter may be."""
    if get_origin(jenis) is Literal:
        return f"pilihan: {kode(get_args(jenis))}"
    if jenis is Naskah:
        return "isi, lihat di bawah"
    if isi := [a for a in get_args(jenis) if a is not type(None) and a is not Ellipsis]:
        if get_origin(jenis) is dict:
            return "peta kode indikator ke nama skala"
        if get_origin(jenis) is tuple:
            return "daftar, lihat di bawah"
        return sebut_jenis(isi[0]) + ", atau kosong"
    return {"date": "tanggal, misalnya 2025-02-28", "str": "teks", "int": "bilangan", "float": "angka"}[jenis.__name__]


def sebut_kunci(nama: str, f: FieldInfo) -> str:
    """Say in words what a key may be; one that names a policy lists the built-in ones."""
    if nama in BERNAMA:
        return f"nama: {kode(bawaan().pilihan(nama))}, atau milik instansi"
    return sebut_jenis(f.annotation)


def sebut_bawaan(f: FieldInfo) -> str:
    nilai = f.get_default(call_default_factory=True)
    if f.is_required():
        return "wajib"
    return "kosong" if nilai in (None, (), {}, "", Naskah()) else f"`{nilai}`"


def kunci_model(model: type[BaseModel]) -> str:
    return tabel(
        ("Kunci", "Isi", "Bawaan", "Arti"),
        (
            [f"`{nama}`", sebut_kunci(nama, f), sebut_bawaan(f), f.description or ""]
            for nama, f in model.model_fields.items()
        ),
    )


def params() -> str:
    """Write every parameter, from the model that refuses wrong ones."""
    return (
        f"{PEMBUKA_PARAMS}\n{kunci_model(Params)}\n{PENUTUP_PARAMS}\n{PEMBUKA_NASKAH}\n{kunci_model(Naskah)}\n{PEMBUKA_PILIHAN}\n{kunci_model(PilihanRealisasi)}"
        f"\n{PEMBUKA_BACAAN}\n{kunci_model(BacaanDipastikan)}"
    )


def kebijakan() -> str:
    """Write every built-in policy with its source, and how an agency adds its own."""
    bagian = []
    for judul, kunci, milik in (
        ("Rumus capaian", "`rumus_naik`, `rumus_turun`", bawaan().rumus),
        ("Rentang target", "`rentang`", bawaan().rentang),
        ("Batas capaian", "`batas`", bawaan().batas),
        ("Pembulatan", "`pembulatan`", bawaan().pembulatan),
        ("Skala", "`skala_capaian`, `skala_nilai`", bawaan().skala),
        ("Aturan efisiensi", "`efisiensi`", bawaan().efisiensi),
    ):
        baris = [[f"`{n}`", e.judul, sebut_kebijakan(e), e.sumber, e.keyakinan] for n, e in milik.items()]
        kepala = ("Nama", "Judul", "Isi", "Sumber", "Keyakinan")
        bagian.append(f"\n### {judul}\n\nDipilih dengan {kunci}.\n\n{tabel(kepala, baris)}")
    return PEMBUKA_KEBIJAKAN + "".join(bagian)


def sebut_kebijakan(e: Entri) -> str:
    """Say a policy in one sentence; a scale also says how it is read."""
    if not isinstance(e, Skala):
        return e.sebutan
    return f"{e.sebutan}. {'; '.join(e.perlakuan(Params().pembacaan_celah))}".replace(". n", ". N").replace(
        ". d", ". D"
    )


def pemeriksaan() -> str:
    """Write every check, from the registry, by family and code."""
    bagian = []
    for keluarga in sorted({p.keluarga for p in DAFTAR.values()}):
        milik = sorted((p for p in DAFTAR.values() if p.keluarga == keluarga), key=lambda p: p.kode)
        baris = [[f"`{p.kode}`", p.tingkat, p.judul, p.dasar, p.saran] for p in milik]
        kepala = ("Kode", "Tingkat", "Yang dicatat", "Dasar", "Saran")
        bagian.append(f"\n### Keluarga {keluarga}\n\n{tabel(kepala, baris)}")
    hitung = ", ".join(f"{sum(p.tingkat == t for p in DAFTAR.values())} bertingkat {t}" for t in TINGKAT)
    return f"{PEMBUKA_PEMERIKSAAN}\n{len(DAFTAR)} pemeriksaan: {hitung}.\n{''.join(bagian)}"


def keluaran() -> str:
    """Write what a run publishes: pages, folders, and every column of every table."""
    halaman = [(h.berkas, h.judul + (f", dari `notebooks/{h.notebook}.ipynb`" if h.notebook else "")) for h in HALAMAN]
    berkas = tabel(("Berkas", "Isi"), ([f"`{nama}`", isi] for nama, isi in (*halaman, *BERKAS_LAIN)))
    bagian = [
        f"\n### `data/{nama}.csv`\n\n"
        + tabel(
            ("Kolom", "Isi", "Arti"),
            ([f"`{k}`", _JENIS_KELUARAN[jenis], arti] for k, (jenis, arti) in kolom.items()),
        )
        for nama, kolom in KELUARAN.items()
    ]
    buku = tabel(("Kolom", "Arti"), ([f"`{k}`", KOLOM_LEDGER[k]] for k in ledger.KOLOM))
    milik = {s.nama: s.judul.partition(" {")[0] for s in SUSUNAN}
    semua = {"Ringkasan": LEMBAR_LAIN["Ringkasan"], **milik, **LEMBAR_LAIN}
    lembar = PEMBUKA_LEMBAR + tabel(("Lembar", "Isi"), ([n, isi] for n, isi in semua.items()))
    return (
        f"{PEMBUKA_KELUARAN}\n{berkas}{lembar}\n## Tabel\n{''.join(bagian)}\n### `data/ledger/<notebook>.csv`\n\n{buku}"
    )


HALAMAN_DOKUMEN: dict[str, Callable[[], str]] = {
    "masukan.md": masukan,
    "params.md": params,
    "kebijakan.md": kebijakan,
    "pemeriksaan.md": pemeriksaan,
    "keluaran.md": keluaran,
}


def susun() -> dict[str, str]:
    """Write every page in memory, by file name."""
    return {nama: KEPALA + tulis() for nama, tulis in HALAMAN_DOKUMEN.items()}


def berbeda(folder: Path, isi: dict[str, str]) -> list[str]:
    """Return the names of the pages that are missing from a folder or differ from what they should be."""
    return [n for n, t in isi.items() if not (folder / n).exists() or (folder / n).read_text(encoding="utf-8") != t]


def main(argv: list[str] | None = None) -> int:
    pilihan = argparse.ArgumentParser(description="Susun halaman docs/ yang mengikuti kode.")
    pilihan.add_argument("--periksa", action="store_true", help="hanya memeriksa; gagal bila ada yang berbeda")
    pilihan.add_argument("--folder", type=Path, default=AKAR / "docs", help="folder halaman (bawaan: docs)")
    opsi = pilihan.parse_args(argv)
    isi = susun()
    beda = berbeda(opsi.folder, isi)
    if opsi.periksa and beda:
        for nama in beda:
            print(f"Kesalahan: docs/{nama} tidak sesuai dengan kode.", file=sys.stderr)
        print("Jalankan `python tools/dokumentasi.py`, lalu simpan hasilnya di git.", file=sys.stderr)
        return 1
    for nama in beda:
        (opsi.folder / nama).write_text(isi[nama], encoding="utf-8", newline="\n")
    print(f"Ditulis: {', '.join(beda)}" if beda else "Halaman docs/ sesuai dengan kode.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

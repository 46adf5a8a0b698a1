"""The YAML beside the tables: read strictly, an error names file, line and remedy."""

import pytest

from lkip_lib.inputs import documents

TANGGAPAN = "tanggapan:\n  - id: CAP-06-1\n    date: 2025-02-01\n"


@pytest.mark.parametrize(
    ("berkas", "isi", "baris", "temuan", "perbaikan"),
    [
        ("instansi.yml", 'nama: "Dinas\nkepala: x\n', 3, "YAML", "tanda kutip"),
        ("instansi.yml", "nama: Dinas: Kecil\n", 1, "YAML", "titik dua"),
        ("instansi.yml", "nama: D\nnama_sinkat: DK\n", 2, "nama_sinkat", '"nama_singkat"'),
        ("instansi.yml", "nama: D\nkepala:\n  nma: Ahmad\n", 3, "nma", '"nama"'),
        ("instansi.yml", "nama: D\nisu_strategis: Pengangguran\n", 2, "isu_strategis", "daftar"),
        ("analisis.yml", "indikator:\n  AKIP:\n    sebap: [Bukti kurang]\n", 3, "sebap", '"sebab"'),
        ("analisis.yml", "indikator:\n  AKP:\n    sebab: [Bukti kurang]\n", 2, '"AKP" tidak ada', '"AKIP"'),
        ("sumber.yml", "dokumen:\n  - penerbit: Dinas\n", 2, "judul", "Tambahkan"),
        ("sumber.yml", "dokumen:\n  - judul: LKIP\n    tahun: dua\n", 3, "tahun", "bilangan bulat"),
        ("instansi.yml", "nama: D\nkelompok: A\x0bB\n", 2, "karakter kendali", "Ketik ulang"),
        ("instansi.yml", 'nama: D\nkelompok: "A\\x0bB"\n', 2, "karakter kendali", "Ketik ulang"),
        ("tanggapan.yml", f"{TANGGAPAN}    reason: Benar.\n    by: Ahmad\n", 4, "reason", "Tulis sedikitnya 10 huruf."),
        (
            "tanggapan.yml",
            f"{TANGGAPAN}    reason: Memang demikian.\n    by: A\n",
            5,
            "by",
            "Tulis sedikitnya 2 huruf.",
        ),
        ("instansi.yml", "nama: D\nkelompok: Café\n".encode("latin-1"), 2, "UTF-8", "Simpan ulang"),
    ],
)
def test_refusals(instansi_kecil, berkas, isi, baris, temuan, perbaikan):
    instansi_kecil.write(berkas, isi)
    masalah = instansi_kecil.refusal()
    assert masalah.berkas == berkas
    assert temuan in masalah.temuan
    assert perbaikan in masalah.perbaikan
    assert masalah.baris == baris


def test_a_key_written_twice_is_not_silently_lost(instansi_kecil):
    instansi_kecil.write("analisis.yml", "permasalahan: [Pegawai kurang]\npermasalahan: [APBD kurang]\n")
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("analisis.yml", 2)


def test_everything_has_a_default(instansi_kecil):
    folder = instansi_kecil.tempat.data
    assert documents.instansi(folder, "dinas-kecil").nama == "Dinas Kecil"
    assert documents.analisis(folder) == documents.Analisis()
    assert documents.sumber(folder) == ()


DUKUNG = """\
data_dukung:
  bursa_kerja:
    judul: Bursa kerja
    kolom:
      lokasi: {judul: Lokasi}
      pelamar: {judul: Pelamar, satuan: orang}
"""


def test_a_declared_extra_table_is_read_like_any_other(instansi_kecil):
    instansi_kecil.write("instansi.yml", DUKUNG)
    instansi_kecil.write("data_dukung/bursa_kerja.csv", "kode,lokasi,pelamar\n1,Mal,1.260\n")
    tabel = instansi_kecil.run().ketik("data_dukung/bursa_kerja")
    assert tabel[["lokasi", "pelamar"]].values.tolist() == [["Mal", 1260]]


@pytest.mark.parametrize(
    ("deklarasi", "isi", "temuan"),
    [(DUKUNG, None, "Berkas ini tidak ada"), ("", "kode,lokasi,pelamar\n", "tidak dikenal"),
     (DUKUNG, "kode,lokasi,pelamr\n", '"pelamr" tidak dikenal')],
)  # fmt: skip
def test_an_extra_table_and_its_declaration_go_together(instansi_kecil, deklarasi, isi, temuan):
    instansi_kecil.write("instansi.yml", deklarasi)
    if isi is not None:
        instansi_kecil.write("data_dukung/bursa_kerja.csv", isi)
    masalah = instansi_kecil.refusal()
    assert masalah.berkas == "data_dukung/bursa_kerja.csv"
    assert temuan in masalah.temuan

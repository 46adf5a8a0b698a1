"""The YAML beside the tables: read strictly, an error names file, line and remedy."""

import pytest

from lkip_lib.inputs import documents, words

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


@pytest.mark.parametrize(
    ("isi", "baris", "temuan", "perbaikan"),
    [
        ("nama: !!int x\n", 1, '"x" tidak terbaca sebagai bilangan bulat', "tanda kutip"),
        ("nama: D\nkelompok: !!float x\n", 2, '"x" tidak terbaca sebagai angka', "tanda kutip"),
        ("nama: D\nkelompok: !!bool x\n", 2, '"x" tidak terbaca sebagai true atau false', "tanda kutip"),
        ("nama: D\nkelompok: !!timestamp x\n", 2, '"x" bukan tanggal', "2025-02-28"),
        ("nama: D\nkelompok: 2025-02-29\n", 2, '"2025-02-29" bukan tanggal', "2025-02-28"),
        (f"nama: D\nkelompok: {'1' * 5000}\n", 2, "tidak terbaca sebagai bilangan bulat", "tanda kutip"),
        ("nama: D\nkepala: !!map [1]\n", 2, "tidak terbaca", "titik dua"),
        ("nama: D\nkelompok: !!str [a]\n", 2, "tidak terbaca", "titik dua"),
        ("nama: D\nkelompok: !!str {a: 1}\n", 2, "tidak terbaca", "titik dua"),
        ("nama: D\nkelompok: !!python/name:os.system x\n", 2, "tidak terbaca", "titik dua"),
        ("nama: D\ntugas: &a [*a]\n", 2, "dalam isi yang bertanda &", "lengkap"),
        ("nama: D\nkepala: &a\n  nama: *a\n", 3, "dalam isi yang bertanda &", "lengkap"),
        ("nama: D\ntugas: &a [x]\nisu_strategis: &b [*a, *a]\n", 3, "dalam isi yang bertanda &", "lengkap"),
        (f"nama: D\ntugas: {'[' * 300_000}\n", 2, "tidak terbaca", "titik dua"),
    ],
)
def test_what_yaml_cannot_make_is_refused_at_its_place(instansi_kecil, isi, baris, temuan, perbaikan):
    instansi_kecil.write("instansi.yml", isi)
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("instansi.yml", baris)
    assert temuan in masalah.temuan
    assert len(masalah.temuan) < 120
    assert perbaikan in masalah.perbaikan


def test_what_is_written_once_may_be_referred_to(instansi_kecil):
    instansi_kecil.write("instansi.yml", "nama: &a Dinas Kecil\nkelompok: *a\ntugas: &b [x]\nisu_strategis: *b\n")
    read = documents.instansi(instansi_kecil.tempat.data)
    assert (read.kelompok, read.isu_strategis) == ("Dinas Kecil", ("x",))


def test_a_key_written_twice_is_not_silently_lost(instansi_kecil):
    instansi_kecil.write("analisis.yml", "permasalahan: [Pegawai kurang]\npermasalahan: [APBD kurang]\n")
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("analisis.yml", 2)


def test_everything_has_a_default(instansi_kecil):
    folder = instansi_kecil.tempat.data
    assert words.instansi(folder, "dinas-kecil").nama == "Dinas Kecil"
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
    ("name", "proposed"),
    [
        ("../../../../keluar", "keluar"), ("..", "tabel"), ("", "tabel"), ("/tmp/keluar", "tmp_keluar"),
        ("Bursa Kerja", "bursa_kerja"), ("arsip/bursa", "arsip_bursa"), ("c:keluar", "c_keluar"), ("nul", "tabel_nul"),
        ("b" * 61, "b" * 60),
    ],
)  # fmt: skip
def test_an_extra_table_whose_name_can_be_no_file_is_refused(instansi_kecil, name, proposed):
    instansi_kecil.write("instansi.yml", DUKUNG.replace("bursa_kerja", f'"{name}"'))
    instansi_kecil.write("data_dukung/bursa_kerja.csv", "kode,lokasi,pelamar\n1,Mal,1.260\n")
    problem = instansi_kecil.refusal()
    assert (problem.berkas, problem.baris) == ("instansi.yml", 2)
    assert f'"{name}"' in problem.temuan
    assert problem.perbaikan.endswith(f"misalnya {proposed}.")


@pytest.mark.parametrize("name", ["bursa_kerja", "bursa-kerja", "2024", "a1"])
def test_an_extra_table_is_named_as_its_file(instansi_kecil, name):
    instansi_kecil.write("instansi.yml", DUKUNG.replace("bursa_kerja", f'"{name}"'))
    instansi_kecil.write(f"data_dukung/{name}.csv", "kode,lokasi,pelamar\n1,Mal,1.260\n")
    assert f"ketik/data_dukung/{name}" in instansi_kecil.run().frames


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


def test_of_very_many_mistakes_in_yaml_the_first_are_told(instansi_kecil):
    instansi_kecil.write("instansi.yml", "nama: Dinas\n" + "".join(f"kunci{i}: 1\n" for i in range(2_000)))
    told = instansi_kecil.refusals()
    assert (len(told), told[0].baris, told[-1].baris) == (100, 2, 101)


def test_yaml_larger_than_any_is_refused_unread(instansi_kecil):
    instansi_kecil.write("analisis.yml", "# x\n" * 600_000)
    assert instansi_kecil.refusal().temuan == "Isi berkas ini terlalu besar untuk dibaca."

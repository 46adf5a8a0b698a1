"""CSV files: text as printed with its line, and a refusal that says how to save the file again."""

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs.files import BARIS, baca_csv
from lkip_lib.inputs.listing import daftar_csv


@pytest.fixture
def baca(tmp_path):
    def _baca(isi):
        path = tmp_path / "sdm.csv"
        path.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
        return baca_csv(path, "sdm.csv")

    return _baca


def test_cells_are_text_stripped_of_outer_space(baca):
    frame = baca("\ufeffkode, nilai\n007,\xa0 1.1 \n")
    assert frame.to_dict("records") == [{"kode": "007", "nilai": "1.1", BARIS: 2}]


@pytest.mark.parametrize("akhir", ["\n", "\r\n"])
def test_a_row_knows_the_line_it_starts_on(baca, akhir):
    frame = baca(akhir.join(["kode,nama", "A,satu", ",", 'B,"dua', 'baris"', "C,tiga"]))
    assert frame["kode"].tolist() == ["A", "B", "C"]
    assert frame[BARIS].tolist() == [2, 4, 6]


def test_only_a_newline_ends_a_line(baca):
    """Text copied out of a PDF carries line separators."""
    frame = baca('kode,nama\nA,"satu\u2028dua"\nB,tiga\u2028empat\nC,lima\n')
    assert frame["kode"].tolist() == ["A", "B", "C"]
    assert frame[BARIS].tolist() == [2, 3, 4]


@pytest.mark.parametrize("tanda", ["\x00", "\x0b", "\x0c", "\x1c", "\x1f", "\x7f", "\x85"])
def test_a_control_character_is_refused_at_each_cell(baca, tanda):
    with pytest.raises(MasukanSalah) as salah:
        baca(f'kode,nama\nA,"satu{tanda}dua"\nB,tiga\tempat\nC{tanda}1,"lima\nenam"\n')
    assert [str(m) for m in salah.value.masalah] == [
        "sdm.csv, baris 2, kolom nama: Sel ini memuat karakter kendali. Ketik ulang isinya.",
        "sdm.csv, baris 4, kolom kode: Sel ini memuat karakter kendali. Ketik ulang isinya.",
    ]


@pytest.mark.parametrize(
    ("isi", "baris", "temuan", "perbaikan"),
    [
        ("kode;nilai\nA;7,82\n", 1, "titik koma", "pemisah koma"),
        ("kode\tnilai\nA\t7,82\n", 1, "Kolom dipisah tab.", "pemisah koma"),
        ("", None, "Berkas ini kosong.", "Tulis judul kolom di baris pertama"),
        ("\ufeff\n , \n", None, "Berkas ini kosong.", "Tulis judul kolom di baris pertama"),
        # A quote left open: up to the end, up to the next one, or past what a cell may hold.
        ('kode,nama\nA,satu\nB,"dua\nC,tiga\nD,empat\n', 3, "Tanda kutip di baris ini tidak ditutup", "Tutup"),
        ('kode,nama\nA,"satu', 2, "Tanda kutip di baris ini tidak ditutup", "Tutup"),
        ('kode,nama\nA,"satu\nB,"dua"\nC,tiga\n', 2, "Tanda kutip di baris ini tidak ditutup", "Tutup"),
        ('kode,nama\nA,"satu\n' + "B,dua\n" * 30_000, 2, "Tanda kutip di baris ini tidak ditutup", "Tutup"),
        ("kode,nilai\nA,cafe\nB,café\n".encode("latin-1"), 3, "UTF-8", "Simpan ulang"),
        ("kode,nilai\nA,7\n".encode("utf-16"), 1, "UTF-8", "Simpan ulang"),
        ("kode,nilai,kode\nA,1,2\n", 1, "kode", "Sisakan satu"),
        ("kode,nilai\n" + "A,1\n" * 50_001, None, "lebih dari 50.000 baris", "satu tahun"),
        (",".join(f"k{i}" for i in range(1_001)), None, "lebih dari 1.000 kolom", "satu tahun"),
        ("kode\n" + "\n" * 20_000_000, None, "terlalu besar", "satu tahun"),
        ("kode,nilai\n\nA,7,82\n", 3, "3 sel, judul kolomnya 2", "tanda kutip"),
    ],
)
def test_refusals(baca, isi, baris, temuan, perbaikan):
    with pytest.raises(MasukanSalah) as salah:
        baca(isi)
    (masalah,) = salah.value.masalah
    assert (masalah.berkas, masalah.baris) == ("sdm.csv", baris)
    assert temuan in masalah.temuan
    assert perbaikan in masalah.perbaikan


def test_a_quote_inside_a_cell_is_a_letter(baca):
    frame = baca('kode,nama\nA,Pipa 5"\nB,"Pipa 6"" panjang,\nputih"\nC,"Dinas" Kerja\n')
    assert frame["nama"].tolist() == ['Pipa 5"', 'Pipa 6" panjang,\nputih', "Dinas Kerja"]


def test_every_broken_row_is_named(baca):
    with pytest.raises(MasukanSalah) as salah:
        baca("a,b\n1\n1,2\n1,2,3\n")
    assert [m.baris for m in salah.value.masalah] == [2, 4]


def test_tables_are_listed_by_their_path(instansi_kecil):
    instansi_kecil.write("data_dukung/bursa_kerja.csv", "kode\n")
    assert set(daftar_csv(instansi_kecil.tempat.data)) == {
        "indikator", "target", "realisasi", "anggaran", "data_dukung/bursa_kerja"
    }  # fmt: skip


def test_every_line_end_inside_a_cell_is_the_same(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'kode,nama\nA,"satu\rdua\r\ntiga"\n')
    assert baca_csv(path, "a.csv")["nama"].tolist() == ["satu\ndua\ntiga"]


def test_as_many_rows_as_a_table_may_have_are_read(baca):
    assert len(baca("kode,nilai\n" + "A,1\n" * 50_000)) == 50_000

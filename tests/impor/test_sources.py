"""A file is read as it comes out of its system, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.impor.sources import baca_berkas

BERKAS = Path(__file__).parent / "berkas"


@pytest.mark.parametrize("nama", ["kecil.xls", "kecil.ods"])
def test_old_excel_and_opendocument_keep_percentages_merged_heads_and_hidden_rows(nama):
    (kisi,) = baca_berkas(BERKAS / nama).values()
    assert kisi.nama == "Pengukuran"
    assert kisi.baris[4] == ("Nilai AKIP", "Nilai", "60,5", "65")
    assert kisi.baris[5] == ("Indeks Layanan", "Persen", "25%", "50%")
    assert kisi.baris[6] == ("Jumlah Peserta", "Orang", "1260", "1300")
    assert ((2, 2), (2, 3)) in kisi.gabungan
    assert kisi.baris_tersembunyi == {6}


@pytest.mark.parametrize(
    ("isi", "sandi"),
    [
        ("Kode;Uraian;Pagu\n1.10;Program;1.000,50\n", "utf-8"),
        ('Kode,Uraian,Pagu\n1.10,Program,"1.000,50"\n', "utf-8-sig"),
        ("Kode\tUraian\tPagu\n1.10\tProgram\t1.000,50\n", "cp1252"),
        ("Kode;Uraian;Pagu\n1.10;Program;1.000,50\n", "utf-16"),
    ],
)
def test_a_csv_keeps_its_codes_and_amounts_as_they_are_written(tmp_path, isi, sandi):
    (tmp_path / "lra.csv").write_bytes(isi.encode(sandi))
    (kisi,) = baca_berkas(tmp_path / "lra.csv").values()
    assert kisi.baris == (("Kode", "Uraian", "Pagu"), ("1.10", "Program", "1.000,50"))


def test_more_rows_than_any_agency_has_are_refused_at_once(tmp_path):
    (tmp_path / "e.csv").write_text("Kode,Uraian,Pagu\n" + "1.01,S,1000\n" * 50_001, encoding="utf-8")
    with pytest.raises(MasukanSalah, match=r"berisi 50\.002 baris, lebih dari 50\.000"):
        baca_berkas(tmp_path / "e.csv")


def test_a_web_page_named_xls_is_read_with_its_spans(tmp_path):
    tabel = "<table><tr><th rowspan=2>Kode</th><th colspan=2>Pagu</th></tr><tr><td>DPA</td><td>DPPA</td></tr>"
    (tmp_path / "lra.xls").write_text(f"<html>{tabel}<tr><td>1.10<td>5<td>6</tr></table></html>", encoding="utf-8")
    (kisi,) = baca_berkas(tmp_path / "lra.xls").values()
    assert kisi.baris[1:] == (("", "DPA", "DPPA"), ("1.10", "5", "6"))
    assert kisi.gabungan == (((0, 0), (1, 0)), ((0, 1), (0, 2)))


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("catatan.txt", b"bukan tabel", "Ini bukan berkas Excel atau CSV."),
        ("kosong.csv", b"", "Ini bukan berkas Excel atau CSV."),
        ("rusak.xls", b"\xd0\xcf\x11\xe0" + b"x" * 600, "Berkas ini rusak."),
        ("rusak.ods", b"PK\x03\x04xxx", "Berkas ini rusak."),
        ("gambar.xlsx", b"\x89PNG\r\n\x00\x1a\x00\x00\x00\x00", "Ini bukan berkas Excel atau CSV."),
        ("halaman.xls", b"<html><p>Sesi habis</p></html>", "Ini halaman web tanpa tabel."),
        ("kutip.csv", b'Kode,Uraian\n1,"a\n' * 3, ""),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(tmp_path, nama, isi, pesan):
    (tmp_path / nama).write_bytes(isi)
    if not pesan:
        assert baca_berkas(tmp_path / nama)
        return
    with pytest.raises(MasukanSalah) as salah:
        baca_berkas(tmp_path / nama)
    assert [m.temuan for m in salah.value.masalah] == [pesan]
    assert salah.value.masalah[0].berkas == nama

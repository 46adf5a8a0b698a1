"""A sheet of an Excel file is read as a person sees it, or the cell that cannot be is named."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib import numerals
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import grid, sheet_marks
from lkip_lib.inputs.cell_kinds import keberatan
from lkip_lib.inputs.grid import Kisi, baca_kisi, teks_angka
from tests.inputs.excel import rumus, tambal, tulis

LEMBAR = "xl/worksheets/sheet1.xml"


def kisi(path: Path) -> Kisi:
    (hasil,) = baca_kisi(path).values()
    return hasil


def sel(tmp_path: Path, *isi: object) -> list[tuple[str, str]]:
    """Return text and kind of each of the cells, written side by side."""
    satu = kisi(tulis(tmp_path / "a.xlsx", [isi]))
    return list(zip(satu.baris[0], satu.jenis[0], strict=True))


@given(st.decimals(-(10**11), 10**11, places=4))
def test_a_stored_number_is_read_as_exactly_itself_whatever_the_column(angka):
    teks = teks_angka(float(angka))
    for satuan, rentang in (("", None), ("persen", (-1e12, 1e12)), ("nilai", (-1e12, 1e12)), ("rupiah", None)):
        bacaan = numerals.read(teks, satuan=satuan, rentang=rentang)
        assert bacaan.value == float(angka), teks
        assert not bacaan.candidates
    hitungan = numerals.read(teks, satuan="orang")
    assert hitungan.value == float(angka) if angka == int(angka) else hitungan.status == "tidak_terbaca"


@given(st.integers(-9999, 99999))
def test_a_percentage_is_read_as_it_is_shown(angka):
    assert (
        numerals.read(teks_angka(angka / 100_000, persen=True), satuan="%", rentang=(-1e4, 1e4)).value == angka / 1000
    )


def test_numbers_keep_their_value_and_texts_their_letters(tmp_path):
    assert sel(tmp_path, 7.82, 1260, 1.26, 1.234, "7,82", "1.10", "007", "1.260", 18508617440) == [
        ("7,82", "angka"),
        ("1260", "angka"),
        ("1,26", "angka"),
        ("1,2340", "angka"),
        ("7,82", "teks"),
        ("1.10", "teks"),
        ("007", "teks"),
        ("1.260", "teks"),
        ("18508617440", "angka"),
    ]


def test_a_format_is_read_as_it_shows(tmp_path):
    assert sel(
        tmp_path,
        (0.83, "0%"),
        (0.83, "0.00"),
        (7, "000"),
        (1000, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-'),
        (60_000_000, r'_-* #,##0_-;\-* #,##0_-;_-* "-"??_-;_-@_-'),
        (-5, r'"Rp"#,##0;\-"Rp"#,##0'),
        (1260, '"Rp"#,##0",-"'),
        (12, '0" orang"'),
        (1e-7, "0.00E+00"),
        (2_500_000, '0.0,," juta"'),
    ) == [
        ("83%", "persen"),
        ("0,83", "angka"),
        ("007", "angka"),
        ("1000", "angka"),
        ("60000000", "angka"),
        ("-5", "angka"),
        ("1260", "angka"),
        ("12", "angka"),
        ("0,0000001", "angka"),
        ("2500000", "angka"),
    ]


@pytest.mark.parametrize("kode", ["#,##0,", '0" juta"', '"≥"0', '"-"0', '0"."00"."00', "0;0%", "#,##0.0,,"])
def test_a_format_that_shows_another_number_is_named(tmp_path, kode):
    (satu,) = sel(tmp_path, (20702, kode))
    assert satu[1] == "berubah"
    assert keberatan("berubah", satu[0], "angka")


def test_a_date_that_excel_made_is_refused_in_a_column_of_numbers_or_codes(tmp_path):
    hari = (dt.datetime(2024, 2, 1), "d-mmm")
    jam = (dt.time(1, 10), "h:mm")
    assert sel(tmp_path, hari, jam) == [("2024-02-01", "tanggal"), ("01:10:00", "waktu")]
    for kind in ("angka", "kode", "pilihan", "tahun", "bulat"):
        said = keberatan("tanggal", "2025-07-12", kind)[0]
        assert said.endswith("sebagai tanggal, 12 Juli 2025; yang diketik mungkin 12-7 atau 12/7.")
        assert "mungkin 1-2 atau 1/2" in keberatan("tanggal", "2024-02-01 10:00:00", kind)[0]
        assert "mungkin 13.05 atau 13:05" in keberatan("waktu", "13:05:00", kind)[0]
    assert numerals.read("2024-02-01").value is None
    assert numerals.read("01:10:00").value is None


def test_an_error_or_an_uncomputed_formula_is_never_blank(tmp_path):
    isi = sel(
        tmp_path,
        rumus("=A9+1", 2),
        rumus("=1/0", "#DIV/0!"),
        rumus("=NA()", "#N/A"),
        rumus("=A9", None),
        rumus("=0", 0),
    )
    # XlsxWriter asks Excel to compute at the next opening, so the 0 it wrote for a formula may be no result.
    assert [j for _, j in isi] == ["angka", "galat", "galat", "tanpa_nilai", "tanpa_nilai"]
    assert isi[1][0] == "#DIV/0!"
    for kind in ("angka", "teks", "kode"):
        assert keberatan("tanpa_nilai", isi[3][0], kind)
    assert numerals.read(isi[3][0]).status == "tidak_terbaca"


def test_a_formula_of_zero_counts_where_excel_saved_it(tmp_path):
    path = tulis(tmp_path / "a.xlsx", [[rumus("=0", 0), rumus('=""', None)]])
    tambal(path, "xl/workbook.xml", lambda x: x.replace(' fullCalcOnLoad="1"', ""))
    tambal(path, LEMBAR, lambda x: x.replace('<c r="B1">', '<c r="B1" t="str">'))
    assert list(kisi(path).baris[0]) == ["0", ""]


def test_spaces_and_characters_without_width_go(tmp_path):
    assert sel(tmp_path, "\u00a0 2.07 \u200b", "Dinas\u00a0Kerja", "\u200b ") == [
        ("2.07", "teks"),
        ("Dinas Kerja", "teks"),
        ("", ""),
    ]


def test_a_number_that_has_lost_digits_is_named(tmp_path):
    nip, rupiah = sel(tmp_path, 197001012000031001, 999_999_999_999_999)
    assert nip[1] == "panjang"
    assert keberatan("panjang", nip[0], "kode")
    assert rupiah == ("999999999999999", "angka")


def test_a_code_kept_as_a_decimal_number_is_named():
    assert "angka 1.1; tidak dapat dibedakan dari 1.10." in keberatan("angka", "1,1", "kode")[0]
    assert keberatan("angka", "83", "kode") is None
    assert keberatan("teks", "1.10", "kode") is None


def test_merged_and_hidden_cells_keep_their_place(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Data")
        isi.merge_range("B2:B4", "Program A")
        isi.write("C3", 1)
        isi.set_row(2, None, None, {"hidden": True})
        isi.set_column("C:XFD", None, None, {"hidden": True})
        buku.add_worksheet("Sandi").hide()
    data, sandi = baca_kisi(path).values()
    assert data.baris == (("", "", ""), ("", "Program A", ""), ("", "", "1"))
    assert data.gabungan == (((1, 1), (3, 1)),)
    assert (data.baris_tersembunyi, data.kolom_tersembunyi) == ({2}, {2})
    assert sandi.tersembunyi
    assert sandi.baris == ()


def test_cells_without_an_address_are_counted(tmp_path):
    path = tulis(tmp_path / "a.xlsx", [["a", (0.5, "0%")], [rumus("=1/0", "#DIV/0!"), 2]])
    tambal(path, LEMBAR, lambda x: x.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="A2"', ""))
    assert kisi(path).baris == (("a", "50%"), ("#DIV/0!", "2"))


@pytest.mark.parametrize(
    "cell",
    ['<c r="XFD1048576"><v>1</v></c>', '<c r="XFD1048576" t="str"><v></v></c>', '<c r="XFD1048576" t="str"><v/></c>',
     '<c r="XFD1048576" t="inlineStr"><is><t></t></is></c>', '<c r="XFD1048576"><f></f></c>'],
)  # fmt: skip
def test_a_stray_cell_far_out_is_refused_before_memory_is(tmp_path, cell):
    path = tulis(tmp_path / "a.xlsx", [[1]])
    tambal(path, LEMBAR, lambda x: x.replace("</sheetData>", f'<row r="1048576">{cell}</row></sheetData>'))
    with pytest.raises(MasukanSalah, match="XFD1048576"):
        baca_kisi(path)


def test_a_cell_stands_where_its_address_says(tmp_path):
    path = tulis(tmp_path / "a.xlsx", [["a", (0.5, "0%")]])
    tambal(path, LEMBAR, lambda x: x.replace('r="B1"', 'r="B3"'))
    assert kisi(path).baris == (("a", ""), ("", ""), ("", "50%"))
    tambal(path, LEMBAR, lambda x: x.replace('r="B3"', 'r="B99999999"'))
    with pytest.raises(MasukanSalah, match="B99999999"):
        baca_kisi(path)


def test_a_cell_far_out_that_only_has_a_style_takes_no_room(tmp_path):
    path = tulis(tmp_path / "a.xlsx", [[1]])
    tambal(path, LEMBAR, lambda x: x.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'))
    assert kisi(path).baris == (("1",),)


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_part_is_told_however_it_was_packed(tmp_path, how):
    path = tulis(tmp_path / "a.xlsx", [["nama", 1]])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", how) as new:
        for name, content in parts.items():
            new.writestr(name, content)
        start, size = new.getinfo(LEMBAR).header_offset + 30 + len(LEMBAR), new.getinfo(LEMBAR).compress_size
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + bytes(255 - b for b in whole[start : start + size]) + whole[start + size :])
    with pytest.raises(MasukanSalah, match="rusak"):
        baca_kisi(path)


def _enkripsi(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))


def _ods(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as isi:
        isi.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


def _terpotong(path: Path) -> None:
    tulis(path, [["a"]])
    path.write_bytes(path.read_bytes()[:-400])


def _tergores(path: Path) -> None:
    tulis(path, [["a", 1]])
    tambal(path, LEMBAR, lambda x: x.replace("</row>", ""))


def _sandi_asing(path: Path) -> None:
    tulis(path, [["a", 1]])
    tambal(path, "xl/workbook.xml", lambda x: x.replace("UTF-8", "UTF-A8"))


def _bom(path: Path) -> None:
    tulis(path, [["a"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as isi, isi.open("xl/media/a.bin", "w") as bagian:
        bagian.write(bytes(2_000_000))


@pytest.mark.parametrize(
    ("buat", "pesan"),
    [
        (_enkripsi, "kata sandi"),
        (lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)), r"\.xls\)"),
        (lambda p: p.write_text("\ufeff<html><table><tr><td>1"), "halaman web"),
        (lambda p: p.write_text("kode;nama"), "bukan berkas Excel"),
        (lambda p: p.write_bytes(b""), "bukan berkas Excel"),
        (lambda p: None, "tidak dapat dibuka"),
        (_ods, r"\.ods"),
        (_terpotong, "rusak"),
        (_tergores, "rusak"),
        (_sandi_asing, "rusak"),
        (_bom, "terlalu besar"),
    ],
)
def test_a_file_that_is_no_readable_workbook_gets_one_clear_message(tmp_path, monkeypatch, buat, pesan):
    monkeypatch.setattr(grid, "_TERBESAR", 1_000_000)
    buat(tmp_path / "lkip.xlsx")
    with pytest.raises(MasukanSalah, match=pesan) as salah:
        baca_kisi(tmp_path / "lkip.xlsx")
    assert len(salah.value.masalah) == 1
    assert salah.value.masalah[0].berkas == "lkip.xlsx"


def test_a_sheet_that_reaches_too_far_is_refused_where_that_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_marks, "TERLUAS", 20)
    monkeypatch.setattr(sheet_marks, "_letak", _sampai_baris_6(sheet_marks._letak))
    tulis(tmp_path / "lkip.xlsx", [["a", "b", "c", "d"]] * 100)
    with pytest.raises(MasukanSalah, match="terlalu luas: sel yang terjauh D6"):
        baca_kisi(tmp_path / "lkip.xlsx")


def _sampai_baris_6(letak):
    """Let nobody ask for the place of a cell after the first that is too far."""

    def baca(alamat):
        hasil = letak(alamat)
        assert hasil[0] <= 5
        return hasil

    return baca

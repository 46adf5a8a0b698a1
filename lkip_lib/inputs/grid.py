"""Read a sheet of an Excel file as text cells, each with its address."""

from __future__ import annotations

import datetime as dt
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import ParseError

import python_calamine as calamine

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.number_format import Arti, arti
from lkip_lib.inputs.sheet_marks import (
    Letak,
    Tanda,
    baca_tanda,
    bagian_lembar,
    belum_dihitung,
    format_gaya,
    terlalu_luas,
)
from lkip_lib.texts import KENDALI

_TERBESAR = 150_000_000  # bytes that the parts of a file may unpack to
_TAK_TERURAI = (zlib.error, lzma.LZMAError, OSError)  # what each way of packing says of a damaged part
_DIGIT = 15  # what Excel keeps of a number


@dataclass(frozen=True, slots=True)
class Kisi:
    """Hold one sheet: rows of text cells from A1, all of one width, and the kind of each cell.

    A kind is "" (blank), teks, angka, persen, logis, tanggal, waktu, or one that no reader may take for a value:
    galat (#DIV/0!), tanpa_nilai (a formula never computed), panjang (a number that has lost digits), berubah (a
    number whose format shows another one), kendali (a text that had control characters). `gabungan` are merged
    ranges, first and last cell; the value stands in the first. Hidden rows and columns are data like all others.
    """

    nama: str
    baris: tuple[tuple[str, ...], ...]
    jenis: tuple[tuple[str, ...], ...]
    gabungan: tuple[tuple[Letak, Letak], ...] = ()
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()
    tersembunyi: bool = False


def address(row: int, column: int) -> str:
    """Return the address of a cell, row and column from 0.

    >>> address(16, 5), address(0, 0), address(9, 26), address(0, 702)
    ('F17', 'A1', 'AA10', 'AAA1')
    """
    return f"{huruf_kolom(column)}{row + 1}"


def huruf_kolom(column: int) -> str:
    """Return the letters of a column from 0.

    >>> huruf_kolom(0), huruf_kolom(25), huruf_kolom(26), huruf_kolom(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    huruf = ""
    column += 1
    while column:
        column, sisa = divmod(column - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def baca_kisi(path: Path) -> dict[str, Kisi]:
    """Read every worksheet of an .xlsx file, by its name, in order.

    Raises MasukanSalah for a file that is no readable Excel workbook: another format, encrypted, damaged, too large.
    """
    nama = path.name
    _kenali(path, nama)
    try:
        with zipfile.ZipFile(path) as isi, calamine.load_workbook(path) as buku:
            gaya, ragu = format_gaya(isi), belum_dihitung(isi)
            bagian = bagian_lembar(isi)
            hasil = {}
            for lembar in buku.sheets_metadata:
                if lembar.name in bagian:
                    tanda = baca_tanda(isi, bagian[lembar.name], gaya, ragu=ragu)
                    _batasi(tanda, nama, lembar.name)
                    tersembunyi = lembar.visible != calamine.SheetVisibleEnum.Visible
                    hasil[lembar.name] = _kisi(buku.get_sheet_by_name(lembar.name), tanda, tersembunyi)
            return hasil
    except (calamine.CalamineError, zipfile.BadZipFile, ParseError, LookupError, ValueError) as salah:
        raise _rusak(nama) from salah


def _kenali(path: Path, nama: str) -> None:
    """Refuse what is no .xlsx file, told by its content, and one whose parts are damaged or unpack too large."""
    try:
        awal = path.read_bytes()
    except OSError as salah:
        raise MasukanSalah(Masalah("Berkas tidak dapat dibuka.", "Periksa nama dan letaknya.", nama)) from salah
    simpan = "Buka di Excel atau LibreOffice, lalu Simpan Sebagai, Excel Workbook (.xlsx)."
    if awal.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in awal:
            raise MasukanSalah(Masalah("Berkas dikunci kata sandi.", "Hapus sandinya di Excel, lalu simpan.", nama))
        raise MasukanSalah(Masalah("Ini berkas Excel lama (.xls).", simpan, nama))
    if awal.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise MasukanSalah(Masalah("Ini halaman web atau XML yang bernama Excel.", simpan, nama))
    try:
        with zipfile.ZipFile(path) as isi:
            daftar = isi.namelist()
            if "xl/workbook.xml" not in daftar:
                lain = "mimetype" in daftar or "xl/workbook.bin" in daftar
                temuan = "Ini berkas lembar kerja lain (.ods atau .xlsb)." if lain else "Ini bukan berkas Excel."
                raise MasukanSalah(Masalah(temuan, simpan, nama))
            if sum(bagian.file_size for bagian in isi.infolist()) > _TERBESAR:
                temuan = "Isi berkas ini terlalu besar untuk dibaca."
                raise MasukanSalah(Masalah(temuan, "Pindahkan lembar yang perlu ke berkas baru.", nama))
            if isi.testzip():
                raise _rusak(nama)
    except (zipfile.BadZipFile, *_TAK_TERURAI, EOFError, NotImplementedError, RuntimeError) as salah:
        if not awal.startswith(b"PK"):
            raise MasukanSalah(Masalah("Ini bukan berkas Excel.", simpan, nama)) from salah
        raise _rusak(nama) from salah


def _rusak(nama: str) -> MasukanSalah:
    return MasukanSalah(
        Masalah("Berkas Excel ini rusak.", "Buka di Excel, perbaiki bila ditawarkan, simpan dengan nama baru.", nama)
    )


def _batasi(tanda: Tanda, nama: str, lembar: str) -> None:
    """Refuse a sheet with a cell so far out, even one of an empty text, that the rectangle would not fit in memory."""
    if tanda.terluar and terlalu_luas(tanda.terluar):
        temuan = f"Isi lembar {lembar} terlalu luas: sel yang terjauh {address(*tanda.terluar)}."
        perbaikan = "Hapus baris dan kolom di luar tabel, juga yang tampak kosong."
        raise MasukanSalah(Masalah(temuan, perbaikan, nama))


def _kisi(lembar: calamine.CalamineSheet, tanda: Tanda, tersembunyi: bool) -> Kisi:
    tinggi, lebar = (tanda.ujung[0] + 1, tanda.ujung[1] + 1) if tanda.ujung else (0, 0)
    nilai = lembar.to_python(skip_empty_area=False)[:tinggi]
    arti_format = {kode: arti(kode) for kode in set(tanda.format.values())}
    if tinggi and not nilai:
        raise ValueError("isi lembar tidak terbaca")
    teks, jenis = [], []
    for b in range(tinggi):
        isi = nilai[b] if b < len(nilai) else []
        sel = [_sel((b, k), isi[k] if k < len(isi) else "", tanda, arti_format) for k in range(lebar)]
        teks.append(tuple(t for t, _ in sel))
        jenis.append(tuple(j for _, j in sel))
    return Kisi(
        lembar.name,
        tuple(teks),
        tuple(jenis),
        tuple(lembar.merged_cell_ranges or ()),
        tanda.baris_tersembunyi,
        tanda.kolom_tersembunyi,
        tersembunyi,
    )


def _sel(letak: Letak, nilai: object, tanda: Tanda, arti_format: Mapping[str, Arti]) -> tuple[str, str]:
    """Return the text and kind of one cell."""
    if letak in tanda.galat:
        return tanda.galat[letak], "galat"
    if letak in tanda.tanpa_nilai:
        return "=…", "tanpa_nilai"
    match nilai:
        case str():
            teks = rapi(nilai)
            if KENDALI.search(teks):
                return KENDALI.sub("", teks), "kendali"
            return teks, "teks" if teks else ""
        case bool():
            return str(nilai).upper(), "logis"
        case int() | float():
            return sel_angka(float(nilai), arti_format.get(tanda.format.get(letak, ""), Arti()))
        case dt.datetime() if nilai.time() == dt.time():
            return nilai.date().isoformat(), "tanggal"
        case dt.datetime():
            return nilai.isoformat(" ", "seconds"), "tanggal"
        case dt.date():
            return nilai.isoformat(), "tanggal"
        case dt.timedelta():
            detik = int(nilai.total_seconds())
            return f"{detik // 3600:02}:{detik // 60 % 60:02}:{detik % 60:02}", "waktu"
        case dt.time():
            return nilai.isoformat("seconds"), "waktu"
    raise ValueError(f"jenis sel tidak dikenal: {type(nilai)}")


def sel_angka(nilai: float, format_: Arti) -> tuple[str, str]:
    """Return the text and kind of a stored number under a format that means this."""
    teks = teks_angka(nilai, persen=format_.persen)
    if abs(nilai) >= 10**_DIGIT:
        return teks, "panjang"
    if format_.berubah:
        return teks, "berubah"
    if format_.persen:
        return teks, "persen"
    return teks.zfill(format_.lebar) if teks.isdigit() else teks, "angka"


def teks_angka(nilai: float, *, persen: bool = False) -> str:
    """Write a stored number so that it can be read only one way: no grouping, and never three decimals.

    "1,234" could be a thousand; "1,2340" cannot. Excel keeps 15 digits, so no more are written.

    >>> teks_angka(7.82), teks_angka(1260.0), teks_angka(1.26), teks_angka(-1.234), teks_angka(0.1 + 0.2)
    ('7,82', '1260', '1,26', '-1,2340', '0,3')
    >>> teks_angka(0.83, persen=True), teks_angka(12345678900.0), teks_angka(-0.0)
    ('83%', '12345678900', '0')
    """
    tepat = Decimal(f"{nilai:.{_DIGIT}g}").scaleb(2 if persen else 0) + 0
    utuh, _, pecahan = f"{tepat:f}".partition(".")
    pecahan = pecahan.rstrip("0")
    if len(pecahan) == 3:
        pecahan += "0"
    return f"{utuh}{',' + pecahan if pecahan else ''}{'%' if persen else ''}"

"""Read the file that an office has as sheets of text cells: .xlsx, .xls, .ods, CSV, or a web page named .xls."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, iterparse

import xlrd
from bs4 import BeautifulSoup, Tag

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.files import TERBANYAK, rapi
from lkip_lib.inputs.grid import Kisi, baca_kisi, sel_angka
from lkip_lib.inputs.number_format import arti
from lkip_lib.inputs.sheet_marks import TERLUAS, Letak
from lkip_lib.numerals import write
from lkip_lib.texts import baca_asing

_OLE = b"\xd0\xcf\x11\xe0"
_SANDI = ("EncryptedPackage".encode("utf-16-le"), "password")
_PEMISAH = ",;\t|"
_TERBESAR = 100_000_000  # bytes of a text file
_PETIK = "'`’"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def baca_berkas(path: Path) -> dict[str, Kisi]:
    """Read every sheet of a file, by its name, in order; what it is is told by its content.

    Raises MasukanSalah for a file that is none of these, encrypted, damaged or too large.
    """
    semua = {nama: _tanpa_petik(kisi) for nama, kisi in _baca(path).items()}
    for kisi in semua.values():
        if len(kisi.baris) > TERBANYAK:
            temuan = f"Lembar {kisi.nama} berisi {write(len(kisi.baris), 0)} baris, lebih dari {write(TERBANYAK, 0)}."
            raise _salah(path, temuan, "Ekspor satu instansi dan satu tahun saja.")
    return semua


def _tanpa_petik(kisi: Kisi) -> Kisi:
    """Take off the apostrophe that keeps a code or number text in a spreadsheet, where an export wrote it itself."""
    if not any(t[:1] in _PETIK for b in kisi.baris for t in b if t):
        return kisi
    return replace(kisi, baris=tuple(tuple(re.sub(rf"^[{_PETIK}](?=[\d(])", "", t) for t in b) for b in kisi.baris))


def _baca(path: Path) -> dict[str, Kisi]:
    try:
        with path.open("rb") as berkas:
            awal = berkas.read(4096)
        besar = path.stat().st_size
    except OSError as salah:
        raise MasukanSalah(Masalah("Berkas tidak dapat dibuka.", "Periksa nama dan letaknya.", path.name)) from salah
    if awal.startswith(b"PK"):
        return _ods(path) if _berjenis_ods(path) else baca_kisi(path)
    if besar > _TERBESAR:
        raise _salah(path, "Isi berkas ini terlalu besar untuk dibaca.", "Ekspor lagi, satu tahun dan satu instansi.")
    if awal.startswith(_OLE):
        return _xls(path)
    if not awal.strip() or b"\x00" in awal.removeprefix(b"\xff\xfe")[:64:2]:
        raise _salah(path, "Ini bukan berkas Excel atau CSV.", "Ekspor lagi sebagai Excel atau CSV.")
    teks = baca_asing(path, 'Simpan ulang sebagai "CSV UTF-8".')
    if re.match(r"\s*<(?!\?xml)", teks) or "<table" in teks[:20_000].lower():
        return _halaman(path, teks)
    return _csv(path, teks)


def _salah(path: Path, temuan: str, perbaikan: str) -> MasukanSalah:
    return MasukanSalah(Masalah(temuan, perbaikan, path.name))


def _rusak(path: Path) -> MasukanSalah:
    return _salah(path, "Berkas ini rusak.", "Ekspor lagi, atau buka di LibreOffice dan simpan dengan nama baru.")


def _kisi(
    nama: str,
    baris: list[list[tuple[str, str]]],
    gabungan: Iterable[tuple[Letak, Letak]] = (),
    baris_tersembunyi: Iterable[int] = (),
    kolom_tersembunyi: Iterable[int] = (),
    *,
    tersembunyi: bool = False,
) -> Kisi:
    """Make a sheet of rows of any width: each as wide as the widest, none blank at the end."""
    while baris and not any(teks for teks, _ in baris[-1]):
        baris.pop()
    lebar = max((k + 1 for isi in baris for k, (teks, _) in enumerate(isi) if teks), default=0)
    penuh = [[*isi[:lebar], *[("", "")] * (lebar - len(isi))] for isi in baris]
    return Kisi(
        nama,
        tuple(tuple(t for t, _ in isi) for isi in penuh),
        tuple(tuple(j for _, j in isi) for isi in penuh),
        tuple(gabungan),
        frozenset(baris_tersembunyi),
        frozenset(kolom_tersembunyi),
        tersembunyi,
    )


def _sel(teks: str) -> tuple[str, str]:
    bersih = rapi(teks)
    return bersih, "teks" if bersih else ""


def _csv(path: Path, teks: str) -> dict[str, Kisi]:
    """Read a CSV with the separator that parts most of its rows alike."""
    if not teks.strip():
        raise _salah(path, "Berkas ini kosong.", "Ekspor lagi.")
    nama_lembar = path.stem[:31]
    terbaik: list[list[str]] = []
    nilai = (0, 0)
    for pemisah in _PEMISAH:
        if pemisah not in teks:
            continue
        try:
            baris = list(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah))
        except csv.Error as salah:
            raise _salah(path, "Tanda kutip di berkas ini tidak ditutup.", "Ekspor lagi.") from salah
        lebar = [len(b) for b in baris if any(s.strip() for s in b)]
        biasa = max(set(lebar), key=lebar.count, default=0)
        ini = (lebar.count(biasa) * (biasa > 1), biasa)
        if ini > nilai:
            terbaik, nilai = baris, ini
    if nilai[1] < 2:
        raise _salah(path, "Ini bukan berkas Excel atau CSV.", "Ekspor lagi sebagai Excel atau CSV.")
    return {nama_lembar: _kisi(nama_lembar, [[_sel(s) for s in b] for b in terbaik])}


def _halaman(path: Path, teks: str) -> dict[str, Kisi]:
    """Read the tables of a web page."""
    semua = {}
    for n, tabel in enumerate(BeautifulSoup(teks, "lxml").find_all("table"), start=1):
        if tabel.find("table"):
            continue
        if (kisi := kisi_html(tabel, f"tabel {n}")) is None:
            raise _salah(path, "Isi berkas ini terlalu besar untuk dibaca.", "Ekspor lagi, satu tahun saja.")
        semua[kisi.nama] = kisi
    if not semua:
        raise _salah(path, "Ini halaman web tanpa tabel.", "Ekspor lagi sebagai Excel atau CSV.")
    return semua


def kisi_html(tabel: Tag, nama: str) -> Kisi | None:
    """Read one table of a web page, a cell over several as a merged range; None for one that is too large."""
    isi: dict[Letak, tuple[str, str]] = {}
    gabungan = []
    tinggi = 0
    for b, tr in enumerate(tabel.find_all("tr")):
        k = 0
        for td in tr.find_all(["td", "th"]):
            while (b, k) in isi:
                k += 1
            turun, lebar = (_bentang(td.get(a)) for a in ("rowspan", "colspan"))
            if len(isi) + turun * lebar > TERLUAS:
                return None
            isi |= {(b + i, k + j): ("", "") for i in range(turun) for j in range(lebar)}
            isi[b, k] = _sel(td.get_text(" "))
            if turun * lebar > 1:
                gabungan.append(((b, k), (b + turun - 1, k + lebar - 1)))
        tinggi = b + 1
    lebar_tabel = max((k for _, k in isi), default=-1) + 1
    if tinggi * lebar_tabel > TERLUAS:
        return None
    return _kisi(nama, [[isi.get((b, k), ("", "")) for k in range(lebar_tabel)] for b in range(tinggi)], gabungan)


def _bentang(isi: object) -> int:
    return min(int(isi), 1000) if isinstance(isi, str) and isi.isdigit() and int(isi) > 0 else 1


def _xls(path: Path) -> dict[str, Kisi]:
    """Read an old Excel file, with the formats that tell a percentage from a fraction."""
    try:
        buku = xlrd.open_workbook(path, formatting_info=True, logfile=io.StringIO())
    except Exception as salah:  # xlrd raises whatever a damaged file makes it stumble over
        isi = path.read_bytes()
        if _SANDI[0] in isi or _SANDI[1] in str(salah).lower():
            raise _salah(path, "Berkas dikunci kata sandi.", "Hapus sandinya di Excel, lalu simpan.") from salah
        raise _rusak(path) from salah
    hasil = {}
    for lembar in buku.sheets():
        if lembar.nrows * lembar.ncols > TERLUAS:
            raise _salah(path, f"Isi lembar {lembar.name} terlalu luas.", "Hapus baris dan kolom di luar tabel.")
        hasil[lembar.name] = _kisi(
            lembar.name,
            [[_sel_xls(buku, lembar.cell(b, k)) for k in range(lembar.row_len(b))] for b in range(lembar.nrows)],
            [((b1, k1), (b2 - 1, k2 - 1)) for b1, b2, k1, k2 in lembar.merged_cells],
            [b for b, info in lembar.rowinfo_map.items() if info.hidden],
            [k for k, info in lembar.colinfo_map.items() if info.hidden],
            tersembunyi=bool(lembar.visibility),
        )
    return hasil


def _sel_xls(buku: xlrd.Book, sel: xlrd.sheet.Cell) -> tuple[str, str]:
    match sel.ctype:
        case xlrd.XL_CELL_TEXT:
            return _sel(sel.value)
        case xlrd.XL_CELL_NUMBER:
            gaya = buku.xf_list[sel.xf_index] if sel.xf_index is not None else None
            format_ = buku.format_map.get(gaya.format_key) if gaya else None
            return sel_angka(sel.value, arti(format_.format_str if format_ else ""))
        case xlrd.XL_CELL_DATE:
            return xlrd.xldate_as_datetime(sel.value, buku.datemode).date().isoformat(), "tanggal"
        case xlrd.XL_CELL_BOOLEAN:
            return str(bool(sel.value)).upper(), "logis"
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(sel.value, "#N/A"), "galat"
    return "", ""


def _berjenis_ods(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as isi:
            return "mimetype" in isi.namelist() and isi.read("mimetype").decode("latin-1").startswith(_ODS)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as salah:
        raise _rusak(path) from salah


def _ods(path: Path) -> dict[str, Kisi]:
    """Read an OpenDocument spreadsheet: repeated cells and rows written out, merged and hidden ones kept."""
    try:
        with zipfile.ZipFile(path) as isi:
            if isi.getinfo("content.xml").file_size > _TERBESAR:
                raise _salah(path, "Isi berkas ini terlalu besar untuk dibaca.", "Ekspor lagi, satu tahun saja.")
            if "manifest:encryption-data" in isi.read("META-INF/manifest.xml").decode("utf-8", "replace"):
                raise _salah(path, "Berkas dikunci kata sandi.", "Hapus sandinya di LibreOffice, lalu simpan.")
            with isi.open("content.xml") as berkas:
                return {k.nama: k for _, unsur in iterparse(berkas) if _nama(unsur.tag) == "table"
                        for k in [_lembar_ods(path, unsur)]}  # fmt: skip
    except (zipfile.BadZipFile, ParseError, LookupError, ValueError, EOFError, RuntimeError) as salah:
        raise _rusak(path) from salah


def _nama(tag: str) -> str:
    return tag.rpartition("}")[2]


def _lembar_ods(path: Path, lembar: Element) -> Kisi:
    isi: list[list[tuple[str, str]]] = []
    gabungan: list[tuple[Letak, Letak]] = []
    tersembunyi: list[int] = []
    luas = 0
    for unsur in lembar.iter():
        if _nama(unsur.tag) != "table-row":
            continue
        atribut = {_nama(k): v for k, v in unsur.attrib.items()}
        b = len(isi)
        baris: list[tuple[str, str]] = []
        for sel in unsur:
            if _nama(sel.tag) not in ("table-cell", "covered-table-cell"):
                continue
            a = {_nama(k): v for k, v in sel.attrib.items()}
            turun, lebar = int(a.get("number-rows-spanned", 1)), int(a.get("number-columns-spanned", 1))
            if turun * lebar > 1:
                gabungan.append(((b, len(baris)), (b + turun - 1, len(baris) + lebar - 1)))
            teks = _sel_ods(a, "\n".join("".join(p.itertext()) for p in sel if _nama(p.tag) == "p"))
            ulang = int(a.get("number-columns-repeated", 1))
            baris += [teks] * (ulang if teks[0] else min(ulang, 1024))
        while baris and not baris[-1][0]:
            baris.pop()
        ulang = (
            int(atribut.get("number-rows-repeated", 1))
            if baris
            else min(int(atribut.get("number-rows-repeated", 1)), 10_000)
        )
        luas += ulang * len(baris)
        if luas > TERLUAS:
            raise _salah(path, "Isi berkas ini terlalu besar untuk dibaca.", "Hapus sel di luar tabel.")
        if atribut.get("visibility") in ("collapse", "filter"):
            tersembunyi += range(b, b + ulang)
        isi += [baris] * ulang
    nama = next(v for k, v in lembar.attrib.items() if _nama(k) == "name")
    return _kisi(nama, [list(b) for b in isi], gabungan, tersembunyi)


def _sel_ods(a: dict[str, str], teks: str) -> tuple[str, str]:
    match a.get("value-type", ""):
        case "float" | "currency":
            return sel_angka(float(a["value"]), arti(""))
        case "percentage":
            return sel_angka(float(a["value"]), arti("0.00%"))
        case "date":
            return a.get("date-value", "")[:10], "tanggal"
        case "boolean":
            return a.get("boolean-value", "").upper(), "logis"
        case "error":
            return teks, "galat"
    return _sel(teks)

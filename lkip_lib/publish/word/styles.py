"""Styles of the Word document: one table of what each looks like."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as RATA
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lkip_lib.params import Naskah
from lkip_lib.publish.columns import UKURAN

SISI = 25  # millimetres on every side of the page
_UKURAN = 10.0  # the size of body text that the sizes below are told for
_TINTA, _REDUP = "1F2933", "52606D"


def lebar_teks(naskah: Naskah, mendatar: bool = False) -> int:
    """Return the width of the text on the chosen paper, in millimetres.

    >>> lebar_teks(Naskah(kertas="F4")), lebar_teks(Naskah(), mendatar=True)
    (165, 247)
    """
    return naskah.lembar_mm[mendatar] - 2 * SISI


def nama_sel(kelas: str, jenis: str) -> str:
    """Name the style of a table's cell by the size of the table and what the cell is.

    >>> nama_sel("padat", "Angka"), nama_sel("", "")
    ('Sel Padat Angka', 'Sel')
    """
    return " ".join(filter(None, ("Sel", kelas.title(), jenis)))


# Name: size, bold, italic, colour, space before and after (points), alignment, keep with next.
_GAYA: dict[str, tuple[float, bool, bool, str, float, float, Any, bool]] = {
    "Heading 1": (17, True, False, _TINTA, 0, 14, RATA.CENTER, True),
    "Heading 2": (13, True, False, _TINTA, 16, 6, None, True),
    "Heading 3": (11, True, False, _TINTA, 12, 4, None, True),
    "Heading 4": (10, True, True, _TINTA, 8, 3, None, True),
    "Title": (26, True, False, _TINTA, 90, 230, RATA.CENTER, False),
    "Subtitle": (14, True, False, _TINTA, 0, 4, RATA.CENTER, False),
    "Date": (10, False, False, _REDUP, 0, 0, RATA.CENTER, False),
    "Sampul Pemerintah": (13, False, False, _TINTA, 20, 20, RATA.CENTER, False),
    "Sampul Lambang": (10, False, False, _TINTA, 20, 0, RATA.CENTER, False),
    "Judul Depan": (15, True, False, _TINTA, 0, 14, RATA.CENTER, True),
    "Judul Kedua": (10, False, False, _TINTA, 0, 16, RATA.CENTER, False),
    "Table Caption": (9, True, False, _TINTA, 12, 4, RATA.LEFT, True),
    "Image Caption": (9, True, False, _TINTA, 4, 10, RATA.LEFT, False),
    "Captioned Figure": (10, False, False, _TINTA, 8, 0, RATA.LEFT, True),
    "Catatan Tabel": (8, False, True, _REDUP, 3, 8, None, False),
    "Satuan Gambar": (8, False, True, _REDUP, 8, 4, None, True),
    "Pengantar Tabel": (10, False, False, _TINTA, 0, 7, None, True),
    "Perlu Diisi": (10, False, True, "8A4B00", 0, 6, None, False),
    "Tanda Tangan": (10, False, False, _TINTA, 0, 0, None, True),
    "Tempat Tanggal": (10, False, False, _TINTA, 36, 0, None, True),
    "Ruang Tanda Tangan": (10, False, False, _TINTA, 0, 56, None, True),
    "Akhir Bagian": (1, False, False, _TINTA, 0, 0, None, False),
    "Body Text": (10, False, False, _TINTA, 0, 7, None, False),
    "First Paragraph": (10, False, False, _TINTA, 0, 7, None, False),
    "Compact": (10, False, False, _TINTA, 0, 3, None, False),
    "Header": (8, False, False, _REDUP, 0, 0, None, False),
    "Footer": (8, False, False, _REDUP, 0, 0, RATA.CENTER, False),
    "TOC 1": (10, True, False, _TINTA, 5, 1, None, False),
    "TOC 2": (10, False, False, _TINTA, 0, 1, None, False),
    "TOC 3": (9, False, False, _TINTA, 0, 1, None, False),
    "Table of Figures": (10, False, False, _TINTA, 0, 2, None, False),
    **{
        nama_sel(kelas, jenis): (titik, jenis == "Kepala", False, _TINTA, 1, 1, rata, False)
        for kelas, titik in UKURAN.items()
        for jenis, rata in (("", RATA.LEFT), ("Angka", RATA.RIGHT), ("Kepala", RATA.LEFT))
    },
}
_MASUK = {"TOC 2": 5, "TOC 3": 12, "Tempat Tanggal": 80, "Tanda Tangan": 80, "Ruang Tanda Tangan": 80}


def beri_gaya(dokumen: Any, naskah: Naskah) -> None:
    """Set every style of the document, its language, and the font, size and spacing that the office chose."""
    _bawaan(dokumen, naskah.huruf)
    besar = naskah.ukuran / _UKURAN
    for nama, (titik, tebal, miring, warna, sebelum, sesudah, rata, lanjut) in _GAYA.items():
        gaya = _ambil(dokumen, nama)
        _huruf(gaya, naskah.huruf, titik if nama.startswith(("Sel", "Akhir")) else titik * besar, tebal, miring, warna)
        bentuk = gaya.paragraph_format
        bentuk.space_before, bentuk.space_after = Pt(sebelum), Pt(sesudah)
        bentuk.alignment, bentuk.keep_with_next = rata, lanjut
        bentuk.line_spacing = 1.0 if nama.startswith(("Sel", "Akhir")) else naskah.spasi
        if nama in _MASUK:
            bentuk.left_indent = Mm(_MASUK[nama])
        if nama.startswith(("TOC", "Table of")):
            bentuk.tab_stops.add_tab_stop(Mm(lebar_teks(naskah)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for nama in ("Heading 1", "Judul Depan"):
        dokumen.styles[nama].paragraph_format.page_break_before = True


def _ambil(dokumen: Any, nama: str) -> Any:
    """Return a style by its name, made when the document lacks it."""
    ada = {g.name.casefold(): g for g in dokumen.styles}
    if nama.casefold() in ada:
        return ada[nama.casefold()]
    gaya = dokumen.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
    gaya.base_style = dokumen.styles["Normal"]
    return gaya


def _huruf(gaya: Any, huruf: str, titik: float, tebal: bool, miring: bool, warna: str) -> None:
    # Pandoc names fonts and colours by theme; those would win over the plain ones.
    for lama in gaya.element.xpath("./w:rPr/w:rFonts | ./w:rPr/w:color"):
        lama.getparent().remove(lama)
    gaya.font.name, gaya.font.size = huruf, Pt(round(2 * titik) / 2)
    gaya.font.bold, gaya.font.italic, gaya.font.color.rgb = tebal, miring, RGBColor.from_string(warna)


def _bawaan(dokumen: Any, nama: str) -> None:
    """Set the font and language that everything begins with."""
    rpr = dokumen.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr")[0]
    for lama in [*rpr.findall(qn("w:rFonts")), *rpr.findall(qn("w:lang"))]:
        rpr.remove(lama)
    huruf, bahasa = OxmlElement("w:rFonts"), OxmlElement("w:lang")
    for jenis in ("ascii", "hAnsi", "cs", "eastAsia"):
        huruf.set(qn(f"w:{jenis}"), nama)
    for jenis, nilai in (("val", "id-ID"), ("eastAsia", "id-ID"), ("bidi", "ar-SA")):
        bahasa.set(qn(f"w:{jenis}"), nilai)
    rpr.insert(0, huruf)
    rpr.append(bahasa)

"""Finish a Word document that pandoc made: sections, header and footer, contents, captions."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from lkip_lib.params import Naskah
from lkip_lib.publish.word.pages import Halaman
from lkip_lib.publish.word.styles import SISI, beri_gaya, lebar_teks
from lkip_lib.publish.word.tables import tata_tabel, unsur

_TANDA = 100_000  # ids of our own bookmarks, above those that pandoc gives
_TINGGI = Mm(195)  # the most a chart takes
_KODE = {
    "daftar-isi": r'TOC \o "1-3" \h \z \u',
    "daftar-tabel": r'TOC \h \z \c "Tabel"',
    "daftar-gambar": r'TOC \h \z \c "Gambar"',
}


def rapikan(dokumen: Any, sup: BeautifulSoup, kepala: str, kaki: str, saat: dt.datetime, naskah: Naskah) -> None:
    """Give the document its styles, pages, fields and tables; `sup` is the HTML that it was made from.

    `saat` is the moment that comments bear: the report's own day.
    """
    beri_gaya(dokumen, naskah)
    _halaman(dokumen, kepala, kaki, naskah)
    daftar: list[tuple[str, Any]] = []
    for ke, p in enumerate(list(dokumen.paragraphs)):
        if penanda := re.fullmatch(r"⟦(.+)⟧", p.text.strip()):
            nama = penanda[1]
            _bagian(dokumen, p, nama) if nama.startswith("bagian-") else daftar.append((nama, p))
        elif p.text == "Daftar Gambar":
            p.paragraph_format.page_break_before = False
            p.paragraph_format.space_before = Mm(12)
        elif p.style.name in ("Table Caption", "Image Caption"):
            _judul_bernomor(p, ke)
    _nomori_bagian(dokumen)
    _gambar(dokumen, Mm(lebar_teks(naskah)))
    tata_tabel(dokumen, sup, naskah)
    _rujukan(dokumen)
    _komentari(dokumen, saat)
    halaman = Halaman(dokumen).nomor
    for nama, p in daftar:
        _daftar(p, nama, sup, halaman)
    _indonesia(dokumen)


def _halaman(dokumen: Any, kepala: str, pernyataan: str, naskah: Naskah) -> None:
    bagian = dokumen.sections[-1]
    bagian.page_width, bagian.page_height = map(Mm, naskah.lembar_mm)
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = Mm(SISI)
    bagian.header_distance = bagian.footer_distance = Mm(12)
    bagian.header.is_linked_to_previous = bagian.footer.is_linked_to_previous = False
    bagian.header.paragraphs[0].text = kepala
    bagian.header.paragraphs[0].style = dokumen.styles["Header"]
    kaki = bagian.footer.paragraphs[0]
    kaki.style = dokumen.styles["Footer"]
    kaki.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if pernyataan:
        kaki.add_run(f"{pernyataan}  ")
    _medan(kaki, "PAGE", "1")


def _bagian(dokumen: Any, p: Any, nama: str) -> None:
    """End a section at a mark; a mark with nothing before it but another section's end is dropped."""
    sebelum = p._p.getprevious()
    if sebelum is not None and sebelum.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        p._p.getparent().remove(p._p)
        return
    badan = dokumen.element.body.sectPr
    terakhir = p._p.getnext() is badan
    sifat = badan if terakhir else copy.deepcopy(badan)
    if nama == "bagian-mendatar":
        ukuran = sifat.find(qn("w:pgSz"))
        lebar, tinggi = ukuran.get(qn("w:w")), ukuran.get(qn("w:h"))
        ukuran.set(qn("w:w"), tinggi)
        ukuran.set(qn("w:h"), lebar)
        ukuran.set(qn("w:orient"), "landscape")
    for r in list(p._p):
        if r.tag != qn("w:pPr"):
            p._p.remove(r)
    p.style = dokumen.styles["Akhir Bagian"]
    if not terakhir:
        p._p.get_or_add_pPr().append(sifat)


def _nomori_bagian(dokumen: Any) -> None:
    """Count the front matter in roman from the cover, and the rest from one."""
    semua = [s._sectPr for s in dokumen.sections]
    for n, sifat in enumerate(semua):
        for lama in sifat.findall(qn("w:pgNumType")):
            sifat.remove(lama)
        if n == 0 and len(semua) > 1:
            _sisipkan(sifat, unsur("w:pgNumType", fmt="lowerRoman", start=0))
            dokumen.sections[0].different_first_page_header_footer = True
        elif n == 1:
            _sisipkan(sifat, unsur("w:pgNumType", start=1))


def _sisipkan(sifat: Any, baru: Any) -> None:
    """Put the numbering where the schema wants it: right after the margins."""
    sifat.find(qn("w:pgMar")).addnext(baru)


def _medan(p: Any, kode: str, isi: str = "") -> None:
    """Add a whole field to a paragraph, with the text that it shows until it is brought up to date."""
    p._p.extend(_bagian_medan(kode, isi))


def _bagian_medan(kode: str, isi: str) -> list[Any]:
    """Return the runs of a field."""
    perintah, teks = OxmlElement("w:instrText"), OxmlElement("w:t")
    perintah.text, teks.text = f" {kode} ", isi
    awal, tengah, akhir = (unsur("w:fldChar", fldCharType=k) for k in ("begin", "separate", "end"))
    hasil = []
    for bagian in (awal, perintah, tengah, teks, akhir):
        r = OxmlElement("w:r")
        r.append(bagian)
        hasil.append(r)
    return hasil


def _judul_bernomor(p: Any, ke: int) -> None:
    """Turn the printed number of a caption into a field that counts within the chapter, and name it for references."""
    if cocok := re.match(r"(Tabel|Gambar) (\w+)\.(\d+)\s+(.*)", p.text, re.DOTALL):
        jenis, bab, nomor, teks = cocok.groups()
        for r in list(p.runs):
            p._p.remove(r._r)
        nama = _nama_rujukan(f"{jenis} {bab}.{nomor}")
        p._p.append(unsur("w:bookmarkStart", id=_TANDA + ke, name=nama))
        p.add_run(f"{jenis} {bab}.")
        # Told where to begin, the field counts alike in every word processor.
        _medan(p, rf"SEQ {jenis} \* ARABIC" + (r" \r 1" if nomor == "1" else ""), nomor)
        p._p.append(unsur("w:bookmarkEnd", id=_TANDA + ke))
        p.add_run(f" {' '.join(teks.split())}")


def _nama_rujukan(sebut: str) -> str:
    """Name a caption's number, as references call it.

    >>> _nama_rujukan("Tabel 3.12")
    '_Tabel_3_12'
    """
    return "_" + re.sub(r"\W+", "_", sebut)


def _rujukan(dokumen: Any) -> None:
    """Turn every mention of a table or figure into a field that follows its number."""
    for tautan in list(dokumen.element.body.iter(qn("w:hyperlink"))):
        if re.match(r"(tabel|gambar)-", tautan.get(qn("w:anchor")) or ""):
            sebut = "".join(t.text or "" for t in tautan.iter(qn("w:t")))
            for bagian in _bagian_medan(rf"REF {_nama_rujukan(sebut)} \h", sebut):
                tautan.addprevious(bagian)
            tautan.getparent().remove(tautan)


def _komentari(dokumen: Any, saat: dt.datetime) -> None:
    """Turn what is still to be written into comments of Word, at the paragraph before it."""
    for p in [p for p in dokumen.paragraphs if p.style.name == "Perlu Diisi"]:
        sebelum = p._p.getprevious()
        tujuan = next((q for q in dokumen.paragraphs if q._p is sebelum and q.runs), None)
        if tujuan is not None:
            komentar = dokumen.add_comment(tujuan.runs, p.text, author="LKIP", initials="L")
            komentar._comment_elm.set(qn("w:date"), saat.strftime("%Y-%m-%dT%H:%M:%SZ"))
            p._p.getparent().remove(p._p)


def _indonesia(dokumen: Any) -> None:
    """Let Word compute and list as one writes in Indonesia: a comma before the decimals."""
    for nama, tanda in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        for e in dokumen.settings.element.findall(qn(nama)):
            e.set(qn("w:val"), tanda)


def _daftar(p: Any, nama: str, sup: BeautifulSoup, halaman: Mapping[str, int]) -> None:
    """Put a field for a list of contents, filled with its lines; Word counts the pages anew when it opens the file."""
    if nama == "daftar-isi":
        butir = [(f"TOC {h.name[1]}", h, str(h["id"])) for h in sup.select(".utama :is(h1, h2, h3)")]
    else:
        pilih = "caption" if nama == "daftar-tabel" else ":is(figcaption, .judul-gambar)"
        judul = sup.select(f".utama {pilih}")
        butir = [("Table of Figures", t, _nama_rujukan(_rapat(t.select_one(".nomor")))) for t in judul]
    if not butir:
        p._p.getparent().remove(p._p)
        return
    semua = []
    for gaya, t, tanda in butir:
        baris = p.insert_paragraph_before("", gaya)
        baris._p.append(_baris_daftar(_rapat(t), tanda, str(halaman.get(tanda, ""))))
        semua.append(baris)
    perintah = OxmlElement("w:instrText")
    perintah.text = f" {_KODE[nama]} "
    awal = unsur("w:fldChar", fldCharType="begin", dirty="true")
    for bagian in (unsur("w:fldChar", fldCharType="separate"), perintah, awal):
        r = OxmlElement("w:r")
        r.append(bagian)
        semua[0]._p.get_or_add_pPr().addnext(r)
    semua[-1].add_run()._r.append(unsur("w:fldChar", fldCharType="end"))
    p._p.getparent().remove(p._p)


def _baris_daftar(teks: str, tanda: str, nomor: str) -> Any:
    """Make a line of contents that leads to its place: its words, and the page of that place."""
    tautan = unsur("w:hyperlink", anchor=tanda, history=1)
    for isi in (teks, None):
        r, t = OxmlElement("w:r"), OxmlElement("w:t" if isi else "w:tab")
        t.text = isi
        r.append(t)
        tautan.append(r)
    tautan.extend(_bagian_medan(rf"PAGEREF {tanda} \h", nomor))
    return tautan


def _rapat(t: Tag | None) -> str:
    return " ".join(t.get_text().split()) if t else ""


def _gambar(dokumen: Any, penuh: int) -> None:
    """Let every chart fill the text's width, and keep only its words as description."""
    for sebaris in dokumen.element.body.iter(qn("wp:inline")):
        alt = sebaris.docPr.get("descr", "")
        for sifat in sebaris.iter(qn("pic:cNvPr")):
            # Pandoc puts the whole picture here, as text.
            sifat.set("descr", alt)
        luas = sebaris.extent
        if sebaris.getparent().getparent().style in ("CaptionedFigure", "Figure"):
            tinggi = round(luas.cy * penuh / luas.cx)
            lebar = penuh if tinggi <= _TINGGI else round(penuh * _TINGGI / tinggi)
            for ukuran in (luas, *sebaris.iter(qn("a:ext"))):
                ukuran.set("cx", str(lebar))
                ukuran.set("cy", str(min(tinggi, _TINGGI)))

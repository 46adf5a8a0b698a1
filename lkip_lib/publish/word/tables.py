"""Tables of the Word document: widths that hold the figures, repeated heads, rows that stay whole."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, Tag
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from lkip_lib.params import Naskah
from lkip_lib.publish.columns import Sel, kisi
from lkip_lib.publish.word.styles import lebar_teks, nama_sel

_MASUK = {"t1": 3, "t2": 6, "t3": 9}
_TEBAL = {"jumlah", "program"}
_LATAR, _SESUDAH = "F0F3F6", Pt(7)


def unsur(nama: str, **sifat: Any) -> Any:
    """Make a Word element: `unsur("w:jc", val="right")`."""
    hasil = OxmlElement(nama)
    for kunci, nilai in sifat.items():
        hasil.set(qn(f"w:{kunci}"), str(nilai))
    return hasil


def tata_tabel(dokumen: Any, sup: BeautifulSoup, naskah: Naskah) -> None:
    """Lay out every table as the HTML that it was made from says, over the width of the chosen paper."""
    id_gaya = {g.name: g.style_id for g in dokumen.styles}
    for word, html in zip(dokumen.tables, sup.select(".utama table"), strict=True):
        bungkus = html.find_parent("div", class_="tabel")
        kelas = [str(k) for k in bungkus.get_attribute_list("class")] if bungkus else []
        _tata(word._tbl, html, kelas, lebar_teks(naskah, "lanskap" in kelas), id_gaya)
        _satukan(word._tbl.tr_lst, "pendek" in kelas)
        sesudah = next(word._tbl.itersiblings(qn("w:p"), qn("w:tbl")), None)
        if sesudah is not None and sesudah.tag == qn("w:p"):
            _renggangkan(Paragraph(sesudah, dokumen))


def _renggangkan(p: Paragraph) -> None:
    """Keep what follows a table off its last line, where its style does not."""
    gaya = p.style.paragraph_format.space_before if p.style is not None else None
    if not gaya:
        p.paragraph_format.space_before = _SESUDAH


def _satukan(baris: list[Any], utuh: bool) -> None:
    """Keep a short table on one page, and of a long one no row alone at the foot or the head of a page."""
    bersama = baris[:-1] if utuh else [*baris[:2], *baris[-2:-1]]
    for p in (p for tr in bersama for tc in tr.tc_lst for p in tc.p_lst):
        p.get_or_add_pPr().get_or_add_keepNext()


def _tata(tbl: Any, html: Tag, kelas: list[str], halaman: float, id_gaya: dict[str, str]) -> None:
    ukuran = next((k for k in ("padat", "rapat") if k in kelas), "")
    persen = [float(str(c["style"]).removeprefix("width:").removesuffix("%")) for c in html.select("col")]
    lebar = [Mm(halaman * p / 100).twips for p in persen]
    _sifat_tabel(tbl, lebar)
    baris_html = kisi(html)
    for tr, baris, isi in zip(tbl.tr_lst, html.select("tr"), baris_html, strict=True):
        kepala = baris.find_parent("thead") is not None
        _sifat_baris(tr, kepala)
        tebal = bool(_TEBAL & set(baris.get_attribute_list("class")))
        latar = kepala or "jumlah" in baris.get_attribute_list("class")
        di = {s.kolom: s for s in isi}
        kolom = 0
        for tc in tr.tc_lst:
            rentang = tc.grid_span
            _sifat_sel(tc, sum(lebar[kolom : kolom + rentang]), latar)
            if sel := di.get(kolom):
                _isi_sel(tc, sel, ukuran, kepala, tebal, id_gaya)
            kolom += rentang


def _sifat_tabel(tbl: Any, lebar: list[int]) -> None:
    sifat = tbl.tblPr
    for nama in ("w:tblW", "w:tblLayout", "w:tblBorders", "w:tblCellMar", "w:tblInd", "w:jc"):
        for lama in sifat.findall(qn(nama)):
            sifat.remove(lama)
    batas, sisi = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for nama, tebal, warna in (("top", 8, "1F2933"), ("bottom", 8, "1F2933"), ("insideH", 4, "CBD2D9")):
        batas.append(unsur(f"w:{nama}", val="single", sz=tebal, space=0, color=warna))
    for nama in ("left", "right"):
        sisi.append(unsur(f"w:{nama}", w=Mm(1.3).twips, type="dxa"))
    # The order is the schema's; Word refuses a file that has it otherwise.
    baru = {
        "w:tblW": unsur("w:tblW", w=sum(lebar), type="dxa"),
        "w:tblBorders": batas,
        "w:tblLayout": unsur("w:tblLayout", type="fixed"),
        "w:tblCellMar": sisi,
    }
    gaya, tampak = sifat.find(qn("w:tblStyle")), sifat.find(qn("w:tblLook"))
    lain = [e for e in sifat if e is not gaya and e is not tampak]
    for e in list(sifat):
        sifat.remove(e)
    ekor = [e for e in lain if e.tag in (qn("w:tblCaption"), qn("w:tblDescription"))]
    for e in (gaya, *baru.values(), tampak, *ekor):
        if e is not None:
            sifat.append(e)
    for lama in list(tbl.tblGrid):
        tbl.tblGrid.remove(lama)
    for w in lebar:
        tbl.tblGrid.append(unsur("w:gridCol", w=w))


def _sifat_baris(tr: Any, kepala: bool) -> None:
    sifat = tr.get_or_add_trPr()
    for e in list(sifat):
        sifat.remove(e)
    sifat.append(OxmlElement("w:cantSplit"))
    if kepala:
        sifat.append(OxmlElement("w:tblHeader"))


def _sifat_sel(tc: Any, lebar: int, latar: bool) -> None:
    sifat = tc.get_or_add_tcPr()
    for nama in ("w:tcW", "w:shd", "w:tcBorders", "w:vAlign"):
        for lama in sifat.findall(qn(nama)):
            sifat.remove(lama)
    sifat.insert(0, unsur("w:tcW", w=lebar, type="dxa"))
    if latar:
        sifat.append(unsur("w:shd", val="clear", color="auto", fill=_LATAR))


def _isi_sel(tc: Any, sel: Sel, ukuran: str, kepala: bool, tebal: bool, id_gaya: dict[str, str]) -> None:
    kelas = sel.tag.get_attribute_list("class")
    angka = not {"n", "kata"}.isdisjoint(kelas)
    nama = nama_sel(ukuran, "Kepala" if kepala else "Angka" if angka else "")
    masuk = next((_MASUK[str(k)] for k in kelas if k in _MASUK), 0)
    for p in tc.p_lst:
        sifat = p.get_or_add_pPr()
        for e in list(sifat):
            sifat.remove(e)
        sifat.append(unsur("w:pStyle", val=id_gaya[nama]))
        if masuk:
            sifat.append(unsur("w:ind", left=Mm(masuk).twips))
        if kepala and angka:
            sifat.append(unsur("w:jc", val="right"))
        for r in p.r_lst:
            if tebal or (sel.rentang > 1 and not kepala):
                r.get_or_add_rPr().get_or_add_b()

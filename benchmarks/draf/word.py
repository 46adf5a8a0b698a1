"""Write a draft as Word makes it: merged cells, text boxes twice over, footnotes, tracked changes, fields, pictures."""

from __future__ import annotations

import io
import random
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from PIL import Image, ImageDraw

from benchmarks.draf.model import Angka, Naskah, Paragraf, Sel, Tabel

_NS = " ".join(
    f'xmlns:{a}="{u}"'
    for a, u in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_WAKTU = 'w:author="Perencana" w:date="2025-01-20T08:00:00Z"'
_KAKI = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TEPI = "".join(
    f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for s in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def tulis(naskah: Naskah, ke: Path) -> None:
    """Write the file."""
    _Penulis(naskah).tulis(ke)


class _Penulis:
    def __init__(self, naskah: Naskah) -> None:
        self.n, self.acak, self.nomor = naskah, random.Random(naskah.nama), count(1)
        self.dok = docx.Document()
        self.kaki: list[str] = []

    def tulis(self, ke: Path) -> None:
        badan = self.dok.element.body
        akhir = badan[-1]  # the section
        for bagian in self.n.isi:
            if isinstance(bagian, Tabel) and bagian.wujud == "gambar":
                self.dok.add_picture(_gambar(bagian))
                continue
            xml = self._paragraf(bagian) if isinstance(bagian, Paragraf) else self._blok_tabel(bagian)
            akhir.addprevious(parse_xml(xml))
        for teks in self.n.kepala_halaman:
            self.dok.sections[0].header.paragraphs[0].text = teks
        if self.kaki:
            self._tulis_kaki()
        self.dok.save(str(ke))

    def _run(self, teks: str, tebal: bool = False) -> str:
        """Write runs, sometimes cut inside a number as Word does after an edit."""
        bagian = [teks]
        if len(teks) > 3 and self.acak.random() < 0.3:
            di = self.acak.randint(1, len(teks) - 1)
            bagian = [teks[:di], teks[di:]]
        sifat = "<w:rPr><w:b/></w:rPr>" if tebal else ""
        hasil = ""
        for satu in bagian:
            isi = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(x)}</w:t>' for x in satu.split("\n"))
            isi = isi.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
            hasil += f"<w:r>{sifat}{isi}</w:r>"
        return hasil

    def _bagian(self, teks: str, hapus: str = "", medan: bool = False, tebal: bool = False) -> str:
        isi = self._run(teks, tebal)
        if medan and self.acak.random() < 0.5:
            isi = f'<w:fldSimple w:instr=" SEQ Tabel \\* ARABIC ">{isi}</w:fldSimple>'
        elif medan:
            isi = (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                '<w:r><w:instrText xml:space="preserve"> =SUM(C3:C12) \\# "0" </w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{isi}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        if not hapus:
            return isi
        buang = f'<w:r><w:delText xml:space="preserve">{escape(hapus)}</w:delText></w:r>'
        return (
            f'<w:del w:id="{next(self.nomor)}" {_WAKTU}>{buang}</w:del>'
            f'<w:ins w:id="{next(self.nomor)}" {_WAKTU}>{isi}</w:ins>'
        )

    def _isi(self, p: Paragraf) -> str:
        return "".join(
            self._bagian(x.tercetak if isinstance(x, Angka) else x, p.hapus.get(i, ""), i in p.medan)
            for i, x in enumerate(p.isi)
        )

    def _paragraf(self, p: Paragraf) -> str:
        isi = self._isi(p)
        if p.wujud == "kotak":
            return self._kotak(f"<w:p>{isi}</w:p>")
        if p.wujud == "kendali":
            return f"<w:sdt {_NS}><w:sdtContent><w:p>{isi}</w:p></w:sdtContent></w:sdt>"
        if p.wujud == "kaki":
            self.kaki.append(isi)
            rujuk = f'<w:r><w:footnoteReference w:id="{len(self.kaki) + 1}"/></w:r>'
            return f"<w:p {_NS}>{self._run('Keterangan lebih lanjut ada pada catatan kaki.')}{rujuk}</w:p>"
        gaya = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if p.wujud == "bab" else ""
        gaya = '<w:pPr><w:pStyle w:val="Caption"/></w:pPr>' if p.wujud == "judul" else gaya
        return f"<w:p {_NS}>{gaya}{isi}</w:p>"

    def _blok_tabel(self, t: Tabel) -> str:
        return self._kotak(self._tabel(t) + "<w:p/>") if t.wujud == "kotak" else self._tabel(t)

    def _kotak(self, isi: str) -> str:
        """Write a text box twice, as Word does for readers that do not know its newer form."""
        return (
            f"<w:p {_NS}><w:r><mc:AlternateContent>"
            '<mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="4000000" cy="2000000"/>'
            f'<wp:docPr id="{next(self.nomor)}" name="Kotak"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<wps:wsp><wps:txbx><w:txbxContent>{isi}</w:txbxContent></wps:txbx></wps:wsp>"
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{isi}</w:txbxContent></v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )

    def _tabel(self, t: Tabel) -> str:
        lebar = t.lebar
        sel = {(b, k): s for b, k, s in t.letak()}
        lanjut = {}  # (row, column) of the cells that go on below another
        for (b, k), s in sel.items():
            for i in range(1, s.tinggi):
                lanjut[b + i, k] = s
        baris = ""
        for b in range(1, len(t.baris) + 1):
            isi, k = "", 1
            while k <= lebar:
                s = sel.get((b, k)) or lanjut.get((b, k))
                if s is None:  # a row shorter than the grid
                    isi += "<w:tc><w:tcPr/><w:p/></w:tc>"
                    k += 1
                    continue
                isi += self._sel(s, (b, k) in lanjut)
                k += s.lebar
            kepala = "<w:trPr><w:tblHeader/></w:trPr>" if b <= t.banyak_kepala else ""
            baris += f"<w:tr>{kepala}{isi}</w:tr>"
        tepi = "" if t.polos else f"<w:tblBorders>{_TEPI}</w:tblBorders>"
        kisi = "<w:gridCol/>" * lebar
        return f"<w:tbl {_NS}><w:tblPr>{tepi}</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{baris}</w:tbl>"

    def _sel(self, s: Sel, lanjut: bool) -> str:
        sifat = f'<w:gridSpan w:val="{s.lebar}"/>' if s.lebar > 1 else ""
        if s.tinggi > 1:
            sifat += "<w:vMerge/>" if lanjut else '<w:vMerge w:val="restart"/>'
        if lanjut:
            return f"<w:tc><w:tcPr>{sifat}</w:tcPr><w:p/></w:tc>"
        dalam = self._tabel(s.dalam) if s.dalam else ""
        inden = f'<w:pPr><w:ind w:left="{s.inden * 360}"/></w:pPr>' if s.inden else ""
        if self.n.otomatis and not (s.kepala or s.angka) and s.teks.isdigit():
            angka = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            return f"<w:tc><w:tcPr>{sifat}</w:tcPr><w:p><w:pPr>{angka}</w:pPr></w:p></w:tc>"
        isi = self._bagian(s.cetak, s.hapus, s.medan, s.tebal) if s.cetak else ""
        return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{dalam}<w:p>{inden}{isi}</w:p></w:tc>"

    def _tulis_kaki(self) -> None:
        isi = "".join(f'<w:footnote w:id="{n}"><w:p>{x}</w:p></w:footnote>' for n, x in enumerate(self.kaki, 2))
        bagian = Part(
            PackURI("/word/footnotes.xml"), _KAKI, f"<w:footnotes {_NS}>{isi}</w:footnotes>".encode(),
            self.dok.part.package,
        )  # fmt: skip
        self.dok.part.relate_to(bagian, RELATIONSHIP_TYPE.FOOTNOTES)


def _gambar(t: Tabel) -> io.BytesIO:
    """Draw a table as a picture of itself."""
    gambar = Image.new("RGB", (700, 24 * len(t.baris) + 10), "white")
    pena = ImageDraw.Draw(gambar)
    for b, k, s in t.letak():
        pena.text((10 + (k - 1) * 110, 5 + (b - 1) * 24), s.cetak[:18].replace("\n", " "), fill="black")
    hasil = io.BytesIO()
    gambar.save(hasil, "PNG")
    hasil.seek(0)
    return hasil

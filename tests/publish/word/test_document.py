"""The Word document: real headings, tables, captions and fields, and the same bytes every time."""

import re
import zipfile

import docx as word
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from lkip_lib.buku.laporan import buka
from lkip_lib.publish.word import document as docx
from tests.project import computed, published


@pytest.fixture(scope="module")
def report():
    return computed("dinas-contoh", 2025)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return published(tmp_path_factory, "dinas-contoh", 2025, "terbit").keluaran / "lkip.docx"


@pytest.fixture(scope="module")
def made(path):
    return word.Document(str(path))


def texts(made, style):
    return [p.text for p in made.paragraphs if p.style.name.casefold() == style.casefold()]


def test_two_builds_give_the_same_bytes_and_say_on_every_page_that_they_are_the_working_edition(
    instansi_kecil, tmp_path
):
    one, other = tmp_path / "lkip.docx", tmp_path / "nama lain.docx"
    for path in (one, other):
        docx.tulis(buka("dinas-kecil", 2024, di=instansi_kecil.akar), path)
    assert one.read_bytes() == other.read_bytes()
    assert word.Document(str(one)).sections[-1].header.paragraphs[0].text.endswith("Edisi kerja")


def test_a_name_longer_than_a_property_may_be_stands_whole_on_the_pages(instansi_kecil, tmp_path):
    name = "Dinas " + "Urusan Pemerintahan " * 20
    instansi_kecil.write("instansi.yml", f"nama: {name}\npemerintah: {'Kota ' * 60}\n")
    path = tmp_path / "lkip.docx"
    docx.tulis(buka("dinas-kecil", 2024, di=instansi_kecil.akar), path)
    made = word.Document(str(path))
    assert {len(made.core_properties.title), len(made.core_properties.author)} == {255}
    assert name.strip() in made.sections[-1].header.paragraphs[0].text


def test_chapters_and_sections_are_headings(made):
    assert "Bab III Akuntabilitas Kinerja" in texts(made, "Heading 1")
    assert all(texts(made, f"Heading {n}") for n in (2, 3))
    assert texts(made, "Title") == ["Laporan Kinerja Instansi Pemerintah Tahun 2025"]


def of_bars(table):
    return next(table._tbl.iter(qn("wp:inline")), None) is not None


def test_every_table_repeats_its_head_keeps_its_rows_and_fills_the_page(made):
    assert len(made.tables) > 5
    for table in made.tables:
        rows = table._tbl.tr_lst
        assert (rows[0].trPr.find(qn("w:tblHeader")) is not None) != of_bars(table)
        assert all(r.trPr.find(qn("w:cantSplit")) is not None for r in rows)
        widths = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid]
        assert sum(widths) == pytest.approx(9070, abs=20) or sum(widths) == pytest.approx(14003, abs=20)


def test_tables_and_charts_have_numbered_captions_that_word_can_count(made):
    captions = texts(made, "Table Caption")
    assert len(captions) == sum(not of_bars(t) for t in made.tables)
    assert all(re.match(r"Tabel \w+\.\d+ \S", c) for c in captions)
    assert all(re.match(r"Gambar \w+\.\d+ \S", c) for c in texts(made, "Image Caption"))
    assert made.element.xml.count("SEQ Tabel") == len(captions)


def test_a_list_of_bars_is_a_table_with_a_picture_for_every_bar_and_its_figure_beside_it(made):
    bars = [t for t in made.tables if of_bars(t)]
    assert bars
    for name, drawn, figure in (r.cells for t in bars for r in t.rows):
        pictures = [e.docPr.get("descr") for e in drawn._tc.iter(qn("wp:inline"))]
        assert [p.rpartition(": ")[2] for p in pictures] == figure.text.splitlines()
        assert all(p.startswith(" ".join(name.text.split())) for p in pictures)
    assert not any(re.search(r"%\d", c.text) for t in bars for r in t.rows for c in r.cells)


def test_a_short_table_stays_on_one_page_and_no_row_stands_alone(made):
    for table in made.tables:
        kept = [all(p.paragraph_format.keep_with_next for c in r.cells for p in c.paragraphs) for r in table.rows]
        assert not kept[-1]
        assert all(kept[:2][: len(kept) - 1])
        wide = sum(int(c.get(qn("w:w"))) for c in table._tbl.tblGrid) > 10_000
        assert wide or len(kept) > 9 or all(kept[:-1])


def test_what_follows_a_table_does_not_touch_it(made):
    after = [e for t in made.tables for e in [*t._tbl.itersiblings(qn("w:p"), qn("w:tbl"))][:1]]
    for p in (Paragraph(e, made) for e in after if e.tag == qn("w:p") and e.find(f".//{qn('w:sectPr')}") is None):
        assert (p.paragraph_format.space_before or p.style.paragraph_format.space_before).pt >= 3


def test_a_mention_of_a_table_follows_its_number(made):
    xml = made.element.xml
    named = set(re.findall(r'bookmarkStart[^>]*w:name="(_(?:Tabel|Gambar)_[^"]+)"', xml))
    mentioned = re.findall(r" REF (\S+) ", xml)
    assert mentioned
    assert set(mentioned) <= named
    assert not re.search(r'w:anchor="(tabel|gambar)-', xml)


def test_what_is_still_to_be_written_is_a_comment_of_the_reports_own_day(instansi_kecil, tmp_path):
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    docx.tulis(report, tmp_path / "lkip.docx")
    made = word.Document(str(tmp_path / "lkip.docx"))
    assert any("sebab target belum tercapai" in c.text for c in made.comments)
    assert {c.timestamp.date() for c in made.comments} == {report.bahan.params.tanggal_berkas(2024)}
    assert not texts(made, "Perlu Diisi")


def test_the_office_chooses_paper_letters_and_spacing(instansi_kecil, tmp_path):
    instansi_kecil.params("naskah: {kertas: F4, huruf: Bookman Old Style, ukuran: 12, spasi: 1.5}\n")
    docx.tulis(buka("dinas-kecil", 2024, di=instansi_kecil.akar), tmp_path / "lkip.docx")
    made = word.Document(str(tmp_path / "lkip.docx"))
    assert {tuple(sorted((round(s.page_width.mm), round(s.page_height.mm)))) for s in made.sections} == {(215, 330)}
    assert {sum(int(c.get(qn("w:w"))) for c in t._tbl.tblGrid) // 56 for t in made.tables} <= {166, 167, 283}
    assert round(made.styles["TOC 1"].paragraph_format.tab_stops[0].position.mm) == 165
    body = made.styles["Body Text"]
    assert (body.font.name, body.font.size.pt, body.paragraph_format.line_spacing) == ("Bookman Old Style", 12, 1.5)


def test_it_computes_with_a_comma_before_the_decimals(made):
    assert 'w:decimalSymbol w:val=","' in made.settings.element.xml


def test_the_contents_are_fields_filled_with_what_they_list(made):
    for code in (r"TOC \o", r'TOC \h \z \c "Tabel"', r'TOC \h \z \c "Gambar"'):
        assert code in made.element.xml
    assert [t.partition("\t")[0] for t in texts(made, "TOC 1")] == texts(made, "Heading 1")
    xml = made.element.xml
    assert len({xml.count(f'w:fldCharType="{part}"') for part in ("begin", "separate", "end")}) == 1


def test_every_line_of_contents_leads_to_its_place_and_tells_its_page(made):
    listed = [p for p in made.paragraphs if p.style.name.startswith(("TOC", "toc", "Table of", "table of"))]
    assert len(listed) > 50
    places = {b.get(qn("w:name")) for b in made.element.body.iter(qn("w:bookmarkStart"))}
    pages = [int(p.text.partition("\t")[2]) for p in listed if p.style.name.startswith(("TOC", "toc"))]
    assert {p.hyperlinks[0].fragment for p in listed} <= places
    assert (pages[0], pages) == (1, sorted(pages))
    assert made.element.xml.count(" PAGEREF ") == len(listed)


def test_pages_are_a4_and_wide_tables_stand_on_turned_ones(made):
    sizes = {(round(s.page_width.mm), round(s.page_height.mm)) for s in made.sections}
    assert sizes == {(210, 297), (297, 210)}


def test_charts_are_pictures_with_their_words(made):
    pictures = [e.docPr.get("descr") for e in made.element.body.iter(qn("wp:inline"))]
    assert pictures
    assert all(len(words) > 10 for words in pictures)
    assert "base64" not in made.element.xml
    assert all(p.blob.startswith(b"\x89PNG") for p in made.part.package.image_parts)


def test_it_says_whose_it_is_in_which_language_and_of_which_day(report, made):
    said = made.core_properties
    assert said.author == report.isi.instansi.nama
    assert said.created.date() == said.modified.date() == report.bahan.params.tanggal_berkas(report.bahan.tahun)
    assert 'w:val="id-ID"' in made.styles.element.xml


def test_nothing_of_the_web_or_the_machine_is_left(path):
    with zipfile.ZipFile(path) as packed:
        text = re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "5.968.150.000" in text
    assert not re.search(r"\b(None|nan|NaN|popover)\b|⟦|⟧|&lt;", text)

"""The pages that the contents of the Word document show until a word processor counts itself."""

import docx
import pytest
from docx.shared import Mm

from lkip_lib.params import Naskah
from lkip_lib.publish.word.pages import Halaman
from lkip_lib.publish.word.styles import beri_gaya
from lkip_lib.publish.word.tables import unsur


@pytest.fixture
def made():
    made = docx.Document()
    beri_gaya(made, Naskah())
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return made


def add(made, text, style="Body Text", name=""):
    p = made.add_paragraph(text, style)
    if name:
        p._p.append(unsur("w:bookmarkStart", id=1, name=name))
    return p


def test_a_chapter_begins_a_page_and_what_follows_stands_on_it(made):
    for n in range(3):
        add(made, "Bab", "Heading 1", f"bab{n}")
        add(made, "Beberapa kata.", name=f"isi{n}")
    pages = Halaman(made).nomor
    assert [pages[f"bab{n}"] for n in range(3)] == [1, 2, 3]
    assert all(pages[f"isi{n}"] == pages[f"bab{n}"] for n in range(3))


def test_a_page_holds_as_many_lines_as_fit_its_height(made):
    for n in range(100):
        add(made, "satu baris", name=f"p{n}")
    pages = Halaman(made).nomor
    # 247 mm of 10.5-point lines of 1.15 with 7 points between.
    assert sum(pages[f"p{n}"] == 1 for n in range(100)) == pytest.approx(33, abs=1)
    assert pages["p99"] == 4


def test_a_heading_goes_to_the_next_page_with_what_it_heads(made):
    for _ in range(32):
        add(made, "satu baris")
    add(made, "Judul", "Heading 2", "judul")
    add(made, "isi " * 200, name="isi")
    pages = Halaman(made).nomor
    assert (pages["judul"], pages["isi"]) == (2, 2)


def test_a_name_between_paragraphs_is_that_of_the_next(made):
    add(made, "satu")
    made.element.body.sectPr.addprevious(unsur("w:bookmarkStart", id=1, name="dua"))
    add(made, "Bab", "Heading 1")
    assert Halaman(made).nomor["dua"] == 2

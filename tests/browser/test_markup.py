"""The published pages as text: head, headings, pictures, and links that all lead somewhere."""

import base64
import hashlib
import re
from functools import cache, lru_cache
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import BEKASI, on


@lru_cache(4)
def tree(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@cache
def ids(path):
    """Find the ids of a page that another one links to, without reading all of it."""
    return frozenset(re.findall(r'<[^<>]* id="([^"]+)"', path.read_text(encoding="utf-8")))


@pytest.fixture
def page(folder, page_name):
    return tree(folder / page_name)


def test_it_is_indonesian_with_one_heading_and_a_title(page):
    assert page.html["lang"] == "id"
    assert len(page.select("h1")) == 1
    assert re.fullmatch(r".+ · .+ 20\d\d", page.title.get_text())


def test_it_forbids_everything_it_does_not_need(page):
    (policy,) = page.select('meta[http-equiv="Content-Security-Policy"]')
    parts = dict(p.strip().split(" ", 1) for p in policy["content"].split(";"))
    assert parts["default-src"] == "'none'"
    assert parts["img-src"] == "data:"
    assert parts["font-src"] == "data:"
    assert parts["style-src"] == "'unsafe-inline'"
    (script,) = [s.string for s in page.select("script")] or [None]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() if script else ""
    assert parts["script-src"] == (f"'sha256-{digest}'" if script else "'none'")
    for p in ("base-uri", "form-action"):
        assert parts[p] == "'none'"


def test_the_policy_comes_before_anything_it_governs(page):
    names = [e.name for e in page.head.find_all()]
    assert names.index("style") > names.index("meta")
    assert page.select("head meta")[1].get("http-equiv") == "Content-Security-Policy"


def test_it_names_nothing_outside(page):
    assert page.select("script[src], link, iframe, object, embed, form, base, video, audio") == []
    for e in page.select("[src]"):
        assert e["src"].startswith("data:image/"), e["src"][:80]
    style = "".join(e.get_text() for e in page.select("style"))
    assert not re.search(r"url\((?!data:font/woff2;base64,)|@import|https?:", style)
    for a in page.select("a[href]"):
        assert not re.match(r"[a-z]+:|//|/", a["href"]), a["href"]


def test_every_picture_says_what_it_shows(page):
    for img in page.select("img"):
        assert len(img.get("alt", "")) > 20, img.get("alt")


def test_every_table_has_caption_and_scopes(page):
    for table in page.select("table"):
        assert table.caption.get_text(strip=True)
        for th in table.select("th"):
            assert th.get("scope") in ("col", "row", "colgroup", "rowgroup")


def test_rows_that_belong_together_are_a_group_under_the_row_that_names_them(page):
    for th in page.select('tbody th[colspan]:not([colspan="1"])'):
        assert th["scope"] == "rowgroup"
        assert th.parent.find_previous_sibling("tr") is None


def test_every_link_and_anchor_leads_somewhere(folder, page_name, page):
    for a in page.select("a[href]"):
        name, _, anchor = unquote(a["href"]).partition("#")
        path = (folder / (name or page_name)).resolve()
        assert folder in path.parents, a
        assert path.is_file(), a
        if anchor:
            assert anchor in ids(path), a


def test_every_id_stands_once(page):
    found = [e["id"] for e in page.select("[id]")]
    assert [i for i in set(found) if found.count(i) > 1] == []


def test_every_figure_has_its_trail_on_the_page_and_no_trail_is_idle(page):
    buttons = page.select("button.angka")
    assert not [b for b in buttons if b.has_attr("disabled") or b.has_attr("tabindex")]  # the keyboard reaches each
    named = {b["popovertarget"] for b in buttons}
    there = {d["id"] for d in page.select("main > div[popover]")}
    assert named == there
    assert len(page.select("[popover]")) == len(there)


def test_no_line_breaks_between_a_figure_and_its_punctuation(page):
    for button in page.select("p button.angka, li button.angka"):
        after = button.next_sibling
        if isinstance(after, str) and re.match(r"[),.;:]", after):
            assert button.parent.name == "span", button.parent.get_text()[:200]
            assert "rapat" in button.parent["class"]


def test_the_first_link_skips_to_the_content(page):
    first = page.body.select_one("a[href], button, input, select, [tabindex]")
    assert (first["class"], first["href"], first.get_text()) == (["lewati"], "#isi", "Langsung ke isi")
    assert page.select_one("#isi") is not None


def test_the_navigation_marks_where_one_is(page, page_name):
    (here,) = page.select('nav a[aria-current="page"]')
    assert here["href"] == page_name


def test_no_raw_frame_and_nothing_of_the_machine_is_shown(page):
    assert page.select("table.dataframe, .dataframe, .output_stderr") == []
    for text in page.find_all(string=True):
        if not text.find_parent(["style", "script", "details", "pre"]):
            assert not re.search(r"\b(None|nan|NaN|undefined|True|False)\b|<NA>|\{\{|Traceback", text), text.parent


def test_no_time_or_place_of_the_computer_is_shown(folder, page):
    text = page.get_text()
    assert str(folder) not in text
    assert not re.search(r"(/tmp|/home|/root|/work)/|\b\d\d:\d\d:\d\d\b", text)


@on("sumber.html", of=[BEKASI])
def test_the_words_of_the_agencys_document_are_quoted_with_their_place(page):
    (place,) = [
        p
        for p in page.select("#kutipan ~ p")
        if p.get_text() == "Tabel 3.3, kolom Ket, tentang Tingkat Pengangguran Terbuka:"
    ]
    quoted = place.find_next_sibling("blockquote").get_text()
    assert quoted.startswith("“Karakteristik Kota,")
    assert quoted.endswith("(kondisi umum di Jawa Barat).”")

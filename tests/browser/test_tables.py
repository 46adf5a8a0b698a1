"""Every table of every page, seen in Chromium: on a desk nothing of it is off-screen, on a telephone the page stays."""

from dataclasses import replace

import pytest

from lkip_lib.pipeline import chain
from lkip_lib.places import tempat
from tests.browser.conftest import Reader
from tests.project import copy_project

pytestmark = pytest.mark.browser

SCROLLING = """() => [...document.querySelectorAll(".tabel")].filter(e => e.scrollWidth > e.clientWidth).map(
    e => `${e.getAttribute("aria-label")}: ${e.scrollWidth} > ${e.clientWidth}`)"""


@pytest.fixture(scope="module", params=[("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025)], ids=lambda r: r[0])
def reviewed(request, tmp_path_factory):
    """Publish the edition that has every page there is."""
    place = tempat(*request.param, di=copy_project(tmp_path_factory.mktemp("reviu")))
    return chain.jalankan(replace(place, edisi="reviu")).folder


@pytest.fixture
def look(tab, reviewed):
    """Open every page at a width, and return what a script finds on each that has something to tell."""

    def looked(width, script):
        with Reader(tab, reviewed, width) as reader:
            found = {p.name: reader.open(p.name).evaluate(script) for p in sorted(reviewed.glob("*.html"))}
        return {name: said for name, said in found.items() if said}

    return looked


def test_only_the_data_as_read_scrolls_on_a_desk(look):
    scrolling = look(1280, SCROLLING)
    scrolling.pop("sumber.html", None)
    assert scrolling == {}


@pytest.mark.parametrize("width", [390, 320])
def test_only_the_data_as_read_scrolls_on_a_telephone(look, width):
    scrolling = look(width, SCROLLING)
    scrolling.pop("sumber.html", None)
    assert scrolling == {}


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways_on_a_telephone(look, width):
    assert look(width, "() => document.documentElement.scrollWidth > document.documentElement.clientWidth") == {}


def test_no_text_is_smaller_than_twelve_pixels_on_a_telephone(look):
    small = """() => [...document.querySelectorAll("body *")].filter(e => {
        const words = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
        if (!words || !e.checkVisibility() || !e.getClientRects().length) return false;
        const svg = e.closest("svg");
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        return parseFloat(getComputedStyle(e).fontSize) * scale < 12;
    }).map(e => e.outerHTML.slice(0, 120))"""
    assert look(390, small) == {}


def test_the_results_come_first_on_a_card(look):
    """Realisasi, target and capaian of an indicator stand in the first line under its name."""
    first = """() => [...document.querySelectorAll("table.lipat tbody tr")].filter(
        tr => ["Realisasi", "Target", "Capaian"].every(n => tr.querySelector(`td[data-judul="${n}"]`))
    ).flatMap(tr => {
        const of = n => tr.querySelector(`td[data-judul="${n}"]`).getBoundingClientRect().top;
        const top = Math.min(...[...tr.querySelectorAll("td")].filter(
            e => e.getClientRects().length).map(e => e.getBoundingClientRect().top));
        return ["Realisasi", "Target"].map(n => of(n) - top > 1 ? tr.innerText : 0);
    }).filter(Boolean)"""
    assert look(390, first) == {}


def test_a_card_is_still_a_table_to_a_screen_reader(look):
    roles = {"table": "table", "tr": "row", "td": "cell", "tbody th": "rowheader", "thead th": "columnheader"}
    lost = f"""() => Object.entries({roles}).flatMap(([tag, role]) =>
        [...document.querySelectorAll(".lipat " + tag)].filter(e => e.getAttribute("role") !== role)
    ).map(e => e.outerHTML.slice(0, 80))"""
    assert look(390, lost) == {}


def test_a_figure_is_never_broken_across_lines(look):
    broken = """() => [...document.querySelectorAll("td.n, td.n *")].flatMap(e => [...e.childNodes]).filter(t => {
        const range = document.createRange();
        range.selectNodeContents(t);
        return t.nodeType === Node.TEXT_NODE && range.getClientRects().length > 1;
    }).map(t => t.textContent)"""
    assert look(1280, broken) == {}


def test_a_title_is_read_whole_before_its_table_is_scrolled(look):
    cut = """() => [...document.querySelectorAll(".tabel caption")].filter(e => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return range.getBoundingClientRect().right > e.closest(".tabel").getBoundingClientRect().right + 1;
    }).map(e => e.textContent)"""
    assert look(390, cut) == {}

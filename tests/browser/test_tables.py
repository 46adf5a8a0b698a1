"""Every table of every page, seen in Chromium: on a desk nothing of it is off-screen, on a telephone the page stays."""

import pytest

from tests.browser.conftest import BEKASI, CONTOH, Reader
from tests.project import reviewed

pytestmark = pytest.mark.browser

SCROLLING = """() => [...document.querySelectorAll(".tabel")].filter(e => e.scrollWidth > e.clientWidth).map(
    e => `${e.getAttribute("aria-label")}: ${e.scrollWidth} > ${e.clientWidth}`)"""


SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll("body *")].filter(e => {
    const words = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
    if (!words || !e.checkVisibility() || !e.getClientRects().length) return false;
    const svg = e.closest("svg");
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return parseFloat(getComputedStyle(e).fontSize) * scale < 12;
}).map(e => e.outerHTML.slice(0, 120))"""
NOT_FIRST = """() => [...document.querySelectorAll("table.lipat tbody tr")].filter(
    tr => ["Realisasi", "Target", "Capaian"].every(n => tr.querySelector(`td[data-judul="${n}"]`))
).flatMap(tr => {
    const of = n => tr.querySelector(`td[data-judul="${n}"]`).getBoundingClientRect().top;
    const top = Math.min(...[...tr.querySelectorAll("td")].filter(
        e => e.getClientRects().length).map(e => e.getBoundingClientRect().top));
    return ["Realisasi", "Target"].map(n => of(n) - top > 1 ? tr.innerText : 0);
}).filter(Boolean)"""
ROLES = {"table": "table", "tr": "row", "td": "cell", "tbody th": "rowheader", "thead th": "columnheader"}
NO_TABLE = f"""() => Object.entries({ROLES}).flatMap(([tag, role]) =>
    [...document.querySelectorAll(".lipat " + tag)].filter(e => e.getAttribute("role") !== role)
).map(e => e.outerHTML.slice(0, 80))"""
BROKEN = """() => [...document.querySelectorAll("td.n, td.n *")].flatMap(e => [...e.childNodes]).filter(t => {
    const range = document.createRange();
    range.selectNodeContents(t);
    return t.nodeType === Node.TEXT_NODE && range.getClientRects().length > 1;
}).map(t => t.textContent)"""
CUT = """() => [...document.querySelectorAll(".tabel caption")].filter(e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect().right > e.closest(".tabel").getBoundingClientRect().right + 1;
}).map(e => e.textContent)"""
# What is asked of every page at a width; a page is opened once for all of it.
ASKED = {
    1280: (SCROLLING, BROKEN),
    390: (SCROLLING, SIDEWAYS, SMALL, NOT_FIRST, NO_TABLE, CUT),
    320: (SCROLLING, SIDEWAYS),
}


@pytest.fixture(scope="module", params=[BEKASI, CONTOH], ids=lambda r: r[0])
def found(request, tab, tmp_path_factory):
    """Tell of each width and question what there is to tell, page by page, in the edition that has every page."""
    folder = reviewed(tmp_path_factory, *request.param)
    told = {(width, script): {} for width, scripts in ASKED.items() for script in scripts}
    for width, scripts in ASKED.items():
        with Reader(tab, folder, width) as reader:
            for path in sorted(folder.glob("*.html")):
                page = reader.open(path.name)
                for script in scripts:
                    if said := page.evaluate(script):
                        told[width, script][path.name] = said
    return told


@pytest.mark.parametrize("width", ASKED)
def test_only_the_data_as_read_scrolls(found, width):
    assert set(found[width, SCROLLING]) <= {"sumber.html"}, found[width, SCROLLING]


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways_on_a_telephone(found, width):
    assert found[width, SIDEWAYS] == {}


def test_no_text_is_smaller_than_twelve_pixels_on_a_telephone(found):
    assert found[390, SMALL] == {}


def test_the_results_come_first_on_a_card(found):
    """Realisasi, target and capaian of an indicator stand in the first line under its name."""
    assert found[390, NOT_FIRST] == {}


def test_a_card_is_still_a_table_to_a_screen_reader(found):
    assert found[390, NO_TABLE] == {}


def test_a_figure_is_never_broken_across_lines(found):
    assert found[1280, BROKEN] == {}


def test_a_title_is_read_whole_before_its_table_is_scrolled(found):
    assert found[390, CUT] == {}

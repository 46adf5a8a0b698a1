"""The roll-up in Chromium: accessible, offline, sorted and filtered, complete without its script."""

import pytest

from lkip_lib.rekap import run
from tests.browser.conftest import Reader
from tests.browser.test_pages import RUN_AXE
from tests.rekap.project import small_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def rolled(tmp_path_factory):
    return run.jalankan(small_project(tmp_path_factory.mktemp("rekap") / "proyek"), 2024, 1).folder


@pytest.fixture
def reader(tab, rolled, request):
    with Reader(tab, rolled, getattr(request, "param", 1280)) as reader:
        yield reader


@pytest.fixture
def page(reader):
    return reader.open("index.html")


def shown(page):
    """Name the agencies that the table shows, in their order; below a name may stand its kind."""
    return [n.split("\n")[0].strip() for n in page.locator(".saring tbody tr:visible th").all_inner_texts()]


@pytest.mark.parametrize("reader", [1280, 320], indirect=True, ids=["1280px", "320px"])
def test_the_page_is_accessible_quiet_and_within_its_width(reader, page, axe):
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, ["html", reader.width > 320]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= reader.width
    assert (reader.errors, reader.outside) == ([], [])


def test_the_table_is_sorted_by_its_heads(page):
    assert shown(page) == ["=1+1 Tiga", "Dinas Satu", "Badan Dua"]  # none is ranked: by what could be checked
    pagu = page.get_by_role("button", name="Pagu (juta Rp)")
    pagu.click()
    assert shown(page)[-1] == "Badan Dua"
    pagu.click()
    assert shown(page)[0] == "Badan Dua"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Pagu")
    # What is not known stands last, whichever way.
    for _ in range(2):
        page.get_by_role("button", name="Capaian", exact=True).click()
        assert shown(page)[-1] == "=1+1 Tiga"
    assert page.get_by_role("button", name="Capaian, kebijakan sendiri").count() == 0


@pytest.mark.parametrize("reader", [320], indirect=True, ids=["320px"])
def test_a_narrow_table_is_sorted_by_a_list(page):
    page.get_by_label("Urutkan").select_option(label="Pagu (juta Rp), terbesar dahulu")
    assert shown(page)[0] == "Badan Dua"
    page.get_by_label("Urutkan").select_option(label="Instansi, A–Z dahulu")
    assert shown(page)[0] == "=1+1 Tiga"
    page.get_by_label("Urutkan").select_option(label="seperti semula")
    assert shown(page)[-1] == "Badan Dua"


def test_the_table_is_filtered_by_state_and_word(page):
    page.get_by_label("Keadaan").select_option(label="Siap")
    assert shown(page) == ["Dinas Satu"]
    page.get_by_label("Memuat kata").fill("satu")
    assert page.locator(".saringan output").inner_text() == "1 dari 3 baris"
    page.get_by_label("Memuat kata").fill("")
    page.get_by_label("Keadaan").select_option(label="semua")
    assert len(shown(page)) == 3

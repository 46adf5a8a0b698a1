"""Every page in Chromium, wide and narrow: usable by anyone, from a USB stick, with a figure's trail at hand."""

import re

import pytest

from tests.browser.conftest import BEKASI, CONTOH, on
from tests.project import reviewed

pytestmark = pytest.mark.browser

# Rows, items and trails are made by one template: the first two of each shape stand for all, as axe looks at every
# element. A shape is what a row is made of: the tags and classes in it, their order included.
TRIM = """() => {
    const shape = e => `${e.tagName}.${e.className}(${[...e.children].map(shape)})`;
    for (const many of document.querySelectorAll("tbody, ul, ol, pre")) {
        const seen = {};
        for (const one of [...many.children]) {
            const key = shape(one);
            seen[key] = (seen[key] ?? 0) + 1;
            if (seen[key] > 2) one.remove();
        }
    }
    [...document.querySelectorAll("[popover]")].slice(5).forEach(p => p.remove());
}"""
RUN_AXE = """async ([part, contrast]) => (await axe.run(document.querySelector(part), {
    resultTypes: ["violations"], rules: {"color-contrast": {enabled: contrast}},
})).violations.map(
    v => v.id + ": " + v.nodes.length + "x " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" | "))"""
SHOWN = """part => [...document.querySelectorAll(part)].filter(
    e => e.checkVisibility() && e.getClientRects().length).map(e => e.outerHTML.slice(0, 120))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN = "document.querySelector(':popover-open')?.id ?? ''"


def first_figure(page):
    return page.locator("button.angka").first


def reaching_out(page, width):
    """Name what is wider than the page and neither scrolls in a region of its own nor is hidden."""
    return page.evaluate(
        """width => [...document.querySelectorAll("main *")].filter(e => {
            if (!e.checkVisibility() || e.getBoundingClientRect().right <= width + 1) return false;
            for (let p = e; p; p = p.parentElement)
                if (["auto", "scroll"].includes(getComputedStyle(p).overflowX) && p.tabIndex === 0) return false;
            return true;
        }).map(e => e.outerHTML.slice(0, 120))""",
        width,
    )


def test_a_page_is_accessible_quiet_and_keeps_to_itself_wide_and_narrow(reader, page_name, axe):
    page = reader.open(page_name)
    for width in (1280, 320):
        reader.resize(width)
        page.evaluate("window.scrollTo(9999, 0)")
        assert page.evaluate("window.scrollX") == 0
        assert page.evaluate(SIDEWAYS) <= 0
        assert reaching_out(page, page.evaluate("document.documentElement.clientWidth")) == []
    page.evaluate(TRIM)
    page.evaluate(axe)
    for width in (320, 1280):
        reader.resize(width)
        # Colours are the same at every width and in every report, and slow to measure.
        contrast = width > 320 and reader.folder.name == "2024"
        assert page.evaluate(RUN_AXE, ["html", contrast]) == []
        if page.locator("button.angka").count():
            first_figure(page).click()
            box = page.locator(":popover-open").bounding_box()
            assert 0 <= box["x"] <= box["x"] + box["width"] <= width
            assert box["height"] <= 800
            assert page.evaluate(SIDEWAYS) <= 0
            assert page.evaluate(RUN_AXE, [":popover-open", contrast]) == []
            page.keyboard.press("Escape")
    assert reader.errors == []
    assert reader.outside == []


@on("index.html", "lkip.html", "02_capaian.html", "03_efisiensi.html", of=[BEKASI])
def test_a_trail_is_opened_and_closed_by_keyboard(reader, page_name):
    page = reader.open(page_name)
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button.angka')"):
            break
    target = page.evaluate("document.activeElement.getAttribute('popovertarget')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate(OPEN) == target
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest(':popover-open'))")
    page.keyboard.press("Escape")
    assert page.evaluate(OPEN) == ""
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == target


@on(of=[BEKASI])
def test_a_trail_is_closed_by_its_button(reader):
    page = reader.open("lkip.html")
    first_figure(page).click()
    page.locator(":popover-open").get_by_role("button", name="Tutup").click()
    assert page.evaluate(OPEN) == ""


@on(of=[BEKASI])
def test_the_skip_link_leads_to_the_content(reader, page_name):
    page = reader.open(page_name)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    assert page.locator(".lewati").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{page_name}#isi")


IN_VIEW = """e => {
    const box = e.getBoundingClientRect(), frozen = e.closest("tr").querySelector("th").getBoundingClientRect();
    return box.left >= frozen.right - 1 && box.right <= innerWidth + 1 && box.top >= 0 && box.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
@on(of=[BEKASI, CONTOH])
def test_a_figure_leads_to_its_cell_in_two_actions_and_back(reader, hand, width):
    """From the absorption on the first screen to the very cell it was printed in, what the row is about beside it."""
    reader.resize(width)
    page = reader.open("index.html")
    figure = page.locator(".kartu.uang button.angka", has_text="%").first
    figure.focus()
    figure.click() if hand == "mouse" else page.keyboard.press("Enter")
    panel = page.locator(":popover-open")
    link = panel.locator(".bahan a").first
    place = link.locator("xpath=ancestor::li").inner_text()
    printed = re.search("tercetak “(.*?)”", place)[1]
    assert len(place.replace(printed, "")) > len(link.inner_text()) + 20  # its place in the agency's document, too
    cell = link.get_attribute("href").split("#")[1]
    link.click() if hand == "mouse" else page.keyboard.press("Enter")  # the first place has the focus
    page.wait_for_url(f"**/sumber.html#{cell}")
    target = page.locator("td:target")
    target.wait_for()
    assert target.inner_text() == printed
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 240, 184)"
    page.wait_for_function(f"({IN_VIEW})(document.querySelector(':target'))")
    page.get_by_role("button", name="Kembali ke asal angka").click()
    page.wait_for_url("**/index.html")
    assert reader.outside == []


@on(of=[BEKASI])
def test_the_headline_of_bekasi_can_be_followed(reader):
    page = reader.open("index.html")
    page.get_by_role("button", name="83,47%", exact=True).first.click()
    panel = page.locator(":popover-open")
    assert panel.get_attribute("aria-labelledby") == panel.locator(".judul-jejak").get_attribute("id")
    said = panel.inner_text()
    assert panel.locator(".judul-jejak").inner_text().startswith("Serapan anggaran Dinas Tenaga Kerja")
    assert "15.450.065.461 ÷ 18.508.617.440 × 100" in said
    panel.get_by_role("link", name=re.compile(r"Anggaran, baris \d+, kolom pagu")).first.click()
    page.wait_for_url(re.compile(r"sumber\.html#anggaran-\d+-pagu$"))
    assert "18.508.617.440" in page.locator("td:target").inner_text()


@on(of=[BEKASI])
def test_what_was_reckoned_itself_opens_its_own_panel(reader):
    page = reader.open("index.html")
    page.locator(".kartu button.angka", has_text="%").first.click()
    page.locator(":popover-open .bahan button").first.click()
    assert page.locator(":popover-open").count() == 2
    page.keyboard.press("Escape")
    assert page.locator(":popover-open").count() == 1


@on(of=[BEKASI])
def test_on_a_telephone_the_panel_is_a_sheet_from_below(reader):
    reader.resize(390)
    page = reader.open("index.html")
    page.locator(".kartu.uang button.angka").first.click()
    box = page.locator(":popover-open").bounding_box()
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)
    assert box["height"] <= 0.86 * 800 + 1


@on(of=[BEKASI])
def test_a_figure_tells_a_screen_reader_what_it_is_and_how_many_notes_touch_it(reader):
    page = reader.open("index.html")
    for button in page.locator("main > :not([popover]) button.angka").all():
        described = page.locator(f"#{button.get_attribute('aria-describedby')}").text_content()
        noted = "bercatatan" in button.get_attribute("class")
        pattern = r"Lihat asal angka; [1-9]\d* catatan pemeriksaan" if noted else "Lihat asal angka"
        assert re.fullmatch(pattern, described)


@on("lkip.html", "04_pemeriksaan.html", "sumber.html", of=[BEKASI])
def test_a_link_skips_each_long_table(reader, page_name):
    page = reader.open(page_name)
    long = page.locator(".tabel").filter(has=page.locator("tbody tr:nth-child(15)"))
    skips = page.locator("a.lewati-tabel")
    assert skips.count() >= long.count() > 0
    skips.first.focus()
    assert skips.first.bounding_box()["height"] >= 24
    page.keyboard.press("Enter")
    after = skips.first.get_attribute("href").removeprefix("#")
    assert page.url.endswith(f"#{after}")


@pytest.mark.parametrize("width", [1280, 390])
@on("index.html", "lkip.html", "04_pemeriksaan.html", of=[BEKASI, CONTOH])
def test_what_is_pressed_is_large_enough_or_in_a_line_of_text(reader, page_name, width):
    """24 px each way, but within a sentence or a cell, where the line sets the height."""
    reader.resize(width)
    small = """() => [...document.querySelectorAll("button, summary, select, input, nav a")].filter(e => {
        if (!e.checkVisibility() || !e.getClientRects().length || e.closest("label")) return false;
        const box = e.getBoundingClientRect();
        return box.height < 24 || box.width < 24;
    }).map(e => `${e.outerHTML.slice(0, 100)} ${e.getBoundingClientRect().height}`)"""
    assert reader.open(page_name).evaluate(small) == []


@on("index.html", "lkip.html", "02_capaian.html", of=[BEKASI])
def test_nothing_of_the_screen_is_printed(reader, page_name):
    page = reader.open(page_name)
    page.emulate_media(media="print")
    for part in ("nav", ".lewati", "[popover]", "details.kode"):
        assert page.evaluate(SHOWN, part) == [], part


@on(of=[BEKASI])
def test_the_reviewers_page_is_as_good_as_the_others(reader, tmp_path_factory, axe):
    reader.folder = reviewed(tmp_path_factory, *BEKASI)
    page = reader.open("reviu.html")
    page.evaluate(axe)
    for width in (1280, 320):
        reader.resize(width)
        assert page.evaluate(RUN_AXE, ["html", width > 320]) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert reader.errors == []
    assert reader.outside == []


@on("04_pemeriksaan.html", of=[BEKASI])
def test_the_notes_can_be_filtered_and_a_linked_note_is_shown(reader, page_name):
    page = reader.open(page_name)
    rows = page.locator("details.kerja:visible")
    every = rows.count()
    assert every
    level_choice = page.locator(".saringan").get_by_label("Tingkat")
    levels = level_choice.locator("option").all_inner_texts()
    assert levels[0] == "semua"
    counts = []
    for level in levels[1:]:
        level_choice.select_option(label=level)
        counts.append(rows.count())
        assert 0 < counts[-1] <= every
    assert sum(counts) == every  # a job stands under the gravest level of its notes
    level_choice.select_option(label="semua")
    page.get_by_label("Memuat kata").fill("kata-yang-tidak-ada")
    assert rows.count() == 0
    page.get_by_label("Memuat kata").fill("")
    assert rows.count() == every
    page.get_by_role("button", name="Buka semua").click()
    assert page.locator("details.kerja:not([open])").count() == 0


@on("04_pemeriksaan.html", of=[BEKASI])
def test_the_jobs_that_change_results_stand_first_and_open_and_on_paper_all_do(reader, page_name):
    page = reader.open(page_name)
    groups = page.locator(".kelompok-kerja")
    assert groups.first.locator("h3").inner_text().startswith("Mengubah hasil")
    assert groups.first.locator("details.kerja:not([open])").count() == 0
    assert groups.nth(1).locator("details.kerja[open]").count() == 0
    page.emulate_media(media="print")
    hidden = """() => [...document.querySelectorAll("details.kerja > div")].filter(e => !e.checkVisibility()).length"""
    assert page.evaluate(hidden) == 0
    assert page.locator(".kotak").first.evaluate("e => getComputedStyle(e).display") == "block"  # floats at the right
    assert page.evaluate(SHOWN, ".saringan, .siap-salin") == []


@on("04_pemeriksaan.html", of=[BEKASI])
def test_whoever_edits_the_document_finds_the_jobs_by_its_tables(reader, page_name):
    page = reader.open(page_name)
    table = page.locator(".di-tabel").first
    assert re.match(r"Tabel \d", table.locator("summary").inner_text())
    table.locator("summary").click()
    link = table.locator("a").first
    id = link.get_attribute("href").removeprefix("#")
    link.click()
    job = page.locator(f"details.kerja:has(> #{id})")
    job.wait_for()
    assert job.get_attribute("open") is not None
    assert job.locator("dt").all_inner_texts()[-1] == "Kerjakan"


@on(of=[BEKASI])
def test_a_figure_that_a_note_touches_is_marked_and_leads_to_the_note(reader):
    page = reader.open("index.html")
    page.locator("button.bercatatan").first.click()
    page.locator(":popover-open .catatan-jejak a").first.click()
    page.wait_for_url(re.compile(r"04_pemeriksaan\.html#[\w-]+$"))
    page.locator(":target").wait_for()
    assert page.locator(":target").is_visible()


@on("index.html", "lkip.html", "04_pemeriksaan.html", of=[BEKASI])
def test_it_is_as_readable_in_the_dark(reader, page_name, axe):
    page = reader.open(page_name)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 22, 28)"
    page.evaluate(TRIM)
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, ["html", True]) == []
    page.emulate_media(color_scheme="light")


@on(of=[BEKASI, CONTOH])
def test_no_result_is_lost_at_four_hundred_percent(reader):
    """Every figure of the first screen is there and within the page at 320 px."""
    reader.resize(320)
    page = reader.open("index.html")
    lost = """() => [...document.querySelectorAll("main > :not([popover]) button.angka")].filter(e => {
        const box = e.getBoundingClientRect();
        return !e.checkVisibility() || !box.width || box.left < 0 || box.right > 320;
    }).map(e => e.textContent)"""
    assert page.evaluate(lost) == []


@on("index.html", of=[BEKASI, CONTOH])
def test_the_first_screen_says_it_in_words_with_three_cards_and_one_table_of_indicators(reader, page_name):
    page = reader.open(page_name)
    assert page.locator("main > section.kartu-kartu .kartu").count() == 3
    first = page.locator(".simpulan").bounding_box()
    assert first["y"] < 400
    assert "catatan" not in page.locator(".kartu.perbaikan").inner_text()  # jobs, not notes
    captions = page.locator("main caption").all_inner_texts()
    assert sum(c.startswith("Hasil tahun") for c in captions) == 1
    assert len(captions) <= 2


@on("lkip.html", of=[BEKASI])
def test_the_document_is_not_heavier_than_900_kilobytes(folder, page_name):
    assert (folder / page_name).stat().st_size < 900_000

"""A chart as it is shown: Indonesian ticks, measured text, and words of strangers that stay words."""

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from lkip_lib.display import Bagan
from lkip_lib.display.bars import Batang, Butir, deret
from lkip_lib.display.chart import lukis, sumbu
from lkip_lib.display.chart_sheet import LEBAR, Lembar, lebar_teks, lipat
from tests.display.test_figure import HOSTILE


@pytest.mark.parametrize(
    ("value", "decimals", "suffix", "text"), [(12500, 0, "", "12.500"), (7.5, 1, "%", "7,5%"), (-3, 0, "", "-3")]
)
def test_ticks_are_written_the_indonesian_way(value, decimals, suffix, text):
    assert sumbu(decimals, suffix)(value, 0) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text):
    tree = BeautifulSoup(Bagan(text, text, "<svg />", satuan=text, sumber=text)._repr_html_(), "html.parser")
    assert set(tree.svg.attrs) == {"class", "role", "aria-label"}
    assert tree.svg["aria-label"] == text
    assert tree.figcaption.get_text() == f"{text} {text}"
    assert tree.find(["script", "b"]) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_beside_a_bar(text):
    chart = deret(text, [Butir(text, [Batang(50, teks=text)], text)], alt=text, legenda={"uang": text, "kinerja": text})
    tree = BeautifulSoup(chart._repr_html_(), "html.parser")
    assert tree.find(["script", "b"]) is None
    assert tree.select_one(".nilai").get_text() == text


@pytest.mark.parametrize("text", [*HOSTILE, "Rp $100 dan $200$", r"\alpha_x^2 % #"])
def test_hostile_words_can_be_drawn(text):
    for svg in lukis(lambda ax, _: ax.set_title(text)):
        assert not {"script", "b"} & {e.tag.split("}")[-1] for e in ElementTree.fromstring(svg).iter()}


def test_a_dollar_sign_is_no_formula():
    assert lukis(lambda ax, _: (ax.set_title("$100 dan $200"), ax.title.get_parse_math()))[0].count("$") == 2


def test_two_drawings_on_a_page_share_no_name():
    """Marks and clips are referred to by id."""
    drawings = [lukis(lambda ax, _, n=n: ax.plot([1, 2, n], marker="o"))[0] for n in (3, 4)]
    ids = [re.findall(r' id="([^"]+)"', d) for d in drawings]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])
    for drawing, own in zip(drawings, ids, strict=True):
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', drawing)) == set(own)


@pytest.mark.parametrize(
    ("percent", "limit", "width"), [(83.47, None, "83.5"), (120, None, "100"), (-412, None, "0"), (90, 90.0, "90")]
)
def test_a_bar_is_full_at_a_hundred_percent(percent, limit, width):
    tree = BeautifulSoup(Batang(percent, "uang", limit, teks="83,47%").__html__(), "html.parser")
    assert tree.span["aria-hidden"] == "true"
    assert tree.span.i["style"] == f"width:{width}%"
    assert tree.get_text() == "83,47%"


@pytest.mark.parametrize("width", [0.3, 0.8, 1.5, 7.2])
@pytest.mark.parametrize("text", ["Penunjang Urusan Pemerintahan Daerah", "Pertanggungjawaban" * 3, "", "a"])
def test_broken_lines_fit_and_lose_nothing(text, width):
    lines = lipat(text, width)
    assert all(lebar_teks(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_text_cut_short_says_so_and_still_fits():
    lines = lipat("Penyediaan Gaji dan Tunjangan ASN serta Administrasi Keuangan", 1.2, baris=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(lebar_teks(line) <= 1.2 for line in lines)


def test_a_sheet_is_as_wide_as_the_page_and_as_high_as_its_content():
    sheet = Lembar()
    end = sheet.teks(0, 1, ["satu", "dua"])
    svg = sheet.simpan("judul", "kata.").svg
    width, height = (float(v) for v in re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg).groups())
    assert width == pytest.approx(LEBAR * 72)
    assert height == pytest.approx((end + 0.06) * 72, abs=0.1)

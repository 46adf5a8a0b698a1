"""A chart as it is shown: Indonesian ticks, measured text, and words of strangers that stay words."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from lkip_lib.display import Bagan
from lkip_lib.display.chart import LEBAR, kanvas, simpan, sumbu
from lkip_lib.display.chart_sheet import Lembar, lebar_teks, lipat, renggang
from tests.display.test_figure import HOSTILE


@pytest.mark.parametrize(
    ("value", "decimals", "suffix", "text"), [(12500, 0, "", "12.500"), (7.5, 1, "%", "7,5%"), (-3, 0, "", "-3")]
)
def test_ticks_are_written_the_indonesian_way(value, decimals, suffix, text):
    assert sumbu(decimals, suffix)(value, 0) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text):
    tree = BeautifulSoup(Bagan(text, text, b"<svg/>")._repr_html_(), "html.parser")
    assert set(tree.img.attrs) == {"src", "alt"}
    assert tree.img["alt"] == text
    assert tree.figcaption.get_text() == text
    assert tree.find(["script", "b"]) is None


@pytest.mark.parametrize("text", [*HOSTILE, "Rp $100 dan $200$", r"\alpha_x^2 % #"])
def test_hostile_words_can_be_drawn(text):
    with kanvas() as (figure, ax):
        ax.set_title(text)
        svg = simpan(figure, text, text).svg.decode()
    assert not {"script", "b"} & {e.tag.split("}")[-1] for e in ElementTree.fromstring(svg).iter()}


def test_a_dollar_sign_is_no_formula():
    with kanvas() as (figure, ax):
        ax.set_title("$100 dan $200")
        assert not ax.title.get_parse_math()
        simpan(figure, "", "")


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


def test_positions_are_pushed_apart_in_their_order():
    moved = renggang([3.0, 1.0, 1.05, 1.0], 0.5, 0.0, 4.0)
    order = sorted(range(4), key=lambda i: moved[i])
    assert order == [1, 3, 2, 0]
    assert all(moved[b] - moved[a] >= 0.5 - 1e-9 for a, b in pairwise(order))


def test_a_sheet_is_as_wide_as_the_page_and_as_high_as_its_content():
    sheet = Lembar()
    end = sheet.teks(0, 1, ["satu", "dua"])
    svg = sheet.simpan("judul", "kata.").svg.decode()
    width, height = (float(v) for v in re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg).groups())
    assert width == pytest.approx(LEBAR * 72)
    assert height == pytest.approx((end + 0.06) * 72, abs=0.1)

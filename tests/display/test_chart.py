"""A chart as it is shown: the same bytes every time, Indonesian ticks, and words that say what it shows."""

import base64
import re
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from bs4 import BeautifulSoup

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import kanvas, simpan, sumbu
from lkip_lib.narrative.charts import BAGAN
from tests.display.test_figure import HOSTILE
from tests.project import AKAR, computed

YEARS = [("disnaker-kota-bekasi", 2023), ("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025)]


@pytest.fixture(scope="module")
def reports():
    return {run: computed(*run) for run in YEARS}


def drawn(reports, name):
    return [(r, c) for r in reports.values() if (c := r.bagan(name)) is not None]


@pytest.mark.parametrize("name", BAGAN)
def test_drawn_twice_it_has_the_same_bytes(reports, name):
    charts = drawn(reports, name)
    assert charts
    for report, chart in charts:
        assert report.bagan(name).svg == chart.svg


def test_the_style_of_the_surroundings_does_not_show(reports):
    report = reports[YEARS[1]]
    before = report.bagan("tren").svg
    with mpl.rc_context({"font.size": 20, "axes.grid": False, "svg.hashsalt": "lain", "svg.fonttype": "none"}):
        assert report.bagan("tren").svg == before
        assert mpl.rcParams["font.size"] == 20


@pytest.mark.parametrize("name", BAGAN)
def test_no_date_path_or_version_is_drawn_into_it(reports, name):
    for _, chart in drawn(reports, name):
        text = chart.svg.decode()
        assert "<dc:date>" not in text
        assert "Matplotlib" not in re.sub(r"<!DOCTYPE[^>]*>", "", text)
        assert str(AKAR) not in text


def test_the_words_of_capaian_indikator_hold_every_value(reports):
    for report, chart in drawn(reports, "capaian_indikator"):
        for row in report.indikator.to_dict("records"):
            if row["status_nilai"] == "angka":
                assert f"{row['nama']} {numerals.persen(row['capaian_mentah_persen'])}" in chart.alt


def test_the_words_of_tren_hold_every_year_and_value(reports):
    for report, chart in drawn(reports, "tren"):
        name = chart.judul.rsplit(",", 1)[0]
        code = report.indikator.set_index("nama").loc[name, "kode"]
        own = report.riwayat.query("lingkup == 'instansi' and realisasi.notna()")
        own = own[own["kode"] == code]
        assert len(own) >= 3
        for year, value in zip(own["tahun"], own["realisasi"], strict=True):
            assert f"{year} {numerals.write(value, 2)}" in chart.alt


def test_the_words_of_serapan_program_hold_every_program(reports):
    for report, chart in drawn(reports, "serapan_program"):
        programs = report.anggaran.query("tingkat == 'program' and serapan_persen.notna()")
        assert len(programs)
        for code, value in zip(programs["kode"], programs["serapan_persen"], strict=True):
            assert f"{code} {numerals.persen(value)}" in chart.alt
        root = report.anggaran.query("induk == ''").iloc[0]
        if root["residu_pagu_rp"]:
            assert numerals.rupiah(root["residu_pagu_rp"]) in chart.alt
        else:
            assert "berselisih" not in chart.alt


def test_the_words_of_capaian_serapan_hold_both_values_and_the_verdict(reports):
    for report, chart in drawn(reports, "capaian_serapan"):
        for row in report.efisiensi.to_dict("records"):
            said = f"{row['sasaran']} capaian {numerals.persen(row['capaian_persen'])}, "
            said += f"serapan {numerals.persen(row['serapan_persen'])}, {row['tingkat_efisiensi']}"
            assert (said in chart.alt) == (row["serapan_persen"] == row["serapan_persen"])


@pytest.mark.parametrize("name", BAGAN)
def test_it_is_an_image_with_its_words_and_title(reports, name):
    for _, chart in drawn(reports, name):
        tree = BeautifulSoup(chart._repr_html_(), "html.parser")
        assert tree.img["alt"] == chart.alt
        assert chart.alt.endswith(".")
        assert "nan" not in chart.alt.lower().replace("keuangan", "").split()
        kind, data = tree.img["src"].split(",")
        assert kind == "data:image/svg+xml;base64"
        assert base64.b64decode(data) == chart.svg
        assert tree.figcaption.get_text() == chart.judul


def test_without_anything_to_show_there_is_no_chart():
    empty = computed("disnaker-kota-bekasi", 2026)
    assert {name: empty.bagan(name) for name in BAGAN} == dict.fromkeys(BAGAN)


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

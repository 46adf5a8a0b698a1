"""The panel of a figure's origin: how it was reckoned, its ingredients with their printed place, in human words."""

import re

import pytest
from bs4 import BeautifulSoup

from lkip_lib.display.panel import Penjejak
from lkip_lib.display.sebutan import Sebutan
from lkip_lib.ledger import Ledger, tabel
from lkip_lib.publish.sources import daftar_tabel
from tests.display.test_figure import HOSTILE
from tests.project import computed


@pytest.fixture(scope="module", params=[("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025)], ids=lambda r: r[0])
def report(request):
    return computed(*request.param)


@pytest.fixture(scope="module")
def panels(report):
    return [report.panel(i) for i in report.ledger["id"]]


def test_a_reckoned_figure_shows_its_formula_and_each_ingredient_with_its_place():
    panel = computed("disnaker-kota-bekasi", 2024).panel("anggaran.0.serapan_persen.2024")
    assert panel.judul == "Serapan anggaran Dinas Tenaga Kerja, 2024"
    assert [s.dengan_angka for s in panel.langkah] == ["15.450.065.461 ÷ 18.508.617.440 × 100 = 83,474984"]
    places = [(b.letak[0].tercetak, b.letak[0].dokumen) for b in panel.bahan]
    assert ("Rp. 15.450.065.461", "BAB IV 4.1, paragraf 3") in places


def test_reckonings_that_lead_to_one_another_are_numbered_the_first_first():
    panel = computed("disnaker-kota-bekasi", 2024).panel("indikator.TPT.capaian_persen.pk.2024")
    assert [s.apa.split(" ")[0] for s in panel.langkah] == ["Realisasi", "Capaian", "Capaian"]
    assert panel.langkah[0].dengan_angka == "7,82 − 7,9 = −0,08"
    assert panel.lanjutan == []


def test_a_mean_opens_the_panels_of_its_members(report):
    panel = report.panel(f"ringkasan.0.rata_rata_persen.{report.isi.params.dokumen_target}.{report.isi.tahun}")
    assert set(panel.lanjutan) >= {f"indikator.{k}.capaian_persen.{report.isi.params.dokumen_target}.{report.isi.tahun}"
                                   for k in report.isi.nama_indikator}  # fmt: skip


def test_no_panel_is_longer_than_three_reckonings_and_every_one_leads_on(report, panels):
    for panel in panels:
        assert len(panel.langkah) <= 3
        origins = report.bahan.ledger.asal(panel.id)
        assert bool(panel.bahan) or not origins, panel.id


def test_every_cell_that_a_panel_leads_to_is_on_the_sources_page(report, panels):
    tables = [t.tabel for t in daftar_tabel(report.bahan.tempat.data, report.isi.deklarasi)]
    there = {b.jangkar for t in tables for b in t.baris} | {i for t in tables for b in t.baris for i in b.id_sel}
    links = {x.tautan.partition("#")[2] for p in panels for b in p.bahan for x in b.letak}
    assert {a for a in links if "-yml-" not in a} <= there
    assert len(links) > 100


def test_no_key_of_the_machine_is_shown(report, panels):
    """But a code that the agency itself gives, which has no name."""
    for panel in panels:
        for text in (panel.judul, *(s.apa for s in panel.langkah), *(b.apa for b in panel.bahan)):
            assert "_" not in text, text
            assert not re.search(r"\b(lkip|pk|nan|None|tw\d)\b|<NA>", text), text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    rows = [
        {"id": "c", "asal": "hitung", "besaran": text, "subjek": text, "label": text, "rumus": "r", "dari": "i"},
        {"id": "i", "asal": "koreksi", "besaran": text, "subjek": text, "dokumen": text, "lingkup": text}
        | {"tercetak": text, "berkas": f"{text}.csv", "baris": 2, "kolom": text, "label": text},
    ]
    ledger = Ledger(tabel([{"status_nilai": "angka", **r} for r in rows]))
    panel = Penjejak(ledger, Sebutan(tempat={"i": text}), {"i": text}, {}).panel("c", (("X-01", text),))
    tree = BeautifulSoup(panel._repr_html_(), "html.parser")
    tags = {"div", "button", "p", "ul", "li", "strong", "small", "a", "em", "br"}
    assert {e.name for e in tree.find_all()} <= tags
    assert not {a for e in tree.find_all() for a in e.attrs if a.startswith("on")}
    assert f"dikoreksi menjadi {text}" in tree.get_text()
    assert tree.em.get_text() == text


def test_only_what_is_printed_stands_between_quotation_marks():
    report = computed("disnaker-kota-bekasi", 2024)
    stated = report.ledger[report.ledger["asal"].isin(["masukan", "tercetak"])]
    printed = {t for text in stated["tercetak"] for t in text.split(" | ")}
    assert set(report.koreksi["become"]) - printed - {""}  # what a correction puts there is printed nowhere
    for id in report.koreksi["id"]:
        shown = BeautifulSoup(report.panel(id)._repr_html_(), "html.parser").select_one("ul.bahan")
        for reason in shown.select("em"):
            reason.decompose()
        assert set(re.findall("“([^”]*)”", shown.get_text())) <= printed

"""The document: every figure in it is the ledger's, and nothing of the machine shows through."""

import math
import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from lkip_lib import buka
from lkip_lib.ledger import id_induk
from lkip_lib.narrative.kalimat.simpulan import asal_perjanjian
from tests.project import AKAR, computed, tables

YEARS = sorted(
    (p.parent.name, int(p.name)) for p in (AKAR / "data").glob("*/20[0-9][0-9]") if (p / "indikator.csv").exists()
)
DIFFERENCES = ("selisih", "sisa_per_tahun")
SHORT = {"juta": 1e6, "miliar": 1e9, "triliun": 1e12}  # amounts as prose writes them
FALLS, RISES = {"turun", "rendah", "membaik"}, {"naik", "tinggi", "membaik"}  # a rank says neither
MACHINE = re.compile(r"\b(None|nan|NaN|NA|undefined|true|false|True|False|null|dtype|object at)\b|\{\{|\}\}|\{%|<NA>")


@pytest.fixture(scope="module", params=YEARS, ids=lambda y: f"{y[0]}-{y[1]}")
def report(request):
    return computed(*request.param)


def chapters(report):
    """Read the chapters, for a test to take something out of them."""
    return [BeautifulSoup(bab.html, "html.parser") for bab in report.naskah]


@pytest.fixture(scope="module")
def document(report):
    """The chapters, to be looked at only."""
    return chapters(report)


@pytest.fixture(scope="module")
def shown(report):
    """The tables, to be looked at only."""
    return [BeautifulSoup(t._repr_html_(), "html.parser") for t in tables(report)]


def number(text):
    """Read what is written as a person would: dots group, the comma opens the decimals."""
    plain = text.lstrip("+").replace("−", "-").replace("Rp", "").removesuffix("%").replace(".", "")
    for word in (" poin", *(f" {s}" for s in SHORT)):
        plain = plain.removesuffix(word)
    assert re.fullmatch(r"-?\d+(,\d+)?", plain), text
    return float(plain.replace(",", ".")), len(plain.partition(",")[2])


def said(row, text, report):
    """Tell whether a text is what a ledger row holds, within the decimals that are written."""
    if isinstance(row["label"], str) and row["label"]:
        return text == row["label"]
    if math.isnan(row["nilai"]):
        printed = row["tercetak"] or report.bahan.ledger[id_induk(row["dari"])[0]]["tercetak"]
        percent = row["satuan"].casefold() in ("persen", "%") and printed[-1:].isdigit()
        return text == printed + "%" * percent
    value, decimals = number(text)
    if (short := text.rpartition(" ")[2]) in SHORT:
        return row["satuan"] == "rupiah" and abs(value - row["nilai"] / SHORT[short]) <= 0.005 + 1e-9
    if row["nilai"] < 0 <= value and row["besaran"] in (*DIFFERENCES, "residu_pagu_rp"):
        value = -value  # the word before it says "turun"; see below
    unit = row["satuan"].casefold()
    signs = text.endswith("%") == (unit in ("persen", "%")) and (unit == "rupiah" or "Rp" not in text)
    return signs and abs(value - row["nilai"]) <= 0.5 * 10**-decimals + 1e-9 * abs(value)


def wrong(report, buttons):
    found = []
    for button in buttons:
        id = button["popovertarget"].removeprefix("jejak-")
        if id not in report.bahan.ledger or not said(report.bahan.ledger[id], button.get_text(), report):
            found.append((id, button.get_text()))
    return found


def test_there_are_years_with_and_without_results():
    assert {("disnaker-kota-bekasi", 2024), ("disnaker-kota-bekasi", 2026), ("dinas-contoh", 2025)} <= set(YEARS)


def test_every_figure_in_a_sentence_is_the_ledgers(report, document):
    for chapter in document:
        assert wrong(report, chapter.select("p button.angka, li button.angka")) == []


def test_every_figure_in_a_table_is_the_ledgers(report, shown):
    for tree in shown:
        assert wrong(report, tree.select("button.angka")) == []


def test_a_sentence_on_a_result_has_no_figure_without_its_trail(report):
    """Years, and what the analyst wrote or a document's name says, are the only bare numbers."""
    for chapter in chapters(report):
        for p in chapter.select("#bagian-ikhtisar > p, #bagian-analisis > h5 + p, #bagian-kesimpulan > p"):
            for button in p.select("button.angka, .rujuk"):
                button.decompose()
            names = [
                asal_perjanjian(report.isi),
                *report.isi.nama_indikator.values(),
                *report.isi.nama_sasaran.values(),
                report.isi.instansi.nama,
                *(b["tempat"] for b in report.isi.baris("kemungkinan")),
            ]
            text = " ".join(p.get_text().split())
            for name in names:
                text = text.replace(name, "")
            assert set(re.findall(r"\d[\d.,]*\d|\d", text)) <= {str(y) for y in range(2000, 2100)}, text


def test_a_word_says_the_sign_that_a_figure_leaves_out(report, document):
    for chapter in document:
        for button in chapter.select("p button.angka"):
            row = report.bahan.ledger[button["popovertarget"].removeprefix("jejak-")]
            before = "".join(t.get_text() for t in reversed([*button.previous_siblings])).casefold().split()
            word = next((w for w in reversed(before) if w in FALLS | RISES), "")
            if row["besaran"] in DIFFERENCES and button.get_text().strip("Rp")[0].isdigit() and row["nilai"]:
                assert word in (FALLS if row["nilai"] < 0 else RISES), button.parent


def test_every_trail_of_the_document_can_be_opened(report, document):
    for chapter in document:
        for button in chapter.select("button.angka"):
            trail = report.jejak(button["popovertarget"].removeprefix("jejak-"))
            assert trail.langkah[0].teks
            assert any(s.tautan for s in trail.langkah), button


def test_nothing_of_the_machine_is_in_the_sentences(report):
    assert len(report.narasi)
    for text in report.narasi["kalimat"]:
        assert not MACHINE.search(text), text
        assert text == " ".join(text.split())
        assert text


def test_nothing_of_the_machine_is_in_the_chapters_and_tables(document, shown):
    for tree in document + shown:
        for text in tree.find_all(string=True):
            assert not MACHINE.search(text), text.parent


# Words of the machine's language that an Indonesian page has no use for; names of data files are code.
ENGLISH = re.compile(
    r"\b(the|and|of|with|from|table|figure|page|chapter|total|year|target of|value|achievement|budget|edition|yes)\b"
)


def test_no_english_is_left_over(report):
    for chapter in chapters(report):
        for code in chapter.select("code, .rumus"):
            code.decompose()
        own = chapter.get_text(" ").casefold()
        for name in report.isi.instansi.dasar_hukum:
            own = own.replace(name.casefold(), "")
        assert not ENGLISH.search(own), ENGLISH.search(own)


def test_no_punctuation_is_left_over(report):
    for text in report.narasi["kalimat"]:
        assert not re.search(r" [,.;:]|\.\.|,,|,\.|\(\)|\( | \)|%\.[A-Z]", text), text


def test_sentences_are_the_paragraphs_of_the_chapters_in_order(report):
    order = [bab.kode for bab in report.naskah]
    assert list(dict.fromkeys(report.narasi["bab"])) == [k for k in order if k in set(report.narasi["bab"])]
    for _, part in report.narasi.groupby("bab"):
        assert part["urut"].tolist() == list(range(1, len(part) + 1))


def test_the_headings_go_down_step_by_step(document):
    levels = [int(h.name[1]) for c in document for h in c.select("h1, h2, h3, h4, h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_ids_stand_once(document):
    ids = [e["id"] for c in document for e in c.select("[id]")]
    assert len(set(ids)) == len(ids)


def test_the_fall_of_unemployment_is_an_improvement():
    narration = computed("disnaker-kota-bekasi", 2024).narasi["kalimat"]
    assert any("turun 0,08 poin dari 7,90% pada 2023, yang berarti perbaikan." in t for t in narration)


def test_the_same_figure_is_written_the_same_in_sentence_and_table(report, document):
    """A percentage, an amount or a class is written one way, wherever it stands; prose may shorten an amount."""
    texts = {}
    for tree in [*document, BeautifulSoup(report.tabel("pengukuran")._repr_html_(), "html.parser")]:
        for button in tree.select("button.angka"):
            text = button.get_text().lstrip("+−").replace("Rp", "")
            if text.rpartition(" ")[2] not in SHORT:
                texts.setdefault(button["popovertarget"], set()).add(text.replace(",00%", "%"))
    assert {i: t for i, t in texts.items() if len(t) > 1} == {}


def test_what_stands_in_the_tables_is_not_said_to_be_missing(instansi_kecil):
    """Without this year's realisasi nothing can be compared, but the rest of the row is there."""
    instansi_kecil.write(
        "realisasi.csv",
        'indikator,tahun,lingkup,realisasi\nAKIP,2024,instansi,"64,17"\nTPT,2024,instansi,\nTPT,2024,nasional,"4,91"\n',
    )
    instansi_kecil.append("target.csv", "TPT,2026,renstra,8\n")
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    bab = next(bab for bab in report.naskah if "bagian-analisis" in bab.html)
    tree = BeautifulSoup(bab.html, "html.parser").select_one("#bagian-analisis")
    about = " ".join(tree.get_text(" ").split()).rpartition("Tingkat Pengangguran Terbuka")[2]
    assert "realisasinya belum diisi" in about
    assert "target akhir Renstra" not in about
    assert "angka nasional" not in about
    assert "menyerap 75,00% anggaran" in about
    assert "pagu dan realisasi program pendukung" not in about


def test_the_outline_names_the_sections_that_are_there(instansi_kecil):
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    naskah = {bab.kode: BeautifulSoup(bab.html, "html.parser") for bab in report.naskah}
    outline = next(t for t in naskah.values() if t.select_one("#bagian-sistematika")).select_one("#bagian-sistematika")
    for item in outline.select("li"):
        title, _, sections = " ".join(item.get_text().split()).partition(" memuat ")
        chapter = next(t for t in naskah.values() if t.get_text().strip().startswith(title))
        headings = [re.sub(r"^[\d.]+ ", "", " ".join(h.get_text().split())) for h in chapter.select("h3")]
        assert [h.casefold() for h in headings] == re.split("; (?:serta )?| serta ", sections.rstrip(".").casefold())

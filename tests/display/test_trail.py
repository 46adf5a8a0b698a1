"""The trail of a figure: its formula in words and in numbers, its inputs with the printed text and their place."""

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import Laporan
from lkip_lib.display.trail import jangkar, jejak
from lkip_lib.errors import MasukanSalah
from lkip_lib.ledger import Ledger, id_induk, tabel
from lkip_lib.publish.sources import daftar_tabel
from tests.display.test_figure import HOSTILE
from tests.project import computed

SISA = {"rumus": "sisa", "ungkapan": "sisa", "dari": "pagu_rp=p realisasi_rp=r"}
RUMUS = {"sisa": {"ungkapan": "(pagu_rp - realisasi_rp)", "kalimat": "pagu − realisasi", "sumber": "Praktik"}}


@pytest.fixture(scope="module")
def report() -> Laporan:
    return computed("disnaker-kota-bekasi", 2024)


def test_the_trail_of_tpt_shows_its_formula_with_the_numbers(report):
    first, *rest = report.lacak("capaian_mentah", "TPT").langkah
    assert first.teks == "108,54%"
    assert first.rumus == "(target − (realisasi − target)) ÷ target × 100"
    assert first.dengan_angka == "(8,55 − (7,82 − 8,55)) ÷ 8,55 × 100 = 108,538012"
    assert first.sumber_rumus == "PermenPANRB 8/2021"
    assert {s.tercetak for s in rest if s.tempat} >= {"8.55", "7,82"}


def test_the_trail_of_the_bounded_capaian_leads_through_the_unbounded_one(report):
    steps = report.lacak("capaian", "TPT").langkah
    assert [(s.dalam, s.teks) for s in steps[:2]] == [(0, "100,00%"), (1, "108,54%")]
    assert "(8,55 − (7,82 − 8,55)) ÷ 8,55 × 100 = 108,538012" in report.lacak("capaian", "TPT")._repr_html_()


def test_the_trail_of_the_absorption_is_a_division_of_what_was_printed(report):
    first = report.lacak("serapan", "0").langkah[0]
    assert first.dengan_angka == "15.450.065.461 ÷ 18.508.617.440 × 100 = 83,474984"


def test_every_computed_figure_leads_to_a_printed_cell(report):
    leads = {
        i: report.bahan.ledger.asal(i)
        for i in report.ledger.query("asal == 'hitung' and status_nilai == 'angka'")["id"]
    }
    without = [report.bahan.ledger[i] for i, origin in leads.items() if not origin]
    # Nobody writes weights for sasaran: they count alike.
    assert {(b["besaran"], b["nilai"]) for b in without} <= {("bobot", 1)}
    assert all(b["id"].partition(".")[0] in ("sasaran", "andaian_sasaran") for b in without)


@pytest.mark.parametrize("run", [("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025)])
def test_every_computed_number_is_written_out_with_the_numbers_it_took(run):
    """But what is one figure taken over, a count, and a bound that was met: there nothing is reckoned."""
    report = computed(*run)
    rows = report.ledger.query("asal == 'hitung' and rumus != 'dinyatakan'").dropna(subset="nilai")
    bare = [b for b in rows.to_dict("records") if not report.jejak(b["id"]).langkah[0].dengan_angka]
    for b in bare:
        taken_over = any(report.bahan.ledger[i]["nilai"] == b["nilai"] for i in id_induk(b["dari"]))
        counted = b["ungkapan"].startswith(("banyak_", "bobot_dipakai", "jumlah_orang"))
        assert taken_over or counted or b["nilai"] in (0, 100), b
    assert len(bare) < len(rows) / 3
    assert all(report.jejak(i).langkah[0].rumus for i in rows["id"])


def test_every_place_in_a_trail_is_a_row_of_the_sources(report):
    rows = {b.jangkar for t in daftar_tabel(report.bahan.tempat.data, report.isi.deklarasi) for b in t.tabel.baris}
    links = {s.tautan for i in report.ledger["id"] for s in report.jejak(i).langkah if s.tautan}
    assert len(links) > 100
    named = {link.removeprefix("sumber.html#") for link in links if "#koreksi-yml-" not in link}
    assert named - rows == set()


def test_a_correction_tells_its_reason(report):
    corrected = report.koreksi.iloc[0]
    step = report.jejak(corrected["id"]).langkah[0]
    assert step.asal == "dikoreksi"
    assert step.kata.startswith("dikoreksi menjadi " if corrected["become"] else "ditarik tanpa pengganti")
    assert corrected["reason"] in step.alasan
    assert corrected["evidence"] in step.alasan
    assert step.tautan == f"sumber.html#{jangkar('koreksi.yml', corrected['baris_koreksi'])}"
    assert corrected["reason"] in BeautifulSoup(report.jejak(corrected["id"])._repr_html_(), "html.parser").em.text


def test_a_negative_number_stands_in_brackets():
    rows = [
        {
            "id": "c",
            "asal": "hitung",
            "besaran": "sisa_rp",
            "nilai": 15,
            **SISA,
            "satuan": "rupiah",
        },
        {"id": "p", "asal": "masukan", "besaran": "pagu_rp", "nilai": 10, "satuan": "rupiah"},
        {"id": "r", "asal": "masukan", "besaran": "realisasi_rp", "nilai": -5, "satuan": "rupiah"},
    ]
    (first, *_) = jejak(Ledger(tabel([{"status_nilai": "angka", **r} for r in rows])), "c", {}, rumus=RUMUS).langkah
    assert first.dengan_angka == "10 − (−5) = 15"


def test_what_was_given_is_shown_in_full_and_what_was_computed_with_two_decimals():
    rows = [
        {"id": "c", "asal": "hitung", "besaran": "capaian_persen", "nilai": 78.515703, "rumus": "r", "dari": "p"},
        {"id": "p", "asal": "masukan", "besaran": "realisasi", "nilai": 0.3925, "tercetak": "0,3925"},
    ]
    steps = jejak(Ledger(tabel([{"status_nilai": "angka", **r} for r in rows])), "c", {}).langkah
    assert [s.teks for s in steps] == ["78,52", "0,3925"]


def test_what_is_counted_has_no_decimals_in_its_trail():
    counted = {"besaran": "realisasi", "nilai": 1250, "satuan": "Orang"}
    rows = [
        {"id": "c", "asal": "hitung", "rumus": "dinyatakan", "dari": "p", **counted},
        {"id": "p", "asal": "masukan", "tercetak": "1.250", **counted},
    ]
    steps = jejak(Ledger(tabel([{"status_nilai": "angka", **r} for r in rows])), "c", {}).langkah
    assert [s.teks for s in steps] == ["1.250", "1.250"]


def test_where_a_ratio_leads_is_written_as_a_ratio():
    rows = [
        {"id": "y", "asal": "hitung", "besaran": "proyeksi", "nilai": 17.4, "rumus": "proyeksi_lurus", "dari": "r"},
        {"id": "r", "asal": "hitung", "besaran": "realisasi", "nilai": 17.9, "rumus": "dinyatakan", "dari": "p"},
        {"id": "p", "asal": "masukan", "besaran": "realisasi", "nilai": 17.9, "tercetak": "1 : 17,9"},
    ]
    steps = jejak(Ledger(tabel([{"status_nilai": "angka", **r} for r in rows])), "y", {}).langkah
    assert [s.teks for s in steps] == ["1 : 17,4", "1 : 17,9", "1 : 17,9"]


def test_a_formula_whose_input_is_missing_is_not_half_filled():
    rows = [
        {
            "id": "c",
            "asal": "hitung",
            "besaran": "sisa_rp",
            **SISA,
            "status_nilai": "belum_diisi",
        },
        {"id": "p", "asal": "masukan", "besaran": "pagu_rp", "nilai": 10, "status_nilai": "angka"},
        {"id": "r", "asal": "masukan", "besaran": "realisasi_rp", "status_nilai": "belum_diisi"},
    ]
    first, _, missing = jejak(Ledger(tabel(rows)), "c", {}, rumus=RUMUS).langkah
    assert first.dengan_angka == ""
    assert (first.teks, missing.teks) == ("belum diisi", "belum diisi")


def test_a_trail_is_an_indented_list_with_links(report):
    trail = report.lacak("capaian_mentah", "TPT")
    tree = BeautifulSoup(trail._repr_html_(), "html.parser")
    assert [li["class"] for li in tree.select("ol.jejak > li")] == [[f"d{s.dalam}"] for s in trail.langkah]
    assert [a["href"] for a in tree.select("ol.jejak a")] == [s.tautan for s in trail.langkah if s.tautan]
    assert "tercetak “8.55”" in tree.get_text()


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_no_trail_shows_a_missing_value_as_a_word_of_the_machine(year):
    report = computed("disnaker-kota-bekasi", year)
    for i in report.ledger["id"]:
        for step in report.jejak(i).langkah:
            for text in (step.apa, step.teks, step.dengan_angka, step.tempat, step.alasan):
                assert not {"nan", "None", "NaN", "<NA>"} & set(text.replace(",", " ").split()), step


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    rows = [
        {"id": "c", "asal": "hitung", "besaran": text, "subjek": text, "label": text, "dari": "i"},
        {"id": "i", "asal": "koreksi", "besaran": text, "subjek": text, "dokumen": text, "lingkup": text}
        | {"tercetak": text, "berkas": f"{text}.csv", "baris": 2, "kolom": text, "label": text},
    ]
    trail = jejak(Ledger(tabel([{"status_nilai": "angka", "tahun": pd.NA, **r} for r in rows])), "c", {"i": text})
    tree = BeautifulSoup(trail._repr_html_(), "html.parser")
    assert {e.name for e in tree.find_all()} <= {"ol", "li", "span", "strong", "br", "a", "em"}
    assert {a for e in tree.find_all() for a in e.attrs} <= {"class", "href"}
    assert [e.get_text() for e in tree.select("strong")] == [text, text]
    assert tree.em.get_text() == text
    assert f"dikoreksi menjadi {text}" in tree.get_text()


def test_asking_for_what_is_not_there_names_the_nearest(report):
    with pytest.raises(MasukanSalah, match='Maksud Anda "TPT"'):
        report.lacak("capaian", "TPTT")
    with pytest.raises(MasukanSalah, match="capaian_persen"):
        report.lacak("capaiann_persen", "TPT")

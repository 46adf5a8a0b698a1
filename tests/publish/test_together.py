"""One realisasi changes: sentence, table, chart, class, trail, mean, efficiency and every form change with it."""

import re
import shutil
import subprocess
import zipfile

import pytest
from bs4 import BeautifulSoup
from python_calamine import CalamineWorkbook

from lkip_lib.buku.laporan import buka
from lkip_lib.places import tempat
from lkip_lib.publish import pdf
from lkip_lib.publish.paper import dokumen
from lkip_lib.publish.word import document as docx
from lkip_lib.publish.workbook import book as workbook
from tests.project import as_edition, copy_project

# The document for paper is as short as it can be and still tell of each indicator.
OUTLINE = """\
bab:
  - {kode: sampul, judul: Sampul, bagian: [{kode: sampul}]}
  - {kode: bab3, judul: Akuntabilitas Kinerja, bernomor: true, bagian: [{kode: analisis, judul: Analisis}]}
"""
BEFORE, AFTER = "85,20", "71,40"  # of a target of 84,00
SAID = "tahun 2025 adalah 71,40 dari target Perjanjian Kinerja 84,00; capaiannya 85,00%, belum tercapai."


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("proyek"))
    tempat("dinas-contoh", 2025, di=root).sistematika.write_text(OUTLINE, encoding="utf-8")
    before = buka("dinas-contoh", 2025, di=root)
    path = root / "data/dinas-contoh/2025/realisasi.csv"
    rows = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf'^(IKM,2025,\w+,instansi,)"{BEFORE}"', rf'\1"{AFTER}"', rows, flags=re.M), "utf-8")
    return before, buka("dinas-contoh", 2025, di=root)


@pytest.fixture(scope="module")
def document(reports):
    """The words that paper carries, with their spaces as one reads them."""
    return " ".join(BeautifulSoup(dokumen(as_edition(reports[1], "terbit")), "html.parser").get_text(" ").split())


def test_sentence_table_class_mean_and_efficiency(reports):
    old, new = reports
    rows = [r.indikator.set_index("kode").loc["IKM"] for r in reports]
    assert [round(r["capaian_persen"], 2) for r in rows] == [100.0, 85.0]
    assert [r["predikat"] for r in rows] == ["Sangat Tinggi", "Tinggi"]
    assert any(SAID in text for text in new.narasi["kalimat"])
    assert not any(SAID in text for text in old.narasi["kalimat"])
    cells = [BeautifulSoup(r.tabel("pengukuran").__html__(), "html.parser").get_text("|") for r in reports]
    assert [(BEFORE in c, AFTER in c) for c in cells] == [(True, False), (False, True)]
    means = [r.ringkasan.set_index("dipakai").loc["ya", "rata_rata_persen"] for r in reports]
    assert means[1] == pytest.approx(means[0] - 15 / 5)
    classes = [r.efisiensi.set_index("sasaran").loc[rows[0]["sasaran"], "tingkat_efisiensi"] for r in reports]
    assert classes == ["Efisien", "Target belum tercapai"]


def test_charts(reports):
    old, new = reports
    for chart, about in (("capaian_indikator", ()), ("tren", ("IKM",))):
        assert old.bagan(chart, *about)._repr_html_() != new.bagan(chart, *about)._repr_html_()
        assert "71,4" in new.bagan(chart, *about).alt
        assert "71,4" not in old.bagan(chart, *about).alt
    assert "85,00" in new.bagan("capaian_indikator").alt


def test_trail(reports):
    trail = reports[1].lacak("capaian_mentah", "IKM")
    assert trail.langkah[0].teks == "85,00%"
    assert any(s.tercetak == AFTER and s.tempat.startswith("realisasi.csv") for s in trail.langkah)


def test_word(reports, document, tmp_path):
    docx.tulis(as_edition(reports[1], "terbit"), tmp_path / "lkip.docx")
    with zipfile.ZipFile(tmp_path / "lkip.docx") as parts:
        body = BeautifulSoup(parts.read("word/document.xml"), "xml")
    text = "".join(t.get_text() for t in body.find_all("w:t"))
    assert SAID in text.replace("\u00a0", " ").replace("\u2060", "")
    assert SAID in document


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="memerlukan poppler-utils")
def test_pdf(reports, tmp_path):
    pdf.tulis(as_edition(reports[1], "terbit"), tmp_path / "lkip.pdf")
    text = subprocess.run(["pdftotext", tmp_path / "lkip.pdf", "-"], capture_output=True, check=True, text=True).stdout
    assert SAID in " ".join(text.split())


def test_workbook(reports, tmp_path):
    found = []
    for n, report in enumerate(reports):
        workbook.tulis(as_edition(report, "kerja"), tmp_path / f"{n}.xlsx")
        rows = CalamineWorkbook.from_path(tmp_path / f"{n}.xlsx").get_sheet_by_name("Indikator").to_python()
        (row,) = [r for r in rows if r[0] == "IKM"]
        found.append({round(c, 9) if isinstance(c, float) else c for c in row})
    assert {85.2, "Sangat Tinggi"} <= found[0]
    assert {71.4, 0.85, "Tinggi"} <= found[1]

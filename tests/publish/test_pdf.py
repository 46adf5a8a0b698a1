"""The PDF: tagged, paged, complete, and the same bytes every time."""

import base64
import re
import shutil
import subprocess
import zlib
from urllib.parse import unquote, urlsplit
from urllib.request import OpenerDirector

import pytest

from lkip_lib.buku.laporan import buka
from lkip_lib.publish import pdf
from tests.project import computed, published

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="memerlukan poppler-utils")


@pytest.fixture(scope="module")
def report():
    return computed("dinas-contoh", 2025)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return published(tmp_path_factory, "dinas-contoh", 2025, "terbit").keluaran / "lkip.pdf"


@pytest.fixture(scope="module")
def pages(made):
    text = subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, check=True, text=True).stdout
    return text.split("\f")[:-1]


def info(path, *options):
    return subprocess.run(["pdfinfo", *options, path], capture_output=True, check=True, text=True).stdout


def unpacked(path):
    """Return the objects of a PDF that stand compressed in it."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL)
    return b"".join(zlib.decompressobj().decompress(s) for s in streams if s.startswith(b"x"))


def test_two_builds_give_the_same_bytes(instansi_kecil, tmp_path):
    one, other = tmp_path / "lkip.pdf", tmp_path / "nama lain.pdf"
    for path in (one, other):
        pdf.tulis(buka("dinas-kecil", 2024, di=instansi_kecil.akar), path)
    assert one.read_bytes() == other.read_bytes()


def test_the_office_chooses_the_paper(instansi_kecil, tmp_path):
    instansi_kecil.params("naskah: {kertas: F4}\n")
    pdf.tulis(buka("dinas-kecil", 2024, di=instansi_kecil.akar), tmp_path / "lkip.pdf")
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info(tmp_path / "lkip.pdf")).groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (215, 330)


def test_it_is_tagged_and_says_what_it_is(report, made):
    said = info(made)
    assert re.search(r"Tagged:\s+yes", said)
    assert re.search(rf"Title:\s+Laporan Kinerja .*{report.isi.instansi.nama}", said)
    assert re.search(rf"Author:\s+{report.isi.instansi.nama}", said)
    assert re.search(r"pdfuaid:part", info(made, "-meta"))
    assert b"/Lang (id)" in unpacked(made)


def test_nothing_of_this_machine_is_in_it(made):
    assert str(pdf.TEMPLAT).encode() not in made.read_bytes()
    assert re.search(r"CreationDate:\s+Mon Feb 16 .*2026", info(made))


def test_every_font_comes_along(made):
    rows = subprocess.run(["pdffonts", made], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert rows
    assert all(re.search(r"Source|DejaVu", r) and r.split()[-5] == "yes" for r in rows)


def test_wide_tables_stand_on_turned_pages(made, pages):
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+)", info(made, "-f", "1", "-l", str(len(pages))))
    turned = [float(w) > float(h) for w, h in sizes]
    assert any(turned)
    assert not turned[0]


def test_the_contents_name_the_page_where_a_chapter_stands(pages):
    listed = next(p for p in pages if "Daftar Isi" in p)
    number = re.search(r"Bab III Akuntabilitas Kinerja[ .]+(\d+)", listed)[1]
    page = next(p for p in pages if re.search(r"^\s*BAB III\s*$", p, re.MULTILINE | re.IGNORECASE))
    assert page.split()[-1] == number


def test_front_matter_counts_in_roman_and_the_report_from_one(pages):
    assert pages[1].split()[-1] == "i"
    first = next(p for p in pages if re.search(r"^\s*Ikhtisar Eksekutif\s*$", p, re.MULTILINE))
    assert first.split()[-1] == "1"


def test_the_front_lists_are_numbered_through_and_none_stands_as_a_bare_heading(pages):
    body = next(i for i, p in enumerate(pages) if re.search(r"^\s*Ikhtisar Eksekutif\s*$", p, re.MULTILINE))
    front = pages[1:body]
    assert [p.split()[-1] for p in front] == ["i", "ii", "iii", "iv", "v"][: len(front)]
    (figures,) = [p for p in front if re.search(r"^\s*Daftar Gambar\s*$", p, re.MULTILINE)]
    assert "Gambar 1.1" in figures


OUTSIDE = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">
<image href="file:///etc/hostname" width="9" height="9"/>
<image xlink:href="http://127.0.0.1:9/a.png" width="9" height="9"/>
<use href="file:///etc/hostname#a"/><rect width="40" height="40"/></svg>"""


@pytest.fixture
def opened(monkeypatch):
    """Return the addresses that are opened while a PDF is made."""
    urls = []
    plain = OpenerDirector.open

    def recorded(self, request, *rest, **options):
        urls.append(getattr(request, "full_url", request))
        return plain(self, request, *rest, **options)

    monkeypatch.setattr(OpenerDirector, "open", recorded)
    return urls


@pytest.mark.parametrize(
    "body",
    [
        f'<img src="data:image/svg+xml;base64,{base64.b64encode(OUTSIDE.encode()).decode()}">',
        OUTSIDE,
        '<img src="file:///etc/hostname"><img src="http://127.0.0.1:9/a.png"><img src="gaya.css">',
        '<link rel="stylesheet" href="file:///etc/hostname"><style>@import "http://127.0.0.1:9/a.css";</style>',
        '<link rel="attachment" href="file:///etc/hostname"><object data="file:///etc/hostname"></object>',
        '<p style="background:url(http://127.0.0.1:9/a.png)">a</p>',
        "<style>@font-face{font-family:A;src:url(file:///etc/hostname)} p{font-family:A}</style><p>a</p>",
    ],
)
def test_nothing_but_the_document_and_its_fonts_is_read(monkeypatch, opened, tmp_path, body):
    monkeypatch.setattr(pdf, "dokumen", lambda _: f"<html lang=id><title>a</title><body>{body}<p>≤</p></body></html>")
    pdf.tulis(None, tmp_path / "a.pdf")
    files = {unquote(urlsplit(u).path).rpartition("/")[2] for u in opened if not u.startswith("data:")}
    assert files == {
        "DejaVuSans.ttf",
        "DejaVuSans-Bold.ttf",
        *(p.name for p in (pdf.TEMPLAT / "huruf").glob("*.woff2")),
    }
    assert "etc/hostname" not in unpacked(tmp_path / "a.pdf").decode("latin-1")


def test_its_figures_are_whole_and_nothing_is_missing_a_value(report, pages):
    text = "\n".join(pages)
    assert "Rp6.250.000.000" in text
    assert "5.968.150.000" in text
    assert not re.search(r"\b(None|nan|NaN)\b|popover|⟦", text)


def test_every_page_but_the_cover_says_whose_report_it_is(report, pages):
    head = f"{report.isi.instansi.nama} · Laporan Kinerja 2025"
    assert head not in pages[0]
    assert all(head in p for p in pages[1:])

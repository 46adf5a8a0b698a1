"""The document for paper: plain, numbered, and nothing of the screen left in it."""

import base64
import re

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import buka
from lkip_lib.narrative.document import Bab
from lkip_lib.publish.columns import LANSKAP, TEGAK, UKURAN, kisi, lebar_teks, ukur
from lkip_lib.publish.paper import dokumen, lambang, siapkan
from tests.project import as_edition, computed

TABEL = (
    '<div class="tabel{kelas}" tabindex="0" role="region" aria-label="x"><table><caption>Pagu</caption>'
    '<colgroup><col style="width:60%"><col><col></colgroup>'
    '<thead><tr><th scope="col">Program</th><th class="n">Pagu</th><th class="n">Realisasi</th></tr></thead><tbody>'
    '<tr id="a-1"><th scope="row">Penunjang</th><td class="n"><button type="button" class="angka bercatatan" '
    'popovertarget="jejak-a">15.450.065.461</button></td><td class="n">1</td></tr></tbody></table></div>'
)
WIDE = TABEL.format(kelas=" lanskap").replace("Penunjang", "Penunjang urusan pemerintahan daerah " * 3)
BAB = (
    '<section id="bab3"><h2>Bab III Akuntabilitas Kinerja</h2><h3>3.1 Capaian</h3>'
    '<p>Terealisasi (<button type="button" class="angka" popovertarget="jejak-a">95,49%</button>), '
    'lihat <a href="sumber.html#a-1">sumber</a> dan <a href="https://contoh.go.id">laman</a>.</p>'
    f"<h3>3.2 Anggaran</h3>{TABEL.format(kelas='')}{WIDE}"
    '<figure class="bagan"><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="Batang"><figcaption>Serapan</figcaption>'
    '</figure><div popover id="jejak-a">asal</div><script>1</script></section>'
)


def chapter(html=BAB, title="Bab III Akuntabilitas Kinerja", number=3):
    return siapkan(Bab("bab3", title, html, number))


def table(*rows, widths=()):
    cols = "".join(f'<col style="width:{w}%">' if w else "<col>" for w in widths)
    body = "".join("<tr>" + "".join(f'<td class="n">{c}</td>' for c in row) + "</tr>" for row in rows)
    return BeautifulSoup(f"<table><colgroup>{cols}</colgroup><tbody>{body}</tbody></table>", "html.parser").table


def test_figures_become_text_that_keeps_its_line():
    assert chapter().select_one("span.angka").get_text() == "(95,49%),"
    assert not chapter().select("button, script, [popover], [popovertarget], [tabindex], [role], tr[id]")


def test_a_drawing_for_a_desk_becomes_a_picture_that_keeps_its_size_and_the_one_for_a_telephone_goes():
    svg = (
        '<svg class="{}" role="img" aria-label="Garis &amp; titik" width="532pt" viewBox="0 0 532 208">'
        '<clipPath id="a"/></svg>'
    )
    figure = f'<figure class="bagan"><figcaption>Naik<span class="satuan"> Nilai</span></figcaption>{svg * 2}</figure>'
    paper = chapter(figure.replace("{}", "luas", 1).replace("{}", "sempit", 1))
    assert paper.find("svg") is None
    (picture,) = paper.select("img")
    assert picture["alt"] == "Garis & titik"
    drawn = base64.b64decode(picture["src"].partition(",")[2]).decode()
    assert 'viewBox="0 0 532 208"' in drawn
    assert "<clipPath" in drawn
    assert paper.figcaption.get_text() == "Naik"
    assert paper.select_one("figure .satuan, figure .catatan-tabel").get_text(strip=True) == "Nilai"


def test_links_stay_only_where_paper_can_follow_them():
    assert [a["href"] for a in chapter().select("a")] == ["https://contoh.go.id"]


def test_headings_start_at_the_first_level():
    assert [h.name for h in chapter().select("h1, h2, h3, h4")] == ["h1", "h2", "h2"]
    assert chapter().h1.get_text() == "Bab III Akuntabilitas Kinerja"


def test_a_wide_table_turns_its_page_and_takes_its_heading_along():
    lone = f"<section><h2>Lampiran</h2><h3>Rincian</h3><p>Singkat.</p>{WIDE}</section>"
    turned = chapter(html=lone).select_one("div.mendatar")
    assert [t.name for t in turned.find_all(recursive=False)] == ["h1", "h2", "p", "div"]


def test_neighbouring_wide_tables_share_the_turned_page():
    html = f"<section><h2>Lampiran</h2>{WIDE * 2}</section>"
    assert len(chapter(html=html).select("div.mendatar")) == 1


@pytest.mark.parametrize("widths", [(), (80, 10, 5, 5), (0, 0, 0, 0), (25, 25, 25, 25)])
def test_no_figure_is_wider_than_its_column(widths):
    row = ("Program Penunjang Urusan Pemerintahan", "15.450.065.461", "13.449.507.027", "88,50%")
    size = ukur(table(row, widths=widths), lanskap=False, padat=False)
    page = (LANSKAP if size.lanskap else TEGAK) / 25.4 * 72
    assert sum(size.lebar) == pytest.approx(100, abs=0.1)
    for text, percent in zip(row[1:], size.lebar[1:], strict=True):
        assert lebar_teks(text) * UKURAN[size.kelas] <= page * percent / 100


def test_a_crowded_table_gets_small_print_and_then_a_turned_page():
    assert ukur(table(["15.450.065.461"] * 4), lanskap=False, padat=False).kelas == ""
    assert ukur(table(["15.450.065.461"] * 8), lanskap=False, padat=False).kelas in ("padat", "rapat")
    assert ukur(table(["15.450.065.461"] * 12), lanskap=False, padat=False).lanskap


def test_a_page_is_turned_only_for_what_does_not_stand_upright_on_single_lines():
    assert not ukur(table(["Nama", "15.450.065.461"]), lanskap=True, padat=False).lanskap
    assert ukur(table(["satu sub kegiatan yang namanya panjang"] * 4), lanskap=True, padat=False).lanskap


def test_asked_widths_are_kept_when_everything_fits():
    size = ukur(table(["a", "b"], widths=(70, 30)), lanskap=False, padat=False)
    assert size.lebar == pytest.approx((70, 30))


def test_cells_that_span_stand_in_their_columns():
    html = '<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>'
    grid = kisi(BeautifulSoup(html, "html.parser").table)
    assert [[(s.kolom, s.rentang) for s in row] for row in grid] == [[(0, 1), (1, 2)], [(1, 1), (2, 1)]]


def test_the_emblem_comes_from_the_agencys_folder(tmp_path):
    assert lambang(tmp_path) == ""
    (tmp_path / "lambang.png").write_bytes(b"png")
    assert lambang(tmp_path).startswith("data:image/png;base64,")


GIVEN = """\
reviu:
  nomor: 700/9
  tanggal: 2025-03-01
  pereviu: {nama: Pereviu Kecil, jabatan: Inspektur}
  isi: [Kata pereviu sendiri.]
"""


@pytest.mark.parametrize("given", ["", GIVEN], ids=["not yet", "given"])
@pytest.mark.parametrize("edition", ["kerja", "reviu", "terbit"])
def test_a_reviewer_says_what_he_said_and_nothing_else(instansi_kecil, edition, given):
    instansi_kecil.write("instansi.yml", given)
    html = dokumen(as_edition(buka("dinas-kecil", 2024, di=instansi_kecil.akar), edition))
    assert ("Kata pereviu sendiri." in html) is (bool(given) and edition != "kerja")
    assert ("diisi pereviu" in html) is (not given and edition == "reviu")  # an empty form
    assert ("Edisi kerja" in html) is (edition == "kerja")


def test_what_another_than_the_agency_made_says_so_and_is_signed_by_nobody(instansi_kecil):
    instansi_kecil.write("instansi.yml", "kepala: {nama: Kepala Kecil, nip: '123'}\n")
    own = dokumen(buka("dinas-kecil", 2024, di=instansi_kecil.akar))
    instansi_kecil.params("penyusun: penelaah\n")
    html = dokumen(buka("dinas-kecil", 2024, di=instansi_kecil.akar))
    assert ("bukan dokumen resmi" in own, "tanda-tangan" in own, "NIP" in own) == (False, True, True)
    assert ("bukan dokumen resmi" in html, "tanda-tangan" in html, "NIP" in html) == (True, False, False)
    assert "<title>Telaah atas Laporan Kinerja" in html


def test_the_whole_document_says_where_its_parts_are_and_who_signs():
    report = computed("dinas-contoh", 2025)
    page = BeautifulSoup(dokumen(as_edition(report, "terbit")), "html.parser")
    assert page.html["lang"] == "id"
    ids = [t["id"] for t in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in page.select("nav a")} <= set(ids)
    (signature,) = page.select(".tanda-tangan")
    assert "Kata Pengantar" in signature.find_parent("section").get_text()  # the head signs his own words
    for text in ("Contoh, 16 Februari 2026", report.isi.instansi.kepala.nama, report.isi.instansi.kepala.nip):
        assert text in signature.get_text()


@pytest.mark.parametrize("run", [("disnaker-kota-bekasi", 2026), ("dinas-contoh", 2024)])
def test_a_year_with_little_told_is_written_without_gaps(run):
    text = BeautifulSoup(dokumen(as_edition(computed(*run), "terbit")), "html.parser").get_text(" ")
    assert not re.search(r"\b(None|nan|NaN|undefined)\b", text)

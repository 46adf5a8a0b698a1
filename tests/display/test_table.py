"""A table as it is shown: caption, scope, widths, and nothing from a cell that becomes markup."""

import re

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from lkip_lib.buku.laporan import buka
from lkip_lib.display import Angka, Baris, Kolom, Tabel
from lkip_lib.display.table import kelas_sel
from lkip_lib.publish.html import HALAMAN, bungkus
from lkip_lib.publish.shell import TEMPLAT
from lkip_lib.publish.sources import daftar_tabel, daftar_yaml
from tests.display.test_figure import HOSTILE
from tests.project import tables

ATTRIBUTES = {"class", "tabindex", "role", "aria-label", "scope", "style", "id", "href", "type", "popovertarget"}


def soup(shown):
    return BeautifulSoup(shown._repr_html_(), "html.parser")


def hostile(html):
    """Name what a hostile cell has turned into: a script, or an attribute that no template writes."""
    tree = BeautifulSoup(html, "html.parser")
    return [e.name for e in tree.select("script, b, iframe, object, base, form")] + [
        a for e in tree.find_all() for a in e.attrs if a.startswith("on")
    ]


TABLE = Tabel(
    "Capaian",
    [Kolom("Indikator", lebar=60), Kolom("Capaian", angka=True, lebar=40)],
    [Baris(["A", Angka("x", "98,72%")]), Baris(["B", "–"], tingkat=1, kelas="jumlah", jangkar="baris-2")],
    "Catatan kaki.",
)


def test_a_table_has_caption_and_scopes():
    tree = soup(TABLE)
    assert tree.caption.get_text() == "Capaian"
    assert [(h["scope"], h.get_text()) for h in tree.thead.select("th")] == [("col", "Indikator"), ("col", "Capaian")]
    assert [(h["scope"], h.get_text()) for h in tree.tbody.select("th")] == [("row", "A"), ("row", "B")]
    assert [len(r.find_all(["th", "td"])) for r in tree.select("tr")] == [2, 2, 2]


def test_it_scrolls_in_a_named_region_that_takes_the_focus():
    (region,) = soup(TABLE).select("div.tabel")
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Capaian")


def test_figures_stand_at_the_right_and_keep_their_button():
    tree = soup(TABLE)
    assert [c["class"] for c in tree.select("td")] == [["n"], ["kata"]]
    assert tree.td.button["popovertarget"] == "jejak-x"


@pytest.mark.parametrize(
    ("cell", "classes"),
    [
        ("18.508.617.440", ["n"]), ("Rp. 18.508.617,440,-", ["n"]), ("80 - 90%", ["n"]), ("132 Usaha", ["n"]),
        (Angka("x", "98,72%"), ["n"]), (Markup('<span class="saran">mungkin</span> 108,54%'), ["n"]),
        ("–", ["kata"]), ("", ["kata"]), ("tak terhitung", ["kata"]), (Angka("x", "belum diisi", ada=False), ["kata"]),
        ("91 - 100; 76 - 90; 66 - 75; 51 - 65; ≤ 50", None), ("Nilai Akuntabiltas Kinerja Pemerintah (AKIP)", None),
    ],
)  # fmt: skip
def test_only_a_figure_is_kept_on_one_line(cell, classes):
    """A word that stands for a figure stands where it would; what is quoted reads like any text."""
    table = Tabel("X", [Kolom("A"), Kolom("B", angka=True)], [Baris(["a", cell])])
    assert soup(table).td.get("class") == classes


def test_rows_carry_level_class_and_anchor():
    row = soup(TABLE).find(id="baris-2")
    assert row["class"] == ["jumlah"]
    assert row.th["class"] == ["t1"]


def test_widths_are_kept_when_every_column_names_one():
    assert [c["style"] for c in soup(TABLE).select("col")] == ["width:60%", "width:40%"]
    assert soup(TABLE).table["class"] == ["tetap"]
    loose = Tabel("X", [Kolom("A", lebar=60), Kolom("B")], TABLE.baris)
    assert not soup(loose).table.has_attr("class")


def test_the_note_stands_below_the_table():
    assert soup(TABLE).select_one(".tabel + p.catatan-tabel").get_text() == "Catatan kaki."


@pytest.mark.parametrize(("note", "said"), [("", "belum ada data."), ("tidak ada koreksi.", "tidak ada koreksi.")])
def test_a_table_without_rows_is_a_sentence(note, said):
    tree = soup(Tabel("Koreksi", TABLE.kolom, [], note))
    assert tree.table is None
    assert tree.p.get_text() == f"Koreksi: {said}"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    table = Tabel(
        text, [Kolom(text), Kolom(text)], [Baris([text, text], kelas=text, jangkar=text)], f"{text} di catatan"
    )
    tree = soup(table)
    assert hostile(str(table._repr_html_())) == []
    assert tree.caption.get_text() == text
    assert tree.div["aria-label"] == text
    assert {c.get_text() for c in tree.select("th, td")} == {text}
    assert tree.select_one("tbody tr")["id"] == text
    assert tree.select_one(".catatan-tabel").get_text() == f"{text} di catatan"
    assert {a for e in tree.find_all() for a in e.attrs} <= ATTRIBUTES
    assert soup(Tabel(text, [], [], text)).p.get_text() == f"{text}: {text}"


@pytest.fixture
def hostile_report(instansi_kecil):
    """An agency whose every free text is an attack."""
    attack = '<script>alert(1)</script>"" onmouseover=""x <b>tebal</b>'
    instansi_kecil.replace("indikator.csv", "Nilai AKIP", f'"{attack}"')
    instansi_kecil.replace("indikator.csv", "Tingkat Pengangguran Terbuka,Persen", f'TPT,"{attack}"')
    instansi_kecil.replace("anggaran.csv", "kode,induk,tingkat,", "kode,induk,tingkat,nama,")
    for old in ("0,,instansi,", "A,0,program,", "B,0,program,"):
        instansi_kecil.replace(
            "anggaran.csv",
            f"{old}S" if "program" in old else old,
            f'{old}"{attack}",' + ("S" if "program" in old else ""),
        )
    plain = attack.replace('""', '"')
    quoted = plain.replace("'", "''")
    instansi_kecil.write(
        "instansi.yml",
        f"nama: '{quoted}'\npemerintah: '{quoted}'\ntugas: ['{quoted}']\ndasar_hukum: ['{quoted}']\n"
        f"isu_strategis: ['{quoted}']\nkepala: {{nama: '{quoted}', jabatan: '{quoted}'}}\n",
    )
    instansi_kecil.write(
        "analisis.yml",
        f"permasalahan: ['{quoted}']\nrekomendasi: ['{quoted}']\nindikator:\n  AKIP:\n    sebab: ['{quoted}']\n"
        f"    hambatan: ['{quoted}']\n    upaya: ['{quoted}']\n    tindak_lanjut: ['{quoted}']\n",
    )
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert report.indikator["nama"][0] == plain
    return report


def test_a_hostile_agency_reaches_no_table_chapter_chart_or_trail(hostile_report):
    shown = [*tables(hostile_report), *hostile_report.naskah]
    shown += [hostile_report.bagan("pohon_kinerja"), hostile_report.pekerjaan]
    shown += [show(i) for i in hostile_report.ledger["id"] for show in (hostile_report.jejak, hostile_report.panel)]
    for s in shown:
        assert hostile(s._repr_html_()) == [], repr(s)


def test_a_hostile_agency_reaches_no_page(hostile_report):
    content = "".join(f"<section>{bab._repr_html_()}</section>" for bab in hostile_report.naskah)
    content += "".join(t._repr_html_() for t in tables(hostile_report))
    page = next(h for h in HALAMAN if h.berkas == "lkip.html")
    tree = BeautifulSoup(bungkus(hostile_report, page, Markup(content)), "html.parser")
    assert tree.title.get_text().startswith(page.judul)
    for own in tree.select("body > script"):  # ours, allowed by its hash
        own.extract()
    assert hostile(str(tree)) == []


def test_hostile_input_stays_text_on_the_sources_page(hostile_report):
    folder = hostile_report.bahan.tempat.data
    tables = daftar_tabel(folder, hostile_report.isi.deklarasi)
    assert {t.berkas for t in tables} >= {"indikator.csv", "target.csv", "realisasi.csv", "anggaran.csv"}
    for table in tables:
        assert hostile(table.tabel._repr_html_()) == []
    assert [y.nama for y in daftar_yaml(folder)] == ["analisis.yml", "instansi.yml"]


def test_a_column_without_anything_in_it_is_left_out():
    columns = [Kolom("Kode"), Kolom("Nama"), Kolom("TW I", angka=True), Kolom("TW II", angka=True)]
    rows = [Baris(["Kelompok"]), Baris(["", "A", "–", "3"]), Baris(["", "B", "", "–"])]
    short = Tabel("Target", columns, rows, kepala=1).tanpa_kosong()
    assert [k.judul for k in short.kolom] == ["Kode", "Nama", "TW II"]
    assert [list(b.sel) for b in short.baris] == [["Kelompok"], ["", "A", "3"], ["", "B", "–"]]
    assert Tabel("Target", columns, []).tanpa_kosong().kolom == columns


def test_a_figure_is_never_broken_on_the_page():
    css = (TEMPLAT / "gaya.css").read_text()
    assert re.search(r"table\.tetap td\.n \{ white-space: nowrap; \}", css)
    assert re.search(r"table\.tetap:has\(td\.n\) \{ table-layout: auto; ", css)


def test_what_stands_under_a_figure_does_not_widen_its_place_on_a_card():
    cell = Markup("101,43% <small>dihitung 100,00%</small>")
    assert kelas_sel(cell, Kolom("Capaian", angka=True), True) == "n"


def test_a_table_of_four_columns_stays_one_where_one_of_five_becomes_cards():
    row = ["Meningkatnya mutu layanan", "100,00%", "95,55%", "Efisien", "96,87%"]
    heads = [Kolom("Sasaran"), *(Kolom(n, angka=True) for n in ("Capaian", "Serapan", "Tingkat", "Lain"))]
    assert not Tabel("T", heads[:4], [Baris(row[:4])]).kartu
    assert Tabel("T", heads, [Baris(row)]).kartu

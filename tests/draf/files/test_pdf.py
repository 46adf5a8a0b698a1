"""A PDF's ruled tables are read as Word's are; those without rules are lost, and told."""

from __future__ import annotations

import pytest

from lkip_lib.draf.files import pdf, pdf_bounds
from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.findings.figures import DIBACA, TIDAK
from lkip_lib.draf.reading import baca_naskah
from lkip_lib.draf.results import highlights
from lkip_lib.draf.run import periksa_draf
from lkip_lib.errors import MasukanSalah
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, UANG, UKUR, angka_kekal

pytest.importorskip("pdfplumber")

KALIMAT = "Indeks Layanan Warga tahun 2024 mencapai 82."
KOTAK = "td { border: .6pt solid black }"
DATAR = "td { border-bottom: .6pt solid black } tr:first-child td { border-top: .6pt solid black }"
_GAYA = (
    "@page { size: A5 landscape; margin: 10mm } table { border-collapse: collapse; width: 100% } td { padding: 3pt }"
)


def _baris(isi):
    return "".join("<tr>" + "".join(f"<td>{s}</td>" for s in b) + "</tr>" for b in isi)


def _pdf(path, garis: str, *isi):
    """Write a PDF: a text is a paragraph, or a whole table's HTML; rows are a table."""
    from weasyprint import HTML

    badan = [s if isinstance(s, str) and s.startswith("<") else f"<p>{s}</p>" if isinstance(s, str)
             else f"<table>{_baris(s)}</table>" for s in isi]  # fmt: skip
    HTML(string=f"<style>{_GAYA} {garis}</style>{''.join(badan)}").write_pdf(str(path))
    return baca_draf(path)


@pytest.mark.parametrize("garis", [KOTAK, DATAR])
def test_a_table_with_rules_around_or_only_across_is_read(tmp_path, garis):
    bacaan = baca_naskah(_pdf(tmp_path / "d.pdf", garis, JUDUL_UKUR, UKUR, JUDUL_UANG, UANG), 2024)
    assert [t.jenis for t in bacaan.tabel] == ["pengukuran", "anggaran"]
    dibaca = {(a.subjek, a.peran): a.nilai for a in bacaan.angka if a.ember == DIBACA and a.nilai is not None}
    assert dibaca["Indeks Layanan Warga", "capaian"] == 105
    assert dibaca["Kegiatan Antrean", "realisasi_rp"] == 1_800_000_000
    assert len(set(angka_kekal(bacaan))) == 1


def test_a_table_without_rules_is_lost_told_and_nothing_of_it_believed(tmp_path):
    naskah = _pdf(tmp_path / "d.pdf", "", JUDUL_UKUR, UKUR, "Kalimat sesudahnya menyebut 12 orang.")
    assert naskah.kabar == ("Tabel tanpa garis di halaman 1 tidak dibaca; angkanya tidak ditempatkan.",)
    angka = [a for a in baca_naskah(naskah, 2024).angka if a.tercetak in ("80", "84", "105,00", "10", "1")]
    assert len(angka) == 5
    assert {a.ember for a in angka} == {TIDAK}


def test_a_table_goes_on_over_the_page_below_its_running_head_with_the_cells_that_no_rule_closes(tmp_path):
    panjang = "".join(
        f"<tr><td rowspan=4>Jumlah Loket {n}</td>"
        + "</tr><tr>".join(f"<td>Triwulan {r}</td><td>{n}{i}</td>" for i, r in enumerate(("I", "II", "III", "IV")))
        + "</tr>"
        for n in range(1, 9)
    )
    kepala = "<thead><tr><td>Indikator Kinerja</td><td>Triwulan</td><td>Target</td></tr></thead>"
    gaya = f'{KOTAK} @page {{ margin-top: 20mm; @top-left {{ content: "Dinas Rekaan, halaman " counter(page) }} }}'
    naskah = _pdf(tmp_path / "d.pdf", gaya, "Tabel 2.4 Target per Triwulan 2024", f"<table>{kepala}{panjang}</table>")
    assert len(naskah.tabel) == 1
    assert max(p.halaman for p in naskah.paragraf) > 2
    target = {(a.subjek, a.periode): a.nilai for a in baca_naskah(naskah, 2024).angka if a.peran == "target"}
    assert target == {(f"Jumlah Loket {n}", f"tw{i + 1}"): n * 10 + i for n in range(1, 9) for i in range(4)}


def test_a_head_of_two_rows_that_the_page_cuts_is_one(tmp_path):
    lebar = "<col style='width: 10%'><col style='width: 40%'><col style='width: 25%'><col style='width: 25%'>"
    atas = "<tr><td>No</td><td>Indikator Kinerja</td><td colspan=2>Tahun 2024</td></tr>"
    isi = [["1", "Indeks Layanan Warga", "80", "84"], ["2", "Jumlah Loket", "12", "12"]]
    bawah = _baris([["", "", "Target", "Realisasi"], *isi])
    gaya = f"{KOTAK} table {{ table-layout: fixed }}"
    naskah = _pdf(
        tmp_path / "d.pdf", gaya, JUDUL_UKUR, f"<table>{lebar}{atas}</table>",
        f"<table style='break-before: page'>{lebar}{bawah}</table>",
    )  # fmt: skip
    assert len(naskah.tabel) == 1
    ada = {(a.subjek, a.peran, a.tahun): a.nilai for a in baca_naskah(naskah, 2024).angka if a.nilai is not None}
    assert ada["Indeks Layanan Warga", "target", 2024] == 80
    assert ada["Jumlah Loket", "realisasi", 2024] == 12


def test_a_table_inside_a_cell_is_read_once(tmp_path):
    luar = "<table><tr><td style='padding: 9pt'><table>{}</table></td><td>7</td></tr><tr><td>a</td><td>8</td></table>"
    dalam = luar.format(_baris(UKUR))
    bacaan = baca_naskah(_pdf(tmp_path / "d.pdf", KOTAK, JUDUL_UKUR, dalam), 2024)
    assert [a.nilai for a in bacaan.angka if a.peran == "capaian"] == [105, 120]
    assert sum(a.tercetak == "105,00" for a in bacaan.angka) == 1


def test_the_page_at_the_end_of_a_list_of_tables_is_no_figure(tmp_path):
    daftar = "Tabel 3.2 Perkembangan Indeks Layanan Warga 12"
    bacaan = baca_naskah(_pdf(tmp_path / "d.pdf", KOTAK, daftar, JUDUL_UKUR, UKUR), 2024)
    (halaman,) = (a for a in bacaan.angka if a.tercetak == "12")
    assert halaman.peran == "rujukan"


def test_highlights_lie_on_the_words_that_they_speak_of_and_the_file_itself_is_kept(tmp_path):
    import pdfplumber

    pytest.importorskip("pypdf")

    salah = [UKUR[0], [*UKUR[1][:-1], "99,00"], UKUR[2]]
    spasi = "<p style='break-before: page'>Sesudah ini tabelnya.</p>"
    _pdf(tmp_path / "d.pdf", KOTAK, spasi, JUDUL_UKUR, salah, f"{'Pembuka yang panjang. ' * 12}{KALIMAT}")
    hasil = periksa_draf(tmp_path / "d.pdf", [], 2024, tmp_path / "hasil")
    salinan = tmp_path / "hasil" / "d-bersorot.pdf"
    asli = (tmp_path / "d.pdf").read_bytes()
    assert salinan.read_bytes()[: len(asli)] == asli
    with pdfplumber.open(salinan) as pdf:
        disorot = {
            h.within_bbox((a["x0"] - 1, a["top"] - 1, a["x1"] + 1, a["bottom"] + 1)).extract_text(): a["contents"]
            for h in pdf.pages for a in h.annots
        }  # fmt: skip
    assert len(disorot) == len(hasil.pekerjaan) == 2
    assert "99,00" in disorot
    assert "105" in disorot["99,00"]
    (kalimat,) = (t for t in disorot if t != "99,00")
    assert KALIMAT.split()[-1].strip(".") in kalimat


@pytest.mark.parametrize("putar", [0, 90, 180, 270])
def test_a_highlight_is_in_its_place_on_a_page_that_is_turned(tmp_path, putar):
    import pdfplumber

    pypdf = pytest.importorskip("pypdf")
    pdf = pypdf.PdfWriter()
    pdf.add_blank_page(300, 200).rotate(putar)
    highlights._sorot(pdf, (1, 20, 30, 60, 45), "Periksa.")
    pdf.write(tmp_path / "d.pdf")
    with pdfplumber.open(tmp_path / "d.pdf") as lagi:
        (a,) = lagi.pages[0].annots
    assert [round(a[k], 3) for k in ("x0", "top", "x1", "bottom")] == [20, 30, 60, 45]


def test_a_damaged_pdf_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog")
    with pytest.raises(MasukanSalah, match="rusak") as salah:
        baca_draf(tmp_path / "d.pdf")
    assert len(salah.value.masalah) == 1


@pytest.mark.parametrize(
    ("modul", "batas", "sebab"),
    [(pdf, "_TERBANYAK", "lebih dari 1 halaman"), (pdf_bounds, "_TERURAI", "terlalu besar untuk dibaca")],
)
def test_a_pdf_without_bounds_is_refused(tmp_path, monkeypatch, modul, batas, sebab):
    monkeypatch.setattr(modul, batas, 1)
    with pytest.raises(MasukanSalah, match=sebab):
        _pdf(tmp_path / "d.pdf", "p { break-after: page }", "Satu 1", "Dua 2")

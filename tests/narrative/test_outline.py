"""The outline: what the regulation asks for is there, an agency may order it otherwise, a mistake is named."""

import re

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.narrative.outline import bagian_tersedia, sistematika
from tests.project import AKAR, computed

ASKED = re.findall(
    r"^\| (?!Yang|---)(.+?) \| `(\w+)`(?:: (.+?))? \|", (AKAR / "docs/kelengkapan.md").read_text("utf-8"), re.M
)


@pytest.fixture(scope="module")
def document():
    return BeautifulSoup("".join(b.html for b in computed("disnaker-kota-bekasi", 2024).naskah), "html.parser")


def test_the_checklist_is_read():
    assert len(ASKED) > 20


@pytest.mark.parametrize(("what", "section", "opening"), ASKED, ids=[a[0][:50] for a in ASKED])
def test_what_the_regulation_asks_for_is_there(document, what, section, opening):
    part = document.find(id=f"bagian-{section}")
    assert part is not None
    assert len(part.get_text(strip=True)) > 40
    if opening:
        assert any(opening in s.get_text() for s in part.select("p, tbody th"))


def test_every_section_that_exists_stands_in_an_outline_of_a_year_or_a_quarter():
    both = (sistematika(), sistematika(triwulan=True))
    assert {b.kode for outline in both for bab in outline.bab for b in bab.bagian} == set(bagian_tersedia())


def test_an_agency_orders_its_report_itself(instansi_kecil):
    (instansi_kecil.tempat.sistematika).write_text(
        "bab:\n  - {kode: sampul, judul: Sampul, bagian: [{kode: sampul}]}\n"
        "  - kode: satu\n    judul: Hasil\n    bernomor: true\n    bagian:\n"
        "      - {kode: capaian, judul: Capaian}\n      - {kode: data_pendukung, judul: Kosong}\n"
        "      - {kode: kesimpulan, judul: Simpulan}\n",
        encoding="utf-8",
    )
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert [b.judul for b in report.naskah] == ["Sampul", "Bab I Hasil"]
    headings = [h.get_text() for h in BeautifulSoup(report.bab("satu").html, "html.parser").select("h3")]
    assert headings == ["1.1 Capaian", "1.2 Simpulan"]  # a section without content takes no number


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        ("bab:\n  - {kode: a, judul: A, bagian: [{kode: capian}]}\n", ['"capian" tidak dikenal', "capaian", "baris 2"]),
        (
            "bab:\n  - {kode: a, judul: A, bagian: [{kode: capaian}]}\n"
            "  - {kode: a, judul: B, bagian: [{kode: efisiensi}]}\n",
            ["dipakai 2 kali"],
        ),
        ("bab:\n  - {kode: a, judul: A, bagain: [{kode: capaian}]}\n", ["bagain", "bagian"]),
    ],
)
def test_a_mistake_in_it_is_named(tmp_path, outline, said):
    path = tmp_path / "sistematika.yml"
    path.write_text(outline, encoding="utf-8")
    with pytest.raises(MasukanSalah) as refused:
        sistematika(path)
    assert all(s in str(refused.value) for s in said), str(refused.value)


def test_the_public_is_told_what_is_missing_and_not_where_to_type_it(monkeypatch):
    monkeypatch.setenv("LKIP_EDISI", "terbit")
    report = buka("disnaker-kota-bekasi", 2023, di=AKAR)
    html = "".join(b.html for b in report.naskah)
    assert "Tidak tersedia untuk indikator ini" in html
    assert "perlu" not in {c for e in BeautifulSoup(html, "html.parser").select("[class]") for c in e["class"]}
    assert not re.search(r"\.(csv|yml)\b", BeautifulSoup(html, "html.parser").find(id="bab3").get_text())

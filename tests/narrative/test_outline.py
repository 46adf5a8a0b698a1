"""The outline: what the regulation asks for is there, an agency may order it otherwise, a mistake is named."""

import re

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.narrative.brief import kabar
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
    assert "Sebab target belum tercapai dan upaya atau tindak lanjutnya tidak tersedia." in html
    assert "perlu" not in {c for e in BeautifulSoup(html, "html.parser").select("[class]") for c in e["class"]}
    assert not re.search(r"\.(csv|yml)\b", BeautifulSoup(html, "html.parser").find(id="bab3").get_text())


def test_evidence_is_shown_with_its_words_and_what_is_not_there_is_asked_for(instansi_kecil):
    lines = ["berkas: ada.png, keterangan: Pelatihan", "berkas: tiada.jpg, keterangan: Bursa kerja"]
    lines += ["berkas: pk.pdf, keterangan: PK bertanda tangan, untuk: perjanjian"]
    instansi_kecil.write("instansi.yml", "bukti:\n" + "".join(f"  - {{{line}}}\n" for line in lines))
    (instansi_kecil.tempat.data / "bukti").mkdir()
    (instansi_kecil.tempat.data / "bukti/ada.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "PK bertanda tangan belum ada" in buka("dinas-kecil", 2024, di=instansi_kecil.akar).bab("lampiran").html
    (instansi_kecil.tempat.data / "bukti/pk.pdf").write_bytes(b"%PDF-1.7")
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    part = BeautifulSoup(report.bab("bab3").html, "html.parser").select_one("#bagian-dokumentasi")
    (picture,) = part.select("figure img")
    assert picture["alt"] == "Pelatihan"
    assert "Bursa kerja belum ada" in part.get_text()
    assert "PK bertanda tangan: disertakan sebagai berkas pk.pdf" in report.bab("lampiran").html


def test_a_picture_that_is_none_is_refused(instansi_kecil):
    instansi_kecil.write("instansi.yml", "bukti: [{berkas: ada.png, keterangan: Pelatihan}]\n")
    (instansi_kecil.tempat.data / "bukti").mkdir()
    (instansi_kecil.tempat.data / "bukti/ada.png").write_bytes(b"<svg/>")
    with pytest.raises(MasukanSalah, match="bukan gambar PNG"):
        instansi_kecil.run()


def test_the_head_says_his_own_words_or_there_is_no_page(instansi_kecil, monkeypatch):
    instansi_kecil.write("instansi.yml", "kata_pengantar: [Kata kepala sendiri.]\n")
    assert "Kata kepala sendiri." in buka("dinas-kecil", 2024, di=instansi_kecil.akar).bab("pengantar").html
    instansi_kecil.write("instansi.yml", "nama: Dinas Kecil\n")
    assert "dengan kata-katanya sendiri" in buka("dinas-kecil", 2024, di=instansi_kecil.akar).bab("pengantar").html
    monkeypatch.setenv("LKIP_EDISI", "terbit")
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert "pengantar" not in [b.kode for b in report.naskah]
    assert any(line.startswith("Pengantar  belum ditulis") for line in kabar(report.isi))


def test_of_the_agreement_is_told_what_is_known(instansi_kecil):
    def said():
        html = buka("dinas-kecil", 2024, di=instansi_kecil.akar).bab("lampiran").html
        return [" ".join(p.get_text().split()) for p in BeautifulSoup(html, "html.parser").select("p")]

    assert any("nomor, tanggal, dan para pihak; isi perjanjian" in p for p in said())
    instansi_kecil.write(
        "instansi.yml",
        "kepala: {nama: Penanda Tangan Laporan}\nperjanjian:\n  nomor: '9'\n  tanggal: 2024-01-31\n"
        "  pihak_pertama: {nama: A, jabatan: Kepala}\n  pihak_kedua: {nama: B}\n",
    )
    agreement = " ".join(said())
    assert "Perjanjian itu bernomor 9, bertanggal 31 Januari 2024, dan dibuat antara A (Kepala) dan B" in agreement
    assert "Penanda Tangan Laporan" not in agreement

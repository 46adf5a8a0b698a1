"""A Word file is read as it would be once its changes are accepted, and within bounds."""

from __future__ import annotations

import zipfile

import docx
import pytest

from lkip_lib.draf.files.document import Paragraf
from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.files.word import UTAMA, baca_word
from lkip_lib.errors import MasukanSalah
from tests.draf.naskah import draf, tulis, ubah

_T = "<w:t>84</w:t>"


def _teks(naskah) -> str:
    return "\n".join(naskah.teks())


def test_paragraphs_are_numbered_as_word_numbers_them(tmp_path):
    naskah = baca_word(tulis(tmp_path / "d.docx", "Satu", "", [["a", "b"]], "Empat"))
    assert [(p.nomor, p.teks) for p in naskah.paragraf] == [(1, "Satu"), (2, ""), (3, "Empat")]


def test_a_change_is_read_as_accepted(tmp_path):
    path = tulis(tmp_path / "d.docx", "Capaian 84")
    hapus = '<w:del w:id="1"><w:r><w:delText>90</w:delText></w:r></w:del>'
    ganti = f'{hapus}<w:ins w:id="2"><w:r><w:t>91</w:t></w:r></w:ins></w:p>'
    ubah(path, UTAMA, lambda x: x.replace("</w:p>", ganti, 1))
    naskah = baca_word(path)
    assert naskah.paragraf[0].teks == "Capaian 8491"
    assert any("Perubahan terlacak" in k for k in naskah.kabar)


def test_hidden_text_is_left_out_and_told(tmp_path):
    path = tulis(tmp_path / "d.docx", "Nilai")
    ubah(path, UTAMA, lambda x: x.replace("</w:p>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r></w:p>", 1))
    naskah = baca_word(path)
    assert "99" not in _teks(naskah)
    assert any("tersembunyi" in k for k in naskah.kabar)


def test_a_text_box_is_read_once_and_numbered_after_its_table(tmp_path):
    path = tulis(tmp_path / "d.docx", "Awal", [["a", "b"]], "Akhir")
    kotak = (
        '<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice>'
        "<w:txbxContent><w:p><w:r><w:t>Kotak 12</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>Kotak 12</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    ubah(path, UTAMA, lambda x: x.replace("</w:p>", kotak, 1))
    naskah = baca_word(path)
    assert _teks(naskah).count("Kotak 12") == 1
    assert [p.bagian for p in naskah.paragraf if "Kotak" in p.teks] == ["kotak"]
    assert [p.nomor for p in naskah.paragraf if p.teks == "Akhir"] == [2]


def test_merged_cells_stand_where_they_begin(tmp_path):
    dokumen = docx.Document()
    tabel = dokumen.add_table(3, 3)
    tabel.cell(0, 0).merge(tabel.cell(0, 1)).text = "lebar"
    tabel.cell(1, 0).merge(tabel.cell(2, 0)).text = "turun"
    tabel.cell(2, 2).text = "7"
    dokumen.save(str(tmp_path / "d.docx"))
    kisi = baca_word(tmp_path / "d.docx").tabel[0].kisi
    assert kisi.baris == (("lebar", "", ""), ("turun", "", ""), ("", "", "7"))
    assert set(kisi.gabungan) == {((0, 0), (0, 1)), ((1, 0), (2, 0))}


def test_a_table_in_a_cell_follows_the_table_it_stands_in(tmp_path):
    dokumen = docx.Document()
    luar = dokumen.add_table(1, 2)
    luar.cell(0, 0).text = "luar"
    luar.cell(0, 1).add_table(1, 1).cell(0, 0).text = "dalam 5"
    dokumen.add_table(1, 1).cell(0, 0).text = "sesudah"
    dokumen.save(str(tmp_path / "d.docx"))
    tabel = baca_word(tmp_path / "d.docx").tabel
    assert [(t.nomor, t.kisi.baris[0][0], t.induk) for t in tabel] == [
        (1, "luar", None), (2, "dalam 5", (1, 1, 2)), (3, "sesudah", None)
    ]  # fmt: skip


def test_a_footnote_is_a_paragraph_after_the_body(tmp_path):
    path = draf(tmp_path / "d.docx")
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "a") as isi:
        isi.writestr(
            "word/footnotes.xml",
            f"<w:footnotes {ns}><w:footnote><w:p><w:r><w:t>angka 2023: 81</w:t></w:r></w:p></w:footnote></w:footnotes>",
        )
    akhir = baca_word(path).blok[-1]
    assert isinstance(akhir, Paragraf)
    assert (akhir.teks, akhir.bagian) == ("angka 2023: 81", "kaki")


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"PK\x03\x04rusak", "rusak"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "sandi"),
        (b"\x00\x01\x02\x03" * 40, "bukan berkas"),
        (b"", "bukan berkas"),
    ],
)
def test_what_is_no_draft_is_refused_in_one_sentence(tmp_path, isi, sebab):
    path = tmp_path / "d.docx"
    path.write_bytes(isi)
    with pytest.raises(MasukanSalah, match=sebab) as salah:
        baca_draf(path)
    assert len(salah.value.masalah) == 1


def test_an_entity_is_not_expanded(tmp_path):
    path = draf(tmp_path / "d.docx")
    bom = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    ubah(path, UTAMA, lambda x: x.replace("?>", f"?>{bom}", 1))
    with pytest.raises(MasukanSalah, match="definisi XML"):
        baca_draf(path)


def test_a_part_that_unpacks_too_large_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "d.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as isi:
        isi.writestr(UTAMA, b" " * 90_000_000)
    with pytest.raises(MasukanSalah, match="terlalu besar"):
        baca_draf(path)


def test_a_macro_is_told_and_not_looked_at(tmp_path):
    path = draf(tmp_path / "d.docx")
    with zipfile.ZipFile(path, "a") as isi:
        isi.writestr("word/vbaProject.bin", b"\0" * 10)
    assert any("Makro" in k for k in baca_word(path).kabar)

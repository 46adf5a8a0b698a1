"""What was found reaches the draft itself, a note to answer, a page, a folder's workbook and the next round."""

from __future__ import annotations

import re
import zipfile

import docx
import pytest

import lkip_lib
from lkip_lib import cli
from lkip_lib.draf.files.word import UTAMA, baca_word
from lkip_lib.draf.folder import baca_daftar, belum_masuk, periksa_folder
from lkip_lib.draf.run import periksa_draf
from lkip_lib.errors import MasukanSalah
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, SKALA, UANG, UKUR, draf, tulis


def _keliru(path, capaian="97,50", serapan="80,00"):
    ukur, uang = [list(b) for b in UKUR], [list(b) for b in UANG]
    ukur[1][6], uang[2][4] = capaian, serapan
    return tulis(path, "LAPORAN KINERJA TAHUN 2024", JUDUL_UKUR, ukur, JUDUL_UANG, uang)


def test_each_job_is_a_comment_at_its_cell_and_all_else_is_as_it_was(tmp_path):
    path = _keliru(tmp_path / "d.docx")
    hasil = periksa_draf(path, (), 2024, tmp_path / "h")
    salinan = tmp_path / "h" / "d-berkomentar.docx"
    dibuka = docx.Document(str(salinan))
    assert len(list(dibuka.comments)) == len(hasil.pekerjaan) >= 2
    sel = dibuka.tables[0].cell(1, 6)
    assert sel._tc.xpath(".//w:commentReference")
    with zipfile.ZipFile(path) as lama, zipfile.ZipFile(salinan) as baru:
        diganti = {UTAMA, "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}
        for nama in set(lama.namelist()) - diganti:
            assert lama.read(nama) == baru.read(nama), nama
    assert list(baca_word(salinan).teks()) == list(baca_word(path).teks())


def test_what_is_more_than_thirty_jobs_stands_in_a_table_at_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("lkip_lib.draf.results.comments.TERBANYAK", 1)
    hasil = periksa_draf(_keliru(tmp_path / "d.docx"), (), 2024, tmp_path / "h")
    dibuka = docx.Document(str(tmp_path / "h" / "d-berkomentar.docx"))
    assert len(list(dibuka.comments)) == 1
    assert len(dibuka.tables[-1].rows) == len(hasil.pekerjaan)


def test_the_note_to_answer_has_a_row_a_job_and_the_same_bytes(tmp_path):
    path = _keliru(tmp_path / "d.docx")
    hasil = periksa_draf(path, (), 2024, tmp_path / "a")
    periksa_draf(path, (), 2024, tmp_path / "b")
    a, b = (tmp_path / f / "catatan-hasil-reviu.docx" for f in "ab")
    tabel = docx.Document(str(a)).tables[0]
    assert [s.text for s in tabel.rows[0].cells] == ["No", "Tempat", "Kondisi", "Kriteria", "Saran", "Tanggapan"]
    assert len(tabel.rows) == len(hasil.pekerjaan) + 1
    assert a.read_bytes() == b.read_bytes()


def test_the_page_shows_the_cells_with_their_notes_and_fetches_nothing(tmp_path):
    path = _keliru(tmp_path / "d<b>.docx")
    periksa_draf(path, (), 2024, tmp_path / "h")
    halaman = (tmp_path / "h" / "draf.html").read_text(encoding="utf-8")
    assert "<mark>97,50</mark>" in halaman
    assert "d<b>" not in halaman
    assert not re.search(r'(?:src|href)="https?:', halaman)


def test_a_second_draft_tells_what_is_mended_open_and_new(tmp_path):
    periksa_draf(_keliru(tmp_path / "d.docx"), (), 2024, tmp_path / "h")
    hasil = periksa_draf(_keliru(tmp_path / "d.docx", capaian="105,00"), (), 2024, tmp_path / "h")
    putaran = next(b for b in hasil.baris if b.startswith("Dibandingkan"))
    assert re.match(r"Dibandingkan putaran lalu: [1-9]\d* selesai, [1-9]\d* masih terbuka, 0 baru\.", putaran)
    assert putaran in (tmp_path / "h" / "draf.html").read_text(encoding="utf-8")
    assert any(b.startswith("Selesai: Tabel 3.1") for b in hasil.baris)


def test_a_folder_tells_of_each_draft_what_is_mended(tmp_path):
    folder = tmp_path / "masuk"
    folder.mkdir()
    _keliru(folder / "d.docx")
    periksa_folder(folder, (), 2024, tmp_path / "h")
    _keliru(folder / "d.docx", capaian="105,00")
    _, baris = periksa_folder(folder, (), 2024, tmp_path / "h")
    assert re.search(r"Dibandingkan putaran lalu: [1-9]\d* selesai", baris[1])


def test_a_folder_gives_a_line_a_draft_though_one_cannot_be_read(tmp_path):
    folder = tmp_path / "masuk"
    folder.mkdir()
    draf(folder / "baik.docx")
    _keliru(folder / "keliru.docx")
    (folder / "rusak.docx").write_bytes(b"PK\x03\x04")
    semua, baris = periksa_folder(folder, (), 2024, tmp_path / "h")
    assert [s.berkas.name for s in semua if s.hasil is None] == ["rusak.docx"]
    assert baris[0] == "3 berkas, 2 terbaca."
    assert baris[1].startswith("keliru.docx: ")
    assert (tmp_path / "h" / "rekap-draf.xlsx").exists()
    assert not any("belum masuk" in b for b in baris)


def test_the_room_can_be_called_in_a_notebook(tmp_path):
    hasil = lkip_lib.draf(draf(tmp_path / "d.docx"), keluar=tmp_path / "h")
    assert set(hasil.tabel) >= {"indikator", "target", "realisasi", "anggaran"}
    assert len(hasil.angka) == len(hasil.hasil.bacaan.angka)


def test_a_list_of_what_is_expected_tells_who_is_late(tmp_path):
    daftar = "berkas,instansi,tenggat\nbaik,Dinas Baik,\ndinkes,Dinas Kesehatan,10 Januari 2025\n"
    (tmp_path / "daftar.csv").write_text(daftar, encoding="utf-8")
    for tenggat in ("10 Januari 2025", "2025-01-10"):
        (tmp_path / "daftar.csv").write_text(daftar.replace("10 Januari 2025", tenggat), encoding="utf-8")
        belum = belum_masuk(baca_daftar(tmp_path), [tmp_path / "baik.docx"])
        assert list(belum) == ["belum masuk: Dinas Kesehatan (tenggat 10 Januari 2025)"]


def test_a_list_names_the_files_that_belong_to_one_draft_alone(tmp_path, capsys):
    folder = tmp_path / "masuk"
    folder.mkdir()
    draf(folder / "satu.docx")
    draf(folder / "dua.docx")
    (folder / "pk-satu.txt").write_text("Indikator Kinerja\tTarget\nIndeks Layanan Warga\t85\n", encoding="utf-8")
    (folder / "daftar.csv").write_text("berkas,dengan\nsatu,pk-satu.txt\n", encoding="utf-8")
    semua, _ = periksa_folder(folder, (), 2024, tmp_path / "h")
    assert {s.berkas.name: s.berat for s in semua}.keys() == {"satu.docx", "dua.docx"}
    berpendamping = {s.berkas.name: any("pk-satu.txt" in t.pesan for t in s.hasil.temuan) for s in semua}
    assert berpendamping == {"satu.docx": True, "dua.docx": False}
    assert "2 dari 2: satu.docx" in capsys.readouterr().err
    (folder / "pk-satu.txt").unlink()
    with pytest.raises(MasukanSalah, match=r"daftar\.csv, baris 2, kolom dengan"):
        baca_daftar(folder)


def test_two_files_of_one_name_have_a_folder_each(tmp_path):
    folder = tmp_path / "masuk"
    folder.mkdir()
    draf(folder / "lkip.docx")
    (folder / "lkip.txt").write_text("Indikator\tTarget\tRealisasi\nNilai SAKIP\t60\t61\n", encoding="utf-8")
    periksa_folder(folder, (), 2024, tmp_path / "h")
    assert {p.name for p in (tmp_path / "h").iterdir() if p.is_dir()} == {"lkip_docx", "lkip_txt"}


def test_what_is_said_of_one_cell_is_one_job(tmp_path):
    hasil = periksa_draf(_keliru(tmp_path / "d.docx"), (), 2024, tmp_path / "h")
    sel = [p.utama.angka.letak for p in hasil.pekerjaan if p.utama.angka.tabel]
    assert len(sel) == len(set(sel)) > 0


def test_the_tables_become_a_new_year_only_when_told_and_by_a_map_that_a_person_looked_at(
    instansi_kecil, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("LKIP_AKAR", str(instansi_kecil.akar))
    perintah = ["draf", str(draf(tmp_path / "d.docx")), "--keluar", str(tmp_path / "h")]
    tulis_ini = [*perintah, "--tulis", "--instansi=dinas-baru"]
    baru, peta = instansi_kecil.akar / "data" / "dinas-baru", tmp_path / "h" / "peta.yml"
    assert cli.main(tulis_ini) == 2
    assert "belum diperiksa" in capsys.readouterr().err
    assert not baru.exists()
    peta.write_text(peta.read_text(encoding="utf-8").replace("diperiksa_oleh: ''", "diperiksa_oleh: Ani"), "utf-8")
    assert cli.main(perintah) == 0
    assert not baru.exists()
    assert cli.main(tulis_ini) == 0
    assert cli.main(["check", "2024", "--instansi=dinas-baru"]) == 0
    assert "0 kesalahan" in capsys.readouterr().out
    assert cli.main(tulis_ini) == 2


BATAS = "# milik kami\nbatas:\n  sampai-105: {judul: Paling tinggi 105, sumber: SK 1/2024, bawah: 0, atas: 105}\n"
SKALA_LAMA = """skala:
  kami:
    judul: Kami
    sumber: SK 1/2024
    untuk: capaian
    tepi: kiri_terbuka
    kelas: [{nama: Ya, bawah: 50}, {nama: Tidak, atas: 50}]
"""


@pytest.mark.parametrize("lama", ["", BATAS, BATAS + SKALA_LAMA])
def test_a_scale_that_the_draft_prints_is_written_with_its_year_beside_what_the_agency_has(
    instansi_kecil, tmp_path, monkeypatch, capsys, lama
):
    monkeypatch.setenv("LKIP_AKAR", str(instansi_kecil.akar))
    kebijakan = instansi_kecil.akar / "params" / "dinas-baru" / "kebijakan.yml"
    kebijakan.parent.mkdir()
    if lama:
        kebijakan.write_text(lama, encoding="utf-8")
    ukur = [[*b, kelas] for b, kelas in zip(UKUR, ("Kriteria", "Baik Sekali", "Baik Sekali"), strict=True)]
    isi = ("LAPORAN KINERJA TAHUN 2024", "Tabel 2.1 Skala Nilai Kinerja", SKALA, JUDUL_UKUR, ukur)
    perintah = ["draf", str(tulis(tmp_path / "d.docx", *isi)), "--keluar", str(tmp_path / "h")]
    cli.main(perintah)
    peta = tmp_path / "h" / "peta.yml"
    peta.write_text(peta.read_text(encoding="utf-8").replace("diperiksa_oleh: ''", "diperiksa_oleh: Ani"), "utf-8")
    assert cli.main([*perintah, "--tulis", "--instansi=dinas-baru"]) == 0
    assert str(kebijakan) in capsys.readouterr().out
    assert all(b in kebijakan.read_text(encoding="utf-8") for b in lama.splitlines())
    cli.main(["check", "2024", "--instansi=dinas-baru"])
    keluar = capsys.readouterr()
    assert "Kesalahan: " not in keluar.err
    assert "catatan" in keluar.out

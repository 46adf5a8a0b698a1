"""Dates of documents, titles of tables, and public sources that a person looked up."""

import pytest

from tests.checks.notes import claimed, notes, one


def document(agency, **isi):
    rows = "".join(f"    {k}: {v}\n" for k, v in isi.items())
    agency.write("sumber.yml", f"dokumen:\n  - judul: Dokumen\n{rows}")


@pytest.mark.parametrize(
    ("jenis", "tanggal", "level"),
    [
        ("pk", "2025-01-10", "peringatan"),
        ("pk", "2024-02-01", ""),
        ("pk_perubahan", "2024-11-20", ""),  # a changed budget changes the agreement late
        ("iku", "2024-11-28", "informasi"),
        ("iku", "2024-03-01", ""),
        ("renstra", "2023-06-01", ""),
        ("lkip", "2025-02-28", ""),
    ],
)
def test_a_document_dated_after_what_it_rules(instansi_kecil, jenis, tanggal, level):
    document(instansi_kecil, jenis=jenis, tahun=2024, tanggal=tanggal)
    semua = notes(instansi_kecil, "TAR-14")
    assert semua["tingkat"].tolist() == ([level] if level else [])
    assert set(semua["berkas"]) <= {"sumber.yml"}


def test_a_document_of_another_year_says_nothing_of_this_one(instansi_kecil):
    document(instansi_kecil, jenis="pk", tahun=2025, tanggal="2025-01-10")
    assert notes(instansi_kecil, "TAR-14").empty


@pytest.mark.parametrize(
    ("judul", "said"),
    [
        ("Tabel 3.1 Pengukuran Kinerja Tahun 2024", ""),
        ("TABEL 3.1. PENGUKURAN KINERJA TAHUN 2024", ""),
        ("Tabel 3.1 Pengukuran Kinerja Tahun 2023", 'di atas tabelnya "Pengukuran Kinerja Tahun 2023"'),
        ("Tabel 3.2 Ikhtisar", "tidak didaftar: Tabel 3.2"),
    ],
)
def test_titles_in_the_list_and_above_the_tables(instansi_kecil, judul, said):
    daftar = '["Tabel 3.1 Pengukuran Kinerja Tahun 2024, 12"]'
    document(instansi_kecil, daftar_tabel=daftar, judul_tabel=f'["{judul}"]')
    if said:
        assert said in one(instansi_kecil, "NAR-27")["penjelasan"]
    else:
        assert notes(instansi_kecil, "NAR-27").empty


RUJUKAN = """\
rujukan:
  - lembaga: Badan Statistik
    judul: Berita Resmi
    tanggal: {tanggal}
    indikator: TPT
    tahun: {tahun}
    nilai: "10,68"
"""


@pytest.mark.parametrize(
    ("tahun", "said"),
    [
        (2020, "10,68 adalah TPT 2020 menurut Badan Statistik, Berita Resmi (5 November 2020)."),
        (2023, "10,68 sesuai Badan Statistik, Berita Resmi (5 November 2020)."),
        (None, "7,90 (baris lain)."),
    ],
)
def test_a_public_source_says_of_which_year_a_value_is(instansi_kecil, tahun, said):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    claimed(instansi_kecil, 'P1,angka,realisasi,TPT,kota,2023,,"10,68",%,tahun lalu,Bab II')
    if tahun:
        instansi_kecil.write("sumber.yml", RUJUKAN.format(tahun=tahun, tanggal="2020-11-05"))
    note = one(instansi_kecil, "RUN-01")
    assert note["seharusnya"] == ""
    assert (said in note["penjelasan"]) == bool(tahun)


def test_evidence_that_is_named_and_not_there_is_a_note_and_what_is_there_is_none(instansi_kecil):
    instansi_kecil.write(
        "instansi.yml",
        "bukti:\n  - {berkas: ada.png, keterangan: Pelatihan las}\n  - {berkas: tiada.jpg, keterangan: Bursa kerja}\n",
    )
    (instansi_kecil.tempat.data / "bukti").mkdir()
    (instansi_kecil.tempat.data / "bukti/ada.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    note = one(instansi_kecil, "NAR-28")
    assert note["penjelasan"] == "Berkas bukti/tiada.jpg tidak ada, padahal disebut sebagai bukti."
    assert (note["tempat"], note["berkas"], note["tingkat"]) == (
        "instansi.yml, bukti: Bursa kerja", "instansi.yml", "peringatan",
    )  # fmt: skip
    (instansi_kecil.tempat.data / "bukti/tiada.jpg").write_bytes(b"\xff\xd8\xff")
    assert notes(instansi_kecil, "NAR-28").empty

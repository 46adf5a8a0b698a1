"""The tables of the report: nothing empty stands in them, and what belongs together stays so."""

import re

import pytest
from markupsafe import escape

from lkip_lib import buka
from lkip_lib.display import Angka
from lkip_lib.display.trail import jangkar
from lkip_lib.narrative.document import susun
from tests.project import as_edition, computed, tables

YEARS = [("dinas-contoh", 2025), ("disnaker-kota-bekasi", 2024), ("disnaker-kota-bekasi", 2026)]


@pytest.mark.parametrize("year", YEARS, ids=lambda y: f"{y[0]}-{y[1]}")
def test_no_column_is_empty(year):
    for table in tables(computed(*year)):
        rows = [b.sel for b in table.baris if len(b.sel) == len(table.kolom)]
        for n in range(table.kepala + 1, len(table.kolom) if rows else 0):
            assert any(str(r[n]) not in ("", "–") for r in rows), (table.judul, table.kolom[n].judul)


def test_a_row_that_goes_on_about_another_has_a_figure_and_stays_with_it(instansi_kecil):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    rows = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel("riwayat").baris
    assert [b.sel[0] for b in rows[:2]] == ["Nilai AKIP: realisasi", "capaian"]
    assert [b.kelas for b in rows[:2]] == ["", "lanjutan"]
    assert all(any(isinstance(s, Angka) and s.ada for s in b.sel) for b in rows if b.kelas)


@pytest.mark.parametrize(("total", "titles"), [("100.000.000", False), ("110.000.000", True)])
def test_what_does_not_add_up_has_a_column_only_where_something_does_not(instansi_kecil, total, titles):
    instansi_kecil.replace("anggaran.csv", "100.000.000", total)
    table = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel("anggaran")
    assert ("Selisih pagu" in [k.judul for k in table.kolom]) is titles
    assert table.catatan.startswith("Selisih = ") is titles


def test_a_card_says_what_was_chosen_for_it(instansi_kecil):
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,definisi,formulasi,asal\n"
        "AKIP,S1,Nilai AKIP,Nilai,naik,,Dinilai Inspektorat,\n"
        "TPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,Bagian penganggur.,Penganggur ÷ angkatan kerja,penyusun\n",
    )
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert [b.sel[1:3] for b in report.tabel("kartu_indikator").baris] == [
        ["Nilai; makin tinggi makin baik", "Dinilai Inspektorat"],
        ["Persen; makin rendah makin baik (menurut penyusun)", "Bagian penganggur. Penganggur ÷ angkatan kerja"],
    ]
    text = " ".join(susun(report.isi, "bab2", bergambar=False).html.split())
    assert "kisaran yang tidak tercetak dalam dokumen instansi ditetapkan penyusun data." in text


@pytest.mark.parametrize(("edition", "said"), [("kerja", True), ("terbit", False)])
def test_that_nothing_was_corrected_is_said_to_those_who_work_on_it(instansi_kecil, edition, said):
    report = as_edition(buka("dinas-kecil", 2024, di=instansi_kecil.akar), edition)
    assert ("Tidak ada angka yang dikoreksi" in susun(report.isi, "lampiran", bergambar=False).html) is said


def test_the_notes_stand_by_cause_each_with_its_place_and_the_others_of_it_folded(instansi_kecil):
    claims = [f"P{n},tahun,tahun_laporan,0,instansi,2023,2023,Tahun 2023,BAB {n}\n" for n in range(1, 5)]
    instansi_kecil.write(
        "tercetak/pernyataan.csv",
        "kode,jenis,besaran,subjek,lingkup,tahun,nilai,kutipan,sumber\n" + "".join(claims),
    )
    report = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    (row,) = (b for b in report.tabel("catatan_pemeriksaan").baris if "NAR-19" in b.jangkar)
    assert str(row.sel[1]).startswith("BAB 1<br>")
    assert "3 catatan lain bersebab sama" in row.sel[4]
    others = [i for i in report.pemeriksaan["id"] if i.startswith("NAR-19") and i != row.jangkar]
    assert len(others) == 3
    assert all(f'<li id="{i}"><strong>BAB ' in row.sel[4] for i in others)
    assert "2 pekerjaan, 1 memuat kesalahan" in report.tabel("ringkasan_catatan").catatan


def test_the_estimate_says_when_the_report_was_due(instansi_kecil):
    shown = {}
    for deadline in ("", "batas_laporan: 03-31\n"):
        instansi_kecil.params(f"tanggal_laporan: 2025-02-27\n{deadline}")
        shown[deadline] = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel("prascore")._repr_html_()
    assert "bertanggal 27 Februari 2025; batasnya 31 Maret 2025" in shown["batas_laporan: 03-31\n"]
    assert "batas waktunya tidak ditetapkan" in shown[""]


def test_the_estimate_follows_the_evaluations_own_numbers_and_leads_to_what_answers_it(instansi_kecil):
    rows = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel("prascore").baris
    codes = [str(row.sel[0]).split()[0] for row in rows if len(row.sel) > 1][:-1]
    assert codes == [f"3.{part}.{n}" for part, count in (("a", 6), ("b", 9), ("c", 7)) for n in range(1, count + 1)]
    by_code = dict(zip(codes, (row for row in rows if len(row.sel) > 1), strict=False))
    assert str(by_code["3.b.4"].sel[4]) == (
        '<a href="lkip.html#tabel-bab3-3">Tabel 3.3</a> sampai <a href="lkip.html#tabel-bab3-4">Tabel 3.4</a>'
    )
    assert "lkip.html#bagian-langkah" in str(by_code["3.b.9"].sel[4])  # a section without a table
    assert by_code["3.a.2"].sel[4] == "belum ada dalam laporan"
    assert by_code["3.b.4"].sel[5] == "target akhir Renstra setiap indikator"  # none is stated
    assert by_code["3.b.2"].sel[5] == ""  # nothing is left to raise


@pytest.mark.parametrize(("pagu", "total"), [("30.000.000", ["Rp40.000.000", "Rp32.000.000", "80,00%", ""]),
                                             ("", ["–", "Rp32.000.000", "–", ""])])  # fmt: skip
def test_kinds_of_belanja_have_their_sum(instansi_kecil, pagu, total):
    head = "kode,uraian,pagu,realisasi\n"
    rows = f"a,Belanja Pegawai,10.000.000,8.000.000\nb,Belanja Modal,{pagu},24.000.000\n"
    instansi_kecil.write("belanja.csv", head + rows)
    last = buka("dinas-kecil", 2024, di=instansi_kecil.akar).tabel("belanja").baris[-1]
    assert [str(s) for s in last.sel] == ["Jumlah", *total]


def test_a_correction_leads_with_the_place_in_the_agencys_document():
    first = computed("disnaker-kota-bekasi", 2024).tabel("koreksi").baris[0].sel[0]
    assert str(first).startswith("Tabel 3.6, A <small>")


def test_what_is_printed_is_named_as_people_name_it_and_stands_where_the_agency_prints_it():
    rows = computed("disnaker-kota-bekasi", 2024).tabel("replikasi_beda").baris
    first = rows[0].sel
    assert first[0] == "Capaian Tingkat Pengangguran Terbuka"
    assert str(first[1]).startswith("Tabel 3.1, baris 2 (TPT), Capaian 2024 <small>")
    assert not any(re.search(r"\b(lkip|S\d)\b", str(row.sel[0])) for row in rows)


def test_cells_read_alike_are_one_row_with_each_of_its_places():
    report = computed("disnaker-kota-bekasi", 2024)
    table = report.tabel("bacaan")
    html = table._repr_html_()
    assert len(table.baris) < 30
    for cell in report.isi.baris("bacaan"):
        assert jangkar(cell["berkas"], cell["baris"], cell["kolom"]) in html
        assert str(escape(cell["tercetak"])) in html

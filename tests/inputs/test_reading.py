"""A whole year's inputs: which files there must be and may be, and all problems at once."""

import os

import pytest

from lkip_lib.inputs.reading import baca
from tests.agency import BERKAS


@pytest.mark.parametrize("berkas", BERKAS)
def test_five_files_are_necessary(instansi_kecil, berkas):
    (instansi_kecil.tempat.data / berkas).unlink()
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.temuan) == (berkas, "Berkas ini tidak ada.")
    assert masalah.perbaikan.startswith("Buat berkasnya")


def test_five_files_are_enough(instansi_kecil):
    masukan = baca(instansi_kecil.tempat)
    assert set(masukan.tabel) == {"indikator", "target", "realisasi", "anggaran"}
    assert masukan.instansi.nama == "Dinas Kecil"


def kosongkan(instansi, *tabel):
    for nama in tabel:
        instansi.write(f"{nama}.csv", BERKAS[f"{nama}.csv"].partition("\n")[0])


@pytest.mark.parametrize("kosong", ["target", "realisasi", "anggaran"])
def test_a_table_may_still_be_without_rows(instansi_kecil, kosong):
    kosongkan(instansi_kecil, kosong)
    indikator = instansi_kecil.run().frames["indikator"]
    assert len(indikator) == 2
    assert indikator["capaian_persen"].isna().all() == (kosong != "anggaran")


def test_without_one_indicator_there_is_nothing_to_report(instansi_kecil):
    kosongkan(instansi_kecil, "indikator", "target", "realisasi", "anggaran")
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.temuan) == ("indikator.csv", "Belum ada satu indikator pun.")
    assert "contoh tidak ikut dibaca" in masalah.perbaikan


@pytest.mark.parametrize(
    ("berkas", "terdekat"),
    [("realisasii.csv", '"realisasi"'), ("Target.csv", '"target"'), ("koreski.yml", '"koreksi.yml"'),
     ("tercetak/hitung.csv", '"tercetak/hitungan"'), ("analisis.yaml", '"analisis.yml"')],
)  # fmt: skip
def test_an_unknown_file_names_the_nearest(instansi_kecil, berkas, terdekat):
    instansi_kecil.write(berkas, "kode\n")
    masalah = instansi_kecil.refusal()
    assert masalah.berkas == berkas
    assert "tidak dikenal" in masalah.temuan
    assert terdekat in masalah.perbaikan


def test_problems_of_all_tables_come_together(instansi_kecil):
    instansi_kecil.replace("target.csv", "AKIP,2024,pk", "AKIP,24,pkk")
    instansi_kecil.replace("realisasi.csv", "TPT,2024", "TP,2024")
    instansi_kecil.write("analisis.yml", "indikator:\n  AKP: {sebab: [Bukti belum lengkap]}\n")
    assert {(m.berkas, m.kolom) for m in instansi_kecil.refusals()} == {
        ("target.csv", "tahun"), ("target.csv", "dokumen"), ("realisasi.csv", "indikator"), ("analisis.yml", "")
    }  # fmt: skip


def test_a_broken_correction_hides_no_other_problem(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "B,0,program", "B,Z,program")
    instansi_kecil.write(
        "koreksi.yml",
        "koreksi:\n  - {berkas: sdm.csv, kunci: {kode: A}, kolom: asn, expect: '1', become: '2', "
        "reason: Salah menyalin angka, evidence: Tabel 1.1 baris pertama}\n",
    )
    assert {m.berkas for m in instansi_kecil.refusals()} == {"anggaran.csv", "koreksi.yml"}


def test_a_code_given_twice_is_told_once_and_not_for_each_reference(instansi_kecil):
    """The other code was lost by it: what refers to it is right."""
    instansi_kecil.replace("indikator.csv", "TPT,S2", "AKIP,S2")
    assert instansi_kecil.refusal().temuan == "Baris dobel: kode = AKIP."


@pytest.mark.skipif(os.name == "nt", reason="links need a right there, and pipes are no files")
@pytest.mark.parametrize(
    ("nama", "jenis"),
    [(n, j) for n in ("realisasi.csv", "kas.csv", "analisis.yml") for j in ("tautan", "tautan putus", "pipa")]
    + [("lambang.png", "tautan")],
)
def test_what_is_no_file_of_the_folder_is_named_and_never_read(instansi_kecil, tmp_path, nama, jenis):
    path, luar = instansi_kecil.tempat.data / nama, tmp_path / "luar"
    path.unlink(missing_ok=True)
    if jenis == "pipa":
        os.mkfifo(path)
    else:
        if jenis == "tautan":
            luar.write_text("rahasia", encoding="utf-8")
        path.symlink_to(luar)
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.temuan) == (nama, "Bukan berkas biasa di folder ini.")
    assert "tautan tidak diikuti" in masalah.perbaikan


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_folder_that_is_itself_a_link_is_read(instansi_kecil):
    data = instansi_kecil.tempat.data
    data.rename(data.parent / "arsip")
    data.symlink_to(data.parent / "arsip")
    assert set(baca(instansi_kecil.tempat).tabel) == {"indikator", "target", "realisasi", "anggaran"}

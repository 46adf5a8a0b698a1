"""The first screen in words: what missed and why, what was left unspent, what comes first, what differs."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from lkip_lib.narrative.kalimat import layar
from lkip_lib.narrative.tables.results import TABEL
from tests.project import computed


@pytest.fixture(scope="module")
def isi():
    return computed("disnaker-kota-bekasi", 2024).isi


def changed(isi, **frames):
    return replace(isi, frames={**isi.frames, **{k.replace("__", "/"): v for k, v in frames.items()}})


def test_what_missed_is_named_with_the_first_cause_that_the_report_gives_or_that_it_gives_none(isi):
    said = [str(s) for s in layar.sebab_meleset(isi)]
    assert any(s.endswith("bukti pelaksanaan kegiatan belum lengkap dan sebagian tidak sesuai.") for s in said)
    assert said[-1].startswith("Belum dijelaskan: Indeks Kepuasan Masyarakat")


def test_what_was_left_unspent_is_said_with_the_programs_that_left_most(isi):
    said = BeautifulSoup(str(layar.tak_terserap(isi)), "html.parser").get_text()
    assert said.startswith("Rp3,06 miliar tidak terserap, di antaranya Rp1,75 miliar pada ")
    assert said.count("pada") == 2


def test_nothing_is_said_of_a_budget_that_is_not_known(isi):
    assert layar.tak_terserap(changed(isi, anggaran=isi.frames["anggaran"].iloc[:0])) == ""


def test_documents_that_come_to_the_same_stand_together_the_agreement_first(isi):
    assert layar.kelompok_dokumen(isi) == [["pk"], ["lkip", "renstra"]]
    assert layar.sama_semua(isi) == ""


def test_where_all_documents_agree_one_line_says_so(isi):
    rows = isi.frames["antara/per_dokumen"]
    same = changed(isi, antara__per_dokumen=rows[rows["dokumen"] != "pk"],
                   ringkasan=isi.frames["ringkasan"].query("dokumen != 'pk'"))  # fmt: skip
    assert str(layar.sama_semua(same)).startswith("Target sama dalam ")
    columns = [k.judul for k in TABEL["indikator_ringkas"](same).kolom]
    assert columns == ["Indikator", "Realisasi", "Target", "Capaian", "Perubahan"]


def test_only_what_differs_between_documents_has_its_columns(isi):
    columns = [k.judul for k in TABEL["indikator_ringkas"](isi).kolom]
    assert [c for c in columns if c.startswith("Target")] == ["Target PK", "Target LKIP/Renstra"]


def test_a_small_drawing_needs_three_years(isi):
    cells = {str(b.sel[0])[:10]: str(b.sel[-1]) for b in TABEL["indikator_ringkas"](isi).baris}
    assert "<svg" in cells["Nilai Akun"]
    assert "naik 2,53 poin dari 2023" in cells["Nilai Akun"]
    assert "<svg" not in cells["Tingkat Pe"]


def test_a_change_since_a_year_with_two_values_names_both_and_measures_none(isi):
    cells = {str(b.sel[0])[:10]: str(b.sel[-1]) for b in TABEL["indikator_ringkas"](isi).baris}
    assert BeautifulSoup(cells["Tingkat Pe"], "html.parser").get_text() == "dari 7,90% atau 10,68% pada 2023"


def test_what_comes_first_is_grave_open_and_says_what_it_would_change(isi):
    first = layar.perbaiki_dulu(isi)
    assert 0 < len(first) <= 3
    notes = {b["id"]: b for b in isi.baris("pemeriksaan")}
    for p in first:
        assert (notes[p.id]["tingkat"], notes[p.id]["status"]) == ("kesalahan", "terbuka")
        assert p.dampak
    answered = changed(isi, pemeriksaan=isi.frames["pemeriksaan"].assign(status="dijelaskan"))
    assert layar.perbaiki_dulu(answered) == []


def test_the_programs_stand_by_what_they_spent_the_least_first(isi):
    shown = TABEL["program_ringkas"](isi)
    assert shown.judul == "Pelatihan Kerja dan Produktivitas Tenaga Kerja menyerap kurang dari separuh pagunya"
    spent = [float(str(b.sel[3]).rstrip("%").replace(",", ".")) for b in shown.baris if b.kelas != "jumlah"]
    assert spent == sorted(spent)

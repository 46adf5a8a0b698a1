"""The notes as a work list: by cause, what changes the result first, with a block to copy and the state of each."""

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import buka
from lkip_lib.checks.bukti.usul import baris_jawaban
from lkip_lib.inputs.answers import JAWABAN
from lkip_lib.narrative.pekerjaan import KELOMPOK, Kerja, sebut_tabel
from tests.inputs import excel
from tests.project import computed

NOTE = {
    "id": "ANG-02-a", "akar": "", "status": "terbuka", "tingkat": "kesalahan", "keluarga": "anggaran", "dampak": "",
    "tempat": "Tabel 3.6, A", "juga": "", "seharusnya": "", "kandidat": "", "saran": "Cari rinciannya. Lalu tulis.",
}  # fmt: skip


@pytest.fixture(scope="module")
def jobs():
    return computed("disnaker-kota-bekasi", 2024).pekerjaan


def test_every_note_stands_in_one_job(jobs):
    notes = computed("disnaker-kota-bekasi", 2024).pemeriksaan
    assert sorted(b["id"] for k in jobs.kerja for b in k.semua) == sorted(notes["id"])
    assert len({k.id for k in jobs.kerja}) == len(jobs.kerja)


def test_the_groups_stand_in_their_order_and_hold_every_job(jobs):
    assert list(jobs.kelompok) == [n for n in KELOMPOK if n in jobs.kelompok]
    assert sum(map(len, jobs.kelompok.values())) == len(jobs.kerja)


@pytest.mark.parametrize(
    ("changed", "group"),
    [
        ({}, "Anggaran"),
        ({"keluarga": "capaian", "dampak": "25 poin"}, "Mengubah hasil"),
        ({"keluarga": "capaian"}, "Nama, skala, dan lainnya"),
        ({"keluarga": "narasi"}, "Kalimat dan tahun"),
        ({"tingkat": "informasi"}, "Cara membaca"),
        ({"status": "dijelaskan"}, "Sudah dijelaskan"),
    ],
)
def test_a_job_is_placed_by_what_it_changes(changed, group):
    assert Kerja(NOTE | changed, ()).kelompok == group


def test_a_job_is_open_while_one_of_its_notes_is():
    answered = NOTE | {"status": "dijelaskan"}
    assert Kerja(answered, (NOTE,)).keadaan == "Terbuka"
    assert Kerja(answered, (answered,)).keadaan == "Dijelaskan"


def test_a_figure_that_is_not_proved_is_never_called_the_right_one():
    assert Kerja(NOTE | {"kandidat": "7,90%; 10,68%"}, ()).kata_seharusnya == "7,90% atau 10,68%: belum terbukti"
    assert Kerja(NOTE | {"seharusnya": "100%"}, ()).kata_seharusnya == "100%"
    shown = BeautifulSoup(computed("disnaker-kota-bekasi", 2024).pekerjaan._repr_html_(), "html.parser")
    for dt in shown.select("dt"):
        if dt.get_text() == "Seharusnya":
            assert "belum terbukti" not in dt.find_next_sibling("dd").get_text()


def test_it_is_found_by_each_table_that_it_touches():
    job = Kerja(NOTE | {"juga": "Tabel 2.2, A; BAB IV 4.1, paragraf 3"}, ())
    assert job.tempat_dokumen == ("Tabel 3.6", "Tabel 2.2", "BAB IV 4.1")
    assert sebut_tabel("tabel anggaran, A.1") == "Tempat lain"


def test_a_proved_figure_gives_a_correction_to_copy_and_any_other_note_an_explanation(jobs):
    for k in jobs.kerja:
        assert k.salin.startswith("koreksi:\n") or f"id: {k.id}" in k.salin
        if k.salin.startswith("koreksi:"):
            assert k.akar["seharusnya"]


def test_it_counts_jobs_and_says_how_many_notes_they_gather(jobs):
    work = [k for k in jobs.kerja if k.kelompok not in ("Cara membaca", "Sudah dijelaskan")]
    assert jobs.pembuka.startswith(f"{len(work)} pekerjaan terbuka")
    assert f"{sum(len(k.semua) for k in jobs.kerja)} catatan pemeriksaan" in jobs.rincian


def test_where_all_agrees_it_says_so(instansi_kecil):
    shown = buka("dinas-kecil", 2024, di=instansi_kecil.akar).pekerjaan
    if not [k for k in shown.kerja if k.kelompok not in ("Cara membaca", "Sudah dijelaskan")]:
        assert shown.pembuka == "Tidak ada yang perlu diperbaiki."


def test_where_the_table_stands_in_a_workbook_the_answer_is_a_row_of_its_sheet(instansi_kecil):
    kode = "kode,induk,tingkat,nama,dokumen,pagu,realisasi"
    rows = [k.split(",") for k in (kode, "0,,instansi,Dinas,lkip,100,90", "A,0,program,Program,lkip,100,80")]
    (instansi_kecil.tempat.data / "anggaran.csv").unlink()
    excel.tulis(instansi_kecil.tempat.data / "lkip.xlsx", rows, lembar="anggaran")
    jobs = [
        k for k in buka("dinas-kecil", 2024, di=instansi_kecil.akar).pekerjaan.kerja if k.akar["tabel"] == "anggaran"
    ]
    assert jobs
    for k in jobs:
        assert (k.tujuan, k.salin.split("\t")[0] in ("koreksi", "penjelasan")) == ("lembar jawaban", True)
        assert "\n" not in k.salin
    assert f"penjelasan\t{jobs[0].id}" in {k.salin for k in jobs}


def test_what_is_copied_into_the_sheet_answers(instansi_kecil):
    heads = [c.name for c in JAWABAN.columns]
    isi = {"jenis": "koreksi", "berkas": "realisasi.csv", "kunci": {"indikator": "AKIP"}, "kolom": "realisasi",
           "expect": "64,17", "become": "61,64", "reason": "Angka tahun lain.",
           "evidence": "Bagian AKIP mencetak 61,64."}  # fmt: skip
    row = baris_jawaban(isi).split("\t")
    row += [""] * (len(heads) - len(row))
    row[heads.index("by")], row[heads.index("date")] = "Bidang", "2025-02-20"
    excel.tulis(instansi_kecil.tempat.data / "lkip.xlsx", [heads, row], lembar="jawaban")
    assert buka("dinas-kecil", 2024, di=instansi_kecil.akar).indikator.set_index("kode")["realisasi"]["AKIP"] == 61.64

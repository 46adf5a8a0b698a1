"""The Bekasi report of 2024: its numbers, and the way of each back to a printed cell."""

import csv
import re

import pandas as pd
import pytest

from lkip_lib import ledger
from tests.checks.notes import seen


@pytest.mark.parametrize(
    ("kode", "mentah", "capaian"), [("AKIP", 98.72, 98.72), ("IKM", 100, 100), ("TPT", 108.54, 100), ("PHI", 100, 100)]
)
def test_indikator(bekasi, kode, mentah, capaian):
    baris = bekasi.frames["indikator"].set_index("kode").loc[kode]
    assert baris[["capaian_mentah_persen", "capaian_persen"]].astype(float).round(2).tolist() == [mentah, capaian]
    assert (baris["status_nilai"], baris["predikat"]) == ("angka", "Sangat Tinggi")


@pytest.mark.parametrize(
    ("dokumen", "rata_rata", "mentah", "predikat"),
    [
        ("lkip", 99.68, 101.82, "Sangat Tinggi"),
        ("renstra", 99.68, 101.82, "Sangat Tinggi"),
        ("pk", 82.91, 82.91, "Tinggi"),
    ],
)
def test_the_mean_under_each_document(bekasi, dokumen, rata_rata, mentah, predikat):
    baris = bekasi.frames["ringkasan"].set_index("dokumen").loc[dokumen]
    assert (round(baris["rata_rata_persen"], 2), round(baris["rata_rata_mentah_persen"], 2)) == (rata_rata, mentah)
    assert (baris["predikat"], baris["dipakai"]) == (predikat, "ya" if dokumen == "lkip" else "tidak")


def test_capaian_against_the_performance_agreement(bekasi):
    pk = bekasi.frames["per_dokumen"].query("dokumen == 'pk'").set_index("kode")["capaian_persen"]
    assert pk.round(2).to_dict() == {"AKIP": 80.21, "IKM": 89.89, "TPT": 61.54, "PHI": 100}


@pytest.mark.parametrize(
    ("kode", "pagu", "realisasi", "serapan"),
    [
        ("0", 18_508_617_440, 15_450_065_461, 83.47),
        ("A", 15_197_730_280, 13_449_507_027, 88.50),
        ("A.2", 11_093_669_000, 9_655_582_229, 87.04),
        ("C", 1_986_479_160, 889_432_624, 44.77),
        ("D", 358_295_000, 327_595_900, 91.43),
        ("E", 926_113_000, 743_975_000, 80.33),
    ],
)
def test_anggaran(bekasi, kode, pagu, realisasi, serapan):
    baris = bekasi.frames["anggaran"].set_index("kode").loc[kode]
    assert (baris["pagu_rp"], baris["realisasi_rp"]) == (pagu, realisasi)
    assert round(baris["serapan_persen"], 2) == serapan
    assert baris["sisa_rp"] == pagu - realisasi


def test_the_programmes_do_not_add_up_to_the_agency(bekasi):
    akar = bekasi.frames["anggaran"].set_index("kode").loc["0"]
    assert (akar["pagu_anak_rp"], akar["realisasi_anak_rp"]) == (18_468_617_440, 15_410_510_551)
    assert (akar["residu_pagu_rp"], akar["residu_realisasi_rp"]) == (40_000_000, 39_554_910)


@pytest.mark.parametrize(
    ("sasaran", "capaian", "serapan", "tingkat"),
    [("S1", 99.36, 88.50, "Target belum tercapai"), ("S2", 100, 51.90, "Efisien"), ("S3", 100, 80.33, "Efisien")],
)
def test_efisiensi(bekasi, sasaran, capaian, serapan, tingkat):
    baris = bekasi.frames["efisiensi"].set_index("sasaran").loc[sasaran]
    assert (round(baris["capaian_persen"], 2), round(baris["serapan_persen"], 2)) == (capaian, serapan)
    assert baris["tingkat_efisiensi"] == tingkat


@pytest.fixture(scope="session")
def tercetak(bekasi):
    """Return what the CSV files hold, by file and line: read anew, with nothing of our own reader."""
    isi = {}
    for path in bekasi.tempat.data.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as berkas:
            pembaca = csv.reader(berkas)
            kepala = next(pembaca)
            mulai = pembaca.line_num + 1
            for sel in pembaca:
                isi[path.relative_to(bekasi.tempat.data).as_posix(), mulai] = dict(zip(kepala, sel, strict=True))
                mulai = pembaca.line_num + 1
    return isi


def test_every_stated_figure_stands_where_the_ledger_says(bekasi, tercetak):
    dari_csv = bekasi.ledger.frame.query("asal in ('masukan', 'tercetak')")
    for baris in dari_csv.itertuples():
        assert tercetak[baris.berkas, baris.baris][baris.kolom].strip() == baris.tercetak


@pytest.mark.parametrize(("tabel", "dokumen"), [("indikator", "lkip"), ("anggaran", "")])
def test_every_figure_can_be_followed_to_a_printed_cell(bekasi, tercetak, tabel, dokumen):
    frame = bekasi.frames[tabel].set_index("kode")
    angka = frame.select_dtypes("number").drop(columns="bobot", errors="ignore")
    assert len(angka.columns) == {"indikator": 4, "anggaran": 8}[tabel]
    for (kode, kolom), nilai in angka.stack().dropna().items():
        baris = bekasi.ledger[ledger.buat_id(tabel, kode, kolom, dokumen=dokumen, tahun=2024)]
        assert (baris["id"], baris["nilai"], baris["status_nilai"]) == (baris["id"], float(nilai), "angka")
        asal = [a for a in bekasi.ledger.asal(baris["id"]) if a["berkas"].endswith(".csv")]
        assert asal
        assert all(tercetak[a["berkas"], a["baris"]][a["kolom"]].strip() == a["tercetak"] != "" for a in asal)


def test_a_missing_figure_is_missing_in_the_ledger_too(bekasi):
    for tabel, dokumen in (("indikator", "lkip"), ("anggaran", "")):
        angka = bekasi.frames[tabel].set_index("kode").select_dtypes("number").drop(columns="bobot", errors="ignore")
        for kode, kolom in ((k, c) for c in angka for k in angka.index[angka[c].isna()]):
            baris = bekasi.ledger[ledger.buat_id(tabel, kode, kolom, dokumen=dokumen, tahun=2024)]
            assert pd.isna(baris["nilai"])
            assert baris["status_nilai"] != "angka"


def test_a_correction_stands_between_a_figure_and_its_printed_cell(bekasi):
    langkah = [s.baris for s in bekasi.ledger.jejak("anggaran.A.5.3.pagu_rp.2024")]
    assert [(b["asal"], b["berkas"], b["tercetak"]) for b in langkah[1:]] == [
        ("koreksi", "koreksi.yml", "2.214.336.280"),
        ("masukan", "anggaran.csv", "22.214.336.280"),
    ]


def test_a_change_rests_on_the_figures_of_both_years(bekasi):
    asal = bekasi.ledger.asal("indikator.TPT.realisasi.pk.2024")
    assert {(b["tahun"], b["nilai"]) for b in asal} == {(2023, 7.90), (2024, 7.82)}


@pytest.mark.parametrize(("instansi", "tahun"), [("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025)])
def test_what_a_note_quotes_is_printed(instansi, tahun):
    """Our own words, and the names of our classes, stand without quotation marks."""
    bahan = seen(instansi, tahun)
    files = [p for p in bahan.tempat.data.rglob("*") if p.suffix in (".csv", ".yml")]
    cells = [c for p in files if p.suffix == ".csv" for row in csv.reader(p.open(encoding="utf-8")) for c in row]
    cells += [" ".join(p.read_text(encoding="utf-8").split()) for p in files if p.suffix == ".yml"]
    printed = "\n".join(cells)
    notes = bahan.frames["pemeriksaan"]
    said = [s for k in ("penjelasan", "kandidat", "seharusnya", "dampak") for s in notes[k]]
    quoted = [a or b for s in said for a, b in re.findall(r'"([^"]+)"|“([^”]+)”', s)]
    assert quoted or instansi == "dinas-contoh"
    assert [q for q in quoted if q not in printed] == []

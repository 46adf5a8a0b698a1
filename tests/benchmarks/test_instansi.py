"""Fictional agencies: the same again, one series through the years, and accepted by the program."""

import csv

import pytest

from benchmarks.instansi.__main__ import main
from benchmarks.instansi.nama import PALING_BANYAK, jatidiri
from benchmarks.instansi.pembangkit import PALING_LAMA, bangun
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.places import tempat
from tests.project import hashes


def write(folder, *options):
    assert main(["--jumlah", "4", "--ke", str(folder), *options]) == 0
    return hashes(folder)


def test_the_same_seed_gives_the_same_bytes_in_one_process_or_many(tmp_path):
    once = write(tmp_path / "a", "--tahun", "2024")
    assert once == write(tmp_path / "b", "--tahun", "2024", "--pekerja", "2")
    assert once != write(tmp_path / "c", "--tahun", "2024", "--benih", "8")


def test_no_two_agencies_share_a_folder():
    assert len({jatidiri(3, n).kode for n in range(PALING_BANYAK)}) == PALING_BANYAK


@pytest.mark.parametrize("nomor", range(6))
def test_every_year_tells_the_same_realisasi(nomor):
    told = {}
    for year in bangun(5, nomor, range(2025 - PALING_LAMA, 2025)):
        for code, indicator in year.catatan["indikator"].items():
            for tahun, value in indicator.realisasi.items():
                assert told.setdefault((code, tahun), value) == value
    assert {tahun for _, tahun in told} >= set(range(2025 - PALING_LAMA, 2025))


def test_they_are_computed_and_the_years_before_the_last_hold_no_error(tmp_path):
    write(tmp_path, "--jumlah", "2")
    for agency in sorted((tmp_path / "data").iterdir()):
        for year in (2023, 2024):
            whole = rangkai(tempat(agency.name, year, di=tmp_path), "04_pemeriksaan")
            notes = whole.frames["pemeriksaan"]
            if year == 2023:
                assert not (notes["tingkat"] == "kesalahan").any()
            with (tmp_path / "data" / agency.name / str(year) / "indikator.csv").open(encoding="utf-8") as file:
                assert len(whole.frames["indikator"]["kode"].unique()) == len(list(csv.DictReader(file)))

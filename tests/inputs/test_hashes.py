"""The hashes of a run's inputs."""

import hashlib

import pytest

from lkip_lib.inputs.hashes import sidik
from tests.agency import BERKAS


def test_sidik_names_every_input_by_its_content(instansi_kecil):
    instansi_kecil.params("dokumen_target: pk\n")
    hasil = sidik(instansi_kecil.tempat)
    assert set(hasil) == {*(f"data/dinas-kecil/2024/{b}" for b in BERKAS), "params/dinas-kecil/2024.yml"}
    assert hasil["params/dinas-kecil/2024.yml"] == hashlib.sha256(b"dokumen_target: pk\n").hexdigest()


def test_what_no_run_reads_is_not_named(instansi_kecil):
    before = sidik(instansi_kecil.tempat)
    for name in ("catatan.docx", ".env", "~$lkip.xlsx", "lambang lama.png", "arsip/foto.png", "arsip/rahasia.yml"):
        instansi_kecil.write(name, "x")
    assert sidik(instansi_kecil.tempat) == before


@pytest.mark.parametrize(
    "name", ["gaji.csv", "arsip/gaji.csv", "rahasia.yml", "instansi.yaml", "gaji.xlsx", "lkip.xlsx"]
)
def test_what_a_run_stops_at_is_named(instansi_kecil, name):
    """Else a report that is there would still count as made from what is there now."""
    instansi_kecil.write(name, "x")
    assert f"data/dinas-kecil/2024/{name}" in sidik(instansi_kecil.tempat)
    assert instansi_kecil.refusals()


def test_of_two_emblems_the_one_that_is_shown_is_named(instansi_kecil):
    for name in ("lambang.png", "lambang.jpg"):
        instansi_kecil.write(name, "x")
    assert {n for n in sidik(instansi_kecil.tempat) if "lambang" in n} == {"data/dinas-kecil/2024/lambang.png"}


def test_beside_a_workbook_others_are_left_alone(instansi_kecil):
    for name in ("lkip.xlsx", "gaji.xlsx"):
        instansi_kecil.write(name, "x")
    assert {n for n in sidik(instansi_kecil.tempat) if "xlsx" in n} == {"data/dinas-kecil/2024/lkip.xlsx"}

"""A job is called by the same code while its cause stands, whatever becomes of the others."""

import pytest

from lkip_lib.checks.akar.pekerjaan import beri_kode, kode_pekerjaan
from tests.agency import Agency
from tests.checks.notes import claimed, notes, printed


@pytest.fixture
def agency(instansi_kecil: Agency) -> Agency:
    printed(instansi_kecil, 'capaian_persen,indikator,AKIP,AKIP,pk,2024,"89,27",Tabel 3.1')
    return instansi_kecil


def codes(agency: Agency) -> dict[str, str]:
    """Return the code of the job of each note."""
    return notes(agency).set_index("id")["pekerjaan"].to_dict()


def test_a_job_that_is_gone_renames_none_of_the_others(agency):
    claim = 'P{0},angka,realisasi,AKIP,instansi,2024,,"{1}",,kalimat {0},BAB {0}'
    sentences = [claim.format(1, "46,17"), claim.format(2, "61,47")]
    claimed(agency, *sentences)
    before = codes(agency)
    claimed(agency, sentences[1])
    after = codes(agency)
    assert len({k for k in after.values() if k}) == len({k for k in before.values() if k}) - 1
    assert {id: before[id] for id in after} == after


def test_all_notes_of_a_job_have_its_code_and_other_jobs_another(agency):
    claim = 'P{0},angka,realisasi,AKIP,instansi,2024,,"{1}",,kalimat {0},BAB {0}'
    claimed(agency, claim.format(1, "46,17"), claim.format(2, "46,17"), claim.format(3, "64,71"))
    found = notes(agency, "NAR-01")
    assert sorted(found.groupby("pekerjaan").size()) == [1, 2]
    assert all(k == kode_pekerjaan(a or i) for i, a, k in found[["id", "akar", "pekerjaan"]].itertuples(index=False))


def test_what_only_informs_is_of_no_job_but_may_belong_to_one():
    informs = {"id": "AKA-02-1", "akar": "", "tingkat": "informasi"}
    wrong = {"id": "CAP-01-1", "akar": "", "tingkat": "kesalahan"}
    assert beri_kode([informs]) == [""]
    assert beri_kode([wrong, informs | {"akar": "CAP-01-1"}]) == [kode_pekerjaan("CAP-01-1")] * 2


def test_codes_of_many_jobs_are_all_different():
    assert len({kode_pekerjaan(f"ANG-01-{n:08x}") for n in range(2000)}) == 2000

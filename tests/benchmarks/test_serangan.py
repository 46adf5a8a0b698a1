"""A small part of the attack: nothing damaged is read silently wrong, and the measure would see it if it were."""

import sys

import pytest

from lkip_lib.inputs import reading

if sys.platform == "win32":
    pytest.skip("cases are tried in copies of a process", allow_module_level=True)

from benchmarks.serangan import anak
from benchmarks.serangan.kasus import Pangkalan, periksa


@pytest.fixture
def base(tmp_path):
    return Pangkalan(tmp_path, 7, kecil_saja=True)


def outcomes(work, numbers, each=20):
    return [(p.akhir, p.pesan) for p in anak.semua(numbers, work, each, 2)]


def test_damaged_inputs_are_read_right_or_refused_with_their_place(base):
    found = outcomes(base.bacaan, range(40))
    assert len(found) == 40
    assert {end for end, _ in found} == {anak.DITERIMA, anak.DITOLAK}, found


def test_a_damaged_year_is_computed_right_or_refused_with_its_place(base):
    found = outcomes(base.instansi, range(4), each=2)
    assert {end for end, _ in found} <= {anak.DITERIMA, anak.DITOLAK}, found


def test_what_is_silently_wrong_is_seen(base, monkeypatch):
    taken = reading.ketik

    def another(frame, *rest):
        first = {"realisasi": ["98,7", *frame["realisasi"][1:]]} if "realisasi" in frame else {}
        return taken(frame.assign(**first), *rest)

    monkeypatch.setattr(reading, "ketik", another)
    base.semua = [p for p in base.semua if not p.parent.name.endswith("-buku")][:1]
    with base.salinan(base.acak(3)) as place:
        assert [m for m in periksa(place) if "realisasi.csv baris 2" in m]


@pytest.mark.parametrize(
    ("mistake", "end"),
    [("raise KeyError(1)", anak.GALAT), ("os._exit(3)", anak.GALAT), ("while True: pass", anak.MACET)],
)
def test_a_traceback_a_death_and_a_hang_are_seen_and_the_cases_after_it_are_tried(monkeypatch, mistake, end):
    monkeypatch.setattr(anak, "_DETIK", 1)

    def work(number):
        if number == 1:
            exec(mistake, {"os": __import__("os")})
        return "sel", []

    found = {p.nomor: p.akhir for p in anak.semua(range(4), work, 4, 1)}
    assert found == {0: anak.DITERIMA, 1: end, 2: anak.DITERIMA, 3: anak.DITERIMA}

"""The small agencies of the roll-up's measurement: the same every time, and such that it has something to tell."""

from benchmarks.instansi.kecil import SEKOTA, tulis_kecil
from lkip_lib.params import Params
from lkip_lib.places import Tempat
from lkip_lib.rekap.agency import kumpulkan
from tests.project import hashes


def test_small_agencies_are_the_same_every_time_and_can_be_computed(tmp_path):
    for folder in ("satu", "dua"):
        tulis_kecil(SEKOTA + 1, 2024, tmp_path / folder)
    assert hashes(tmp_path / "satu") == hashes(tmp_path / "dua")
    names = sorted(p.name for p in (tmp_path / "satu" / "data").iterdir())
    assert len(names) == SEKOTA + 1
    found = kumpulkan(Tempat(tmp_path / "satu", names[0], 2024), Params())
    assert (found.baris["keadaan"], found.baris["n_indikator"]) == ("terbaca", 2)

"""The floor makes what a run makes, so that comparing their times is fair."""

from benchmarks.kinerja.lantai import lantai
from tests.project import hashes, published

RUN = ("disnaker-kota-bekasi", 2025)


def test_the_floor_makes_the_same_files_as_a_run(tmp_path_factory, tmp_path):
    place = published(tmp_path_factory, *RUN)
    lantai(place, tmp_path)
    made, run = hashes(tmp_path), hashes(place.keluaran)
    assert made.keys() == run.keys()
    # The floor executes nothing, so its notebooks, and the code folded away on their pages, lack the run's parameters.
    differ = {n for n in run if made[n] != run[n]}
    assert differ <= {n for n in run if n.startswith("notebooks/") or (n.endswith(".html") and n[0] in "0l")}
    assert not {n for n in differ if n.startswith("data/")}

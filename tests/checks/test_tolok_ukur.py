"""A small fixed part of the benchmark: planted errors are found, consistent agencies stay silent."""

from pathlib import Path

import pytest

from benchmarks.pemeriksaan.kesalahan import JENIS
from benchmarks.pemeriksaan.pembangkit import bangun
from benchmarks.pemeriksaan.ukur import Hasil, buat_kasus, ringkas, ukur

# Few agencies in which every kind of error is planted.
KASUS = (2, 4, 6, 9, 10, 15, 25, 38, 49, 50, 76, 83, 88, 104, 202)
BERSIH = range(1, 6)
# Where a proof once was none: rows shifted across two parents, a sum that holds only since a part of it was mended, and
# a sign left off.
PERNAH_SALAH = (600852, 601118, 604210, 800042, 800077, 801630)
# What the whole benchmark must reach too.
RECALL = 0.99
PRESISI = 0.99


@pytest.fixture(scope="module")
def ditanam(tmp_path_factory: pytest.TempPathFactory) -> Hasil:
    return ukur(KASUS, tmp_path_factory.mktemp("tolok-ukur"))


def test_planted_errors_are_found(ditanam: Hasil) -> None:
    assert {k.jenis for benih in KASUS for k in buat_kasus(benih).kesalahan} == set(JENIS)
    assert ditanam.galat == []
    assert ringkas(ditanam)["keluarga"]["semua"]["recall"] >= RECALL, ditanam.luput


def test_notes_are_true(ditanam: Hasil) -> None:
    assert ringkas(ditanam)["keluarga"]["semua"]["presisi"] >= PRESISI, ditanam.palsu


def test_no_repair_is_wrong(ditanam: Hasil, tmp_path: Path) -> None:
    assert ditanam.usul_salah == []
    assert ukur(PERNAH_SALAH, tmp_path).usul_salah == []


def test_consistent_agencies_stay_silent(tmp_path: Path) -> None:
    hasil = ukur(BERSIH, tmp_path, banyak=0)
    assert hasil.galat == []
    assert hasil.palsu == []


def test_generator_contradicts_itself_nowhere() -> None:
    for benih in range(60):
        bangun(benih)  # raises when one of its own constraints does not hold


def test_a_seed_plants_the_same_errors_again() -> None:
    def sebut(benih: int) -> list[tuple[str, list[str]]]:
        return [(k.jenis, [u.sel.teks for u in k.ubahan]) for k in buat_kasus(benih).kesalahan]

    assert [sebut(b) for b in KASUS] == [sebut(b) for b in KASUS]


def test_the_generator_knows_nothing_of_the_checks() -> None:
    folder = Path(__file__).parents[2] / "benchmarks" / "pemeriksaan"
    sendiri = [p for p in folder.glob("*.py") if p.name not in ("jalan.py", "ukur.py")]
    assert len(sendiri) > 5
    assert not [p.name for p in sendiri if "import lkip_lib" in (isi := p.read_text()) or "from lkip_lib" in isi]

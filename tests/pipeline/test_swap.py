"""The swap of outputs: whatever happens to a run, a whole report stays."""

import itertools
import multiprocessing
import os
import random
import sys
import time
from pathlib import Path

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.pipeline import swap
from lkip_lib.pipeline.swap import folder_baru


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "outputs" / "dinas" / "2024"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("lama", encoding="utf-8")
    (folder / "dulu.html").write_text("lama", encoding="utf-8")
    return folder


def content(folder):
    return {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()}


def beside(target):
    return sorted(p.name for p in target.parent.iterdir() if p.suffix != ".lock")


def write(folder, text="baru"):
    (folder / "index.html").write_text(text, encoding="utf-8")


OLD = {"index.html": "lama", "dulu.html": "lama"}


@pytest.fixture
def two_renames(monkeypatch):
    """A system that cannot exchange two folders at one stroke."""
    monkeypatch.setattr(swap, "_tukar", lambda *_: False)


def test_a_clean_end_swaps_where_folders_cannot_be_exchanged(target, two_renames):
    test_a_clean_end_swaps(target)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")
def test_the_place_of_a_report_is_never_empty(target, monkeypatch):
    monkeypatch.setattr(swap, "_singkirkan", lambda *_: pytest.fail("the report was moved away"))
    test_a_clean_end_swaps(target)


def test_a_clean_end_swaps(target):
    with folder_baru(target) as new:
        write(new)
        assert content(target) == OLD
    assert content(target) == {"index.html": "baru"}
    assert beside(target) == ["2024"]


def test_the_first_report_needs_no_earlier_one(tmp_path):
    target = tmp_path / "outputs" / "dinas" / "2024"
    with folder_baru(target) as new:
        write(new)
    assert content(target) == {"index.html": "baru"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_exception_leaves_the_old_whole(target, error):
    def fail():
        with folder_baru(target) as new:
            write(new)
            raise error

    with pytest.raises(error):
        fail()
    assert content(target) == OLD
    assert beside(target) == ["2024"]
    with folder_baru(target) as new:  # the lock is free again
        write(new)
    assert content(target) == {"index.html": "baru"}


def test_an_error_in_the_swap_itself_leaves_the_old_whole(target, two_renames, monkeypatch):
    rename = Path.rename

    def fail(self, to):
        if self.name.endswith(".baru"):
            raise OSError("disk penuh")
        return rename(self, to)

    def run():
        with folder_baru(target) as new:
            write(new)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="disk penuh"):
        run()
    assert target.exists()
    assert content(target) == OLD


def _killed(target, between):
    folder = folder_baru(target)
    new = folder.__enter__()
    write(new)
    if between:
        target.rename(target.parent / f".{target.name}.lama")
    os._exit(1)


@pytest.mark.parametrize("between", [False, True], ids=["while working", "between the renames"])
def test_after_a_kill_the_next_run_starts_from_the_old(target, between):
    process = multiprocessing.get_context("spawn").Process(target=_killed, args=(target, between))
    process.start()
    process.join(60)
    assert process.exitcode == 1

    def fail():
        with folder_baru(target) as new:
            assert content(target) == OLD
            assert content(new) == {}
            raise ValueError("sengaja")

    with pytest.raises(ValueError, match="sengaja"):
        fail()
    assert content(target) == OLD
    assert beside(target) == ["2024"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a kill between two renames is mended by the next run")
def test_a_kill_at_any_moment_finds_one_whole_report(target):
    """Small part of `benchmarks/serangan`: there whole runs are killed."""
    chance = random.Random(5)
    for _ in range(40):
        process = multiprocessing.get_context("fork").Process(target=_replace_for_ever, args=(target,))
        process.start()
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.join()
        assert len({*content(target).values()}) == 1
        assert len(content(target)) == 2


def _replace_for_ever(target):
    for n in itertools.count():
        with folder_baru(target) as new:
            for name in OLD:
                (new / name).write_text(f"laporan {n}", encoding="utf-8")


def test_an_old_folder_left_after_the_swap_does_not_come_back(target):
    leftover = target.parent / ".2024.lama"
    leftover.mkdir()
    write(leftover, "lebih lama")
    with folder_baru(target) as new:
        assert content(target) == OLD
        write(new)
    assert content(target) == {"index.html": "baru"}
    assert beside(target) == ["2024"]


def test_a_second_run_is_refused_while_one_works(target):
    with folder_baru(target) as new:
        write(new)
        with pytest.raises(MasukanSalah, match=r"dinas 2024 sedang dibuat.*Tunggu"), folder_baru(target):
            pass
        assert content(new) == {"index.html": "baru"}
    assert content(target) == {"index.html": "baru"}


def test_another_year_is_not_locked(target):
    with folder_baru(target), folder_baru(target.parent / "2025") as new:
        write(new)
    assert content(target.parent / "2025") == {"index.html": "baru"}


def test_a_report_that_is_open_elsewhere_is_told_and_stays(target, two_renames, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(MasukanSalah, match="Tutup berkasnya"), folder_baru(target) as new:
        write(new)
    assert content(target) == OLD
    assert beside(target) == ["2024"]

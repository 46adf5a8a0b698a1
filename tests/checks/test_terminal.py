"""What the terminal remembers of the last checks, also after a kill and where nothing may be written."""

import pandas as pd
import pytest

from lkip_lib.checks.terminal import TERBUKA, perubahan

FIRST = "Ini pemeriksaan pertama; perubahannya disebut pada pemeriksaan berikutnya."


def notes(*ids):
    return pd.DataFrame({"id": ids, "status": TERBUKA})


def test_what_is_new_and_mended_since_the_last_time_is_told(tmp_path):
    memory = tmp_path / "kerja" / "catatan-terakhir.json"
    assert perubahan(notes("A", "B"), memory) == FIRST
    assert perubahan(notes("B", "C", "D"), memory) == "Sejak pemeriksaan terakhir: 2 baru, 1 selesai, 1 tetap."


@pytest.mark.parametrize("left", ["", '["A", '])
def test_a_memory_that_a_kill_left_half_written_is_none(tmp_path, left):
    memory = tmp_path / "catatan-terakhir.json"
    memory.write_text(left, encoding="utf-8")
    assert perubahan(notes("A"), memory) == FIRST
    assert perubahan(notes("A"), memory) == "Sejak pemeriksaan terakhir: 0 baru, 0 selesai, 1 tetap."


def test_where_nothing_may_be_written_the_notes_are_still_told(tmp_path):
    (tmp_path / "kerja").write_text("no folder", encoding="utf-8")
    told = perubahan(notes("A"), tmp_path / "kerja" / "catatan-terakhir.json")
    assert told == "Pemeriksaan ini tidak diingat: folder outputs tidak dapat ditulis."

"""What an analyst opens: a year as one object, or one sentence that says why not."""

import traceback
from pathlib import Path

import pytest

import lkip_lib
from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from tests.recipe import change, copy_notebooks


def test_a_refused_cell_is_told_without_the_steps_of_the_library(instansi_kecil):
    change(copy_notebooks(instansi_kecil.akar), "02_capaian", "aturan", "mentah = 1 / 0")
    with pytest.raises(MasukanSalah, match="sel kode 4") as refused:
        buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    own = Path(lkip_lib.__file__).parent
    steps = [s for s in traceback.extract_tb(refused.tb) if own in Path(s.filename).parents]
    assert len(steps) == 1
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__

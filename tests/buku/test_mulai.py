"""What a notebook is given: its tables by their names."""

import pandas as pd
import pytest

from lkip_lib.buku.mulai import Rak
from lkip_lib.errors import MasukanSalah

KARTU = pd.DataFrame({"kode": ["TPT"]})
FRAMES = {"ketik/indikator": KARTU, "indikator": pd.DataFrame(), "antara/anggaran": pd.DataFrame()}


def test_a_shelf_holds_its_own_tables_and_says_so():
    masukan = Rak(FRAMES, "ketik/", "masukan")
    assert list(masukan) == ["indikator"]
    assert len(masukan) == 1
    assert "indikator" in masukan
    assert "anggaran" not in masukan
    assert list(Rak(FRAMES, "", "hasil")) == ["indikator"]


def test_a_table_is_given_as_a_copy():
    masukan = Rak(FRAMES, "ketik/", "masukan")
    masukan.indikator.insert(0, "lain", 1)
    assert list(masukan.indikator) == ["kode"]


def test_a_table_that_is_not_there_names_the_nearest():
    with pytest.raises(MasukanSalah, match=r'Tabel masukan "indikatr" tidak ada. Maksud Anda "indikator"'):
        _ = Rak(FRAMES, "ketik/", "masukan").indikatr

"""The ledger: ids that name a figure once, and a walk that always ends."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.ledger import DTYPE, KOLOM, Ledger, buat_id, gabung, tabel, unik


@pytest.mark.parametrize(
    ("dimensi", "id"),
    [
        ({}, "anggaran.A.1.pagu"),
        ({"dokumen": "lkip"}, "anggaran.A.1.pagu.lkip"),
        ({"tahun": 2024}, "anggaran.A.1.pagu.2024"),
        ({"tahun": pd.NA, "dokumen": "pk"}, "anggaran.A.1.pagu.pk"),
        ({"dokumen": "pk", "tahun": 2024, "periode": "tw1"}, "anggaran.A.1.pagu.pk.2024.tw1"),
    ],
)
def test_buat_id(dimensi, id):
    assert buat_id("anggaran", "A.1", "pagu", **dimensi) == id


@given(st.lists(st.sampled_from(["a", "b", "a~2", "b~3"])))
def test_unik_makes_every_id_stand_once(ids):
    hasil = unik(ids)
    assert len(set(hasil)) == len(ids)
    assert all(baru.startswith(lama) for baru, lama in zip(hasil, ids, strict=True))


def test_an_id_stands_once_in_the_whole_ledger():
    satu = tabel([{"id": "a"}])
    with pytest.raises(ValueError, match="id dobel di ledger: a"):
        gabung([satu, satu])


def test_parts_join_with_the_declared_types():
    semua = gabung([tabel([{"id": "a", "nilai": 1, "tahun": 2024}]), tabel([{"id": "b"}]), tabel([])])
    assert list(semua.columns) == list(KOLOM)
    assert {k: str(t) for k, t in semua.dtypes.items()} == DTYPE
    assert semua["tahun"].tolist() == [2024, pd.NA]


@given(st.lists(st.lists(st.integers(0, 7), max_size=4), min_size=8, max_size=8))
def test_jejak_visits_what_is_reachable_once_even_through_cycles(dari):
    ledger = Ledger(tabel([{"id": str(i), "dari": " ".join(map(str, d))} for i, d in enumerate(dari)]))
    terjangkau, baru = set(), {0}
    while baru:
        terjangkau |= baru
        baru = {j for i in baru for j in dari[i]} - terjangkau
    dilalui = [langkah.baris["id"] for langkah in ledger.jejak("0")]
    assert dilalui[0] == "0"
    assert sorted(dilalui) == sorted(map(str, terjangkau))


def test_a_trail_goes_depth_first_down_to_files():
    ledger = Ledger(
        tabel(
            [
                {"id": "c", "dari": "t r"},
                {"id": "t", "berkas": "target.csv"},
                {"id": "r", "dari": "k"},
                {"id": "k", "berkas": "koreksi.yml", "dari": "m"},
                {"id": "m", "berkas": "realisasi.csv"},
            ]
        )
    )
    assert [(s.baris["id"], s.dalam) for s in ledger.jejak("c")] == [("c", 0), ("t", 1), ("r", 1), ("k", 2), ("m", 3)]
    assert [b["id"] for b in ledger.asal("c")] == ["t", "k", "m"]
    assert "c" in ledger
    assert "x" not in ledger

"""Budget: absorption, what is left, and a tree whose stated figures stand beside the sums of their children."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.langkah.hitung import ke_atas
from lkip_lib.rumus.anggaran import (
    bobot_dipakai,
    dinyatakan_atau_rincian,
    jumlah_berbobot,
    jumlah_orang,
    jumlah_rincian,
    residu,
    serapan,
    sisa,
)

PAGU, REALISASI = 18_508_617_440, 15_450_065_461
RUPIAH = st.integers(0, 10**10)
MUNGKIN_RUPIAH = st.none() | RUPIAH
NAN = float("nan")


@st.composite
def trees(draw, nilai=MUNGKIN_RUPIAH):
    """Draw a tree in random row order; node 0 is the root, every other hangs under an earlier one."""
    n = draw(st.integers(1, 12))
    induk = [""] + [str(draw(st.integers(0, i - 1))) for i in range(1, n)]
    baris = [(str(i), induk[i], draw(nilai), draw(st.sampled_from(["ya", "tidak"]))) for i in range(n)]
    frame = pd.DataFrame(draw(st.permutations(baris)), columns=["kode", "induk", "nilai_rp", "lengkap"])
    return frame.assign(nilai_rp=frame["nilai_rp"].astype("Float64"))


def summed(frame, **changes):
    """Sum a tree up; `dinyatakan` is what each node states, `nilai_rp` what counts, `anak` its children's sum."""
    frame = frame.assign(**changes)
    return ke_atas(frame.assign(dinyatakan=frame["nilai_rp"]), "nilai_rp", "anak").set_index("kode")


@pytest.mark.parametrize(
    ("pagu", "realisasi", "persen", "rupiah"),
    [
        (PAGU, REALISASI, 83.47, 3_058_551_979),
        (15_197_730_280, 13_449_507_027, 88.50, 1_748_223_253),
        (926_113_000, 743_975_000, 80.33, 182_138_000),
        (100, 120, 120, -20),
    ],
)
def test_serapan_and_sisa(pagu, realisasi, persen, rupiah):
    assert round(serapan(pagu, realisasi), 2) == persen
    assert sisa(pagu, realisasi) == rupiah


@pytest.mark.parametrize(("pagu", "realisasi"), [(0, 0), (0, 5), (NAN, 5), (5, NAN)])
def test_serapan_without_a_pagu_or_realisasi_is_unknown(pagu, realisasi):
    assert np.isnan(serapan(pagu, realisasi))


def test_missing_parents_and_cycles_are_survived():
    frame = pd.DataFrame(
        {"kode": ["0", "A", "A.1", "X", "P", "Q"], "induk": ["", "0", "A", "hilang", "Q", "P"],
         "nilai_rp": [NAN, NAN, 5.0, 1.0, 2.0, 3.0], "lengkap": "ya"}
    )  # fmt: skip
    assert summed(frame)["nilai_rp"].tolist() == [5, 5, 5, 1, 2, 3]


@given(trees())
def test_a_node_takes_its_stated_figure_or_the_sum_of_its_children(frame):
    hasil = summed(frame, lengkap="ya")
    for kode, baris in hasil.iterrows():
        anak = hasil.loc[hasil["induk"] == kode, "nilai_rp"].astype(float)
        jumlah = anak.sum(skipna=False) if len(anak) else NAN
        sendiri = float(baris["dinyatakan"]) if pd.notna(baris["dinyatakan"]) else NAN
        assert baris["anak"] == pytest.approx(jumlah, nan_ok=True)
        assert baris["nilai_rp"] == pytest.approx(jumlah if np.isnan(sendiri) else sendiri, nan_ok=True)
        # What the declared formulas make of the same three figures.
        assert residu(sendiri, jumlah) == pytest.approx(sendiri - jumlah, nan_ok=True)
        assert dinyatakan_atau_rincian(sendiri, jumlah) == pytest.approx(baris["nilai_rp"], nan_ok=True)
        if len(anak):
            assert jumlah_rincian(anak, lengkap="ya") == pytest.approx(jumlah, nan_ok=True)


@given(trees(RUPIAH))
def test_leaves_alone_add_up_to_the_root(frame):
    daun = ~frame["kode"].isin(frame["induk"])
    hasil = summed(frame, nilai_rp=frame["nilai_rp"].where(daun), lengkap="ya")
    assert hasil.loc["0", "nilai_rp"] == frame.loc[daun, "nilai_rp"].sum()


@given(trees(RUPIAH))
def test_a_missing_child_leaves_every_sum_above_it_unknown(frame):
    daun = ~frame["kode"].isin(frame["induk"])
    hilang = frame.loc[daun, "kode"].iloc[0]
    hasil = summed(frame, nilai_rp=frame["nilai_rp"].where(daun & (frame["kode"] != hilang)), lengkap="ya")
    while hilang:
        assert np.isnan(hasil.loc[hilang, "nilai_rp"])
        hilang = hasil.loc[hilang, "induk"]


@given(trees(RUPIAH))
def test_an_incomplete_list_of_children_is_not_summed(frame):
    tidak_lengkap = frame.loc[frame["lengkap"] == "tidak", "kode"]
    assert summed(frame).loc[tidak_lengkap, "anak"].isna().all()
    assert np.isnan(jumlah_rincian([60, 30], lengkap="tidak")).all()


def test_amounts_in_sen_leave_no_binary_dust():
    assert residu(0.3, 0.1 + 0.2) == 0
    assert residu(18_508_617_440.3, 18_508_617_440.1) == 0.2


def test_a_weight_that_was_left_blank_counts_one_and_a_written_zero_counts_nothing():
    assert bobot_dipakai([2, NAN, 0]).tolist() == [2, 1, 0]
    assert jumlah_berbobot([100, 60], [1, 0.5]) == 130
    assert np.isnan(jumlah_berbobot([100, NAN], [1, 1]))


def test_people_are_counted_where_a_row_names_them():
    assert jumlah_orang([12, NAN, 30]) == 42
    assert np.isnan(jumlah_orang([NAN, NAN]))

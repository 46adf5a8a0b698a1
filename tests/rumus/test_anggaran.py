"""Budget: absorption, and a tree whose stated figures stand beside the sums of their children."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.formulas.anggaran import kedalaman, pohon, serapan, sisa

PAGU, REALISASI = 18_508_617_440, 15_450_065_461
RUPIAH = st.integers(0, 10**10)
MUNGKIN_RUPIAH = st.none() | RUPIAH


@st.composite
def trees(draw, nilai=MUNGKIN_RUPIAH):
    """Draw a tree in random row order; node 0 is the root, every other hangs under an earlier one."""
    n = draw(st.integers(1, 12))
    induk = [""] + [str(draw(st.integers(0, i - 1))) for i in range(1, n)]
    baris = [(str(i), induk[i], draw(nilai), draw(st.booleans())) for i in range(n)]
    frame = pd.DataFrame(draw(st.permutations(baris)), columns=["kode", "induk", "nilai_rp", "lengkap"])
    return frame.assign(nilai_rp=frame["nilai_rp"].astype("Float64"))


def hold(frame, **changes):
    frame = frame.assign(**changes)
    return pohon(**frame).set_axis(frame["kode"].tolist()).assign(induk=frame["induk"].tolist())


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
    assert serapan(pagu, realisasi).round(2).item() == persen
    assert sisa(pagu, realisasi).item() == rupiah


@pytest.mark.parametrize(("pagu", "realisasi"), [(0, 0), (0, 5), (None, 5), (5, None)])
def test_serapan_without_a_pagu_or_realisasi_is_unknown(pagu, realisasi):
    assert np.isnan(serapan([pagu], [realisasi])).all()


def test_kedalaman_survives_missing_parents_and_cycles():
    kode, induk = pd.Series(["0", "A", "A.1", "X", "P", "Q"]), pd.Series(["", "0", "A", "hilang", "Q", "P"])
    assert kedalaman(kode, induk).tolist() == [0, 1, 2, 0, -1, -1]


@given(trees())
def test_residu_is_the_stated_figure_less_the_children(frame):
    hasil = hold(frame, lengkap=True)
    dinyatakan = frame.set_index("kode")["nilai_rp"]
    for kode in hasil.index:
        anak = hasil.loc[hasil["induk"] == kode, "nilai"]
        jumlah = anak.sum(skipna=False) if len(anak) else np.nan
        sendiri = dinyatakan[kode] if pd.notna(dinyatakan[kode]) else np.nan
        baris = hasil.loc[kode]
        assert baris["anak"] == pytest.approx(jumlah, nan_ok=True)
        assert baris["residu"] == pytest.approx(sendiri - jumlah, nan_ok=True)
        assert baris["nilai"] == pytest.approx(jumlah if np.isnan(sendiri) else sendiri, nan_ok=True)
        assert baris["dari_anak"] == (np.isnan(sendiri) and not np.isnan(jumlah))


@given(trees(RUPIAH))
def test_leaves_alone_add_up_to_the_root(frame):
    daun = ~frame["kode"].isin(frame["induk"])
    hasil = hold(frame, nilai_rp=frame["nilai_rp"].where(daun), lengkap=True)
    assert hasil.loc["0", "nilai"] == frame.loc[daun, "nilai_rp"].sum()
    assert hasil["residu"].isna().all()


@given(trees(RUPIAH))
def test_a_missing_child_leaves_every_sum_above_it_unknown(frame):
    daun = ~frame["kode"].isin(frame["induk"])
    hilang = frame.loc[daun, "kode"].iloc[0]
    nilai = frame["nilai_rp"].where(daun & (frame["kode"] != hilang))
    hasil = hold(frame, nilai_rp=nilai, lengkap=True)
    while hilang:
        assert np.isnan(hasil.loc[hilang, "nilai"])
        hilang = hasil.loc[hilang, "induk"]


@given(trees(RUPIAH))
def test_an_incomplete_list_of_children_is_not_summed(frame):
    tidak_lengkap = frame.loc[~frame["lengkap"], "kode"]
    assert hold(frame).loc[tidak_lengkap, "anak"].isna().all()


def test_amounts_in_sen_leave_no_binary_dust():
    kode, induk = pd.Series(["0", "A", "B"]), pd.Series(["", "0", "0"])
    assert pohon(kode, induk, pd.Series([0.3, 0.1, 0.2]), pd.Series([True] * 3))["residu"].iloc[0] == 0

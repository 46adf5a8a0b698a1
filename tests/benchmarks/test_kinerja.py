"""What the benchmarks compare does the same work."""

import sys
from importlib import import_module

import numpy as np
import pandas as pd
import pytest

from benchmarks.kinerja import daftar, rumus
from benchmarks.kinerja.__main__ import baris
from benchmarks.kinerja.jam import Waktu, bertanding, perintah, rasio, tengah


@pytest.mark.parametrize("name", rumus.RUMUS)
def test_a_formula_in_plain_numpy_and_row_by_row_gives_the_same(name):
    columns = rumus.data(2000)
    ours, plain, row = rumus.RUMUS[name]
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.asarray(ours(columns))
        assert pd.Series(expected).equals(pd.Series(np.asarray(plain(columns), dtype=expected.dtype)))
        one_by_one = pd.DataFrame(columns).apply(row, axis=1)
    if expected.dtype == object:
        assert one_by_one.tolist() == expected.tolist()
    else:
        np.testing.assert_allclose(one_by_one.to_numpy(float), expected, rtol=1e-12)


def test_every_measurement_has_a_name_and_a_title():
    for name in daftar.MODUL:
        import_module(f"benchmarks.kinerja.{name}")
    assert all(u.judul and u.nama == n for n, u in daftar.UKURAN.items())


def test_rounds_go_both_ways_and_ratios_are_taken_within_them():
    order = []
    times = {"a": [2.0, 30.0, 4.0], "b": [1.0, 10.0, 1.0]}

    def take(name):
        def timed():
            order.append(name)
            return Waktu(times[name][len(order) // 2 - (len(order) % 2 == 0)])

        return timed

    rounds = bertanding({"a": take("a"), "b": take("b")}, 3)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert rasio(rounds["a"], rounds["b"]) == 3
    assert tengah(rounds["b"]) == Waktu(1.0, None)


def test_a_command_is_timed_with_what_outlives_it():
    work = "import sys, subprocess; subprocess.Popen([sys.executable, '-c', 'sum(range(3_000_000))'])"
    assert perintah([sys.executable, "-c", work]).cpu > perintah([sys.executable, "-c", ""]).cpu
    with pytest.raises(RuntimeError, match="tidak jadi"):
        perintah([sys.executable, "-c", "import sys; sys.exit('tidak jadi')"])


def test_a_row_of_the_table():
    row = daftar.Hasil("satu laporan", 1.234, "0,31 × rantai biasa", cpu=2.0, memori_mb=512.4, catatan="x")
    assert baris(row) == "| satu laporan | 1,23 | 0,31 × rantai biasa | 2,00 | 512 | x |"

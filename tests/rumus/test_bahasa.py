"""The closed language: each operator leaves its node with its sides in order, and what is outside says so."""

import numpy as np
import pytest

from lkip_lib.rumus.bahasa import (
    BOLEH,
    KATA,
    TIDAK_ADA,
    DiLuarBahasa,
    Kolom,
    anak,
    banyak,
    bulat,
    cadangan,
    jumlah,
    kolom_dibaca,
    semua,
    simpul,
    terisi,
)
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.ungkapan import terbit

A, B = Kolom("a"), Kolom("b")
LIMA = np.float64(5)
NODES = [
    (lambda: A + B, "(a + b)"),
    (lambda: 5 + A, "(5 + a)"),
    (lambda: LIMA + A, "(5 + a)"),
    (lambda: A - B, "(a - b)"),
    (lambda: 5 - A, "(5 - a)"),
    (lambda: LIMA - A, "(5 - a)"),
    (lambda: A * B, "(a * b)"),
    (lambda: 5 * A, "(5 * a)"),
    (lambda: LIMA * A, "(5 * a)"),
    (lambda: A / B, "(a / b)"),
    (lambda: 5 / A, "(5 / a)"),
    (lambda: LIMA / A, "(5 / a)"),
    (lambda: -A, "(-a)"),
    (lambda: np.negative(A), "(-a)"),
    (lambda: +A, "a"),
    (lambda: abs(A), "abs(a)"),
    (lambda: np.abs(A), "abs(a)"),
    (lambda: A < 5, "banding(a, '<', 5)"),
    (lambda: A <= 5, "banding(a, '<=', 5)"),
    (lambda: A > 5, "banding(a, '>', 5)"),
    (lambda: A >= 5, "banding(a, '>=', 5)"),
    (lambda: A == 5, "banding(a, '=', 5)"),
    (lambda: A != 5, "banding(a, '<>', 5)"),
    (lambda: np.less(LIMA, A), "banding(5, '<', a)"),
    (lambda: np.less_equal(LIMA, A), "banding(5, '<=', a)"),
    (lambda: np.greater(LIMA, A), "banding(5, '>', a)"),
    (lambda: np.greater_equal(LIMA, A), "banding(5, '>=', a)"),
    (lambda: np.equal(LIMA, A), "banding(5, '=', a)"),
    (lambda: np.not_equal(LIMA, A), "banding(5, '<>', a)"),
    (lambda: (A > 0) & (B > 0), "dan(banding(a, '>', 0), banding(b, '>', 0))"),
    (lambda: True & (B > 0), "dan(True, banding(b, '>', 0))"),
    (lambda: np.logical_and(True, B > 0), "dan(True, banding(b, '>', 0))"),
    (lambda: np.bitwise_and(True, B > 0), "dan(True, banding(b, '>', 0))"),
    (lambda: (A > 0) | (B > 0), "atau(banding(a, '>', 0), banding(b, '>', 0))"),
    (lambda: False | (B > 0), "atau(False, banding(b, '>', 0))"),
    (lambda: np.logical_or(False, B > 0), "atau(False, banding(b, '>', 0))"),
    (lambda: np.bitwise_or(False, B > 0), "atau(False, banding(b, '>', 0))"),
    (lambda: ~(A > 0), "bukan(banding(a, '>', 0))"),
    (lambda: np.invert(A > 0), "bukan(banding(a, '>', 0))"),
    (lambda: np.logical_not(A > 0), "bukan(banding(a, '>', 0))"),
    (lambda: np.minimum(A, 5), "min(a, 5)"),
    (lambda: np.maximum(5, A), "max(5, a)"),
    (lambda: np.isnan(A), "kosong(a)"),
    (lambda: np.clip(A, 0, 5), "min(max(a, 0), 5)"),
    (lambda: np.clip(A, 0, None), "max(a, 0)"),
    (lambda: np.clip(A, None, 5), "min(a, 5)"),
    (lambda: np.clip(A, None, None), "a"),
    (lambda: np.where(A > 0, A, "ya"), "jika(banding(a, '>', 0), a, 'ya')"),
    (lambda: cadangan(5, A), "cadangan(5, a)"),
    (lambda: jumlah(A) / banyak(A) + terisi(A), "((jumlah(a) / banyak(a)) + terisi(a))"),
    (lambda: bulat(A, 2), "bulat(a, 2, 'setengah_ke_atas')"),
    (lambda: bulat(A, None), "a"),
]


@pytest.mark.parametrize(("node", "text"), NODES, ids=range(len(NODES)))
def test_each_operator_leaves_its_node_with_its_sides_in_order(node, text):
    assert terbit(node()) == text


@pytest.mark.parametrize(
    ("x", "op", "isi"),
    [
        (True, "benar", True),
        (np.bool_(False), "benar", False),
        ("ya", "teks", "ya"),
        (np.str_("ya"), "teks", "ya"),
        (5, "angka", 5.0),
        (np.int64(5), "angka", 5.0),
        (np.float32(0.5), "angka", 0.5),
        (np.array(5), "angka", 5.0),
        (float("nan"), "tanpa", "tidak_dapat_dihitung"),
    ],
    ids=repr,
)
def test_what_stands_in_a_formula_becomes_a_node_of_its_kind(x, op, isi):
    node = simpul(x)
    assert (node.op, node.isi) == (op, (isi,))
    assert type(node.isi[0]) is type(isi)


@pytest.mark.parametrize(
    "do",
    [
        lambda: simpul(np.array([1.0, 2.0])),
        lambda: simpul(None),
        lambda: simpul([1]),
        lambda: bool(A > 0),
        lambda: len(A),
        lambda: float(A),
        lambda: int(A),
        lambda: A[0],
        lambda: list(A),
        lambda: range(A),
        lambda: A**2,
        lambda: A.mean(),
        lambda: np.log(A),
        lambda: np.add.reduce(A),
        lambda: np.where(A > 0),
        lambda: np.where(A, A, x=A),
        lambda: np.clip(A, 0, 5, out=None),
        lambda: np.clip(A, min=0),
        lambda: np.mean(A),
    ],
    ids=range(19),
)
def test_what_is_outside_of_the_language_says_so(do):
    with pytest.raises(TypeError):
        do()


def test_a_refusal_tells_pandas_from_a_method_and_lists_what_may_be_written():
    with pytest.raises(DiLuarBahasa, match=r"^Fungsi pandas tidak dikenal dalam rumus\. Yang boleh: "):
        A._mgr  # noqa: B018
    with pytest.raises(DiLuarBahasa, match=r"^\.mean tidak dikenal"):
        A.mean  # noqa: B018
    assert not hasattr(A, "__wrapped__")
    assert not hasattr(A, "__x")
    words = "np.where np.clip np.minimum np.abs np.isnan cadangan jumlah banyak terisi bersih bulat TIDAK_ADA,"
    assert [kata.split("(")[0].split()[0] for kata in KATA] == words.split()
    assert all(kata.split("(")[0] in BOLEH for kata in KATA)


def test_a_tree_names_the_figures_that_it_reads_once_and_in_their_order():
    @rumus
    def dua_kali(b):
        return b * 2

    tree = np.where(A > 0, dua_kali(B) + A, Kolom("c"))
    assert kolom_dibaca(tree) == ["a", "b", "c"]
    assert kolom_dibaca(TIDAK_ADA) == []
    assert [n.op for n in anak(dua_kali(B))] == ["*"]
    assert sorted(n.op for n in semua(A + A)) == ["+", "kolom"]

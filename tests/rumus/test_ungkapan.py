"""The published text of a formula: a stranger's arithmetic, read back as the same tree."""

import numpy as np
import pytest

from lkip_lib.rumus.bahasa import (
    TIDAK_ADA,
    TIDAK_BERLAKU,
    Kolom,
    banyak,
    bersih,
    bulat,
    cadangan,
    jumlah,
    simpul,
    terisi,
)
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.ungkapan import angka_dalam, baca, terbit

A, B = Kolom("a"), Kolom("b")


@rumus
def dua_kali(a):
    return a * 2


TEXTS = [
    (A + B - A, "((a + b) - a)"),
    (A * B / 3, "((a * b) / 3)"),
    (dua_kali(A) + 1, "((a * 2) + 1)"),
    (-(A + 1), "(-(a + 1))"),
    (A - simpul(-2.5), "(a - -2.5)"),
    (abs(A), "abs(a)"),
    (bulat(A, 2), "bulat(a, 2, 'setengah_ke_atas')"),
    (bulat(A + 1, 0, "potong"), "bulat((a + 1), 0, 'potong')"),
    (bersih(cadangan(A, B)), "bersih(cadangan(a, b))"),
    (np.where(A >= B, "ya", "tidak"), "jika(banding(a, '>=', b), 'ya', 'tidak')"),
    (
        np.where((A != 0) & ~(B < 1), True, False),
        "jika(dan(banding(a, '<>', 0), bukan(banding(b, '<', 1))), True, False)",
    ),
    (np.where(np.isnan(A), TIDAK_ADA, TIDAK_BERLAKU), "jika(kosong(a), tidak_dapat_dihitung, tidak_berlaku)"),
    (np.clip(A, -20, 120.5), "min(max(a, -20), 120.5)"),
    (jumlah(A) / banyak(A) + terisi(A), "((jumlah(a) / banyak(a)) + terisi(a))"),
]


@pytest.mark.parametrize(("tree", "text"), TEXTS, ids=[t for _, t in TEXTS])
def test_each_construct_is_published_and_read_back(tree, text):
    assert terbit(tree) == text
    back = baca(text)
    assert terbit(back) == text
    assert angka_dalam(back) == angka_dalam(tree)


def test_what_is_read_back_is_told_apart_as_before():
    assert baca("tidak_berlaku") is TIDAK_BERLAKU
    assert baca("tidak_dapat_dihitung") is TIDAK_ADA
    assert (baca("'2'").op, baca("2").op, baca("True").op, baca("a").op) == ("teks", "angka", "benar", "kolom")
    assert (baca("-2.5").op, baca("-2.5").isi) == ("angka", (-2.5,))
    assert baca("-a").op == "neg"
    assert baca("bulat(a, 2, 'potong')").isi[1:] == (2, "potong")


def test_the_numbers_of_a_tree_are_those_that_it_holds_and_the_decimals_it_rounds_to():
    assert angka_dalam(bulat(A * 100 + 7, 2)) == {100, 7, 2}
    assert angka_dalam(np.where(A > 0, "ya", B)) == {0}


@pytest.mark.parametrize("text", ["a ** 2", "a[0]", "not a", "bulat(a, b, 'potong')[0]", "lambda: a", "a if a else b"])
def test_what_no_formula_publishes_is_not_read(text):
    with pytest.raises((ValueError, KeyError)):
        baca(text)

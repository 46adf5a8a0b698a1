"""A formula in words and with its numbers: each construct has its words, and brackets stand where they count."""

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
from lkip_lib.rumus.tulis import awal_kecil, dengan_angka, kalimat, syarat

A, B, C, K = map(Kolom, "abck")
NAN = float("nan")


@rumus
def dua_kali(a):
    return a * 2


@rumus
def bercabang(a):
    return np.where(a == 0, 100, a * 2)


WORDS = [
    (A + B * C, "a + b × c"),
    ((A + B) * C, "(a + b) × c"),
    (A - (B - C), "a − (b − c)"),
    (A - (B + C), "a − (b + c)"),
    (A + (B - C), "a + b − c"),
    (A / (B / C), "a ÷ (b ÷ c)"),
    (A * (B / C), "a × b ÷ c"),
    (-(A * B), "−(a × b)"),
    (-(A / B), "−(a ÷ b)"),
    (A * B / C, "a × b ÷ c"),
    (A + B - C, "a + b − c"),
    (-A, "−a"),
    (abs(A - B), "besarnya (a − b)"),
    (bersih(A + B) * C, "(a + b) × c"),
    (bulat(A, 2), "a, dibulatkan 2 desimal"),
    (bulat(A, 0, "potong"), "a, dipotong 0 desimal"),
    (np.minimum(A, B), "yang terkecil dari (a) dan (b)"),
    (np.maximum(A, B), "yang terbesar dari (a) dan (b)"),
    (np.minimum(A, 100), "paling tinggi 100 (a)"),
    (np.maximum(A, 0), "paling rendah 0 (a)"),
    (np.where(A > 0, B, C), "bila a > 0: b; selain itu c"),
    (np.where(A > 0, B, C) + 1, "(bila a > 0: b; selain itu c) + 1"),
    (A >= B, "a ≥ b"),
    (A <= B, "a ≤ b"),
    (A != B, "a ≠ b"),
    (A == B, "a = b"),
    (A < B, "a < b"),
    (A + B > C - 1, "a + b > c − 1"),
    ((A > 0) & (B > 0), "a > 0 dan b > 0"),
    ((A > 0) | ~(B > 0), "a > 0 atau bukan (b > 0)"),
    (np.isnan(A + B), "a + b tidak ada"),
    (cadangan(A, B), "a, bila tidak ada b"),
    (jumlah(A * B), "jumlah (a × b)"),
    (banyak(A), "banyak anggota"),
    (terisi(A), "banyak anggota yang ada a-nya"),
    (simpul("ya"), "ya"),
    (simpul(""), "tanpa sebutan"),
    (simpul(True), "ya"),
    (simpul(False), "tidak"),
    (TIDAK_ADA, "tidak dapat dihitung"),
    (TIDAK_BERLAKU, "tidak berlaku"),
    (dua_kali(A + B) - C, "(a + b) × 2 − c"),
    (C - (dua_kali(A) + B), "c − (a × 2 + b)"),
    (A * simpul(-2.5), "a × (−2,5)"),
    (A + 1234.5, "a + 1.234,5"),
]


@pytest.mark.parametrize(("tree", "words"), WORDS, ids=[w for _, w in WORDS])
def test_each_construct_has_its_words(tree, words):
    assert kalimat(tree, "", str) == words


@pytest.mark.parametrize(
    "tree", [np.where(A > 0, B, C), np.minimum(A, 1), np.maximum(A, 1), cadangan(A, 0), bersih(A), bulat(A, 2),
             banyak(A), terisi(A)])  # fmt: skip
def test_what_no_line_can_hold_is_said_by_its_meaning(tree):
    assert kalimat(tree, "Arti yang ditulis.", str) == "arti yang ditulis"
    assert kalimat(tree, "Nilai X.", str) == "nilai X"
    assert kalimat(jumlah(A), "Arti yang ditulis.", str) == "jumlah (a)"


def test_a_sentence_begins_small_within_another_but_a_name_keeps_its_capitals():
    assert awal_kecil("Realisasi ÷ pagu") == "realisasi ÷ pagu"
    assert awal_kecil("IKM unit layanan") == "IKM unit layanan"
    assert awal_kecil("") == ""


NUMBERS = [
    (A / B * 100, {"a": [54.0], "b": [-20.0]}, "54 ÷ (−20) × 100"),
    (dua_kali(A), {"a": [3.0]}, "3 × 2"),
    (A + B, {"a": [0.0], "b": [3.0]}, "0 + 3"),
    (cadangan(dua_kali(A), B + 1), {"b": [3.0]}, "3 + 1"),
    (cadangan(dua_kali(A), B + 1), {"a": [5.0], "b": [3.0]}, "5 × 2"),
    (jumlah(A) / terisi(A) * 25, {"a": [4.0, -3.0, 3.0]}, "(4 + (−3) + 3) ÷ 3 × 25"),
    (bersih(jumlah(A) / banyak(A)), {"a": [3.2, 3.2]}, "(3,2 + 3,2) ÷ 2"),
    (jumlah(bulat(A, 1)), {"a": [1.5]}, "1,5, dibulatkan 1 desimal"),
    (banyak(A) * 2, {"a": [1.0, 5.0, 3.0]}, "3 × 2"),
    (terisi(A) * 2, {"a": [1.0, 5.0, 3.0]}, "3 × 2"),
    (jumlah(A) * B, {"a": [1.0, 2.0], "b": [3.0]}, "(1 + 2) × 3"),
    (np.where(A / B > 1, A * 2, C + 1), {"a": [1.0], "b": [0.0], "c": [1.0]}, ""),
    (A, {"a": [1.0]}, ""),
    (np.where(A > 0, 1, 2), {"a": [3.0]}, ""),
    (np.where(A > 0, B + 1, 2), {"b": [3.0]}, ""),
    (np.where(A > 0, "ya", "tidak"), {"a": [3.0]}, ""),
    (B * TIDAK_ADA, {"b": [3.0]}, ""),
    (A / B, {"a": ["ya"], "b": [1.0]}, ""),
    (jumlah(A) / banyak(A), {"a": [1.0, NAN]}, ""),
    (jumlah(A) / banyak(A), {"a": [1.0, "ya"]}, ""),
    (jumlah(A) / banyak(A), {}, ""),
]


@pytest.mark.parametrize(("tree", "figures", "text"), NUMBERS, ids=range(len(NUMBERS)))
def test_only_what_a_figure_was_reckoned_from_is_written(tree, figures, text):
    assert dengan_angka(tree, figures) == text


NIHIL = np.where(A == 0, 100, np.where(A > 5, 50, B))
CONDITIONS = [
    (NIHIL, {"a": [0.0], "b": [1.0]}, "a = 0"),
    (NIHIL, {"a": [6.0], "b": [1.0]}, "a > 5"),
    (NIHIL, {"a": [1.0], "b": [1.0]}, ""),
    (NIHIL, {"b": [1.0]}, ""),
    (np.where(A > 1, np.where(B > 1, 100, A), A), {"a": [2.0], "b": [2.0]}, "a > 1 dan b > 1"),
    (np.where(K == "nihil", 100, A), {"a": [2.0], "k": ["nihil"]}, "k = nihil"),
    (np.where(A > 1, dua_kali(A), 1), {"a": [2.0]}, ""),
    (np.where(jumlah(A) > 1, 100, 1), {"a": [2.0]}, ""),
    (np.where(banyak(A) > 0, 100, 1), {"a": [2.0]}, ""),
    (np.where(terisi(A) > 0, 100, 1), {"a": [2.0]}, ""),
    (bercabang(A), {"a": [0.0]}, "a = 0"),
    (np.where(K == "", 100, A), {"a": [2.0], "k": [""]}, ""),
    (simpul(5), {}, ""),
]


@pytest.mark.parametrize(("tree", "figures", "text"), CONDITIONS, ids=range(len(CONDITIONS)))
def test_of_a_number_that_the_formula_holds_the_condition_is_told(tree, figures, text):
    assert syarat(tree, figures, str) == text

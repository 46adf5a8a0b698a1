"""Computing a tree: the five states through every construct, and one result however a formula is run."""

import ast
import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib.rumus.bahasa import (
    TIDAK_ADA,
    TIDAK_BERLAKU,
    Kolom,
    Simpul,
    banyak,
    bersih,
    bulat,
    cadangan,
    jumlah,
    semua,
    terisi,
)
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.nilai import (
    KEADAAN,
    Kelompok,
    Nilai,
    banding,
    berkata,
    bulatkan,
    cabang,
    dibaca,
    hanya_memilih,
    hitung,
    penentu,
    pilihan,
)
from lkip_lib.rumus.tulis import dengan_angka, kalimat
from lkip_lib.rumus.ungkapan import baca, terbit

A, B = Kolom("a"), Kolom("b")
ANGKA, HITUNG, ISI, LAKU, BACA = KEADAAN
NAN = float("nan")


def satu(s, **isi):
    """Compute a tree on one row; a figure is a number or one of the states."""
    kolom = {}
    for k, v in isi.items():
        keadaan = KEADAAN.index(v) if v in KEADAAN else 0
        kolom[k] = Nilai(np.array([NAN if keadaan else v]), np.array([keadaan], np.int8))
    return _hasil(hitung(s, kolom, 1))


def grup(s, *anggota):
    """Compute a tree on the members `a` of one group."""
    keadaan = np.array([KEADAAN.index(v) if v in KEADAAN else 0 for v in anggota], np.int8)
    nilai = np.array([NAN if v in KEADAAN else v for v in anggota], float)
    kelompok = Kelompok(np.zeros(len(anggota), np.intp), 1)
    return _hasil(hitung(s, {"a": Nilai(nilai, keadaan)}, 1, kelompok))


def _hasil(n):
    return KEADAAN[n.keadaan[0]] if n.keadaan[0] else n.isi[0]


def test_damaged_is_stronger_than_not_applicable_than_missing_than_not_computable():
    assert KEADAAN == ("angka", "tidak_dapat_dihitung", "belum_diisi", "tidak_berlaku", "tidak_terbaca")


DUA = [A + B, A - B, A * B, A / B, A < B, A <= B, A > B, A >= B, A == B, A != B,
       np.minimum(A, B), np.maximum(A, B), np.clip(A, B, None)]  # fmt: skip


@pytest.mark.parametrize("s", DUA, ids=terbit)
@pytest.mark.parametrize("kuat", range(1, 5))
def test_of_two_figures_the_stronger_state_counts(s, kuat):
    for lemah in range(kuat + 1):
        a, b = KEADAAN[kuat], KEADAAN[lemah] if lemah else 5.0
        assert satu(s, a=a, b=b) == KEADAAN[kuat]
        assert satu(s, a=b, b=a) == KEADAAN[kuat]


@pytest.mark.parametrize("s", [-A, abs(A), bersih(A), bulat(A, 2), bulat(A, 0, "potong"), ~(A > 1)], ids=terbit)
@pytest.mark.parametrize("keadaan", KEADAAN[1:])
def test_of_one_figure_its_state_counts(s, keadaan):
    assert satu(s, a=keadaan) == keadaan


JIKA = np.where(A > 1, B, 0)
TABEL = [
    # dividing
    (A / B, 5.0, 0.0, HITUNG),
    (A / B, 0.0, 0.0, HITUNG),
    (A / B, ISI, 0.0, ISI),
    (A / B, LAKU, 0.0, LAKU),
    (A * B, 1e308, 1e308, HITUNG),
    # choosing: only the branch that is taken is read
    (JIKA, 2.0, 7.0, 7.0),
    (JIKA, 0.0, BACA, 0.0),
    (JIKA, 2.0, BACA, BACA),
    (JIKA, ISI, 7.0, ISI),  # a condition without a figure chooses nothing
    (JIKA, ISI, BACA, BACA),  # either might have been taken: what is damaged there counts too
    (JIKA, BACA, ISI, BACA),
    (np.where(A > 1, TIDAK_BERLAKU, TIDAK_ADA), 2.0, 0.0, LAKU),
    (np.where(A > 1, TIDAK_BERLAKU, TIDAK_ADA), 0.0, 0.0, HITUNG),
    # and, or: what decides is enough
    ((A > 1) & (B > 1), 0.0, BACA, 0.0),
    ((A > 1) & (B > 1), 2.0, BACA, BACA),
    ((A > 1) | (B > 1), 2.0, BACA, 1.0),
    ((A > 1) | (B > 1), 0.0, BACA, BACA),
    ((A > 1) & (B > 1), BACA, 0.0, BACA),
    # asking whether there is a figure has always an answer
    (np.isnan(A), ISI, 0.0, 1.0),
    (np.isnan(A), 0.0, 0.0, 0.0),
    (np.isnan(A / B), 1.0, 0.0, 1.0),
    (np.where(np.isnan(A), 1, A), BACA, 0.0, 1.0),
    # a stand-in
    (cadangan(A, B), 3.0, BACA, 3.0),
    (cadangan(A, B), ISI, 4.0, 4.0),
    (cadangan(A, B), BACA, 4.0, 4.0),
    (cadangan(A, B), HITUNG, ISI, ISI),
    (cadangan(A, B), ISI, BACA, BACA),
    (cadangan(A, B), ISI, LAKU, ISI),  # a stand-in that does not apply says nothing
    (cadangan(A, B), LAKU, ISI, LAKU),
    (cadangan(A, B), LAKU, LAKU, LAKU),
]  # fmt: skip


@pytest.mark.parametrize(("s", "a", "b", "hasil"), TABEL, ids=lambda v: terbit(v) if isinstance(v, Simpul) else str(v))
def test_each_construct_passes_states_by_its_own_rule(s, a, b, hasil):
    assert satu(s, a=a, b=b) == hasil


@pytest.mark.parametrize(
    ("s", "anggota", "hasil"),
    [
        (jumlah(A), (1.0, 2.0), 3.0),
        (jumlah(A), (1.0, ISI), ISI),  # one missing member leaves it missing
        (jumlah(A), (ISI, BACA), BACA),
        (jumlah(A), (HITUNG, ISI, LAKU), LAKU),
        (jumlah(A), (), LAKU),  # a sum over nobody does not apply
        (jumlah(cadangan(A, 0)), (1.0, ISI), 1.0),
        (banyak(A), (1.0, ISI, BACA), 3.0),
        (banyak(A), (), 0.0),
        (terisi(A), (1.0, ISI, BACA), 1.0),
        (terisi(A), (ISI,), 0.0),
        (terisi(A), (), 0.0),
        (jumlah(A) / banyak(A), (1.0, 3.0), 2.0),
        (jumlah(A) / banyak(A), (), LAKU),
        (jumlah(A) / jumlah(A), (1.0, -1.0), HITUNG),
        (np.where(terisi(A) > 0, jumlah(cadangan(A, 0)), TIDAK_BERLAKU), (ISI, ISI), LAKU),
    ],
)
def test_members_pass_their_states_to_the_figure_of_their_group(s, anggota, hasil):
    assert grup(s, *anggota) == hasil


def test_groups_are_told_apart_and_one_without_members_has_a_row_too():
    nilai = Nilai(np.array([1.0, NAN, 4.0]), np.array([0, 2, 0], np.int8))
    hasil = hitung(jumlah(A), {"a": nilai}, 3, Kelompok(np.array([0, 1, 0]), 3))
    assert hasil.isi.tolist() == pytest.approx([5, NAN, NAN], nan_ok=True)
    assert [KEADAAN[k] for k in hasil.keadaan] == [ANGKA, ISI, LAKU]


def test_a_comparison_is_made_of_what_a_person_would_call_equal():
    assert satu(np.where(A >= B, 1, 0), a=0.27 / 0.3 * 100, b=90.0) == 1
    assert satu(np.where(A == B, 1, 0), a=0.1 + 0.2, b=0.3) == 1
    assert satu(np.where(A > B, 1, 0), a=90 + 1e-8, b=90.0) == 1
    assert banding("ya", "=", "ya") == np.True_
    assert banding(np.array(["ya", ""], object), "<>", "ya").tolist() == [False, True]


@pytest.mark.parametrize(
    ("nilai", "desimal", "cara", "hasil"),
    [
        (0.125, 2, "setengah_ke_atas", 0.13),
        (-0.125, 2, "setengah_ke_atas", -0.13),  # half away from zero
        (1.005, 2, "setengah_ke_atas", 1.01),  # as it is printed, not as it is stored
        (98.729, 2, "potong", 98.72),
        (-98.729, 2, "potong", -98.72),
        (2.5, 0, "setengah_ke_atas", 3),
    ],
)
def test_rounding_is_right_on_the_decimal_text(nilai, desimal, cara, hasil):
    assert bulatkan(nilai, desimal, cara) == hasil


# ---- random formulas: the tree, its published text and the plain function are one thing
SUMBER = ("a", "b")
DUA_OP = ("{} + {}", "{} - {}", "{} * {}", "{} / {}", "np.minimum({}, {})", "np.maximum({}, {})",
          "cadangan({} + 0 * a, {})")  # fmt: skip
SYARAT = ("{} < {}", "{} <= {}", "{} > {}", "{} >= {}", "{} == {}", "{} != {}", "np.isnan({}) | ({} > 0)")


@st.composite
def formulas(draw, dalam=3):
    """Draw the text of a formula over `a` and `b`."""
    if not dalam or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(SUMBER) | st.integers(-9, 9).map(lambda n: f"({n} + 0 * b)"))
    satu, dua = (f"({draw(formulas(dalam - 1))})" for _ in range(2))
    match draw(st.integers(0, 3)):
        case 0:
            syarat = draw(st.sampled_from(SYARAT)).format(satu, dua)
            return f"np.where({syarat}, {draw(formulas(dalam - 1))}, {draw(st.sampled_from(SUMBER))})"
        case 1:
            return draw(st.sampled_from(("-{}", "np.abs({})", "bersih({} + 0 * a)", "bulat({} + 0 * b, 1)"))).format(
                satu
            )
    return draw(st.sampled_from(DUA_OP)).format(satu, dua)


FIGURES = st.floats(-1e6, 1e6).map(lambda v: round(v, 3)) | st.sampled_from([0.0, 1.0, NAN])


def plain(text, a, b):
    """Compute a formula without the library, by the language's own rules, one number at a time."""
    return _plain(ast.parse(text, mode="eval").body, {"a": a, "b": b})


def _plain(n, isi):
    match n:
        case ast.Constant(value=v):
            return float(v)
        case ast.Name(id=k):
            return isi[k]
        case ast.UnaryOp(op=ast.USub(), operand=x):
            return -_plain(x, isi)
        case ast.BinOp(left=x, op=ast.BitOr(), right=y):
            first = _plain(x, isi)
            return 1.0 if first == 1 else (first if first != first else _plain(y, isi))
        case ast.BinOp(left=x, op=op, right=y):
            x, y = _plain(x, isi), _plain(y, isi)
            match op:
                case ast.Add():
                    return x + y
                case ast.Sub():
                    return x - y
                case ast.Mult():
                    return x * y
            return x / y if y != 0 else NAN
        case ast.Compare(left=x, ops=[op], comparators=[y]):
            beda = round(_plain(x, isi) - _plain(y, isi), 9)
            if beda != beda:
                return NAN
            sign = {ast.Lt: beda < 0, ast.LtE: beda <= 0, ast.Gt: beda > 0, ast.GtE: beda >= 0,
                    ast.Eq: beda == 0, ast.NotEq: beda != 0}  # fmt: skip
            return float(sign[type(op)])
        case ast.Call(func=f, args=args):
            nama = f.attr if isinstance(f, ast.Attribute) else f.id
            if nama == "where":
                syarat = _plain(args[0], isi)
                return NAN if syarat != syarat else _plain(args[1] if syarat else args[2], isi)
            x, *lain = (_plain(x, isi) for x in args)
            if nama == "isnan":
                return float(x != x)
            if nama == "cadangan":
                return lain[0] if x != x else x
            if x != x or (lain and lain[0] != lain[0]):
                return NAN
            if nama == "bulat":
                return float(bulatkan(x, 1, "setengah_ke_atas"))
            return {"minimum": min, "maximum": max, "abs": abs, "bersih": lambda v: round(v, 9)}[nama](x, *lain)
    raise AssertionError(ast.dump(n))


@given(formulas(), FIGURES, FIGURES)
def test_a_tree_computes_what_its_text_says(text, a, b):
    room = {"np": np, "cadangan": cadangan, "bersih": bersih, "bulat": bulat, "__name__": "__main__"}
    exec(f"def f(a, b):\n    return {text} + 0 * a + 0 * b", room)
    formula = rumus(room["f"])
    expected = plain(f"{text} + 0 * a + 0 * b", a, b)
    expected = expected if math.isfinite(expected) else NAN
    assert formula(a, b) == pytest.approx(expected, rel=1e-9, abs=1e-6, nan_ok=True)
    # What is published is the same tree, and gives the same.
    tree = formula.pohon()
    back = baca(terbit(tree))
    assert terbit(back) == terbit(tree)
    kolom = {k: Nilai(np.array([v]), np.array([2 * (v != v)], np.int8)) for k, v in (("a", a), ("b", b))}
    one, two = hitung(tree, kolom, 1), hitung(back, kolom, 1)
    np.testing.assert_array_equal(one.isi, two.isi)
    np.testing.assert_array_equal(one.keadaan, two.keadaan)


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=8))
def test_rows_do_not_see_one_another(baris):
    @rumus
    def f(a, b):
        return np.where(a > b, a / b, cadangan(b, a) - bersih(a))

    a, b = (np.array(k) for k in zip(*baris, strict=True))
    together = f(a, b)
    assert together.tolist() == pytest.approx([f(x, y) for x, y in baris], nan_ok=True)


def test_published_text_is_python_arithmetic_and_named_functions_only():
    @rumus
    def f(a, b):
        return np.where((a > 0) & ~np.isnan(b), np.clip(bulat(a / b * 100, 2), -20, 120.5), TIDAK_ADA)

    text = terbit(f.pohon())
    tree = ast.parse(text, mode="eval")
    boleh = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.USub, ast.Call, ast.Name, ast.Load, ast.Constant,
             ast.Add, ast.Sub, ast.Mult, ast.Div)  # fmt: skip
    assert all(isinstance(n, boleh) for n in ast.walk(tree))


# ---- in words, and with numbers
def test_a_formula_in_words_keeps_the_brackets_that_count():
    assert kalimat((A - (B - A)) / A * 100, "", str) == "(a − (b − a)) ÷ a × 100"
    assert kalimat(A - B + 1, "", str) == "a − b + 1"
    assert kalimat(A / (B * 2), "", str) == "a ÷ (b × 2)"
    assert kalimat(np.where(A > 0, B, 0), "Arti yang ditulis.", str) == "arti yang ditulis"


def test_a_formula_with_its_numbers_writes_the_branch_that_was_taken():
    s = np.where(A > 0, A / B * 100, 0)
    assert dengan_angka(s, {"a": [5.0], "b": [-20.0]}) == "5 ÷ (−20) × 100"
    assert dengan_angka(s, {"a": [0.0], "b": [20.0]}) == ""  # a number is no reckoning
    assert dengan_angka(s, {"a": [5.0], "b": [NAN]}) == ""
    assert dengan_angka(np.where(np.isnan(B), A + 1, A / B), {"a": [2.0]}) == "2 + 1"
    assert dengan_angka(np.where(B == "belum", A * 2, 0), {"a": [3.0], "b": ["belum"]}) == "3 × 2"


def test_a_group_with_its_numbers_writes_every_member_and_no_weight_of_one():
    mean = jumlah(A * B) / jumlah(B)
    assert dengan_angka(mean, {"a": [80.0, 100.0], "b": [1.0, 1.0]}) == "(80 + 100) ÷ 2"
    assert dengan_angka(mean, {"a": [80.0, 100.0], "b": [3.0, 1.0]}) == "(80 × 3 + 100) ÷ (3 + 1)"
    assert dengan_angka(mean, {"a": [80.0, NAN], "b": [1.0, 1.0]}) == ""


def test_a_shared_node_is_walked_once():
    s = A
    for _ in range(60):
        s = s + s
    assert sum(1 for _ in semua(s)) == 61
    assert satu(s, a=random.Random(1).random()) > 0


def test_a_row_goes_by_what_a_formula_chooses_and_else_by_the_formula_itself():
    @rumus
    def naik(a, b):
        return a / b

    @rumus
    def rentang(a, b):
        return np.where(a > b, naik(a, b), 100)

    @rumus
    def pilih(a, b, *, jenis):
        return rentang(a, b) if jenis == "rentang" else np.where(b == 0, rentang(a, b), naik(a, b))

    @rumus
    def sel(a, b, *, jenis):
        return pilih(a, b, jenis=jenis) if jenis == "rentang" else np.where(a < 0, 0, pilih(a, b, jenis=jenis))

    def names(jenis):
        return [s.isi[0].nama for s in penentu(sel.pohon({"jenis": jenis}))]

    assert names("rentang") == ["rentang"]  # which computes a number of its own
    assert names("tingkat") == ["rentang", "naik"]
    assert list(penentu(naik.pohon())) == []


# ---- texts, and rows apart
def test_beside_a_text_what_is_no_text_has_no_letters():
    kolom = {"a": Nilai(np.array([2.0, 0.0, NAN]), np.array([0, 0, 2], np.int8))}
    hasil = hitung(np.where(A > 1, "ya", 5), kolom, 3)
    assert (hasil.isi.tolist(), hasil.keadaan.tolist()) == (["ya", "", ""], [0, 0, 2])
    hasil = hitung(np.where(A > 1, TIDAK_ADA, "tidak"), kolom, 3)
    assert (hasil.isi.tolist(), hasil.keadaan.tolist()) == (["", "tidak", ""], [1, 0, 2])
    hasil = hitung(np.where(A > 1, np.where(A > 5, "satu", "dua"), "tiga"), kolom, 3)
    assert (hasil.isi.tolist(), hasil.keadaan.tolist()) == (["dua", "tiga", ""], [0, 0, 2])


def test_what_holds_for_all_rows_stands_in_each():
    assert hitung(Kolom("a") * 0 + 3, {"a": Nilai(1.0)}, 3).isi.tolist() == [3, 3, 3]
    assert hitung(TIDAK_BERLAKU * 1, {}, 2).keadaan.tolist() == [3, 3]
    assert Nilai(np.zeros(2)).kosong.tolist() == [False, False]
    assert Nilai(np.zeros(2), np.array([0, 3], np.int8)).kosong.tolist() == [False, True]


def baris(**isi):
    return {k: Nilai(np.array(v), 2 * np.isnan(np.array(v)).astype(np.int8)) for k, v in isi.items()}


C = Kolom("c")
DIBACA = [
    (A + B, {"a": [1, 1, 1, 1], "b": [1, 1, 1, 1]}),
    (np.where(A > 1, B, C), {"a": [1, 1, 1, 1], "b": [1, 0, 0, 0], "c": [0, 1, 1, 0]}),
    (np.where(A > 1, A + B, 0), {"a": [1, 1, 1, 1], "b": [1, 0, 0, 0]}),
    (np.where(A > 9, B, C), {"a": [1, 1, 1, 1], "c": [1, 1, 1, 0]}),
    ((A > 1) & (B > 1), {"a": [1, 1, 1, 1], "b": [1, 0, 0, 0]}),
    ((A > 1) | (B > 1), {"a": [1, 1, 1, 1], "b": [0, 1, 1, 0]}),
    (cadangan(B, C), {"b": [1, 1, 1, 1], "c": [0, 0, 1, 0]}),
    (np.where(A > 1, cadangan(B, C), 0), {"a": [1, 1, 1, 1], "b": [1, 0, 0, 0]}),
]


@pytest.mark.parametrize(("s", "harap"), DIBACA, ids=[terbit(s) for s, _ in DIBACA])
def test_a_row_reads_its_conditions_and_the_branch_that_it_takes(s, harap):
    kolom = baris(a=[2.0, 0.0, 1.0, NAN], b=[5.0, 6.0, NAN, 8.0], c=[1.0, 2.0, 3.0, 4.0])
    assert {k: v.astype(int).tolist() for k, v in dibaca(s, kolom, 4).items()} == harap


@rumus
def separuh(a):
    return np.where(a > 1, a / 2, a)


CABANG = [
    (A + B, [(A + B, [1, 1, 1, 1])]),
    (np.where(A > 1, A / B, C), [(A / B, [1, 0, 0, 0]), (C, [0, 1, 1, 0]), (np.where(A > 1, A / B, C), [0, 0, 0, 1])]),
    (np.where(A > 9, A / B, C), [(C, [1, 1, 1, 0]), (np.where(A > 9, A / B, C), [0, 0, 0, 1])]),
    (cadangan(B, C), [(B, [1, 1, 0, 1]), (C, [0, 0, 1, 0])]),
    (cadangan(B, A / 0), [(B, [1, 1, 0, 1]), (cadangan(B, A / 0), [0, 0, 1, 0])]),
    (cadangan(B / 0, C), [(C, [1, 1, 1, 1])]),
    (np.where(C > 1, cadangan(B, C), A), [(A, [1, 0, 0, 0]), (B, [0, 1, 0, 1]), (C, [0, 0, 1, 0])]),
    (separuh(B), [(B / 2, [1, 1, 0, 1]), (np.where(B > 1, B / 2, B), [0, 0, 1, 0])]),
]


@pytest.mark.parametrize(("s", "harap"), CABANG, ids=[terbit(s) for s, _ in CABANG])
def test_rows_go_with_the_branch_that_they_take_and_the_undecided_keep_the_choice(s, harap):
    kolom = baris(a=[2.0, 0.0, 1.0, NAN], b=[5.0, 6.0, NAN, 8.0], c=[1.0, 2.0, 3.0, 4.0])
    hasil = [(terbit(pohon), [int(b) for b in di]) for pohon, di in cabang(s, kolom, 4)]
    assert sorted(hasil) == sorted((terbit(pohon), di) for pohon, di in harap)


def test_a_branch_of_a_named_formula_keeps_its_name():
    ((pohon, _),) = cabang(separuh(B), baris(b=[4.0]), 1)
    assert (pohon.op, pohon.isi[0], terbit(pohon)) == ("rumus", separuh, "(b / 2)")


def test_what_only_chooses_gives_way_to_what_it_chooses_from():
    @rumus
    def dua_kali(a):
        return a * 2

    @rumus
    def memilih(a, b):
        return np.where(a > b, separuh(a), cadangan(dua_kali(a), separuh(b)))

    s = pilihan(memilih(A, B))
    assert (s.op, s.isi[1].isi[0], s.isi[2].op) == ("jika", separuh, "cadangan")
    assert terbit(s.isi[0]) == "banding(a, '>', b)"
    assert [r.isi[0] for r in penentu(memilih(A, B))] == [separuh, dua_kali, separuh]
    assert pilihan(dua_kali(A)).op == "rumus"
    assert pilihan(cadangan(memilih(A, B), dua_kali(A))).isi[0].op == "jika"
    assert pilihan(np.where(A > 0, memilih(A, B), dua_kali(A))).isi[1].op == "jika"
    assert hanya_memilih(cadangan(dua_kali(A), separuh(A)))
    assert not hanya_memilih(np.where(A > 0, dua_kali(A), 5))
    assert not hanya_memilih(np.where(A > 0, 5, dua_kali(A)))
    assert not hanya_memilih(A + B)
    assert [r.isi[0] for r in penentu(np.where(A > 0, dua_kali(A), 5))] == [dua_kali]
    assert list(penentu(A + B)) == []


def test_dust_ends_at_the_ninth_decimal():
    assert [satu(bersih(A), a=1 + 4e-10), satu(bersih(A), a=1 + 6e-10)] == [1.0, 1.000000001]
    assert [bool(banding(1.0, "=", 1 + d)) for d in (4e-10, 6e-10)] == [True, False]
    assert [bulatkan(0.125 - d, 2, "setengah_ke_atas") for d in (4e-10, 6e-10)] == [0.13, 0.12]


@pytest.mark.parametrize(
    ("s", "kata"),
    [(np.where(A > 0, "ya", B), True), (np.where(A > 0, B, "ya"), True), (cadangan(A, B), False),
     (np.where(A == "ya", A, B), False), (A + B, False), (A == "ya", False), (TIDAK_ADA, False)],
)  # fmt: skip
def test_a_tree_that_chooses_among_words_gives_a_word(s, kata):
    assert berkata(s) is kata

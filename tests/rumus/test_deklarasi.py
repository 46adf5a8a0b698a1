"""Declaring a formula: what is outside the language is refused in one sentence, and no trace is silently another."""

import math
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.policies import bawaan
from lkip_lib.rumus.bahasa import (
    KATA,
    TIDAK_ADA,
    TIDAK_BERLAKU,
    Simpul,
    banyak,
    bersih,
    bulat,
    cadangan,
    jumlah,
    terisi,
)
from lkip_lib.rumus.capaian import capaian_mentah
from lkip_lib.rumus.deklarasi import Rumus, RumusDitolak, rumus
from lkip_lib.rumus.sifat import KATEGORI, KEBIJAKAN
from lkip_lib.rumus.ungkapan import terbit

AMBANG = 90.0  # a number that stands outside of every formula


def dua_kali(a):
    return a * 2


def pandas_isna(realisasi, target):
    return np.where(pd.isna(realisasi), 0, realisasi / target)


def bercabang(realisasi, target):
    if realisasi > target:
        return 100
    return realisasi / target * 100


def terkecil(realisasi, target):
    return min(realisasi, target)


def berlogaritma(realisasi, target):
    return np.log(realisasi) / target


def membulatkan(realisasi, target):
    return np.round(realisasi / target, 2)


def gaya_pandas(realisasi, target):
    return (realisasi / target).clip(0, 100)


def isi_kosong(realisasi, target):
    return realisasi.fillna(0) / target


def angka_luar(realisasi, target):
    return np.where(realisasi / target * 100 >= AMBANG, 100, 0)


def modul_math(realisasi, target):
    return math.sqrt(realisasi) / target


def fungsi_float(realisasi, target):
    return float(realisasi) / target


def diurai(realisasi, target):
    satu, dua = realisasi
    return satu / target + dua


def sebagai_teks(realisasi, target):
    return float(f"{realisasi:.2f}") / target


def berpangkat(realisasi, target):
    return (realisasi / target) ** 2


def berulang(realisasi, target):
    return sum(v for v in realisasi) / target


def berindeks(realisasi, target):
    return realisasi[0] / target


def melihat_hasattr(realisasi, target):
    return realisasi / target * 100 if hasattr(realisasi, "shape") else realisasi * target


def kosong_saja(realisasi, target):
    return None


DITOLAK = [
    (pandas_isna, "pandas tidak dikenal", "np.isnan"),
    (bercabang, "np.where(syarat, ya, tidak)", "if"),
    (terkecil, "np.where(syarat, ya, tidak)", "if"),
    (berlogaritma, "np.log tidak dikenal", "np.minimum"),
    (membulatkan, "np.round tidak dikenal", "bulat"),
    (gaya_pandas, ".clip tidak dikenal", "np.clip"),
    (isi_kosong, ".fillna tidak dikenal", "cadangan"),
    (angka_luar, "Angka 90 tidak tertulis dalam rumusnya", "baca sebagai kolom"),
    (modul_math, "tidak dapat", "Yang boleh"),
    (fungsi_float, "tidak dapat diurai satu per satu", "Yang boleh"),
    (diurai, "tidak dapat diurai satu per satu", "Yang boleh"),
    (sebagai_teks, "", "Yang boleh"),
    (berpangkat, "", "Yang boleh"),
    (berulang, "tidak dapat diurai satu per satu", "Yang boleh"),
    (berindeks, "tidak dapat diurai satu per satu", "Yang boleh"),
    (melihat_hasattr, ".shape tidak dikenal", "Yang boleh"),
    (kosong_saja, "NoneType tidak dapat berdiri dalam rumus", "Yang boleh"),
]


@pytest.mark.parametrize(("f", "temuan", "saran"), DITOLAK, ids=lambda v: getattr(v, "__name__", ""))
def test_what_the_language_does_not_know_is_refused_in_one_sentence_that_says_what_to_write(f, temuan, saran):
    with pytest.raises(RumusDitolak) as salah:
        rumus(f)(8.0, 10.0)
    (masalah,) = salah.value.masalah
    assert masalah.temuan == f"Rumus {f.__name__} tidak dapat dipakai."
    assert temuan in masalah.perbaikan
    assert saran in masalah.perbaikan
    assert "Traceback" not in str(salah.value)
    assert "\n" not in masalah.perbaikan


@pytest.mark.parametrize("f", [f for f, *_ in DITOLAK if f not in (angka_luar, kosong_saja)], ids=lambda f: f.__name__)
def test_a_refusal_names_the_line_of_the_formula(f):
    with pytest.raises(RumusDitolak) as salah:
        rumus(f)(8.0, 10.0)
    first = f.__code__.co_firstlineno
    assert first < salah.value.masalah[0].baris <= first + 4


def test_a_call_that_leaves_something_out_says_what_and_how_to_write_it_whole():
    def mentah(target, realisasi, *, arah):
        return capaian_mentah(target, realisasi, arah=arah)

    with pytest.raises(RumusDitolak) as salah:
        rumus(mentah).pohon({"arah": "naik"})
    (masalah,) = salah.value.masalah
    assert masalah.perbaikan == (
        "capaian_mentah belum diberi target_bawah, target_atas, jenis, nol_tercapai, rumus_naik, rumus_turun, rentang. "
        "Panggil capaian_mentah(target, realisasi, target_bawah, target_atas, jenis=jenis, arah=arah, "
        "nol_tercapai=nol_tercapai, rumus_naik=rumus_naik, rumus_turun=rumus_turun, rentang=rentang), dan sebut "
        "nama yang sama pada rumus yang memanggilnya: (target, realisasi, target_bawah, target_atas, *, jenis, arah, "
        "nol_tercapai, rumus_naik, rumus_turun, rentang)."
    )


def test_of_a_name_that_is_not_there_the_language_is_not_told():
    def tanpa_nama(target):
        return target * tidak_ada  # noqa: F821

    with pytest.raises(RumusDitolak) as salah:
        rumus(tanpa_nama)(1.0)
    assert salah.value.masalah[0].perbaikan == "NameError: name 'tidak_ada' is not defined."


def _declare(f):
    with pytest.raises(RumusDitolak) as salah:
        rumus(f)
    (masalah,) = salah.value.masalah
    assert masalah.baris == f.__code__.co_firstlineno
    return masalah


def test_a_default_value_is_no_column():
    masalah = _declare(lambda realisasi, target=100: realisasi / target)
    assert '"target=100" bukan nama kolom' in masalah.temuan
    assert "tanpa nilai bawaan" in masalah.perbaikan
    assert "bukan nama kolom" in _declare(lambda *angka: angka[0]).temuan
    assert "bukan nama kolom" in _declare(lambda target, **lain: target).temuan


@pytest.mark.parametrize("nama", ["kode", "nama", "tahun", "pagu_rp", "realisasi"])
def test_a_key_a_name_or_a_number_does_not_stand_after_the_star(nama):
    ruang = {}
    exec(f"def f(realisasi_rp, *, {nama}): return realisasi_rp", ruang)
    masalah = _declare(ruang["f"])
    assert f'"{nama}" tidak dapat ditulis sesudah *' in masalah.temuan
    assert "Angka ditulis sebelum *" in masalah.perbaikan


@pytest.mark.parametrize("nama", [*KATEGORI, *KEBIJAKAN])
def test_every_category_and_policy_may_stand_after_the_star(nama):
    ruang = {}
    exec(f"def f(realisasi_rp, *, {nama}): return realisasi_rp", ruang)
    assert rumus(ruang["f"]).sifat == (nama,)


def test_what_the_function_around_it_holds_is_no_number_of_the_formula():
    def dengan(pengali):
        @rumus
        def dikali(realisasi):
            return realisasi * pengali

        return dikali

    with pytest.raises(RumusDitolak, match="Angka 25 tidak tertulis dalam rumusnya"):
        dengan(25.0)(3.0)


def test_a_number_of_a_policy_may_stand_in_the_tree():
    @rumus
    def dibatasi(capaian_persen, *, batas):
        return np.clip(capaian_persen, batas.bawah, batas.atas)

    assert dibatasi(412.0, batas=bawaan().batas["120"]) == 120


# ---- a tree that is another formula than its function
def melihat_isinstance(realisasi, target):
    return 0 * target if isinstance(realisasi, Simpul) else realisasi / target * 100


def melihat_tipe(realisasi, target):
    return realisasi / target if type(realisasi).__name__ == "Simpul" else realisasi / target * 100


def menangkap(realisasi, target):
    try:
        return realisasi.clip(0, 100) / target
    except TypeError:
        return realisasi / target


def menghitung_panggilan(realisasi, target, _banyak=SimpleNamespace(kali=0)):  # noqa: B008
    _banyak.kali += 1
    return realisasi / target if _banyak.kali == 1 else realisasi / target * 100


@pytest.mark.parametrize("f", [melihat_isinstance, melihat_tipe, menangkap], ids=lambda f: f.__name__)
def test_a_formula_that_computes_otherwise_when_it_is_traced_is_refused(f):
    with pytest.raises(RumusDitolak, match="menghitung lain bila dijalankan langsung"):
        rumus(f)(8.0, 10.0)


def test_a_formula_that_remembers_its_calls_is_refused():
    def f(realisasi, target):
        return menghitung_panggilan(realisasi, target)

    with pytest.raises(RumusDitolak, match="menghitung lain"):
        rumus(f)(8.0, 10.0)


# ---- no trace outlives what it was made of
def define(text, **room):
    room |= {"np": np, "rumus": rumus}
    exec(text, room)
    return room


def test_a_trace_does_not_outlive_a_changed_global():
    room = define("@rumus\ndef f(a, b): return np.where(a > 0, a if PAKAI == 'a' else b, 0)", PAKAI="a")
    assert room["f"](3.0, 5.0) == 3
    room["PAKAI"] = "b"
    assert room["f"](3.0, 5.0) == 5


def test_a_trace_does_not_outlive_a_changed_helper():
    room = define("def bantu(a): return a * 2\n@rumus\ndef f(a): return bantu(a) + 1")
    assert room["f"](3.0) == 7
    exec("def bantu(a): return a * 3", room)
    assert room["f"](3.0) == 10
    exec("def lagi(a): return a * 5\ndef bantu(a): return lagi(a)", room)
    assert room["f"](3.0) == 16
    exec("def lagi(a): return a * 7", room)  # a helper's helper
    assert room["f"](3.0) == 22


def test_a_trace_does_not_outlive_a_formula_that_was_declared_again():
    room = define("@rumus\ndef dalam(a): return a * 2\n@rumus\ndef luar(a): return dalam(a) + 1")
    assert room["luar"](3.0) == 7
    exec("@rumus\ndef dalam(a): return a * 4", room)
    assert room["luar"](3.0) == 13


def test_a_trace_does_not_outlive_a_changed_list():
    room = define("@rumus\ndef f(a): return np.where(a >= BATAS[0], 1, 0) if len(BATAS) > 1 else a", BATAS=[])
    assert room["f"](3.0) == 3
    room["BATAS"].extend([0, 1])
    assert room["f"](3.0) == 1


def test_policies_of_the_same_name_have_traces_of_their_own():
    batas = bawaan().batas["100"]
    other = batas.model_copy(update={"atas": 50.0})

    @rumus
    def f(capaian_persen, *, batas):
        return np.clip(capaian_persen, batas.bawah, batas.atas)

    assert (f(80.0, batas=batas), f(80.0, batas=other), f(80.0, batas=batas)) == (80, 50, 80)


# ---- what a declaration is for the one who reads it
def test_a_formula_looks_like_the_function_it_stands_for():
    @rumus("persen", sumber="Keputusan Kepala Dinas")
    def serapan_triwulan(realisasi_rp, pagu_rp):
        """Realisasi ÷ pagu × 100."""
        return realisasi_rp / pagu_rp * 100

    assert serapan_triwulan.__doc__ == serapan_triwulan.arti == "Realisasi ÷ pagu × 100."
    assert (serapan_triwulan.nama, serapan_triwulan.satuan) == ("serapan_triwulan", "persen")
    assert serapan_triwulan.angka == ("realisasi_rp", "pagu_rp")
    series = pd.Series([50.0, np.nan], index=["a", "b"])
    result = serapan_triwulan(series, 200)
    assert result.index.tolist() == ["a", "b"]
    assert result.tolist() == pytest.approx([25, np.nan], nan_ok=True)


def test_a_name_that_the_formula_does_not_read_cannot_be_stood_for():
    @rumus
    def f(kini, lalu):
        return kini - lalu

    assert f.atas(kini="realisasi").kolom == {"kini": "realisasi"}
    with pytest.raises(MasukanSalah, match="Rumus f tidak membaca sekarang"):
        f.atas(sekarang="realisasi")


def test_every_word_of_the_language_can_be_written():
    @rumus
    def semua(a, b):
        satu = np.where((a > 0) & ~(b == 0) | (a <= b), np.minimum(a, b), np.maximum(a, b))
        dua = np.clip(cadangan(satu, 0), 0, None) + np.abs(-a) - bersih(b)
        return np.where(np.isnan(b), TIDAK_BERLAKU, np.where(a < b, bulat(dua, 2), TIDAK_ADA))

    @rumus
    def beranggota(a):
        return jumlah(a) / banyak(a) + terisi(a)

    text = terbit(semua.pohon()) + terbit(beranggota.pohon())
    for kata in KATA:
        nama = [k.split("(")[0].removeprefix("np.") for k in re.split(r", (?=np\.|TIDAK)", kata)]
        for n in nama:
            published = {"where": "jika", "isnan": "kosong", "minimum": "min", "maximum": "max", "clip": "max",
                         "TIDAK_ADA": "tidak_dapat_dihitung", "TIDAK_BERLAKU": "tidak_berlaku"}  # fmt: skip
            assert published.get(n, n) in text, n


def test_a_library_formula_is_carried_by_its_name_and_a_cells_own_with_its_code():
    import pickle

    from lkip_lib.rumus.anggaran import serapan

    assert pickle.loads(pickle.dumps(serapan)) is serapan
    room = define("@rumus('persen')\ndef milik_sel(a):\n    'Sepertiga.'\n    return a / 3", __name__="__main__")
    back = pickle.loads(pickle.dumps(room["milik_sel"]))
    assert isinstance(back, Rumus)
    assert (back.arti, back.satuan, back(9.0)) == ("Sepertiga.", "persen", 3)


# ---- called with whatever holds figures
@rumus("persen")
def bagi(a, b):
    """Satu dibagi lain.

    Selebihnya untuk yang ingin tahu.
    """
    return a / b * 100


@rumus
def menilai(makna, a):
    return np.where(makna == "ya", a, 0)


@rumus
def menyebut(a):
    return np.where(a > 1, "banyak", "sedikit")


NAN = float("nan")


@pytest.mark.parametrize(
    ("hasil", "harap"),
    [
        (lambda: bagi(1, 4), 25.0),
        (lambda: bagi(1, b=4), 25.0),
        (lambda: bagi(b=4, a=1), 25.0),
        (lambda: bagi([1, 2], 4).tolist(), [25.0, 50.0]),
        (lambda: bagi(1, [4, 2]).tolist(), [25.0, 50.0]),
        (lambda: bagi(np.array([[1], [2]]), [4, 2]).tolist(), [[25.0, 50.0], [50.0, 100.0]]),
        (lambda: bagi(np.array([[1, 2]]), np.array([[4, 2]])).shape, (1, 2)),
        (lambda: bagi(pd.Series([1, 2]), pd.Series([4, 0])).tolist(), [25.0, NAN]),
        (lambda: bagi(4, pd.Series([1, 2], index=[7, 8])).index.tolist(), [7, 8]),
        (lambda: bagi(pd.Series([1, None], dtype="Int64"), 4).tolist(), [25.0, NAN]),
        (lambda: bagi(pd.Series([0.5, None], dtype="Float64"), 4).tolist(), [12.5, NAN]),
        (lambda: bagi(pd.Series([1, None], dtype=object), 4).tolist(), [25.0, NAN]),
        (lambda: menilai(["ya", "tidak", ""], 5).tolist(), [5, 0, NAN]),
        (lambda: menilai("ya", 5), 5.0),
        (lambda: menilai(pd.Series(["ya", None, pd.NA], dtype=object), 5).tolist(), [5, NAN, NAN]),
        (lambda: menilai(pd.Series(["ya", None, "tidak"], dtype="string"), 5).tolist(), [5, NAN, 0]),
        (lambda: menyebut(5), "banyak"),
        (lambda: menyebut([5, 1, NAN]).tolist(), ["banyak", "sedikit", ""]),
    ],
    ids=range(18),
)
def test_a_formula_takes_numbers_lists_arrays_and_columns(hasil, harap):
    found = hasil()
    if isinstance(harap, list) and not isinstance(harap[0], str | list):
        assert found == pytest.approx(harap, nan_ok=True)
    else:
        assert found == harap
        assert type(found) is type(harap)


def test_a_call_that_leaves_a_figure_out_is_told_which():
    with pytest.raises(TypeError, match=r"^bagi belum diberi b\. Panggil bagi\(a, b\), .*: \(a, b\)\.$"):
        bagi(1)


def test_members_give_one_figure_whatever_holds_them():
    @rumus
    def rata(nilai, bobot):
        return jumlah(nilai * bobot) / jumlah(bobot)

    assert rata([80, 100], [3, 1]) == 85
    assert rata([80, 100], 1) == 90
    assert isinstance(rata(pd.Series([80.0, 100.0]), 1), float)
    assert rata([], 1) != rata([], 1)


def test_a_formula_that_has_no_value_here_gives_none_within_another_too():
    @rumus
    def tiada(a, *, lengkap):
        return a if lengkap == "ya" else TIDAK_BERLAKU

    @rumus
    def luar(a, *, lengkap):
        return cadangan(tiada(a, lengkap=lengkap), 7)

    assert luar([1.0, NAN], lengkap="ya").tolist() == [1, 7]
    assert luar([1.0, NAN], lengkap="tidak").tolist() == [7, 7]


def test_a_declaration_says_its_meaning_in_one_sentence_and_its_source():
    assert bagi.kalimat_arti == "Satu dibagi lain."
    assert bagi.sebutan == "satu dibagi lain"
    assert rumus(sumber="Keputusan 12/2025")(bagi.fungsi).sebutan_bersumber == "satu dibagi lain (Keputusan 12/2025)"
    assert capaian_mentah.sebutan_bersumber.endswith("(Praktik penyusunan LKIP)")
    assert bagi.dari_sel
    assert not capaian_mentah.dari_sel
    assert (menyebut.satuan, bagi.satuan) == ("", "persen")
    assert rumus("persen", nama="lain")(lambda a: a).nama == "lain"


def test_a_formula_of_a_cell_names_no_practice_as_its_source():
    assert menyebut.sebutan_bersumber == "menyebut"
    assert bagi.sumber == ""


@pytest.mark.parametrize(("sifat", "kata", "ada"), [("arah", "menurun", "turun"), ("jenis", "tingkatan", "tingkat")])
def test_a_word_that_a_category_does_not_have_is_refused_with_the_one_that_it_has(sifat, kata, ada):
    isi = f"def f(a, *, {sifat}):\n    return -a if {sifat} == {kata!r} else a\n"
    ruang: dict = {}
    exec(isi, ruang)
    with pytest.raises(RumusDitolak, match=f'{sifat} "{kata}" tidak ada. .*"{ada}"'):
        rumus(ruang["f"])(1.0, **{sifat: ada})
    exec(isi.replace(kata, ada), ruang)
    assert rumus(ruang["f"])(1.0, **{sifat: ada}) == -1.0


# ---- where the numbers of a tree are from
def test_each_number_of_a_tree_is_of_the_formula_or_of_a_policy_by_its_name():
    @rumus
    def dibatasi(capaian_persen, *, batas, ambang_tercapai):
        return np.where(capaian_persen >= ambang_tercapai, np.clip(capaian_persen * 2, batas.bawah, batas.atas), -1)

    told = {"batas": bawaan().batas["120"], "ambang_tercapai": 90}
    assert dibatasi.asal_angka(told, dibatasi.pohon(told)) == {
        -1: "rumus", 0: "batas 120", 2: "rumus", 90: "ambang_tercapai", 120: "batas 120"
    }  # fmt: skip


def test_a_number_of_the_formula_and_of_a_policy_too_is_of_both():
    formula = rumus(lambda a, *, batas: np.clip(a * 100, batas.bawah, batas.atas))
    told = {"batas": bawaan().batas["100"]}
    assert formula.asal_angka(told, formula.pohon(told))[100] == "rumus, batas 100"


BERSAMA = Simpul("angka", 33.0)


def kali_tujuh(a):
    return a * 7


@rumus
def tambah_sebelas(a):
    return a + 11


@pytest.mark.parametrize(
    ("f", "boleh"),
    [
        (lambda a: kali_tujuh(a) + tambah_sebelas(a), True),
        (lambda a: np.where(a > -3, 3, a), True),
        (lambda a: (lambda x: a * -x)(3), True),
        (lambda a: [v * a for v in (2, 5)][1], True),
        (lambda a: a * (lambda: 13)(), True),
        (lambda a: a * float("17"), False),
        (lambda a: a * BERSAMA, False),
        (lambda a: bulat(a, int("4")), False),
        (lambda a: a * AMBANG, False),
    ],
    ids=["of what it calls", "with a sign", "turned", "of a row of numbers", "of a function within", "of a text",
         "of a node made before", "decimals", "of the module"],
)  # fmt: skip
def test_only_numbers_that_are_written_where_it_computes_may_stand_in_a_formula(f, boleh):
    if boleh:
        assert rumus(f).pohon() is not None
    else:
        with pytest.raises(RumusDitolak, match="tidak tertulis dalam rumusnya dan bukan milik kebijakan"):
            rumus(f).pohon()


def test_numbers_outside_are_named_in_order_and_in_indonesian():
    luar = {"x": 0.5, "y": 41}

    with pytest.raises(RumusDitolak, match="Angka 0,5, 41 tidak tertulis"):
        rumus(lambda a: np.where(a > luar["y"], luar["x"], a)).pohon()


@pytest.mark.parametrize(
    ("kebijakan", "boleh"),
    [
        (41, True),
        (-41, True),
        ({"x": {"y": 41}}, True),
        ([1, (41,)], True),
        (SimpleNamespace(nama="lain", angka_tetap=(41,)), True),
        (bawaan().batas["100"].model_copy(update={"atas": 41.0}), True),
        ("41", False),
        (None, False),
        (True, False),
        (SimpleNamespace(nama="lain", isi=41), False),
    ],
    ids=repr,
)
def test_a_policy_owns_the_numbers_that_it_holds(kebijakan, boleh):
    formula = rumus(lambda a, *, batas: a * int("41"))
    if boleh:
        assert formula(2, batas=kebijakan) == 82
    else:
        with pytest.raises(RumusDitolak, match="Angka 41"):
            formula(2, batas=kebijakan)


# ---- where a refusal points
def _run(text, filename):
    room = {"rumus": rumus, "np": np}
    exec(compile(text, filename, "exec"), room)
    return room["f"](1.0)


def _refused(text, filename):
    with pytest.raises(RumusDitolak) as salah:
        _run(text, filename)
    return salah.value.masalah[0]


@pytest.mark.parametrize("text", ["@rumus\ndef f(a):\n    return a.mean()", "@rumus\ndef f(a, *, kode):\n    return a"])
def test_a_refusal_of_a_cell_names_the_cell(text):
    masalah = _refused(text, "/tmp/x/02_capaian.ipynb sel hitung")
    assert (masalah.berkas, masalah.baris) == ("02_capaian.ipynb sel hitung", 3 if "mean" in text else 1)
    assert _refused(text, "/tmp/ipykernel_1/2.py").berkas == ""


def test_a_refusal_of_a_module_names_the_file():
    assert _refused("@rumus\ndef f(a):\n    return a.mean()", "/tmp/x/modul.py").berkas == "/tmp/x/modul.py"


@pytest.mark.parametrize(
    ("text", "bahasa"),
    [
        ("return a.mean()", False),
        ("return tidak_ada", False),
        ("return {}['x']", False),
        ("return np.where(a)()", True),
        ("return (lambda x, y: x)(a)", False),
        ("return a ** 2", True),
    ],
)
def test_the_language_is_told_where_it_is_the_cause(text, bahasa):
    perbaikan = _refused(f"@rumus\ndef f(a):\n    {text}", "modul.py").perbaikan
    assert perbaikan.count("Yang boleh: ") == (bahasa or "mean" in text)


# ---- what a trace rests on
def test_a_trace_does_not_outlive_what_the_function_around_it_holds():
    def buat():
        dipakai = "a"

        @rumus
        def f(a, b):
            return np.where(a > 0, a if dipakai == "a" else b, 0)

        def ganti():
            nonlocal dipakai
            dipakai = "b"

        return f, ganti

    f, ganti = buat()
    assert f(3.0, 5.0) == 3
    ganti()
    assert f(3.0, 5.0) == 5


def test_a_trace_does_not_outlive_a_formula_of_a_module_or_one_within_a_function():
    modul = type(np)("modul_formula")
    modul.dalam = rumus(lambda a: a * 2)
    room = define("@rumus\ndef luar(a): return (lambda: modul.dalam(a))() + 1", modul=modul)
    assert room["luar"](3.0) == 7
    modul.dalam = rumus(lambda a: a * 4)
    assert room["luar"](3.0) == 13


def test_a_trace_does_not_outlive_a_name_of_the_same_text_or_a_long_table():
    room = define("@rumus\ndef f(a): return a if TABEL[0] else a * 2", TABEL=[1] + [0] * 3000)
    assert room["f"](3.0) == 3
    room["TABEL"] = [0] * 3000
    assert room["f"](3.0) == 6


def test_a_trace_is_made_once_while_nothing_changes():
    @rumus
    def f(a, *, batas):
        return a * 2

    traced = f.pohon({"batas": True})
    assert traced is f.pohon({"batas": True})
    assert traced is not f.pohon({"batas": False})


def test_functions_that_call_each_other_are_followed_to_their_end():
    room = define("def satu(a, n): return dua(a, n - 1) if n else a\ndef dua(a, n): return satu(a, n)\n"
                  "@rumus\ndef f(a): return satu(a, 2) * 3")  # fmt: skip
    assert room["f"](2.0) == 6
    assert room["f"].asal_angka({}, room["f"].pohon()) == {3: "rumus"}

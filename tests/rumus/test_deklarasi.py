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

"""The catalogue is whole: every formula is in it, and its Excel form gives the same number."""

import importlib
import inspect
import math
import pkgutil
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip_lib import formulas
from lkip_lib.formulas.capaian import menurut
from lkip_lib.formulas.katalog import nama_capaian, susun
from lkip_lib.params import BERNAMA, Params
from lkip_lib.policies import bawaan
from tests.agency import run

EXCEL = {
    "ABS": abs,
    "MAX": max,
    "MIN": min,
    "IF": lambda syarat, ya, tidak: ya if syarat else tidak,
    "NA": lambda: float("nan"),
    "ROUND": round,
    "TRUNC": lambda n, d: math.trunc(n * 10**d) / 10**d,
}
MODULES = [m.name for m in pkgutil.iter_modules(formulas.__path__) if m.name != "katalog"]
T = st.floats(0.001, 1e6) | st.sampled_from([-5.0, 0.0, float("nan")])
R = st.floats(0.001, 1e6) | st.sampled_from([0.0, float("nan")])
FUNCTIONS = [
    fungsi
    for m in MODULES
    for nama, fungsi in inspect.getmembers(importlib.import_module(f"lkip_lib.formulas.{m}"), inspect.isfunction)
    if fungsi.__module__.endswith(f".{m}") and not nama.startswith("_")
]


def under(**pilihan):
    """Return the catalogue under the default policies but those named."""
    return susun(bawaan().pilih({}, **{k: getattr(Params(), k) for k in BERNAMA} | pilihan))


SEMUA = {
    n: r
    for k, milik in (("rumus_turun", ["selisih", "rasio"]), ("efisiensi", bawaan().efisiensi))
    for nama in milik
    for n, r in under(**{k: nama}).items()
}


@pytest.mark.parametrize("rumus", SEMUA.values(), ids=SEMUA)
def test_entry_is_whole(rumus):
    assert callable(rumus.fungsi)
    assert rumus.kalimat
    assert rumus.sumber
    assert rumus.excel.startswith("=")
    without_names = re.sub(r"\{[a-z_]+\}", "1", rumus.excel)
    assert not set("{}") & set(without_names)
    assert without_names.count("(") == without_names.count(")")


@pytest.mark.parametrize("fungsi", FUNCTIONS, ids=lambda f: f"{f.__module__.split('.')[-1]}.{f.__name__}")
def test_every_formula_is_in_the_catalogue_or_shows_an_example(fungsi):
    assert fungsi in {r.fungsi for r in SEMUA.values()} or ">>>" in (fungsi.__doc__ or "")


@pytest.mark.parametrize(
    ("nama", "masukan"),
    [
        ("capaian_naik", {"target": 65, "realisasi": 64.17}),
        ("capaian_turun_selisih", {"target": 8.55, "realisasi": 7.82}),
        ("capaian_turun_rasio", {"target": 8.55, "realisasi": 7.82}),
        ("capaian_perubahan", {"target": -0.13, "realisasi": -0.08}),
        ("capaian_rentang", {"bawah": 80, "atas": 90, "realisasi": 60}),
        ("capaian_rentang", {"bawah": 80, "atas": 90, "realisasi": 85}),
        ("capaian_rentang", {"bawah": 80, "atas": 90, "realisasi": 99}),
        ("serapan", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461}),
        ("sisa", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461}),
        ("efisiensi_banding", {"ukuran": 10.86, "semua_tercapai": False}),
        ("efisiensi_banding", {"ukuran": 0, "semua_tercapai": True}),
        ("efisiensi_selisih", {"ukuran": 5.01, "semua_tercapai": False}),
        ("efisiensi_selisih", {"ukuran": 5, "semua_tercapai": False}),
        ("efisiensi_selisih", {"ukuran": -6, "semua_tercapai": False}),
        ("efisiensi_rasio", {"ukuran": 1, "semua_tercapai": False}),
        ("efisiensi_sisa", {"ukuran": 0, "semua_tercapai": True}),
        ("efisiensi_pmk", {"ukuran": -0.1, "semua_tercapai": True}),
        ("efisiensi_pmk_nilai", {"ukuran": 90.64, "semua_tercapai": True}),
        ("ukuran_selisih", {"capaian": 95, "serapan": 90}),
        ("ukuran_rasio", {"capaian": 84, "serapan": 90}),
        ("ukuran_sisa", {"serapan": 83.47}),
        ("ukuran_pmk", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461, "capaian": 0.9968}),
        ("ukuran_pmk_nilai", {"efisiensi": 16.257}),
        ("selisih", {"kini": 64.17, "pembanding": 61.64}),
        ("perubahan_persen", {"kini": -1, "lalu": -2}),
        ("sisa_per_tahun", {"target_akhir": 68, "realisasi": 64.17, "tahun_tersisa": 2}),
        ("persentase", {"pembilang": 3849, "penyebut": 9181}),
        ("deviasi_poin", {"serapan": 40.5, "rencana": 45.25}),
        ("deviasi_rp", {"realisasi": 2_531_250_000, "rencana": 2_828_125_000}),
        ("proyeksi_lurus", {"sampai_kini": 2_531_250_000, "triwulan": 2}),
        ("proyeksi_tren", {"awal": 66.1, "mulai": 1, "kini": 66.9, "triwulan": 2}),
    ],
)
def test_excel_form_gives_the_same_result(nama, masukan):
    rumus = SEMUA[nama]
    sel = eval(rumus.excel.removeprefix("=").format(**masukan), dict(EXCEL))
    # The function names its inputs with their unit: {pagu} is pagu_rp; only the bound's input is named otherwise.
    parameter = [p.name for p in inspect.signature(rumus.fungsi).parameters.values() if p.default is p.empty]
    isi = {p: next(v for k, v in masukan.items() if p.startswith(k) or k.startswith(p)) for p in parameter}
    hasil = np.asarray(rumus.fungsi(**isi)).item()
    assert sel == (hasil if isinstance(hasil, str) else pytest.approx(hasil))


@pytest.mark.parametrize(
    "pilihan", [{}, {"rumus_turun": "rasio"}, *({"efisiensi": e} for e in bawaan().efisiensi)], ids=str
)
def test_stages_write_only_names_of_the_catalogue(bekasi, pilihan):
    params = bekasi.params.model_copy(update=pilihan)
    ditulis = set(run(replace(bekasi, params=params, frames={}, bagian=())).ledger.frame["rumus"])
    assert ditulis - {""} <= set(under(**pilihan))
    assert "efisiensi_" + params.efisiensi in ditulis


@pytest.mark.parametrize("nama", bawaan().rumus)
@given(T, R)
def test_a_built_in_formula_is_what_its_expression_says(nama, target, realisasi):
    r = bawaan().rumus[nama]
    fungsi = under(**{f"rumus_{r.untuk}": nama})[nama_capaian(r)].fungsi
    np.testing.assert_array_equal(fungsi(target, realisasi), menurut(r.terbaca, target, realisasi))


@pytest.mark.parametrize(
    ("pembulatan", "mentah", "capaian"),
    [
        ("tanpa", 98.729, 98.729),
        ("dua_desimal", 98.725, 98.73),
        ("dua_desimal", 98.7249999999, 98.73),  # nine decimals count
        ("dua_desimal_potong", 98.729, 98.72),
        ("bulat", 98.5, 99),
    ],
)
def test_a_capaian_is_bounded_then_rounded_in_excel_too(pembulatan, mentah, capaian):
    rumus = under(pembulatan=pembulatan)["batas_capaian"]
    assert rumus.fungsi(mentah, bawah=0, atas=100).item() == pytest.approx(capaian)
    setengah_ke_atas = {"ROUND": lambda n, d: math.floor(n * 10**d + 0.5) / 10**d}
    sel = eval(rumus.excel.removeprefix("=").format(capaian_mentah=mentah, bawah=0, atas=100), EXCEL | setengah_ke_atas)
    assert sel == pytest.approx(capaian)


def test_every_computed_figure_names_its_formula(bekasi):
    hitung = bekasi.ledger.frame.query("asal == 'hitung'")
    assert hitung[hitung["rumus"] == ""].empty

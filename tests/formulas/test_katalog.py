"""The catalogue is whole: every formula is in it, and its Excel form gives the same number."""

import importlib
import inspect
import pkgutil
import re
from dataclasses import replace

import numpy as np
import pytest

from lkip_lib import formulas
from lkip_lib.formulas.katalog import KATALOG
from tests.agency import run

EXCEL = {"ABS": abs, "MAX": max, "MIN": min, "IF": lambda syarat, ya, tidak: ya if syarat else tidak}
MODULES = [m.name for m in pkgutil.iter_modules(formulas.__path__) if m.name != "katalog"]
FUNCTIONS = [
    fungsi
    for m in MODULES
    for nama, fungsi in inspect.getmembers(importlib.import_module(f"lkip_lib.formulas.{m}"), inspect.isfunction)
    if fungsi.__module__.endswith(f".{m}") and not nama.startswith("_")
]


@pytest.mark.parametrize("rumus", KATALOG.values(), ids=KATALOG)
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
    assert fungsi in {r.fungsi for r in KATALOG.values()} or ">>>" in (fungsi.__doc__ or "")


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
        ("batas_capaian", {"capaian_mentah": 108.54, "bawah": 0, "atas": 100}),
        ("batas_capaian", {"capaian_mentah": -412, "bawah": 0, "atas": 100}),
        ("serapan", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461}),
        ("sisa", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461}),
        ("efisiensi_banding", {"capaian": 99.36, "serapan": 88.5, "semua_tercapai": False}),
        ("efisiensi_banding", {"capaian": 100, "serapan": 100, "semua_tercapai": True}),
        ("efisiensi_selisih", {"capaian": 95, "serapan": 90}),
        ("efisiensi_selisih", {"capaian": 84, "serapan": 90}),
        ("efisiensi_rasio", {"capaian": 90, "serapan": 90}),
        ("efisiensi_pmk", {"pagu": 18_508_617_440, "realisasi": 15_450_065_461, "capaian": 0.9968}),
        ("nilai_efisiensi_pmk", {"efisiensi": 16.257}),
        ("selisih", {"kini": 64.17, "pembanding": 61.64}),
        ("perubahan_persen", {"kini": -1, "lalu": -2}),
        ("sisa_per_tahun", {"target_akhir": 68, "realisasi": 64.17, "tahun_tersisa": 2}),
        ("persentase", {"pembilang": 3849, "penyebut": 9181}),
    ],
)
def test_excel_form_gives_the_same_result(nama, masukan):
    rumus = KATALOG[nama]
    sel = eval(rumus.excel.removeprefix("=").format(**masukan), dict(EXCEL))
    # The function names its inputs with their unit: {pagu} is pagu_rp; only the bound's input is named otherwise.
    parameter = [p for p in inspect.signature(rumus.fungsi).parameters if p != "rumus_turun"]
    isi = {p: next(v for k, v in masukan.items() if p.startswith(k) or k.startswith(p)) for p in parameter}
    hasil = np.asarray(rumus.fungsi(**isi)).item()
    assert sel == (hasil if isinstance(hasil, str) else pytest.approx(hasil))


@pytest.mark.parametrize(
    "pilihan", [{}, {"rumus_turun": "rasio"}, *({"efisiensi": e} for e in ("selisih", "rasio", "pmk"))], ids=str
)
def test_stages_write_only_names_of_the_catalogue(bekasi, pilihan):
    params = bekasi.params.model_copy(update=pilihan)
    ditulis = set(run(replace(bekasi, params=params, frames={}, bagian=())).ledger.frame["rumus"])
    assert ditulis - {""} <= set(KATALOG)
    assert "efisiensi_" + params.efisiensi in ditulis


def test_every_computed_figure_names_its_formula(bekasi):
    hitung = bekasi.ledger.frame.query("asal == 'hitung'")
    assert hitung[hitung["rumus"] == ""].empty

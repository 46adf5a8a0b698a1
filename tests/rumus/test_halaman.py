"""docs/rumus.md says what the language is: its lists are the code's, its rules are kept, its examples run."""

import re

import numpy as np
import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.policies import bawaan
from lkip_lib.rumus.bahasa import KATA
from lkip_lib.rumus.deklarasi import RumusDitolak, rumus
from lkip_lib.rumus.nilai import KEADAAN
from lkip_lib.rumus.sifat import KATEGORI, KEBIJAKAN
from tests.project import AKAR
from tests.recipe import add_notebook, cell, change, copy_notebooks

TEXT = (AKAR / "docs" / "rumus.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.S)


def rows(heading, n=0):
    """Return the rows of the n-th table below a heading, without the marks of code."""
    section = TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    tables = re.findall(r"(?:^\|.*\n)+", section, re.M)
    cells = [re.split(r"(?<!\\) \| ", r.strip("| ")) for r in tables[n].splitlines()[2:]]
    return [tuple(c.replace("`", "").replace("\\|", "|") for c in r) for r in cells]


@pytest.mark.parametrize(
    ("heading", "n", "code"),
    [
        ("Yang boleh ditulis", 0, KATA),
        ("Yang ditulis sesudah `*`", 0, KATEGORI),
        ("Yang ditulis sesudah `*`", 1, KEBIJAKAN),
    ],
)
def test_its_lists_are_those_of_the_code(heading, n, code):
    assert rows(heading, n) == [(k, v.replace("`", "")) for k, v in code.items()]


def test_every_word_has_its_row_among_the_states():
    told = " ".join(r[0] for r in rows("Lima keadaan"))
    for kata in KATA:
        for nama in re.findall(r"np\.\w+|\b[a-z]+(?=\()|TIDAK_\w+", kata):
            assert nama in told, nama
    section = TEXT.partition("## Lima keadaan\n")[2]
    order = [section.index(f"`{k}`") for k in reversed(KEADAAN)]
    assert order == sorted(order)  # told from the strongest


INSTEAD = {
    "if a > b: …": "100 if a > b else 0",
    "a and b, a or b, not a": "np.where(a > 0 and b > 0, 1, 0)",
    "pd.isna(a)": "np.where(pd.isna(a), b, a)",
    "a.fillna(0)": "a.fillna(0)",
    "a.clip(0, 100)": "a.clip(0, 100)",
    "round(a, 2), np.round(a, 2)": "np.round(a, 2)",
    "min(a, b), max(a, b)": "min(a, b)",
    "a.sum(), a.mean()": "a.sum()",
    "a ** 2": "a ** 2",
}


def test_what_it_says_is_refused_is_refused():
    import pandas as pd

    assert {r[0] for r in rows("Yang boleh ditulis", 1)} == set(INSTEAD)
    for written in INSTEAD.values():
        room = {"np": np, "pd": pd, "__name__": "__main__"}
        exec(f"def f(a, b): return {written} + 0 * b", room)
        with pytest.raises(RumusDitolak):
            rumus(room["f"])(5.0, 2.0)


def test_its_first_formulas_run_as_they_stand():
    room = {"__name__": "__main__"}
    exec("".join(BLOCKS[:3]), room)
    assert room["batas"](108.54) == 108.54
    assert room["batas"]([80, 412]).tolist() == [80, 120]
    assert round(room["selisih_baik"](8.55, 7.82, arah="turun"), 2) == 0.73
    assert round(room["selisih_baik"](65, 64.17, arah="naik"), 2) == -0.83
    policies = {"rumus_naik": bawaan().rumus["persentase"], "rumus_turun": bawaan().rumus["selisih"]}
    policies["rentang"] = bawaan().rentang["dua_sisi"]
    card = {"jenis": "tingkat", "nol_tercapai": "tidak", **policies}
    assert room["mentah"](22.5, 25, np.nan, np.nan, arah="turun", **card) == 90
    assert room["mentah"](65, 65, np.nan, np.nan, arah="naik", **card) == 100


def test_its_formula_and_its_notebook_do_what_the_page_promises(instansi_kecil):
    root = copy_notebooks(instansi_kecil.akar)
    change(root, "02_capaian", "aturan", cell(root, "02_capaian", "aturan") + "\n\n\n" + BLOCKS[0])
    add_notebook(root, "06_biaya", "Biaya setiap poin", *BLOCKS[3:])
    report = Laporan(rangkai(instansi_kecil.tempat))
    assert report.indikator["capaian_persen"].round(2).tolist() == [98.72, 108.54]
    first = report.jejak("indikator.TPT.capaian_persen.pk.2024").langkah[0]
    assert first.sumber_rumus == "Keputusan Kepala Dinas 12/2025"
    assert report.biaya["biaya_rp"].round().tolist() == [506_467, 276_401]

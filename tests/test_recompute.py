"""Every computed figure is what its own row says: its expression over its parents, from the ledger alone."""

import pytest

from lkip_lib.ledger import id_induk
from tests.project import computed
from tests.recompute import RAGU, differing

RUNS = [
    *(("disnaker-kota-bekasi", year) for year in (2023, 2024, 2025, 2026)),
    *(("dinas-contoh", year) for year in (2024, 2025)),
    *(("dinas-contoh", 2025, quarter) for quarter in (1, 2, 3, 4)),
]


@pytest.fixture(scope="module", params=RUNS, ids=lambda r: "-".join(map(str, r)))
def made(request):
    return computed(*request.param).bahan


def test_every_computed_row_is_recomputed_from_its_parents(made):
    assert differing(made) == {}


def test_every_computed_row_names_an_expression_that_is_published(made):
    rows = made.ledger.frame.query("asal == 'hitung'")
    assert set(rows["ungkapan"]) <= set(made.rumus["kode"])
    assert rows.query("rumus == ''").empty
    assert made.rumus[["ungkapan", "kalimat", "arti", "sumber"]].ne("").all(axis=None)


def test_every_parent_stands_in_the_ledger(made):
    named = {i for roots in made.ledger.frame["dari"] for i in id_induk(roots)}
    assert named <= set(made.ledger.frame["id"])


def test_no_figure_rests_on_a_printed_derived_one(made):
    computed_ids = [i for i in made.ledger.frame.query("asal == 'hitung'")["id"] if i.partition(".")[0] not in RAGU]
    assert {b["asal"] for i in computed_ids for b in made.ledger.asal(i)} <= {"masukan", "koreksi"}

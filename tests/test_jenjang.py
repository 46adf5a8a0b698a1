"""Ladders of ordinal indicators: the built-in ones are told in the docs, and each word has one place."""

from pathlib import Path

import pytest

from lkip_lib.policies.jenjang import daftar_jenjang, jenjang

DOCS = (Path(__file__).parents[1] / "docs" / "indikator.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("nama", daftar_jenjang())
def test_a_built_in_ladder_descends_and_is_told(nama):
    milik = daftar_jenjang()[nama]
    nilai = [milik.nilai(t.nama) for t in milik.tingkat]
    assert nilai == list(range(len(nilai), 0, -1))
    assert all(milik.nilai(lain) == milik.nilai(t.nama) for t in milik.tingkat for lain in t.lain)
    assert f"| `{nama}` | {milik.tingkat[0].nama}, " in DOCS


@pytest.mark.parametrize("teks", ["opini", "A", "A > ", "A > A", "A=1 > B=2", "A=x > B"])
def test_what_is_no_ladder_is_refused(teks):
    with pytest.raises(ValueError, match="enjang"):
        jenjang(teks)

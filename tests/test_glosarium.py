"""The glossary and the public names agree: every name is explained, and no explained term is dead."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args, get_origin

from lkip_lib import ledger
from lkip_lib.checks import DAFTAR
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.inputs.tables import TABLES
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.params import Params
from lkip_lib.rekap import columns as rekap
from tests.agency import AKAR

GLOSARIUM = AKAR / "docs" / "glosarium.md"
SATUAN = ("_rp", "_persen", "_orang")
# Words of machinery: they name a place or an order, not a thing of the field.
MESIN = {"id", "n", "dari", "sampai", "kode", "nama", "nomor", "urut", "label", "uraian"}
MESIN |= {"berkas", "baris", "kolom", "tabel", "data"}
STATUS = (
    ledger.ANGKA,
    ledger.BELUM_DIISI,
    ledger.TIDAK_TERBACA,
    ledger.TIDAK_DAPAT_DIHITUNG,
    ledger.TIDAK_BERLAKU,
)


@cache
def terms() -> list[str]:
    """Return the terms of the first column of every table of the glossary."""
    rows = [line for line in GLOSARIUM.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    return [term for row in rows for term in re.findall(r"`([^`]+)`", row.split("|")[1])]


def column_names() -> Iterator[str]:
    for table in TABLES.values():
        yield from (c.name for c in table.columns)
    for columns in KELUARAN.values():
        yield from columns
    yield from Params.model_fields
    for columns in (rekap.INSTANSI, rekap.KELOMPOK, rekap.CATATAN):
        yield from columns


def table_names() -> Iterator[str]:
    for name in TABLES:
        yield from name.split("/")
    yield from KELUARAN


def choices() -> Iterator[str]:
    for table in TABLES.values():
        for column in table.columns:
            yield from column.pilihan
    for field in Params.model_fields.values():
        for part in (field.annotation, *get_args(field.annotation)):
            if get_origin(part) is Literal:
                yield from get_args(part)
    yield from STATUS
    yield from TINGKAT
    yield from rekap.KEADAAN
    yield from (p.keluarga for p in DAFTAR.values())


def unexplained(name: str) -> list[str]:
    """Return the words of a name that neither the glossary nor the machinery list knows; the whole name comes first."""
    for unit in SATUAN:
        name = name.removesuffix(unit)
    known = MESIN.union(terms())
    return [] if name in known else [word for word in name.split("_") if word not in known]


def test_every_name_is_explained() -> None:
    names = {*column_names(), *table_names()}
    assert len(names) > 200
    assert {name: words for name in names if (words := unexplained(name))} == {}


def test_every_choice_is_explained() -> None:
    assert set(choices()) - set(terms()) == set()


def test_no_term_is_dead() -> None:
    kinds = {".py", ".yml", ".j2", ".csv"}
    paths = [p for d in ("lkip_lib", "data") for p in (AKAR / d).rglob("*") if p.suffix in kinds]
    text = re.sub(r"[\s_]+", "_", "\n".join(p.read_text(encoding="utf-8").casefold() for p in paths))

    def used(term: str) -> bool:
        found = (m.start() for m in re.finditer(re.escape(term), text))
        return any(not (text[i - 1].isalnum() or text[i + len(term)].isalnum()) for i in found)

    assert [term for term in terms() if not used(term)] == []


def test_a_term_stands_once_in_a_section() -> None:
    for section in GLOSARIUM.read_text(encoding="utf-8").split("\n## ")[1:]:
        heads = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        found = [term for head in heads for term in re.findall(r"`([^`]+)`", head)]
        assert len(found) == len(set(found)), section.splitlines()[0]

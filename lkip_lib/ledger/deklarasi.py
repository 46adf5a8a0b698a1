"""What the figures of a table are: stated, computed by a formula, or the very figure of another table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lkip_lib.rumus.deklarasi import Rumus


@dataclass(frozen=True)
class Tercatat:
    """A figure whose ledger row is there already: its id stands in a column (`{kolom}_id`)."""

    id: str = ""


@dataclass(frozen=True)
class Dinyatakan:
    """A figure used as its document states it: a row of its own over those of the document (`{kolom}_dari`)."""

    satuan: str = ""  # a unit, or the column that holds it
    label: str = ""  # the column with its word, where it has one
    bila_ada: bool = False


@dataclass(frozen=True)
class Salinan:
    """The very figure of another table, put beside others: no row of its own, and no other value."""

    tabel: str
    kunci: tuple[str, ...] = ()  # the columns that find its row there; its own key's when empty
    kolom: str = ""


@dataclass(frozen=True)
class Hitung:
    """A figure that a formula gives; `kolom` says which columns its names stand for where they are called otherwise.

    With `anggota` it is over the rows of that table, found by `per` (their column, the column of the group's row).
    """

    rumus: Rumus
    kolom: Mapping[str, str] = field(default_factory=dict)
    anggota: str = ""
    per: tuple[tuple[str, str], ...] = ()
    satuan: str = ""  # a unit, or a column that holds it, where it is not the formula's own
    bila_ada: bool = False  # whether only rows with a value are figures
    sebut: str = ""  # the column that receives the name of the formula that a row took
    label: str = ""  # the column with its word, where a number has one


Angka = Tercatat | Dinyatakan | Salinan | Hitung


@dataclass(frozen=True)
class Tabel:
    """Declare the figures of one table, and how its rows are called in the ledger.

    An id is `nama.kode.kolom[.dokumen][.tahun][.periode]`; `kode` are the columns whose words it is joined of. A year
    that is no column is the year of the report.
    """

    nama: str
    angka: Mapping[str, Angka]
    kode: tuple[str, ...] = ("kode",)
    dokumen: str = ""
    tahun: str = ""
    periode: str = ""
    lingkup: str = ""
    keadaan: tuple[str, ...] = ()  # the figures whose state, the strongest of them, the column status_nilai says

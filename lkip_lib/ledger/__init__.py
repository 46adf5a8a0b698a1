"""The ledger: every figure is one row with where it came from; append rows, walk back along `dari`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pandas as pd

from lkip_lib.frames import catatan, susun
from lkip_lib.rumus.nilai import KEADAAN

KOLOM = (
    "id", "asal", "besaran", "subjek", "tahun", "periode", "lingkup", "dokumen", "nilai", "label", "satuan", "tercetak",
    "status_nilai", "berkas", "baris", "kolom", "rumus", "ungkapan", "dari",
)  # fmt: skip
DTYPE = dict.fromkeys(KOLOM, "object") | {"nilai": "float64", "tahun": "Int64", "baris": "Int64"}

_KOSONG = dict.fromkeys(KOLOM, "") | {"nilai": float("nan"), "tahun": pd.NA, "baris": pd.NA}

MASUKAN, TERCETAK, KOREKSI, HITUNG = "masukan", "tercetak", "koreksi", "hitung"
ANGKA, TIDAK_DAPAT_DIHITUNG, BELUM_DIISI, TIDAK_BERLAKU, TIDAK_TERBACA = KEADAAN


def buat_id(tabel: str, kode: str, kolom: str, *, dokumen: str = "", tahun: Any = "", periode: str = "") -> str:
    """Build the id of a figure: table.kode.column[.dokumen][.tahun][.periode].

    >>> buat_id("target", "AKIP", "target", dokumen="pk", tahun=2024, periode="tahunan")
    'target.AKIP.target.pk.2024.tahunan'
    """
    bagian = [tabel, kode, kolom, dokumen, "" if tahun is None or tahun is pd.NA else str(tahun), periode]
    return ".".join(b for b in bagian if b).replace(" ", "_")


def polos(id: str) -> str:
    """Return the printed cell of a figure: a corrected one is a row of its own.

    >>> polos("koreksi.anggaran.A.pagu.lkip"), polos("anggaran.A.pagu.lkip")
    ('anggaran.A.pagu.lkip', 'anggaran.A.pagu.lkip')
    """
    return id.removeprefix(f"{KOREKSI}.")


def induk(dari: str) -> list[tuple[str, str]]:
    """Split what a figure rests on into roles and ids; what has no role has an empty one.

    A role without an id, which stands for a figure that is not there, is left out.

    >>> induk("realisasi_rp=anggaran.0.realisasi_rp.2024 pagu_rp=")
    [('realisasi_rp', 'anggaran.0.realisasi_rp.2024')]
    """
    pisah = (b.partition("=") for b in str(dari).split())
    return [(a, c) if tanda else ("", a) for a, tanda, c in pisah if c or not tanda]


def id_induk(dari: str) -> list[str]:
    """Return the ids that a figure rests on, each once.

    >>> id_induk("nilai=a bobot=b nilai=c bobot=b")
    ['a', 'b', 'c']
    """
    return list(dict.fromkeys(i for _, i in induk(dari)))


def sebut_subjek(subjek: object) -> str:
    """Name whose figure it is: the agency as a whole has the code 0.

    >>> sebut_subjek("AKIP"), sebut_subjek("0")
    ('AKIP', 'instansi')
    """
    return "instansi" if str(subjek) == "0" else str(subjek)


def unik(ids: Sequence[str]) -> list[str]:
    """Number repeated ids: the second is `~2`, the third `~3`.

    >>> unik(["a", "b", "a"])
    ['a', 'b', 'a~2']
    """
    urutan: dict[str, int] = {}
    terpakai: dict[str, None] = {}
    for i in ids:
        nama = i
        while nama in terpakai:
            urutan[i] = urutan.get(i, 1) + 1
            nama = f"{i}~{urutan[i]}"
        terpakai[nama] = None
    return list(terpakai)


def tabel(baris: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Make a ledger of rows; a column that a row does not name is empty."""
    semua = list(baris)
    if not semua:
        return _tanpa_baris().copy()
    return _susun({k: [b.get(k, _KOSONG[k]) for b in semua] for k in KOLOM})


@cache
def _tanpa_baris() -> pd.DataFrame:
    return _susun({k: [] for k in KOLOM})


def _susun(isi: Mapping[str, list[Any]]) -> pd.DataFrame:
    return susun({k: isi[k] for k in KOLOM}, DTYPE)


def gabung(bagian: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Join the parts that the notebooks wrote. Raises ValueError when an id stands twice."""
    semua = pd.concat([tabel([]), *bagian], ignore_index=True)
    if semua["id"].duplicated().any():
        raise ValueError(f"id dobel di ledger: {semua.loc[semua['id'].duplicated(), 'id'].iloc[0]}")
    return semua


@dataclass(frozen=True, slots=True)
class Langkah:
    """Hold one step of a trail: how deep it lies below the figure asked for, and its ledger row."""

    dalam: int
    baris: Mapping[str, Any]


class Ledger:
    """Look figures up by id and walk to their origin."""

    def __init__(self, *bagian: pd.DataFrame | Ledger) -> None:
        """Put one part behind the other. Raises ValueError when an id stands twice."""
        self._bagian, self._baris = bagian, dict[str, dict[str, Any]]()
        for b in bagian:
            for baris in b._baris.values() if isinstance(b, Ledger) else catatan(b):
                if self._baris.setdefault(str(baris["id"]), baris) is not baris:
                    raise ValueError(f"id dobel di ledger: {baris['id']}")

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return every row; most that look a figure up never ask for it."""
        bagian = [b.frame if isinstance(b, Ledger) else b for b in self._bagian]
        return bagian[0] if len(bagian) == 1 else gabung(bagian)

    def __contains__(self, id: object) -> bool:
        return id in self._baris

    def __iter__(self) -> Iterator[str]:
        return iter(self._baris)

    def __getitem__(self, id: str) -> Mapping[str, Any]:
        return self._baris[id]

    def jejak(self, id: str, paling_banyak: int | None = None) -> Iterator[Langkah]:
        """Walk from a figure to its origins, depth first; a figure met again is not walked again.

        `paling_banyak` is how many origins of one figure are walked: a mean of a thousand answers has as many.
        """
        dilalui: set[str] = set()
        antre = [(0, id)]
        while antre:
            dalam, kini = antre.pop()
            if kini in dilalui:
                continue
            dilalui.add(kini)
            baris = self._baris[kini]
            yield Langkah(dalam, baris)
            antre += [(dalam + 1, i) for i in reversed(id_induk(baris["dari"])[:paling_banyak])]

    def asal(self, id: str) -> list[Mapping[str, Any]]:
        """Return the input rows on which a figure rests: those with a file, a row and a column."""
        return [s.baris for s in self.jejak(id) if s.baris["berkas"]]

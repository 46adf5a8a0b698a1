"""What the benchmark knows by itself: rows with their true values, and the constraints that must hold between cells."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

UTUH, ABU, LANGGAR = 0, 1, 2
# The columns in which a figure can stand; everything else is text, and a note on it can only name the row.
KOLOM_ANGKA = {
    "target": ("target",),
    "realisasi": ("realisasi",),
    "anggaran": ("pagu", "realisasi", "realisasi_fisik"),
    "belanja": ("pagu", "realisasi"),
    "keluaran": ("target", "realisasi"),
    "komponen": ("nilai",),
    "sdm": ("asn", "non_asn"),
    "tercetak/hitungan": ("nilai",),
    "tercetak/pernyataan": ("nilai",),
}


@dataclass(eq=False)
class Baris:
    """Hold one row: its printed texts, and of each figure the value meant and the decimals printed.

    A value is a Fraction, a pair of Fractions (a range), a word, or None when it is blank or cannot be read.
    """

    tabel: str
    teks: dict[str, str]
    nilai: dict[str, Any] = field(default_factory=dict)
    desimal: dict[str, int] = field(default_factory=dict)

    def isi(self, kolom: str, teks: str, nilai: Any, desimal: int = 0) -> None:
        """Print a figure."""
        self.teks[kolom], self.nilai[kolom], self.desimal[kolom] = teks, nilai, desimal


class Sel(NamedTuple):
    """Name one cell."""

    baris: Baris
    kolom: str

    @property
    def nilai(self) -> Any:
        return self.baris.nilai.get(self.kolom)

    @property
    def desimal(self) -> int:
        return self.baris.desimal.get(self.kolom, 0)

    @property
    def teks(self) -> str:
        return self.baris.teks.get(self.kolom, "")


@dataclass(frozen=True, eq=False)
class Kendala:
    """State what must hold between cells.

    `inti` are the cells that it relates directly, `luas` those further ones that its figures are computed from: a note
    on an inti cell reports the violation, a note on a luas cell may follow from it. `keluarga` are the families of
    checks that may rightly report it. `ukur` returns UTUH, ABU (inside one printed unit: nobody may be blamed for
    either answer) or LANGGAR.
    """

    nama: str
    keluarga: frozenset[str]
    inti: frozenset[Sel]
    luas: frozenset[Sel]
    ukur: Callable[[], int]


@dataclass(eq=False)
class Instansi:
    """Hold one synthetic agency: its tables, the texts of its other files, and its constraints."""

    kode: str
    tahun: int
    tabel: dict[str, list[Baris]] = field(default_factory=dict)
    berkas: dict[str, str] = field(default_factory=dict)
    params: dict[str, Any] = field(default_factory=dict)
    kendala: list[Kendala] = field(default_factory=list)
    # What planters want to know beyond the cells: indicators by code, budget nodes, and so on.
    catatan: dict[str, Any] = field(default_factory=dict)

    def tambah(self, tabel: str, **teks: Any) -> Baris:
        """Append a row; its figures are printed afterwards with `isi`."""
        baris = Baris(tabel, {k: str(v) for k, v in teks.items()})
        self.tabel.setdefault(tabel, []).append(baris)
        return baris

    def wajib(
        self, nama: str, keluarga: str, inti: Iterable[Sel], ukur: Callable[[], int], luas: Iterable[Sel] = ()
    ) -> None:
        """Add a constraint; `keluarga` names its families, space-separated."""
        pusat = frozenset(inti)
        self.kendala.append(Kendala(nama, frozenset(keluarga.split()), pusat, pusat | frozenset(luas), ukur))

    def dilanggar(self) -> dict[Kendala, int]:
        """Return the constraints that do not hold."""
        return {k: hasil for k in self.kendala if (hasil := k.ukur()) != UTUH}

    def letak(self) -> dict[tuple[str, int], Baris]:
        """Return each row by file and line, as they would be written now."""
        return {(f"{t}.csv", n): b for t, milik in self.tabel.items() for n, b in enumerate(milik, 2)}

    def tulis(self, akar: Path) -> None:
        """Write the data folder and the parameters."""
        data = akar / "data" / self.kode / str(self.tahun)
        (data / "tercetak").mkdir(parents=True, exist_ok=True)
        pilihan = akar / "params" / self.kode
        pilihan.mkdir(parents=True, exist_ok=True)
        for nama, milik in self.tabel.items():
            kolom = list(dict.fromkeys(k for b in milik for k in b.teks))
            with (data / f"{nama}.csv").open("w", encoding="utf-8", newline="") as f:
                tulis = csv.DictWriter(f, kolom, restval="", lineterminator="\n")
                tulis.writeheader()
                tulis.writerows(b.teks for b in milik)
        for nama, isi in self.berkas.items():
            (data / nama).write_text(isi, encoding="utf-8")
        isi_params = "".join(f"{k}: {'null' if v is None else v}\n" for k, v in self.params.items())
        (pilihan / f"{self.tahun}.yml").write_text(isi_params, encoding="utf-8")


def bulat(x: Fraction, desimal: int) -> Fraction:
    """Round half away from zero."""
    skala = Fraction(10) ** desimal
    utuh = (abs(x) * skala + Fraction(1, 2)).__floor__()
    return (utuh if x >= 0 else -utuh) / skala


def potong(x: Fraction, desimal: int) -> Fraction:
    """Cut off behind some decimals, toward zero."""
    skala = Fraction(10) ** desimal
    return int(x * skala) / skala


def banding(cetak: Fraction, desimal: int, eksak: Fraction) -> int:
    """Hold a printed figure against an exact one: rounded or cut off it is UTUH, more than a unit away LANGGAR."""
    if cetak in (bulat(eksak, desimal), potong(eksak, desimal)):
        return UTUH
    satuan = 1 / Fraction(10) ** desimal
    # What could have been printed exactly, as a count can, has no excuse.
    return LANGGAR if abs(cetak - eksak) > satuan or (eksak / satuan).denominator == 1 else ABU


def banding_sel(sel: Sel, eksak: Any) -> int:
    """Hold a printed cell against what it should say: a number within its precision, a word exactly."""
    if sel.nilai is None or eksak is None:
        return UTUH
    if isinstance(sel.nilai, Fraction) and isinstance(eksak, Fraction):
        return banding(sel.nilai, sel.desimal, eksak)
    return UTUH if sel.nilai == eksak else LANGGAR


def sama(sel: Iterable[Sel]) -> int:
    """Tell whether all cells state the same, each within its own precision."""
    milik = [s for s in sel if s.nilai is not None]
    hasil = UTUH
    for i, satu in enumerate(milik):
        for dua in milik[i + 1 :]:
            kasar, halus = (satu, dua) if satu.desimal <= dua.desimal else (dua, satu)
            hasil = max(hasil, banding_sel(kasar, halus.nilai))
    return hasil

"""Where a table was read: a CSV file, or a sheet of the workbook whose cells a person finds by their address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from lkip_lib.errors import Masalah

Letak = tuple[str, int | None, str]  # berkas, baris, kolom
_KATA = frozenset({"analisis", "instansi"})


@dataclass(frozen=True, slots=True)
class Asal:
    """Hold where a table stands; `huruf` gives the letters of each column on the sheet `lembar`."""

    berkas: str
    lembar: str = ""
    huruf: Mapping[str, str] = field(default_factory=dict)

    def letak(self, baris: int | None, kolom: str = "") -> Letak:
        """Return file, row and column of a cell; on a sheet the column is the cell's address.

        >>> Asal("anggaran.csv").letak(17, "pagu")
        ('anggaran.csv', 17, 'pagu')
        >>> Asal("lkip.xlsx", "anggaran", {"kode": "A", "pagu": "F"}).letak(17, "pagu")
        ('lkip.xlsx', 17, 'anggaran!F17')
        >>> Asal("lkip.xlsx", "Anggaran 2025").letak(None)
        ('lkip.xlsx', None, "'Anggaran 2025'!A1")
        """
        if not self.lembar:
            return self.berkas, baris, kolom
        awal = next(iter(self.huruf.values()), "A")
        return self.berkas, baris, self.sel(baris or 1, self.huruf.get(kolom, awal))

    def letak_angka(self, baris: int, kolom: str) -> Letak:
        """Return the place of a figure; where the sheet has no such column that is its row alone.

        >>> Asal("lkip.xlsx", "anggaran", {"kode": "A"}).letak_angka(17, "realisasi_fisik")
        ('lkip.xlsx', 17, 'anggaran!17')
        """
        if self.lembar and kolom not in self.huruf:
            return self.berkas, baris, self.sel(baris, "")
        return self.letak(baris, kolom)

    def sel(self, baris: int, huruf: str) -> str:
        """Return the address of a cell on the sheet, by the letters of its column."""
        return f"{kutip(self.lembar)}!{huruf}{baris}"


def kutip(lembar: str) -> str:
    """Write the name of a sheet as an address does.

    >>> kutip("anggaran"), kutip("Anggaran Pak Ma'ruf")
    ('anggaran', "'Anggaran Pak Ma''ruf'")
    """
    return lembar if re.fullmatch(r"[^\W\d]\w*", lembar) else "'" + lembar.replace("'", "''") + "'"


def asal_tabel(asal: Mapping[str, Asal], tabel: str) -> Asal:
    """Return where a table was read; one that no workbook holds is a CSV file, and words a YAML file."""
    return asal.get(tabel) or Asal(f"{tabel}.{'yml' if tabel in _KATA else 'csv'}")


def tabel_di(asal: Mapping[str, Asal], berkas: str, kolom: str) -> str:
    """Return the table that holds a cell; `kolom` is its address when the file is a workbook."""
    if "!" not in kolom:
        return berkas.removesuffix(".csv")
    lembar = kolom.rpartition("!")[0]
    return next(tabel for tabel, a in asal.items() if a.lembar and kutip(a.lembar) == lembar)


def nama_kolom(asal: Mapping[str, Asal], tabel: str, kolom: str) -> str:
    """Return the column's name, told as a place tells it: the name itself, or a cell's address."""
    if "!" not in kolom:
        return kolom
    huruf = kolom.rpartition("!")[2].rstrip("0123456789")
    return next((nama for nama, h in asal[tabel].huruf.items() if h == huruf), "")


def di_tempatnya(masalah: Iterable[Masalah], asal: Mapping[str, Asal]) -> list[Masalah]:
    """Give each problem of a table (`anggaran.csv`, row, column) the place where that table was read."""
    milik = ((m, asal.get(m.berkas.removesuffix(".csv"))) for m in masalah)
    return [Masalah(m.temuan, m.perbaikan, *a.letak(m.baris, m.kolom)) if a else m for m, a in milik]


def sebagai_frame(asal: Mapping[str, Asal]) -> pd.DataFrame:
    """Write down where the columns of the tables in a workbook stand, a row a column."""
    baris = [(t, k, a.berkas, a.lembar, h) for t, a in asal.items() if a.lembar for k, h in a.huruf.items()]
    return pd.DataFrame(baris, columns=["tabel", "kolom", "berkas", "lembar", "huruf"], dtype=object)


def dari_frame(frame: pd.DataFrame) -> dict[str, Asal]:
    """Read back what `sebagai_frame` wrote."""
    return {
        str(nama): Asal(
            isi["berkas"].iloc[0], isi["lembar"].iloc[0], dict(zip(isi["kolom"], isi["huruf"], strict=True))
        )
        for nama, isi in frame.groupby("tabel", sort=False)
    }

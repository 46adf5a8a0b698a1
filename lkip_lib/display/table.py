"""A table as it is shown: caption, columns with their widths, rows of text and figures; one template for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup, escape

from lkip_lib.display.templating import lingkungan

_KOSONG = ("", "–")
_SELEBAR_ANGKA = 24  # letters; what is longer in a column of figures is quoted text
# A telephone: how many columns may become cards, how many letters stand side by side, each column with its margins.
_KARTU, _SEJAJAR, _SELA, _BARIS_KATA = 10, 38, 2, 14
_BERTABEL, _SEDIKIT = 4, 50  # so few columns stay a table as long as they can: it is shorter than its cards
_SEPERTIGA, _SEDANG, _LEBAR = 16, 13, 26  # letters of a figure and of words in a third of a card, and in two


@dataclass(frozen=True, slots=True)
class Kolom:
    """Describe a column. Figures stand at the right (`angka`), words at the left; `lebar` is a share of the width.

    By a column with `urut` the page may sort the rows, by the words of one with `pilih` choose among them.
    """

    judul: str
    angka: bool = False
    lebar: int = 0
    urut: bool = False
    pilih: bool = False


@dataclass(frozen=True, slots=True)
class Baris:
    """Hold a row; the cell that `Tabel.kepala` names is its heading. `tingkat` indents it, `kelas` styles it.

    A row of a single cell spans the table: it names the rows that follow.
    """

    sel: Sequence[Any]
    tingkat: int = 0
    kelas: str = ""
    jangkar: str = ""
    id_sel: Sequence[str] = ()  # of each cell: what a trail can land on


@dataclass(frozen=True, slots=True)
class Tabel:
    """Hold a table ready to show. `lanskap` asks for a wide page on paper, `padat` for small print.

    `saring` lets the page filter its rows by the classes `t-…` (level) and `k-…` (family).
    """

    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[Baris]
    catatan: str = ""
    lanskap: bool = False
    padat: bool = False
    saring: bool = False
    kepala: int = 0
    satuan: str = ""  # a second line of the title: units, bounds, what the bars mean
    data: bool = False  # the data as read: wide, its first column stays in view

    @property
    def tetap(self) -> bool:
        """Tell whether every column names its width, so that the table keeps them."""
        return all(k.lebar for k in self.kolom)

    @property
    def kartu(self) -> bool:
        """Tell whether each row becomes a card on a telephone, where its columns do not fit side by side."""
        if self.data or not 2 < len(self.kolom) <= _KARTU:
            return False
        penuh = [b.sel for b in self.baris if len(b.sel) == len(self.kolom)]
        lebar = (max((_perlu(k, s[n]) for s in penuh), default=0) for n, k in enumerate(self.kolom))
        return self.saring or sum(
            max(w, _terpanjang(k.judul)) + _SELA for w, k in zip(lebar, self.kolom, strict=True)
        ) > (_SEDIKIT if len(self.kolom) <= _BERTABEL else _SEJAJAR)

    @property
    def badan(self) -> list[list[Baris]]:
        """Return the rows in groups, each under the row that names it."""
        hasil: list[list[Baris]] = [[]]
        for b in self.baris:
            if len(b.sel) == 1 and len(self.kolom) > 1 and hasil[-1]:
                hasil.append([])
            hasil[-1].append(b)
        return hasil

    def tanpa_kosong(self) -> Tabel:
        """Return the table without the columns behind its heading in which no row has anything."""
        penuh = [b.sel for b in self.baris if len(b.sel) == len(self.kolom)]
        ada = [n for n in range(len(self.kolom)) if n <= self.kepala or any(str(s[n]) not in _KOSONG for s in penuh)]
        if not penuh or len(ada) == len(self.kolom):
            return self
        ringkas = [replace(b, sel=[b.sel[n] for n in ada]) if len(b.sel) > 1 else b for b in self.baris]
        return replace(self, kolom=[self.kolom[n] for n in ada], baris=ringkas)

    def _repr_html_(self) -> str:
        return lingkungan().get_template("tabel.html.j2").render(t=self, kelas_sel=kelas_sel, patah=patah)

    def __html__(self) -> Markup:
        return Markup(self._repr_html_())

    def __repr__(self) -> str:
        return f"Tabel({self.judul!r}, {len(self.baris)} baris)"


def _terpanjang(teks: str) -> int:
    return max(map(len, teks.split()), default=0)


def _perlu(kolom: Kolom, sel: Any) -> int:
    """Return how many letters a cell needs beside others: a figure all of its own, words a line that can be read."""
    teks = str(escape(sel).striptags())
    if kolom.angka and kelas_angka(sel) == "n":
        return len(teks)
    return max(_terpanjang(teks), min(len(teks), _BARIS_KATA))


def kelas_sel(sel: Any, kolom: Kolom, kartu: bool) -> str:
    """Return the classes of a cell: how a figure stands, and how much of a card it takes.

    >>> kelas_sel("Rp12.345.678.900", Kolom("Pagu", angka=True), True), kelas_sel("", Kolom("Sebab"), True)
    ('n', 'hampa')
    """
    angka = kelas_angka(sel) if kolom.angka else ""
    if not kartu:
        return angka
    panjang = max(len(Markup(baris).striptags()) for baris in str(escape(sel)).split("<small>"))
    sepertiga = _SEPERTIGA if angka == "n" else _SEDANG
    luas = "lebar" if panjang > _LEBAR else "sedang" if panjang > sepertiga else "" if panjang else "hampa"
    return f"{angka} {luas}".strip()


def kelas_angka(sel: Any) -> str:
    """Return the class of a cell in a column of figures: `n` is never broken, `kata` stands for a figure.

    >>> kelas_angka("Rp3,06 miliar"), kelas_angka("belum diisi"), kelas_angka("90 - 100; 80 - 90; 70 - 80")
    ('n', 'kata', '')
    """
    teks = escape(sel).striptags()
    if len(teks) > _SELEBAR_ANGKA:
        return ""
    return "n" if any(huruf.isdigit() for huruf in teks) else "kata"


def patah(sel: Any) -> Markup:
    """Let a name go on in the next line after a stroke, where a browser alone would not break it.

    >>> patah("Bulanan/Semesteran"), patah(Markup("<b>a/b</b>"))
    (Markup('Bulanan/<wbr>Semesteran'), Markup('<b>a/b</b>'))
    """
    isi = escape(sel)
    return isi if hasattr(sel, "__html__") else isi.replace("/", Markup("/<wbr>"))

"""Bars made of HTML: in a cell of a table, or as a list; the figure of each stands in words beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lkip_lib.display.chart import Bagan
from lkip_lib.display.templating import lingkungan

_PENUH = 100.0


@dataclass(frozen=True, slots=True)
class Batang:
    """Hold what a bar shows, in percent: `arti` is one of the colours, `batas` a mark, `antara` what is not settled."""

    persen: float
    arti: str = "kinerja"
    batas: float | None = None
    antara: tuple[float, float] | None = None
    teks: object = ""  # the figure, before its bar

    def __str__(self) -> str:
        return str(self.teks)

    def __html__(self) -> Markup:
        skala = max(_PENUH, self.batas or 0)
        isi = Markup('<i style="width:{}%"></i>').format(_lebar(self.persen, skala))
        if self.antara is not None:
            kiri, kanan = (_lebar(v, skala) for v in self.antara)
            sela = Markup('<i class="antara" style="left:{}%;width:{}%"></i>')
            isi += sela.format(kiri, _angka(float(kanan) - float(kiri)))
        if self.batas is not None:
            isi += Markup('<i class="batas" style="left:{}%"></i>').format(_lebar(self.batas, skala))
        arti = "" if self.arti == "kinerja" else f" {self.arti}"
        return Markup('{}<span class="btg{}" aria-hidden="true">{}</span>').format(self.teks, arti, isi)


def _lebar(persen: float, skala: float) -> str:
    return _angka(min(max(persen, 0.0), skala) / skala * 100)


def _angka(nilai: float) -> str:
    """Write a share as a style does.

    >>> _angka(82.4749), _angka(100.0)
    ('82.5', '100')
    """
    return f"{nilai:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Butir:
    """Hold one line of a bar chart: its name with what explains it, and its bars, each with its figure."""

    nama: str
    batang: Sequence[Batang]
    rinci: str = ""


def deret(
    judul: str, butir: Sequence[Butir], *, alt: str, satuan: str = "", sumber: str = "", legenda: Mapping[str, str]
) -> Bagan:
    """Make a bar chart of a list: it takes the width there is, and its text is text. `legenda` names its colours."""
    isi = lingkungan().get_template("batang.html.j2").render(butir=butir, legenda=legenda)
    return Bagan(judul, alt, satuan=satuan, sumber=sumber, isi=Markup(isi))

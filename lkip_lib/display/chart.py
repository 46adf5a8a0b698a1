"""A chart as it is shown: one quiet style, Indonesian ticks, alt text, the same bytes every time."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from lkip_lib import numerals
from lkip_lib.display.templating import lingkungan

# Okabe–Ito: told apart by the colour-blind, and in grey print by their lightness.
BIRU, JINGGA, HIJAU, MERAH, ABU, TINTA = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#B8BEC7", "#1F2933"
# The width of a figure on the page, and the smallest text on it (points).
LEBAR, KECIL = 7.2, 8.0
GAYA: Any = {
    "svg.hashsalt": "lkip",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": ABU,
    "axes.labelcolor": TINTA,
    "text.color": TINTA,
    "xtick.color": TINTA,
    "ytick.color": TINTA,
    "axes.grid": True,
    "grid.color": "#E4E7EB",
    "axes.axisbelow": True,
    "figure.constrained_layout.use": True,
    "hatch.linewidth": 0.5,
    "hatch.color": "#8A94A0",
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
}


@dataclass(frozen=True, slots=True)
class Bagan:
    """Hold a drawn chart with its title and the words that say what it shows."""

    judul: str
    alt: str
    svg: bytes

    @property
    def data_uri(self) -> str:
        return f"data:image/svg+xml;base64,{base64.b64encode(self.svg).decode()}"

    def _repr_html_(self) -> str:
        return lingkungan().get_template("bagan.html.j2").render(b=self)

    def __html__(self) -> Markup:
        return Markup(self._repr_html_())

    def __repr__(self) -> str:
        return f"Bagan({self.judul!r}: {self.alt})"


@contextmanager
def kanvas(lebar: float = LEBAR, tinggi: float = 3.0) -> Iterator[tuple[Figure, Axes]]:
    """Give a figure and axes in the house style (inches)."""
    with mpl.rc_context(GAYA):
        gambar = Figure(figsize=(lebar, tinggi))
        yield gambar, gambar.subplots()


def simpan(gambar: Figure, judul: str, alt: str) -> Bagan:
    """Save a figure as SVG without date, so that the same figures give the same bytes."""
    isi = io.BytesIO()
    with mpl.rc_context(GAYA):
        gambar.savefig(isi, format="svg", metadata={"Date": None, "Creator": None})
    return Bagan(judul, alt, isi.getvalue())


def sumbu(desimal: int = 0, akhiran: str = "") -> FuncFormatter:
    """Write tick labels the Indonesian way."""
    return FuncFormatter(lambda nilai, _: f"{numerals.write(nilai, desimal)}{akhiran}")

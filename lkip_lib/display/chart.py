"""A chart as it is shown: its finding as title, text as text, one meaning a colour, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from lkip_lib import numerals
from lkip_lib.display.templating import lingkungan

# One meaning a colour, the same on pages, paper and in Word; a page puts its own variable in the place of each.
TINTA, REDUP, GARIS = "#1a2230", "#4d5866", "#d4d9e0"
KINERJA, UANG, ACUAN, KURANG, LATAR = "#1f5c92", "#2b7565", "#626c79", "#a8430c", "#ffffff"
_NAMA = {
    TINTA: "tinta", REDUP: "redup", GARIS: "garis", KINERJA: "kinerja", UANG: "uang", ACUAN: "acuan",
    KURANG: "kurang", LATAR: "latar",
}  # fmt: skip
# The widths of a figure on a desk and on a telephone (inches), and its text (points): twelve pixels there and here.
LEBAR, SEMPIT, KECIL = 7.4, 3.6, 9.6
# Measured in a wider font than the one of the text: what fits in it fits.
_HURUF_UKUR, _HURUF = "'DejaVu Sans'", "'Source Sans 3', 'DejaVu Sans', sans-serif"
GAYA: Any = {
    "svg.hashsalt": "lkip",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": KECIL,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.edgecolor": ACUAN,
    "axes.labelcolor": REDUP,
    "text.color": TINTA,
    "xtick.color": REDUP,
    "ytick.color": REDUP,
    "xtick.labelsize": KECIL,
    "ytick.labelsize": KECIL,
    "ytick.left": False,
    "axes.grid": True,
    "grid.color": GARIS,
    "axes.axisbelow": True,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "hatch.linewidth": 0.5,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
}


@dataclass(frozen=True, slots=True)
class Bagan:
    """Hold a drawn chart: what it finds, in which unit, the words that hold all its figures, its source.

    `svg` is drawn for a desk and `sempit` for a telephone; `isi` is a chart made of HTML instead.
    """

    judul: str
    alt: str
    svg: str = ""
    sempit: str = ""
    satuan: str = ""
    sumber: str = ""
    isi: Markup | None = None

    def _repr_html_(self) -> str:
        return lingkungan().get_template("bagan.html.j2").render(b=self, gambar=sisipkan)

    def __html__(self) -> Markup:
        return Markup(self._repr_html_())

    def __repr__(self) -> str:
        return f"Bagan({self.judul!r}: {self.alt})"


def sisipkan(svg: str, alt: str, kelas: str) -> Markup:
    """Put a drawing into a page: an image with its words, in the colours of the page."""
    for warna, nama in _NAMA.items():
        svg = svg.replace(warna, f"var(--{nama})")
    return Markup(svg.replace("<svg ", Markup('<svg class="{}" role="img" aria-label="{}" ').format(kelas, alt), 1))


def lepaskan(svg: str) -> str:
    """Return a drawing of a page as a picture of its own, as a data URI: paper and Word know no variables."""
    for warna, nama in _NAMA.items():
        svg = svg.replace(f"var(--{nama})", warna)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def gaya() -> AbstractContextManager[None]:
    """Draw in the style of the house, whatever the surroundings prefer."""
    return mpl.rc_context(GAYA)


def lukis(melukis: Callable[[Axes, bool], object], tinggi: float = 3.0) -> tuple[str, str]:
    """Draw twice, for a desk and for a telephone, on axes in the house style; `melukis` is told which."""
    hasil = []
    for lebar in (LEBAR, SEMPIT):
        with gaya():
            gambar = Figure(figsize=(lebar, tinggi))
            melukis(gambar.subplots(), lebar == SEMPIT)
            hasil.append(tulis(gambar))
    return hasil[0], hasil[1]


def tulis(gambar: Figure) -> str:
    """Write a figure as SVG whose text stays text, without date or name, so that equal figures give equal bytes."""
    berkas = io.BytesIO()
    with gaya():
        gambar.savefig(berkas, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return _rapikan(berkas.getvalue().decode())


def simpan(gambar: Figure, judul: str, alt: str) -> Bagan:
    """Keep a figure drawn once as a chart."""
    return Bagan(judul, alt, tulis(gambar))


def _rapikan(svg: str) -> str:
    """Leave out what no page needs, and give each mark that is referred to a name of this drawing alone."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", svg, flags=re.DOTALL)
    tanda = hashlib.sha256(svg.encode()).hexdigest()[:6]
    dirujuk = set(re.findall(r'(?:#|url\(#)([\w-]+)["\)]', svg))
    svg = re.sub(r' id="([^"]+)"', lambda m: f' id="{tanda}{m[1]}"' if m[1] in dirujuk else "", svg)
    svg = re.sub(r'(href="#|url\(#)', rf"\g<1>{tanda}", svg)
    svg = svg.replace(_HURUF_UKUR, _HURUF)
    svg = re.sub(r"<style.*?</style>", "", svg, flags=re.DOTALL).replace("<defs></defs>", "")
    svg = svg.replace("<svg ", '<svg stroke-linejoin="round" stroke-linecap="butt" ', 1)
    svg = re.sub(r"(\d+\.\d{2})\d+", r"\1", svg)
    svg = re.sub(r' (?:xmlns:xlink|version)="[^"]*"', "", svg).replace("xlink:href", "href")
    return re.sub(r">\s+<", "><", svg).strip()


def sumbu(desimal: int = 0, akhiran: str = "") -> FuncFormatter:
    """Write tick labels the Indonesian way."""
    return FuncFormatter(lambda nilai, _: f"{numerals.write(nilai, desimal)}{akhiran}")

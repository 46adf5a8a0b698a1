"""A sheet on which boxes, lines and measured text are placed in inches, for charts that are not plots."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.textpath import text_to_path

from lkip_lib.display.chart import GARIS, GAYA, TINTA, Bagan, simpan

# The width of a sheet (inches), its smallest text (points), and the height of a line of it (inches).
LEBAR, KECIL, SPASI = 7.2, 9.0, 0.16


@lru_cache(maxsize=4096)
def lebar_teks(teks: str, ukuran: float = KECIL, tebal: bool = False) -> float:
    """Return the width of one line of text in inches, as it will be drawn."""
    huruf = FontProperties(family="DejaVu Sans", size=ukuran, weight="bold" if tebal else "normal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a sign the font lacks is drawn as a box of its own width
        return float(text_to_path.get_text_width_height_descent(teks, huruf, False)[0]) / 72


def lipat(teks: str, lebar: float, ukuran: float = KECIL, *, tebal: bool = False, baris: int = 0) -> list[str]:
    """Break a text into lines that fit a width in inches; past `baris` lines it ends in "…".

    >>> lipat("Persentase sampah yang terkelola", 1.4)
    ['Persentase sampah', 'yang terkelola']
    """
    hasil = [""]
    for kata in teks.split():
        while lebar_teks(kata, ukuran, tebal) > lebar and len(kata) > 1:
            muat = next(
                i for i in range(len(kata) - 1, 0, -1) if i == 1 or lebar_teks(kata[:i], ukuran, tebal) <= lebar
            )
            hasil += [kata[:muat], ""]
            kata = kata[muat:]
        calon = f"{hasil[-1]} {kata}".strip()
        if lebar_teks(calon, ukuran, tebal) <= lebar:
            hasil[-1] = calon
        else:
            hasil.append(kata)
    hasil = [b for b in hasil if b]
    if baris and len(hasil) > baris:
        akhir = hasil[baris - 1]
        while akhir and lebar_teks(f"{akhir}…", ukuran, tebal) > lebar:
            akhir = akhir[:-1]
        hasil = [*hasil[: baris - 1], f"{akhir.rstrip()}…"]
    return hasil


class Lembar:
    """Collect what is drawn, in inches from the upper left corner; the sheet becomes as high as that needs."""

    def __init__(self, lebar: float = LEBAR) -> None:
        self.lebar = lebar
        self.tinggi = 0.0
        self._lukis: list[Callable[[Axes], object]] = []

    def teks(self, x: float, y: float, isi: str | Sequence[str], **gaya: Any) -> float:
        """Write lines from their upper edge `y` on and return where they end; `ukuran`, `tebal`, `warna`, `rata`."""
        ukuran, warna, rata = gaya.get("ukuran", KECIL), gaya.get("warna", TINTA), gaya.get("rata", "left")
        sekat = SPASI * ukuran / KECIL
        rupa: Any = {"fontsize": ukuran, "color": warna, "ha": rata, "va": "baseline"}
        rupa["fontweight"] = "bold" if gaya.get("tebal") else "normal"
        for baris in [isi] if isinstance(isi, str) else isi:
            self._taruh(y + sekat, partial(Axes.text, x=x, y=y + 0.76 * sekat, s=baris, **rupa))
            y += sekat
        return y

    def kotak(
        self, x: float, y: float, lebar: float, tinggi: float, isi: str = "#FFFFFF", tepi: str = GARIS, arsir: str = ""
    ) -> None:
        """Draw a rectangle; `arsir` hatches it."""
        rupa: Any = {"facecolor": isi, "edgecolor": tepi, "hatch": arsir or None, "linewidth": 0.7}
        self._taruh(y + tinggi, lambda ax: ax.add_patch(Rectangle((x, y), lebar, tinggi, **rupa)))

    def garis(
        self, titik: Sequence[tuple[float, float]], warna: str = TINTA, tebal: float = 0.8, gaya: str = "-"
    ) -> None:
        """Draw a line through points."""
        x, y = zip(*titik, strict=True)
        rupa: Any = {"color": warna, "linewidth": tebal, "linestyle": gaya, "solid_capstyle": "butt"}
        self._taruh(max(y), lambda ax: ax.add_line(Line2D(x, y, **rupa)))

    def bulat(self, x: float, y: float, jari: float, isi: str) -> None:
        """Draw a dot."""
        self._taruh(
            y + jari, lambda ax: ax.add_patch(Circle((x, y), jari, facecolor=isi, edgecolor="white", linewidth=0.7))
        )

    def legenda(self, x: float, y: float, lebar: float, butir: Sequence[tuple[str, str, str]]) -> float:
        """Name colours (text, colour, hatch) side by side, on more lines when they need them; return where it ends."""
        kiri = x
        for teks, warna, arsir in butir:
            perlu = 0.24 + lebar_teks(teks)
            if x > kiri and x + perlu > kiri + lebar:
                x, y = kiri, y + 0.2
            self.kotak(x, y + 0.02, 0.18, 0.11, warna, GARIS, arsir)
            self.teks(x + 0.24, y, teks)
            x += perlu + 0.2
        return y + 0.2

    def _taruh(self, bawah: float, lukis: Callable[[Axes], object]) -> None:
        self.tinggi = max(self.tinggi, bawah)
        self._lukis.append(lukis)

    def simpan(self, judul: str, alt: str) -> Bagan:
        """Draw the sheet and save it."""
        tinggi = self.tinggi + 0.06
        with mpl.rc_context(GAYA | {"figure.constrained_layout.use": False}):
            gambar = Figure(figsize=(self.lebar, tinggi))
            ax = gambar.add_axes((0, 0, 1, 1))
            ax.set_axis_off()
            ax.set(xlim=(0, self.lebar), ylim=(tinggi, 0))
            for lukis in self._lukis:
                lukis(ax)
            return simpan(gambar, judul, alt)

"""Capaian against absorption in four named quadrants: points, their labels, and axes, on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.ticker import MaxNLocator

from lkip_lib import numerals
from lkip_lib.display.chart import ACUAN, KINERJA, KURANG, REDUP
from lkip_lib.display.chart_sheet import SPASI, Lembar, lebar_teks, lipat


class Titik(NamedTuple):
    """Place one thing; `kode` labels it, `baik` gives its colour, `jari` is its radius in inches."""

    kode: str
    serapan: float
    capaian: float
    baik: bool
    jari: float = 0.065


class Kuadran:
    """Place the points, the axes and the labels.

    `ambang` parts reached from not reached, `batas` low absorption from high; `nama_batas` says what that is.
    """

    X, Y, SISI = 0.5, 0.24, 3.7

    def __init__(self, titik: Sequence[Titik], ambang: float, batas: float, nama_batas: str) -> None:
        self.titik, self.ambang, self.batas, self.nama_batas = titik, ambang, batas, nama_batas
        semua = [self.ambang, self.batas, *(t.serapan for t in titik), *(t.capaian for t in titik)]
        ruang = max(6.0, 0.12 * (max(semua) - min(semua)))
        self.awal, self.akhir = min(semua) - ruang, max(semua) + ruang

    def _x(self, v: float) -> float:
        return self.X + self.SISI * (v - self.awal) / (self.akhir - self.awal)

    def _y(self, v: float) -> float:
        return self.Y + self.SISI * (self.akhir - v) / (self.akhir - self.awal)

    def lukis(self, lembar: Lembar) -> None:
        kanan, bawah = self.X + self.SISI, self.Y + self.SISI
        lembar.kotak(self.X, self.Y, self.SISI, self.SISI)
        tengah_x, tengah_y = self._x(self.batas), self._y(self.ambang)
        lembar.garis([(self.X, bawah), (kanan, self.Y)], ACUAN, 1, "--")
        lembar.garis([(tengah_x, self.Y), (tengah_x, bawah)], REDUP)
        lembar.garis([(self.X, tengah_y), (kanan, tengah_y)], REDUP)
        for v in MaxNLocator(5).tick_values(self.awal, self.akhir):
            if self.awal <= v <= self.akhir:
                lembar.teks(self._x(v), bawah + 0.04, numerals.persen(v, 0), rata="center")
                lembar.teks(self.X - 0.06, self._y(v) - SPASI / 2, numerals.persen(v, 0), rata="right")
        keterangan = f"Serapan anggaran ({self.nama_batas} {numerals.persen(self.batas)})"
        lembar.teks(self.X + self.SISI / 2, bawah + 0.22, keterangan, rata="center")
        lembar.teks(0, 0.02, f"Capaian kinerja (batas tercapai {numerals.persen(self.ambang, trim=True)})")
        terpakai = [(self._x(t.serapan), self._y(t.capaian), 0.1, 0.1) for t in self.titik]
        # The lines part the quadrants; a label on one would be struck through.
        terpakai += [(tengah_x, self.Y + self.SISI / 2, 0, self.SISI), (self.X + self.SISI / 2, tengah_y, self.SISI, 0)]
        self._nama_kuadran(lembar, tengah_x, tengah_y, terpakai)
        for t in self.titik:
            lembar.bulat(self._x(t.serapan), self._y(t.capaian), t.jari, KINERJA if t.baik else KURANG)
        for t in self.titik:
            if not t.kode:
                continue
            lebar = lebar_teks(t.kode, tebal=True) + 0.04
            x, y = self._tempat(self._x(t.serapan), self._y(t.capaian), lebar, terpakai)
            if abs(y - self._y(t.capaian)) > 0.2:  # too far off to be told whose it is
                arah = 0.06 if y < self._y(t.capaian) else -0.06
                lembar.garis([(x, y + arah), (self._x(t.serapan), self._y(t.capaian))], REDUP, 0.5)
            lembar.teks(x, y - SPASI / 2, t.kode, tebal=True, rata="center")

    def _nama_kuadran(
        self, lembar: Lembar, x: float, y: float, terpakai: list[tuple[float, float, float, float]]
    ) -> None:
        """Name each quadrant at its outer corner, and keep the labels of the points off the names."""
        kanan, bawah = self.X + self.SISI, self.Y + self.SISI
        for atas, nama_y in ((True, "tercapai"), (False, "belum tercapai")):
            for kiri, nama_x in ((True, "serapan rendah"), (False, "serapan tinggi")):
                lebar = (x - self.X if kiri else kanan - x) - 0.12
                baris = lipat(f"{nama_y}, {nama_x}", max(lebar, lebar_teks("tercapai,")))
                tinggi = len(baris) * SPASI
                letak_x = self.X + 0.06 if kiri else kanan - 0.06
                letak_y = self.Y + 0.04 if atas else bawah - tinggi - 0.04
                muat = lebar >= max(map(lebar_teks, baris)) and tinggi <= (y - self.Y if atas else bawah - y) - 0.06
                if muat:
                    panjang = max(map(lebar_teks, baris)) + 0.06
                    tepi = letak_x - 0.03 if kiri else letak_x - panjang + 0.03
                    lembar.kotak(tepi, letak_y, panjang, tinggi, "#FFFFFF", "#FFFFFF")
                    lembar.teks(letak_x, letak_y, baris, warna=REDUP, rata="left" if kiri else "right")
                    lebar = max(map(lebar_teks, baris))
                    pusat = letak_x + lebar / 2 if kiri else letak_x - lebar / 2
                    terpakai.append((pusat, letak_y + tinggi / 2, lebar, tinggi))

    def _tempat(
        self, x: float, y: float, lebar: float, terpakai: list[tuple[float, float, float, float]]
    ) -> tuple[float, float]:
        """Return the nearest free place for a label around its point, and take it."""
        calon = [(x, y)]
        for jauh in range(8):
            dx, dy = lebar / 2 + 0.1 + 0.06 * jauh, 0.16 + 0.12 * jauh
            calon += [(x + dx, y), (x - dx, y), (x, y - dy), (x, y + dy), (x + dx, y - dy), (x + dx, y + dy)]
            calon += [(x - dx, y - dy), (x - dx, y + dy)]
        for cx, cy in calon[1:]:
            di_dalam = (
                self.X + lebar / 2 < cx < self.X + self.SISI - lebar / 2
                and self.Y + 0.08 < cy < self.Y + self.SISI - 0.08
            )
            bebas = all(abs(cx - a) >= (lebar + w) / 2 or abs(cy - b) >= (SPASI + h) / 2 for a, b, w, h in terpakai)
            if di_dalam and bebas:
                break
        terpakai.append((cx, cy, lebar, SPASI))
        return cx, cy

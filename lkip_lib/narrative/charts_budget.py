"""Charts of the budget beside the results: absorption of every program, and capaian against absorption."""

from __future__ import annotations

from typing import NamedTuple

from matplotlib.ticker import MaxNLocator

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import ABU, BIRU, HIJAU, MERAH, TINTA
from lkip_lib.display.chart_sheet import SPASI, Lembar, lebar_teks, lipat
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.isi import Isi

_PAGU = "#D3DAE2"
_REDUP = "#5C6670"


@bagan
def serapan_program(isi: Isi) -> Bagan | None:
    """Draw pagu and realisasi of every program, and what the programs leave unexplained."""
    semua = [
        (b, angka(b["pagu_rp"]), angka(b["realisasi_rp"])) for b in isi.baris("anggaran") if b["tingkat"] == "program"
    ]
    baris = [(b, p, r) for b, p, r in semua if p and p > 0 and r is not None]
    if not baris:
        return None
    kiri, kanan = 2.75, 5.85
    terbesar = max(max(p, r) for _, p, r in baris)
    lembar = Lembar()
    y = lembar.legenda(kiri, 0, kanan, [("Pagu", _PAGU, ""), ("Realisasi", BIRU, "")]) + 0.04
    for b, pagu, realisasi in baris:
        nama = lipat(f"{b['kode']}. {b['nama']}", kiri - 0.15)
        tinggi = max(2, len(nama)) * SPASI + 0.14
        tengah = y + tinggi / 2
        lembar.teks(0, tengah - len(nama) * SPASI / 2, nama)
        for nilai, tebal, warna in ((pagu, 0.28, _PAGU), (realisasi, 0.13, BIRU)):
            lembar.kotak(kiri, tengah - tebal / 2, (kanan - kiri) * nilai / terbesar, tebal, warna, warna)
        x = kiri + (kanan - kiri) * max(pagu, realisasi) / terbesar + 0.08
        lembar.teks(x, tengah - SPASI, numerals.persen(b["serapan_persen"]), tebal=True)
        lembar.teks(x, tengah, f"dari {numerals.singkat_rupiah(pagu)}")
        y += tinggi
    lembar.garis([(kiri, 0.24), (kiri, y)], TINTA)
    sisa = _residu(isi)
    kosong = [b["kode"] for b, p, r in semua if not (p and p > 0 and r is not None)]
    catatan = f"{sisa} Tanpa pagu atau realisasi: {', '.join(kosong)}.".strip() if kosong else sisa.strip()
    if catatan:
        lembar.teks(0, y + 0.06, lipat(catatan, lembar.lebar), warna=_REDUP)
    ucap = "; ".join(
        f"{b['kode']} {numerals.persen(b['serapan_persen'])} dari {numerals.singkat_rupiah(p)}" for b, p, _ in baris
    )
    return lembar.simpan(
        f"Pagu dan realisasi program tahun {isi.tahun}",
        f"Diagram batang serapan setiap program: {ucap}. {catatan}".strip(),
    )


def _residu(isi: Isi) -> str:
    """Say what the programs leave unexplained of the agency's figures."""
    akar = isi.akar or {}
    beda = [(n, angka(akar.get(f"residu_{n}_rp"))) for n in ("pagu", "realisasi")]
    sebut = [f"{n} {numerals.rupiah(r)}" for n, r in beda if r]
    return f"Belum terurai dalam program: {' dan '.join(sebut)}." if sebut else ""


class _Titik(NamedTuple):
    kode: str
    serapan: float
    capaian: float
    tingkat: str


@bagan
def capaian_serapan(isi: Isi) -> Bagan | None:
    """Draw capaian against absorption of every sasaran in four named quadrants."""
    titik = [
        _Titik(b["sasaran"], s, c, b["tingkat_efisiensi"])
        for b in isi.baris("efisiensi")
        if (c := angka(b["capaian_persen"])) is not None and (s := angka(b["serapan_persen"])) is not None
    ]
    if not titik:
        return None
    bidang = _Bidang(isi, titik)
    lembar = Lembar()
    bidang.lukis(lembar)
    x, y = 4.5, 0.05
    for t in titik:
        nama = lipat(isi.nama_sasaran.get(t.kode, ""), lembar.lebar - x)
        lembar.teks(x, y, t.kode, tebal=True)
        y = lembar.teks(x, y + SPASI, nama)
        angka_titik = f"capaian {numerals.persen(t.capaian)}, serapan {numerals.persen(t.serapan)}"
        y = lembar.teks(x, y, lipat(angka_titik, lembar.lebar - x), warna=_REDUP)
        y = lembar.teks(x, y, lipat(t.tingkat, lembar.lebar - x), warna=_REDUP) + 0.1
    ucap = "; ".join(
        f"{t.kode} capaian {numerals.persen(t.capaian)}, serapan {numerals.persen(t.serapan)}, {t.tingkat}"
        for t in titik
    )
    return lembar.simpan(f"Capaian dan serapan setiap sasaran tahun {isi.tahun}", f"Diagram titik: {ucap}.")


class _Bidang:
    """Place the points of the quadrant chart, its axes and its labels."""

    X, Y, SISI = 0.5, 0.24, 3.7

    def __init__(self, isi: Isi, titik: list[_Titik]) -> None:
        self.titik = titik
        self.ambang = float(isi.params.ambang_tercapai)
        serapan = angka((isi.akar or {}).get("serapan_persen"))
        # The agency's own absorption parts left from right; without it, what was planned: all of it.
        self.batas, self.nama_batas = (serapan, "serapan instansi") if serapan is not None else (100.0, "serapan penuh")
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
        lembar.garis([(self.X, bawah), (kanan, self.Y)], ABU, 1, "--")
        lembar.garis([(tengah_x, self.Y), (tengah_x, bawah)], _REDUP)
        lembar.garis([(self.X, tengah_y), (kanan, tengah_y)], _REDUP)
        for v in MaxNLocator(5).tick_values(self.awal, self.akhir):
            if self.awal <= v <= self.akhir:
                lembar.teks(self._x(v), bawah + 0.04, numerals.persen(v, 0), rata="center")
                lembar.teks(self.X - 0.06, self._y(v) - SPASI / 2, numerals.persen(v, 0), rata="right")
        keterangan = f"Serapan anggaran ({self.nama_batas} {numerals.persen(self.batas)})"
        lembar.teks(self.X + self.SISI / 2, bawah + 0.22, keterangan, rata="center")
        lembar.teks(0, 0.02, f"Capaian kinerja (batas tercapai {numerals.persen(self.ambang, 0)})")
        terpakai = [(self._x(t.serapan), self._y(t.capaian), 0.1, 0.1) for t in self.titik]
        # The lines part the quadrants; a label on one would be struck through.
        terpakai += [(tengah_x, self.Y + self.SISI / 2, 0, self.SISI), (self.X + self.SISI / 2, tengah_y, self.SISI, 0)]
        self._nama_kuadran(lembar, tengah_x, tengah_y, terpakai)
        for t in self.titik:
            warna = HIJAU if t.tingkat == "Efisien" else MERAH
            lembar.bulat(self._x(t.serapan), self._y(t.capaian), 0.065, warna)
        for t in self.titik:
            lebar = lebar_teks(t.kode, tebal=True) + 0.04
            x, y = self._tempat(self._x(t.serapan), self._y(t.capaian), lebar, terpakai)
            if abs(y - self._y(t.capaian)) > 0.2:  # too far off to be told whose it is
                arah = 0.06 if y < self._y(t.capaian) else -0.06
                lembar.garis([(x, y + arah), (self._x(t.serapan), self._y(t.capaian))], _REDUP, 0.5)
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
                    lembar.teks(letak_x, letak_y, baris, warna=_REDUP, rata="left" if kiri else "right")
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

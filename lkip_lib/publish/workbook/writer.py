"""Write sheets into a workbook: each look made once, how they print, what the reader may choose, rules and charts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lkip_lib.publish.workbook.sheet import (
    HAMPA,
    HITUNG,
    JUDUL,
    KEPALA,
    MASUKAN,
    PERSEN,
    TEKS,
    TETAP,
    Aturan,
    Kolom,
    Lembar,
    Letak,
    Saklar,
    Sel,
    huruf,
    kosong,
)

_TERPANJANG = 32_767  # what a cell of Excel can hold
_WARNA: dict[str, dict[str, Any]] = {
    TEKS: {},
    TETAP: {},
    JUDUL: {"bold": True, "bg_color": "#D6E0EA"},
    MASUKAN: {"font_color": "#0B3D91", "bg_color": "#FFF8DC"},
    HITUNG: {"bg_color": "#EEF2F5"},
}
_KURANG, _DERET = "#A8430C", ("#1F5C92", "#2B7565")  # what fell short; performance, money
_KERTAS = {"A4": 9, "F4": 14}  # Excel's numbers; it calls F4 folio
_SAKLAR = 3  # the column of a choice above the table
BENTUK = {"rupiah": "#,##0", "bulat": "0", PERSEN: "#,##0.00%", "tanggal": "yyyy-mm-dd", "teks": "@"}


class Buku:
    """Write sheets into an XlsxWriter workbook, each look made once."""

    def __init__(self, buku: Any, kepala_halaman: str, kertas: str = "A4") -> None:
        self._buku, self._ditulis, self._kertas = buku, dict[str, tuple[Letak, int]](), _KERTAS[kertas]
        self._gaya: dict[tuple[str, str, bool], Any] = {}
        self._kolom: dict[str, Sequence[Kolom]] = {}
        self._kepala_halaman = kepala_halaman.replace("&", "&&")[:200]

    def gaya(self, peran: str, bentuk: str, tebal: bool = False) -> Any:
        kunci = (peran, bentuk, tebal)
        if kunci not in self._gaya:
            rupa: dict[str, Any] = {"valign": "top", "border": 1, "border_color": "#C9CED3", "bold": tebal}
            rupa |= _WARNA[peran]
            rupa["num_format"] = BENTUK.get(bentuk, bentuk)
            if bentuk == "teks":
                rupa |= {"text_wrap": True, "align": "left", "indent": 1}
            if bentuk == "teks" and peran == HITUNG:
                rupa["num_format"] = "General"  # a formula edited in a cell of the text format turns into words
            self._gaya[kunci] = self._buku.add_format(rupa)
        return self._gaya[kunci]

    def tulis(self, lembar: Lembar) -> None:
        """Write one sheet."""
        w = self._buku.add_worksheet(lembar.nama)
        self._kepala(w, lembar)
        n = 0
        for n, baris in enumerate(lembar.baris, 1):
            self._baris(w, lembar, KEPALA + n, baris)
        if lembar.jumlah:
            self._baris(w, lembar, KEPALA + 1 + n, lembar.jumlah, tebal=True)
        if n and lembar.saring:
            w.autofilter(KEPALA, 0, KEPALA + n, len(lembar.kolom) - 1)
        self._ditulis[lembar.nama], self._kolom[lembar.nama] = (Letak(lembar.nama, lembar.kolom, n), n), lembar.kolom
        if lembar.saklar:
            self._saklar(w, lembar.nama, lembar.saklar)
        for aturan in lembar.aturan if n else ():
            self._aturan(w, lembar, aturan, n)
        self._cetak(w, lembar)

    def _saklar(self, w: Any, nama: str, s: Saklar) -> None:
        """Let the reader choose in the row above the heads; the first choice is what the report has."""
        w.write_string(KEPALA - 1, 0, s.tanya, self._buku.add_format({"bold": True}))
        w.write_string(KEPALA - 1, _SAKLAR, s.pilihan[0], self.gaya(MASUKAN, "teks"))
        w.data_validation(KEPALA - 1, _SAKLAR, KEPALA - 1, _SAKLAR, {"validate": "list", "source": list(s.pilihan)})
        self._buku.define_name(s.nama, f"={nama}!${huruf(_SAKLAR)}${KEPALA}")

    def _aturan(self, w: Any, lembar: Lembar, aturan: Aturan, n: int) -> None:
        k = next((i for i, k in enumerate(lembar.kolom) if k.kunci == aturan.kunci), None)
        if k is not None:
            sel = f"{huruf(k)}{KEPALA + 2}"
            rumus = f'=AND({sel}<>"",{sel}{aturan.banding}{aturan.dengan})'
            gaya = self._buku.add_format({"bold": True, "font_color": _KURANG})
            w.conditional_format(KEPALA + 1, k, KEPALA + n, k, {"type": "formula", "criteria": rumus, "format": gaya})

    def lukis(self, lembar: Lembar) -> None:
        """Draw the chart of a sheet below its rows, once the sheet that it draws is written."""
        if lembar.bagan is None or lembar.bagan.lembar not in self._ditulis:
            return
        b, (sumber, n) = lembar.bagan, self._ditulis[lembar.bagan.lembar]
        gambar = self._buku.add_chart({"type": "bar"})
        for kunci, warna in zip(b.angka, _DERET, strict=False):
            kolom = next(k for k in self._kolom[b.lembar] if k.kunci == kunci)
            gambar.add_series(
                {
                    "name": kolom.judul,
                    "categories": f"={sumber.semua(b.nama, n)}",
                    "values": f"={sumber.semua(kunci, n)}",
                    "fill": {"color": warna},
                    "data_labels": {"value": True, "num_format": BENTUK[kolom.bentuk]},
                }
            )
        gambar.set_title({"name": b.judul, "name_font": {"size": 12}})
        gambar.set_x_axis({"name": b.sumbu, "min": 0, "num_format": "0%", "major_gridlines": {"visible": False}})
        gambar.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        gambar.set_legend({"none": True} if len(b.angka) == 1 else {"position": "bottom"})
        gambar.set_size({"width": 760, "height": min(160 + 34 * n * len(b.angka), 1200)})
        self._buku.get_worksheet_by_name(lembar.nama).insert_chart(
            KEPALA + 3 + self._ditulis[lembar.nama][1], 0, gambar
        )

    def _kepala(self, w: Any, lembar: Lembar) -> None:
        w.write_string(0, 0, lembar.judul, self._buku.add_format({"bold": True, "font_size": 14}))
        w.write_string(1, 0, lembar.catatan, self._buku.add_format({"italic": True, "font_color": "#555555"}))
        rupa = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1}
        gaya = self._buku.add_format({**rupa, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        for i, k in enumerate(lembar.kolom):
            w.write_string(KEPALA, i, k.kepala, gaya)
            w.set_column(i, i, k.lebar)
        tinggi = max((math.ceil(len(k.kepala) / max(k.lebar - 2, 4)) for k in lembar.kolom), default=1)
        w.set_row(KEPALA, 16 * max(tinggi, 1) + 4)

    def _baris(self, w: Any, lembar: Lembar, r: int, baris: Sequence[Sel], tebal: bool = False) -> None:
        for i, (k, sel) in enumerate(zip(lembar.kolom, baris, strict=True)):
            self._sel(w, r, i, sel, sel.bentuk or k.bentuk, tebal)
        # Excel measures wrapped rows on opening, other programs do not.
        isi = [(str(s.nilai), k) for s, k in zip(baris, lembar.kolom, strict=True) if isinstance(s.nilai, str)]
        baris_teks = max((_banyak_baris(t, k.lebar) for t, k in isi), default=1)
        if baris_teks > 1:
            w.set_row(r, min(15 * baris_teks, 400))

    def _sel(self, w: Any, r: int, k: int, sel: Sel, bentuk: str, tebal: bool) -> None:
        if sel.peran == HAMPA:
            return
        gaya = self.gaya(sel.peran, bentuk, tebal)
        hampa = kosong(sel.nilai)
        nilai = "" if hampa else _polos(sel.nilai, bentuk == PERSEN)
        if sel.larik:
            w.write_array_formula(r, k, r, k, f"{{{sel.rumus}}}", gaya, nilai)
        elif sel.rumus:
            w.write_formula(r, k, sel.rumus, gaya, nilai)
        elif hampa:
            w.write_blank(r, k, None, gaya)
        elif isinstance(sel.nilai, str):
            w.write_string(r, k, sel.nilai[:_TERPANJANG], gaya)  # never a formula, whatever it begins with
        else:
            w.write_number(r, k, nilai, gaya)

    def _cetak(self, w: Any, lembar: Lembar) -> None:
        w.freeze_panes(KEPALA + 1, lembar.beku)
        w.set_paper(self._kertas)
        w.repeat_rows(KEPALA)
        if lembar.cetak:
            akhir = next(i for i, k in enumerate(lembar.kolom) if k.kunci == lembar.cetak)
            w.print_area(0, 0, KEPALA + self._ditulis[lembar.nama][1], akhir)
        if lembar.bagan is None:
            w.set_landscape()
            w.fit_to_pages(1, 0)
        else:  # rows and chart on one page
            w.set_portrait()
            w.fit_to_pages(1, 1)
        w.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.6)
        w.set_header(f"&L{self._kepala_halaman}&R&A")
        w.set_footer("&R&P dari &N")


def _banyak_baris(teks: str, lebar: float) -> int:
    """Estimate the lines a text takes in a column; its letters are narrower than the digits that widths count."""
    return sum(max(1, math.ceil(len(b) / lebar)) for b in teks.split("\n"))


def _polos(nilai: Any, persen: bool = False) -> Any:
    """Return a figure as Python's own type, whole ones as int, without the dust that would round it another way.

    >>> _polos(83.47, persen=True), _polos(3.0)
    (0.8347, 3)
    """
    if isinstance(nilai, str):
        return nilai
    angka, bersih = float(nilai), round(float(nilai), 9)
    angka = bersih if math.isclose(angka, bersih, rel_tol=1e-13) else angka
    if persen:
        return angka / 100
    return int(angka) if angka.is_integer() and abs(angka) < 1e15 else angka

"""Write the workbook of a year to be filled in: a sheet a table, made from the table's declaration."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.cover import Petunjuk
from lkip_lib.inputs.examples import contoh
from lkip_lib.inputs.grid import huruf_kolom
from lkip_lib.inputs.tables import TABLES, Column, Table
from lkip_lib.inputs.words import INSTANSI
from lkip_lib.inputs.workbook import nama_lembar

KEPALA = 2  # the row of the headings, from 0; above it stand the title and what each column means
_TERBAWAH = 5000  # the last row that offers choices
_WARNA = {"perlu": "#2E7D32", "pilihan": "#9AA5B1"}
_SATUAN = (
    "Persen", "Permil", "Indeks", "Nilai", "Rasio", "Orang", "Unit", "Dokumen", "Laporan", "Kegiatan", "Kasus",
    "Perkara", "Rupiah", "Hari", "Jam", "Menit", "Peringkat", "Predikat", "Opini",
)  # fmt: skip
_LEBAR = {"kode": 22, "pilihan": 16, "tahun": 8, "bulat": 9, "angka": 20}
_LEBAR_TEKS = {"nama": 44, "uraian": 44, "teks": 90, "isi": 70, "rekomendasi": 50, "formulasi": 36, "satuan": 14,
               "sumber": 36}  # fmt: skip


def lembar_baru(*, instansi: bool = True) -> dict[str, Table]:
    """Return the tables of a new workbook, the necessary ones first; what printed reports say is left to CSV files."""
    semua = {n: t for n, t in {**TABLES, **LEMBAR_BUKU}.items() if "/" not in n and (instansi or n != "instansi")}
    return dict(sorted(semua.items(), key=lambda pasang: not pasang[1].perlu))


def tulis(
    path: Path,
    instansi: str,
    tahun: int,
    isi: Mapping[str, pd.DataFrame] | None = None,
    tambahan: Mapping[str, Table] | None = None,
    *,
    lembar_instansi: bool = True,
) -> None:
    """Write the workbook of an agency and year.

    `isi` are the rows that each table begins with, by name; without it the tables hold examples. `tambahan` are the
    agency's own tables; without `lembar_instansi` the agency is described elsewhere. A table that `isi` leaves out has
    an empty sheet. The same input gives the same bytes.
    """
    import xlsxwriter

    tabel = {**lembar_baru(instansi=lembar_instansi), **(tambahan or {})}
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as buku:
        buku.set_properties({"title": f"LKIP {instansi} {tahun}", "created": dt.datetime(tahun, 1, 1)})
        penulis = _Penulis(buku, tabel)
        Petunjuk(buku, tabel).tulis(instansi, tahun)
        for nama, t in tabel.items():
            frame = (isi or {}).get(nama, pd.DataFrame())
            baris = [{str(k): str(v) for k, v in b.items()} for b in frame.to_dict("records")] or _isian(t)
            if baris or isi is not None:
                penulis.tulis(t, baris)
            else:
                penulis.tulis(t, contoh(nama, tahun), contoh=True)


def arti(column: Column) -> str:
    """Say in a few words what stands in a column.

    >>> arti(TABLES["indikator"]["arah"])  # doctest: +ELLIPSIS
    'Wajib. naik: makin tinggi makin baik; turun: sebaliknya; dalam: ... Pilihan: naik, turun, dalam.'
    """
    bagian = ["Wajib." if column.wajib else "", f"{column.keterangan.rstrip('.')}."]
    bagian.append(f"Pilihan: {', '.join(column.pilihan)}." if column.pilihan else "")
    bagian.append(f"Kode dari lembar {column.rujukan}." if column.rujukan else "")
    bagian.append(f"Kosong berarti {column.bawaan}." if column.bawaan else "")
    return " ".join(b for b in bagian if b)


class _Penulis:
    """Write tables into an XlsxWriter workbook, each look made once."""

    def __init__(self, buku: Any, tabel: Mapping[str, Table]) -> None:
        self.buku, self.tabel = buku, tabel
        dasar = {"valign": "top", "text_wrap": True}
        self.gaya = {
            "judul": buku.add_format({"bold": True, "font_size": 13, "font_color": "#1F4E79"}),
            "arti": buku.add_format(
                {**dasar, "valign": "bottom", "italic": True, "font_size": 9, "font_color": "#555555"}
            ),
            "wajib": buku.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1}),
            "boleh": buku.add_format({"bold": True, "bg_color": "#DCE6F1", "font_color": "#1F4E79", "border": 1}),
            "teks": buku.add_format({**dasar, "num_format": "@"}),
            "rupiah": buku.add_format({"valign": "top", "num_format": "#,##0"}),
            "biasa": buku.add_format({"valign": "top"}),
        }
        rupa = {"italic": True, "font_color": "#8A6D3B", "bg_color": "#FFF9E5", "valign": "top"}
        for nama, bentuk in (("teks", "@"), ("rupiah", "#,##0"), ("biasa", "General")):
            self.gaya[f"{nama} contoh"] = buku.add_format({**rupa, "num_format": bentuk, "text_wrap": nama == "teks"})

    def tulis(self, table: Table, baris: Sequence[Mapping[str, str]], *, contoh: bool = False) -> None:
        """Write one sheet: title, meanings, headings, rows, and what may be chosen in the rows."""
        w = self.buku.add_worksheet(nama_lembar(table.nama))
        w.set_tab_color(_WARNA["perlu" if table.perlu else "pilihan"])
        keadaan = "perlu diisi" if table.perlu else "boleh dikosongkan"
        w.write_string(0, 0, f"{table.judul} ({keadaan}): {table.guna}.", self.gaya["judul"])
        for k, c in enumerate(table.columns):
            w.set_column(k, k, _lebar(c), self.gaya[_bentuk(c)])
            w.write_string(KEPALA - 1, k, arti(c), self.gaya["arti"])
            w.write_string(KEPALA, k, c.name, self.gaya["wajib" if c.wajib else "boleh"])
            self._pilihan(w, k, c)
        tinggi = max(math.ceil(len(arti(c)) * 1.05 / _lebar(c)) for c in table.columns)
        w.set_row(KEPALA - 1, min(12.5 * tinggi + 4, 160))
        for b, isi in enumerate(baris, KEPALA + 1):
            self._baris(w, b, table, isi, contoh)
        w.freeze_panes(KEPALA + 1, 1)
        w.autofilter(KEPALA, 0, KEPALA + max(len(baris), 1), len(table.columns) - 1)
        w.ignore_errors({"number_stored_as_text": f"A1:{huruf_kolom(len(table.columns) - 1)}{_TERBAWAH}"})
        w.set_paper(9)
        w.set_landscape()
        w.repeat_rows(KEPALA)
        w.fit_to_pages(1, 0)

    def _baris(self, w: Any, b: int, table: Table, isi: Mapping[str, str], contoh: bool) -> None:
        w.set_row(b, 15 * max(math.ceil(len(isi.get(c.name, "")) * 1.1 / _lebar(c)) or 1 for c in table.columns))
        for k, c in enumerate(table.columns):
            teks = isi.get(c.name, "")
            gaya = self.gaya[f"{_bentuk(c)} contoh" if contoh else _bentuk(c)]
            if _bentuk(c) != "teks" and teks.isdigit():
                w.write_number(b, k, int(teks), gaya)
            elif teks or contoh:
                w.write_string(b, k, teks, gaya) if teks else w.write_blank(b, k, None, gaya)

    def _pilihan(self, w: Any, k: int, c: Column) -> None:
        """Offer what may stand in a column: only these for choices, a suggestion for codes and units."""
        aturan: dict[str, Any] | None = None
        if c.pilihan:
            pesan = f"Pilih salah satu: {', '.join(c.pilihan)}."
            aturan = {"source": list(c.pilihan), "error_title": "Bukan pilihan", "error_message": pesan[:255]}
        elif c.rujukan in self.tabel:
            acuan = self.tabel[c.rujukan]
            huruf = huruf_kolom([a.name for a in acuan.columns].index("kode"))
            daerah = f"={nama_lembar(acuan.nama)}!${huruf}${KEPALA + 2}:${huruf}${_TERBAWAH}"
            aturan = {"source": daerah, "show_error": False}
        elif c.name == "satuan":
            aturan = {"source": list(_SATUAN), "show_error": False}
        if aturan:
            w.data_validation(KEPALA + 1, k, _TERBAWAH - 1, k, {"validate": "list", **aturan})


def _isian(table: Table) -> list[dict[str, str]]:
    """Return the rows that only wait for their contents: what describes the agency, one row a part."""
    return [{"bagian": b} for b in table["bagian"].pilihan] if table is INSTANSI else []


def _bentuk(c: Column) -> str:
    """Return how cells of a column are kept: codes and figures as printed are texts, rupiah are numbers."""
    if c.kind == "angka":
        return "rupiah" if c.satuan == "rupiah" else "teks"
    return "biasa" if c.kind in ("tahun", "bulat", "pilihan") else "teks"


def _lebar(c: Column) -> float:
    """Return the width of a column; its heading keeps room for the filter button."""
    return max(_LEBAR.get(c.kind) or _LEBAR_TEKS.get(c.name, 24), len(c.name) + 4)

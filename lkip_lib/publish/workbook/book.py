"""Publish the report as an Excel workbook whose formulas compute what the pipeline computed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lkip_lib.buku.laporan import Laporan
from lkip_lib.publish.workbook import policy as kebijakan
from lkip_lib.publish.workbook import review as reviu
from lkip_lib.publish.workbook.sheet import Lembar
from lkip_lib.publish.workbook.tables import Tabel
from lkip_lib.publish.workbook.writer import Buku

# The edition for those who check; the others carry no notes.
_REVIU = "reviu"


def tulis(laporan: Laporan, path: Path) -> None:
    """Write the workbook of a report.

    Every formula carries the pipeline's value, so that a reader who computes nothing sees the report; changing an
    input moves what rests on it. The same report gives the same bytes.
    """
    import xlsxwriter

    lembar = _lembar(laporan)
    hari = laporan.bahan.params.tanggal_berkas(laporan.bahan.tahun)
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as buku:
        judul = lembar[0].judul
        sifat = {"title": judul, "author": laporan.isi.instansi.nama, "company": laporan.isi.instansi.pemerintah}
        buku.set_properties({**sifat, "created": dt.datetime(hari.year, hari.month, hari.day)})
        penulis = Buku(buku, judul, laporan.bahan.params.naskah.kertas)
        for satu in lembar:
            penulis.tulis(satu)
        for satu in lembar:
            penulis.lukis(satu)


def _lembar(laporan: Laporan) -> list[Lembar]:
    """Put the sheets in order; the dictionary explains them all."""
    tabel = Tabel(laporan)
    isi = [
        kebijakan.ringkasan(laporan, tabel.papan),
        *map(tabel.lembar, tabel.susunan),
        reviu.koreksi(laporan),
        kebijakan.kebijakan(laporan),
    ]
    tambahan = [reviu.reviu(laporan), reviu.replikasi(laporan)] if laporan.edisi == _REVIU else []
    return [*isi, kebijakan.kamus([*isi, *tambahan]), *tambahan]

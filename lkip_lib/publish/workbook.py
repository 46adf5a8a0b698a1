"""Publish the report as an Excel workbook whose formulas compute what the pipeline computed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lkip_lib.buku.laporan import Laporan
from lkip_lib.publish import workbook_budget as uang
from lkip_lib.publish import workbook_history as waktu
from lkip_lib.publish import workbook_performance as kinerja
from lkip_lib.publish import workbook_policy as kebijakan
from lkip_lib.publish import workbook_review as reviu
from lkip_lib.publish.workbook_layout import NAMA_KOLOM, Susunan
from lkip_lib.publish.workbook_sheet import Buku, Lembar

# The edition for those who check; the others carry no notes.
_REVIU = "reviu"


def tulis(laporan: Laporan, path: Path) -> None:
    """Write the workbook of a report.

    Every formula carries the pipeline's value, so that a reader who computes nothing sees the report; changing an
    input moves what rests on it. The same report gives the same bytes.
    """
    import xlsxwriter

    s = Susunan(laporan)
    aturan = kebijakan.kebijakan(s)
    lembar = _lembar(s, aturan.lembar)
    hari = s.params.tanggal_laporan or dt.date(s.bahan.tahun, 12, 31)
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as buku:
        judul = lembar[0].judul
        sifat = {"title": judul, "author": s.isi.instansi.nama, "company": s.isi.instansi.pemerintah}
        buku.set_properties({**sifat, "created": dt.datetime(hari.year, hari.month, hari.day)})
        penulis = Buku(buku, judul)
        for satu in lembar:
            penulis.tulis(satu)
        for nama, (tempat, kolom) in NAMA_KOLOM.items():
            buku.define_name(nama, "=" + s.letak[tempat].semua(kolom))
        for nama, alamat in aturan.nama.items():
            buku.define_name(nama, alamat)


def _lembar(s: Susunan, aturan: Lembar) -> list[Lembar]:
    """Put the sheets in order; the dictionary explains them all."""
    isi = [
        kebijakan.ringkasan(s),
        kinerja.indikator(s),
        kinerja.sasaran(s),
        uang.pendukung(s),
        uang.anggaran(s),
        uang.belanja(s),
        uang.efisiensi(s),
        waktu.perbandingan(s),
        waktu.riwayat(s),
        reviu.koreksi(s),
        aturan,
    ]
    tambahan = [reviu.reviu(s), reviu.replikasi(s)] if s.edisi == _REVIU else []
    return [*isi, kebijakan.kamus([*isi, *tambahan]), *tambahan]

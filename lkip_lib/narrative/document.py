"""The document: chapters in the order of the regulation, each made from its template."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.dates import format_date
from bs4 import BeautifulSoup
from markupsafe import Markup

from lkip_lib.display.templating import lingkungan
from lkip_lib.formulas.katalog import KATALOG
from lkip_lib.narrative import prascore, tables_budget, tables_check, words
from lkip_lib.narrative.charts import BAGAN
from lkip_lib.narrative.isi import DOKUMEN, Isi
from lkip_lib.narrative.tables import TABEL

__all__ = ["BAB", "Bab", "kalimat_bab", "susun", "tanggal"]
# Their tables enter the list when they are imported.
_LAIN = (prascore, tables_budget, tables_check)

BAB = {
    "sampul": "Sampul",
    "ikhtisar": "Ikhtisar Eksekutif",
    "bab1": "Bab I Pendahuluan",
    "bab2": "Bab II Perencanaan dan Perjanjian Kinerja",
    "bab3": "Bab III Akuntabilitas Kinerja",
    "bab4": "Bab IV Penutup",
    "lampiran": "Lampiran",
}


@dataclass(frozen=True, slots=True)
class Bab:
    """Hold one chapter ready to show."""

    kode: str
    judul: str
    html: Markup

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"Bab({self.judul!r})"


def tanggal(hari: dt.date) -> str:
    """Write a date the Indonesian way.

    >>> tanggal(dt.date(2025, 2, 28))
    '28 Februari 2025'
    """
    return str(format_date(hari, "d MMMM y", locale="id_ID"))


def susun(isi: Isi, kode: str) -> Bab:
    """Write one chapter from its template."""
    templat = lingkungan(Path(__file__).parent / "templates").get_template(f"{kode}.html.j2")
    return Bab(kode, BAB[kode], Markup(templat.render(**_konteks(isi))))


def _konteks(isi: Isi) -> dict[str, Any]:
    r = isi.ringkas
    indikator = isi.baris("indikator")
    terukur = [b for b in indikator if b["status_nilai"] == "angka"]
    ambang = isi.params.ambang_tercapai
    return {
        "isi": isi,
        "r": r,
        "lengkap": r["n_terhitung"] == r["n_indikator"] > 0,
        "indikator": indikator,
        "tercapai": [b for b in terukur if round(b["capaian_mentah_persen"], 9) >= ambang],
        "meleset": [b for b in terukur if round(b["capaian_mentah_persen"], 9) < ambang],
        "tak_terukur": [b for b in indikator if b["status_nilai"] != "angka"],
        "banding": {(b["kode"], b["jenis"]): b for b in isi.baris("perbandingan")},
        "efisien": [
            isi.nama_sasaran[b["sasaran"]] for b in isi.baris("efisiensi") if b["tingkat_efisiensi"] == "Efisien"
        ],
        "rumus_dipakai": [KATALOG[n] for n in dict.fromkeys(b["rumus"] for b in indikator if b["rumus"])],
        "tabel": lambda nama: TABEL[nama](isi),
        "bagan": lambda nama: BAGAN[nama](isi) or "",
        "dokumen": DOKUMEN,
        "tanggal": tanggal(isi.params.tanggal_laporan) if isi.params.tanggal_laporan else "",
        **{f.__name__: f for f in (words.daftar, words.banyak, words.satuan_selisih, words.kalimat)},
    }


def kalimat_bab(bab: Bab) -> Iterator[str]:
    """Return the paragraphs of a chapter as plain text, in order."""
    for unsur in BeautifulSoup(bab.html, "html.parser").select("p, li"):
        if not unsur.find_parent("figure"):
            yield " ".join(unsur.get_text().split())

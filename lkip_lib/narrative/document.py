"""The document: each chapter of the outline, its sections made from their templates and numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

import pandas as pd
from bs4 import BeautifulSoup
from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.display.templating import lingkungan
from lkip_lib.langkah.anggaran import dokumen_rencana
from lkip_lib.narrative import quarter, words
from lkip_lib.narrative.asal_usul import asal_usul
from lkip_lib.narrative.charts import budget as charts_budget
from lkip_lib.narrative.charts import data as charts_data
from lkip_lib.narrative.charts import quarter as charts_quarter
from lkip_lib.narrative.charts import tree as charts_tree
from lkip_lib.narrative.charts import years as charts_years
from lkip_lib.narrative.charts.results import BAGAN
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import hemat, kerangka, menurut, perjanjian, ragu, simpulan, simpulan_triwulan, uraian
from lkip_lib.narrative.kalimat.pembuka import PEMBUKA, gerak_dukungan
from lkip_lib.narrative.kalimat.pokok import pokok
from lkip_lib.narrative.nomor import nomori
from lkip_lib.narrative.outline import TEMPLAT
from lkip_lib.narrative.tables import budget as tables_budget
from lkip_lib.narrative.tables import check as tables_check
from lkip_lib.narrative.tables import compare as tables_compare
from lkip_lib.narrative.tables import data as tables_data
from lkip_lib.narrative.tables import front as tables_front
from lkip_lib.narrative.tables import plan as tables_plan
from lkip_lib.narrative.tables import policy as tables_policy
from lkip_lib.narrative.tables import quarter as tables_quarter
from lkip_lib.narrative.tables.results import TABEL, batas_capaian, rata_lengkap

__all__ = ["Bab", "Naskah", "kalimat_bab", "susun", "verdik"]
# Their tables and charts enter the lists when they are imported.
_TABEL = (tables_budget, tables_check, tables_compare, tables_data, tables_front, tables_plan, tables_policy,
          tables_quarter)  # fmt: skip
_BAGAN = (charts_budget, charts_data, charts_quarter, charts_tree, charts_years)

BAGIAN_AKHIR = 4  # the part of a report that holds its last chapters and what follows them


@dataclass(frozen=True, slots=True)
class Bab:
    """Hold one chapter ready to show; `nomor` is 0 where it has none."""

    kode: str
    judul: str
    html: Markup
    nomor: int = 0

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"Bab({self.judul!r})"


class Naskah(tuple[Bab, ...]):
    """Hold every chapter in order; in a notebook it shows itself whole, or one part of it."""

    __slots__ = ()

    def bagian(self, ke: int) -> Naskah:
        """Return one part of the report: what stands before the first chapter (0), or a chapter by its number.

        The last part that a report has, `BAGIAN_AKHIR`, goes on to its end.
        """
        return Naskah(b for b, n in zip(self, _bagian_ke([b.nomor for b in self]), strict=True) if n == ke)

    def _repr_html_(self) -> str:
        return "".join(bab.html for bab in self)


def susun(isi: Isi, kode: str, *, bergambar: bool = True) -> Bab:
    """Write one chapter: its sections in order, numbered; a section without content is left out, and so is a chapter.

    Without pictures it is made for its words alone, several times as fast, and its tables have no numbers.
    """
    bab, nomor = isi.sistematika[kode], isi.sistematika.nomor(kode)
    muka = lingkungan(TEMPLAT)
    bagian: list[dict[str, Any]] = []
    for b in bab.bagian:
        if html := _bagian(isi, b.kode, bergambar):
            angka = f"{nomor}.{len(bagian) + 1} " if nomor else ""
            bagian.append({"kode": b.kode, "judul": f"{angka}{b.judul}" if b.judul else "", "html": Markup(html)})
    judul = isi.sistematika.judul(bab)
    if not bagian and not nomor:
        return Bab(kode, judul, Markup(""))
    templat = muka.get_template("sampul.html.j2" if bab.bagian[0].kode == "sampul" else "bab.html.j2")
    html = templat.render(kode=kode, judul=judul, bagian=bagian)
    return Bab(kode, judul, Markup(nomori(html, kode, nomor, judul) if bergambar else html), nomor)


def _bagian_ke(nomor: Iterable[int]) -> list[int]:
    """Tell of chapters, by their numbers (0 without one), to which part of the report each belongs.

    >>> _bagian_ke([0, 0, 1, 2, 0, 3, 4, 5, 0])
    [0, 0, 1, 2, 2, 3, 4, 4, 4]
    """
    return [min(n, BAGIAN_AKHIR) for n in accumulate(nomor, max, initial=0)][1:]


@lru_cache(maxsize=64)  # twice the sections of a report: the outline asks what is in the chapters after it
def _bagian(isi: Isi, kode: str, bergambar: bool) -> str:
    """Write one section; "" when it has no content."""
    return lingkungan(TEMPLAT).get_template(f"bagian/{kode}.html.j2").render(**_konteks(isi, bergambar)).strip()


def kalimat_laporan(isi: Isi, ke: int) -> pd.DataFrame:
    """Write the chapters of one part of the report as plain text: one row a paragraph, in order."""
    semua = isi.sistematika.bab
    nomor = [isi.sistematika.nomor(bab.kode) for bab in semua]
    baris = [
        {"bab": bab.kode, "urut": urut, "kalimat": kalimat}
        for bab, n in zip(semua, _bagian_ke(nomor), strict=True)
        if n == ke
        for urut, kalimat in enumerate(kalimat_bab(susun(isi, bab.kode, bergambar=False)), 1)
    ]
    return pd.DataFrame(baris, columns=["bab", "urut", "kalimat"])


def _judul_bagian(isi: Isi, kode: str, bergambar: bool) -> list[str]:
    """List the titles of a chapter's sections that have content; the outline itself has."""
    berjudul = (b for b in isi.sistematika[kode].bagian if b.judul)
    return [words.awali(b.judul) for b in berjudul if b.kode == "sistematika" or _bagian(isi, b.kode, bergambar)]


@lru_cache(maxsize=4)
def _konteks(isi: Isi, bergambar: bool) -> dict[str, Any]:
    """Gather what the templates of all sections may use."""
    r = isi.ringkas
    indikator = isi.baris("indikator")
    ambang = numerals.persen(isi.params.ambang_tercapai, trim=True)
    return {
        "isi": isi,
        "r": r,
        "terbit": isi.edisi == "terbit",
        "lengkap": rata_lengkap(r),
        "indikator": indikator,
        "sasaran": isi.baris("sasaran"),
        "tercapai": [b for b in indikator if b["tercapai"] == "ya"],
        "meleset": [b for b in indikator if b["tercapai"] == "tidak"],
        "tak_terukur": [b for b in indikator if not b["tercapai"]],
        **_triwulan(isi),
        "efisiensi": {b["sasaran"]: b for b in isi.baris("efisiensi")},
        "pokok": pokok(isi),
        **verdik(isi),
        "langkah": [words.awali(s) for s in isi.analisis.rekomendasi],
        "isi_bab": lambda kode: _judul_bagian(isi, kode, bergambar),
        "batas": batas_capaian(isi),
        "ambang": ambang,
        # Where a target counts as reached at another capaian than 100, a verdict must say so.
        "menurut_ambang": f" menurut ambang {ambang}" if isi.params.ambang_tercapai != 100 else "",
        "kerangka": kerangka,
        "pembuka": lambda nama: PEMBUKA[nama](isi),
        "gerak_dukungan": lambda nama: list(gerak_dukungan(isi, nama)),
        "tabel": lambda nama, *tentang: TABEL[nama](isi, *tentang),
        "bagan": lambda nama, *tentang: (BAGAN[nama](isi, *tentang) if bergambar else None) or "",
        "asal_usul": lambda jenis: asal_usul(isi, jenis),
        "dokumen_anggaran": dokumen_rencana(isi.frames["ketik/anggaran"]),
        "tanggal": numerals.tanggal(isi.params.tanggal_laporan) if isi.params.tanggal_laporan else "",
        "persen": numerals.persen,
        **words.KATA,
    }


def verdik(isi: Isi) -> dict[str, Any]:
    """Gather what is concluded of a year or of a quarter, in sentences."""
    if isi.triwulan:
        return {
            "kalimat_kinerja": simpulan_triwulan.kalimat_kinerja(isi),
            "kalimat_uang": simpulan_triwulan.kalimat_uang(isi),
            "kalimat_terjauh": simpulan_triwulan.kalimat_terjauh(isi),
            "alasan": lambda b: uraian.alasan(isi, b),
            "kalimat_kurang": lambda b: simpulan_triwulan.kalimat_kurang(isi, b),
            "salinan_perjanjian": perjanjian.kalimat_salinan(isi),
            "perjanjian_kurang": perjanjian.yang_kurang(isi),
            "asal_perjanjian": simpulan.asal_perjanjian(isi),
        }
    semua = simpulan.simpulan(isi) if isi.ringkas["n_terhitung"] else []
    return {
        "simpulan": [simpulan.kalimat_simpulan(isi, s) for s in semua],
        "simpulan_rinci": [simpulan.kalimat_simpulan(isi, s, rinci=True) for s in semua],
        "asal_perjanjian": simpulan.asal_perjanjian(isi),
        "salinan_perjanjian": perjanjian.kalimat_salinan(isi),
        "perjanjian_kurang": perjanjian.yang_kurang(isi),
        "kalimat_terendah": menurut.kalimat_terendah(isi),
        "yang_belum_pasti": ragu.yang_belum_pasti(isi) if semua else [],
        "kalimat_sasaran": lambda s: menurut.kalimat_sasaran(isi, s),
        "kurang_umum": uraian.kurang_umum(isi),
        "uraian": lambda b: uraian.uraikan(isi, b),
        "uraian_sasaran": lambda s: uraian.uraikan_sasaran(isi, s),
        "kalimat_efisiensi": hemat.kalimat_efisiensi(isi),
        "kalimat_tingkat": hemat.kalimat_tingkat(isi),
    }


def _triwulan(isi: Isi) -> dict[str, Any]:
    """Gather what a quarter's report is about; a year has none of it."""
    tertinggal = quarter.tertinggal(isi)
    return {
        "tertinggal": tertinggal,
        "kas_tertinggal": quarter.kas_tertinggal(isi),
    }


def kalimat_bab(bab: Bab) -> Iterator[str]:
    """Return the paragraphs of a chapter as plain text, in order."""
    for unsur in BeautifulSoup(bab.html, "html.parser").select("p, li"):
        for rujukan in unsur.select("span.rujuk"):
            rujukan.decompose()
        if not unsur.find_parent("figure") and "rujuk" not in unsur.get_attribute_list("class"):
            yield " ".join(unsur.get_text().split())

"""Documents and their tables: dates of what was decided, and titles in the list against titles above the tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.keluarga.anggaran_nama import inti
from lkip_lib.checks.registry import Catatan, Konteks, Tingkat, periksa
from lkip_lib.inputs import agreement

_PERJANJIAN = (agreement.PK, agreement.PERUBAHAN)
_AKHIR = 10  # the month from which a year's plan comes too late to steer it


def _sel(apa: str, tercetak: str, tempat: str) -> dict[str, object]:
    return {"berkas": "sumber.yml", "baris": None, "kolom": apa, "tercetak": tercetak, "subjek": "0", "tempat": tempat}


@periksa(
    "TAR-14",
    tingkat="peringatan",
    judul="Dokumen ditetapkan sesudah tahun yang diaturnya berjalan atau lewat",
    dasar="Perjanjian kinerja ditandatangani dalam tahunnya; rencana dan IKU ditetapkan sebelum triwulan terakhirnya",
    saran="Periksa tanggalnya; bila benar, sebutkan dokumen yang berlaku sebelum itu.",
)
def tanggal_dokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Find agreements dated after their year, and other documents that came in its last quarter or later."""
    for d in konteks.dokumen_asal:
        if d.tanggal is None or not d.jenis or d.jenis == "lkip":
            continue
        perjanjian, tahun = d.jenis in _PERJANJIAN, d.tahun or konteks.tahun
        batas = dt.date(tahun + 1, 1, 1) if perjanjian else dt.date(tahun, _AKHIR, 1)
        if d.tanggal >= batas and tahun == konteks.tahun and d.jenis != "dppa":
            tingkat: Tingkat = "peringatan" if perjanjian else "informasi"
            kalimat = f"{sebut_dokumen(d.jenis)} {tahun} bertanggal {numerals.tanggal(d.tanggal)} ({d.judul})."
            yield Catatan(
                f"sumber.{d.judul}", kalimat, tingkat=tingkat, sel=_sel("tanggal", d.tanggal.isoformat(), d.judul)
            )


@periksa(
    "NAR-27",
    tingkat="peringatan",
    judul="Judul tabel dalam daftar berbeda dari judul di atas tabelnya",
    dasar="Daftar tabel memuat setiap tabel dengan judulnya sendiri",
    saran="Susun ulang daftar tabel dari judul tabelnya.",
)
def daftar_tabel(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the titles that a document's list of tables prints with those above the tables, by number."""
    for d in konteks.dokumen_asal:
        daftar, judul = _bernomor(d.daftar_tabel), _bernomor(d.judul_tabel)
        if not daftar or not judul:
            continue
        beda = [n for n, teks in judul.items() if n in daftar and not _sama(teks, daftar[n])]
        hilang = [n for n in judul if n not in daftar]
        bagian = [f'Tabel {n} dalam daftar "{daftar[n]}", di atas tabelnya "{judul[n]}"' for n in beda]
        bagian += [f"tidak didaftar: {', '.join(f'Tabel {n}' for n in hilang)}"] if hilang else []
        if bagian:
            pertama = (beda or hilang)[0]
            sel = _sel("daftar_tabel", daftar.get(pertama, judul[pertama]), f"Daftar tabel, {d.judul}")
            yield Catatan(f"sumber.{d.judul}.daftar_tabel", f"{'; '.join(bagian)}.", sel=sel)


def _bernomor(judul: tuple[str, ...]) -> dict[str, str]:
    """Return titles by their number, without the page that a list gives.

    >>> _bernomor(("Tabel 3.1 Pengukuran Kinerja, 22",))
    {'3.1': 'Pengukuran Kinerja'}
    """
    cocok = (re.match(r"tabel\s+([\w.]*\w)[.:]?\s+(.+)", j.strip(), re.I) for j in judul)
    return {m[1]: re.sub(r",\s*(?:halaman\s*)?\d{1,3}$", "", m[2]) for m in cocok if m}


def _sama(satu: str, dua: str) -> bool:
    return inti(satu).replace(" ", "") == inti(dua).replace(" ", "")

"""Recognise what a heading of an export stands for: a field of a table, and which document, quarter or level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lkip_lib.impor.headings import Judul, baku, judul_di
from lkip_lib.inputs.grid import Kisi

KODE = re.compile(r"(?:\d{1,4}|[A-Z])(?:\.\d{1,4})*\.?")
_BUKAN_JUMLAH = r"%|persen|capaian|sisa|selisih|bertambah|berkurang|prognosis|volume"
# Tried in order, on the last row of a heading, then on the whole of it; the excluded words are of the last row.
_ANGGARAN = (
    ("realisasi_fisik", r"fisik", ""),
    ("sumber_dana", r"sumber dana|sumber pendanaan", ""),
    ("kode", r"kode|kd|nomor rekening|no rek", ""),
    ("realisasi", r"realisasi|serapan|penyerapan", _BUKAN_JUMLAH),
    ("nama", r"uraian|nama|nomenklatur|program|kegiatan|sub kegiatan", r"indikator|target|kinerja"),
    ("pagu", r"pagu|anggaran|alokasi|plafon|dpa|dppa|apbd", _BUKAN_JUMLAH),
)
_KINERJA = (
    ("indikator", r"indikator", r"target|realisasi"),
    ("satuan", r"satuan", ""),
    ("target", r"target", _BUKAN_JUMLAH),
    ("realisasi", r"realisasi", rf"{_BUKAN_JUMLAH}|anggaran|rp"),
)
BIDANG = {"anggaran": _ANGGARAN, "kinerja": _KINERJA}
_TRIWULAN = re.compile(r"\b(?:tw|twl|triwulan|tribulan)\s*(iv|i{1,3}|[1-4])\b")
_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_RAGAM = (
    (re.compile(r"murni|sebelum"), "dpa"),  # first: "sebelum perubahan" is none of the changed budget
    (re.compile(r"dppa|perubahan|sesudah|setelah"), "dppa"),
    (re.compile(r"\bdpa"), "dpa"),
    (re.compile(r"tahunan|setahun"), "tahunan"),
)
_TINGKAT = (
    (r"\bsub\b|subkegiatan", "sub_kegiatan"),
    (r"(?<!sub )\bkegiatan\b", "kegiatan"),
    (r"\bprogram\b", "program"),
)


@dataclass(frozen=True, slots=True)
class Tafsir:
    """Hold what one column of a sheet seems to be: a field, and of which document, quarter or level ("" for any)."""

    kolom: int
    medan: str
    ragam: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """Hold the headings of a sheet and what its columns seem to be."""

    judul: Judul
    tafsir: tuple[Tafsir, ...]

    def kolom(self, medan: str) -> list[Tafsir]:
        """Return the columns of one field, from the left."""
        return [t for t in self.tafsir if t.medan == medan]


def tafsirkan(judul: Judul, bidang: str) -> Temuan:
    """Say of every column what its heading seems to mean, in budgets (anggaran) or performance (kinerja)."""
    hasil = []
    for k, teks in enumerate(judul.teks):
        if teks and (medan := _medan(baku(teks[-1]), baku(" ".join(teks)), bidang)):
            hasil.append(Tafsir(k, medan, _ragam(baku(" ".join(teks)), medan)))
    return Temuan(judul, tuple(hasil))


def _medan(ujung: str, utuh: str, bidang: str) -> str:
    for teks in (ujung, utuh):
        for medan, ya, bukan in BIDANG[bidang]:
            if re.search(rf"\b(?:{ya})\b", teks) and not (bukan and re.search(rf"\b(?:{bukan})\b|%", ujung)):
                return medan
    return ""


def _ragam(utuh: str, medan: str) -> str:
    """Say of which quarter or document a figure is, or of which level a code or name; "" where it says none or many."""
    if medan in ("kode", "nama"):
        disebut = [t for pola, t in _TINGKAT if re.search(pola, utuh)]
        return disebut[0] if len(disebut) == 1 else ""
    if cocok := _TRIWULAN.search(utuh):
        return f"tw{_ROMAWI.get(cocok[1], cocok[1])}"
    return next((ragam for pola, ragam in _RAGAM if pola.search(utuh)), "")


def temukan(kisi: Kisi, bidang: str) -> Temuan | None:
    """Find the heading rows of a sheet: those whose columns mean the most different things; None when none do."""
    terbaik, nilai = None, (1, 0, 0)
    for b in range(min(len(kisi.baris), 40)):
        for tinggi in range(3):
            if b + tinggi >= len(kisi.baris) or not all(_mungkin_judul(kisi, r) for r in range(b, b + tinggi + 1)):
                break
            temuan = tafsirkan(judul_di(kisi, b, b + tinggi), bidang)
            ini = (len({(t.medan, t.ragam) for t in temuan.tafsir}), -tinggi, -b)
            if ini > nilai:
                terbaik, nilai = temuan, ini
    return terbaik


def _mungkin_judul(kisi: Kisi, b: int) -> bool:
    """Tell whether a row may be one of headings: several short texts, no number and no code."""
    isi = [(t, j) for t, j in zip(kisi.baris[b], kisi.jenis[b], strict=True) if t]
    teks = {t for t, _ in isi}
    return len(teks) > 1 and all(j == "teks" and len(t) <= 80 and not re.match(r"(?:Rp\.? ?)?\d", t) for t, j in isi)


def awal_bagian(temuan: Temuan, kisi: Kisi, tabel: str) -> dict[str, Any]:
    """Return the keys that every part of a mapping starts with."""
    return {"tabel": tabel, "lembar": kisi.nama, "judul": [temuan.judul.awal + 1, temuan.judul.akhir + 1]}

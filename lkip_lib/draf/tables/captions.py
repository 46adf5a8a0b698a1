"""Say what stands over a table: its caption, and the part of the report that it is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkip_lib.draf.files.document import Blok, Paragraf, Tabel
from lkip_lib.draf.sentences.folding import lipat

_TABEL = re.compile(r"^\W*(?:tabel|tbl|table)\b", re.I)
_BAB = re.compile(r"^\W*(?:bab\s+[ivx\d]+\b|[A-H]\.\s|\d(?:\.\d{1,2}){0,3}\.?\s|lampiran\b)", re.I)
_JAUH = 4  # paragraphs between a caption and its table


@dataclass(frozen=True, slots=True)
class Keterangan:
    """Hold the caption of a table, and the heading that it stands under."""

    judul: str = ""
    bagian: str = ""

    @property
    def semua(self) -> str:
        return f"{self.judul} {self.bagian}".lower()


def di_bawah(blok: Sequence[Blok]) -> bool:
    """Tell whether a draft writes the captions of its tables under them."""
    isi = [b for b in blok if isinstance(b, Tabel) or b.teks]
    atas = bawah = 0
    for i, b in enumerate(isi):
        if isinstance(b, Paragraf) and _TABEL.match(b.teks) and len(b.teks) < 200:
            atas += i + 1 < len(isi) and isinstance(isi[i + 1], Tabel)
            bawah += i > 0 and isinstance(isi[i - 1], Tabel)
    return bawah > atas


def keterangan(blok: Sequence[Blok], letak: int, *, bawah: bool = False) -> Keterangan:
    """Return what stands over the table at one place of a draft; with `bawah` its caption stands under it."""
    tabel = blok[letak]
    assert isinstance(tabel, Tabel)
    judul, bagian, jarak = "", "", 0
    if bawah:
        sesudah = next((b for b in blok[letak + 1 :] if isinstance(b, Tabel) or b.teks), None)
        if isinstance(sesudah, Paragraf) and _TABEL.match(sesudah.teks):
            judul = " ".join(lipat(sesudah.teks).split())
        jarak = _JAUH
    for b in reversed(blok[:letak]):
        if isinstance(b, Tabel):
            jarak = _JAUH
            continue
        teks = " ".join(lipat(b.teks).split())
        if not teks or b.bagian not in ("isi", "kotak"):
            continue
        jarak += 1
        if not judul and jarak <= _JAUH and (_TABEL.match(teks) or (jarak == 1 and _pendek(teks, b))):
            judul = teks
        elif _berjudul(teks, b):
            bagian = teks
            break
    return Keterangan(judul, bagian)


def tanpa_nomor(judul: str) -> str:
    """Return a caption as the next draft may have it: without the number of the table, years, and figures.

    >>> tanpa_nomor("Tabel 3. 2 Target Tahun 2024"), tanpa_nomor("Tbl. 4 Target"), tanpa_nomor("Tabel III-4. Target")
    ('target tahun', 'target', 'target')
    """
    teks = re.sub(r"(?i)^\W*(?:tabel|tbl|table)\.?\s+(?:[\dIVXL]+(?:[.\-]\s?\d+)*[.:]?\s+)?", "", lipat(judul))
    return " ".join(re.sub(r"[\W_\d]+", " ", teks).lower().split())


def bergambar(blok: Sequence[Blok]) -> list[str]:
    """Return the captions of tables that are only pictures."""
    isi = [b for b in blok if isinstance(b, Tabel) or b.teks or b.gambar]
    arah = -1 if di_bawah(blok) else 1
    hasil = []
    for i, b in enumerate(isi):
        if isinstance(b, Paragraf) and _TABEL.match(b.teks) and len(b.teks) < 200 and 0 <= i + arah < len(isi):
            dekat = isi[i + arah]
            if b.gambar or (isinstance(dekat, Paragraf) and dekat.gambar):
                hasil.append(" ".join(b.teks.split()))
    return hasil


def _pendek(teks: str, b: Paragraf) -> bool:
    return len(teks) <= 160 and not teks.endswith((".", ";", ",")) and not _berjudul(teks, b)


def _berjudul(teks: str, b: Paragraf) -> bool:
    return len(teks) <= 200 and (b.judul or bool(_BAB.match(teks)) or (teks.isupper() and len(teks) > 8))


def nomor_tabel(judul: str) -> str:
    """Return what a caption calls its table, "Tabel 3.1"; "" where it does not.

    >>> nomor_tabel("Tabel 3.1 Pengukuran Kinerja"), nomor_tabel("TABEL L.2: Berkas"), nomor_tabel("Pengukuran")
    ('Tabel 3.1', 'Tabel L.2', '')
    """
    cocok = re.match(r"\W*(?:tabel|tbl\.?|table)\s+((?:[A-Z]+[.\-]?)?\d*(?:[.\-]\d+)*[a-z]?)(?![a-z])", judul, re.I)
    return f"Tabel {cocok[1].rstrip('.-')}" if cocok and cocok[1] else ""

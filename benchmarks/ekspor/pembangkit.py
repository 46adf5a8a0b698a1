"""Write export files of eight layouts, whole and damaged, and beside each what an import of it must give.

The truth is written from what the file was made of; no file is read back.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
import zlib
from pathlib import Path
from typing import Any

from benchmarks.ekspor.berkas import tulis_csv, tulis_xlsx, ubah
from benchmarks.ekspor.ciri import pilih_ciri
from benchmarks.ekspor.esakip import esakip
from benchmarks.ekspor.iku import iku
from benchmarks.ekspor.lembar import Lembar
from benchmarks.ekspor.rak import rak
from benchmarks.ekspor.rekap_buatan import rekap_buatan
from benchmarks.ekspor.rkakl import rkakl
from benchmarks.ekspor.sakti import sakti
from benchmarks.ekspor.sipd_lra import sipd_lra
from benchmarks.ekspor.sipd_rekap import sipd_rekap

Jenis = str | tuple[str, str]  # an extension, or the separator and the encoding of a .csv

RAGAM = 40
TATA = {f.__name__: f for f in (sipd_rekap, sipd_lra, rak, rkakl, sakti, esakip, iku, rekap_buatan)}
# The damage of ten of the forty files of a layout.
KESALAHAN = {
    "sipd_rekap": "tahun tahun rusak rusak total_kegiatan total_jumlah total_grup ganda kosong bukan",
    "sipd_lra": "tahun tahun rusak rusak total_kegiatan total_jumlah total_kegiatan ganda kosong bukan",
    "rak": "tahun tahun rusak rusak total_bulan total_tw total_jumlah bulan_hilang kosong bukan",
    "rkakl": "tahun tahun rusak rusak total total total_jumlah ganda kosong bukan",
    "sakti": "tahun tahun rusak rusak total total total_jumlah periode kosong bukan",
    "esakip": "tahun tahun rusak rusak ganda tw_tanpa_nama tw_tanpa_nama tw_bentrok kosong bukan",
    "iku": "tahun tahun rusak rusak ganda ganda tanpa_indikator kosong bukan bukan",
    "rekap_buatan": "tahun tahun rusak rusak total_kegiatan total_jumlah tw_tanpa_nama tw_tanpa_nama kosong bukan",
}
_CSV = (
    (",", "utf-8"), (",", "utf-8-sig"), (";", "utf-8"), (";", "utf-8-sig"),
    (";", "cp1252"), (",", "cp1252"), (";", "utf-8-sig"), (",", "utf-8"),
)  # fmt: skip
_LAMA = {"sipd_rekap": "xls", "rekap_buatan": "xls", "sipd_lra": "ods", "esakip": "ods"}  # once more in these


def ragam(benih: int, tata: str) -> list[tuple[Jenis, str | None]]:
    """Say the kind of file and the damage of each of the forty."""
    rng = random.Random(f"{benih}/{tata}/rencana")
    jenis: list[Jenis] = ["xls", "ods", *([_LAMA[tata]] if tata in _LAMA else []), *_CSV]
    jenis += ["xlsx"] * (RAGAM - len(jenis))
    rng.shuffle(jenis)
    salah: list[str | None] = [*KESALAHAN[tata].split()]
    salah += [None] * (RAGAM - len(salah))
    rng.shuffle(salah)
    return list(zip(jenis, salah, strict=True))


def bangkitkan(keluar: Path, benih: int, tata: str, banyak: int = RAGAM, *, soffice: bool = False) -> list[Path]:
    """Write the first so many files of a layout into a folder of its name; return where their truths are.

    Without `soffice` what would be .xls or .ods is .xlsx.
    """
    folder = keluar / tata
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    kebenaran, lama = [], []
    for nomor, (jenis, salah) in enumerate(ragam(benih, tata)[:banyak]):
        rng = random.Random(zlib.crc32(f"{benih}/{tata}/{nomor}".encode()))
        ciri = pilih_ciri(rng, jenis)
        lembar, benar = TATA[tata](rng, ciri, salah)
        akhiran = "csv" if isinstance(jenis, tuple) else jenis if soffice else "xlsx"
        berkas = folder / f"{tata}_{nomor:02d}.{akhiran}"
        if isinstance(jenis, tuple):
            tulis_csv(berkas, utama(lembar), *jenis)
        else:
            tulis_xlsx(berkas.with_suffix(".xlsx"), lembar)
        if akhiran in ("xls", "ods"):
            lama.append(berkas)
        kepala = {"berkas": berkas.name, "tata_letak": tata, "nomor": nomor, "kesalahan": salah}
        kebenaran.append(tulis_kebenaran(berkas.with_suffix(".json"), kepala | benar, ciri))
    ubah(lama)
    return kebenaran


def utama(lembar: list[Lembar]) -> Lembar:
    """Return the sheet with the most rows: the only one of a .csv."""
    return max(lembar, key=lambda satu: len(satu.isi))


def tulis_kebenaran(path: Path, kebenaran: dict[str, Any], ciri: dict[str, Any]) -> Path:
    """Write a truth, with the drawn looks of its file."""
    tampak = {k: v for k, v in ciri.items() if not k.startswith("_")}
    isi = json.dumps(kebenaran | {"ciri": tampak}, ensure_ascii=False, indent=1, default=_tanggal)
    path.write_text(isi + "\n", encoding="utf-8")
    return path


def _tanggal(nilai: object) -> str:
    assert isinstance(nilai, dt.date)
    return nilai.isoformat()

"""Two layouts at the size of a whole agency, some 4,500 rows, each as .xlsx and .csv."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from benchmarks.ekspor.berkas import tulis_csv, tulis_xlsx
from benchmarks.ekspor.ciri import pilih_ciri
from benchmarks.ekspor.lembar import Lembar
from benchmarks.ekspor.pembangkit import TATA, tulis_kebenaran, utama

_CSV = (";", "utf-8-sig")


def bangkitkan_besar(keluar: Path, benih: int, baris: int = 4500) -> list[Path]:
    """Write the four files; return where their truths are, each of which says how many rows its file has."""
    keluar.mkdir(parents=True, exist_ok=True)
    return [_tulis(keluar, tata, benih, baris, csv) for tata in ("sipd_rekap", "sipd_lra") for csv in (False, True)]


def _tulis(keluar: Path, tata: str, benih: int, baris: int, csv: bool) -> Path:
    n = 12
    for _ in range(6):  # seek how many sub units give about so many rows
        lembar, benar, ciri = _buat(tata, n, benih, csv)
        panjang = len(utama(lembar).isi)
        baru = max(2, min(60, round(n * baris / panjang)))
        if baru == n:
            break
        n = baru
    berkas = keluar / f"besar_{tata}.{'csv' if csv else 'xlsx'}"
    if csv:
        tulis_csv(berkas, utama(lembar), *_CSV)
    else:
        tulis_xlsx(berkas, lembar)
    kepala = {"berkas": berkas.name, "tata_letak": tata, "kesalahan": None, "baris": panjang}
    return tulis_kebenaran(berkas.with_name(f"{berkas.stem}_{berkas.suffix[1:]}.json"), kepala | benar, ciri)


def _buat(tata: str, n: int, benih: int, csv: bool) -> tuple[list[Lembar], dict[str, Any], dict[str, Any]]:
    rng = random.Random(f"besar/{benih}/{tata}/{csv}")
    ciri = pilih_ciri(rng, _CSV if csv else "xlsx") | {
        "_penuh": True,
        "_n_su": n,
        "_rek": (1, 2, 3, 4, 5, 6),
        "_gaya_su": "baris" if csv else "kolom",
        "ribuan": False,
        "sen": False,
        "gaya_uang": "id_sen" if csv or tata == "sipd_rekap" else "angka",
        "ulang_kepala": 45,
        "gaya_tahun": "TAHUN ANGGARAN {}",
        "kolom_bantu": None,
        "baris_kosong": False,
        "nol": "angka",
        "lembar": [] if csv else ["sampul", "pivot", "kosong"],
        "jenis": _CSV if csv else "xlsx",
    }
    lembar, benar = TATA[tata](rng, ciri, None)
    return lembar, benar, ciri

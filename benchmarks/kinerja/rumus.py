"""Formulas on a million indicators, against the same written in plain numpy and against `df.apply`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.kinerja.daftar import Hasil, ukuran
from benchmarks.kinerja.jam import bertanding, rasio, tengah
from lkip_lib.numerals import write
from lkip_lib.policies import bawaan
from lkip_lib.rumus import anggaran, capaian

BANYAK = 1_000_000
_CONTOH = 20_000  # rows that `df.apply` is given; its time is multiplied
NAIK, SELISIH, RASIO = (bawaan().rumus[n].rumus for n in ("persentase", "selisih", "rasio"))
BATAS = {"batas": bawaan().batas["100"], "pembulatan": bawaan().pembulatan["tanpa"]}
SKALA = bawaan().skala["permendagri-86-2017"]
_BAWAH, _NAMA = ([getattr(k, n) for k in SKALA.kelas] for n in ("bawah", "nama"))
_TEPI = np.array([k.bawah for k in SKALA.kelas[-2::-1]], dtype=float)
_TURUN = [-math.inf if k is None else k for k in _BAWAH]
_LABEL = np.array(_NAMA[::-1], dtype=object)


def data(banyak: int = BANYAK, benih: int = 7) -> dict[str, np.ndarray]:
    """Make targets, realisasi, pagu and capaian, one in fifty missing or zero."""
    acak = np.random.default_rng(benih)
    kolom = {n: acak.uniform(1, 150, banyak).round(2) for n in ("target", "realisasi", "pagu", "capaian")}
    for nilai in kolom.values():
        nilai[acak.random(banyak) < 0.01] = np.nan
        nilai[acak.random(banyak) < 0.01] = 0
    return kolom


# Each formula: ours, the same in plain numpy, and for one row.
RUMUS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[Any], Any]]] = {
    "capaian naik": (
        lambda d: NAIK(d["target"], d["realisasi"]),
        lambda d: np.divide(d["realisasi"], np.where(d["target"] > 0, d["target"], np.nan)) * 100,
        lambda b: b["realisasi"] / b["target"] * 100 if b["target"] > 0 else math.nan,
    ),
    "capaian turun, selisih": (
        lambda d: SELISIH(d["target"], d["realisasi"]),
        lambda d: (d["target"] - (d["realisasi"] - d["target"])) / np.where(d["target"] > 0, d["target"], np.nan) * 100,
        lambda b: (2 * b["target"] - b["realisasi"]) / b["target"] * 100 if b["target"] > 0 else math.nan,
    ),
    "capaian turun, rasio": (
        lambda d: RASIO(d["target"], d["realisasi"]),
        lambda d: (
            np.where(d["target"] > 0, d["target"], np.nan) / np.where(d["realisasi"] == 0, np.nan, d["realisasi"]) * 100
        ),
        lambda b: b["target"] / b["realisasi"] * 100 if b["target"] > 0 and b["realisasi"] else math.nan,
    ),
    "batas 0–100": (
        lambda d: capaian.batas_capaian(d["capaian"], **BATAS),
        lambda d: np.clip(d["capaian"], 0, 100),
        lambda b: min(max(b["capaian"], 0), 100) if b["capaian"] == b["capaian"] else math.nan,
    ),
    "predikat": (
        lambda d: capaian.kelas(d["capaian"], SKALA, "ambang_bawah"),
        lambda d: np.where(
            np.isnan(d["capaian"]),
            "",
            _LABEL[np.minimum(np.searchsorted(_TEPI, np.round(d["capaian"], 9), side="right"), len(_LABEL) - 1)],
        ),
        lambda b: next((n for n, k in zip(_NAMA, _TURUN, strict=True) if b["capaian"] >= k), ""),
    ),
    "serapan": (
        lambda d: anggaran.serapan(d["pagu"], d["realisasi"]),
        lambda d: d["realisasi"] / np.where(d["pagu"] == 0, np.nan, d["pagu"]) * 100,
        lambda b: b["realisasi"] / b["pagu"] * 100 if b["pagu"] else math.nan,
    ),
}


@ukuran("rumus", f"Rumus atas {write(BANYAK, 0)} indikator")
def rumus(kali: int) -> Iterator[Hasil]:
    """Time every formula against plain numpy in rounds, and `df.apply` once on a sample."""
    kolom = data()
    contoh = pd.DataFrame(data(_CONTOH))
    with np.errstate(divide="ignore", invalid="ignore"):
        for nama, (kami, polos, baris) in RUMUS.items():
            waktu = bertanding({"kami": _sekali(kami, kolom), "numpy": _sekali(polos, kolom)}, kali)
            lambat = bertanding({"apply": _sekali(partial(contoh.apply, axis=1), baris)}, 1)["apply"][0].detik
            lambat *= BANYAK / _CONTOH
            detik = tengah(waktu["kami"]).detik
            banding = f"{write(rasio(waktu['kami'], waktu['numpy']), 2)} × numpy; 1/{write(lambat / detik, 0)} df.apply"
            yield Hasil(nama, detik, banding, catatan=f"df.apply {write(lambat, 1)} detik")


def _sekali(fungsi: Callable[[Any], Any], masukan: Any) -> Callable[[], None]:
    def jalankan() -> None:
        fungsi(masukan)

    return jalankan

"""The work folder: stages write their frames and ledger there, and read those of earlier stages."""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path

import pandas as pd

from lkip_lib.display import failure
from lkip_lib.inputs import hashes
from lkip_lib.laporan import Laporan
from lkip_lib.pipeline import fingerprint
from lkip_lib.places import Tempat, tempat
from lkip_lib.stages.bahan import Hasil, siapkan_bahan
from lkip_lib.stages.rangkaian import jalankan, sampai

SIMPANAN = "tahap"


def kerjakan(tahap: str, instansi: str, tahun: int, triwulan: int = 0) -> Laporan:
    """Run one stage on what earlier stages left in the work folder and write its result there.

    Returns the report so far. An earlier stage that is missing, or was made from other inputs, is computed in memory.
    This is all that a notebook calls. Raises MasukanSalah when the inputs or parameters cannot be used.
    """
    failure.pasang()
    letak = tempat(instansi, tahun, triwulan)
    bahan = siapkan_bahan(letak)
    sidik = sidik_masukan(letak)
    *sebelumnya, _ = sampai(tahap)
    for nama in sebelumnya:
        bahan = bahan.dengan(muat(letak.kerja, nama, sidik) or jalankan(nama, bahan))
    hasil = jalankan(tahap, bahan)
    simpan(letak.kerja, tahap, sidik, hasil)
    return Laporan(bahan.dengan(hasil))


def sidik_masukan(letak: Tempat) -> str:
    """Return one hash over the inputs, the parameters, the library itself and what it is built on."""
    isi = [letak.edisi, hashes.sidik(letak), *fingerprint.pustaka(), *fingerprint.versi()]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


def simpan(folder: Path, tahap: str, sidik: str, hasil: Hasil) -> None:
    """Write a stage's frames and its part of the ledger as CSV, and beside them what the next stage reads.

    That is the same once more, behind the hash of what it was made from: reading the CSVs back, five times a report,
    would be a seventh of its time.
    """
    data, simpanan = folder / "data", folder / SIMPANAN
    for nama, frame in hasil.frames.items():
        tulis_csv(frame, data / f"{nama}.csv")
    tulis_csv(hasil.ledger, data / "ledger" / f"{tahap}.csv")
    simpanan.mkdir(exist_ok=True)
    with (simpanan / f"{tahap}.pkl").open("wb") as f:
        for isi in (sidik, hasil):
            pickle.dump(isi, f, pickle.HIGHEST_PROTOCOL)


def muat(folder: Path, tahap: str, sidik: str) -> Hasil | None:
    """Read back what a stage wrote; None when it is missing, damaged, or was made from something else."""
    try:
        with (folder / SIMPANAN / f"{tahap}.pkl").open("rb") as f:
            if pickle.load(f) != sidik:
                return None
            hasil: Hasil = pickle.load(f)
            return hasil
    except (FileNotFoundError, EOFError, pickle.UnpicklingError):
        return None


def tulis_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame as the published CSV."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")

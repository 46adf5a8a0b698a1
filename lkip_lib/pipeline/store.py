"""The work folder: stages write their frames and ledger there, and read those of earlier stages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.display import failure
from lkip_lib.inputs import documents, hashes
from lkip_lib.inputs.tables import TABLES, Table
from lkip_lib.laporan import Laporan
from lkip_lib.pipeline import fingerprint
from lkip_lib.places import Tempat, tempat
from lkip_lib.stages.bahan import Bahan, Hasil, siapkan_bahan
from lkip_lib.stages.outputs import DTYPE, KELUARAN
from lkip_lib.stages.rangkaian import jalankan, sampai

_CATATAN = "tahap.json"


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
        bahan = bahan.dengan(muat(letak.kerja, nama, sidik, bahan) or jalankan(nama, bahan))
    hasil = jalankan(tahap, bahan)
    simpan(letak.kerja, tahap, sidik, hasil)
    return Laporan(bahan.dengan(hasil))


def sidik_masukan(letak: Tempat) -> str:
    """Return one hash over the inputs, the parameters and the library itself."""
    isi = [letak.edisi, hashes.sidik(letak), *fingerprint.pustaka()]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


def simpan(folder: Path, tahap: str, sidik: str, hasil: Hasil) -> None:
    """Write a stage's frames and its part of the ledger as CSV, and note what they were made from."""
    data = folder / "data"
    for nama, frame in hasil.frames.items():
        tulis_csv(frame, data / f"{nama}.csv")
    tulis_csv(hasil.ledger, data / "ledger" / f"{tahap}.csv")
    catatan = _catatan(folder) | {tahap: {"sidik": sidik, "frames": list(hasil.frames)}}
    (folder / _CATATAN).write_text(json.dumps(catatan, indent=1), encoding="utf-8")


def muat(folder: Path, tahap: str, sidik: str, bahan: Bahan) -> Hasil | None:
    """Read back what a stage wrote, exactly; None when it is missing or was made from something else."""
    catatan = _catatan(folder).get(tahap, {})
    if catatan.get("sidik") != sidik:
        return None
    data = folder / "data"
    deklarasi = {**TABLES, **documents.tabel_dukung(bahan.instansi)}
    try:
        frames = {n: _baca(data / f"{n}.csv", _dtype(n, deklarasi)) for n in catatan["frames"]}
        return Hasil(frames, _baca(data / "ledger" / f"{tahap}.csv", ledger.DTYPE))
    except FileNotFoundError:
        return None


def _catatan(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / _CATATAN
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def tulis_csv(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame as the published CSV."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def _baca(path: Path, dtype: dict[str, str]) -> pd.DataFrame:
    angka = {k: [""] for k, d in dtype.items() if d != "object"}
    frame = pd.read_csv(
        path, dtype=dtype, keep_default_na=False, na_values=angka, float_precision="round_trip", encoding="utf-8"
    )
    return frame.astype(dtype)


def _dtype(nama: str, deklarasi: dict[str, Table]) -> dict[str, str]:
    if nama in KELUARAN:
        return {k: DTYPE[jenis] for k, (jenis, _) in KELUARAN[nama].items()}
    table = deklarasi[nama.removeprefix("ketik/")]
    dtype = {
        c.name: {"tahun": "Int64", "bulat": "float64"}.get(c.kind, "object") for c in table.columns if c.kind != "angka"
    }
    dtype["_baris"] = "int64"
    for c in table.angka:
        dtype |= {c.nama_ketik: "float64"} | {f"{c.nama_ketik}_{a}": "object" for a in ("status", "tercetak", "id")}
        if c.satuan == "@indikator":
            dtype |= {f"{c.nama_ketik}_{a}": "float64" for a in ("bawah", "atas")} | {
                f"{c.nama_ketik}_desimal": "int64"
            }
    return dtype

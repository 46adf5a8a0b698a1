"""Describe the published tables as open data: one Data Package, a Table Schema each."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib.buku.hasil import sebut
from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.store import tulis_csv
from lkip_lib.inputs import documents
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.narrative.tables.data import JUDUL_DATA

_TIPE = {"teks": "string", "angka": "number", "rupiah": "integer", "bulat": "integer",
         "ya_tidak": "boolean"}  # fmt: skip
_SATUAN = {"_persen": "persen", "_rp": "rupiah", "_orang": "orang", "_poin": "poin"}
# What finds a row; a table not named here has none that always does.
_KUNCI: dict[str, tuple[str, ...]] = {
    "indikator": ("kode",),
    "per_dokumen": ("dokumen", "kode"),
    "ringkasan": ("dokumen",),
    "sasaran": ("kode",),
    "triwulan": ("kode", "triwulan"),
    "riwayat": ("kode", "tahun", "lingkup"),
    "perbandingan": ("kode", "jenis", "tahun"),
    "anggaran": ("kode",),
    "kas": ("kode", "triwulan"),
    "efisiensi": ("sasaran",),
    "belanja": ("kode",),
    "keluaran": ("kode",),
    "pegawai": ("kode",),
    "bacaan": ("id",),
    "koreksi": ("id",),
    "pemeriksaan": ("id",),
    "replikasi": ("id",),
    "rumus": ("kode",),
    "narasi": ("bab", "urut"),
}
_LISENSI = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}


def tulis(laporan: Laporan, folder: Path) -> None:
    """Write `data/rumus.csv`, by which every figure of the ledger is computed again, and `datapackage.json`.

    That describes the tables of the run in `folder/data`. The same report gives the same bytes.
    """
    tulis_csv(laporan.bahan.rumus, folder / "data" / "rumus.csv")
    sendiri = [n for n in laporan.bahan.frames if n not in KELUARAN and "/" not in n]  # of notebooks of one's own
    ada = {n: p for n in (*KELUARAN, *sendiri) if (p := folder / "data" / f"{n}.csv").exists()}
    isi = _paket(laporan) | {"resources": [_sumber_daya(n, p, _kolom(laporan, n)) for n, p in ada.items()]}
    teks = json.dumps(isi, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(teks, encoding="utf-8", newline="\n")


def _paket(laporan: Laporan) -> dict[str, Any]:
    letak, instansi = laporan.bahan.tempat, laporan.isi.instansi
    hari = laporan.bahan.params.tanggal_berkas(laporan.bahan.tahun)
    asal = documents.sumber(letak.data)
    hasil: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"lkip-{letak.instansi}-{letak.label}",
        "title": f"Laporan kinerja {instansi.nama} {letak.masa}",
        "description": "Tabel hasil laporan kinerja: capaian, anggaran, efisiensi, dan pemeriksaannya.",
        "licenses": [_LISENSI],
        "created": dt.datetime(hari.year, hari.month, hari.day).isoformat() + "Z",
        "contributors": [{"title": instansi.nama, "role": "publisher"}],
    }
    if asal:
        hasil["sources"] = [_dokumen(d) for d in asal]
    return hasil


def _dokumen(dokumen: documents.Sumber) -> dict[str, Any]:
    """Name a source document, with what is known of it."""
    lain = dokumen.model_dump(mode="json", exclude={"judul"}, exclude_defaults=True)
    return {"title": dokumen.judul, **lain}


def _kolom(laporan: Laporan, nama: str) -> dict[str, tuple[str, str]]:
    """Return the columns of a table, type and meaning: as declared, and what a cell added by its formula."""
    dinyatakan = KELUARAN.get(nama, {})
    frame = laporan.bahan.frames.get(nama)
    if frame is None or list(frame) == list(dinyatakan):
        return dinyatakan
    lain = {k: v for milik in KELUARAN.values() for k, v in milik.items()} | dinyatakan
    buku = laporan.bahan.ledger.frame
    arti = dict(zip(laporan.bahan.rumus["kode"], laporan.bahan.rumus["arti"], strict=True))
    awalan = TABEL[nama].nama if nama in TABEL else nama
    dihitung = buku[buku["id"].str.startswith(f"{awalan}.")].drop_duplicates("besaran")
    rumus = {b: arti.get(u, "") for b, u in zip(dihitung["besaran"], dihitung["ungkapan"], strict=True)}
    return {
        str(k): lain.get(str(k)) or (_jenis(frame[k].dtype), rumus.get(str(k)) or sebut(str(k))) for k in frame.columns
    }


def _jenis(tipe: Any) -> str:
    if pd.api.types.is_bool_dtype(tipe):
        return "ya_tidak"
    if pd.api.types.is_integer_dtype(tipe):
        return "bulat"
    return "angka" if pd.api.types.is_float_dtype(tipe) else "teks"


def _sumber_daya(nama: str, path: Path, kolom: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    isi = path.read_bytes()
    judul, keterangan = JUDUL_DATA.get(nama, (nama.replace("_", " ").capitalize(), ""))
    skema: dict[str, Any] = {"fields": [_ruas(k, j, a) for k, (j, a) in kolom.items()], "missingValues": [""]}
    if nama in _KUNCI:
        skema["primaryKey"] = list(_KUNCI[nama])
    return {
        "profile": "tabular-data-resource",
        "name": nama,
        "path": f"data/{path.name}",
        "title": judul,
        "description": keterangan or judul,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(isi),
        "hash": f"sha256:{hashlib.sha256(isi).hexdigest()}",
        "schema": skema,
    }


def _ruas(kunci: str, jenis: str, arti: str) -> dict[str, Any]:
    """Describe a column: its type, its meaning, and its unit where the name tells."""
    satuan = next((s for akhiran, s in _SATUAN.items() if kunci.endswith(akhiran)), "")
    return {"name": kunci, "type": _TIPE[jenis], "description": arti} | ({"unit": satuan} if satuan else {})

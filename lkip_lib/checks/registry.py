"""The registry: each check has a stable code, a family, a level, a ground and an advice; all run the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from lkip_lib.ledger import Ledger

Tingkat = Literal["kesalahan", "peringatan", "informasi"]
TINGKAT: tuple[Tingkat, ...] = ("kesalahan", "peringatan", "informasi")


@dataclass(frozen=True)
class Konteks:
    """Give a check what it may look at: the frames of the stages before it, the ledger, and the year."""

    frames: Mapping[str, pd.DataFrame]
    ledger: Ledger
    tahun: int
    dokumen_target: str
    dokumen_anggaran: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """Hold one result of a check; `id_ledger` is the stated figure that it is about."""

    id_ledger: str
    penjelasan: str
    seharusnya: str = ""
    kandidat: str = ""
    dampak: str = ""
    tingkat: Tingkat | None = None


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """Describe one check and hold its function."""

    kode: str
    keluarga: str
    tingkat: Tingkat
    judul: str
    dasar: str
    saran: str
    fungsi: Callable[[Konteks], Iterator[Catatan]]


DAFTAR: dict[str, Pemeriksaan] = {}


def periksa(
    kode: str, *, keluarga: str, tingkat: Tingkat, judul: str, dasar: str, saran: str
) -> Callable[[Callable[[Konteks], Iterator[Catatan]]], Callable[[Konteks], Iterator[Catatan]]]:
    """Enter a function into the registry. Raises ValueError when its code is taken."""

    def daftar(fungsi: Callable[[Konteks], Iterator[Catatan]]) -> Callable[[Konteks], Iterator[Catatan]]:
        if kode in DAFTAR:
            raise ValueError(f"kode pemeriksaan {kode} sudah dipakai")
        DAFTAR[kode] = Pemeriksaan(kode, keluarga, tingkat, judul, dasar, saran, fungsi)
        return fungsi

    return daftar


def jalankan_semua(konteks: Konteks) -> pd.DataFrame:
    """Run every check; one row a note, gravest first, then by code and place."""
    baris = [_baris(p, c, konteks.ledger) for p in DAFTAR.values() for c in p.fungsi(konteks)]
    hasil = pd.DataFrame(baris)
    if hasil.empty:
        return hasil
    urutan = hasil["tingkat"].map({t: i for i, t in enumerate(TINGKAT)})
    return (
        hasil.assign(_urutan=urutan)
        .sort_values(["_urutan", "kode", "berkas", "baris"], kind="stable")
        .drop(columns="_urutan")
        .reset_index(drop=True)
    )


def _baris(p: Pemeriksaan, c: Catatan, ledger: Ledger) -> dict[str, Any]:
    sel = ledger[c.id_ledger]
    # The same cell with the same printed text is the same cause, wherever its row moves to.
    sidik = hashlib.sha256(f"{c.id_ledger}|{sel['tercetak']}|{c.penjelasan}".encode()).hexdigest()[:8]
    return {
        "id": f"{p.kode}-{sidik}",
        "kode": p.kode,
        "keluarga": p.keluarga,
        "tingkat": c.tingkat or p.tingkat,
        "status": "terbuka",
        "akar": "",
        "tabel": str(sel["berkas"]).removesuffix(".csv"),
        "subjek": sel["subjek"],
        "berkas": sel["berkas"],
        "baris": sel["baris"],
        "kolom": sel["kolom"],
        "tercetak": sel["tercetak"],
        "seharusnya": c.seharusnya,
        "kandidat": c.kandidat,
        "dasar": p.dasar,
        "dampak": c.dampak,
        "penjelasan": c.penjelasan,
        "saran": p.saran,
    }

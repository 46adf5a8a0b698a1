"""ONE declaration a table: its columns, keys and units serve validation, typing, the ledger and the docs."""

from __future__ import annotations

from lkip_lib.inputs.tables.declaration import (
    ASAL_KARTU,
    DOKUMEN_ANGGARAN,
    DOKUMEN_LAPORAN,
    DOKUMEN_TARGET,
    PERIODE,
    PERIODENYA,
    RENCANA,
    SAMPAI,
    TAHUNAN,
    TINGKAT,
    Column,
    Table,
)
from lkip_lib.inputs.tables.performance import (
    INDIKATOR,
    KOMPONEN,
    PENDAHULU,
    REALISASI,
    SASARAN,
    SURVEI,
    TARGET,
    TUJUAN,
    UNSUR,
)
from lkip_lib.inputs.tables.printed import HITUNGAN, NAMA_TERCETAK, PERNYATAAN, SKALA_TERCETAK
from lkip_lib.inputs.tables.resources import ANGGARAN, BELANJA, KAS, KELUARAN, PENDUKUNG, REKOMENDASI, RKT, SDM

__all__ = [
    "ASAL_KARTU", "DOKUMEN_ANGGARAN", "DOKUMEN_LAPORAN", "DOKUMEN_TARGET", "PERIODE", "PERIODENYA", "RENCANA", "SAMPAI",
    "TABLES", "TAHUNAN", "TINGKAT", "UNSUR", "Column", "Table",
]  # fmt: skip

_SEMUA = (
    INDIKATOR, TARGET, REALISASI, ANGGARAN, KAS, TUJUAN, SASARAN, PENDAHULU, PENDUKUNG, RKT, KELUARAN, BELANJA, SDM,
    KOMPONEN, SURVEI, REKOMENDASI, HITUNGAN, PERNYATAAN, SKALA_TERCETAK, NAMA_TERCETAK,
)  # fmt: skip
TABLES: dict[str, Table] = {t.nama: t for t in _SEMUA}

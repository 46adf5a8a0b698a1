"""Write and read Parquet by DuckDB: declared columns, the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from lkip_lib.rekap.columns import SQL

Deklarasi = Mapping[str, tuple[str, str]]


def sambungan() -> duckdb.DuckDBPyConnection:
    """Open a database in memory that works on one thread, so that nothing depends on who was faster."""
    return duckdb.connect(config={"threads": 1})


def petik(path: Path | str) -> str:
    """Quote a text for SQL.

    >>> petik("Jum'at")
    "'Jum''at'"
    """
    return "'" + str(path).replace("'", "''") + "'"


def tulis(frames: Iterable[pd.DataFrame], path: Path, kolom: Deklarasi) -> None:
    """Write frames below each other as one Parquet file with the declared columns; missing ones are empty."""
    semua = [f.reindex(columns=list(kolom)) for f in frames if len(f)]
    isi = pd.concat(semua, ignore_index=True) if semua else pd.DataFrame(columns=list(kolom))
    pilih = ", ".join(f'CAST("{k}" AS {SQL[jenis]}) AS "{k}"' for k, (jenis, _) in kolom.items())
    with sambungan() as db:
        db.register("isi", isi)
        db.execute(f"COPY (SELECT {pilih} FROM isi) TO {petik(path)} (FORMAT parquet, COMPRESSION zstd)")


def baca(path: Path, instansi: Sequence[str]) -> pd.DataFrame:
    """Read the rows of some agencies as a frame."""
    with sambungan() as db:
        sql = f"SELECT * FROM read_parquet({petik(path)}) WHERE list_contains(?, instansi)"
        return db.execute(sql, [list(instansi)]).df()


def baris(path: Path) -> list[dict[str, Any]]:
    """Read a file as rows."""
    with sambungan() as db:
        hasil = db.execute(f"SELECT * FROM read_parquet({petik(path)})")
        nama = [k[0] for k in hasil.description]
        return [dict(zip(nama, b, strict=True)) for b in hasil.fetchall()]

"""Family angka: figures that could not be read, and those that needed a decision to be read."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.ledger import TIDAK_TERBACA


@periksa(
    "AKA-01",
    keluarga="angka",
    tingkat="kesalahan",
    judul="Angka rusak atau dapat dibaca dua cara",
    dasar="Bentuk angka Indonesia, satuan kolom, dan kisaran yang dinyatakan",
    saran="Cari angka aslinya; bila terbukti, tulis di koreksi.yml.",
)
def tidak_terbaca(konteks: Konteks) -> Iterator[Catatan]:
    """List the damaged figures that no correction has mended."""
    bacaan = konteks.frames["bacaan"]
    for b in bacaan[bacaan["status_nilai"] == TIDAK_TERBACA].itertuples():
        if f"koreksi.{b.id}" not in konteks.ledger:
            yield Catatan(str(b.id), str(b.catatan))


@periksa(
    "AKA-02",
    keluarga="angka",
    tingkat="informasi",
    judul="Cara membaca angka diputuskan oleh satuan dan kisaran",
    dasar="Titik dan koma dibaca menurut satuan kolom dan kisaran yang dinyatakan",
    saran="Tulis angka dengan koma desimal dan titik ribuan agar tidak perlu diputuskan.",
)
def bacaan_diputuskan(konteks: Konteks) -> Iterator[Catatan]:
    """List the readings that were settled by unit and range."""
    bacaan = konteks.frames["bacaan"]
    for (_, catatan), milik in bacaan[bacaan["status_nilai"] != TIDAK_TERBACA].groupby(
        ["berkas", bacaan["catatan"].map(lambda t: str(t).partition(":")[2])], sort=False
    ):
        pertama = milik.iloc[0]
        lain = f" Begitu pula {len(milik) - 1} sel lain di berkas ini." if len(milik) > 1 else ""
        yield Catatan(str(pertama["id"]), f"{pertama['catatan']}{lain}" if catatan else str(pertama["catatan"]))

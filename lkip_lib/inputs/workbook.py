"""Find the tables on the sheets of a year's workbook, `lkip.xlsx`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lkip_lib.errors import Masalah
from lkip_lib.inputs.grid import Kisi, baca_kisi
from lkip_lib.inputs.headings import rapikan
from lkip_lib.inputs.tables import Table

PETUNJUK = "Petunjuk"
_TERPANJANG = 31  # what Excel allows for the name of a sheet


def nama_lembar(tabel: str) -> str:
    """Return the sheet on which a table stands.

    >>> nama_lembar("anggaran"), nama_lembar("tercetak/hitungan"), nama_lembar("data_dukung/bursa_kerja")
    ('anggaran', 'tercetak_hitungan', 'dukung_bursa_kerja')
    """
    return tabel.replace("data_dukung/", "dukung_").replace("/", "_")[:_TERPANJANG]


def kisi(path: Path) -> dict[str, Kisi]:
    """Read every sheet of a workbook. Raises MasukanSalah when it is none."""
    keadaan = path.stat()
    return _kisi(path, keadaan.st_mtime_ns, keadaan.st_size)


@lru_cache(maxsize=2)
def _kisi(path: Path, diubah: int, besar: int) -> dict[str, Kisi]:
    return baca_kisi(path)


def pasangkan(
    semua: Mapping[str, Kisi], deklarasi: Mapping[str, Table], berkas: str
) -> tuple[dict[str, str], list[Masalah], list[tuple[str, str]]]:
    """Pair tables with their sheets.

    Returns the sheet of each table, problems (a sheet mistyped, a table on two sheets), and sheets not read, with why.
    """
    sebutan = _sebutan(deklarasi)
    pasangan: dict[str, str] = {}
    masalah: list[Masalah] = []
    asing = []
    for lembar in (nama for nama, k in semua.items() if k.baris and rapikan(nama) != rapikan(PETUNJUK)):
        tabel = sebutan.get(rapikan(lembar))
        if tabel is None:
            asing.append(lembar)
        elif tabel in pasangan:
            temuan = f"Lembar {pasangan[tabel]} dan {lembar} sama-sama berisi tabel {tabel}."
            masalah.append(Masalah(temuan, "Sisakan satu.", berkas))
        else:
            pasangan[tabel] = lembar
    kabar = []
    belum = [s for s, tabel in sebutan.items() if tabel not in pasangan]
    for lembar in asing:
        dekat = difflib.get_close_matches(rapikan(lembar), belum, n=1, cutoff=0.8)
        # "Realisasi 2025" for a sheet that is needed; of the others an old copy may be kept.
        dekat = dekat or [s for s in belum if deklarasi[sebutan[s]].perlu and rapikan(lembar).startswith(f"{s}_")]
        if dekat:
            saran = f'Maksud Anda "{nama_lembar(sebutan[dekat[0]])}"?'
            masalah.append(Masalah(f'Lembar "{lembar}" tidak dikenal.', saran, berkas))
        else:
            kabar.append((f"lembar {lembar}", "Bukan tabel yang dikenal; tidak dibaca."))
    return pasangan, masalah, kabar


def _sebutan(deklarasi: Mapping[str, Table]) -> dict[str, str]:
    """Map every name that a sheet may have to its table."""
    hasil: dict[str, str] = {}
    for nama in deklarasi:
        hasil.setdefault(rapikan(nama_lembar(nama)), nama)
    for nama, table in deklarasi.items():
        for lain in (nama.split("/")[-1][:_TERPANJANG], table.judul):
            hasil.setdefault(rapikan(lain), nama)
    return hasil

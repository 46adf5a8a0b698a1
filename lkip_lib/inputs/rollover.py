"""Roll a year forward: structure, plans that reach the new year, and the years behind; never last year's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lkip_lib.inputs.documents import AnalisisIndikator
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.reading import Masukan
from lkip_lib.inputs.tables import TAHUNAN, Table

# Tables whose rows stay and whose figures are to be stated anew.
_STRUKTUR = ("anggaran", "rkt", "keluaran", "belanja", "sdm")
_UTUH = ("tujuan", "sasaran", "pendahulu", "pendukung")
# What only last year's report stated.
_LAPORAN_LAMA = ("lkip_pendukung",)


@dataclass(frozen=True, slots=True)
class Terusan:
    """Hold the tables of a new year as text, and the tables that were left behind."""

    tabel: Mapping[str, pd.DataFrame]
    ditinggal: tuple[str, ...]


def teruskan(masukan: Masukan, tahun: int) -> Terusan:
    """Make the tables of `tahun` from the inputs of an earlier year.

    Indicators that still hold; targets of every year (of the years behind only the yearly ones, to measure them by);
    realisasi and components of the years behind, corrected where they were corrected; the budget tree without amounts.
    """
    hasil = {}
    for nama, frame in masukan.mentah.items():
        if nama in _UTUH:
            hasil[nama] = frame
        elif nama in _STRUKTUR or nama.startswith("data_dukung/"):
            hasil[nama] = _tanpa_angka(frame, masukan.deklarasi[nama])
    hasil["indikator"] = _berlaku(masukan.mentah["indikator"], tahun)
    kode = set(hasil["indikator"]["kode"])
    for nama in ("target", "realisasi", "komponen", "survei"):
        if nama in masukan.mentah:
            frame = _terkoreksi(masukan, nama)
            hasil[nama] = frame[frame["indikator"].isin(kode) & _diteruskan(frame, nama, tahun)]
    ditinggal = tuple(n for n, f in masukan.mentah.items() if n not in hasil and len(f))
    return Terusan({n: hasil[n].drop(columns=BARIS) for n in masukan.mentah if n in hasil}, ditinggal)


def kerangka_analisis(kode: list[str]) -> pd.DataFrame:
    """Return the rows of the analysis sheet that wait for the analyst's words: each kind for each indicator."""
    baris = [{"indikator": k, "jenis": jenis, "teks": ""} for k in kode for jenis in AnalisisIndikator.model_fields]
    return pd.DataFrame(baris, dtype=object)


def _tanpa_angka(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    if "dokumen" in frame:
        frame = frame[~frame["dokumen"].isin(_LAPORAN_LAMA)]
    tahun = (c.name for c in table.columns if c.kind == "tahun")
    return frame.assign(**dict.fromkeys([*(c.name for c in table.angka), *tahun, "sumber"], ""))


def _berlaku(kartu: pd.DataFrame, tahun: int) -> pd.DataFrame:
    sampai = pd.to_numeric(kartu["berlaku_sampai"].replace("", None))
    return kartu[sampai.isna() | (sampai >= tahun)]


def _diteruskan(frame: pd.DataFrame, nama: str, tahun: int) -> pd.Series:
    """Tell which rows of a table with years go along."""
    lewat = pd.to_numeric(frame["tahun"]) < tahun
    if nama in ("komponen", "survei"):
        return lewat
    setahun = lewat & (frame["periode"] == TAHUNAN)
    return setahun | ~lewat if nama == "target" else setahun


def _terkoreksi(masukan: Masukan, nama: str) -> pd.DataFrame:
    """Return a table with its corrected cells as corrected; `sumber` tells what they were."""
    frame = masukan.mentah[nama].copy()
    for k in masukan.koreksi:
        if k.tabel == nama:
            asal = f'tercetak "{k.koreksi.expect}", dikoreksi: {k.koreksi.reason}'
            sumber = str(frame["sumber"][k.posisi])
            frame[k.koreksi.kolom] = frame[k.koreksi.kolom].where(frame.index != k.posisi, k.koreksi.become)
            frame["sumber"] = frame["sumber"].where(frame.index != k.posisi, f"{sumber}; {asal}".removeprefix("; "))
    return frame

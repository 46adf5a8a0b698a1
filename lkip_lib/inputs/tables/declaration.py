"""What a table and its columns are, the words that their choices have, and the columns that many share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lkip_lib.rumus import jenis, triwulan

TAHUNAN = "tahunan"
PERIODE = (TAHUNAN, "tw1", "tw2", "tw3", "tw4")
# What is only known from the year's start to the end of a quarter; to that of the first is the first itself.
SAMPAI = {n: f"sd_tw{n}" for n in (2, 3, 4)}
RENCANA = ("rpd", "renstra")  # plans of several years; one may follow the other within a year
DOKUMEN_TARGET = ("rpd", "renstra", "rkt", "iku", "pk", "pk_perubahan", "lkip")
DOKUMEN_ANGGARAN = ("rkt", "pk", "dpa", "dppa", "lkip", "lkip_pendukung")
# How agencies write a quarter, and the time to its end.
_ROMAWI = {"tw1": "I", "tw2": "II", "tw3": "III", "tw4": "IV"}
PADANAN_PERIODE = tuple((f"{kata} {n}", p) for p, n in _ROMAWI.items() for kata in ("triwulan", "tw"))
PADANAN_SAMPAI = tuple(
    (f"{kata} {teks}", SAMPAI.get(int(p[-1]), p))
    for teks, p in (*PADANAN_PERIODE, ("semester I", "tw2"))
    for kata in ("s.d.", "s/d", "sampai", "sampai dengan")
)
# How agencies write the changed documents, which no nearness of letters would tell from the first ones.
PADANAN_PK = tuple((k, "pk_perubahan") for k in ("PK-P", "PKP"))
PADANAN_DPPA = tuple((k, "dppa") for k in ("DPA Perubahan", "DPA-P", "DPAP"))
# The tables of one report: what they say of the same line must be the same.
DOKUMEN_LAPORAN = ("lkip", "lkip_pendukung")
LINGKUP = ("instansi", "kabupaten", "kota", "provinsi", "nasional")
TINGKAT = ("instansi", "program", "kegiatan", "sub_kegiatan")
ARAH_KARTU, JENIS, TIPE_TRIWULAN = jenis.ARAH_KARTU, jenis.JENIS, triwulan.TIPE
YA_TIDAK = ("ya", "tidak")
# Who says a card's name, direction and range: the agency, or where it printed none, who filled in the table.
ASAL_KARTU = ("instansi", "penyusun")


@dataclass(frozen=True, slots=True)
class Column:
    """Declare one column.

    `kind`: kode | teks | pilihan | tahun | bulat | angka. An `angka` column is a stated figure and gets a ledger row;
    its `satuan` is fixed ("rupiah") or looked up ("@satuan": the row's own; "@indikator": the indicator's card;
    "@besaran": by the quantity), and `typed` names it where the unit belongs in the name. `sinonim` are
    other headings that agencies give the column in a workbook, `padanan` other words for its choices.
    """

    name: str
    kind: str
    keterangan: str
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    bawaan: str = ""
    rujukan: str = ""
    satuan: str = ""
    typed: str = ""
    sinonim: tuple[str, ...] = ()
    padanan: tuple[tuple[str, str], ...] = ()

    @property
    def nama_ketik(self) -> str:
        return self.typed or self.name


@dataclass(frozen=True, slots=True)
class Table:
    """Declare one table. `kunci` finds a row; `berulang` lets several rows state the same thing."""

    nama: str
    judul: str
    guna: str
    kunci: tuple[str, ...]
    columns: tuple[Column, ...]
    perlu: bool = False
    berulang: bool = False
    subjek: str = "kode"

    @property
    def angka(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.kind == "angka")

    def __getitem__(self, nama: str) -> Column:
        return next(c for c in self.columns if c.name == nama)


def _jenis(kind: str) -> Callable[..., Column]:
    def kolom(name: str, keterangan: str, *sinonim: str, **isi: Any) -> Column:
        return Column(name, kind, keterangan, sinonim=sinonim, **isi)

    return kolom


# A column of each kind: its name and meaning, the other headings it has, and by name what else there is to say of it.
kode, teks, pilihan, tahun, bulat, angka = map(_jenis, ("kode", "teks", "pilihan", "tahun", "bulat", "angka"))


def bersatuan(name: str, satuan: str, keterangan: str, *sinonim: str) -> Column:
    """Declare figures of one unit, which stands in their typed name.

    >>> bersatuan("pagu", "rupiah", "Pagu").typed, bersatuan("asn", "orang", "Jumlah ASN").typed
    ('pagu_rp', 'asn_orang')
    """
    return angka(name, keterangan, *sinonim, satuan=satuan, typed=f"{name}_{'rp' if satuan == 'rupiah' else satuan}")


SUMBER = teks("sumber", "Tempat angka itu berdiri: dokumen, tabel, baris")
KODE_INDIKATOR = kode("indikator", "Kode indikator", "kode indikator", wajib=True, rujukan="indikator")
TAHUN = tahun("tahun", "Tahun angka itu", "thn", wajib=True)
PERIODENYA = pilihan("periode", "Setahun atau triwulan", pilihan=PERIODE, bawaan=TAHUNAN, padanan=PADANAN_PERIODE)

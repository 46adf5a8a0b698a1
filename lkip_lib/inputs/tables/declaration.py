"""What a table and its columns are, the words that their choices have, and the columns that many share."""

from __future__ import annotations

from dataclasses import dataclass

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


SUMBER = Column("sumber", "teks", "Tempat angka itu berdiri: dokumen, tabel, baris")
KODE_INDIKATOR = Column(
    "indikator", "kode", "Kode indikator", wajib=True, rujukan="indikator", sinonim=("kode indikator",)
)
TAHUN = Column("tahun", "tahun", "Tahun angka itu", wajib=True, sinonim=("thn",))
PERIODENYA = Column(
    "periode", "pilihan", "Setahun atau triwulan", pilihan=PERIODE, bawaan=TAHUNAN, padanan=PADANAN_PERIODE
)

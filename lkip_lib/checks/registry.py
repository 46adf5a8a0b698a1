"""The registry: each check has a stable code, a level, a ground, an advice and traits; all run the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from lkip_lib.checks.cetak.letak import letak_dokumen
from lkip_lib.frames import catatan, himpun
from lkip_lib.inputs.documents import Analisis, Bukti, Rujukan, Sumber
from lkip_lib.inputs.origin import Asal, asal_tabel, dari_frame, nama_kolom, tabel_di
from lkip_lib.ledger import Ledger, polos
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.params import Params
from lkip_lib.policies import Kebijakan, Skala

Tingkat = Literal["kesalahan", "peringatan", "informasi"]
TINGKAT: tuple[Tingkat, ...] = ("kesalahan", "peringatan", "informasi")
# The family of a check, by the letters of its code.
KELUARGA = {"AKA": "angka", "ANG": "anggaran", "CAP": "capaian", "EFI": "efisiensi", "KAS": "kas", "NAR": "narasi",
            "PRE": "predikat", "RUN": "runtun", "SDM": "sdm", "TAR": "target", "TRW": "triwulan"}  # fmt: skip


class Sifat(Enum):
    """Tell what the notes of a check say, as far as their cause is sought: `akar` reads no code, but these."""

    MEMPERHADAPKAN = auto()  # it holds several figures against each other, or is of none: it calls none of them wrong
    CARA_BACA = auto()  # it says only how something was read: it is no job, and makes none
    MANDIRI = auto()  # it follows from no other
    AKIBAT_ARAH = auto()  # it may follow from the direction on a card
    # When it goes: the budget's constraint that it reports, or what its figure must equal.
    PERSEN = auto()
    JUMLAH = auto()
    BATAS = auto()  # many other figures would do, so that it says little of any one; nor does
    MENGULANG = auto()  # a part that repeats the figure of its whole
    BELANJA = auto()
    TERLEWAT = auto()  # the sum, of which its row is left out
    SAMA = auto()  # the first figure that it cites
    SAMA_SEMUA = auto()  # each figure that it cites
    TERBILANG = auto()  # in words
    TRIWULAN = auto()  # its quarters
    DUA = auto()  # what two figures give
    RASIO = auto()  # what this year's figure is of another one, or any printed result
    ARAH = auto()  # the way between two figures
    TERCAPAI = auto()  # a target that this year's realisasi has reached
    RATA_RATA = auto()  # as printed, it may follow the printed members that it cites
    SEBARIS_CETAK = auto()  # as printed, it may follow what is printed in its row
    # What makes two of them one mistake.
    SETARA = auto()  # one figure, stated in several places
    SEBARIS = auto()  # a whole row, its pagu and its realisasi
    TAHUN = auto()  # the same year
    NAMA = auto()  # the same subject is named
    MENGUTIP_NAMA = auto()  # nearly the same name is quoted
    NAMA_TERTUKAR = auto()  # each has the name of the other
    SEKALIMAT = auto()  # one sentence counts
    SETABEL = auto()  # one table, made in one wrong way
    SEKOLOM = auto()  # many rows of one table
    SETEMPAT = auto()  # one cell of the agency's document, in two tables
    SEDOKUMEN = auto()  # one document
    ANTARDOKUMEN = auto()  # two documents that set other targets for most indicators


@dataclass(frozen=True, eq=False)
class Konteks:
    """Give a check what it may look at: the frames of the notebooks before it, the ledger, and the year."""

    frames: Mapping[str, pd.DataFrame]
    ledger: Ledger
    tahun: int
    dokumen_target: str
    dokumen_anggaran: str
    kebijakan: Kebijakan
    analisis: Analisis = field(default_factory=Analisis)
    params: Params = field(default_factory=Params)
    triwulan: int = 0  # the quarter reported on; 0 for the whole year
    ganti: Mapping[tuple[str, str], Any] = field(default_factory=dict)  # what cells put in the place of formulas
    ungkapan: Callable[[], Mapping[str, str]] = dict  # the formulas of the figures, by key
    dokumen_asal: tuple[Sumber, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    bukti_hilang: tuple[Bukti, ...] = ()

    _baris: dict[str, list[dict[str, Any]]] = field(default_factory=dict, init=False)
    _per: dict[tuple[str, str], dict[Any, list[dict[str, Any]]]] = field(default_factory=dict, init=False)
    _sumber: dict[str, dict[int | None, str]] = field(default_factory=dict, init=False)

    @property
    def skala(self) -> Skala:
        """Return the scale of capaian."""
        return self.kebijakan.skala_capaian

    @cached_property
    def asal(self) -> Mapping[str, Asal]:
        """Return where the tables of a workbook stand."""
        return dari_frame(self.frames["asal_kolom"])

    def dengan(self, **frames: pd.DataFrame) -> Konteks:
        """Add frames to look at."""
        return replace(self, frames={**self.frames, **frames})

    def baris(self, nama: str) -> list[dict[str, Any]]:
        """Return the rows of a frame as dicts, to be read only: every check is given the same ones."""
        if nama not in self._baris:
            self._baris[nama] = catatan(self.frames[nama])
        return self._baris[nama]

    def per(self, nama: str, kolom: str) -> Mapping[Any, list[dict[str, Any]]]:
        """Return the rows of a frame by what stands in a column, in the order in which it first does."""
        if (nama, kolom) not in self._per:
            self._per[nama, kolom] = himpun((b[kolom], b) for b in self.baris(nama))
        return self._per[nama, kolom]

    def sumber(self, tabel: str, baris: int | None) -> str:
        """Return what a row of a table says of its source."""
        if tabel not in self._sumber:
            milik = self.baris(f"ketik/{tabel}") if f"ketik/{tabel}" in self.frames else []
            self._sumber[tabel] = {b["_baris"]: str(b["sumber"]) for b in milik if b.get("sumber")}
        return self._sumber[tabel].get(baris, "")

    def dikenal(self, *ids: str) -> tuple[str, ...]:
        """Return those of some figures that the ledger has."""
        return tuple(i for i in ids if i in self.ledger)

    def setahun(self, b: Mapping[str, Any]) -> bool:
        """Tell whether a printed figure is of this year: a row that names none is."""
        return bool(pd.isna(b["tahun"])) or int(b["tahun"]) == self.tahun

    def tempat(self, id: str) -> str:
        """Return where a figure stands in the agency's document; a corrected one, where it was printed."""
        return self.letak(self.ledger[polos(id)])

    def letak(self, sel: Mapping[str, Any]) -> str:
        """Return where a cell stands in the agency's document; a document's own page needs no table."""
        if sel.get("tempat"):
            return str(sel["tempat"])
        tabel = tabel_di(self.asal, sel["berkas"], sel["kolom"])
        kolom = nama_kolom(self.asal, tabel, sel["kolom"])
        return letak_dokumen(self.sumber(tabel, sel["baris"]), kolom, tabel, str(sel["subjek"]))


@dataclass(frozen=True, slots=True)
class Catatan:
    """Hold one result of a check.

    `id_ledger` is the stated figure that it is about; `bukti` are the other figures that contradict it. `seharusnya` is
    filled only when it is proved; else `kandidat` names what is possible. `bobot` is the effect in points of the mean
    or of the absorption, by which notes of one level are ordered; `dampak` says it in words. `sel` is the place when it
    is no figure and so not in the ledger (a name, a bound): berkas (the table's name as a CSV file), baris, kolom,
    tercetak, subjek; `tempat` where no table holds it. `juga` are all the
    other places of which the same is to be said.
    """

    id_ledger: str
    penjelasan: str
    seharusnya: str = ""
    kandidat: str = ""
    dampak: str = ""
    bobot: float = 0.0
    bukti: tuple[str, ...] = ()
    tingkat: Tingkat | None = None
    juga: tuple[str, ...] = ()
    sel: Mapping[str, Any] | None = None


Fungsi = Callable[[Konteks], Iterator[Catatan]]


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """Describe one check and hold its function."""

    kode: str
    tingkat: Tingkat
    judul: str
    dasar: str
    saran: str
    fungsi: Fungsi
    sifat: tuple[Sifat, ...] = ()

    @property
    def keluarga(self) -> str:
        """Return its family."""
        return KELUARGA[self.kode.partition("-")[0]]


DAFTAR: dict[str, Pemeriksaan] = {}
DIJELASKAN = "dijelaskan"
DITARIK = "ditarik, tanpa angka pengganti"  # what a cell should hold where its figure is proved to be another's
_MENURUT_SEBAB = ("akar", "pekerjaan")  # what is known once all notes are
_KOLOM = (*(k for k in KELUARAN["pemeriksaan"] if k not in _MENURUT_SEBAB), "_bobot", "_id_ledger", "_bukti")


def periksa(
    kode: str, *, tingkat: Tingkat, judul: str, dasar: str, saran: str, sifat: tuple[Sifat, ...] = ()
) -> Callable[[Fungsi], Fungsi]:
    """Enter a function into the registry. Raises ValueError when its code is taken."""

    def daftar(fungsi: Fungsi) -> Fungsi:
        if kode in DAFTAR:
            raise ValueError(f"kode pemeriksaan {kode} sudah dipakai")
        DAFTAR[kode] = Pemeriksaan(kode, tingkat, judul, dasar, saran, fungsi, sifat)
        return fungsi

    return daftar


def banding(konteks: Konteks) -> pd.DataFrame:
    """Run every check of the registry: one row for each figure, name or sentence that another one contradicts."""
    baris = [_baris(p, c, konteks) for p in DAFTAR.values() for c in p.fungsi(konteks)]
    return pd.DataFrame(baris, columns=_KOLOM).drop_duplicates("id", ignore_index=True)


def urutkan(catatan: pd.DataFrame) -> pd.DataFrame:
    """Put the gravest first, then by effect, code and place."""
    urutan = catatan["tingkat"].map({t: i for i, t in enumerate(TINGKAT)})
    return (
        catatan.assign(_urutan=urutan, _bobot=-catatan["_bobot"].astype("float64"))
        .sort_values(["_urutan", "_bobot", "kode", "tabel", "baris"], kind="stable")
        .drop(columns=["_urutan", "_bobot", "_id_ledger", "_bukti"])
        .reset_index(drop=True)
    )


def tandai_jawaban(catatan: pd.DataFrame, dijawab: Iterable[str]) -> pd.DataFrame:
    """Mark what the analyst answered; it stays listed. When its figures change it gets a new id, and is open again."""
    return catatan.assign(status=catatan["status"].where(~catatan["id"].isin(list(dijawab)), DIJELASKAN))


def _baris(p: Pemeriksaan, c: Catatan, konteks: Konteks) -> dict[str, Any]:
    """Place a note in the agency's document and in our files. Raises ValueError when it stands nowhere."""
    ledger, asal = konteks.ledger, konteks.asal
    if not c.sel and (c.id_ledger not in ledger or not ledger[c.id_ledger]["berkas"]):
        raise ValueError(f"catatan {p.kode} tanpa tempat: {c.id_ledger}")
    sel = c.sel or ledger[c.id_ledger]
    berkas, baris, kolom = sel["berkas"], sel["baris"], sel["kolom"]
    tabel = tabel_di(asal, berkas, kolom)
    tempat = konteks.letak(c.sel) if c.sel else konteks.tempat(c.id_ledger)
    if c.sel and berkas.endswith(".csv"):
        berkas, baris, kolom = asal_tabel(asal, tabel).letak(baris, kolom)
    return {
        "id": f"{p.kode}-{_sidik(c, ledger)}",
        "tempat": tempat,
        "kode": p.kode,
        "keluarga": p.keluarga,
        "tingkat": c.tingkat or p.tingkat,
        "status": "terbuka",
        "tabel": tabel,
        "subjek": sel["subjek"],
        **{"berkas": berkas, "baris": baris, "kolom": kolom, "tercetak": sel["tercetak"]},
        **{k: getattr(c, k) for k in ("seharusnya", "kandidat", "dampak", "penjelasan")},
        "dasar": p.dasar,
        "juga": "; ".join(c.juga),
        "saran": p.saran,
        "_bobot": c.bobot,
        "_id_ledger": c.id_ledger,
        "_bukti": c.bukti,
    }


def _sidik(c: Catatan, ledger: Ledger) -> str:
    """Hash what makes the contradiction: while these figures stand as they are, the note keeps its id."""
    dalam = [i for i in (c.id_ledger, *c.bukti) if i in ledger]
    isi: list[Any] = [(i, ledger[i]["tercetak"], str(ledger[i]["nilai"])) for i in dalam]
    if c.sel:
        isi.append((c.id_ledger, c.sel["kolom"], c.sel["tercetak"]))
    return hashlib.sha256(repr(isi if c.bukti else (isi, c.penjelasan)).encode()).hexdigest()[:8]

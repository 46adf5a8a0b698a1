"""Declare what a mapping (peta) may say: which sheet and columns become which table, and how codes become a tree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from lkip_lib import strict_yaml
from lkip_lib.errors import terdekat
from lkip_lib.inputs.tables import TABLES
from lkip_lib.strict_yaml import Ketat

# The levels of a budget code, highest first; the two above a program have no row in anggaran.csv.
JENJANG = ("urusan", "bidang", "program", "kegiatan", "sub_kegiatan")
Jenjang = Literal["urusan", "bidang", "program", "kegiatan", "sub_kegiatan"]


def _pola(teks: str) -> str:
    try:
        re.compile(teks)
    except re.error as salah:
        raise ValueError(f'pola "{teks}" tidak dapat dipakai: {salah}') from salah
    return teks


Pola = Annotated[str, AfterValidator(_pola)]


def _daftar(isi: Any) -> Any:
    return [isi] if isinstance(isi, str) else isi


class Kolom(Ketat):
    """Say where one column of a table comes from."""

    dari: Annotated[tuple[str, ...], BeforeValidator(_daftar)] = Field(
        min_length=1, description="judul kolom di lembar, atau hurufnya; beberapa bila satu isi terbagi"
    )
    gabung: str = Field(".", description="tanda di antara isi beberapa kolom")
    turun: bool = Field(False, description="sel kosong memakai isi sel di atasnya")
    ganti: dict[str, str] = Field(default_factory=dict, description="isi di lembar: isi yang ditulis")
    kali: int = Field(1, ge=1, description="pengali angka, misalnya 1000 bila lembarnya dalam ribuan rupiah")


def _singkat(isi: Any) -> Any:
    """Let a column be said by its heading alone."""
    return isi if isinstance(isi, dict | Kolom) else {"dari": isi}


KolomPeta = Annotated[Kolom, BeforeValidator(_singkat)]


class Buang(Ketat):
    """Say which rows are left out: those whose column matches a pattern."""

    kolom: str
    pola: Pola


class Kelompok(Ketat):
    """Say where a higher level stands when it has no row of its own, only columns beside its details."""

    tingkat: Jenjang
    nama: KolomPeta
    kode: KolomPeta | None = None


class Pohon(Ketat):
    """Say how a budget code gives level and parent."""

    tingkat: dict[int, Jenjang] = Field(min_length=1, description="banyak bagian kode: tingkatnya")
    rekening: Pola = Field("", description="pola kode rekening belanja, misalnya ^5\\.\\d\\.\\d\\d")
    instansi: Pola = Field("", description="pola nama baris seluruh instansi")
    dobel: Literal["tolak", "jumlah"] = Field("tolak", description="kode yang berulang: ditolak, atau dijumlah")
    kelompok: tuple[Kelompok, ...] = ()

    @model_validator(mode="after")
    def _kelompok_bertingkat(self) -> Self:
        for k in self.kelompok:
            if k.tingkat not in self.tingkat.values():
                raise ValueError(f"kelompok {k.tingkat} perlu banyak bagian kodenya di tingkat, misalnya 3: program")
        return self


class Ulang(Ketat):
    """Say one of several readings of the same rows: a document, a quarter, each with columns of its own."""

    isi: dict[str, str]
    kolom: dict[str, KolomPeta] = Field(min_length=1)


class Bagian(Ketat):
    """Say how one sheet becomes rows of one table."""

    tabel: str
    lembar: str = Field("", description="nama lembar; kosong: lembar pertama yang tidak tersembunyi")
    judul: tuple[int, int] = Field(description="baris judul kolom, pertama dan terakhir")
    sampai: int | None = Field(None, description="baris data terakhir; kosong: sampai habis")
    kolom: dict[str, KolomPeta] = Field(min_length=1)
    isi: dict[str, str] = Field(default_factory=dict, description="isi yang sama di setiap baris")
    ulang: tuple[Ulang, ...] = ()
    buang: tuple[Buang, ...] = ()
    pohon: Pohon | None = None

    @model_validator(mode="after")
    def _sesuai_tabel(self) -> Self:
        if self.tabel not in TABLES:
            raise ValueError(f'tabel "{self.tabel}" tidak dikenal. {terdekat(self.tabel, TABLES)}')
        dikenal = [c.name for c in TABLES[self.tabel].columns]
        for b in self.buang:
            if b.kolom not in self.kolom:
                raise ValueError(f'buang: "{b.kolom}" harus salah satu dari kolom. {terdekat(b.kolom, self.kolom)}')
        disebut = [*self.kolom, *self.isi]
        for u in self.ulang:
            disebut += [*u.isi, *u.kolom]
        for nama in disebut:
            if nama not in dikenal:
                raise ValueError(f'kolom "{nama}" tidak ada di {self.tabel}.csv. {terdekat(nama, dikenal)}')
        if self.pohon and self.tabel != "anggaran":
            raise ValueError("pohon hanya untuk tabel anggaran")
        if not 1 <= self.judul[0] <= self.judul[1] <= self.judul[0] + 9:
            raise ValueError("judul: tulis baris judul pertama dan terakhir, misalnya [4, 5]")
        return self


class Peta(Ketat):
    """Hold a whole mapping: one part for each table that the file fills."""

    bagian: tuple[Bagian, ...] = Field(min_length=1)


def baca_peta(path: Path) -> Peta:
    """Read a saved mapping. Raises MasukanSalah with every mistake and its line."""
    isi = strict_yaml.muat(path, path.name, "bagian")
    return strict_yaml.cocokkan(Peta, isi, path, path.name)

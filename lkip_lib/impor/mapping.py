"""Declare what a mapping (peta) may say: which sheet and columns become which table, and how codes become a tree."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator

from lkip_lib import strict_yaml
from lkip_lib.errors import terdekat
from lkip_lib.impor.codes import Jenjang
from lkip_lib.inputs.tables import TABLES, Table
from lkip_lib.inputs.words import ANALISIS
from lkip_lib.strict_yaml import Ketat

# What an export may fill: the tables of a year, and the analyst's words, which are written as YAML.
TABEL: dict[str, Table] = {**TABLES, ANALISIS.nama: ANALISIS}
BERPOHON = ("anggaran", "kas")
_YA = {"ya": True, "tidak": False}


def _ya(isi: Any) -> Any:
    return _YA.get(isi.lower(), isi) if isinstance(isi, str) else isi


def _daftar(isi: Any) -> Any:
    return isi if isinstance(isi, list | tuple) else [isi]


def _sah(pola: str) -> str:
    if not pola.strip("*? "):
        raise ValueError("tulis isinya; * berarti huruf apa pun")
    return pola


YaTidak = Annotated[bool, BeforeValidator(_ya), PlainSerializer(lambda isi: "ya" if isi else "tidak")]
Teks = Annotated[str, BeforeValidator(lambda isi: str(isi) if isinstance(isi, int | float) else isi)]
Isi = Annotated[Teks, AfterValidator(_sah)]
Daftar = Annotated[tuple[Teks, ...], BeforeValidator(_daftar)]


def berisi(teks: str, pola: str) -> bool:
    """Tell whether a cell has the content a mapping names; * stands for any letters, and capitals are all one.

    >>> berisi("Jumlah Belanja", "jumlah*"), berisi("Jumlah", "jumlah belanja"), berisi("[#] rincian", "[#]*")
    (True, False, True)
    """
    return fnmatchcase(teks.strip(" :.").lower(), pola.lower().replace("[", "[[]"))


class Kolom(Ketat):
    """Say where one column of a table comes from."""

    dari: Daftar = Field(min_length=1, description="judul kolom di lembar, atau hurufnya; beberapa bila terbagi")
    gabung: str = Field(".", description="tanda di antara isi beberapa kolom")
    terakhir: YaTidak = Field(False, description="dari beberapa kolom, hanya yang terisi paling kanan")
    potong: Literal["", "kode", "nama"] = Field("", description="dari sel berisi kode dan nama, hanya salah satunya")
    jumlah: YaTidak = Field(False, description="angka beberapa kolom dijumlahkan")
    kurangi: Daftar = Field((), description="kolom angka yang dikurangkan, misalnya s.d. triwulan sebelumnya")
    sebutan: Daftar = Field((), description="sebutan untuk kolom kedua dan seterusnya, ditulis dalam kurung")
    turun: YaTidak = Field(False, description="sel kosong memakai isi sel di atasnya")
    ganti: dict[str, str] = Field(default_factory=dict, description="isi di lembar: isi yang ditulis")
    kali: int = Field(1, ge=1, description="pengali angka, misalnya 1000 bila lembarnya dalam ribuan rupiah")


def _singkat(isi: Any) -> Any:
    """Let a column be said by its heading alone."""
    return isi if isinstance(isi, dict | Kolom) else {"dari": isi}


KolomPeta = Annotated[Kolom, BeforeValidator(_singkat)]


class Buang(Ketat):
    """Say which rows are left out: those whose column has this content."""

    kolom: str
    isi: Isi


class Kelompok(Ketat):
    """Say where a higher level stands when it has no row of its own, only columns beside its details."""

    tingkat: Jenjang
    nama: KolomPeta | None = None
    kode: KolomPeta | None = None


class Pohon(Ketat):
    """Say how a budget code gives level and parent."""

    susunan: Literal["bagian", "sipd", "sakti", "urutan"] = Field(
        "bagian",
        description="bagian: tingkat menurut banyak bagian kode; sipd, sakti: menurut bentuknya; urutan: tanpa kode",
    )
    tingkat: dict[int, Jenjang] = Field(default_factory=dict, description="banyak bagian kode: tingkatnya")
    rekening: Daftar = Field((), description="awal kode rekening belanja, misalnya 5.1")
    instansi: str = Field("", description="isi baris seluruh instansi, misalnya Jumlah")
    berulang: Literal["tolak", "jumlah"] = Field("tolak", description="kode yang berulang: ditolak, atau dijumlahkan")
    kelompok: tuple[Kelompok, ...] = ()

    @model_validator(mode="after")
    def _tingkat_disebut(self) -> Self:
        if self.susunan == "bagian" and not self.tingkat:
            raise ValueError("pohon perlu tingkat, misalnya {3: program}, atau susunan: sipd")
        for k in self.kelompok:
            if self.tingkat and k.tingkat not in self.tingkat.values():
                raise ValueError(f"kelompok {k.tingkat} perlu banyak bagian kodenya di tingkat, misalnya 3: program")
        return self


class Ulang(Ketat):
    """Say one of several readings of the same rows: a document, a quarter, each with columns of its own."""

    isi: dict[str, Teks]
    kolom: dict[str, KolomPeta] = Field(min_length=1)


class Bagian(Ketat):
    """Say how one sheet becomes rows of one table."""

    tabel: str
    lembar: str = Field("", description="nama lembar; kosong: lembar pertama yang tidak tersembunyi")
    judul: tuple[int, int] = Field(description="baris judul kolom, pertama dan terakhir")
    sampai: int | None = Field(None, description="baris data terakhir; kosong: sampai habis")
    tahun: str = Field("", description="judul kolom tahun; hanya baris tahun laporan yang diambil")
    kolom: dict[str, KolomPeta] = Field(min_length=1)
    isi: dict[str, Teks] = Field(default_factory=dict, description="isi yang sama di setiap baris")
    ulang: tuple[Ulang, ...] = ()
    buang: tuple[Buang, ...] = ()
    pohon: Pohon | None = None

    @model_validator(mode="after")
    def _sesuai_tabel(self) -> Self:
        if self.tabel not in TABEL:
            raise ValueError(f'tabel "{self.tabel}" tidak dikenal. {terdekat(self.tabel, TABEL)}')
        dikenal = [c.name for c in TABEL[self.tabel].columns] + (["nama"] if self.pohon else [])
        for b in self.buang:
            if b.kolom not in self.kolom:
                raise ValueError(f'buang: "{b.kolom}" harus salah satu dari kolom. {terdekat(b.kolom, self.kolom)}')
        disebut = [*self.kolom, *self.isi]
        for u in self.ulang:
            disebut += [*u.isi, *u.kolom]
        for nama in disebut:
            if nama not in dikenal:
                raise ValueError(f'kolom "{nama}" tidak ada di {self.tabel}.csv. {terdekat(nama, dikenal)}')
        if self.pohon and self.tabel not in BERPOHON:
            raise ValueError("pohon hanya untuk tabel anggaran dan kas")
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

"""The YAML beside the tables: the agency itself, the analyst's words, and where the report came from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, Field

from lkip_lib import numerals, strict_yaml
from lkip_lib.errors import Masalah, tolak
from lkip_lib.inputs.tables import Column, Table
from lkip_lib.places import TERPANJANG, boleh_berkas, usul_berkas
from lkip_lib.strict_yaml import Ketat

M = TypeVar("M", bound=BaseModel)


class KolomDukung(Ketat):
    judul: str
    satuan: str = ""


class DataDukung(Ketat):
    """Declare a table that the agency adds: its title and columns; a column with `satuan` holds figures."""

    judul: str
    kolom: dict[str, KolomDukung]


class Unit(Ketat):
    """Name one unit of the organisation and those under it."""

    nama: str
    anak: tuple[Unit, ...] = ()


class Kepala(Ketat):
    nama: str = ""
    jabatan: str = ""
    pangkat: str = ""
    nip: str = ""


class Bukti(Ketat):
    """Name a file in the folder `bukti/`, what it shows, and what it belongs to: the agreement, or an activity."""

    berkas: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|pdf)$")
    keterangan: str = Field(min_length=3)
    untuk: Literal["kegiatan", "perjanjian"] = "kegiatan"


class PerjanjianKinerja(Ketat):
    """Hold what no table of targets tells of the agreement: its number and date, and who made it with whom."""

    nomor: str = ""
    tanggal: dt.date | None = None
    pihak_pertama: Kepala = Kepala()
    pihak_kedua: Kepala = Kepala()


class Reviu(Ketat):
    """Hold the reviewer's statement as it was given; nothing of it is ever written by the program."""

    nomor: str
    tanggal: dt.date
    pereviu: Kepala
    isi: tuple[str, ...] = Field(min_length=1)


class Instansi(Ketat):
    """Describe the agency. Everything has a default, so that the report grows with what is told."""

    nama: str = ""
    nama_singkat: str = ""
    pemerintah: str = ""
    kelompok: str = ""
    rekaan: Literal["ya", "tidak"] = "tidak"
    kepala: Kepala = Kepala()
    kata_pengantar: tuple[str, ...] = ()
    perjanjian: PerjanjianKinerja = PerjanjianKinerja()
    reviu: Reviu | None = None
    bukti: tuple[Bukti, ...] = ()
    latar_belakang: tuple[str, ...] = ()
    maksud: tuple[str, ...] = ()
    dasar_hukum: tuple[str, ...] = ()
    tugas: tuple[str, ...] = ()
    fungsi: tuple[str, ...] = ()
    isu_strategis: tuple[str, ...] = ()
    organisasi: Unit | None = None
    data_dukung: dict[str, DataDukung] = Field(default_factory=dict)


# What a cause explains: that the target was reached or not, or how the year stands beside something else.
Dijelaskan = Literal["target", "tahun_lalu", "akhir_renstra", "akhir_rpd", "nasional", "provinsi", "kabupaten", "kota"]
DIJELASKAN: tuple[str, ...] = get_args(Dijelaskan)
TARGET = DIJELASKAN[0]


class Sebab(Ketat):
    """Hold a cause, and the comparison whose outcome it explains; a plain sentence explains that of the target."""

    isi: str
    menjelaskan: Dijelaskan = "target"


Alasan = Annotated[Sebab, BeforeValidator(lambda v: {"isi": v} if isinstance(v, str) else v)]


class AnalisisIndikator(Ketat):
    """Hold what the analyst writes of one indicator: why it came so far, and what is done about it."""

    sebab: tuple[Alasan, ...] = ()
    hambatan: tuple[str, ...] = ()
    upaya: tuple[str, ...] = ()
    tindak_lanjut: tuple[str, ...] = ()

    def sebab_dari(self, *apa: str) -> list[str]:
        """Return the causes of the outcome of one comparison, or of several."""
        return [s.isi for s in self.sebab if s.menjelaskan in apa]

    @property
    def bersebab(self) -> bool:
        """Tell whether a cause or an obstacle of the target is written: what hindered is why."""
        return bool(self.sebab_dari(TARGET) or self.hambatan)

    @property
    def berupaya(self) -> bool:
        """Tell whether a remedy or its follow-up is written."""
        return bool(self.upaya or self.tindak_lanjut)


class Kutipan(Ketat):
    """Hold what the agency's document prints, letter for letter, where it stands, and of which indicator it speaks."""

    tercetak: str
    tempat: str
    indikator: str = ""


class Analisis(Ketat):
    """Hold the analyst's own words, per indicator and for the conclusion, and the printed ones that they rest on."""

    indikator: dict[str, AnalisisIndikator] = Field(default_factory=dict)
    permasalahan: tuple[str, ...] = ()
    rekomendasi: tuple[str, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()


class Tanggapan(Ketat):
    """Answer one note of the checks: why it may stand, who says so, and when."""

    id: str
    reason: str = Field(min_length=10)
    by: str = Field(min_length=2)
    date: dt.date


class _DaftarTanggapan(Ketat):
    tanggapan: tuple[Tanggapan, ...] = ()


class Sumber(Ketat):
    """Name a source document, and what of it no table holds: its date, its tables' titles, what its pictures say."""

    judul: str
    jenis: Literal["", "rpd", "renstra", "rkt", "iku", "pk", "pk_perubahan", "dpa", "dppa", "lkip"] = ""
    nomor: str = ""
    tanggal: dt.date | None = None
    penerbit: str = ""
    tahun: int | None = None
    halaman: int | None = None
    diterima: str = ""
    sha256: str = ""
    keterangan: str = ""
    daftar_tabel: tuple[str, ...] = ()
    judul_tabel: tuple[str, ...] = ()
    keterangan_gambar: tuple[str, ...] = ()


class Rujukan(Ketat):
    """Hold a figure of a dated public source that a person looked up: whose it is, and of which year."""

    lembaga: str = Field(min_length=2)
    judul: str = Field(min_length=2)
    tanggal: dt.date
    indikator: str
    tahun: int
    lingkup: str = "instansi"
    nilai: str

    @property
    def tempat(self) -> str:
        """Name the source in a sentence."""
        return f"{self.lembaga}, {self.judul} ({numerals.tanggal(self.tanggal)})"


class _DaftarSumber(Ketat):
    dokumen: tuple[Sumber, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()


def _baca(model: type[M], folder: Path, nama: str) -> M:
    path = folder / nama
    return strict_yaml.cocokkan(model, strict_yaml.muat(path, nama), path, nama) if path.exists() else model()


def instansi(folder: Path) -> Instansi:
    """Read `instansi.yml` as it is written.

    Raises MasukanSalah also for a table of the agency's own whose name can be no file's: it would be written elsewhere.
    """
    hasil = _baca(Instansi, folder, "instansi.yml")
    masalah = [
        Masalah(
            f'Nama "{nama}" di data_dukung tidak dapat menjadi nama berkas.',
            f"Pakai huruf kecil, angka, garis bawah, dan tanda hubung, paling panjang {TERPANJANG}, "
            f"misalnya {usul_berkas(nama)}.",
            "instansi.yml",
            strict_yaml.baris_kunci(folder / "instansi.yml", ("data_dukung", nama)),
        )
        for nama in hasil.data_dukung
        if not boleh_berkas(nama)
    ]
    tolak(masalah)
    return hasil


def analisis(folder: Path, nama: str = "analisis.yml") -> Analisis:
    """Read `analisis.yml`, or that of a quarter (`analisis-tw2.yml`)."""
    return _baca(Analisis, folder, nama)


def tanggapan(folder: Path, nama: str = "tanggapan.yml") -> tuple[Tanggapan, ...]:
    """Read the analyst's answers to notes of the checks: `tanggapan.yml`, or a quarter's (`tanggapan-tw2.yml`)."""
    return _baca(_DaftarTanggapan, folder, nama).tanggapan


def sumber(folder: Path) -> tuple[Sumber, ...]:
    """Read `sumber.yml`: the documents that the tables were taken from."""
    return _baca(_DaftarSumber, folder, "sumber.yml").dokumen


def rujukan(folder: Path) -> tuple[Rujukan, ...]:
    """Read the public figures that a person looked up, from `sumber.yml`."""
    return _baca(_DaftarSumber, folder, "sumber.yml").rujukan


def tabel_dukung(profil: Instansi) -> dict[str, Table]:
    """Turn the agency's declared extra tables into table declarations."""
    return {
        f"data_dukung/{nama}": Table(
            f"data_dukung/{nama}",
            d.judul,
            d.judul,
            ("kode",),
            (
                Column("kode", "kode", "Kode baris", wajib=True),
                *(Column(k, "angka" if v.satuan else "teks", v.judul, satuan=v.satuan) for k, v in d.kolom.items()),
                Column("sumber", "teks", "Tempat angka itu berdiri"),
            ),
        )
        for nama, d in profil.data_dukung.items()
    }

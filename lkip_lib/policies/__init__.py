"""Scales and rules as data: the national ones built in, an agency's own read beside its params."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, terdekat

_BAWAAN = Path(__file__).parent / "skala.yml"


class Kelas(BaseModel):
    """Name one class of a scale with its printed bounds, in the unit of the scale."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    nama: str
    arti: str = ""
    bawah: float | None
    atas: float | None


class Skala(BaseModel):
    """Hold a scale of classes, highest first, with how its bounds are read and where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    judul: str
    sumber: str
    untuk: Literal["capaian", "nilai"]
    tepi: Literal["kiri_terbuka", "bercelah"] = Field(
        description="kiri_terbuka: (60, 70]; bercelah: 91–100 lalu 76–90, celahnya dibaca menurut params"
    )
    kelas: tuple[Kelas, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _berurutan(self) -> Self:
        for tinggi, rendah in zip(self.kelas, self.kelas[1:], strict=False):
            if tinggi.bawah is None or rendah.atas is None:
                raise ValueError(f'batas antara "{tinggi.nama}" dan "{rendah.nama}" belum diisi')
            if rendah.atas > tinggi.bawah:
                raise ValueError(f'kelas "{tinggi.nama}" dan "{rendah.nama}" tumpang tindih atau terbalik urutannya')
            if self.tepi == "kiri_terbuka" and rendah.atas != tinggi.bawah:
                raise ValueError(f'ada celah antara "{tinggi.nama}" dan "{rendah.nama}"')
        return self

    @property
    def batas(self) -> dict[str, list[Any]]:
        """Return the bounds and names of the classes, highest first, as the formulas take them."""
        return {
            "bawah": [k.bawah for k in self.kelas],
            "atas": [k.atas for k in self.kelas],
            "nama": [k.nama for k in self.kelas],
        }

    def pembacaan(self, celah: str) -> str:
        """Name how the scale is read; only where it has gaps does `celah`, the choice in params, decide."""
        return celah if self.tepi == "bercelah" else self.tepi


def daftar_skala(tambahan: Path | None = None) -> dict[str, Skala]:
    """Read the built-in scales and, when the file is there, an agency's own.

    >>> [k.nama for k in daftar_skala()["permenpanrb-88-2021"].kelas]
    ['AA', 'A', 'BB', 'B', 'CC', 'C', 'D']
    """
    hasil: dict[str, Skala] = {}
    for path in (_BAWAAN, tambahan):
        if path and path.exists():
            for nama, isi in strict_yaml.muat(path, path.name).items():
                hasil[nama] = strict_yaml.cocokkan(Skala, isi, path, path.name, awal=(nama,))
    return hasil


def skala(nama: str, tambahan: Path | None = None) -> Skala:
    """Return one scale by name. Raises MasukanSalah with the nearest known name."""
    semua = daftar_skala(tambahan)
    if nama not in semua:
        raise MasukanSalah(Masalah(f'Skala "{nama}" tidak dikenal.', terdekat(nama, semua), "params"))
    return semua[nama]

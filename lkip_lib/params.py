"""What a run is told: the choices of one report, refused before anything starts when wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from lkip_lib import strict_yaml
from lkip_lib.places import PEMDA, Tempat


class _Ketat(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PilihanRealisasi(_Ketat):
    """Choose one of several statements of the same realisasi, with the reason."""

    indikator: str
    tahun: int
    lingkup: str = "instansi"
    realisasi: str = Field(description="Teks sel yang dipilih, persis seperti tercetak")
    alasan: str = Field(min_length=10)


class Params(_Ketat):
    """Hold the choices of one report. Every field has a default, so that a new agency can begin with none."""

    tanggal_laporan: dt.date | None = Field(None, description="Tanggal pada laporan; waktu komputer tidak dipakai")
    dokumen_target: Literal["pk", "renstra", "lkip", "rkt"] = Field(
        "pk", description="Dokumen yang targetnya dipakai mengukur; pk berarti versi yang berlaku"
    )
    dokumen_anggaran: Literal["lkip", "dppa", "dpa", "pk", "rkt"] | None = Field(
        None, description="Dokumen pagu dan realisasi; bila kosong, dokumen yang memuat realisasi"
    )
    rumus_turun: Literal["selisih", "rasio"] = Field("selisih", description="Rumus capaian indikator turun")
    batas_bawah: float | None = Field(0, description="Batas bawah capaian (persen); kosong berarti tanpa batas")
    batas_atas: float | None = Field(100, description="Batas atas capaian (persen); kosong berarti tanpa batas")
    rata_rata: Literal["indikator", "sasaran"] = Field("indikator", description="Cara merata-ratakan capaian")
    skala_capaian: str = Field("permendagri-86-2017", description="Skala predikat capaian")
    pembacaan_celah: Literal["ambang_bawah", "ambang_atas", "bulatkan"] = Field(
        "ambang_bawah", description="Cara membaca celah antara batas bulat suatu skala"
    )
    skala_nilai: dict[str, str] = Field(
        default_factory=dict, description="Skala untuk nilai realisasi suatu indikator, misalnya AKIP"
    )
    efisiensi: Literal["banding", "selisih", "rasio", "pmk"] = Field("banding", description="Aturan efisiensi")
    ambang_tercapai: float = Field(100, description="Capaian (persen) yang disebut tercapai")
    pilihan_realisasi: tuple[PilihanRealisasi, ...] = Field((), description="Pilihan bila realisasi berselisih")


def bersama(akar: Path) -> Params:
    """Read the policy that a government declares for all its agencies: `params/_pemda.yml`, else the defaults.

    Raises MasukanSalah as `baca` does.
    """
    path = akar / PEMDA
    return strict_yaml.cocokkan(Params, strict_yaml.muat(path, PEMDA), path, PEMDA) if path.exists() else Params()


def baca(tempat: Tempat) -> Params:
    """Read the parameters of a run: `params/_pemda.yml`, overlaid by the agency's file of that year.

    Both may be missing; then the defaults hold. Raises MasukanSalah naming file, line and nearest valid key.
    """
    isi: dict[str, object] = {}
    hasil = Params()
    for path in (tempat.params_pemda, tempat.params):
        if path.exists():
            nama = path.relative_to(tempat.akar).as_posix()
            isi |= strict_yaml.muat(path, nama)
            hasil = strict_yaml.cocokkan(Params, isi, path, nama)
    return hasil

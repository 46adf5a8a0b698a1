"""What a run is told: the choices of one report, refused before anything starts when wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import PEMDA, Tempat
from lkip_lib.strict_yaml import Ketat

SETAHUN = "tahunan"  # the period of a choice that is not of one quarter alone
# The name of a policy; one that is a number, such as `batas: 120`, needs no quotes.
Nama = Annotated[str, BeforeValidator(lambda v: str(v) if type(v) is int else v)]
# Keys of earlier times, and what to write instead.
_LAMA = dict.fromkeys(
    ("batas_bawah", "batas_atas"),
    "Pakai kunci batas: tanpa, 100, 110, 120, 150, 200, atau nama dari kebijakan.yml instansi.",
)
# The keys that choose a policy by its name, the built-in ones or an agency's own.
BERNAMA = ("rumus_naik", "rumus_turun", "rentang", "batas", "pembulatan", "skala_capaian", "efisiensi")


class PilihanRealisasi(Ketat):
    """Choose one of several statements of the same realisasi, with the reason."""

    indikator: str
    tahun: int
    lingkup: str = "instansi"
    realisasi: str = Field(description="Teks sel yang dipilih, persis seperti tercetak")
    alasan: str = Field(min_length=10)


class BacaanDipastikan(Ketat):
    """Confirm the reading in use of an indicator that could be read otherwise, with the reason."""

    indikator: str
    alasan: str = Field(min_length=10)


class Naskah(Ketat):
    """Choose the paper and the letters of the document: what the office asks for."""

    kertas: Literal["A4", "F4"] = Field("A4", description="Ukuran kertas PDF dan Word; F4 berukuran 215 x 330 mm")
    huruf: str = Field("Arial", min_length=2, description="Huruf dokumen Word; PDF memakai huruf yang dibawanya")
    ukuran: float = Field(10.5, ge=9, le=13, description="Ukuran huruf badan naskah (titik)")
    spasi: float = Field(1.15, ge=1, le=2, description="Jarak baris, seperti di Word")

    @property
    def lembar_mm(self) -> tuple[int, int]:
        """Return width and height of the paper in millimetres."""
        return {"A4": (210, 297), "F4": (215, 330)}[self.kertas]


class Params(Ketat):
    """Hold the choices of one report. Every field has a default, so that a new agency can begin with none."""

    tanggal_laporan: dt.date | None = Field(
        None,
        description="Tanggal pada laporan; perlu untuk edisi terbit. Bila kosong, berkas bertanggal 1 Januari "
        "sesudah tahunnya",
    )
    batas_laporan: str = Field(
        "",
        pattern=r"^(|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$",
        description="Bulan dan tanggal terakhir penyampaian laporan, misalnya 03-31; biasanya di params/_pemda.yml. "
        "Bila kosong, ketepatan waktunya tidak dinilai",
    )
    penyusun: Literal["instansi", "penelaah"] = Field(
        "instansi",
        description="Siapa yang menyusun; penelaah menghitung ulang dokumen instansi lain, tanpa tanda tangan",
    )
    naskah: Naskah = Field(Naskah(), description="Kertas, huruf, ukuran, dan spasi dokumen")
    dokumen_target: Literal["pk", "renstra", "rpd", "lkip", "rkt"] = Field(
        "pk", description="Dokumen yang targetnya dipakai mengukur; pk berarti versi yang berlaku"
    )
    dokumen_anggaran: Literal["lkip", "dppa", "dpa", "pk", "rkt"] | None = Field(
        None, description="Dokumen pagu dan realisasi; bila kosong, dokumen yang memuat realisasi"
    )
    rumus_naik: Nama = Field("persentase", description="Rumus capaian indikator naik")
    rumus_turun: Nama = Field("selisih", description="Rumus capaian indikator turun")
    rentang: Nama = Field("dua_sisi", description="Aturan di luar rentang target; kartu berarah dalam selalu dua sisi")
    batas: Nama = Field("100", description="Batas capaian (persen)")
    pembulatan: Nama = Field("tanpa", description="Pembulatan capaian sebelum dirata-rata dan dikelaskan")
    rata_rata: Literal["indikator", "sasaran"] = Field("indikator", description="Cara merata-ratakan capaian")
    skala_capaian: Nama = Field("permendagri-86-2017", description="Skala predikat capaian")
    pembacaan_celah: Literal["ambang_bawah", "ambang_atas", "bulatkan"] = Field(
        "ambang_bawah", description="Cara membaca celah antara batas bulat suatu skala"
    )
    skala_nilai: dict[str, Nama] = Field(
        default_factory=dict, description="Skala untuk nilai realisasi suatu indikator, misalnya AKIP"
    )
    efisiensi: Nama = Field("banding", description="Aturan efisiensi")
    ambang_tercapai: float = Field(100, gt=0, le=1000, description="Capaian (persen) yang disebut tercapai")
    memakai_perubahan: Literal["ya", "tidak"] | None = Field(
        None, description="Laporan triwulan: apakah PK Perubahan dan DPPA dipakai; bila kosong, hanya pada Triwulan IV"
    )
    pilihan_realisasi: tuple[PilihanRealisasi, ...] = Field((), description="Pilihan bila realisasi berselisih")
    bacaan_dipastikan: tuple[BacaanDipastikan, ...] = Field(
        (),
        description="Indikator yang bacaannya sudah dipastikan: dasar perubahan yang diperjanjikan, atau arti namanya; "
        "hasilnya tidak lagi disebut dengan jangkauan",
    )

    def tanggal_berkas(self, tahun: int) -> dt.date:
        """Return the date of the files of a year's report: the report's own, else 1 January after the year."""
        return self.tanggal_laporan or dt.date(tahun + 1, 1, 1)


def _muat(path: Path, nama: str) -> dict[str, object]:
    isi: dict[str, object] = strict_yaml.muat(path, nama)
    masalah = [
        Masalah(f'Kunci "{k}" tidak dipakai lagi.', saran, nama, strict_yaml.baris_kunci(path, (k,)))
        for k, saran in _LAMA.items()
        if k in isi
    ]
    if masalah:
        raise MasukanSalah(masalah)
    return isi


def bersama(akar: Path) -> Params:
    """Read the policy that a government declares for all its agencies: `params/_pemda.yml`, else the defaults.

    Raises MasukanSalah as `baca` does.
    """
    path = akar / PEMDA
    return strict_yaml.cocokkan(Params, _muat(path, PEMDA), path, PEMDA) if path.exists() else Params()


def baca(tempat: Tempat, jawaban: Mapping[str, Mapping[str, Any]] = MappingProxyType({})) -> Params:
    """Read the parameters of a run: `params/_pemda.yml`, overlaid by the agency's file of that year.

    A quarter has its own file over these (`2025-tw2.yml`). All may be missing; then the defaults hold. `jawaban` are
    choices that the analyst made elsewhere, by period. Raises MasukanSalah naming file, line and nearest valid key.
    """
    hasil = _tambah(_baca(Params(), tempat, (tempat.params_pemda, tempat.params)), jawaban.get(SETAHUN, {}))
    if tempat.params_triwulan is None:
        return hasil
    sendiri = jawaban.get(f"tw{tempat.triwulan}", {})
    return _tambah(_baca(_triwulan(hasil, tempat), tempat, (tempat.params_triwulan,)), sendiri)


def tertulis(tempat: Tempat, kunci: str, *, pemda: bool = True) -> bool:
    """Tell whether one of the files of a run chooses by this key: what is left out has its default."""
    semua = (tempat.params_pemda if pemda else None, tempat.params, tempat.params_triwulan)
    return any(kunci in _muat(p, p.name) for p in semua if p and p.exists())


def _tambah(params: Params, pilihan: Mapping[str, Any]) -> Params:
    """Add choices: one of an indicator stands beside the others, any other in the place of what params had."""
    if not pilihan:
        return params
    isi = params.model_dump(exclude_unset=True)
    for kunci, nilai in pilihan.items():
        match nilai:
            case list():
                isi[kunci] = [*isi.get(kunci, ()), *nilai]
            case dict():
                isi[kunci] = {**isi.get(kunci, {}), **nilai}
            case _:
                isi[kunci] = nilai
    return Params.model_validate(isi)


def _baca(dasar: Params, tempat: Tempat, berkas: tuple[Path, ...]) -> Params:
    isi: dict[str, object] = dasar.model_dump(exclude_unset=True)
    hasil = dasar
    for path in berkas:
        if path.exists():
            nama = path.relative_to(tempat.akar).as_posix()
            isi |= _muat(path, nama)
            hasil = strict_yaml.cocokkan(Params, isi, path, nama)
    return hasil


def _triwulan(params: Params, tempat: Tempat) -> Params:
    """Keep of the year's choices what holds in a quarter: there is no LKIP yet, and nothing stated at its end."""
    return params.model_copy(
        update={
            "tanggal_laporan": None,
            "dokumen_target": "pk" if params.dokumen_target == "lkip" else params.dokumen_target,
            "dokumen_anggaran": None if params.dokumen_anggaran == "lkip" else params.dokumen_anggaran,
            "memakai_perubahan": params.memakai_perubahan or ("ya" if tempat.triwulan == 4 else "tidak"),
            "pilihan_realisasi": tuple(p for p in params.pilihan_realisasi if p.tahun < tempat.tahun),
        }
    )

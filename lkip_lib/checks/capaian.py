"""Family capaian: printed capaian, averages and classes against what the printed figures give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.checks.replikasi import BEDA
from lkip_lib.ledger import catatan


def _beda(konteks: Konteks, besaran: str) -> list[dict[str, Any]]:
    r = konteks.frames["replikasi"]
    return catatan(r[(r["verdik"] == BEDA) & (r["besaran"] == besaran)])


@periksa(
    "CAP-01",
    keluarga="capaian",
    tingkat="kesalahan",
    judul="Capaian tercetak berbeda dari hitung ulang",
    dasar="Rumus capaian menurut arah dan jenis indikator, dalam ketelitian angka yang tercetak",
    saran="Ganti angka tercetak dengan hasil hitung ulang, atau perbaiki target dan realisasinya.",
)
def capaian_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed capaian of indicators, sasaran and outputs with the recomputed one."""
    for r in _beda(konteks, "capaian_persen"):
        hasil = numerals.persen(r["dihitung"])
        # An output's own target and realisasi may be the wrong ones; only a measured indicator proves its capaian.
        pasti = r["jenis_subjek"] != "keluaran"
        yield Catatan(
            str(r["id"]),
            f"Tercetak {r['tercetak']}, target dan realisasi memberi {hasil}.",
            seharusnya=hasil if pasti else "",
            kandidat="" if pasti else hasil,
        )


@periksa(
    "CAP-02",
    keluarga="capaian",
    tingkat="kesalahan",
    judul="Rata-rata capaian tercetak berbeda dari hitung ulang",
    dasar="Rata-rata capaian indikator sesudah dibatasi",
    saran="Hitung ulang rata-ratanya dari capaian setiap indikator.",
)
def rata_rata_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed mean with the recomputed one."""
    for r in _beda(konteks, "rata_rata_capaian_persen"):
        hasil = numerals.persen(r["dihitung"])
        yield Catatan(
            str(r["id"]), f"Tercetak {r['tercetak']}, rata-rata capaian indikatornya {hasil}.", seharusnya=hasil
        )


@periksa(
    "CAP-03",
    keluarga="capaian",
    tingkat="kesalahan",
    judul="Kolom realisasi memuat angka yang bukan realisasi",
    dasar="Realisasi yang dinyatakan tabel pengukuran",
    saran="Cetak realisasinya; capaian punya kolom sendiri.",
)
def realisasi_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each realisasi that a comparison table repeats with the measured one."""
    for r in _beda(konteks, "realisasi"):
        hasil = numerals.write(r["dihitung"], 2)
        yield Catatan(str(r["id"]), f"Tercetak {r['tercetak']}, realisasinya {hasil}.", seharusnya=hasil)


@periksa(
    "PRE-01",
    keluarga="predikat",
    tingkat="kesalahan",
    judul="Kelas tercetak berbeda dari kelas hasil hitung ulang",
    dasar="Skala predikat yang dipakai laporan",
    saran="Sesuaikan kelasnya dengan capaian yang dihitung ulang.",
)
def predikat_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed class with the class of the recomputed value."""
    for r in _beda(konteks, "predikat"):
        yield Catatan(
            str(r["id"]),
            f'Tercetak "{r["tercetak"]}", capaian yang dihitung ulang masuk kelas "{r["dihitung_label"]}".',
            seharusnya=str(r["dihitung_label"]),
        )

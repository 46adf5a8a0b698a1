"""Family narasi: what the text leaves out: comparisons without an end, years without a figure, causes, remedies."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.checks.keluarga.arah import tercapai_bila_dibalik
from lkip_lib.checks.klaim.acuan import buka_buku
from lkip_lib.checks.klaim.klaim import Klaim, klaim, sekalimat
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.inputs.documents import AnalisisIndikator
from lkip_lib.places import TRIWULAN

_PERBANDINGAN = ("selisih", "perubahan_", "terhadap_")


def _tahun_banding(k: Klaim) -> int | None:
    return k.tahun if k.besaran == "tahun_pembanding" else k.banding if k.jenis in ("angka", "arah") else None


def _menjawab(k: Klaim, tahun: int) -> bool:
    """Tell whether a claim says something of the year compared with."""
    if k.jenis == "arah" or (k.jenis in ("angka", "jumlah") and k.besaran.startswith(_PERBANDINGAN)):
        return k.banding in (tahun, None)
    return k.jenis in ("angka", "jumlah", "predikat") and k.tahun == tahun


@periksa(
    "NAR-09",
    tingkat="peringatan",
    judul="Perbandingan tidak selesai",
    dasar="Kalimat yang menyebut tahun pembanding menyebut pula angkanya atau arahnya",
    saran="Lengkapi kalimatnya dengan angka tahun pembanding, atau hapus perbandingannya.",
)
def perbandingan_tidak_selesai(konteks: Konteks) -> Iterator[Catatan]:
    """Find sentences that name a year to compare with, and then say nothing of it."""
    for kalimat in sekalimat(klaim(konteks)).values():
        sudah: set[int] = set()
        for k in kalimat:
            tahun = _tahun_banding(k)
            if tahun is None or tahun in sudah or any(_menjawab(a, tahun) for a in kalimat):
                continue
            sudah.add(tahun)
            yield Catatan(k.id, f'Kalimat membandingkan dengan {tahun} tanpa angka dan tanpa arah: "{k.kutipan}".')


@periksa(
    "NAR-10",
    tingkat="peringatan",
    judul="Kalimat membandingkan dengan tahun laporan sendiri",
    dasar="Pembanding realisasi tahun laporan adalah tahun lain",
    saran="Ganti dengan tahun yang dibandingkan.",
)
def pembanding_sendiri(konteks: Konteks) -> Iterator[Catatan]:
    """Find direction words whose year of comparison is the report's own; one note a sentence."""
    for kalimat in sekalimat(klaim(konteks)).values():
        for k in kalimat:
            if k.jenis == "arah" and k.tahun in (None, konteks.tahun) and k.banding == konteks.tahun:
                yield Catatan(
                    k.id,
                    f"Kalimat membandingkan dengan {k.banding}, tahun laporan ini sendiri; tahun sebelumnya "
                    f"{konteks.tahun - 1}.",
                )
                break


@periksa(
    "NAR-11",
    tingkat="informasi",
    judul="Angka tahun pembanding tidak dinyatakan di mana pun",
    dasar="Kata arah dapat diperiksa bila angka kedua tahunnya tercetak",
    saran="Cantumkan angka tahun pembanding.",
)
def pembanding_tanpa_angka(konteks: Konteks) -> Iterator[Catatan]:
    """List comparisons of an indicator with a year of which no figure is stated."""
    buku = buka_buku(konteks)
    for k in klaim(konteks):
        if k.jenis != "arah" or k.banding is None or k.subjek not in buku.indikator or k.besaran != "realisasi":
            continue
        if not any((kode, tahun) == (k.subjek, k.banding) for kode, _, tahun in buku.riwayat):
            yield Catatan(k.id, f"Kalimat membandingkan {k.subjek} dengan {k.banding}, tetapi angkanya tidak ada.")


@periksa(
    "NAR-12",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="peringatan",
    judul="Sebab atau upaya perbaikan belum ditulis untuk indikator yang belum tercapai",
    dasar="Indikator yang tidak mencapai target dijelaskan sebabnya dan upaya perbaikannya",
    saran="Tulis sebab atau hambatan, serta upaya atau tindak lanjut, di analisis.yml atau lembar analisis.",
)
def sebab_dan_upaya(konteks: Konteks) -> Iterator[Catatan]:
    """Require a cause and a remedy of every indicator that missed its target; a quarter's words are its own."""
    masa = f" untuk {TRIWULAN[konteks.triwulan]} (analisis-tw{konteks.triwulan}.yml)" if konteks.triwulan else ""
    for b in konteks.baris("indikator"):
        if b["tercapai"] != "tidak" or tercapai_bila_dibalik(konteks, b):
            continue
        tulisan = konteks.analisis.indikator.get(b["kode"], AnalisisIndikator())
        kurang = [] if tulisan.bersebab else ["sebab"]
        kurang += [] if tulisan.berupaya else ["upaya perbaikan"]
        if kurang:
            kode, capaian = b["kode"], b["capaian_mentah_persen"]
            terukur = capaian == capaian  # against a target of zero there is none
            hasil = f"Capaian {kode} {numerals.persen(capaian)}" if terukur else f"Target {kode} tidak tercapai"
            tempat = {"berkas": "analisis.csv", "baris": None, "kolom": "", "tercetak": "", "subjek": kode}
            yield Catatan(
                f"analisis.{kode}",
                f"{hasil}; {' dan '.join(kurang)} belum ditulis{masa}.",
                sel=tempat,
            )


@periksa(
    "NAR-28",
    tingkat="peringatan",
    judul="Bukti yang disebut tidak ada berkasnya",
    dasar="Foto dan dokumen yang disebut dalam bukti ada di folder bukti/",
    saran="Simpan berkasnya di folder bukti/ dengan nama itu, atau hapus sebutannya dari bukti.",
    sifat=(Sifat.MANDIRI,),
)
def bukti_tidak_ada(konteks: Konteks) -> Iterator[Catatan]:
    """Find evidence that is named with what it shows, but whose file is not there."""
    for b in konteks.bukti_hilang:
        sel = {"berkas": "instansi.yml", "baris": None, "kolom": "bukti", "tercetak": b.berkas, "subjek": b.keterangan,
               "tempat": f"instansi.yml, bukti: {b.keterangan}"}  # fmt: skip
        yield Catatan("", f"Berkas bukti/{b.berkas} tidak ada, padahal disebut sebagai bukti.", sel=sel)

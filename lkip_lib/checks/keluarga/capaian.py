"""Family capaian: printed capaian, means and realisasi against what the stated figures give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import (
    bobot_rata,
    dasar_capaian,
    realisasi_terbukti,
    satu_jawaban,
    semua_terbukti,
    sepakat,
    terbukti,
    usul_persen,
)
from lkip_lib.checks.cetak import sel as cetak
from lkip_lib.checks.cetak.replikasi import BEDA, COCOK, rata_mentah
from lkip_lib.checks.cetak.rumus_keliru import kenali
from lkip_lib.checks.cetak.terbatas import di_luar_batas, dibatasi
from lkip_lib.checks.keluarga.angka import capaian_di_kolom_realisasi
from lkip_lib.checks.keluarga.arah import arah_terbalik
from lkip_lib.checks.keluarga.keluaran import capaian_keluaran
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara
from lkip_lib.rumus.capaian import rata_rata_mentah as rata_rata

Baris = dict[str, Any]
_DESIMAL = 2  # what a proposed figure is written with


def _sel(konteks: Konteks, verdik: str, besaran: str) -> Iterator[tuple[Baris, Baris]]:
    """Yield the cells of one quantity and verdict: the row of the replication, and the printed cell."""
    semua = {b["nilai_id"]: b for b in cetak.hitungan(konteks)}
    for b in konteks.baris("replikasi"):
        if b["verdik"] == verdik and b["besaran"] == besaran:
            yield b, semua[b["id"]]


@periksa(
    "CAP-01",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.RATA_RATA, Sifat.SEKOLOM),
    tingkat="kesalahan",
    judul="Capaian tercetak berbeda dari hitung ulang",
    dasar="Rumus capaian menurut arah dan jenis indikator, dalam ketelitian angka yang tercetak",
    saran="Periksa dahulu arah, jenis, target dan realisasinya, juga rumus di params; bila semuanya benar, "
    "angka tercetaknya yang diganti.",
)
def capaian_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed capaian of indicators, sasaran and outputs with the recomputed one."""
    dari_serapan = cetak.capaian_dari_serapan(konteks, cetak.hitungan(konteks))
    for r, b in _sel(konteks, BEDA, "capaian_persen"):
        if r["id"] in dari_serapan:
            continue  # told by the family efisiensi
        match r["jenis_subjek"]:
            case "indikator":
                yield _indikator(konteks, r, b)
            case "sasaran" | "instansi":
                yield _rata_rata(konteks, r, b)
            case _:
                yield capaian_keluaran(konteks, r, b)


def _indikator(konteks: Konteks, r: Baris, b: Baris) -> Catatan:
    hasil = numerals.persen(r["dihitung"])
    keliru = kenali(konteks, b)
    kalimat = [f"Tercetak {r['tercetak']}, target dan realisasi memberi {hasil}"]
    if keliru:
        kalimat.append(f"yang tercetak sama dengan {keliru.kalimat}")
    elif luar := di_luar_batas(konteks, b["nilai"], r["subjek"], b["dokumen"]):
        kalimat.append(f"yang tercetak {luar}")
    lain_tahun = not konteks.setahun(b)
    batas, terbatas = dibatasi(konteks, [r["dihitung"], b["nilai"]], r["subjek"], b["dokumen"])
    dikenali = bool(keliru and keliru.pasti) and bool(sepakat(konteks, r["subjek"], b["dokumen"]))
    dikenali = dikenali and r["subjek"] not in arah_terbalik(konteks)
    pasti = not lain_tahun and (dikenali or terbukti(konteks, r["subjek"], b["dokumen"]))
    pasti = pasti and satu_jawaban([r["dihitung"], batas], _DESIMAL)
    if numerals.persen(batas) != hasil:
        kalimat.append(f"sesudah dibatasi {numerals.persen(batas)}")
    bukti = () if lain_tahun else dasar_capaian(konteks, r["subjek"], b["dokumen"])
    bobot = 0.0 if lain_tahun else bobot_rata(konteks, terbatas - batas)
    usul = usul_persen(konteks, r["dihitung"]) if pasti else ""
    return Catatan(
        str(r["id"]),
        f"{'; '.join(kalimat)}.",
        seharusnya=usul,
        kandidat="" if usul else hasil,
        bobot=bobot,
        dampak=f"{numerals.write(bobot, 2)} poin pada rata-rata" if bobot else "",
        bukti=bukti or dasar_capaian(konteks, r["subjek"]),
    )


@periksa(
    "CAP-02",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.RATA_RATA),
    tingkat="kesalahan",
    judul="Rata-rata capaian tercetak berbeda dari hitung ulang",
    dasar="Rata-rata capaian indikator sesudah dibatasi",
    saran="Hitung ulang rata-ratanya dari capaian setiap indikator; periksa pula batas, bobot dan cara "
    "merata-ratakan di params.",
)
def rata_rata_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed mean with the recomputed one and with the printed members of its table."""
    for r, b in _sel(konteks, BEDA, "rata_rata_capaian_persen"):
        yield _rata_rata(konteks, r, b)


def anggota_tercetak(konteks: Konteks, b: Baris) -> Iterator[tuple[str, list[Baris]]]:
    """Yield the natural sets of printed members: what they are called, and their cells in the table of the mean."""
    capaian = (s for s in cetak.hitungan(konteks) if s["besaran"] == "capaian_persen" and not pd.isna(s["nilai"]))
    setabel = [s for s in capaian if s["tabel"] == b["tabel"]]
    kartu = konteks.frames["indikator"]
    milik = set(kartu["kode"] if b["jenis_subjek"] == "instansi" else kartu[kartu["sasaran"] == b["subjek"]]["kode"])
    semua = b["jenis_subjek"] == "instansi"
    indikator = [s for s in setabel if s["jenis_subjek"] == "indikator" and (semua or s["subjek"] in milik)]
    if len(indikator) > 1:
        yield "indikator", indikator
    sasaran = [s for s in setabel if s["jenis_subjek"] == "sasaran"]
    if semua and len(sasaran) > 1:
        yield "sasaran", sasaran


def _rata_rata(konteks: Konteks, r: Baris, b: Baris) -> Catatan:
    hasil = numerals.persen(r["dihitung"])
    kalimat = [f"Tercetak {r['tercetak']}, rata-rata capaian indikatornya {hasil}"]
    bukti: list[str] = []
    for nama, anggota in anggota_tercetak(konteks, b):
        kalimat.append(_dari_anggota(konteks, b, nama, anggota))
        bukti += [a["nilai_id"] for a in anggota]
    if sama := cetak.sama_dengan(konteks, b, bukti):
        kalimat.append(f"{r['tercetak']} sama dengan {sama[0]}")
        bukti.append(sama[1])
    elif luar := di_luar_batas(konteks, b["nilai"]):
        kalimat.append(f"yang tercetak {luar}")
    sasaran = r["subjek"] if r["jenis_subjek"] == "sasaran" else ""
    pasti = semua_terbukti(konteks, sasaran) and satu_jawaban([r["dihitung"], *_rata_lain(konteks, sasaran)], _DESIMAL)
    if r["jenis_subjek"] == "sasaran":
        dasar = buat_id("sasaran", r["subjek"], "capaian_persen", tahun=konteks.tahun)
    else:
        dokumen = b["dokumen"] or konteks.dokumen_target
        dasar = buat_id("ringkasan", "0", "rata_rata_persen", dokumen=dokumen, tahun=konteks.tahun)
    bobot = abs(b["nilai"] - r["dihitung"])
    usul = usul_persen(konteks, r["dihitung"]) if pasti else ""
    return Catatan(
        str(r["id"]),
        f"{'; '.join(kalimat)}.",
        seharusnya=usul,
        kandidat="" if usul else hasil,
        bobot=bobot,
        dampak=f"{numerals.write(bobot, 2)} poin dari hasil hitung ulang",
        bukti=(*konteks.dikenal(dasar), *bukti),
    )


def rata_tertimbang(konteks: Konteks, anggota: list[Baris]) -> float:
    """Average printed members by the weights of their cards."""
    bobot = {i["kode"]: i["bobot"] for i in konteks.baris("indikator")}
    return float(rata_rata([a["nilai"] for a in anggota], [bobot.get(a["subjek"], 1.0) for a in anggota]))


def _dari_anggota(konteks: Konteks, b: Baris, nama: str, anggota: list[Baris]) -> str:
    """Say how a printed mean goes with the members printed in its table: by their weights, without them, or not."""
    biasa, tertimbang = rata_rata([a["nilai"] for a in anggota], 1), rata_tertimbang(konteks, anggota)
    beda = {r["id"] for r in konteks.baris("replikasi") if r["verdik"] == BEDA}
    keliru = ", yang sendirinya keliru" if any(a["nilai_id"] in beda for a in anggota) else ""
    if setara(b["nilai"], b["desimal"], tertimbang):
        return f"yang tercetak mengikuti {len(anggota)} {nama} yang tercetak{keliru}"
    if setara(b["nilai"], b["desimal"], biasa):
        return f"yang tercetak rata-rata tanpa bobot dari {len(anggota)} {nama} yang tercetak{keliru}"
    return f"rata-rata {len(anggota)} {nama} yang tercetak di tabel itu {numerals.persen(tertimbang)}"


def _rata_lain(konteks: Konteks, sasaran: str) -> Iterator[float]:
    """Average the indicators as a report also may: before the bounds, or as they were printed."""
    yield rata_mentah(konteks, sasaran)
    milik = konteks.frames["indikator"]
    milik = milik[milik["sasaran"] == sasaran] if sasaran else milik
    cetak = {
        b["subjek"]: b["nilai"]
        for r, b in _sel(konteks, COCOK, "capaian_persen")
        if r["jenis_subjek"] == "indikator" and konteks.setahun(b)
    }
    yield rata_rata(milik["kode"].map(cetak).fillna(milik["capaian_persen"]), milik["bobot"])


@periksa(
    "CAP-03",
    sifat=(Sifat.SAMA,),
    tingkat="kesalahan",
    judul="Realisasi yang diulang tabel lain berbeda dari yang diukur",
    dasar="Realisasi yang dinyatakan tabel pengukuran",
    saran="Samakan angkanya dengan tabel pengukuran, atau perbaiki tabel pengukuran.",
)
def realisasi_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each realisasi that a comparison table repeats with the measured one."""
    sudah = capaian_di_kolom_realisasi(konteks)
    for r, b in _sel(konteks, BEDA, "realisasi"):
        if r["id"] in sudah:
            continue  # told by the family angka
        hasil = numerals.write(r["dihitung"], max(_DESIMAL, numerals.desimal(round(r["dihitung"], 9))))
        kalimat = f"Tercetak {r['tercetak']}, realisasinya {hasil}"
        if sama := cetak.sama_dengan(konteks, b):
            kalimat += f"; {r['tercetak']} sama dengan {sama[0]}"
        pasti = realisasi_terbukti(konteks, r["subjek"])
        yield Catatan(
            str(r["id"]),
            f"{kalimat}.",
            seharusnya=hasil if pasti else "",
            kandidat="" if pasti else hasil,
            bukti=dasar_capaian(konteks, r["subjek"])[1:],
        )


@periksa(
    "CAP-04",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="informasi",
    judul="Capaian tercetak sebelum dibatasi",
    dasar="Batas capaian yang dipakai laporan",
    saran="Cetak capaian yang sudah dibatasi, atau sebutkan bahwa angkanya belum dibatasi.",
)
def capaian_di_luar_batas(konteks: Konteks) -> Iterator[Catatan]:
    """Find printed capaian that agree with the recomputed ones, but lie outside the bounds that the report keeps."""
    for besaran in ("capaian_persen", "rata_rata_capaian_persen"):
        for r, b in _sel(konteks, COCOK, besaran):
            if r["jenis_subjek"] != "keluaran" and (luar := di_luar_batas(konteks, b["nilai"])):
                yield Catatan(str(r["id"]), f"Tercetak {r['tercetak']}, {luar}; rata-rata memakai nilai yang dibatasi.")

"""Family predikat: printed classes against the values they stand beside, against each other, and the scale itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import semua_terbukti, terbukti
from lkip_lib.checks.cetak import sel as cetak
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.cetak.replikasi import BEDA, BENAR, COCOK, KIRA
from lkip_lib.checks.cetak.skala_lain import skala_lain
from lkip_lib.checks.keluarga.capaian import anggota_tercetak, rata_tertimbang
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import himpun
from lkip_lib.ledger import buat_id
from lkip_lib.numerals.units import family
from lkip_lib.policies import Skala
from lkip_lib.rumus.capaian import kelas as kelas_skala

Baris = dict[str, Any]
_TETAPAN = ("bobot", "target_bawah", "target_atas", "pengali")  # what a figure rests on that is no statement of it
_NILAI = ("capaian_persen", "rata_rata_capaian_persen")


def kelas(konteks: Konteks, nilai: float) -> str:
    """Class a capaian on the scale of the report; "" without a value."""
    return str(kelas_skala([nilai], konteks.skala, konteks.params.pembacaan_celah)[0])


def dalam_celah(skala: Skala, nilai: float) -> tuple[str, str] | None:
    """Return the two classes between which a value lies, in none of them."""
    letak, kelas = skala.letak_celah(nilai), skala.menurun
    return (kelas[letak + 1].nama, kelas[letak].nama) if letak >= 0 else None


def _sel(konteks: Konteks) -> Iterator[tuple[Baris, Baris, Baris | None]]:
    """Yield each printed class of this year: its row of the replication, its cell, and the value beside it."""
    semua = cetak.hitungan(konteks)
    ulang = {b["id"]: b for b in konteks.baris("replikasi")}
    for b in semua:
        if b["besaran"] == "predikat" and b["jenis_subjek"] in ("indikator", "sasaran", "instansi"):
            nilai = cetak.di_samping(semua, b, *_NILAI)
            yield ulang[b["nilai_id"]], b, None if nilai is None or pd.isna(nilai["nilai"]) else nilai


def _benar_menurut(konteks: Konteks, nilai: Baris, tercetak: str) -> bool:
    """Tell whether a printed class is that of the value beside it, which only its rounded inputs put elsewhere."""
    kira = any(b["id"] == nilai["nilai_id"] and b["verdik"] == KIRA for b in konteks.baris("replikasi"))
    return kira and kelas(konteks, nilai["nilai"]).casefold() == tercetak.casefold()


def _menurut_cetak(konteks: Konteks, nilai: Baris, milik: str = "") -> str:
    seharusnya = kelas(konteks, nilai["nilai"])
    teks = f"angka di sampingnya, {nilai['nilai_tercetak']}, masuk kelas {milik or seharusnya}"
    celah = dalam_celah(konteks.skala, nilai["nilai"]) if milik in ("", seharusnya) else None
    return teks + (f" (terletak di celah antara {celah[0]} dan {celah[1]})" if celah else "")


@periksa(
    "PRE-01",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.SAMA),
    tingkat="kesalahan",
    judul="Kelas tercetak berbeda dari kelas hasil hitung ulang",
    dasar="Skala predikat yang dipakai laporan",
    saran="Periksa dahulu capaian dan skala yang dipilih; bila keduanya benar, kelasnya yang diganti.",
)
def kelas_hitung_ulang(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed class with the class of the recomputed value.

    None is proposed where the targets of another document, or what the same table prints, bear the printed one out.
    """
    for r, b, nilai in _sel(konteks):
        if r["verdik"] != BEDA or (nilai and _benar_menurut(konteks, nilai, r["tercetak"])):
            continue
        kalimat = f'Tercetak "{r["tercetak"]}", capaian yang dihitung ulang masuk kelas {r["dihitung_label"]}'
        if _bernilai(konteks, r):
            kalimat = f'Tercetak "{r["tercetak"]}", nilai realisasinya masuk kelas {r["dihitung_label"]}'
        elif skala_lain(konteks).memakai(r["tercetak"], r):
            kalimat += f" menurut skala tercetak {skala_lain(konteks).tercetak[0]}"
        elif nilai and kelas(konteks, nilai["nilai"]) != r["dihitung_label"]:
            kalimat += f"; {_menurut_cetak(konteks, nilai)}"
        tempat = "ringkasan" if r["jenis_subjek"] == "instansi" else r["jenis_subjek"]
        dokumen = "" if tempat == "sasaran" else konteks.dokumen_target
        if tempat == "indikator":
            pasti = terbukti(konteks, r["subjek"])
        else:
            pasti = semua_terbukti(konteks, r["subjek"] if tempat == "sasaran" else "")
        if saksi := _saksi_kelas(konteks, tempat, b):
            kalimat += f"; yang tercetak cocok dengan {' dan '.join(saksi)}"
            pasti = False
        dasar = buat_id(tempat, r["subjek"], "predikat", dokumen=dokumen, tahun=konteks.tahun)
        yield Catatan(
            str(r["id"]),
            f"{kalimat}.",
            seharusnya=str(r["dihitung_label"]) if pasti else "",
            kandidat="" if pasti else str(r["dihitung_label"]),
            bukti=konteks.dikenal(dasar, nilai["nilai_id"] if nilai else ""),
        )


def _bernilai(konteks: Konteks, r: Baris) -> bool:
    """Tell whether a printed class was held against an indicator's own value, on the scale chosen for it."""
    nilai = konteks.kebijakan.skala_nilai.get(r["subjek"]) if r["jenis_subjek"] == "indikator" else None
    label = r["dihitung_label"]
    return bool(nilai and label) and label not in {k.nama for k in konteks.skala.kelas}


def _saksi_kelas(konteks: Konteks, tempat: str, b: Baris) -> list[str]:
    """Name what bears a printed class out: the capaian under another document, or the mean of the printed members."""
    tercetak = str(b["nilai_tercetak"]).casefold()
    per_dokumen = {
        d: buat_id(tempat, b["subjek"] or "0", "predikat", dokumen=d, tahun=konteks.tahun)
        for d in dict.fromkeys(konteks.frames["per_dokumen"]["dokumen"])
    }
    kelasnya = {d: str(konteks.ledger[i]["label"]).casefold() for d, i in per_dokumen.items() if i in konteks.ledger}
    saksi = [f"target {sebut_dokumen(d)}" for d, k in kelasnya.items() if k == tercetak]
    for nama, anggota in anggota_tercetak(konteks, b) if tempat != "indikator" else ():
        rata = rata_tertimbang(konteks, anggota)
        if kelas(konteks, rata).casefold() == tercetak:
            saksi.append(f"rata-rata {len(anggota)} {nama} yang tercetak ({numerals.persen(rata)})")
    return saksi


@periksa(
    "PRE-02",
    tingkat="kesalahan",
    judul="Kelas tercetak berbeda dari kelas angka di sampingnya",
    dasar="Skala predikat yang dipakai laporan, diterapkan pada angka yang tercetak di baris yang sama",
    saran="Perbaiki angkanya atau kelasnya; keduanya tidak dapat benar bersama.",
)
def kelas_angka_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed class with the class of the value printed beside it, unless that value is right."""
    ulang = {b["id"]: b["verdik"] for b in konteks.baris("replikasi")}
    for r, b, nilai in _sel(konteks):
        if r["verdik"] == BEDA or nilai is None or ulang[nilai["nilai_id"]] in BENAR or _bernilai(konteks, r):
            continue
        lain, tercetak = skala_lain(konteks), str(b["nilai_tercetak"])
        seharusnya = lain.kelas(nilai["nilai"]) if lain.memakai(tercetak, b) else kelas(konteks, nilai["nilai"])
        if seharusnya and seharusnya.casefold() != tercetak.casefold():
            yield Catatan(
                str(r["id"]),
                f'Tercetak "{tercetak}", padahal {_menurut_cetak(konteks, nilai, seharusnya)}.',
                kandidat=seharusnya if r["verdik"] != COCOK else "",
                bukti=(nilai["nilai_id"],),
            )


@periksa(
    "PRE-03",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.SETARA),
    tingkat="kesalahan",
    judul="Kelas satu subjek berbeda antara tempat",
    dasar="Satu capaian punya satu kelas, di tabel maupun di kalimat",
    saran="Pakai satu skala, dan kelas yang sama di setiap tempat.",
)
def kelas_antartempat(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the classes that tables and sentences give to the same subject, scale by scale."""
    per_subjek = himpun(
        (subjek, (skala, nama, id, f'"{teks}" ({sumber})'))
        for subjek, teks, id, sumber in _semua_kelas(konteks)
        for skala, nama in _skala_kelas(konteks, teks)
    )
    sudah = {c.id_ledger for periksa in (kelas_hitung_ulang, kelas_angka_tercetak) for c in periksa(konteks)}
    for subjek, semua in per_subjek.items():
        for skala in dict.fromkeys(s for s, *_ in semua):
            milik = [m for m in semua if m[0] == skala and m[2] not in sudah]
            beda = [m for m in milik if m[1] != milik[0][1]]
            if beda:
                tempat = "; ".join(dict.fromkeys(m[3] for m in milik))
                yield Catatan(
                    beda[0][2],
                    f"Kelas {'rata-rata capaian' if subjek == '0' else subjek} dinyatakan berbeda: {tempat}.",
                    bukti=tuple(m[2] for m in milik if m[2] != beda[0][2]),
                )


# A claim is of a class where the sentence says so; "secara baik" is only an adverb.
_MENGELOMPOKKAN = re.compile(r"\b(?:kategori|dikategorikan|predikat|peringkat|tergolong|kelas|berkategori)\b", re.I)


def _semua_kelas(konteks: Konteks) -> Iterator[tuple[str, str, str, str]]:
    for b in konteks.baris("ketik/tercetak/hitungan"):
        if b["besaran"] == "predikat" and b["subjek"] and konteks.setahun(b):
            yield b["subjek"], b["nilai_tercetak"], b["nilai_id"], b["sumber"]
    for b in konteks.baris("ketik/tercetak/pernyataan"):
        kini = b["tahun"] in ("", str(konteks.tahun)) and b["lingkup"] in ("", "instansi")
        if b["besaran"] == "predikat" and b["subjek"] and kini and _MENGELOMPOKKAN.search(b["kutipan"]):
            yield b["subjek"], b["nilai_tercetak"], b["nilai_id"], b["sumber"]


def _skala_kelas(konteks: Konteks, teks: str) -> Iterator[tuple[str, str]]:
    """Yield the scales that know a class, with the class's own name there."""
    skala = [konteks.skala, *konteks.kebijakan.skala_nilai.values()]
    dikenal: dict[str, tuple[str, str]] = {}
    for s in skala:
        for k in s.kelas:
            for kata in (k.nama, k.arti):
                dikenal.setdefault(kata.casefold(), (s.judul, k.nama))
    for b in konteks.baris("ketik/tercetak/skala"):
        for kata in (b["kategori"], b["interpretasi"]):
            dikenal.setdefault(str(kata).casefold(), (f"skala {b['skala']}", b["kategori"]))
    if teks and teks.casefold() in dikenal:
        yield dikenal[teks.casefold()]


@periksa(
    "PRE-04",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Capaian terletak di celah skala",
    dasar="Batas bulat suatu skala meninggalkan celah; params menentukan cara membacanya",
    saran="Sebutkan cara membaca celahnya, atau pakai skala tanpa celah.",
)
def nilai_di_celah(konteks: Konteks) -> Iterator[Catatan]:
    """List the capaian in use that lie between two classes."""
    semua = {"indikator": "capaian_persen", "sasaran": "capaian_persen", "ringkasan": "rata_rata_persen"}
    for nama, kolom in semua.items():
        for b in konteks.baris(nama):
            celah = dalam_celah(konteks.skala, b[kolom])
            if b.get("n_indikator") == 1 or b.get("dipakai") == "tidak":
                continue  # its only indicator says it already
            dokumen = "" if nama == "sasaran" else konteks.dokumen_target
            kode = b.get("kode", "0")
            id = buat_id(nama, kode, kolom, dokumen=dokumen, tahun=konteks.tahun)
            asal = konteks.ledger.asal(id) if celah and id in konteks.ledger else []
            asal = [a for a in asal if a["besaran"] not in _TETAPAN]
            if celah and asal:
                cara = konteks.params.pembacaan_celah.replace("_", " ")
                yield Catatan(
                    str(asal[-1]["id"]),
                    f"Capaian {kode if kode != '0' else 'rata-rata'} {numerals.persen(b[kolom])} terletak antara "
                    f"{celah[0]} dan {celah[1]}; dibaca {b['predikat']} ({cara}).",
                    bukti=(id,),
                )


@periksa(
    "PRE-06",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Kata kelas tercetak milik skala lain",
    dasar="Kelas skala yang dipilih params (skala_capaian)",
    saran="Pilih skala itu dengan skala_capaian di params, atau nyatakan lebih dahulu di kebijakan.yml.",
)
def kata_skala_lain(konteks: Konteks) -> Iterator[Catatan]:
    """Say once that the printed class words are none of the scale in use, and what they were held against."""
    lain = skala_lain(konteks)
    if not lain.asing:
        return
    sel = [i for milik in lain.asing.values() for i in milik]
    kata = ", ".join(f'"{konteks.ledger[milik[0]]["tercetak"]}"' for milik in lain.asing.values())
    nama = lain.tercetak[0]
    cara = f"diperiksa menurut skala tercetak {nama}" if nama else "belum dapat diperiksa"
    kalimat = f"{kata} bukan kelas {konteks.skala.judul}, skala yang dipakai; {len(sel)} sel {cara}."
    # A score is classed by a scale of its own, and its word is no capaian's.
    satuan = {b["kode"]: str(b["satuan"]) for b in konteks.baris("ketik/indikator")}
    skor = not nama and all(family(satuan.get(str(konteks.ledger[i]["subjek"]), "")) == "skor" for i in sel)
    if skor:
        kalimat += " Bila itu predikat nilai indikatornya, pilih skala nilainya di params (skala_nilai)."
    yield Catatan(sel[0], kalimat, bukti=tuple(sel[1:]), tingkat="informasi" if skor else None)

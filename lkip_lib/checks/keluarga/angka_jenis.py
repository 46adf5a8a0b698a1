"""Family angka: shares beside their two counts, words of no known ladder, and what components make of a range."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import cetakan
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.frames import himpun
from lkip_lib.inputs.typed import rentang_kartu
from lkip_lib.ledger import ANGKA
from lkip_lib.numerals import setara
from lkip_lib.policies.jenjang import hampir
from lkip_lib.rumus.jenis import berjenjang
from lkip_lib.rumus.komponen import bagian_utuh


@periksa(
    "AKA-06",
    tingkat="kesalahan",
    judul="Persentase berbeda dari pembilang dan penyebut di selnya",
    dasar="Pembilang ÷ penyebut, dikalikan menurut satuannya, dalam ketelitian angka yang tercetak",
    saran="Hitung ulang persentasenya, atau perbaiki pembilang dan penyebutnya.",
)
def bagian_dalam_sel(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each share with the two counts that its own cell prints."""
    for id in (i for i in konteks.ledger if i.endswith(".pembilang")):
        induk = id.removesuffix(".pembilang")
        dua = [f"{induk}.{n}" for n in ("pembilang", "penyebut")]
        if induk not in konteks.ledger or dua[1] not in konteks.ledger or f"koreksi.{induk}" in konteks.ledger:
            continue
        b, (atas, bawah) = konteks.ledger[induk], (float(konteks.ledger[i]["nilai"]) for i in dua)
        hasil = float(bagian_utuh(atas, bawah, numerals.pengali(str(b["satuan"]))))
        bacaan = cetakan(b)
        if hasil == hasil and not setara(float(b["nilai"]), bacaan.decimals, hasil):
            tulis = numerals.write(hasil, max(bacaan.decimals, 0))
            angka = " ÷ ".join(numerals.write(v, 4, trim=True) for v in (atas, bawah))
            yield Catatan(induk, f"Tercetak {b['tercetak']}, padahal {angka} memberi {tulis}.", kandidat=tulis)


@periksa(
    "AKA-07",
    tingkat="kesalahan",
    judul="Jenjang indikator ordinal belum diketahui, sehingga capaiannya tidak dihitung",
    dasar="Capaian indikator ordinal dihitung dari urutan tingkat jenjangnya",
    saran="Perbaiki katanya, atau isi kolom jenjang di tabel indikator: nama jenjang bawaan, atau tingkatnya dari yang "
    "terbaik (A > B > C).",
)
def jenjang_diketahui(konteks: Konteks) -> Iterator[Catatan]:
    """Find ordinal indicators whose realisasi of this year has no place on a ladder, at the word that has none."""
    kata = himpun(
        (b["indikator"], (str(b[f"{n}_id"]), str(b[f"{n}_tercetak"])))
        for n in ("realisasi", "target")
        for b in konteks.baris(f"ketik/{n}")
        if b[f"{n}_status"] == ANGKA
    )
    ordinal = {k["kode"] for k in konteks.baris("ketik/indikator") if berjenjang(k["jenis"])}
    for b in konteks.baris("ketik/realisasi"):
        kini = (b["tahun"], b["lingkup"], b["realisasi_status"]) == (konteks.tahun, "instansi", ANGKA)
        if not (kini and b["indikator"] in ordinal and pd.isna(b["realisasi"])):
            continue
        id, teks = str(b["realisasi_id"]), b["realisasi_tercetak"]
        kalimat = f'{b["indikator"]} bernilai "{teks}"; jenjangnya belum diketahui.'
        if dekat := hampir(t for _, t in kata[b["indikator"]]):
            nama, milik = dekat
            id, teks = next(((i, t) for i, t in kata[b["indikator"]] if milik.nilai(t) is None), (id, teks))
            kalimat = f'"{teks}" tidak ada dalam jenjang {nama}, tempat nilai {b["indikator"]} yang lain: '
            kalimat += f"{milik.sebutan}."
        yield Catatan(id, kalimat)


@periksa(
    "AKA-08",
    tingkat="kesalahan",
    judul="Realisasi dari komponennya di luar kisaran",
    dasar="Kisaran yang dinyatakan kartu indikator",
    saran="Periksa komponennya, terutama letak koma, atau betulkan rentang di kartunya.",
)
def komponen_di_luar_kisaran(konteks: Konteks) -> Iterator[Catatan]:
    """Find realisasi that the components of an indicator put outside the range its card declares."""
    kisaran = {
        k["kode"]: (k["rentang"], rentang_kartu(k["rentang"], k["jenis"]))
        for k in konteks.baris("ketik/indikator")
        if k["rentang"]
    }
    for id in (i for i in konteks.ledger if i.startswith("komponen.") and ".realisasi." in i):
        b = konteks.ledger[id]
        tulisan, rentang = kisaran.get(b["subjek"], ("", None))
        if rentang is None or pd.isna(b["nilai"]):
            continue
        bawah, atas = (ujung if ujung is not None else b["nilai"] for ujung in rentang)
        if bawah <= b["nilai"] <= atas:
            continue
        komponen = konteks.ledger.asal(str(b["id"]))
        isi = ", ".join(str(x["tercetak"]) for x in komponen)
        nilai = numerals.write(b["nilai"], 2, trim=True)
        yield Catatan(
            str(komponen[0]["id"]),
            f"Komponen {b['subjek']} tahun {b['tahun']} ({isi}) memberi {nilai}, di luar kisaran {tulisan}.",
            bukti=(str(b["id"]),),
        )

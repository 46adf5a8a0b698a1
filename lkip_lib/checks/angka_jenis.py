"""Family angka: shares printed beside their two counts, and words of which no ladder is known."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.formulas.komponen import bagian
from lkip_lib.ledger import ANGKA
from lkip_lib.numerals import setara


@periksa(
    "AKA-06",
    keluarga="angka",
    tingkat="kesalahan",
    judul="Persentase berbeda dari pembilang dan penyebut di selnya",
    dasar="Pembilang ÷ penyebut, dikalikan menurut satuannya, dalam ketelitian angka yang tercetak",
    saran="Hitung ulang persentasenya, atau perbaiki pembilang dan penyebutnya.",
)
def bagian_dalam_sel(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each share with the two counts that its own cell prints."""
    semua = konteks.ledger.frame
    for id in semua.loc[semua["id"].str.endswith(".pembilang"), "id"]:
        induk = str(id).removesuffix(".pembilang")
        dua = [f"{induk}.{n}" for n in ("pembilang", "penyebut")]
        if induk not in konteks.ledger or dua[1] not in konteks.ledger or f"koreksi.{induk}" in konteks.ledger:
            continue
        b, (atas, bawah) = konteks.ledger[induk], (float(konteks.ledger[i]["nilai"]) for i in dua)
        hasil = float(bagian(atas, bawah, numerals.pengali(str(b["satuan"]))))
        bacaan = numerals.read(str(b["tercetak"]), satuan=str(b["satuan"]), rentang=(-1e15, 1e15))
        if hasil == hasil and not setara(float(b["nilai"]), bacaan.decimals, hasil):
            tulis = numerals.write(hasil, max(bacaan.decimals, 0))
            angka = " ÷ ".join(numerals.write(v, 4, trim=True) for v in (atas, bawah))
            yield Catatan(induk, f"Tercetak {b['tercetak']}, padahal {angka} memberi {tulis}.", kandidat=tulis)


@periksa(
    "AKA-07",
    keluarga="angka",
    tingkat="peringatan",
    judul="Jenjang indikator ordinal belum diketahui",
    dasar="Capaian indikator ordinal dihitung dari urutan tingkat jenjangnya",
    saran="Isi kolom jenjang di tabel indikator: nama jenjang bawaan, atau tingkatnya dari yang terbaik (A > B > C).",
)
def jenjang_diketahui(konteks: Konteks) -> Iterator[Catatan]:
    """Find ordinal realisasi of this year that have a word but no place on a ladder."""
    ordinal = {k["kode"] for k in konteks.baris("ketik/indikator") if k["jenis"] == "ordinal"}
    for b in konteks.baris("ketik/realisasi"):
        milik = b["indikator"] in ordinal and (b["tahun"], b["lingkup"]) == (konteks.tahun, "instansi")
        if milik and b["realisasi_status"] == ANGKA and pd.isna(b["realisasi"]):
            teks = b["realisasi_tercetak"]
            yield Catatan(str(b["realisasi_id"]), f'{b["indikator"]} bernilai "{teks}"; jenjangnya belum diketahui.')

"""Indicators that come from their components: a share of counts, and the satisfaction index."""

from __future__ import annotations

from lkip_lib.rumus.bahasa import TIDAK_BERLAKU, banyak, bersih, jumlah
from lkip_lib.rumus.deklarasi import rumus

KARTU, SURVEI = "Kartu indikator", "PermenPANRB 14/2017"


@rumus(sumber=KARTU, nama="bagian")
def bagian_utuh(pembilang, penyebut, pengali):
    """Pembilang ÷ penyebut × pengali.

    A rate of deaths per 1.000 has the multiplier 1.000.

    >>> round(bagian_utuh(26, 3114, 1000), 2)
    8.35
    """
    return pembilang / penyebut * pengali


@rumus(sumber=KARTU, nama="bagian")
def bagian_berkurang(pembilang, pengurang, penyebut, pengali):
    """(Pembilang − pengurang) ÷ penyebut × pengali.

    A fall in pending cases from 120 to 90 is (120 − 90) ÷ 120.

    >>> bagian_berkurang(120, 90, 120, 100)
    25.0
    """
    return (pembilang - pengurang) / penyebut * pengali


@rumus(sumber=SURVEI)
def rata_rata_unsur(jawaban):
    """Jumlah nilai jawaban ÷ banyak yang menjawab.

    >>> round(rata_rata_unsur([4, 3, 3]), 3)
    3.333
    """
    return jumlah(jawaban) / banyak(jawaban)


@rumus("nilai", sumber=SURVEI)
def ikm(unsur):
    """Rata-rata unsur layanan × 25.

    >>> ikm([3.2] * 9)
    80.0
    """
    return bersih(jumlah(unsur) / banyak(unsur) * 25)


@rumus(sumber=KARTU, nama="jumlah")
def jumlah_bagian(nilai):
    """Jumlah bagian komponen itu.

    >>> jumlah_bagian([120, 30])
    150.0
    """
    return jumlah(nilai)


@rumus(sumber=KARTU)
def realisasi_komponen(pembilang, pengurang, penyebut, pengali, pengali_kartu, unsur, *, bagian):
    """Realisasi indikator menurut bagian-bagian komponennya.

    `bagian` names the parts that there are, as one word: `unsur`, `pembilang_penyebut`, with `_pengurang`, `_pengali`.

    >>> nan = float("nan")
    >>> round(realisasi_komponen(3849, nan, 9181, nan, 100, nan, bagian="pembilang_penyebut"), 2)
    41.92
    """
    if bagian == "unsur":
        return unsur
    if not bagian:
        return TIDAK_BERLAKU
    kali = pengali if "pengali" in bagian else pengali_kartu
    if "pengurang" in bagian:
        return bagian_berkurang(pembilang, pengurang, penyebut, kali)
    return bagian_utuh(pembilang, penyebut, kali)

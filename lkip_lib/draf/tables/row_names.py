"""Tell the name of each row of a table, though a narrow column may have cut it over several rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lkip_lib.draf.sentences.folding import lipat, nama_baku
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.roles import Kolom
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.impor.period import triwulan_disebut

SASARAN = re.compile(
    r"(?i)^\W*(?:sasaran|tujuan|ss|sk(?=[\s.\-]*\d)|misi)\s*(?:strategis|rpjmd|renstra|perangkat daerah)?"
    r"[\s.]*(?:ke\s*-?\s*)?[\d.]*\s*[:.\-–]?\s*"
)
_TERPUTUS = (" dan", " yang", " di", " untuk", " pada", ",", "/", "-")


def berisi(lembar: Lembar, b: int, angka: list[Kolom]) -> bool:
    """Tell whether a row has a figure."""
    return any(h.isdigit() for k in angka for h in lembar.sel(b, k.nomor))


def nama_baris(
    lembar: Lembar, kolom: Kolom, angka: list[Kolom], utuh: Collection[str]
) -> tuple[dict[int, str], set[int], set[int]]:
    """Return the name of each row, the rows that only go on with the name above them, and those that may be cut.

    A row with nothing but a name goes on with the one above it where that ends unfinished, where both together are a
    name that is known, or where other names of the table take several rows too; else one cannot tell.
    """
    nama: dict[int, str] = {}
    setahun = _setahun(lembar)
    lanjut: set[int] = set()
    mungkin: dict[int, list[int]] = {}  # rows that may go on with one
    awal = -1
    for b in lembar.baris():
        teks = lembar.sel(b, kolom.nomor)
        if (satu := setahun.get(b, b)) != b and satu in nama:
            if teks and nama_baku(teks) not in nama_baku(nama[satu]):
                nama[satu] = f"{nama[satu]} {teks}"
            continue
        if teks and awal >= 0 and not berisi(lembar, b, angka):
            atas = mungkin.get(awal, [awal])[-1]
            if _tersambung(nama[atas], teks, utuh):
                nama[atas] = f"{nama[atas]} {teks}"
                lanjut.add(b)
                continue
            if berisi(lembar, awal, angka) and _sendiri(lembar, b, kolom) and nama_baku(nama[awal]) not in utuh:
                mungkin.setdefault(awal, []).append(b)
                nama[b] = teks
                continue
        if teks:
            nama[b], awal = teks, b
        elif lembar.turunan(b, kolom.nomor):
            nama[b] = lembar.nama(b, kolom.nomor)
    if not lanjut:
        return nama, lanjut, set(mungkin)
    for a, sisa in mungkin.items():
        nama[a] = " ".join((nama[a], *(nama.pop(b) for b in sisa)))
        lanjut.update(sisa)
    return nama, lanjut, set()


def _setahun(lembar: Lembar) -> dict[int, int]:
    """Return for each row of a later quarter the row that its year begins with: a name may be cut over all of them."""
    kolom = lembar.kenal.peran("triwulan")
    hasil: dict[int, int] = {}
    awal, lalu = -1, 0
    for b in lembar.baris() if kolom else ():
        tw = triwulan_baris(lembar, b, kolom)
        if tw and awal >= 0 and tw[0] == lalu + 1:
            hasil[b] = awal
        else:
            awal = b if tw and tw[0] == 1 else -1
        lalu = tw[0] if tw else 0
    return hasil


def triwulan_baris(lembar: Lembar, b: int, kolom: list[Kolom]) -> list[int]:
    """Return the quarters that a row is of, by its columns for them."""
    return next((triwulan_disebut(f"tw {t}" if re.fullmatch(r"(?i)i{1,3}|iv|[1-4]", t) else t)
                 for k in kolom if (t := lipat(lembar.sel(b, k.nomor)))), [])  # fmt: skip


def _tersambung(atas: str, teks: str, utuh: Collection[str]) -> bool:
    """Tell whether what stands in one row surely goes on with what stands above it."""
    return teks[0].islower() or atas.endswith(_TERPUTUS) or nama_baku(f"{atas} {teks}") in utuh


def nama_utuh(semua: Iterable[Dikenali]) -> frozenset[str]:
    """Return the names that some table writes so that nothing can go on with them."""
    hasil: set[str] = set()
    for kenal in semua:
        lembar, angka = Lembar(kenal), [k for k in kenal.kolom if k.berangka]
        for kolom in kenal.peran("indikator", "sasaran", "tujuan"):
            nama, _, terpotong = nama_baris(lembar, kolom, angka, ())
            hasil.update(nama_baku(n) for b, n in nama.items() if b not in terpotong and berisi(lembar, b, angka))
    return frozenset(hasil)


def _sendiri(lembar: Lembar, b: int, kolom: Kolom) -> bool:
    """Tell whether a row has but the name of its column, which neither says what it is nor takes other columns."""
    teks = lembar.sel(b, kolom.nomor)
    terisi = [t for t in lembar.kisi.baris[b] if t]
    return terisi == [teks] and not SASARAN.match(teks) and not lembar.melebar(b, kolom.nomor)

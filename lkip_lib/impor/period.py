"""Say of which year, quarter and document a sheet is, by the titles above its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lkip_lib.inputs.grid import Kisi, address

_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
BULAN = (
    ("januari", "jan"), ("februari", "pebruari", "feb", "peb"), ("maret", "mar"), ("april", "apr"), ("mei", "may"),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agu", "agt", "ags", "aug"), ("september", "sep", "sept"),
    ("oktober", "okt", "oct"), ("november", "nopember", "nov", "nop"), ("desember", "des", "dec"),
)  # fmt: skip
_BULAN = {nama: n for n, semua in enumerate(BULAN, start=1) for nama in semua}
_NAMA = "|".join(_BULAN)
_RENTANG = re.compile(rf"\b((?:{_NAMA})(?:\s+20\d\d)?)\s*[-–]\s*((?:\d{{1,2}}\s+)?(?:{_NAMA})\b)")
_TAHUN = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_PERATURAN = re.compile(
    r"(?:nomor|no\.?|peraturan|permen\w*|perda|pmk|tentang|undang|uu|dicetak|tanggal cetak|tgl)\b.*", re.I
)
_MASA = r"(20\d\d)\s*(?:-|–|s/d|sd|s\.d\.?|sampai)\s*(20\d\d)"
_TRIWULAN = re.compile(
    r"\b(?:tw|twl|triwulan|tribulan)\W*(iv|i{1,3}|[1-4])\b(?!\W*(?:-|–|s/?d)\W*(?:iv|i{1,3}|[1-4])\b)"
)
_SAMPAI = re.compile(r"\b(?:s\W?\s?d\b|sampai(?: dengan)?|s\.d\.?|hingga)\W*(?:akhir |dengan |tanggal |bulan )*", re.I)
_PERIODE = re.compile(r"\b(?:periode|bulan|per|keadaan)\W+(?:\d{1,2}\W+)?([a-z]+)")
_LABEL = re.compile(r"(?:bulan|periode|triwulan|tribulan|tw|semester|tanggal|per|keadaan|sampai|s/?d)\b[\D]*$", re.I)
_SEMESTER = re.compile(r"\bsemester\W*(ii|i|[12]|pertama|kedua)\b", re.I)
_DOKUMEN = (
    (r"perjanjian kinerja perubahan|pk perubahan|perubahan perjanjian kinerja", "pk_perubahan"),
    (r"perjanjian kinerja|\bpk\b", "pk"),
    (r"indikator kinerja utama|\biku\b", "iku"),
    (r"rencana strategis|\brenstra\b", "renstra"),
    (r"rencana kinerja tahunan|\brkt\b", "rkt"),
    (r"\bdppa\b|dpa perubahan|dpa-p\b|perubahan anggaran|apbd[ -]*p(?:erubahan)?\b|anggaran perubahan", "dppa"),
    (r"\bdpa\b|dokumen pelaksanaan anggaran|apbd murni", "dpa"),
    (r"laporan kinerja|\bl[ka]*ip\b", "lkip"),
)


_BERUBAH = ("pk_perubahan", "dppa")


@dataclass(frozen=True, slots=True)
class Sebutan:
    """Hold what the titles of a sheet say.

    That is years and their cell, a span of years, the quarter (0 for none), the last month counted, and documents.
    """

    tahun: tuple[int, ...] = ()
    letak: str = ""
    masa: tuple[int, ...] = ()
    triwulan: int = 0
    sampai_bulan: int = 12
    dokumen: tuple[str, ...] = ()


def sebutan_lembar(kisi: Kisi, judul_awal: int) -> Sebutan:
    """Read the titles of a sheet: what stands above its headings, and its own name."""
    tahun: dict[int, str] = {}
    masa: dict[tuple[int, int], str] = {}
    triwulan: list[int] = []
    bulan: list[int] = []
    dokumen: list[str] = []
    bulan_lembar = [b for k in re.findall(r"[a-z]+", kisi.nama.lower()) if (b := nomor_bulan(k))]
    bulan += bulan_lembar[-1:] if not bulan_akhir(kisi.nama) else []
    for baris in kisi.baris[:judul_awal]:
        # A label and what it says may stand in cells of their own: Bulan | : | Juni 2024.
        isi = [t for t in baris if t]
        if len(isi) > 1 and _LABEL.match(isi[0]):
            triwulan += triwulan_disebut(" ".join(isi))
            bulan += bulan_akhir(" ".join(isi))
    for teks, di in (*_judul(kisi, judul_awal), (kisi.nama, f"nama lembar {kisi.nama}")):
        for t in tahun_judul(teks):
            tahun.setdefault(t, di)
        for awal, akhir in re.findall(_MASA, _PERATURAN.sub("", teks)):
            masa.setdefault((int(awal), int(akhir)), di)
        triwulan += triwulan_disebut(teks)
        bulan += bulan_akhir(teks)
        dokumen += [d for pola, d in _DOKUMEN if re.search(pola, teks, re.I)]
    return Sebutan(
        tuple(tahun), next(iter((*tahun.values(), *masa.values())), ""), next(iter(masa), ()),
        triwulan[0] if len(set(triwulan)) == 1 else 0,
        min(bulan, default=12), tuple(dict.fromkeys(dokumen)),
    )  # fmt: skip


def _judul(kisi: Kisi, akhir: int) -> Iterator[tuple[str, str]]:
    for b in range(akhir):
        for k, teks in enumerate(kisi.baris[b]):
            if teks and kisi.jenis[b][k] in ("teks", "angka"):
                yield teks, address(b, k)


def tahun_judul(teks: str) -> list[int]:
    """Return the years that a title is of; those of a regulation, of a span or of a printing are none.

    >>> tahun_judul("LRA TAHUN ANGGARAN 2022"), tahun_judul("Permendagri Nomor 90 Tahun 2019")
    ([2022], [])
    >>> tahun_judul("Renstra 2024-2026"), tahun_judul("Periode 1 Januari s.d. 31 Desember 2024")
    ([], [2024])
    """
    bersih = _PERATURAN.sub("", teks)
    return [int(t) for t in _TAHUN.findall(re.sub(_MASA, "", bersih))]


def triwulan_disebut(teks: str) -> list[int]:
    """Return the quarters that a text names one by one.

    >>> triwulan_disebut("Target TW II"), triwulan_disebut("triwulan 3"), triwulan_disebut("TW I - IV")
    ([2], [3], [])
    """
    return [_ROMAWI.get(t) or int(t) for t in _TRIWULAN.findall(teks.lower())]


def bulan_akhir(teks: str) -> list[int]:
    """Return the month to which a title counts, where it says one.

    >>> bulan_akhir("s.d. 30 Juni 2024"), bulan_akhir("Semester I"), bulan_akhir("sampai dengan Triwulan III")
    ([6], [6], [9])
    >>> bulan_akhir("1 Januari 2024 sampai dengan 31 Desember 2024"), bulan_akhir("Periode Juni 2024")
    ([12], [6])
    >>> bulan_akhir("per 30 September 2024"), bulan_akhir("Dicetak 3 Januari 2025")
    ([9], [])
    >>> [bulan_akhir(t) for t in ("1 Januari - 30 Juni 2024", "01/01/2024 s.d. 30/06/2024", "Sampai 2024-06-30")]
    [[6], [6], [6]]
    """
    kecil = _RENTANG.sub(r"\1 s.d. \2", _bernama_bulan(teks.lower()))
    hasil = [6 if s in ("i", "1", "pertama") else 12 for s in _SEMESTER.findall(kecil)]
    if not _SAMPAI.search(kecil):
        hasil += [b for kata in _PERIODE.findall(kecil) if (b := nomor_bulan(kata))]
    for bagian in _SAMPAI.split(kecil)[1:]:
        bulan = [b for kata in re.findall(r"[a-z]+", bagian)[:3] if (b := nomor_bulan(kata))]
        hasil += [3 * t for t in triwulan_disebut(bagian)[:1]] or bulan[:1]
    return hasil


def _bernama_bulan(teks: str) -> str:
    """Write the dates of a text with the names of their months: 30-06-2024 and 2024-06-30 as 30 juni 2024."""

    def nama(hari: str, bulan: str, tahun: str) -> str:
        return f"{hari} {BULAN[int(bulan) - 1][0]} {tahun}" if 1 <= int(bulan) <= 12 else f"{hari} {bulan} {tahun}"

    teks = re.sub(r"\b(20\d\d)-(\d\d)-(\d\d)\b", lambda c: nama(c[3], c[2], c[1]), teks)
    return re.sub(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)\b", lambda c: nama(c[1], c[2], c[3]), teks)


def nomor_bulan(kata: str) -> int:
    """Return the number of a month by its name or by "bulan 3", or 0.

    >>> nomor_bulan("nopember"), nomor_bulan("bulan3"), nomor_bulan("bulan 12"), nomor_bulan("jumlah")
    (11, 3, 12, 0)
    """
    if cocok := re.fullmatch(r"(?:bulan|bln)\s*(\d{1,2})", kata):
        return int(cocok[1]) if 1 <= int(cocok[1]) <= 12 else 0
    return _BULAN.get(kata, 0)


def dokumen_dari(disebut: Iterable[str], sah: Iterable[str]) -> str:
    """Return the one document among the valid ones that titles name, or ""."""
    milik = [d for d in disebut if d in sah]
    # "Perjanjian kinerja perubahan" names the first one too.
    return milik[0] if milik and (len(set(milik)) == 1 or milik[0] in _BERUBAH) else ""

"""Family sdm: head counts across tables, their totals, numbering and months, and pangkat against golongan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import satuan_baku
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import himpun
from lkip_lib.ledger import ANGKA, TIDAK_TERBACA

_KOLOM = {"asn_orang": ("ASN", "jumlah_asn"), "non_asn_orang": ("non-ASN", "jumlah_non_asn")}
Baris = dict[str, Any]

# Names of pangkat by golongan ruang (Peraturan Pemerintah tentang Kenaikan Pangkat Pegawai Negeri Sipil).
PANGKAT = {
    "I/a": "Juru Muda", "I/b": "Juru Muda Tingkat I", "I/c": "Juru", "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tingkat I", "II/c": "Pengatur", "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda", "III/b": "Penata Muda Tingkat I", "III/c": "Penata", "III/d": "Penata Tingkat I",
    "IV/a": "Pembina", "IV/b": "Pembina Tingkat I", "IV/c": "Pembina Utama Muda", "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}  # fmt: skip
_URUTAN = {g: i for i, g in enumerate(PANGKAT)}


def _kelompok(konteks: Konteks) -> dict[str, list[Baris]]:
    return himpun((b["kelompok"], b) for b in konteks.baris("ketik/sdm"))


def _sel(b: Baris, kolom: str) -> dict[str, Any]:
    """Name a cell that holds no figure."""
    isi = {"kolom": kolom, "tercetak": b[kolom], "subjek": b["kelompok"]}
    return {"berkas": "sdm.csv", "baris": b["_baris"], **isi}


def _jumlah(milik: list[Baris], kolom: str) -> int | None:
    """Sum a column of a group; None where nothing is stated or a cell cannot be read."""
    status = [b[f"{kolom}_status"] for b in milik]
    if TIDAK_TERBACA in status or ANGKA not in status:
        return None
    return int(sum(b[kolom] for b in milik if b[kolom] == b[kolom]))


def _memuat(milik: list[Baris], jumlah: int) -> bool:
    """Tell whether a group counts these people at all: a table of golongan lists no others than civil servants."""
    return jumlah > 0 or not any(b["golongan"] for b in milik)


def _tercetak(konteks: Konteks, besaran: str) -> dict[str, Baris]:
    semua = [b for b in konteks.baris("ketik/tercetak/hitungan") if b["nilai"] == b["nilai"]]
    return {b["subjek"]: b for b in semua if (b["besaran"], b["jenis_subjek"]) == (besaran, "sdm")}


def _tahun_lain(konteks: Konteks, milik: list[Baris]) -> str:
    """Name the year that a group states where it is not the report's."""
    return ", ".join(dict.fromkeys(str(b["tahun"]) for b in milik if b["tahun"] not in (None, konteks.tahun)))


def _terbanyak(jumlah: dict[str, int]) -> int | None:
    """Return the total that most groups have, None when no total is in the majority."""
    urut = Counter(jumlah.values()).most_common(2)
    return urut[0][0] if urut and (len(urut) == 1 or urut[0][1] > urut[1][1]) else None


@periksa(
    "SDM-01",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Jumlah pegawai berbeda antarkelompok",
    dasar="Pegawai yang sama berjumlah sama menurut jabatan, golongan, atau pendidikan",
    saran="Cari kelompok yang datanya belum mutakhir atau menghitung orang yang lain.",
)
def jumlah_antarkelompok(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the totals of the groups; a group whose own printed total is what differs is left to SDM-02."""
    kelompok = _kelompok(konteks)
    for kolom, (nama, besaran) in _KOLOM.items():
        cetak = _tercetak(konteks, besaran)
        jumlah = {g: n for g, m in kelompok.items() if (n := _jumlah(m, kolom)) is not None and _memuat(m, n)}
        jumlah |= {g: int(b["nilai"]) for g, b in cetak.items() if g not in kelompok}
        terbanyak = _terbanyak(jumlah)
        tempat = {g: cetak[g]["nilai_id"] if g in cetak else kelompok[g][0][f"{kolom}_id"] for g in jumlah}
        # As many say one thing as another: the first table stands, and nothing is proposed.
        acuan = next(iter(jumlah.values()), 0) if terbanyak is None else terbanyak
        beda = [g for g, n in jumlah.items() if n != acuan]
        for g in beda:
            if g in cetak and cetak[g]["nilai"] == acuan:
                continue
            lain = [h for h in jumlah if h != g]
            isi = ", ".join(f"menurut {h} {jumlah[h]}" for h in lain)
            tahun = _tahun_lain(konteks, kelompok.get(g, []))
            yield Catatan(
                tempat[g],
                f"Jumlah {nama} menurut {g} {jumlah[g]}, {isi}."
                + (f" Tabel {g} menyebut tahun {tahun}, yang lain tahun {konteks.tahun}." if tahun else ""),
                kandidat="" if terbanyak is None or tahun else str(acuan),
                tingkat="peringatan" if tahun else None,
                bukti=tuple(tempat[h] for h in lain),
            )


@periksa(
    "SDM-02",
    tingkat="kesalahan",
    judul="Jumlah pegawai tercetak berbeda dari jumlah barisnya",
    dasar="Baris jumlah sama dengan jumlah rincian kelompoknya",
    saran="Jumlahkan ulang, dan periksa baris yang belum tercantum.",
)
def jumlah_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every printed total with the sum of its group's rows."""
    kelompok = _kelompok(konteks)
    for kolom, (nama, besaran) in _KOLOM.items():
        jumlah = {g: n for g, m in kelompok.items() if (n := _jumlah(m, kolom)) is not None}
        for g, b in _tercetak(konteks, besaran).items():
            if g not in jumlah or b["nilai"] == jumlah[g]:
                continue
            # Another table with the same sum proves the rows right; one with the printed total, the total.
            lain = {n for h, n in jumlah.items() if h != g}
            terbukti, rincian = lain == {jumlah[g]}, b["nilai"] in lain
            yield Catatan(
                b["nilai_id"],
                f"Tercetak {b['nilai_tercetak']} {nama}, baris kelompok {g} berjumlah {jumlah[g]}."
                + (" Kelompok lain berjumlah seperti yang tercetak: rinciannya yang salah." if rincian else ""),
                seharusnya=str(jumlah[g]) if terbukti else "",
                kandidat="" if terbukti or rincian else str(jumlah[g]),
                bukti=tuple(r[f"{kolom}_id"] for r in kelompok[g]),
            )


@periksa(
    "SDM-03",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Nomor baris berulang atau terlewat",
    dasar="Baris satu tabel bernomor urut",
    saran="Perbaiki nomornya; periksa apakah ada baris yang hilang atau tertulis dua kali.",
)
def nomor_baris(konteks: Konteks) -> Iterator[Catatan]:
    """Follow the numbers of each group; groups with a number that is no whole number are left alone."""
    for g, milik in _kelompok(konteks).items():
        nomor = [(re.sub(r"[.)\s]+$", "", str(b["nomor"]).strip()), b) for b in milik]
        nomor = [(n, b) for n, b in nomor if n]
        if not all(n.isdecimal() for n, _ in nomor):
            continue
        sebelum = 0
        for urut, (n, b) in enumerate(nomor, 1):
            kini = int(n)
            # One wrong number is one note: the row after it may follow it, or its own place in the table.
            if kini not in (sebelum + 1, urut):
                sebab = (
                    f"Nomor {kini} berulang" if kini <= sebelum else f"Sesudah nomor {sebelum} langsung nomor {kini}"
                )
                yield Catatan(b["asn_orang_id"], f"{sebab} dalam tabel {g}, baris {b['uraian']}.", sel=_sel(b, "nomor"))
            sebelum = kini


def golongan(teks: str) -> str:
    """Write a golongan ruang the official way; empty for what is none (a PPPK has another series).

    >>> golongan("iii / D"), golongan("IV.c"), golongan("IX")
    ('III/d', 'IV/c', '')
    """
    cocok = re.fullmatch(r"\s*(I{1,3}|IV)\W*([a-e])\W*", teks, re.I)
    hasil = f"{cocok[1].upper()}/{cocok[2].lower()}" if cocok else ""
    return hasil if hasil in PANGKAT else ""


def _nama_pangkat(teks: str) -> str:
    """Reduce a name of pangkat to what decides: "Penata Tk. 1" and "Penata Tingkat I" are one."""
    hasil = re.sub(r"\(.*?\)|[^\w\s]", " ", teks.casefold())
    hasil = re.sub(r"\b(?:tkt|tk|tingkat)\s*(?:i|1)\b", "tingkat i", hasil)
    return " ".join(hasil.split())


_GOLONGAN = {_nama_pangkat(nama): g for g, nama in PANGKAT.items()}


@periksa(
    "SDM-04",
    tingkat="kesalahan",
    judul="Pangkat dan golongan ruang tidak berpasangan",
    dasar="Daftar nama pangkat dan golongan ruang Pegawai Negeri Sipil",
    saran="Periksa surat keputusan pangkatnya, lalu perbaiki nama atau golongannya.",
)
def pangkat_golongan(konteks: Konteks) -> Iterator[Catatan]:
    """Compare known names of pangkat with the golongan beside them; which of the two is wrong is not known."""
    for b in konteks.baris("ketik/sdm"):
        tertulis, nama = golongan(str(b["golongan"])), _GOLONGAN.get(_nama_pangkat(str(b["uraian"])))
        if tertulis and nama and tertulis != nama:
            yield Catatan(
                b["asn_orang_id"],
                f"{b['uraian']} bergolongan {nama}, tertulis {tertulis}; golongan {tertulis} adalah "
                f"{PANGKAT[tertulis]}.",
                kandidat=nama,
                sel=_sel(b, "golongan"),
            )


@periksa(
    "SDM-05",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Golongan tidak berurutan",
    dasar="Golongan ruang satu tabel ditulis menurun atau menaik",
    saran="Urutkan barisnya.",
)
def urutan_golongan(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows that break the order in which most rows of their group stand."""
    for milik in _kelompok(konteks).values():
        baris = [(_URUTAN[g], b) for b in milik if (g := golongan(str(b["golongan"])))]
        langkah = [(kini - lalu, b, a) for (lalu, a), (kini, b) in pairwise(baris)]
        menaik = sum(s > 0 for s, _, _ in langkah) > sum(s < 0 for s, _, _ in langkah)
        for selisih, b, sebelum in langkah:
            if selisih and (selisih > 0) != menaik:
                yield Catatan(
                    b["asn_orang_id"],
                    f"{b['uraian']} ({b['golongan']}) berdiri sesudah {sebelum['uraian']} ({sebelum['golongan']}).",
                    sel=_sel(b, "golongan"),
                )


_BULAN = (12, 13, 14)  # a year's pay: every month, and the thirteenth and fourteenth
_WAJAR = 0.1  # people come and go within the year


@periksa(
    "SDM-06",
    tingkat="informasi",
    judul="Orang-bulan tidak sesuai dengan jumlah pegawai",
    dasar="Orang-bulan setahun adalah jumlah pegawai kali 12, 13, atau 14 bulan, dengan kelonggaran sepersepuluh",
    saran="Periksa jumlah orang yang direncanakan, atau tabel pegawainya.",
)
def orang_bulan(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the planned and measured person-months with every head count that the report has."""
    jumlah = {n for m in _kelompok(konteks).values() for n in _semua_jumlah(m) if n}
    for b in [*konteks.baris("ketik/rkt"), *konteks.baris("ketik/keluaran")] if jumlah else ():
        if b["target_status"] != ANGKA or satuan_baku(b["satuan"]) != "orang bulan":
            continue
        if any(abs(b["target"] - n * k) <= n * k * _WAJAR for n in jumlah for k in (1, *_BULAN)):
            continue
        orang = numerals.write(b["target"] / _BULAN[0], 1, trim=True)
        banyak = " atau ".join(map(str, sorted(jumlah)))
        yield Catatan(
            b["target_id"],
            f"Target {b['target_tercetak']} adalah {orang} orang selama 12 bulan; tabel pegawai memuat {banyak} orang.",
        )


def _semua_jumlah(milik: list[Baris]) -> tuple[int, ...]:
    """Return what a group counts: civil servants alone, and with the others where these are stated."""
    asn, lain = (_jumlah(milik, k) for k in _KOLOM)
    return tuple(n for n in (asn, (asn or 0) + lain if lain is not None else None) if n is not None)

"""Damage that leaves a trace: what is printed is no well-formed number any more, and only the original is right."""

from __future__ import annotations

import random

from benchmarks.angka.model import Kasus, bentuk, cetak

_MIRIP = {"0": "O", "1": "l", "5": "S", "8": "B", "6": "b"}


def _utuh(acak: random.Random) -> tuple[int, list[str], str]:
    """Draw a number of at least three groups, so that a broken group shows, and a column for it."""
    n = acak.randint(10**6, 10**12)
    return n, cetak(n).split("."), acak.choice(("rupiah", "orang", "Dokumen", ""))


@bentuk
def angka_hilang_dari_kelompok(acak: random.Random) -> Kasus:
    n, kelompok, satuan = _utuh(acak)
    i, j = acak.randrange(1, len(kelompok)), acak.randrange(3)
    kelompok[i] = kelompok[i][:j] + kelompok[i][j + 1 :]
    return Kasus("angka hilang dari kelompok", ".".join(kelompok), satuan, nilai=float(n), ambigu=True)


@bentuk
def angka_tersisip_dalam_kelompok(acak: random.Random) -> Kasus:
    n, kelompok, satuan = _utuh(acak)
    i, j = acak.randrange(1, len(kelompok)), acak.randrange(4)
    kelompok[i] = kelompok[i][:j] + acak.choice("0123456789") + kelompok[i][j:]
    return Kasus("angka tersisip dalam kelompok", ".".join(kelompok), satuan, nilai=float(n), ambigu=True)


@bentuk
def titik_hilang(acak: random.Random) -> Kasus:
    n, kelompok, satuan = _utuh(acak)
    i = acak.randrange(1, len(kelompok))
    return Kasus(
        "titik hilang", ".".join([*kelompok[: i - 1], kelompok[i - 1] + kelompok[i], *kelompok[i + 1 :]]), satuan,
        nilai=float(n), ambigu=True,
    )  # fmt: skip


@bentuk
def pemisah_rusak(acak: random.Random) -> Kasus:
    n, kelompok, satuan = _utuh(acak)
    pisah = ["."] * (len(kelompok) - 1)
    pisah[acak.randrange(len(pisah))] = acak.choice(("..", ". ", " .", ";", ":", ",,"))
    teks = kelompok[0] + "".join(p + k for p, k in zip(pisah, kelompok[1:], strict=True))
    return Kasus("pemisah rusak", teks, satuan, nilai=float(n), ambigu=True)


@bentuk
def ribuan_terpotong(acak: random.Random) -> Kasus:
    n = acak.randint(1, 999) * 1000
    teks = cetak(n)[: -acak.choice((1, 2)) or None]
    return Kasus("ribuan terpotong", teks if teks[-2:] != ".0" else teks + "0", acak.choice(("rupiah", "orang")),
                 nilai=float(n), ambigu=True)  # fmt: skip


@bentuk
def huruf_mirip_angka(acak: random.Random) -> Kasus:
    n, kelompok, satuan = _utuh(acak)
    teks = ".".join(kelompok)
    di = [i for i, c in enumerate(teks) if c in _MIRIP]
    if not di:
        return huruf_mirip_angka(acak)
    i = acak.choice(di)
    teks = teks[:i] + _MIRIP[teks[i]] + teks[i + 1 :]
    return Kasus("huruf mirip angka", teks, satuan, nilai=float(n), ambigu=True)


@bentuk
def dua_angka_menyatu(acak: random.Random) -> Kasus:
    n = acak.randint(10, 999)
    teks = acak.choice(("{b} -{n}%", "{b}. {n}%", "{n}% {b}", "{n},5 {b},5", "{n} / {b} / {b}", "{b}) {n}"))
    satuan = acak.choice(("persen", "Nilai", ""))
    return Kasus("dua angka menyatu", teks.format(n=n, b=acak.randint(1, 9)), satuan, nilai=float(n), ambigu=True)


@bentuk
def bukan_angka(acak: random.Random) -> Kasus:
    teks = [
        *("31 Desember 2024", "12 s/d 15 Januari", "5 Januari", "12-05-2024", "2 jam 30 menit", "80/90/100", "80?"),
        *("#REF!", "#DIV/0!", "1E5", "0x1F", "½", "10²", "٣٤", "IV", "WTP", "sekitar 80", "80 lebih", "tidak lebih"),
    ]
    return Kasus("bukan angka", acak.choice(teks), acak.choice(("persen", "orang", "rupiah", "")), ambigu=True)

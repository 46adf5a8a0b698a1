"""Know the codes of a budget by their shape: those of SIPD, and those of SAKTI and RKA-KL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

# The levels of a code, highest first; those above a program have no row in anggaran.csv, nor do the last three.
JENJANG = ("unit", "urusan", "bidang", "program", "kegiatan", "kro", "sub_kegiatan", "rekening")
Jenjang = Literal["unit", "urusan", "bidang", "program", "kegiatan", "kro", "sub_kegiatan", "rekening"]
DI_ATAS = ("unit", "urusan", "bidang")
POHON = ("program", "kegiatan", "sub_kegiatan")

_U = r"[\dX]"
_PROGRAM = rf"{_U}\.{_U}{{2}}\.\d\d"
_AKUN = r"[4-6](?:\.\d(?:\.\d\d(?:\.\d\d(?:\.\d{2,3}(?:\.\d{2,5})?)?)?)?)?"
# Permendagri 90/2019 and its updates: 1.02.01 program, 1.02.01.2.01 kegiatan, 1.02.01.2.01.0001 sub kegiatan,
# 5.1.02.01.01.0024 rekening, 1.02.0.00.0.00.01.0000 unit.
_SIPD = (
    ("sub_kegiatan", rf"{_PROGRAM}\.\d\.\d\d\.\d{{2,4}}"),
    ("kegiatan", rf"{_PROGRAM}\.\d\.\d\d"),
    ("unit", rf"{_U}\.{_U}\d?(?:\.{_U}\.{_U}{{2}}){{2}}(?:\.\d{{1,4}}){{1,3}}"),
    ("unit", rf"{_U}\.{_U}{{2}}(?:\.{_U}\.{_U}{{2}}){{2}}(?:\.\d{{1,4}}){{1,3}}"),
    ("program", _PROGRAM),
    ("bidang", rf"{_U}\.{_U}{{2}}"),
    ("rekening", _AKUN + r"(?<=..)"),
    ("urusan", _U),
)
# PMK on RKA-K/L: 113.01.WA or WA program, 5096 kegiatan, 5096.EBA KRO, 5096.EBA.962 RO (before 2021: 5096.001
# output), 051 komponen, 051.0A or A subkomponen, 521211 akun.
_SAKTI = (
    ("program", r"\d{3}\.\d\d\.(?:\d\d|[A-Z]{2})|[A-Z]{2}"),
    ("sub_kegiatan", r"(?:\d{4}\.)?[A-Z]{3}\.\d{3}"),
    ("kro", r"(?:\d{4}\.)?[A-Z]{3}"),
    ("sub_kegiatan", r"\d{4}\.\d{3}"),
    ("rekening", r"\d{4}\.\d{3}\.\d{3}|(?:\d{3}\.)?0?[A-Z]|\d{3}|\d{6}|\d{3}\.(?:0?[A-Z]\.)?\d{6}"),
    ("kegiatan", r"\d{4}"),
    ("unit", r"\d{3}\.\d\d"),
)
SUSUNAN: Mapping[str, tuple[tuple[str, str], ...]] = {"sipd": _SIPD, "sakti": _SAKTI}
_BERAWAL_PROGRAM = re.compile(r"(?:(?:\d{3}\.\d\d\.)?[A-Z]{2}|\d{3}\.\d\d\.\d\d)\.(\d{4}(?:\..*)?)")
_RO = re.compile(r"\d{4}\.[A-Z]{3}\.\d{3}")
_SKPD = re.compile(rf"{_U}\.{_U}{{2}}(?:\.{_U}\.{_U}{{2}}){{2}}\.\d\d\.\d{{4}}")
_BERAWAL_UNIT = re.compile(rf"(?:{_U}\.{_U}{{2}}\.)?{_SKPD.pattern}\.({_U}(?:\.{_U}{{2}}(?:\..+)?)?)")
_BERAKHIR_AKUN = re.compile(rf"{_PROGRAM}\.\d\.\d\d\.\d{{2,4}}\.({_AKUN})")
_SATU = r"(?:\d{1,6}|0?[A-Z]|[A-Z]{2,3})"
BAGIAN = re.compile(rf"{_SATU}(?:\.{_SATU})*\.?")


def kode_baku(teks: str) -> str:
    """Return a code without spaces and without a dot at its end.

    >>> kode_baku("2.07. 02.2.01.")
    '2.07.02.2.01'
    """
    return re.sub(r"\s+", "", teks).strip(".")


def berkode(teks: str) -> bool:
    """Tell whether a text may be a code, and is no word.

    >>> berkode("1.02.01.2.01"), berkode("A.1.a"), berkode("113.01.WA"), berkode("Jumlah"), berkode("1.02.O1")
    (True, True, True, False, True)
    """
    return bool(re.fullmatch(r"[0-9A-Za-z]{1,6}(?:[.\-/][0-9A-Za-z]{1,6})*", teks)) and not re.search(
        r"[A-Za-z]{4}", teks
    )


def kode_dan_nama(teks: str) -> tuple[str, str]:
    """Part a code from the name that follows it in one cell; ("", name) where there is none.

    >>> kode_dan_nama("1.02.01.2.01 - Perencanaan"), kode_dan_nama("2 Orang"), kode_dan_nama("Program A")
    (('1.02.01.2.01', 'Perencanaan'), ('', '2 Orang'), ('', 'Program A'))
    """
    cocok = re.match(r"\s*([\dX]{1,4}(?:\.[0-9A-Z]{1,5})+)\.?\s*[-–:]?\s+(\D.*)", teks, re.S)
    return (cocok[1], cocok[2]) if cocok else ("", teks)


def jenjang(kode: str, susunan: str) -> str:
    """Return the level of a code in one of the national structures, or "" for none of its shapes.

    >>> [jenjang(k, "sipd") for k in ("1.02.01", "5.1.02", "1.02.0.00.0.00.01.0000", "X.XX.01.2.01.0007")]
    ['program', 'rekening', 'unit', 'sub_kegiatan']
    >>> [jenjang(k, "sakti") for k in ("113.01.WA", "5096", "5096.EBA", "5096.EBA.962", "051", "521211")]
    ['program', 'kegiatan', 'kro', 'sub_kegiatan', 'rekening', 'rekening']
    """
    return next((tingkat for tingkat, pola in SUSUNAN[susunan] if re.fullmatch(pola, kode)), "")


def kode_sendiri(kode: str, susunan: str) -> str:
    """Return what a code adds to those above it, where an export writes them all before it.

    >>> kode_sendiri("113.01.WA.5096.EBA", "sakti"), kode_sendiri("1.02.01.2.01.0001.5.1.02", "sipd")
    ('5096.EBA', '5.1.02')
    >>> kode_sendiri("1.02.0.00.0.00.01.0000.1.02.01.2.01.0001", "sipd")
    '1.02.01.2.01.0001'
    >>> kode_sendiri("1.02.1.02.0.00.0.00.01.0000.1.02.01", "sipd")  # its bidang before the unit
    '1.02.01'
    """
    for pola in {"sakti": (_BERAWAL_PROGRAM,), "sipd": (_BERAWAL_UNIT, _BERAKHIR_AKUN)}.get(susunan, ()):
        kode = cocok[1] if (cocok := pola.fullmatch(kode)) else kode
    return kode


def skpd(kode: str) -> str:
    """Return the code of the agency that a unit's code is of, without its sub unit; "" for any other code.

    >>> skpd("1.02.0.00.0.00.01.0003"), skpd("1.02.01")
    ('1.02.0.00.0.00.01', '')
    """
    return kode.rpartition(".")[0] if _SKPD.fullmatch(kode) else ""


def kode_utuh(kode: str, kegiatan: str) -> str:
    """Return the code of a KRO or RO with the kegiatan that it stands under, where an export leaves that out.

    >>> kode_utuh("EBA.962", "5096"), kode_utuh("5096.EBA.962", "5096")
    ('5096.EBA.962', '5096.EBA.962')
    """
    return f"{kegiatan}.{kode}" if kegiatan and re.fullmatch(r"[A-Z]{3}(?:\.\d{3})?", kode) else kode


def kenali_susunan(semua: Iterable[str]) -> str:
    """Name the national structure that nearly all codes fit and that has a program or details of one; or "".

    >>> kenali_susunan(["1.02.01", "1.02.01.2.01", "5.1.02"]), kenali_susunan(["113.01.06", "5096", "051"])
    ('sipd', 'sakti')
    >>> kenali_susunan(["A", "A.1", "A.1.1"])
    ''
    """
    kode = [kode_baku(k) for k in semua]
    for nama in SUSUNAN:
        tingkat = [jenjang(kode_sendiri(k, nama), nama) for k in kode]
        dikenal = sum(bool(t) for t in tingkat)
        dalam = {t for t in tingkat if t in POHON}
        if (
            kode
            and dikenal >= 0.9 * len(kode)
            and (len(dalam) > 1 or ("sub_kegiatan" in dalam and (nama == "sipd" or all(map(_RO.fullmatch, kode)))))
        ):
            return nama
    return ""

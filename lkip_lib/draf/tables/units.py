"""Settle what a number alone leaves open: by the unit of its indicator, its name, and how the draft writes decimals."""

from __future__ import annotations

import re
from dataclasses import replace

from lkip_lib import numerals
from lkip_lib.draf.files.document import Naskah
from lkip_lib.draf.sentences.folding import lipat

_KURUNG = re.compile(r"\(([^()\d]{1,24})\)\s*$")
_CACAH = re.compile(r"(?i)^\W*(?:jumlah|banyaknya)\s+(.*)")
_DIHITUNG = re.compile(r"^\s*[\d.,]+\s*%?\s*\(?dihitung (?:sebagai )?([\d.,]+\s*%?)\)?\s*$", re.I)
_TERKECIL = 3  # cells that show how a draft writes decimals


def tanda_desimal(naskah: Naskah) -> str:
    """Return the sign before the decimals in a draft that has but one, "" where both are used or neither is.

    Its amounts show it too: 1.200.000 has points for thousands, so a comma stands before decimals.
    """
    isi = [s.strip(" %Rp") for t in naskah.tabel for b in t.kisi.baris for s in b if len(s) < 24]
    koma = sum(bool(re.fullmatch(r"-?\d{1,3},\d{1,2}|\d{1,3}(?:\.\d{3}){2,}(?:,.*)?", s)) for s in isi)
    titik = sum(bool(re.fullmatch(r"-?\d{1,3}\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}(?:\..*)?", s)) for s in isi)
    if max(koma, titik) < _TERKECIL or min(koma, titik):
        return ""
    return "," if koma else "."


def dalam_kurung(nama: str) -> str:
    """Return the unit that stands in brackets behind a name.

    >>> dalam_kurung("Prevalensi (Persen)"), dalam_kurung("Indeks Kepuasan Masyarakat (IKM)")
    ('Persen', '')
    """
    cocok = _KURUNG.search(nama)
    return cocok[1].strip() if cocok and not cocok[1].isupper() else ""


def tanpa_satuan(nama: str) -> str:
    """Return a name without the unit in brackets behind it.

    >>> tanpa_satuan("Prevalensi (Persen)"), tanpa_satuan("Indeks Kepuasan Masyarakat (IKM)")
    ('Prevalensi', 'Indeks Kepuasan Masyarakat (IKM)')
    """
    return nama[: nama.rindex("(")].strip() if dalam_kurung(nama) else nama


def terbaca(teks: str, satuan: str) -> numerals.Reading:
    """Read a cell of a draft; of a capaian and what it counts as at its bound, that which counts.

    >>> terbaca("101,43% (dihitung 100%)", "persen").value
    100.0
    """
    return numerals.read(_DIHITUNG.sub(r"\1", lipat(teks)), satuan=satuan)


def pilih_bacaan(baca: numerals.Reading, teks: str, nama: str, desimal: str) -> tuple[numerals.Reading, int]:
    """Choose between two readings of a cell, 1.316 and 1,316, and return how many signs speak for the one chosen."""
    if baca.status != numerals.TIDAK_TERBACA or len(set(baca.candidates)) != 2:
        return baca, 0
    besar, kecil = max(baca.candidates), min(baca.candidates)
    ribuan = {",": ".", ".": ","}.get(desimal, "")
    tanda = [bool(_CACAH.match(lipat(nama)))]
    if ribuan and re.fullmatch(rf"\D*\d{{1,3}}(?:{re.escape(ribuan)}\d{{3}})+\D*", teks):
        tanda.append(True)
    elif desimal and re.fullmatch(rf"\D*\d+{re.escape(desimal)}\d{{3}}\D*", teks):
        if tanda[0]:
            return baca, 0  # what is counted has no decimals: the two signs contradict each other
        return replace(baca, value=kecil, status=numerals.ANGKA, decimals=3, candidates=()), 1
    if not any(tanda):
        return baca, 0
    return replace(baca, value=besar, status=numerals.ANGKA, decimals=0, candidates=()), sum(tanda)

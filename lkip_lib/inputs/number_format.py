"""Tell whether an Excel number format shows a stored number as something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Quoted text, an escaped character, a currency or locale; then padding and repeat marks that show nothing of meaning.
_TULISAN = re.compile(r'((?:"[^"]*"|\\.)+)|\[\$([^\]-]*)[^\]]*\]')
_HIASAN = re.compile(r"[_*].|\[[^\]]*\]")
_KELIPATAN = {
    **dict.fromkeys(("ribu", "rb", "k"), 1),
    **dict.fromkeys(("juta", "jt"), 2),
    **dict.fromkeys(("miliar", "milyar", "m"), 3),
    **dict.fromkeys(("triliun", "trilyun", "t"), 4),
}
_TANDA_TULISAN = "\0"


@dataclass(frozen=True, slots=True)
class Arti:
    """Hold what a format does to a number: shown as a percentage, padded with zeros, or shown as another number."""

    persen: bool = False
    lebar: int = 0
    berubah: bool = False


@cache
def arti(kode: str) -> Arti:
    r"""Tell what a number format does to the numbers shown under it.

    A format that hides thousands ("#,##0,"), adds a multiplier or bound (0" juta", ">"0) or writes signs between the
    digits shows another number than is stored, unless multiplier and hidden thousands agree.

    >>> arti("0.00%"), arti("000").lebar, arti('"Rp"#,##0').berubah, arti('0.0,," juta"').berubah
    (Arti(persen=True, lebar=0, berubah=False), 3, False, False)
    >>> arti(r'_-* #,##0_-;\-* #,##0_-;_-* "-"??_-'), arti('"Rp"#,##0",-"').berubah
    (Arti(persen=False, lebar=0, berubah=False), False)
    >>> arti("#,##0,").berubah, arti('0" juta"').berubah, arti('0"."00"."00').berubah, arti('0"%"').berubah
    (True, True, True, False)
    """
    bagian = [_bagian(b, urutan) for urutan, b in enumerate(_pisah(kode))]
    isi = [b for b in bagian if b is not None]
    if not isi:
        return Arti()
    if len(set(isi)) > 1 and (len({b.persen for b in isi}) > 1 or any(b.berubah for b in isi)):
        return Arti(berubah=True)
    return isi[0]


def _pisah(kode: str) -> list[str]:
    """Split a format into its sections; a semicolon inside quotes or behind a backslash does not count."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', kode)


def _bagian(kode: str, urutan: int) -> Arti | None:
    """Tell what one section does; None when it shows no digits. The first is for positive numbers."""
    tulisan: list[str] = []

    def simpan(cocok: re.Match[str]) -> str:
        teks = re.sub(r'["\\]', "", cocok[1] or cocok[2] or "")
        # The minus of the other sections is the number's own; rupiah may end in ",-".
        tulisan.append(re.sub(r",-$", "", teks.lstrip("- ") if urutan else teks))
        return _TANDA_TULISAN

    rangka = _HIASAN.sub("", _TULISAN.sub(simpan, kode))
    if re.search("general", rangka, re.I):
        return Arti(berubah=_kelipatan(tulisan) != 0)
    digit = re.search(r"[0#?][0#?., E+-]*(?:\0+[0#?., ]+)*", rangka)
    if digit is None:
        return None
    angka = digit[0].strip()
    sembunyi = len(angka) - len(angka.rstrip(","))
    selipan = bool(re.search(r"[0#?]\0+ ?[0#?]", angka))
    pecahan = "/" in rangka
    return Arti(
        persen="%" in rangka,
        lebar=len(angka) if re.fullmatch(r"0{2,}", angka) else 0,
        berubah=not pecahan and (selipan or _kelipatan(tulisan) != sembunyi),
    )


def _kelipatan(tulisan: list[str]) -> int:
    """Return how many thousands the literal text multiplies by; −1 for a text that makes it no plain number."""
    kata = re.findall(r"[^\W\d_]+", " ".join(tulisan).lower())
    if re.search(r"[<>=≤≥±0-9-]", "".join(tulisan)):
        return -1
    return next((_KELIPATAN[k] for k in kata if k in _KELIPATAN), 0)

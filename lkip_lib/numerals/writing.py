"""Write numbers and dates the Indonesian way, and spell numbers out (terbilang)."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import SupportsFloat

from babel.dates import format_date

_MISSING = "–"
MINUS = "−"
_SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_KELOMPOK = ["", "ribu", "juta", "miliar", "triliun", "kuadriliun"]
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_EXACT = 9  # decimals to which a value is taken before it is rounded: 0,29 / 0,32 is 90,625, not a bit less


def _decimal(value: SupportsFloat | None) -> Decimal | None:
    """Return what the value's shortest text says (2.675 is 2.675), None for None, NaN and pandas.NA."""
    text = str(value)
    if text.lower() in ("none", "nan", "<na>"):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("Infinity")
    if not number.is_finite():
        raise ValueError(f'"{text}" bukan angka yang dapat ditulis')
    return number


def write(value: SupportsFloat | None, decimals: int = 2, *, trim: bool = False) -> str:
    """Write a number the Indonesian way, rounded half up from its ninth decimal.

    Returns "–" for a missing value; `trim` drops zeros at the end of the decimals, and `decimals` below zero
    rounds to tens, hundreds and on. Raises ValueError for what is not a finite number.

    >>> write(1234.5), write(0.29 / 0.32 * 100), write(-0.13), write(80.0, trim=True), write(None)
    ('1.234,50', '90,63', '-0,13', '80', '–')
    """
    number = _decimal(value)
    if number is None:
        return _MISSING
    if decimals < _EXACT:
        number = number.quantize(Decimal(1).scaleb(-_EXACT), context=_WIDE)
    rounded = number.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    text = f"{abs(rounded):,f}".translate({ord(","): ".", ord("."): ","})
    if trim and "," in text:
        text = text.rstrip("0").rstrip(",")
    return f"-{text}" if rounded < 0 else text


def bertanda(text: str) -> str:
    """Give a written number the minus of print, as published text has it; what is typed again keeps the hyphen.

    >>> bertanda(write(-0.13)), bertanda(write(5))
    ('−0,13', '5,00')
    """
    return text.replace("-", MINUS, 1) if text.startswith("-") else text


def rupiah(value: SupportsFloat | None) -> str:
    """Write an amount in whole rupiah.

    Returns "–" for a missing value. Raises ValueError for what is not a finite number.

    >>> rupiah(12345678900), rupiah(-1000)
    ('Rp12.345.678.900', '-Rp1.000')
    """
    text = write(value, 0)
    if text == _MISSING:
        return text
    return f"-Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


def persen(value: SupportsFloat | None, decimals: int = 2, *, trim: bool = False) -> str:
    """Write a percentage, the sign without a space; `trim` drops zeros at the end of the decimals.

    Returns "–" for a missing value. Raises ValueError for what is not a finite number.

    >>> persen(83.4749), persen(100, 0), persen(97.5, trim=True), persen(None)
    ('83,47%', '100%', '97,5%', '–')
    """
    text = write(value, decimals, trim=trim)
    return text if text == _MISSING else f"{text}%"


def singkat_rupiah(value: SupportsFloat | None) -> str:
    """Write an amount short: in juta, miliar or triliun with two decimals.

    Returns the full form below a million, "–" for a missing value. Raises ValueError as `write` does.

    >>> singkat_rupiah(12345678900), singkat_rupiah(40_000_000), singkat_rupiah(750_000)
    ('Rp12,35 miliar', 'Rp40,00 juta', 'Rp750.000')
    """
    number = _decimal(value)
    if number is None:
        return _MISSING
    amount = number.quantize(Decimal(1), context=_WIDE)
    if abs(amount) < 1_000_000:
        return rupiah(amount)
    power = 6
    while power < 12 and abs(amount).scaleb(-power) >= Decimal("999.995"):  # would round to "1.000,00 juta"
        power += 3
    return f"{'-' if amount < 0 else ''}Rp{write(abs(amount).scaleb(-power))} {_KELOMPOK[power // 3]}"


def terbilang(value: SupportsFloat | None) -> str:
    """Spell a number out in words, its decimals digit by digit.

    Returns "–" for a missing value. Raises ValueError from 10^18 on, and for what is no finite number.

    >>> terbilang(1_001_500), terbilang(7.82)
    ('satu juta seribu lima ratus', 'tujuh koma delapan dua')
    >>> terbilang(12345678900)
    'dua belas miliar tiga ratus empat puluh lima juta enam ratus tujuh puluh delapan ribu sembilan ratus'
    """
    number = _decimal(value)
    if number is None:
        return _MISSING
    digits, _, decimals = f"{number:f}".lstrip("-").partition(".")
    if len(digits.lstrip("0")) > 3 * len(_KELOMPOK):
        raise ValueError("terbilang hanya sampai ratusan kuadriliun (di bawah 10^18)")
    words = ["minus"] if number < 0 else []
    words += _spelled(int(digits))
    if decimals := decimals.rstrip("0"):
        words += ["koma", *(_SATUAN[int(digit)] for digit in decimals)]
    return " ".join(words)


def _spelled(number: int) -> list[str]:
    words: list[str] = []
    for rank in reversed(range(len(_KELOMPOK))):
        group = number // 1000**rank % 1000
        if group == 1 and rank == 1:
            words.append("seribu")
        elif group:
            words += [*_below_thousand(group), *_KELOMPOK[rank : rank + 1]]
    return [word for word in words if word] or [_SATUAN[0]]


def _below_thousand(number: int) -> list[str]:
    if number >= 100:
        hundreds, number = divmod(number, 100)
        head = ["seratus"] if hundreds == 1 else [_SATUAN[hundreds], "ratus"]
    elif number >= 20:
        tens, number = divmod(number, 10)
        head = [_SATUAN[tens], "puluh"]
    elif number >= 12:
        return [_SATUAN[number - 10], "belas"]
    else:
        return [_SATUAN[number]]
    return head + _below_thousand(number) if number else head


def tanggal(hari: dt.date) -> str:
    """Write a date.

    >>> tanggal(dt.date(2025, 2, 28))
    '28 Februari 2025'
    """
    return str(format_date(hari, "d MMMM y", locale="id_ID"))

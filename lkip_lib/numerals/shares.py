"""Shares printed with their two counts: "41,92 (3.849/ 9.181)", "3849/9181 x 100% = 41,92%"."""

import re
from dataclasses import replace
from itertools import product

from lkip_lib.numerals.number import Reading, Refused, number
from lkip_lib.numerals.precision import setara
from lkip_lib.numerals.units import Rentang, family, pengali, words

_COUNT = r"((?:rp\.?\s?)?[0-9][0-9.,]*(?<=[0-9]))(?:\s?[^\W\d_][^\W\d_. ]*\.?(?: [^\W\d_]+){0,2})?"
_TWO = rf"{_COUNT}\s?(?:/|:|÷|dari)\s?{_COUNT}"
_BRACKETED = re.compile(rf"\(\s?{_TWO}\s?(?:[x×*]\s?100\s?%?)?\s?\)", re.I)
_EQUATION = re.compile(
    rf"\(?{_TWO}\)?\s?(?:[x×*]\s?100\s?%?)?\s?(?:=\s?(?P<result>\S+(?:\s?%)?)|\((?P<inside>[^()]+)\))", re.I
)
_FRACTION = re.compile(_TWO, re.I)


def share(plain: str, satuan: str, rentang: Rentang | None) -> Reading | None:
    """Read two counts followed by their share; None when the text is none. Raises Refused for a share without one."""
    if match := _EQUATION.fullmatch(plain):
        reading = number((match["result"] or match["inside"]).strip(), satuan, rentang)
        return replace(reading, parts=_parts(match[1], match[2], reading, satuan))
    if not plain.startswith("1:") and family(satuan) in ("persen", "permil") and _FRACTION.fullmatch(plain):
        raise Refused(
            f'"{plain}" pembilang dan penyebut tanpa hasilnya; tulis hasilnya di depan, keduanya dalam kurung'
        )
    return None


def bracketed_parts(text: str, reading: Reading, satuan: str) -> tuple[float, ...]:
    """Return numerator and denominator that stand in brackets behind a share, () when the brackets say other things."""
    match = _BRACKETED.fullmatch(text)
    return _parts(match[1], match[2], reading, satuan) if match and reading.value is not None else ()


def _parts(first: str, second: str, reading: Reading, satuan: str) -> tuple[float, ...]:
    """Read both counts; of two readings of "3.849" the one that gives the share, else thousands."""
    pembilang, penyebut = _readings(first), _readings(second)
    semua = list(product(pembilang, penyebut))
    kali = pengali(satuan if words(satuan) else reading.unit)
    cocok = [
        (p, q)
        for p, q in semua
        if q and reading.value is not None and setara(reading.value, reading.decimals, p / q * kali)
    ]
    return (cocok or semua)[0] if semua else ()


def _readings(text: str) -> tuple[float, ...]:
    try:
        reading = number(text, "", None)
    except Refused as refused:
        return refused.candidates
    return (reading.value,) if reading.value is not None else ()

"""Read one number with its currency, multiplier and unit; refuse what is damaged or has two fitting readings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkip_lib.numerals.units import (
    DEFAULT_RENTANG,
    POWER_LETTERS,
    POWERS,
    QUALIFIERS,
    UNITS,
    Rentang,
    clash,
    counts,
    family,
    nearest,
    rate,
    unrepeated,
    words,
)
from lkip_lib.numerals.writing import write

# The states that a cell can be read in.
ANGKA, BELUM_DIISI, TIDAK_TERBACA, TIDAK_BERLAKU = "angka", "belum_diisi", "tidak_terbaca", "tidak_berlaku"
_EXACT = 2**53  # beyond this a float no longer holds every whole number
RP = r"(?:[rνρπтр][pρр]\s?\.?|idr)"  # scanned reports print "Rp" with Greek and Cyrillic letters
_CURRENCY = re.compile(rf"([+-]?)({RP})\s?", re.I)
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<body>[0-9]+(?:[., ][0-9]+)*)(?P<tail>[.,] ?[-=]+)?(?P<stray>\.?)"
    rf"(?:\s?(?P<power>{'|'.join(POWERS)})(?![a-z]))?(?P<gap>[\s/]*)(?P<unit>[^0-9]*)",
    re.I,
)
GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*")
_CUT = re.compile(r"[1-9][0-9]{0,2}\.00")
_GLUED = re.compile(r"[1-9][0-9]{0,2}\.(?:[0-9]{3}){2,}")
_PER_WHAT = re.compile(r"(?:/|(?:se)?tiap(?=\s)|per(?=[\sa-z])).*", re.I)  # "per kapita", "/bulan"
_UNIT = re.compile(r"(?:[%‰]|[^\W\d_]\.?)(?:[ /-]*(?:[%‰]|[^\W\d_]\.?))*")
# What stands before a number only to say what it is: "Peringkat 3", "Peringkat ke-3", "Nilai 64,17".
_BEFORE = re.compile(
    r"((?:peringkat|rangking|ranking|rank|urutan|level|tingkat|nilai|indeks|skor)\s?:?\s?)?(?:ke\s?-?\s?)?(?=[0-9])",
    re.I,
)
_UNIT_BEFORE = re.compile(r"([^\W\d_]+)\s?:?\s([0-9][0-9., ]*)", re.I)
_PER = re.compile(r"(.*[0-9].*?)\s(per\s1[0.]*0(?:\s[^\W\d_].*)?)", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one printed cell says: a number, a range or bound, or the reason why there is none.

    `decimals` is the printed precision of `value`: 2 for "7,82", -5 for "2,5 juta" (hundred thousands).
    `status` is angka, belum_diisi, tidak_terbaca or tidak_berlaku. A strict end is itself left out.
    `parts` are the numerator and denominator that the cell prints beside its value.

    >>> from lkip_lib.numerals import read
    >>> read("2,5 juta").value, read("2,5 juta").decimals
    (2500000.0, -5)
    """

    text: str
    value: float | None
    status: str
    decimals: int = 0
    unit: str = ""
    low: float | None = None
    high: float | None = None
    strict_low: bool = False
    strict_high: bool = False
    candidates: tuple[float, ...] = ()
    note: str = ""
    parts: tuple[float, ...] = ()


class Refused(Exception):
    """Carry why a text is not read, and what it could have been."""

    def __init__(self, why: str, candidates: Sequence[Decimal | float] = ()) -> None:
        super().__init__(why)
        self.candidates = tuple(map(float, candidates))


def number(plain: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read a text that holds one number. Raises Refused."""
    text = unrepeated(plain, satuan)
    per = _PER.fullmatch(text)
    said = _BEFORE.match(per[1] if per else text)
    bare = (per[1] if per else text)[said.end() if said else 0 :]
    if (turned := _UNIT_BEFORE.fullmatch(bare)) and counts(turned[1], satuan):  # "orang 640"
        bare = f"{turned[2].strip()} {turned[1]}"
    currency = _CURRENCY.match(bare)
    match = _NUMBER.fullmatch(_CURRENCY.sub(r"\1", bare, count=1) if currency else bare)
    if match is None:
        raise Refused(f'"{plain}" bukan satu angka yang utuh')
    letter = match["unit"].strip(" .")
    money = family(satuan) in ("uang", "berskala") or currency
    if money and letter in POWER_LETTERS and not match["power"]:
        power, unit = POWER_LETTERS[letter], "Rp" if currency else ""
        unit_note = f'"{letter}" dibaca sebagai {"miliar" if letter == "M" else "triliun"}'
    else:
        power = POWERS[match["power"].lower()] if match["power"] else 0
        unit, unit_note = _unit(match, "Rp" if currency else "", satuan)
    if clash(satuan, unit):
        raise Refused(f'"{unit}" tercetak di kolom yang satuannya {satuan}')
    if said and said[1] and not unit:
        unit = said[1].strip(" :")
    kind = family(satuan) or family(unit)
    unscaled, note = _separated(match["body"])
    if power and "," in match["body"]:
        unscaled = unscaled[-1:]  # "61,198 miliar": no one groups billions by a comma
    if not kind and _GLUED.fullmatch(match["body"]):
        unscaled.insert(0, Decimal(match["body"].replace(".", "")))  # 53,155611 or a broken "53.155.611"
    readings = [reading.scaleb(power).copy_sign(-1 if match["sign"] == "-" else 1) for reading in unscaled]
    if power and kind == "berskala":
        why = f'pengali "{match["power"] or letter}" tercetak di kolom yang satuannya sudah {satuan}'
        raise Refused(why, [unscaled[0], readings[0]])
    whole = kind in ("uang", "cacah") and not power and not (rate(satuan) and "," in match["body"])
    allowed = _whole(readings, match["body"], kind) if whole else readings
    value = _fitting(allowed, readings, kind, rentang)
    shrunk = whole and value % 1 and abs(value) < 1000
    plainly = kind == "cacah" and value == readings[0] and "," not in match["body"]  # "4.551 orang" is as it should be
    others = " atau ".join(_text(reading) for reading in readings if reading != value)
    return Reading(
        text=plain,
        value=float(value) or 0.0,  # never -0.0
        status=ANGKA,
        decimals=_places(value),
        unit=f"{unit} {per[2]}".strip() if per else unit,
        candidates=tuple(map(float, readings)) if others else (),
        note=joined(
            f"bukan {others}, menurut satuan atau rentang kolom" if others and not plainly else "",
            note,
            unit_note,
            "titik di ujung diabaikan" if match["stray"] else "",
            f'"{currency[2]}" dibaca sebagai Rp' if currency and not currency[2].isascii() else "",
            'sekecil ini dengan sen, periksa apakah "juta" atau "miliar" hilang' if shrunk else "",
        ),
    )


def _separated(body: str) -> tuple[list[Decimal], str]:
    """List what the digits can stand for, thousands first; note separators that are not Indonesian."""
    if len(body) > 26:  # what Decimal still computes exactly
        raise Refused("deret angka terlalu panjang")
    separators = re.sub(r"[0-9]", "", body)
    if not separators:
        return [Decimal(body)], ""
    last = separators[-1]
    head, _, rest = body.rpartition(last)
    if head.startswith("0") and head.isdigit() and head != "0":
        raise Refused(f'nol di depan pada "{body}": ada angka yang hilang')  # "03.30" for 93.30
    decimal = Decimal(re.sub(r"[., ]", "", head) + "." + rest)
    spaced = "spasi dibaca sebagai pemisah ribuan" if " " in separators else ""
    if GROUPED.fullmatch(body):
        grouped = Decimal(re.sub(r"[., ]", "", body))
        if len(separators) == 1 and not spaced:
            return [grouped, decimal], ""
        return [grouped], "koma dibaca sebagai pemisah ribuan" if last == "," else spaced
    # "120345.600" has neither whole groups nor a plausible decimal point.
    glued = separators == "." and len(rest) == 3 and len(head) > 3
    if last == " " or last in separators[:-1] or glued or not (head.isdigit() or GROUPED.fullmatch(head)):
        raise Refused(f'kelompok ribuan tidak utuh pada "{body}"')
    return [decimal], joined("titik dibaca sebagai koma desimal" if last == "." else "", spaced)


def _whole(readings: list[Decimal], body: str, kind: str) -> list[Decimal]:
    """Keep what can be a count (whole) or rupiah (whole, or with sen behind a comma)."""
    reading = readings[0]
    if kind == "cacah" and _CUT.fullmatch(body):
        readings.append(reading.scaleb(3))  # "58.00" people: 58 in a column of percentages, or a cut "58.000"
        return readings
    if kind == "cacah" and reading % 1:
        raise Refused(f'pecahan pada satuan yang dihitung utuh: "{body}"')
    if kind == "uang" and _places(reading) == 3:
        raise Refused(f'pecahan rupiah tiga angka pada "{body}"', [reading, reading.scaleb(3)])
    # "25.00" may be a cut "25.000"; "18508617440.0" is a whole number a machine wrote, and "0.00" nothing in any case.
    if kind == "uang" and _places(reading) and "," not in body and (reading % 1 or 0 < abs(reading) < 1000):
        raise Refused(f'pecahan rupiah ditulis dengan titik pada "{body}"')
    return [reading]


def _fitting(allowed: list[Decimal], possible: list[Decimal], kind: str, rentang: Rentang | None) -> Decimal:
    """Pick the one reading inside the limits, or refuse with all that were possible."""
    kind = "skor_tunggal" if kind == "skor" and len(possible) == 1 else kind
    low, high = rentang or DEFAULT_RENTANG.get(kind, (None, None))

    def fits(reading: Decimal) -> bool:
        value = float(reading)
        # No default forbids a fall or a wrong sign: the checks want to see a printed -412 %.
        return (rentang is None and value < 0) or ((low is None or value >= low) and (high is None or value <= high))

    fitting = [reading for reading in allowed if fits(reading)]
    shown = " atau ".join(map(_text, possible))
    candidates = possible if len(possible) > 1 else ()
    if not fitting:
        limits = (
            f"{word} {write(end, 9, trim=True)}" for word, end in (("dari", low), ("sampai", high)) if end is not None
        )
        raise Refused(f"{shown} di luar rentang {' '.join(limits)}", candidates)
    if len(fitting) > 1:
        raise Refused(f"dapat dibaca {shown}; satuan dan rentang kolom tidak menentukan", candidates)
    if abs(fitting[0]) >= _EXACT:
        raise Refused("angka terlalu besar untuk disimpan tepat")
    return fitting[0]


def _unit(match: re.Match[str], currency: str, satuan: str) -> tuple[str, str]:
    """Return the printed unit, with a note when its word is not known; of money every word must be."""
    printed = match["unit"].strip(" /.")
    if not printed:
        return currency, ""
    listed = words(printed)
    money = bool(currency) or family(satuan) in ("uang", "berskala")
    meant = {*UNITS, *words(satuan)}
    strange = [word for word in words(_PER_WHAT.sub("", match["gap"] + printed)) if word not in meant]
    near = next(filter(None, (nearest(word, money) for word in strange)), "")
    known = not strange if money else listed[:1] and listed[0] in meant
    plausible = not money and match["gap"] and len(listed) <= 3 and listed and len(listed[0]) > 1
    if not _UNIT.fullmatch(printed) or not QUALIFIERS.isdisjoint(listed) or near or not (known or plausible):
        hint = f'; mungkin "{near}"' if near else ""
        raise Refused(f'"{match["unit"].strip()}" sesudah angka tidak dikenal sebagai satuan{hint}')
    unit = f"{currency}{match['gap']}{printed}".strip(" /")
    return unit, "" if known else f'kata "{printed}" dibaca sebagai satuan'


def joined(*notes: str) -> str:
    """Join the notes that there are."""
    return "; ".join(filter(None, notes))


def _places(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _text(value: Decimal) -> str:
    return write(value, _places(value))

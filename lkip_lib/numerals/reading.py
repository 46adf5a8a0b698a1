"""Read numbers as Indonesian reports print them.

Reading never guesses silently and never raises: a text gives one number, a range or bound, or a state with a
sentence saying why not. `satuan` and `rentang` of the column settle what the text alone leaves open.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkip_lib.numerals.writing import write

Rentang = tuple[float | None, float | None]


def _words(text: str) -> list[str]:
    return re.findall(r"%|[^\W\d_]+", text.lower())


_LONGEST = 120  # characters a cell can have and still be one number with its unit
_EXACT = 2**53  # beyond this a float no longer holds every whole number
_POWERS = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar", "milliar"), 9),
    **dict.fromkeys(("triliun", "trilyun", "trilliun"), 12),
}
_FAMILIES = {
    "uang": "rp rupiah idr",
    "cacah": "orang org jiwa kk keluarga pegawai peserta asn unit buah dokumen dok laporan lap paket perkara "
    "kasus perusahaan prsh lembaga instansi kegiatan keg program rekomendasi rekom sertifikat kelompok "
    "lokasi hari bulan lowongan pelamar",
    "persen": "% persen persentase",
    "skor": "nilai indeks skor poin",
}
_FAMILY_OF = {word: family for family, listed in _FAMILIES.items() for word in _words(listed)}
_DEFAULT_RENTANG: dict[str, Rentang] = {"uang": (0, None), "cacah": (0, None), "skor": (0, 100)}
# "tahun" and the like are units, but no counts: average years of schooling have decimals.
_UNITS = {*_FAMILY_OF, *_words("tahun thn kali jam menit kg ton km ha")}
# Words that make a number something else than itself: "100 lebih", "80 persen ke atas", "2 ribu juta".
_QUALIFIERS = {
    *_POWERS,
    *_words("lebih kurang ke keatas kebawah atas bawah dari dan atau hampir sekitar belum tidak bukan"),
    *_words("puluhan ratusan ribuan jutaan miliaran triliunan"),
}

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BLANK = re.compile(r"(?:rp)?[-_.,… ]*%?", re.I)
_NOT_FILLED = re.compile(r"(?:tidak|belum) (?:ada|tersedia|diisi)(?: data(?:nya)?)?|kosong", re.I)
_NOT_APPLICABLE = re.compile(r"n[/.]?a|tidak (?:berlaku|relevan)", re.I)

_RP = r"(?:[rνρπтр][pρр]\s?\.?|idr)"  # scanned reports print "Rp" with Greek and Cyrillic letters
_CURRENCY = re.compile(rf"([+-]?)({_RP})\s?", re.I)
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<body>[0-9]+(?:[., ][0-9]+)*)(?P<tail>[.,] ?[-=]+)?(?P<stray>\.?)"
    rf"(?:\s?(?P<power>{'|'.join(_POWERS)})(?![a-z]))?(?P<gap>[\s/]*)(?P<unit>[^0-9]*)",
    re.I,
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\1[0-9]{3})*")
_UNIT = re.compile(r"(?:%|[^\W\d_]+\.?)(?:[ /-]*(?:%|[^\W\d_]+\.?))*")
# Not "3 -412 %": a row number glued to a negative value looks just so.
_TO = r"(?:\s-\s|-\s?|\s?(?:s ?[./]? ?d\.?|sampai(?: dengan)?|hingga)\s?)"
_RANGE = re.compile(rf"(.*?[0-9](?:.*?\S)?){_TO}([+-]?(?:{_RP})?\s?[+-]?[0-9].*)", re.I)
_RATIO = re.compile(r"1\s?:\s?([0-9].*)")
_BRACKETED = re.compile(r"\(([^()]+)\)\s?([^()0-9]*)")
_COMPOSITE = re.compile(r"([^()]*[^()\s])\s?(\(.*\))")
# Tried in this order: "tidak kurang dari" before "kurang dari", ">=" before ">".
_BOUNDS = [
    (re.compile(rf"(?:{phrases})\s?(.+)", re.I), is_low, strict)
    for phrases, is_low, strict in (
        (r"≥|>=|=>|tidak kurang dari|min(?:imal|imum|\.)?|paling (?:sedikit|rendah)", True, False),
        (r"≤|<=|=<|tidak lebih dari|maks(?:imal|imum|\.)?|paling (?:banyak|tinggi)", False, False),
        (r">|lebih (?:besar |tinggi )?dari|di ?atas", True, True),
        (r"<|(?:lebih )?(?:kurang|kecil|rendah) dari|di ?bawah", False, True),
    )
]


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one printed cell says: a number, a range or bound, or the reason why there is none.

    `decimals` is the printed precision of `value`: 2 for "7,82", -5 for "2,5 juta" (hundred thousands).
    `status` is angka, belum_diisi, tidak_terbaca or tidak_berlaku.

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
    strict: bool = False
    candidates: tuple[float, ...] = ()
    note: str = ""


class _Refused(Exception):
    """Carry why a text is not read, and what it could have been."""

    def __init__(self, why: str, candidates: Sequence[Decimal] = ()) -> None:
        super().__init__(why)
        self.candidates = tuple(map(float, candidates))


def read(text: str, *, satuan: str = "", rentang: Rentang | None = None) -> Reading:
    """Read one printed cell.

    Returns a Reading, always: text that is damaged or has two fitting readings is `tidak_terbaca`, without a
    value. `satuan` is the column's unit, `rentang` its declared limits (inclusive, None is open).

    >>> read("Rp. 18.508.617.440,-", satuan="rupiah").value
    18508617440.0
    >>> read("64.17", satuan="nilai").note
    'Dibaca 64,17: titik dibaca sebagai koma desimal.'
    >>> read("9.900", satuan="orang").value, read("9.900", satuan="persen").candidates
    (9900.0, (9900.0, 9.9))
    >>> read("35.000.0000", satuan="rupiah").note
    'Tidak terbaca: kelompok ribuan tidak utuh pada "35.000.0000".'
    >>> read("80 - 90%").low, read("kurang dari 49").high, read("--").status
    (80.0, 49.0, 'belum_diisi')
    """
    printed = text.translate(_INVISIBLE).strip()
    plain = _plain(printed)
    phrase = plain.replace("_", " ").strip(" .")
    if _BLANK.fullmatch(plain) or _NOT_FILLED.fullmatch(phrase):
        return Reading(printed, None, "belum_diisi")
    if _NOT_APPLICABLE.fullmatch(phrase):
        return Reading(printed, None, "tidak_berlaku")
    try:
        if len(plain) > _LONGEST:
            raise _Refused("teks terlalu panjang untuk satu angka")
        reading = _interpret(plain, satuan, rentang)
    except _Refused as refused:
        note = f"Tidak terbaca: {refused}."
        return Reading(printed, None, "tidak_terbaca", candidates=refused.candidates, note=note)
    ends = (reading.value, reading.low, reading.high)
    shown = "–".join(write(end, reading.decimals) for end in ends if end is not None)
    return replace(reading, text=printed, note=reading.note and f"Dibaca {shown}: {reading.note}.")


def _plain(text: str) -> str:
    """Replace look-alike characters, but only those that change no number: NFKC would turn "10²" into 102."""
    safe = ("<wide>", "<small>", "<noBreak>")
    parts = (unicodedata.normalize("NFKC", c) if unicodedata.decomposition(c).startswith(safe) else c for c in text)
    return " ".join("".join(parts).translate(_DASHES).split())


def _interpret(plain: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read what stands around the numbers: brackets, bounds, ratios, ranges."""
    if match := _COMPOSITE.fullmatch(plain):
        reading = _interpret(match[1], satuan, rentang)
        return replace(reading, note=_joined(reading.note, f"isi kurung {match[2]} tidak ikut dibaca"))
    if (match := _BRACKETED.fullmatch(plain)) and match[2]:
        reading = _number(match[1].strip(), satuan, rentang)
        return replace(reading, note=_joined(reading.note, f'kata "{match[2]}" tidak ikut dibaca'))
    if match:
        # Brackets alone are how accountants print a negative amount; without a unit it is taken for one.
        inner = match[1].strip()
        reading = _number(f"-{inner}", satuan or ("rupiah" if _GROUPED.fullmatch(inner) else ""), rentang)
        return replace(reading, note=_joined(reading.note, "angka dalam kurung dibaca sebagai angka negatif"))
    for pattern, is_low, strict in _BOUNDS:
        if match := pattern.fullmatch(plain):
            end = _number(match[1], satuan, rentang)
            low, high = (end.value, None) if is_low else (None, end.value)
            return replace(end, value=None, low=low, high=high, strict=strict)
    if match := _RATIO.fullmatch(plain):
        return replace(_number(match[1], satuan, rentang), unit="1:n")
    if match := _RANGE.fullmatch(plain):
        return _range(match[1], match[2], satuan, rentang)
    return _number(plain, satuan, rentang)


def _range(first: str, second: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read both ends; what is printed once, behind the second ("2 - 3 juta orang"), counts for both."""
    shared = re.sub(r".*[0-9]", "", second) if first[-1].isdigit() else ""
    low = _number(first + shared, satuan, rentang)
    high = _number(second, satuan or low.unit, rentang)
    if low.value is None or high.value is None or low.value > high.value:
        raise _Refused("batas bawah melebihi batas atas")
    return replace(
        low,
        value=None,
        low=low.value,
        high=high.value,
        decimals=max(low.decimals, high.decimals),
        candidates=(),
        note=_joined(low.note, high.note),
    )


def _number(plain: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read one number with its currency, multiplier and unit."""
    currency = _CURRENCY.match(plain)
    match = _NUMBER.fullmatch(_CURRENCY.sub(r"\1", plain, count=1) if currency else plain)
    if match is None:
        raise _Refused(f'"{plain}" bukan satu angka yang utuh')
    unit, unit_note = _unit(match, "Rp" if currency else "", satuan)
    family = _family(satuan) or _family(unit)
    power = _POWERS[match["power"].lower()] if match["power"] else 0
    unscaled, note = _separated(match["body"])
    readings = [reading.scaleb(power).copy_sign(-1 if match["sign"] == "-" else 1) for reading in unscaled]
    if power and family == "berskala":
        why = f'pengali "{match["power"]}" tercetak di kolom yang satuannya sudah {satuan}'
        raise _Refused(why, [unscaled[0], readings[0]])
    whole = family in ("uang", "cacah") and not power
    allowed = _whole(readings, match["body"], family) if whole else readings
    value = _fitting(allowed, readings, family, rentang)
    shrunk = whole and value % 1 and abs(value) < 1000
    others = " atau ".join(_text(reading) for reading in readings if reading != value)
    return Reading(
        text="",
        value=float(value) or 0.0,  # never -0.0
        status="angka",
        decimals=_places(value),
        unit=unit,
        candidates=tuple(map(float, readings)) if others else (),
        note=_joined(
            others and f"bukan {others}, menurut satuan atau rentang kolom",
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
        raise _Refused("deret angka terlalu panjang")
    separators = re.sub(r"[0-9]", "", body)
    if not separators:
        return [Decimal(body)], ""
    last = separators[-1]
    head, _, rest = body.rpartition(last)
    if head.startswith("0") and head.isdigit() and head != "0":
        raise _Refused(f'nol di depan pada "{body}": ada angka yang hilang')  # "03.30" for 93.30
    decimal = Decimal(re.sub(r"[., ]", "", head) + "." + rest)
    spaced = "spasi dibaca sebagai pemisah ribuan" if " " in separators else ""
    if _GROUPED.fullmatch(body):
        grouped = Decimal(re.sub(r"[., ]", "", body))
        if len(separators) == 1 and not spaced:
            return [grouped, decimal], ""
        return [grouped], "koma dibaca sebagai pemisah ribuan" if last == "," else spaced
    # "170804.700" has neither whole groups nor a plausible decimal point.
    glued = separators == "." and len(rest) == 3 and len(head) > 3
    if last == " " or last in separators[:-1] or glued or not (head.isdigit() or _GROUPED.fullmatch(head)):
        raise _Refused(f'kelompok ribuan tidak utuh pada "{body}"')
    return [decimal], _joined("titik dibaca sebagai koma desimal" if last == "." else "", spaced)


def _whole(readings: list[Decimal], body: str, family: str) -> list[Decimal]:
    """Keep what can be a count (whole) or rupiah (whole, or with sen behind a comma)."""
    reading = readings[0]
    if family == "cacah" and reading % 1:
        raise _Refused(f'pecahan pada satuan yang dihitung utuh: "{body}"')
    if family == "uang" and _places(reading) == 3:
        raise _Refused(f'pecahan rupiah tiga angka pada "{body}"', [reading, reading.scaleb(3)])
    # "25.00" may be a cut "25.000"; "18508617440.0" is a whole number a machine wrote.
    if family == "uang" and _places(reading) and "," not in body and (reading % 1 or abs(reading) < 1000):
        raise _Refused(f'pecahan rupiah ditulis dengan titik pada "{body}"')
    return [reading]


def _fitting(allowed: list[Decimal], possible: list[Decimal], family: str, rentang: Rentang | None) -> Decimal:
    """Pick the one reading inside the limits, or refuse with all that were possible."""
    low, high = rentang or _DEFAULT_RENTANG.get(family, (None, None))

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
        raise _Refused(f"{shown} di luar rentang {' '.join(limits)}", candidates)
    if len(fitting) > 1:
        raise _Refused(f"dapat dibaca {shown}; satuan dan rentang kolom tidak menentukan", candidates)
    if abs(fitting[0]) >= _EXACT:
        raise _Refused("angka terlalu besar untuk disimpan tepat")
    return fitting[0]


def _unit(match: re.Match[str], currency: str, satuan: str) -> tuple[str, str]:
    """Return the printed unit, and a note when it is a word we do not know."""
    printed = match["unit"].strip(" /.")
    if not printed:
        return currency, ""
    words = _words(printed)
    known = words[:1] and words[0] in {*_UNITS, *_words(satuan)}
    plausible = match["gap"] and len(words) <= 3 and words and len(words[0]) > 1
    if not _UNIT.fullmatch(printed) or not _QUALIFIERS.isdisjoint(words) or not (known or plausible):
        raise _Refused(f'"{match["unit"].strip()}" sesudah angka tidak dikenal sebagai satuan')
    unit = f"{currency}{match['gap']}{printed}".strip(" /")
    return unit, "" if known else f'kata "{printed}" dibaca sebagai satuan'


def _family(satuan: str) -> str:
    """Return the kind of number a unit stands for, berskala for "juta rupiah", "" when unknown."""
    words = _words(satuan)
    if not _POWERS.keys().isdisjoint(words):
        return "berskala"
    return _FAMILY_OF.get(words[0], "") if words else ""


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _places(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _text(value: Decimal) -> str:
    return write(value, _places(value))

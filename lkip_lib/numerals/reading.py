"""Read cells as Indonesian reports print them: a number, a range, a bound, a ratio, a share with its two counts.

Reading never guesses silently and never raises: a text gives one number, a range or bound, or a state with a
sentence saying why not. `satuan` and `rentang` of the column settle what the text alone leaves open.
"""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from lkip_lib.numerals.number import (
    ANGKA,
    BELUM_DIISI,
    GROUPED,
    RP,
    TIDAK_BERLAKU,
    TIDAK_TERBACA,
    Reading,
    Refused,
    joined,
    number,
)
from lkip_lib.numerals.shares import bracketed_parts, share
from lkip_lib.numerals.units import POWERS, Rentang, family, nearest, raised
from lkip_lib.numerals.writing import terbilang, write

_LONGEST = 120  # characters a cell can have and still be one number with its unit
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_LOOKALIKES = _DASHES | {ord("≧"): "≥", ord("⩾"): "≥", ord("≦"): "≤", ord("⩽"): "≤"}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BLANK = re.compile(r"(?:rp)?[-_.,… ]*%?", re.I)
_NOT_FILLED = re.compile(r"(?:data )?tidak (?:ada|tersedia|diisi|rilis|terbit)(?: data(?:nya)?)?|kosong", re.I)
# What is still to come, without a number of its own: "belum diukur", "Diukur di TW IV", "masih dalam proses".
_PERIOD = re.compile(r"(?:tw|tri ?wulan|semester|tahun|bulan)\.? ?[0-9]{1,4}|20[0-9]{2}", re.I)
_TO_COME = r"ukur|hitung|nilai|survei|rilis|terbitkan|laksanakan|lakukan|selenggarakan|proses"
_NOT_YET = re.compile(
    r"(?:(?:nilai|hasil|data|angka|realisasi|survei|masih|sedang|akan|baru)(?:nya)? )*"
    rf"(?:(?:belum|menunggu)\b|(?:dalam )?proses\b|on ?progress\b|(?:tidak )?di ?(?:{_TO_COME})\b)[^0-9%]*",
    re.I,
)
_NOT_APPLICABLE = re.compile(r"n[/.]?a|tidak (?:berlaku|relevan)", re.I)
_NONE = re.compile(r"nihil|nol", re.I)
_FOOTNOTE = re.compile(r"(.*[0-9%‰])\s?(\*+\)?)")

# Not "3 -412 %": a row number glued to a negative value looks just so.
_UP_TO = r"(?:s ?[./]? ?d\.?|sampai(?: dengan)?|hingga)"
_RANGE = re.compile(rf"(.*?[0-9](?:.*?\S)?)(?:\s-\s|-\s?|\s?{_UP_TO}\s?)([+-]?(?:{RP})?\s?[+-]?[0-9].*)", re.I)
_BETWEEN = re.compile(rf"antara\s(.+?)\s(?:dan|-|{_UP_TO})\s(.+)", re.I)
_RATIO = re.compile(r"1\s?(?::|banding)\s?([0-9].*)", re.I)
_BRACKETED = re.compile(r"\(([^()]+)\)\s?([^()0-9]*)")
_COMPOSITE = re.compile(r"([^()]*[^()\s])\s?(\(.*\))")
_WORDS_BETWEEN = re.compile(r"([^()]*[0-9])\s?\(([^()0-9]+)\)\s?([^\W\d_][^()0-9]*)")
_GRADED = re.compile(r"(AA|A|BB|B|CC|C|D)[+-]?\s?\(([^()]*[0-9][^()]*)\)")
# Tried in this order: "tidak kurang dari" before "kurang dari", ">=" before ">".
_LEAST = r"min(?:imal|imum)?\.?|paling (?:sedikit|rendah|kecil)|sekurang(?:-kurang)?nya|setidak(?:-tidak)?nya"
_MOST = r"ma(?:ks|x)(?:imal|imum)?\.?|paling (?:banyak|tinggi|besar|lama)|se(?:banyak-banyak|tinggi-tinggi)nya"
_BOUNDS = [
    (re.compile(rf"(?:{phrases})\s?:?\s?(.+)", re.I), is_low, strict)
    for phrases, is_low, strict in (
        (rf"≥|>=|=>|tidak (?:boleh )?(?:kurang|lebih rendah) dari|{_LEAST}", True, False),
        (rf"≤|<=|=<|tidak (?:boleh )?(?:lebih|lebih tinggi) dari|{_MOST}|{_UP_TO}", False, False),
        (r">|lebih (?:besar |tinggi )?dari|di ?atas", True, True),
        (r"<|(?:lebih )?(?:kurang|kecil|rendah) dari|di ?bawah", False, True),
    )
]
_BOUNDS_BEHIND = [
    (re.compile(rf"(.+?)\s?(?:{phrases})", re.I), is_low)
    for phrases, is_low in (
        (rf"\((?:{_LEAST})\)|\+|ke ?atas|atau lebih", True),
        (rf"\((?:{_MOST})\)|ke ?bawah|atau kurang", False),
    )
]
_SIGN = r"(?:[<>]=?|=[<>]|[≤≥])"
_TURNED = str.maketrans("<>≤≥", "><≥≤")
# "70 < x ≤ 80", whatever the value is called, and "80 - <90".
_AROUND = re.compile(rf"(.*[0-9].*?)\s?({_SIGN})\s?[^\W\d_][^\d<>≤≥=]*?\s?({_SIGN}.*)")
_FROM = re.compile(rf"([^<>≤≥=]*[0-9][^<>≤≥=]*?)\s?(?:-|{_UP_TO})\s?((?:{_SIGN}|kurang dari).*)", re.I)
_TWO_BOUNDS = re.compile(rf"(\D.*?[0-9].*?)\s?(?:\sdan\s|,|\s-\s|&|\s{_UP_TO}\s)\s?(\D*[^\d\s-].*)", re.I)


@lru_cache(maxsize=16384)  # a report names most figures more than once, and every check asks for their decimals
def read(text: str, *, satuan: str = "", rentang: Rentang | None = None) -> Reading:
    """Read one printed cell.

    Returns a Reading, always: text that is damaged or has two fitting readings is `tidak_terbaca`, without a
    value. `satuan` is the column's unit, `rentang` its declared limits (inclusive, None is open).

    >>> read("Rp. 12.345.678.900,-", satuan="rupiah").value
    12345678900.0
    >>> read("64.17", satuan="nilai").note
    'Dibaca 64,17: titik dibaca sebagai koma desimal.'
    >>> read("9.900", satuan="orang").value, read("9.900", satuan="persen").candidates
    (9900.0, (9900.0, 9.9))
    >>> read("35.000.0000", satuan="rupiah").note
    'Tidak terbaca: kelompok ribuan tidak utuh pada "35.000.0000".'
    >>> read("87.4 | 67.4", satuan="persen").note
    'Tidak terbaca: salinan memuat 2 bacaan sel ini: 87.4 dan 67.4.'
    >>> read("80 - 90%").low, read("kurang dari 49").high, read("--").status
    (80.0, 49.0, 'belum_diisi')
    >>> read("41,92 (3.849/ 9.181)", satuan="persen").parts
    (3849.0, 9181.0)
    """
    printed = text.translate(_INVISIBLE).strip()
    plain = _plain(printed)
    phrase = plain.replace("_", " ").strip(" .")
    if _BLANK.fullmatch(plain) or _NOT_FILLED.fullmatch(phrase) or _NOT_YET.fullmatch(_PERIOD.sub("", phrase)):
        return Reading(printed, None, BELUM_DIISI)
    if _NOT_APPLICABLE.fullmatch(phrase):
        return Reading(printed, None, TIDAK_BERLAKU)
    if _NONE.fullmatch(phrase) and family(satuan) == "cacah" and (rentang is None or (rentang[0] or 0) <= 0):
        return Reading(printed, 0.0, ANGKA, note=f'Dibaca 0: kata "{phrase}" dibaca sebagai nol.')
    if family(satuan) == "cacah" and (spelled := _spelled_counts().get(phrase.lower())):
        return Reading(printed, float(spelled), ANGKA, note=f'Dibaca {spelled}: kata "{phrase}" dibaca sebagai angka.')
    try:
        if len(plain) > _LONGEST:
            raise Refused("teks terlalu panjang untuk satu angka")
        if len(several := [part.strip() for part in plain.split("|")]) > 1:
            raise Refused(f"salinan memuat {len(several)} bacaan sel ini: {' dan '.join(several)}")
        reading = _interpret(plain, satuan, rentang)
    except Refused as refused:
        note = f"Tidak terbaca: {refused}."
        return Reading(printed, None, TIDAK_TERBACA, candidates=refused.candidates, note=note)
    ends = (reading.value, reading.low, reading.high)
    shown = "–".join(write(end, reading.decimals) for end in ends if end is not None)
    return replace(reading, text=printed, note=reading.note and f"Dibaca {shown}: {reading.note}.")


@lru_cache(maxsize=1)
def _spelled_counts() -> dict[str, int]:
    """Return the counts that sentences spell out ("tiga program"), by their words."""
    return {terbilang(n): n for n in range(1, 1000)}


def _plain(text: str) -> str:
    """Replace look-alike characters, but only those that change no number: NFKC would turn "10²" into 102."""
    safe = ("<wide>", "<small>", "<noBreak>")
    parts = (unicodedata.normalize("NFKC", c) if unicodedata.decomposition(c).startswith(safe) else c for c in text)
    return raised(" ".join("".join(parts).translate(_LOOKALIKES).split()))


def _interpret(plain: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read what stands around the numbers: footnote marks, brackets, bounds, ratios, ranges."""
    if match := _FOOTNOTE.fullmatch(plain):
        reading = _interpret(match[1], satuan, rentang)
        return replace(reading, note=joined(reading.note, f'tanda "{match[2]}" tidak ikut dibaca'))
    if bound := _bound(plain, satuan, rentang):
        return bound
    if counted := share(plain, satuan, rentang):
        return counted
    if "(" in plain:
        return _with_brackets(plain, satuan, rentang)
    if match := _RATIO.fullmatch(plain):
        return replace(number(match[1], satuan, rentang), unit="1:n")
    if match := _BETWEEN.fullmatch(plain) or _RANGE.fullmatch(plain):
        return _range(match[1], match[2], satuan, rentang)
    return number(plain, satuan, rentang)


def _with_brackets(plain: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read a number of which one part stands in brackets: a remark, the number in words, its two counts, itself."""
    if match := _GRADED.fullmatch(plain):
        reading = _interpret(match[2].strip(), satuan, rentang)
        return replace(reading, note=joined(reading.note, f'predikat "{match[1]}" tidak ikut dibaca'))
    if match := _WORDS_BETWEEN.fullmatch(plain):
        reading = number(f"{match[1]} {match[3]}", satuan, rentang)
        _must_spell(match[2], reading)
        return replace(reading, note=joined(reading.note, f"isi kurung ({match[2]}) tidak ikut dibaca"))
    if match := _COMPOSITE.fullmatch(plain):
        reading = _interpret(match[1], satuan, rentang)
        if parts := bracketed_parts(match[2], reading, satuan):
            return replace(reading, parts=parts)
        _must_spell(match[2].strip("()"), reading)
        return replace(reading, note=joined(reading.note, f"isi kurung {match[2]} tidak ikut dibaca"))
    if (match := _BRACKETED.fullmatch(plain)) and match[2]:
        reading = number(match[1].strip(), satuan, rentang)
        _must_spell(match[2], reading)
        return replace(reading, note=joined(reading.note, f'kata "{match[2]}" tidak ikut dibaca'))
    if match:
        # Brackets alone are how accountants print a negative amount; without a unit it is taken for one.
        inner = match[1].strip()
        reading = number(f"-{inner}", satuan or ("rupiah" if GROUPED.fullmatch(inner) else ""), rentang)
        return replace(reading, note=joined(reading.note, "angka dalam kurung dibaca sebagai angka negatif"))
    return number(plain, satuan, rentang)


_SPELLING = {
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
    *("belas", "puluh", "seratus", "ratus", "seribu", "ribu", "juta", "miliar", "triliun", "koma", "minus"),
}


_MULTIPLIERS = {3: "ribu", 6: "juta", 9: "miliar", 12: "triliun"}


def _as_spelled(word: str) -> str:
    """Write a multiplier as numbers are spelled out with it."""
    return _MULTIPLIERS.get(POWERS.get(word, 0), word)


def _must_spell(words: str, reading: Reading) -> None:
    """Refuse a number that is spelled otherwise beside it, "12 (dua puluh)", or nearly multiplied, "12 (jutta)"."""
    spelled = [_as_spelled(word) for word in words.lower().split()]
    if len(spelled) == 1 and (near := nearest(spelled[0], False)):
        raise Refused(f'"{words}" di samping angka tidak dikenal; mungkin "{near}"')
    while spelled and spelled[-1] not in _SPELLING:
        spelled.pop()  # the unit: "lima ribu rupiah"
    if not spelled or reading.value is None or not _SPELLING.issuperset(spelled):
        return
    if " ".join(spelled) != terbilang(reading.value):
        raise Refused(f'angkanya {write(reading.value, 9, trim=True)}, terbilangnya "{" ".join(spelled)}"')


def _bound(plain: str, satuan: str, rentang: Rentang | None) -> Reading | None:
    """Read "≥95", "95 atau lebih", or two bounds (">60% dan <85%", ">80 - 90"); None when there is no bound."""
    if match := _AROUND.fullmatch(plain):
        return _both(f"{match[2].translate(_TURNED)} {match[1]}", match[3], satuan, rentang)
    if match := _FROM.fullmatch(plain):
        return _both(f"≥ {match[1]}", match[2], satuan, rentang)
    for behind, is_low in _BOUNDS_BEHIND:
        if match := behind.fullmatch(plain):
            return _one_sided(number(match[1], satuan, rentang), is_low, False)
    for before, is_low, strict in _BOUNDS:
        if match := before.fullmatch(plain):
            two = _TWO_BOUNDS.fullmatch(plain)
            if two and (both := _both(two[1], two[2], satuan, rentang)):
                return both
            if is_low and (span := _RANGE.fullmatch(match[1])):
                return replace(_range(span[1], span[2], satuan, rentang), strict_low=strict)
            return _one_sided(number(match[1], satuan, rentang), is_low, strict)
    return number(plain[1:].strip(), satuan, rentang) if plain.startswith("=") else None


def _both(first: str, second: str, satuan: str, rentang: Rentang | None) -> Reading | None:
    """Read two bounds as one range; None when one of them is none."""
    one, other = (_bound(end, satuan, rentang) for end in (first, second))
    return _two_sided(one, other) if one and other else None


def _one_sided(end: Reading, is_low: bool, strict: bool) -> Reading:
    if is_low:
        return replace(end, value=None, low=end.value, strict_low=strict)
    return replace(end, value=None, high=end.value, strict_high=strict)


def _two_sided(one: Reading, other: Reading) -> Reading:
    low, high = (one, other) if one.low is not None else (other, one)
    if low.low is None or high.high is None or low.low > high.high:
        raise Refused("dua batas itu tidak membentuk satu rentang")
    return replace(
        low,
        high=high.high,
        strict_high=high.strict_high,
        decimals=max(low.decimals, high.decimals),
        candidates=(),
        note=joined(low.note, high.note),
    )


def _range(first: str, second: str, satuan: str, rentang: Rentang | None) -> Reading:
    """Read both ends; what is printed once, behind the second ("2 - 3 juta orang"), counts for both."""
    shared = re.sub(r".*[0-9]", "", second) if first[-1].isdigit() else ""
    low = number(first + shared, satuan, rentang)
    high = number(second, satuan or low.unit, rentang)
    if low.value is None or high.value is None or low.value > high.value:
        raise Refused("batas bawah melebihi batas atas")
    return replace(
        low,
        value=None,
        low=low.value,
        high=high.value,
        decimals=max(low.decimals, high.decimals),
        candidates=(),
        note=joined(low.note, high.note),
    )

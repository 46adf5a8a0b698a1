"""Write what a person meant into a cell of a workbook, in one of the ways that Excel files hold it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lkip_lib.numerals import write

TEPAT, DISEBUT, BEBAS = "tepat", "disebut", "bebas"
_PADAT = ("\u00a0", " ", "\u200b", "  ", "\u202f", "\ufeff", "")
_FORMAT = (
    "General", "0", "0.00", "#,##0", "#,##0.00", '"Rp"#,##0', '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-',
    "#,##0;[Red](#,##0)", "0.00E+00", '0" orang"', '#,##0.00" poin"', "[$Rp-421]#,##0", "@", "# ?/?", '0.00"%"',
    "0_);(0)",
)  # fmt: skip
_GALAT = ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!")
_MENIPU = ("#,##0,", "#,##0.0,,", '0.0" juta"', '"≥"0', '0" ribu"', '0"."00"."00', '">"0.0')


@dataclass(frozen=True, slots=True)
class Niat:
    """Hold what a person meant: a number in its unit, a code, a text, a choice, a year; None for a blank."""

    kind: str
    benar: Any
    satuan: str = ""


@dataclass(slots=True)
class Kuas:
    """Write into one cell of a sheet, and make each number format once."""

    buku: Any
    lembar: Any
    acak: random.Random
    format: dict[str, Any]

    def gaya(self, kode: str) -> Any:
        return self.format.setdefault(kode, self.buku.add_format({"num_format": kode}))


Tulis = Callable[[Kuas, int, int, Any], None]
CARA: list[tuple[str, str, Callable[[Niat], bool], str, Tulis]] = []


def cara(nama: str, kinds: str, harap: str, bila: Callable[[Niat], bool] = lambda n: True) -> Callable[[Tulis], Tulis]:
    """Declare one way of writing: its name, the kinds it serves, what must come of it, and for which contents."""

    def daftar(tulis: Tulis) -> Tulis:
        CARA.append((nama, kinds, lambda n: n.kind in kinds.split() and n.benar is not None and bila(n), harap, tulis))
        return tulis

    return daftar


def _utuh(n: Niat) -> bool:
    return n.benar == int(n.benar)


def _desimal(angka: Decimal) -> int:
    return max(0, -int(angka.normalize().as_tuple().exponent))


@cara("angka", "angka", TEPAT)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, float(isi))


@cara("angka berformat", "angka", TEPAT)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, float(isi), k.gaya(k.acak.choice(_FORMAT)))


@cara("ekor biner", "angka", TEPAT)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, float(isi) * 3 / 3 * (1 + 2**-52))


@cara("persen berformat", "angka", TEPAT, lambda n: n.satuan == "persen")
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, float(isi) / 100, k.gaya(k.acak.choice(["0%", "0.00%", "[Red]0.0%"])))


@cara("persen di kolom lain", "angka", DISEBUT, lambda n: n.satuan in ("rupiah", "orang"))
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, 0.25, k.gaya("0%"))


@cara("angka sebagai teks", "angka", BEBAS)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_string(b, c, _padat(k.acak, write(isi, _desimal(isi))))


@cara("teks tanpa pemisah", "angka", BEBAS, lambda n: _desimal(n.benar) != 3)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_string(b, c, f"{isi:f}".replace(".", ","))


@cara("teks Rp", "angka", TEPAT, lambda n: n.satuan == "rupiah" and _utuh(n) and n.benar >= 0)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_string(
        b, c, k.acak.choice(["Rp {},-", "Rp. {},00", "Rp{}", "{},00", "Rp\u00a0{}"]).format(write(isi, 0))
    )


@cara("teks bersatuan", "angka", TEPAT, lambda n: n.satuan == "orang")
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_string(b, c, f"{write(isi, 0)}{k.acak.choice([' ', chr(160)])}orang")


@cara("rumus bernilai", "angka", BEBAS)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_formula(b, c, "=Z99+1", k.gaya(k.acak.choice(_FORMAT)), float(isi))


@cara("rumus tanpa nilai", "angka kode teks pilihan tahun", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Any) -> None:
    k.lembar.write_formula(b, c, "=Z99", None, k.acak.choice(["", 0]))


@cara("galat", "angka kode teks pilihan tahun", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Any) -> None:
    k.lembar.write_formula(b, c, "=1/0", None, k.acak.choice(_GALAT))


@cara("tanggal buatan Excel", "angka kode pilihan tahun", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Any) -> None:
    hari = dt.date(2025, k.acak.randint(1, 12), k.acak.randint(1, 28))
    k.lembar.write_datetime(b, c, hari, k.gaya(k.acak.choice(["d-mmm", "dd/mm/yyyy", "mmm-yy", "[$-421]dd mmmm yyyy"])))


@cara("jam buatan Excel", "angka kode", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Any) -> None:
    k.lembar.write_datetime(
        b, c, dt.time(k.acak.randint(0, 23), 10), k.gaya(k.acak.choice(["h:mm", "hh.mm", "[h]:mm"]))
    )


@cara("benar salah", "angka kode tahun", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Any) -> None:
    k.lembar.write_boolean(b, c, k.acak.random() < 0.5)


@cara("format yang mengubah", "angka", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: Decimal) -> None:
    k.lembar.write_number(b, c, float(isi), k.gaya(k.acak.choice(_MENIPU)))


@cara("teks", "kode teks pilihan tahun", TEPAT)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_string(b, c, isi, k.gaya(k.acak.choice(["General", "@", "0.00", "0%"])))


@cara("teks berspasi", "kode teks pilihan tahun", TEPAT)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_string(b, c, _padat(k.acak, isi))


@cara("teks kaya", "kode teks", TEPAT, lambda n: len(n.benar) > 2)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    tengah = len(isi) // 2
    k.lembar.write_rich_string(b, c, isi[:tengah], k.buku.add_format({"bold": True}), isi[tengah:])


@cara("rumus teks", "kode teks pilihan", TEPAT)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_formula(b, c, '=Z99&""', None, isi)


@cara(
    "kode sebagai angka", "kode tahun", TEPAT, lambda n: n.benar.isdigit() and n.benar[0] != "0" and len(n.benar) < 15
)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_number(b, c, int(isi))


@cara("nol di depan berformat", "kode", TEPAT, lambda n: n.benar.isdigit() and len(n.benar) < 15)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_number(b, c, int(isi), k.gaya("0" * len(isi)))


@cara("kode desimal", "kode", DISEBUT, lambda n: n.benar.count(".") == 1 and n.benar.replace(".", "").isdigit())
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_number(b, c, float(isi) if float(isi) % 1 else float(isi) + 0.5)


@cara("kode panjang", "kode", DISEBUT)
def _(k: Kuas, b: int, c: int, isi: str) -> None:
    k.lembar.write_number(b, c, 197001012000031001 + k.acak.randint(0, 10**6))


def _padat(acak: random.Random, teks: str) -> str:
    return f"{acak.choice(_PADAT)}{acak.choice(_PADAT)}{teks}{acak.choice(_PADAT)}"


def tulis_sel(kuas: Kuas, b: int, c: int, niat: Niat) -> tuple[str, str]:
    """Write one cell in a way that suits it; return the way's name and what must come of it."""
    if niat.benar is None:
        if kuas.acak.random() < 0.5:
            kuas.lembar.write_blank(b, c, None, kuas.gaya("0%"))
        return "kosong", TEPAT
    nama, _, _, harap, tulis = kuas.acak.choice([cara for cara in CARA if cara[2](niat)])
    tulis(kuas, b, c, niat.benar)
    return nama, harap

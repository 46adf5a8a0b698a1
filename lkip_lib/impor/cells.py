"""Read the cells of one column as a mapping says: joined, added up, multiplied, and held against their kind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from lkip_lib import numerals
from lkip_lib.impor.codes import kode_dan_nama
from lkip_lib.impor.cuttings import Potongan
from lkip_lib.impor.mapping import Kolom
from lkip_lib.inputs.cell_kinds import keberatan
from lkip_lib.inputs.grid import Kisi, address, teks_angka
from lkip_lib.inputs.sheet_marks import Letak

_TITIK = re.compile(r"^((?:Rp\.?)?[^\d,.]*\d+)\.(\d\d)(?=\D*$)")


@dataclass(frozen=True, slots=True)
class Medan:
    """Join what a mapping says of one column with where it stands."""

    kolom: Kolom
    nomor: tuple[int, ...]
    kind: str
    satuan: str = ""
    kurang: tuple[int, ...] = ()
    bertitik: bool = False


def isi_sel(kisi: Kisi, b: int, medan: Medan, induk: Mapping[Letak, Letak]) -> list[str]:
    """Return the texts of a column's cells; a merged one speaks for each row it covers, unless it is an amount."""
    isi = []
    for k in medan.nomor:
        rb, rk = induk.get((b, k), (b, k)) if medan.kind != "angka" else (b, k)
        teks = kisi.baris[rb][rk]
        isi.append(berkoma(teks) if medan.bertitik and medan.satuan == "rupiah" else teks)
    return isi


def gabungkan(isi: Sequence[str], medan: Medan) -> str:
    """Join the texts of a column's cells as its mapping says."""
    kolom = medan.kolom
    if kolom.potong:
        isi = [kode_dan_nama(t)[kolom.potong == "nama"] for t in isi]
    if kolom.terakhir:
        return next((t for t in reversed(isi) if t), "")
    if kolom.sebutan:
        lain = "; ".join(f"{s}: {_tanggal(t)}" for s, t in zip(kolom.sebutan, isi[1:], strict=False) if t)
        return " ".join(filter(None, (isi[0], f"({lain})" if lain and isi[0] else "")))
    return kolom.gabung.join(filter(None, isi))


def _tanggal(teks: str) -> str:
    """Write a date of Excel as an office does; any other text stays."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", teks):
        return teks
    return str(format_date(dt.date.fromisoformat(teks), "d MMMM y", locale="id_ID"))


def berangka(teks: str) -> bool:
    """Tell whether a cell means to hold an amount; a date or the name of who signs does not.

    >>> berangka("Rp 1.2O0"), berangka("Kota Contoh, 16 Januari 2026"), berangka("-")
    (True, False, False)
    """
    return any(h.isdigit() for h in teks) and not re.search(r"[^\W\d]{3}", teks)


def dijumlahkan(isi: Sequence[str], b: int, medan: Medan, hasil: Potongan, *, berkode: bool) -> str:
    """Add up the amounts of several cells, less those to be taken off; blank ones are none, and all blank is blank.

    Below a table the same columns hold who signs it: words in a row without a code are no amounts.
    """
    jumlah, ada = 0.0, False
    for k, teks in zip((*medan.nomor, *medan.kurang), isi, strict=True):
        bacaan = numerals.read(teks, satuan=medan.satuan)
        if bacaan.value is not None and k in medan.nomor:
            jumlah, ada = jumlah + bacaan.value, True
        elif bacaan.value is not None:
            jumlah -= bacaan.value
        elif bacaan.status == numerals.TIDAK_TERBACA and (berkode or berangka(teks)):
            hasil.salah(address(b, k), f'"{teks}": {bacaan.note}', "Perbaiki selnya.")
    return teks_angka(round(jumlah, 2)) if ada else ""


def dikalikan(teks: str, b: int, medan: Medan, hasil: Potongan) -> str:
    """Multiply a figure as its column says; what is no single number is a problem."""
    if medan.kind != "angka" or medan.kolom.kali == 1:
        return teks
    bacaan = numerals.read(teks, satuan="" if medan.satuan.startswith("@") else medan.satuan)
    if bacaan.value is not None:
        return teks_angka(bacaan.value * medan.kolom.kali)
    if bacaan.status in (numerals.BELUM_DIISI, numerals.TIDAK_BERLAKU):
        return teks
    temuan = f'"{teks}" tidak dapat dikalikan {medan.kolom.kali}. {bacaan.note}'.strip()
    hasil.salah(address(b, medan.nomor[0]), temuan, "Perbaiki selnya, atau buang barisnya.")
    return ""


def periksa_sel(
    kisi: Kisi,
    b: int,
    medan: Mapping[str, Medan],
    induk: Mapping[Letak, Letak],
    hasil: Potongan,
) -> None:
    for m in medan.values():
        for k in m.nomor:
            if salah := keberatan(kisi.jenis[b][k], kisi.baris[b][k], m.kind, m.satuan):
                hasil.salah(address(b, k), *salah)
            if m.kind == "angka" and (b, k) in induk and kisi.baris[induk[b, k][0]][k]:
                hasil.salah(
                    address(b, k),
                    f"Angka di {address(*induk[b, k])} digabung untuk beberapa baris.",
                    "Pisahkan selnya dan isi angka setiap baris.",
                )


def berkoma(teks: str) -> str:
    """Write the point before the sen of an amount without thousands parted as a comma.

    >>> berkoma("Rp 863.00"), berkoma("7938394091.75"), berkoma("1,863.00")
    ('Rp 863,00', '7938394091,75', '1,863.00')
    """
    return _TITIK.sub(r"\1,\2", teks)


def berdesimal_titik(kisi: Kisi, kolom: Iterable[int]) -> bool:
    """Tell whether the amounts of a sheet have a point before their sen: then 863.00 is 863, and no cut 863.000."""
    teks = [b[k] for b in kisi.baris for k in kolom]
    bertitik = any(re.search(r"(?:\d,\d{3}|\b\d{4,})\.\d\d\b", t) for t in teks)
    return bertitik and not any(re.search(r"\d\.\d{3}(?:,\d|\b)", t) for t in teks)

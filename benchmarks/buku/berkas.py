"""Write workbooks of random tables with every quirk of cells and of files, and keep what was meant."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from benchmarks.buku.sel import TEPAT, Kuas, Niat, tulis_sel

_NAMA = (
    "Dinas Pendidikan",
    "Nilai AKIP & SAKIP",
    "<b>tebal</b>",
    "=HYPERLINK(1)",
    "Program “A” – tahap 2",
    "café 10²",
    "-",
)
_KODE = ("1.10", "007", "2.07.02.2.01.0005", "A.1", "83", "1.1", "00012", "5.1.02.01.01.0024", "TPT", "12", "2.07")
LEMBAR = "xl/worksheets/sheet{}.xml"


@dataclass(frozen=True, slots=True)
class Maksud:
    """Hold one cell that was written: its place, what was meant, how it was written and what must come of it."""

    baris: int
    kolom: int
    niat: Niat
    cara: str
    harap: str


def niat(acak: random.Random, kind: str, satuan: str) -> Niat:
    """Choose what a person means in a column of this kind."""
    if acak.random() < 0.06:
        return Niat(kind, None, satuan)
    match kind, satuan:
        case "angka", "rupiah":
            isi = Decimal(acak.choice([0, 1, 999, 1260, acak.randint(0, 10**12), acak.randint(0, 10**7) * 1000]))
        case "angka", "orang":
            isi = Decimal(acak.choice([0, 7, 1000, 1260, acak.randint(0, 99_999)]))
        case "angka", _:
            isi = Decimal(acak.randint(0, 10 ** acak.randint(1, 5))).scaleb(-acak.randint(0, 4)).min(100)
        case "kode", _:
            isi = acak.choice(_KODE)
        case "pilihan", _:
            isi = acak.choice(["naik", "turun"])
        case "tahun", _:
            isi = str(acak.randint(2019, 2030))
        case _:
            isi = acak.choice(_NAMA)
    return Niat(kind, isi, satuan)


def tulis_berkas(path: Path, acak: random.Random) -> list[Maksud]:
    """Write one workbook; its first visible sheet holds the cells that are returned."""
    pilihan = {"constant_memory": acak.random() < 0.2, "strings_to_numbers": False}
    if acak.random() < 0.2:
        pilihan["default_date_format"] = "dd/mm/yyyy"
    maksud = []
    with xlsxwriter.Workbook(path, pilihan) as buku:
        if acak.random() < 0.2:
            buku.add_worksheet("_daftar").hide()
        lembar = buku.add_worksheet("Data 1")
        lembar.activate()
        lembar.set_first_sheet()
        kuas = Kuas(buku, lembar, acak, {})
        awal_b, awal_k = acak.randint(0, 6), acak.randint(0, 3)
        kolom = [
            (kind, satuan)
            for kind, satuan in (
                ("kode", ""), ("teks", ""), ("pilihan", ""), ("tahun", ""),
                ("angka", "rupiah"), ("angka", "orang"), ("angka", "persen"), ("angka", "nilai"),
            )
        ]  # fmt: skip
        acak.shuffle(kolom)
        if acak.random() < 0.3:
            lembar.set_column(awal_k, awal_k + acak.randint(0, 3), None, None, {"hidden": True})
        bebas = 0
        for b in range(awal_b, awal_b + acak.randint(3, 25)):
            if acak.random() < 0.1:
                lembar.set_row(b, None, None, {"hidden": True})
            if acak.random() < 0.05:
                continue
            if b >= bebas and not pilihan["constant_memory"] and acak.random() < 0.1:
                bebas = b + 4
                maksud += _gabungan(lembar, b, awal_k + len(kolom), acak.randint(1, 3))
            for k, (kind, satuan) in enumerate(kolom, start=awal_k):
                ini = niat(acak, kind, satuan)
                maksud.append(Maksud(b, k, ini, *tulis_sel(kuas, b, k, ini)))
    _tambal(path, acak)
    return maksud


def _gabungan(lembar: Any, b: int, k: int, tinggi: int) -> list[Maksud]:
    """Merge a label over rows beside the table: it stands in the first, and the others are blank."""
    lembar.merge_range(b, k, b + tinggi, k + 1, f"Kelompok {b}")
    isi = [(b, k, f"Kelompok {b}")] + [(b + i, k, None) for i in range(1, tinggi + 1)]
    return [Maksud(b, k, Niat("teks", teks), "gabungan", TEPAT) for b, k, teks in isi]


def _tanpa_alamat(xml: str) -> str:
    """Drop the addresses of a row's cells where the row starts at A and has no gap."""

    def satu(baris: re.Match[str]) -> str:
        alamat = re.findall(r'<c r="([A-Z]+)\d+"', baris[0])
        return (
            re.sub(r'<c r="[A-Z]+\d+"', "<c", baris[0]) if alamat == list("ABCDEFGHIJKL"[: len(alamat)]) else baris[0]
        )

    return re.sub(r"<row .*?</row>", satu, xml)


_TAMBALAN: tuple[Callable[[str], str], ...] = (
    _tanpa_alamat,
    lambda x: re.sub(r"<dimension[^>]*/>", "", x),
    lambda x: re.sub(r"<dimension[^>]*/>", '<dimension ref="A1"/>', x),
    lambda x: re.sub(r' spans="[^"]*"', "", x),
    lambda x: x.replace("<v></v>", ""),
    lambda x: re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", x).replace("xmlns=", "xmlns:x=", 1),
    lambda x: x.replace("</worksheet>", "<extLst><ext uri='{0}'/></extLst></worksheet>"),
)


def _tambal(path: Path, acak: random.Random) -> None:
    """Rewrite the archive as other programs write it: no addresses, no dimension, a prefix, absolute targets."""
    with zipfile.ZipFile(path) as lama:
        isi = {nama: lama.read(nama).decode() for nama in lama.namelist()}
    for nama in [n for n in isi if n.startswith("xl/worksheets/sheet")]:
        for tambalan in acak.sample(_TAMBALAN, acak.randint(0, 2)):
            isi[nama] = tambalan(isi[nama])
    if acak.random() < 0.3:
        rel = "xl/_rels/workbook.xml.rels"
        isi[rel] = isi[rel].replace('Target="', 'Target="/xl/')
    if acak.random() < 0.3:
        isi["xl/workbook.xml"] = isi["xl/workbook.xml"].replace(' fullCalcOnLoad="1"', ' fullCalcOnLoad="true"')
    cara = acak.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    with zipfile.ZipFile(path, "w", cara) as baru:
        for nama, teks in isi.items():
            baru.writestr(nama, teks)

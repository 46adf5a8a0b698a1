"""Read what a workbook's XML says beside the values: number formats, errors, uncomputed formulas, hidden lines."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

Letak = tuple[int, int]  # row and column, from 0
TERLUAS = 2_000_000  # cells in the rectangle from A1 to the outermost one

# Built-in formats that a stored number is not simply shown under; the others are dates, which calamine tells.
_BAWAAN = {9: "0%", 10: "0.00%"}
_REL_ID = "}id"


@dataclass(frozen=True, slots=True)
class Tanda:
    """Hold what one sheet says beside its values, by row and column from 0.

    `ujung` is the corner of the filled cells, `terluar` that of all that a reader makes room for: a text may be empty.
    """

    format: Mapping[Letak, str]
    galat: Mapping[Letak, str]
    tanpa_nilai: frozenset[Letak]
    baris_tersembunyi: frozenset[int]
    kolom_tersembunyi: frozenset[int]
    ujung: Letak | None
    terluar: Letak | None


def bagian_lembar(isi: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of the archive that holds each worksheet, by the sheet's name, in order."""
    buku = ET.fromstring(isi.read("xl/workbook.xml"))
    kaitan = ET.fromstring(isi.read("xl/_rels/workbook.xml.rels"))
    sasaran = {
        k.get("Id"): posixpath.normpath(posixpath.join("/xl", k.get("Target", "")))[1:]
        for k in kaitan
        if k.get("Type", "").endswith("/worksheet")
    }
    hasil = {}
    for lembar in buku.findall(".//{*}sheets/{*}sheet"):
        rid = next((nilai for nama, nilai in lembar.attrib.items() if nama.endswith(_REL_ID)), None)
        if rid in sasaran:
            hasil[lembar.get("name", "")] = sasaran[rid]
    return hasil


def belum_dihitung(isi: zipfile.ZipFile) -> bool:
    """Tell whether the program that wrote the file left its formulas for Excel to compute at the next opening."""
    hitung = ET.fromstring(isi.read("xl/workbook.xml")).find("{*}calcPr")
    return hitung is not None and hitung.get("fullCalcOnLoad") in ("1", "true")


def format_gaya(isi: zipfile.ZipFile) -> list[str]:
    """Return the number format of each cell style, "" for a general one or a built-in one that changes nothing."""
    if "xl/styles.xml" not in isi.namelist():
        return []
    gaya = ET.fromstring(isi.read("xl/styles.xml"))
    sendiri = {n.get("numFmtId", ""): n.get("formatCode", "") for n in gaya.findall("{*}numFmts/{*}numFmt")}
    nomor = [xf.get("numFmtId", "0") for xf in gaya.findall("{*}cellXfs/{*}xf")]
    return [sendiri.get(n, _BAWAAN.get(int(n), "")) for n in nomor]


def baca_tanda(isi: zipfile.ZipFile, bagian: str, gaya: list[str], *, ragu: bool) -> Tanda:
    """Read one sheet's part. With `ragu` a formula whose kept value is 0 counts as one never computed."""
    format_: dict[Letak, str] = {}
    galat: dict[Letak, str] = {}
    tanpa_nilai = set()
    baris_tersembunyi = set()
    kolom_tersembunyi: list[tuple[int, int]] = []
    ujung = terluar = None
    with isi.open(bagian) as berkas:
        for letak, unsur in _unsur(berkas):
            if letak[1] < 0:  # not a cell: a row, or a column's declaration
                if unsur.tag.endswith("}row"):
                    baris_tersembunyi.add(letak[0])
                else:
                    kolom_tersembunyi.append((int(unsur.get("min", "1")) - 1, int(unsur.get("max", "1"))))
                continue
            terluar = _meluas(terluar, letak) if len(unsur) else terluar
            if terluar and terlalu_luas(terluar):
                break  # whoever asked refuses the sheet; the rest of it may be endless
            nilai = (unsur.findtext("{*}v") or "").strip()
            rumus = unsur.find("{*}f") is not None
            if not (nilai or rumus or unsur.find("{*}is") is not None):
                continue
            ujung = _meluas(ujung, letak)
            jenis = unsur.get("t", "n")
            if jenis == "e":
                galat[letak] = nilai
            elif rumus and jenis == "n" and (not nilai or (ragu and float(nilai) == 0)):
                tanpa_nilai.add(letak)
            elif jenis == "n" and (kode := gaya[int(s)] if (s := unsur.get("s")) else ""):
                format_[letak] = kode
    lebar = ujung[1] + 1 if ujung else 0
    return Tanda(
        format_,
        galat,
        frozenset(tanpa_nilai),
        frozenset(b for b in baris_tersembunyi if ujung and b <= ujung[0]),
        frozenset(k for awal, akhir in kolom_tersembunyi for k in range(awal, min(akhir, lebar))),
        ujung,
        terluar,
    )


def terlalu_luas(sudut: Letak) -> bool:
    """Tell whether the rectangle up to a corner holds more cells than any sheet of an agency."""
    return (sudut[0] + 1) * (sudut[1] + 1) > TERLUAS


def _meluas(sudut: Letak | None, letak: Letak) -> Letak:
    return (max(sudut[0], letak[0]), max(sudut[1], letak[1])) if sudut else letak


def _unsur(berkas: IO[bytes]) -> Iterator[tuple[Letak, ET.Element]]:
    """Yield each cell with its place, and each hidden row (column −1) and hidden column (both −1)."""
    baris = kolom = -1
    for peristiwa, unsur in ET.iterparse(berkas, events=("start", "end")):
        nama = unsur.tag.rpartition("}")[2]
        if peristiwa == "start":
            if nama == "row":
                baris = int(unsur.get("r", baris + 2)) - 1
                kolom = -1
        elif nama == "c":
            baris, kolom = _letak(alamat) if (alamat := unsur.get("r")) else (baris, kolom + 1)
            yield (baris, kolom), unsur
        elif nama in ("row", "col"):
            if unsur.get("hidden") in ("1", "true"):
                yield (baris if nama == "row" else -1, -1), unsur
            unsur.clear()


def _letak(alamat: str) -> Letak:
    """Return the place that an address names, whatever row it stands in: so do all who read it."""
    huruf = alamat.rstrip("0123456789")
    kolom = 0
    for h in huruf:
        kolom = kolom * 26 + ord(h) - 64
    return int(alamat.removeprefix(huruf)) - 1, kolom - 1

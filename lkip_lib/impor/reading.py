"""Read an export through its mapping: the rows of each table, checked, with what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.headings import baku
from lkip_lib.impor.mapping import Bagian, Peta
from lkip_lib.impor.rows import Dibuang, Potongan, medan_bagian, potong
from lkip_lib.impor.tree import Simpul, pohonkan
from lkip_lib.inputs import shape
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.grid import Kisi, baca_kisi
from lkip_lib.inputs.tables import TABLES, Column

# Names that an export writes where a table wants the code: {"indikator": {"nilai akip": "AKIP"}}.
Rujukan = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Impor:
    """Hold what one part of a mapping gave: the rows of its table as text, and what happened on the way."""

    tabel: str
    lembar: str
    frame: pd.DataFrame
    dibuang: tuple[Dibuang, ...]
    kabar: tuple[str, ...]


def impor(path: Path, peta: Peta, tahun: int, rujukan: Rujukan | None = None) -> list[Impor]:
    """Read every part of a mapping from an export.

    A table with a year takes `tahun` where the export names none; each row says its file, sheet and row as `sumber`.
    Raises MasukanSalah with every unreadable cell, unknown code and doubled key, each with its place.
    """
    return susun(baca_kisi(path), peta, path.name, tahun, rujukan or {})


def susun(semua: Mapping[str, Kisi], peta: Peta, berkas: str, tahun: int, rujukan: Rujukan) -> list[Impor]:
    """Read every part of a mapping from sheets already read; else as `impor`."""
    hasil, masalah = [], []
    for bagian in peta.bagian:
        try:
            hasil.append(_susun_bagian(semua, bagian, berkas, tahun, rujukan))
        except MasukanSalah as salah:
            masalah += salah.masalah
    if masalah:
        raise MasukanSalah(masalah)
    return hasil


def _susun_bagian(semua: Mapping[str, Kisi], bagian: Bagian, berkas: str, tahun: int, rujukan: Rujukan) -> Impor:
    potongan = potong(semua, bagian, berkas)
    tabel = TABLES[bagian.tabel]
    if bagian.pohon:
        angka = [nama for nama, (_, kind) in medan_bagian(bagian).items() if kind == "angka"]
        baris = list(_baris_pohon(pohonkan(potongan, bagian.pohon, angka)))
    else:
        baris = [(b.nomor, dict(b.isi)) for b in potongan.baris]
    tetap = {"tahun": str(tahun)} if any(c.name == "tahun" for c in tabel.columns) else {}
    isi = []
    for nomor, satu in baris:
        for milik in _ulangi(bagian, satu):
            sumber = f"{berkas}, lembar {potongan.lembar}" + (f", baris {nomor}" if nomor else "")
            isi.append({"sumber": sumber, **tetap, **bagian.isi, **milik, BARIS: nomor})
    if not isi:
        potongan.salah(f"A{bagian.judul[1] + 1}", "Tidak ada baris yang menjadi isi tabel.", "Periksa peta dan buang.")
    kolom = [c.name for c in tabel.columns if any(c.name in b for b in isi)]
    frame = pd.DataFrame(isi, columns=[*kolom, BARIS]).fillna("")
    _pakai_kode(frame, tabel.columns, rujukan, potongan)
    _periksa_angka(frame, bagian, potongan)
    potongan.masalah += _periksa(frame, bagian, potongan)
    if potongan.masalah:
        raise MasukanSalah(potongan.masalah)
    return Impor(bagian.tabel, potongan.lembar, frame, tuple(potongan.dibuang), tuple(potongan.kabar))


def _baris_pohon(simpul: Iterable[Simpul]) -> Iterator[tuple[int, dict[str, str]]]:
    for s in simpul:
        tempat = {"kode": s.kode, "induk": s.induk, "tingkat": s.tingkat, "nama": s.nama}
        yield s.nomor, {**s.isi, **s.angka, **tempat}


def _ulangi(bagian: Bagian, isi: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield a row once, or once for each repetition that says something of it; a tree stays whole in each."""
    umum = {nama: teks for nama, teks in isi.items() if "." not in nama}
    if not bagian.ulang:
        yield umum
    for i, ulang in enumerate(bagian.ulang):
        milik = {nama: isi.get(f"ulang{i}.{nama}", "") for nama in ulang.kolom}
        if bagian.pohon or any(milik.values()):
            yield {**umum, **ulang.isi, **milik}


def _pakai_kode(frame: pd.DataFrame, kolom: Iterable[Column], rujukan: Rujukan, potongan: Potongan) -> None:
    """Write the code where an export names what the table has a code for."""
    for c in kolom:
        kode = rujukan.get(c.rujukan, {})
        if c.name not in frame.columns or not kode:
            continue
        dikenal = frame[c.name].map(lambda teks, kode=kode: teks if teks in kode.values() else kode.get(baku(teks), ""))
        pakai = (dikenal != "") & (dikenal != frame[c.name])
        if pakai.any():
            potongan.kabar.append(f"{pakai.sum()} nama di kolom {c.name} dikenali sebagai kode di {c.rujukan}.csv.")
        frame.loc[pakai, c.name] = dikenal[pakai]
        for teks, nomor in frame.loc[(dikenal == "") & (frame[c.name] != ""), [c.name, BARIS]].itertuples(index=False):
            perbaikan = f"Tambahkan ke {c.rujukan}.csv, atau sebut kodenya di ganti."
            potongan.salah(str(nomor), f'{c.name} "{teks}" tidak ada di {c.rujukan}.csv.', perbaikan)


def _periksa_angka(frame: pd.DataFrame, bagian: Bagian, potongan: Potongan) -> None:
    """Hold every figure of a fixed unit to be readable."""
    for c in TABLES[bagian.tabel].angka:
        if c.name not in frame.columns or c.satuan.startswith("@"):
            continue
        for teks, nomor in zip(frame[c.name], frame[BARIS], strict=True):
            bacaan = numerals.read(str(teks), satuan=c.satuan)
            if bacaan.status == numerals.TIDAK_TERBACA:
                perbaikan = "Perbaiki selnya, buang barisnya, atau pilih kolom lain di peta."
                potongan.salah(str(nomor), f'{c.name} "{teks}": {bacaan.note}', perbaikan)


def _periksa(frame: pd.DataFrame, bagian: Bagian, potongan: Potongan) -> list[Masalah]:
    try:
        lengkap = shape.lengkapi(frame, TABLES[bagian.tabel], f"{potongan.berkas}, lembar {potongan.lembar}")
    except MasukanSalah as salah:
        return salah.masalah
    return shape.periksa(lengkap, TABLES[bagian.tabel], f"{potongan.berkas}, lembar {potongan.lembar}", {})

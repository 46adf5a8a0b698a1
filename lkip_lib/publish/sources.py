"""The sources page: every input row as read, an anchor each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.trail import jangkar
from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import Table


@dataclass(frozen=True, slots=True)
class TabelSumber:
    id: str
    judul: str
    guna: str
    berkas: str
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class YamlSumber:
    id: str
    nama: str
    baris: list[str]


def daftar_tabel(folder: Path, deklarasi: Mapping[str, Table]) -> list[TabelSumber]:
    """Show every table of a run, in the order of the declarations; empty columns are left out."""
    semua = {**deklarasi, **LEMBAR_BUKU}
    bacaan = baca_mentah(folder, semua)
    hasil = []
    for nama, frame in bacaan.tabel.items():
        t, asal = semua[nama], bacaan.asal[nama]
        kolom = [k for k in frame.columns if k != BARIS and (frame[k] != "").any()]
        angka = {c.name for c in t.angka}
        baris = [
            Baris([b[BARIS], *(b[k] for k in kolom)], jangkar=jangkar(*asal.letak(b[BARIS])))
            for b in frame.to_dict("records")
        ]
        kepala = [Kolom("Baris", angka=True), *(Kolom(k.replace("_", " "), angka=k in angka) for k in kolom)]
        tempat = f"{asal.berkas}, lembar {asal.lembar}" if asal.lembar else asal.berkas
        tabel = Tabel(f"{t.judul} ({tempat})", kepala, baris, lanskap=True)
        hasil.append(TabelSumber(f"tabel-{nama.replace('/', '-')}", t.judul, t.guna, asal.berkas, tabel))
    return hasil


def daftar_yaml(folder: Path) -> list[YamlSumber]:
    """Show every YAML file of a run, line by line."""
    return [
        YamlSumber(p.name.replace(".", "-"), p.name, p.read_text(encoding="utf-8").splitlines())
        for p in sorted(folder.glob("*.yml"))
    ]

"""The sources page: every input row as read, an anchor each."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.trail import jangkar, jangkar_sel
from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.origin import Asal
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import Table

_KEPALA = ("nama", "uraian")  # what names a row beside its code


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
        isi = [k for k in frame.columns if k != BARIS and (frame[k] != "").any()]
        angka = [c.name for c in t.angka if c.name in isi]
        kepala = [k for k in dict.fromkeys((t.subjek, *_KEPALA)) if k in isi and k not in angka]
        lain = [k for k in isi if k not in (*angka, *kepala)]
        kolom = [*angka, *sorted(lain, key=lambda k: k == "sumber")]
        baris = [_baris(b, asal, kepala, kolom) for b in frame.to_dict("records")]
        judul = " dan ".join(_sebut(k) for k in kepala) or "Baris"
        kepala_tabel = [Kolom(judul.capitalize()), *(Kolom(_sebut(k).capitalize(), angka=k in angka) for k in kolom)]
        tempat = f"{asal.berkas}, lembar {asal.lembar}" if asal.lembar else asal.berkas
        tabel = Tabel(f"{t.judul} ({tempat})", kepala_tabel, baris, lanskap=True, data=True)
        hasil.append(TabelSumber(f"tabel-{nama.replace('/', '-')}", t.judul, t.guna, asal.berkas, tabel))
    return hasil


def _sebut(kolom: str) -> str:
    return kolom.replace("_", " ")


def _baris(b: Mapping[Hashable, Any], asal: Asal, kepala: Sequence[str], kolom: Sequence[str]) -> Baris:
    """Show a row: what it is about stays in view at the left, every cell can be landed on."""
    nomor = b[BARIS]

    def id_sel(k: str) -> str:
        return jangkar_sel(*asal.letak(nomor, k)) if b[k] else ""

    tentang = Markup(" ").join(Markup('<span id="{}">{}</span>').format(id_sel(k), b[k]) for k in kepala if b[k])
    judul = tentang + Markup("<small>baris {}</small>").format(nomor)
    return Baris([judul, *(b[k] for k in kolom)], jangkar=jangkar(*asal.letak(nomor)), id_sel=["", *map(id_sel, kolom)])


def daftar_yaml(folder: Path) -> list[YamlSumber]:
    """Show every YAML file of a run, line by line."""
    return [
        YamlSumber(p.name.replace(".", "-"), p.name, p.read_text(encoding="utf-8").splitlines())
        for p in sorted(folder.glob("*.yml"))
    ]

"""The sources page: every input row as read, an anchor each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.trail import jangkar
from lkip_lib.inputs.files import BARIS, baca_csv, daftar_csv
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
    """Show every CSV file of a run, in the order of the declarations; empty columns are left out."""
    berkas = daftar_csv(folder)
    hasil = []
    for nama in (n for n in deklarasi if n in berkas):
        t = deklarasi[nama]
        frame = baca_csv(berkas[nama], f"{nama}.csv")
        kolom = [k for k in frame.columns if k != BARIS and (frame[k] != "").any()]
        angka = {c.name for c in t.angka}
        baris = [
            Baris([b[BARIS], *(b[k] for k in kolom)], jangkar=jangkar(f"{nama}.csv", b[BARIS]))
            for b in frame.to_dict("records")
        ]
        kepala = [Kolom("Baris", angka=True), *(Kolom(k.replace("_", " "), angka=k in angka) for k in kolom)]
        tabel = Tabel(f"{t.judul} ({nama}.csv)", kepala, baris, lanskap=True)
        hasil.append(TabelSumber(f"tabel-{nama.replace('/', '-')}", t.judul, t.guna, f"{nama}.csv", tabel))
    return hasil


def daftar_yaml(folder: Path) -> list[YamlSumber]:
    """Show every YAML file of a run, line by line."""
    return [
        YamlSumber(p.name.replace(".", "-"), p.name, p.read_text(encoding="utf-8").splitlines())
        for p in sorted(folder.glob("*.yml"))
    ]

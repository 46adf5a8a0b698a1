"""Hold the map of an office's drafts: which table is what, and which names are one indicator; a person corrects it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from lkip_lib import strict_yaml
from lkip_lib.draf.reading import Bacaan, Diketahui
from lkip_lib.draf.sentences.folding import nama_baku
from lkip_lib.draf.tables.captions import tanpa_nomor
from lkip_lib.draf.tables.kinds import JENIS, LAIN, TANDA_TANGAN
from lkip_lib.draf.tables.names import Kamus, Nama
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.strict_yaml import Ketat

NAMA_PETA = "peta.yml"
_KEPALA = """\
# Peta draf: apa setiap tabel (menurut judulnya), dan nama mana saja indikator atau sasaran yang sama.
# Betulkan yang keliru: ganti jenis tabelnya, atau pindahkan namanya ke kode yang benar. Sesudah diperiksa, tulis nama
# pemeriksanya; peta itu dipakai untuk draf berikutnya.
"""


def _jenis(isi: str) -> str:
    if isi not in JENIS:
        raise ValueError(f"jenis tabel: {', '.join(JENIS)}")
    return isi


def _daftar(isi: object) -> object:
    return isi if isinstance(isi, list | tuple) else [isi]


Jenis = Annotated[str, AfterValidator(_jenis)]
Sebutan = Annotated[tuple[str, ...], BeforeValidator(_daftar), Field(min_length=1)]


class Peta(Ketat):
    """Hold a whole map; one that a person has looked at bears their name."""

    diperiksa_oleh: str = ""
    tabel: dict[str, Jenis] = Field(default_factory=dict)
    indikator: dict[str, Sebutan] = Field(default_factory=dict)
    sasaran: dict[str, Sebutan] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _sekali(self) -> Self:
        for golongan in (self.indikator, self.sasaran):
            milik: dict[str, str] = {}
            for kode, semua in golongan.items():
                for nama in semua:
                    if milik.setdefault(nama_baku(nama), kode) != kode:
                        raise ValueError(f'"{nama}" berdiri di dua kode, {milik[nama_baku(nama)]} dan {kode}')
        return self

    def jenis_tabel(self) -> dict[str, str]:
        """Return the kind of each table by its caption as captions are compared."""
        return {tanpa_nomor(judul): jenis for judul, jenis in self.tabel.items()}

    def diketahui(self) -> Diketahui:
        """Return what a draft is to be read by."""
        return Diketahui(self.jenis_tabel(), _kamus("", self.indikator), _kamus("S", self.sasaran))


def _kamus(awalan: str, isi: Mapping[str, tuple[str, ...]]) -> Kamus:
    return Kamus(awalan, [Nama(kode, semua[0], {nama_baku(n) for n in semua}) for kode, semua in isi.items()])


def baca_peta(path: Path) -> Peta:
    """Read a map. Raises MasukanSalah with every mistake and its line."""
    return strict_yaml.cocokkan(Peta, strict_yaml.muat(path, path.name, "tabel"), path, path.name)


def peta_berlaku(disebut: Path | None, keluar: Path) -> Peta:
    """Return the map to read by: the one that was named, else the last run's where a person has looked at it."""
    if disebut:
        return baca_peta(disebut)
    lama = keluar / NAMA_PETA
    peta = baca_peta(lama) if lama.is_file() else Peta()
    return peta if peta.diperiksa_oleh else Peta()


def lengkapi(peta: Peta, bacaan: Bacaan) -> tuple[Peta, list[str]]:
    """Return the map with what a draft adds to it, and what that is; what is added, nobody has looked at."""
    tabel, baru = dict(peta.tabel), []
    for judul, jenis in _tabel(bacaan):
        if judul not in peta.jenis_tabel():
            tabel[judul] = jenis
            baru += [f"tabel {judul}"] if jenis not in (LAIN, TANDA_TANGAN) else []
    isi = {}
    for golongan, kamus in (("indikator", bacaan.kinerja.indikator), ("sasaran", bacaan.kinerja.sasaran)):
        lama: dict[str, tuple[str, ...]] = getattr(peta, golongan)
        isi[golongan] = dict(lama)
        for n in kamus.isi:
            ada = {nama_baku(s) for s in lama.get(n.kode, ())}
            tambah = [s for s in dict.fromkeys((n.nama, *sorted(n.sebutan - {nama_baku(n.nama)})))
                      if nama_baku(s) not in ada]  # fmt: skip
            if tambah:
                isi[golongan][n.kode] = (*lama.get(n.kode, ()), *tambah)
                baru += [f"nama {s}" for s in tambah]
    return Peta(diperiksa_oleh="" if baru else peta.diperiksa_oleh, tabel=tabel, **isi), baru


def _tabel(bacaan: Bacaan) -> Iterator[tuple[str, str]]:
    """Yield the captions with the kind of their tables; one that two kinds of tables bear tells none."""
    jenis: dict[str, set[str]] = {}
    for t in bacaan.tabel:
        if not t.geser and (judul := tanpa_nomor(t.ket.judul)):
            jenis.setdefault(judul, set()).add(t.jenis)
    yield from ((judul, next(iter(j))) for judul, j in jenis.items() if len(j) == 1)


def tulis_peta(peta: Peta, path: Path) -> None:
    """Write a map for a person to correct."""
    isi = peta.model_dump(mode="json")
    teks = yaml.safe_dump(isi, allow_unicode=True, sort_keys=False, width=110)
    path.parent.mkdir(parents=True, exist_ok=True)
    jenis = textwrap.fill(f"Jenis tabel: {', '.join(JENIS)}.", 110, initial_indent="# ", subsequent_indent="# ")
    path.write_text(f"{_KEPALA}{jenis}\n{teks}", encoding="utf-8")


def harus_diperiksa(peta: Peta, baru: list[str], path: Path) -> None:
    """Raise MasukanSalah where nobody has looked at the map that a draft was read by, or not at all of it."""
    if not peta.diperiksa_oleh:
        sebut = f" Belum diperiksa: {'; '.join(baru[:5])}{'; …' if len(baru) > 5 else ''}." if baru else ""
        perbaikan = f"Periksa {path}, isi diperiksa_oleh, lalu jalankan lagi."
        raise MasukanSalah(Masalah(f"Peta drafnya belum diperiksa orang.{sebut}", perbaikan))

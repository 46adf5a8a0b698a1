"""Write a year's CSV tables as a workbook with the quirks of sheets and cells, and compare what is read of both."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from benchmarks.buku.sel import CARA, DISEBUT, TEPAT, Kuas, Niat
from benchmarks.buku.ukur import DITOLAK, KELIRU
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.grid import address
from lkip_lib.inputs.listing import BUKU
from lkip_lib.inputs.reading import Masukan, baca
from lkip_lib.inputs.tables import Column, Table
from lkip_lib.inputs.typed import Sel
from lkip_lib.inputs.workbook import nama_lembar
from lkip_lib.places import Tempat

_SATUAN = {"rp": "rupiah", "rupiah": "rupiah", "persen": "persen", "%": "persen", "orang": "orang"}
_JUDUL = ("PEMERINTAH KOTA CONTOH", "Data kinerja tahun 2025", "")
_LEBIH = ("Catatan", "Petugas", "Diperiksa oleh", "Keterangan tambahan")
_TANPA_JUMLAH = {"indikator", "target", "realisasi", "komponen"}


@dataclass
class Hasil:
    """Gather what came of the workbooks: equal, refused at the planted cell, or otherwise."""

    hitungan: Counter[str] = field(default_factory=Counter)
    contoh: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Buku:
    """Hold a workbook in the making; `ditanam` are the cells that must be named, by their address."""

    kuas: Kuas
    nakal: float
    ditanam: list[str] = field(default_factory=list)


def ukur_kembar(akar: Path, instansi: str, tahun: int, banyak: int, benih: int) -> Hasil:
    """Make so many workbooks of one year; a fifth of them hold cells that must be named instead."""
    hasil = Hasil()
    with tempfile.TemporaryDirectory() as folder:
        letak = Tempat(Path(folder), instansi, tahun)
        shutil.copytree(Tempat(akar, instansi, tahun).data, letak.data)
        (letak.data / "koreksi.yml").unlink(missing_ok=True)  # it expects the printed text, which a number has not
        benar = baca(letak)
        for csv in letak.data.rglob("*.csv"):
            csv.unlink()
        for n in range(banyak):
            acak = random.Random(f"{benih}/{n}")
            ditanam = _tulis(letak.data / BUKU, benar, acak, nakal=0.003 if n % 5 == 0 else 0.0)
            putusan, sebab = _bandingkan(letak, benar, ditanam)
            hasil.hitungan[putusan] += 1
            if putusan not in (TEPAT, DISEBUT):
                hasil.contoh.append(f"{putusan}: buku {n}: {sebab}")
    return hasil


def _bandingkan(letak: Tempat, benar: Masukan, ditanam: list[str]) -> tuple[str, str]:
    try:
        didapat = baca(letak)
    except MasukanSalah as salah:
        teks = [str(m) for m in salah.masalah]
        luput = [sel for sel in ditanam if not any(sel in t for t in teks)]
        lebih = [t for t in teks if not any(sel in t for sel in ditanam)]
        if luput:
            return KELIRU, f"{luput} tidak disebut"
        # A cell that cannot be read is blank from then on, and may be missed elsewhere: as a code that others refer to.
        return (DISEBUT, "") if ditanam else (DITOLAK, f"{lebih[:3]}")
    if ditanam:
        return KELIRU, f"{ditanam} tidak disebut"
    beda = [nama for nama in benar.tabel if not _sama(benar.tabel[nama], didapat.tabel.get(nama))]
    return (KELIRU, _perbedaan(benar, didapat, beda[0])) if beda else (TEPAT, "")


def _isi(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep what a twin must share: not the line, nor how a number is printed."""
    bukan = [k for k in frame.columns if k == BARIS or str(k).endswith(("_tercetak", "_desimal"))]
    return frame.drop(columns=bukan).reset_index(drop=True).astype(object)


def _sama(satu: pd.DataFrame, lain: pd.DataFrame | None) -> bool:
    return lain is not None and _isi(satu).equals(_isi(lain))


def _perbedaan(benar: Masukan, didapat: Masukan, nama: str) -> str:
    if nama not in didapat.tabel or len(benar.tabel[nama]) != len(didapat.tabel[nama]):
        return f"{nama}: {len(benar.tabel[nama])} baris, terbaca {len(didapat.tabel.get(nama, ()))}"
    satu, lain = _isi(benar.tabel[nama]), _isi(didapat.tabel[nama])
    for k in satu.columns:
        for i, (a, b) in enumerate(zip(satu[k], lain[k], strict=True)):
            if str(a) != str(b):
                return f"{nama} baris ke-{i} {k}: {a!r} terbaca {b!r}"
    return nama


def _tulis(path: Path, benar: Masukan, acak: random.Random, nakal: float) -> list[str]:
    """Write every table on its sheet; return the addresses of the cells that cannot be read."""
    sel = {(s.tabel, s.posisi, s.kolom.name): s for s in benar.sel}
    ditanam: list[str] = []
    with xlsxwriter.Workbook(path) as buku:
        format_: dict[str, Any] = {}
        semua = [*benar.mentah]
        acak.shuffle(semua)
        if acak.random() < 0.3:
            buku.add_worksheet("Corat-coret").write(3, 3, 12345)
        for nama in semua:
            lembar = buku.add_worksheet(_sebut_lembar(nama, benar.deklarasi[nama], acak))
            isi = _Buku(Kuas(buku, lembar, acak, format_), nakal)
            _tulis_tabel(isi, benar.mentah[nama], benar.deklarasi[nama], sel)
            ditanam += isi.ditanam
    return ditanam


def _sebut_lembar(nama: str, table: Table, acak: random.Random) -> str:
    baku = nama_lembar(nama)
    return acak.choice([baku, baku.upper(), table.judul if len(table.judul) <= 31 else baku])


def _tulis_tabel(b: _Buku, frame: pd.DataFrame, table: Table, sel: dict[tuple[str, int, str], Sel]) -> None:
    kuas, acak = b.kuas, b.kuas.acak
    kolom: list[Column | str] = [c for c in table.columns if (frame[c.name] != "").any()]
    acak.shuffle(kolom)
    for lebih in acak.sample(_LEBIH, acak.randint(0, 2)):
        kolom.insert(acak.randint(0, len(kolom)), lebih)
    baris = acak.randint(0, 4)
    for i in range(baris):
        kuas.lembar.write(i, 0, acak.choice(_JUDUL))
    _tulis_kepala(b, baris, kolom)
    if acak.random() < 0.3:
        kuas.lembar.set_column(0, acak.randint(0, 2), None, None, {"hidden": True})
    for posisi in range(len(frame)):
        baris += 1
        if acak.random() < 0.05:
            baris += 1
        if acak.random() < 0.02:
            _tulis_kepala(b, baris, kolom)
            baris += 1
        if acak.random() < 0.03:
            kuas.lembar.set_row(baris, None, None, {"hidden": True})
        for k, c in enumerate(kolom):
            if isinstance(c, str):
                kuas.lembar.write(baris, k, acak.choice(["", "ok", 17, "17.500"]))
            else:
                _tulis_isi(b, baris, k, c, frame[c.name].iat[posisi], sel.get((table.nama, posisi, c.name)))
    if table.nama not in _TANPA_JUMLAH and acak.random() < 0.4:
        _tulis_jumlah(b, baris + 1, kolom, table)


def _tulis_kepala(b: _Buku, baris: int, kolom: list[Column | str]) -> None:
    for k, c in enumerate(kolom):
        nama = c if isinstance(c, str) else b.kuas.acak.choice([c.name, c.name, *c.sinonim])
        b.kuas.lembar.write_string(
            baris, k, b.kuas.acak.choice([nama, nama.upper(), f" {nama.replace('_', ' ')}\u00a0"])
        )


def _tulis_jumlah(b: _Buku, baris: int, kolom: list[Column | str], table: Table) -> None:
    """Write a total under the table: the word where the key would be, and sums."""
    for k, c in enumerate(kolom):
        if isinstance(c, Column) and c.name == table.kunci[0]:
            b.kuas.lembar.write(baris, k, b.kuas.acak.choice(["Jumlah", "TOTAL", "Grand Total"]))
        elif isinstance(c, Column) and c.kind == "angka":
            b.kuas.lembar.write(baris, k, 123456789)


def _tulis_isi(b: _Buku, baris: int, k: int, c: Column, teks: str, sel: Sel | None) -> None:
    """Write one cell in a way that must be read right or, seldom, in one that must be named."""
    kuas = b.kuas
    niat = _niat(c, teks, sel)
    harap = DISEBUT if teks and kuas.acak.random() < b.nakal else TEPAT
    cara = [t for _, kinds, cocok, h, t in CARA if h == harap and cocok(niat)] if niat else []
    if cara and niat:
        kuas.acak.choice(cara)(kuas, baris, k, niat.benar)
        if harap == DISEBUT:
            b.ditanam.append(f"!{address(baris, k)}")
    elif teks:
        kuas.lembar.write_string(baris, k, teks)


def _niat(c: Column, teks: str, sel: Sel | None) -> Niat | None:
    """Say what a cell means where it can be written otherwise than as its text."""
    if not teks:
        return None
    if c.kind != "angka":
        return Niat("tahun" if c.kind == "bulat" else c.kind, teks)
    polos = sel and not sel.kata and sel.bacaan.value is not None and not sel.bacaan.note
    if not polos or sel is None or sel.bacaan.candidates or sel.bacaan.low is not None or sel.bacaan.high is not None:
        return None
    satuan = _SATUAN.get(sel.satuan.lower(), "")
    if sel.bacaan.unit and not (satuan and satuan == _SATUAN.get(sel.bacaan.unit.lower().rstrip("."))):
        return None
    # Only a unit of the column itself tells a percentage in it from a mistake.
    return Niat("angka", Decimal(str(sel.bacaan.value)), "" if c.satuan[0] == "@" and satuan != "persen" else satuan)

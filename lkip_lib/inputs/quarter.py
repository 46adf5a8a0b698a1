"""Give a quarter the inputs that were known by then, in a folder of its own: what is entered later changes nothing.

The folder is a year's folder in every way; whoever reads it need not know. What is left out: later quarters, the year's
own figures and what only its report states, changed documents before they hold, and tables that no quarter has.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs import answers, corrections, documents, reading, shape, words
from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.listing import cari_lambang
from lkip_lib.inputs.origin import Asal, asal_tabel
from lkip_lib.inputs.raw import baca_mentah
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN, PERIODE, SAMPAI, TABLES
from lkip_lib.places import TRIWULAN, Tempat

# What a budget row or plan says before the year has ended: how much, not how much of it was spent.
_DIKOSONGKAN = {"anggaran": ("realisasi", "realisasi_fisik")}
_PERUBAHAN = ("pk_perubahan", "dppa")

Saring = Callable[[pd.DataFrame, Tempat, bool], pd.Series]


def siapkan(tempat: Tempat, *, perubahan: bool) -> None:
    """Write the folder `tempat.data` of a quarter; for a year there is nothing to do.

    `perubahan` tells whether the changed agreement and budget hold. Raises MasukanSalah with every problem of the whole
    year's inputs, each at its own place, or when the quarter has no figure yet.
    """
    if not tempat.triwulan:
        return
    reading.baca(replace(tempat, triwulan=0))
    tabel, _ = _tabel(tempat, perubahan)
    if not _terisi(tabel, tempat):
        nama, periode = TRIWULAN[tempat.triwulan], PERIODE[tempat.triwulan]
        raise MasukanSalah(
            Masalah(
                f"Belum ada realisasi {nama} tahun {tempat.tahun}.",
                f"Isi realisasi.csv atau kas.csv dengan baris berperiode {periode}; lihat docs/triwulan.md.",
            )
        )
    isi = {f"{nama}.csv": _csv(frame) for nama, frame in tabel.items()} | dict(_yaml(tempat, tabel))
    if lambang := cari_lambang(tempat.data_tahun):
        isi[lambang.name] = lambang.read_bytes()
    _tulis(tempat.data, isi)


def sebut_asal(catatan: pd.DataFrame, tempat: Tempat, *, perubahan: bool) -> pd.DataFrame:
    """Name the places of notes (`berkas`, `baris`, `kolom`) in the agency's own files, where they are mended."""
    if not tempat.triwulan:
        return catatan
    tabel, asal = _tabel(tempat, perubahan)
    baris = {
        (f"{nama}.csv", urut): int(baris)
        for nama, frame in tabel.items()
        for urut, baris in zip(_nomor(frame), frame[BARIS], strict=True)
    }
    hasil = catatan.copy()
    for i, (berkas, urut, kolom) in enumerate(zip(catatan["berkas"], catatan["baris"], catatan["kolom"], strict=True)):
        if (berkas, urut) in baris:
            letak = asal_tabel(asal, berkas.removesuffix(".csv")).letak(baris[berkas, urut], kolom)
            hasil.loc[hasil.index[i], ["berkas", "baris", "kolom"]] = letak
        elif berkas == "analisis.yml":
            lembar = asal.get("analisis") or Asal(f"analisis-{PERIODE[tempat.triwulan]}.yml")
            hasil.loc[hasil.index[i], ["berkas", "kolom"]] = lembar.letak(None)[::2]
    return hasil


def perubahan_menunggu(tempat: Tempat) -> tuple[str, ...]:
    """Return the changed documents of the year's tables that a quarter could read, did params say that they hold.

    What is entered later must not change a quarter's report: whoever makes it is told, and nobody who reads it.
    """
    if not tempat.triwulan:
        return ()
    tabel = baca_mentah(tempat.data_tahun, {**TABLES, **LEMBAR_BUKU}).tabel
    ada = {d for n in ("target", "anggaran") if n in tabel for d in shape.lengkapi(tabel[n], TABLES[n], n)["dokumen"]}
    return tuple(d for d in _PERUBAHAN if d in ada)


def _tabel(tempat: Tempat, perubahan: bool) -> tuple[dict[str, pd.DataFrame], Mapping[str, Asal]]:
    """Return the tables of the quarter as text, each row with its own line, and where they were read."""
    bacaan = baca_mentah(tempat.data_tahun, {**TABLES, **LEMBAR_BUKU})
    hasil = {}
    for nama in (n for n in _SARING if n in bacaan.tabel):
        # The usual words and defaults first: what a cell means decides whether the quarter knows of it.
        frame = shape.lengkapi(bacaan.tabel[nama], TABLES[nama], f"{nama}.csv")
        if saring := _SARING[nama]:
            frame = frame[saring(frame, tempat, perubahan)].reset_index(drop=True)
        hasil[nama] = frame.assign(**dict.fromkeys(_DIKOSONGKAN.get(nama, ()), ""))
    for nama, kolom in (("kas", "kode"), ("pendukung", "program")):
        if nama in hasil:
            milik = hasil[nama]
            hasil[nama] = milik[milik[kolom].isin(hasil["anggaran"]["kode"])].reset_index(drop=True)
    return hasil, bacaan.asal


def _berdokumen(frame: pd.DataFrame, _: Tempat, perubahan: bool) -> pd.Series:
    """Keep the documents that a quarter knows: plans, changed ones once they hold, never the year's report."""
    return ~frame["dokumen"].isin(DOKUMEN_LAPORAN if perubahan else (*DOKUMEN_LAPORAN, *_PERUBAHAN))


def _target(frame: pd.DataFrame, tempat: Tempat, perubahan: bool) -> pd.Series:
    return _lampau(frame, tempat) | _berdokumen(frame, tempat, perubahan)


def _sudah_lewat(frame: pd.DataFrame, tempat: Tempat, _: bool = False) -> pd.Series:
    lewat = range(1, tempat.triwulan + 1)
    return frame["periode"].isin([*(PERIODE[n] for n in lewat), *(SAMPAI[n] for n in lewat if n in SAMPAI)])


def _realisasi(frame: pd.DataFrame, tempat: Tempat, _: bool) -> pd.Series:
    kini = pd.to_numeric(frame["tahun"]) == tempat.tahun
    return _lampau(frame, tempat) | (kini & _sudah_lewat(frame, tempat))


def _lampau(frame: pd.DataFrame, tempat: Tempat, _: bool = False) -> pd.Series:
    return pd.to_numeric(frame["tahun"]) < tempat.tahun


_SARING: Mapping[str, Saring | None] = {
    **dict.fromkeys(("indikator", "tujuan", "sasaran", "pendukung")),  # whole
    **{"target": _target, "realisasi": _realisasi, "anggaran": _berdokumen, "kas": _sudah_lewat},
    **{"komponen": _lampau, "survei": _lampau},
}


def _terisi(tabel: Mapping[str, pd.DataFrame], tempat: Tempat) -> bool:
    """Tell whether the quarter itself has a figure, of performance or of money."""
    for nama in ("realisasi", "kas"):
        if (frame := tabel.get(nama)) is None:
            continue
        kini = frame["periode"].isin([PERIODE[tempat.triwulan], SAMPAI.get(tempat.triwulan)])
        if "tahun" in frame:
            kini &= frame["tahun"] == str(tempat.tahun)
        if (frame.loc[kini, "realisasi"] != "").any():
            return True
    return False


def _csv(frame: pd.DataFrame) -> bytes:
    isi = io.StringIO(newline="")
    frame.drop(columns=[BARIS]).to_csv(isi, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return isi.getvalue().encode()


def _nomor(frame: pd.DataFrame) -> Iterator[int]:
    """Yield the line on which each row stands once written: a cell may span several."""
    baris = 2
    for _, isi in frame.drop(columns=[BARIS]).iterrows():
        yield baris
        baris += 1 + sum(str(sel).count("\n") for sel in isi)


def _yaml(tempat: Tempat, tabel: Mapping[str, pd.DataFrame]) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of the quarter: the agency without its yearly tables, the quarter's own words and answers."""
    folder = tempat.data_tahun
    profil = words.instansi(folder, tempat.instansi)
    yield "instansi.yml", _susun(profil.model_dump(mode="json", exclude={"data_dukung"}, exclude_defaults=True))
    periode = PERIODE[tempat.triwulan]
    tulisan = folder / f"analisis-{periode}.yml"
    kata = words.analisis(folder, periode).model_dump(mode="json", exclude_defaults=True)
    yield "analisis.yml", tulisan.read_bytes() if tulisan.exists() else _susun(kata) if kata else b""
    jawaban = answers.baca(folder)
    tanggapan = (*documents.tanggapan(folder, f"tanggapan-{periode}.yml"), *answers.penjelasan(jawaban, periode))
    if tanggapan:
        yield "tanggapan.yml", _susun({"tanggapan": [t.model_dump() for t in tanggapan]})
    semua = (k.isi for k in (*corrections.daftar(folder), *answers.koreksi(jawaban)))
    koreksi = [k.model_dump(exclude_defaults=True) for k in semua if _kena(k, tabel)]
    if koreksi:
        yield corrections.BERKAS, _susun({"koreksi": koreksi})


def _kena(koreksi: corrections.Koreksi, tabel: Mapping[str, pd.DataFrame]) -> bool:
    """Tell whether the cell of a correction is still there."""
    nama = koreksi.berkas.removesuffix(".csv")
    if nama not in tabel or koreksi.kolom in _DIKOSONGKAN.get(nama, ()):
        return False
    return bool(corrections.baris_kunci(tabel[nama], TABLES[nama], koreksi.kunci).any())


def _susun(isi: Any) -> bytes:
    return str(yaml.safe_dump(isi, allow_unicode=True, sort_keys=False, width=110)).encode()


def _tulis(folder: Path, isi: Mapping[str, bytes]) -> None:
    """Make a folder hold exactly these files; one that is right already is not touched, as others may read it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in [p for p in folder.rglob("*") if p.is_file() and p.relative_to(folder).as_posix() not in isi]:
        if not path.name.startswith("."):  # what another run is just writing
            path.unlink(missing_ok=True)
    for nama, data in isi.items():
        path = folder / nama
        if not path.exists() or path.read_bytes() != data:
            sementara = folder / f".{nama}.{os.getpid()}"
            sementara.write_bytes(data)
            sementara.replace(path)

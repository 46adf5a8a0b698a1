"""Read a whole year's inputs in one go: every problem is found before anything starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.inputs import corrections, documents, shape
from lkip_lib.inputs.corrections import SelTerkoreksi
from lkip_lib.inputs.files import baca_csv, daftar_csv
from lkip_lib.inputs.tables import TABLES, Table
from lkip_lib.inputs.typed import Satuan, Sel, ketik, masalah_sel, rentang_kartu
from lkip_lib.places import Tempat

BERKAS_YAML = ("instansi.yml", "analisis.yml", "koreksi.yml", "tanggapan.yml", "sumber.yml")


@dataclass(frozen=True)
class Masukan:
    """Hold a year's inputs: tables as text, tables as figures, figure cells, corrections and documents."""

    mentah: Mapping[str, pd.DataFrame]
    tabel: Mapping[str, pd.DataFrame]
    deklarasi: Mapping[str, Table]
    sel: tuple[Sel, ...]
    koreksi: tuple[SelTerkoreksi, ...]
    instansi: documents.Instansi
    analisis: documents.Analisis
    sumber: tuple[documents.Sumber, ...]


def baca(tempat: Tempat) -> Masukan:
    """Read the inputs of one agency and year.

    Raises MasukanSalah with every problem of shape, code, year, number and correction that there is.
    """
    folder = tempat.data
    profil = documents.instansi(folder, tempat.instansi)
    analisis = documents.analisis(folder)
    documents.tanggapan(folder)
    deklarasi = {**TABLES, **documents.tabel_dukung(profil)}
    masalah = _periksa_berkas(folder, deklarasi)
    mentah: dict[str, pd.DataFrame] = {}
    for nama, path in daftar_csv(folder).items():
        if nama not in deklarasi:
            continue
        try:
            mentah[nama] = shape.lengkapi(baca_csv(path, f"{nama}.csv"), deklarasi[nama], f"{nama}.csv")
        except MasukanSalah as salah:
            masalah += salah.masalah
    if masalah:
        raise MasukanSalah(masalah)
    rujukan = {nama: set(f["kode"]) for nama, f in mentah.items() if "kode" in f.columns}
    for nama, frame in mentah.items():
        masalah += shape.periksa(frame, deklarasi[nama], f"{nama}.csv", rujukan)
    masalah += [
        Masalah(
            f'Indikator "{k}" tidak ada di indikator.csv.',
            terdekat(k, rujukan["indikator"]),
            "analisis.yml",
            strict_yaml.baris_kunci(folder / "analisis.yml", ("indikator", k)),
        )
        for k in analisis.indikator
        if k not in rujukan["indikator"]
    ]
    if masalah:
        raise MasukanSalah(masalah)
    masalah = shape.periksa_pohon(mentah["anggaran"], "anggaran.csv")
    koreksi: list[SelTerkoreksi] = []
    try:
        koreksi = corrections.baca(folder, mentah, deklarasi)
    except MasukanSalah as salah:
        masalah += salah.masalah
    kartu = mentah["indikator"]
    satuan = Satuan(
        {k: (s, rentang_kartu(r)) for k, s, r in zip(kartu["kode"], kartu["satuan"], kartu["rentang"], strict=True)},
        frozenset(kartu.loc[kartu["jenis"] == "ordinal", "kode"]),
    )
    tabel: dict[str, pd.DataFrame] = {}
    sel: list[Sel] = []
    for nama, frame in mentah.items():
        tabel[nama], milik = ketik(frame, deklarasi[nama], satuan, koreksi)
        sel += milik
    masalah += masalah_sel(sel)
    if masalah:
        raise MasukanSalah(masalah)
    return Masukan(mentah, tabel, deklarasi, tuple(sel), tuple(koreksi), profil, analisis, documents.sumber(folder))


def _periksa_berkas(folder: Path, deklarasi: Mapping[str, Table]) -> list[Masalah]:
    ada = daftar_csv(folder)
    masalah = [
        Masalah("Berkas ini tidak ada.", f"Buat berkasnya: {t.guna.lower()}.", f"{nama}.csv")
        for nama, t in deklarasi.items()
        if nama not in ada and (t.perlu or nama.startswith("data_dukung/"))
    ]
    if not (folder / "analisis.yml").exists():
        masalah.append(Masalah("Berkas ini tidak ada.", "Buat berkasnya, boleh kosong.", "analisis.yml"))
    masalah += [
        Masalah(f'Tabel "{nama}" tidak dikenal.', terdekat(nama, deklarasi), f"{nama}.csv")
        for nama in ada
        if nama not in deklarasi
    ]
    masalah += [
        Masalah(f'Berkas "{p.name}" tidak dikenal.', terdekat(p.name, BERKAS_YAML), p.name)
        for p in sorted(folder.glob("*.y*ml"))
        if p.name not in BERKAS_YAML
    ]
    return masalah

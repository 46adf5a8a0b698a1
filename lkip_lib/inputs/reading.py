"""Read a whole year's inputs in one go: every problem is found before anything starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pandas as pd

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.frames import catatan
from lkip_lib.inputs import (
    answers,
    budget_tree,
    corrections,
    documents,
    emblem,
    evidence,
    shape,
    supposed,
    words,
    workbook,
)
from lkip_lib.inputs.answers import LEMBAR_BUKU
from lkip_lib.inputs.corrections import SelTerkoreksi
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.listing import BUKU, buku_lain, cari_buku, daftar_csv, daftar_yaml, tolak_asing
from lkip_lib.inputs.ordinal import jenjang_kartu
from lkip_lib.inputs.origin import Asal, Letak, di_tempatnya
from lkip_lib.inputs.raw import Mentah, baca_mentah
from lkip_lib.inputs.tables import PERIODE, TABLES, Table
from lkip_lib.inputs.targets import sesuaikan_jenis
from lkip_lib.inputs.typed import (
    Satuan,
    Sel,
    ketik,
    masalah_arah,
    masalah_bobot,
    masalah_rentang,
    masalah_sel,
    rentang_kartu,
)
from lkip_lib.places import Tempat

T = TypeVar("T")

# The analyst's words and answers of a quarter stand in files of their own.
ANALISIS_TRIWULAN, TANGGAPAN_TRIWULAN = (tuple(f"{n}-{p}.yml" for p in PERIODE[1:]) for n in ("analisis", "tanggapan"))
BERKAS_YAML = (
    *("instansi.yml", "analisis.yml", "jawaban.yml", "koreksi.yml", "tanggapan.yml", "sumber.yml"),
    *(*ANALISIS_TRIWULAN, *TANGGAPAN_TRIWULAN),
)


@dataclass(frozen=True)
class Masukan:
    """Hold a year's inputs: tables as text, tables as figures, figure cells, corrections, documents and places.

    `kata` are the sheets of words that a workbook has (`analisis`, `instansi`), as tables; `kabar` tells of it what was
    not read, and what was read though hidden: place and what.
    """

    mentah: Mapping[str, pd.DataFrame]
    tabel: Mapping[str, pd.DataFrame]
    deklarasi: Mapping[str, Table]
    sel: tuple[Sel, ...]
    koreksi: tuple[SelTerkoreksi, ...]
    instansi: documents.Instansi
    analisis: documents.Analisis
    sumber: tuple[documents.Sumber, ...]
    asal: Mapping[str, Asal]
    kata: Mapping[str, pd.DataFrame]
    kabar: tuple[tuple[str, str], ...]
    tanpa_bobot: frozenset[tuple[str, int]]  # table and row of each weight that was left blank


def baca(tempat: Tempat, andaian: Mapping[str, str] = MappingProxyType({})) -> Masukan:
    """Read the inputs of one agency and year; `andaian` takes the place of what is stated, by indicator.

    Raises MasukanSalah with every problem that there is, the gravest first: files and sheets, columns, codes and
    choices, the budget tree, corrections, numbers.
    """
    folder = tempat.data
    tolak_asing(folder)
    masalah: list[Masalah] = []
    terbaca_profil = _coba(masalah, lambda: words.instansi(folder, tempat.instansi))
    profil = terbaca_profil or documents.Instansi()
    analisis = _coba(masalah, lambda: words.analisis(folder)) or documents.Analisis()
    per_triwulan = {
        n: _coba(masalah, partial(words.analisis, folder, p))
        for n, p in zip(ANALISIS_TRIWULAN, PERIODE[1:], strict=True)
    }
    for berkas in ("tanggapan.yml", *TANGGAPAN_TRIWULAN):
        _coba(masalah, partial(documents.tanggapan, folder, berkas))
    tertulis = _coba(masalah, lambda: [*corrections.daftar(folder), *answers.koreksi(answers.baca(folder))]) or []
    sumber = _coba(masalah, lambda: documents.sumber(folder)) or ()
    _coba(masalah, lambda: emblem.periksa(folder))
    _coba(masalah, lambda: evidence.periksa(folder, documents.instansi(folder).bukti))
    deklarasi = {**TABLES, **documents.tabel_dukung(profil)}
    bacaan = baca_mentah(folder, {**deklarasi, **LEMBAR_BUKU})
    masalah = _periksa_berkas(folder, deklarasi, bacaan, dukung=terbaca_profil is not None) + masalah + bacaan.masalah
    mentah: dict[str, pd.DataFrame] = {}
    for nama, frame in bacaan.tabel.items():
        table = deklarasi.get(nama) or LEMBAR_BUKU[nama]
        lengkap = _coba(masalah, partial(shape.lengkapi, frame, table, f"{nama}.csv"))
        if lengkap is not None:
            mentah[nama] = lengkap
    if "indikator" in mentah and mentah["indikator"].empty:
        saran = "Isi satu baris untuk setiap indikator; contoh tidak ikut dibaca."
        masalah.append(Masalah("Belum ada satu indikator pun.", saran, "indikator.csv"))
    utuh = not masalah
    terbaca = {nama for nama, f in mentah.items() if _kode_terbaca(f, bacaan.asal[nama], _sel_salah(bacaan.masalah))}
    rujukan = {
        nama: set(f["kode"])
        for nama, f in mentah.items()
        if nama in terbaca and "kode" in f and not _dobel(f, deklarasi[nama])
    }
    for nama, frame in mentah.items():
        masalah += shape.periksa(frame, deklarasi.get(nama) or LEMBAR_BUKU[nama], f"{nama}.csv", rujukan)
    for berkas, isi in {"analisis.yml": analisis, **per_triwulan}.items():
        masalah += _periksa_analisis(folder, berkas, isi or documents.Analisis(), rujukan)
    kata = {nama: mentah.pop(nama) for nama in LEMBAR_BUKU if nama in mentah}
    if "anggaran" in mentah:
        mentah["anggaran"] = budget_tree.isi_induk(mentah["anggaran"])
        if "anggaran" in terbaca:
            masalah += budget_tree.periksa_pohon(mentah["anggaran"])
    if "pendahulu" in mentah:
        masalah += shape.periksa_pendahulu(mentah["pendahulu"], "pendahulu.csv", rujukan)
    if "komponen" in mentah:
        masalah += shape.periksa_komponen(mentah["komponen"], "komponen.csv")
    koreksi: list[SelTerkoreksi] = []
    if utuh:
        koreksi = _coba(masalah, lambda: corrections.temukan(tertulis, mentah, deklarasi, bacaan.asal)) or []
        koreksi = _coba(masalah, lambda: supposed.andaikan(andaian, mentah, tempat, koreksi)) or koreksi
    tabel, sel = _ketik(mentah, deklarasi, koreksi, masalah)
    masalah += masalah_sel(sel)
    if masalah:
        raise MasukanSalah(_sekali(di_tempatnya(masalah, bacaan.asal), bacaan.masalah))
    asal = {nama: bacaan.asal[nama] for nama in (*mentah, *kata)}
    kabar = tuple(bacaan.kabar)
    polos = frozenset(
        (nama, int(baris))
        for nama in ("indikator", "pendukung")
        for baris in _tanpa_isi(bacaan.tabel.get(nama), "bobot")
    )
    return Masukan(
        mentah, tabel, deklarasi, tuple(sel), tuple(koreksi), profil, analisis, sumber, asal, kata, kabar, polos
    )


def _tanpa_isi(frame: pd.DataFrame | None, kolom: str) -> Iterable[int]:
    """Return the rows of a table as it was written in which a column says nothing."""
    if frame is None:
        return ()
    return frame[BARIS] if kolom not in frame else frame.loc[frame[kolom].str.strip() == "", BARIS]


def _sekali(masalah: Iterable[Masalah], di_lembar: Iterable[Masalah]) -> list[Masalah]:
    """Tell each problem once; a cell that could not be taken as it stands is not also called empty."""
    sel = _sel_salah(di_lembar)
    return [m for m in dict.fromkeys(masalah) if m.temuan != shape.KOSONG or (m.berkas, m.baris, m.kolom) not in sel]


def _sel_salah(masalah: Iterable[Masalah]) -> set[Letak]:
    return {(m.berkas, m.baris, m.kolom) for m in masalah}


def _kode_terbaca(frame: pd.DataFrame, asal: Asal, salah: set[Letak]) -> bool:
    """Tell whether every code of a table could be read, so that others can be held against it."""
    sel = (asal.letak(b, kolom) for kolom in ("kode", "induk") if kolom in frame for b in frame[BARIS])
    return not salah or salah.isdisjoint(sel)


def _dobel(frame: pd.DataFrame, table: Table) -> bool:
    """Tell whether a code took another's place: what refers to the other one is right."""
    return not table.berulang and bool(frame.duplicated(list(table.kunci)).any())


def _coba(masalah: list[Masalah], baca: Callable[[], T]) -> T | None:
    """Do what may be refused; a refusal joins the problems found so far."""
    try:
        return baca()
    except MasukanSalah as salah:
        masalah += salah.masalah
        return None


def _ketik(
    mentah: Mapping[str, pd.DataFrame],
    deklarasi: Mapping[str, Table],
    koreksi: list[SelTerkoreksi],
    masalah: list[Masalah],
) -> tuple[dict[str, pd.DataFrame], list[Sel]]:
    """Type every table; without cards the figures that rest on them cannot be read and are left out."""
    if "indikator" not in mentah:
        return {}, []
    bersih = {nama: shape.bersihkan(frame, deklarasi[nama]) for nama, frame in mentah.items()}
    kartu = bersih["indikator"]
    ordinal, salah_jenjang = jenjang_kartu(bersih, koreksi)
    masalah += [*salah_jenjang, *masalah_rentang(kartu), *masalah_arah(kartu), *masalah_bobot(kartu)]
    satuan = Satuan(
        {b["kode"]: (b["satuan"], rentang_kartu(b["rentang"], b["jenis"])) for b in catatan(kartu)},
        ordinal,
    )
    tabel: dict[str, pd.DataFrame] = {}
    sel: list[Sel] = []
    for nama, frame in bersih.items():
        tabel[nama], milik = ketik(frame, deklarasi[nama], satuan, koreksi)
        sel += milik
    if "target" in tabel and not masalah:  # what stands on no card, or on two, has no direction
        tabel["target"] = sesuaikan_jenis(tabel["target"], tabel["indikator"])
    return tabel, sel


def _periksa_analisis(
    folder: Path, berkas: str, analisis: documents.Analisis, rujukan: Mapping[str, set[str]]
) -> Iterator[Masalah]:
    """Find the indicators that only the analyst's file knows; a sheet is held against them as any table is."""
    if "indikator" not in rujukan or not (folder / berkas).exists():
        return
    disebut: list[tuple[str, tuple[str | int, ...]]] = [(kode, ("indikator", kode)) for kode in analisis.indikator]
    disebut += [(k.indikator, ("kutipan", n, "indikator")) for n, k in enumerate(analisis.kutipan) if k.indikator]
    asing = ((kode, letak) for kode, letak in disebut if kode not in rujukan["indikator"])
    for kode, letak in islice(asing, strict_yaml.TERBANYAK):
        yield Masalah(
            f'Indikator "{kode}" tidak ada di tabel indikator.',
            terdekat(kode, rujukan["indikator"]),
            berkas,
            strict_yaml.baris_kunci(folder / berkas, letak),
        )


def _periksa_berkas(folder: Path, deklarasi: Mapping[str, Table], bacaan: Mentah, *, dukung: bool) -> list[Masalah]:
    """Find what is missing and what is not known; `dukung` tells whether the agency's own tables are declared."""
    buku = cari_buku(folder)

    def tidak_ada(lembar: str, berkas: str, isi: str) -> Masalah:
        if buku:
            return Masalah(f"Lembar {lembar} tidak ada.", f"Tambahkan lembarnya{isi}.", buku.name)
        return Masalah("Berkas ini tidak ada.", f"Buat berkasnya{isi}.", berkas)

    masalah = [
        tidak_ada(workbook.nama_lembar(nama), f"{nama}.csv", f": {t.guna.lower()}")
        for nama, t in deklarasi.items()
        if nama not in bacaan.disebut and (t.perlu or nama.startswith("data_dukung/"))
    ]
    if not (folder / "analisis.yml").exists() and "analisis" not in bacaan.disebut:
        masalah.append(tidak_ada("analisis", "analisis.yml", ", boleh kosong"))
    masalah += [
        Masalah(f'Tabel "{nama}" tidak dikenal.', terdekat(nama, deklarasi), f"{nama}.csv")
        for nama in daftar_csv(folder)
        if nama not in deklarasi and (dukung or not nama.startswith("data_dukung/"))
    ]
    masalah += [
        Masalah(f'Berkas "{p.name}" tidak dikenal.', terdekat(p.name, BERKAS_YAML), p.name)
        for p in daftar_yaml(folder)
        if p.name not in BERKAS_YAML
    ]
    if not buku:
        masalah += [
            Masalah(f'Buku kerja "{p.name}" tidak dibaca.', f"Namai {BUKU}, atau pindahkan.", p.name)
            for p in buku_lain(folder)
        ]
    return masalah

"""Printed cells in their table: which stand in one row or table, and what other figure they equal."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.registry import Konteks
from lkip_lib.frames import catatan
from lkip_lib.ledger import ANGKA, HITUNG, MASUKAN, sebut_subjek
from lkip_lib.numerals import terbulat

Baris = dict[str, Any]
_KATA_BESARAN = {
    "rata_rata_capaian_persen": "rata-rata capaian",
    "capaian_mentah_persen": "capaian",
    "terhadap_nasional_persen": "perbandingan dengan nasional",
}


@lru_cache(maxsize=2)
def hitungan(konteks: Konteks) -> list[Baris]:
    """Return the printed derived cells, each with the name of its table under `tabel` and its decimals."""
    semua = konteks.baris("ketik/tercetak/hitungan")
    satuan = {str(b["nilai_id"]): str(konteks.ledger[b["nilai_id"]]["satuan"]) for b in semua}
    return [
        b
        | {
            "tabel": nama_tabel(str(b["sumber"])),
            "desimal": desimal(b["nilai_tercetak"], satuan[b["nilai_id"]]) if not pd.isna(b["nilai"]) else 0,
        }
        for b in semua
    ]


def nama_tabel(sumber: str) -> str:
    """Name the table in which a cell stands.

    >>> nama_tabel("LKIP 2025, Tabel 3.8, baris 1, Capaian"), nama_tabel("BAB III 3.5, tabel efisiensi, baris 1")
    ('tabel 3.8', 'tabel efisiensi')
    """
    tabel = re.search(r"tabel\s+[\w.]+", sumber.casefold())
    return tabel[0] if tabel else (sumber.rpartition(",")[0] or sumber).casefold()


_TEMPAT = re.compile(r"\b(?:tabel|bab|grafik|gambar|lampiran|kalimat|paragraf|kata pengantar|ikhtisar)\b")
_LAPORAN = re.compile(r"\b(?:lkip|lkjip|laporan kinerja)\b")


def satu_dokumen(satu: str, dua: str, tahun: int) -> bool:
    """Tell whether two places stand in one document; a bare "Tabel 3.2" is one of the report of the year.

    >>> satu_dokumen("Tabel 3.2, baris 1", "LKIP 2024, BAB II 2.1", 2024)
    True
    >>> satu_dokumen("Tabel 3.2, baris 1", "LKIP 2023, Tabel 3.2", 2024), satu_dokumen("", "", 2024)
    (False, False)
    """
    dokumen = _dokumen(satu, tahun)
    return dokumen is not None and dokumen == _dokumen(dua, tahun)


def beda_dokumen(satu: str, dua: str, tahun: int) -> bool:
    """Tell whether two places name two documents; a place that names none may be in either.

    >>> beda_dokumen("Tabel 3.6", "LRA audited, Lampiran 1", 2024), beda_dokumen("Tabel 3.6", "", 2024)
    (True, False)
    """
    dokumen = {_dokumen(satu, tahun), _dokumen(dua, tahun)}
    return None not in dokumen and len(dokumen) == 2


def _dokumen(sumber: str, tahun: int) -> str | None:
    """Name the document of a place: "" for the report itself, None where the place says nothing of it."""
    teks = sumber.casefold()
    letak = _TEMPAT.search(teks)
    if letak is None:
        return None
    depan = teks[: letak.start()].strip(" ,;")
    sendiri = (
        not depan
        or depan.endswith(":")
        or (_LAPORAN.search(depan) and (str(tahun) in depan or not re.search(r"\b\d{4}\b", depan)))
    )
    return "" if sendiri else depan


def di_samping(semua: list[Baris], b: Baris, *besaran: str) -> Baris | None:
    """Return the nearest cell of the same subject and table that holds another quantity."""
    kunci = ("jenis_subjek", "subjek", "nama", "tabel")
    sebaris = [s for s in semua if s["besaran"] in besaran and all(s[k] == b[k] for k in kunci)]
    return min(sebaris, key=lambda s: abs(s["_baris"] - b["_baris"]), default=None)


@dataclass(frozen=True, slots=True)
class BarisEfisiensi:
    """Hold one printed row of the efficiency table: a class, with the capaian and absorption it was given for."""

    tingkat: Baris
    capaian: Baris | None
    serapan: Baris | None


def baris_efisiensi(semua: list[Baris]) -> list[BarisEfisiensi]:
    """Return the printed rows of the efficiency table."""
    return [
        BarisEfisiensi(b, di_samping(semua, b, "capaian_persen"), di_samping(semua, b, "serapan_persen"))
        for b in semua
        if b["besaran"] == "tingkat_efisiensi" and b["jenis_subjek"] == "sasaran"
    ]


BELUM_TERCAPAI = "Target belum tercapai"
# What the built-in rules call their classes.
KELAS_EFISIENSI = frozenset({"efisien", "tidak efisien", "cukup efisien", "target belum tercapai"})


def kelas_efisiensi(teks: str, sebutan: Iterable[str] = ()) -> str:
    """Reduce a printed efficiency class to the name that the rules use; "" when it is none.

    `sebutan` are the names of the rule in force, which come first.

    >>> kelas_efisiensi("Tidak tercapai"), kelas_efisiensi("Sangat efisien"), kelas_efisiensi("Baik")
    ('Target belum tercapai', 'Efisien', '')
    """
    if sama := next((n for n in sebutan if n.casefold() == teks.strip().casefold()), ""):
        return sama
    kata = set(re.findall(r"\w+", teks.casefold()))
    if kata & {"tidak", "belum"} and "tercapai" in kata:
        return BELUM_TERCAPAI
    if not kata & {"efisien", "efisiensi"}:
        return ""
    if kata & {"tidak", "kurang", "belum", "inefisien"}:
        return "Tidak efisien"
    return "Cukup efisien" if "cukup" in kata else "Efisien"


def serapan_dikenal(konteks: Konteks, semua: list[Baris]) -> Iterator[tuple[float, str, str]]:
    """Yield each absorption that there is, computed first, then printed: value, what it is of, ledger id."""
    for b in konteks.baris("anggaran"):
        if not pd.isna(b["serapan_persen"]):
            tempat = "instansi" if b["tingkat"] == "instansi" else f"{b['tingkat'].replace('_', ' ')} {b['kode']}"
            yield b["serapan_persen"], tempat, f"anggaran.{b['kode']}.serapan_persen.{konteks.tahun}".replace(" ", "_")
    for s in konteks.baris("sasaran"):
        if not pd.isna(s["serapan_persen"]):
            yield s["serapan_persen"], f"sasaran {s['kode']}", f"sasaran.{s['kode']}.serapan_persen.{konteks.tahun}"
    for c in semua:
        if c["besaran"] == "serapan_persen" and c["jenis_subjek"] == "anggaran" and not pd.isna(c["nilai"]):
            yield c["nilai"], f"baris {c['subjek']} yang tercetak", c["nilai_id"]


def capaian_dari_serapan(konteks: Konteks, semua: list[Baris]) -> dict[str, tuple[str, str]]:
    """Find capaian in the efficiency table that equal an absorption and no capaian: id → (of what, id of that)."""
    hasil: dict[str, tuple[str, str]] = {}
    capaian = [
        float(b[k])
        for nama, kolom in (
            ("indikator", ("capaian_persen", "capaian_mentah_persen")),
            ("sasaran", ("capaian_persen",)),
        )
        for b in konteks.baris(nama)
        for k in kolom
    ]
    serapan = list(serapan_dikenal(konteks, semua))
    for baris in baris_efisiensi(semua):
        c = baris.capaian
        if c is None or pd.isna(c["nilai"]) or c["nilai"] in (0, 100):
            continue
        if any(setara(c["nilai"], c["desimal"], v) for v in capaian if not pd.isna(v)):
            continue
        sama = next(((nama, id) for v, nama, id in serapan if setara(c["nilai"], c["desimal"], v)), None)
        if sama:
            hasil[str(c["nilai_id"])] = sama
    return hasil


def sama_dengan(konteks: Konteks, b: Baris, kecuali: Collection[str] = ()) -> tuple[str, str] | None:
    """Name another figure of the same year that a printed one equals digit by digit: (what it is, its id).

    0, 100 and figures with fewer than three significant digits equal too many to mean anything.
    """
    angka = re.sub(r"\D", "", str(b["nilai_tercetak"])).lstrip("0")
    if len(angka) < 3 or b["nilai"] in (0, 100):
        return None
    buku = konteks.ledger.frame
    setahun = buku["tahun"].isna() | (buku["tahun"] == konteks.tahun)
    calon = buku[setahun & (buku["status_nilai"] == ANGKA) & ((buku["nilai"] - b["nilai"]).abs() < 1)]
    urutan = {MASUKAN: 0, HITUNG: 1}
    # The capaian of outputs are many, and come last.
    for lain in sorted(catatan(calon), key=lambda x: (x["id"].startswith("keluaran."), urutan.get(x["asal"], 2))):
        asing = lain["id"] != b["nilai_id"] and lain["id"] not in kecuali and lain["satuan"] != "rupiah"
        if asing and terbulat(b["nilai"], b["desimal"], lain["nilai"]):
            return sebut(lain), str(lain["id"])
    return None


def sebut(b: Any) -> str:
    """Name a ledger figure in words.

    >>> milik = {"besaran": "realisasi", "subjek": "AKIP", "lingkup": "nasional", "tercetak": "65.36", "nilai": 65.36}
    >>> sebut(milik), sebut(milik | {"subjek": "0", "lingkup": "instansi"})
    ('realisasi AKIP (nasional) 65.36', 'realisasi instansi 65.36')
    """
    besaran = _KATA_BESARAN.get(b["besaran"], re.sub(r"_(persen|rp)$", "", str(b["besaran"])).replace("_", " "))
    lingkup = f" ({b['lingkup']})" if b["lingkup"] not in ("", "instansi") else ""
    nilai = b["tercetak"] or numerals.write(b["nilai"], 2)
    return f"{besaran} {sebut_subjek(b['subjek'])}{lingkup} {nilai}".replace("  ", " ")

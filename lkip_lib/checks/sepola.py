"""One mistake made in several places: what tells that two notes are the same one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from lkip_lib.checks.butir import Butir
from lkip_lib.checks.kendala import PERSEN, jaringan
from lkip_lib.checks.nama import kemiripan
from lkip_lib.checks.narasi import TAHUN_SENDIRI
from lkip_lib.checks.registry import Konteks
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import polos

# Checks of names, by the one thing that is named.
_NAMA = {"RUN-03": "indikator", "TAR-04": "indikator", "TAR-10": "sasaran"}
_BERNAMA = ("EFI-05", "TAR-05", "TAR-10")
_MIRIP = 0.9
_PANJANG = 6  # words of a name that no other has by chance
_TAHUN = ("NAR-19", "NAR-20", "NAR-22", "NAR-23", "NAR-24")
_CACAH = ("NAR-13", "NAR-14", "NAR-17")
# Checks that hold row after row of a table against something: where many rows differ, the table was not made anew.
_SEKOLOM = ("ANG-01", "ANG-05", "CAP-01", "TAR-12")
_BANYAK = 4
# Checks that find a whole column, table or document made in one wrong way: each table is one job.
_SETABEL = ("AKA-05", "EFI-01", "EFI-05")

Kunci = Callable[[Butir], Any]


def kunci_sepola() -> tuple[Kunci, ...]:
    """Return what names a mistake, None where a note is of none: notes of one name are one job."""
    return (
        _nilai_sama,
        _selisih_sama,
        _sel_sama,
        _nama,
        _nama_tertukar,
        _setabel,
        _seperempat,
        _sekalimat,
    )


def _nilai_sama(b: Butir) -> Any:
    """Name what is wrong by quantity, subject, year and figure; a year is wrong whatever it is said of."""
    if not b.isi["tabel"].startswith("tercetak/") or not b.figur or not b.menuduh:
        return None
    f = b.figur
    if f["besaran"].startswith("tahun_"):
        besaran = "" if f["besaran"] in TAHUN_SENDIRI else f["besaran"]
        awal = (
            str(f["tercetak"]).strip().partition("-")[0]
        )  # of a period of plan, where it begins tells which one it is
        return (besaran, awal) if b.kode in _TAHUN else None
    isi = f["nilai"] if f["nilai"] == f["nilai"] else str(f["tercetak"]).casefold()
    return f["besaran"], f["subjek"], f["lingkup"] or "instansi", str(f["tahun"]), isi


def _selisih_sama(b: Butir) -> Any:
    """Name the amount by which sums, documents and tables differ: the same to the rupiah, it is the same amount.

    One of a single digit and noughts may come twice by chance.
    """
    angka = f"{b.sandaran.selisih:.0f}".rstrip("0")
    return b.sandaran.selisih if len(angka) > 1 and b.isi["keluarga"] == "anggaran" else None


def _sel_sama(b: Butir) -> Any:
    """Name one cell of the agency's document that two of the tables hold."""
    return (b.kode, b.isi["tempat"], b.isi["tercetak"]) if b.kode == "AKA-01" else None


def _nama(b: Butir) -> Any:
    return (_NAMA[b.kode], b.isi["subjek"]) if b.kode in _NAMA and b.isi["subjek"] else None


def _nama_tertukar(b: Butir) -> Any:
    """Name the two rows of the budget of which one has the name of the other."""
    lain = re.search(r"itu nama (\S+)\.$", b.isi["penjelasan"]) if b.kode == "ANG-09" else None
    return frozenset((b.isi["subjek"], lain[1])) if lain else None


def _setabel(b: Butir) -> Any:
    return (b.kode, str(b.isi["tempat"]).partition(",")[0]) if b.kode in _SETABEL else None


def _seperempat(b: Butir) -> Any:
    return b.figur["dokumen"] if b.kode == "TAR-08" and b.figur else None


def _sekalimat(b: Butir) -> Any:
    """Name the sentence that counts what a table holds."""
    return b.isi["tempat"] if b.kode in _CACAH else None


def kunci_target(konteks: Konteks) -> Kunci:
    """Return what names two documents that set other targets for most of the indicators that both have."""
    target: dict[str, dict[tuple[str, int], float]] = {}
    for b in konteks.baris("ketik/target"):
        if b["periode"] == TAHUNAN and b["tahun"] == konteks.tahun:
            target.setdefault(b["dokumen"], {}).setdefault(b["indikator"], b["target"])
    acuan = target.get(konteks.dokumen_target, {})

    def kunci(b: Butir) -> Any:
        if b.kode != "TAR-01" or not b.figur or b.figur["tahun"] != konteks.tahun:
            return None
        bersama = [(v, acuan[i]) for i, v in target.get(b.figur["dokumen"], {}).items() if i in acuan]
        berbeda = sum(v != lain for v, lain in bersama)
        return (b.figur["dokumen"],) if berbeda > max(1, len(bersama) / 2) else None

    return kunci


def kunci_pagu_lain(konteks: Konteks) -> Kunci:
    """Return what names the other document whose pagu printed percentages were computed with."""
    jaring = jaringan(konteks)
    pagu: dict[str, list[tuple[str, float]]] = {}
    for b in konteks.baris("ketik/anggaran"):
        pagu.setdefault(b["kode"], []).append((b["dokumen"], b["pagu_rp"]))
    persen = {polos(k.sel[0]): k for k in jaring.kendala if k.jenis == PERSEN}

    def kunci(b: Butir) -> Any:
        k = persen.get(b.sel) if b.kode == "ANG-01" else None
        if not k:
            return None
        lain = (d for d, v in pagu.get(b.figur["subjek"], ()) if k.periksa({**jaring.nilai, k.sel[1]: v}))
        return next(((d,) for d in lain), None)

    return kunci


def nama_serupa(semua: Sequence[Butir]) -> Iterator[tuple[Butir, Butir]]:
    """Pair the notes that quote nearly the same name, and those of two indicators each called like the other."""
    bernama = [(b, n) for b in semua if b.kode in _BERNAMA for n in re.findall(r'"([^"]+)"', b.isi["penjelasan"])[:1]]
    yield from ((a, b) for (a, m), (b, n) in combinations(bernama, 2) if kemiripan(m, n) >= _MIRIP or _memuat(m, n))
    kartu = [(b, re.findall(r'"([^"]+)"', b.isi["penjelasan"])) for b in semua if b.kode == "TAR-04"]
    yield from ((a, b) for (a, m), (b, n) in combinations(kartu, 2) if m and n and m[0] in n[1:] and n[0] in m[1:])


def _memuat(satu: str, dua: str) -> bool:
    """Tell whether one long name stands within the other."""
    pendek, panjang = sorted((satu.casefold(), dua.casefold()), key=len)
    return len(pendek.split()) >= _PANJANG and pendek in panjang


def sekolom(semua: Iterable[Butir]) -> Iterator[list[Butir]]:
    """Yield the notes of one check on many rows of one table, or of one document against another."""
    kelompok: dict[Any, list[Butir]] = {}
    for b in (b for b in semua if b.kode in _SEKOLOM and b.figur):
        kelompok.setdefault((b.kode, b.figur["besaran"], str(b.isi["tempat"]).partition(",")[0]), []).append(b)
    yield from (milik for milik in kelompok.values() if len(milik) >= _BANYAK)


def baris_hilang(konteks: Konteks, semua: Sequence[Butir]) -> Iterator[tuple[Butir, Butir]]:
    """Pair the pagu and the realisasi of a parent that are both short: a row is missing."""
    kurang = [b for b in semua if b.kode == "ANG-02" and b.figur and ": kurang " in b.isi["penjelasan"]]
    for a, b in combinations(kurang, 2):
        if all(a.figur[k] == b.figur[k] for k in ("subjek", "dokumen")):
            yield a, b

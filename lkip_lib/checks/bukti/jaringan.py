"""The network of a report's budget: sums, percentages, ceilings and equality, each over the cells it binds."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.bukti.kendala import BATAS, BELANJA, JUMLAH, LAIN, PERSEN, SAMA, Jaringan, Kendala, Nilai
from lkip_lib.checks.bukti.ketelitian import kelonggaran
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.cetak.nama import sebut_baris, sebut_dokumen
from lkip_lib.checks.cetak.replikasi import KIRA
from lkip_lib.checks.registry import Konteks
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN
from lkip_lib.ledger import sebut_subjek
from lkip_lib.rumus import anggaran


@lru_cache(maxsize=2)
def jaringan(konteks: Konteks) -> Jaringan:
    """Build the network of a report's budget figures, every document with its own tree."""
    semua, per_dokumen = konteks.baris("ketik/anggaran"), konteks.per("ketik/anggaran", "dokumen")
    nilai: dict[str, float] = {}
    nama: dict[str, str] = {}
    tercetak: dict[str, str] = {}
    tetangga: dict[str, tuple[str, ...]] = {}
    kendala: list[Kendala] = []
    for besaran in ("pagu", "realisasi"):
        for b in semua:
            id = b[f"{besaran}_rp_id"]
            nilai[id], nama[id] = b[f"{besaran}_rp"], sebut_baris(b["kode"])
            tercetak[id] = b[f"{besaran}_rp_tercetak"]
        for milik in per_dokumen.values():
            ids = [b[f"{besaran}_rp_id"] for b in milik]
            for atas, bawah in pairwise(ids):
                tetangga[atas] = (*tetangga.get(atas, ()), bawah)
                tetangga[bawah] = (*tetangga.get(bawah, ()), atas)
            kendala += _jumlah(konteks, milik, besaran, nama, semua)
        kendala += _sama(konteks, besaran)
        kendala += _lain(konteks, besaran)
    kendala += [_batas(b) for b in semua]
    kendala += _belanja(konteks, nilai, nama, tercetak)
    persen = list(_persen(konteks, nilai, nama, tercetak))
    kendala += persen
    pada = {s: tuple(milik) for s, milik in himpun((s, k) for k in kendala for s in k.sel).items()}
    belanja = frozenset(v for b in konteks.baris("ketik/belanja") for v in (b["pagu_rp"], b["realisasi_rp"]) if v > 0)
    return Jaringan(nilai, tuple(kendala), pada, nama, tercetak, tetangga, frozenset(k.sel[0] for k in persen), belanja)


@dataclass(frozen=True, slots=True)
class _Susunan:
    """One way to make up a parent: of its children but one that it leaves out, or of lines printed elsewhere too."""

    anak: tuple[str, ...]
    tambahan: float = 0.0
    sebutan: str = ""


def _total(
    konteks: Konteks,
    jenis: str,
    induk: str,
    anak: tuple[str, ...],
    nama: Mapping[str, str],
    lain: tuple[_Susunan, ...] = (),
) -> Kendala:
    """One cell is the sum of others, as exactly as they are printed; one of several sums, where there are more."""
    semua, longgar = (_Susunan(anak), *lain), kelonggaran(konteks, (induk, *anak))

    def jumlah(s: _Susunan, n: Nilai) -> float:
        return sum(n.get(a, math.nan) for a in s.anak) + s.tambahan

    def berjumlah(s: _Susunan, n: Nilai) -> bool:
        return anggaran.sama(n[induk], jumlah(s, n)) or abs(n[induk] - jumlah(s, n)) <= longgar

    def dipenuhi(n: Nilai) -> bool:
        return any(berjumlah(s, n) for s in semua)

    def memberi(sel: str, n: Nilai) -> tuple[float, ...]:
        if longgar:  # of a rounded amount nothing follows to the rupiah
            return ()
        nol = {**n, sel: 0.0}
        hasil = (jumlah(s, n) if sel == induk else n[induk] - jumlah(s, nol) for s in semua if sel in (induk, *s.anak))
        return tuple(dict.fromkeys(round(v, 2) for v in hasil if not math.isnan(v)))

    def sebut(n: Nilai) -> str:
        s = next((s for s in semua if berjumlah(s, n)), semua[0])
        rinci = " + ".join(
            [*(f"{nama[a]} {numerals.write(n[a], 0)}" for a in s.anak), *([s.sebutan] * bool(s.tambahan))]
        )
        luar = f" ({s.sebutan})" if s.sebutan and not s.tambahan else ""
        return f"{rinci} = {nama[induk]} {numerals.write(n[induk], 0)}{luar}"

    return Kendala(jenis, (induk, *anak), dipenuhi, memberi, sebut)


def _jumlah(
    konteks: Konteks, milik: list[dict[str, Any]], besaran: str, nama: Mapping[str, str], semua: list[dict[str, Any]]
) -> list[Kendala]:
    baris = {b["kode"]: b for b in milik}
    anak = himpun((b["induk"], b) for b in baris.values() if b["induk"] in baris)
    id, kolom = f"{besaran}_rp_id", f"{besaran}_rp"
    luar: dict[str, dict[str, dict[str, Any]]] = {}  # what other documents print below a line: by document and code
    for b in (b for b in semua if b["induk"] in anak and b[kolom] == b[kolom]):
        luar.setdefault(b["induk"], {}).setdefault(b["dokumen"], {})[b["kode"]] = b[kolom]
    hasil = []
    for kode, rincian in anak.items():
        if baris[kode]["lengkap"] == "ya":
            lain = (
                *_tertinggal(baris[kode], rincian, besaran),
                *_di_dokumen_lain(baris[kode], rincian, kolom, luar.get(kode, {})),
            )
            hasil.append(_total(konteks, JUMLAH, baris[kode][id], tuple(r[id] for r in rincian), nama, lain))
    return hasil


def _tertinggal(induk: Mapping[str, Any], rincian: list[dict[str, Any]], besaran: str) -> Iterator[_Susunan]:
    """Yield the sum without the one line by which the parent's other amount is short: it is left out of both."""
    lain = "pagu_rp" if besaran == "realisasi" else "realisasi_rp"
    lebih = round(sum(r[lain] for r in rincian) - induk[lain], 2)
    luar = [r for r in rincian if r[lain] == lebih and lebih > 0]
    if len(luar) == 1:
        anak = tuple(r[f"{besaran}_rp_id"] for r in rincian if r is not luar[0])
        yield _Susunan(anak, sebutan=f"{lain.removesuffix('_rp')} {induk['kode']} pun tidak memuat {luar[0]['kode']}")


def _di_dokumen_lain(
    induk: Mapping[str, Any], rincian: list[dict[str, Any]], kolom: str, luar: Mapping[str, Mapping[str, Any]]
) -> Iterator[_Susunan]:
    """Yield the sum with the lines that only another document prints, where it prints the others just as they are."""
    ada = {r["kode"]: r for r in rincian}
    for dokumen, lain in luar.items():
        hilang = {k: v for k, v in lain.items() if k not in ada}
        if dokumen != induk["dokumen"] and hilang and all(lain.get(k) == r[kolom] for k, r in ada.items()):
            rinci = " + ".join(f"{k} {numerals.write(v, 0)}" for k, v in hilang.items())
            tempat = f"{rinci} menurut {sebut_dokumen(dokumen)}"
            yield _Susunan(tuple(r[f"{kolom}_id"] for r in rincian), sum(hilang.values()), tempat)


def _lain(konteks: Konteks, besaran: str) -> list[Kendala]:
    """Another document states the line as the report does; one that differs proves nothing."""
    id = f"{besaran}_rp_id"
    hasil = []
    for milik in konteks.per("ketik/anggaran", "kode").values():
        baris = [b for b in milik if b[f"{besaran}_rp_tercetak"] != ""]
        laporan = [b for b in baris if b["dokumen"] in DOKUMEN_LAPORAN]
        luar = [b for b in baris if b["dokumen"] not in DOKUMEN_LAPORAN]
        hasil += [_dua_sama((a[id], a["dokumen"]), (b[id], b["dokumen"]), 0.0, LAIN) for a in laporan for b in luar]
    return hasil


def _sama(konteks: Konteks, besaran: str) -> list[Kendala]:
    """The report states the same line in two tables."""
    hasil = []
    for milik in konteks.per("ketik/anggaran", "kode").values():
        baris = [(b[f"{besaran}_rp_id"], b["dokumen"]) for b in milik if b["dokumen"] in DOKUMEN_LAPORAN]
        hasil += [_dua_sama(a, b, kelonggaran(konteks, (a[0], b[0]))) for a, b in pairwise(baris)]
    return hasil


def _dua_sama(satu: tuple[str, str], dua: tuple[str, str], longgar: float, jenis: str = SAMA) -> Kendala:
    a, b = satu[0], dua[0]

    def memberi(sel: str, n: Nilai) -> tuple[float, ...]:
        lain = n.get(b if sel == a else a, math.nan)
        return () if longgar or math.isnan(lain) else (lain,)

    def sebut(n: Nilai) -> str:
        return f"{sebut_dokumen(satu[1])} dan {sebut_dokumen(dua[1])} mencetak {numerals.write(n[a], 0)}"

    def dipenuhi(n: Nilai) -> bool:
        return anggaran.sama(n[a], n[b]) or abs(n[a] - n[b]) <= longgar

    return Kendala(jenis, (a, b), dipenuhi, memberi, sebut)


def _batas(b: Mapping[str, str]) -> Kendala:
    pagu, realisasi = b["pagu_rp_id"], b["realisasi_rp_id"]
    return Kendala(
        BATAS, (realisasi, pagu), lambda n: n[realisasi] <= n[pagu], lambda s, n: (), lambda n: "tidak melebihi pagu"
    )


def _belanja(
    konteks: Konteks, nilai: dict[str, float], nama: dict[str, str], tercetak: dict[str, str]
) -> Iterator[Kendala]:
    belanja = [b for b in konteks.baris("ketik/belanja") if b["dokumen"] in ("", konteks.dokumen_anggaran)]
    anggaran_ini = konteks.per("ketik/anggaran", "dokumen").get(konteks.dokumen_anggaran, [])
    akar = [b for b in anggaran_ini if b["induk"] == ""]
    for besaran in ("pagu", "realisasi"):
        if len(akar) != 1 or not len(belanja):
            return
        for b in belanja:
            id = b[f"{besaran}_rp_id"]
            nilai[id], nama[id], tercetak[id] = b[f"{besaran}_rp"], b["uraian"], b[f"{besaran}_rp_tercetak"]
        id_belanja = tuple(b[f"{besaran}_rp_id"] for b in belanja)
        yield _total(konteks, BELANJA, akar[0][f"{besaran}_rp_id"], id_belanja, nama)


def _persen(
    konteks: Konteks, nilai: dict[str, float], nama: dict[str, str], tercetak: dict[str, str]
) -> Iterator[Kendala]:
    kira = {b["id"] for b in konteks.baris("replikasi") if b["verdik"] == KIRA}  # amounts printed rounded bind nothing
    baris = {(b["kode"], b["dokumen"]): b for b in konteks.baris("ketik/anggaran")}
    for p in konteks.per("ketik/tercetak/hitungan", "besaran").get("serapan_persen", []):
        if p["jenis_subjek"] not in ("anggaran", "instansi") or p["nilai_id"] in kira:
            continue
        b = baris.get((p["subjek"], p["dokumen"])) or baris.get((p["subjek"], konteks.dokumen_anggaran))
        if b is None or math.isnan(p["nilai"]):
            continue
        id, pagu, realisasi = p["nilai_id"], b["pagu_rp_id"], b["realisasi_rp_id"]
        nilai[id], nama[id], tercetak[id] = p["nilai"], f"persentase {sebut_subjek(p['subjek'])}", p["nilai_tercetak"]
        yield _satu_persen(id, pagu, realisasi, desimal(p["nilai_tercetak"], "persen"))


def _satu_persen(id: str, pagu: str, realisasi: str, teliti: int) -> Kendala:
    def dipenuhi(n: Nilai) -> bool:
        if n[pagu] == 0:
            return n[realisasi] != 0 or n[id] in (0, 100)
        return setara(n[id], teliti, n[realisasi] / n[pagu] * 100)

    def memberi(sel: str, n: Nilai) -> tuple[float, ...]:
        if sel != id or math.isnan(n[pagu]) or math.isnan(n[realisasi]) or n[pagu] == 0:
            return ()
        return (n[realisasi] / n[pagu] * 100,)

    def sebut(n: Nilai) -> str:
        hasil = numerals.persen(n[realisasi] / n[pagu] * 100)
        return f"{numerals.write(n[realisasi], 0)} / {numerals.write(n[pagu], 0)} = {hasil}, seperti tercetak"

    return Kendala(PERSEN, (id, pagu, realisasi), dipenuhi, memberi, sebut)

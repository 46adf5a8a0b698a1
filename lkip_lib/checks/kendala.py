"""What must hold between budget figures: sums, percentages, ceilings and equality, each over the cells it binds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.ketelitian import kelonggaran
from lkip_lib.checks.precision import desimal, setara
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.replikasi import KIRA
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import DOKUMEN_LAPORAN
from lkip_lib.ledger import sebut_subjek
from lkip_lib.rumus import anggaran

Nilai = Mapping[str, float]
JUMLAH, SAMA, BELANJA, PERSEN, BATAS = "jumlah", "sama", "belanja", "persen", "batas"
TEPAT = (JUMLAH, SAMA, BELANJA)


@dataclass(frozen=True, slots=True)
class Kendala:
    """Bind some cells. `memberi` tells what one cell must be, given the others (None where they do not tell)."""

    jenis: str
    sel: tuple[str, ...]
    dipenuhi: Callable[[Nilai], bool]
    memberi: Callable[[str, Nilai], float | None]
    sebut: Callable[[Nilai], str]

    def periksa(self, nilai: Nilai) -> bool | None:
        """Tell whether it holds; None while a cell it binds has no number."""
        if any(math.isnan(nilai.get(s, math.nan)) for s in self.sel):
            return None
        return self.dipenuhi(nilai)


@dataclass(frozen=True)
class Jaringan:
    """Hold the budget's cells, what binds them, and what is known of each cell."""

    nilai: dict[str, float]
    kendala: tuple[Kendala, ...]
    pada: dict[str, tuple[Kendala, ...]]
    nama: dict[str, str]
    tercetak: dict[str, str]
    tetangga: dict[str, tuple[str, ...]]
    persen: frozenset[str]

    def dilanggar(self) -> Iterator[Kendala]:
        """Yield what does not hold."""
        return (k for k in self.kendala if k.periksa(self.nilai) is False)

    def dikuatkan(self, sel: str) -> bool:
        """Tell whether an exact constraint confirms an amount, and none contradicts it."""
        disangkal = any(k.periksa(self.nilai) is False for k in self.pada.get(sel, ()) if k.jenis in TEPAT)
        return self.disaksikan(sel) and not disangkal

    def disaksikan(self, sel: str) -> bool:
        """Tell whether an exact constraint confirms an amount, whatever others say."""
        return any(k.periksa(self.nilai) is True for k in self.pada.get(sel, ()) if k.jenis in TEPAT)

    def saingan(self, sel: str, saksi: Kendala, nilai: Nilai) -> Iterator[float]:
        """Yield what an amount would be if not its witness were right, but what contradicts the witness.

        A misprinted sum bears out whatever is taken from it; so do two amounts that are misprinted alike.
        """
        for s in saksi.sel:
            for k in self.pada.get(s, ()) if s != sel else ():
                if k.jenis in TEPAT and k is not saksi and k.periksa(nilai) is False:
                    lain = k.memberi(s, nilai)
                    ini = None if lain is None else saksi.memberi(sel, {**nilai, s: lain})
                    if ini is not None and ini >= 0:
                        yield ini

    def menyangkal(self, sel: str, nilai: float) -> bool:
        """Tell whether a printed percentage bears an amount out and rules another figure for it out."""
        persen = (k for k in self.pada.get(sel, ()) if k.jenis == PERSEN and k.periksa(self.nilai))
        return any(k.periksa({**self.nilai, sel: nilai}) is False for k in persen)

    def tertukar(self, persen: Kendala) -> bool:
        """Tell whether a percentage would hold if one of its amounts changed places with another of the same sum.

        A sum stays the same when its parts change places, so it confirms none of them then.
        """
        for s in persen.sel[1:]:
            sejumlah = {o for k in self.pada[s] if k.jenis in TEPAT for o in k.sel} - {s}
            if any(persen.periksa({**self.nilai, s: self.nilai[o]}) for o in sejumlah):
                return True
        return False


@lru_cache(maxsize=2)
def jaringan(konteks: Konteks) -> Jaringan:
    """Build the network of a report's budget figures, every document with its own tree."""
    semua = konteks.frames["ketik/anggaran"]
    nilai: dict[str, float] = {}
    nama: dict[str, str] = {}
    tercetak: dict[str, str] = {}
    tetangga: dict[str, tuple[str, ...]] = {}
    kendala: list[Kendala] = []
    persen: set[str] = set()
    for besaran in ("pagu", "realisasi"):
        for b in catatan(semua):
            id = b[f"{besaran}_rp_id"]
            nilai[id], nama[id] = b[f"{besaran}_rp"], f"{b['kode']}"
            tercetak[id] = b[f"{besaran}_rp_tercetak"]
        for _, milik in semua.groupby("dokumen", sort=False):
            ids = list(milik[f"{besaran}_rp_id"])
            for atas, bawah in pairwise(ids):
                tetangga[atas] = (*tetangga.get(atas, ()), bawah)
                tetangga[bawah] = (*tetangga.get(bawah, ()), atas)
            kendala += _jumlah(konteks, milik, besaran, nama)
        kendala += _sama(konteks, semua, besaran)
    kendala += [_batas(b) for b in catatan(semua)]
    kendala += _belanja(konteks, nilai, nama, tercetak)
    for k in _persen(konteks, nilai, nama, tercetak):
        kendala.append(k)
        persen.add(k.sel[0])
    pada: dict[str, tuple[Kendala, ...]] = {}
    for k in kendala:
        for s in k.sel:
            pada[s] = (*pada.get(s, ()), k)
    return Jaringan(nilai, tuple(kendala), pada, nama, tercetak, tetangga, frozenset(persen))


def _total(konteks: Konteks, jenis: str, induk: str, anak: list[str], nama: Mapping[str, str]) -> Kendala:
    """One cell is the sum of others, as exactly as they are printed."""
    longgar = kelonggaran(konteks, (induk, *anak))

    def dipenuhi(n: Nilai) -> bool:
        jumlah = sum(n[a] for a in anak)
        return anggaran.sama(n[induk], jumlah) or abs(n[induk] - jumlah) <= longgar

    def memberi(sel: str, n: Nilai) -> float | None:
        lain = [n.get(s, math.nan) for s in (induk, *anak) if s != sel]
        if longgar or any(math.isnan(v) for v in lain):  # of a rounded amount nothing follows to the rupiah
            return None
        return round(sum(lain) if sel == induk else lain[0] - sum(lain[1:]), 2)

    def sebut(n: Nilai) -> str:
        rinci = " + ".join(f"{nama[a]} {numerals.write(n[a], 0)}" for a in anak)
        return f"{rinci} = {nama[induk]} {numerals.write(n[induk], 0)}"

    return Kendala(jenis, (induk, *anak), dipenuhi, memberi, sebut)


def _jumlah(konteks: Konteks, milik: pd.DataFrame, besaran: str, nama: Mapping[str, str]) -> list[Kendala]:
    id = dict(zip(milik["kode"], milik[f"{besaran}_rp_id"], strict=True))
    lengkap = dict(zip(milik["kode"], milik["lengkap"], strict=True))
    anak: dict[str, list[str]] = {}
    for kode, induk in zip(milik["kode"], milik["induk"], strict=True):
        if induk in id:
            anak.setdefault(induk, []).append(id[kode])
    return [_total(konteks, JUMLAH, id[k], a, nama) for k, a in anak.items() if lengkap[k] == "ya"]


def _sama(konteks: Konteks, semua: pd.DataFrame, besaran: str) -> list[Kendala]:
    """The report states the same line in two tables."""
    hasil = []
    satu_laporan = semua[semua["dokumen"].isin(DOKUMEN_LAPORAN)]
    for _, milik in satu_laporan.groupby("kode", sort=False):
        baris = list(zip(milik[f"{besaran}_rp_id"], milik["dokumen"], strict=True))
        hasil += [_dua_sama(a, b, kelonggaran(konteks, (a[0], b[0]))) for a, b in pairwise(baris)]
    return hasil


def _dua_sama(satu: tuple[str, str], dua: tuple[str, str], longgar: float) -> Kendala:
    a, b = satu[0], dua[0]

    def memberi(sel: str, n: Nilai) -> float | None:
        lain = n.get(b if sel == a else a, math.nan)
        return None if longgar or math.isnan(lain) else lain

    def sebut(n: Nilai) -> str:
        return f"{satu[1]} dan {dua[1]} mencetak {numerals.write(n[a], 0)}"

    def dipenuhi(n: Nilai) -> bool:
        return anggaran.sama(n[a], n[b]) or abs(n[a] - n[b]) <= longgar

    return Kendala(SAMA, (a, b), dipenuhi, memberi, sebut)


def _batas(b: Mapping[str, str]) -> Kendala:
    pagu, realisasi = b["pagu_rp_id"], b["realisasi_rp_id"]
    return Kendala(
        BATAS, (realisasi, pagu), lambda n: n[realisasi] <= n[pagu], lambda s, n: None, lambda n: "tidak melebihi pagu"
    )


def _belanja(
    konteks: Konteks, nilai: dict[str, float], nama: dict[str, str], tercetak: dict[str, str]
) -> Iterator[Kendala]:
    belanja, semua = konteks.frames["ketik/belanja"], konteks.frames["ketik/anggaran"]
    belanja = belanja[belanja["dokumen"].isin(("", konteks.dokumen_anggaran))]
    akar = semua[(semua["dokumen"] == konteks.dokumen_anggaran) & (semua["induk"] == "")]
    for besaran in ("pagu", "realisasi"):
        if len(akar) != 1 or not len(belanja):
            return
        for b in catatan(belanja):
            id = b[f"{besaran}_rp_id"]
            nilai[id], nama[id], tercetak[id] = b[f"{besaran}_rp"], b["uraian"], b[f"{besaran}_rp_tercetak"]
        induk = str(akar.iloc[0][f"{besaran}_rp_id"])
        yield _total(konteks, BELANJA, induk, list(belanja[f"{besaran}_rp_id"]), nama)


def _persen(
    konteks: Konteks, nilai: dict[str, float], nama: dict[str, str], tercetak: dict[str, str]
) -> Iterator[Kendala]:
    semua = konteks.frames["ketik/anggaran"]
    cetak = konteks.frames["ketik/tercetak/hitungan"]
    cetak = cetak[cetak["jenis_subjek"].isin(("anggaran", "instansi")) & (cetak["besaran"] == "serapan_persen")]
    kira = {b["id"] for b in konteks.baris("replikasi") if b["verdik"] == KIRA}  # amounts printed rounded bind nothing
    cetak = cetak[~cetak["nilai_id"].isin(kira)]
    baris = {(b["kode"], b["dokumen"]): b for b in catatan(semua)}
    for p in catatan(cetak):
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

    def memberi(sel: str, n: Nilai) -> float | None:
        if sel != id or math.isnan(n[pagu]) or math.isnan(n[realisasi]) or n[pagu] == 0:
            return None
        return n[realisasi] / n[pagu] * 100

    def sebut(n: Nilai) -> str:
        hasil = numerals.persen(n[realisasi] / n[pagu] * 100)
        return f"{numerals.write(n[realisasi], 0)} / {numerals.write(n[pagu], 0)} = {hasil}, seperti tercetak"

    return Kendala(PERSEN, (id, pagu, realisasi), dipenuhi, memberi, sebut)

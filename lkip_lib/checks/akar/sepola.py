"""One mistake made in several places: what tells that two notes are the same one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from lkip_lib.checks.akar.butir import Butir
from lkip_lib.checks.bukti.jaringan import jaringan
from lkip_lib.checks.bukti.kendala import PERSEN
from lkip_lib.checks.cetak.nama import kemiripan
from lkip_lib.checks.klaim.klaim import TAHUN_SENDIRI
from lkip_lib.checks.registry import Konteks, Sifat
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import polos

_MIRIP = 0.9
_PANJANG = 6  # words of a name that no other has by chance
_BANYAK = 4  # rows of one column from which on it was not made anew

Kunci = Callable[[Butir], Any]


def kunci_sepola() -> tuple[Kunci, ...]:
    """Return what names a mistake, None where a note is of none: notes of one name are one job."""
    return _nilai_sama, _selisih_sama, _sel_sama, _nama, _nama_tertukar, _setabel, _seperempat, _sekalimat


def _nilai_sama(b: Butir) -> Any:
    """Name what is wrong by quantity, subject, year and figure; a year is wrong whatever it is said of."""
    if not b.tercetak or not b.figur or not b.menuduh:
        return None
    f = b.figur
    if f["besaran"].startswith("tahun_"):
        besaran = "" if f["besaran"] in TAHUN_SENDIRI else f["besaran"]
        # Of a period of plan, where it begins tells which one it is.
        awal = str(f["tercetak"]).strip().partition("-")[0]
        return (besaran, awal) if b.ber(Sifat.TAHUN) else None
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
    return (b.kode, b.isi["tempat"], b.isi["tercetak"]) if b.ber(Sifat.SETEMPAT) else None


def _nama(b: Butir) -> Any:
    return b.isi["subjek"] or None if b.ber(Sifat.NAMA) else None


def _nama_tertukar(b: Butir) -> Any:
    """Name the two rows of the budget of which one has the name of the other."""
    lain = re.search(r"itu nama (\S+)\.$", b.isi["penjelasan"]) if b.ber(Sifat.NAMA_TERTUKAR) else None
    return frozenset((b.isi["subjek"], lain[1])) if lain else None


def _setabel(b: Butir) -> Any:
    return (b.kode, _tabel(b)) if b.ber(Sifat.SETABEL) else None


def _tabel(b: Butir) -> str:
    return str(b.isi["tempat"]).partition(",")[0]


def _seperempat(b: Butir) -> Any:
    return b.figur["dokumen"] if b.ber(Sifat.SEDOKUMEN) and b.figur else None


def _sekalimat(b: Butir) -> Any:
    """Name the sentence that counts what a table holds."""
    return b.isi["tempat"] if b.ber(Sifat.SEKALIMAT) else None


def kunci_target(konteks: Konteks) -> Kunci:
    """Return what names two documents that set other targets for most of the indicators that both have."""
    target: dict[str, dict[tuple[str, int], float]] = {}
    for b in konteks.baris("ketik/target"):
        if b["periode"] == TAHUNAN and b["tahun"] == konteks.tahun:
            target.setdefault(b["dokumen"], {}).setdefault(b["indikator"], b["target"])
    acuan = target.get(konteks.dokumen_target, {})

    def kunci(b: Butir) -> Any:
        if not b.ber(Sifat.ANTARDOKUMEN) or not b.figur or b.figur["tahun"] != konteks.tahun:
            return None
        bersama = [(v, acuan[i]) for i, v in target.get(b.figur["dokumen"], {}).items() if i in acuan]
        berbeda = sum(v != lain for v, lain in bersama)
        return (b.figur["dokumen"],) if berbeda > max(1, len(bersama) / 2) else None

    return kunci


def kunci_pagu_lain(konteks: Konteks) -> Kunci:
    """Return what names the other document whose pagu printed percentages were computed with."""
    jaring = jaringan(konteks)
    pagu = himpun((b["kode"], (b["dokumen"], b["pagu_rp"])) for b in konteks.baris("ketik/anggaran"))
    subjek = {polos(b["nilai_id"]): b["subjek"] for b in konteks.baris("ketik/tercetak/hitungan")}
    salah = {polos(k.sel[0]): k for k in jaring.kendala if k.jenis == PERSEN and k.periksa(jaring.nilai) is False}
    cocok = {
        s: [d for d, v in pagu.get(subjek[s], ()) if k.periksa({**jaring.nilai, k.sel[1]: v})] for s, k in salah.items()
    }
    banyak = Counter(d for semua in cocok.values() for d in semua)

    def kunci(b: Butir) -> Any:
        dokumen = cocok.get(b.sel) if b.ber(Sifat.PERSEN) else None
        return (max(dokumen, key=lambda d: (banyak[d], d)),) if dokumen else None

    return kunci


def nama_serupa(semua: Sequence[Butir]) -> Iterator[tuple[Butir, Butir]]:
    """Pair the notes that quote nearly the same name, and those of two indicators each called like the other."""
    bernama = [(b, n) for b in semua if b.ber(Sifat.MENGUTIP_NAMA) for n in _kutipan(b)[:1]]
    yield from ((a, b) for (a, m), (b, n) in combinations(bernama, 2) if kemiripan(m, n) >= _MIRIP or _memuat(m, n))
    kartu = [(b, _kutipan(b)) for b in semua if b.ber(Sifat.NAMA_TERTUKAR)]
    yield from ((a, b) for (a, m), (b, n) in combinations(kartu, 2) if m and n and m[0] in n[1:] and n[0] in m[1:])


def _kutipan(b: Butir) -> list[str]:
    return re.findall(r'"([^"]+)"', b.isi["penjelasan"])


def _memuat(satu: str, dua: str) -> bool:
    """Tell whether one long name stands within the other."""
    pendek, panjang = sorted((satu.casefold(), dua.casefold()), key=len)
    return len(pendek.split()) >= _PANJANG and pendek in panjang


def sekolom(semua: Iterable[Butir]) -> Iterator[list[Butir]]:
    """Yield the notes of one check on many rows of one table, or of one document against another."""
    berfigur = (b for b in semua if b.ber(Sifat.SEKOLOM) and b.figur)
    kelompok = himpun(((b.kode, b.figur["besaran"], _tabel(b)), b) for b in berfigur)
    yield from (milik for milik in kelompok.values() if len(milik) >= _BANYAK)


def baris_hilang(semua: Sequence[Butir]) -> Iterator[tuple[Butir, Butir]]:
    """Pair the pagu and the realisasi of a parent that are both short: a row is missing."""
    kurang = [b for b in semua if b.ber(Sifat.JUMLAH) and b.figur and ": kurang " in b.isi["penjelasan"]]
    for a, b in combinations(kurang, 2):
        if all(a.figur[k] == b.figur[k] for k in ("subjek", "dokumen")):
            yield a, b

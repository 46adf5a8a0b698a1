"""Family narasi: differences, growth and ratios claimed in sentences, recomputed from the figures they compare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import jangkauan
from lkip_lib.checks.klaim.acuan import Buku, buka_buku
from lkip_lib.checks.klaim.buku import Acuan
from lkip_lib.checks.klaim.klaim import Klaim, klaim, sekalimat, tulis
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.numerals import setara

_SELISIH = ("selisih_poin", "selisih")
_RASIO = "terhadap_"
_SENDIRI = "realisasi"


def _pembanding(buku: Buku, k: Klaim) -> Iterator[tuple[Acuan, Acuan]]:
    """Yield the pairs that a sentence may compare: two years, two scopes, or the realisasi and its target."""
    tahun = k.tersirat[0]
    lingkup = k.besaran.split("_")[1] if k.besaran.startswith(_RASIO) else k.lingkup
    kini = buku.cari(_SENDIRI, k.subjek, tahun)
    if lingkup not in ("instansi", "kota", "kabupaten"):
        lain = [buku.cari(_SENDIRI, k.subjek, tahun, lingkup)]
    elif k.banding is not None:
        lain = [buku.cari(_SENDIRI, k.subjek, k.banding)]
    else:
        lain = [buku.cari(_SENDIRI, k.subjek, tahun - 1)]
        lain += [buku.cari("target", k.subjek, tahun)] if k.besaran in _SELISIH else []
    yield from ((kini, a) for a in lain if kini and a)


def _pasangan_lain(konteks: Konteks, k: Klaim, kalimat: list[Klaim]) -> Iterator[tuple[float, float]]:
    """Yield what the difference may also be of: two figures of the sentence, or a component of the indicator."""
    angka = [a for a in kalimat if a.berangka and a.id != k.id]
    yield from (
        (a.nilai, b.nilai)
        for a, b in permutations(angka, 2)
        if (a.besaran, a.subjek) == (b.besaran, b.subjek) and (a.tahun, a.lingkup) != (b.tahun, b.lingkup)
    )
    komponen = {
        (b["tahun"], b["nama"]): float(b["nilai"])
        for b in konteks.baris("ketik/komponen")
        if b["indikator"] == k.subjek and b["nilai"] == b["nilai"]
    }
    lalu = k.tersirat[0] - 1 if k.banding is None else k.banding
    yield from (
        (v, komponen[lalu, nama])
        for (tahun, nama), v in komponen.items()
        if tahun == k.tersirat[0] and (lalu, nama) in komponen
    )


def hitung_banding(besaran: str, kini: float, lain: float) -> list[float]:
    """Return what a difference, a change or a ratio of two figures may be told as."""
    if besaran in _SELISIH:
        return [abs(kini - lain)]
    if not lain or not kini:
        return []
    rasio = [kini / lain * 100, lain / kini * 100]
    return rasio if besaran.startswith(_RASIO) else [abs(kini - lain) / abs(lain) * 100]


@periksa(
    "NAR-05",
    sifat=(Sifat.DUA,),
    tingkat="kesalahan",
    judul="Selisih, kenaikan, atau perbandingan dalam kalimat tidak sesuai angkanya",
    dasar="Selisih = realisasi − pembanding; perubahan = selisih ÷ pembanding × 100",
    saran="Hitung ulang dari kedua angka yang dibandingkan.",
)
def selisih_kalimat(konteks: Konteks) -> Iterator[Catatan]:
    """Recompute every claimed difference, growth and ratio from the figures it compares."""
    buku = buka_buku(konteks)
    semua = klaim(konteks)
    kalimat = sekalimat(semua)
    for k in semua:
        banding = k.besaran.startswith(_RASIO) and k.besaran.endswith("_persen")
        if not k.berangka or not (k.besaran in (*_SELISIH, "perubahan_persen") or banding):
            continue
        pasangan = list(_pembanding(buku, k))
        hasil = [v for s, d in pasangan for a, b in product(s.nilai, d.nilai) for v in hitung_banding(k.besaran, a, b)]
        sekitar = _pasangan_lain(konteks, k, kalimat[k.sumber or k.id])
        lain_lain = [v for a, b in sekitar for v in hitung_banding(k.besaran, a, b)]
        if not hasil or _cocok(k, abs(k.nilai), hasil + lain_lain) or _kira(konteks, k, pasangan):
            continue
        satuan = buku.indikator.get(k.subjek, {}).get("satuan", "")
        kini, lain = pasangan[0]
        turun = k.nilai < 0 and not banding and kini.nilai[0] < lain.nilai[0]
        ditulis = _tulis(k, -hasil[0] if turun else hasil[0])  # with a minus where the sentence has one
        poin = [abs(a - b) for a, b in product(kini.nilai, lain.nilai)]
        # "naik 2,5%" for a percentage that rose by 2,5 points: loosely said, not miscounted.
        longgar = k.besaran == "perubahan_persen" and any(_cocok(k, abs(k.nilai), [p]) for p in poin)
        # Of two figures alike to the last digit one may be the other, typed again: then the sentence is the right one.
        serupa = kini.nilai[0] == lain.nilai[0]
        pasti = kini.pasti and lain.pasti and len(pasangan) == 1 and not longgar and not serupa
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks}; {kini.nama} {tulis(kini.nilai[0], satuan)} dan {lain.nama} "
            f"{tulis(lain.nilai[0], satuan)} memberi {ditulis}."
            + (" Yang tertulis adalah selisihnya dalam poin, bukan persen." if longgar else ""),
            seharusnya=ditulis if pasti else "",
            kandidat="" if pasti else ditulis,
            bukti=(*kini.bukti, *lain.bukti),
            tingkat="peringatan" if longgar else None,
        )


def _kira(konteks: Konteks, k: Klaim, pasangan: list[tuple[Acuan, Acuan]]) -> bool:
    """Tell whether a claimed percentage lies between those that the compared figures, printed rounded, may give."""
    if k.besaran in _SELISIH:
        return False
    for dua in pasangan:
        ujung = [{*a.nilai[:1], *(v for i in a.bukti[:1] for v in jangkauan(konteks).dari(i))} for a in dua]
        hasil = [hitung_banding(k.besaran, a, b) for a, b in product(*ujung)]
        if any(min(satu) <= abs(k.nilai) <= max(satu) for satu in zip(*filter(None, hasil), strict=True)):
            return True
    return False


def _cocok(k: Klaim, nilai: float, hasil: list[float]) -> bool:
    return any(setara(nilai, k.desimal, v) for v in hasil)


def _tulis(k: Klaim, nilai: float) -> str:
    return f"{numerals.write(nilai, 2)} poin" if k.besaran in _SELISIH else numerals.persen(nilai)

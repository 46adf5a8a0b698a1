"""Family narasi: direction words, against the sign of the years and the targets that they name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from lkip_lib import numerals
from lkip_lib.checks.klaim.acuan import Buku, buka_buku
from lkip_lib.checks.klaim.buku import Acuan
from lkip_lib.checks.klaim.klaim import Klaim, klaim, tulis
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.rumus.capaian import mengukur_kisaran
from lkip_lib.rumus.jenis import menurun

_DAERAH = ("instansi", "kota", "kabupaten")
TANDA = {"naik": 1, "lebih_tinggi": 1, "turun": -1, "lebih_rendah": -1, "tetap": 0, "sama": 0}
_KATA = {1: "naik", -1: "turun", 0: "tetap"}
_KATA_BANDING = {1: "lebih tinggi", -1: "lebih rendah", 0: "sama"}
_TARGET = ("sesuai_target", "melebihi")


def arah_selisih(kini: float, lain: float) -> int:
    """Return the sign of a difference."""
    beda = round(kini - lain, 9)
    return (beda > 0) - (beda < 0)


def _dengan_target(k: Klaim) -> bool:
    return k.teks in _TARGET and k.banding is None and k.lingkup in _DAERAH


def _pasangan(buku: Buku, k: Klaim) -> list[tuple[Acuan, Acuan]]:
    """Return what the word may compare; empty where a figure of a named year is not stated."""
    tahun = k.tersirat[0]
    kini = buku.cari(k.besaran, k.subjek, tahun)
    if k.lingkup not in _DAERAH:
        lain = [buku.cari(k.besaran, k.subjek, tahun, k.lingkup)]
    else:
        lain = [buku.cari(k.besaran, k.subjek, tahun - 1 if k.banding is None else k.banding)]
        if k.banding is None and k.teks.startswith("lebih_") and k.besaran == "realisasi":
            lain.append(buku.cari("target", k.subjek, tahun))
    return [(kini, a) for a in lain if kini and a]


@periksa(
    "NAR-06",
    sifat=(Sifat.ARAH,),
    tingkat="kesalahan",
    judul="Kata arah berlawanan dengan angkanya",
    dasar="Tanda selisih antara tahun atau lingkup yang disebut kalimat",
    saran="Perbaiki kata arahnya, atau tahun yang dibandingkan.",
)
def kata_arah(konteks: Konteks) -> Iterator[Catatan]:
    """Compare naik, turun, tetap, lebih tinggi and lebih rendah with the figures of the years they name."""
    buku = buka_buku(konteks)
    for k in klaim(konteks):
        if k.jenis != "arah" or k.teks not in TANDA or not k.subjek:
            continue
        pasangan = _pasangan(buku, k)
        tanda = {arah_selisih(a, b) for s, d in pasangan for a, b in product(s.nilai, d.nilai)}
        # "2023 dibandingkan 2024 naik" can be read from either end.
        terbalik = {-t for t in tanda} if k.banding is not None and k.banding > k.tersirat[0] else set()
        if not tanda or TANDA[k.teks] in tanda | terbalik:
            continue
        satu, dua = pasangan[0]
        satuan = buku.indikator.get(k.subjek, {}).get("satuan", "") if k.besaran == "realisasi" else ""
        kamus = _KATA_BANDING if k.teks.startswith("lebih_") or k.lingkup not in _DAERAH else _KATA
        benar = kamus[next(iter(tanda))]
        pasti = len(tanda) == 1 and len(pasangan) == 1 and not terbalik and satu.pasti and dua.pasti
        pasti = pasti and tanda != {0}  # two years alike to the last digit: one may have been copied from the other
        yield Catatan(
            k.id,
            f"Kalimat menyebut {k.teks.replace('_', ' ')}; {satu.nama} {tulis(satu.nilai[0], satuan)}, "
            f"{dua.nama} {tulis(dua.nilai[0], satuan)}: {benar}.",
            seharusnya=benar if pasti else "",
            kandidat="" if pasti else benar,
            bukti=(*satu.bukti, *dua.bukti),
        )


@periksa(
    "NAR-07",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="kesalahan",
    judul="Pernyataan tentang target tidak sesuai capaiannya",
    dasar="Sesuai target: capaian paling sedikit 100%; melebihi target: di atasnya",
    saran="Tulis sesuai capaiannya, lalu jelaskan sebabnya.",
)
def kata_target(konteks: Konteks) -> Iterator[Catatan]:
    """Compare sesuai_target and melebihi with the unbounded capaian, or with the scope or year they name."""
    buku = buka_buku(konteks)
    for k in klaim(konteks):
        if k.jenis != "arah" or k.teks not in _TARGET or konteks.tahun not in k.tersirat:
            continue
        kata = k.teks.replace("_", " ")
        if not _dengan_target(k):
            pasangan = _pasangan(buku, k) if k.teks == "melebihi" else []
            milik = buku.indikator.get(k.subjek)
            baik = (1, -1) if milik and menurun(milik["arah"]) else (1,)
            tanda = [arah_selisih(a, b) for s, d in pasangan for a, b in product(s.nilai, d.nilai)]
            if tanda and not any(t in baik for t in tanda):
                satu, dua = pasangan[0]
                yield Catatan(
                    k.id,
                    f"Kalimat menyebut melebihi; {satu.nama} tidak melebihi {dua.nama}.",
                    bukti=(*satu.bukti, *dua.bukti),
                )
            continue
        b = buku.indikator.get(k.subjek)
        if b is None or b["capaian_mentah_persen"] != b["capaian_mentah_persen"]:
            continue
        capaian = round(b["capaian_mentah_persen"], 9)
        # A target that is a range or a bound may be passed with a capaian of exactly 100.
        pas = capaian == 100 and not mengukur_kisaran(b["rumus"]) and k.teks == "melebihi"
        acuan = buku.cari("capaian_persen", k.subjek, konteks.tahun)
        if acuan and (capaian < 100 or pas):
            yield Catatan(
                k.id,
                f"Kalimat menyebut realisasi {k.subjek} {kata}, padahal capaiannya {numerals.persen(capaian)}.",
                bukti=acuan.bukti,
            )


@periksa(
    "NAR-08",
    tingkat="kesalahan",
    judul="Tren disebut fluktuatif padahal searah",
    dasar="Fluktuatif: dalam tahun yang disebut, angkanya pernah naik dan pernah turun",
    saran="Sebut trennya naik, turun, atau tetap.",
)
def fluktuatif(konteks: Konteks) -> Iterator[Catatan]:
    """Require of a series called fluktuatif that it both rises and falls."""
    buku = buka_buku(konteks)
    for k in klaim(konteks):
        if k.jenis != "arah" or k.teks != "fluktuatif":
            continue
        ujung = sorted((k.tersirat[0], k.banding if k.banding is not None else 0))
        deret = [
            (t, a)
            for t in range(max(ujung[0], ujung[1] - 60), ujung[1] + 1)
            if (a := buku.cari(k.besaran, k.subjek, t, k.lingkup)) and len(a.nilai) == 1
        ]
        langkah = {arah_selisih(b.nilai[0], a.nilai[0]) for (_, a), (_, b) in pairwise(deret)}
        if len(deret) > 2 and not {1, -1} <= langkah:
            isi = ", ".join(f"{t}: {numerals.write(a.nilai[0], 4, trim=True)}" for t, a in deret)
            yield Catatan(k.id, f"Deretnya searah: {isi}.", bukti=tuple(i for _, a in deret for i in a.bukti))

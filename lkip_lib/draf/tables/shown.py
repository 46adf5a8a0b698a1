"""Tell what a draft shows of how it measures: direction, unit and kind of its indicators, formula and bound."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping

from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.findings.proofs import arah_dari, rumus_capaian
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.sentences.reading import KALIMAT, daftar_subjek, yang_disebut
from lkip_lib.draf.tables.units import terbaca
from lkip_lib.rumus.jenis import ARAH

# Words that say of the indicators named beside them whether less or more is better.
_BAIK = r"\s+(?:\w+\s+){0,3}?(?:maka\s+)?(?:se)?makin\s+(?:baik|bagus)"
_ARAH_TERTULIS = (
    re.compile(rf"\b(?:se)?makin\s+(?:tinggi|besar|banyak|meningkat|naik){_BAIK}", re.I),
    re.compile(
        rf"\b(?:se)?makin\s+(?:kecil|rendah|sedikit|menurun|turun|singkat|pendek|cepat){_BAIK}"
        r"|\blower is better\b|\b(?:indikator|polaritas|berpolaritas)\s+negatif\b",
        re.I,
    ),
)
_PUNCAK = (100.0, 110.0, 120.0, 150.0, 200.0)
_LAZIM = (100.0, 120.0)  # bounds that one cell may show alone


def satuan_indikator(nama: str, target: list[Angka]) -> str:
    """Return a unit for an indicator that no table gives one, as its figures and its name let it have."""
    if any(re.search(r"%|\bpersen\b", a.tercetak, re.I) for a in target):
        return "Persen"
    if re.match(r"(?i)\W*(?:jumlah|banyaknya)\b", nama):
        return "Buah"
    return "Nilai" if all((a.nilai or 0) <= 100 for a in target) else "Angka"


def jenis_target(milik: list[Angka]) -> str:
    baca = [terbaca(a.tercetak, a.satuan) for a in milik]
    if any(b.low is not None and b.high is not None for b in baca):
        return "rentang"
    if any(b.low is not None or b.high is not None for b in baca):
        return "batas"
    return "tingkat"


def arah_indikator(bacaan: Bacaan) -> dict[str, str]:
    """Return the direction of each indicator that its printed capaian or the course of its targets shows."""
    hasil = {}
    disebut = _arah_tertulis(bacaan)
    for kode, kartu in bacaan.kinerja.kartu.items():
        suara = Counter(a for r in kartu.rumus if (a := arah_dari(r.split(","))))
        tertulis = kartu.isi.get("arah", "").lower()
        if re.search(r"positif|naik|max|maks|tinggi", tertulis):
            hasil[kode] = ARAH[0]
        elif re.search(r"negatif|turun|min|rendah", tertulis):
            hasil[kode] = ARAH[1]
        elif kode in disebut:
            hasil[kode] = disebut[kode]
        elif suara:
            hasil[kode] = suara.most_common(1)[0][0]
        elif jalan := _jalan_target(bacaan, kode):
            hasil[kode] = jalan
    return hasil


def _arah_tertulis(bacaan: Bacaan) -> dict[str, str]:
    """Return the direction that a sentence gives the indicators that it names; none where it tells two apart."""
    subjek = [s for s in daftar_subjek(bacaan.kinerja, bacaan.anggaran, ()) if s.macam == "indikator"]
    hasil: dict[str, str] = {}
    for b in bacaan.naskah.paragraf:
        for kalimat in KALIMAT.split(b.teks):
            cocok = [arah for arah, pola in zip(ARAH, _ARAH_TERTULIS, strict=True) if pola.search(kalimat)]
            if len(cocok) == 1 and not re.search(r"(?i)\b(?:selain|kecuali|sedangkan|bukan)\b", kalimat):
                hasil |= {s.kode: cocok[0] for _, _, s in yang_disebut(kalimat, subjek)}
    return hasil


def _jalan_target(bacaan: Bacaan, kode: str) -> str:
    """Return the direction in which the targets of a plan go, year by year; "" where they do not all go one way.

    A plan is what has targets of years to come, also where a table has other figures beside them.
    """
    rencana: dict[int, dict[int, float]] = {}
    for a in bacaan.angka:
        if a.kode == kode and a.peran == "target" and a.nilai is not None and a.periode in ("", "tahunan") and a.tabel:
            rencana.setdefault(a.tabel, {})[a.tahun] = a.nilai
    nilai = max((n for n in rencana.values() if max(n) > bacaan.tahun), key=len, default={})
    langkah = [nilai[k] - nilai[j] for j, k in itertools.pairwise(sorted(nilai))]
    if len(langkah) < 2 or not any(langkah) or (min(langkah) < 0 < max(langkah)):
        return ""
    return ARAH[int(min(langkah) < 0)]


def params_draf(bacaan: Bacaan, tabel: Mapping[str, list[dict[str, str]]]) -> dict[str, str]:
    """Choose the policies that the draft itself shows: its document of targets, its formula and its bound."""
    hasil = {}
    tahun = str(bacaan.tahun)
    dokumen = {b["dokumen"] for b in tabel.get("target", ()) if b["tahun"] == tahun}
    if dokumen:
        hasil["dokumen_target"] = next((d for d in ("lkip", "pk", "renstra", "rkt") if d in dokumen), "pk")
    if any(b["dokumen"] == "lkip" for b in tabel.get("anggaran", ())):
        hasil["dokumen_anggaran"] = "lkip"
    rumus = Counter(
        r
        for k in bacaan.kinerja.kartu.values()
        for semua in k.rumus
        for r in semua.split(",")
        if "persentase" not in semua
    )
    if rumus:
        hasil["rumus_turun"] = rumus.most_common(1)[0][0]
    if batas := _batas(bacaan):
        hasil["batas"] = batas
    return hasil


def _batas(bacaan: Bacaan) -> str:
    """Return the bound that most printed capaian above it keep; "tanpa" where most go beyond."""
    baris: dict[tuple[int, int, int], dict[str, float]] = {}
    for a in bacaan.angka:
        if a.jenis in ("pengukuran", "perbandingan") and a.nilai is not None:
            baris.setdefault((a.tabel, a.baris, a.tahun), {})[a.peran] = a.nilai
    terbatas: Counter[float] = Counter()
    lewat: list[float] = []
    for b in baris.values():
        if b.keys() >= {"target", "realisasi", "capaian"}:
            mentah = rumus_capaian(b["target"], b["realisasi"]).values()
            c = b["capaian"]
            if any(abs(c - n) < 0.6 for n in mentah):
                lewat += [c] if c > 100.5 else []
            elif c in _PUNCAK and any(n > c for n in mentah):
                terbatas[c] += 1
    nilai = {b: n - sum(c > b + 0.5 for c in lewat) for b, n in terbatas.items() if n > 1 or b in _LAZIM}
    terbaik = max(nilai, key=lambda b: nilai[b], default=0.0)
    if nilai and nilai[terbaik] > 0:
        return f"{terbaik:.0f}"
    return "tanpa" if lewat else ""

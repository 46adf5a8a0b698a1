"""Money left unspent, and where it came from, against what the report says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.keluarga.anggaran import bobot_rp
from lkip_lib.checks.keluarga.anggaran_nama import inti
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.frames import himpun
from lkip_lib.ledger import buat_id

Baris = dict[str, Any]
# What is not freely spent: pay goes by the law, and earmarked money by what it was given for.
_GAJI = re.compile(r"\b(?:gaji|tunjangan)\b", re.I)
_TERIKAT = re.compile(r"\b(?:DAK|DBH\W?CHT|CHT|DBH|BOK|BOS|BLUD|hibah|SILPA terikat|ditentukan penggunaannya)\b", re.I)
_UMUM = ("apbd", "apbn", "apbd kota", "apbd kabupaten", "apbd provinsi")
# Shares of what was free to spend: unspent beside "does not suffice", and beside a target that was reached.
_BANYAK, _SANGAT_BANYAK = 0.10, 0.25


def sisa_bebas(konteks: Konteks, program: str = "") -> tuple[float, float, list[Baris]]:
    """Return the pagu and the remainder that could be spent freely (rupiah), and the lines that they are the sum of.

    Of the whole agency or of what lies below one program. A line without both amounts counts for neither.
    """
    semua = [b for b in konteks.baris("ketik/anggaran") if b["dokumen"] == konteks.dokumen_anggaran]
    induk = {b["kode"]: b["induk"] for b in semua}
    sumber = himpun((b["kode"], b["sumber_dana"]) for b in konteks.baris("ketik/anggaran"))
    daun = [
        b
        for b in semua
        if b["kode"] not in set(induk.values())
        and pd.notna(b["pagu_rp"] - b["realisasi_rp"])
        and not _GAJI.search(b["nama"])
        and not any(_TERIKAT.search(s) for s in sumber[b["kode"]])
        and (not program or program in jalan(b["kode"], induk))
    ]
    return sum(b["pagu_rp"] for b in daun), sum(b["pagu_rp"] - b["realisasi_rp"] for b in daun), daun


def jalan(kode: str, induk: dict[str, str]) -> list[str]:
    """Return the codes from a line up to the agency."""
    hasil: list[str] = []
    while kode and kode not in hasil:
        hasil.append(kode)
        kode = induk.get(kode, "")
    return hasil


# "Anggaran belum mencukupi", "keterbatasan dana", "dana yang terbatas"; not "anggaran tidak terserap".
_UANG = r"(?:anggaran|apbd|apbn|dana|pendanaan|pembiayaan)"
_KURANG = re.compile(
    rf"\b{_UANG}\b(?:\W+\w+){{0,5}}?\W+(?:belum|tidak|kurang)\W+(?:\w+\W+){{0,2}}(?:mencukupi|cukup|memadai|mendukung)\b"
    rf"|\b(?:keterbatasan|terbatasnya|minimnya|kurangnya|kekurangan)\W+(?:\w+\W+)?{_UANG}\b"
    rf"|\b{_UANG}\W+(?:\w+\W+){{0,2}}(?:terbatas|minim)\b",
    re.I,
)


def disebut_kurang(teks: str) -> bool:
    """Tell whether a sentence says that the money does not suffice.

    >>> [disebut_kurang(t) for t in ("APBD belum mencukupi semua kegiatan.", "Keterbatasan anggaran daerah")]
    [True, True]
    >>> [disebut_kurang(t) for t in ("Anggaran tidak terserap seluruhnya.", "SDM terbatas; anggaran cukup.")]
    [False, False]
    """
    return bool(_KURANG.search(teks))


@periksa(
    "ANG-16",
    tingkat="peringatan",
    judul="Anggaran disebut belum cukup, padahal banyak yang tidak terpakai",
    dasar="Sisa pagu di luar gaji dan dana yang ditentukan penggunaannya, paling sedikit sepersepuluhnya",
    saran="Jelaskan kegiatan mana yang kekurangan, dan mengapa sisanya tidak dipakai untuk itu.",
)
def kurang_tetapi_bersisa(konteks: Konteks) -> Iterator[Catatan]:
    """Ask of what the money did not suffice where much that could be spent freely was not."""
    a = konteks.analisis
    tempat = ["permasalahan"] * any(map(disebut_kurang, a.permasalahan))
    tempat += [f"hambatan {k}" for k, i in a.indikator.items() if any(map(disebut_kurang, i.hambatan))]
    tempat = [f'{k.tempat} ("{k.tercetak}")' for k in a.kutipan if disebut_kurang(k.tercetak)] or tempat
    pagu, sisa, daun = sisa_bebas(konteks)
    if konteks.triwulan or not tempat or not pagu or sisa / pagu < _BANYAK:
        return
    terbesar = sorted(daun, key=lambda b: b["realisasi_rp"] - b["pagu_rp"])
    yield Catatan(
        terbesar[0]["realisasi_rp_id"],
        f"Menurut {', '.join(tempat)} anggaran belum cukup, sedangkan {numerals.rupiah(sisa)} dari "
        f"{numerals.rupiah(pagu)} ({numerals.persen(sisa / pagu * 100)}) tidak terpakai, gaji dan dana yang ditentukan "
        "penggunaannya tidak dihitung. Kegiatan mana yang kekurangan?",
        dampak=f"{numerals.rupiah(sisa)} tidak terpakai",
        bobot=bobot_rp(konteks, sisa),
        bukti=tuple(i for b in daun for i in (b["pagu_rp_id"], b["realisasi_rp_id"]) if b is not terbesar[0]),
    )


@periksa(
    "EFI-08",
    tingkat="informasi",
    judul="Dinilai efisien dengan sisa anggaran yang besar",
    dasar="Sisa pagu program pendukung di luar gaji dan dana yang ditentukan penggunaannya, paling sedikit "
    "seperempatnya",
    saran="Sebutkan apa yang dihemat; kegiatan yang batal atau target yang terlalu ringan bukan efisiensi.",
)
def efisien_bersisa(konteks: Konteks) -> Iterator[Catatan]:
    """Ask what was saved where a sasaran is called efficient and much of its money was left."""
    terbaik = konteks.kebijakan.efisiensi.terbaik
    for e in konteks.baris("efisiensi"):
        if konteks.triwulan or not terbaik or e["tingkat_efisiensi"] != terbaik:
            continue
        program = [b["program"] for b in konteks.baris("pendukung") if b["sasaran"] == e["sasaran"]]
        bagian = [sisa_bebas(konteks, p) for p in dict.fromkeys(program)]
        pagu, sisa = sum(p for p, _, _ in bagian), sum(s for _, s, _ in bagian)
        daun = sorted((d for *_, milik in bagian for d in milik), key=lambda b: b["realisasi_rp"] - b["pagu_rp"])
        if pagu and sisa / pagu >= _SANGAT_BANYAK:
            dasar = buat_id("efisiensi", e["sasaran"], "tingkat_efisiensi", tahun=konteks.tahun)
            yield Catatan(
                daun[0]["realisasi_rp_id"],
                f"{e['sasaran']} dinilai {terbaik.lower()}: capaian {numerals.persen(e['capaian_persen'])}, serapan "
                f"{numerals.persen(e['serapan_persen'])}; {numerals.rupiah(sisa)} tidak terpakai, terbanyak di "
                f"{daun[0]['kode']}. Apakah dihemat, kegiatannya batal, atau targetnya terlalu ringan?",
                dampak=f"{numerals.rupiah(sisa)} tidak terpakai",
                bobot=bobot_rp(konteks, sisa),
                bukti=konteks.dikenal(dasar),
            )


@periksa(
    "ANG-17",
    tingkat="informasi",
    judul="Sumber dana yang disebut tidak dipakai satu baris pun",
    dasar="Sumber dana instansi dan sumber dana setiap baris anggaran",
    saran="Sebutkan baris mana yang dibiayai sumber itu, atau hapus dari kalimatnya.",
)
def sumber_dana_tanpa_baris(konteks: Konteks) -> Iterator[Catatan]:
    """Find sources of money that are named for the agency and that no line of any budget document has."""
    semua = konteks.baris("ketik/anggaran")
    baris = [b for b in semua if b["induk"] and b["sumber_dana"]]
    dipakai = {inti(s) for b in baris for s in _pecah(b["sumber_dana"])}
    for b in semua if baris else ():
        hilang = [s for s in _pecah(b["sumber_dana"]) if not b["induk"] and inti(s) not in (*_UMUM, *dipakai)]
        if hilang:
            tempat = ", ".join(dict.fromkeys(sebut_dokumen(d["dokumen"]) for d in baris))
            yield Catatan(
                f"{b['pagu_rp_id']}.sumber_dana",
                f"Anggaran instansi disebut bersumber {b['sumber_dana']}; menurut baris anggaran ({tempat}) tidak satu "
                f"pun dibiayai {' atau '.join(hilang)}.",
                sel={**konteks.ledger[b["pagu_rp_id"]], "berkas": "anggaran.csv", "kolom": "sumber_dana",
                     "tercetak": b["sumber_dana"]},
            )  # fmt: skip


def _pecah(teks: str) -> list[str]:
    return [s.strip() for s in re.split(r"[,;]| dan ", teks) if s.strip()]

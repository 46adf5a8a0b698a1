"""Family kas: money by quarter against pagu, plan and year, against its children, and against itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import kelonggaran
from lkip_lib.checks.keluarga.anggaran import bobot_rp
from lkip_lib.checks.keluarga.triwulan import berhenti
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import PERIODE, SAMPAI
from lkip_lib.langkah.anggaran import periode_sampai
from lkip_lib.places import TRIWULAN
from lkip_lib.rumus.anggaran import sama

Baris = dict[str, Any]
_NAMA = dict(zip(PERIODE, TRIWULAN, strict=True)) | {p: f"sampai {TRIWULAN[n]}" for n, p in SAMPAI.items()}
_AKHIR = {p: n for n, p in enumerate(PERIODE)} | {p: n for n, p in SAMPAI.items()}
_JUMLAH = frozenset(SAMPAI.values())
_SETAHUN = len(PERIODE) - 1
_ARUS = ("rencana", "realisasi")


def _kas(konteks: Konteks) -> Iterator[tuple[str, dict[str, Baris]]]:
    """Yield each budget code with the rows of its periods, in the order in which they end."""
    for kode, milik in konteks.per("ketik/kas", "kode").items():
        yield kode, {b["periode"]: b for b in sorted(milik, key=lambda b: _AKHIR[b["periode"]])}


def _dinyatakan(per: dict[str, Baris], arus: str) -> dict[str, Baris]:
    return {p: b for p, b in per.items() if pd.notna(b[f"{arus}_rp"])}


def _jumlah(per: dict[str, Baris], arus: str) -> tuple[float, list[Baris]]:
    """Add up what is stated from the year's start to the last period, and name its rows in order."""
    ada = _dinyatakan(per, arus)
    akhir = max((_AKHIR[p] for p in ada), default=0)
    terisi = [ada[p] for p in periode_sampai(akhir, ada.keys()) if p in ada]
    return float(sum(b[f"{arus}_rp"] for b in terisi)), terisi


def _akhir(b: Baris) -> str:
    return TRIWULAN[_AKHIR[b["periode"]]]


def _utuh(terisi: list[Baris]) -> bool:
    """Tell whether rows that add up hold the four quarters."""
    return sum(_AKHIR[p] if p in _JUMLAH else 1 for p in (b["periode"] for b in terisi)) == _SETAHUN


def _setahun(konteks: Konteks) -> dict[str, Baris]:
    """Return the rows that state what was spent in the year, by budget code."""
    milik = konteks.per("ketik/anggaran", "dokumen").get(konteks.dokumen_anggaran, [])
    return {b["kode"]: b for b in milik if pd.notna(b["realisasi_rp"])}


def _id(terisi: list[Baris], arus: str) -> tuple[str, ...]:
    return tuple(b[f"{arus}_rp_id"] for b in terisi[:-1])


@periksa(
    "KAS-01",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Realisasi triwulan melebihi pagu setahun",
    dasar="Realisasi dari awal tahun tidak dapat melebihi pagu yang berlaku",
    saran="Periksa apakah yang ditulis jumlah sampai triwulan itu, atau pagu yang sudah berubah.",
)
def melebihi_pagu(konteks: Konteks) -> Iterator[Catatan]:
    """Find money spent from the year's start that is more than the pagu."""
    pagu = _pagu(konteks)
    for kode, lewat in _kas(konteks):
        jumlah, terisi = _jumlah(lewat, "realisasi")
        batas = pagu.get(kode, float("inf")) + kelonggaran(konteks, (b["realisasi_rp_id"] for b in terisi))
        if terisi and jumlah > batas and not sama(jumlah, batas):
            kata = f"Realisasi {kode} sampai {_akhir(terisi[-1])} berjumlah {numerals.rupiah(jumlah)}, "
            kata += f"pagunya {numerals.rupiah(pagu[kode])}."
            if konteks.triwulan and konteks.params.memakai_perubahan != "ya":
                kata += " Itu pagu sebelum perubahan; bila DPPA sudah berlaku, isi memakai_perubahan: ya di params."
            lebih = jumlah - pagu[kode]
            yield Catatan(
                terisi[-1]["realisasi_rp_id"],
                kata,
                dampak=f"lebih {numerals.rupiah(lebih)}",
                bobot=bobot_rp(konteks, lebih),
                bukti=_id(terisi, "realisasi"),
            )


def _pagu(konteks: Konteks) -> dict[str, float]:
    """Return the pagu in force, by budget code."""
    a = konteks.frames["anggaran"]
    return {k: float(p) for k, p in zip(a["kode"], a["pagu_rp"], strict=True) if pd.notna(p)}


@periksa(
    "KAS-02",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Rencana penarikan tidak berjumlah pagu",
    dasar="Rencana keempat triwulan berjumlah pagu dokumen mana pun yang berlaku tahun itu",
    saran="Perbaiki rencana triwulannya, atau perbarui sesudah anggaran berubah.",
)
def rencana_dan_pagu(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the plan of four quarters with the pagu of every document of the year."""
    semua = konteks.frames["ketik/anggaran"]
    for kode, lewat in _kas(konteks):
        jumlah, terisi = _jumlah(lewat, "rencana")
        pagu = semua.loc[(semua["kode"] == kode) & semua["pagu_rp"].notna(), "pagu_rp"]
        cetak = (*semua.loc[pagu.index, "pagu_rp_id"], *(b["rencana_rp_id"] for b in terisi))
        longgar = kelonggaran(konteks, cetak) if _utuh(terisi) else 0.0
        cocok = any(sama(jumlah, p) or abs(jumlah - p) <= longgar for p in pagu)
        if _utuh(terisi) and len(pagu) and not cocok:
            kata = f"Rencana {kode} keempat triwulan berjumlah {numerals.rupiah(jumlah)}, pagunya "
            kata += f"{' atau '.join(numerals.rupiah(p) for p in dict.fromkeys(pagu))}."
            beda = min(abs(jumlah - p) for p in pagu)
            id = _id(terisi, "rencana")
            yield Catatan(terisi[-1]["rencana_rp_id"], kata, bobot=bobot_rp(konteks, beda), bukti=id)


@periksa(
    "KAS-03",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Realisasi anggaran triwulan tidak berjumlah realisasi setahun",
    dasar="Realisasi keempat triwulan berjumlah realisasi setahun pada kode yang sama",
    saran="Tulis yang terjadi dalam setiap triwulan saja; bila realisasi setahun sudah diaudit, jelaskan bedanya.",
)
def kas_dan_setahun(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the money of four quarters with the year's, which the budget table states.

    The year may be audited where the quarters are not: that asks. A running total in their place is an error.
    """
    semua = _setahun(konteks)
    for kode, lewat in _kas(konteks):
        jumlah, terisi = _jumlah(lewat, "realisasi")
        if not _utuh(terisi) or kode not in semua or sama(jumlah, semua[kode]["realisasi_rp"]):
            continue
        setahun = semua[kode]["realisasi_rp"]
        cetak = (semua[kode]["realisasi_rp_id"], *(b["realisasi_rp_id"] for b in terisi))
        if abs(jumlah - setahun) <= kelonggaran(konteks, cetak):
            continue
        kumulatif = len(terisi) > 1 and sama(terisi[-1]["realisasi_rp"], setahun)
        kata = f"Realisasi {kode} keempat triwulan berjumlah {numerals.rupiah(jumlah)}, setahun "
        kata += f"{numerals.rupiah(setahun)}."
        kata += " Tampaknya ditulis sebagai jumlah sampai triwulan itu." if kumulatif else ""
        yield Catatan(
            terisi[-1]["realisasi_rp_id"],
            kata,
            dampak=f"selisih {numerals.rupiah(abs(jumlah - setahun))}",
            tingkat=None if kumulatif else "peringatan",
            bobot=bobot_rp(konteks, jumlah - setahun),
            bukti=(semua[kode]["realisasi_rp_id"], *_id(terisi, "realisasi")),
        )


@periksa(
    "KAS-04",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Anggaran kas rincian tidak berjumlah induknya",
    dasar="Rencana dan realisasi induk sama dengan jumlah rincian di bawahnya, bila semua rinciannya terisi",
    saran="Cari angka yang salah: induknya, atau rincian yang salah atau belum tercantum.",
)
def kas_dan_induk(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every parent's quarter with the sum of its children's, where each of them states one."""
    a = konteks.frames["anggaran"]
    anak = a.groupby("induk", sort=False)["kode"].agg(list).to_dict()
    for periode, milik in konteks.frames["ketik/kas"].groupby("periode", sort=False):
        per = {b["kode"]: b for b in catatan(milik)}
        for kode, b in per.items():
            rincian = [per.get(k) for k in anak.get(kode, [])]
            for arus in _ARUS:
                isi = [float(r[f"{arus}_rp"]) if r else float("nan") for r in rincian]
                beda = b[f"{arus}_rp"] - sum(isi)
                cetak = (r[f"{arus}_rp_id"] for r in (b, *rincian) if r)
                if not rincian or pd.isna(beda) or sama(b[f"{arus}_rp"], sum(isi)):
                    continue
                if abs(beda) > kelonggaran(konteks, cetak):
                    kata = f"{arus.capitalize()} {kode} {_NAMA[str(periode)]} {numerals.rupiah(b[f'{arus}_rp'])}, "
                    kata += f"jumlah rinciannya {numerals.rupiah(sum(isi))}."
                    bukti = tuple(str(r[f"{arus}_rp_id"]) for r in rincian if r)
                    yield Catatan(b[f"{arus}_rp_id"], kata, bobot=bobot_rp(konteks, beda), bukti=bukti)


@periksa(
    "KAS-05",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Realisasi fisik turun atau melebihi 100%",
    dasar="Realisasi fisik dihitung sampai akhir triwulan, jadi tidak turun dan tidak melebihi 100%",
    saran="Tulis kemajuan fisik sampai akhir triwulan itu, bukan kemajuan triwulan itu saja.",
)
def fisik(konteks: Konteks) -> Iterator[Catatan]:
    """Find physical progress that falls from one quarter to the next, or passes the whole."""
    for kode, lewat in _kas(konteks):
        terisi = [b for b in lewat.values() if pd.notna(b["realisasi_fisik_persen"])]
        for sebelum, b in zip([None, *terisi], terisi, strict=False):
            kini = b["realisasi_fisik_persen"]
            lalu = sebelum["realisasi_fisik_persen"] if sebelum else 0.0
            if kini < lalu or kini > 100:
                kata = f"Realisasi fisik {kode} {_NAMA[b['periode']]} {numerals.persen(kini)}"
                kata += f", {_NAMA[sebelum['periode']]} {numerals.persen(lalu)}." if sebelum and kini < lalu else "."
                yield Catatan(b["realisasi_fisik_persen_id"], kata)


@periksa(
    "KAS-06",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Satu triwulan anggaran terlewat",
    dasar="Yang dijumlahkan dari awal tahun memerlukan setiap triwulan; yang kosong tidak dianggap nol",
    saran="Isi triwulan yang terlewat; tulis 0 bila memang tidak ada.",
)
def kas_terlewat(konteks: Konteks) -> Iterator[Catatan]:
    """Find a quarter missing before one that is stated, and in no total to its end or later."""
    for kode, lewat in _kas(konteks):
        for arus in _ARUS:
            _, terisi = _jumlah(lewat, arus)
            akhir = _AKHIR[terisi[-1]["periode"]] if terisi else 0
            for p in periode_sampai(akhir, {b["periode"] for b in terisi}):
                if p not in {b["periode"] for b in terisi}:
                    kata = f"{arus.capitalize()} {kode} {_NAMA[p]} belum diisi, {_NAMA[PERIODE[akhir]]} sudah."
                    yield Catatan(terisi[-1][f"{arus}_rp_id"], kata)


@periksa(
    "KAS-07",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Jumlah anggaran dari awal tahun turun",
    dasar="Rencana dan realisasi satu triwulan tidak kurang dari nol, jadi jumlahnya dari awal tahun tidak turun",
    saran="Tulis yang terjadi dalam triwulan itu saja; pengembalian belanja dijelaskan di jawaban.yml atau lembar "
    "jawaban.",
)
def kas_turun(konteks: Konteks) -> Iterator[Catatan]:
    """Find negative amounts, and totals to the end of a quarter that are below an earlier one."""
    for kode, lewat in _kas(konteks):
        for arus in _ARUS:
            ada = _dinyatakan(lewat, arus)
            sejak_awal = [b for p, b in ada.items() if p in (PERIODE[1], *_JUMLAH)]
            for a, b in pairwise(sejak_awal):
                if (beda := b[f"{arus}_rp"] - a[f"{arus}_rp"]) < 0:
                    dua = (f"sampai {_akhir(c)} {numerals.rupiah(c[f'{arus}_rp'])}" for c in (b, a))
                    kata, bobot = f"{arus.capitalize()} {kode} {', '.join(dua)}.", bobot_rp(konteks, beda)
                    yield Catatan(b[f"{arus}_rp_id"], kata, bobot=bobot, bukti=(a[f"{arus}_rp_id"],))
            for b in ada.values():
                if b[f"{arus}_rp"] < 0:
                    nilai = numerals.rupiah(b[f"{arus}_rp"])
                    kata = f"{arus.capitalize()} {kode} {_NAMA[b['periode']]} {nilai}, kurang dari nol."
                    yield Catatan(b[f"{arus}_rp_id"], kata, bobot=bobot_rp(konteks, b[f"{arus}_rp"]))


@periksa(
    "KAS-08",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Triwulan anggaran terakhir belum diisi",
    dasar="Laporan setahun mencocokkan keempat triwulan dengan realisasi setahun",
    saran="Isi triwulan yang belum diisi; tanpa itu realisasi setahun tidak dapat dicocokkan.",
)
def kas_berhenti(konteks: Konteks) -> Iterator[Catatan]:
    """Name the budget codes whose year is stated and whose quarters end before it does."""
    setahun = {} if konteks.triwulan else _setahun(konteks)
    lewat = [(kode, _jumlah(semua, "realisasi")[1]) for kode, semua in _kas(konteks) if kode in setahun]
    ada = [(kode, [(PERIODE[_AKHIR[b["periode"]]], b["realisasi_rp_id"]) for b in terisi]) for kode, terisi in lewat]
    yield from berhenti("Realisasi anggaran triwulan", ada)


@periksa(
    "KAS-09",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Jumlah dari awal tahun bukan jumlah triwulannya",
    dasar="Jumlah sampai akhir satu triwulan sama dengan jumlah triwulan-triwulannya, bila semuanya dinyatakan",
    saran="Cari yang keliru atau yang berubah sesudah dicatat; sisakan salah satu bila keduanya memang berbeda sumber.",
)
def kas_dan_jumlahnya(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each total that is stated to the end of a quarter with the quarters that add up to it."""
    for kode, lewat in _kas(konteks):
        for arus in _ARUS:
            ada = _dinyatakan(lewat, arus)
            for n, p in SAMPAI.items():
                bagian = periode_sampai(n, lain := ada.keys() - {p})
                if p not in ada or not lain >= {*bagian}:
                    continue
                isi, jumlah = ada[p][f"{arus}_rp"], sum(ada[q][f"{arus}_rp"] for q in bagian)
                bukti = tuple(str(ada[q][f"{arus}_rp_id"]) for q in bagian)
                if sama(isi, jumlah) or abs(isi - jumlah) <= kelonggaran(konteks, (ada[p][f"{arus}_rp_id"], *bukti)):
                    continue
                kata = f"{arus.capitalize()} {kode} sampai {TRIWULAN[n]} {numerals.rupiah(isi)}, "
                kata += f"jumlah triwulannya {numerals.rupiah(jumlah)}."
                yield Catatan(ada[p][f"{arus}_rp_id"], kata, bobot=bobot_rp(konteks, isi - jumlah), bukti=bukti)

"""Quarters: what was to be reached and was reached by the end of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger, numerals
from lkip_lib.frames import catatan, susun
from lkip_lib.inputs.tables import PERIODE, TAHUNAN
from lkip_lib.langkah.hitung import kelompokkan
from lkip_lib.langkah.pernyataan import realisasi_tahunan, satukan, target_tahunan
from lkip_lib.langkah.sanding import Keadaan, sandingkan_keadaan, satuan_ukuran
from lkip_lib.langkah.sesi import bertabel
from lkip_lib.params import Params
from lkip_lib.rumus.deklarasi import Atas, Rumus
from lkip_lib.rumus.jenis import berubah, disebut
from lkip_lib.rumus.triwulan import AKUMULATIF, PENGULANGAN, POSISI_AKHIR, dari_tahun_lalu, jumlah_triwulan

Baris = dict[str, Any]
TRIWULAN = PERIODE[1:]
SETAHUN = len(TRIWULAN)
# Under which names a quarter's row holds the year's target.
_SETAHUN_INI = {"target": "target_tahun", "target_bawah": "target_tahun_bawah", "target_atas": "target_tahun_atas",
               "jenis": "jenis_tahun", "realisasi": "realisasi_tahun"}  # fmt: skip

_TANPA: dict[tuple[Any, ...], pd.DataFrame] = {}  # the columns of a table without rows, by those of what it is made of


@dataclass(frozen=True)
class Sampai:
    """Hold targets and realisasi to the end of a quarter, in the shape of a year's."""

    target: pd.DataFrame
    realisasi: pd.DataFrame


@dataclass(frozen=True)
class Lewat:
    """Hold what was to be reached and was reached by the end of each quarter, and the sums among it."""

    per: Mapping[int, Sampai]
    jumlah_target: pd.DataFrame
    jumlah_realisasi: pd.DataFrame


def sampai_setiap(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, tahun: int, triwulan: int
) -> Lewat:
    """Put in the place of a year's figures those to the end of each quarter up to `triwulan` (0: all four).

    A target that no document states for the quarter is derived only where its type on the card allows: `pengulangan`
    returns the year's target in every quarter, and the fourth quarter ends the year. It is never divided.
    """
    semua = range(1, (triwulan or SETAHUN) + 1)
    ini = target["tahun"] == tahun
    milik = (realisasi["tahun"] == tahun) & (realisasi["lingkup"] == "instansi") & (realisasi["periode"] != TAHUNAN)
    if not triwulan and not milik.any() and (target.loc[ini, "periode"] == TAHUNAN).all():  # no quarter is spoken of
        kosong = _jumlah({}, ["indikator", "dokumen"], "target", {}), _jumlah({}, ["indikator"], "realisasi", {})
        return Lewat({}, *kosong)
    sasaran, jumlah_target = _susun(target[ini], ["indikator", "dokumen"], "target", kartu, semua)
    dicapai, jumlah_realisasi = _susun(realisasi[milik], ["indikator"], "realisasi", kartu, semua)
    lain, lalu = target[~ini], realisasi[realisasi["tahun"] < tahun]
    target_n = {id(f): pd.concat([lain, f], ignore_index=True) for f in sasaran.values()}
    realisasi_n = {id(f): pd.concat([lalu, f], ignore_index=True) for f in dicapai.values()}
    per = {n: Sampai(target_n[id(sasaran[n])], realisasi_n[id(dicapai[n])]) for n in semua}
    return Lewat(per, jumlah_target, jumlah_realisasi)


def sampai_masa(lewat: Lewat, target: pd.DataFrame, realisasi: pd.DataFrame, triwulan: int) -> Sampai:
    """Return what counts in this report: to the end of its quarter, or of the year as it is stated."""
    return lewat.per[triwulan] if triwulan else Sampai(target, realisasi)


def _susun(
    milik: pd.DataFrame, kunci: Sequence[str], kolom: str, kartu: pd.DataFrame, semua: Sequence[int]
) -> tuple[dict[int, pd.DataFrame], pd.DataFrame]:
    """Make for each quarter one row a key of its quarters to date; what is added up stands in a table of its own."""
    kartunya = {b["kode"]: b for b in catatan(kartu)}
    kelompok: dict[tuple[str, ...], dict[str, Baris]] = {}
    for b in catatan(satukan(milik.reset_index(drop=True), [*kunci, "periode"], kolom)):
        if b["indikator"] in kartunya and b[f"{kolom}_status"] != ledger.BELUM_DIISI:
            kelompok.setdefault(tuple(b[k] for k in kunci), {})[b["periode"]] = b
    baris: dict[int, list[Baris]] = {n: [] for n in semua}
    dijumlah: dict[tuple[Any, ...], list[Baris]] = {}
    for n in semua:
        for utama, per in kelompok.items():
            k = kartunya[utama[0]]
            lewat, akhir = [per[p] for p in TRIWULAN[:n] if p in per], per.get(TRIWULAN[n - 1])
            tipe = tipe_berlaku(k, per, n) if kolom == "target" else k["tipe_triwulan"]
            if tipe == AKUMULATIF and len(lewat) == n:
                dijumlah[*utama, n] = lewat
                baris[n].append(dict(lewat[-1]))
            elif tipe and tipe != AKUMULATIF and akhir:
                baris[n].append(akhir)
            elif tipe and TAHUNAN in per and (tipe == PENGULANGAN or n == SETAHUN):
                baris[n].append(per[TAHUNAN])
    jumlah = _jumlah(dijumlah, kunci, kolom, kartunya)
    letak = {(*(b[k] for k in ("kode", *kunci[1:])), b["periode"]): b for b in catatan(jumlah)}
    for n in semua:
        for b in baris[n]:
            utama = tuple(b[k] for k in kunci)
            if (*utama, n) in dijumlah:
                _pasang(b, letak[*utama, TRIWULAN[n - 1]], dijumlah[*utama, n], kolom)
    tipe_kolom = {str(k): str(t) for k, t in milik.dtypes.items()}
    kosong = susun({k: [] for k in tipe_kolom}, tipe_kolom)  # one for all quarters that have nothing
    per_n = {n: susun({k: [b[k] for b in baris[n]] for k in tipe_kolom}, tipe_kolom) for n in semua if baris[n]}
    return {n: per_n[n].assign(periode=TAHUNAN) if n in per_n else kosong for n in semua}, jumlah


def tipe_berlaku(kartu: Baris, per: Mapping[str, Baris], n: int) -> str:
    """Return how quarterly targets run, "" where none can be met yet.

    Changes of a level add up, unless all of them count from last year. What is counted through the year has changed
    since last year only when the year is over.
    """
    tipe = str(kartu["tipe_triwulan"])
    if berubah(kartu["jenis"]) or not any(disebut(berubah, b.get("jenis")) for b in per.values()):
        return tipe
    if tipe == AKUMULATIF and n < SETAHUN:
        return ""
    semua = [per[p]["target"] for p in (*TRIWULAN, TAHUNAN) if p in per]
    penuh = len(semua) > SETAHUN
    return POSISI_AKHIR if penuh and dari_tahun_lalu(semua[:-1], semua[-1]) else AKUMULATIF


def _jumlah(
    dijumlah: Mapping[tuple[Any, ...], list[Baris]], kunci: Sequence[str], kolom: str, kartu: Mapping[str, Baris]
) -> pd.DataFrame:
    """Add up the quarters to date: the figure, and the ends of a range."""
    isi = [kolom, f"{kolom}_bawah", f"{kolom}_atas"] if kolom == "target" else [kolom]
    disalin = (*kunci, "tahun", *isi, *(f"{k}_id" for k in isi), f"{kolom}_status", "satuan_nilai", "sampai")
    anggota = [
        b | {"sampai": TRIWULAN[utama[-1] - 1], "satuan_nilai": _satuan(kartu[utama[0]], b)}
        for utama, lewat in dijumlah.items()
        for b in lewat
    ]
    tipe = dict.fromkeys(disalin, "object") | dict.fromkeys(isi, "float64")
    frame = (
        pd.DataFrame(anggota, columns=[*disalin]).astype(dict.fromkeys(isi, "float64"))
        if anggota
        else susun({k: [] for k in disalin}, tipe)
    )
    jumlah = {k.replace(kolom, f"{kolom}_sampai", 1): jumlah_triwulan.atas(nilai=k) for k in isi}
    lain = {k: k for k in (*kunci[1:], "tahun", "satuan_nilai")}
    return bertabel(kelompokkan(frame, kode="indikator", **lain, periode="sampai", **jumlah), f"sampai_{kolom}")


def _satuan(kartu: Baris, b: Baris) -> str:
    return satuan_ukuran(str(kartu["satuan"]), str(b.get("jenis") or kartu["jenis"]))


def _pasang(b: Baris, hasil: Baris, lewat: Sequence[Baris], kolom: str) -> None:
    """Put the sums in the place of the last quarter's own figure."""
    for k in (kolom, f"{kolom}_bawah", f"{kolom}_atas"):
        sampai = k.replace(kolom, f"{kolom}_sampai", 1)
        if sampai in hasil:
            b[k] = hasil[sampai]
            tempat = {"dokumen": b.get("dokumen", ""), "tahun": b["tahun"], "periode": hasil["periode"]}
            ada = k == kolom or b[k] == b[k]  # an end that is open is no figure
            b[f"{k}_id"] = ledger.buat_id("triwulan", b["indikator"], sampai, **tempat) if ada else ""
    status = [x[f"{kolom}_status"] for x in lewat]
    b[f"{kolom}_status"] = next((s for s in status if s != ledger.ANGKA), ledger.ANGKA)
    b[f"{kolom}_desimal"] = max(x[f"{kolom}_desimal"] for x in lewat)
    b[f"{kolom}_tercetak"] = ""


def sandingkan_triwulan(
    kartu: pd.DataFrame,
    target: pd.DataFrame,
    realisasi: pd.DataFrame,
    lewat: Lewat,
    dokumen: str,
    params: Params,
    tahun: int,
) -> pd.DataFrame:
    """Put each quarter's target beside what was reached by its end, and beside the year's target.

    A quarter of which nothing was stated is left out, and all of them where no quarter was stated at all.
    """
    ada = bool(((realisasi["tahun"] == tahun) & (realisasi["periode"] != TAHUNAN)).any())
    terisi = [n for n, s in lewat.per.items() if ada and (s.realisasi["tahun"] == tahun).any()]
    if not terisi:
        return bertabel(_tanpa_triwulan(kartu, target, realisasi), "triwulan")
    setahun, keadaan = target_tahunan(target, dokumen), []
    for n in terisi:
        dicapai = realisasi_tahunan(lewat.per[n].realisasi, params, tahun)
        sendiri = target_tahunan(lewat.per[n].target, dokumen)
        keadaan += [Keadaan(dokumen, tahun, t, dicapai) for t in (sendiri, setahun)]
    return bertabel(_sandingkan(kartu, keadaan, terisi), "triwulan")


def _sandingkan(kartu: pd.DataFrame, keadaan: Sequence[Keadaan], terisi: Sequence[int]) -> pd.DataFrame:
    semua, banyak = sandingkan_keadaan(kartu, keadaan), len(kartu)
    bagian = [semua[i * banyak : (i + 1) * banyak].reset_index(drop=True) for i in range(len(keadaan))]
    per = [_berdua(a, b, n) for a, b, n in zip(bagian[::2], bagian[1::2], terisi, strict=True)]
    hasil = pd.concat(per, ignore_index=True)
    hasil["target_label"] = sebut_jumlah(hasil)
    return hasil


def _tanpa_triwulan(kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame) -> pd.DataFrame:
    """Return the table without rows: of most agencies, and always the same columns, made once."""
    kosong = [f.head(0) for f in (kartu, target, realisasi)]
    kunci = tuple((*f.columns, *f.dtypes) for f in kosong)
    if kunci not in _TANPA:
        keadaan = Keadaan("", 0, target_tahunan(kosong[1], ""), realisasi_tahunan(kosong[2], Params(), 0))
        _TANPA[kunci] = _sandingkan(kosong[0], [keadaan] * 2, [1]).copy()
    return _TANPA[kunci].copy(deep=False)


def _berdua(hasil: pd.DataFrame, setahun: pd.DataFrame, n: int) -> pd.DataFrame:
    return di_samping_setahun(hasil.assign(triwulan=n, periode=TRIWULAN[n - 1]), setahun)


def terhadap_setahun(rumus: Rumus, **lain: str) -> Atas:
    """Let a formula of capaian read the year's target of a quarter's row instead of the quarter's own."""
    kolom = {k: v for k, v in {**_SETAHUN_INI, **lain}.items() if k in (*rumus.angka, *rumus.sifat)}
    return rumus.atas(**kolom)


def jumlah(lewat: Lewat) -> dict[str, pd.DataFrame]:
    """Return the tables of sums by their names."""
    return {"sampai_target": lewat.jumlah_target, "sampai_realisasi": lewat.jumlah_realisasi}


def awal_diketahui(hasil: pd.DataFrame) -> pd.DataFrame:
    """Add the first quarter of which a realisasi is known, and that realisasi: `mulai`, `awal`."""
    pertama: dict[str, tuple[str, float]] = {}
    for kode, periode, nilai in zip(hasil["kode"], hasil["periode"], hasil["realisasi"], strict=True):
        if nilai == nilai:
            pertama.setdefault(kode, (periode, nilai))
    milik = [pertama.get(k, ("", np.nan)) for k in hasil["kode"]]
    mulai, awal = np.array([p for p, _ in milik], object), np.array([n for _, n in milik], "float64")
    return _dengan(hasil, awal=awal, mulai=mulai)


def di_samping_setahun(hasil: pd.DataFrame, setahun: pd.DataFrame) -> pd.DataFrame:
    """Put the year's target beside each quarter's: `target_tahun` and its kin, and its `jenis_tahun`."""
    milik = {
        "target_tahun": setahun["target"],
        "target_tahun_status": setahun["target_status"],
        "target_tahun_dari": setahun["target_dari"],
        "target_label_tahun": setahun["target_label"],
        "jenis_tahun": setahun["jenis"],
        "dari_perubahan_tahun": setahun["dari_perubahan"],
    }
    for ujung in ("bawah", "atas"):
        milik[f"target_tahun_{ujung}"] = setahun[f"target_{ujung}"]
        milik[f"target_tahun_{ujung}_id"] = setahun[f"target_{ujung}_id"]
    return _dengan(hasil, **{k: v.to_numpy() for k, v in milik.items()})


def sebut_jumlah(hasil: pd.DataFrame) -> pd.Series:
    """Return the words of targets: of a range that was added up, so stands nowhere as printed, its ends."""
    terjumlah = (hasil["target_tercetak"] == "") & (hasil["target_status"] == ledger.ANGKA) & hasil["target"].isna()
    ujung = [_ujung(b, a) for b, a in zip(hasil["target_bawah"], hasil["target_atas"], strict=True)]
    return hasil["target_label"].where(~terjumlah, pd.Series(ujung, index=hasil.index, dtype=object))


def _ujung(bawah: float, atas: float) -> str:
    tulis = {s: numerals.write(n, 4, trim=True) for s, n in (("≥", bawah), ("≤", atas)) if n == n}
    return " - ".join(tulis.values()) if len(tulis) > 1 else "".join(s + n for s, n in tulis.items())


def _dengan(frame: pd.DataFrame, **kolom: Any) -> pd.DataFrame:
    hasil = frame.assign(**kolom)
    hasil.attrs = dict(frame.attrs)
    return hasil

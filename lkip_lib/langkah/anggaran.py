"""Money: which budget counts, its tree by quarter, and whose programs stand behind which sasaran."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.inputs.agreement import PK
from lkip_lib.inputs.budget_tree import AKAR
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.tables import PERIODE, SAMPAI, TINGKAT
from lkip_lib.langkah.hitung import ke_atas
from lkip_lib.langkah.sanding import cari
from lkip_lib.langkah.sesi import bertabel
from lkip_lib.policies.aturan import UKURAN, AturanEfisiensi

# Where params name no document: the one that tells most, a report first.
URUTAN_DOKUMEN = ("lkip", "dppa", "dpa", "pk", "rkt")
ARUS = ("rencana", "realisasi")
_UKURAN_KAS = (*(f"{a}_rp" for a in ARUS), "realisasi_fisik_persen")
_KAS = {f"{k}{akhiran}": f"{k}{akhiran}" for k in _UKURAN_KAS for akhiran in ("", "_id", "_status")}
_FISIK = {k: baru for k, baru in _KAS.items() if k.startswith("realisasi_fisik_persen")}
_KAS_KOSONG = {k: "" if k.endswith("_id") else ledger.BELUM_DIISI for k in _KAS if k not in _UKURAN_KAS}
_TRIWULAN = PERIODE[1:]


def dokumen_anggaran(anggaran: pd.DataFrame, pilihan: str | None) -> str:
    """Choose the budget document: the one params name, else the first with realisasi, else the first there is."""
    if pilihan:
        return pilihan
    ada, terisi = (set(d) for d in (anggaran["dokumen"], anggaran.loc[anggaran["realisasi_rp"].notna(), "dokumen"]))
    berisi = [d for d in URUTAN_DOKUMEN if d in ada]
    return next((d for d in berisi if d in terisi), berisi[0] if berisi else "")


_RENCANA = ("pk", "dppa", "dpa", "rkt")


def anggaran_dipakai(anggaran: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Return the budget as its document states it, under a row of the agency that the document may lack."""
    milik = anggaran[anggaran["dokumen"] == dokumen]
    if len(milik) and not (milik["induk"] == "").any():
        isi = {str(k): "" for k in milik if milik[k].dtype == object} | {"kode": AKAR, "tingkat": TINGKAT[0]}
        isi |= dict.fromkeys(("pagu_rp_status", "realisasi_rp_status"), ledger.BELUM_DIISI) | {"lengkap": "ya"}
        milik = pd.concat([pd.DataFrame([isi]), milik]).astype(milik.dtypes.to_dict() | {BARIS: "Int64"})
    return milik.reset_index(drop=True)


def dokumen_rencana(anggaran: pd.DataFrame) -> str:
    """Name the document that plans the budget: the agreement, else a budget document; "" without any."""
    ada = set(anggaran["dokumen"])
    return next((d for d in _RENCANA if d in ada), "")


def belanja_dipakai(belanja: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Return the kinds of belanja of one budget document: the one in use, else the first that states them."""
    ada = list(dict.fromkeys(belanja["dokumen"]))
    milik = {"", dokumen} if {"", dokumen} & set(ada) else set(ada[:1])
    return belanja[belanja["dokumen"].isin(milik)].reset_index(drop=True)


def susun_pohon(frame: pd.DataFrame, nama: str, utuh: str = "lengkap") -> pd.DataFrame:
    """Sum an amount (`pagu`, `realisasi`) up the tree beside what is stated.

    `{nama}_dinyatakan_rp` keeps the document's figure, `{nama}_anak_rp` gets the children's sum, and `{nama}_rp` is the
    stated figure or, where there is none, that sum: `utuh` tells of which nodes the children are all there.
    """
    lama = {f"{nama}_rp{akhir}": f"{nama}_dinyatakan_rp{akhir}" for akhir in ("", "_id", "_status")}
    hasil = frame.assign(**{baru: frame[k] for k, baru in lama.items() if k in frame})
    hasil = ke_atas(hasil, f"{nama}_rp", f"{nama}_anak_rp", utuh)
    return hasil.drop(columns=[f"{nama}_rp_id"])


def utuh_pagunya(pohon: pd.DataFrame) -> pd.Series:
    """Tell of which nodes the children hold the whole pagu: what was spent of a part is not what was spent of all.

    Where a node states itself what was spent, its children are added up beside it as they are. A ten-thousandth of a
    pagu may be how it was rounded.
    """
    sendiri, rincian = pohon["pagu_dinyatakan_rp"].astype("float64"), pohon["pagu_anak_rp"].astype("float64")
    sebagian = sendiri - rincian > np.maximum(1.0, sendiri * 1e-4)
    return pohon["lengkap"].where(~sebagian | pohon["realisasi_rp"].notna(), "tidak")


def arus_kas(kas: pd.DataFrame, pohon: pd.DataFrame, akhir: int) -> pd.DataFrame:
    """Put the cash plan up to quarter `akhir` on the budget tree, a row a node and quarter.

    What is stated from the year's start to the end of a quarter stands in rows of its own (`sd_tw2`).
    """
    simpul = pohon[["kode", "induk", "tingkat", "nama", "lengkap"]]
    simpul = simpul if len(kas) else simpul.head(0)
    kunci, bagian = [(k,) for k in simpul["kode"]], []
    ada = {*kas["periode"]}
    masa = [(n, _TRIWULAN[n - 1]) for n in range(1, akhir + 1 if len(kas) else 2)]  # one of nothing gives the columns
    masa += [(n, p) for n, p in SAMPAI.items() if n <= akhir and p in ada]
    for n, periode in masa:
        milik = cari([kas[kas["periode"] == periode]], ["kode"], [kunci], _KAS)
        if SAMPAI.get(n, periode) in ada - {periode}:  # what is done is told to the quarter's end in either row
            jumlah = cari([kas[kas["periode"] == SAMPAI[n]]], ["kode"], [kunci], _FISIK)
            milik[[*_FISIK]] = milik[[*_FISIK]].where(milik["realisasi_fisik_persen"].notna(), jumlah)
        milik = milik.fillna(_KAS_KOSONG)
        hasil = pd.concat([simpul.assign(triwulan=n, periode=periode).reset_index(drop=True), milik], axis=1)
        for arus in ARUS:
            hasil = susun_pohon(hasil, arus)
        bagian.append(hasil)
    return bertabel(pd.concat(bagian, ignore_index=True), "arus")


def sampai_setiap(arus: pd.DataFrame, nama: str) -> pd.DataFrame:
    """Repeat the rows whose `rencana` or `realisasi` adds up to the end of each quarter, named in `sampai`."""
    if arus.empty:  # most agencies give no cash plan
        return bertabel(arus.assign(sampai=arus["periode"]), "arus")
    ada = arus["periode"].where(arus[f"{nama}_rp"].notna(), "")
    tahu = ada.groupby(arus["kode"], sort=False).agg(set)
    semua = [
        (kode, periode, _TRIWULAN[n - 1])
        for n in sorted(arus["triwulan"].unique())
        for kode, milik in tahu.items()
        for periode in periode_sampai(n, milik)
    ]
    kunci = pd.DataFrame(semua, columns=["kode", "periode", "sampai"], dtype=object)
    return bertabel(kunci.merge(arus, on=["kode", "periode"], how="left"), "arus")


def periode_sampai(n: int, tahu: Set[str]) -> tuple[str, ...]:
    """Name the periods that add up to the end of quarter n: its quarters, else from the latest total that is known.

    >>> periode_sampai(3, {"tw1", "tw2", "tw3"}), periode_sampai(3, {"tw1", "sd_tw2", "tw3"})
    (('tw1', 'tw2', 'tw3'), ('sd_tw2', 'tw3'))
    """
    triwulan = _TRIWULAN[:n]
    jumlah = [(SAMPAI[m], *_TRIWULAN[m:n]) for m in range(n, 1, -1)]
    return next((p for p in (triwulan, *jumlah) if tahu >= {*p}), triwulan)


def arus_terisi(arus: pd.DataFrame) -> pd.DataFrame:
    """Keep the nodes and periods of which anything is known; above one left out the details are not all there."""
    ukuran = [*_UKURAN_KAS, *(f"{a}_sampai_rp" for a in ARUS)]
    ada = arus[ukuran].notna().any(axis=1)
    kurang = set(zip(arus.loc[~ada, "induk"], arus.loc[~ada, "periode"], strict=True))
    hasil = arus[ada].reset_index(drop=True)
    utuh = np.array([k not in kurang for k in zip(hasil["kode"], hasil["periode"], strict=True)], dtype=bool)
    hasil["lengkap"] = hasil["lengkap"].where(utuh, "tidak")
    hasil.attrs = dict(arus.attrs)
    return hasil


def pakai_arus(anggaran: pd.DataFrame, arus: pd.DataFrame, tahun: int, n: int) -> pd.DataFrame:
    """Give the budget rows of a quarter's report what was spent to its end; a year's stay as they are stated."""
    if not n:
        return anggaran
    sampai = arus[(arus["triwulan"] == n) & arus["realisasi_sampai_rp"].notna()].set_index("kode")[
        "realisasi_sampai_rp"
    ]
    ada = anggaran["kode"].isin(sampai.index)
    id = anggaran["kode"].map(
        lambda k: ledger.buat_id("kas", k, "realisasi_sampai_rp", tahun=tahun, periode=_TRIWULAN[n - 1])
    )
    kosong = anggaran["realisasi_rp"].isna()
    status = anggaran["realisasi_rp_status"].where(kosong, ledger.BELUM_DIISI)
    return anggaran.assign(
        realisasi_rp=anggaran["kode"].map(sampai).astype("float64"),
        realisasi_rp_id=id.where(ada, anggaran["realisasi_rp_id"].where(kosong, "")),
        realisasi_rp_status=status.where(~ada, ledger.ANGKA),
    )


def asal_angka(anggaran: pd.DataFrame) -> np.ndarray:
    """Say of each node whether its amounts are stated, corrected, or the sum of its children."""
    id = [anggaran[f"{n}_dinyatakan_rp_id"].fillna("").str.startswith("koreksi.") for n in ("pagu", "realisasi")]
    dua = [anggaran[f"{n}_dinyatakan_rp"].isna() & anggaran[f"{n}_rp"].notna() for n in ("pagu", "realisasi")]
    return np.select([dua[0] | dua[1], id[0] | id[1]], ["jumlah_rincian", "koreksi"], "dinyatakan").astype(object)


def pasangan_pendukung(pendukung: pd.DataFrame, anggaran: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Return which programs support which sasaran, and by what share.

    The table of pairs says it; without one the budget in use does, and other documents only of programs for which it
    names no sasaran: a program that two documents pair differently would count twice.
    """
    if len(pendukung):
        return pendukung
    program = anggaran[(anggaran["tingkat"] == TINGKAT[1]) & (anggaran["sasaran"] != "")]
    urutan = program["dokumen"].map({d: i for i, d in reversed(list(enumerate((dokumen, *URUTAN_DOKUMEN))))})
    program = program.iloc[urutan.argsort(kind="stable")].drop_duplicates("kode")
    pasangan = program[["sasaran", "kode"]].rename(columns={"kode": "program"}).reset_index(drop=True)
    return pasangan.assign(bobot_tertulis=np.nan, bobot_tertulis_id="")


def berprogram(pendukung: pd.DataFrame, anggaran: pd.DataFrame) -> pd.DataFrame:
    """Put the money of its program beside each pair; a pair whose program the budget lacks is left out."""
    program = anggaran[["kode", "pagu_rp", "realisasi_rp"]].rename(columns={"kode": "program"})
    return bertabel(pendukung.merge(program, "inner", on="program"), "pendukung")


def tanpa_serapan(sasaran: pd.DataFrame) -> pd.DataFrame:
    """Return the sasaran without the place that their absorption will take."""
    return sasaran.drop(columns=["pagu_rp", "realisasi_rp", "serapan_persen", "sisa_rp"], errors="ignore")


def untuk_dinilai(sasaran: pd.DataFrame, efisiensi: AturanEfisiensi) -> pd.DataFrame:
    """Return what the efficiency of each sasaran is judged by, and the rule's name and unit."""
    hasil = sasaran[["kode", "capaian_persen", "serapan_persen", "pagu_rp", "realisasi_rp"]]
    return hasil.assign(sasaran=hasil["kode"], metode=efisiensi.nama, satuan_ukuran=UKURAN[efisiensi.ukuran][1])


def menurut_andaian(efisiensi: pd.DataFrame, andaian_sasaran: pd.DataFrame, dokumen: str) -> pd.DataFrame:
    """Put the money of each sasaran beside what it comes to by the PK and the document in use, reading by reading."""
    milik = andaian_sasaran[andaian_sasaran["dokumen"].isin((dokumen, PK))].rename(columns={"kode": "sasaran"})
    hasil = milik[["dokumen", "sasaran", "andaian", "capaian_persen", "belum_tercapai"]].merge(
        efisiensi[["sasaran", "serapan_persen", "pagu_rp", "realisasi_rp", "metode", "satuan_ukuran"]], on="sasaran"
    )
    return hasil.assign(kode=hasil["sasaran"])


def sebutan_pasti(efisiensi: pd.DataFrame, menurut: pd.DataFrame, aturan: AturanEfisiensi) -> list[str]:
    """Return the label of each sasaran that may be claimed: the same by every document and reading, else none.

    That a target was not reached is said as it stands: it claims nothing.
    """
    semua = menurut.groupby("sasaran")["tingkat_efisiensi"].agg(set).to_dict()
    pasangan = zip(efisiensi["sasaran"], efisiensi["tingkat_efisiensi"], strict=True)
    return [t if t == aturan.belum_tercapai or semua.get(s, {t}) == {t} else "" for s, t in pasangan]

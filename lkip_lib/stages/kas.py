"""Money by quarter: what was planned and spent to the end of each, over the budget tree."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import anggaran as rumus_anggaran
from lkip_lib.formulas import triwulan as rumus
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk

_ARUS = ("rencana", "realisasi")
_TRIWULAN = PERIODE[1:]


def susun_kas(bahan: Bahan, pohon: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Put the quarters of the cash plan on the budget tree: a node's own figure, else the sum of its children's.

    Returns one row a node and quarter, up to the one reported (all four for a year), of which anything is known, each
    amount for the quarter alone and to its end (`…_sampai_rp`); and the ledger. A missing quarter leaves no sum.
    """
    kas, akhir = bahan.ketik("kas"), bahan.tempat.triwulan or rumus.SETAHUN
    bagian: list[pd.DataFrame] = []
    jejak: list[dict[str, Any]] = []
    dulu = {arus: np.empty((len(pohon), 0)) for arus in _ARUS}
    for n in range(1, akhir + 1 if len(kas) else 2):  # one quarter of nothing gives the columns
        milik = kas[kas["periode"] == _TRIWULAN[n - 1]].set_index("kode")
        hasil = pohon[["kode", "induk", "tingkat", "nama", "lengkap"]].reset_index(drop=True).assign(triwulan=n)
        hasil["realisasi_fisik_persen"] = hasil["kode"].map(milik["realisasi_fisik_persen"]).astype("float64")
        hasil["fisik_id"] = hasil["kode"].map(milik["realisasi_fisik_persen_id"])
        for arus in _ARUS:
            nilai = hasil["kode"].map(milik[f"{arus}_rp"]).astype("float64")
            simpul = rumus_anggaran.pohon(hasil["kode"], hasil["induk"], nilai, hasil["lengkap"] == "ya")
            hasil[f"{arus}_rp"] = simpul["nilai"]
            dulu[arus] = np.column_stack([dulu[arus], simpul["nilai"]])
            hasil[f"{arus}_sampai_rp"] = rumus.akumulatif(dulu[arus])
            jejak += _jejak(hasil, arus, milik[f"{arus}_rp_id"], simpul["dari_anak"], bahan.tahun, n)
        bagian.append(hasil)
    semua = pd.concat(bagian, ignore_index=True)
    ada = semua[[*(f"{a}_rp" for a in _ARUS), "realisasi_fisik_persen"]].notna().any(axis=1)
    return semua[ada].reset_index(drop=True), ledger.tabel(jejak)


def _jejak(
    hasil: pd.DataFrame, arus: str, asal: pd.Series, dari_anak: pd.Series, tahun: int, n: int
) -> list[dict[str, Any]]:
    """Make the ledger rows of one flow in one quarter: the amount itself, and the total to date."""

    def id(kode: str, kolom: str, urutan: int = n) -> str:
        return ledger.buat_id("kas", kode, kolom, tahun=tahun, periode=_TRIWULAN[urutan - 1])

    baris = []
    kolom, sampai = f"{arus}_rp", f"{arus}_sampai_rp"
    anak = hasil.groupby("induk")["kode"].agg(list).to_dict()
    for kode, nilai, jumlah, dijumlah in zip(hasil["kode"], hasil[kolom], hasil[sampai], dari_anak, strict=True):
        tetap = {"asal": ledger.HITUNG, "subjek": kode, "tahun": tahun, "periode": _TRIWULAN[n - 1]}
        tetap |= {"satuan": "rupiah", "status_nilai": ledger.ANGKA}
        if nilai == nilai:
            dari = " ".join(id(a, kolom) for a in anak[kode]) if dijumlah else str(asal[kode])
            nama = "jumlah" if dijumlah else "dinyatakan"
            baris.append(
                {**tetap, "id": id(kode, kolom), "besaran": kolom, "nilai": nilai, "rumus": nama, "dari": dari}
            )
        if jumlah == jumlah:
            dari = " ".join(id(kode, kolom, u) for u in range(1, n + 1))
            baris.append(
                {**tetap, "id": id(kode, sampai), "besaran": sampai, "nilai": jumlah, "rumus": "jumlah_triwulan",
                 "dari": dari}
            )  # fmt: skip
    return baris


def pakai_kas(pohon: pd.DataFrame, kas: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Give the budget rows of a quarter's report what was spent to its end; a year's stay as they are stated."""
    n = bahan.tempat.triwulan
    if not n:
        return pohon
    kini = kas[(kas["triwulan"] == n) & kas["realisasi_sampai_rp"].notna()].set_index("kode")["realisasi_sampai_rp"]
    ada = pohon["kode"].isin(kini.index)
    id = pohon["kode"].map(
        lambda k: ledger.buat_id("kas", k, "realisasi_sampai_rp", tahun=bahan.tahun, periode=_TRIWULAN[n - 1])
    )
    return pohon.assign(
        realisasi_rp=pohon["kode"].map(kini).astype("float64"),
        realisasi_rp_id=id.where(ada, pohon["realisasi_rp_id"]),
        realisasi_rp_status=pohon["realisasi_rp_status"].where(~ada, ledger.ANGKA),
    )


def ukur_kas(kas: pd.DataFrame, pohon: pd.DataFrame, tahun: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Hold the money to date against pagu and plan, and draw its line to the year's end. Returns frame and ledger."""
    hasil = kas.merge(pohon[["kode", "pagu_rp"]], "left", on="kode")
    pagu, n = hasil["pagu_rp"], hasil["triwulan"].astype("float64")
    rencana, realisasi = hasil["rencana_sampai_rp"], hasil["realisasi_sampai_rp"]
    hasil["rencana_persen"] = rumus_anggaran.serapan(pagu, rencana)
    hasil["serapan_persen"] = rumus_anggaran.serapan(pagu, realisasi)
    hasil["serapan_rencana_persen"] = rumus_anggaran.serapan(rencana, realisasi)
    hasil["deviasi_poin"] = rumus.deviasi_poin(hasil["serapan_persen"], hasil["rencana_persen"])
    hasil["deviasi_rp"] = rumus.deviasi_rp(realisasi, rencana)
    hasil["proyeksi_rp"] = np.where(n < rumus.SETAHUN, rumus.proyeksi_lurus(realisasi, n), np.nan)
    hasil["proyeksi_persen"] = rumus_anggaran.serapan(pagu, hasil["proyeksi_rp"])
    return bentuk("kas", hasil), _ledger(hasil, tahun)


def _ledger(hasil: pd.DataFrame, tahun: int) -> pd.DataFrame:
    periode = hasil["triwulan"].map(lambda n: _TRIWULAN[int(n) - 1])

    def id(kolom: str) -> pd.Series:
        kunci = zip(hasil["kode"], periode, strict=True)
        isi = [ledger.buat_id("kas", k, kolom, tahun=tahun, periode=p) for k, p in kunci]
        return pd.Series(isi, index=hasil.index, dtype=object)

    pagu = hasil["kode"].map(lambda k: ledger.buat_id("anggaran", k, "pagu_rp", tahun=tahun))
    rencana, realisasi = id("rencana_sampai_rp"), id("realisasi_sampai_rp")
    susunan = {
        "rencana_persen": ("persentase", "persen", pagu + " " + rencana),
        "serapan_persen": ("serapan", "persen", pagu + " " + realisasi),
        "serapan_rencana_persen": ("persentase", "persen", rencana + " " + realisasi),
        "deviasi_poin": ("deviasi_poin", "poin", id("serapan_persen") + " " + id("rencana_persen")),
        "deviasi_rp": ("deviasi_rp", "rupiah", realisasi + " " + rencana),
        "proyeksi_rp": ("proyeksi_lurus", "rupiah", realisasi),
        "proyeksi_persen": ("persentase", "persen", pagu + " " + id("proyeksi_rp")),
        "realisasi_fisik_persen": ("dinyatakan", "persen", hasil["fisik_id"]),
    }
    bagian = []
    for kolom, (nama, satuan, dari) in susunan.items():
        ada = hasil[kolom].notna()
        milik = hasil[ada].reset_index(drop=True)
        sisa = [s[ada].reset_index(drop=True) for s in (dari, periode)]
        isi = {"satuan": satuan, "dari": sisa[0], "periode": sisa[1], "tahun": tahun}
        bagian.append(ledger.hitung(milik, "kas", kolom, rumus=nama, **isi))
    return pd.concat(bagian, ignore_index=True)

"""Comparisons: this year against last year, the end of the Renstra, and benchmarks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import perbandingan as rumus_banding
from lkip_lib.stages.bahan import Bahan
from lkip_lib.stages.outputs import bentuk
from lkip_lib.stages.pernyataan import target_tahunan
from lkip_lib.stages.ukuran import mentah

# What better, worse and equal are called, by what one compares with.
KATA = {
    "tahun_lalu": {"membaik": "membaik", "memburuk": "memburuk", "tetap": "tetap"},
    "akhir_renstra": {"membaik": "sudah tercapai", "memburuk": "belum tercapai", "tetap": "sudah tercapai"},
}
KATA_PEMBANDING = {"membaik": "lebih baik", "memburuk": "lebih buruk", "tetap": "sama"}
_URUTAN = ("tahun_lalu", "akhir_renstra")


def bandingkan(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare this year's realisasi with last year, the end of the Renstra, and each benchmark there is."""
    akhir = _akhir_renstra(target, bahan)
    pasangan = [
        pasangan
        for _, k in kartu.iterrows()
        for pasangan in _pasangan(k, realisasi[realisasi["indikator"] == k["kode"]], akhir, bahan.tahun)
    ]
    kolom = ["kode", "arah", "satuan", "jenis", "tahun", "realisasi", "pembanding", "status_nilai", "dari_kini", "dari"]
    hasil = pd.DataFrame(pasangan, columns=kolom)
    hasil["selisih"] = rumus_banding.selisih(hasil["realisasi"], hasil["pembanding"])
    hasil["perubahan_persen"] = rumus_banding.perubahan_persen(hasil["realisasi"], hasil["pembanding"])
    ujung = hasil["jenis"] == "akhir_renstra"
    sebagai_target = hasil.rename(columns={"pembanding": "target"}).assign(
        jenis="tingkat", nol_tercapai="tidak", target_bawah=np.nan, target_atas=np.nan
    )
    kemajuan, hasil["rumus"] = mentah(sebagai_target, bahan.katalog, bahan.kebijakan)
    hasil["capaian_persen"] = np.where(ujung, kemajuan, np.nan)
    tersisa = hasil["tahun"].astype("float64") - bahan.tahun
    hasil["sisa_per_tahun"] = np.where(
        ujung, rumus_banding.sisa_per_tahun(hasil["pembanding"], hasil["realisasi"], tersisa), np.nan
    )
    arti = rumus_banding.makna(hasil["selisih"], hasil["arah"])
    makna = [KATA.get(j, KATA_PEMBANDING).get(m, "") for j, m in zip(hasil["jenis"], arti, strict=True)]
    hasil["makna"] = np.where(hasil["status_nilai"] == "berselisih", "berselisih", np.asarray(makna, dtype=object))
    hasil["sisa_per_tahun"] = hasil["sisa_per_tahun"].where(hasil["makna"] == "belum tercapai")
    hasil["status_nilai"] = hasil["status_nilai"].replace("berselisih", ledger.TIDAK_TERBACA)
    return bentuk("perbandingan", hasil), _ledger_perbandingan(hasil)


def _akhir_renstra(target: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Return each indicator's last Renstra target that lies after this year; a targeted change is no level to reach."""
    t = target_tahunan(target, "renstra")
    t = t[(t["tahun"] > bahan.tahun) & t["target"].notna() & (t["jenis"] != "perubahan")]
    return t.sort_values("tahun").groupby("indikator", sort=False).tail(1)


def _pasangan(kartu: pd.Series, milik: pd.DataFrame, akhir: pd.DataFrame, tahun: int) -> list[list[Any]]:
    kini = milik[(milik["tahun"] == tahun) & (milik["lingkup"] == "instansi")]
    if not len(kini) or np.isnan(kini.iloc[0]["realisasi"]):
        return []
    k = kini.iloc[0]

    def baris(jenis: str, tahun: int, nilai: float, status: str, dari: str) -> list[Any]:
        return [
            kartu["kode"], kartu["arah"], kartu["satuan"], jenis, tahun, k["realisasi"], nilai, status, k["dari"], dari
        ]  # fmt: skip

    hasil = []
    for _, p in milik.iterrows():
        lalu = p["lingkup"] == "instansi" and p["tahun"] == tahun - 1
        if lalu or (p["lingkup"] != "instansi" and p["tahun"] == tahun):
            ragu = p["berselisih"] != ""
            nilai = np.nan if ragu else p["realisasi"]
            status = "berselisih" if ragu else p["realisasi_status"]
            hasil.append(baris("tahun_lalu" if lalu else p["lingkup"], p["tahun"], nilai, status, p["dari"]))
    for _, p in akhir[akhir["indikator"] == kartu["kode"]].iterrows():
        hasil.append(baris("akhir_renstra", p["tahun"], p["target"], ledger.ANGKA, p["dari"]))
    return sorted(hasil, key=lambda b: _URUTAN.index(b[3]) if b[3] in _URUTAN else len(_URUTAN))


_RUMUS = {"pembanding": "dinyatakan", "selisih": "selisih", "perubahan_persen": "perubahan_persen",
          "capaian_persen": "", "sisa_per_tahun": "sisa_per_tahun"}  # fmt: skip


def _ledger_perbandingan(hasil: pd.DataFrame) -> pd.DataFrame:
    bernama = hasil.assign(kode=hasil["kode"] + "." + hasil["jenis"])
    bagian = []
    for kolom, rumus_tetap in _RUMUS.items():
        ada = bernama[bernama[kolom].notna()].reset_index(drop=True)
        persen = kolom.endswith("_persen")
        dari = ada["dari_kini"] + " " + ada["dari"]
        if kolom == "pembanding":
            dari = ada["dari"]
        elif kolom == "capaian_persen":
            dari = ada["dari"] + " " + ada["dari_kini"]  # target first, as in every capaian
        rumus_nama: Any = rumus_tetap or ada["rumus"]
        satuan: Any = "persen" if persen else ada["satuan"]
        if kolom in ("selisih", "sisa_per_tahun"):
            # 7,82% is 0,08 points below 7,90%, not 0,08 per cent.
            satuan = ada["satuan"].replace({"Persen": "poin", "persen": "poin", "%": "poin"})
        bagian.append(
            ledger.hitung(ada, "perbandingan", kolom, rumus=rumus_nama, satuan=satuan, dari=dari, tahun=ada["tahun"])
        )
    return pd.concat(bagian, ignore_index=True)

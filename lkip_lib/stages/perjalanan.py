"""Comparisons over time and against others: earlier years, the end of the Renstra, benchmarks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import capaian as rumus
from lkip_lib.formulas import perbandingan as rumus_banding
from lkip_lib.stages.bahan import Bahan
from lkip_lib.stages.outputs import bentuk
from lkip_lib.stages.pernyataan import target_tahunan
from lkip_lib.stages.ukuran import kelas, mentah

Jejak = list[dict[str, Any]]

# What better, worse and equal are called, by what one compares with.
_KATA = {
    "tahun_lalu": {"membaik": "membaik", "memburuk": "memburuk", "tetap": "tetap"},
    "akhir_renstra": {"membaik": "sudah tercapai", "memburuk": "belum tercapai", "tetap": "sudah tercapai"},
}
_KATA_PEMBANDING = {"membaik": "lebih baik", "memburuk": "lebih buruk", "tetap": "sama"}
_URUTAN = ("tahun_lalu", "akhir_renstra")


def riwayat(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tell realisasi, target and capaian of every year up to this one, for the agency and its benchmarks.

    A past year stated differently in two places, with no choice in params, has no value: it is `berselisih`.
    """
    t = target_tahunan(target, bahan.params.dokumen_target)
    t = t[["indikator", "tahun", "target", "target_bawah", "target_atas", "target_status", "dari"]]
    t = t.rename(columns={"dari": "target_dari"})
    hasil = realisasi[realisasi["indikator"].isin(kartu["kode"]) & (realisasi["tahun"] <= bahan.tahun)]
    hasil = hasil.merge(t, "left", on=["indikator", "tahun"])
    kolom_kartu = ["kode", "satuan", "arah", "jenis", "nol_tercapai"]
    hasil = hasil.merge(kartu[kolom_kartu], "left", left_on="indikator", right_on="kode")
    hasil = hasil.sort_values(["kode", "lingkup", "tahun"], ignore_index=True)
    ragu = (hasil["berselisih"] != "") & (hasil["tahun"] < bahan.tahun)
    hasil["berselisih"] = np.where(ragu, hasil["realisasi_tercetak"] + "; " + hasil["berselisih"], "")
    hasil["realisasi"] = hasil["realisasi"].where(~ragu)
    hasil["status_nilai"] = hasil["realisasi_status"].where(~ragu, ledger.TIDAK_TERBACA)
    sendiri = hasil["lingkup"] == "instansi"
    capaian, nama = mentah(hasil, bahan.params.rumus_turun)
    batas = rumus.batasi(capaian, bahan.params.batas_bawah, bahan.params.batas_atas)
    hasil["capaian_persen"] = np.where(sendiri, batas, np.nan)
    hasil["target"] = hasil["target"].where(sendiri)
    hasil["rumus"] = nama
    hasil["predikat_nilai"] = [
        _kelas_nilai(bahan, k, v) for k, v in zip(hasil["kode"], hasil["realisasi"], strict=True)
    ]
    return bentuk("riwayat", hasil), _ledger_riwayat(hasil)


def _kelas_nilai(bahan: Bahan, kode: str, nilai: float) -> str:
    skala = bahan.skala_nilai(kode)
    return str(kelas([nilai], skala, bahan.params.pembacaan_celah)[0]) if skala else ""


def _id_riwayat(kode: str, lingkup: str, kolom: str, tahun: int) -> str:
    return ledger.buat_id("riwayat", kode if lingkup == "instansi" else f"{kode}.{lingkup}", kolom, tahun=tahun)


def _ledger_riwayat(hasil: pd.DataFrame) -> pd.DataFrame:
    baris: Jejak = []
    for _, b in hasil.iterrows():
        tetap = {"asal": ledger.HITUNG, "subjek": b["kode"], "tahun": b["tahun"], "lingkup": b["lingkup"]}
        id_realisasi = _id_riwayat(b["kode"], b["lingkup"], "realisasi", b["tahun"])
        baris.append(
            tetap
            | {
                "id": id_realisasi,
                "besaran": "realisasi",
                "nilai": b["realisasi"],
                "satuan": b["satuan"],
                "status_nilai": b["status_nilai"],
                "rumus": "dinyatakan",
                "dari": b["dari"],
            }
        )
        if not np.isnan(b["capaian_persen"]):
            baris.append(
                tetap
                | {
                    "id": _id_riwayat(b["kode"], b["lingkup"], "capaian_persen", b["tahun"]),
                    "besaran": "capaian_persen",
                    "nilai": b["capaian_persen"],
                    "satuan": "persen",
                    "status_nilai": ledger.ANGKA,
                    "rumus": b["rumus"],
                    "dari": f"{b['target_dari']} {id_realisasi}",
                }
            )
        if b["predikat_nilai"]:
            baris.append(
                tetap
                | {
                    "id": _id_riwayat(b["kode"], b["lingkup"], "predikat_nilai", b["tahun"]),
                    "besaran": "predikat_nilai",
                    "label": b["predikat_nilai"],
                    "status_nilai": ledger.ANGKA,
                    "rumus": "predikat",
                    "dari": id_realisasi,
                }
            )
    return ledger.tabel(baris)


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
    kemajuan, hasil["rumus"] = mentah(sebagai_target, bahan.params.rumus_turun)
    hasil["capaian_persen"] = np.where(ujung, kemajuan, np.nan)
    tersisa = hasil["tahun"].astype("float64") - bahan.tahun
    hasil["sisa_per_tahun"] = np.where(
        ujung, rumus_banding.sisa_per_tahun(hasil["pembanding"], hasil["realisasi"], tersisa), np.nan
    )
    arti = rumus_banding.makna(hasil["selisih"], hasil["arah"])
    makna = [_KATA.get(j, _KATA_PEMBANDING).get(m, "") for j, m in zip(hasil["jenis"], arti, strict=True)]
    hasil["makna"] = np.where(hasil["status_nilai"] == "berselisih", "berselisih", np.asarray(makna, dtype=object))
    hasil["sisa_per_tahun"] = hasil["sisa_per_tahun"].where(hasil["makna"] == "belum tercapai")
    hasil["status_nilai"] = hasil["status_nilai"].replace("berselisih", ledger.TIDAK_TERBACA)
    return bentuk("perbandingan", hasil), _ledger_perbandingan(hasil)


def _akhir_renstra(target: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Return each indicator's last Renstra target that lies after this year."""
    t = target_tahunan(target, "renstra")
    t = t[(t["tahun"] > bahan.tahun) & t["target"].notna()]
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
        dari = ada["dari"] if kolom == "pembanding" else ada["dari_kini"] + " " + ada["dari"]
        rumus_nama: Any = rumus_tetap or ada["rumus"]
        satuan: Any = "persen" if persen else ada["satuan"]
        if kolom in ("selisih", "sisa_per_tahun"):
            # 7,82% is 0,08 points below 7,90%, not 0,08 per cent.
            satuan = ada["satuan"].replace({"Persen": "poin", "persen": "poin", "%": "poin"})
        bagian.append(
            ledger.hitung(ada, "perbandingan", kolom, rumus=rumus_nama, satuan=satuan, dari=dari, tahun=ada["tahun"])
        )
    return pd.concat(bagian, ignore_index=True)

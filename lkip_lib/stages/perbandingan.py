"""Comparisons: this year against last year, the end of the Renstra, and benchmarks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import perbandingan as rumus_banding
from lkip_lib.numerals import units
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.langkah.pernyataan import target_tahunan
from lkip_lib.stages.ukuran import mentah, satuan_nilai

# What better, worse and equal are called, by what one compares with.
KATA = {
    "tahun_lalu": {"membaik": "membaik", "memburuk": "memburuk", "tetap": "tetap"},
    "akhir_renstra": {"membaik": "sudah tercapai", "memburuk": "belum tercapai", "tetap": "sudah tercapai"},
}
KATA_PEMBANDING = {"membaik": "lebih baik", "memburuk": "lebih buruk", "tetap": "sama"}
_KOLOM = (
    "kode", "arah", "satuan", "jenis_kartu", "jenis", "tahun", "realisasi", "pembanding", "label", "status_nilai",
    "dari_kini", "dari", "bentuk", "bawah", "atas",
)  # fmt: skip
_URUTAN = ("tahun_lalu", "akhir_renstra")


def bandingkan(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare this year's realisasi with last year, the end of the Renstra, and each benchmark there is."""
    akhir = _akhir_renstra(kartu, target, bahan)
    kini = target_tahunan(target[target["tahun"] == bahan.tahun], bahan.params.dokumen_target)
    pasangan = [
        pasangan
        for _, k in kartu.iterrows()
        for pasangan in _pasangan(k, realisasi[realisasi["indikator"] == k["kode"]], kini, akhir, bahan.tahun)
    ]
    hasil = pd.DataFrame(pasangan, columns=_KOLOM).astype(dict.fromkeys(("bawah", "atas", "pembanding"), "float64"))
    hasil["selisih"] = rumus_banding.selisih(hasil["realisasi"], hasil["pembanding"])
    hasil["perubahan_persen"] = rumus_banding.perubahan_persen(hasil["realisasi"], hasil["pembanding"])
    # The rungs of a ladder have an order; how much one is more than another has no meaning.
    hasil["perubahan_persen"] = hasil["perubahan_persen"].where(hasil["bentuk"] != "ordinal")
    ujung = hasil["jenis"] == "akhir_renstra"
    sebagai_target = hasil.drop(columns="jenis").rename(
        columns={"pembanding": "target", "bentuk": "jenis", "bawah": "target_bawah", "atas": "target_atas"}
    )
    sebagai_target["nol_tercapai"] = "tidak"
    kemajuan, hasil["rumus"] = mentah(sebagai_target, bahan.katalog, bahan.kebijakan)
    hasil["capaian_persen"] = np.where(ujung, kemajuan, np.nan)
    tersisa = hasil["tahun"].astype("float64") - bahan.tahun
    hasil["sisa_per_tahun"] = np.where(
        ujung, rumus_banding.sisa_per_tahun(hasil["pembanding"], hasil["realisasi"], tersisa), np.nan
    )
    arti = _arti(hasil)
    makna = [KATA.get(j, KATA_PEMBANDING).get(m, "") for j, m in zip(hasil["jenis"], arti, strict=True)]
    hasil["makna"] = np.where(hasil["status_nilai"] == "berselisih", "berselisih", np.asarray(makna, dtype=object))
    hasil["sisa_per_tahun"] = hasil["sisa_per_tahun"].where(hasil["makna"] == "belum tercapai")
    hasil["status_nilai"] = hasil["status_nilai"].replace("berselisih", ledger.TIDAK_TERBACA)
    return bentuk("perbandingan", hasil), _ledger_perbandingan(hasil)


def _arti(hasil: pd.DataFrame) -> np.ndarray:
    """Say what each difference means: on a ladder up is better, and of a range what lies nearer to it."""
    rentang = hasil["bentuk"].eq("rentang") & (hasil["jenis"] != "akhir_renstra")
    jarak = [rumus_banding.jarak_rentang(hasil[k], hasil["bawah"], hasil["atas"]) for k in ("pembanding", "realisasi")]
    beda = np.where(rentang, jarak[0] - jarak[1], hasil["selisih"])
    arti = rumus_banding.makna(beda, hasil["arah"].mask(rentang | hasil["bentuk"].eq("ordinal"), "naik"))
    # A final target that is a range or a bound is reached inside of it.
    berujung = hasil["bentuk"].isin(("rentang", "batas")) & hasil["jenis"].eq("akhir_renstra")
    dalam = np.where(hasil["capaian_persen"] >= 100, "membaik", "memburuk")
    return np.where(berujung & hasil["capaian_persen"].notna(), dalam, arti)


def _akhir_renstra(kartu: pd.DataFrame, target: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Return each indicator's last Renstra target that lies after this year; a targeted change is no level to reach."""
    t = target_tahunan(target, "renstra")
    ada = t[["target", "target_bawah", "target_atas"]].notna().any(axis=1)
    jenis = t["jenis"].where(t["jenis"] != "", t["indikator"].map(kartu.set_index("kode")["jenis"]))
    t = t[(t["tahun"] > bahan.tahun) & ada & (jenis != "perubahan")]
    return t.sort_values("tahun").groupby("indikator", sort=False).tail(1)


def _pasangan(
    kartu: pd.Series, milik: pd.DataFrame, target: pd.DataFrame, akhir: pd.DataFrame, tahun: int
) -> list[list[Any]]:
    kini = milik[(milik["tahun"] == tahun) & (milik["lingkup"] == "instansi")]
    if not len(kini) or np.isnan(kini.iloc[0]["realisasi"]):
        return []
    k = kini.iloc[0]

    def baris(
        jenis: str, p: pd.Series, kolom: str, nilai: float, status: str, ujung: tuple[str, Any, Any]
    ) -> list[Any]:
        label = p[f"{kolom}_tercetak"] if kartu["jenis"] == "ordinal" and status == ledger.ANGKA else ""
        return [
            kartu["kode"], kartu["arah"], kartu["satuan"], kartu["jenis"], jenis, p["tahun"], k["realisasi"], nilai,
            label, status, k["dari"], p["dari"], *ujung,
        ]  # fmt: skip

    ini = _bentuk(kartu, target)

    hasil = []
    for _, p in milik.iterrows():
        lalu = p["lingkup"] == "instansi" and p["tahun"] == tahun - 1
        if lalu or (p["lingkup"] != "instansi" and p["tahun"] == tahun):
            ragu = p["berselisih"] != ""
            nilai = np.nan if ragu else p["realisasi"]
            status = "berselisih" if ragu else p["realisasi_status"]
            hasil.append(baris("tahun_lalu" if lalu else p["lingkup"], p, "realisasi", nilai, status, ini))
    for _, p in akhir[akhir["indikator"] == kartu["kode"]].iterrows():
        ujung = _bentuk(kartu, akhir[akhir["indikator"] == kartu["kode"]])
        hasil.append(baris("akhir_renstra", p, "target", p["target"], ledger.ANGKA, ujung))
    return sorted(hasil, key=lambda b: _URUTAN.index(b[4]) if b[4] in _URUTAN else len(_URUTAN))


def _bentuk(kartu: pd.Series, target: pd.DataFrame) -> tuple[str, float, float]:
    """Return the kind of an indicator's target, the document's own word first, and the ends of its range."""
    for _, t in target[target["indikator"] == kartu["kode"]].iterrows():
        return t["jenis"] or kartu["jenis"], t["target_bawah"], t["target_atas"]
    return kartu["jenis"], np.nan, np.nan


_RUMUS = {"pembanding": "dinyatakan", "selisih": "selisih", "perubahan_persen": "perubahan_persen",
          "capaian_persen": "", "sisa_per_tahun": "sisa_per_tahun"}  # fmt: skip


def _ledger_perbandingan(hasil: pd.DataFrame) -> pd.DataFrame:
    bernama = hasil.assign(kode=hasil["kode"] + "." + hasil["jenis"])
    bagian = []
    for kolom, rumus_tetap in _RUMUS.items():
        terisi = bernama[kolom].notna()
        isi: dict[str, Any] = {}
        if kolom == "pembanding":
            # A range has no number of its own: the trail shows what its document printed.
            terisi |= bernama["status_nilai"].eq(ledger.ANGKA) & bernama["jenis"].eq("akhir_renstra")
            isi = {"label": bernama.loc[terisi, "label"], "status_nilai": ledger.ANGKA}
        ada = bernama[terisi].reset_index(drop=True)
        persen = kolom.endswith("_persen")
        dari = ada["dari_kini"] + " " + ada["dari"]
        if kolom == "pembanding":
            dari = ada["dari"]
        elif kolom == "capaian_persen":
            dari = ada["dari"] + " " + ada["dari_kini"]  # target first, as in every capaian
        rumus_nama: Any = rumus_tetap or ada["rumus"]
        satuan: Any = "persen" if persen else satuan_nilai(ada.assign(jenis=ada["jenis_kartu"]))
        if kolom in ("selisih", "sisa_per_tahun"):
            satuan = ada["satuan"].map(units.selisih).mask(ada["bentuk"] == "ordinal", "jenjang")
        bagian.append(
            ledger.hitung(
                ada, "perbandingan", kolom, rumus=rumus_nama, satuan=satuan, dari=dari, tahun=ada["tahun"], **isi
            )
        )
    return pd.concat(bagian, ignore_index=True)

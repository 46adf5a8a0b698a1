"""What this year is compared with: the years behind, last year, the end of the Renstra, and benchmarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.frames import catatan, susun
from lkip_lib.inputs.documents import DataDukung
from lkip_lib.langkah.pernyataan import target_tahunan
from lkip_lib.langkah.sanding import cari, satuan_nilai, sebut_tingkat
from lkip_lib.numerals import units
from lkip_lib.rumus.jenis import berjenjang, berubah, setiap
from lkip_lib.rumus.perbandingan import AKHIR_RENSTRA, AKHIR_RPD, TAHUN_LALU, TAHUN_SEBELUMNYA, TARGET_BERIKUT

_URUTAN = (TAHUN_LALU, TAHUN_SEBELUMNYA, TARGET_BERIKUT, AKHIR_RPD, AKHIR_RENSTRA)
_AKHIR = {"rpd": AKHIR_RPD, "renstra": AKHIR_RENSTRA}  # the last target of a plan that lies ahead
_DIUKUR = [
    *("target", "target_status", "target_dari", "target_bawah", "target_bawah_id", "target_atas"),
    *("target_atas_id", "dari_perubahan", "realisasi_kini", "realisasi_kini_dari", "realisasi_lalu"),
    *("realisasi_lalu_dari", "jenis", "arah", "nol_tercapai"),
]
_PASANGAN = {
    "kode": "object", "arah": "object", "satuan": "object", "jenis_kartu": "object", "jenis": "object",
    "tahun": "Int64", "realisasi": "float64", "realisasi_dari": "object",
    "pembanding": "float64", "pembanding_dari": "object",
    "pembanding_status": "object", "label": "object", "berselisih": "object", "bentuk": "object",
    "target_bawah": "float64", "target_bawah_id": "object", "target_atas": "float64", "target_atas_id": "object",
    "tahun_akhir": "float64", "tahun_akhir_id": "object", "tahun_kini": "float64", "tahun_kini_id": "object",
}  # fmt: skip

_DUKUNGAN = {
    "kode": "object", "tabel": "object", "kolom": "object", "tahun": "Int64", "kini": "float64", "kini_id": "object",
    "lalu": "float64", "lalu_id": "object",
}  # fmt: skip


def tahun_bersejarah(kartu: pd.DataFrame, realisasi: pd.DataFrame, tahun: int) -> list[int]:
    """List the years up to this one of which a realisasi is stated."""
    return sorted(int(t) for t in sejarah(kartu, realisasi, tahun)["tahun"].dropna().unique())


def sejarah(kartu: pd.DataFrame, realisasi: pd.DataFrame, tahun: int) -> pd.DataFrame:
    """Return the realisasi of every year up to this one, the agency's and its benchmarks'."""
    return realisasi[realisasi["indikator"].isin(kartu["kode"]) & (realisasi["tahun"] <= tahun)]


def di_samping_sejarah(
    realisasi: pd.DataFrame, kartu: pd.DataFrame, ukur: pd.DataFrame, skala: Mapping[str, str]
) -> pd.DataFrame:
    """Put beside each realisasi of the years behind what its indicator was measured by in that year, if it was.

    `skala` names the scale on which the values of an indicator are classed.
    """
    kartunya = kartu.set_index("kode")
    hasil = realisasi.drop(columns=["satuan", "jenis", "arah"], errors="ignore")
    hasil = hasil.rename(columns={"indikator": "kode", "dari": "realisasi_dari"}).reset_index(drop=True)
    hasil["satuan"], hasil["jenis_kartu"] = (hasil["kode"].map(kartunya[k]).astype(object) for k in ("satuan", "jenis"))
    tempat = zip(hasil["kode"], hasil["tahun"], hasil["lingkup"], strict=True)
    milik = [(k, t) if lingkup == "instansi" else None for k, t, lingkup in tempat]
    hasil = pd.concat([hasil, cari([ukur], ["kode", "tahun"], [milik], {k: k for k in _DIUKUR})], axis=1)
    hasil = hasil.sort_values(["kode", "lingkup", "tahun"], ignore_index=True)
    hasil["arah"] = hasil["arah"].fillna(hasil["kode"].map(kartunya["arah"]))
    hasil["jenis"] = hasil["jenis"].fillna(hasil["jenis_kartu"])
    for k, bawaan in (("dari_perubahan", "tidak"), ("nol_tercapai", "tidak")):
        hasil[k] = hasil[k].fillna(bawaan)
    for k in ("target_dari", "realisasi_kini_dari", "realisasi_lalu_dari", "target_bawah_id", "target_atas_id"):
        hasil[k] = hasil[k].fillna("")
    bertingkat = hasil.assign(jenis=hasil["jenis_kartu"])
    hasil["satuan_nilai"], hasil["label"] = satuan_nilai(bertingkat), sebut_tingkat(bertingkat, "realisasi")
    hasil["skala"] = [skala.get(k, "") for k in hasil["kode"]]
    return hasil


def pasangkan(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, dokumen: str, tahun: int
) -> pd.DataFrame:
    """Pair this year's realisasi with that of every year behind, each benchmark's, and the targets to come."""
    akhir = [t for d in _AKHIR if len(t := _nanti(kartu, target, tahun, d))]
    kini = target_tahunan(target[target["tahun"] == tahun], dokumen)
    dicapai, ini = map(_per_indikator, (realisasi, kini))
    nanti = _per_indikator(pd.concat(akhir, ignore_index=True)) if akhir else {}
    baris = [
        b
        for k in catatan(kartu)
        for b in _pasangan(k, *(p.get(k["kode"], []) for p in (dicapai, ini, nanti)), tahun=tahun)
    ]
    hasil = susun({k: [b[k] for b in baris] for k in _PASANGAN}, _PASANGAN)
    hasil["satuan_nilai"] = satuan_nilai(hasil.assign(jenis=hasil["jenis_kartu"]))
    hasil["satuan_selisih"] = hasil["satuan"].map(units.selisih).mask(setiap(berjenjang, hasil["bentuk"]), "jenjang")
    return hasil


def _per_indikator(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    hasil: dict[str, list[dict[str, Any]]] = {}
    for b in catatan(frame):
        hasil.setdefault(b["indikator"], []).append(b)
    return hasil


def _nanti(kartu: pd.DataFrame, target: pd.DataFrame, tahun: int, rencana: str) -> pd.DataFrame:
    """Return a plan's targets to come, no changes: the last, and of the Renstra next year's."""
    t = target_tahunan(target, rencana)
    t = t[t["indikator"].isin(kartu["kode"]) & (t["tahun"] > tahun)]
    if t.empty:  # many agencies give this year's alone
        return t
    ada = t[["target", "target_bawah", "target_atas"]].notna().any(axis=1)
    jenis = t["jenis"].where(t["jenis"] != "", t["indikator"].map(kartu.set_index("kode")["jenis"]))
    t = t[ada & ~setiap(berubah, jenis)].sort_values("tahun")
    terakhir = ~t["indikator"].duplicated(keep="last")
    berikut = (t["tahun"] == tahun + 1) & (rencana == "renstra")
    return t[terakhir | berikut].assign(terakhir=terakhir, rencana=rencana)


def _pasangan(
    kartu: dict[str, Any], milik: list[dict[str, Any]], target: list[dict[str, Any]], akhir: list[dict[str, Any]], *,
    tahun: int,
) -> list[dict[str, Any]]:  # fmt: skip
    kini = [b for b in milik if b["tahun"] == tahun and b["lingkup"] == "instansi"]
    if not kini or np.isnan(kini[0]["realisasi"]):
        return []

    def baris(jenis: str, p: dict[str, Any], kolom: str, ujung: list[dict[str, Any]], ragu: bool) -> dict[str, Any]:
        menyebut = berjenjang(kartu["jenis"]) and p[f"{kolom}_status"] == ledger.ANGKA
        t = ujung[0] if ujung else {"jenis": "", "target_bawah": np.nan, "target_atas": np.nan}
        return {
            "kode": kartu["kode"], "arah": kartu["arah"], "satuan": kartu["satuan"], "jenis_kartu": kartu["jenis"],
            "jenis": jenis, "tahun": p["tahun"], "realisasi": kini[0]["realisasi"], "realisasi_dari": kini[0]["dari"],
            "pembanding": np.nan if ragu else p[kolom], "pembanding_dari": p["dari"],
            "pembanding_status": p[f"{kolom}_status"], "label": p[f"{kolom}_tercetak"] if menyebut else "",
            "berselisih": "ya" if ragu else "tidak", "bentuk": t["jenis"] or kartu["jenis"],
            "target_bawah": t["target_bawah"], "target_bawah_id": t.get("target_bawah_id", ""),
            "target_atas": t["target_atas"], "target_atas_id": t.get("target_atas_id", ""),
            "tahun_akhir": p["tahun_angka"], "tahun_akhir_id": p["tahun_angka_id"],
            "tahun_kini": kini[0]["tahun_angka"], "tahun_kini_id": kini[0]["tahun_angka_id"],
        }  # fmt: skip

    hasil = []
    for p in milik:
        milik_sendiri = p["lingkup"] == "instansi"
        if (p["tahun"] < tahun) if milik_sendiri else (p["tahun"] == tahun):
            lalu = TAHUN_LALU if p["tahun"] == tahun - 1 else TAHUN_SEBELUMNYA
            jenis = lalu if milik_sendiri else p["lingkup"]
            hasil.append(baris(jenis, p, "realisasi", target, p["berselisih"] != ""))
    hasil += [baris(_AKHIR[p["rencana"]] if p["terakhir"] else TARGET_BERIKUT, p, "target", [p], False) for p in akhir]
    urutan = {jenis: n for n, jenis in enumerate(_URUTAN)}
    return sorted(hasil, key=lambda b: urutan.get(b["jenis"], len(urutan)))


def pasangan_tahun(tabel: str, kolom: list[str], frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Pair each figure of the agency's own table with that of the year before.

    A year that the table states in several rows is not paired: they count different things.
    """
    frame = frame.assign(_tahun=pd.to_numeric(frame["tahun"], errors="coerce")).dropna(subset="_tahun")
    milik = {int(b["_tahun"]): b for b in catatan(frame)}
    tahun = [t for t in milik if t - 1 in milik] if len(milik) == len(frame) else []
    return [
        {"kode": f"{tabel}.{k}", "tabel": tabel, "kolom": k, "tahun": t, "kini": milik[t][k],
         "kini_id": milik[t][f"{k}_id"], "lalu": milik[t - 1][k], "lalu_id": milik[t - 1][f"{k}_id"]}
        for t in tahun for k in kolom
    ]  # fmt: skip


def pasangkan_dukungan(masukan: Mapping[str, pd.DataFrame], tabel: Mapping[str, DataDukung]) -> pd.DataFrame:
    """Pair the figures of every table of the agency's own that tells of years with those of the year before."""
    semua = [
        b
        for nama, d in tabel.items()
        if "tahun" in d.kolom
        for b in pasangan_tahun(nama, [k for k, v in d.kolom.items() if v.satuan], masukan[f"data_dukung/{nama}"])
    ]
    return susun({k: [b[k] for b in semua] for k in _DUKUNGAN}, _DUKUNGAN)

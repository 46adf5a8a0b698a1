"""The years behind: realisasi, target and capaian of each, for the agency and its benchmarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas.predikat import kelas_skala
from lkip_lib.frames import catatan
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk
from lkip_lib.stages.ukuran import satuan_nilai, sebut_tingkat

_UKURAN = ["kode", "target", "capaian_mentah_persen", "capaian_persen", "rumus", "target_dari", "realisasi_dari"]


def tahun_bersejarah(kartu: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan) -> list[int]:
    """List the years up to this one of which a realisasi is stated."""
    return sorted(int(t) for t in _milik(kartu, realisasi, bahan)["tahun"].dropna().unique())


def _milik(kartu: pd.DataFrame, realisasi: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    return realisasi[realisasi["indikator"].isin(kartu["kode"]) & (realisasi["tahun"] <= bahan.tahun)]


def riwayat(
    kartu: pd.DataFrame, realisasi: pd.DataFrame, ukuran_per_tahun: Mapping[int, pd.DataFrame], bahan: Bahan
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tell realisasi, target and capaian of every year up to this one. Returns the frame and its ledger."""
    milik = _milik(kartu, realisasi, bahan)
    ukuran = pd.concat(
        [u[_UKURAN].assign(tahun=t, lingkup="instansi") for t, u in ukuran_per_tahun.items()]
        or [pd.DataFrame(columns=[*_UKURAN, "tahun", "lingkup"])]
    )
    hasil = milik.merge(kartu[["kode", "satuan", "jenis"]], "left", left_on="indikator", right_on="kode")
    hasil = hasil.merge(ukuran.astype({"tahun": "Int64"}), "left", on=["kode", "tahun", "lingkup"])
    hasil = hasil.sort_values(["kode", "lingkup", "tahun"], ignore_index=True)
    hasil["status_nilai"] = hasil["realisasi_status"]
    hasil["satuan"] = satuan_nilai(hasil)
    hasil["label"] = sebut_tingkat(hasil, "realisasi")
    hasil["predikat_nilai"] = [
        _kelas_nilai(bahan, k, v) for k, v in zip(hasil["kode"], hasil["realisasi"], strict=True)
    ]
    return bentuk("riwayat", hasil), _ledger(hasil)


def _kelas_nilai(bahan: Bahan, kode: str, nilai: float) -> str:
    skala = bahan.kebijakan.skala_nilai.get(kode)
    return str(kelas_skala([nilai], skala, bahan.params.pembacaan_celah)[0]) if skala else ""


def _ledger(hasil: pd.DataFrame) -> pd.DataFrame:
    return ledger.tabel([baris for b in catatan(hasil) for baris in _baris(b)])


def _baris(b: dict[str, Any]) -> list[dict[str, Any]]:
    kode = b["kode"] if b["lingkup"] == "instansi" else f"{b['kode']}.{b['lingkup']}"

    def figur(kolom: str, **isi: Any) -> dict[str, Any]:
        return {
            "id": ledger.buat_id("riwayat", kode, kolom, tahun=b["tahun"]),
            "asal": ledger.HITUNG,
            "besaran": kolom,
            "subjek": b["kode"],
            "tahun": b["tahun"],
            "lingkup": b["lingkup"],
            "status_nilai": ledger.ANGKA,
            **isi,
        }

    realisasi = figur(
        "realisasi",
        nilai=b["realisasi"],
        label=b["label"],
        satuan=b["satuan"],
        status_nilai=b["status_nilai"],
        rumus="dinyatakan",
        dari=b["dari"],
    )
    hasil = [realisasi]
    if not pd.isna(b["capaian_persen"]):
        dasar = f"{b['target_dari']} {b['realisasi_dari']}"
        mentah = figur(
            "capaian_mentah_persen", nilai=b["capaian_mentah_persen"], satuan="persen", rumus=b["rumus"], dari=dasar
        )
        batas = figur(
            "capaian_persen", nilai=b["capaian_persen"], satuan="persen", rumus="batas_capaian", dari=mentah["id"]
        )
        hasil += [mentah, batas]
    if b["predikat_nilai"]:
        hasil.append(figur("predikat_nilai", label=b["predikat_nilai"], rumus="predikat", dari=realisasi["id"]))
    return hasil

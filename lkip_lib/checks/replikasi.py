"""Recompute every printed derived cell: printed against recomputed, a verdict each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger as buku
from lkip_lib.checks.precision import cocok, desimal
from lkip_lib.checks.registry import Konteks
from lkip_lib.formulas import anggaran as rumus_anggaran
from lkip_lib.formulas import capaian as rumus_capaian
from lkip_lib.formulas.komponen import persentase

COCOK, BEDA, TIDAK = "cocok", "beda", "tidak_dapat_dihitung"
# What a printed cell may equal: numbers, or one word.
Hasil = list[float] | str
_TABEL = "tercetak/hitungan"


def replikasi(konteks: Konteks) -> pd.DataFrame:
    """Return one row a printed derived cell, with what it should be and its verdict.

    A printed capaian is right when it equals the bounded or the unbounded value.
    """
    cetak = konteks.frames[f"ketik/{_TABEL}"]
    pencari = _Pencari(konteks)
    baris = []
    for b in (dict(zip(cetak.columns, nilai, strict=True)) for nilai in cetak.itertuples(index=False, name=None)):
        mungkin = pencari.cari(b)
        angka = mungkin if isinstance(mungkin, list) else []
        label = mungkin if isinstance(mungkin, str) else ""
        baris.append(
            {
                "id": b["nilai_id"],
                "berkas": f"{_TABEL}.csv",
                "baris": b["_baris"],
                "besaran": b["besaran"],
                "jenis_subjek": b["jenis_subjek"],
                "subjek": b["subjek"],
                "dokumen": b["dokumen"],
                "tercetak": b["nilai_tercetak"],
                "dihitung": angka[0] if angka else np.nan,
                "dihitung_label": label,
                "verdik": _verdik(b, angka, label, konteks.ledger),
            }
        )
    kolom = [
        "id",
        "berkas",
        "baris",
        "besaran",
        "jenis_subjek",
        "subjek",
        "dokumen",
        "tercetak",
        "dihitung",
        "dihitung_label",
        "verdik",
    ]
    return pd.DataFrame(baris, columns=kolom)


def _verdik(b: dict[str, Any], angka: list[float], label: str, ledger: buku.Ledger) -> str:
    if label:
        return COCOK if label.casefold() == str(b["nilai_tercetak"]).casefold() else BEDA
    if not angka or np.isnan(b["nilai"]):
        return TIDAK
    teliti = desimal(b["nilai_tercetak"], str(ledger[b["nilai_id"]]["satuan"]))
    return COCOK if any(cocok(b["nilai"], teliti, a) for a in angka) else BEDA


class _Pencari:
    """Find what a printed cell should say, by its quantity and the kind of its subject."""

    def __init__(self, konteks: Konteks) -> None:
        self.k = konteks
        self.aturan: dict[tuple[str, str], Callable[[dict[str, Any]], Hasil]] = {
            ("capaian_persen", "indikator"): self._capaian_indikator,
            ("realisasi", "indikator"): lambda b: self._satu("indikator", "realisasi", b["subjek"]),
            ("predikat", "indikator"): lambda b: self._kata("indikator", b["subjek"]),
            ("capaian_persen", "sasaran"): lambda b: self._satu("sasaran", "capaian_persen", b["subjek"]),
            ("serapan_persen", "sasaran"): lambda b: self._satu("sasaran", "serapan_persen", b["subjek"]),
            ("predikat", "sasaran"): lambda b: self._kata("sasaran", b["subjek"]),
            ("tingkat_efisiensi", "sasaran"): self._efisiensi,
            ("rata_rata_capaian_persen", "instansi"): self._rata_rata,
            ("predikat", "instansi"): self._predikat_rata,
            ("serapan_persen", "anggaran"): self._serapan,
            ("capaian_persen", "keluaran"): self._keluaran,
            ("perubahan_persen", "indikator"): lambda b: self._banding(b, "tahun_lalu", "perubahan_persen"),
            ("terhadap_nasional_persen", "indikator"): self._terhadap_nasional,
            ("jumlah_asn", "sdm"): lambda b: self._jumlah_sdm(b, "asn_orang"),
            ("jumlah_non_asn", "sdm"): lambda b: self._jumlah_sdm(b, "non_asn_orang"),
        }

    def cari(self, b: dict[str, Any]) -> Hasil:
        aturan = self.aturan.get((b["besaran"], b["jenis_subjek"]))
        tahun = b["tahun"]
        lain_tahun = not pd.isna(tahun) and int(tahun) != self.k.tahun
        return aturan(b) if aturan and b["subjek"] and not lain_tahun else []

    def _baris(self, frame: str, **kunci: Any) -> pd.DataFrame:
        hasil = self.k.frames[frame]
        for kolom, isi in kunci.items():
            hasil = hasil[hasil[kolom] == isi]
        return hasil

    def _angka(self, frame: pd.DataFrame, *kolom: str) -> Hasil:
        if not len(frame):
            return []
        return [float(frame.iloc[0][k]) for k in kolom if not pd.isna(frame.iloc[0][k])]

    def _satu(self, frame: str, kolom: str, kode: str) -> Hasil:
        return self._angka(self._baris(frame, kode=kode), kolom)

    def _kata(self, frame: str, kode: str) -> Hasil:
        milik = self._baris(frame, kode=kode)
        return str(milik.iloc[0]["predikat"]) if len(milik) else []

    def _capaian_indikator(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("per_dokumen", kode=b["subjek"], dokumen=b["dokumen"] or self.k.dokumen_target)
        return self._angka(milik, "capaian_mentah_persen", "capaian_persen")

    def _efisiensi(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("efisiensi", sasaran=b["subjek"])
        return str(milik.iloc[0]["tingkat_efisiensi"]) if len(milik) else []

    def _ringkasan(self, b: dict[str, Any]) -> pd.DataFrame:
        return self._baris("ringkasan", dokumen=b["dokumen"] or self.k.dokumen_target)

    def _rata_rata(self, b: dict[str, Any]) -> Hasil:
        return self._angka(self._ringkasan(b), "rata_rata_persen", "rata_rata_mentah_persen")

    def _predikat_rata(self, b: dict[str, Any]) -> Hasil:
        milik = self._ringkasan(b)
        return str(milik.iloc[0]["predikat"]) if len(milik) else []

    def _serapan(self, b: dict[str, Any]) -> Hasil:
        dokumen = b["dokumen"] or self.k.dokumen_anggaran
        if dokumen == self.k.dokumen_anggaran:
            milik = self._baris("anggaran", kode=b["subjek"])
        else:
            milik = self._baris("ketik/anggaran", kode=b["subjek"], dokumen=dokumen)
        if not len(milik):
            return []
        pagu, realisasi = (milik[k].to_numpy("float64", na_value=np.nan) for k in ("pagu_rp", "realisasi_rp"))
        if pagu[0] == realisasi[0] == 0:
            return [0.0]  # nothing planned, nothing spent: reports print 0
        return [float(v) for v in rumus_anggaran.serapan(pagu, realisasi) if not np.isnan(v)]

    def _keluaran(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("ketik/keluaran", kode=b["subjek"])
        hasil = rumus_capaian.naik(milik["target"], milik["realisasi"])
        return [float(v) for v in hasil if not np.isnan(v)]

    def _banding(self, b: dict[str, Any], jenis: str, kolom: str) -> Hasil:
        return self._angka(self._baris("perbandingan", kode=b["subjek"], jenis=jenis), kolom)

    def _terhadap_nasional(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("perbandingan", kode=b["subjek"], jenis="nasional")
        return [float(v) for v in persentase(milik["realisasi"], milik["pembanding"]) if not np.isnan(v)]

    def _jumlah_sdm(self, b: dict[str, Any], kolom: str) -> Hasil:
        milik = self._baris("ketik/sdm", kelompok=b["subjek"])
        return [float(milik[kolom].sum())] if milik[kolom].notna().any() else []

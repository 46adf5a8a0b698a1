"""What a claim on resources is held against: budget, belanja, staff, components and the agency's own tables."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Any

from lkip_lib.checks.klaim.buku import Acuan, Baris, Isi, ada
from lkip_lib.ledger import buat_id


class AcuanSumberDaya(Isi):
    """Look up what the tables say of money, people, and whatever else they count."""

    def _anggaran(self, besaran: str, subjek: str) -> Acuan | None:
        nama = f"{besaran.rpartition('_')[0]} {'instansi' if subjek == '0' else subjek}"
        b = self.anggaran.get(subjek)
        if b is None:
            cocok_sasaran = [s for s in self.baris("sasaran") if s["kode"] == subjek] if "persen" in besaran else []
            nilai = tuple(float(s[besaran]) for s in cocok_sasaran if ada(s[besaran]))
            return self._dengan_cetak(Acuan(nama, nilai, ()), besaran, subjek) if nilai else None
        if not ada(b[besaran]):
            return None
        lain = tuple(
            (r["dokumen"], float(r[besaran]))
            for r in self.anggaran_lain
            if r["kode"] == subjek and besaran in r and ada(r[besaran])
        )
        id = buat_id("anggaran", subjek, besaran, tahun=self.k.tahun)
        figur = float(b[besaran])
        if besaran == "serapan_persen":
            acuan = self._dengan_cetak(Acuan(nama, (figur,), self._bukti(id), menurut=lain), besaran, subjek)
            dua = all(ada(b[k]) and self._lagi(subjek, k, float(b[k])) for k in ("pagu_rp", "realisasi_rp"))
            return replace(acuan, pasti=acuan.pasti and dua)
        pasti = self._lagi(subjek, besaran, figur) or any(v == figur for _, v in lain)
        return Acuan(nama, (figur,), self._bukti(id), pasti, lain)

    def _lagi(self, subjek: str, besaran: str, figur: float) -> bool:
        """Tell whether another table or document states an amount: its own sums may all follow one wrong row."""
        sel = self.sel_anggaran.get((subjek, besaran), "")
        return bool(sel) and self.jaring.nilai[sel] == figur and self.jaring.dinyatakan_lagi(sel) != ""

    def _belanja(self, subjek: str) -> Acuan | None:
        for b in self.baris("ketik/belanja"):
            if b["kode"] == subjek and b["dokumen"] in ("", self.k.dokumen_anggaran):
                kolom = [k for k in ("realisasi_rp", "pagu_rp") if ada(b[k])]
                nilai = tuple(float(b[k]) for k in kolom)
                return Acuan(f"belanja {subjek}", nilai, tuple(b[f"{k}_id"] for k in kolom), False) if nilai else None
        return None

    def _sdm(self, kolom: str, tahun: int) -> Acuan | None:
        if tahun != self.k.tahun:
            return None
        jumlah: dict[str, float] = {}
        for b in self.baris("ketik/sdm"):
            if ada(b[kolom]) and b["tahun"] in (None, tahun):
                jumlah[b["kelompok"]] = jumlah.get(b["kelompok"], 0.0) + float(b[kolom])
        nilai = tuple(dict.fromkeys(jumlah.values()))
        return Acuan("jumlah pegawai", nilai, (), len(jumlah) > 1 and len(nilai) == 1) if nilai else None

    def _dukung(self, besaran: str, subjek: str, tahun: int) -> Acuan | None:
        for nama in self.k.frames:
            if not nama.startswith("ketik/data_dukung/") or f"{besaran}_id" not in self.k.frames[nama].columns:
                continue
            milik = [b for b in self.baris(nama) if ada(b[besaran]) and _tahun_cocok(b, tahun)]
            milik = [b for b in milik if b["kode"] == subjek] or milik
            if milik:
                return _beberapa(f"{besaran.replace('_', ' ')} {tahun}", milik, besaran)
        return None

    def _komponen(self, besaran: str, subjek: str, tahun: int) -> Acuan | None:
        kata = set(besaran.casefold().split("_"))
        milik = [
            b
            for b in self.baris("ketik/komponen")
            if (b["indikator"], b["tahun"]) == (subjek, tahun)
            and ada(b["nilai"])
            and kata <= set(re.findall(r"\w+", f"{b['nama']} {b['satuan']}".casefold()))
        ]
        return _beberapa(f"{besaran.replace('_', ' ')} {tahun}", milik, "nilai") if milik else None


def _tahun_cocok(baris: Baris, tahun: int) -> bool:
    return "tahun" not in baris or str(baris["tahun"]) in ("", str(tahun))


def _beberapa(nama: str, milik: list[dict[str, Any]], kolom: str) -> Acuan:
    """Accept any of several rows, or their sum."""
    nilai = [float(b[kolom]) for b in milik]
    semua = tuple(dict.fromkeys([*nilai, math.fsum(nilai)]))
    return Acuan(nama, semua, tuple(b[f"{kolom}_id"] for b in milik), False)

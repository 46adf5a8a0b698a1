"""What a claimed figure may be held against: the figure of the same quantity, subject, scope and year."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lkip_lib.checks.bukti import realisasi_terbukti, satu_jawaban, terbukti
from lkip_lib.checks.narasi import Klaim
from lkip_lib.checks.perbaikan import perbaikan
from lkip_lib.checks.precision import desimal
from lkip_lib.checks.registry import Konteks
from lkip_lib.checks.replikasi import rata_tercetak
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara

_DAERAH = ("kota", "kabupaten")
_CAPAIAN = ("capaian_persen", "rata_rata_capaian_persen")
_ANGGARAN = ("pagu_rp", "realisasi_rp", "serapan_persen")
_SDM = {"jumlah_asn": "asn_orang", "jumlah_non_asn": "non_asn_orang"}
Baris = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Acuan:
    """Hold the figures that a claim agrees with if it equals any of them.

    `pasti`: nothing else was stated for it, and another place bears it out. `menurut` are the same quantity under
    other documents. `pinjam`: the figure is of another scope. `menyangkal` tells of a claimed figure whether something
    printed rules it out. `tercetak` is the printed cell that bears it out: the sentence should say what the table says.
    """

    nama: str
    nilai: tuple[float, ...]
    bukti: tuple[str, ...]
    pasti: bool = True
    menurut: tuple[tuple[str, float], ...] = ()
    pinjam: bool = False
    menyangkal: Callable[[float], bool] | None = None
    tercetak: str = ""

    def terbukti(self, klaim: float) -> bool:
        """Tell whether it is proved against a claim."""
        return self.pasti or (self.menyangkal is not None and self.menyangkal(klaim))


class Buku:
    """Look up what the tables say of a quantity."""

    def __init__(self, konteks: Konteks) -> None:
        self.k = konteks
        self._isi: dict[str, list[dict[str, Any]]] = {}
        self.riwayat = {(b["kode"], b["lingkup"], int(b["tahun"])): b for b in self.baris("riwayat")}
        self.indikator = {b["kode"]: b for b in self.baris("indikator")}
        self.anggaran = {b["kode"]: b for b in self.baris("anggaran")}
        self.target = [b for b in self.baris("ketik/target") if b["periode"] == TAHUNAN and _ada(b["target"])]
        self.realisasi = [b for b in self.baris("ketik/realisasi") if b["periode"] == TAHUNAN]
        self.terbukti = {
            (b["besaran"], b["subjek"]): str(b["tercetak"])
            for b in reversed(self.baris("replikasi"))
            if b["verdik"] == "cocok" and (b["dihitung"] != b["dihitung"] or desimal(b["tercetak"], "persen") >= 2)
        }
        self.jaring = perbaikan(konteks)[0]
        self.sel_anggaran = {
            (b["kode"], k): str(b[f"{k}_id"])
            for b in self.baris("ketik/anggaran")
            for k in ("pagu_rp", "realisasi_rp")
            if b["dokumen"] == konteks.dokumen_anggaran
        }
        self.anggaran_lain = [b for b in self.baris("ketik/anggaran") if b["dokumen"] != konteks.dokumen_anggaran]

    def baris(self, nama: str) -> list[dict[str, Any]]:
        """Return the rows of a frame, made once."""
        if nama not in self._isi:
            self._isi[nama] = self.k.baris(nama)
        return self._isi[nama]

    def untuk(self, k: Klaim) -> Acuan | None:
        """Return what a claim is held against: of the year it names, else of the report's own."""
        ada = [a for t in k.tersirat if (a := self.cari(k.besaran, k.subjek, t, k.lingkup))]
        return next((a for a in ada if k.setuju(a.nilai)), ada[0] if ada else None)

    def cari(self, besaran: str, subjek: str, tahun: int, lingkup: str = "instansi") -> Acuan | None:
        """Return the figures of one quantity, None where nothing is stated."""
        if besaran == "realisasi":
            return self._realisasi(subjek, tahun, lingkup)
        if besaran == "target":
            return self._target(subjek, tahun)
        if besaran in _CAPAIAN:
            return self._capaian(subjek, tahun)
        if besaran in _ANGGARAN:
            return self._anggaran(besaran, subjek) if tahun == self.k.tahun else None
        if besaran == "belanja_rp":
            return self._belanja(subjek) if tahun == self.k.tahun else None
        if besaran in _SDM:
            return self._sdm(_SDM[besaran], tahun)
        return self._dukung(besaran, subjek, tahun) or self._komponen(besaran, subjek, tahun)

    def _realisasi(self, subjek: str, tahun: int, lingkup: str) -> Acuan | None:
        sendiri = self.riwayat.get((subjek, lingkup, tahun))
        pinjam = sendiri is None and lingkup in _DAERAH
        dipakai = "instansi" if pinjam else lingkup
        b = self.riwayat.get((subjek, dipakai, tahun))
        if b is None:
            return None
        kunci = (subjek, tahun, dipakai)
        tercetak = [
            r for r in self.realisasi if (r["indikator"], r["tahun"], r["lingkup"]) == kunci and _ada(r["realisasi"])
        ]
        nama = f"realisasi {subjek} {tahun}" + ("" if dipakai == "instansi" else f" ({dipakai})")
        if not _ada(b["realisasi"]):
            nilai = tuple(dict.fromkeys(float(r["realisasi"]) for r in tercetak))
            return (
                Acuan(nama, nilai, tuple(r["realisasi_id"] for r in tercetak), False, pinjam=pinjam) if nilai else None
            )
        bernama = subjek if dipakai == "instansi" else f"{subjek}.{dipakai}"
        satu = all(setara(r["realisasi"], int(r["realisasi_desimal"]), b["realisasi"]) for r in tercetak)
        kini = tahun == self.k.tahun and dipakai == "instansi"
        pasti = realisasi_terbukti(self.k, bernama, tahun) or (kini and terbukti(self.k, subjek))
        id = buat_id("riwayat", bernama, "realisasi", tahun=tahun)
        if pinjam or not satu:
            return Acuan(nama, (float(b["realisasi"]),), self._bukti(id), False, pinjam=pinjam)

        def menyangkal(klaim: float) -> bool:
            """Two statements, even a rounded one, rule out what agrees with neither."""
            return sum(not setara(r["realisasi"], int(r["realisasi_desimal"]), klaim) for r in tercetak) > 1

        return Acuan(nama, (float(b["realisasi"]),), self._bukti(id), pasti, menyangkal=menyangkal)

    def _target(self, subjek: str, tahun: int) -> Acuan | None:
        milik = [b for b in self.target if (b["indikator"], b["tahun"]) == (subjek, tahun)]
        utama = self.k.dokumen_target
        dipakai = [b for b in milik if utama == "pk" and b["dokumen"] == "pk_perubahan"]
        dipakai = dipakai or [b for b in milik if b["dokumen"] == utama] or milik
        if not dipakai:
            return None
        nilai = tuple(dict.fromkeys(float(b["target"]) for b in dipakai))
        lain = tuple((b["dokumen"], float(b["target"])) for b in milik if b not in dipakai)
        bukti = tuple(b["target_id"] for b in dipakai)
        kini = tahun == self.k.tahun and terbukti(self.k, subjek)
        pasti = len(nilai) == 1 and all(v == nilai[0] for _, v in lain) and (len(dipakai) > 1 or bool(lain) or kini)
        return Acuan(f"target {subjek} {tahun}", nilai, bukti, pasti, lain)

    def _capaian(self, subjek: str, tahun: int) -> Acuan | None:
        if tahun != self.k.tahun:
            b = self.riwayat.get((subjek, "instansi", tahun))
            # At a bound the unbounded value is not known any more.
            if b is None or not _ada(b["capaian_persen"]) or not 0 < b["capaian_persen"] < 100:
                return None
            id = buat_id("riwayat", subjek, "capaian_persen", tahun=tahun)
            return Acuan(f"capaian {subjek} {tahun}", (float(b["capaian_persen"]),), self._bukti(id), False)
        if subjek == "0":
            return self._capaian_dokumen("ringkasan", "dokumen", "rata_rata_mentah_persen", "rata_rata_persen", "0")
        if subjek in self.indikator:
            return self._capaian_dokumen("per_dokumen", "kode", "capaian_mentah_persen", "capaian_persen", subjek)
        milik = [b for b in self.indikator.values() if b["sasaran"] == subjek]
        for b in self.baris("sasaran"):
            if b["kode"] == subjek and _ada(b["capaian_persen"]):
                mentah = sum(i["capaian_mentah_persen"] for i in milik) / len(milik) if milik else math.nan
                nilai = tuple(float(v) for v in (b["capaian_persen"], mentah) if _ada(v))
                bukti = self._bukti(f"sasaran.{subjek}.capaian_persen.{tahun}")
                return self._dengan_cetak(Acuan(f"capaian {subjek}", nilai, bukti), "capaian_persen", subjek)
        return None

    def _capaian_dokumen(self, frame: str, kunci: str, mentah: str, batas: str, subjek: str) -> Acuan | None:
        milik = [b for b in self.baris(frame) if kunci == "dokumen" or b["kode"] == subjek]
        utama = [b for b in milik if b["dokumen"] == self.k.dokumen_target]
        urutan = (batas, mentah) if subjek == "0" else (mentah, batas)
        nilai = tuple(float(b[k]) for b in utama for k in urutan if _ada(b[k]))
        if not nilai:
            return None
        nilai += tuple(self._rata_tercetak()) if subjek == "0" else ()
        lain = tuple((b["dokumen"], float(b[k])) for b in milik if b not in utama for k in urutan if _ada(b[k]))
        tabel = "ringkasan" if subjek == "0" else "indikator"
        nama = "rata-rata capaian indikator" if subjek == "0" else f"capaian {subjek}"
        ids = [buat_id(tabel, subjek, k, dokumen=self.k.dokumen_target, tahun=self.k.tahun) for k in urutan[:1]]
        acuan = Acuan(nama, nilai, self._bukti(*ids), menurut=lain)
        dua = [self._dengan_cetak(acuan, b, subjek) for b in _CAPAIAN]
        return next((a for a in dua if a.pasti), dua[0])

    def _anggaran(self, besaran: str, subjek: str) -> Acuan | None:
        nama = f"{besaran.rpartition('_')[0]} {'instansi' if subjek == '0' else subjek}"
        b = self.anggaran.get(subjek)
        if b is None:
            cocok_sasaran = [s for s in self.baris("sasaran") if s["kode"] == subjek] if "persen" in besaran else []
            nilai = tuple(float(s[besaran]) for s in cocok_sasaran if _ada(s[besaran]))
            return self._dengan_cetak(Acuan(nama, nilai, ()), besaran, subjek) if nilai else None
        if not _ada(b[besaran]):
            return None
        lain = tuple(
            (r["dokumen"], float(r[besaran]))
            for r in self.anggaran_lain
            if r["kode"] == subjek and besaran in r and _ada(r[besaran])
        )
        id = buat_id("anggaran", subjek, besaran, tahun=self.k.tahun)
        figur = float(b[besaran])
        if besaran == "serapan_persen":
            return self._dengan_cetak(Acuan(nama, (figur,), self._bukti(id), menurut=lain), besaran, subjek)
        pasti, sel = any(v == figur for _, v in lain), self.sel_anggaran.get((subjek, besaran))
        if not sel or self.jaring.nilai[sel] != figur:
            return Acuan(nama, (figur,), self._bukti(id), pasti, lain)
        pasti = pasti or self.jaring.dikuatkan(sel)
        return Acuan(
            nama, (figur,), self._bukti(id), pasti, lain, menyangkal=lambda klaim: self.jaring.menyangkal(sel, klaim)
        )

    def _belanja(self, subjek: str) -> Acuan | None:
        for b in self.baris("ketik/belanja"):
            if b["kode"] == subjek:
                ada = [k for k in ("realisasi_rp", "pagu_rp") if _ada(b[k])]
                nilai = tuple(float(b[k]) for k in ada)
                return Acuan(f"belanja {subjek}", nilai, tuple(b[f"{k}_id"] for k in ada), False) if nilai else None
        return None

    def _sdm(self, kolom: str, tahun: int) -> Acuan | None:
        if tahun != self.k.tahun:
            return None
        jumlah: dict[str, float] = {}
        for b in self.baris("ketik/sdm"):
            if _ada(b[kolom]):
                jumlah[b["kelompok"]] = jumlah.get(b["kelompok"], 0.0) + float(b[kolom])
        nilai = tuple(dict.fromkeys(jumlah.values()))
        return Acuan("jumlah pegawai", nilai, (), len(jumlah) > 1 and len(nilai) == 1) if nilai else None

    def _dukung(self, besaran: str, subjek: str, tahun: int) -> Acuan | None:
        for nama in self.k.frames:
            if not nama.startswith("ketik/data_dukung/") or f"{besaran}_id" not in self.k.frames[nama].columns:
                continue
            milik = [b for b in self.baris(nama) if _ada(b[besaran]) and _tahun_cocok(b, tahun)]
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
            and _ada(b["nilai"])
            and kata <= set(re.findall(r"\w+", f"{b['nama']} {b['satuan']}".casefold()))
        ]
        return _beberapa(f"{besaran.replace('_', ' ')} {tahun}", milik, "nilai") if milik else None

    def _rata_tercetak(self) -> list[float]:
        cocok = {b["id"] for b in self.baris("replikasi") if b["verdik"] == "cocok"}
        cetak = {
            b["subjek"]: float(b["nilai"])
            for b in reversed(self.baris("ketik/tercetak/hitungan"))
            if b["besaran"] == "capaian_persen" and b["nilai_id"] in cocok and b["subjek"] in self.indikator
        }
        return rata_tercetak(cetak, self.k.frames["indikator"])

    def _dengan_cetak(self, acuan: Acuan, besaran: str, subjek: str) -> Acuan:
        """Call it proved where there is one answer and a printed cell bears it out: one table alone proves nothing."""
        tercetak = self.terbukti.get((besaran, subjek), "")
        pasti = bool(tercetak) and satu_jawaban(acuan.nilai, 2)
        if besaran == "capaian_persen" and subjek in self.indikator:
            pasti = pasti and terbukti(self.k, subjek)
        return replace(acuan, pasti=pasti, tercetak=tercetak if pasti else "")

    def _bukti(self, *ids: str) -> tuple[str, ...]:
        return tuple(i for i in ids if i in self.k.ledger)

    def kemiripan(self, k: Klaim) -> Iterator[str]:
        """Name other figures of the same indicator that a wrong claim equals."""
        if k.subjek not in self.indikator:
            return
        for besaran in ("realisasi", "target", "capaian_persen"):
            for tahun in (self.k.tahun, self.k.tahun - 1):
                for lingkup in ("instansi", "nasional") if besaran == "realisasi" else ("instansi",):
                    if (besaran, tahun, lingkup) == (k.besaran, k.tersirat[0], k.lingkup):
                        continue
                    a = self.cari(besaran, k.subjek, tahun, lingkup)
                    if a and k.setuju(a.nilai):
                        yield a.nama


def _ada(nilai: Any) -> bool:
    return nilai is not None and nilai == nilai and str(nilai) not in ("", "<NA>")


def _tahun_cocok(baris: Baris, tahun: int) -> bool:
    return "tahun" not in baris or str(baris["tahun"]) in ("", str(tahun))


def _beberapa(nama: str, milik: list[dict[str, Any]], kolom: str) -> Acuan:
    """Accept any of several rows, or their sum."""
    nilai = [float(b[kolom]) for b in milik]
    semua = tuple(dict.fromkeys([*nilai, math.fsum(nilai)]))
    return Acuan(nama, semua, tuple(b[f"{kolom}_id"] for b in milik), False)


@lru_cache(maxsize=1)
def buka_buku(konteks: Konteks) -> Buku:
    """Open the book of a run; every check shares it."""
    return Buku(konteks)

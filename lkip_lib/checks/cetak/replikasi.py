"""Recompute every printed derived cell: printed against recomputed, a verdict each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib.checks.bukti.ketelitian import jangkauan
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.cetak.sel import hitungan, kelas_efisiensi
from lkip_lib.checks.cetak.skala_lain import skala_lain
from lkip_lib.checks.cetak.terbatas import dibatasi, terpangkas
from lkip_lib.checks.registry import Konteks
from lkip_lib.inputs.agreement import PERUBAHAN, PK
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.inputs.tables.declaration import LINGKUP, RENCANA
from lkip_lib.ledger import buat_id
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.rumus.anggaran import serapan, sisa
from lkip_lib.rumus.capaian import capaian_keluaran, capaian_mentah, rata_rata_mentah
from lkip_lib.rumus.triwulan import persentase

COCOK, KIRA, BEDA, TIDAK = "cocok", "cocok_bila_utuh", "beda", "tidak_dapat_dihitung"
BENAR = (COCOK, KIRA)  # as its inputs are printed, or as they may have been before they were rounded
_DIKELASKAN = ("capaian_persen", "rata_rata_persen", "capaian_mentah_persen", "rata_rata_mentah_persen")
# What a printed cell may equal: numbers, or one word.
Hasil = list[float] | str
Baris = dict[str, Any]
_TABEL = "tercetak/hitungan"
_PEMBANDING = LINGKUP[1:]  # whose realisasi a report may take for a target, such as a national standard
_CAPAIAN, _RAGAM = ("capaian_persen", "indikator"), ("masukan", "keluaran", "hasil")
# Where the ledger holds what a printed quantity of this year is held against.
_LETAK = {
    _CAPAIAN: ("indikator", "", "capaian_mentah_persen"),
    ("capaian_persen", "sasaran"): ("sasaran", "", "capaian_mentah_persen"),
    ("rata_rata_capaian_persen", "sasaran"): ("sasaran", "", "capaian_mentah_persen"),
    ("capaian_persen", "instansi"): ("ringkasan", "", "rata_rata_mentah_persen"),
    ("rata_rata_capaian_persen", "instansi"): ("ringkasan", "", "rata_rata_mentah_persen"),
    ("serapan_persen", "sasaran"): ("sasaran", "", "serapan_persen"),
    ("serapan_persen", "anggaran"): ("anggaran", "", "serapan_persen"),
    ("serapan_persen", "instansi"): ("anggaran", "", "serapan_persen"),
    ("serapan_persen", "belanja"): ("belanja", "", "serapan_persen"),
    ("bagian_persen", "belanja"): ("belanja", "", "bagian_persen"),
    **{("capaian_persen", jenis): ("keluaran", "", "capaian_persen") for jenis in _RAGAM},
    ("perubahan_persen", "indikator"): ("perbandingan", ".tahun_lalu", "perubahan_persen"),
    ("sisa_rp", "anggaran"): ("anggaran", "", "sisa_rp"),
    ("sisa_rp", "instansi"): ("anggaran", "", "sisa_rp"),
    ("ukuran_efisiensi", "sasaran"): ("efisiensi", "", "ukuran_efisiensi"),
}
# What is held against the figure of the ledger as it stands: what a check of its own tells of, and what none does.
_DIULANG = (("serapan_persen", "sasaran"), ("serapan_persen", "belanja"), ("bagian_persen", "belanja"),
            ("perubahan_persen", "indikator"))  # fmt: skip
UMUM = {
    ("pagu_rp", "sasaran"): ("sasaran", "", "pagu_rp"),
    ("realisasi_rp", "sasaran"): ("sasaran", "", "realisasi_rp"),
    ("capaian_mentah_persen", "indikator"): ("indikator", "", "capaian_mentah_persen"),
    ("capaian_mentah_persen", "sasaran"): ("sasaran", "", "capaian_mentah_persen"),
    ("n_indikator", "sasaran"): ("sasaran", "", "n_indikator"),
    ("n_indikator", "instansi"): ("ringkasan", "", "n_indikator"),
    ("selisih", "indikator"): ("perbandingan", ".tahun_lalu", "selisih"),
}


def replikasi(konteks: Konteks) -> pd.DataFrame:
    """Return one row a printed derived cell, with what it should be and its verdict.

    A printed capaian is right when it equals the bounded or the unbounded value.
    """
    pencari = _Pencari(konteks)
    baris = []
    for b in konteks.baris(f"ketik/{_TABEL}"):
        mungkin = pencari.cari(b)
        angka = mungkin if isinstance(mungkin, list) else []
        label = mungkin if isinstance(mungkin, str) else ""
        baris.append(
            {
                "id": b["nilai_id"],
                "berkas": konteks.ledger[b["nilai_id"]]["berkas"],
                "baris": b["_baris"],
                **{k: b[k] for k in ("besaran", "jenis_subjek", "subjek", "dokumen")},
                "tercetak": b["nilai_tercetak"],
                "dihitung": angka[0] if angka else np.nan,
                "dihitung_label": label,
                "verdik": pencari.verdik(b, angka, label),
            }
        )
    return pd.DataFrame(baris, columns=list(KELUARAN["replikasi"]))


def letak_hitungan(konteks: Konteks, b: Mapping[str, Any]) -> list[str]:
    """Return the figure of the ledger that a printed cell repeats, none where no single one is repeated."""
    return _Pencari(konteks).letak(dict(b))


def capaian_semula(konteks: Konteks, kode: str) -> list[float]:
    """Return this year's capaian of an indicator against its first agreement, where a changed one replaces that."""
    ukur = [b for b in konteks.baris("antara/indikator") if b["kode"] == kode]
    target = konteks.frames["ketik/target"]
    setahun = (target["tahun"] == konteks.tahun) & (target["periode"] == TAHUNAN) & (target["indikator"] == kode)
    ubah = setahun & (target["dokumen"] == PERUBAHAN) & target["target"].notna()
    semula = target[setahun & (target["dokumen"] == PK)]["target"].dropna() if ubah.any() and ukur else ()
    k, m = konteks.kebijakan, ukur[0] if ukur else {}
    hasil = [
        float(
            capaian_mentah(
                t, m["realisasi"], np.nan, np.nan, jenis=m["jenis"], arah=m["arah"], nol_tercapai=m["nol_tercapai"],
                rumus_naik=k.rumus_naik, rumus_turun=k.rumus_turun, rentang=k.rentang,
            )
        )
        for t in semula
    ]  # fmt: skip
    return [v for v in hasil if not np.isnan(v)]


def rata_tercetak(cetak: Mapping[str, float], anggota: pd.DataFrame) -> list[float]:
    """Average printed capaian, rounded as they are, as many reports do; nothing where a member is not printed rightly.

    `cetak` holds the printed capaian by code, `anggota` the `kode` and `bobot` of the members.
    """
    if not len(anggota) or not set(anggota["kode"]) <= set(cetak):
        return []
    return [rata_rata_mentah(anggota["kode"].map(cetak), anggota["bobot"])]


def rata_mentah(konteks: Konteks, sasaran: str = "") -> float:
    """Average the unbounded capaian of a sasaran's indicators by their weights; without a sasaran, of them all."""
    milik = konteks.frames["indikator"]
    milik = milik[milik["sasaran"] == sasaran] if sasaran else milik
    return float(rata_rata_mentah(milik["capaian_mentah_persen"], milik["bobot"]))


def _kolom(baris: list[Baris], nama: str) -> np.ndarray:
    return np.array([b[nama] for b in baris], dtype="float64")


def _terisi(nilai: np.ndarray) -> list[float]:
    return [float(v) for v in nilai if not np.isnan(v)]


class _Pencari:
    """Find what a printed cell should say, by its quantity and the kind of its subject."""

    def __init__(self, konteks: Konteks) -> None:
        self.k = konteks
        self._kasar: dict[str, float] = {}
        self.aturan: dict[tuple[str, str], Callable[[dict[str, Any]], Hasil]] = {
            ("capaian_persen", "indikator"): self._capaian_indikator,
            ("realisasi", "indikator"): self._realisasi,
            ("predikat", "indikator"): lambda b: self._kelas(b, self._baris("indikator", kode=b["subjek"])),
            ("capaian_persen", "sasaran"): self._rata_sasaran,
            ("predikat", "sasaran"): lambda b: self._kelas(b, self._baris("sasaran", kode=b["subjek"])),
            ("tingkat_efisiensi", "sasaran"): self._efisiensi,
            ("rata_rata_capaian_persen", "instansi"): self._rata_rata,
            ("capaian_persen", "instansi"): self._rata_rata,
            ("rata_rata_capaian_persen", "sasaran"): self._rata_sasaran,
            ("predikat", "instansi"): self._predikat_rata,
            ("serapan_persen", "anggaran"): self._serapan,
            ("serapan_persen", "instansi"): self._serapan,
            **{("capaian_persen", jenis): self._keluaran for jenis in _RAGAM},
            ("terhadap_nasional_persen", "indikator"): self._terhadap_nasional,
            ("jumlah_asn", "sdm"): lambda b: self._jumlah_sdm(b, "asn_orang"),
            ("jumlah_non_asn", "sdm"): lambda b: self._jumlah_sdm(b, "non_asn_orang"),
            ("sisa_rp", "anggaran"): self._sisa,
            ("sisa_rp", "instansi"): self._sisa,
            ("ukuran_efisiensi", "sasaran"): self._ukuran,
            **dict.fromkeys((*UMUM, *_DIULANG), self._seperti_ledger),
        }

    def verdik(self, b: dict[str, Any], angka: list[float], label: str = "") -> str:
        """Judge a printed cell: what its inputs give as printed comes first, then what they may have been."""
        if label:
            if b["besaran"] == "tingkat_efisiensi" and kelas_efisiensi(b["nilai_tercetak"]) == label:
                return COCOK
            return COCOK if label.casefold() == str(b["nilai_tercetak"]).casefold() else BEDA
        if not angka or np.isnan(b["nilai"]):
            return TIDAK
        teliti = desimal(b["nilai_tercetak"], str(self.k.ledger[b["nilai_id"]]["satuan"]))
        if any(setara(b["nilai"], teliti, a) for a in angka):
            return COCOK
        if any(abs(b["nilai"] - a) <= self._kasar.get(b["nilai_id"], 0.0) for a in angka):
            return KIRA  # the mean of members that were themselves printed rounded
        mungkin = (jangkauan(self.k).memuat(id, b["nilai"], teliti) for id in self.letak(b))
        return KIRA if any(mungkin) else BEDA

    def letak(self, b: dict[str, Any]) -> list[str]:
        """Find the figure that a printed cell repeats: of its own document, else of the one in use."""
        jenis = (b["besaran"], b["jenis_subjek"])
        tabel, cabang, kolom = (_LETAK | UMUM).get(jenis, ("", "", ""))
        if jenis == _CAPAIAN and b["dokumen"] in _PEMBANDING:
            return []
        if not self.k.setahun(b):
            tabel = "riwayat" if jenis == _CAPAIAN else ""
        elif b["besaran"] in ("serapan_persen", "sisa_rp") and self._anggaran_lain(b):
            return []
        tahun = self.k.tahun if pd.isna(b["tahun"]) else int(b["tahun"])
        kode, tahun = f"{b['subjek']}{cabang}", tahun - bool(cabang)  # last year's row stands under that year
        dokumen = (b["dokumen"], self.k.dokumen_target, "")
        ids = (buat_id(tabel, kode, kolom, dokumen=d, tahun=tahun) for d in dokumen)
        return [i for i in ids if i in self.k.ledger][:1]

    def cari(self, b: dict[str, Any]) -> Hasil:
        aturan = self.aturan.get((b["besaran"], b["jenis_subjek"]))
        if not aturan or not b["subjek"]:
            return []
        if (b["besaran"], b["jenis_subjek"]) == _CAPAIAN:
            if b["dokumen"] in _PEMBANDING or (not self.k.setahun(b) and int(b["tahun"]) > self.k.tahun):
                return self._capaian_terhadap(b)
            return aturan(b) if self.k.setahun(b) else self._capaian_lampau(b)
        return aturan(b) if self.k.setahun(b) else []

    def _capaian_terhadap(self, b: dict[str, Any]) -> list[float]:
        """This year's realisasi against a target of the Renstra yet to come, or against what another scope reached."""
        akhir = b["dokumen"] not in _PEMBANDING
        jenis = f"akhir_{b['dokumen'] if b['dokumen'] in RENCANA else RENCANA[-1]}" if akhir else b["dokumen"]
        milik = self._baris("antara/perbandingan", kode=b["subjek"], jenis=jenis)
        if not milik or (akhir and not self.k.setahun(b) and int(b["tahun"]) != milik[0]["tahun"]):
            return []
        m, k, hasil = milik[0], self.k.kebijakan, float(milik[0]["capaian_persen"])
        if not akhir:
            pilihan = {"rumus_naik": k.rumus_naik, "rumus_turun": k.rumus_turun, "rentang": k.rentang}
            sifat = {"jenis": m["bentuk"], "arah": m["arah"], "nol_tercapai": "tidak"}
            hasil = float(capaian_mentah(m["pembanding"], m["realisasi"], np.nan, np.nan, **sifat, **pilihan))
        return [] if np.isnan(hasil) else [hasil, *dibatasi(self.k, [hasil], b["subjek"])]

    def _capaian_lampau(self, b: dict[str, Any]) -> Hasil:
        """An earlier year's capaian; at a bound the printed one may be the unbounded, which is not kept."""
        milik = self._baris("riwayat", kode=b["subjek"], tahun=int(b["tahun"]), lingkup="instansi")
        hasil = self._angka(milik, "capaian_persen")
        return [] if any(h != b["nilai"] and terpangkas(self.k, milik[0]) for h in hasil) else hasil

    def _baris(self, frame: str, **kunci: Any) -> list[Baris]:
        return [b for b in self.k.baris(frame) if all(b[k] == isi for k, isi in kunci.items())]

    def _angka(self, baris: list[Baris], *kolom: str) -> list[float]:
        return [float(baris[0][k]) for k in kolom if not pd.isna(baris[0][k])] if baris else []

    def _satu(self, frame: str, kolom: str, kode: str) -> list[float]:
        return self._angka(self._baris(frame, kode=kode), kolom)

    def _kelas(self, b: dict[str, Any], milik: list[Baris]) -> Hasil:
        """Name the class of a row: on the scale in use, or on the printed one that the cell's word belongs to."""
        lain = skala_lain(self.k)
        if milik and (nilai := lain.kelas_nilai(b, float(milik[0].get("realisasi", np.nan)))):
            return nilai
        if not milik or not lain.memakai(str(b["nilai_tercetak"]), b):
            return str(milik[0]["predikat"]) if milik else []
        kelas = [k for v in self._angka(milik, *(k for k in _DIKELASKAN if k in milik[0])) if (k := lain.kelas(v))]
        sama = [k for k in kelas if k.casefold() == str(b["nilai_tercetak"]).casefold()]
        return (sama or kelas)[0] if kelas else []

    def _menurut(self, frame: str, b: dict[str, Any], *kolom: str, **kunci: Any) -> list[float]:
        """Look under the cell's own document; one that states no targets measures by those in use."""
        for dokumen in (b["dokumen"], self.k.dokumen_target):
            hasil = self._angka(self._baris(frame, dokumen=dokumen, **kunci), *kolom)
            if hasil:
                return hasil
        return []

    def _capaian_indikator(self, b: dict[str, Any]) -> list[float]:
        hasil = self._menurut("per_dokumen", b, "capaian_mentah_persen", "capaian_persen", kode=b["subjek"])
        if b["dokumen"] in RENCANA and not self._baris("per_dokumen", dokumen=b["dokumen"], kode=b["subjek"]):
            hasil = [*self._capaian_terhadap(b), *hasil]  # a plan without a target of the year: towards its end
        if b["dokumen"] == PK:
            hasil = [*hasil, *capaian_semula(self.k, b["subjek"])]  # the agreement as it was first signed
        return hasil

    def _realisasi(self, b: dict[str, Any]) -> Hasil:
        """The level that was stated, and where a target is a change, the change."""
        tingkat = self._baris("riwayat", kode=b["subjek"], tahun=self.k.tahun, lingkup="instansi")
        dua = [self._angka(tingkat, "realisasi"), self._satu("indikator", "realisasi", b["subjek"])]
        return [v for hasil in dua for v in hasil]

    def _efisiensi(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("efisiensi", sasaran=b["subjek"])
        return str(milik[0]["tingkat_efisiensi"]) if milik else []

    def _rata_rata(self, b: dict[str, Any]) -> Hasil:
        hasil = self._menurut("ringkasan", b, "rata_rata_persen", "rata_rata_mentah_persen")
        if self.k.params.rata_rata == "sasaran":
            return hasil
        milik = self.k.frames["indikator"]
        return hasil + rata_tercetak(self.tercetak, milik) if hasil else self._dari_cetak(b, milik)

    def _rata_sasaran(self, b: dict[str, Any]) -> Hasil:
        hasil = self._satu("sasaran", "capaian_persen", b["subjek"])
        kartu = self.k.frames["indikator"]
        milik = kartu[kartu["sasaran"] == b["subjek"]]
        if not hasil:
            return self._dari_cetak(b, milik)
        return [*hasil, rata_mentah(self.k, b["subjek"]), *rata_tercetak(self.tercetak, milik)]

    def _dari_cetak(self, b: dict[str, Any], milik: pd.DataFrame) -> list[float]:
        """Average the members as they are printed, where their targets and realisasi are not stated."""
        milik_indikator = (c for c in hitungan(self.k) if (c["besaran"], c["jenis_subjek"]) == _CAPAIAN)
        semua = [c for c in milik_indikator if c["nilai"] == c["nilai"] and self.k.setahun(c)]
        semua = [c for c in semua if self.verdik(c, self._capaian_indikator(c)) != BEDA]
        cetak = {c["subjek"]: float(c["nilai"]) for c in reversed(semua)}
        batas = dict(zip(cetak, dibatasi(self.k, list(cetak.values())), strict=True))
        self._kasar[b["nilai_id"]] = 10.0 ** -min((c["desimal"] for c in semua), default=0)
        return [*rata_tercetak(cetak, milik), *rata_tercetak(batas, milik)]

    @cached_property
    def tercetak(self) -> dict[str, float]:
        """The printed capaian of each indicator, where it is printed rightly; the first of several."""
        cetak = self._baris(f"ketik/{_TABEL}", besaran="capaian_persen", jenis_subjek="indikator")
        baris = (b for b in reversed(cetak) if self.k.setahun(b))
        benar = (b for b in baris if self.verdik(b, self._capaian_indikator(b)) in BENAR)
        return {b["subjek"]: float(b["nilai"]) for b in benar}

    def _predikat_rata(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("ringkasan", dokumen=b["dokumen"])
        milik = milik or self._baris("ringkasan", dokumen=self.k.dokumen_target)
        return self._kelas(b, milik)

    def _serapan(self, b: dict[str, Any]) -> Hasil:
        milik = self._anggaran_lain(b) or self._baris("anggaran", kode=b["subjek"])
        if not milik:
            return []
        pagu, realisasi = (_kolom(milik, k) for k in ("pagu_rp", "realisasi_rp"))
        if pagu[0] == realisasi[0] == 0:
            return [0.0]  # nothing planned, nothing spent: reports print 0
        return _terisi(serapan(pagu, realisasi))

    def _seperti_ledger(self, b: dict[str, Any]) -> Hasil:
        nilai = [float(self.k.ledger[i]["nilai"]) for i in self.letak(b)]
        return [v for v in nilai if v == v]

    def _sisa(self, b: dict[str, Any]) -> Hasil:
        if lain := self._anggaran_lain(b):
            return _terisi(sisa(_kolom(lain, "pagu_rp"), _kolom(lain, "realisasi_rp")))
        return self._seperti_ledger(b)

    def _ukuran(self, b: dict[str, Any]) -> Hasil:
        """A ratio is printed as one, or as so many per cent."""
        hasil = self._angka(self._baris("efisiensi", sasaran=b["subjek"]), "ukuran_efisiensi")
        return [*hasil, *(v * 100 for v in hasil if self.k.kebijakan.efisiensi.ukuran == "rasio")]

    def _anggaran_lain(self, b: dict[str, Any]) -> list[Baris]:
        """Return the amounts of the cell's own document; one without any of its own prints those in use."""
        if b["jenis_subjek"] not in ("anggaran", "instansi") or b["dokumen"] == self.k.dokumen_anggaran:
            return []
        return self._baris("ketik/anggaran", kode=b["subjek"], dokumen=b["dokumen"])

    def _keluaran(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("ketik/keluaran", kode=b["subjek"])
        return _terisi(capaian_keluaran(_kolom(milik, "target"), _kolom(milik, "realisasi")))

    def _terhadap_nasional(self, b: dict[str, Any]) -> Hasil:
        milik = self._baris("perbandingan", kode=b["subjek"], jenis="nasional")
        return _terisi(persentase(_kolom(milik, "realisasi"), _kolom(milik, "pembanding")))

    def _jumlah_sdm(self, b: dict[str, Any], kolom: str) -> Hasil:
        isi = [v for v in _kolom(self._baris("ketik/sdm", kelompok=b["subjek"]), kolom) if not np.isnan(v)]
        return [float(sum(isi))] if isi else []

"""What the narrative is written from: the frames of the notebooks, the ledger, and the agency's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib.display import Bagan, Penyaji
from lkip_lib.display.trail import penjelas
from lkip_lib.frames import catatan
from lkip_lib.inputs.agreement import PK, menurut, versi
from lkip_lib.inputs.documents import Analisis, Bukti, Instansi
from lkip_lib.inputs.evidence import gambar, hilang
from lkip_lib.inputs.tables import TAHUNAN, Table
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.langkah.sanding import nama_singkat
from lkip_lib.ledger import ANGKA, Ledger, buat_id, induk
from lkip_lib.narrative.outline import Sistematika, sistematika
from lkip_lib.numerals import desimal
from lkip_lib.numerals.units import family
from lkip_lib.params import Params
from lkip_lib.places import EDISI, sebut_masa
from lkip_lib.policies import AturanEfisiensi, Kebijakan, Skala
from lkip_lib.rumus.jenis import berjenjang, setiap

DOKUMEN = {
    "rpd": "RPD",
    "renstra": "Renstra",
    "rkt": "RKT",
    "iku": "IKU",
    "pk": "Perjanjian Kinerja",
    "pk_perubahan": "Perjanjian Kinerja Perubahan",
    "lkip": "LKIP",
    "lkip_pendukung": "LKIP, tabel pendukung sasaran",
    "dpa": "DPA",
    "dppa": "DPPA",
}
Catatan = dict[str, Any]
_TERBANYAK_DESIMAL, _BIASA = 6, 2


def desimal_tercetak(banyak: float) -> int:
    """Return the decimals that a cell asks for: very many are left of a division in a spreadsheet, printed by nobody.

    >>> desimal_tercetak(4), desimal_tercetak(13)
    (4, 2)
    """
    return int(banyak) if banyak <= _TERBANYAK_DESIMAL else _BIASA


@dataclass(frozen=True, eq=False)
class Isi:
    """Hold all that tables, charts and sentences may use; they compute nothing.

    `kepekaan` tells what other policies would make of the year; it takes a while, so it is asked where it is shown.
    """

    frames: Mapping[str, pd.DataFrame]
    deklarasi: Mapping[str, Table]
    ledger: Ledger
    tahun: int
    params: Params
    instansi: Instansi
    analisis: Analisis
    kebijakan: Kebijakan
    rumus: pd.DataFrame
    ganti: Mapping[tuple[str, str], Any]
    kepekaan: Callable[[], pd.DataFrame]
    edisi: str = EDISI[0]
    sistematika: Sistematika = field(default_factory=sistematika)
    triwulan: int = 0
    folder: Path = Path()
    _baris: dict[str, list[Catatan]] = field(default_factory=dict, init=False)

    @property
    def masa(self) -> str:
        """Return the period in words: `tahun 2024`, or `Triwulan II tahun 2024`."""
        return sebut_masa(self.tahun, self.triwulan)

    @property
    def judul(self) -> str:
        """Return the title of the report."""
        jenis = "Laporan Pemantauan Kinerja" if self.triwulan else "Laporan Kinerja Instansi Pemerintah"
        return f"{'Telaah atas ' * self.ditelaah}{jenis} {self.masa.replace('tahun', 'Tahun')}"

    @property
    def ditelaah(self) -> bool:
        """Tell whether another than the agency itself made the run."""
        return self.params.penyusun == "penelaah"

    @property
    def pernyataan(self) -> str:
        """Return what every page must say of a report that is not the agency's own; "" of one that is."""
        tentang = "Hitung ulang dari dokumen yang dipublikasikan; bukan dokumen resmi"
        return f"{tentang} {self.instansi.nama}." if self.ditelaah else ""

    def bukti(self, untuk: str) -> list[tuple[Bukti, str, bool]]:
        """Return the evidence of the agreement or of activities, with its picture, and whether its file is there."""
        tiada = hilang(self.folder, self.instansi.bukti)
        return [(b, gambar(self.folder, b), b not in tiada) for b in self.instansi.bukti if b.untuk == untuk]

    @property
    def skala(self) -> Skala:
        """Return the scale of capaian."""
        return self.kebijakan.skala_capaian

    def rumus_sel(self, tabel: str, *kolom: str) -> str:
        """Say in words what a cell put in the place of a declared formula; "" where it put nothing."""
        diganti = (self.ganti.get((tabel, k)) for k in kolom)
        return "; ".join(f"menurut rumus sendiri: {g.rumus.sebutan_bersumber}" for g in diganti if g)

    @property
    def dibatasi(self) -> bool:
        """Tell whether capaian is kept within bounds before it is averaged."""
        return self.kebijakan.batas.berujung or bool(self.rumus_sel("per_dokumen", "capaian_persen"))

    @property
    def anggota_rata(self) -> str:
        """Say over what the agency's mean is taken."""
        return f"capaian setiap {self._jenis_anggota or self.params.rata_rata}"

    @cached_property
    def _jenis_anggota(self) -> str:
        """Return of which table the members of the agency's mean are, "" where there is none."""
        tabel = next((i.partition(".")[0] for i in self._anggota("0")), "")
        return tabel if tabel in ("indikator", "sasaran") else ""

    def _anggota(self, sasaran: str) -> list[str]:
        """Return the figures that the mean of a sasaran, or of the agency (0), was taken over."""
        rata = ("ringkasan", sasaran, "rata_rata_persen", self.params.dokumen_target)
        tabel, kode, kolom, dokumen = rata if sasaran == "0" else ("sasaran", sasaran, "capaian_persen", "")
        id = buat_id(tabel, kode, kolom, dokumen=dokumen, tahun=self.tahun)
        return [i for _, i in induk(str(self.ledger[id]["dari"])) if i in self.ledger] if id in self.ledger else []

    @cached_property
    def bukan_anggota(self) -> dict[str, str]:
        """Say of each mean that leaves some out how many are its members and which are not; by sasaran, 0 for all."""
        hasil = {}
        for sasaran in ("0", *self.nama_sasaran):
            seluruh = sasaran == "0"
            jenis = self._jenis_anggota if seluruh else "indikator"
            milik = [b for b in self.baris(jenis) if seluruh or b["sasaran"] == sasaran] if jenis else []
            ikut = {str(self.ledger[i]["subjek"]) for i in self._anggota(sasaran)}
            lain = [b["nama"] for b in milik if b["kode"] not in ikut]
            if ikut and lain:
                hasil[sasaran] = (
                    f"Rata-rata {'instansi' if seluruh else f'sasaran {self.nama_sasaran[sasaran]}'}: "
                    f"{len(milik) - len(lain)} dari {len(milik)} {jenis} menjadi anggota; "
                    f"tidak termasuk {', '.join(lain)}."
                )
        return hasil

    @property
    def aturan_efisiensi(self) -> AturanEfisiensi:
        """Return the efficiency rule in force."""
        return self.kebijakan.efisiensi

    @cached_property
    def rumus_bernama(self) -> dict[str, Catatan]:
        """Return the formulas that the figures were computed by, by name: words, meaning, source."""
        return {str(b["kode"]): b for b in catatan(self.rumus)}

    def penjelas(self, kode: str, kolom: str) -> Catatan | None:
        """Return what explains a figure of an indicator, measured against the document in use."""
        id = buat_id("indikator", kode, kolom, dokumen=self.params.dokumen_target, tahun=self.tahun)
        return dict(penjelas(self.ledger[id], self.rumus_bernama) or {}) if id in self.ledger else None

    @cached_property
    def terlukis(self) -> dict[tuple[str, ...], Bagan | None]:
        """Keep the charts that were drawn, by their name and what they are about; a changed copy begins without any."""
        return {}

    @cached_property
    def penyaji(self) -> Penyaji:
        return Penyaji(self.ledger, self.tahun, self.params.dokumen_target)

    def baris(self, nama: str) -> list[Catatan]:
        """Return the rows of a frame as dicts, to be read only: whoever asks is given the same ones."""
        if nama not in self._baris:
            self._baris[nama] = catatan(self.frames[nama])
        return self._baris[nama]

    def ada(self, nama: str) -> bool:
        """Tell whether a frame has rows."""
        return nama in self.frames and len(self.frames[nama]) > 0

    def indikator(self, kode: str, kolom: str, **gaya: Any) -> Any:
        """Show a figure of an indicator, measured against the document in use."""
        return self.penyaji.sel("indikator", kode, kolom, dokumen=self.params.dokumen_target, **gaya)

    def realisasi(self, kode: str, **gaya: Any) -> Any:
        """Show this year's realisasi as it was stated, also where the target is a change."""
        return self.penyaji.sel("riwayat", kode, "realisasi", **gaya)

    def ringkasan(self, kolom: str, dokumen: str = "", **gaya: Any) -> Any:
        """Show a figure of the agency under a document's targets."""
        return self.penyaji.sel("ringkasan", "0", kolom, dokumen=dokumen or self.params.dokumen_target, **gaya)

    def jangkauan(self, andaian: str, kolom: str, dokumen: str = "", **gaya: Any) -> Any:
        """Show a figure of the agency under one assumption about what is not settled: an end of all, or one reading."""
        return self.penyaji.sel(
            "jangkauan", f"0.{andaian}", kolom, dokumen=dokumen or self.params.dokumen_target, **gaya
        )

    @cached_property
    def goyah(self) -> dict[str, set[str]]:
        """Return the indicators whose result rests on what is not settled, by the document that measures them."""
        hasil: dict[str, set[str]] = {}
        for b in self.baris("antara/andaian"):
            if b["andaian"] == TERENDAH and b["pasti"] == "tidak":
                hasil.setdefault(b["dokumen"], set()).add(b["kode"])
        return hasil

    def predikat_pasti(self, kode: str = "", *, sasaran: str = "", dokumen: str = "") -> bool:
        """Tell whether all readings give an indicator, a sasaran, or the whole one class by a document's targets."""
        dokumen = dokumen or self.params.dokumen_target
        if sasaran:  # its class stands in no frame of readings: what is in it must be settled
            anggota = {b["kode"] for b in self.baris("indikator") if b["sasaran"] == sasaran}
            return all(self.predikat_pasti(k, dokumen=dokumen) for k in anggota)
        tabel = "antara/andaian" if kode else "jangkauan"
        milik = [b for b in self.baris(tabel) if b["dokumen"] == dokumen and b.get("kode", "") == kode]
        ujung = (TERENDAH, TERTINGGI)
        return len({b["predikat"] for b in milik if b["andaian"] in ujung}) < 2

    def sasaran(self, kode: str, kolom: str, **gaya: Any) -> Any:
        return self.penyaji.sel("sasaran", kode, kolom, **gaya)

    def anggaran(self, kode: str, kolom: str, **gaya: Any) -> Any:
        return self.penyaji.sel("anggaran", kode, kolom, **gaya)

    def kuartal(self, tabel: str, kode: str, kolom: str, triwulan: int = 0, **gaya: Any) -> Any:
        """Show a figure of `triwulan` or `kas` to the end of a quarter, the one reported when none is named."""
        return self.penyaji.sel(tabel, kode, kolom, periode=f"tw{triwulan or self.triwulan}", **gaya)

    def target_tahun(self, dokumen: str) -> dict[str, Catatan]:
        """Return this year's annual targets by a document, by indicator; `pk` is the version in force."""
        semua = self.frames["ketik/target"]
        kini = semua[(semua["tahun"] == self.tahun) & (semua["periode"] == TAHUNAN)]
        baris = reversed(catatan(menurut(kini, dokumen)))  # of several the first
        return {b["indikator"]: b for b in baris if b["target_status"] == ANGKA}

    @cached_property
    def perjanjian(self) -> pd.DataFrame:
        """Return this year's targets by the agreement in force."""
        semua = self.frames["ketik/target"]
        return menurut(semua[semua["tahun"] == self.tahun], PK)

    @cached_property
    def dokumen_perjanjian(self) -> str:
        """Return the agreement in force: the changed one where it states a target."""
        milik = self.perjanjian
        return versi(milik.loc[milik["target_tercetak"] != "", "dokumen"])

    @cached_property
    def dokumen(self) -> dict[str, str]:
        """Return the name of each document that figures are measured by: the agreement is the one in force."""
        return DOKUMEN | {PK: DOKUMEN[self.dokumen_perjanjian]}

    @property
    def acuan(self) -> str:
        """Return the name of the document whose targets the year is measured by."""
        return self.dokumen[self.params.dokumen_target]

    @cached_property
    def nama_indikator(self) -> dict[str, str]:
        return {b["kode"]: b["nama"] for b in self.baris("indikator")}

    @cached_property
    def nama_singkat(self) -> Mapping[str, str]:
        """Return what each indicator is called where there is little room: as its card says, else its code."""
        return nama_singkat(self.frames["ketik/indikator"])

    @cached_property
    def sebutan(self) -> dict[str, str]:
        """Return what sentences over several indicators call each: its short name, else its name."""
        singkat = {b["kode"]: b["nama_singkat"] for b in self.baris("ketik/indikator")}
        return {k: singkat.get(k) or nama for k, nama in self.nama_indikator.items()}

    @cached_property
    def nama_sasaran(self) -> dict[str, str]:
        return {b["kode"]: b["nama"] for b in self.baris("sasaran")}

    @cached_property
    def desimal(self) -> dict[str, int]:
        """Return the decimals of each indicator: its card's, else the most that its own cells print."""
        kartu = self.frames["ketik/indikator"]
        tercetak = self._desimal_tercetak
        bawaan = [
            0 if family(s) == "cacah" or s.casefold() == "peringkat" else tercetak.get(k, 2)
            for k, s in zip(kartu["kode"], kartu["satuan"], strict=True)
        ]
        desimal = kartu["desimal"].fillna(pd.Series(bawaan, kartu.index))
        desimal = desimal.mask(setiap(berjenjang, kartu["jenis"]), 0)  # rungs are counted
        return {k: int(d) for k, d in zip(kartu["kode"], desimal, strict=True)}

    @cached_property
    def _desimal_tercetak(self) -> dict[str, int]:
        """Return the most decimals that target and realisasi print; two at least for what is computed beyond them."""
        hasil: dict[str, int] = {}
        for nama in ("target", "realisasi"):
            f = self.frames[f"ketik/{nama}"]
            f = f[(f[f"{nama}_status"] == ANGKA) & (f.get("lingkup", "instansi") == "instansi")]
            for k, d in zip(f["indikator"], f[f"{nama}_desimal"], strict=True):
                hasil[k] = max(hasil.get(k, 0), desimal_tercetak(d))
        for b in self.baris("riwayat"):
            if b["lingkup"] == "instansi" and b["realisasi"] == b["realisasi"]:
                milik = hasil.get(b["kode"], 2)
                hasil[b["kode"]] = milik if desimal(round(b["realisasi"], 9)) <= milik else max(milik, 2)
        return hasil

    @cached_property
    def satuan(self) -> dict[str, str]:
        """Return the unit of each indicator, as its card says."""
        kartu = self.frames["ketik/indikator"]
        return dict(zip(kartu["kode"], kartu["satuan"], strict=True))

    @cached_property
    def jenis(self) -> dict[str, str]:
        """Return the kind of each indicator's target, as its card says."""
        kartu = self.frames["ketik/indikator"]
        return dict(zip(kartu["kode"], kartu["jenis"], strict=True))

    @cached_property
    def ordinal(self) -> set[str]:
        """Return the indicators whose values are rungs of a ladder."""
        kartu = self.frames["ketik/indikator"]
        return set(kartu.loc[setiap(berjenjang, kartu["jenis"]), "kode"])

    @cached_property
    def akar(self) -> Catatan | None:
        """Return the budget row of the whole agency, when there is one."""
        return next((b for b in self.baris("anggaran") if b["induk"] == ""), None) if self.ada("anggaran") else None

    @cached_property
    def program_pendukung(self) -> dict[str, list[Catatan]]:
        """Return the program rows of the budget that support each sasaran, by its code, with the share that counts."""
        program = {b["kode"]: b for b in self.baris("anggaran") if b["tingkat"] == "program"}
        hasil: dict[str, list[Catatan]] = {}
        for b in self.baris("pendukung"):
            if b["program"] in program:
                hasil.setdefault(b["sasaran"], []).append(program[b["program"]] | {"bobot": b["bobot"]})
        return hasil

    def tertimbang(self, sasaran: str = "") -> str:
        """Return " tertimbang" where the weights of a mean differ: the agency's, or that of one sasaran."""
        if not sasaran and self.params.rata_rata == "sasaran":
            return ""
        bobot = {b["bobot"] for b in self.baris("indikator") if sasaran in ("", b["sasaran"])}
        return " tertimbang" if len(bobot) > 1 else ""

    @property
    def ringkas(self) -> Catatan:
        """Return the summary under the document in use."""
        return next(b for b in self.baris("ringkasan") if b["dipakai"] == "ya")

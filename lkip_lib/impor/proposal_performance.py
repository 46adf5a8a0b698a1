"""Propose how a sheet of indicators fills the cards, targets, realisasi, the analyst's words and recommendations."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.guess import TW_TANPA_NOMOR, Tafsir, Temuan, awal_bagian
from lkip_lib.impor.headings import baku
from lkip_lib.impor.leftovers import penutup, tabel_anggaran
from lkip_lib.impor.period import BULAN, Sebutan, bulan_akhir, dokumen_dari, triwulan_disebut
from lkip_lib.impor.questions import Diminta, tanpa_nomor
from lkip_lib.inputs.documents import AnalisisIndikator
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.tables import DOKUMEN_TARGET, TAHUNAN
from lkip_lib.places import TRIWULAN
from lkip_lib.policies import bawaan
from lkip_lib.rumus.jenis import ARAH, menurun

_KARTU = ("satuan", "formulasi", "alasan", "sumber_data", "penanggung_jawab")
# How exports write the two directions, beside our own words.
_ARAH = dict(zip(ARAH, (
    ("naik", "positif", "maximize", "maksimal", "semakin tinggi semakin baik", "semakin besar semakin baik"),
    ("turun", "negatif", "minimize", "minimal", "semakin rendah semakin baik", "semakin kecil semakin baik"),
), strict=True))  # fmt: skip
# Figures to compare with, and those of the area an agency lies in, are not the agency's own where it has others.
_PEMBANDING = re.compile(r"\b(?:nasional|standar|rata rata|pembanding|akhir|renstra|rpjmd|rpjmn|jangka menengah)\b")
_WILAYAH = re.compile(r"\b(?:provinsi|propinsi|prov)\b")
_SEPADAN = 0.05  # points of a printed percentage
Bagian = dict[str, Any]


@dataclass
class UsulKinerja:
    """Find out one sheet's indicators; `kartu` are the tables of cards that have rows already."""

    temuan: Temuan
    kisi: Kisi
    sebutan: Sebutan
    diminta: Diminta
    kartu: Collection[str]
    kabar: list[str] = field(default_factory=list)
    beda: list[str] = field(default_factory=list)

    def bagian(self) -> list[Bagian]:
        """Return the parts of a mapping, cards before what refers to them."""
        if not self.temuan.kolom("indikator") and not self._kode():
            return self._rekomendasi()
        self._periksa_triwulan()
        hasil = []
        semua = (self._sasaran, self._indikator, self._target, self._realisasi, self._analisis)
        for tabel, buat in zip(("sasaran", "indikator", "target", "realisasi", "analisis"), semua, strict=True):
            kartu = tabel in ("sasaran", "indikator")
            baru = not kartu or (tabel not in self.kartu and self.temuan.kolom("indikator"))
            if self.diminta.tabel == tabel or (not self.diminta.tabel and baru):
                hasil += buat()
        return hasil

    def _periksa_triwulan(self) -> None:
        """Name the rows below that begin another quarter: its figures would be read as those of the sheet's own."""
        tertulis = self.sebutan.triwulan
        for b, baris in enumerate(self._data(), start=self.temuan.judul.akhir + 2):
            isi = [t for t in baris if t]
            if tertulis and len(isi) == 1 and [n for n in triwulan_disebut(isi[0]) if n != tertulis]:
                self.beda.append(
                    f'{self.kisi.nama}!{b}: "{isi[0]}" di bawah judul {TRIWULAN[tertulis]}; pisahkan lembarnya.'
                )

    def _awal(self, tabel: str, kolom: dict[str, Any]) -> Bagian:
        return {**awal_bagian(self.temuan, self.kisi, tabel), "kolom": kolom}

    def _kunci(self) -> dict[str, Any]:
        """Name the column that says which indicator a row is of: its code where there is one, else its name."""
        return {"indikator": {"dari": self._kode() or self.temuan.sebutan("indikator"), "turun": "ya"}}

    def _kode(self) -> str:
        """Name the column of the indicators' codes, named so or beside them; another may be a sasaran's."""
        nama = self.temuan.judul.nama
        di = {t.kolom for t in self.temuan.kolom("indikator")}
        kode = [
            t.kolom
            for t in self.temuan.kolom("kode")
            if re.search(r"(?i)\b(?:indikator|ik[uks])\b", nama(t.kolom)) or t.kolom + 1 in di
        ]
        return self.temuan.judul.sebutan(kode[0]) if kode else ""

    def _sasaran(self) -> list[Bagian]:
        dari = self.temuan.sebutan("sasaran")
        return [self._awal("sasaran", {"nama": {"dari": dari, "turun": "ya"}})] if dari else []

    def _indikator(self) -> list[Bagian]:
        kolom: dict[str, Any] = {"nama": self.temuan.sebutan("indikator")}
        if kode := self._kode():
            kolom["kode"] = kode
        if sasaran := self.temuan.sebutan("sasaran"):
            kolom["sasaran"] = {"dari": sasaran, "turun": "ya"}
        # Beside an analysis it is who does what is to be done.
        beranalisis = any(self.temuan.kolom(m) for m in AnalisisIndikator.model_fields)
        milik = [m for m in _KARTU if not (beranalisis and m == "penanggung_jawab")]
        kolom |= {m: s for m in milik if (s := self.temuan.sebutan(m))}
        if arah := self._arah():
            kolom["arah"] = arah
        return [self._awal("indikator", kolom)]

    def _arah(self) -> dict[str, Any]:
        """Read the direction where a column says it, else where the printed capaian shows that lower is better.

        That higher is better is never shown so: offices print realisasi ÷ target for the others too.
        """
        kolom = self.temuan.kolom("arah")
        if kolom:
            isi = {b[kolom[0].kolom] for b in self._data()}
            ganti = {t: a for t in isi for a, kata in _ARAH.items() if t.lower().strip(" .") in kata}
            return {"dari": self.temuan.judul.sebutan(kolom[0].kolom), "ganti": ganti}
        terbukti = self._arah_terbukti()
        if not terbukti:
            return {}
        self.kabar.append(f"Arah {len(terbukti)} indikator terbaca dari rumus capaian yang tercetak di sampingnya.")
        nama = {b[self.temuan.kolom("indikator")[0].kolom] for b in self._data()} - {""}
        return {"dari": self.temuan.sebutan("indikator"), "ganti": {n: terbukti.get(n, "") for n in sorted(nama)}}

    def _arah_terbukti(self) -> dict[str, str]:
        """Return the direction of each indicator whose printed percentages only one direction's formulas give."""
        hasil: dict[str, set[str]] = {}
        di = self.temuan.kolom("indikator")[0].kolom
        for c in self.temuan.kolom("capaian"):
            target, realisasi = (
                [t for t in self.temuan.kolom(m) if t.ragam == c.ragam or len(self.temuan.kolom(m)) == 1]
                for m in ("target", "realisasi")
            )
            if not (target and realisasi):
                continue
            for b in self._data():
                t, r, k = (numerals.read(b[x.kolom], satuan="").value for x in (target[0], realisasi[0], c))
                if t and r is not None and k is not None and abs(r - t) > abs(t) / 100:
                    arah = {f.untuk for f in bawaan().rumus.values() if abs(float(f.rumus(t, r)) - k) < _SEPADAN}
                    if len(arah) == 1:
                        hasil.setdefault(b[di], set()).update(arah)
        return {nama: min(arah) for nama, arah in hasil.items() if nama and len(arah) == 1 and menurun(min(arah))}

    def _data(self) -> Sequence[Sequence[str]]:
        awal = self.temuan.judul.akhir + 1
        return self.kisi.baris[awal : tabel_anggaran(self.kisi, awal, penutup(self.kisi, awal))]

    def _target(self) -> list[Bagian]:
        kolom = self._kunci()
        if satuan := self.temuan.sebutan("satuan"):
            kolom["satuan"] = satuan
        ulang = self._ulang("target")
        if not ulang:
            return []
        disebut = dokumen_dari(self.sebutan.dokumen, DOKUMEN_TARGET)
        isi = {"dokumen": self.diminta.pilih_dokumen(DOKUMEN_TARGET, disebut, "pk")}
        return [{**self._awal("target", kolom), "isi": isi, "ulang": ulang}]

    def _realisasi(self) -> list[Bagian]:
        ulang = self._ulang("realisasi")
        for u in ulang:
            if bukti := self._milik("bukti", u["isi"]["periode"]):
                u["kolom"]["bukti"] = self.temuan.judul.sebutan(bukti.kolom)
        return [{**self._awal("realisasi", self._kunci()), "ulang": ulang}] if ulang else []

    def _analisis(self) -> list[Bagian]:
        ulang = []
        for medan in AnalisisIndikator.model_fields:
            for t in self.temuan.kolom(medan):
                periode = self._periode(t, lembar=True)
                ulang.append({"isi": {"jenis": medan, "periode": periode}, "kolom": {"teks": self._kata(t, periode)}})
        return [{**self._awal("analisis", self._kunci()), "ulang": ulang}] if ulang else []

    def _kata(self, t: Tafsir, periode: str) -> Any:
        """Name a column of words; what is to be done is said with who answers for it and by when."""
        sebut = self.temuan.judul.sebutan
        penerima = "tindak_lanjut" if self.temuan.kolom("tindak_lanjut") else "upaya"
        lain = {
            nama: milik
            for medan, nama in (("penanggung_jawab", "penanggung jawab"), ("batas_waktu", "batas waktu"))
            if t.medan == penerima and (milik := self._milik(medan, periode))
        }
        if not lain:
            return sebut(t.kolom)
        return {"dari": [sebut(t.kolom), *(sebut(m.kolom) for m in lain.values())], "sebutan": list(lain)}

    def _milik(self, medan: str, periode: str) -> Tafsir | None:
        """Return the column of a field that is of a period, or the one of no period."""
        semua = self.temuan.kolom(medan)
        sendiri = [t for t in semua if t.ragam == periode]
        return next(iter(sendiri or [t for t in semua if not t.ragam or len(semua) == 1]), None)

    def _rekomendasi(self) -> list[Bagian]:
        kolom = {m: s for m in ("rekomendasi", "tindak_lanjut", "status", "bukti") if (s := self.temuan.sebutan(m))}
        if kode := self.temuan.sebutan("kode"):
            kolom["kode"] = kode
        if self.diminta.tabel not in ("", "rekomendasi") or "tindak_lanjut" not in kolom:
            return []
        return [self._awal("rekomendasi", kolom)]

    def _ulang(self, medan: str) -> list[Bagian]:
        """Read each quarter's column under its quarter and each year's under its year; one that names none, once."""
        per: dict[tuple[str, int], Tafsir] = {}
        sebut = self.temuan.judul.sebutan
        for t in sorted(self.temuan.kolom(medan), key=self._asing):
            periode = self._periode(t, lembar=medan == "realisasi")
            if periode == TAHUNAN and (alasan := self._belum_setahun(t)):
                self.kabar.append(f"Kolom {sebut(t.kolom)} tidak diambil: {alasan}.")
                continue
            kunci = (periode, t.tahun or self.diminta.tahun)
            if kunci in per and kunci[1] == self.diminta.tahun:
                self.kabar.append(
                    f"Kolom {sebut(t.kolom)} tidak diambil; {medan} itu sudah dari {sebut(per[kunci].kolom)}."
                )
            per.setdefault(kunci, t)
        return [
            {
                "isi": {"periode": p} | ({"tahun": str(t.tahun)} if t.tahun else {}),
                "kolom": {medan: sebut(t.kolom)},
            }
            for (p, _), t in sorted(per.items(), key=lambda isi: isi[1].kolom)
        ]

    def _asing(self, t: Tafsir) -> tuple[int, bool]:
        """Order columns of one field: those of the agency itself and of the year before those to compare with."""
        nama = baku(self.temuan.judul.nama(t.kolom))
        jauh = next((n for n, pola in ((2, _PEMBANDING), (1, _WILAYAH)) if pola.search(nama)), 0)
        return jauh, t.tahun != self.diminta.tahun

    def _belum_setahun(self, t: Tafsir) -> str:
        """Say why a column without a quarter has no figure of a whole year, or ""."""
        nama = self.temuan.judul.nama(t.kolom)
        if re.fullmatch(r"b\d+", t.ragam) and not (t.sampai or re.search(r"\b(?:per|keadaan|31)\b", nama.lower())):
            return f"angka {BULAN[int(t.ragam[1:]) - 1][0].title()} saja, bukan setahun atau triwulan"
        if t.medan != "realisasi":
            return ""
        if t.sampai and t.tahun and t.tahun != self.diminta.tahun:
            return f"angka sampai dengan {t.tahun}, bukan tahun itu sendiri"
        lembar = self.sebutan.sampai_bulan if t.tahun in (0, self.diminta.tahun) else 12
        akhir = min(bulan_akhir(nama), default=lembar)
        if akhir == 12:
            return ""
        return (
            f"angka sampai {BULAN[akhir - 1][0].title()}, belum setahun; bila itu angka satu triwulan, ulangi dengan "
            f"--triwulan {-(-akhir // 3)}"
        )

    def _triwulan(self) -> int:
        """Return the quarter asked for, else the sheet's own. Raises MasukanSalah when they differ."""
        diminta, tertulis = self.diminta.triwulan, self.sebutan.triwulan
        if diminta and tertulis and diminta != tertulis and not self.diminta.tetap:
            temuan = f"Judul lembar menyebut {TRIWULAN[tertulis]}, sedangkan yang diminta {TRIWULAN[diminta]}."
            perbaikan = f"Ulangi dengan --triwulan {tertulis}, atau dengan --tetap."
            raise MasukanSalah(Masalah(temuan, perbaikan, self.kisi.nama))
        return diminta or tertulis

    def _periode(self, t: Tafsir, *, lembar: bool) -> str:
        """Return the period of a column: the one that it names, else with `lembar` that of its sheet, else the year.

        Raises MasukanSalah for a quarter without its number that nobody has told.
        """
        if t.ragam.startswith("tw") and t.ragam != TW_TANPA_NOMOR:
            return t.ragam
        di = self.temuan.judul.sebutan(t.kolom)
        disebut = self._triwulan()
        if t.ragam == TW_TANPA_NOMOR and not disebut:
            raise tanpa_nomor(di, self.kisi.nama)
        if t.ragam == TW_TANPA_NOMOR or (lembar and disebut and t.ragam != TAHUNAN and not self._bertriwulan(t.medan)):
            return f"tw{disebut}"
        if t.medan == "target" and disebut and t.ragam != TAHUNAN and not self._bertriwulan("target"):
            self.kabar.append(f'Kolom "{di}" dibaca sebagai target setahun; target triwulan disebut di judul kolomnya.')
        return TAHUNAN

    def _bertriwulan(self, medan: str) -> bool:
        return any(t.ragam.startswith("tw") for t in self.temuan.kolom(medan))

"""Propose how an export of a budget becomes `anggaran.csv` or `kas.csv`: which amounts, periods and documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah, sebut_sebagian
from lkip_lib.frames import himpun
from lkip_lib.impor.cells import berdesimal_titik, berkoma
from lkip_lib.impor.guess import GABUNGAN, TW_TANPA_NOMOR, Tafsir, Temuan, awal_bagian
from lkip_lib.impor.period import BULAN, Sebutan, bulan_akhir, dokumen_dari
from lkip_lib.impor.proposal_codes import KodeAnggaran
from lkip_lib.impor.questions import Diminta, tanpa_nomor
from lkip_lib.impor.sums import nilai_rp
from lkip_lib.inputs.grid import Kisi, address
from lkip_lib.inputs.no_data import nomor_kolom
from lkip_lib.inputs.tables import DOKUMEN_ANGGARAN, SAMPAI

_UANG = ("pagu", "realisasi", "realisasi_fisik")
_KALI = ((1_000_000, r"\bjuta|rp\W*000[.,]000"), (1000, r"\brib|rp\W*000|\b000 rupiah"))
_KELIPATAN = re.compile(r"dalam\W+(?:ribu|juta|rp)|rp\W*000|(?:ribuan|jutaan) rupiah", re.I)
Bagian = dict[str, Any]


@dataclass
class UsulAnggaran:
    """Find out one sheet's budget: its codes once, then a part for each table that it fills."""

    temuan: Temuan
    kisi: Kisi
    sebutan: Sebutan
    diminta: Diminta
    kabar: list[str] = field(default_factory=list)
    beda: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kode = KodeAnggaran(self.temuan, self.kisi, self.diminta.jumlahkan, self.kabar)
        self.temuan = self.kode.temuan

    def bagian(self) -> list[Bagian]:
        """Return the parts of a mapping: kas where the sheet goes by months or quarters, else anggaran."""
        if not self.kode.kode and not self.kode.berurutan:
            return []
        uang = [t for t in self.temuan.tafsir if t.medan in _UANG]
        uang = [s for t in uang for s in self._sampai_bulan(t)]
        berkala = [t for t in uang if re.fullmatch(r"b\d{1,2}|tw\d?", t.ragam) and t.medan != "realisasi_fisik"]
        setahun = [t for t in uang if t not in berkala]
        if len(unit := self.kode.semua_skpd()) > 1:
            sebut = sebut_sebagian(unit, 3)
            self.beda.append(
                f"Lembar {self.kisi.nama} memuat {len(unit)} SKPD ({sebut}), semuanya terhitung; ekspor satu SKPD saja."
            )
        hasil = []
        berkala = [replace(t, ragam=self._bernomor(t)) for t in berkala]
        if berkala and self.diminta.tabel in ("", "kas"):
            kas = self._kas(berkala)
            hasil += [kas] if kas["ulang"] else []
        bulanan = any(t.ragam.startswith("b") for t in berkala)
        tahunan = bool(setahun) and not bulanan
        if self.diminta.tabel == "anggaran" or (not self.diminta.tabel and (not hasil or tahunan)):
            hasil += self._anggaran(setahun)
        elif hasil and setahun:
            di = self.temuan.judul.sebutan(setahun[0].kolom)
            self.kabar.append(f"Kolom {di} tidak diambil; menjadi pagu di anggaran.csv dengan --tabel anggaran.")
        return hasil

    def _sampai_bulan(self, t: Tafsir) -> list[Tafsir]:
        """Read a figure to the end of a month as one to the end of its quarter, or of the year; any other is none."""
        if not (t.sampai and re.fullmatch(r"b\d{1,2}", t.ragam)):
            return [t]
        bulan = int(t.ragam[1:])
        if bulan == 12:
            return [replace(t, ragam="")]
        if bulan % 3 == 0:
            return [replace(t, ragam=f"tw{bulan // 3}")]
        di = self.temuan.judul.sebutan(t.kolom)
        self.kabar.append(f"Kolom {di} tidak diambil: {BULAN[bulan - 1][0].title()} bukan akhir triwulan.")
        return []

    def _bernomor(self, t: Tafsir) -> str:
        """Return the period of a column, a quarter's with its number. Raises MasukanSalah when nobody has told that."""
        if t.ragam != TW_TANPA_NOMOR:
            return t.ragam
        n = self.diminta.triwulan or self.sebutan.triwulan
        if not n:
            raise tanpa_nomor(self.temuan.judul.sebutan(t.kolom), self.kisi.nama)
        return f"tw{n}"

    def _anggaran(self, uang: Sequence[Tafsir]) -> list[Bagian]:
        angka = {m: self._setahun([t for t in uang if t.medan == m]) for m in _UANG}
        if not (angka["pagu"] or angka["realisasi"]):
            return []
        akhir = self.diminta.triwulan * 3 or min(self.sebutan.sampai_bulan, self.sebutan.triwulan * 3 or 12)
        kolom = [b for g in angka["realisasi"] for t in g for b in bulan_akhir(self.temuan.judul.nama(t.kolom))]
        akhir = min(kolom, default=akhir)
        if akhir < 12 and angka["realisasi"]:
            di = self.temuan.judul.sebutan(angka["realisasi"][0][0].kolom)
            kata = f"Kolom {di} berisi realisasi sampai {BULAN[akhir - 1][0].title()}, belum setahun: tidak diambil ke "
            kata += "anggaran.csv. Realisasi triwulan ditulis di kas.csv"
            kata += f"; jumlah dari awal tahun dengan periode {p}." if (p := SAMPAI.get(akhir // 3)) else "."
            self.kabar.append(kata)
            angka["realisasi"] = []
        isi: Bagian = {**awal_bagian(self.temuan, self.kisi, "anggaran"), "kolom": dict(self.kode.kolom)}
        disebut = dokumen_dari(self.sebutan.dokumen, DOKUMEN_ANGGARAN)
        if any(g[0].ragam == "dpa" for g in angka["pagu"]):
            antara = [self.temuan.judul.sebutan(t.kolom) for g in angka["pagu"] if g[0].ragam != "dpa" for t in g
                      if t.ragam not in DOKUMEN_ANGGARAN]  # fmt: skip
            if antara:
                self.kabar.append(f"Kolom {', '.join(antara)} tidak diambil; dokumennya tidak disebut.")
                angka["pagu"] = [g for g in angka["pagu"] if g[0].ragam in DOKUMEN_ANGGARAN]
        ragam = [g[0].ragam or "dpa" for g in angka["pagu"]]
        if len(ragam) > 1:
            # A column that names no document, as realisasi mostly does, belongs to the one in force: the last.
            isi["ulang"] = [{"isi": {"dokumen": r}, "kolom": {}} for r in ragam]
            for medan, semua in angka.items():
                for g in semua:
                    ke = ragam.index(g[0].ragam) if g[0].ragam in ragam else -1
                    isi["ulang"][ke]["kolom"][medan] = self._kolom_angka(g)
        else:
            isi["kolom"] |= {m: self._kolom_angka(semua[0]) for m, semua in angka.items() if semua}
            sendiri = angka["pagu"][0][0].ragam if angka["pagu"] else ""
            dokumen = self.diminta.pilih_dokumen(DOKUMEN_ANGGARAN, sendiri or disebut, "dpa")
            isi["isi"] = {"dokumen": dokumen}
        if sumber := self.temuan.sebutan("sumber_dana"):
            isi["kolom"]["sumber_dana"] = sumber
        isi["pohon"] = self.kode.pohon()
        return [isi]

    def _setahun(self, calon: Sequence[Tafsir]) -> list[list[Tafsir]]:
        """Return one group of columns for each document: the total of groups, else the groups added up."""
        milik = [t for t in calon if t.tahun in (0, self.diminta.tahun)] or list(calon)
        dokumen = himpun((t.ragam if t.ragam in DOKUMEN_ANGGARAN else "", t) for t in milik)
        return [self._satu(semua) for semua in dokumen.values()]

    def _satu(self, semua: list[Tafsir]) -> list[Tafsir]:
        if len(semua) == 1:
            return semua
        total = [t for t in semua if t.kelompok == GABUNGAN]
        rincian = [t for t in semua if t.kelompok not in ("", GABUNGAN)]
        polos = [t for t in semua if not t.kelompok]
        rincian = [t for t in rincian if t.sampai] or rincian
        if rincian and not total and not polos:
            sebut = ", ".join(self.temuan.judul.sebutan(t.kolom) for t in rincian)
            self.kabar.append(f"Angka menurut kelompok belanja dijumlahkan: {sebut}.")
            return rincian
        calon = total or [t for t in polos if t.sampai] or polos or semua
        pilihan = [self.temuan.judul.sebutan(t.kolom) for t in calon]
        terpadat = max(calon, key=lambda t: self._padat(t.kolom))
        dipakai = self.temuan.judul.sebutan(terpadat.kolom)
        if len(calon) > 1:
            dipakai = self.diminta.tanya(f"Kolom {terpadat.medan} yang diambil:", pilihan, dipakai, "kolom di peta")
        else:
            self.kabar.append(f"Beberapa kolom seperti {terpadat.medan}; dipakai {dipakai}.")
        return [calon[pilihan.index(dipakai)]]

    def _padat(self, kolom: int) -> int:
        return sum(any(h.isdigit() for h in b[kolom]) for b in self.kode.data)

    def _kas(self, berkala: Sequence[Tafsir]) -> Bagian:
        """Read months, added up by quarter, or quarters as they are."""
        isi: Bagian = {**awal_bagian(self.temuan, self.kisi, "kas"), "kolom": dict(self.kode.kolom), "ulang": []}
        for n in range(1, 5):
            kolom: dict[str, Any] = {}
            jumlah: dict[str, Any] = {}  # to the end of a quarter, where nothing tells what was before it
            for medan, ke in (("pagu", "rencana"), ("realisasi", "realisasi")):
                milik = [t for t in berkala if t.medan == medan]
                bulan = [t for t in milik if t.ragam in {f"b{b}" for b in range(3 * n - 2, 3 * n + 1)}]
                dipakai = bulan or [t for t in milik if t.ragam == f"tw{n}"][:1]
                sebelum = [t for t in milik if t.ragam == f"tw{n - 1}" and t.sampai]
                if dipakai and dipakai[0].sampai and n > 1:
                    lengkap = self._kolom_angka(dipakai)
                    if sebelum:
                        lengkap = lengkap if isinstance(lengkap, dict) else {"dari": lengkap}
                        kolom[ke] = lengkap | {"kurangi": self.temuan.judul.sebutan(sebelum[0].kolom)}
                    else:
                        jumlah[ke] = lengkap
                elif dipakai:
                    kolom[ke] = self._kolom_angka(dipakai)
                if dipakai is bulan and len(bulan) < 3:
                    ada = {t.ragam for t in bulan}
                    hilang = [BULAN[b - 1][0].title() for b in range(3 * n - 2, 3 * n + 1) if f"b{b}" not in ada]
                    temuan = f"Kolom bulan {', '.join(hilang)} tidak ada; {ke} triwulan {n} tidak lengkap."
                    raise MasukanSalah(Masalah(temuan, "Ekspor lagi dengan kedua belas bulannya.", self.kisi.nama))
            for periode, angka in ((f"tw{n}", kolom), (SAMPAI.get(n), jumlah)):
                if angka:
                    isi["ulang"].append({"isi": {"periode": periode}, "kolom": angka})
        self._periksa_bulan(berkala)
        isi["pohon"] = self.kode.pohon()
        return isi

    def _periksa_bulan(self, berkala: Sequence[Tafsir]) -> None:
        """Hold what a sheet states for a quarter or the year against its months."""
        bulan = {t.ragam: t.kolom for t in berkala if t.medan == "pagu" and t.ragam.startswith("b")}
        if not bulan:
            return
        setahun = [t for t in self.temuan.tafsir if t.medan == "pagu" and t.kelompok == GABUNGAN and not t.ragam]
        jumlah = {t.kolom: range(1, 13) for t in setahun} | {
            t.kolom: range(3 * int(t.ragam[2:]) - 2, 3 * int(t.ragam[2:]) + 1)
            for t in berkala
            if t.medan == "pagu" and t.ragam.startswith("tw")
        }
        awal = self.temuan.judul.akhir + 1
        rapikan = berkoma if berdesimal_titik(self.kisi, bulan.values()) else str
        for b, baris in enumerate(self.kisi.baris[awal:], start=awal):
            for k, milik in jumlah.items():
                tertulis = nilai_rp(rapikan(baris[k]))
                rincian = sum(nilai_rp(rapikan(baris[bulan[f"b{n}"]])) or 0 for n in milik if f"b{n}" in bulan)
                if tertulis is not None and any(h.isdigit() for h in baris[k]) and round(tertulis - rincian, 2):
                    if nomor_kolom(baris):
                        continue
                    sebut = next((t for t in baris if t and re.search(r"[^\W\d]{3}", t)), "")
                    angka = f"{numerals.rupiah(tertulis)}, bulannya berjumlah {numerals.rupiah(rincian)}."
                    self.beda.append(f"{self.kisi.nama}!{address(b, k)}: " + " ".join(filter(None, (sebut, angka))))

    def _kolom_angka(self, semua: Sequence[Tafsir]) -> Any:
        """Name an amount's columns, with the multiplier where a heading or title says thousands or millions."""
        judul = self.temuan.judul
        kata = f"{judul.nama(semua[0].kolom)} {self._satuan_judul()}".lower()
        kali = next((n for n, pola in _KALI if re.search(pola, kata)), 1)
        dari = [judul.sebutan(t.kolom) for t in semua]
        if kali == 1 and len(dari) == 1:
            return dari[0]
        if kali > 1 and (kabar := f"Angka dalam kelipatan: dikalikan {kali}.") not in self.kabar:
            self.kabar.append(kabar)
        hasil: dict[str, Any] = {"dari": dari if len(dari) > 1 else dari[0]}
        return hasil | ({"jumlah": "ya"} if len(dari) > 1 else {}) | ({"kali": kali} if kali > 1 else {})

    def _satuan_judul(self) -> str:
        """Return what the titles say of the amounts' unit: (dalam ribuan rupiah)."""
        atas = [t for b in self.kisi.baris[: self.temuan.judul.awal] for t in b if t]
        return " ".join(t for t in atas if _KELIPATAN.search(t))

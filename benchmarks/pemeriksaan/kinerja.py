"""Indicators, targets, realisasi and components of a synthetic agency."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.cetak import Gaya, angka
from benchmarks.pemeriksaan.model import ABU, LANGGAR, UTUH, Baris, Instansi, Sel, banding_sel, bulat, sama

_NAMA = {
    "naik_persen": "Persentase warga yang terlayani,Cakupan layanan dasar,Persentase laporan yang selesai tepat waktu,"
    "Persentase sarana dalam kondisi baik,Persentase data yang mutakhir",
    "naik_nilai": "Indeks kepuasan masyarakat,Nilai akuntabilitas kinerja,Indeks layanan publik,Indeks mutu data",
    "naik_jumlah": "Jumlah peserta pelatihan,Jumlah dokumen yang disahkan,Jumlah pelaku usaha yang dibina",
    "turun_persen": "Tingkat kerusakan jalan,Persentase aduan yang berulang,Tingkat kehilangan air,Prevalensi tengkes",
    "turun_jumlah": "Jumlah kecelakaan di perlintasan,Jumlah titik banjir,Jumlah sengketa lahan",
    "rentang": "Persentase pemakaian kapasitas ruang,Tingkat keterisian ruang",
    "perubahan": "Penurunan angka kemiskinan,Pertumbuhan nilai tambah usaha kecil,Peningkatan produktivitas padi",
    "nol": "Jumlah kecelakaan kerja petugas,Jumlah temuan yang berulang,Jumlah kasus kebocoran data",
}
_SATUAN = {"naik_nilai": "Nilai", "naik_jumlah": "Orang", "turun_jumlah": "Kasus", "nol": "Kasus"}
_SASARAN = "Meningkatnya mutu layanan dasar,Menurunnya kerawanan wilayah,Terwujudnya tata kelola yang baik,"
_SASARAN += "Meningkatnya kesejahteraan warga,Terjaganya lingkungan kota,Meningkatnya daya saing daerah"


@dataclass(frozen=True)
class Kata:
    """Hold the words of a kind of agency: its sasaran, and names of indicators by family."""

    sasaran: tuple[str, ...]
    nama: dict[str, tuple[str, ...]]


KATA = Kata(tuple(_SASARAN.split(",")), {r: tuple(t.split(",")) for r, t in _NAMA.items()})
TW = ("tw1", "tw2", "tw3", "tw4")


@dataclass
class Indikator:
    """Hold one indicator: its card, the hidden series, and the rows that state it."""

    kode: str
    sasaran: str
    nama: str
    rumpun: str
    satuan: str
    arah: str
    tipe: str
    desimal: int
    bobot: int
    target: dict[int, Any] = field(default_factory=dict)
    realisasi: dict[int, Fraction] = field(default_factory=dict)
    pembanding: dict[str, Fraction] = field(default_factory=dict)
    sel_target: dict[str, Sel] = field(default_factory=dict)
    sel_realisasi: dict[int, list[Sel]] = field(default_factory=dict)
    sel_pembanding: dict[str, Sel] = field(default_factory=dict)
    sel_triwulan: list[Sel] = field(default_factory=list)
    mentah: Fraction | None = None
    capaian: Fraction | None = None

    @property
    def jenis(self) -> str:
        return self.rumpun.split("_")[0]


class BagianKinerja:
    """Make the performance half of an agency."""

    def __init__(
        self, instansi: Instansi, acak: random.Random, gaya: Gaya, mudah: bool = False, kata: Kata = KATA
    ) -> None:
        self.i, self.acak, self.gaya, self.mudah, self.kata = instansi, acak, gaya, mudah, kata
        self.tahun = instansi.tahun
        self.sasaran: list[str] = []
        self.indikator: dict[str, Indikator] = {}
        self.awal = self.tahun - acak.randint(0, 4)
        self.mulai = self.tahun - acak.choice((1, 2, 3, 3))
        self.dokumen: tuple[str, ...] = ("renstra", "pk", "lkip")
        if acak.random() < 0.4:
            self.dokumen = ("renstra", "rkt", "pk", "lkip")

    def buat(self) -> None:
        """Make sasaran, cards, series and the tables that state them."""
        self._susun()
        if self.mudah:
            self._permudah()
        for milik in self.indikator.values():
            self._ukur(milik)
            self._tulis_kartu(milik)
            self._tulis_target(milik)
            self._tulis_realisasi(milik)
            self._kendala(milik)
        self.i.catatan |= {"indikator": self.indikator, "sasaran": self.sasaran}

    def _susun(self) -> None:
        """Choose the sasaran and the indicators, with their hidden series."""
        acak, i = self.acak, self.i
        n = acak.choices(range(1, 7), (4, 4, 3, 2, 1, 1))[0]
        tujuan = acak.randint(1, min(2, n))
        self.sasaran = [f"S{k}" for k in range(1, n + 1)]
        for k in range(tujuan):
            i.tambah("tujuan", kode=f"T{k + 1}", nama=f"Tujuan ke-{k + 1}", indikator="", sumber="Renstra, Tabel 4.1")
        for k, (kode, nama) in enumerate(zip(self.sasaran, self.kata.sasaran, strict=False)):
            i.tambah("sasaran", kode=kode, tujuan=f"T{min(k, tujuan - 1) + 1}", nama=nama, sumber="Renstra, Tabel 4.1")
        berbobot = acak.random() < 0.15
        nama = {r: acak.sample(t, len(t)) for r, t in self.kata.nama.items()}
        for sasaran in self.sasaran:
            for _ in range(acak.randint(1, 3)):
                rumpun = acak.choices(tuple(self.kata.nama), (5, 4, 3, 5, 2, 2, 2, 2))[0]
                self._indikator(sasaran, rumpun, nama[rumpun], acak.randint(1, 3) if berbobot else 1)

    def _indikator(self, sasaran: str, rumpun: str, nama: list[str], bobot: int) -> None:
        acak = self.acak
        if not nama:
            return self._indikator(sasaran, "naik_persen", [f"Persentase layanan ke-{len(self.indikator) + 1}"], bobot)
        kode = f"IK{len(self.indikator) + 1}"
        satuan = _SATUAN.get(rumpun, "Persen")
        bulat_saja = satuan in ("Orang", "Kasus")
        turun = rumpun.startswith("turun") or rumpun == "nol"
        tipe = "akumulatif" if bulat_saja else acak.choice(("posisi_akhir", "posisi_akhir", "pengulangan"))
        if rumpun == "rentang":
            tipe = "pengulangan"
        k = Indikator(kode, sasaran, nama.pop(), rumpun, satuan, "turun" if turun else "naik", tipe,
                      0 if bulat_saja else acak.choices((2, 1), (8, 2))[0], bobot)  # fmt: skip
        if rumpun == "perubahan":
            k.arah = "turun" if k.nama.startswith("Penurunan") else "naik"
        {"rentang": self._deret_rentang, "perubahan": self._deret_perubahan, "nol": self._deret_nol}.get(
            rumpun, self._deret
        )(k)
        for lingkup in ("nasional", "provinsi"):
            if rumpun not in ("perubahan", "nol", "rentang") and not bulat_saja and acak.random() < 0.35:
                k.pembanding[lingkup] = bulat(k.realisasi[self.tahun] * Fraction(acak.randint(85, 99), 100), k.desimal)
        self.indikator[kode] = k
        return None

    def _acak(self, bawah: float, atas: float, d: int) -> Fraction:
        return Fraction(self.acak.randint(round(bawah * 10**d), round(atas * 10**d)), 10**d)

    def _deret(self, k: Indikator) -> None:
        """Make a series in which every target is at least as hard as what was reached before."""
        d, acak = k.desimal, self.acak
        batas = 100 if k.satuan in ("Persen", "Nilai") else 10**6
        if k.arah == "naik":
            lalu = self._acak(40, 80, d) if batas == 100 else self._acak(60, 3000, d)
        else:
            lalu = self._acak(15, 45, d) if batas == 100 else self._acak(40, 400, d)
        t = lalu
        for tahun in range(self.tahun - 4, self.tahun + 5):
            langkah = Fraction(acak.randint(0, 40), 1000)
            if k.arah == "naik":
                t = min(Fraction(batas), bulat(max(t, lalu) * (1 + langkah), d))
                lebih = Fraction(acak.choice((acak.randint(850, 999), 1000, acak.randint(1001, 1060))), 1000)
                r = min(Fraction(batas), bulat(t * lebih, d))
            else:
                t = bulat(min(t, lalu) * (1 - langkah), d)
                kurang = Fraction(acak.choice((acak.randint(1001, 1300), 1000, acak.randint(900, 999))), 1000)
                r = bulat(t * kurang, d)
            if tahun > self.tahun and t == lalu and t < batas:  # the future asks for more than was reached
                t += Fraction(1 if k.arah == "naik" else -1, 10**d)
            k.target[tahun] = t
            if tahun <= self.tahun:
                k.realisasi[tahun] = lalu = r
            else:
                lalu = t

    def _deret_nol(self, k: Indikator) -> None:
        kini = self.acak.randint(1, 5)
        for tahun in range(self.tahun - 4, self.tahun + 5):
            k.target[tahun] = Fraction(0) if tahun >= self.tahun else Fraction(kini)
            if tahun < self.tahun:
                kini = max(0, kini - self.acak.randint(0, 2))
                k.realisasi[tahun] = Fraction(kini)
        k.realisasi[self.tahun] = Fraction(0 if self.acak.random() < 0.85 else self.acak.randint(1, 2))

    def _deret_rentang(self, k: Indikator) -> None:
        bawah = Fraction(self.acak.choice((60, 70, 75, 80)))
        for tahun in range(self.tahun - 4, self.tahun + 5):
            k.target[tahun] = (bawah, bawah + 10)
            if tahun <= self.tahun:
                k.realisasi[tahun] = self._acak(float(bawah) - 12, float(bawah) + 16, k.desimal)

    def _deret_perubahan(self, k: Indikator) -> None:
        tanda, t = -1 if k.arah == "turun" else 1, self._acak(0.4, 1.2, k.desimal)
        for tahun in range(self.tahun - 4, self.tahun + 5):
            t += self._acak(0, 0.1, k.desimal)
            k.target[tahun] = tanda * t
            if tahun <= self.tahun:
                k.realisasi[tahun] = tanda * self._acak(0.3, 1.6, k.desimal)

    def _permudah(self) -> None:
        """Make one target of this year easier than what was reached last year."""
        calon = [k for k in self.indikator.values() if k.jenis in ("naik", "turun")]
        if not calon:
            return
        k = self.acak.choice(calon)
        lalu = k.realisasi[self.tahun - 1]
        k.target[self.tahun] = bulat(lalu * Fraction(88 if k.arah == "naik" else 115, 100), k.desimal)
        self.i.catatan["mudah"] = k.kode

    def _ukur(self, k: Indikator) -> None:
        p = self.i.params
        if k.satuan == "Persen" and k.jenis in ("naik", "turun") and self.acak.random() < 0.35:
            self._komponen(k)
        k.mentah = rumus.mentah(k.jenis, k.target[self.tahun], k.realisasi[self.tahun], p["rumus_turun"])
        k.capaian = rumus.batasi(k.mentah, p["batas"])

    def _komponen(self, k: Indikator) -> None:
        """Let the realisasi of this year, and sometimes of last year, come from two counts."""
        for tahun in (self.tahun, self.tahun - 1) if self.acak.random() < 0.5 else (self.tahun,):
            penyebut = self.acak.choice((self.acak.randint(200, 900), self.acak.randint(1000, 90000)))
            # Never better than the hidden value, so that later targets stay harder.
            kasar = k.realisasi[tahun] * penyebut / 100
            pembilang = int(kasar) if k.arah == "naik" else kasar.__ceil__()
            eksak = Fraction(pembilang * 100, penyebut)
            r = bulat(eksak, k.desimal)
            k.realisasi[tahun] = r
            atas, bawah = (
                self.i.tambah("komponen", indikator=k.kode, tahun=tahun, komponen=bagian, nama=f"{nama} {k.kode}",
                              nilai="", satuan="orang", sumber=f"LKIP {tahun}, Tabel 3.4, {k.kode}, {bagian}")
                for bagian, nama in (("pembilang", "Jumlah yang memenuhi"), ("penyebut", "Jumlah seluruhnya"))
            )  # fmt: skip
            atas.isi("nilai", angka(Fraction(pembilang), 0), Fraction(pembilang))
            bawah.isi("nilai", angka(Fraction(penyebut), 0), Fraction(penyebut))
            self.i.catatan.setdefault("komponen", []).append((k, tahun, Sel(atas, "nilai"), Sel(bawah, "nilai")))

    def _tulis_kartu(self, k: Indikator) -> None:
        jenis = {"rentang": "rentang", "perubahan": "perubahan"}.get(k.rumpun, "tingkat")
        rentang = "" if k.rumpun == "perubahan" else "0-100" if k.satuan in ("Persen", "Nilai") else "≥0"
        self.i.tambah("indikator", kode=k.kode, sasaran=k.sasaran, nama=k.nama, satuan=k.satuan, arah=k.arah,
                      jenis=jenis, tipe_triwulan=k.tipe, bobot=k.bobot, desimal=k.desimal,
                      nol_tercapai="ya" if k.rumpun == "nol" else "tidak", rentang=rentang,
                      sumber=f"Keputusan Indikator Kinerja Utama, baris {k.kode[2:]}")  # fmt: skip

    def _cetak(self, baris: Baris, kolom: str, x: Any, k: Indikator) -> None:
        if isinstance(x, tuple):
            bawah, atas = (angka(n, 0) for n in x)
            teks = self.acak.choice((f"{bawah}-{atas}", f"{bawah} - {atas}%", f"{bawah}%-{atas}%"))
            baris.isi(kolom, teks, x)
        else:
            self.gaya.nilai(baris, kolom, x, k.desimal, k.satuan)

    def _tulis_target(self, k: Indikator) -> None:
        i, tahun = self.i, self.tahun
        satuan_lain = {"Persen": "%"} if self.acak.random() < 0.15 else {}

        def baris(th: int, dokumen: str, periode: str, x: Any) -> Baris:
            b = i.tambah("target", indikator=k.kode, tahun=th, periode=periode, dokumen=dokumen, jenis="", target="",
                         nama=k.nama, satuan=satuan_lain.get(k.satuan, k.satuan),
                         sumber=f"{dokumen} {th}, Tabel 1, baris {k.kode[2:]}")  # fmt: skip
            self._cetak(b, "target", x, k)
            return b

        for th in range(max(self.awal, tahun - 4), min(self.awal + 4, tahun + 4) + 1):
            b = baris(th, "renstra", "tahunan", k.target[th])
            if th == tahun:
                k.sel_target["renstra"] = Sel(b, "target")
        for dokumen in self.dokumen[1:]:
            k.sel_target[dokumen] = Sel(baris(tahun, dokumen, "tahunan", k.target[tahun]), "target")
        if self.acak.random() < 0.5:
            for th in range(self.mulai, tahun):
                baris(th, "pk", "tahunan", k.target[th])
        if self.acak.random() < 0.7:
            for tw, x in zip(TW, self._triwulan(k, k.target[tahun]), strict=True):
                k.sel_target[tw] = Sel(baris(tahun, "pk", tw, x), "target")

    def _triwulan(self, k: Indikator, t: Any) -> list[Any]:
        if k.tipe == "pengulangan":
            return [t] * 4
        if k.tipe == "akumulatif":
            potongan = sorted(self.acak.randint(0, int(t)) for _ in range(3))
            ujung = [0, *potongan, int(t)]
            return [Fraction(b - a) for a, b in pairwise(ujung)]
        awal = Fraction(0) if k.rumpun == "perubahan" else k.realisasi[self.tahun - 1]
        return [bulat(awal + (t - awal) * n / 4, k.desimal) for n in (1, 2, 3)] + [t]

    def _tulis_realisasi(self, k: Indikator) -> None:
        i, tahun, acak = self.i, self.tahun, self.acak

        def baris(th: int, x: Fraction, sumber: str, periode: str = "tahunan", lingkup: str = "instansi") -> Sel:
            b = i.tambah("realisasi", indikator=k.kode, tahun=th, periode=periode, lingkup=lingkup, realisasi="",
                         sifat="tetap", bukti="", sumber=sumber)  # fmt: skip
            self._cetak(b, "realisasi", x, k)
            return Sel(b, "realisasi")

        for th in range(tahun, self.mulai - 1, -1):
            k.sel_realisasi[th] = [baris(th, k.realisasi[th], f"LKIP {th}, Tabel 3.1, baris {k.kode[2:]}")]
            if th < tahun and acak.random() < 0.3:
                lagi = baris(th, k.realisasi[th], f"LKIP {tahun}, Tabel 3.2, baris {k.kode[2:]}")
                k.sel_realisasi[th].append(lagi)
                # Rounding what components already rounded would be a second rounding.
                if k.desimal and (k, th) not in [c[:2] for c in i.catatan.get("komponen", [])] and acak.random() < 0.2:
                    kasar = bulat(k.realisasi[th], k.desimal - 1)
                    lagi.baris.isi("realisasi", angka(kasar, k.desimal - 1), kasar, k.desimal - 1)
        for lingkup, x in k.pembanding.items():
            k.sel_pembanding[lingkup] = baris(tahun, x, f"LKIP {tahun}, Tabel 3.3", lingkup=lingkup)
        if acak.random() < 0.2 and k.tipe != "pengulangan":
            for tw, x in zip(TW, self._triwulan(k, k.realisasi[tahun]), strict=True):
                k.sel_triwulan.append(baris(tahun, x, f"Laporan {tw.upper()} {tahun}", tw))

    def _kendala(self, k: Indikator) -> None:
        i, tahun = self.i, self.tahun
        tahunan = [k.sel_target[d] for d in self.dokumen]

        def beda_target() -> int:
            jenis = {s.baris.teks["jenis"] for s in tahunan}
            return LANGGAR if len(jenis) > 1 else sama(tahunan)

        i.wajib(f"target antardokumen {k.kode}", "target angka", tahunan, beda_target)
        satuan = [Sel(b, kol) for b in i.tabel["target"] for kol in ("target", "satuan")
                  if b.teks["indikator"] == k.kode]  # fmt: skip
        i.wajib(f"satuan target {k.kode}", "target angka", satuan,
                lambda: LANGGAR if len({s.teks.replace("%", "Persen") for s in satuan if s.kolom == "satuan"}) > 1
                else UTUH)  # fmt: skip
        if "tw1" in k.sel_target:
            i.wajib(f"target lebih ringan dalam triwulan {k.kode}", "target", [k.sel_target[t] for t in TW],
                    lambda: self._ukur_mundur(k))  # fmt: skip
            i.wajib(f"triwulan {k.kode}", "target angka", [*(k.sel_target[t] for t in TW), k.sel_target["pk"]],
                    lambda: self._ukur_triwulan(k, [k.sel_target[t] for t in TW], k.sel_target["pk"]))  # fmt: skip
        if k.sel_triwulan:
            setahun = k.sel_realisasi[tahun][0]
            i.wajib(f"realisasi triwulan {k.kode}", "triwulan capaian angka", [*k.sel_triwulan, setahun],
                    lambda: self._ukur_triwulan(k, k.sel_triwulan, setahun))  # fmt: skip
        for th, milik in k.sel_realisasi.items():
            if len(milik) > 1:
                i.wajib(f"realisasi dua kali {k.kode} {th}", "runtun angka capaian", milik, lambda m=milik: sama(m))
        for punya, th, atas, bawah in i.catatan.get("komponen", []):
            if punya is k and th in k.sel_realisasi:
                for s in k.sel_realisasi[th]:
                    i.wajib(f"komponen {k.kode} {th}", "runtun capaian angka", [atas, bawah, s],
                            lambda a=atas, b=bawah, s=s: banding_sel(s, rumus.persen(a.nilai, b.nilai)))  # fmt: skip
        lalu = k.sel_realisasi.get(tahun - 1)
        if lalu and k.jenis in ("naik", "turun"):
            sel = k.sel_target[str(i.params["dokumen_target"])]

            def ringan() -> int:
                if not isinstance(sel.nilai, Fraction) or lalu[0].nilai is None or sel.baris.teks["jenis"]:
                    return UTUH
                beda = (sel.nilai - lalu[0].nilai) * (1 if k.arah == "turun" else -1)
                return LANGGAR if beda > 0 else UTUH

            i.wajib(f"target lebih ringan {k.kode}", "target", [*tahunan, *lalu], ringan)
            nanti = [Sel(b, "target") for b in i.tabel["target"] if b.teks["indikator"] == k.kode
                     and int(b.teks["tahun"]) > tahun]  # fmt: skip
            i.wajib(f"target nanti {k.kode}", "target", [*nanti, *k.sel_realisasi[tahun]],
                    lambda: UTUH if not nanti or k.sel_realisasi[tahun][0].nilai is None else
                    max(ABU if (s.nilai - k.sel_realisasi[tahun][0].nilai) * (1 if k.arah == "turun" else -1) > 0
                        else UTUH for s in nanti if s.nilai is not None))  # fmt: skip

    def _ukur_mundur(self, k: Indikator) -> int:
        """An easier target drags its quarters backwards; a note on them follows from it."""
        nilai = [k.sel_target[t].nilai for t in TW]
        if k.tipe != "posisi_akhir" or None in nilai:
            return UTUH
        tanda = 1 if k.arah == "naik" else -1
        return ABU if any((b - a) * tanda < 0 for a, b in pairwise(nilai)) else UTUH

    def _ukur_triwulan(self, k: Indikator, sel: list[Sel], setahun: Sel) -> int:
        nilai = [s.nilai for s in sel]
        if setahun.nilai is None or None in nilai:
            return UTUH
        if setahun.baris.teks.get("jenis"):
            return ABU  # quarters of a level beside a year's change
        if k.tipe == "pengulangan":
            return UTUH if all(n == setahun.nilai for n in nilai) else LANGGAR
        akhir = sum(nilai, Fraction(0)) if k.tipe == "akumulatif" else nilai[-1]
        return UTUH if akhir == setahun.nilai else LANGGAR

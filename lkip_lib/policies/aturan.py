"""The other policies as data: capaian formulas, bounds, efficiency rules and rounding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, Literal

import numpy as np
from pydantic import Field

from lkip_lib.policies.entri import Cacat, Entri, angka
from lkip_lib.policies.ungkapan import Ungkapan, baca
from lkip_lib.rumus.bahasa import TIDAK_ADA, Kolom, simpul
from lkip_lib.rumus.deklarasi import Rumus, rumus
from lkip_lib.rumus.jenis import ARAH, Arah, menurun
from lkip_lib.rumus.larik import Larik
from lkip_lib.rumus.tulis import kalimat
from lkip_lib.strict_yaml import Ketat


def _dicoba(ungkapan: Ungkapan) -> Any:
    def coba(target: Any, realisasi: Any) -> Any:
        hasil = np.asarray(ungkapan(Larik(target), Larik(realisasi)) + 0 * (target + realisasi))
        return np.where(np.isfinite(hasil), hasil, np.nan)

    return coba


# Targets and ratios R/T on which a formula is tried before it is let in.
_COBA_T = np.array([0.5, 1, 7, 60, 100, 1000])[:, None]
_COBA_RASIO = np.linspace(0, 2.5, 26)


class RumusCapaian(Entri):
    """Hold a formula of capaian (persen) for one direction, written in T (target) and R (realisasi)."""

    untuk: Arah
    ungkapan: str

    @property
    def terbaca(self) -> Ungkapan:
        """Return the expression, checked; raises ValueError for anything but arithmetic."""
        return baca(self.ungkapan)

    @property
    def angka_tetap(self) -> frozenset[float]:
        """Return the numbers that the formula itself holds."""
        return self.terbaca.angka_tetap

    @property
    def rumus(self) -> Rumus:
        """Return the formula that the expression makes: of a target of zero or below there is no capaian."""
        return _rumus_capaian(self.nama, self.untuk, self.ungkapan, self.sebutan, self.sumber)

    def susun_kalimat(self) -> str:
        return kalimat(simpul(self.terbaca(Kolom("target"), Kolom("realisasi"))), "", str)

    def periksa(self) -> Iterator[Cacat]:
        """Refuse what is no arithmetic, does not give 100 at R = T, or runs against the direction."""
        try:
            rumus = _dicoba(self.terbaca)
        except ValueError as salah:
            yield Cacat(("ungkapan",), str(salah), "")
            return
        try:
            tepat = rumus(_COBA_T, _COBA_T)
        except ZeroDivisionError:
            yield Cacat(("ungkapan",), "Rumus ini membagi dengan nol.", "Periksa angka di belakang tanda bagi.")
            return
        if not np.allclose(tepat, 100):
            contoh = tepat[4, 0]
            beri = "tidak memberi angka" if np.isnan(contoh) else f"memberi {angka(contoh)}"
            sebab = f"Dengan target 100 dan realisasi 100 rumus ini {beri}; capaian target yang tepat terpenuhi 100."
            yield Cacat(("ungkapan",), sebab, "Periksa rumusnya, misalnya × 100 atau tanda kurung yang kurang.")
            return
        beda = np.diff(rumus(_COBA_T, _COBA_T * _COBA_RASIO), axis=1)
        turun = menurun(self.untuk)
        if np.any((beda if turun else -beda) > 1e-9):
            lebih = "lebih tinggi" if turun else "lebih rendah"
            yield Cacat(
                ("ungkapan",),
                f"Rumus ini memberi capaian {lebih} bila realisasinya naik, padahal untuk indikator {self.untuk}.",
                f"Periksa arahnya: {' atau '.join(f'untuk: {a}' for a in ARAH)}.",
            )


class AturanRentang(Entri):
    """Say what a realisasi beyond the better end of a range comes to, on a card with a direction.

    `melampaui`: measured by the card's direction, so above 100; else it has missed the range as on the other side.
    """

    melampaui: bool = False

    def susun_kalimat(self) -> str:
        if self.melampaui:
            return (
                "di dalam rentang 100; di sisi yang lebih baik di atas 100, menurut rumus arahnya dari batas terdekat"
            )
        return "di dalam rentang 100; di luarnya, ke sisi mana pun, di bawah 100, dari batas terdekat"


@cache
def _rumus_capaian(nama: str, untuk: str, ungkapan: str, arti: str, sumber: str) -> Rumus:
    terbaca = baca(ungkapan)

    def capaian(target: Any, realisasi: Any) -> Any:
        return np.where(target > 0, terbaca(target, realisasi), realisasi * TIDAK_ADA)

    capaian.__doc__ = arti
    sebutan = "capaian_naik" if nama == "persentase" else f"capaian_{untuk}_{nama}"
    return rumus("persen", sumber=sumber, nama=sebutan)(capaian)


class Batas(Entri):
    """Hold the bounds within which a capaian (persen) is kept; an end left out is open."""

    bawah: float | None = None
    atas: float | None = None

    @property
    def berujung(self) -> bool:
        """Tell whether there is a bound at all."""
        return (self.bawah, self.atas) != (None, None)

    def terpangkas(self, nilai: float) -> bool:
        """Tell whether a kept capaian stands at a bound, so that the unbounded one may have been another."""
        return nilai in (self.bawah, self.atas)

    def susun_kalimat(self) -> str:
        ujung = [f"{k} {angka(b)}" for k, b in (("paling rendah", self.bawah), ("paling tinggi", self.atas))
                 if b is not None]  # fmt: skip
        return f"dibatasi {' dan '.join(ujung)}" if ujung else "tidak dibatasi"

    def periksa(self) -> Iterator[Cacat]:
        if self.bawah is not None and self.atas is not None and self.bawah >= self.atas:
            yield Cacat(("bawah",), f"batas bawah {angka(self.bawah)} tidak di bawah batas atas {angka(self.atas)}",
                        "Perbaiki salah satunya.")  # fmt: skip


class KelasEfisiensi(Ketat):
    """Name one class of efficiency and from where on it holds; the last class has no bound."""

    nama: str = Field(min_length=1)
    sekurangnya: float | None = None
    lebih_dari: float | None = None

    @property
    def ambang(self) -> float | None:
        return self.sekurangnya if self.sekurangnya is not None else self.lebih_dari

    @property
    def tegas(self) -> bool:
        """Tell whether the bound itself belongs to the class below."""
        return self.lebih_dari is not None


# What an efficiency rule measures: how a sentence names it, and its unit.
UKURAN = {
    "selisih": ("capaian − serapan", "poin"),
    "rasio": ("capaian ÷ serapan", ""),
    "sisa": ("100 − serapan", "persen"),
    "pmk": ("efisiensi PMK 22/2021", "persen"),
    "pmk_nilai": ("nilai efisiensi PMK 22/2021", ""),
}


class AturanEfisiensi(Entri):
    """Hold a rule of efficiency: a measure, and classes by it, best first."""

    ukuran: Literal["selisih", "rasio", "sisa", "pmk", "pmk_nilai"]
    belum_tercapai: str = Field("", description="Sebutan bila ada indikator di bawah ambang_tercapai")
    kelas: tuple[KelasEfisiensi, ...] = Field(min_length=2)

    @property
    def terbaik(self) -> str:
        return self.kelas[0].nama

    @property
    def sebutan_kelas(self) -> tuple[str, ...]:
        """Return every name that the rule can give."""
        return tuple(dict.fromkeys([*(k.nama for k in self.kelas), *filter(None, [self.belum_tercapai])]))

    def susun_kalimat(self) -> str:
        awal = (
            f"{self.belum_tercapai.lower()} bila ada indikator di bawah ambang; selain itu "
            if self.belum_tercapai
            else ""
        )
        kelas = [
            f"{'lebih dari' if k.tegas else 'sekurangnya'} {angka(k.ambang or 0)} {k.nama.lower()}"
            for k in self.kelas[:-1]
        ]
        return f"{awal}{UKURAN[self.ukuran][0]}: {', '.join(kelas)}, selebihnya {self.kelas[-1].nama.lower()}"

    def periksa(self) -> Iterator[Cacat]:
        """Find classes without a bound, with two, named twice, or out of order."""
        *berambang, akhir = self.kelas
        for i, k in enumerate(berambang):
            if (k.sekurangnya is None) == (k.lebih_dari is None):
                yield Cacat(("kelas", i), f'kelas "{k.nama}" perlu satu ambang', "Isi sekurangnya atau lebih_dari.")
        if akhir.ambang is not None:
            yield Cacat(("kelas", len(berambang)), f'kelas terakhir, "{akhir.nama}", memakai ambang',
                        "Kelas terakhir menampung selebihnya; hapus ambangnya.")  # fmt: skip
        if len({k.nama.casefold() for k in self.kelas}) < len(self.kelas):
            yield Cacat(("kelas",), "ada kelas yang disebut dua kali", "Beri setiap kelas nama sendiri.")
        for i, (a, b) in enumerate(pairwise(berambang), 1):
            if a.ambang is None or b.ambang is None:
                continue
            if a.ambang < b.ambang or (a.ambang == b.ambang and not (a.tegas and not b.tegas)):
                yield Cacat(("kelas", i), f'ambang "{b.nama}" tidak di bawah ambang "{a.nama}"',
                            "Tulis kelas terbaik lebih dahulu, ambangnya menurun.")  # fmt: skip


class Pembulatan(Entri):
    """Hold how a capaian, and a mean of capaian, is rounded before it is classed; without `desimal`, not at all."""

    desimal: int | None = Field(None, ge=0, le=6)
    cara: Literal["setengah_ke_atas", "potong"] = "setengah_ke_atas"

    def susun_kalimat(self) -> str:
        if self.desimal is None:
            return "dihitung tanpa pembulatan"
        cara = "dipotong" if self.cara == "potong" else "dibulatkan"
        return f"{cara} {self.desimal} desimal sebelum dirata-rata dan dikelaskan"

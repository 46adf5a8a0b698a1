"""Scales: classes with their bounds, best first, and how edges, gaps and the open ends are read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from pydantic import Field

from lkip_lib.policies.entri import Cacat, Entri, angka
from lkip_lib.rumus.jenis import Arah, kata_baik, menurun
from lkip_lib.strict_yaml import Ketat

_TEPI = {
    "kiri_terbuka": "nilai tepat di batas masuk kelas yang lebih rendah nilainya",
    "kanan_terbuka": "nilai tepat di batas masuk kelas yang lebih tinggi nilainya",
}
CARA_CELAH = {
    "ambang_bawah": "masuk kelas yang batas bawahnya sudah dilewati",
    "ambang_atas": "masuk kelas di atas celah",
    "bulatkan": "dibulatkan dahulu ke ketelitian batasnya",
}


class Kelas(Ketat):
    """Name one class of a scale with its printed bounds, in the unit of the scale; an open end is left out."""

    nama: str = Field(min_length=1)
    arti: str = ""
    bawah: float | None = None
    atas: float | None = None
    memuat: Literal["", "bawah", "atas", "keduanya", "tanpa"] = ""

    @property
    def satu_titik(self) -> bool:
        """Tell whether a single value makes the class."""
        return self.bawah is not None and self.bawah == self.atas

    def memegang(self, ujung: str) -> bool | None:
        """Tell whether the class itself says that an edge is its own; None where it leaves that to the scale."""
        if self.memuat:
            return self.memuat in (ujung, "keduanya")
        return True if self.satu_titik else None


class Skala(Entri):
    """Hold a scale of classes, best first: the highest values, or with `arah: turun` the lowest."""

    untuk: Literal["capaian", "nilai"]
    arah: Arah = "naik"
    tepi: Literal["kiri_terbuka", "kanan_terbuka", "bercelah"] = Field(
        description="kiri_terbuka: (60, 70]; kanan_terbuka: [60, 70); bercelah: 91–100 lalu 76–90, celahnya dibaca "
        "menurut params"
    )
    kelas: tuple[Kelas, ...] = Field(min_length=2)

    @property
    def menurun(self) -> tuple[Kelas, ...]:
        """Return the classes from the highest values to the lowest."""
        return self.kelas[::-1] if menurun(self.arah) else self.kelas

    @property
    def desimal(self) -> int:
        """Count the decimals of the printed bounds."""
        ujung = [b for k in self.kelas for b in (k.bawah, k.atas) if b is not None]
        return max((len(f"{b:.9f}".rstrip("0").partition(".")[2]) for b in ujung), default=0)

    @property
    def angka_tetap(self) -> frozenset[float]:
        """Return the number that is none of its bounds: to how many decimals they are read."""
        return frozenset({float(self.desimal)})

    def milik_atas(self, rendah: Kelas, tinggi: Kelas) -> bool:
        """Tell whether the edge that two classes share belongs to the higher one."""
        atas, bawah = tinggi.memegang("bawah"), rendah.memegang("atas")
        if atas is None and bawah is None:
            return self.tepi == "kanan_terbuka"
        return bool(atas) if bawah is None else not bawah

    def pembacaan(self, celah: str) -> str:
        """Name how the scale is read; only where it has gaps does `celah`, the choice in params, decide."""
        return {"bercelah": celah, "kanan_terbuka": "ambang_bawah"}.get(self.tepi, self.tepi)

    def sebutan_tepi(self, celah: str) -> str:
        """Name how the edges are read; only where the scale has gaps is it `celah`, the choice in params."""
        return celah if self.tepi == "bercelah" else self.tepi

    def susun_kalimat(self) -> str:
        return "; ".join(f"{k.nama} {self.sebut_rentang(k)}" for k in self.kelas)

    def sebut_rentang(self, k: Kelas) -> str:
        """Write the bounds of a class; where classes say themselves what they hold, with the sign of each edge."""
        if all(lain.memegang("bawah") is None for lain in self.kelas):
            return rentang(k, self.tepi)
        if k.satu_titik:
            return f"= {angka(k.bawah or 0.0)}"
        i, naik = self.menurun[::-1].index(k), self.menurun[::-1]
        bawah = i == 0 or self.milik_atas(naik[i - 1], k)
        atas = i == len(naik) - 1 or not self.milik_atas(k, naik[i + 1])
        ujung = [f"{'≥' if bawah else '>'} {angka(k.bawah)}" if k.bawah is not None else ""]
        ujung += [f"{'≤' if atas else '<'} {angka(k.atas)}" if k.atas is not None else ""]
        return " dan ".join(filter(None, ujung))

    def letak_celah(self, nilai: float) -> int:
        """Number the gap in which a value lies, in no class: 0 is below the highest class; −1 where it lies in none."""
        if self.tepi != "bercelah":
            return -1
        v = round(nilai, 9)
        dua = zip(self.menurun[1:], self.menurun, strict=False)
        return next((i for i, (a, b) in enumerate(dua) if (a.atas or v) < v < (b.bawah or v)), -1)

    def perlakuan(self, celah: str) -> list[str]:
        """Say how values on an edge, in a gap and beyond the ends are read.

        `celah` is the choice in params.
        """
        naik = self.menurun[::-1]
        sela = [f"{angka(dari)}–{angka(ke)}" for dari, ke in filter(None, map(_celah, naik, naik[1:]))]
        hasil = [f"nilai di celah {', '.join(sela)} {CARA_CELAH[celah]}"] if sela else [_TEPI[self.tepi]]
        if naik[-1].atas is not None:
            hasil.append(f"di atas {angka(naik[-1].atas)}: {naik[-1].nama}")
        if naik[0].bawah is not None:
            hasil.append(f"di bawah {angka(naik[0].bawah)}: {naik[0].nama}")
        return hasil

    def periksa(self) -> Iterator[Cacat]:
        """Find bounds missing or reversed, classes that overlap, share an edge, leave a gap, or hold no value."""
        dilihat: set[str] = set()
        for i, k in enumerate(self.kelas):
            if k.satu_titik and k.memuat not in ("", "keduanya"):
                sebab = f'kelas "{k.nama}" tidak dapat dicapai nilai mana pun'
                saran = f"Hapus memuat: kelas satu titik memuat {angka(k.bawah or 0.0)}."
                yield Cacat(("kelas", i), sebab, saran)
            if k.memuat and self.tepi == "bercelah":
                saran = "Hapus memuat, atau pilih tepi: kiri_terbuka atau kanan_terbuka."
                yield Cacat(("kelas", i), f'kelas "{k.nama}" dalam skala bercelah memuat kedua batasnya', saran)
            if k.nama.casefold() in dilihat:
                yield Cacat(("kelas", i), f'kelas "{k.nama}" disebut dua kali', "Beri setiap kelas nama sendiri.")
            dilihat.add(k.nama.casefold())
            if k.bawah is not None and k.atas is not None and k.bawah > k.atas:
                sebab = f"batas bawah {angka(k.bawah)} lebih tinggi dari batas atas {angka(k.atas)}"
                yield Cacat(("kelas", i), f'kelas "{k.nama}": {sebab}', "Tukar kedua batasnya.")
        for i, (baik, buruk) in enumerate(pairwise(self.kelas), 1):
            if cacat := self._pasangan(*((buruk, baik) if menurun(self.arah) else (baik, buruk))):
                yield Cacat(("kelas", i), *cacat)

    def _pasangan(self, tinggi: Kelas, rendah: Kelas) -> tuple[str, str] | None:
        """Look at two neighbours, the one of higher values first."""
        dua = f'"{tinggi.nama}" dan "{rendah.nama}"'
        if _di_bawah(tinggi, rendah):
            return (
                f"urutan kelas {dua} terbalik",
                f"Kelas bernilai ter{kata_baik(self.arah)} ditulis lebih dahulu; arah: turun bila nilai rendah "
                "yang terbaik.",
            )
        if tinggi.bawah is None or rendah.atas is None:
            return f"batas antara {dua} belum diisi", "Isi bawah kelas yang satu dan atas kelas yang lain."
        if rendah.atas > tinggi.bawah:
            bawah = max(b for b in (tinggi.bawah, rendah.bawah) if b is not None)
            atas = min(b for b in (tinggi.atas, rendah.atas) if b is not None)
            return (
                f"kelas {dua} tumpang tindih di {angka(bawah)}–{angka(atas)}",
                "Sebuah nilai hanya boleh masuk satu kelas: "
                f'turunkan batas atas "{rendah.nama}", atau naikkan batas bawah "{tinggi.nama}".',
            )
        if _celah(rendah, tinggi) and self.tepi != "bercelah":
            return f"ada celah antara {dua}", "Sambungkan batasnya, atau nyatakan celahnya dengan tepi: bercelah."
        if rendah.atas == tinggi.bawah and self.tepi == "bercelah":
            return (
                f"kelas {dua} berbagi batas {angka(rendah.atas)}",
                f"Pilih tepi: kiri_terbuka ({angka(rendah.atas)} masuk kelas di bawahnya) atau tepi: kanan_terbuka.",
            )
        sendiri = {tinggi.memegang("bawah"), rendah.memegang("atas")}
        if rendah.atas == tinggi.bawah and len(sendiri) == 1 and None not in sendiri:
            sebab = f"kelas {dua} sama-sama {'memuat' if sendiri == {True} else 'tidak memuat'} {angka(rendah.atas)}"
            return sebab, "Ubah memuat salah satunya, sehingga batas itu milik tepat satu kelas."
        return None


def rentang(k: Kelas, tepi: str = "bercelah") -> str:
    """Write the printed bounds of a class; an open end at a shared edge says whether the edge belongs to it.

    >>> rentang(Kelas(nama="Tinggi", bawah=76, atas=90)), rentang(Kelas(nama="Rendah", atas=50))
    ('76–90', '≤ 50')
    >>> rentang(Kelas(nama="Istimewa", bawah=120), "kiri_terbuka"), rentang(Kelas(nama="C", atas=60), "kanan_terbuka")
    ('> 120', '< 60')
    """
    if k.bawah is not None and k.atas is not None:
        return f"{angka(k.bawah)}–{angka(k.atas)}"
    if k.atas is not None:
        return f"{'<' if tepi == 'kanan_terbuka' else '≤'} {angka(k.atas)}"
    return f"{'>' if tepi == 'kiri_terbuka' else '≥'} {angka(k.bawah)}" if k.bawah is not None else ""


def _celah(rendah: Kelas, tinggi: Kelas) -> tuple[float, float] | None:
    """Return the ends of the gap between a class and the next above it, None where there is none."""
    if rendah.atas is None or tinggi.bawah is None or rendah.atas >= tinggi.bawah:
        return None
    return rendah.atas, tinggi.bawah


def _di_bawah(a: Kelas, b: Kelas) -> bool:
    """Tell whether a class lies wholly below another, as far as their bounds are known."""
    if a.atas is None and b.bawah is None:
        return False  # both are open towards each other's bound
    milik_a, milik_b = ([b for b in (k.bawah, k.atas) if b is not None] for k in (a, b))
    return bool(milik_a and milik_b) and max(milik_a) <= min(milik_b) and a.bawah != b.atas

"""Policies as data: scales, capaian formulas, bounds, efficiency rules and rounding, built in or an agency's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, sebut_pilihan, terdekat, tolak
from lkip_lib.policies.aturan import AturanEfisiensi, AturanRentang, Batas, KelasEfisiensi, Pembulatan, RumusCapaian
from lkip_lib.policies.entri import Entri
from lkip_lib.policies.skala import Kelas, Skala

__all__ = [
    "BAGIAN", "AturanEfisiensi", "AturanRentang", "Batas", "Daftar", "Entri", "Kebijakan", "Kelas", "KelasEfisiensi",
    "Pembulatan", "RumusCapaian", "Skala", "bawaan", "daftar",
]  # fmt: skip
_BAWAAN = Path(__file__).parent / "kebijakan.yml"
# The parts of a file of policies: what each entry in them must be, and how one is called in a message.
BAGIAN: dict[str, tuple[type[Entri], str]] = {
    "skala": (Skala, "Skala"),
    "rumus": (RumusCapaian, "Rumus"),
    "rentang": (AturanRentang, "Aturan rentang"),
    "batas": (Batas, "Batas"),
    "efisiensi": (AturanEfisiensi, "Aturan efisiensi"),
    "pembulatan": (Pembulatan, "Pembulatan"),
}


@dataclass(frozen=True)
class Kebijakan:
    """Hold the policies that one report chose, each whole."""

    rumus_naik: RumusCapaian
    rumus_turun: RumusCapaian
    rentang: AturanRentang
    batas: Batas
    pembulatan: Pembulatan
    efisiensi: AturanEfisiensi
    skala_capaian: Skala
    skala_nilai: Mapping[str, Skala] = field(default_factory=dict)


@dataclass(frozen=True)
class Daftar:
    """Hold every policy that an agency may choose from, by part and name."""

    skala: Mapping[str, Skala]
    rumus: Mapping[str, RumusCapaian]
    rentang: Mapping[str, AturanRentang]
    batas: Mapping[str, Batas]
    efisiensi: Mapping[str, AturanEfisiensi]
    pembulatan: Mapping[str, Pembulatan]

    def pilihan(self, kunci: str) -> dict[str, Entri]:
        """Return the policies from which a key of params chooses: `rumus_turun` those for lower is better."""
        bagian = kunci.split("_")[0]
        semua: dict[str, Entri] = dict(getattr(self, bagian))
        if bagian == "rumus":
            return {n: r for n, r in self.rumus.items() if r.untuk == kunci.removeprefix("rumus_")}
        return semua

    def periksa(self, kunci: str, nama: str) -> tuple[str, str] | None:
        """Say what is wrong with a choice in params and what is nearest; None when it exists."""
        semua = self.pilihan(kunci)
        if nama in semua:
            return None
        sebutan = BAGIAN[kunci.split("_")[0]][1]
        saran = terdekat(nama, semua)
        if nama.isdigit():  # no number is another one mistyped
            sendiri = f"{sebutan} sendiri ditulis di params/<instansi>/kebijakan.yml; caranya di docs/kebijakan.md."
            saran = f"{sebut_pilihan(semua)} {sendiri}"
        return f'{sebutan} "{nama}" tidak dikenal ({kunci}).', saran

    def pilih(self, skala_nilai: Mapping[str, str], **nama: str) -> Kebijakan:
        """Take the chosen policies by their names. Raises MasukanSalah with the nearest name of each unknown one."""
        semua = [*nama.items(), *(("skala_nilai", n) for n in skala_nilai.values())]
        tolak([Masalah(*cacat, "params") for k, n in semua if (cacat := self.periksa(k, n))])
        isi: dict[str, Any] = {k: self.pilihan(k)[n] for k, n in nama.items()}
        return Kebijakan(**isi, skala_nilai={k: self.skala[n] for k, n in skala_nilai.items()})


@cache
def bawaan() -> Daftar:
    """Return the built-in policies.

    >>> [k.nama for k in bawaan().skala["permenpanrb-88-2021"].kelas]
    ['AA', 'A', 'BB', 'B', 'CC', 'C', 'D']
    """
    return _susun([(_BAWAAN, _BAWAAN.name)])


def daftar(tambahan: Iterable[Path] = (), akar: Path | None = None) -> Daftar:
    """Return the built-in policies and those of the files that are there.

    A later file never replaces an entry of an earlier one: one name means the same everywhere. Raises MasukanSalah with
    everything wrong in them, by file and line.
    """
    milik = [(p, p.relative_to(akar).as_posix() if akar else p.name) for p in tambahan if p.exists()]
    return _susun([(_BAWAAN, _BAWAAN.name), *milik]) if milik else bawaan()


def _susun(berkas: Sequence[tuple[Path, str]]) -> Daftar:
    hasil: dict[str, dict[str, Any]] = {b: {} for b in BAGIAN}
    masalah: list[Masalah] = []
    for path, nama_berkas in berkas:
        for bagian, isi in strict_yaml.muat(path, nama_berkas, "skala").items():
            baris = strict_yaml.baris_kunci(path, (bagian,))
            if bagian not in BAGIAN:
                masalah.append(
                    Masalah(f'Kunci "{bagian}" tidak dikenal.', terdekat(bagian, BAGIAN), nama_berkas, baris)
                )
            elif not isinstance(isi, dict):
                masalah.append(Masalah(f"{bagian} belum berisi.", "Tulis nama, lalu isinya.", nama_berkas, baris))
            else:
                for nama, butir in isi.items():
                    if str(nama) in hasil[bagian]:
                        sebab = f'{BAGIAN[bagian][1]} "{nama}" sudah ada, bawaan atau milik semua instansi.'
                        tempat = strict_yaml.baris_kunci(path, (bagian, nama))
                        masalah.append(Masalah(sebab, "Beri nama lain.", nama_berkas, tempat))
                        continue
                    entri, salah = _baca(path, nama_berkas, bagian, str(nama), butir)
                    masalah += salah
                    if entri:
                        hasil[bagian][str(nama)] = entri
    tolak(masalah)
    return Daftar(**hasil)


def _baca(path: Path, berkas: str, bagian: str, nama: str, isi: Any) -> tuple[Entri | None, list[Masalah]]:
    """Read one entry: first the form of its keys, then what they mean together."""
    try:
        entri = strict_yaml.cocokkan(BAGIAN[bagian][0], isi, path, berkas, awal=(bagian, nama))
    except MasukanSalah as salah:
        return None, salah.masalah
    entri = entri.model_copy(update={"nama": nama})
    return entri, [
        Masalah(f"{BAGIAN[bagian][1]} {nama}: {c.temuan}.".replace("..", "."), c.perbaikan, berkas,
                strict_yaml.baris_kunci(path, (bagian, nama, *c.jejak)))
        for c in entri.periksa()
    ]  # fmt: skip

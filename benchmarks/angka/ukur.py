"""Read drawn cases and count what became of them, by shape."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module

from benchmarks.angka.model import BENTUK, Kasus
from lkip_lib.numerals import Reading, read

# The modules of this folder that enter shapes, in the order of the table.
for _modul in ("bentuk", "rusak"):
    import_module(f"benchmarks.angka.{_modul}")
KEADAAN = ("benar", "ragu", "ditolak", "salah")


@dataclass
class Hasil:
    """Count by shape, and keep what was read wrong, and what a reader would have read but was not."""

    hitung: dict[str, Counter[str]] = field(default_factory=dict)
    salah: list[tuple[Kasus, Reading]] = field(default_factory=list)
    luput: list[tuple[Kasus, Reading]] = field(default_factory=list)


def nilai(kasus: Kasus, bacaan: Reading) -> str:
    """Judge a reading: benar, ragu (refused, the truth among its candidates), ditolak, or salah."""
    tanpa_angka = kasus.nilai is None and kasus.ujung is None
    if bacaan.status == "tidak_terbaca":
        return "ragu" if kasus.nilai in bacaan.candidates else "ditolak"
    if bacaan.status != "angka":
        return "benar" if tanpa_angka and not kasus.ambigu else "salah"
    if kasus.ujung is not None:
        return "benar" if (bacaan.value, bacaan.low, bacaan.high) == (None, *kasus.ujung) else "salah"
    if kasus.bagian is not None and bacaan.parts != kasus.bagian:
        return "salah"
    return "benar" if bacaan.value == kasus.nilai and bacaan.low is bacaan.high is None else "salah"


def ukur(banyak: int, benih: int) -> Hasil:
    """Draw `banyak` cases of every shape and read them."""
    hasil = Hasil()
    for nama, buat in BENTUK.items():
        acak = random.Random(f"{benih} {nama}")
        hitung = hasil.hitung.setdefault(nama, Counter())
        for _ in range(banyak):
            kasus = buat(acak)
            bacaan = read(kasus.teks, satuan=kasus.satuan, rentang=kasus.rentang)
            keadaan = nilai(kasus, bacaan)
            hitung[keadaan] += 1
            if keadaan == "salah":
                hasil.salah.append((kasus, bacaan))
            elif keadaan != "benar" and not kasus.ambigu:
                hasil.luput.append((kasus, bacaan))
    return hasil


def tabel(hasil: Hasil) -> str:
    """Write the counts as a Markdown table."""
    baris = ["| bentuk | dibaca | benar | ragu | ditolak | salah |", "|---|---:|---:|---:|---:|---:|"]
    semua: Counter[str] = sum(hasil.hitung.values(), Counter())
    for nama, hitung in [*hasil.hitung.items(), ("semua", semua)]:
        baris.append(f"| {nama} | {sum(hitung.values())} | " + " | ".join(str(hitung[k]) for k in KEADAAN) + " |")
    return "\n".join(baris)

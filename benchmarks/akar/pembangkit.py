"""Make agencies with up to six independent causes; what each touches is known."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.akar import sebab_anggaran, sebab_kinerja, sebab_teks
from benchmarks.akar.pelaku import Pelaku, Sebab
from benchmarks.pemeriksaan.model import Instansi
from benchmarks.pemeriksaan.pembangkit import bangun

PALING_BANYAK = 6
# Every public function of the rooms of slips that takes the hand is a kind.
JENIS: dict[str, Callable[[Pelaku], bool]] = {
    nama: fungsi
    for ruang in (sebab_kinerja, sebab_anggaran, sebab_teks)
    for nama, fungsi in vars(ruang).items()
    if callable(fungsi) and not nama.startswith("_") and fungsi.__module__ == ruang.__name__
}


@dataclass(frozen=True)
class Kasus:
    """Hold one agency with its causes, all printed."""

    instansi: Instansi
    sebab: tuple[Sebab, ...]

    def hanya(self, *sebab: Sebab) -> None:
        """Print the report with some of its causes alone."""
        for s in self.sebab:
            s.cabut()
        for s in sebab:
            s.pasang()


def buat(benih: int, nomor: int) -> Kasus:
    """Make the agency of a number; every seventh has no cause, so that the clean ones are among them."""
    acak = random.Random(f"akar {benih} {nomor}")
    instansi = bangun(acak.randrange(10**9))
    instansi.kode = f"akar-{benih}-{nomor}"
    ingin, pelaku = nomor % (PALING_BANYAK + 1), Pelaku(instansi, acak)
    for jenis in acak.sample(list(JENIS), len(JENIS)):
        if len(pelaku.sebab) >= ingin:
            break
        pelaku.coba(jenis, JENIS[jenis])
    return Kasus(instansi, tuple(pelaku.sebab))

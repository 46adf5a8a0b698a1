"""One contradiction of a draft: what it is, and the cell or sentence that it stands at."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from lkip_lib.draf.findings.figures import Angka

KESALAHAN, PERINGATAN, INFORMASI = "kesalahan", "peringatan", "informasi"
TINGKAT = (KESALAHAN, PERINGATAN, INFORMASI)
DITEBAK_KATA = "Bersandar pada sel yang ditebak; periksa dahulu pembacaannya."


@dataclass(slots=True)
class Temuan:
    """Hold one note: its id, check, level, the figure that it is about, what to say, and the job that it belongs to."""

    id: str
    kode: str
    tingkat: str
    angka: Angka
    pesan: str
    pekerjaan: str = ""
    saran: str = ""
    kriteria: str = ""
    berkas: str = ""

    def turunkan(self) -> None:
        """Let a note that rests on a guess be no more than a warning, and say so."""
        if self.tingkat == KESALAHAN:
            self.tingkat = PERINGATAN
        if DITEBAK_KATA not in self.pesan:
            self.pesan = f"{self.pesan} {DITEBAK_KATA}"


def id_temuan(kode: str, *isi: object) -> str:
    """Return the id of a note, the same while what contradicts itself stays as it is."""
    return f"{kode}-{hashlib.sha256(repr(isi).encode()).hexdigest()[:8]}"

"""Ask a person what a file leaves open; where nobody can be asked, the answer is what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

# Asks which of several to take: question, choices, what was found, the flag that says it instead.
Tanya = Callable[[str, list[str], str, str], str]


@dataclass(frozen=True, slots=True)
class Diminta:
    """Hold what a person said of a file: the year and quarter it is for, and sheet, table and document, if named.

    `jumlahkan` says that a code that stands twice is one line in parts; `tetap` that another year or a total that
    does not fit is meant.
    """

    tahun: int
    tanya: Tanya
    triwulan: int = 0
    lembar: str = ""
    tabel: str = ""
    dokumen: str = ""
    jumlahkan: bool = False
    tetap: bool = False

    def pilih_dokumen(self, sah: Sequence[str], disebut: str, bawaan: str) -> str:
        """Return the document that states the figures: the one named, else the file's own, else the one chosen."""
        if self.dokumen and self.dokumen not in sah:
            raise MasukanSalah(Masalah(f'Dokumen "{self.dokumen}" tidak dikenal.', terdekat(self.dokumen, sah)))
        if self.dokumen or disebut:
            return self.dokumen or disebut
        return self.tanya("Dokumen yang menyatakan angkanya:", list(sah), bawaan, "--dokumen")


def tanpa_nomor(kolom: str, lembar: str) -> MasukanSalah:
    """Say that a column is of a quarter whose number neither the file nor anybody tells."""
    temuan = f'Kolom "{kolom}" tidak menyebut triwulan ke berapa.'
    return MasukanSalah(Masalah(temuan, "Sebut dengan --triwulan, misalnya --triwulan 2.", lembar))

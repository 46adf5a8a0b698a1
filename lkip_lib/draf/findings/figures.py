"""One number of a draft: where it stands, what it was read as, and how far that reading is to be believed."""

from __future__ import annotations

from dataclasses import dataclass, field

# The four buckets: proved, guessed, damaged or of two readings, and left alone.
DIBACA, DITEBAK, RAGU, TIDAK = "dibaca", "ditebak", "ragu", "tidak_ditempatkan"
EMBER = (DIBACA, DITEBAK, RAGU, TIDAK)
# Two signs that agree make a figure believed.
_CUKUP = 2


@dataclass(slots=True)
class Angka:
    """Hold one number; table, row and column count from 1, 0 where it stands in a paragraph.

    `tanda` are the signs that speak for its reading, `sebab` why it is in doubt. Beside what is told of it stand what
    the tables of a year need: its period, whose it is, the document and the unit.
    """

    tabel: int
    baris: int
    kolom: int
    paragraf: int
    tercetak: str
    nilai: float | None = None
    ember: str = TIDAK
    jenis: str = ""
    peran: str = ""
    subjek: str = ""
    kode: str = ""
    tahun: int = 0
    periode: str = ""
    lingkup: str = ""
    dokumen: str = ""
    satuan: str = ""
    sebab: str = ""
    tanda: set[str] = field(default_factory=set)
    awal: int = 0  # where it begins in its paragraph or cell

    @property
    def letak(self) -> tuple[int, int, int]:
        return self.tabel, self.baris, self.kolom

    def putuskan(self, *, hati_hati: bool = False) -> None:
        """Decide the bucket of a figure that has a role: two signs, or one that proves it, make it believed.

        With `hati_hati`, where cells themselves are pieced together, only another figure can prove it.
        """
        if self.ember == TIDAK and self.peran:
            cukup = self.tanda & TERHITUNG if hati_hati else len(self.tanda) >= _CUKUP or self.tanda & TERBUKTI
            self.ember = DIBACA if cukup else DITEBAK


# Signs that prove a figure alone.
RUMUS, JUMLAH, KODE, SAMA, JUDUL, KETERANGAN, BENTUK, NAMA = (
    *("rumus", "jumlah", "kode", "sama", "judul", "keterangan", "bentuk", "nama"),
)
TERBUKTI = {RUMUS, JUMLAH, KODE}
TERHITUNG = {RUMUS, JUMLAH, SAMA}

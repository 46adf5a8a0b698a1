"""Put the notes of a draft together as jobs: what is mended at one place, with all that goes away with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkip_lib.draf.findings.notes import PERINGATAN, TINGKAT, Temuan
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.tables.captions import nomor_tabel


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """Hold one job: the note to begin with, where it stands in words, and the other notes that it clears."""

    nomor: int
    utama: Temuan
    tempat: str
    lain: tuple[tuple[Temuan, str], ...] = ()

    @property
    def terkait(self) -> list[str]:
        """Return the other notes in words, each with its place where that is another one."""
        return [f"{di}: {t.pesan}" if di != self.tempat else t.pesan for t, di in self.lain]

    @property
    def tingkat(self) -> str:
        """Return the gravest level among its notes."""
        return min((self.utama.tingkat, *(t.tingkat for t, _ in self.lain)), key=TINGKAT.index)


def pekerjaan(temuan: Sequence[Temuan], bacaan: Bacaan) -> list[Pekerjaan]:
    """Return the jobs of a draft, the gravest first; what only informs asks for no work."""
    kelompok: dict[str, list[Temuan]] = {}
    di_sel: dict[object, str] = {}  # what is said of one cell is mended there, whoever says it
    for t in temuan:
        if t.tingkat in TINGKAT[: TINGKAT.index(PERINGATAN) + 1]:
            akar = t.pekerjaan or t.id
            kelompok.setdefault(di_sel.setdefault(t.angka.letak, akar) if t.angka.tabel else akar, []).append(t)
    urut = sorted(
        kelompok.items(), key=lambda isi: (min(TINGKAT.index(t.tingkat) for t in isi[1]), -len(isi[1]))
    )  # fmt: skip
    hasil = []
    for n, (id_, milik) in enumerate(urut, start=1):
        utama = next((t for t in milik if t.id == id_), milik[0])
        tempat = sebut_tempat(utama, bacaan)
        lain = tuple((t, sebut_tempat(t, bacaan)) for t in milik if t is not utama)
        hasil.append(Pekerjaan(n, utama, tempat, lain))
    return hasil


def sebut_tempat(t: Temuan, bacaan: Bacaan) -> str:
    """Say where a note stands in the draft."""
    a = t.angka
    if not a.tabel:
        return f"paragraf {a.paragraf}"
    kenal = next((k for k in bacaan.tabel if k.tabel.nomor == a.tabel), None)
    nomor = nomor_tabel(kenal.ket.judul) if kenal else ""
    kolom = next((k.teks for k in (kenal.kolom if kenal else ()) if k.nomor == a.kolom - 1), "")
    sebut = f"{nomor} (tabel ke-{a.tabel})" if nomor else f"tabel ke-{a.tabel}"
    return f"{sebut}, baris {a.baris}, kolom {a.kolom}{f' ({kolom})' if kolom else ''}"

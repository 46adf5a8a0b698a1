"""Read one sheet as one table: find its headings, take its rows, and say what is no row and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris
from lkip_lib.inputs.cell_kinds import keberatan
from lkip_lib.inputs.files import BARIS, periksa_luas
from lkip_lib.inputs.grid import Kisi, huruf_kolom
from lkip_lib.inputs.headings import kolom_untuk, pilihan_untuk, rapikan, salah_ketik
from lkip_lib.inputs.no_data import jumlah, jumlah_dari, nomor_kolom
from lkip_lib.inputs.origin import Asal
from lkip_lib.inputs.sheet_marks import Letak
from lkip_lib.inputs.tables import Column, Table

# A row whose key begins so is an example of the blank workbook and no part of the report.
CONTOH = "contoh-"
_KEPALA_TERJAUH = 30  # rows among which the headings are looked for
# Texts that hold numbers: a date there is a mistyped range.
_BERANGKA = frozenset({"rentang", "nilai", "nomor"})


@dataclass(frozen=True, slots=True)
class Lembar:
    """Hold what a sheet gave: rows of text with `_baris`, their place, problems, and what to know of it (place, what).

    `frame` is None when the headings were not found.
    """

    frame: pd.DataFrame | None
    asal: Asal
    masalah: tuple[Masalah, ...] = ()
    kabar: tuple[tuple[str, str], ...] = ()


def baca_lembar(kisi: Kisi, table: Table, berkas: str) -> Lembar:
    """Read a sheet of the workbook `berkas` as a table.

    Rows above the headings, blank rows, repeated headings, examples and totals are no data. Raises nothing: what is
    wrong is in `masalah`, each at its cell.
    """
    asal = Asal(berkas, kisi.nama)
    try:
        periksa_luas(len(kisi.baris), len(kisi.baris[0]) if kisi.baris else 0, f"{berkas}, lembar {kisi.nama}")
    except MasukanSalah as salah:
        return Lembar(None, asal, tuple(salah.masalah))
    kepala = _baris_kepala(kisi, table)
    if kepala is None:
        wajib = ", ".join(c.name for c in table.columns if c.wajib)
        temuan = "Judul kolom tidak ditemukan."
        return Lembar(
            None, asal, (Masalah(temuan, f"Tulis judulnya dalam satu baris: {wajib}, ….", *asal.letak(None)),)
        )
    pembaca = _Pembaca(kisi, table, berkas, kepala)
    return pembaca.lembar()


def _baris_kepala(kisi: Kisi, table: Table) -> int | None:
    """Return the row with most headings of the table; None when no row has two, or the only one."""
    cocok = [
        len({c.name for teks in baris if (c := kolom_untuk(table, teks))}) for baris in kisi.baris[:_KEPALA_TERJAUH]
    ]
    terbanyak = max(cocok, default=0)
    return cocok.index(terbanyak) if terbanyak >= min(2, len(table.columns)) else None


class _Pembaca:
    """Take a sheet apart once its headings are found."""

    def __init__(self, kisi: Kisi, table: Table, berkas: str, kepala: int) -> None:
        self.kisi, self.table, self.kepala = kisi, table, kepala
        self.masalah: list[Masalah] = []
        self.kabar: list[tuple[str, str]] = []
        self.tempat = Asal(berkas, kisi.nama)
        self.kolom = self._baca_kepala()
        self.asal = Asal(berkas, kisi.nama, {c.name: huruf_kolom(k) for k, c in self.kolom.items()})
        self.turun, self.melintang = self._gabungan()

    def lembar(self) -> Lembar:
        baris, isi = [], []
        dilewati: dict[str, list[int]] = {}
        for b in range(self.kepala + 1, len(self.kisi.baris)):
            sel = {k: self._teks(b, k) for k in self.kolom}
            if any(sel.values()):
                sebab = self._bukan_data({self.kolom[k].name: t for k, t in sel.items()})
                if sebab:
                    dilewati.setdefault(sebab, []).append(b + 1)
                else:
                    baris.append(b + 1)
                    isi.append([self._nilai(b, k, teks) for k, teks in sel.items()])
        self._kabarkan(dilewati, baris)
        frame = pd.DataFrame(isi, columns=[c.name for c in self.kolom.values()], dtype=object)
        frame[BARIS] = pd.Series(baris, dtype="int64")
        return Lembar(frame, self.asal, tuple(self.masalah), tuple(self.kabar))

    def _baca_kepala(self) -> dict[int, Column]:
        """Pair the sheet's columns with the table's; an own name goes before a synonym."""
        judul = {k: t for k, t in enumerate(self.kisi.baris[self.kepala]) if t}
        dikenal = {k: c for k, t in judul.items() if (c := kolom_untuk(self.table, t))}
        persis = {c.name for k, c in dikenal.items() if rapikan(judul[k]) == c.name}
        hasil: dict[int, Column] = {}
        terpakai: dict[str, int] = {}
        for k, c in dikenal.items():
            if c.name in persis and rapikan(judul[k]) != c.name:
                continue
            if c.name in terpakai:
                tempat = f"{huruf_kolom(terpakai[c.name])}{self.kepala + 1}"
                self._salah(
                    self.kepala, k, f'Judul "{judul[k]}" sama artinya dengan judul di {tempat}.', "Sisakan satu."
                )
                continue
            terpakai[c.name] = k
            hasil[k] = c
        belum = [c for c in self.table.columns if c.name not in terpakai]
        for k, t in judul.items():
            if k not in hasil and k not in dikenal and (mirip := salah_ketik(t, belum)):
                self._salah(self.kepala, k, f'Judul "{t}" tidak dikenal.', f'Maksud Anda "{mirip.name}"?')
        self._kabarkan_kolom(judul, hasil)
        for c in belum:
            if c.wajib:
                self._salah(
                    self.kepala, 0, f'Kolom "{c.name}" tidak ada.', f"Tambahkan kolom itu: {c.keterangan.lower()}."
                )
        return dict(sorted(hasil.items()))

    def _kabarkan_kolom(self, judul: Mapping[int, str], dipakai: Mapping[int, Column]) -> None:
        bawah = self.kisi.baris[self.kepala + 1 :]
        lebar = len(self.kisi.baris[self.kepala])
        lain = [k for k in range(lebar) if k not in dipakai and (k in judul or any(b[k] for b in bawah))]
        if lain:
            sebut = ", ".join(f"{huruf_kolom(k)} ({judul.get(k, 'tanpa judul')})" for k in lain)
            self.kabar.append((f"lembar {self.kisi.nama}", f"Kolom {sebut} bukan kolom tabel ini; tidak dibaca."))

    def _gabungan(self) -> tuple[dict[Letak, Letak], frozenset[Letak]]:
        """Return for each cell merged with the one above it where its value stands, and the cells merged sideways."""
        turun: dict[Letak, Letak] = {}
        melintang = set()
        for (b1, k1), (b2, k2) in self.kisi.gabungan:
            if b1 <= self.kepala:
                continue
            if sum(k in self.kolom for k in range(k1, k2 + 1)) > 1:
                melintang |= {(b, k1) for b in range(b1, b2 + 1)}
            turun |= {(b, k1): (b1, k1) for b in range(b1 + 1, b2 + 1)}
        return turun, frozenset(melintang)

    def _teks(self, b: int, k: int) -> str:
        b, k = self.turun.get((b, k), (b, k))
        return self.kisi.baris[b][k]

    def _bukan_data(self, sel: Mapping[str, str]) -> str:
        """Say why a row is no data; empty when it is."""
        if sel.get(self.table.kunci[0], "").lower().startswith(CONTOH):
            return "Baris contoh; tidak dibaca."
        isi = {n: t for n, t in sel.items() if t}
        if len(isi) > 1 and all(kolom_untuk(self.table, t) == self.table[n] for n, t in isi.items()):
            return "Judul kolom yang diulang; tidak dibaca."
        if nomor_kolom(isi.values()):
            return "Nomor kolom; tidak dibaca."
        # Things are counted in "Jumlah" too: a unit tells of no total.
        kata = [sel[c.name] for c in self.kolom.values() if c.kind != "angka" and c.name != "satuan" and sel[c.name]]
        kunci = [sel.get(c.name, "") for c in self.table.columns if c.name in self.table.kunci and not c.bawaan]
        if any(jumlah(t) for t in kunci) or ("" in kunci and any(jumlah_dari(t) for t in kata)):
            return "Baris jumlah; tidak dibaca, sebab jumlah dihitung dari rinciannya."
        return ""

    def _nilai(self, b: int, k: int, teks: str) -> str:
        """Return what a cell says, having reported one that cannot be taken for a value of its column."""
        c, (asal_b, asal_k) = self.kolom[k], self.turun.get((b, k), (b, k))
        if (b, k) in self.melintang:
            self._salah(b, k, "Sel ini digabung melintasi beberapa kolom.", "Pisahkan selnya, isi setiap kolom.")
        elif (b, k) in self.turun and c.kind == "angka" and teks:
            self._salah(b, k, "Satu angka digabung untuk beberapa baris.", "Pisahkan selnya, isi angka setiap baris.")
        jenis = "angka" if c.name in _BERANGKA else c.kind
        if pesan := keberatan(self.kisi.jenis[asal_b][asal_k], teks, jenis, c.satuan):
            self._salah(b, k, *pesan)
            return ""
        return pilihan_untuk(c, teks)

    def _salah(self, b: int, k: int, temuan: str, perbaikan: str) -> None:
        alamat = self.tempat.sel(b + 1, huruf_kolom(k))
        self.masalah.append(Masalah(temuan, perbaikan, self.tempat.berkas, b + 1, alamat))

    def _kabarkan(self, dilewati: Mapping[str, list[int]], dibaca: list[int]) -> None:
        nama = f"lembar {self.kisi.nama}"
        self.kabar += [(f"{nama}, baris {sebut_baris(baris)}", sebab) for sebab, baris in dilewati.items()]
        if sembunyi := [b for b in dibaca if b - 1 in self.kisi.baris_tersembunyi]:
            self.kabar.append((f"{nama}, baris {sebut_baris(sembunyi)}", "Baris tersembunyi; ikut dibaca."))
        if kolom := [huruf_kolom(k) for k in self.kolom if k in self.kisi.kolom_tersembunyi]:
            self.kabar.append((f"{nama}, kolom {', '.join(kolom)}", "Kolom tersembunyi; ikut dibaca."))
        if dibaca and self.kisi.tersembunyi:
            self.kabar.append((nama, "Lembar tersembunyi; ikut dibaca."))

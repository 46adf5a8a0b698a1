"""Read the cells of one table: each figure with its place, and after that every number that no figure holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import BENTUK, DIBACA, DITEBAK, JUDUL, KETERANGAN, RAGU, TIDAK, Angka
from lkip_lib.draf.sentences.digits import banyak_angka, potong_angka
from lkip_lib.draf.sentences.folding import nama_baku
from lkip_lib.draf.tables.kinds import LAIN, TANDA_TANGAN
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.roles import BATAS, BERNAMA, Kolom
from lkip_lib.draf.tables.units import dalam_kurung, pilih_bacaan, terbaca
from lkip_lib.inputs.sheet_marks import Letak

RUPIAH = ("pagu", "realisasi_rp", "sisa")
PERSEN = ("capaian", "capaian_mentah", "serapan", "kemajuan", "fisik", "bagian", "efisiensi")
_TEKS = (
    *(
        "keterangan",
        "formulasi",
        "alasan",
        "sumber_data",
        "sumber_dana",
        "penanggung_jawab",
        "upaya",
        "sebab",
        "satuan",
    ),
    *("arah", "predikat", "triwulan", "pembanding", "golongan", "tahun", BATAS),
)


class Lembar:
    """Give the rows of a recognised table, and keep account of the cells whose numbers are placed."""

    def __init__(self, kenal: Dikenali, desimal: str = "") -> None:
        self.kenal = kenal
        self.desimal = desimal
        self.kisi = kenal.tabel.kisi
        self.mulai = kenal.kepala.mulai if kenal.kepala else 0
        self.terpakai: set[Letak] = set()
        self._induk: dict[Letak, Letak] = {}
        for (b1, k1), (b2, k2) in self.kisi.gabungan:
            for b in range(b1, min(b2, len(self.kisi.baris) - 1) + 1):
                for k in range(k1, min(k2, len(self.kisi.baris[b]) - 1) + 1):
                    self._induk[b, k] = (b1, k1)

    def baris(self) -> Iterator[int]:
        """Yield the rows of data (from 0) that say something and are no headings again."""
        judul = self.kenal.kepala.judul if self.kenal.kepala else None
        for b in range(self.mulai, len(self.kisi.baris)):
            isi = self.kisi.baris[b]
            if not any(isi) or b in self.kenal.tabel.kembar:
                continue
            if judul and self._judul_ulang(isi):
                continue
            yield b

    def _judul_ulang(self, isi: tuple[str, ...]) -> bool:
        kepala = self.kenal.kepala
        assert kepala is not None
        atas = {t for b in range(kepala.mulai) for t in self.kisi.baris[b] if t}
        terisi = [t for t in isi if t]
        return len(terisi) > 1 and all(t in atas for t in terisi)

    def sel(self, b: int, k: int) -> str:
        """Return the text of a cell, "" where the row has none."""
        return self.kisi.baris[b][k] if k < len(self.kisi.baris[b]) else ""

    def nama(self, b: int, k: int) -> str:
        """Return the text of a name's cell: one that is merged downwards speaks for every row that it covers."""
        return self.sel(*self._induk.get((b, k), (b, k)))

    def melebar(self, b: int, k: int) -> bool:
        """Tell whether a cell takes several columns of its row."""
        (b1, k1) = self._induk.get((b, k), (b, k))
        return any(a == (b1, k1) and z[1] > k1 for a, z in self.kisi.gabungan)

    def turunan(self, b: int, k: int) -> bool:
        """Tell whether a cell is covered by one that begins in a row above."""
        return self._induk.get((b, k), (b, k))[0] < b

    def angka(self, b: int, kolom: Kolom, satuan: str = "", nama: str = "") -> tuple[Angka, numerals.Reading] | None:
        """Read the figure of one cell; None for a blank one, or one that holds no number."""
        teks = self.sel(b, kolom.nomor)
        if not any(h.isdigit() for h in teks):
            return None
        if kolom.peran in RUPIAH:
            satuan = "rupiah"
        elif kolom.peran in PERSEN:
            satuan = "persen"
        elif kolom.satuan and not satuan:
            satuan = kolom.satuan
        baca = terbaca(teks, satuan)
        if (
            baca.status == numerals.TIDAK_TERBACA
            and satuan not in ("rupiah", "persen", "")
            and (lagi := terbaca(teks, "")).value is not None
        ):
            # The unit of the row is not that of its cell; without it there may be but one reading.
            baca = lagi
        baca, tanda = pilih_bacaan(baca, teks, nama, self.desimal)
        if baca.status in (numerals.BELUM_DIISI, numerals.TIDAK_BERLAKU):
            return None
        a = Angka(
            self.kenal.tabel.nomor, b + 1 + self.kenal.geser, kolom.nomor + 1, 0, teks, baca.value,
            jenis=self.kenal.jenis, peran=kolom.peran, satuan=satuan,
        )  # fmt: skip
        if baca.status == numerals.TIDAK_TERBACA:
            a.ember, a.sebab, a.nilai = RAGU, baca.note, None
        elif satuan == "rupiah" and _ganjil(teks):
            a.ember, a.sebab, a.nilai = RAGU, f'"{teks}" barangkali terpotong atau bukan rupiah penuh.', None
        if sebab := self.kenal.tabel.tebakan.get((b, kolom.nomor)):
            a.ember, a.sebab = (DITEBAK, sebab) if a.ember == TIDAK else (a.ember, a.sebab)
        if tanda == 1:
            a.ember, a.sebab = DITEBAK, f'"{teks}" dapat dibaca dengan dua cara.'
        if kolom.tegas:
            a.tanda.add(JUDUL)
        if self.kenal.tegas:
            a.tanda.add(KETERANGAN)
        if _berbentuk(teks, kolom.peran, satuan):
            a.tanda.add(BENTUK)
        self.terpakai.add((b, kolom.nomor))
        return a, baca

    def sisa(self) -> Iterator[Angka]:
        """Yield every number that no figure holds: of headings, names and remarks as such, any other unplaced."""
        peran = {k.nomor: k.peran for k in self.kenal.kolom}
        dikenal = self.kenal.jenis not in (LAIN, TANDA_TANGAN)
        for b, baris in enumerate(self.kisi.baris):
            for k, teks in enumerate(baris):
                if (b, k) in self.terpakai or not banyak_angka(teks):
                    continue
                if b in self.kenal.tabel.kembar:
                    yield from self._potong(b, k, teks, "")
                elif (b < self.mulai and dikenal) or (dikenal and (self._judul_ulang(baris) or _hanya_nomor(baris))):
                    yield from self._potong(b, k, teks, "judul")
                elif dikenal and peran.get(k) in ("nomor", "kode"):
                    yield from self._potong(b, k, teks, peran[k])
                elif dikenal and peran.get(k) in (*BERNAMA, *_TEKS):
                    yield from self._potong(b, k, teks, "nama" if peran[k] in BERNAMA else peran[k])
                else:
                    yield from self._potong(b, k, teks, "")

    def _potong(self, b: int, k: int, teks: str, peran: str) -> Iterator[Angka]:
        for p in potong_angka(teks):
            yield Angka(
                self.kenal.tabel.nomor, b + 1 + self.kenal.geser, k + 1, 0, p.teks,
                ember=DIBACA if peran or p.jenis else TIDAK, jenis=self.kenal.jenis, peran=peran or p.jenis,
                awal=p.awal,
            )  # fmt: skip


def satuan_nama(semua: Iterable[Dikenali]) -> dict[str, str]:
    """Return the unit of each indicator that any table gives one: in a column of its own, or behind the name."""
    hasil: dict[str, str] = {}
    for kenal in semua:
        nama, satuan = kenal.indikator, kenal.peran("satuan")
        if nama is None:
            continue
        lembar = Lembar(kenal)
        for b in lembar.baris():
            teks = lembar.nama(b, nama.nomor)
            unit = lembar.nama(b, satuan[0].nomor) if satuan else dalam_kurung(teks)
            if teks and unit and len(unit) < 40:
                hasil.setdefault(nama_baku(teks), re.split(r"[;,]", unit)[0].strip())
    return hasil


def _hanya_nomor(baris: tuple[str, ...]) -> bool:
    terisi = [t for t in baris if t]
    return len(terisi) > 2 and all(re.fullmatch(r"\(\d{1,2}\)", t) for t in terisi)


def _ganjil(teks: str) -> bool:
    """Tell whether an amount is none of rupiah as it stands: 1.2 or 3,45 without thousands, or 281700.0000.

    >>> [_ganjil(t) for t in ("3,45", "Rp281700.0000", "0,00", "281700,00", "Rp1.200.000")]
    [True, True, False, False, False]
    """
    return bool(re.fullmatch(r"(?!0+[.,]0+$)\d{1,3}[.,]\d{1,2}|.*\d[.,]\d{4,}\D*", teks.strip()))


def _berbentuk(teks: str, peran: str, satuan: str) -> bool:
    """Tell whether a cell looks like what its column holds."""
    if satuan == "rupiah":
        return bool(re.search(r"(?i)rp|\d\.\d{3}\.\d{3}|\d,\d{3},\d{3}", teks))
    if peran in PERSEN:
        return "%" in teks or bool(re.fullmatch(r"\s*-?\d{1,4}(?:[.,]\d{1,3})?\s*", teks))
    return len(teks) <= 24

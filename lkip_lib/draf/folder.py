"""Check a folder of drafts: a line for each, the heaviest first, and one workbook for them all."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import EMBER
from lkip_lib.draf.findings.notes import KESALAHAN
from lkip_lib.draf.run import Hasil, periksa_draf
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import usul_berkas
from lkip_lib.texts import baca_asing

DAFTAR = "daftar.csv"
_BENTUK = (".docx", ".pdf", ".html", ".htm", ".txt")
_KOLOM = ("Berkas", "Keadaan", "Tabel", "Dikenali", "Dibaca", "Ditebak", "Ragu", "Tidak ditempatkan", "Pekerjaan",
          "Memuat kesalahan")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Satu:
    """Hold what came of one draft of a folder: its result, or why it could not be read."""

    berkas: Path
    hasil: Hasil | None
    sebab: str = ""

    @property
    def berat(self) -> int:
        return sum(p.tingkat == KESALAHAN for p in self.hasil.pekerjaan) if self.hasil else 0


def periksa_folder(
    folder: Path, pendamping: Sequence[Path], tahun: int, keluar: Path, peta: Path | None = None
) -> tuple[list[Satu], list[str]]:
    """Check every draft of a folder, telling of each as it is done; one that cannot be read does not stop the others.

    A `daftar.csv` there names the drafts that are expected, and for each the files that belong to it alone.
    """
    daftar = baca_daftar(folder)
    draf = sorted(p for p in folder.iterdir() if p.suffix.lower() in _BENTUK and not p.name.startswith(("~", ".")))
    draf = [p for p in draf if p not in {q for d in daftar for q in d.dengan}]
    senama = Counter(p.stem for p in draf)
    semua = []
    for n, path in enumerate(draf, start=1):
        milik = [q for d in daftar if d.memuat(path) for q in d.dengan]
        nama = usul_berkas(path.stem if senama[path.stem] == 1 else path.name)
        try:
            semua.append(Satu(path, periksa_draf(path, [*pendamping, *milik], tahun, keluar / nama, peta)))
        except MasukanSalah as salah:
            semua.append(Satu(path, None, str(salah.masalah[0])))
        print(f"{n} dari {len(draf)}: {path.name}", file=sys.stderr, flush=True)
    tulis_buku(semua, keluar / "rekap-draf.xlsx")
    return semua, [*_sebut(semua), *belum_masuk(daftar, draf)]


@dataclass(frozen=True, slots=True)
class Diharapkan:
    """Hold a row of `daftar.csv`: how the name of a draft begins, whose it is, till when, and what belongs to it."""

    awal: str
    instansi: str
    tenggat: str
    dengan: tuple[Path, ...]

    def memuat(self, path: Path) -> bool:
        return path.name.lower().startswith(self.awal.lower())


def baca_daftar(folder: Path) -> list[Diharapkan]:
    """Return which drafts a folder expects; nothing where it has no `daftar.csv`.

    Its columns are `berkas` and, if one likes, `instansi`, `tenggat` and `dengan` (files there, parted by commas).
    Raises MasukanSalah for a list without `berkas`, and for a file that is not there.
    """
    if not (path := folder / DAFTAR).is_file():
        return []
    isi = list(csv.DictReader(io.StringIO(baca_asing(path, "Simpan ulang sebagai CSV UTF-8."))))
    if not isi or "berkas" not in isi[0]:
        raise MasukanSalah(Masalah("Kolom berkas tidak ada.", "Awali dengan baris: berkas,instansi,tenggat", DAFTAR))
    hasil = []
    for n, b in enumerate(isi, start=2):
        awal, instansi, tenggat, dengan = (
            (b.get(k) or "").strip() for k in ("berkas", "instansi", "tenggat", "dengan")
        )
        berkas = tuple(folder / nama.strip() for nama in dengan.split(",") if nama.strip())
        if tiada := [q.name for q in berkas if not q.is_file()]:
            temuan = f'Berkas pendamping "{tiada[0]}" tidak ada di folder ini.'
            raise MasukanSalah(Masalah(temuan, "Tulis namanya seperti di folder itu.", DAFTAR, n, "dengan"))
        if awal:
            hasil.append(Diharapkan(awal, instansi, tenggat, berkas))
    return hasil


def belum_masuk(daftar: Sequence[Diharapkan], draf: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each draft that is expected and not there."""
    for d in daftar:
        if not any(map(d.memuat, draf)):
            yield f"belum masuk: {d.instansi or d.awal}{f' (tenggat {_tanggal(d.tenggat)})' if d.tenggat else ''}"


def _tanggal(tertulis: str) -> str:
    """Write a date as people read it; what is no date in figures stays as it is."""
    try:
        return numerals.tanggal(dt.date.fromisoformat(tertulis))
    except ValueError:
        return tertulis


def _sebut(semua: Sequence[Satu]) -> Iterator[str]:
    terbaca = [s for s in semua if s.hasil]
    yield f"{len(semua)} berkas, {len(terbaca)} terbaca."
    for s in sorted(semua, key=lambda s: (-s.berat, s.berkas.name)):
        if s.hasil is None:
            yield f"{s.berkas.name}: tidak terbaca. {s.sebab}"
        else:
            kini = f"{len(s.hasil.pekerjaan)} pekerjaan, {s.berat} memuat kesalahan."
            yield " ".join([f"{s.berkas.name}: {kini}", *s.hasil.putaran[:1], s.hasil.baris[0]])


def tulis_buku(semua: Sequence[Satu], path: Path) -> None:
    """Write the workbook: a sheet of the drafts, and one of all their jobs."""
    import xlsxwriter

    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as buku:
        tebal = buku.add_format({"bold": True})
        draf, catatan = buku.add_worksheet("Draf"), buku.add_worksheet("Pekerjaan")
        draf.write_row(0, 0, _KOLOM, tebal)
        catatan.write_row(0, 0, ("Berkas", "Tingkat", "Tempat", "Kondisi", "Saran"), tebal)
        n = 0
        for b, s in enumerate(semua, start=1):
            draf.write_row(b, 0, _baris(s))
            for p in s.hasil.pekerjaan if s.hasil else ():
                n += 1
                catatan.write_row(n, 0, (s.berkas.name, p.tingkat, p.tempat, p.utama.pesan, p.utama.saran))
        draf.autofilter(0, 0, max(1, len(semua)), len(_KOLOM) - 1)
        draf.freeze_panes(1, 1)
        catatan.freeze_panes(1, 0)
        draf.set_column(0, 0, 40)
        catatan.set_column(2, 4, 50)


def _baris(s: Satu) -> list[object]:
    if s.hasil is None:
        return [s.berkas.name, s.sebab]
    b = s.hasil.bacaan
    hitung = Counter(a.ember for a in b.angka)
    dikenal = len({t.tabel.nomor for t in b.tabel if t.kepala})
    return [s.berkas.name, "terbaca", len(b.naskah.tabel), dikenal, *(hitung[e] for e in EMBER),
            len(s.hasil.pekerjaan), s.berat]  # fmt: skip

"""Check a folder of drafts: a line for each, the heaviest first, and one workbook for them all."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkip_lib.draf.figures import EMBER
from lkip_lib.draf.notes import KESALAHAN
from lkip_lib.draf.run import Hasil, periksa_draf
from lkip_lib.errors import Masalah, MasukanSalah
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
    """Check every draft of a folder; one that cannot be read does not stop the others."""
    semua = []
    for path in sorted(
        p for p in folder.iterdir() if p.suffix.lower() in _BENTUK and not p.name.startswith(("~", "."))
    ):
        try:
            semua.append(Satu(path, periksa_draf(path, pendamping, tahun, keluar / path.stem, peta)))
        except MasukanSalah as salah:
            semua.append(Satu(path, None, str(salah.masalah[0])))
    tulis_buku(semua, keluar / "rekap-draf.xlsx")
    return semua, [*_sebut(semua), *belum_masuk(folder, semua)]


def belum_masuk(folder: Path, semua: Sequence[Satu]) -> Iterator[str]:
    """Yield a line for each draft that `daftar.csv` of a folder expects and that is not there; none without a list.

    Its columns are `berkas`, how the name of the file begins, and, if one likes, `instansi` and `tenggat`.
    """
    if not (path := folder / DAFTAR).is_file():
        return
    isi = list(csv.DictReader(io.StringIO(baca_asing(path, "Simpan ulang sebagai CSV UTF-8."))))
    if not isi or "berkas" not in isi[0]:
        raise MasukanSalah(Masalah("Kolom berkas tidak ada.", "Awali dengan baris: berkas,instansi,tenggat", DAFTAR))
    for b in isi:
        awal = (b["berkas"] or "").strip().lower()
        if awal and not any(s.berkas.name.lower().startswith(awal) for s in semua):
            tenggat = f" (tenggat {b['tenggat'].strip()})" if (b.get("tenggat") or "").strip() else ""
            yield f"belum masuk: {(b.get('instansi') or '').strip() or b['berkas'].strip()}{tenggat}"


def _sebut(semua: Sequence[Satu]) -> Iterator[str]:
    terbaca = [s for s in semua if s.hasil]
    yield f"{len(semua)} berkas, {len(terbaca)} terbaca."
    for s in sorted(semua, key=lambda s: (-s.berat, s.berkas.name)):
        if s.hasil is None:
            yield f"{s.berkas.name}: tidak terbaca. {s.sebab}"
        else:
            yield f"{s.berkas.name}: {len(s.hasil.pekerjaan)} pekerjaan, {s.berat} memuat kesalahan. {s.hasil.baris[0]}"


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

"""Write what was read and found as plain tables: every number with its bucket, every note with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.findings.notes import Temuan

KOLOM_ANGKA = (
    *("berkas", "tabel", "baris", "kolom", "paragraf", "tercetak", "nilai", "ember", "jenis", "peran", "subjek"),
    *("kode", "tahun"),
)


def tulis_angka(angka: Iterable[Angka], berkas: str, path: Path) -> None:
    """Write every number of a draft, one row each."""
    tulis_csv(path, KOLOM_ANGKA, (_baris(a, berkas) for a in angka))


def _baris(a: Angka, berkas: str) -> list[object]:
    nilai = "" if a.nilai is None else repr(a.nilai)
    peran = f"{a.peran}_{a.periode}" if a.periode.startswith("tw") else a.peran
    return [
        berkas, a.tabel or "", a.baris or "", a.kolom or "", a.paragraf or "", a.tercetak, nilai, a.ember, a.jenis,
        peran, a.subjek, a.kode, a.tahun or "",
    ]  # fmt: skip


KOLOM_CATATAN = ("id", "kode", "tingkat", "berkas", "tabel", "baris", "kolom", "paragraf", "pesan", "pekerjaan")


def tulis_catatan(temuan: Iterable[Temuan], berkas: str, path: Path) -> None:
    """Write every note with its place."""
    tulis_csv(path, KOLOM_CATATAN, (
        [t.id, t.kode, t.tingkat, t.berkas or berkas, t.angka.tabel or "", t.angka.baris or "", t.angka.kolom or "",
         t.angka.paragraf or "", t.pesan, t.pekerjaan or t.id]
        for t in temuan
    ))  # fmt: skip


def tulis_csv(path: Path, kolom: Sequence[str], baris: Iterable[Sequence[object]]) -> None:
    """Write a table of UTF-8; no cell can start a formula."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, lineterminator="\n")
        penulis.writerow(kolom)
        penulis.writerows([_aman(s) for s in b] for b in baris)


def _aman(isi: object) -> object:
    teks = isi if isinstance(isi, str) else ""
    return f"'{teks}" if teks[:1] in ("=", "+", "@", "\t") and not teks[1:2].isdigit() else isi

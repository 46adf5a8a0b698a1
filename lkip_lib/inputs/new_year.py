"""Make the folder and the parameters of a new year, empty or rolled forward; nothing that exists is touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import yaml

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.inputs import new_params, reading, rollover, template
from lkip_lib.inputs.documents import AnalisisIndikator
from lkip_lib.inputs.listing import BUKU, GAMBAR, cari_buku
from lkip_lib.inputs.reading import Masukan
from lkip_lib.inputs.tables import TABLES
from lkip_lib.params import baca as baca_params
from lkip_lib.places import Tempat

BENTUK = ("xlsx", "csv")
# Files that go along as they are.
_IKUT = ("instansi.yml", "sumber.yml", *(f"lambang{akhiran}" for akhiran in GAMBAR))


def baru(letak: Tempat, bentuk: str = "") -> list[Path]:
    """Make a year to be filled in: a workbook (default) or CSV files with their headings. Returns what was written."""
    with _folder(letak) as folder:
        if _bentuk(bentuk or BENTUK[0]) == "xlsx":
            template.tulis(folder / BUKU, letak.instansi, letak.tahun)
        else:
            tabel = {n: pd.DataFrame(columns=[c.name for c in t.columns]) for n, t in TABLES.items() if t.perlu}
            _tulis_csv(folder, tabel, [])
    return _selesai(letak, new_params.kerangka(letak.instansi, letak.tahun))


def teruskan(letak: Tempat, lama: Tempat, bentuk: str = "") -> tuple[list[Path], tuple[str, ...]]:
    """Make a year from an earlier one, in the form that one has unless told otherwise.

    Returns what was written and the tables left behind. Raises MasukanSalah with every problem of the earlier year.
    """
    if lama.tahun >= letak.tahun:
        raise MasukanSalah(
            Masalah(f"Tahun {letak.tahun} tidak sesudah {lama.tahun}.", "Teruskan dari tahun sebelumnya.")
        )
    masukan = reading.baca(lama)
    baca_params(lama)
    terusan = rollover.teruskan(masukan, letak.tahun)
    kode = list(terusan.tabel["indikator"]["kode"])
    buku_lama = cari_buku(lama.data)
    with _folder(letak) as folder:
        if _bentuk(bentuk or ("xlsx" if buku_lama else "csv")) == "xlsx":
            # What describes the agency stays where it was, in the file or on the sheet.
            berkas = (lama.data / "instansi.yml").exists() and "instansi" not in masukan.kata
            _tulis_buku(folder, letak, masukan, terusan, kode, lembar_instansi=not berkas)
        else:
            _tulis_csv(folder, terusan.tabel, kode)
            if buku_lama:
                isi = masukan.instansi.model_dump(exclude_defaults=True)
                _tulis_teks(folder / "instansi.yml", yaml.safe_dump(isi, allow_unicode=True, sort_keys=False))
        for nama in _IKUT:
            if (lama.data / nama).exists() and not (folder / nama).exists():
                shutil.copyfile(lama.data / nama, folder / nama)
    isi_lama = lama.params.read_text(encoding="utf-8-sig") if lama.params.exists() else ""
    params = new_params.teruskan(isi_lama, lama.tahun, letak.tahun, kode) if isi_lama else ""
    return _selesai(letak, params or new_params.kerangka(letak.instansi, letak.tahun)), terusan.ditinggal


def _bentuk(diminta: str) -> str:
    if diminta not in BENTUK:
        raise MasukanSalah(Masalah(f'Bentuk "{diminta}" tidak dikenal.', terdekat(diminta, BENTUK)))
    return diminta


def _tulis_buku(
    folder: Path, letak: Tempat, masukan: Masukan, terusan: rollover.Terusan, kode: list[str], *, lembar_instansi: bool
) -> None:
    isi = {**terusan.tabel, **masukan.kata, "analisis": rollover.kerangka_analisis(kode)}
    tambahan = {n: masukan.deklarasi[n] for n in terusan.tabel if n not in TABLES}
    path = folder / BUKU
    template.tulis(path, letak.instansi, letak.tahun, isi, tambahan, lembar_instansi=lembar_instansi)


def _tulis_csv(folder: Path, tabel: Mapping[str, pd.DataFrame], kode: Sequence[str]) -> None:
    for nama, frame in tabel.items():
        path = folder / f"{nama}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
    kosong: dict[str, dict[str, list[str]]] = {k: {jenis: [] for jenis in AnalisisIndikator.model_fields} for k in kode}
    isi = yaml.safe_dump({"indikator": kosong}, allow_unicode=True, sort_keys=False)
    kepala = "# Kata-kata analis setiap indikator; cara mengisinya di docs/masukan.md.\n"
    _tulis_teks(folder / "analisis.yml", kepala + isi)


@contextmanager
def _folder(letak: Tempat) -> Iterator[Path]:
    """Give a folder to write in; it becomes the year's only when all is written."""
    sementara = letak.data.with_name(f".{letak.tahun}.baru")
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir(parents=True)
    try:
        yield sementara
        sementara.rename(letak.data)
    finally:
        shutil.rmtree(sementara, ignore_errors=True)


def _selesai(letak: Tempat, params: str) -> list[Path]:
    letak.params.parent.mkdir(parents=True, exist_ok=True)
    _tulis_teks(letak.params, params)
    return [*sorted(p for p in letak.data.rglob("*") if p.is_file()), letak.params]


def _tulis_teks(path: Path, isi: str) -> None:
    path.write_text(isi, encoding="utf-8", newline="\n")

"""Make a case by its number: a folder to start from, damaged by chance, and what is done with it."""

from __future__ import annotations

import importlib.util
import io
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from pathlib import Path
from types import ModuleType

from benchmarks.instansi.kecil import tulis_kecil
from benchmarks.instansi.pembangkit import bangun
from benchmarks.serangan import pembaca, rusak
from benchmarks.serangan.anak import Rusak
from lkip_lib.buku.rangkaian import rangkai, tahap
from lkip_lib.buku.store import tulis_csv
from lkip_lib.inputs import hashes, workbook
from lkip_lib.inputs.files import BARIS, baca_csv
from lkip_lib.inputs.listing import BUKU, daftar_csv
from lkip_lib.inputs.reading import baca
from lkip_lib.places import Tempat

_AKAR = Path(__file__).parents[2]
_KECIL, _RUPA = 12, 8  # small agencies and generated ones


class Pangkalan:
    """Hold the project whose years are damaged: small agencies, generated ones, the examples, and workbooks of them."""

    def __init__(self, akar: Path, benih: int, *, kecil_saja: bool = False) -> None:
        self.akar, self.benih = akar, benih
        tulis_kecil(_KECIL, 2024, akar, benih)
        if not kecil_saja:
            for n in range(_RUPA):
                for instansi in bangun(benih, n, (2024,)):
                    instansi.tulis(akar)
            for tahun in ("2024", "2025"):
                shutil.copytree(_AKAR / "data" / "dinas-contoh" / tahun, akar / "data" / "dinas-contoh" / tahun)
            shutil.copytree(_AKAR / "params" / "dinas-contoh", akar / "params" / "dinas-contoh")
        semua = sorted(p for p in (akar / "data").glob("*/*"))
        for p in semua[::3]:
            buku = p.parent.with_name(f"{p.parent.name}-buku") / p.name
            shutil.copytree(p, buku)
            (buku / "koreksi.yml").unlink(missing_ok=True)
            _jadi_buku(buku)
        self.semua = sorted(p for p in (akar / "data").glob("*/*"))

    @contextmanager
    def salinan(self, acak: random.Random) -> Iterator[Tempat]:
        """Give the place of a copy of one of its years, in a project of its own."""
        asal = acak.choice(self.semua)
        with tempfile.TemporaryDirectory(prefix="serangan-") as nama:
            akar = Path(nama)
            letak = Tempat(akar, asal.parent.name, int(asal.name))
            shutil.copytree(asal, letak.data)
            params = self.akar / "params" / asal.parent.name.removesuffix("-buku")
            if params.is_dir():
                shutil.copytree(params, letak.params.parent)
            letak.params.parent.mkdir(parents=True, exist_ok=True)
            yield letak

    def acak(self, nomor: int) -> random.Random:
        """Return the chance of a case; the same number gives the same case."""
        return random.Random(f"{self.benih} {nomor}")

    def instansi(self, nomor: int) -> tuple[str, list[str]]:
        """Compute a damaged year whole, and return its layer and what of it is silently wrong."""
        acak = self.acak(nomor)
        with self.salinan(acak) as letak:
            lapis = _rusakkan(letak, acak)
            try:
                return lapis, periksa(letak)
            except Exception as salah:
                raise Rusak(lapis) from salah

    def bacaan(self, nomor: int) -> tuple[str, list[str]]:
        """Read a damaged year, its tables, YAML or workbook, and return its layer."""
        acak = self.acak(nomor)
        with self.salinan(acak) as letak:
            lapis = _rusakkan(letak, acak)
            try:
                masukan = baca(letak)
            except Exception as salah:
                raise Rusak(lapis) from salah
            ada = {(s.tabel, s.baris, s.kolom.name): s.bacaan.text for s in masukan.sel}
            return lapis, [] if letak.data.joinpath(BUKU).exists() else _beda(letak.data, ada)


def _rusakkan(letak: Tempat, acak: random.Random) -> str:
    buku = letak.data / BUKU
    if buku.exists() and acak.random() < 0.8:
        buku.write_bytes(rusak.buku(buku.read_bytes(), acak))
        return "buku"
    return rusak.rusakkan(letak.data, letak.params, acak)


def periksa(letak: Tempat) -> list[str]:
    """Compute a year, publish what proves it, and return what strangers find wrong in that."""
    bahan = rangkai(letak)
    folder = letak.akar / "terbit"
    for nama, hasil in zip(tahap(letak.akar), bahan.bagian, strict=True):
        tulis_csv(hasil.ledger, folder / "data" / "ledger" / f"{nama}.csv")
    tulis_csv(bahan.rumus, folder / "data" / "rumus.csv")
    for path in hashes.berkas_data(letak):
        salinan = folder / "masukan" / path.relative_to(letak.data)
        salinan.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, salinan)
    kata = io.StringIO()
    with redirect_stdout(kata):
        gagal = _buktikan().utama(folder)
    tak_terbukti = kata.getvalue().partition(" tidak terbukti\n")[2].splitlines() if gagal else []
    return [*tak_terbukti, *pembaca.hilang(folder)]


@cache
def _buktikan() -> ModuleType:
    spec = importlib.util.spec_from_file_location("buktikan", _AKAR / "tools" / "buktikan.py")
    assert spec
    assert spec.loader
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


def _beda(folder: Path, ada: dict[tuple[str, int, str], str]) -> list[str]:
    """Name the figure cells of the files that were not read, or read with another text."""
    return [
        f"{nama} baris {nomor} {k}: {isi[k][:40]!r}"
        for nama, kolom in pembaca.ANGKA.items()
        if (folder / nama).exists()
        for nomor, isi in pembaca.baca_csv(folder / nama)
        for k in kolom
        if isi.get(k) and ada.get((nama.removesuffix(".csv"), nomor, k)) != isi[k]
    ]


def _jadi_buku(folder: Path) -> None:
    """Put the CSV tables of a year on the sheets of a workbook."""
    import xlsxwriter

    with xlsxwriter.Workbook(folder / BUKU) as buku:
        for nama, path in daftar_csv(folder).items():
            frame = baca_csv(path, nama).drop(columns=BARIS)
            lembar = buku.add_worksheet(workbook.nama_lembar(nama))
            for b, isi in enumerate([list(frame.columns), *frame.itertuples(index=False, name=None)]):
                for k, teks in enumerate(isi):
                    lembar.write_string(b, k, teks) if teks else None
            path.unlink()

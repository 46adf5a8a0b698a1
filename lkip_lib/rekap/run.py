"""Make the roll-up of a year: agencies collected, page, workbook and open data written, the folder swapped."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lkip_lib import params
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.pipeline.swap import folder_baru
from lkip_lib.places import KEBIJAKAN_PEMDA, Tempat, daftar_instansi, periksa_tahun
from lkip_lib.policies import daftar
from lkip_lib.rekap import agency, collect, page, workbook
from lkip_lib.rekap.query import Baris, Rekap

# Beside the agencies' folders in outputs/; no agency can have this name.
_FOLDER = "_rekap"


@dataclass(frozen=True, slots=True)
class Hasil:
    """Hold what a roll-up came to: where it is, its figures as a whole, and how many agencies were computed anew."""

    folder: Path
    seluruh: Baris
    dihitung: int


def jalankan(akar: Path, tahun: int | str, pekerja: int = 1, lapor: Callable[[str], None] = lambda _: None) -> Hasil:
    """Roll up every agency of a project in one year, beside the year before it.

    `lapor` is told each step. Raises MasukanSalah when the year is none, there is no agency, or the common policy
    cannot be used; the last roll-up then stays as it was.
    """
    periksa_tahun(tahun)
    tahun = int(tahun)
    instansi = daftar_instansi(akar)
    if not instansi:
        raise MasukanSalah(Masalah("Belum ada instansi.", "Buat foldernya: data/<instansi>/<tahun>."))
    instansi, rekaan = _tanpa_rekaan(akar, tahun, instansi)
    bersama = params.bersama(akar)
    kebijakan = daftar([akar / KEBIJAKAN_PEMDA], akar).pilih({}, **{k: getattr(bersama, k) for k in params.BERNAMA})
    tujuan = akar / "outputs" / _FOLDER / str(tahun)
    kerja = akar / "outputs" / ".kerja" / _FOLDER
    with folder_baru(tujuan) as folder:
        lalu = [n for n in instansi if (akar / "data" / n / str(tahun - 1)).is_dir()]
        dihitung = 0
        for t, milik in ((tahun - 1, lalu), (tahun, instansi)):
            dihitung += _kumpulkan(akar, t, milik, kerja / str(t), pekerja, lapor)
        lapor("Menulis rekap")
        rekap = Rekap(tahun, bersama, kebijakan.skala_capaian, kerja / str(tahun), kerja / str(tahun - 1), rekaan)
        rekap.tulis_data(folder / "data")
        _salin_ledger(kerja / str(tahun), folder / "ledger")
        (folder / "index.html").write_text(page.halaman(rekap), encoding="utf-8", newline="\n")
        workbook.tulis(rekap, folder / "rekap.xlsx")
    return Hasil(tujuan, rekap.seluruh, dihitung)


def _tanpa_rekaan(akar: Path, tahun: int, instansi: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Part the real agencies from the invented ones, by name; where all are invented, they are what is rolled up."""
    profil = {n: agency.kenali(Tempat(akar, n, tahun)) for n in instansi}
    nyata = [n for n in instansi if profil[n]["rekaan"] != "ya"]
    if not nyata:
        return instansi, ()
    return nyata, tuple(profil[n]["nama"] for n in instansi if n not in set(nyata))


def _kumpulkan(
    akar: Path, tahun: int, instansi: list[str], folder: Path, pekerja: int, lapor: Callable[[str], None]
) -> int:
    selesai = 0

    def hitung(kabar: collect.Kabar) -> None:
        nonlocal selesai
        selesai += kabar.instansi
        lapor(f"Tahun {tahun}: {selesai} dari {len(instansi)} instansi")

    return collect.kumpulkan(akar, tahun, instansi, folder, pekerja, hitung).dihitung


def _salin_ledger(kerja: Path, tujuan: Path) -> None:
    """Put the ledger of every part into the roll-up as one Parquet set."""
    tujuan.mkdir()
    for path in sorted(kerja.glob("bagian-*/ledger.parquet")):
        shutil.copyfile(path, tujuan / f"{path.parent.name}.parquet")

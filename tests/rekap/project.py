"""A project of small agencies whose roll-up can be worked out by hand, and the two real ones beside them."""

import shutil
from pathlib import Path

from tests.agency import BERKAS
from tests.project import AKAR

REAL = ("disnaker-kota-bekasi", "dinas-contoh")


def agency(root: Path, name: str, year: int = 2024, params: str = "", **changed: str) -> Path:
    """Write a small agency; `changed` gives other contents by file stem, underscores standing for dots."""
    folder = root / "data" / name / str(year)
    folder.mkdir(parents=True)
    files = BERKAS | {k.replace("_", ".", 1): v for k, v in changed.items()}
    for file, content in files.items():
        (folder / file).write_text(content.replace("2024", str(year)), encoding="utf-8")
    if params:
        path = root / "params" / name / f"{year}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(params, encoding="utf-8")
    return folder


def small_project(root: Path) -> Path:
    """Three agencies with figures, one of them with a policy of its own, one refused and one that sent nothing.

    Capaian of `satu` and `dua`: 64,17 / 65 = 98,72 and 108,54, bounded to 100 by the common policy: 99,36.
    """
    (root / "params").mkdir(parents=True)
    agency(root, "satu", instansi_yml="nama: Dinas Satu\nkelompok: Dinas teknis\npemerintah: Kota A\n")
    earlier = BERKAS["realisasi.csv"].replace("64,17", "62,40")
    agency(root, "satu", 2023, realisasi_csv=earlier)
    budget = BERKAS["anggaran.csv"].replace("100.000.000,80.000.000", "900.000.000,450.000.000")
    agency(
        root,
        "dua",
        params="batas: 120\n",
        anggaran_csv=budget,
        instansi_yml="nama: Badan Dua\npemerintah: Kota B\n",
    )
    unfinished = BERKAS["realisasi.csv"].replace('"7,82"', "")
    agency(root, "tiga", realisasi_csv=unfinished, instansi_yml='nama: "=1+1 Tiga"\n')
    agency(root, "empat", target_csv="indikator,tahun\nAKIP,2024\n", instansi_yml="nama: Dinas Empat\n")
    (root / "data" / "lima" / "2023").mkdir(parents=True)
    return root


def with_real_ones(root: Path) -> Path:
    for name in REAL:
        for folder in ("data", "params"):
            shutil.copytree(AKAR / folder / name, root / folder / name)
    return root

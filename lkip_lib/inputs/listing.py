"""Find the files of a year by their names: tables, workbook, emblem, and all that a run reads."""

from __future__ import annotations

from pathlib import Path

from lkip_lib.errors import Masalah, MasukanSalah

BUKU = "lkip.xlsx"
BUKTI = "bukti"  # the folder of pictures and signed documents
# The emblem on the cover of the document for paper: by the ending of its file, the first that there is.
GAMBAR = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


def daftar_csv(folder: Path) -> dict[str, Path]:
    """List the CSV files of a year by table name (`target`, `tercetak/hitungan`, `data_dukung/bursa_kerja`)."""
    return {p.relative_to(folder).with_suffix("").as_posix(): p for p in sorted(folder.rglob("*.csv"))}


def cari_buku(folder: Path) -> Path | None:
    """Return the workbook of a year, whatever the case of its name; None when there is none."""
    return next((p for p in sorted(folder.glob("*")) if p.name.lower() == BUKU and p.is_file()), None)


def buku_lain(folder: Path) -> list[Path]:
    """List what looks like a workbook but does not bear its name, without what Excel keeps beside one that is open."""
    return [p for p in sorted(folder.glob("*.xls*")) if not p.name.startswith("~$")]


def daftar_yaml(folder: Path) -> list[Path]:
    """List the YAML files of a year."""
    return sorted(folder.glob("*.y*ml"))


def cari_lambang(folder: Path) -> Path | None:
    """Return the emblem of a year (`lambang.svg`, `.png` or `.jpg`); None when it has none."""
    return next((p for akhiran in GAMBAR if (p := folder / f"lambang{akhiran}").is_file()), None)


def daftar_berkas(folder: Path) -> list[Path]:
    """List what a run reads in a folder, or stops at because it is not known. Other files there are left alone."""
    return sorted(p for p in _bernama(folder) if p.is_file())


def tolak_asing(folder: Path) -> None:
    """Refuse what bears the name of an input but is not the folder's own: a link out of it, a pipe, a device.

    Raises MasukanSalah with each of them.
    """
    akar = folder.resolve()
    asing = sorted(
        p for p in _bernama(folder) if not (p.is_file() or p.is_dir()) or not p.resolve().is_relative_to(akar)
    )
    if asing:
        temuan, saran = "Bukan berkas biasa di folder ini.", "Salin isinya ke folder ini; tautan tidak diikuti."
        raise MasukanSalah(Masalah(temuan, saran, p.relative_to(folder).as_posix()) for p in asing)


def _bernama(folder: Path) -> set[Path]:
    buku = cari_buku(folder)
    semua = {*daftar_csv(folder).values(), *daftar_yaml(folder), *([buku] if buku else buku_lain(folder))}
    lambang = cari_lambang(folder)
    bukti = {p for p in (folder / BUKTI).glob("*") if p.suffix in (*GAMBAR, ".pdf")}
    return semua | bukti | ({lambang} if lambang else set())

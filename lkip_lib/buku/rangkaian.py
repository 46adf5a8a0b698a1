"""The chain is the folder: every notebook in it, in the order of their names, run in this process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import lkip_lib
from lkip_lib.places import Tempat

if TYPE_CHECKING:
    from lkip_lib.buku.bahan import Bahan
    from lkip_lib.buku.hasil import Hasil

_NAMA = re.compile(r"\d\d_\w+")
# The notebooks that come with the library, for a project that has none of its own.
_PUSTAKA = Path(lkip_lib.__file__).parent
BAWAAN = next(p for p in (_PUSTAKA / "notebooks", _PUSTAKA.parent / "notebooks") if p.is_dir())


def folder(akar: Path) -> Path:
    """Return the folder of the notebooks: the project's own, else the library's."""
    milik = akar / "notebooks"
    return milik if any(milik.glob("*.ipynb")) else BAWAAN


def tahap(akar: Path) -> tuple[str, ...]:
    """Name the notebooks of the chain, in order."""
    return tuple(sorted(p.stem for p in folder(akar).glob("*.ipynb") if _NAMA.fullmatch(p.stem)))


def dari_pustaka(path: Path) -> bool:
    """Tell whether a notebook is the library's own, letter for letter."""
    bawaan = BAWAAN / path.name
    return bawaan.exists() and path.read_bytes() == bawaan.read_bytes()


def jalankan(nama: str, bahan: Bahan) -> Hasil:
    """Run one notebook on what those before it made; one that is not the library's own, in a process apart."""
    from lkip_lib.buku import jalan  # names alone are asked for long before anything is run

    path = folder(bahan.tempat.akar) / f"{nama}.ipynb"
    if dari_pustaka(path):
        return jalan.jalankan(path, bahan)
    from lkip_lib.buku import anak

    return anak.terpisah(lambda: jalan.jalankan(path, bahan), path.name)


def sampai(nama: str, akar: Path) -> Iterator[str]:
    """Name the notebooks up to one, that one included; "" for all."""
    for n in tahap(akar):
        yield n
        if n == nama:
            return


def rangkai(letak: Tempat, nama: str = "", andaian: Mapping[str, str] = MappingProxyType({})) -> Bahan:
    """Run every notebook up to one, in memory; `andaian` holds the realisasi to suppose, by indicator."""
    from lkip_lib.buku.bahan import siapkan_bahan

    bahan = siapkan_bahan(letak, andaian)
    for n in sampai(nama, letak.akar):
        bahan = bahan.dengan(jalankan(n, bahan))
    return bahan

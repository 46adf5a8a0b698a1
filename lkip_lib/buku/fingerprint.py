"""Know a report that needs no making: nothing it depends on has changed, and it is there as it was made."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import lkip_lib
from lkip_lib.buku import rangkaian
from lkip_lib.inputs import hashes
from lkip_lib.places import Tempat

# The packages on whose versions the bytes of a report depend; `run.json` names them.
PENENTU = (
    "lkip", "ipykernel", "ipython", "jinja2", "matplotlib", "nbconvert", "numpy", "pandas", "papermill", "pydantic",
    "pypandoc",  # conda-forge's name of it
    "pypandoc-binary", "python-calamine", "python-docx", "pyyaml", "resvg-py", "weasyprint", "xlsxwriter",
)  # fmt: skip
_CATATAN = "terakhir.json"


@dataclass(frozen=True, slots=True)
class Terakhir:
    """Hold what is remembered of the last report: what it was made from, what it is, and what was told of it."""

    dari: str
    keluaran: str
    kabar: tuple[str, ...]
    halaman: tuple[str, ...]


def sidik(letak: Tempat, bentuk: Sequence[str]) -> str:
    """Return one hash over all that decides a report.

    That is the run itself, its forms and edition, the inputs and parameters, the notebooks, the library and versions.
    """
    notebook = rangkaian.folder(letak.akar)
    return _satu(
        letak.instansi,
        letak.label,
        letak.edisi,
        *sorted(bentuk),
        *map(str, hashes.sidik_asal(letak).items()),
        *_isi(sorted(notebook.glob("*.ipynb")), notebook),
        *pustaka(),
        sys.version,
        *versi(),
    )


def sel(akar: Path, nama: str = "") -> Iterable[str]:
    """Return the hash of the computing cells of each notebook up to one; without a name, of all."""
    from lkip_lib.buku import jalan

    for n in rangkaian.sampai(nama, akar):
        isi = [s.teks for s, _ in jalan.baca(rangkaian.folder(akar) / f"{n}.ipynb").kode]
        yield f"{n} {_satu(*isi)}"


def pustaka() -> Iterable[str]:
    """Return the hash of every file of the library that works on a report."""
    folder = Path(lkip_lib.__file__).parent
    return _isi((p for p in sorted(folder.rglob("*")) if "__pycache__" not in p.parts and p.is_file()), folder)


def ingat(letak: Tempat, dari: str) -> Terakhir | None:
    """Return what is known of the published report; None unless it was made from `dari` and is whole."""
    try:
        isi = json.loads((letak.kerja / _CATATAN).read_text(encoding="utf-8"))
        lama = Terakhir(isi["dari"], isi["keluaran"], tuple(isi["kabar"]), tuple(isi["halaman"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return lama if lama.dari == dari and lama.keluaran == _keluaran(letak) else None


def catat(letak: Tempat, dari: str, kabar: Sequence[str], halaman: Sequence[str]) -> None:
    """Remember the report that has just been published, made from `dari`."""
    letak.kerja.mkdir(parents=True, exist_ok=True)
    isi = asdict(Terakhir(dari, _keluaran(letak), tuple(kabar), tuple(halaman)))
    (letak.kerja / _CATATAN).write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _keluaran(letak: Tempat) -> str:
    return _satu(*_isi((p for p in sorted(letak.keluaran.rglob("*")) if p.is_file()), letak.keluaran))


def terpasang() -> dict[str, str]:
    """Return the versions of the installed PENENTU by their names."""
    hasil = {}
    for nama in PENENTU:
        with suppress(metadata.PackageNotFoundError):
            hasil[nama] = metadata.version(nama)
    return hasil


def versi() -> list[str]:
    """List the installed PENENTU with their versions by the folders that say so: asking each package takes longer."""
    nama = "|".join(n.replace("-", "[-_.]") for n in PENENTU)
    pola = re.compile(rf"(?:{nama})-[^-]+\.(?:dist|egg)-info", re.IGNORECASE)
    folder = [Path(p) for p in dict.fromkeys(sys.path) if p.endswith(("site-packages", "dist-packages"))]
    return sorted(p.name for f in folder if f.is_dir() for p in f.iterdir() if pola.fullmatch(p.name))


def _isi(berkas: Iterable[Path], folder: Path) -> Iterable[str]:
    for p in berkas:
        yield f"{p.relative_to(folder).as_posix()} {hashlib.sha256(p.read_bytes()).hexdigest()}"


def _satu(*bagian: str) -> str:
    return hashlib.sha256("\n".join(bagian).encode()).hexdigest()

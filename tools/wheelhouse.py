"""Gather every wheel of the lock and the project's own, for an office without internet.

python tools/wheelhouse.py                                   for this machine
python tools/wheelhouse.py --untuk win_amd64 --python 3.12   for another one

The folder holds what `pip install --no-index --find-links` needs; docs/windows.md tells how to install from it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

AKAR = Path(__file__).resolve().parent.parent
_SISTEM = {
    "win": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macosx": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "manylinux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}
_MESIN = {"win_amd64": "AMD64", "win_arm64": "ARM64"}


def versi(python: str) -> list[str]:
    """Return the first and the last release of a Python, since the lock may tell them apart: it serves all between.

    >>> versi("3.11"), versi("3.12.4")
    (['3.11.0', '3.11.99'], ['3.12.4'])
    """
    return [python] if python.count(".") > 1 else [f"{python}.0", f"{python}.99"]


def lingkungan(untuk: str, python: str) -> dict[str, str]:
    """Return the marker environment of another machine, or of this one when none is named, under a full version."""
    milik = {k: str(v) for k, v in default_environment().items()}
    if untuk:
        milik |= next(isi for awal, isi in _SISTEM.items() if untuk.startswith(awal))
        milik["platform_machine"] = _MESIN.get(untuk, untuk.split("_", 1)[1].removeprefix("11_0_"))
    return milik | {"python_version": python.rpartition(".")[0], "python_full_version": python}


def berlaku(kunci: str, milik: dict[str, str]) -> Iterator[str]:
    """Yield the entries of a lock that hold in an environment, with their hashes and without their markers.

    >>> list(berlaku("a==1 ; sys_platform == 'win32' --hash=sha256:0", {"sys_platform": "win32"}))
    ['a==1 --hash=sha256:0']
    """
    for butir in re.sub(r"\\\n\s*", " ", kunci).splitlines():
        if butir.strip() and not butir.lstrip().startswith("#"):
            isi, *sidik = re.split(r"\s+(?=--hash=)", butir.strip())
            perlu = Requirement(isi)
            if perlu.marker is None or perlu.marker.evaluate(milik):
                yield " ".join([f"{perlu.name}{perlu.specifier}", *sidik])


def pip() -> list[str]:
    """Return how to call pip: this environment's, or that of the Python it was made from."""
    for python in (sys.executable, getattr(sys, "_base_executable", "")):
        if (
            python
            and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
        ):
            return [python, "-m", "pip", "--disable-pip-version-check"]
    raise SystemExit("Kesalahan: pip tidak ditemukan. Pasang dengan: python -m ensurepip")


def main() -> int:
    """Fill the folder. Returns pip's exit code when it could not."""
    urai = argparse.ArgumentParser(description="Mengumpulkan semua wheel untuk kantor tanpa internet.")
    urai.add_argument("--untuk", default="", help="mesin tujuan, misalnya win_amd64 (bawaan: mesin ini)")
    urai.add_argument("--python", default="", help="versi Python tujuan, misalnya 3.12 (bawaan: versi ini)")
    urai.add_argument("--ke", type=Path, default=AKAR / "wheelhouse", help="folder hasil (bawaan: wheelhouse/)")
    pilihan = urai.parse_args()
    if pilihan.untuk and not pilihan.untuk.startswith(tuple(_SISTEM)):
        print(f'Kesalahan: mesin "{pilihan.untuk}" tidak dikenal. Contoh: win_amd64.', file=sys.stderr)
        return 2
    python = pilihan.python or sysconfig.get_python_version()
    kunci = (AKAR / "requirements.lock").read_text(encoding="utf-8")
    perlu = {"\n".join(berlaku(kunci, lingkungan(pilihan.untuk, v))): v for v in versi(python)}
    tujuan = ["--platform", pilihan.untuk] if pilihan.untuk else []
    with tempfile.TemporaryDirectory() as sementara:
        unduh = ["download", "-q", "--no-deps", "--only-binary=:all:", "--require-hashes", *tujuan]
        langkah_semua = []
        for isi, v in perlu.items():
            daftar = Path(sementara) / f"{v}.txt"
            daftar.write_text(isi, encoding="utf-8")
            langkah_semua.append([*unduh, "-r", str(daftar), "--python-version", v, "-d", str(pilihan.ke)])
        for langkah in (*langkah_semua, ["wheel", "-q", "--no-deps", "-w", str(pilihan.ke), str(AKAR)]):
            if kode := subprocess.run([*pip(), *langkah], check=False).returncode:
                return kode
    print(f"{len(list(pilihan.ke.glob('*.whl')))} wheel di {pilihan.ke}, untuk {pilihan.untuk or 'mesin ini'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

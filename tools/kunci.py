"""Write requirements*.lock and environment.yml from pyproject.toml, or check that they still follow it.

python tools/kunci.py              write; pinned versions stay as they are where they still fit
python tools/kunci.py --perbarui   write, with the newest versions that the bounds allow
python tools/kunci.py --periksa    write nothing; exit 1 when a file does not follow pyproject.toml
python tools/kunci.py --pip        write nothing; print what environment.yml asks for as pip names it

Needs uv (the `dev` extra has it). Only the standard library is imported.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
PYTHON = "3.11"
KEPALA = "# Dibuat dari pyproject.toml oleh `make lock`; jangan disunting.\n"

# From the largest to the smallest: each lock pins what the one before it pins, so that a larger
# environment also satisfies a smaller one.
KUNCI = {
    "requirements-jupyter.lock": ("dev", "draf", "jupyter"),
    "requirements-dev.lock": ("dev", "draf"),
    "requirements.lock": ("draf",),
}
LINGKUNGAN = "environment.yml"


class Gagal(Exception):
    """A message for the person at the terminal."""


def read_pyproject(akar: Path) -> dict[str, list[str]]:
    """The requirement lists of pyproject.toml: `build`, `inti` and one an extra."""
    isi = tomllib.loads((akar / "pyproject.toml").read_text(encoding="utf-8"))
    proyek = isi["project"]
    return {
        **proyek.get("optional-dependencies", {}),
        "build": isi["build-system"]["requires"],
        "inti": proyek["dependencies"],
    }


def find_uv() -> str:
    """The uv beside this Python, in the project's environment, or on PATH."""
    tempat = [str(Path(sys.executable).parent), str(AKAR / os.environ.get("VENV", ".venv") / "bin")]
    uv = shutil.which("uv", path=os.pathsep.join(tempat)) or shutil.which("uv")
    if uv is None:
        raise Gagal("uv tidak ditemukan. Jalankan `make lock`, atau pasang dengan: pip install uv")
    return uv


def compile_lock(uv: str, butuh: list[str], keluaran: Path, batas: Path | None, perbarui: bool) -> None:
    """Resolve `butuh` into `keluaran`; what `keluaran` pins already is preferred, `batas` is obeyed."""
    perintah = [uv, "pip", "compile", "-", "--output-file", str(keluaran), "--quiet"]
    perintah += ["--universal", "--python-version", PYTHON, "--generate-hashes"]
    perintah += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    perintah += ["--constraint", str(batas)] if batas else []
    perintah += ["--upgrade"] if perbarui else []
    hasil = subprocess.run(
        perintah,
        input="\n".join(butuh) + "\n",
        env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"},
        cwd=keluaran.parent,  # away from the project: no setting of another tool is read
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if hasil.returncode:
        raise Gagal(
            f"{keluaran.name} tidak dapat disusun. Periksa sambungan internet; bila berkas itu rusak "
            f"(misalnya memuat tanda konflik git), hapus lalu jalankan `make lock`. Pesan uv:\n" + hasil.stderr.strip()
        )
    isi = keluaran.read_text(encoding="utf-8")
    keluaran.write_text(KEPALA + isi.removeprefix(KEPALA), encoding="utf-8", newline="\n")


def read_conda(akar: Path, daftar: dict[str, list[str]]) -> dict[str, str]:
    """The conda-forge name of each package whose name differs there, "" where it is not there."""
    nama = tomllib.loads((akar / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["lkip"]["conda"]
    dikenal = {package_name(b) for b in daftar["inti"] + daftar["jupyter"]}
    if asing := sorted(set(nama) - dikenal):
        raise Gagal(f"[tool.lkip.conda] di pyproject.toml menyebut {', '.join(asing)}, yang bukan ketergantungan.")
    return dict(nama)


def package_name(butuh: str) -> str:
    return re.split(r"[<>=!~\[; ]", butuh, maxsplit=1)[0]


def render_environment(daftar: dict[str, list[str]], conda: dict[str, str]) -> str:
    """The text of environment.yml: conda-forge's packages under its own names, the rest by pip, same bounds."""
    butuh = sorted(daftar["inti"] + daftar["jupyter"])
    di_conda = [(conda.get(n, n), b.removeprefix(n)) for b in butuh if conda.get(n := package_name(b), n)]
    baris = [
        KEPALA.rstrip(),
        "# Pemakaian: conda env create -f environment.yml && conda activate lkip",
        "#            pip install --no-deps -e .",
        "name: lkip",
        "channels:",
        "  - conda-forge",
        "dependencies:",
        f"  - python>={PYTHON}",
        "  - pip",
        "  - pango",
        *(f'  - "{nama}{batas}"' for nama, batas in sorted(di_conda)),
        "  - pip:",
        *(f'      - "{b}"' for b in butuh if not conda.get(package_name(b), b)),
    ]
    return "\n".join(baris) + "\n"


def pip_names(akar: Path) -> list[str]:
    """What environment.yml asks for, as pip names it: for a machine without conda."""
    daftar = read_pyproject(akar)
    di_pip = {c: p for p, c in read_conda(akar, daftar).items() if c}
    diminta = re.findall(r'^ +- "([^"]+)"', (akar / LINGKUNGAN).read_text(encoding="utf-8"), re.MULTILINE)
    return [di_pip.get(n := package_name(b), n) + b.removeprefix(n) for b in diminta]


def derive(akar: Path, tujuan: Path, perbarui: bool = False) -> list[str]:
    """Derive every file of `akar` into `tujuan`; return the names of those that differ."""
    daftar = read_pyproject(akar)
    uv = find_uv()
    batas = None
    for nama, tambahan in KUNCI.items():
        keluaran = tujuan / nama
        if (akar / nama).exists():
            shutil.copyfile(akar / nama, keluaran)
        butuh = [*daftar["build"], *daftar["inti"], *(b for extra in tambahan for b in daftar[extra])]
        compile_lock(uv, butuh, keluaran, batas, perbarui)
        batas = keluaran
    (tujuan / LINGKUNGAN).write_text(
        render_environment(daftar, read_conda(akar, daftar)), encoding="utf-8", newline="\n"
    )
    return [nama for nama in [*KUNCI, LINGKUNGAN] if read_bytes(akar / nama) != read_bytes(tujuan / nama)]


def read_bytes(berkas: Path) -> bytes | None:
    return berkas.read_bytes() if berkas.exists() else None


def main(argv: list[str] | None = None) -> int:
    pilihan = argparse.ArgumentParser(description="Susun requirements*.lock dan environment.yml.")
    cara = pilihan.add_mutually_exclusive_group()
    cara.add_argument("--periksa", action="store_true", help="hanya memeriksa; gagal bila ada yang berbeda")
    cara.add_argument("--pip", action="store_true", help="tulis isi environment.yml dengan nama paket pip")
    cara.add_argument("--perbarui", action="store_true", help="naikkan ke versi terbaru yang diizinkan")
    opsi = pilihan.parse_args(argv)
    try:
        if opsi.pip:
            print(*pip_names(AKAR), sep="\n")
            return 0
        with tempfile.TemporaryDirectory() as sementara:
            berbeda = derive(AKAR, Path(sementara), opsi.perbarui)
            if not opsi.periksa:
                for nama in berbeda:
                    shutil.copyfile(Path(sementara) / nama, AKAR / nama)
    except Gagal as gagal:
        print(f"Kesalahan: {gagal}", file=sys.stderr)
        return 2
    if opsi.periksa and berbeda:
        for nama in berbeda:
            print(f"Kesalahan: {nama} tidak sesuai dengan pyproject.toml.", file=sys.stderr)
        print("Jalankan `make lock`, lalu simpan hasilnya di git.", file=sys.stderr)
        return 1
    kata = "sesuai dengan pyproject.toml" if opsi.periksa else "sudah sesuai; tidak ada yang diubah"
    print(f"Ditulis: {', '.join(berbeda)}" if berbeda else f"Berkas kunci {kata}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

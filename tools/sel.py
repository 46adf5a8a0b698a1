"""Check the types of the notebooks' computing cells: each notebook as one module, as it is run.

python tools/sel.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from lkip_lib.buku import jalan

AKAR = Path(__file__).resolve().parents[1]


def utama() -> int:
    """Return mypy's exit code; what it says names the notebook, and the line among its computing cells."""
    with tempfile.TemporaryDirectory() as sementara:
        for p in sorted((AKAR / "notebooks").glob("*.ipynb")):
            isi = "\n\n".join(s.teks for s, _ in jalan.baca(p).kode)
            awal = 'instansi: str = ""\ntahun: int = 0\ntriwulan: int = 0\n'
            (Path(sementara) / f"buku_{p.stem}.py").write_text(awal + isi + "\n", encoding="utf-8")
        perintah = [sys.executable, "-m", "mypy", "--config-file", str(AKAR / "pyproject.toml"), sementara]
        return subprocess.run(perintah, cwd=AKAR, check=False).returncode


if __name__ == "__main__":
    sys.exit(utama())

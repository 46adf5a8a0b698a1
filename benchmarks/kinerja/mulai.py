"""From a fresh clone to the first page, its environment installed by pip and by uv; this needs the internet."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kinerja.daftar import Hasil, ukuran
from benchmarks.kinerja.jam import perintah
from benchmarks.kinerja.satu import AKAR

_HALAMAN = "outputs/dinas-contoh/2025/index.html"


@ukuran("mulai", "Dari klon baru sampai halaman pertama", bawaan=False)
def mulai(kali: int) -> Iterator[Hasil]:
    """Do it once each way; what cannot be done is said."""
    for cara, jalan in {"pip": _tanpa_uv(), "uv": os.environ["PATH"]}.items():
        if cara == "uv" and not shutil.which("uv"):
            yield Hasil(f"dengan {cara}", catatan="tidak dijalankan: uv tidak ada")
            continue
        with tempfile.TemporaryDirectory() as sementara:
            klon = Path(sementara) / "klon"
            perintah(["git", "clone", "--quiet", AKAR, klon])
            dasar = getattr(sys, "_base_executable", sys.executable)
            argv = ["make", "report", "YEAR=2025", "INSTANSI=dinas-contoh", f"PY={dasar}"]
            try:
                waktu = perintah(argv, env={"PATH": jalan, "PYTHONPATH": "", "LKIP_AKAR": str(klon)}, cwd=klon)
            except RuntimeError as salah:
                yield Hasil(f"dengan {cara}", catatan=f"tidak selesai: {str(salah).strip().splitlines()[-1]}")
                continue
            assert (klon / _HALAMAN).exists()
            yield Hasil(f"dengan {cara}", waktu.detik, cpu=waktu.cpu)


def _tanpa_uv() -> str:
    """Return the PATH without the folders that hold uv, so that make takes pip."""
    return os.pathsep.join(f for f in os.environ["PATH"].split(os.pathsep) if not (Path(f) / "uv").exists())

"""Make one report in twenty changed environments: every form must come out byte for byte the same."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

_PROYEK = Path(__file__).parents[2]
Ubah = Mapping[str, str | None]
# What is changed each time: the environment (None takes a variable away), and by what the command is preceded.
LINGKUNGAN: tuple[tuple[str, Ubah, tuple[str, ...]], ...] = (
    ("apa adanya", {}, ()),
    ("TZ timur", {"TZ": "Pacific/Kiritimati"}, ()),
    ("TZ barat", {"TZ": "America/Los_Angeles"}, ()),
    ("LANG C", {"LANG": "C", "LC_ALL": "C"}, ()),
    ("LANG Turki", {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, ()),
    ("LANG Indonesia", {"LANG": "id_ID.UTF-8", "LC_ALL": "id_ID.UTF-8"}, ()),
    ("hash 0", {"PYTHONHASHSEED": "0"}, ()),
    ("hash 4242", {"PYTHONHASHSEED": "4242"}, ()),
    ("tanpa HOME", {"HOME": None, "XDG_CACHE_HOME": None}, ()),
    ("HOME kosong", {"HOME": "{kosong}"}, ()),
    ("TMPDIR lain", {"TMPDIR": "{kosong}"}, ()),
    ("folder kerja lain", {}, ("cd", "/")),
    ("umask 077", {}, ("umask", "077")),
    ("satu inti", {}, ("taskset", "-c", "0")),
    ("satu benang", {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}, ()),
    ("tanpa terminal, 40 kolom", {"COLUMNS": "40", "TERM": "dumb", "NO_COLOR": "1"}, ()),
    ("mesin kernel", {"MESIN": "kernel"}, ()),
    ("matplotlib lain", {"MPLBACKEND": "svg", "MPLCONFIGDIR": "{kosong}"}, ()),
    ("fontconfig kosong", {"FONTCONFIG_FILE": "/dev/null", "SOURCE_DATE_EPOCH": "1"}, ()),
    ("Python tanpa tulis, optimis", {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONOPTIMIZE": "1"}, ()),
    ("lingkungan hampir kosong", dict.fromkeys(("LANG", "LC_ALL", "LC_CTYPE", "USER", "LOGNAME", "SHELL", "PWD")), ()),
)


def coba(banyak: int = len(LINGKUNGAN), bentuk: str = "semua") -> int:
    """Make it in each; 1 when any file differs."""
    mulai, acuan, buruk = time.monotonic(), dict[str, str](), 0
    for nama, ubah, awal in LINGKUNGAN[:banyak]:
        with tempfile.TemporaryDirectory(prefix="s") as folder:
            akar, kosong = Path(folder) / "proyek", Path(folder) / "k"
            kosong.mkdir()
            _salin(akar)
            galat = _jalankan(akar, {k: v and v.format(kosong=kosong) for k, v in ubah.items()}, awal, bentuk)
            ini = _sidik(akar / "outputs" / "dinas-contoh" / "2024")
        acuan = acuan or ini
        beda = sorted(n for n in {*acuan, *ini} if acuan.get(n) != ini.get(n))
        buruk += bool(beda or not ini)
        print(f"{nama:28} {len(ini):>4} berkas, beda: {', '.join(beda) or 'tidak ada'} {galat}", flush=True)
    print(f"{banyak} lingkungan, {buruk} berbeda, {time.monotonic() - mulai:.0f} detik")
    return 1 if buruk else 0


def _salin(akar: Path) -> None:
    shutil.copytree(_PROYEK / "data" / "dinas-contoh" / "2024", akar / "data" / "dinas-contoh" / "2024")
    shutil.copytree(_PROYEK / "params" / "dinas-contoh", akar / "params" / "dinas-contoh")


def _jalankan(akar: Path, ubah: Ubah, awal: tuple[str, ...], bentuk: str) -> str:
    env = {**os.environ, "LKIP_AKAR": str(akar), "PYTHONPATH": str(_PROYEK), **{k: v for k, v in ubah.items() if v}}
    for hapus in (k for k, v in ubah.items() if v is None):
        env.pop(hapus, None)
    perintah = [sys.executable, "-m", "lkip_lib", "report", "2024", "--instansi=dinas-contoh", f"--format={bentuk}"]
    if awal[:1] == ("umask",):
        perintah = ["sh", "-c", f'umask {awal[1]}; exec "$@"', "sh", *perintah]
    elif awal[:1] != ("cd",):
        perintah = [*awal, *perintah]
    folder = awal[1] if awal[:1] == ("cd",) else akar
    hasil = subprocess.run(perintah, env=env, cwd=folder, capture_output=True, text=True)
    return hasil.stderr.strip()[-300:]


def _sidik(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }

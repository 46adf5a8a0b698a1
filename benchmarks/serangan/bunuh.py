"""Kill runs at random moments: the old report or the new one always stands whole, and nothing stays behind."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.instansi.kecil import tulis_kecil

_SINYAL = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_BERAKHIR_DETIK = 30.0


def coba(banyak: int, benih: int) -> int:
    """Kill so many runs of one agency, its data changed before each; 1 when a report was lost or something was left."""
    acak = random.Random(benih)
    hitung: Counter[str] = Counter()
    mulai = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="serangan-") as nama:
        akar = Path(nama).resolve()
        (akar / "tmp").mkdir()
        tulis_kecil(1, 2024, akar, benih=3)
        target = next((akar / "data").glob("*/2024/target.csv"))
        asli = target.read_text(encoding="utf-8")
        sah, lama = set[str](), 0.0
        for rupa in ("", "\n"):  # two versions of the data, and so two reports
            target.write_text(asli + rupa, encoding="utf-8")
            dari = time.monotonic()
            _jalankan(akar).wait()
            lama = time.monotonic() - dari
            sah.add(sidik(akar))
        assert len(sah) == 2
        for n in range(banyak):
            target.write_text(asli + "\n" * (n % 2), encoding="utf-8")
            proses = _jalankan(akar)
            time.sleep(acak.uniform(0, lama * 1.05))
            nomor = acak.choice(_SINYAL)
            proses.send_signal(nomor)
            proses.wait()
            hitung[signal.Signals(nomor).name] += 1
            hitung["hilang"] += sidik(akar) not in sah
            hitung["proses tertinggal"] += not _sepi(akar)
        target.write_text(asli, encoding="utf-8")
        _tua(akar)
        assert _jalankan(akar).wait() == 0
        sisa = ((akar / "tmp").iterdir(), akar.glob("outputs/*/.*.baru"), akar.glob("outputs/*/.*.lama"))
        tinggal = [p for s in sisa for p in s]
        hitung["berkas tertinggal"] += len(tinggal)
    print(", ".join(f"{k} {v}" for k, v in sorted(hitung.items())), f"; {time.monotonic() - mulai:.0f} detik")
    return 1 if hitung["hilang"] or hitung["proses tertinggal"] or hitung["berkas tertinggal"] else 0


def _jalankan(akar: Path) -> subprocess.Popen[bytes]:
    instansi = next((akar / "data").iterdir()).name
    perintah = [sys.executable, "-m", "lkip_lib", "report", "2024", f"--instansi={instansi}", "--paksa"]
    env = {**os.environ, "LKIP_AKAR": str(akar), "TMPDIR": str(akar / "tmp")}
    return subprocess.Popen(perintah, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def sidik(akar: Path) -> str:
    """Return one hash over the published report, "" where there is none."""
    folder = next(iter(sorted(akar.glob("outputs/[!.]*/2024"))), None)
    if folder is None:
        return ""
    isi = hashlib.sha256()
    for p in sorted(p for p in folder.rglob("*") if p.is_file()):
        isi.update(p.relative_to(folder).as_posix().encode() + b"\0" + p.read_bytes())
    return isi.hexdigest()


def _sepi(akar: Path) -> bool:
    """Tell whether every process of a killed run has ended: those that have its project in their environment."""
    tanda = f"LKIP_AKAR={akar}".encode()
    akhir = time.monotonic() + _BERAKHIR_DETIK
    while time.monotonic() < akhir:
        if not any(tanda in _lingkungan(p) for p in Path("/proc").glob("[0-9]*")):
            return True
        time.sleep(0.1)
    return False


def _lingkungan(proses: Path) -> bytes:
    try:
        return (proses / "environ").read_bytes()
    except OSError:
        return b""


def _tua(akar: Path) -> None:
    sejam_lalu = time.time() - 3600
    for kunci in akar.glob("tmp/lkip-*/kunci"):
        os.utime(kunci, (sejam_lalu, sejam_lalu))

"""One report: cold, and with nothing changed; against the chain as it is usually run, and against the floor."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.kinerja.daftar import Hasil, ukuran
from benchmarks.kinerja.jam import Waktu, bertanding, perintah, rasio, tengah
from lkip_lib.buku import rangkaian
from lkip_lib.numerals import write

AKAR = Path(__file__).parents[2]
INSTANSI, TAHUN = "disnaker-kota-bekasi", "2024"
LKIP = [sys.executable, "-c", "import sys; from lkip_lib.cli import main; sys.exit(main())"]


@ukuran("satu", f"Satu laporan, {INSTANSI} {TAHUN}")
def satu(kali: int) -> Iterator[Hasil]:
    """Time the ways to one report in rounds, each a command of its own."""
    with tempfile.TemporaryDirectory() as sementara:
        proyek = siapkan(Path(sementara) / "proyek")
        cara = Cara(proyek)
        cara.laporan()  # the disk's and Python's own caches are warm for all of them
        waktu = bertanding(
            {
                "lantai": cara.lantai,
                "laporan": cara.laporan,
                "tetap": cara.tetap,
                "biasa": cara.biasa,
                "sekaligus": cara.sekaligus,
            },
            kali,
        )
    biasa, laporan, bawah = waktu["biasa"], waktu["laporan"], waktu["lantai"]
    yield _baris("lantai, dingin", bawah, biasa)
    hangat = tengah(cara.hangat)
    yield Hasil("lantai, hangat", hangat.detik, "kedua kali dalam satu proses", hangat.cpu)
    yield _baris("laporan, dingin", laporan, biasa, _lebih(laporan, bawah, biasa))
    yield _baris("laporan, tidak ada yang berubah" + (", dengan make" if cara.make else ""), waktu["tetap"], biasa)
    yield _baris("satu proses papermill dan satu nbconvert tiap notebook", biasa, biasa)
    yield _baris("sekali jupyter nbconvert --execute", waktu["sekaligus"], biasa)


def _baris(apa: str, waktu: Sequence[Waktu], biasa: Sequence[Waktu], catatan: str = "") -> Hasil:
    t = tengah(waktu)
    banding = f"{write(rasio(waktu, biasa), 3)} × rantai biasa (CPU {write(rasio(waktu, biasa, cpu=True), 3)})"
    return Hasil(apa, t.detik, banding, t.cpu, catatan=catatan)


def _lebih(laporan: Sequence[Waktu], bawah: Sequence[Waktu], biasa: Sequence[Waktu]) -> str:
    """Compare what the run spends beyond the floor with what the usual chain spends beyond it."""
    semua = list(zip(laporan, bawah, biasa, strict=True))
    detik = median((x.detik - y.detik) / (z.detik - y.detik) for x, y, z in semua)
    cpu = median((x.cpu or 0) - (y.cpu or 0) for x, y, _ in semua) / median(
        (z.cpu or 0) - (y.cpu or 0) for _, y, z in semua
    )
    return f"di atas lantai: {write(detik, 2)} dari rantai biasa di atasnya (CPU {write(cpu, 2)}); batasnya 0,17"


def siapkan(proyek: Path, *, data: bool = True) -> Path:
    """Copy what a report is made from, with or without the agencies, into a project of its own."""
    for folder in (*(("data", "params") if data else ()), "notebooks", "lkip_lib"):
        shutil.copytree(AKAR / folder, proyek / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for p in (*AKAR.glob("requirements*.lock"), AKAR / "Makefile", AKAR / "pyproject.toml"):
        shutil.copy(p, proyek)
    return proyek


def jalankan_lantai(proyek: Path, instansi: Sequence[str]) -> tuple[Waktu, list[Waktu]]:
    """Make the floor's reports one after another in a process; return how long that took, and each of them."""
    kata = proyek / "lantai.txt"
    argv = [",".join(instansi), TAHUN, str(proyek / "lantai")]
    isi = f"import sys; sys.argv[1:] = {argv!r}; sys.stdout = open({str(kata)!r}, 'w')\n"
    isi += "from benchmarks.kinerja.lantai import main; main()"
    semua = perintah([sys.executable, "-c", isi], env=lingkungan(proyek), cwd=proyek)
    satuan = [b.split()[1:] for b in kata.read_text(encoding="utf-8").splitlines()]
    return semua, [Waktu(float(detik), float(cpu)) for detik, cpu in satuan]


def lingkungan(proyek: Path) -> dict[str, str]:
    """Return what a command is told of the project that it works in."""
    return {"LKIP_AKAR": str(proyek), "PYTHONPATH": str(AKAR), "LKIP_KERJA": ""}


class Cara:
    """Hold the ways to make the report of one project folder."""

    def __init__(self, proyek: Path) -> None:
        self.proyek = proyek
        self.kerja = proyek / "biasa"
        self.hangat: list[Waktu] = []
        self.env = lingkungan(proyek)
        self.make = shutil.which("make") is not None and os.name == "posix"
        if self.make:
            _lingkungan_make(proyek)

    def _perintah(self, *argv: str | Path, **env: str) -> Waktu:
        return perintah(argv, env=self.env | env, cwd=self.proyek)

    def laporan(self) -> Waktu:
        return self._perintah(*LKIP, "report", TAHUN, f"--instansi={INSTANSI}", "--paksa")

    def tetap(self) -> Waktu:
        if self.make:
            return self._perintah("make", "report", f"YEAR={TAHUN}", f"INSTANSI={INSTANSI}")
        return self._perintah(*LKIP, "report", TAHUN, f"--instansi={INSTANSI}")

    def lantai(self) -> Waktu:
        dingin, _ = jalankan_lantai(self.proyek, [INSTANSI])
        _, (_, hangat) = jalankan_lantai(self.proyek, [INSTANSI, INSTANSI])
        self.hangat.append(hangat)
        return dingin

    def biasa(self) -> Waktu:
        """Run papermill once and nbconvert once a notebook, as a script of a few lines would."""
        shutil.rmtree(self.kerja, ignore_errors=True)
        self.kerja.mkdir()
        detik = cpu = 0.0
        for tahap in rangkaian.tahap(self.proyek):
            dari, ke = self.proyek / "notebooks" / f"{tahap}.ipynb", self.kerja / f"{tahap}.ipynb"
            isian = ["-p", "instansi", INSTANSI, "-p", "tahun", TAHUN, "-p", "triwulan", "0"]
            for argv in (
                ["-m", "papermill", dari, ke, "-k", "python3", "--no-progress-bar", *isian],
                ["-m", "nbconvert", "--to", "html", ke],
            ):
                w = self._perintah(sys.executable, *argv, LKIP_KERJA=str(self.kerja))
                detik, cpu = detik + w.detik, cpu + (w.cpu or 0)
        return Waktu(detik, cpu)

    def sekaligus(self) -> Waktu:
        shutil.rmtree(self.kerja, ignore_errors=True)
        notebook = [self.proyek / "notebooks" / f"{t}.ipynb" for t in rangkaian.tahap(self.proyek)]
        argv = ["-m", "nbconvert", "--execute", "--to", "html", f"--output-dir={self.kerja}", *notebook]
        return self._perintah(sys.executable, *argv, LKIP_KERJA=str(self.kerja))


def _lingkungan_make(proyek: Path) -> None:
    """Make `.venv` of a project stand for the environment at hand, as if make had installed it."""
    bin, tanda = proyek / ".venv" / "bin", proyek / ".venv" / ".lkip"
    bin.mkdir(parents=True)
    tanda.mkdir()
    (bin / "python").symlink_to(sys.executable)
    (bin / "lkip").write_text(f"#!{sys.executable}\n{LKIP[2].replace('; ', chr(10))}\n", encoding="utf-8")
    (bin / "lkip").chmod(0o755)
    shutil.copy(proyek / "pyproject.toml", tanda)
    shutil.copy(proyek / "requirements.lock", tanda / "kunci")
    tanya = 'command -v python3 && ls -lLi "$(command -v python3)" && pwd -P'
    isi = subprocess.run(["sh", "-c", tanya], cwd=proyek, capture_output=True, text=True, check=True).stdout
    (tanda / "tanda").write_text(isi, encoding="utf-8")

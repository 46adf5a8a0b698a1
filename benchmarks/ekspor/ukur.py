"""Import each file as a person would, in a project folder of its own, and judge what came of it."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.ekspor.banding import angka, baca, banding, banding_pesan
from lkip_lib.cli import main

TEPAT, DITOLAK_TEPAT = "tepat", "ditolak dengan tepat"
DITOLAK_KELIRU, TANPA_TEMPAT = "ditolak tanpa perlu", "ditolak tanpa tempatnya"
LOLOS, KELIRU, GALAT = "lolos", "keliru", "galat"
PUTUSAN = (TEPAT, DITOLAK_TEPAT, TANPA_TEMPAT, DITOLAK_KELIRU, LOLOS, KELIRU, GALAT)
GAGAL = (LOLOS, KELIRU, GALAT)
_RUNUTAN = "Traceback (most recent call last)"


@dataclass(frozen=True, slots=True)
class Jalan:
    """Hold what one run of `lkip impor` printed, and the folder it may have written."""

    kode: int
    keluar: str
    salah: str
    folder: Path


@dataclass
class Hasil:
    """Count the verdicts by layout, and describe each that is not right."""

    hitung: dict[str, Counter[str]] = field(default_factory=dict)
    contoh: list[str] = field(default_factory=list)

    def jumlah(self, *putusan: str) -> int:
        return sum(hitung[p] for hitung in self.hitung.values() for p in putusan)


@contextmanager
def proyek() -> Iterator[Path]:
    """Make an empty project folder that the commands take for theirs, and nobody at the terminal."""
    lama, masuk = os.environ.get("LKIP_AKAR"), sys.stdin
    with tempfile.TemporaryDirectory(prefix="lkip-ekspor-") as folder:
        akar = Path(folder)
        for nama in ("data", "params"):
            (akar / nama).mkdir()
        os.environ["LKIP_AKAR"], sys.stdin = folder, io.StringIO()
        try:
            yield akar
        finally:
            sys.stdin = masuk
            if lama is None:
                del os.environ["LKIP_AKAR"]
            else:
                os.environ["LKIP_AKAR"] = lama


def impor(akar: Path, berkas: Path, benar: dict[str, Any], instansi: str) -> Jalan:
    """Run the command on a file, for an agency that has nothing yet."""
    tahun = benar["perintah"]["tahun"]
    folder = akar / "data" / instansi / str(tahun)
    folder.mkdir(parents=True)
    pilihan = [f"--tahun={tahun}", f"--instansi={instansi}", "--ya"]
    if triwulan := benar["perintah"]["triwulan"]:
        pilihan.append(f"--triwulan={triwulan}")
    if "jumlahkan" in benar.get("jawaban", {}):
        pilihan.append("--jumlahkan")
    keluar, salah = io.StringIO(), io.StringIO()
    with redirect_stdout(keluar), redirect_stderr(salah):
        try:
            kode = main(["impor", str(berkas), *pilihan])
        except SystemExit as henti:
            kode = henti.code if isinstance(henti.code, int) else 2
        except Exception:
            kode = 1
            traceback.print_exc()
    return Jalan(kode, keluar.getvalue(), salah.getvalue(), folder)


def putuskan(benar: dict[str, Any], jalan: Jalan) -> tuple[str, list[str]]:
    """Judge a run; the second tells what is amiss."""
    pesan = jalan.keluar + jalan.salah
    if _RUNUTAN in pesan or jalan.kode not in (0, 2):
        return GALAT, pesan.strip().splitlines()[-1:]
    if jalan.kode == 2:
        return _putuskan_penolakan(benar, jalan)
    if benar["hasil"] == "tolak":
        if benar.get("boleh_catatan") and not banding_pesan(benar, pesan) and _hanya_pagu(benar, jalan.folder):
            return TEPAT, []
        return LOLOS, [benar["alasan"]]
    beda = banding(benar, jalan.folder)
    return (KELIRU, beda) if beda else (TEPAT, [])


def _putuskan_penolakan(benar: dict[str, Any], jalan: Jalan) -> tuple[str, list[str]]:
    sebab = jalan.salah.strip().splitlines()
    if any(jalan.folder.iterdir()):
        return KELIRU, ["ditolak, tetapi ada yang ditulis"]
    if benar["hasil"] == "tolak":
        luput = banding_pesan(benar, jalan.keluar + jalan.salah)
        return (TANPA_TEMPAT, [*luput, *sebab]) if luput else (DITOLAK_TEPAT, [])
    lain = benar.get("boleh_tolak")
    boleh = benar.get("tanya_sifat") == "wajib" or (lain and not banding_pesan(lain, jalan.salah))
    return (DITOLAK_TEPAT, []) if boleh else (DITOLAK_KELIRU, sebab)


def _hanya_pagu(benar: dict[str, Any], folder: Path) -> bool:
    """Tell whether a result of half a year was left out of the year's budget; other notes may stand beside it."""
    if benar["kesalahan"] != "periode":
        return True
    return not any(angka(b.get("realisasi")) for b in baca(folder, "anggaran"))


def ukur(kebenaran: list[Path]) -> Hasil:
    """Import and judge the file beside each of these truths."""
    hasil = Hasil()
    with proyek() as akar:
        for n, path in enumerate(kebenaran):
            benar = json.loads(path.read_text(encoding="utf-8"))
            putusan, sebab = putuskan(benar, impor(akar, path.with_name(benar["berkas"]), benar, f"instansi-{n}"))
            hasil.hitung.setdefault(benar["tata_letak"], Counter())[putusan] += 1
            if putusan not in (TEPAT, DITOLAK_TEPAT):
                ragam = f"{benar['berkas']} ({benar['kesalahan'] or 'utuh'})"
                hasil.contoh.append(f"{putusan}: {ragam}: {' | '.join(sebab[:3])}")
    return hasil


def tabel(hasil: Hasil) -> str:
    """Write the counts as a Markdown table, a line for each layout."""
    baris = [f"| tata letak | {' | '.join(PUTUSAN)} |", "|---|" + "---:|" * len(PUTUSAN)]
    semua: Counter[str] = sum(hasil.hitung.values(), Counter())
    for nama, hitung in [*hasil.hitung.items(), ("semua", semua)]:
        baris.append(f"| {nama} | {' | '.join(str(hitung[p]) for p in PUTUSAN)} |")
    return "\n".join(baris)

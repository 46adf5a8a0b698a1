"""One report of many: its inputs as bytes go to a worker, which needs nothing but the package, and its files return."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import hashes, listing
from lkip_lib.pipeline import parcel
from lkip_lib.pipeline.scratch import folder_sementara
from lkip_lib.places import Tempat
from lkip_lib.system import masalah_sistem

# A worker of a cluster may have threads; charts are drawn by one at a time.
_SATU = threading.Lock()
_BERBEDA = "Masukan berubah selama dikirim, atau lkip pada pekerja berbeda versi; samakan, lalu jalankan lagi."


@dataclass(frozen=True, slots=True)
class Tugas:
    """Hold what a worker is told, and the project's files that it needs."""

    instansi: str
    tahun: int
    triwulan: int
    edisi: str
    bentuk: tuple[str, ...]
    mesin: str
    sidik: str
    berkas: bytes


@dataclass(frozen=True, slots=True)
class Hasil:
    """Hold what a worker made: the report and what its run left beside it, or why there is none."""

    laporan: bytes
    kerja: bytes
    sebab: str
    detik: float


def siapkan(letak: Tempat, bentuk: Sequence[str], mesin: str, sidik: str) -> Tugas:
    """Pack what the report of one agency and year is made from; raises MasukanSalah for a link out of its folder."""
    listing.tolak_asing(letak.data_tahun)  # in the parcel it would be a file like any other
    isi = (*hashes.berkas_asal(letak).values(), *sorted((letak.akar / "notebooks").glob("*.ipynb")))
    return Tugas(
        letak.instansi,
        letak.tahun,
        letak.triwulan,
        letak.edisi,
        tuple(bentuk),
        mesin,
        sidik,
        parcel.bungkus(letak.akar, isi),
    )


def susun(tugas: Tugas) -> Hasil:
    """Make one report in a folder of its own; this is what a worker runs.

    A report that is refused, or whose notebook stops, comes back as its reason in one line.
    """
    from lkip_lib.buku import fingerprint
    from lkip_lib.pipeline import chain
    from lkip_lib.pipeline.executor import NotebookGagal

    mulai = time.perf_counter()
    with _SATU, folder_sementara() as akar:
        for folder in ("data", "params"):
            (akar / folder).mkdir()
        parcel.buka(tugas.berkas, akar)
        letak = Tempat(akar, tugas.instansi, tugas.tahun, tugas.triwulan, tugas.edisi)
        sebab = ""
        try:
            if fingerprint.sidik(letak, tugas.bentuk) != tugas.sidik:
                sebab = _BERBEDA
            else:
                chain.jalankan(letak, bentuk=tugas.bentuk, mesin=tugas.mesin)
        except MasukanSalah as salah:
            lain = f" (dan {len(salah.masalah) - 1} masalah lagi)" if len(salah.masalah) > 1 else ""
            sebab = f"{salah.masalah[0]}{lain}"
        except NotebookGagal as gagal:
            sebab = f"{gagal}"
        except Exception as salah:
            masalah = masalah_sistem(salah, akar)
            if masalah is None:
                raise
            sebab = f"{masalah}"
        kerja = parcel.bungkus(letak.kerja, [letak.kerja])
        laporan = b"" if sebab else parcel.bungkus(letak.keluaran, [letak.keluaran])
    return Hasil(laporan, kerja, " ".join(sebab.split()), time.perf_counter() - mulai)

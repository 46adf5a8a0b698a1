"""Many reports: which are to be made, by whichever workers there are, each put in its place as it arrives."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from lkip_lib.buku import fingerprint
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.pipeline import job, parcel
from lkip_lib.pipeline.swap import folder_baru
from lkip_lib.pipeline.workers import Regu
from lkip_lib.places import Tempat, daftar_instansi, tempat
from lkip_lib.system import masalah_sistem

_MATI = "Prosesnya mati saat menyusun laporan ini, juga ketika diulang sendirian; mungkin memorinya habis."
_LIHAT_DETIK = 0.5  # how long a wish to stop may go unnoticed
SEMUA = "semua"


@dataclass(slots=True)
class Kemajuan:
    """Hold what a batch has come to: reports made, found unchanged, and failed with their reasons."""

    banyak: int
    jadi: list[Tempat] = field(default_factory=list)
    tetap: list[Tempat] = field(default_factory=list)
    gagal: dict[Tempat, str] = field(default_factory=dict)

    @property
    def selesai(self) -> int:
        return len(self.jadi) + len(self.tetap) + len(self.gagal)


_BUKAN_NAMA = "nama foldernya bukan nama instansi; pakai huruf kecil, angka, dan tanda hubung"


def matriks(
    akar: Path, tahun: Sequence[str], instansi: str, triwulan: str, edisi: str
) -> tuple[list[Tempat], dict[Tempat, str]]:
    """Name every report of some years: of all agencies that have data of that year, or of those that are named.

    Returns them, and those that cannot be with the reason: of all agencies one that cannot be stops no other. Raises
    MasukanSalah for a year, or an agency that is named, that cannot be, and when there is nothing at all.
    """
    folder = akar / "data"
    nama = [n.strip() for n in instansi.split(",") if n.strip()]
    semua = nama == [SEMUA]
    if semua:
        nama = sorted(p.name for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    dikenal = set(daftar_instansi(akar))
    if not nama or not tahun:
        raise MasukanSalah(
            Masalah(
                f"{'Tahun' if nama else 'Instansi'} laporan belum disebut.",
                'Contoh: make batch YEARS="2023 2024" INSTANSI=semua.',
            )
        )
    hasil: list[Tempat] = []
    asing: list[tuple[str, str]] = []
    masalah: list[Masalah] = []
    for t in dict.fromkeys(tahun):
        for n in dict.fromkeys(nama):
            if semua and t.isdecimal() and len(t) == 4 and not (folder / n / t).is_dir():
                continue
            if semua and n not in dikenal:
                asing.append((n, t))
                continue
            try:
                hasil.append(tempat(n, t, triwulan, edisi=edisi, di=akar))
            except MasukanSalah as salah:
                masalah += salah.masalah
    if masalah:
        raise MasukanSalah(dict.fromkeys(masalah))
    if not hasil:
        raise MasukanSalah(Masalah(f"Belum ada data tahun {', '.join(tahun)}.", "Isi folder data/<instansi>/<tahun>."))
    return hasil, {Tempat(akar, n, int(t), int(triwulan or 0), edisi): _BUKAN_NAMA for n, t in asing}


class Batch:
    """Make reports until all are made or a wish to stop is heard; one that fails stops no other."""

    def __init__(
        self,
        daftar: Sequence[Tempat],
        regu: Regu,
        bentuk: Sequence[str],
        mesin: str,
        lapor: Callable[[Kemajuan, Tempat, str], None],
        *,
        paksa: bool = False,
        ditolak: Mapping[Tempat, str] | None = None,
    ) -> None:
        self._antrean = deque(daftar)
        self._regu, self._bentuk, self._mesin, self._lapor = regu, bentuk, mesin, lapor
        self._paksa = paksa
        self.kemajuan = Kemajuan(len(self._antrean) + len(ditolak or {}), gagal=dict(ditolak or {}))
        self.berhenti = False

    def jalankan(self, saat_berhenti: Callable[[], None] = lambda: None) -> Kemajuan:
        """Make them all. Those under way when a wish to stop is heard are finished; a second wish ends them.

        When workers die, every report that may have killed them is made once more, alone.
        """
        with self._dengar(saat_berhenti):
            while self._antrean and not self.berhenti:
                for letak in self._gelombang(self._antrean):
                    if self._gelombang(deque([letak]), sendiri=True):
                        self._gagal(letak, _MATI)
        return self.kemajuan

    def _gelombang(self, antrean: deque[Tempat], *, sendiri: bool = False) -> list[Tempat]:
        """Make reports until none is left or workers die; return those that were under way then."""
        pelaksana = None
        jalan: dict[Future[job.Hasil], Tempat] = {}
        putus: list[Tempat] = []
        try:
            selesai: list[tuple[Future[job.Hasil], Tempat]] = []
            while jalan or selesai or (antrean and not self.berhenti and not putus):
                while antrean and len(jalan) < self._regu.sekali and not self.berhenti and not putus:
                    letak = antrean.popleft()
                    if tugas := self._siapkan(letak):
                        pelaksana = pelaksana or self._regu.buka(sendiri=sendiri)
                        try:
                            jalan[pelaksana.submit(job.susun, tugas)] = letak
                        except BrokenExecutor:
                            putus.append(letak)
                if self.berhenti:
                    for f in jalan:
                        f.cancel()
                for f, letak in selesai:  # only now, so that no worker waits for it
                    self._terima(f, letak, putus)
                selesai = [(f, jalan.pop(f)) for f in wait(jalan, _LIHAT_DETIK, FIRST_COMPLETED).done]
        except BaseException:
            if pelaksana:
                self._regu.hentikan(pelaksana)
            raise
        if pelaksana:
            pelaksana.shutdown()
        return putus

    def _siapkan(self, letak: Tempat) -> job.Tugas | None:
        """Pack a report; None when it need not or cannot be made."""
        try:
            sidik = fingerprint.sidik(letak, self._bentuk)
            if not self._paksa and fingerprint.ingat(letak, sidik):
                self.kemajuan.tetap.append(letak)
                self._lapor(self.kemajuan, letak, "tidak berubah")
                return None
            return job.siapkan(letak, self._bentuk, self._mesin, sidik)
        except MasukanSalah as salah:
            self._gagal(letak, str(salah.masalah[0]))
        except OSError as salah:
            self._gagal(letak, str(masalah_sistem(salah, letak.akar)))
        return None

    def _terima(self, f: Future[job.Hasil], letak: Tempat, putus: list[Tempat]) -> None:
        try:
            hasil = f.result()
        except BrokenExecutor:
            putus.append(letak)
        except self._regu.mati:
            self._gagal(letak, "Pekerjanya mati setiap kali menyusun laporan ini; mungkin memorinya habis.")
        except CancelledError:
            if not self.berhenti:
                self._gagal(letak, "Klusternya tidak dapat dihubungi lagi.")
        except Exception as salah:  # whatever it was, it stops no other report
            self._gagal(letak, " ".join(f"{type(salah).__name__}: {salah}".split()))
        else:
            self._tulis(letak, hasil)

    def _tulis(self, letak: Tempat, hasil: job.Hasil) -> None:
        try:
            if not hasil.sebab:
                with folder_baru(letak.keluaran) as folder:
                    parcel.buka(hasil.laporan, folder)
            parcel.buka(hasil.kerja, letak.kerja)  # what is remembered of a report comes after the report
        except MasukanSalah as salah:
            self._gagal(letak, str(salah.masalah[0]))
        except OSError as salah:
            self._gagal(letak, str(masalah_sistem(salah, letak.akar)))
        else:
            if hasil.sebab:
                self._gagal(letak, hasil.sebab)
            else:
                self.kemajuan.jadi.append(letak)
                self._lapor(self.kemajuan, letak, "selesai")

    def _gagal(self, letak: Tempat, sebab: str) -> None:
        self.kemajuan.gagal[letak] = sebab
        self._lapor(self.kemajuan, letak, sebab)

    @contextmanager
    def _dengar(self, saat_berhenti: Callable[[], None]) -> Iterator[None]:
        def minta_berhenti(nomor: int, _: FrameType | None) -> None:
            if self.berhenti:
                raise KeyboardInterrupt
            self.berhenti = True
            saat_berhenti()

        sinyal = (signal.SIGINT, signal.SIGTERM)
        semula = [signal.signal(s, minta_berhenti) for s in sinyal]
        try:
            yield
        finally:
            for s, lama in zip(sinyal, semula, strict=True):
                signal.signal(s, lama)

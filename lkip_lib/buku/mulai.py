"""Begin a notebook: what earlier ones made is at hand, and what this one saves joins it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.pilihan import periksa_kebijakan
from lkip_lib.buku.simpan import periksa_bertambah, periksa_lengkap, susun
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.langkah.anggaran import dokumen_anggaran
from lkip_lib.langkah.sanding import kartu_berlaku
from lkip_lib.langkah.sesi import Pilihan, Sesi, bertabel, mulai_sesi
from lkip_lib.ledger.figur import Catatan

if TYPE_CHECKING:
    from lkip_lib.checks import Konteks
    from lkip_lib.narrative.isi import Isi

_KINI = threading.local()


class Rak(Mapping[str, pd.DataFrame]):
    """Give tables by their names, each time a copy: `lk.masukan.indikator`, `lk.hasil.sasaran`."""

    def __init__(self, frames: Mapping[str, pd.DataFrame], awalan: str, apa: str) -> None:
        self._frames, self._awalan, self._apa = frames, awalan, apa

    def __getattr__(self, nama: str) -> pd.DataFrame:
        return self[nama]

    def __getitem__(self, nama: str) -> pd.DataFrame:
        kunci = f"{self._awalan}{nama}"
        if not self._awalan and f"antara/{nama}" in self._frames:
            kunci = f"antara/{nama}"  # with all that it was computed from
        if kunci not in self._frames:
            raise MasukanSalah(Masalah(f'Tabel {self._apa} "{nama}" tidak ada.', terdekat(nama, self)))
        hasil = self._frames[kunci].copy(deep=False)
        hasil.attrs = {}
        return hasil if self._awalan else bertabel(hasil, nama)

    def __iter__(self) -> Iterator[str]:
        for n in self._frames:
            if n.startswith(self._awalan) and (self._awalan or "/" not in n):
                yield n.removeprefix(self._awalan)

    def __contains__(self, nama: object) -> bool:
        return any(n == nama for n in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self]


class Buku:
    """Hold one notebook at work on one year: what it reads, what the year chose, and what it saves."""

    def __init__(self, nama: str, bahan: Bahan, terbit: Callable[[Bahan, Hasil], Any] | None = None) -> None:
        periksa_kebijakan(bahan)
        self.nama, self.bahan, self._terbit = nama, bahan, terbit
        self.sesi = mulai_sesi(Sesi(Pilihan(bahan.kebijakan, bahan.params)))
        self.masukan, self.hasil = Rak(bahan.frames, "ketik/", "masukan"), Rak(bahan.frames, "", "hasil")
        self.params, self.kebijakan = bahan.params, bahan.kebijakan
        self.tahun, self.triwulan = bahan.tahun, bahan.tempat.triwulan
        self.tersimpan: Hasil | None = None
        self.bekal: Hasil | None = None  # what was read already, before the notebooks began
        self._catatan, self._tersedia = Catatan(bahan.ledger), dict(bahan.frames)
        self._laporan: Any = None

    @property
    def dokumen(self) -> str:
        """Return the document whose targets are measured against."""
        return self.params.dokumen_target

    @property
    def sebutan_skala(self) -> str:
        """Name the scale in use and how its gaps, or its edges, are read."""
        skala = self.kebijakan.skala_capaian
        return f"{skala.nama} ({skala.sebutan_tepi(self.params.pembacaan_celah)})"

    @property
    def dokumen_anggaran(self) -> str:
        """Return the document whose budget counts."""
        return dokumen_anggaran(self.masukan.anggaran, self.params.dokumen_anggaran)

    @property
    def konteks(self) -> Konteks:
        """Return what the checks look at: everything stated, and everything computed so far."""
        from lkip_lib.checks import Konteks
        from lkip_lib.inputs import evidence

        b = self.bahan
        return Konteks(b.frames, b.ledger, self.tahun, self.dokumen, self.dokumen_anggaran, self.kebijakan, b.analisis,
                       self.params, self.triwulan, b.ganti,
                       lambda: dict(zip(b.rumus["kode"], b.rumus["ungkapan"], strict=True)),
                       b.sumber, b.rujukan, evidence.hilang(b.tempat.data, b.instansi.bukti))  # fmt: skip

    @property
    def isi(self) -> Isi:
        """Return what tables, charts and sentences are written from."""
        from lkip_lib.buku.isi import isi_laporan

        return isi_laporan(self.bahan)

    @property
    def dijawab(self) -> list[str]:
        """Return the ids of the notes that the analyst answered."""
        return [t.id for t in self.bahan.tanggapan]

    def simpan(self, **frames: pd.DataFrame) -> None:
        """Save tables by their names: `lk.simpan(indikator=ukur, sasaran=sasaran)`.

        Every figure is held against the formula that a cell applied, else against its declaration, and stated figures
        against their document. Raises MasukanSalah naming each column that does not agree, and what to write.
        """
        for nama, f in frames.items():
            if not isinstance(f, pd.DataFrame):
                raise MasukanSalah(Masalah(f"{nama} bukan tabel.", "lk.simpan menerima DataFrame: nama=frame."))
            if nama in self.bahan.frames:
                periksa_bertambah(nama, self.bahan.frames[nama], f)
        if "ketik/indikator" in self.bahan.frames:
            periksa_lengkap(frames, self._kartu, self.sesi)
        self._tersedia |= frames | {f"antara/{n}": f for n, f in frames.items()}
        self.terima(susun(frames, self._catatan, self.sesi, self.tahun, self._tersedia))

    @cached_property
    def _kartu(self) -> pd.DataFrame:
        return kartu_berlaku(self.masukan.indikator, self.tahun)

    def terima(self, hasil: Hasil) -> None:
        """Take what a notebook made as its result."""
        if self.tersimpan is not None:
            hasil = self.tersimpan.ditambah(hasil)
        hasil.terdahulu = self.bahan.bagian
        self.tersimpan = hasil
        if self._terbit:
            self._laporan = self._terbit(self.bahan, hasil)

    def __getattr__(self, nama: str) -> Any:
        """Give what the report so far offers: `lk.tabel("pengukuran")`, `lk.bagan("tren")`, `lk.naskah`."""
        laporan = self.__dict__.get("_laporan")
        if laporan is None:
            raise AttributeError(f'"{nama}" baru ada sesudah lk.simpan(…).')
        return getattr(laporan, nama)

    def __dir__(self) -> list[str]:
        laporan = self.__dict__.get("_laporan")
        return [*super().__dir__(), *([] if laporan is None else dir(laporan))]


def dengan_bahan(nama: str, bahan: Bahan, daftar: list[Buku]) -> Callable[[], None]:
    """Let the next `mulai` of this process work on `bahan`; returns what ends that."""
    lama = getattr(_KINI, "isi", None)
    _KINI.isi = (nama, bahan, daftar)

    def selesai() -> None:
        _KINI.isi = lama

    return selesai


def mulai(nama: str, instansi: str, tahun: int, triwulan: int = 0) -> Buku:
    """Begin a notebook of the chain: `lk = mulai("02_capaian", instansi, tahun, triwulan)`.

    What earlier notebooks made is read from the work folder; what is missing or was made from something else
    is computed in memory. Raises MasukanSalah when the inputs or parameters cannot be used.
    """
    if (isi := getattr(_KINI, "isi", None)) is not None:
        _, bahan, daftar = isi
        buku = Buku(nama, bahan)
        daftar.append(buku)
        return buku
    from lkip_lib.buku.store import buka_buku

    return buka_buku(nama, instansi, tahun, triwulan)

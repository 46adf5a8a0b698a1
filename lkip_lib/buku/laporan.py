"""The result of a year as one frozen object: plain DataFrames, tables, charts, chapters, and the trail of a figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from lkip_lib import numerals
from lkip_lib.buku import kepekaan
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.etalase import Etalase
from lkip_lib.buku.isi import isi_laporan
from lkip_lib.buku.kepekaan import Pilihan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.checks.terminal import TERBUKA
from lkip_lib.display import Bagan, Tabel, failure
from lkip_lib.display.chart import simpan
from lkip_lib.display.panel import Panel, Penjejak
from lkip_lib.display.sebutan import Sebutan
from lkip_lib.display.table_trails import TabelBerjejak
from lkip_lib.display.trail import Jejak, jejak
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.frames import catatan, himpun
from lkip_lib.narrative import prascore
from lkip_lib.narrative.asal_angka import sebutan
from lkip_lib.narrative.charts.results import BAGAN
from lkip_lib.narrative.document import Bab, Naskah, susun
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.pekerjaan import DaftarPekerjaan, pekerjaan
from lkip_lib.narrative.tables.own import tabel_sendiri
from lkip_lib.narrative.tables.results import TABEL
from lkip_lib.params import Params
from lkip_lib.places import tempat

_MASUKAN = "ketik/"

_TABEL = (prascore,)  # its table enters the list when it is imported; it reads the whole document


@dataclass(frozen=True)
class Laporan:
    """Hold one agency's year, as far as its notebooks have run; `terlukis` are the charts drawn of it so far.

    With `berjejak` a table brings the trails of its figures along, where no page does.
    """

    bahan: Bahan
    terlukis: dict[tuple[str, ...], Bagan | None] = field(default_factory=dict)
    berjejak: bool = False

    def __getattr__(self, nama: str) -> pd.DataFrame:
        """Return a copy of a frame by its name: `lk.indikator`, `lk.anggaran`; `lk.target` is what was typed."""
        frames = self.__dict__["bahan"].frames if "bahan" in self.__dict__ else {}
        for kunci in (nama, f"{_MASUKAN}{nama}"):
            if kunci in frames:
                return pd.DataFrame(frames[kunci].copy())
        raise AttributeError(f'"{nama}" tidak ada dalam laporan. {terdekat(nama, _bernama(frames))}')

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *_bernama(self.bahan.frames)]

    @cached_property
    def isi(self) -> Isi:
        isi = isi_laporan(self.bahan)
        vars(isi)["terlukis"] = self.terlukis  # fills a cached property: no field that a changed copy would share
        return isi

    @property
    def edisi(self) -> str:
        """Return for whom this report is made."""
        return self.bahan.tempat.edisi

    @property
    def ledger(self) -> pd.DataFrame:
        """Return every figure, one row each, with its origin."""
        return self.bahan.ledger.frame.copy()

    @property
    def params(self) -> Params:
        """Berikan pilihan laporan ini: `lk.params.batas`."""
        return self.bahan.params

    @property
    def tabel(self) -> Etalase[Tabel]:
        """Berikan tabel laporan menurut namanya: `lk.tabel("pengukuran")`, atau `lk.tabel.` lalu Tab."""
        return Etalase("Tabel", {n: self._berjejak(t) for n, t in TABEL.items()}, lambda: self.isi)

    def _berjejak(self, susun: Callable[..., Tabel]) -> Callable[..., Tabel]:
        if not self.berjejak:
            return susun

        @wraps(susun)
        def dengan_jejak(isi: Isi, *tentang: str) -> Tabel:
            return TabelBerjejak.dari(susun(isi, *tentang), self.jejak)

        return dengan_jejak

    def ubah(self, **realisasi: float | str) -> Laporan:
        """Andaikan realisasi lain tahun ini dan hitung semuanya lagi di memori: `lk.ubah(AKIP=70, TPT="7,5")`.

        Nama argumennya kode indikator; kode yang bukan nama Python ditulis `lk.ubah(**{"IK-1": 90})`. Yang diandaikan
        tampak dalam jejaknya sebagai koreksi, dan tidak pernah ditulis. Pengandaian sebelumnya tetap berlaku. Menolak
        (MasukanSalah) kode yang tidak punya realisasi tahun ini.
        """
        teks = {k: v if isinstance(v, str) else numerals.write(v, numerals.desimal(v)) for k, v in realisasi.items()}
        bahan = rangkai(self.bahan.tempat, andaian={**self.bahan.andaian, **teks})
        return Laporan(bahan, berjejak=self.berjejak)

    def bandingkan(self, kebijakan: str | Pilihan | Sequence[Pilihan] | None = None) -> pd.DataFrame:
        """Berikan hasil tahun ini menurut kebijakan lain, dan kelas yang berubah: docs/kebijakan.md.

        Tanpa `kebijakan`: setiap alternatif setiap pilihan, satu per satu. Selain itu pilihan params (daftar berarti
        setiap isinya), beberapa pilihan, atau "semua": setiap dokumen target dengan setiap batas dan setiap skala.
        Tidak ada yang ditulis. Menolak (MasukanSalah) pilihan yang tidak ada.
        """
        return kepekaan.bandingkan(self.bahan, kebijakan)

    @property
    def bagan(self) -> Etalase[Bagan | None]:
        """Berikan bagan menurut namanya, atau None bila tak ada yang digambar: `lk.bagan("tren", "AKIP")`."""
        return Etalase("Bagan", BAGAN, lambda: self.isi)

    def sajikan(self, nama: str, judul: str, *kolom: str) -> Tabel:
        """Return a table that a notebook saved, ready to show: its figures open their trail, those without stay plain.

        `kolom` are the columns to show, all of them when none is named. Raises MasukanSalah for what was not saved.
        """
        if nama not in self.bahan.frames:
            raise MasukanSalah(Masalah(f'Tabel "{nama}" belum disimpan.', terdekat(nama, self.bahan.frames)))
        return self._berjejak(tabel_sendiri)(self.isi, nama, judul, kolom)

    def gambar(self, gambar: Figure, judul: str, alt: str) -> Bagan:
        """Return a matplotlib figure of a notebook as a chart of the report; `alt` says in words what it shows.

        Raises MasukanSalah without a title or words.
        """
        if not judul.strip() or not alt.strip():
            saran = 'Tulis lk.gambar(gambar, "Judul yang menyatakan temuan", "Isi bagan dengan kata-kata").'
            raise MasukanSalah(Masalah("Bagan belum berjudul atau belum diceritakan.", saran))
        import matplotlib.pyplot as plt

        plt.close(gambar)  # else the notebook would show it once more, without its words
        return simpan(gambar, judul, alt)

    @property
    def pekerjaan(self) -> DaftarPekerjaan:
        """Berikan daftar pekerjaan: catatan pemeriksaan menurut sebabnya, yang mengubah hasil lebih dahulu."""
        return pekerjaan(self.isi)

    def bab(self, kode: str) -> Bab:
        """Return a chapter of the report, ready to show."""
        return susun(self.isi, kode)

    @cached_property
    def naskah(self) -> Naskah:
        """Return every chapter of the report, in order."""
        return Naskah(b for b in (self.bab(bab.kode) for bab in self.isi.sistematika.bab) if b.html)

    @cached_property
    def alasan(self) -> dict[str, str]:
        """Return the reason and proof of each correction, who made it and when, by its ledger id."""
        semua = catatan(self.bahan.frames["koreksi"])
        oleh = {b["id"]: ", ".join(t for t in (b["by"], b["date"]) if t) for b in semua}
        return {b["id"]: f"{b['reason']} {b['evidence']}" + (f" ({o})" if (o := oleh[b["id"]]) else "") for b in semua}

    def jejak(self, id: str) -> Jejak:
        """Return the trail of a figure by its ledger id."""
        if id not in self._jejak:
            self._jejak[id] = jejak(
                self.bahan.ledger, id, self.alasan, self.catatan_pada(id), self.isi.rumus_bernama, self._sebutan
            )
        return self._jejak[id]

    @cached_property
    def _jejak(self) -> dict[str, Jejak]:
        """Keep every trail that was asked for: most figures stand on several pages."""
        return {}

    def panel(self, id: str) -> Panel:
        """Return what a page shows of a figure's origin."""
        if id not in self._panel:
            self._panel[id] = self._penjejak.panel(id, self.catatan_pada(id))
        return self._panel[id]

    @cached_property
    def _penjejak(self) -> Penjejak:
        return Penjejak(self.bahan.ledger, self._sebutan, self.alasan, self.isi.rumus_bernama)

    @cached_property
    def _sebutan(self) -> Sebutan:
        return sebutan(self.isi)

    @cached_property
    def _panel(self) -> dict[str, Panel]:
        """Keep every panel that was asked for: most figures stand on several pages."""
        return {}

    @cached_property
    def _catatan_di(self) -> dict[tuple[str, int, str], list[tuple[str, str]]]:
        """Map a place (file, row, column) to the open notes about it that ask for something."""
        if self.edisi == "terbit":
            return {}
        semua = self.bahan.frames.get("pemeriksaan", pd.DataFrame(columns=["tingkat", "status"]))
        milik = catatan(semua[(semua["tingkat"] != "informasi") & (semua["status"] == TERBUKA)])
        return himpun(((b["berkas"], b["baris"], b["kolom"]), (b["id"], b["penjelasan"])) for b in milik)

    def catatan_pada(self, id: str) -> tuple[tuple[str, str], ...]:
        """Return the open notes (id, text) that touch a figure or what it rests on."""
        asal = self.bahan.ledger.asal(id) if self._catatan_di else []
        kena = (c for b in asal for c in self._catatan_di.get((b["berkas"], b["baris"], b["kolom"]), ()))
        return tuple(dict.fromkeys(kena))

    def lacak(self, besaran: str, subjek: str) -> Jejak:
        """Berikan jejak satu angka tahun ini: `lk.lacak("capaian", "TPT")`.

        Satuan `besaran` boleh ditinggalkan (`capaian`, `serapan`, `pagu`). Yang tidak ada ditolak (MasukanSalah)
        dengan pilihan terdekat.
        """
        buku = self.bahan.ledger.frame
        dihitung = buku[(buku["asal"] == "hitung") & (buku["tahun"] == self.bahan.tahun)]
        pilihan = dihitung[dihitung["subjek"] == subjek]
        if pilihan.empty:
            raise MasukanSalah(Masalah(f'Subjek "{subjek}" tidak ada.', terdekat(subjek, dihitung["subjek"].unique())))
        nama = [besaran, f"{besaran}_persen", f"{besaran}_rp"]
        cocok = pilihan[pilihan["besaran"].isin(nama)]
        if cocok.empty:
            raise MasukanSalah(
                Masalah(
                    f'Besaran "{besaran}" tidak ada untuk {subjek}.', terdekat(besaran, pilihan["besaran"].unique())
                )
            )
        dipakai = cocok[cocok["dokumen"].isin(("", self.bahan.params.dokumen_target))]
        return self.jejak(str((cocok if dipakai.empty else dipakai).iloc[0]["id"]))

    def _repr_html_(self) -> str:
        return self.tabel("pengukuran")._repr_html_() if "indikator" in self.bahan.frames else repr(self)

    def __repr__(self) -> str:
        t = self.bahan.tempat
        andai = "".join(f", {k} diandaikan {v}" for k, v in self.bahan.andaian.items())
        return f"Laporan({t.instansi!r}, {t.label}{andai})"


def _bernama(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Name the frames that Tab can offer: those of the report, and the typed inputs that it has no other of."""
    return sorted({n.removeprefix(_MASUKAN) for n in frames if n.removeprefix(_MASUKAN).isidentifier()})


def buka(instansi: str, tahun: int, triwulan: int = 0, *, di: Path | None = None) -> Laporan:
    """Hitung satu tahun di memori dan berikan seluruhnya: `lk = buka("dinas-contoh", 2025)`.

    `instansi` adalah nama folder di data/. Dengan `triwulan` (1 sampai 4) yang dihitung laporan pemantauannya. `di`
    adalah folder proyek; tanpa itu folder kerja sekarang atau yang di atasnya. Tidak ada yang ditulis.

    Sesudah itu: `lk.indikator` dan tabel hasil lain, `lk.target` dan tabel masukan lain, `lk.params`; `lk.tabel` dan
    `lk.bagan` yang siap tampil (Tab menyebut namanya); `lk.lacak("capaian", "TPT")` jejak satu angka;
    `lk.ubah(TPT=7)` dan `lk.bandingkan()` untuk "bagaimana bila".

    Instansi, tahun, masukan, atau params yang tidak dapat dipakai ditolak (MasukanSalah) dengan letak dan perbaikannya.
    """
    failure.pasang()
    try:
        return Laporan(rangkai(tempat(instansi, tahun, triwulan, di=di)), berjejak=True)
    except MasukanSalah as salah:  # says for itself what and where; the steps within the library help nobody
        raise salah.with_traceback(None) from None

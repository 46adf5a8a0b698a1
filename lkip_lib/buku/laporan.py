"""The result of a year as one frozen object: plain DataFrames, tables, charts, chapters, and the trail of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from lkip_lib.buku import kepekaan
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.isi import isi_laporan
from lkip_lib.buku.kepekaan import Pilihan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.checks.terminal import TERBUKA
from lkip_lib.display import Bagan, Tabel, failure
from lkip_lib.display.chart import simpan
from lkip_lib.display.trail import Jejak, jejak
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.frames import catatan
from lkip_lib.narrative.charts import BAGAN
from lkip_lib.narrative.document import Bab, Naskah, susun
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables import TABEL
from lkip_lib.narrative.tables_own import tabel_sendiri
from lkip_lib.places import tempat


@dataclass(frozen=True)
class Laporan:
    """Hold one agency's year, as far as its notebooks have run; `terlukis` are the charts drawn of it so far."""

    bahan: Bahan
    terlukis: dict[tuple[str, ...], Bagan | None] = field(default_factory=dict)

    def __getattr__(self, nama: str) -> pd.DataFrame:
        """Return a copy of a frame by its name: `lk.indikator`, `lk.anggaran`, `lk.pemeriksaan`."""
        frames = self.__dict__["bahan"].frames if "bahan" in self.__dict__ else {}
        if nama not in frames:
            raise AttributeError(f'"{nama}" tidak ada dalam laporan. {terdekat(nama, frames)}')
        return pd.DataFrame(frames[nama].copy())

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(n for n in self.bahan.frames if n.isidentifier())]

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

    def tabel(self, nama: str, *tentang: str) -> Tabel:
        """Return a table of the report, ready to show; some need to be told what they are about."""
        if nama not in TABEL:
            raise MasukanSalah(Masalah(f'Tabel "{nama}" tidak ada.', terdekat(nama, TABEL)))
        return TABEL[nama](self.isi, *tentang)

    def bandingkan(self, kebijakan: str | Pilihan | Sequence[Pilihan] | None = None) -> pd.DataFrame:
        """Return what the year would be under other policies, and which classes change: docs/kebijakan.md.

        Without `kebijakan` each alternative of each choice by itself; else choices of params (a list stands for each
        of its members), several of them, or "semua": every target document with every bound and every scale. Nothing
        is written. Raises MasukanSalah for a choice that does not exist.
        """
        return kepekaan.bandingkan(self.bahan, kebijakan)

    def bagan(self, nama: str, *tentang: str) -> Bagan | None:
        """Return a chart of the report, or None when there is nothing to draw: `lk.bagan("tren", "AKIP")`."""
        if nama not in BAGAN:
            raise MasukanSalah(Masalah(f'Bagan "{nama}" tidak ada.', terdekat(nama, BAGAN)))
        return BAGAN[nama](self.isi, *tentang)

    def sajikan(self, nama: str, judul: str, *kolom: str) -> Tabel:
        """Return a table that a notebook saved, ready to show: its figures open their trail, those without stay plain.

        `kolom` are the columns to show, all of them when none is named. Raises MasukanSalah for what was not saved.
        """
        if nama not in self.bahan.frames:
            raise MasukanSalah(Masalah(f'Tabel "{nama}" belum disimpan.', terdekat(nama, self.bahan.frames)))
        return tabel_sendiri(self.isi, nama, judul, kolom)

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

    def bab(self, kode: str) -> Bab:
        """Return a chapter of the report, ready to show."""
        return susun(self.isi, kode)

    @cached_property
    def naskah(self) -> Naskah:
        """Return every chapter of the report, in order."""
        return Naskah(self.bab(bab.kode) for bab in self.isi.sistematika.bab)

    @cached_property
    def alasan(self) -> dict[str, str]:
        """Return the reason and proof of each correction by its ledger id."""
        k = self.bahan.frames["koreksi"]
        return {i: f"{r} {e}" for i, r, e in zip(k["id"], k["reason"], k["evidence"], strict=True)}

    def jejak(self, id: str) -> Jejak:
        """Return the trail of a figure by its ledger id."""
        if id not in self._jejak:
            self._jejak[id] = jejak(self.bahan.ledger, id, self.alasan, self.catatan_pada(id), self.isi.rumus_bernama)
        return self._jejak[id]

    @cached_property
    def _jejak(self) -> dict[str, Jejak]:
        """Keep every trail that was asked for: most figures stand on several pages."""
        return {}

    @cached_property
    def _catatan_di(self) -> dict[tuple[str, int, str], list[tuple[str, str]]]:
        """Map a place (file, row, column) to the open notes about it that ask for something."""
        hasil: dict[tuple[str, int, str], list[tuple[str, str]]] = {}
        if self.edisi == "terbit":
            return hasil
        semua = self.bahan.frames.get("pemeriksaan", pd.DataFrame(columns=["tingkat", "status"]))
        for b in catatan(semua[(semua["tingkat"] != "informasi") & (semua["status"] == TERBUKA)]):
            hasil.setdefault((b["berkas"], b["baris"], b["kolom"]), []).append((b["id"], b["penjelasan"]))
        return hasil

    def catatan_pada(self, id: str) -> tuple[tuple[str, str], ...]:
        """Return the open notes (id, text) that touch a figure or what it rests on."""
        asal = self.bahan.ledger.asal(id) if self._catatan_di else []
        kena = (c for b in asal for c in self._catatan_di.get((b["berkas"], b["baris"], b["kolom"]), ()))
        return tuple(dict.fromkeys(kena))

    def lacak(self, besaran: str, subjek: str) -> Jejak:
        """Return the trail of a figure of this year: `lk.lacak("capaian", "TPT")`.

        `besaran` may leave off its unit (`capaian`, `serapan`, `pagu`). Raises MasukanSalah with the nearest choice.
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
        return f"Laporan({t.instansi!r}, {t.label})"


def buka(instansi: str, tahun: int, triwulan: int = 0, *, di: Path | None = None) -> Laporan:
    """Compute a year in memory and return it whole.

    Raises MasukanSalah when the agency, year, inputs or parameters cannot be used.
    """
    failure.pasang()
    try:
        return Laporan(rangkai(tempat(instansi, tahun, triwulan, di=di)))
    except MasukanSalah as salah:  # says for itself what and where; the steps within the library help nobody
        raise salah.with_traceback(None) from None

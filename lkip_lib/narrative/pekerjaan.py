"""The notes as a work list: one job a cause, what it would change first, with the place, the proof and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from lkip_lib.checks.bukti.usul import Isian, baris_jawaban, blok_koreksi, usul
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.checks.terminal import TERBUKA
from lkip_lib.display.templating import lingkungan
from lkip_lib.display.trail import jangkar
from lkip_lib.inputs.origin import dari_frame
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.layar import singkat
from lkip_lib.narrative.outline import TEMPLAT

# What a job changes, in the order in which jobs are done; the first group stands open.
HASIL, ANGGARAN, KALIMAT, LAIN, BACAAN, DIJELASKAN = KELOMPOK = (
    "Mengubah hasil",
    "Anggaran",
    "Kalimat dan tahun",
    "Nama, skala, dan lainnya",
    "Cara membaca",
    "Sudah dijelaskan",
)
_BERHASIL = frozenset(("target", "capaian", "runtun", "efisiensi", "predikat", "triwulan"))
_BERUANG = frozenset(("anggaran", "kas"))
_TABEL_DOKUMEN = re.compile(r"\b(?:Tabel|Lampiran|Gambar)\s+[\w.]*\w|\bBAB\s+[IVX]+(?:\s+\d+(?:\.\d+)*)?", re.I)


@dataclass(frozen=True, slots=True)
class Kerja:
    """Hold one job: the note at its root, the notes that go with it, what to copy, and where that goes."""

    akar: Catatan
    ikut: tuple[Catatan, ...]
    salin: str = ""
    tujuan: str = ""

    @property
    def semua(self) -> tuple[Catatan, ...]:
        return (self.akar, *self.ikut)

    @property
    def id(self) -> str:
        return str(self.akar["id"])

    @property
    def keadaan(self) -> str:
        """Tell whether anything of it is still open."""
        return "Terbuka" if any(b["status"] == TERBUKA for b in self.semua) else "Dijelaskan"

    @property
    def tingkat(self) -> str:
        """Return the gravest level of its notes."""
        return next(t for t in TINGKAT if any(b["tingkat"] == t for b in self.semua))

    @property
    def kelompok(self) -> str:
        """Tell what it changes."""
        if self.keadaan != "Terbuka":
            return DIJELASKAN
        if self.tingkat == TINGKAT[-1]:
            return BACAAN
        keluarga = {b["keluarga"] for b in self.semua if b["tingkat"] != TINGKAT[-1]}
        if keluarga & _BERHASIL and any(b["dampak"] for b in self.semua if b["keluarga"] in _BERHASIL):
            return HASIL
        if keluarga & _BERUANG:
            return ANGGARAN
        return KALIMAT if "narasi" in keluarga else LAIN

    @property
    def judul(self) -> str:
        """Say what to do, as a command."""
        return singkat(str(self.akar["saran"]))

    @property
    def tempat_dokumen(self) -> tuple[str, ...]:
        """Name the tables and chapters of the agency's document that it touches."""
        semua = (t for b in self.semua for t in (b["tempat"], *str(b["juga"]).split("; ")))
        return tuple(dict.fromkeys(sebut_tabel(str(t)) for t in semua if t))

    @property
    def kata_seharusnya(self) -> str:
        """Say what should stand there where it is proved, else what is possible and not proved."""
        if self.akar["seharusnya"]:
            return str(self.akar["seharusnya"])
        kandidat = str(self.akar["kandidat"])
        return f"{' atau '.join(kandidat.split('; '))}: belum terbukti" if kandidat else ""

    @property
    def juga(self) -> list[str]:
        return [t for t in str(self.akar["juga"]).split("; ") if t]


def sebut_tabel(tempat: str) -> str:
    """Name the table or chapter that a place lies in.

    >>> sebut_tabel("Tabel 3.6, A.5.3"), sebut_tabel("BAB III 3.6, paragraf 1"), sebut_tabel("tabel anggaran, A.1")
    ('Tabel 3.6', 'BAB III 3.6', 'Tempat lain')
    """
    m = _TABEL_DOKUMEN.search(tempat)
    return m[0] if m and any(h.isdigit() or h in "IVX" for h in m[0].split()[-1]) else "Tempat lain"


@dataclass(frozen=True)
class DaftarPekerjaan:
    """Hold every job of a year, and the corrections that are in place; shows itself as a list that can be worked by."""

    kerja: tuple[Kerja, ...]
    koreksi: tuple[Catatan, ...] = ()

    @cached_property
    def kelompok(self) -> dict[str, list[Kerja]]:
        """Return the jobs by what they change, in the order in which they are done."""
        return {n: milik for n in KELOMPOK if (milik := [k for k in self.kerja if k.kelompok == n])}

    @cached_property
    def menurut_tabel(self) -> dict[str, list[Kerja]]:
        """Return the open jobs by the table of the agency's document that they touch, for who edits it."""
        hasil: dict[str, list[Kerja]] = {}
        for k in self.kerja:
            if k.kelompok not in (BACAAN, DIJELASKAN):
                for t in k.tempat_dokumen:
                    hasil.setdefault(t, []).append(k)
        return dict(sorted(hasil.items(), key=lambda b: _urut(b[0])))

    @property
    def pembuka(self) -> str:
        """Say how many jobs there are and which of them come first."""
        buka = [k for k in self.kerja if k.kelompok not in (BACAAN, DIJELASKAN)]
        if not buka:
            return "Tidak ada yang perlu diperbaiki."
        berat = sum(k.tingkat == TINGKAT[0] for k in buka)
        hasil = len(self.kelompok.get(HASIL, []))
        pertama = f" {hasil} yang pertama mengubah hasil atau penilaiannya." if hasil else ""
        return f"{len(buka)} pekerjaan terbuka, {berat} memuat kesalahan.{pertama}"

    @property
    def rincian(self) -> str:
        """Say how many notes these jobs gather."""
        catatan = sum(len(k.semua) for k in self.kerja)
        dijelaskan = len(self.kelompok.get(DIJELASKAN, []))
        return (
            f"{catatan} catatan pemeriksaan disatukan menurut sebabnya; {dijelaskan} sudah dijelaskan, "
            f"{len(self.koreksi)} koreksi sudah terpasang. Yang mengubah hasil berdiri lebih dahulu."
        )

    def _repr_html_(self) -> str:
        muka = lingkungan(TEMPLAT)
        return muka.get_template("pekerjaan.html.j2").render(d=self, tautan=tautan, bagian=TINGKAT[-1])

    def __html__(self) -> Markup:
        return Markup(self._repr_html_())

    def __repr__(self) -> str:
        return "\n".join(f"{k.id}  {k.akar['tempat']}: {k.judul}" for k in self.kerja)


def pekerjaan(isi: Isi) -> DaftarPekerjaan:
    """Gather the notes of a year into jobs, the gravest first."""
    milik: dict[str, list[Catatan]] = {}
    for b in isi.baris("pemeriksaan"):
        milik.setdefault(b["akar"] or b["id"], []).append(b)
    asal = dari_frame(isi.frames["asal_kolom"])
    kerja = []
    for akar, semua in milik.items():
        utama = next((b for b in semua if b["id"] == akar), semua[0])
        ikut = tuple(b for b in semua if b is not utama)
        frame = isi.frames.get(f"ketik/{utama['tabel']}")
        kerja.append(Kerja(utama, ikut, *_salinan(utama, usul(utama, frame, asal) if frame is not None else {})))
    return DaftarPekerjaan(tuple(kerja), tuple(isi.baris("koreksi")))


def _salinan(b: Mapping[str, Any], isian: Isian) -> tuple[str, str]:
    """Return what answers a note, and where it goes: the sheet `jawaban` where its table stands in a workbook."""
    if str(b["berkas"]).endswith(".xlsx"):
        jawaban: Isian = {"jenis": "koreksi", **isian} if isian else {"jenis": "penjelasan", "id": str(b["id"])}
        return baris_jawaban(jawaban), "lembar jawaban"
    return (blok_koreksi(isian), "koreksi.yml") if isian else (_penjelasan(b), "jawaban.yml")


def _penjelasan(b: Mapping[str, Any]) -> str:
    """Return the block by which a note is explained, where no figure is proved."""
    isian = ("jenis: penjelasan", f"id: {b['id']}", 'reason: ""', 'by: ""', "date: ")
    return "jawaban:\n  - " + "\n    ".join(isian)


def tautan(b: Mapping[str, Any]) -> Markup:
    """Link to the row on the sources page that a note is about; a table without rows has none."""
    if b["baris"] is None or b["baris"] != b["baris"]:
        return Markup("")
    di = jangkar(b["berkas"], b["baris"], b["kolom"])
    return Markup('<a href="sumber.html#{}">baris data</a>').format(di)


def _urut(tempat: str) -> tuple[Any, ...]:
    """Put tables in the order of their numbers, chapters after them, the rest last."""
    nomor = [int(n) for n in re.findall(r"\d+", tempat)]
    jenis = ("Tabel", "BAB", "Bab").index(tempat.split()[0]) if tempat.split()[0] in ("Tabel", "BAB", "Bab") else 9
    return (jenis, nomor, tempat)

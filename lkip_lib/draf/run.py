"""Run the whole of it for one draft: read, recognise, check, and write what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.findings.checking import periksa
from lkip_lib.draf.findings.companions import baca_pendamping, bandingkan
from lkip_lib.draf.findings.consistency import periksa_sendiri
from lkip_lib.draf.findings.culprits import penyebab
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK
from lkip_lib.draf.findings.jobs import Pekerjaan, pekerjaan
from lkip_lib.draf.findings.notes import KESALAHAN, TINGKAT, Temuan
from lkip_lib.draf.findings.rounds import bandingkan_putaran
from lkip_lib.draf.mapping import NAMA_PETA, Peta, lengkapi, peta_berlaku, tulis_peta
from lkip_lib.draf.reading import Bacaan, baca_naskah
from lkip_lib.draf.results.comments import tulis_komentar
from lkip_lib.draf.results.highlights import tulis_sorotan
from lkip_lib.draf.results.page import tulis_halaman
from lkip_lib.draf.results.review import tulis_reviu
from lkip_lib.draf.results.tables import tulis_angka, tulis_catatan
from lkip_lib.draf.year.arrange import susun
from lkip_lib.draf.year.tables import Susunan, tulis_tabel

_DISEBUT = 40  # jobs that are told at the terminal


@dataclass(slots=True)
class Hasil:
    """Hold what a run found: the reading, the notes, and the lines for a terminal."""

    bacaan: Bacaan
    temuan: list[Temuan]
    pekerjaan: list[Pekerjaan]
    susunan: Susunan
    peta: Peta
    baru: list[str]  # what of the map nobody has looked at
    putaran: list[str]  # what changed since the last run into the same folder
    baris: list[str] = field(default_factory=list)

    @property
    def terbaca(self) -> bool:
        """Tell whether any figure of the draft was read."""
        return any(a.nilai is not None and a.ember in (DIBACA, DITEBAK) for a in self.bacaan.angka)


def periksa_draf(
    berkas: Path, pendamping: Sequence[Path], tahun: int, keluar: Path, disebut: Path | None = None
) -> Hasil:
    """Read a draft with the files that belong to it, and write what was found into a folder.

    `disebut` is the map to read it by.
    """
    peta = peta_berlaku(disebut, keluar)
    bacaan = baca_naskah(baca_draf(berkas), tahun, peta.diketahui())
    peta, baru = lengkapi(peta, bacaan)
    susunan = susun(bacaan)
    temuan, kabar = periksa(bacaan, susunan)
    for path in pendamping:
        temuan += bandingkan(bacaan, baca_pendamping(baca_draf(path), bacaan))
    temuan = urutkan([*temuan, *periksa_sendiri(bacaan, susunan), *penyebab(bacaan)])
    tulis_angka(bacaan.angka, berkas.name, keluar / "angka.csv")
    tulis_catatan(temuan, berkas.name, keluar / "catatan.csv")
    tulis_tabel(susunan, keluar / "data")
    tulis_peta(peta, keluar / NAMA_PETA)
    semua = pekerjaan(temuan, bacaan)
    putaran = [*bandingkan_putaran(semua, keluar)]
    tulis_halaman(bacaan, semua, [*kabar, *putaran], keluar / "draf.html")
    tulis_reviu(bacaan, semua, kabar, keluar / "catatan-hasil-reviu.docx")
    if bacaan.naskah.bentuk == "docx":
        tulis_komentar(berkas, semua, keluar / f"{berkas.stem}-berkomentar.docx")
    if bacaan.naskah.bentuk == "pdf":
        kabar += tulis_sorotan(berkas, semua, bacaan.naskah, keluar / f"{berkas.stem}-bersorot.pdf")
    baris = [bacaan.liputan(), *bacaan.naskah.kabar, *kabar, *_sebut(semua), *putaran, f"Hasil: {keluar}"]
    return Hasil(bacaan, temuan, semua, susunan, peta, baru, putaran, baris)


def _sebut(semua: Sequence[Pekerjaan]) -> Iterator[str]:
    """Tell the jobs in plain lines, the gravest first."""
    if not semua:
        yield "Tidak ditemukan pertentangan pada angka yang terbaca."
        return
    berat = sum(p.tingkat == KESALAHAN for p in semua)
    yield f"{len(semua)} pekerjaan, {berat} memuat kesalahan."
    for p in semua[:_DISEBUT]:
        yield f"{p.tingkat:<11} {p.tempat}: {p.utama.pesan}"
        if p.lain:
            yield f"{'':<11} terkait: {len(p.lain)} catatan lain"
    if len(semua) > _DISEBUT:
        yield f"… {len(semua) - _DISEBUT} pekerjaan lagi di draf.html."


def urutkan(temuan: Sequence[Temuan]) -> list[Temuan]:
    """Put the gravest first, one note for one thing at one place.

    A damaged cell that a check speaks of needs no note of its own.
    """
    ada: dict[object, Temuan] = {}
    rusak = {t.angka.letak for t in temuan if t.kode == "AKA-01"}
    for t in temuan:
        if t.kode == "DRF-01" and t.angka.letak in rusak:
            continue
        ada.setdefault((t.kode, t.angka.letak, t.angka.paragraf, t.pesan), t)
    return sorted(ada.values(), key=lambda t: TINGKAT.index(t.tingkat))

"""The verdict of the year: by which document, how many targets are reached, and how far that is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.inputs.agreement import PK
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.tables.results import rata_lengkap
from lkip_lib.narrative.words import banyak, huruf_besar, sebut_indikator

# A source that begins with a place, and with no document's name, is a place in the report itself.
TEMPAT = re.compile(r"(?:tabel|bab|lampiran|halaman|hal\.)\s", re.I)
_BERNOMOR = re.compile(r"\b(?:nomor|no\.?)\s*\S*\d", re.I)


@dataclass(frozen=True, slots=True)
class Simpulan:
    """Hold what the year comes to by the targets of one document, and the ends of the readings that are not settled."""

    dokumen: str
    ringkas: Catatan
    tercapai: tuple[Catatan, ...]
    meleset: tuple[Catatan, ...]
    ragu: tuple[Catatan, ...]  # reached or not, by how one reads what was stated
    ujung: tuple[Catatan, Catatan] | None  # the least and the most; None where everything is settled

    @property
    def lengkap(self) -> bool:
        return rata_lengkap(self.ringkas)


def simpulkan(isi: Isi, dokumen: str) -> Simpulan:
    """Conclude the year by the targets of one document."""
    ringkas = next(b for b in isi.baris("ringkasan") if b["dokumen"] == dokumen)
    milik = [b for b in isi.baris("antara/per_dokumen") if b["dokumen"] == dokumen]
    berubah = isi.goyah.get(dokumen, set())
    dua = {b["andaian"]: b for b in isi.baris("jangkauan") if b["dokumen"] == dokumen}
    goyah = {b["kode"] for b in milik if b["kode"] in berubah and _goyah(isi, dokumen, b["kode"])}
    return Simpulan(
        dokumen,
        ringkas,
        tuple(b for b in milik if b["tercapai"] == "ya" and b["kode"] not in goyah),
        tuple(b for b in milik if b["tercapai"] == "tidak" and b["kode"] not in goyah),
        tuple(b for b in milik if b["kode"] in goyah),
        (dua[TERENDAH], dua[TERTINGGI]) if berubah and TERENDAH in dua else None,
    )


def _goyah(isi: Isi, dokumen: str, kode: str) -> bool:
    """Tell whether one reading reaches the target of an indicator and another does not."""
    semua = isi.baris("antara/andaian")
    return len({b["tercapai"] for b in semua if b["dokumen"] == dokumen and b["kode"] == kode}) > 1


def simpulan(isi: Isi) -> list[Simpulan]:
    """Conclude by the Perjanjian Kinerja, where that comes to something else, and by the document in use.

    What was promised comes first, whichever document a report measures itself by.
    """
    dipakai = simpulkan(isi, isi.params.dokumen_target)
    lain = [b["dokumen"] for b in isi.baris("ringkasan") if b["dokumen"] == PK and b["dipakai"] != "ya"]
    pk = [s for s in (simpulkan(isi, d) for d in lain) if s.ringkas["n_terhitung"] and _isi(s) != _isi(dipakai)]
    return [*pk, dipakai]


def _isi(s: Simpulan) -> tuple[Any, ...]:
    """Return what two conclusions are compared by."""
    ujung = tuple((round(u["rata_rata_persen"], 9), u["n_tercapai"]) for u in s.ujung or ())
    rata = s.ringkas["rata_rata_persen"]
    return (round(rata, 9) if rata == rata else None, s.ringkas["n_terhitung"],
            *(tuple(b["kode"] for b in m) for m in (s.tercapai, s.meleset, s.ragu)), ujung)  # fmt: skip


def sebut_dokumen(isi: Isi, dokumen: str) -> str:
    """Name the document of targets in a verdict."""
    return sebut_acuan(isi, dokumen) + (asal_perjanjian(isi) if dokumen == PK else "")


def sebut_acuan(isi: Isi, dokumen: str) -> str:
    """Name the document of targets where there is no room to say whence the agreement is known."""
    return isi.dokumen[PK] if dokumen == PK else f"target {isi.dokumen[dokumen]}"


def asal_perjanjian(isi: Isi) -> str:
    """Say of an agreement that is known from the report alone that it is the one printed there, and where.

    Only its number says that the signed one was at hand.
    """
    sumber = [str(b["sumber"]) for b in isi.target_tahun(PK).values()]
    if not sumber or not all(TEMPAT.match(s) and not _BERNOMOR.search(s) for s in sumber):
        return ""
    tempat = {s.split(",")[0] for s in sumber}
    return " yang tercetak" + (f" ({tempat.pop()} {isi.dokumen['lkip']})" if len(tempat) == 1 else "")


def sebut_tempat(isi: Isi, tempat: str) -> str:
    """Name a place with the report that it is in, which has tables of the same numbers as ours."""
    return f"{isi.dokumen['lkip']}, {tempat}" if TEMPAT.match(tempat) else tempat


def kalimat_simpulan(isi: Isi, s: Simpulan, *, rinci: bool = False) -> Markup:
    """Say what the year comes to by one document: its mean and class, or between which they lie, and who fell short.

    `rinci` names those that reached their target, too.
    """
    awal = Markup("Menurut {}, ").format(sebut_dokumen(isi, s.dokumen))
    if s.ragu and s.ujung:
        return awal + Markup(" ").join(_ragu(isi, s, rinci))
    return Markup(" ").join([awal + _rata(isi, s), *_tercapai(isi, s, rinci)])


def _ragu(isi: Isi, s: Simpulan, rinci: bool) -> Iterator[Markup]:
    """Say what is sure first, then how many targets and which mean the rest leaves open."""
    assert s.ujung is not None
    semua = len(s.tercapai) + len(s.meleset) + len(s.ragu)
    menurut, siapa = menurut_ambang(isi), [(_sebut(isi, s.ragu, terendah=False), "")]
    if s.tercapai and rinci:
        siapa.insert(0, (_sebut(isi, s.tercapai, len(s.meleset), terendah=False), "mencapai target"))
    if s.meleset:
        siapa.insert(0, (_sebut(isi, s.meleset), f"belum mencapai target{menurut}"))
    for n, (nama, hasil) in enumerate(siapa[:-1]):
        yield Markup("{} {}.").format(huruf_besar(nama) if n else nama, hasil)
    ragu = huruf_besar(siapa[-1][0]) if len(siapa) > 1 else siapa[-1][0]
    rendah, tinggi = (int(u["n_tercapai"]) for u in s.ujung)
    cacah = f"{banyak(rendah, semua)} sampai {banyak(tinggi, semua)}" if rendah != tinggi else banyak(tinggi, semua)
    yield Markup("{} belum dapat dipastikan: tercapai {} dari {} target{}, rata-rata{} {}{}.").format(
        ragu, cacah, banyak(semua), "" if s.meleset else menurut, isi.tertimbang(), _antara(isi, s), _predikat(isi, s)
    )


def _sebut(isi: Isi, milik: Sequence[Catatan], *lain: int, terendah: bool = True) -> Markup:
    """Name indicators by their short names, or count many of them."""
    return sebut_indikator([{**b, "nama": isi.sebutan[b["kode"]]} for b in milik], *lain, terendah=terendah)


def _antara(isi: Isi, s: Simpulan) -> Markup:
    """Say between what the mean lies, and what it is by the reading in use."""
    dua = Markup("{} sampai {}").format(
        *(isi.jangkauan(n, "rata_rata_persen", s.dokumen) for n in (TERENDAH, TERTINGGI))
    )
    if not s.lengkap:
        return dua
    return dua + Markup(" ({} menurut bacaan yang dipakai)").format(isi.ringkasan("rata_rata_persen", s.dokumen))


def _rata(isi: Isi, s: Simpulan) -> Markup:
    rata = Markup("rata-rata{} capaiannya ").format(isi.tertimbang())
    if s.ujung is not None:
        return rata + _antara(isi, s) + _predikat(isi, s) + "."
    if s.lengkap:
        angka = isi.ringkasan("rata_rata_persen", s.dokumen)
        return rata + Markup("{}, dengan predikat {}.").format(angka, isi.ringkasan("predikat", s.dokumen))
    r = s.ringkas
    if r["n_terhitung"] == r["n_indikator"]:
        return Markup("rata-ratanya belum lengkap: ada sasaran yang belum diukur.")
    return Markup("rata-ratanya belum lengkap: baru {} dari {} indikator yang terhitung.").format(
        banyak(r["n_terhitung"], r["n_indikator"]), banyak(r["n_indikator"])
    )


def jangkauan(isi: Isi, dokumen: str) -> Markup:
    """Say in a few words between what a mean lies by one document; empty where everything it rests on is settled."""
    s = simpulkan(isi, dokumen)
    if s.ujung is None:
        return Markup("")
    dua = [isi.jangkauan(n, "rata_rata_persen", dokumen) for n in (TERENDAH, TERTINGGI)]
    return Markup("{} sampai {} di antara semua bacaan").format(*dua)


def sebut_predikat(isi: Isi, dokumen: str) -> Any:
    """Show the class of a mean, or that it is not sure."""
    s = simpulkan(isi, dokumen)
    if s.ujung is not None and s.ujung[0]["predikat"] != s.ujung[1]["predikat"]:
        return "predikat belum dipastikan"
    return isi.ringkasan("predikat", dokumen)


def _predikat(isi: Isi, s: Simpulan) -> Markup:
    """Go on about the class of a range: the one of both ends, or between which it lies."""
    rendah, tinggi = (isi.jangkauan(n, "predikat", s.dokumen) for n in (TERENDAH, TERTINGGI))
    if str(rendah) == str(tinggi):
        return Markup("; predikatnya {}").format(tinggi)
    return Markup("; predikatnya {} sampai {}").format(rendah, tinggi)


def _tercapai(isi: Isi, s: Simpulan, rinci: bool) -> Iterator[Markup]:
    menurut = menurut_ambang(isi)
    tercapai = _sebut(isi, s.tercapai, len(s.meleset), terendah=False)
    if s.tercapai and s.meleset:
        siapa = tercapai if rinci else f"{banyak(len(s.tercapai), len(s.meleset))} indikator"
        kurang = _sebut(isi, s.meleset, len(s.tercapai))
        yield Markup("Target tercapai pada {}{} belum tercapai pada {}{}.").format(
            siapa, ", tetapi" if rinci else " dan", kurang, f",{menurut}" if menurut else ""
        )
    elif s.tercapai:
        terhitung = "" if s.ringkas["n_terhitung"] == s.ringkas["n_indikator"] else " yang terhitung"
        yield Markup("Semua indikator{} mencapai targetnya{}.").format(terhitung, menurut)
    elif s.meleset:
        yield Markup("Belum ada indikator yang mencapai targetnya{}.").format(menurut)


def menurut_ambang(isi: Isi) -> str:
    """Say by which capaian a target counts as reached, where that is not all of it."""
    ambang = isi.params.ambang_tercapai
    return "" if ambang == 100 else f" menurut ambang {numerals.persen(ambang, trim=True)}"

"""The analyst's answers in one place and form: corrections, explanations and choices, each with who and when.

They stand in `jawaban.yml`, or on the sheet `jawaban` of the workbook; what `koreksi.yml` and `tanggapan.yml` hold is
still read beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import Field

from lkip_lib import params, strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, sebut_tempat, terdekat, tolak
from lkip_lib.inputs import corrections, documents
from lkip_lib.inputs.corrections import Koreksi, Tertulis
from lkip_lib.inputs.documents import Tanggapan
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.tables import PERIODENYA, TAHUNAN, Column, Table
from lkip_lib.inputs.words import ANALISIS, INSTANSI, lembar_kata
from lkip_lib.params import Params
from lkip_lib.places import Tempat
from lkip_lib.strict_yaml import Ketat

BERKAS = "jawaban.yml"
Jenis = Literal["koreksi", "penjelasan", "pilihan"]
Letak = tuple[str, int | None, str]
# What an answer of each kind must say beside why, who and when, and what it may say.
_PERLU: dict[str, tuple[str, ...]] = {
    "koreksi": ("berkas", "kunci", "kolom", "expect", "become", "evidence"),
    "penjelasan": ("id",),
    "pilihan": ("id",),
}
_BOLEH = {"koreksi": ("id",), "penjelasan": ("periode",), "pilihan": ("kunci", "become", "evidence", "periode")}
_BERSAMA = ("jenis", "reason", "by", "date")
# The choices that are made of one indicator at a time, and what else their key names.
_BERKUNCI = {
    "pilihan_realisasi": ("indikator", "tahun", "lingkup"),
    "bacaan_dipastikan": ("indikator",),
    "skala_nilai": ("indikator",),
}

JAWABAN = Table(
    "jawaban",
    "Jawaban",
    "Koreksi sel, penjelasan catatan, dan pilihan laporan, masing-masing dengan siapa dan kapan",
    ("id", "jenis"),
    (
        Column("jenis", "pilihan", "Jenis jawabannya", wajib=True, pilihan=get_args(Jenis)),
        Column("id", "teks", "Id catatan yang dijelaskan, atau kunci params yang dipilih", sinonim=("kode catatan",)),
        Column("berkas", "teks", "Untuk koreksi: tabelnya, misalnya anggaran", sinonim=("tabel", "lembar")),
        Column("kunci", "teks", "Baris yang dimaksud, misalnya kode=C.1; dokumen=lkip", sinonim=("baris",)),
        Column("kolom", "teks", "Untuk koreksi: kolom angkanya"),
        Column("expect", "teks", "Untuk koreksi: isi sel sekarang, persis", sinonim=("tertulis", "seperti tercetak")),
        Column("become", "teks", "Koreksi: isi yang benar, kosong berarti ditarik; pilihan: nilainya",
               sinonim=("menjadi", "nilai", "pilihan")),
        Column("reason", "teks", "Sebabnya, sedikitnya sepuluh huruf", sinonim=("alasan", "sebab", "penjelasan")),
        Column("evidence", "teks", "Untuk koreksi: buktinya, sedikitnya sepuluh huruf", sinonim=("bukti",)),
        Column("by", "teks", "Siapa yang menjawab", sinonim=("oleh",)),
        Column("date", "teks", "Kapan, misalnya 2025-02-28", sinonim=("tanggal",)),
        PERIODENYA,
    ),
    berulang=True,
    subjek="id",
)  # fmt: skip


# The tables that only a workbook has; beside it they are YAML.
LEMBAR_BUKU = {t.nama: t for t in (ANALISIS, INSTANSI, JAWABAN)}


class Jawaban(Ketat):
    """Hold one answer; which of its fields are filled depends on its kind."""

    jenis: Jenis
    id: str = ""
    berkas: str = ""
    kunci: dict[str, str] = Field(default_factory=dict)
    kolom: str = ""
    expect: str = ""
    become: str = ""
    reason: str = Field(min_length=10)
    evidence: str = ""
    by: str = Field(min_length=2)
    date: dt.date
    periode: Literal["tahunan", "tw1", "tw2", "tw3", "tw4"] = "tahunan"


_KOLOM = frozenset(c.name for c in JAWABAN.columns)


class _Daftar(Ketat):
    jawaban: tuple[Jawaban, ...] = ()


@dataclass(frozen=True, slots=True)
class Dijawab:
    """Hold an answer with its place: file, line, and in a workbook the address of its cell."""

    isi: Jawaban
    letak: Letak

    def masalah(self, temuan: str, perbaikan: str) -> Masalah:
        """Say what is wrong with it, at its place."""
        return Masalah(temuan, perbaikan, *self.letak)


def baca(folder: Path) -> tuple[Dijawab, ...]:
    """Read the answers of a year from the file and from the sheet.

    Raises MasukanSalah for one that cannot be used, and for what is answered twice, in `koreksi.yml` and
    `tanggapan.yml` too.
    """
    semua = [*_dari_berkas(folder), *_dari_lembar(folder)]
    masalah = [m for j in semua for m in _periksa(j)]
    terpakai: dict[object, Letak] = {t.id: ("tanggapan.yml", None, "") for t in documents.tanggapan(folder)}
    for j in semua:
        kunci = _sebutan(j.isi)
        if kunci and kunci in terpakai:
            lain = sebut_tempat(*terpakai[kunci])
            masalah.append(j.masalah(f"{_judul(j.isi)} dijawab dua kali, juga di {lain}.", "Sisakan satu."))
        terpakai[kunci] = j.letak
    tolak(masalah)
    return tuple(semua)


def koreksi(jawaban: Iterable[Dijawab]) -> list[Tertulis]:
    """Return the corrections among the answers."""
    medan = ("kunci", "kolom", "expect", "become", "reason", "evidence", "by", "date")
    return [
        Tertulis(Koreksi(berkas=_tabel(j.isi.berkas), **{m: getattr(j.isi, m) for m in medan}), j.letak)
        for j in jawaban
        if j.isi.jenis == "koreksi"
    ]


def penjelasan(jawaban: Iterable[Dijawab], periode: str = TAHUNAN) -> tuple[Tanggapan, ...]:
    """Return the explanations of notes of a year, or of one of its quarters."""
    return tuple(
        Tanggapan(id=j.isi.id, reason=j.isi.reason, by=j.isi.by, date=j.isi.date)
        for j in jawaban
        if j.isi.jenis == "penjelasan" and j.isi.periode == periode
    )


def baca_params(tempat: Tempat) -> Params:
    """Read the parameters of a run with the choices that are given as answers.

    Raises MasukanSalah as `params.baca` and `baca` do, and for a choice that params make too.
    """
    pilihan = [j for j in baca(tempat.data_tahun) if j.isi.jenis == "pilihan"]
    return params.baca(tempat, {p: _pilihan(tempat, [j for j in pilihan if j.isi.periode == p])
                                for p in {j.isi.periode for j in pilihan}})  # fmt: skip


def kabar_pindah(folder: Path) -> str:
    """Say that a file of earlier times may move; empty when there is none."""
    lama = [n for n in (corrections.BERKAS, "tanggapan.yml") if (folder / n).exists()]
    return f"{' dan '.join(lama)} masih dibaca; isinya dapat dipindahkan ke {BERKAS} (docs/masukan.md)." if lama else ""


def _dari_berkas(folder: Path) -> Iterator[Dijawab]:
    path = folder / BERKAS
    if path.exists():
        isi = strict_yaml.cocokkan(_Daftar, strict_yaml.muat(path, BERKAS, "jawaban"), path, BERKAS)
        for i, j in enumerate(isi.jawaban):
            yield Dijawab(j, (BERKAS, strict_yaml.baris_kunci(path, ("jawaban", i)), ""))


def _dari_lembar(folder: Path) -> Iterator[Dijawab]:
    lembar = lembar_kata(folder, JAWABAN)
    if lembar is None or lembar.frame is None:
        return
    masalah: list[Masalah] = []
    for baris in lembar.frame.to_dict("records"):
        isi: dict[str, Any] = {str(k): str(v).strip() for k, v in baris.items() if k in _KOLOM}
        isi = {k: v for k, v in isi.items() if v or (k in ("expect", "become") and isi["jenis"] == "koreksi")}
        if not any(isi.values()):
            continue
        if "kunci" in isi:
            isi["kunci"] = dict(_pasangan(isi["kunci"]))
        letak = lembar.asal.letak(int(str(baris[BARIS])), "jenis")
        try:
            yield Dijawab(strict_yaml.cocokkan(Jawaban, isi, None, ""), letak)
        except MasukanSalah as salah:
            masalah += [Masalah(m.temuan, m.perbaikan, *letak) for m in salah.masalah]
    tolak(masalah)


def _pasangan(teks: str) -> Iterator[tuple[str, str]]:
    for bagian in filter(str.strip, teks.split(";")):
        kolom, _, isi = bagian.partition("=")
        yield kolom.strip(), isi.strip()


def _periksa(j: Dijawab) -> Iterator[Masalah]:
    """Find what an answer of its kind lacks, and what it has no use for."""
    jenis, terisi = j.isi.jenis, j.isi.model_fields_set
    for medan in _PERLU[jenis]:
        if medan not in terisi or not (getattr(j.isi, medan) or medan in ("expect", "become")):
            yield j.masalah(f'"{medan}" belum diisi.', f"Isi {medan}: {JAWABAN[medan].keterangan[:1].lower()}"
                            f"{JAWABAN[medan].keterangan[1:]}.")  # fmt: skip
    for medan in sorted(terisi - {*_PERLU[jenis], *_BOLEH[jenis], *_BERSAMA}):
        if getattr(j.isi, medan) not in ("", {}, TAHUNAN):
            yield j.masalah(f'"{medan}" tidak dipakai untuk {jenis}.', "Kosongkan, atau perbaiki jenisnya.")
    if jenis == "koreksi" and 0 < len(j.isi.evidence) < 10:
        yield j.masalah("Buktinya terlalu pendek.", "Tulis sedikitnya 10 huruf.")
    if jenis == "pilihan" and j.isi.id:
        yield from _periksa_pilihan(j)


def _periksa_pilihan(j: Dijawab) -> Iterator[Masalah]:
    if j.isi.id not in Params.model_fields:
        yield j.masalah(f'Kunci params "{j.isi.id}" tidak dikenal.', terdekat(j.isi.id, Params.model_fields))
        return
    asing = sorted(set(j.isi.kunci) - set(_BERKUNCI.get(j.isi.id, ())))
    if asing or (j.isi.id in _BERKUNCI and "indikator" not in j.isi.kunci):
        butuh = ", ".join(_BERKUNCI.get(j.isi.id, ())) or "kosong"
        yield j.masalah(f"kunci untuk {j.isi.id} tidak dapat dipakai.", f"Yang dipakai: {butuh}.")
        return
    try:
        strict_yaml.cocokkan(Params, {j.isi.id: _nilai(j.isi)}, None, "")
    except MasukanSalah as salah:
        yield from (j.masalah(m.temuan, m.perbaikan) for m in salah.masalah)


def _nilai(j: Jawaban) -> object:
    """Return what a choice puts into params."""
    match j.id:
        case "pilihan_realisasi":
            return [{**j.kunci, "realisasi": j.become, "alasan": j.reason}]
        case "bacaan_dipastikan":
            return [{**j.kunci, "alasan": j.reason}]
        case "skala_nilai":
            return {j.kunci["indikator"]: j.become}
        case "naskah":
            return dict(_pasangan(j.become))
    return j.become


def _pilihan(tempat: Tempat, jawaban: list[Dijawab]) -> dict[str, object]:
    hasil: dict[str, Any] = {}
    for j in jawaban:
        nilai = _nilai(j.isi)
        if j.isi.id not in _BERKUNCI and params.tertulis(tempat, j.isi.id, pemda=False):
            berkas = tempat.params.relative_to(tempat.akar).as_posix()
            raise MasukanSalah(j.masalah(f"{j.isi.id} dipilih di sini dan di {berkas}.", "Sisakan satu."))
        match nilai:
            case list():
                hasil[j.isi.id] = [*hasil.get(j.isi.id, ()), *nilai]
            case dict():
                hasil[j.isi.id] = {**hasil.get(j.isi.id, {}), **nilai}
            case _:
                hasil[j.isi.id] = nilai
    return hasil


def _tabel(berkas: str) -> str:
    return f"{berkas.removesuffix('.csv')}.csv"


def _sebutan(j: Jawaban) -> object:
    """Name what an answer is about, so that it is answered once."""
    match j.jenis:
        case "penjelasan":
            return j.id
        case "pilihan":
            return j.id, j.periode, tuple(sorted(j.kunci.items()))
    return None  # a cell that is corrected twice is found where the cell is


def _judul(j: Jawaban) -> str:
    return f"Catatan {j.id}" if j.jenis == "penjelasan" else f"Pilihan {j.id}"

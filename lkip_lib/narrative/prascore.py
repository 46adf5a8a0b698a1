"""The reviewer's estimate: the Pelaporan component of the AKIP evaluation, in its own numbers and words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.checks.keluarga.target import sesuai
from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.inputs.agreement import PK
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.document import susun
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.nomor import bernomor
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.numerals import tanggal

_TAK_TERLIHAT = "–"  # a report cannot show it
_Nilai = tuple[float | None, str]  # how much is met (None: a report cannot show it), and the evidence


@dataclass(frozen=True, slots=True)
class Kriteria:
    """Hold one criterion: what it asks, how much of it is met, by which evidence, where, and what would raise it."""

    kode: str
    tanya: str
    bobot: float
    dipenuhi: float | None
    bukti: str
    bagian: str
    naik: str


@cache
def _lembar() -> list[dict[str, Any]]:
    """Read the criteria; in a part they weigh alike."""
    isi: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "lke.yml").read_text(encoding="utf-8"))
    return isi


def kriteria(isi: Isi) -> list[Kriteria]:
    """Judge every criterion as far as a report shows it."""
    return list(_kriteria(isi))


def _kriteria(isi: Isi) -> Iterator[Kriteria]:
    for bagian in _lembar():
        for n, butir in enumerate(bagian["butir"], 1):
            kode = f"{bagian['kode']}.{n}"
            dipenuhi, bukti = _UKUR[kode](isi) if kode in _UKUR else (None, _TAK_TERLIHAT)
            bobot = bagian["bobot"] / len(bagian["butir"])
            yield Kriteria(kode, butir["tanya"], bobot, dipenuhi, bukti, butir.get("bagian", ""), butir.get("naik", ""))


# ---- 3.a: the report is there
def _berkala(isi: Isi) -> _Nilai:
    return (1.0, "perkembangan setiap triwulan disajikan") if isi.ada("triwulan") else (None, _TAK_TERLIHAT)


def _formal(isi: Isi) -> _Nilai:
    kepala = isi.instansi.kepala.nama
    return (1.0, f"atas nama {kepala}") if kepala and not isi.ditelaah else (None, _TAK_TERLIHAT)


def _direviu(isi: Isi) -> _Nilai:
    r = isi.instansi.reviu
    return (1.0, f"pernyataan {r.nomor}, {tanggal(r.tanggal)}") if r else (None, _TAK_TERLIHAT)


def _tepat_waktu(isi: Isi) -> _Nilai:
    """Hold the date of the report against the deadline that the government set; without one there is none to hold."""
    hari, batas = isi.params.tanggal_laporan, isi.params.batas_laporan
    if hari is None or not batas:
        return None, _TAK_TERLIHAT if hari is None else "batas waktunya tidak ditetapkan dalam params"
    bulan, tgl = map(int, batas.split("-"))
    akhir = dt.date(isi.tahun + 1, bulan, tgl)
    return float(hari <= akhir), f"bertanggal {tanggal(hari)}; batasnya {tanggal(akhir)}"


# ---- 3.b: what it tells, by the share of indicators or sasaran that it tells it of
def _bagian(ada: Sequence[object], semua: Sequence[object], apa: str = "indikator") -> _Nilai:
    if not semua:
        return 1.0, "tidak ada yang perlu"
    return len(ada) / len(semua), f"{len(ada)} dari {len(semua)} {apa}"


def _sesuai_pk(isi: Isi) -> _Nilai:
    """Hold the targets that measure the year against those agreed on."""
    dipakai, janji = isi.target_tahun(isi.params.dokumen_target), isi.target_tahun(PK)
    kode = [k for k in isi.nama_indikator if k in janji]
    if not kode:
        return None, "Perjanjian Kinerja tidak ada dalam data"
    return _bagian([k for k in kode if k in dipakai and sesuai(dipakai[k], janji[k])], kode)


def _terukur(isi: Isi) -> _Nilai:
    return _bagian([b for b in isi.baris("indikator") if b["status_nilai"] == ANGKA], isi.baris("indikator"))


def _banding(isi: Isi, *jenis: str) -> _Nilai:
    semua = isi.baris("perbandingan")
    ada = {b["kode"] for b in semua if b["jenis"] in jenis and b["makna"] not in ("", "berselisih")}
    return _bagian([k for k in isi.nama_indikator if k in ada], list(isi.nama_indikator))


def _lampau(isi: Isi) -> _Nilai:
    tahun: dict[str, set[int]] = {}
    for b in isi.baris("riwayat"):
        if b["lingkup"] == "instansi":
            tahun.setdefault(b["kode"], set()).add(b["tahun"])
    return _bagian([k for k in isi.nama_indikator if len(tahun.get(k, ())) >= 3], list(isi.nama_indikator))


def _analisis(isi: Isi, tertulis: Callable[[Any], bool]) -> _Nilai:
    meleset = [b["kode"] for b in isi.baris("indikator") if b["tercapai"] == "tidak"]
    a = isi.analisis.indikator
    return _bagian([k for k in meleset if k in a and tertulis(a[k])], meleset, "target yang belum tercapai")


def _efisiensi(isi: Isi) -> _Nilai:
    return _bagian([b for b in isi.baris("efisiensi") if b["tingkat_efisiensi"]], isi.baris("sasaran"), "sasaran")


_UKUR: dict[str, Callable[[Isi], _Nilai]] = {
    "3.a.1": lambda isi: (1.0, f"laporan tahun {isi.tahun} tersedia"),
    "3.a.2": _berkala,
    "3.a.3": _formal,
    "3.a.4": _direviu,
    "3.a.6": _tepat_waktu,
    "3.b.1": _sesuai_pk,
    "3.b.2": _terukur,
    "3.b.3": _terukur,
    "3.b.4": lambda isi: _banding(isi, "akhir_renstra"),
    "3.b.5": _lampau,
    "3.b.6": lambda isi: _banding(isi, "kabupaten", "kota", "provinsi", "nasional"),
    "3.b.7": lambda isi: _analisis(isi, lambda a: a.bersebab),
    "3.b.8": _efisiensi,
    "3.b.9": lambda isi: _analisis(isi, lambda a: a.berupaya),
}


@tabel
def prascore(isi: Isi) -> Tabel:
    """Table the estimate, criterion by criterion: its evidence, the place that answers it, and what would raise it."""
    butir = kriteria(isi)
    baris: list[Baris] = []
    for bagian in _lembar():
        baris.append(Baris([f"{bagian['kode']} {bagian['judul'].strip()}"], kelas="kelompok"))
        for k in (k for k in butir if k.kode.startswith(bagian["kode"])):
            naik = "" if k.dipenuhi == 1 else k.naik
            baris.append(
                Baris([f"{k.kode} {k.tanya}", _tulis(k.bobot), _nilai(k), k.bukti, _tempat(isi, k.bagian), naik])
            )
    dinilai = [k for k in butir if k.dipenuhi is not None]
    nilai, atas = sum(k.bobot * (k.dipenuhi or 0) for k in dinilai), sum(k.bobot for k in dinilai)
    baris.append(Baris(["Jumlah yang dapat dinilai", _tulis(atas), _tulis(nilai), "", "", ""], kelas="jumlah"))
    kolom = [Kolom("Kriteria", lebar=34), Kolom("Bobot", angka=True, lebar=8), Kolom("Perkiraan", angka=True, lebar=9)]
    kolom += [Kolom("Bukti", lebar=17), Kolom("Dijawab di", lebar=15), Kolom("Yang menaikkan", lebar=17)]
    return Tabel(
        "Perkiraan nilai komponen Pelaporan", kolom, baris,
        "Ini perkiraan dari isi laporan, bukan nilai evaluasi. Nomor, kalimat, dan bobotnya menurut lembar kerja "
        "evaluasi PermenPANRB 88/2021 (Pelaporan 15); dalam satu bagian semua sama berat. Yang tidak terlihat "
        "dari laporan (–) tidak ikut dijumlah.",
    )  # fmt: skip


def _tempat(isi: Isi, bagian: str) -> Markup | str:
    """Name what answers a criterion, and lead to it: the numbered tables of a section, else the section itself."""
    milik = next((b for b in isi.sistematika.bab if bagian in (x.kode for x in b.bagian)), None)
    if milik is None:
        return "–"
    html = str(susun(isi, milik.kode).html)
    if f'id="bagian-{bagian}"' not in html:
        return "belum ada dalam laporan"
    tabel = bernomor(html, bagian, "tabel")
    if tabel:
        ujung = dict.fromkeys((tabel[0], tabel[-1]))
        semua = [Markup('<a href="lkip.html#{}">{}</a>').format(id, nomor) for id, nomor in ujung]
        return Markup(" sampai ").join(semua)
    judul = re.search(rf'<section id="bagian-{bagian}">\s*<h3>([^<]*)</h3>', html)
    nama = judul[1] if judul else isi.sistematika.judul(milik)
    return Markup('<a href="lkip.html#bagian-{}">{}</a>').format(bagian, Markup(nama))


def _nilai(k: Kriteria) -> str:
    return "–" if k.dipenuhi is None else _tulis(k.bobot * k.dipenuhi)


def _tulis(nilai: float) -> str:
    return numerals.write(nilai, 2)

"""Propose a mapping for an export nobody has mapped yet; a person may read it, mend it and keep it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.impor.guess import Temuan, temukan
from lkip_lib.impor.mapping import Bagian, Peta
from lkip_lib.impor.period import Sebutan, sebutan_lembar
from lkip_lib.impor.proposal_budget import UsulAnggaran
from lkip_lib.impor.proposal_performance import UsulKinerja
from lkip_lib.impor.questions import Diminta
from lkip_lib.impor.rows import medan_bagian, potong
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.no_data import jumlah_dari

_ANGGARAN = ("anggaran", "kas")
_KINERJA = ("sasaran", "indikator", "target", "realisasi", "analisis", "rekomendasi")
_BUKAN = "ini tidak berisi tabel yang dikenal"
_SARAN = (
    "Ekspor tabel anggaran (kode, uraian, pagu), anggaran kas, atau pengukuran kinerja (indikator, target, realisasi); "
    "contoh susunannya di docs/impor.md."
)


@dataclass(frozen=True, slots=True)
class Usul:
    """Hold a proposed mapping, what was found that a person must hold true, and totals that their parts do not make."""

    peta: Peta
    isi: Mapping[str, Any]
    kabar: tuple[str, ...]
    beda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Calon:
    """Hold the part that a sheet could give a table, how many rows it would have, and the sheet's own words."""

    bagian: Mapping[str, Any]
    baris: int
    kabar: tuple[str, ...]
    beda: tuple[str, ...]
    temuan: Temuan
    kisi: Kisi
    sebutan: Sebutan


def usulkan(semua: Mapping[str, Kisi], berkas: str, diminta: Diminta, kartu: Collection[str] = ()) -> Usul:
    """Propose a mapping of a file: for each table that it can fill the sheet with the most usable rows, then the first.

    `kartu` are the tables of cards that have rows already. Raises MasukanSalah when nothing is recognised, a name is
    unknown, or the file says that it is of another year.
    """
    dikenal = (*_ANGGARAN, *_KINERJA)
    if diminta.tabel and diminta.tabel not in dikenal:
        temuan = f'Peta untuk tabel "{diminta.tabel}" tidak dapat diusulkan.'
        raise MasukanSalah(Masalah(temuan, terdekat(diminta.tabel, dikenal)))
    if diminta.lembar and diminta.lembar not in semua:
        raise MasukanSalah(Masalah(f'Lembar "{diminta.lembar}" tidak ada.', terdekat(diminta.lembar, semua), berkas))
    kisi = [k for n, k in semua.items() if (n == diminta.lembar if diminta.lembar else not k.tersembunyi)]
    masalah: list[Masalah] = []
    diam = replace(diminta, tanya=lambda _tanya, _calon, bawaan, _bendera: bawaan)
    calon = [c for k in kisi for c in _calon_lembar(k, berkas, diam, kartu, masalah)]
    if not any(c.baris for c in calon):
        _sebut_tahun_kolom(calon, berkas, diminta)
        tempat = [replace(m, berkas=f"{berkas}, {m.berkas}") for m in dict.fromkeys(masalah)]
        raise MasukanSalah(tempat or Masalah(*_bukan_tabel(kisi), berkas))
    dipilih, kabar = _pilih(calon)
    kabar += _periksa_tahun(dipilih, berkas, diminta)
    # Only of what is taken may a person be asked.
    terpakai = {(c.kisi.nama, c.bagian["tabel"]) for c in dipilih}
    lembar = {c.kisi.nama: c.kisi for c in dipilih}
    ulang = [c for k in lembar.values() for c in _calon_lembar(k, berkas, diminta, kartu, masalah, terpakai)]
    urutan = [c.bagian["tabel"] for c in dipilih]
    dipilih = sorted(ulang, key=lambda c: urutan.index(c.bagian["tabel"]))
    for c in dipilih:
        kabar += [k for k in c.kabar if k not in kabar]
    kabar += _tidak_dipakai(dipilih)
    isi = {"bagian": [dict(c.bagian) for c in dipilih]}
    beda = dict.fromkeys(b for c in dipilih for b in c.beda)
    return Usul(Peta.model_validate(isi), isi, tuple(kabar), tuple(beda))


def _calon_lembar(
    kisi: Kisi,
    berkas: str,
    diminta: Diminta,
    kartu: Collection[str],
    masalah: list[Masalah],
    hanya: Collection[tuple[str, str]] | None = None,
) -> list[_Calon]:
    """Return the parts that one sheet could give, as a budget and as a table of indicators; `hanya` those of these.

    What a sheet would have to be asked is added to `masalah`.
    """
    hasil = []
    for bidang, tabel in (("anggaran", _ANGGARAN), ("kinerja", _KINERJA)):
        if (diminta.tabel and diminta.tabel not in tabel) or (
            hanya is not None and not any((kisi.nama, t) in hanya for t in tabel)
        ):
            continue
        temuan = temukan(kisi, bidang)
        if temuan is None:
            continue
        sebutan = sebutan_lembar(kisi, temuan.judul.awal)
        usul: UsulAnggaran | UsulKinerja = (
            UsulAnggaran(temuan, kisi, sebutan, diminta)
            if bidang == "anggaran"
            else UsulKinerja(temuan, kisi, sebutan, diminta, kartu)
        )
        try:
            semua = usul.bagian()
        except MasukanSalah as salah:
            masalah += salah.masalah
            continue
        for bagian in semua:
            if hanya is not None and (kisi.nama, bagian["tabel"]) not in hanya:
                continue
            try:
                sah = Bagian.model_validate(bagian)
                banyak = _terpakai(sah, kisi, berkas, diminta) if hanya is None else 0
            except ValidationError:
                continue
            hasil.append(_Calon(bagian, banyak, tuple(usul.kabar), tuple(usul.beda), temuan, kisi, sebutan))
    return hasil


def _terpakai(bagian: Bagian, kisi: Kisi, berkas: str, diminta: Diminta) -> int:
    """Count the rows that have a key and something to say of it."""
    try:
        potongan = potong({kisi.nama: kisi}, bagian, berkas, diminta.tahun)
    except MasukanSalah:
        return 0
    kunci = [n for n in ("kode", "indikator", "nama", "rekomendasi") if n in bagian.kolom][:1]
    lain = {
        n for n in medan_bagian(bagian) if n.rpartition(".")[2] in ("pagu", "realisasi", "rencana", "target", "teks")
    }
    return sum(
        any(b.isi[n] for n in kunci) and (not lain or any(b.isi[n] for n in lain)) and not any(map(jumlah_dari, b.teks))
        for b in potongan.baris
    )


def _pilih(calon: list[_Calon]) -> tuple[list[_Calon], list[str]]:
    """Take for each table the sheet with the most usable rows; name the sheets that could have been taken."""
    kabar: list[str] = []
    dipilih: dict[str, _Calon] = {}
    for tabel in dict.fromkeys(c.bagian["tabel"] for c in calon if c.baris):
        milik = sorted((c for c in calon if c.bagian["tabel"] == tabel and c.baris), key=lambda c: -c.baris)
        dipilih[tabel] = milik[0]
        if lain := [f"{c.kisi.nama} ({c.baris} baris)" for c in milik[1:] if c.kisi.nama != milik[0].kisi.nama]:
            kabar.append(
                f"Tabel {tabel} dari lembar {milik[0].kisi.nama} ({milik[0].baris} baris); tidak diambil: "
                f"{', '.join(lain)}. Lembar lain dipilih dengan --lembar."
            )
    # A sheet is a budget or a table of indicators: the one that more of its rows are.
    for nama in {c.kisi.nama for c in dipilih.values()}:
        uang = max((c.baris for t, c in dipilih.items() if t in _ANGGARAN and c.kisi.nama == nama), default=0)
        kinerja = max((c.baris for t, c in dipilih.items() if t in _KINERJA and c.kisi.nama == nama), default=0)
        if uang and kinerja:
            diukur = any(t in dipilih and dipilih[t].kisi.nama == nama for t in ("target", "realisasi"))
            buang = _KINERJA if uang > kinerja or (uang == kinerja and not diukur) else _ANGGARAN
            dipilih = {t: c for t, c in dipilih.items() if not (t in buang and c.kisi.nama == nama)}
    return [dipilih[t] for t in (*_KINERJA, *_ANGGARAN) if t in dipilih], kabar


def _periksa_tahun(dipilih: list[_Calon], berkas: str, diminta: Diminta) -> list[str]:
    """Hold the year that a sheet's titles name against the one asked for. Raises MasukanSalah, naming both."""
    kabar = []
    for c in {c.kisi.nama: c for c in dipilih}.values():
        lain = [t for t in c.sebutan.tahun if t != diminta.tahun]
        if (not lain and not _di_luar_masa(c.sebutan, diminta.tahun)) or "tahun" in c.bagian:
            continue
        if diminta.tahun in c.sebutan.tahun:
            continue
        lain = lain or list(c.sebutan.masa)
        sebut = " dan ".join(map(str, lain))
        temuan = f"Berkas ini menyebut tahun {sebut}, sedangkan yang diminta {diminta.tahun}."
        if not diminta.tetap:
            di = f"{c.kisi.nama}!{c.sebutan.letak}" if "lembar" not in c.sebutan.letak else c.sebutan.letak
            perbaikan = f"Ulangi dengan --tahun {lain[0]}, atau dengan --tetap bila memang untuk {diminta.tahun}."
            raise MasukanSalah(Masalah(temuan, perbaikan, f"{berkas}, {di}"))
        kabar.append(f"{temuan} Tetap diambil.")
    return kabar


def _tidak_dipakai(dipilih: list[_Calon]) -> list[str]:
    """Name the columns of each sheet that have a heading and contents and go nowhere."""
    kabar = []
    for nama in dict.fromkeys(c.kisi.nama for c in dipilih):
        milik = [c for c in dipilih if c.kisi.nama == nama]
        kisi, judul = milik[0].kisi, milik[0].temuan.judul
        disebut = {s for c in milik for k, _ in medan_bagian(Bagian.model_validate(c.bagian)).values()
                   for s in (*k.dari, *k.kurangi)}  # fmt: skip
        pakai = {k for s in disebut for c in milik for k in c.temuan.judul.kolom(s)}
        sisa = [
            judul.sebutan(k).replace("\n", " ")
            for k, teks in enumerate(judul.teks)
            if teks and k not in pakai and any(b[k] for b in kisi.baris[judul.akhir + 1 :])
        ]
        if sisa:
            kabar.append(f"Kolom lembar {nama} yang tidak diambil: {', '.join(sisa)}.")
    return kabar


def _sebut_tahun_kolom(calon: list[_Calon], berkas: str, diminta: Diminta) -> None:
    """Refuse a sheet whose column of years has only others. Raises MasukanSalah, naming them."""
    for c in (c for c in calon if "tahun" in c.bagian):
        kolom = c.temuan.kolom("tahun")[0].kolom
        isi = {b[kolom] for b in c.kisi.baris[c.temuan.judul.akhir + 1 :]}
        if tahun := sorted(t for t in isi if re.fullmatch(r"20\d\d", t)):
            temuan = (
                f"Kolom {c.bagian['tahun']} hanya berisi {', '.join(tahun)}, sedangkan yang diminta {diminta.tahun}."
            )
            perbaikan = f"Ulangi dengan --tahun {tahun[0]}, atau ekspor lagi."
            raise MasukanSalah(Masalah(temuan, perbaikan, f"{berkas}, {c.kisi.nama}"))


def _di_luar_masa(sebutan: Sebutan, tahun: int) -> bool:
    return bool(sebutan.masa) and not sebutan.masa[0] <= tahun <= sebutan.masa[1]


def _bukan_tabel(kisi: list[Kisi]) -> tuple[str, str]:
    """Say what was not found, and what was: the longest row of short texts, which may have been meant as headings."""
    baris = [b for k in kisi for b in k.baris[:40] if not any(re.match(r"\d", t) for t in b)]
    teks = max(([t for t in b if t and len(t) <= 40] for b in baris), key=len, default=[])
    sebut = f"; judul kolomnya barangkali: {', '.join(teks[:6])}" if len(teks) > 1 else ""
    return f"{'Lembar' if len(kisi) == 1 else 'Berkas'} {_BUKAN}{sebut}.", _SARAN


def tulis_usul(usul: Usul, path: Path, berkas: str) -> None:
    """Write a proposal as YAML with a line that says where it came from."""
    kepala = f"# Usul peta untuk {berkas}. Setiap kunci dijelaskan di docs/impor.md.\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    isi = yaml.safe_dump(dict(usul.isi), allow_unicode=True, sort_keys=False, width=110, default_flow_style=None)
    path.write_text(kepala + isi, encoding="utf-8")

"""Run the checks of a year over the tables of a draft, and bring each note back to the cell that it is about."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import yaml

from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.draf.findings.figures import DITEBAK, RAGU, Angka
from lkip_lib.draf.findings.notes import Temuan
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.year.tables import Baris, Susunan, teks, tulis_tabel
from lkip_lib.errors import MasukanSalah
from lkip_lib.frames import catatan
from lkip_lib.impor.sums import AKAR
from lkip_lib.places import Tempat
from lkip_lib.rumus.jenis import ARAH

_INSTANSI = "draf"
_MATA = re.compile(r"\b(pagu|realisasi|serapan|sisa) ([A-Z\d][A-Z\d.]*)(?= (?:Rp|-?\d))")
_TANPA_KARTU = ("TRW-02",)  # of what only the card of an indicator says; a draft has none
_TERBANYAK = 8  # tables that are left out before it is given up


def periksa(bacaan: Bacaan, susunan: Susunan) -> tuple[list[Temuan], list[str]]:
    """Return the notes of the checks, and what to know of tables that they could not look at."""
    if not susunan.baris.get("indikator") and not susunan.baris.get("anggaran"):
        return [], ["Tidak ada tabel kinerja atau anggaran yang dapat diperiksa."]
    kabar: list[str] = []
    tanpa: set[str] = set()
    for _ in range(_TERBANYAK):
        try:
            with tempfile.TemporaryDirectory(prefix="lkip-") as folder:
                letak = _tulis(Path(folder), bacaan, susunan, tanpa)
                hasil = rangkai(letak, "04_pemeriksaan").frames["pemeriksaan"]
                return list(_temuan(hasil, bacaan, susunan)), kabar
        except MasukanSalah as salah:
            nama = {Path(m.berkas).stem for m in salah.masalah} | {m.berkas.removesuffix(".csv") for m in salah.masalah}
            baru = {t for t in susunan.baris if t in nama or t.rpartition("/")[2] in nama} - tanpa
            if not baru:
                return [], [f"Pemeriksaan tidak dapat dijalankan: {salah.masalah[0]}"]
            tanpa |= baru
            kabar.append(f"Tabel {', '.join(sorted(baru))} tidak ikut diperiksa: {salah.masalah[0]}")
    return [], kabar


def _tulis(akar: Path, bacaan: Bacaan, susunan: Susunan, tanpa: set[str]) -> Tempat:
    """Write the tables into a project of their own; every table that a year needs is there, if only its heading."""
    letak = Tempat(akar, _INSTANSI, bacaan.tahun)
    letak.data_tahun.mkdir(parents=True)
    letak.params.parent.mkdir(parents=True)
    tulis_tabel(_berindikator(susunan), letak.data_tahun, tanpa)
    (letak.data_tahun / "analisis.yml").write_text("", encoding="utf-8")
    letak.params.write_text(yaml.safe_dump(susunan.params), encoding="utf-8")
    if susunan.kebijakan:
        (letak.params.parent / "kebijakan.yml").write_text(yaml.safe_dump(susunan.kebijakan), encoding="utf-8")
    return letak


def _berindikator(susunan: Susunan) -> Susunan:
    """Give a draft of money alone an indicator that stands for none: no year goes without, and no note can be of it."""
    if susunan.baris.get("indikator"):
        return susunan
    kosong: dict[str, list[Baris]] = {
        "sasaran": [{"kode": "S1", "nama": "Sasaran"}],
        "indikator": [{"kode": "I1", "sasaran": "S1", "nama": "Indikator", "satuan": "Nilai", "arah": ARAH[0],
                       "jenis": "tingkat", "asal": "penyusun"}],
    }  # fmt: skip
    return replace(susunan, baris=susunan.baris | kosong)


def _temuan(hasil: pd.DataFrame, bacaan: Bacaan, susunan: Susunan) -> Iterator[Temuan]:
    nama = {kode: k.nama for kode, k in bacaan.kinerja.kartu.items()}
    mata = {s.kode: s.nama for s in bacaan.anggaran.simpul if s.nama} | {AKAR: "instansi"}
    for b in catatan(hasil):
        if (
            b["kode"] in _TANPA_KARTU
            or (a := _sel(b, susunan)) is None
            or (b["kode"] == "AKA-01" and a.ember == RAGU and teks(a) != a.tercetak)
        ):
            continue  # it speaks of a text that the draft does not have
        benar = f" Seharusnya {b['seharusnya']}." if b["seharusnya"] else ""
        mungkin = (
            "" if benar or not b["kandidat"] or b["kandidat"] in b["penjelasan"] else f" Mungkin: {b['kandidat']}."
        )
        juga = f" Begitu pula: {b['juga']}." if b["juga"] else ""
        t = Temuan(
            b["id"], b["kode"], b["tingkat"], a, f"{b['penjelasan']}{juga}{benar}{mungkin}", b["akar"] or b["id"],
            b["saran"], b["dasar"],
        )  # fmt: skip
        t.pesan = _bernama(t.pesan, nama, mata)
        if _bersandar_tebakan(a, b["kode"], bacaan, susunan):
            t.turunkan()
        yield t


def _bernama(pesan: str, nama: dict[str, str], mata: dict[str, str]) -> str:
    """Write the names of indicators and budget lines in the place of their codes, which only we may have given."""
    pesan = _MATA.sub(lambda c: f"{c[1]} {mata.get(c[2], c[2])}", pesan)
    return re.sub(r"(?<![\w.])[A-Z][A-Z0-9]+(?![\w.])", lambda c: nama.get(c[0], c[0]), pesan)


def _sel(b: dict[str, object], susunan: Susunan) -> Angka | None:
    """Return the figure of the draft that a note is about; None for a note of what the draft need not have."""
    tabel, baris, kolom = str(b["berkas"]).removesuffix(".csv"), b["baris"], str(b["kolom"])
    if not isinstance(baris, int | float) or pd.isna(baris):
        return None
    if a := susunan.letak.get((tabel, int(baris), kolom)):
        return a
    return next((a for (t, n, _), a in susunan.letak.items() if (t, n) == (tabel, int(baris))), None)


def _bersandar_tebakan(a: Angka, kode: str, bacaan: Bacaan, susunan: Susunan) -> bool:
    """Tell whether a note rests on a cell that was guessed or paired, a direction not shown, or a name taken alike."""
    if a.jenis == "capaian" and kode.startswith("CAP"):
        return True  # of what target and realisasi it is, another table says
    if a.ember == DITEBAK or (a.kode in susunan.arah_ditebak and kode.startswith(("CAP", "PRE"))):
        return True
    if a.jenis != "kalimat" and a.kode in bacaan.kinerja.kartu and not bacaan.kinerja.indikator.pasti(a.subjek):
        return True
    sebaris = [x for x in bacaan.angka if a.tabel and (x.tabel, x.baris) == (a.tabel, a.baris) and x.kode == a.kode]
    return any(x.ember == DITEBAK for x in sebaris)

"""The notes of the checks in plain lines, for the terminal: all of them, and what changed since the last time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pandas as pd

from lkip_lib import params
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.errors import sebut_tempat
from lkip_lib.frames import catatan, himpun
from lkip_lib.inputs.quarter import perubahan_menunggu
from lkip_lib.places import Tempat

TERBUKA = "terbuka"
_DISEBUT = 3  # places of which one and the same is to be told


def hitung(pemeriksaan: pd.DataFrame) -> str:
    """Count the open notes by level.

    >>> hitung(pd.DataFrame({"tingkat": ["kesalahan"], "status": ["terbuka"]}))
    '1 kesalahan, 0 peringatan, 0 informasi'
    """
    return ", ".join(f"{n} {t}" for t, n in terbuka(pemeriksaan).items())


def hitung_pekerjaan(pemeriksaan: pd.DataFrame) -> str:
    """Count the open jobs: causes, each with the notes that go with it; what only informs asks for no work.

    >>> satu = {"id": "A", "akar": "", "tingkat": "peringatan", "status": "terbuka"}
    >>> hitung_pekerjaan(pd.DataFrame([satu, satu | {"id": "B", "akar": "A", "tingkat": "kesalahan"}]))
    '1 pekerjaan, 1 memuat kesalahan'
    """
    semua, berat = pekerjaan(pemeriksaan)
    return f"{semua} pekerjaan, {berat} memuat kesalahan"


def pekerjaan(pemeriksaan: pd.DataFrame) -> tuple[int, int]:
    """Return how many jobs are open, and how many of them hold a kesalahan."""
    buka = pemeriksaan[pemeriksaan["status"] == TERBUKA]
    kode = buka["akar"].where(buka["akar"] != "", buka["id"])
    dua = (buka["tingkat"].isin(TINGKAT[:n]) for n in (2, 1))
    semua, berat = (int(kode[milik].nunique()) for milik in dua)
    return semua, berat


def terbuka(pemeriksaan: pd.DataFrame) -> dict[str, int]:
    """Count the notes that are neither mended nor answered, by level."""
    tingkat = pemeriksaan.loc[pemeriksaan["status"] == TERBUKA, "tingkat"]
    return {t: int((tingkat == t).sum()) for t in TINGKAT}


def baris_catatan(pemeriksaan: pd.DataFrame) -> list[str]:
    """Tell every note, gravest first, with its place; how to mend its kind stands under the first open one of it."""
    hasil: list[str] = []
    disarankan: set[str] = set()
    for b in catatan(pemeriksaan):
        tempat = f"{b['tempat']} ({sebut_tempat(b['berkas'], b['baris'], b['kolom'])})"
        dijawab = " (dijelaskan)" if b["status"] != TERBUKA else ""
        benar = f" Seharusnya {b['seharusnya']}." if b["seharusnya"] else ""
        mungkin = "" if benar or b["kandidat"] in b["penjelasan"] else f" Mungkin: {b['kandidat']}."
        juga = f" Begitu pula: {b['juga']}." if b["juga"] else ""
        akar = f" Sebabnya sama dengan {b['akar']}." if b["akar"] else ""
        hasil.append(f"{b['tingkat']:<11} {b['id']}{dijawab}  {tempat}: {b['penjelasan']}{juga}{benar}{mungkin}{akar}")
        if not dijawab and b["kode"] not in disarankan:
            disarankan.add(b["kode"])
            hasil.append(f"{'':<11} → {b['saran']}")
    return hasil


def baris_tanggapan(pemeriksaan: pd.DataFrame, dijawab: Iterable[str]) -> list[str]:
    """Tell the answers that no note has: it is mended, its figures have changed, or the id is mistyped."""
    ada = set(pemeriksaan["id"])
    keterangan = "tidak ada catatan ber-id ini: sudah selesai, angkanya berubah, atau salah ketik"
    return [f"{'penjelasan':<11} {id}: {keterangan}." for id in dijawab if id not in ada]


def baris_buku_kerja(kabar: pd.DataFrame) -> list[str]:
    """Tell what to know of the workbook: what was not read and why, and what was read though hidden."""
    tempat = himpun((b["keterangan"], b["tempat"]) for b in catatan(kabar))
    return [f"{'buku kerja':<11} {_sebut_tempat(t)}: {keterangan}" for keterangan, t in tempat.items()]


def baris_perubahan(letak: Tempat) -> list[str]:
    """Tell which changed documents a quarter leaves aside while nothing says whether they hold by then."""
    berkas = letak.params_triwulan
    if berkas is None or params.baca(letak).memakai_perubahan == "ya" or params.tertulis(letak, "memakai_perubahan"):
        return []
    if not (menunggu := perubahan_menunggu(letak)):
        return []
    nama, tempat = " dan ".join(map(sebut_dokumen, menunggu)), berkas.relative_to(letak.akar).as_posix()
    kalimat = f"{nama} ada di tabel, tetapi belum dipakai triwulan ini; isi memakai_perubahan di {tempat}: "
    return [f"{'params':<11} {kalimat}ya bila sudah berlaku, tidak bila belum."]


def _sebut_tempat(tempat: list[str]) -> str:
    lain = len(tempat) - _DISEBUT
    return ", ".join(tempat[:_DISEBUT]) + (f", dan {lain} tempat lain" if lain > 0 else "")


def perubahan(pemeriksaan: pd.DataFrame, ingatan: Path) -> str:
    """Say what is new, mended and still open since the last time, and remember this time."""
    kini = set(pemeriksaan.loc[pemeriksaan["status"] == TERBUKA, "id"])
    lalu = None
    with suppress(OSError, ValueError):  # one that a kill left half written tells nothing
        lalu = set(json.loads(ingatan.read_text(encoding="utf-8")))
    try:
        ingatan.parent.mkdir(parents=True, exist_ok=True)
        ingatan.write_text(json.dumps(sorted(kini)) + "\n", encoding="utf-8")
    except OSError:  # whoever may only read has been told every note
        return "Pemeriksaan ini tidak diingat: folder outputs tidak dapat ditulis."
    if lalu is None:
        return "Ini pemeriksaan pertama; perubahannya disebut pada pemeriksaan berikutnya."
    return f"Sejak pemeriksaan terakhir: {len(kini - lalu)} baru, {len(lalu - kini)} selesai, {len(kini & lalu)} tetap."


def melewati(pemeriksaan: pd.DataFrame, ambang: str) -> bool:
    """Tell whether an open note is at least as grave as a level."""
    urutan: list[str] = list(TINGKAT)
    berat = urutan[: urutan.index(ambang) + 1] if ambang in urutan else []
    terbuka = pemeriksaan[pemeriksaan["status"] == TERBUKA]
    return bool(terbuka["tingkat"].isin(berat).any())

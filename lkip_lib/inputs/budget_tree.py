"""The budget tree as written: parents that need not be said, and rows that cannot stand in a tree."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

import pandas as pd

from lkip_lib.errors import Masalah
from lkip_lib.frames import catatan
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.tables import TINGKAT

BERKAS = "anggaran.csv"
AKAR = "0"  # the agency, also where no row states it
_MIRIP = 0.85
_DALAM = {t: i for i, t in enumerate(TINGKAT)}


def isi_induk(anggaran: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the parents filled in that its rows need not say, document by document.

    It is the row of a higher level whose code the row's own continues (`A.1` in `A`); else, for rows of the highest
    level there is, the agency.
    """
    induk = dict(zip(anggaran.index, anggaran["induk"], strict=True))
    for _, isi in anggaran.groupby("dokumen", sort=False):
        dalam = {k: _DALAM[t] for k, t in zip(isi["kode"], isi["tingkat"], strict=True) if k and t in _DALAM}
        instansi = next((k for k, d in dalam.items() if d == 0), AKAR)
        teratas = min((d for d in dalam.values() if d), default=0)
        if AKAR not in dalam:  # the agency may have a code of its own
            induk |= dict.fromkeys(isi.index[isi["induk"] == AKAR], instansi)
        for i, kode in isi.loc[isi["induk"] == "", "kode"].items():
            if sendiri := dalam.get(kode, 0):
                bawaan = instansi if sendiri == teratas else ""
                induk[i] = next((k for k in _awalan(kode) if dalam.get(k, sendiri) < sendiri), bawaan)
    return anggaran.assign(induk=pd.Series(induk, dtype=object))


def _awalan(kode: str) -> Iterator[str]:
    """Yield the codes that a code continues, the longest first."""
    while "." in kode:
        kode = kode.rpartition(".")[0]
        yield kode


def periksa_pohon(anggaran: pd.DataFrame) -> list[Masalah]:
    """List the budget rows without a place in the tree of their document, each at its cell."""
    return [m for dokumen, isi in anggaran.groupby("dokumen", sort=False) for m in _periksa(isi, str(dokumen))]


def _periksa(isi: pd.DataFrame, dokumen: str) -> Iterator[Masalah]:
    # A row without a code is refused as such: as a parent of rows without one it would close a circle.
    isi = isi[isi["kode"] != ""]
    atasan = dict(zip(isi["kode"], isi["induk"], strict=True))
    tanpa = isi[~isi["induk"].isin((*atasan, "", AKAR))].groupby("induk")["kode"].agg(list).to_dict()
    lepas = _lepas(isi)
    instansi = list(isi.loc[(isi["tingkat"] == TINGKAT[0]) & (isi["induk"] == ""), "kode"])
    for b in catatan(isi):
        kode, induk, tingkat, kolom = b["kode"], b["induk"], b["tingkat"], "induk"
        temuan, saran = "", "Isi induk dengan kode baris di atasnya."
        if kode == AKAR and tingkat in _DALAM and tingkat != TINGKAT[0] and not instansi:
            temuan = f'Kode "{AKAR}" adalah seluruh instansi, sedangkan tingkat baris ini {_sebut(tingkat)}.'
            saran, kolom = f"Isi tingkatnya dengan {TINGKAT[0]}, atau ganti kodenya.", "tingkat"
        elif anak := tanpa.pop(induk, []):  # told once, at the first of its children
            temuan = f'Induk "{induk}" dari {_dan_lain(anak)} tidak ada di dokumen {dokumen}.'
            saran = "Tambahkan barisnya, atau perbaiki kodenya."
        elif _berputar(kode, atasan):
            temuan = f"{kode} menjadi induk bagi dirinya sendiri."
        elif kode in instansi[1:]:
            temuan = f"Baris instansi {kode} berdiri di samping baris instansi {instansi[0]}, di dokumen {dokumen}."
            saran = "Sisakan satu, atau sebut yang satu sebagai induk yang lain."
        elif kode in lepas:
            if saudara := lepas[kode]:
                semua = f"{_sebut(tingkat)} {_dan_lain(saudara)}"
                temuan = f"Kode {semua} tidak melanjutkan kode baris mana pun di dokumen {dokumen}."
                saran, kolom = _usul(kode, isi), "kode"
        elif not induk and tingkat in _DALAM and tingkat != TINGKAT[0]:
            temuan = f"Induk {_sebut(tingkat)} {kode} kosong, di dokumen {dokumen}."
            saran = f"Isi kode {_sebut(TINGKAT[_DALAM[tingkat] - 1])} yang memuatnya."
        if temuan:
            yield Masalah(temuan, saran, BERKAS, int(b[BARIS]), kolom)


def _lepas(isi: pd.DataFrame) -> dict[str, list[str]]:
    """Return the codes in parts that want a parent and continue no row's code.

    The first of those that continue the same code has all of them, the others none.
    """
    dikenal = set(isi["kode"])
    per_awalan: dict[str, list[str]] = {}
    for b in catatan(isi):
        awalan = list(_awalan(b["kode"]))
        if awalan and not b["induk"] and _DALAM.get(b["tingkat"], 0) and not dikenal.intersection(awalan):
            per_awalan.setdefault(awalan[0], []).append(b["kode"])
    return {k: kode if k == kode[0] else [] for kode in per_awalan.values() for k in kode}


def _usul(kode: str, isi: pd.DataFrame) -> str:
    """Suggest the code that continues a row of a higher level, where that row's code is nearly the beginning of this.

    One that ends in another number is no near one, but rather its neighbour: 2.15.03 is not 2.15.02 mistyped.
    """
    dalam = {k: _DALAM[t] for k, t in zip(isi["kode"], isi["tingkat"], strict=True) if t in _DALAM}
    bagian = kode.split(".")
    usul = set()
    for atas in (k for k, d in dalam.items() if d < dalam[kode]):
        n = atas.count(".") + 1
        if n < len(bagian) and bagian[n - 1].lstrip("0") == atas.split(".")[-1].lstrip("0"):
            usul.add(".".join([atas, *bagian[n:]]))
    if dekat := difflib.get_close_matches(kode, usul - dalam.keys(), n=1, cutoff=_MIRIP):
        return f'Maksud Anda "{dekat[0]}"? Bila bukan, perbaiki kode induknya, atau isi induk.'
    return "Perbaiki kodenya, tambahkan baris induknya, atau isi induk."


def _dan_lain(kode: list[str]) -> str:
    return kode[0] + (f" dan {len(kode) - 1} baris lain" if len(kode) > 1 else "")


def _sebut(tingkat: str) -> str:
    return tingkat.replace("_", " ")


def _berputar(kode: str, atasan: Mapping[str, str]) -> bool:
    dilalui: set[str] = set()
    kini = atasan.get(kode, "")
    while kini in atasan and kini not in dilalui:
        if kini == kode:
            return True
        dilalui.add(kini)
        kini = atasan[kini]
    return False

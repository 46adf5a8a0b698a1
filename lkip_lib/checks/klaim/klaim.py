"""What the sentences of a report claim: each row of `tercetak/pernyataan`, read once for the family narasi."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import desimal, setara
from lkip_lib.checks.registry import Konteks
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables.printed import KATA_ARAH

TABEL = "ketik/tercetak/pernyataan"
_ARAH = {s: kata for kata, sinonim in KATA_ARAH.items() for s in (kata, *sinonim)}
# Claims of the year that the report itself is about.
TAHUN_SENDIRI = ("tahun_laporan", "tahun_anggaran")

# What comes before the year of another report or budget in a sentence of this one.
_TAHUN_LAIN = re.compile(
    r"\b(?:dibanding(?:kan)?|daripada|evaluasi (?:atas|terhadap|akip|sakip|lkip|lkjip)|rekomendasi|temuan|silpa"
    r"|sisa lebih|akan|dilanjutkan|melanjutkan|direncanakan|dianggarkan|diusulkan|dijadwalkan|disalurkan)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Klaim:
    """Hold one claim of a sentence.

    `tahun` and `banding` are the years that it names (None: none). `tersirat` are the years that it may mean, likeliest
    first: the year it names; the report's own where it names none, or where the same sentence calls its year that of
    this report and is wrong in that.
    """

    id: str
    jenis: str
    besaran: str
    subjek: str
    lingkup: str
    tahun: int | None
    banding: int | None
    nilai: float
    teks: str
    satuan: str
    desimal: int
    kutipan: str
    sumber: str
    tersirat: tuple[int, ...]

    @property
    def berangka(self) -> bool:
        return self.jenis in ("angka", "jumlah") and self.nilai == self.nilai

    def setuju(self, angka: Iterable[float]) -> bool:
        """Tell whether the claimed figure can be one of these, rounded or cut off."""
        return any(setara(self.nilai, self.desimal, a) for a in angka)

    def tulis(self, angka: float) -> str:
        """Write another figure in the unit of the claim."""
        return tulis(angka, self.satuan)


def tulis(angka: float, satuan: str) -> str:
    """Write a figure the way its unit is written.

    >>> tulis(98.723, "persen"), tulis(64.17, "Nilai"), tulis(1000, "rupiah")
    ('98,72%', '64,17', 'Rp1.000')
    """
    if satuan == "rupiah":
        return numerals.rupiah(angka)
    return numerals.persen(angka) if satuan.casefold() in ("persen", "%") else numerals.write(angka, 4, trim=True)


def arah_baku(teks: str) -> str:
    """Return the word of direction that a text says, "" for one that is not known.

    >>> arah_baku("Melampaui target"), arah_baku("lebih tinggi"), arah_baku("bagus")
    ('melebihi', 'lebih_tinggi', '')
    """
    return _ARAH.get("_".join(teks.lower().split()), "")


def tahun_dalam(teks: str) -> list[int]:
    """Return the years of a text, in order.

    >>> tahun_dalam("2021 sd 2024"), tahun_dalam("2924-2026"), tahun_dalam("Januari")
    ([2021, 2024], [2924, 2026], [])
    """
    return [int(t) for t in re.findall(r"(?<!\d)\d{4}(?!\d)", teks)]


@lru_cache(maxsize=1)
def klaim(konteks: Konteks) -> tuple[Klaim, ...]:
    """Read all claims; every check of a run shares them."""
    baris = konteks.baris(TABEL)
    salah = {
        (str(b["sumber"]), _satu_tahun(b["nilai_tercetak"]))
        for b in baris
        if b["jenis"] == "tahun"
        and b["besaran"] in TAHUN_SENDIRI
        and _satu_tahun(b["tahun_banding"]) != konteks.tahun
        and not menyebut_tahun_lain(b["kutipan"], b["nilai_tercetak"])
    }
    hasil = []
    for b in baris:
        tahun = _satu_tahun(b["tahun"])
        sebut = [] if tahun is None else [tahun]
        if tahun is None or (b["sumber"], tahun) in salah:
            sebut.append(konteks.tahun)
        satuan = str(konteks.ledger[b["nilai_id"]]["satuan"])
        tercetak = str(b["nilai_tercetak"])
        teks = (arah_baku(tercetak) or tercetak) if b["jenis"] == "arah" else tercetak
        hasil.append(
            Klaim(
                id=str(b["nilai_id"]),
                jenis=b["jenis"],
                besaran=b["besaran"],
                subjek=b["subjek"],
                lingkup=b["lingkup"] or "instansi",
                tahun=tahun,
                banding=_satu_tahun(b["tahun_banding"]),
                nilai=float(b["nilai"]),
                teks=teks,
                satuan=satuan,
                desimal=0 if pd.isna(b["nilai"]) else desimal(teks, satuan),
                kutipan=b["kutipan"],
                sumber=b["sumber"],
                tersirat=tuple(dict.fromkeys(sebut)),
            )
        )
    return tuple(hasil)


def menyebut_tahun_lain(kutipan: str, tahun: str) -> bool:
    """Tell whether a sentence names a year as another report's or budget's: with what it compares or goes on.

    >>> menyebut_tahun_lain("rekomendasi atas Laporan Kinerja Tahun 2023", "2023")
    True
    >>> menyebut_tahun_lain("capaian kinerja Tahun 2023 dibandingkan tahun sebelumnya", "2023")
    False
    """
    return bool(_TAHUN_LAIN.search(kutipan.partition(tahun)[0])) and tahun in kutipan


def _satu_tahun(teks: object) -> int | None:
    tahun = tahun_dalam(str(teks))
    return tahun[0] if len(tahun) == 1 else None


def sekalimat(semua: Iterable[Klaim]) -> dict[str, list[Klaim]]:
    """Group claims by the sentence they stand in; those that do not say where stand alone."""
    return himpun((k.sumber or k.id, k) for k in semua)

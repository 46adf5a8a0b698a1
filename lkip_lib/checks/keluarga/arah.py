"""Family target: a series of targets that all moves against the direction of its card, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.precision import desimal
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.registry import DAFTAR, Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.numerals import setara
from lkip_lib.rumus.capaian import capaian_mentah
from lkip_lib.rumus.jenis import ARAH, berubah, disebut, dua_sisi, lebih_baik

_SEDERET = 3  # two targets may go either way; three are a plan
# What is printed of an indicator, of its sasaran and of the agency as a consequence of the indicator's direction.
_BESARAN = ("capaian_persen", "capaian_mentah_persen", "rata_rata_capaian_persen", "predikat", "tingkat_efisiensi",
            "ukuran_efisiensi", "jumlah_indikator_berpredikat")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deret:
    """Hold the targets of one indicator in one document, year by year: year, target, id."""

    dokumen: str
    isi: tuple[tuple[int, float, str], ...]

    def menuju(self, arah: str) -> bool:
        """Tell whether every step is towards the better or none at all, and one of them is a step."""
        dua = list(pairwise(v for _, v, _ in self.isi))
        return any(a != b for a, b in dua) and all(a == b or lebih_baik(b, a, arah) for a, b in dua)


@lru_cache(maxsize=2)
def arah_terbalik(konteks: Konteks) -> dict[str, tuple[str, Deret]]:
    """Return the indicators whose targets move against their card, in every document that plans: the way they move."""
    deret: dict[str, dict[str, dict[int, tuple[float, str]]]] = {}
    for b in konteks.baris("ketik/target"):
        if b["periode"] == TAHUNAN and b["target"] == b["target"] and not disebut(berubah, b["jenis"]):
            milik = deret.setdefault(b["indikator"], {}).setdefault(b["dokumen"], {})
            milik[int(b["tahun"])] = (b["target"], str(b["target_id"]))
    hasil: dict[str, tuple[str, Deret]] = {}
    for k in konteks.baris("ketik/indikator"):
        if berubah(k["jenis"]) or dua_sisi(k["arah"]):
            continue
        semua = [Deret(d, tuple((t, *isi[t]) for t in sorted(isi))) for d, isi in deret.get(k["kode"], {}).items()]
        lain = next(a for a in ARAH if a != k["arah"])
        panjang = max((d for d in semua if len(d.isi) >= _SEDERET), key=lambda d: len(d.isi), default=None)
        if panjang and panjang.menuju(lain) and not any(d.menuju(k["arah"]) for d in semua):
            hasil[k["kode"]] = lain, panjang
    return hasil


def tercapai_bila_dibalik(konteks: Konteks, b: Mapping[str, Any]) -> bool:
    """Tell whether an indicator that may have the wrong direction has reached its target by the other one."""
    terbalik = arah_terbalik(konteks).get(b["kode"])
    return terbalik is not None and not lebih_baik(b["target"], b["realisasi"], terbalik[0])


@periksa(
    "TAR-11",
    sifat=(Sifat.MANDIRI,),
    tingkat="peringatan",
    judul="Arah di kartu berlawanan dengan deret targetnya",
    dasar="Target yang direncanakan bergerak ke arah yang lebih baik",
    saran="Periksa arah di kartu indikator; bila arahnya benar, jelaskan mengapa targetnya makin ringan.",
)
def arah_dan_deret(konteks: Konteks) -> Iterator[Catatan]:
    """Say once that a card may have the wrong direction, in the place of all that follows from it."""
    kartu = {k["kode"]: k for k in konteks.baris("ketik/indikator")}
    for kode, (lain, deret) in arah_terbalik(konteks).items():
        k = kartu[kode]
        isi = ", ".join(f"{t} {numerals.write(v, 4, trim=True)}" for t, v, _ in deret.isi)
        kalimat = f"{kode} berarah {k['arah']}, padahal targetnya menurut {sebut_dokumen(deret.dokumen)} {isi}; "
        sel = {"berkas": "indikator.csv", "baris": k["_baris"], "kolom": "arah", "tercetak": k["arah"], "subjek": kode}
        kalimat += f"arah mungkin {lain}"
        tingkat: Tingkat | None = None
        if tercetak := _tercetak_terbalik(konteks).get(kode):
            kalimat += f": capaian yang tercetak, {tercetak}, dihitung menurut arah itu"
            tingkat = "kesalahan"
        ids = tuple(i for _, _, i in deret.isi)
        yield Catatan(f"indikator.{kode}.arah", f"{kalimat}.", sel=sel, bukti=ids, tingkat=tingkat)


@lru_cache(maxsize=2)
def _tercetak_terbalik(konteks: Konteks) -> dict[str, str]:
    """Return the indicators whose printed capaian the other direction gives and that of the card does not."""
    hasil: dict[str, str] = {}
    semua = konteks.frames["antara/per_dokumen"]
    tahun_ini = ("", "<NA>", str(konteks.tahun))
    tercetak = [b for t in ("hitungan", "pernyataan") for b in konteks.baris(f"ketik/tercetak/{t}")
                if b["besaran"] == "capaian_persen" and str(b["tahun"]) in tahun_ini]  # fmt: skip
    for kode, (lain, _) in arah_terbalik(konteks).items():
        milik = semua[(semua["kode"] == kode) & (semua["dokumen"] == konteks.dokumen_target)].head(1)
        for m in milik.to_dict("records"):
            k = konteks.kebijakan
            angka = (m[n] for n in ("target", "realisasi", "target_bawah", "target_atas"))
            sifat = {"jenis": m["jenis"], "nol_tercapai": m["nol_tercapai"], "arah": lain}
            pilihan = {"rumus_naik": k.rumus_naik, "rumus_turun": k.rumus_turun, "rentang": k.rentang}
            mentah = float(capaian_mentah(*angka, **sifat, **pilihan))
            dibatasi = float(np.clip(mentah, k.batas.bawah, k.batas.atas))
            for b in (b for b in tercetak if b["subjek"] == kode and pd.notna(b["nilai"])):
                d = desimal(b["nilai_tercetak"], "persen")
                cocok = [[setara(b["nilai"], d, v) for v in nilai] for nilai in
                         ((mentah, dibatasi), (m["capaian_mentah_persen"], m["capaian_persen"]))]  # fmt: skip
                if any(cocok[0]) and not any(cocok[1]):
                    hasil.setdefault(kode, str(b["nilai_tercetak"]))
    return hasil


def tanpa_akibat_arah(catatan: pd.DataFrame, konteks: Konteks) -> pd.DataFrame:
    """Leave out what only follows from a card's direction where the report itself measured by the other one.

    The note at the card stands for it: mended there, what is printed agrees, or is noted again.
    """
    milik = {str(b["kode"]): str(b["sasaran"]) for b in konteks.baris("indikator")}
    terbalik = {k: milik.get(k, "") for k in _tercetak_terbalik(konteks)}
    if not terbalik:
        return catatan
    subjek = {*terbalik, *terbalik.values(), "0"}

    def akibat(kode: str, untuk: str, id: str) -> bool:
        if Sifat.AKIBAT_ARAH not in DAFTAR[kode].sifat or untuk not in subjek:
            return False
        besaran = konteks.ledger[id]["besaran"] if id in konteks.ledger else ""
        return untuk in terbalik or besaran in _BESARAN

    kolom = zip(catatan["kode"], catatan["subjek"], catatan["_id_ledger"], strict=True)
    return catatan[np.array([not akibat(*k) for k in kolom], bool)].reset_index(drop=True)

"""Put side by side: each indicator's card, its target and its realisasi, in every document and year asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.frames import larik
from lkip_lib.inputs import agreement
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.langkah.pernyataan import target_tahunan
from lkip_lib.langkah.sesi import bertabel, kini
from lkip_lib.numerals import units
from lkip_lib.rumus.jenis import berjenjang, berubah, setiap

_BUKAN_TARGET = ("indikator", "tahun", "dokumen", "nama", "satuan", "sumber")  # of its row, and not what it states
DOKUMEN = ("rpd", "renstra", "rkt", "pk", "lkip")


def kartu_berlaku(indikator: pd.DataFrame, tahun: int) -> pd.DataFrame:
    """Return the cards in force in a year."""
    dari, sampai = (indikator[f"berlaku_{k}"].to_numpy("float64", na_value=np.nan) for k in ("dari", "sampai"))
    return indikator[~((dari > tahun) | (sampai < tahun))].reset_index(drop=True)  # without a year, in every year


def nama_singkat(kartu: pd.DataFrame) -> Mapping[str, str]:
    """Return the short name of each indicator: its card's, else its code."""
    return {k: n or k for k, n in zip(kartu["kode"], kartu["nama_singkat"], strict=True)}


@dataclass(frozen=True, eq=False, slots=True)
class Keadaan:
    """Hold what is measured: a document's targets, one row an indicator and year, and the realisasi, in one year."""

    dokumen: str
    tahun: int
    target: pd.DataFrame
    realisasi: pd.DataFrame


def sandingkan(
    kartu: pd.DataFrame, target: pd.DataFrame, realisasi: pd.DataFrame, tempat: Iterable[tuple[str, int]]
) -> pd.DataFrame:
    """Put each target beside its realisasi: a row an indicator, for every document and year in `tempat`."""
    semua = list(dict.fromkeys(tempat))
    milik = {d: target_tahunan(target, d) for d in dict.fromkeys(d for d, _ in semua)}
    return sandingkan_keadaan(kartu, [Keadaan(d, t, milik[d], realisasi) for d, t in semua])


def sandingkan_keadaan(kartu: pd.DataFrame, keadaan: Sequence[Keadaan]) -> pd.DataFrame:
    """Put each indicator's target beside its realisasi, in each state in turn.

    Where the document states a change and the card a level, `dari_perubahan` says that the change since the year before
    is what is measured; `realisasi_kini` and `realisasi_lalu` are what was stated.
    """
    kunci = [[(k, n.tahun) for k in kartu["kode"]] for n in keadaan]
    milik = [str(k) for k in keadaan[0].target if k not in _BUKAN_TARGET]
    sebutan = {k: f"{k}_dokumen" if k in kartu else k for k in milik}
    dokumennya = cari([k.target for k in keadaan], ["indikator", "tahun"], kunci, sebutan | {"dari": "target_dari"})

    def dicapai(mundur: int, kolom: dict[str, str]) -> pd.DataFrame:
        milik = [[(k, tahun - mundur, "instansi") for k, tahun in per] for per in kunci]
        return cari([k.realisasi for k in keadaan], ["indikator", "tahun", "lingkup"], milik, kolom)

    ini, lalu = (
        {"realisasi": f"realisasi_{n}", "realisasi_status": f"realisasi_{n}_status", "dari": f"realisasi_{n}_dari"}
        for n in ("kini", "lalu")
    )
    bagian = dicapai(0, ini | {"realisasi_tercetak": "realisasi_tercetak"}), dicapai(1, lalu)
    kartunya = pd.concat([kartu] * len(keadaan), ignore_index=True)
    hasil = pd.concat([kartunya, dokumennya, *bagian], axis=1)
    for k in ("target", "target_bawah", "target_atas", "realisasi_kini", "realisasi_lalu"):
        hasil[k] = hasil[k].astype("float64")  # looking up in no rows leaves objects
    hasil["dokumen"] = hasil["dokumen_target"] = np.repeat([k.dokumen for k in keadaan], len(kartu)).astype(object)
    hasil["tahun"] = np.repeat([k.tahun for k in keadaan], len(kartu))
    sendiri = hasil["jenis_dokumen"].notna() & (hasil["jenis_dokumen"] != "")
    hasil["jenis"] = hasil["jenis_dokumen"].where(sendiri, hasil["jenis"])
    diubah = setiap(berubah, hasil["jenis"]) & ~setiap(berubah, kartunya["jenis"]).to_numpy()
    hasil["dari_perubahan"] = np.where(diubah, "ya", "tidak").astype(object)
    hasil["realisasi_status"] = hasil["realisasi_kini_status"]
    for k in ("target", "realisasi"):
        hasil[f"{k}_label"] = sebut_tingkat(hasil, k)
    hasil["satuan_nilai"] = satuan_nilai(hasil)
    hasil["satuan_selisih"] = hasil["satuan"].map(units.selisih)
    for k in ("target_dari", "realisasi_kini_dari", "realisasi_lalu_dari"):
        hasil[k] = hasil[k].fillna("")
    return bertabel(hasil, "per_dokumen")


def cari(
    frames: Sequence[pd.DataFrame], pada: Sequence[str], kunci: Sequence[Sequence[Any]], kolom: Mapping[str, str]
) -> pd.DataFrame:
    """Return of each key's row in its frame some columns, by new names; without a row, nothing in them.

    Each frame has one row a key, so looking them up does what merging would, in a fraction of the time.
    """
    letak: dict[int, dict[tuple[Any, ...], int]] = {}
    tumpukan, akhir = [], 0
    for frame in frames:
        if id(frame) not in letak:
            semua = zip(*(larik(frame, c).tolist() for c in pada), strict=True)
            letak[id(frame)] = {k: akhir + i for i, k in enumerate(semua)}
            tumpukan.append(frame[[*kolom]])
            akhir += len(frame)
    dicari = [letak[id(f)].get(k, akhir) for f, milik in zip(frames, kunci, strict=True) for k in milik]
    hasil = pd.concat(tumpukan, ignore_index=True).reindex(dicari).reset_index(drop=True)
    return hasil.set_axis([*kolom.values()], axis=1)


def sebut_tingkat(frame: pd.DataFrame, kolom: str) -> pd.Series:
    """Return the printed rung of ordinal figures, "" for numbers: on a ladder the word is what is shown."""
    menyebut = setiap(berjenjang, frame["jenis"]) & (frame[f"{kolom}_status"] == ledger.ANGKA)
    return frame[f"{kolom}_tercetak"].astype(object).where(menyebut, "")


def satuan_nilai(frame: pd.DataFrame) -> pd.Series:
    """Return the unit of each measured figure."""
    pasangan = zip(frame["satuan"], frame["jenis"], strict=True)
    return pd.Series([satuan_ukuran(s, j) for s, j in pasangan], frame.index, dtype=object)


def satuan_ukuran(satuan: str, jenis: str) -> str:
    """Return the unit of a figure: a percentage that is measured as a change counts points.

    >>> satuan_ukuran("Persen", "perubahan"), satuan_ukuran("Persen", "tingkat")
    ('poin persen', 'Persen')
    """
    return "poin persen" if berubah(jenis) and units.family(satuan) == "persen" else satuan


def gabung(kiri: pd.DataFrame, kanan: pd.DataFrame, pada: str | list[str]) -> pd.DataFrame:
    """Merge two frames, every row of the left one kept; how their columns were computed is not forgotten."""
    if len(kiri):
        hasil = kiri.merge(kanan, "left", on=pada)
    else:  # merging nothing takes as long as merging much
        hasil = pd.concat([kiri, kanan[[k for k in kanan if k not in kiri]].head(0)], axis=1)
    sesi = kini()
    return sesi.catat(hasil, {**sesi.semua(kanan), **sesi.semua(kiri)})


def dokumen_bertarget(target: pd.DataFrame, tahun: int, triwulan: int, dipakai: str) -> list[str]:
    """Name the documents that state targets of this year, in a quarter quarterly ones, and the one in use."""
    if triwulan:
        target = target[target["periode"] != TAHUNAN]
    ada = target[(target["tahun"] == tahun) & target["target_status"].eq(ledger.ANGKA)]["dokumen"]
    return [d for d in DOKUMEN if d == dipakai or d in set(ada.replace(agreement.PERUBAHAN, agreement.PK))]


def belum_diukur(sasaran: pd.DataFrame, kartu: pd.DataFrame) -> list[str]:
    """List the codes of the sasaran that no card in force measures."""
    return [k for k in sasaran["kode"] if k not in set(kartu["sasaran"])]


def juga_di(acuan: pd.DataFrame, frame: pd.DataFrame, kunci: list[str]) -> pd.Series:
    """Tell of each row of `frame` whether `acuan` has one of the same key."""
    ada = set(acuan[kunci].itertuples(index=False, name=None))
    return pd.Series([k in ada for k in frame[kunci].itertuples(index=False, name=None)], frame.index, dtype=bool)


def bernama(frame: pd.DataFrame, nama: pd.DataFrame) -> pd.DataFrame:
    """Add the name of each code; one that has none is called by its code."""
    pasangan = dict(zip(nama["kode"], nama["nama"], strict=True))
    frame["nama"] = frame["kode"].map(lambda k: pasangan.get(k, k)).astype(object)
    return frame


def ya(benar: pd.Series) -> pd.Series:
    """Write what is true as `ya`, and what is not as `tidak`."""
    return benar.map({True: "ya", False: "tidak"}).astype(object)
